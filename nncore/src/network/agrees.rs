//! What devices rest on, compared in rustc.

use super::Network;
use crate::device::{PORTS, Region, Space, Type};
use crate::shape::{Inputs, Outputs};
use crate::tensor::{Part, TensorInfo};

/// That the constants of a network agree with one another and with its types: what devices rest on without a look at run
/// time. Whatever holds memory for a network evaluates it, in rustc.
///
/// ```compile_fail,E0080
/// use nncore::prelude::*;
///
/// const KERNEL: usize = usize::MAX; // stands for an unknown size
///
/// network! {
///     struct Net;
///     input: [2, 8, 8];
///     pool: MaxPool2d(KERNEL);
///     all: GlobalAvgPool2d;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new().unwrap(), Seed(1));
/// ```
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Agrees<N>(core::marker::PhantomData<N>);

impl<N: Network> Agrees<N> {
    /// Nothing, or an error of the compiler.
    pub const CHECK: () = {
        nnplan::raise(N::NAME, &N::FAULT);
        // Of a network with a mistake nothing is known: it is reported where the network is declared.
        if !N::INPUTS.is_empty() {
            assert!(
                N::IS_KNOWN,
                "a value or tensor of a network has more elements than a `usize` counts"
            );
            assert!(
                tensors_fit::<N>(),
                "each tensor of a network lies within its parameters or buffers"
            );
            nnplan::require(
                inputs_fit::<N>(),
                "the inputs of a network are those of its type\nexpected: `INPUTS` and `INPUT_SHAPES` as in `Input`\n   found: others",
            );
            nnplan::require(
                outputs_fit::<N>(),
                "the outputs of a network are those of its type\nexpected: `OUTPUT_SHAPES` as in `Output`\n   found: others",
            );
        }
    };
}

/// Whether a network has no value, no tensor and no network within it whose elements a `usize` cannot count. Rules of
/// sizes pass over such numbers, as over those that the macro does not know; and what fits the `usize` of the macro need
/// not fit that of the machine which the program is for.
#[doc(hidden)]
#[must_use]
pub const fn is_known(lens: &[usize], tensors: &[TensorInfo], parts: &[Part]) -> bool {
    let mut i = 0;
    while i < lens.len() {
        if lens[i] == nnplan::UNKNOWN {
            return false;
        }
        i += 1;
    }
    let mut i = 0;
    while i < tensors.len() {
        if nnplan::add(tensors[i].offset, tensors[i].shape.len()) == nnplan::UNKNOWN {
            return false;
        }
        i += 1;
    }
    let mut i = 0;
    while i < parts.len() {
        if !parts[i].is_known {
            return false;
        }
        i += 1;
    }
    true
}

const fn tensors_fit<N: Network>() -> bool {
    let mut i = 0;
    while i < N::TENSORS.len() {
        let tensor = &N::TENSORS[i];
        let room = if tensor.is_kept() { N::BUFFER_LEN } else { N::PARAMETER_LEN };
        let len = tensor.shape.len();
        if tensor.offset > room || len > room - tensor.offset {
            return false;
        }
        i += 1;
    }
    true
}

const fn inputs_fit<N: Network>() -> bool {
    let (lens, mut reals, mut integers, mut i) = (N::Input::EACH, 0, 0, 0);
    if N::INPUTS.len() != lens.len() || N::INPUT_SHAPES.len() != lens.len() || lens.len() > PORTS {
        return false;
    }
    while i < lens.len() {
        let Region { space, element, offset, len } = N::INPUTS[i];
        // One after the other, reals and integers apart.
        let start = match (space, element) {
            (Space::Input, Type::Real) => &mut reals,
            (Space::Input, Type::Integer) => &mut integers,
            _ => return false,
        };
        if offset != *start || len != lens[i] || len != nnplan::or_zero(N::INPUT_SHAPES[i].len()) {
            return false;
        }
        *start += len;
        i += 1;
    }
    reals == N::Input::LEN && integers == N::Input::INTEGERS
}

const fn outputs_fit<N: Network>() -> bool {
    let (lens, mut i) = (N::Output::LENS, 0);
    if N::OUTPUT_SHAPES.len() != lens.len() || N::Output::COUNT != lens.len() || lens.len() > PORTS
    {
        return false;
    }
    while i < lens.len() {
        if lens[i] != nnplan::or_zero(N::OUTPUT_SHAPES[i].len()) {
            return false;
        }
        i += 1;
    }
    true
}
