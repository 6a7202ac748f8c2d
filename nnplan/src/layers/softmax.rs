//! `Softmax` and `LogSoftmax`.

use crate::{Cost, Fault, Shape};

/// The arguments of a softmax as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoftmaxArgs {
    /// `axis = 0`: the channels.
    pub axis: usize,
    /// Whether this is the logarithm.
    pub log: bool,
}

/// A softmax on a known input: `exp(x - max) / sum`, over one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Softmax {
    /// The shape it is applied to.
    pub input: Shape,
    /// The axis whose elements sum to 1.
    pub axis: usize,
    /// Product of the sizes before the axis.
    pub outer: usize,
    /// The size of the axis.
    pub classes: usize,
    /// Product of the sizes after the axis: the step between two classes.
    pub inner: usize,
    /// Whether the result is the logarithm.
    pub log: bool,
}

impl Softmax {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: SoftmaxArgs) -> Self {
        let (outer, classes, inner) = input.around(args.axis);
        Self { input, axis: args.axis, outer, classes, inner, log: args.log }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::axis(&self.input, self.axis)
    }

    /// The shape of the output: the input's.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.input
    }

    /// What one sample costs: max, difference, exp, sum, quotient an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost {
            parameters: 0,
            frozen: 0,
            macs: 0,
            flops: (self.input.len() as u64).saturating_mul(5),
        }
    }
}
