//! `MaxPool2d`, `AvgPool2d` and `GlobalAvgPool2d` over images `[channels, height, width]`.

use super::conv2d::window_fault;
use crate::{Cost, Fault, Padding, Shape, UNKNOWN, Window, times};

/// The arguments of a pool as written. Pairs are (h, w).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool2dArgs {
    /// The first argument; `None` is the whole image (`GlobalAvgPool2d`).
    pub kernel: Option<[usize; 2]>,
    /// `stride =`; the kernel unless given.
    pub stride: Option<[usize; 2]>,
    /// `padding = 0`.
    pub padding: Padding,
    /// `dilation = 1`.
    pub dilation: [usize; 2],
    /// `count_include_pad = true`: an average divides by the whole window.
    pub count_include_pad: bool,
}

/// A pool on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// C.
    pub channels: usize,
    /// The vertical axis.
    pub vertical: Window,
    /// The horizontal axis.
    pub horizontal: Window,
    /// Whether an average divides by the whole window, padding included.
    pub count_include_pad: bool,
    same: bool,
}

impl Pool2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: Pool2dArgs) -> Self {
        let (height, width) =
            if input.rank() == 3 { (input.dim(1), input.dim(2)) } else { (UNKNOWN, UNKNOWN) };
        let kernel = match args.kernel {
            Some(k) => k,
            None => [height, width],
        };
        let stride = match args.stride {
            Some(s) => s,
            None => kernel,
        };
        Self {
            input,
            channels: if input.rank() == 3 { input.dim(0) } else { UNKNOWN },
            vertical: Window::new(0, height, kernel[0], stride[0], args.dilation[0], args.padding),
            horizontal: Window::new(1, width, kernel[1], stride[1], args.dilation[1], args.padding),
            count_include_pad: args.count_include_pad,
            same: matches!(args.padding, Padding::Same),
        }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::rank(&self.input, 3, 3)
            .or(window_fault(&self.vertical, &self.horizontal))
            .or(self.padding_fault(&self.vertical))
            .or(self.padding_fault(&self.horizontal))
            .or(gap_fault(&self.vertical, false))
            .or(gap_fault(&self.horizontal, true))
    }

    /// A window must not lie in the padding alone: PyTorch's rule, padding ≤ kernel / 2.
    const fn padding_fault(&self, w: &Window) -> Fault {
        if self.same || w.kernel == UNKNOWN {
            return Fault::None;
        }
        let limit = w.kernel / 2;
        if w.before != UNKNOWN && w.before > limit {
            return Fault::PoolPadding { padding: w.before, limit };
        }
        if w.after != UNKNOWN && w.after > limit {
            return Fault::PoolPadding { padding: w.after, limit };
        }
        Fault::None
    }

    /// The shape of the output: `[channels, out_height, out_width]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        Shape::new(&[self.channels, self.vertical.output, self.horizontal.output])
    }

    /// Bytes of a position within a window: 1 for windows of up to 256 pixels, 2 up to 65536, else 4.
    #[must_use]
    pub const fn index_bytes(&self) -> usize {
        match crate::mul(self.vertical.kernel, self.horizontal.kernel) {
            0..=256 => 1,
            257..=65536 => 2,
            _ => 4,
        }
    }

    /// Bytes of the chosen positions of one sample.
    #[must_use]
    pub const fn index_len(&self) -> usize {
        crate::mul(self.output().len(), self.index_bytes())
    }

    /// What one sample costs: an operation an element of each window.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let outputs = self.output().len() as u64;
        Cost {
            parameters: 0,
            frozen: 0,
            macs: 0,
            flops: times(times(outputs, self.vertical.kernel), self.horizontal.kernel),
        }
    }
}

const fn gap_fault(w: &Window, horizontal: bool) -> Fault {
    if w.misses() {
        Fault::PoolGap { dilation: w.dilation, input: w.input, horizontal }
    } else {
        Fault::None
    }
}
