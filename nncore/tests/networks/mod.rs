//! Networks, each declared once: compiled by `network!`, and kept as text for the interpreter.

pub(crate) mod bodies;
pub(crate) mod compare;
pub(crate) mod declared;
pub(crate) mod observe;
pub(crate) mod oracle;

use nncore::{Cpu, Error};
use observe::{Data, Observed, Passed};

/// Trains and runs a network.
pub(crate) type Observe = fn(&Cpu<f64>, &Data) -> Result<Observed, Error>;

/// A network in both forms.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Its declaration; constants from outside the macro are items of it here.
    pub(crate) text: &'static str,
    /// Trains and runs the compiled network; only those with one input and one output.
    pub(crate) observe: Option<Observe>,
    /// Runs forward and backward over memory that is full of NaN.
    pub(crate) pass: fn(&Cpu<f64>, &Data) -> Result<Passed, Error>,
    /// Names and shapes of the tensors, as compiled.
    pub(crate) tensors: &'static [nncore::tensor::TensorInfo],
    /// The inputs, as compiled.
    pub(crate) inputs: &'static [nncore::device::Region],
    /// The shapes of the outputs, as compiled.
    pub(crate) outputs: &'static [nnplan::Shape],
}

/// Declares networks, and the list `CASES` of them. `where NAME = 3` stands for a constant outside
/// of the network, whose value only rustc knows.
macro_rules! networks {
    ($($body:tt)*) => { $crate::networks::declare! { one; $($body)* } };
}
pub(crate) use networks;

/// The same for networks with several inputs or outputs.
macro_rules! graphs {
    ($($body:tt)*) => { $crate::networks::declare! { several; $($body)* } };
}
pub(crate) use graphs;

macro_rules! observed {
    (several $name:ident) => {
        None
    };
    (one $name:ident) => {
        Some($crate::networks::observe::observe::<$name>)
    };
}
pub(crate) use observed;

macro_rules! declare {
    ($mode:tt; $($name:ident $(where $($outer:ident = $value:literal),+)? { $($body:tt)* })*) => {
        $($($(const $outer: usize = $value;)+)?)*
        $(nncore::network! { pub(crate) struct $name; $($body)* })*

        /// All networks of this file.
        pub(crate) const CASES: &[$crate::networks::Case] = &[$($crate::networks::Case {
            name: stringify!($name),
            text: concat!(
                "pub struct ", stringify!($name), "; ",
                $($("const ", stringify!($outer), ": usize = ", stringify!($value), "; ",)+)?
                stringify!($($body)*)
            ),
            observe: $crate::networks::observed!($mode $name),
            pass: $crate::networks::observe::pass::<$name>,
            tensors: <$name as nncore::network::Network>::TENSORS,
            inputs: <$name as nncore::network::Network>::INPUTS,
            outputs: <$name as nncore::network::Network>::OUTPUT_SHAPES,
        }),*];
    };
}
pub(crate) use declare;

/// Splitmix64: small, seeded, the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Nearly normal with mean 0 and variance 1: the sum of twelve uniform numbers.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A whole number from `-most` to `most`.
    pub(crate) fn whole(&mut self, most: i32) -> f64 {
        f64::from((self.next() % (2 * most as u64 + 1)) as i32 - most)
    }
}
