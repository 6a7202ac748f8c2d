//! `scale * x + shift` with two constants, element by element.

use crate::{Cost, Fault, Shape};

/// A scale and a shift on a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// The shape it is applied to.
    pub input: Shape,
    /// What each element is multiplied by.
    pub scale: f64,
    /// What is added to the product.
    pub shift: f64,
}

impl Affine {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, scale: f64, shift: f64) -> Self {
        Self { input, scale, shift }
    }

    /// The first fault: none.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::None
    }

    /// The shape of the output: the input's.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.input
    }

    /// What one sample costs: a product and a sum an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost {
            parameters: 0,
            frozen: 0,
            macs: 0,
            flops: (self.input.len() as u64).saturating_mul(2),
        }
    }
}
