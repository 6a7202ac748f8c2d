//! `Flatten`: `[channels, height, width]` to `[features]`, row-major; no bytes move.

use crate::{Cost, Fault, Shape};

/// A `Flatten` on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flatten {
    /// The shape it is applied to.
    pub input: Shape,
}

impl Flatten {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape) -> Self {
        Self { input }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::overflow(&self.input)
    }

    /// The shape of the output: `[features]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        Shape::new(&[self.input.len()])
    }

    /// What it costs: nothing.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
