//! A runtime by another name.
#![deny(warnings)]
mod vendored {
    pub use nncore as runtime;
}

nncore::network! {
    struct Net;
    crate = crate::vendored::runtime;
    input: [2];
    fc: Linear(2 -> 1);
}

mod inner {
    nncore::network! {
        pub(super) struct Other;
        crate = super::vendored::runtime;
        input: [2];
        fc: Linear(2 -> 1);
    }
}

fn main() {
    assert_eq!(Net::PARAMETERS + inner::Other::PARAMETERS, 6);
}
