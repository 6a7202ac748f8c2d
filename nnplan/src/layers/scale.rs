//! A factor and a term of each channel: how norms end.

use crate::{Cost, Fault, LayerNorm, Shape, UNKNOWN, mul, times};

/// A factor and a term of each channel of a known input, whose channels lie along one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The shape it is applied to.
    pub input: Shape,
    /// The product of the sizes before the channels.
    pub outer: usize,
    /// Channels.
    pub channels: usize,
    /// The product of the sizes after the channels.
    pub inner: usize,
    /// Whether there is a factor.
    pub weight: bool,
    /// Whether there is a term.
    pub bias: bool,
    shape: Shape,
}

impl Scale {
    /// Of the channels along `axis`.
    #[must_use]
    pub const fn new(input: Shape, axis: usize, weight: bool, bias: bool) -> Self {
        let (outer, channels, inner) = input.around(axis);
        let shape = Shape::new(&[channels]);
        Self { input, outer, channels, inner, weight, bias, shape }
    }

    /// Of all elements of a row: the last `axes` axes; `None` is all of them.
    #[must_use]
    pub const fn rows(input: Shape, axes: Option<usize>, weight: bool, bias: bool) -> Self {
        let norm = LayerNorm::new(input, axes, 1.0);
        let (outer, channels, shape) = (norm.rows, norm.features, norm.weight());
        Self { input, outer, channels, inner: 1, weight, bias, shape }
    }

    /// One factor for so many channels, axis 0, or one for all of them.
    #[must_use]
    pub const fn slopes(input: Shape, count: usize) -> Self {
        let (outer, channels, inner) =
            if count == 1 { (1, 1, input.len()) } else { input.around(0) };
        let shape = Shape::new(&[count]);
        Self { input, outer, channels, inner, weight: true, bias: false, shape }
    }

    /// Without the term: the gradient by the input.
    #[must_use]
    pub const fn gradient(&self) -> Self {
        Self { bias: false, ..*self }
    }

    /// The shape of factors and terms.
    #[must_use]
    pub const fn weight(&self) -> Shape {
        self.shape
    }

    /// The first fault: factors that are not as many as the channels.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        if self.shape.rank() == 1 {
            Fault::differ(self.channels, self.shape.dim(0), true)
        } else {
            Fault::None
        }
    }

    /// The shape of the output: the input's.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.input
    }

    /// What one sample costs: an operation each, and the tensors.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let kinds = self.weight as usize + self.bias as usize;
        let parameters = if self.channels == UNKNOWN { 0 } else { mul(self.channels, kinds) };
        Cost { parameters, frozen: 0, macs: 0, flops: times(kinds as u64, self.input.len()) }
    }
}
