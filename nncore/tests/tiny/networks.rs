//! The networks of the other tests, on the tiny device and on the strict CPU.

#[path = "../networks/bodies.rs"]
pub(crate) mod bodies;
#[path = "../networks/declared.rs"]
pub(crate) mod declared;

use crate::observe::Compare;

/// A network on both devices.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Training and inference, of batches of 1, 5 and 19.
    pub(crate) compare: [Compare; 3],
}

/// Declares networks, and the list `CASES` of them. `where NAME = 3` stands for a constant outside of the network.
macro_rules! networks {
    ($($name:ident $(where $($outer:ident = $value:literal),+)? { $($body:tt)* })*) => {
        $($($(const $outer: usize = $value;)+)?)*
        $(nncore::network! { pub(crate) struct $name; $($body)* })*

        /// All networks of this file.
        pub(crate) const CASES: &[$crate::networks::Case] = &[$($crate::networks::Case {
            name: stringify!($name),
            compare: [
                $crate::observe::trained::<$name, 1>,
                $crate::observe::trained::<$name, 5>,
                $crate::observe::trained::<$name, 19>,
            ],
        }),*];
    };
}
pub(crate) use networks;

/// Networks with several inputs or outputs: those of `several.rs`, by their names.
macro_rules! graphs {
    ($($name:ident { $($body:tt)* })*) => {
        $(nncore::network! { pub(crate) struct $name; $($body)* })*

        pub(crate) const CASES: &[&str] = &[$(stringify!($name)),*];
    };
}
pub(crate) use graphs;
