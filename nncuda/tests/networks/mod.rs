//! The networks of nncore's tests, run on two devices.

#[path = "../../../nncore/tests/networks/bodies.rs"]
pub(crate) mod bodies;
#[path = "../../../nncore/tests/networks/declared.rs"]
pub(crate) mod declared;
pub(crate) mod observe;

use nncore::{Cpu, Error};
use nncuda::Cuda;
use observe::{Data, Passed};

/// A network on both devices.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) data: fn(batch: usize, whole: bool, seed: u64) -> Data,
    pub(crate) on_cpu: fn(&Cpu, &Data) -> Result<Passed, Error>,
    pub(crate) on_gpu: fn(&Cuda, &Data) -> Result<Passed, Error>,
}

/// Declares networks, and the list `CASES` of them. `where NAME = 3` stands for a constant outside of the network.
macro_rules! networks {
    ($($name:ident $(where $($outer:ident = $value:literal),+)? { $($body:tt)* })*) => {
        $($($(const $outer: usize = $value;)+)?)*
        $(nncore::network! { pub(crate) struct $name; $($body)* })*

        /// All networks of this file.
        pub(crate) const CASES: &[$crate::networks::Case] = &[$($crate::networks::Case {
            name: stringify!($name),
            data: $crate::networks::observe::data::<$name>,
            on_cpu: $crate::networks::observe::pass::<$name, _>,
            on_gpu: $crate::networks::observe::pass::<$name, _>,
        }),*];
    };
}
pub(crate) use networks;
pub(crate) use networks as graphs;

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    declared::CASES.iter().chain(bodies::CASES).chain(bodies::SEVERAL)
}
