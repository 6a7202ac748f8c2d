//! A network as a layer of another one.

use crate::{Cost, Fault, Shape};

/// A network on a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subnetwork {
    /// The shape it is applied to.
    pub input: Shape,
    /// The shape that it takes.
    pub takes: Shape,
    /// The shape that it gives.
    pub gives: Shape,
    cost: Cost,
    /// Which of its values that is.
    operand: usize,
}

impl Subnetwork {
    /// A network that takes and gives these shapes, on `input`.
    #[must_use]
    pub const fn new(input: Shape, takes: Shape, gives: Shape, cost: Cost) -> Self {
        Self { input, takes, gives, cost, operand: 0 }
    }

    /// The same, of a network of several inputs: `input` is value number `operand`.
    #[must_use]
    pub const fn of_operand(self, operand: usize) -> Self {
        Self { operand, ..self }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        if self.takes.fits(&self.input) {
            Fault::None
        } else {
            Fault::Border { takes: self.takes, found: self.input, operand: self.operand }
        }
    }

    /// The shape of the output.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.gives
    }

    /// What one sample costs: all of the network.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.cost
    }
}
