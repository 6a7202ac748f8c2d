//! `slice`: a range of positions along an axis.

use crate::{Cost, Fault, Shape, UNKNOWN, sub};

/// A `slice` of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slice {
    /// The shape it is applied to.
    pub input: Shape,
    /// The axis, from 0.
    pub axis: usize,
    /// The first position.
    pub start: usize,
    /// The position after the last.
    pub end: usize,
    /// Product of the sizes before the axis.
    pub outer: usize,
    /// Product of the sizes after the axis: the step between two positions.
    pub inner: usize,
    /// The number of equal parts of which it is one; 1 if it is none.
    pub parts: usize,
}

impl Slice {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, axis: usize, start: usize, end: usize) -> Self {
        let (outer, _, inner) = input.around(axis);
        Self { input, axis, start, end, outer, inner, parts: 1 }
    }

    /// The size of the input along the axis.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.input.around(self.axis).1
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::axis(&self.input, self.axis).or(self.parts_fault()).or(self.range_fault())
    }

    const fn parts_fault(&self) -> Fault {
        let size = self.size();
        if size != UNKNOWN && self.parts != 0 && !size.is_multiple_of(self.parts) {
            return Fault::Parts { parts: self.parts, size };
        }
        Fault::None
    }

    const fn range_fault(&self) -> Fault {
        let (start, end, size) = (self.start, self.end, self.size());
        if end == UNKNOWN {
            return Fault::None;
        }
        if start != UNKNOWN && start >= end || size != UNKNOWN && end > size {
            return Fault::Slice { start, end, size };
        }
        Fault::None
    }

    /// The shape of the output: the range along the axis.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.input.with(self.axis, sub(self.end, self.start))
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
