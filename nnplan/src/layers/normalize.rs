//! Rows brought to mean 0 and variance 1, or to a mean square of 1: what norms begin with.

use crate::{Cost, Fault, LayerNorm, Shape};

/// A normalisation of the rows of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normalize {
    /// Its rows, and what is added to their variance: those of a layer norm.
    pub rows: LayerNorm,
    /// Whether the mean is taken off.
    pub centered: bool,
}

impl Normalize {
    /// Of the last `axes` axes; `None` is all of them.
    #[must_use]
    pub const fn new(input: Shape, axes: Option<usize>, eps: f64, centered: bool) -> Self {
        Self { rows: LayerNorm::new(input, axes, eps), centered }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.rows.fault()
    }

    /// The shape of the output: the input's.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.rows.input
    }

    /// What one sample costs: mean and variance, and two operations an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let each = if self.centered { 5 } else { 3 };
        Cost {
            parameters: 0,
            frozen: 0,
            macs: 0,
            flops: (self.rows.input.len() as u64).saturating_mul(each),
        }
    }
}
