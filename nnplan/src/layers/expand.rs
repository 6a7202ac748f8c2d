//! `expand`: axes of size 1 are repeated.

use crate::{AXES, Arg, Cost, Fault, Shape, UNKNOWN};

/// An `expand` of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expand {
    /// The shape it is applied to.
    pub input: Shape,
    /// The shape that it gets.
    pub to: Shape,
}

impl Expand {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, to: Shape) -> Self {
        Self { input, to }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let (input, to) = (&self.input, &self.to);
        if to.is_empty() {
            return Fault::Zero(Arg::Shape);
        }
        if input.rank() == 0 || to.rank() == 0 {
            return Fault::None;
        }
        let mut fits = input.rank() == to.rank();
        let mut i = 0;
        while i < input.rank() {
            let (from, to) = (input.dim(i), to.dim(i));
            fits &= from == 1 || from == UNKNOWN || to == UNKNOWN || from == to;
            i += 1;
        }
        if fits {
            Fault::runs(to, self.repeated()).or(Fault::overflow(&self.output()))
        } else {
            Fault::Expand { input: *input, to: *to }
        }
    }

    /// The axes that are repeated.
    #[must_use]
    pub const fn repeated(&self) -> [bool; AXES] {
        let (mut repeated, mut i) = ([false; AXES], 0);
        while i < self.input.rank() {
            repeated[i] = self.input.dim(i) == 1;
            i += 1;
        }
        repeated
    }

    /// The shape of the output: `to`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        let (mut shape, mut i) = (self.to, 0);
        while i < shape.rank() {
            // A size that is not 1 stays.
            let from = self.input.around(i).1;
            if shape.dim(i) == UNKNOWN && from != 1 {
                shape = shape.with(i, from);
            }
            i += 1;
        }
        shape
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
