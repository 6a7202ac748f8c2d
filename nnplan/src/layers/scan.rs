//! A network applied step by step along the first axis, with a state that goes from step to step.

use crate::{Cost, Fault, Shape, Slice};

/// A network of inputs `x, h, …` on each step of a sequence: the states `h, …` that it gives go to the next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scan {
    /// The sequence: its first axis are the steps.
    pub input: Shape,
    /// The shape of a step.
    pub step: Shape,
    /// What a step gives.
    pub gives: Shape,
    /// Whether the last step comes first.
    pub reverse: bool,
    cost: Cost,
    fault: Fault,
}

impl Scan {
    /// A network that takes a step of shape `takes`, and `gives` so much, on the sequence `input`.
    #[must_use]
    pub const fn new(input: Shape, takes: Shape, gives: Shape, cost: Cost, reverse: bool) -> Self {
        let step = input.removed(0);
        let rank = Fault::rank(&input, 2, crate::AXES);
        let fits = takes.fits(&step);
        let fault = if rank.is_none() && !fits {
            Fault::Border { takes, found: step, operand: 0 }
        } else {
            rank
        };
        Self { input, step, gives, reverse, cost, fault }
    }

    /// The same, with a state of shape `found` that has to be `takes`: value number `operand`.
    #[must_use]
    pub const fn with_state(self, takes: Shape, found: Shape, operand: usize) -> Self {
        let is_fine = !self.fault.is_none() || takes.fits(&found);
        let fault = if is_fine { self.fault } else { Fault::Border { takes, found, operand } };
        Self { fault, ..self }
    }

    /// The number of steps.
    #[must_use]
    pub const fn length(&self) -> usize {
        if self.input.rank() == 0 { crate::UNKNOWN } else { self.input.dim(0) }
    }

    /// Step number `t` of the sequence `shape`.
    #[must_use]
    pub const fn at(shape: Shape, t: usize) -> Slice {
        Slice::new(shape, 0, t, t + 1)
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.fault.or(Fault::overflow(&self.output()))
    }

    /// The shape of the output: what each step gives.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.gives.inserted(0).with(0, self.length())
    }

    /// What one sample costs: all steps, with one set of parameters.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.cost.times(self.length())
    }
}
