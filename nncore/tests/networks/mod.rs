//! Networks, each declared once: compiled by `network!`, and kept as text for the interpreter.

pub(crate) mod bodies;
pub(crate) mod compare;
pub(crate) mod data;
pub(crate) mod declared;
pub(crate) mod observe;
pub(crate) mod oracle;
pub(crate) mod pass;

use data::Data;
use nncore::{Cpu, Error};
use observe::Observed;
use pass::Passed;

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
            pass: |device, data| $crate::networks::pass::pass::<$name, _>(device, data, |w| {
                w.scratch.as_mut_slice().fill(f64::NAN);
            }),
            tensors: <$name as nncore::network::Network>::TENSORS,
            inputs: <$name as nncore::network::Network>::INPUTS,
            outputs: <$name as nncore::network::Network>::OUTPUT_SHAPES,
        }),*];
    };
}
pub(crate) use declare;
