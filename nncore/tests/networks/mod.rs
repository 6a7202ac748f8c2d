//! Networks, each declared once: compiled by `network!`, and kept as text for the interpreter.

pub(crate) mod declared;
pub(crate) mod observe;
pub(crate) mod oracle;

use nncore::{Cpu, Error};
use observe::{Data, Observed, Passed};

/// A network in both forms.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Its declaration; constants from outside the macro are items of it here.
    pub(crate) text: &'static str,
    /// Trains and runs the compiled network.
    pub(crate) observe: fn(&Cpu<f64>, &Data) -> Result<Observed, Error>,
    /// Runs forward and backward over memory that is full of NaN.
    pub(crate) pass: fn(&Cpu<f64>, &Data) -> Result<Passed, Error>,
    /// Names and shapes of the tensors, as compiled.
    pub(crate) tensors: &'static [nncore::tensor::TensorInfo],
    /// Elements of the input and the output, as compiled.
    pub(crate) lens: [usize; 2],
    /// Whether the output is the input itself, in training and in inference: no loss takes that.
    pub(crate) output_is_input: [bool; 2],
}

/// Declares networks, and the list `CASES` of them. `where NAME = 3` stands for a constant outside
/// of the network, whose value only rustc knows.
macro_rules! networks {
    ($($name:ident $(where $($outer:ident = $value:literal),+)? { $($body:tt)* })*) => {
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
            observe: $crate::networks::observe::observe::<$name>,
            pass: $crate::networks::observe::pass::<$name>,
            tensors: <$name as nncore::network::Network>::TENSORS,
            lens: [
                <<$name as nncore::network::Network>::Input as nncore::shape::Shape>::LEN,
                <<$name as nncore::network::Network>::Output as nncore::shape::Shape>::LEN,
            ],
            output_is_input: [
                $crate::networks::is_input(<$name as nncore::network::Network>::TRAINING_OUTPUT),
                $crate::networks::is_input(<$name as nncore::network::Network>::INFERENCE_OUTPUT),
            ],
        }),*];
    };
}
pub(crate) use networks;

pub(crate) const fn is_input(region: nncore::device::Region) -> bool {
    matches!(region.space, nncore::device::Space::Input)
}

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
