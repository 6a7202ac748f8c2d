//! `reshape`: the same elements under another shape, row-major; no bytes move.

use crate::{Cost, Fault, Shape, UNKNOWN};

/// A `reshape` of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reshape {
    /// The shape it is applied to.
    pub input: Shape,
    /// The shape that it gets.
    pub to: Shape,
}

impl Reshape {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, to: Shape) -> Self {
        Self { input, to }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let (expected, found) = (self.input.len(), self.to.len());
        let differ = expected != UNKNOWN && found != UNKNOWN && expected != found;
        Fault::overflow(&self.to).or(if differ {
            Fault::Elements { expected, found }
        } else {
            Fault::None
        })
    }

    /// The shape of the output: `to`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.to
    }

    /// What it costs: nothing.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
