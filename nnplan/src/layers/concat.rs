//! `concat`: values one after another along an axis.

use crate::{Cost, Fault, Shape, UNKNOWN, add};

/// Values that one `concat` takes at most.
pub const CONCAT_MAX: usize = 8;

/// A `concat` of known shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concat {
    /// The shapes of the values; those from `count` on are unknown.
    pub inputs: [Shape; CONCAT_MAX],
    /// The number of values.
    pub count: usize,
    /// The axis, from 0.
    pub axis: usize,
    /// Product of the sizes before the axis.
    pub outer: usize,
    /// Product of the sizes after the axis: the step between two positions.
    pub inner: usize,
}

impl Concat {
    /// Resolves the function on the shapes of its values.
    #[must_use]
    pub const fn new(inputs: &[Shape], axis: usize) -> Self {
        let mut all = [Shape::UNKNOWN; CONCAT_MAX];
        let mut i = 0;
        while i < inputs.len() && i < CONCAT_MAX {
            all[i] = inputs[i];
            i += 1;
        }
        let mut concat = Self { inputs: all, count: inputs.len(), axis, outer: 1, inner: 1 };
        let (outer, _, inner) = concat.others().around(axis);
        (concat.outer, concat.inner) = (outer, inner);
        concat
    }

    /// The number of values whose shapes are here.
    const fn held(&self) -> usize {
        if self.count < CONCAT_MAX { self.count } else { CONCAT_MAX }
    }

    /// The sizes that the values share, whatever they are along the axis.
    const fn others(&self) -> Shape {
        let mut shape = Shape::UNKNOWN;
        let mut i = 0;
        while i < self.held() {
            shape = shape.or(&self.inputs[i]);
            i += 1;
        }
        shape
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        if self.count == 0 || self.count > CONCAT_MAX {
            return Fault::Operands { min: 1, max: CONCAT_MAX, found: self.count };
        }
        Fault::axis(&self.others(), self.axis).or(self.sizes_fault()).or(self.overflow())
    }

    const fn overflow(&self) -> Fault {
        let (mut known, mut i) = (self.axis != UNKNOWN, 0);
        while i < self.held() {
            known &= self.inputs[i].is_known();
            i += 1;
        }
        Fault::overflow_of(&self.output(), known)
    }

    const fn sizes_fault(&self) -> Fault {
        let mut first = self.inputs[0];
        let mut i = 1;
        while i < self.held() {
            let other = self.inputs[i];
            if !first.with(self.axis, UNKNOWN).fits(&other.with(self.axis, UNKNOWN)) {
                return Fault::Concat { axis: self.axis, index: i, first, other };
            }
            first = first.or(&other);
            i += 1;
        }
        Fault::None
    }

    /// The first position of value `i` along the axis; of `count`, their number.
    #[must_use]
    pub const fn start(&self, i: usize) -> usize {
        let (mut start, mut k) = (0, 0);
        while k < i && k < self.held() {
            start = add(start, self.inputs[k].around(self.axis).1);
            k += 1;
        }
        start
    }

    /// The shape of the output: the values' sizes added along the axis.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.others().with(self.axis, self.start(self.count))
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
