//! `sum`, `mean` and `max` over axes.

use crate::{AXES, Cost, Fault, Shape, mul};

/// What is made of the elements along the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReduceFunction {
    /// Their sum.
    Sum,
    /// Their sum divided by their number.
    Mean,
    /// The largest.
    Max,
}

/// A reduction of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reduce {
    /// What is made of the elements.
    pub function: ReduceFunction,
    /// The shape it is applied to.
    pub input: Shape,
    /// The axes that are reduced.
    pub axes: [bool; AXES],
    /// Whether they stay, with size 1.
    pub keep: bool,
    /// An axis beyond those that a value can have, if one is named.
    pub(super) beyond: Option<usize>,
}

impl Reduce {
    /// Resolves the function on `input`, along the axes that are `true`.
    #[must_use]
    pub const fn new<const N: usize>(
        function: ReduceFunction,
        input: Shape,
        axes: [bool; N],
        keep: bool,
    ) -> Self {
        let (mut all, mut i) = ([false; AXES], 0);
        while i < N && i < AXES {
            all[i] = axes[i];
            i += 1;
        }
        let axes = all;
        Self { function, input, axes, keep, beyond: None }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let (mut fault, mut axis) = (Fault::None, 0);
        if let Some(beyond) = self.beyond {
            fault = Fault::axis(&self.input, beyond);
        }
        while axis < AXES {
            if self.axes[axis] {
                fault = fault.or(Fault::axis(&self.input, axis));
            }
            axis += 1;
        }
        fault.or(Fault::runs(&self.input, self.axes)).or(Fault::overflow(&self.output()))
    }

    /// The shape of the output: without the axes, or with 1 in their places; `[1]` when none is left.
    #[must_use]
    pub const fn output(&self) -> Shape {
        let (mut dims, mut rank, mut axis) = ([1; AXES], 0, 0);
        while axis < self.input.rank() {
            if !self.axes[axis] {
                dims[rank] = self.input.dim(axis);
            }
            if !self.axes[axis] || self.keep {
                rank += 1;
            }
            axis += 1;
        }
        match (self.input.rank(), rank) {
            (0, _) => Shape::UNKNOWN,
            (_, 0) => Shape::new(&[1]),
            _ => Shape::new(dims.split_at(rank).0),
        }
    }

    /// The number of elements of which one is made.
    #[inline(always)] // without a loop, as `Shape::len`
    #[must_use]
    pub const fn count(&self) -> usize {
        let first = mul(mul(self.reduced(0), self.reduced(1)), self.reduced(2));
        mul(first, mul(mul(self.reduced(3), self.reduced(4)), self.reduced(5)))
    }

    /// The size of an axis that is reduced, 1 of another.
    #[inline(always)]
    const fn reduced(&self, axis: usize) -> usize {
        if self.axes[axis] && axis < self.input.rank() { self.input.dim(axis) } else { 1 }
    }

    /// What one sample costs: an operation an element, and the quotients of a mean.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let quotients = match self.function {
            ReduceFunction::Mean => self.output().len() as u64,
            ReduceFunction::Sum | ReduceFunction::Max => 0,
        };
        let flops = (self.input.len() as u64).saturating_add(quotients);
        Cost { parameters: 0, frozen: 0, macs: 0, flops }
    }
}
