//! Emitted code is clean under strict lints.
#![deny(unsafe_op_in_unsafe_fn, missing_docs, unused, nonstandard_style, rust_2018_idioms)]
#![deny(warnings, unreachable_pub, unused_qualifications, missing_debug_implementations)]
#![deny(missing_copy_implementations, single_use_lifetimes, trivial_casts, unused_results)]

/// Networks.
pub mod networks {
    nncore::network! {
        /// A network.
        #[derive(PartialEq, Eq, Hash, Default)]
        #[must_use]
        pub struct Net;
        input: [3, 9, 9];
        conv1: Conv2d(3 -> 4, kernel = 3, padding = 1);
        #[allow(dropped_rows)]
        pool1: MaxPool2d(2);
        flat: Flatten;
        drop: Dropout(0.5);
        fc: Linear(4*4*4 -> 5);
    }
}

fn main() {
    assert_eq!(networks::Net, networks::Net::default());
}
