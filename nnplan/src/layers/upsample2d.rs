//! `Upsample2d`: each pixel of an image `[channels, height, width]` becomes a block of equal ones.

use crate::{Arg, Cost, Fault, Shape, UNKNOWN, mul};

/// An `Upsample2d` on a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upsample2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// Rows and columns of the block that a pixel becomes.
    pub scale: [usize; 2],
}

impl Upsample2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, scale: [usize; 2]) -> Self {
        Self { input, scale }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::rank(&self.input, 3, 3)
            .or(Fault::zero(self.scale[0], Arg::Scale))
            .or(Fault::zero(self.scale[1], Arg::Scale))
            .or(Fault::overflow_of(&self.output(), self.is_known()))
    }

    const fn is_known(&self) -> bool {
        self.input.is_known() && self.scale[0] != UNKNOWN && self.scale[1] != UNKNOWN
    }

    /// The shape of the output: `[channels, scale h * height, scale w * width]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        if self.input.rank() != 3 {
            return Shape::new(&[UNKNOWN, UNKNOWN, UNKNOWN]);
        }
        let i = &self.input;
        Shape::new(&[i.dim(0), mul(i.dim(1), self.scale[0]), mul(i.dim(2), self.scale[1])])
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
