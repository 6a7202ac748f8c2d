//! `Pad2d`: rows and columns around an image.

use crate::{Cost, Fault, Shape, UNKNOWN, add};

/// What stands around the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PadMode {
    /// Zeros.
    Zero,
    /// The image mirrored at its first and last pixel, which are not repeated.
    Reflect,
    /// Its first and last pixel again.
    Replicate,
}

/// A `Pad2d` on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pad2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// Rows and columns more: top, bottom, left, right.
    pub padding: [usize; 4],
    /// What stands there.
    pub mode: PadMode,
}

impl Pad2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, padding: [usize; 4], mode: PadMode) -> Self {
        Self { input, padding, mode }
    }

    /// The first fault: a reflection has at most as many rows as there are beside the first.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let rank = Fault::rank(&self.input, 3, 3);
        let mut fault = Fault::None;
        let mut i = 0;
        while i < 4 {
            let size = if self.input.rank() == 3 { self.input.dim(1 + i / 2) } else { UNKNOWN };
            let padding = self.padding[i];
            let is_known = size != UNKNOWN && padding != UNKNOWN;
            if matches!(self.mode, PadMode::Reflect) && is_known && padding >= size {
                fault = fault.or(Fault::Reflection { padding, size, horizontal: i >= 2 });
            }
            i += 1;
        }
        rank.or(fault).or(Fault::overflow(&self.output()))
    }

    /// The shape of the output: `[channels, top + height + bottom, left + width + right]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        if self.input.rank() != 3 {
            return Shape::new(&[self.input.channels(), UNKNOWN, UNKNOWN]);
        }
        let [top, bottom, left, right] = self.padding;
        let height = add(add(top, self.input.dim(1)), bottom);
        Shape::new(&[self.input.dim(0), height, add(add(left, self.input.dim(2)), right)])
    }

    /// Where pixel `i` along an axis (0 vertical, 1 horizontal) comes from; none for a zero.
    #[must_use]
    pub const fn source(&self, axis: usize, i: usize) -> Option<usize> {
        let (before, size) = (self.padding[2 * axis], self.input.dim(1 + axis));
        if i >= before && i < before + size {
            return Some(i - before);
        }
        match self.mode {
            PadMode::Zero => None,
            PadMode::Replicate => Some(if i < before { 0 } else { size - 1 }),
            PadMode::Reflect if i < before => Some(before - i),
            PadMode::Reflect => Some(2 * (size - 1) - (i - before)),
        }
    }

    /// What it costs: no arithmetic.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
