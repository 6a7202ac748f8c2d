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
    /// The declaration that was compiled, where that has networks as layers, and `text` all layers in one.
    #[allow(dead_code)] // of other test programs
    pub(crate) composed: Option<&'static str>,
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
            composed: None,
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

#[allow(unused_macros, reason = "one of the tests uses it")]
/// Networks with networks as layers, and the same layers in one network. Of `sizes` rustc alone knows the values.
macro_rules! nested {
    (sizes $sizes:tt inner { $($inner:ident { $($layers:tt)* })* } $($name:ident {
        composed { $($composed:tt)* }
        flat { $($flat:tt)* }
    })*) => {
        $crate::networks::sizes! { $sizes }
        $(nncore::network! { pub(crate) struct $inner; $($layers)* })*
        $(nncore::network! { pub(crate) struct $name; $($composed)* })*

        /// All networks of this file.
        pub(crate) const CASES: &[$crate::networks::Case] = &[$($crate::networks::Case {
            name: stringify!($name),
            text: $crate::networks::with_sizes!($sizes $name $($flat)*),
            composed: Some($crate::networks::with_sizes!($sizes $name $($composed)*)),
            observe: None,
            pass: |device, data| $crate::networks::pass::pass::<$name, _>(device, data, |w| {
                w.scratch.as_mut_slice().fill(f64::NAN);
            }),
            tensors: <$name as nncore::network::Network>::TENSORS,
            inputs: <$name as nncore::network::Network>::INPUTS,
            outputs: <$name as nncore::network::Network>::OUTPUT_SHAPES,
        }),*];
    };
}
#[allow(unused_imports, reason = "one of the tests uses it")]
pub(crate) use nested;

#[allow(unused_macros, reason = "one of the tests uses it")]
macro_rules! sizes {
    ({ $($size:ident = $n:literal;)* }) => { $(const $size: usize = $n;)* };
}
#[allow(unused_imports, reason = "one of the tests uses it")]
pub(crate) use sizes;

#[allow(unused_macros, reason = "one of the tests uses it")]
macro_rules! with_sizes {
    ({ $($size:ident = $n:literal;)* } $name:ident $($body:tt)*) => {
        concat!(
            "pub struct ", stringify!($name), "; ",
            $("const ", stringify!($size), ": usize = ", stringify!($n), "; ",)*
            stringify!($($body)*)
        )
    };
}
#[allow(unused_imports, reason = "one of the tests uses it")]
pub(crate) use with_sizes;
