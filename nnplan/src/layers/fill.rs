//! Values that are the same for every sample: a free parameter, or zeros.

use crate::{Cost, Fault, Shape, or_zero};

/// A value of a known shape, the same for every sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// Its shape.
    pub shape: Shape,
    /// Whether it is a tensor's numbers rather than zeros.
    pub tensor: bool,
}

impl Fill {
    /// A value of this shape.
    #[must_use]
    pub const fn new(shape: Shape, tensor: bool) -> Self {
        Self { shape, tensor }
    }

    /// So many zeros.
    #[must_use]
    pub const fn zeros(len: usize) -> Self {
        Self { shape: Shape::new(&[len]), tensor: false }
    }

    /// The first fault: more elements than can be counted.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::overflow(&self.shape)
    }

    /// The shape of the tensor.
    #[must_use]
    pub const fn weight(&self) -> Shape {
        self.shape
    }

    /// The shape of the value.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.shape
    }

    /// What one sample costs: nothing is computed.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let parameters = if self.tensor { or_zero(self.shape.len()) } else { 0 };
        Cost { parameters, ..Cost::ZERO }
    }
}
