//! The networks of nncore's tests, run on two devices.

#[path = "../../../nncore/tests/networks/bodies.rs"]
pub(crate) mod bodies;
#[path = "../../../nncore/tests/networks/data.rs"]
#[allow(dead_code, reason = "nncore's tests train with the rest")]
pub(crate) mod data;
#[path = "../../../nncore/tests/networks/declared.rs"]
pub(crate) mod declared;
#[path = "../../../nncore/tests/networks/pass.rs"]
pub(crate) mod pass;

use data::Data;
use nncore::device::{Region, Type};
use nncore::network::Network;
use nncore::random::{Purpose, Seed, Stream};
use nncore::{Cpu, Error};
use nncuda::Cuda;
use pass::Passed;

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
            data: $crate::networks::data::<$name>,
            on_cpu: |device, data| $crate::networks::pass::pass::<$name, _>(device, data, |_| ()),
            on_gpu: |device, data| $crate::networks::pass::pass::<$name, _>(device, data, |_| ()),
        }),*];
    };
}
pub(crate) use networks;
pub(crate) use networks as graphs;

/// Real numbers of the size that training has, or small whole ones. Integers are below every limit.
pub(crate) fn data<N: Network>(batch: usize, whole: bool, seed: u64) -> Data {
    let mut random = Stream::new(Seed(seed), Purpose::Data, 7, 7).cursor();
    let mut number = |scale: f64| match whole {
        true => f64::from(random.below(5)) - 2.0,
        // Nearly normal: the sum of twelve uniform numbers.
        false => scale * f64::from((0..12).map(|_| random.uniform_f32()).sum::<f32>() - 6.0),
    };
    let mut numbers = |n: usize, scale: f64| (0..n).map(|_| number(scale)).collect();
    let limit = |r: &Region| (r.element == Type::Integer).then_some(5);
    let limits: Vec<_> = N::INPUTS.iter().map(limit).collect();
    data::data(N::TENSORS, N::INPUTS, &limits, N::OUTPUT_SHAPES, batch, seed, &mut numbers)
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    declared::CASES.iter().chain(bodies::CASES).chain(bodies::SEVERAL)
}
