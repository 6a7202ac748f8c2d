//! `Conv2d`: cross-correlation of an image `[channels, height, width]`.

use crate::{Arg, Cost, Fault, Padding, Shape, UNKNOWN, Window, mul, times};

/// The arguments of a `Conv2d` as written. Pairs are (h, w).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv2dArgs {
    /// Left of the arrow; `None` infers it.
    pub in_channels: Option<usize>,
    /// Right of the arrow.
    pub out_channels: usize,
    /// `kernel =`.
    pub kernel: [usize; 2],
    /// `stride = 1`.
    pub stride: [usize; 2],
    /// `padding = 0`.
    pub padding: Padding,
    /// `dilation = 1`.
    pub dilation: [usize; 2],
    /// `groups = 1`; `None` is `depthwise`: one group a channel.
    pub groups: Option<usize>,
    /// `bias = true`.
    pub bias: bool,
}

impl Conv2dArgs {
    /// With what is not optional, and the defaults.
    #[must_use]
    pub const fn new(
        in_channels: Option<usize>,
        out_channels: usize,
        kernel: [usize; 2],
        bias: bool,
    ) -> Self {
        Self {
            in_channels,
            out_channels,
            kernel,
            stride: [1, 1],
            padding: Padding::Explicit([0, 0, 0, 0]),
            dilation: [1, 1],
            groups: Some(1),
            bias,
        }
    }
}

/// A `Conv2d` on a known input. Weights are OIHW: (out, in / groups, kernel h, kernel w).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// C.
    pub in_channels: usize,
    /// O.
    pub out_channels: usize,
    /// The vertical axis.
    pub vertical: Window,
    /// The horizontal axis.
    pub horizontal: Window,
    /// Groups; each maps C / groups channels to O / groups.
    pub groups: usize,
    /// Whether there is a bias.
    pub bias: bool,
    declared: Option<usize>,
    is_depthwise: bool,
}

impl Conv2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: Conv2dArgs) -> Self {
        let in_channels = match args.in_channels {
            Some(n) => n,
            None if input.rank() == 3 => input.dim(0),
            None => UNKNOWN,
        };
        let (height, width) =
            if input.rank() == 3 { (input.dim(1), input.dim(2)) } else { (UNKNOWN, UNKNOWN) };
        Self {
            input,
            in_channels,
            out_channels: args.out_channels,
            vertical: Window::new(
                0,
                height,
                args.kernel[0],
                args.stride[0],
                args.dilation[0],
                args.padding,
            ),
            horizontal: Window::new(
                1,
                width,
                args.kernel[1],
                args.stride[1],
                args.dilation[1],
                args.padding,
            ),
            groups: match args.groups {
                Some(n) => n,
                None => in_channels,
            },
            bias: args.bias,
            declared: args.in_channels,
            is_depthwise: args.groups.is_none(),
        }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let declared = match self.declared {
            Some(n) => n,
            None => UNKNOWN,
        };
        Fault::rank(&self.input, 3, 3)
            .or(Fault::zero(declared, Arg::Input))
            .or(Fault::zero(self.out_channels, Arg::Output))
            .or(Fault::differ(self.input.channels(), declared, true))
            .or(window_fault(&self.vertical, &self.horizontal))
            .or(self.group_fault())
            .or(Fault::overflow(&self.weight()))
            .or(Fault::overflow(&self.output()))
    }

    const fn group_fault(&self) -> Fault {
        let (groups, in_channels, out_channels) =
            (self.groups, self.in_channels, self.out_channels);
        if groups == 0 {
            Fault::Zero(Arg::Groups)
        } else if splits(in_channels, groups) && splits(out_channels, groups) {
            Fault::None
        } else if self.is_depthwise {
            Fault::Depthwise { in_channels, out_channels }
        } else {
            Fault::Groups { groups, in_channels, out_channels }
        }
    }

    /// The shape of the output: `[out_channels, out_height, out_width]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        Shape::new(&[self.out_channels, self.vertical.output, self.horizontal.output])
    }

    /// Input channels of one group.
    #[must_use]
    pub const fn group_in(&self) -> usize {
        divide(self.in_channels, self.groups)
    }

    /// Output channels of one group.
    #[must_use]
    pub const fn group_out(&self) -> usize {
        divide(self.out_channels, self.groups)
    }

    /// The shape of the weight: OIHW.
    #[must_use]
    pub const fn weight(&self) -> Shape {
        Shape::new(&[
            self.out_channels,
            self.group_in(),
            self.vertical.kernel,
            self.horizontal.kernel,
        ])
    }

    /// The shape of the bias: (out).
    #[must_use]
    pub const fn bias(&self) -> Shape {
        Shape::new(&[self.out_channels])
    }

    /// Rows of one group's im2col matrix: `group_in * kernel h * kernel w`.
    #[must_use]
    pub const fn patch(&self) -> usize {
        mul(mul(self.group_in(), self.vertical.kernel), self.horizontal.kernel)
    }

    /// Outputs of one input element: `group_out * kernel h * kernel w`.
    #[must_use]
    pub const fn fan_out(&self) -> usize {
        mul(mul(self.group_out(), self.vertical.kernel), self.horizontal.kernel)
    }

    /// The inputs of one output, and the outputs of one input: [`patch`](Self::patch) and [`fan_out`](Self::fan_out).
    #[must_use]
    pub const fn fans(&self) -> [usize; 2] {
        [self.patch(), self.fan_out()]
    }

    /// Pixels of one output channel.
    #[must_use]
    pub const fn out_pixels(&self) -> usize {
        mul(self.vertical.output, self.horizontal.output)
    }

    /// Pixels of one input channel.
    #[must_use]
    pub const fn in_pixels(&self) -> usize {
        mul(self.vertical.input, self.horizontal.input)
    }

    /// What one sample costs.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let outputs = self.output().len();
        let macs = times(outputs as u64, self.patch());
        let bias = if self.bias { self.out_channels } else { 0 };
        Cost {
            parameters: self.weight().len().saturating_add(bias),
            frozen: 0,
            macs,
            flops: macs.saturating_mul(2).saturating_add(if self.bias {
                outputs as u64
            } else {
                0
            }),
        }
    }
}

/// Whether channels divide into groups, as far as is known.
const fn splits(channels: usize, groups: usize) -> bool {
    channels == UNKNOWN || groups == UNKNOWN || channels.is_multiple_of(groups)
}

const fn divide(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN || b == 0 { UNKNOWN } else { a / b }
}

/// As for tensors: 2^40 elements.
const LIMIT: u64 = 1 << 40;

/// Faults that convolution and pooling share: zero arguments, a window that does not fit.
pub(super) const fn window_fault(vertical: &Window, horizontal: &Window) -> Fault {
    axis_fault(vertical, false).or(axis_fault(horizontal, true))
}

const fn axis_fault(w: &Window, horizontal: bool) -> Fault {
    let zero = Fault::zero(w.kernel, Arg::Kernel)
        .or(Fault::zero(w.stride, Arg::Stride))
        .or(Fault::zero(w.dilation, Arg::Dilation));
    if !zero.is_none() {
        return zero;
    }
    let (span, padded) = (w.span(), w.padded());
    let is_known = w.kernel != UNKNOWN && w.dilation != UNKNOWN;
    let is_padded = w.input != UNKNOWN && w.before != UNKNOWN && w.after != UNKNOWN;
    if is_known && span as u64 > LIMIT || is_padded && padded as u64 > LIMIT {
        return Fault::Overflow;
    }
    if span != UNKNOWN && padded != UNKNOWN && span > padded {
        return Fault::Kernel { span, padded, horizontal };
    }
    Fault::None
}
