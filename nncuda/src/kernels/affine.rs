//! `y = scale * x + shift`

use nnplan::Affine;

use super::{Write, elementwise};
use crate::ptx::Kernel;

/// Element by element.
pub(crate) fn affine(g: &Affine) -> Kernel {
    elementwise("affine", 1, Write::Assign, |_, x| x[0] * g.scale as f32 + g.shift as f32)
}
