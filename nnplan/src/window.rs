//! Sliding windows of convolution and pooling, one axis at a time.

use crate::shape::{UNKNOWN, add, mul};

/// How the borders of an image are padded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Rows and columns of zeros: top, bottom, left, right.
    Explicit([usize; 4]),
    /// TensorFlow's `same`: the output has `ceil(input / stride)` rows; an odd row or
    /// column of padding goes to the bottom or right.
    Same,
}

/// One axis of a sliding window, with everything resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Rows of the input.
    pub input: usize,
    /// Rows of the window.
    pub kernel: usize,
    /// Step between windows.
    pub stride: usize,
    /// Step between the rows of one window.
    pub dilation: usize,
    /// Rows of padding in front.
    pub before: usize,
    /// Rows of padding after the input.
    pub after: usize,
    /// Rows of the output; [`UNKNOWN`] when one of the above is, or when they do not fit.
    pub output: usize,
}

impl Window {
    /// Resolves one axis (0 vertical, 1 horizontal).
    ///
    /// `output = floor((input + before + after - (dilation * (kernel - 1) + 1)) / stride) + 1`
    #[must_use]
    pub const fn new(
        axis: usize,
        input: usize,
        kernel: usize,
        stride: usize,
        dilation: usize,
        padding: Padding,
    ) -> Self {
        let mut w = Self { input, kernel, stride, dilation, before: 0, after: 0, output: UNKNOWN };
        match padding {
            Padding::Explicit(p) => {
                w.before = p[2 * axis];
                w.after = p[2 * axis + 1];
            }
            Padding::Same => {
                let span = w.span();
                if input == UNKNOWN || span == UNKNOWN || stride == UNKNOWN || stride == 0 {
                    w.before = UNKNOWN;
                    w.after = UNKNOWN;
                } else {
                    let output = input.div_ceil(stride);
                    let needed = add(mul(output.saturating_sub(1), stride), span);
                    let total = needed.saturating_sub(input);
                    w.before = total / 2;
                    w.after = total - total / 2;
                }
            }
        }
        let (padded, span) = (w.padded(), w.span());
        if padded != UNKNOWN
            && span != UNKNOWN
            && stride != UNKNOWN
            && stride != 0
            && span <= padded
        {
            w.output = (padded - span) / stride + 1;
        }
        w
    }

    /// Rows covered by one window: `dilation * (kernel - 1) + 1`.
    #[must_use]
    pub const fn span(&self) -> usize {
        if self.kernel == 0 || self.kernel == UNKNOWN {
            return UNKNOWN;
        }
        add(mul(self.dilation, self.kernel - 1), 1)
    }

    /// Rows of the padded input.
    #[must_use]
    pub const fn padded(&self) -> usize {
        add(add(self.input, self.before), self.after)
    }

    /// Whether a window lies in the padding alone although there is an input: its rows are further apart
    /// than the input is long, and it steps over it. `false` when a number is unknown.
    ///
    /// Padding of at most half the window is taken for granted (and checked elsewhere): without
    /// dilation such a window always meets the input.
    #[must_use]
    pub const fn misses(&self) -> bool {
        if self.output == UNKNOWN || self.dilation <= self.input {
            return false;
        }
        if self.before > 1 << 12 {
            return true; // not worth the time to find out
        }
        let mut start = 0;
        let mut o = 0;
        while o < self.output && start < self.before {
            // The first row at or after the input's first is so many rows after it:
            let first = (self.before - start).next_multiple_of(self.dilation) + start - self.before;
            if first >= self.input {
                return true;
            }
            start += self.stride;
            o += 1;
        }
        false
    }

    /// Rows at the end that no window reaches: 0 when unknown.
    #[must_use]
    pub const fn dropped(&self) -> usize {
        if self.output == UNKNOWN {
            return 0;
        }
        let reached = (self.output - 1) * self.stride + self.span();
        let padded = self.padded();
        // Padding rows that are not reached lose nothing.
        let lost = padded - reached;
        let lost = lost.saturating_sub(self.after);
        if lost < self.input { lost } else { self.input }
    }
}
