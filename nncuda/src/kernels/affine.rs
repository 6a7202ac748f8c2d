//! `y = scale * x + shift`

use super::{Write, elementwise};
use crate::ptx::Kernel;

/// Element by element.
pub(crate) fn affine(scale: f64, shift: f64) -> Kernel {
    elementwise("affine", 1, Write::Assign, |_, x| x[0] * scale as f32 + shift as f32)
}
