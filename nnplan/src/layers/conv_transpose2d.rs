//! `ConvTranspose2d`: the gradient of a convolution by its input, as a layer.

use crate::{Arg, Conv2d, Conv2dArgs, Cost, Fault, Padding, Scale, Shape, UNKNOWN, add, mul, sub};

/// The arguments of a `ConvTranspose2d` as written. Pairs are (h, w).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvTranspose2dArgs {
    /// Left of the arrow; `None` infers it.
    pub in_channels: Option<usize>,
    /// Right of the arrow.
    pub out_channels: usize,
    /// `kernel =`.
    pub kernel: [usize; 2],
    /// `stride = 1`.
    pub stride: [usize; 2],
    /// `padding = 0`: top, bottom, left, right.
    pub padding: [usize; 4],
    /// `output_padding = 0`.
    pub output_padding: [usize; 2],
    /// `dilation = 1`.
    pub dilation: [usize; 2],
    /// `groups = 1`.
    pub groups: usize,
    /// `bias = true`.
    pub bias: bool,
}

/// A `ConvTranspose2d` on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvTranspose2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// The convolution from the output to the input, whose gradient by its input the layer is. Its weight is the layer's.
    pub conv: Conv2d,
    /// Whether there is a bias.
    pub bias: bool,
    args: ConvTranspose2dArgs,
}

/// Rows of the output: `(input - 1) * stride - before - after + span + output_padding`.
const fn size(args: &ConvTranspose2dArgs, input: usize, axis: usize) -> usize {
    let [before, after] = [args.padding[2 * axis], args.padding[2 * axis + 1]];
    let (kernel, input_less) = (args.kernel[axis], sub(input, 1));
    if kernel == 0 || input == 0 {
        return UNKNOWN;
    }
    let span = add(mul(args.dilation[axis], sub(kernel, 1)), 1);
    let whole = add(add(mul(input_less, args.stride[axis]), span), args.output_padding[axis]);
    let cut = add(before, after);
    if whole == UNKNOWN || cut == UNKNOWN || cut >= whole { UNKNOWN } else { whole - cut }
}

impl ConvTranspose2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: ConvTranspose2dArgs) -> Self {
        let is_image = input.rank() == 3;
        let (height, width) =
            if is_image { (input.dim(1), input.dim(2)) } else { (UNKNOWN, UNKNOWN) };
        let in_channels = match args.in_channels {
            Some(n) => n,
            None if is_image => input.dim(0),
            None => UNKNOWN,
        };
        let output =
            Shape::new(&[args.out_channels, size(&args, height, 0), size(&args, width, 1)]);
        let conv = Conv2d::new(
            output,
            Conv2dArgs {
                in_channels: Some(args.out_channels),
                out_channels: in_channels,
                kernel: args.kernel,
                stride: args.stride,
                padding: Padding::Explicit(args.padding),
                dilation: args.dilation,
                groups: Some(args.groups),
                bias: false,
            },
        );
        Self { input, conv, bias: args.bias, args }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let declared = match self.args.in_channels {
            Some(n) => n,
            None => UNKNOWN,
        };
        Fault::rank(&self.input, 3, 3)
            .or(Fault::zero(declared, Arg::Input))
            .or(Fault::zero(self.args.out_channels, Arg::Output))
            .or(Fault::differ(self.input.channels(), declared, true))
            .or(self.axis_fault(0))
            .or(self.axis_fault(1))
            .or(match self.conv.fault() {
                // Of the two, the one that comes in is the convolution's output.
                Fault::Groups { groups, in_channels, out_channels } => {
                    Fault::Groups { groups, in_channels: out_channels, out_channels: in_channels }
                }
                fault => fault,
            })
    }

    const fn axis_fault(&self, axis: usize) -> Fault {
        let (stride, more) = (self.args.stride[axis], self.args.output_padding[axis]);
        let zero = Fault::zero(self.args.kernel[axis], Arg::Kernel)
            .or(Fault::zero(stride, Arg::Stride))
            .or(Fault::zero(self.args.dilation[axis], Arg::Dilation));
        if !zero.is_none() {
            return zero;
        }
        if stride != UNKNOWN && more != UNKNOWN && more >= stride {
            return Fault::OutputPadding { padding: more, stride };
        }
        let uncut = ConvTranspose2dArgs { padding: [0; 4], ..self.args };
        let input = if self.input.rank() == 3 { self.input.dim(1 + axis) } else { UNKNOWN };
        let whole = size(&uncut, input, axis);
        let cut = add(self.args.padding[2 * axis], self.args.padding[2 * axis + 1]);
        if whole != UNKNOWN && cut != UNKNOWN && cut >= whole {
            return Fault::Cut { padding: cut, size: whole, horizontal: axis == 1 };
        }
        Fault::None
    }

    /// The shape of the output: `[out_channels, out_height, out_width]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.conv.input
    }

    /// The bias, as a term of each channel of the output.
    #[must_use]
    pub const fn shift(&self) -> Scale {
        Scale::new(self.output(), 0, false, true)
    }

    /// The shape of the bias: (out).
    #[must_use]
    pub const fn bias(&self) -> Shape {
        Shape::new(&[self.args.out_channels])
    }

    /// What one sample costs.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let conv = self.conv.cost();
        if self.bias { conv.plus(self.shift().cost()) } else { conv }
    }
}
