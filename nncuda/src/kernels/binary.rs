//! `y = a + b`, `a - b`, `a * b`, `a / b`

use nnplan::BinaryFunction;

use super::{Write, elementwise};
use crate::ptx::Kernel;

/// Element by element.
pub(crate) fn binary(function: BinaryFunction) -> Kernel {
    elementwise("binary", 2, Write::Assign, |_, x| match function {
        BinaryFunction::Add => x[0] + x[1],
        BinaryFunction::Sub => x[0] - x[1],
        BinaryFunction::Mul => x[0] * x[1],
        BinaryFunction::Div => x[0] / x[1],
    })
}
