//! What can be wrong with the sizes of a layer.

use crate::{AXES, Shape, UNKNOWN};

/// The argument of a layer at which a fault lies: what the error underlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    /// The layer as a whole: its kind.
    Kind,
    /// The size left of the arrow, or the only size of a norm.
    Input,
    /// The size right of the arrow.
    Output,
    /// `kernel =`, or a pool's first argument.
    Kernel,
    /// `stride =`.
    Stride,
    /// `padding =`.
    Padding,
    /// `output_padding =`.
    OutputPadding,
    /// `dilation =`.
    Dilation,
    /// `groups =`.
    Groups,
    /// `axis =` or `axes =`.
    Axis,
    /// The axes of a `permute`.
    Axes,
    /// `scale =`.
    Scale,
    /// The range of a `slice`.
    Range,
    /// The shape of a `reshape` or `expand`.
    Shape,
}

impl Arg {
    /// Every argument, in the order in which they stand; the kind last.
    pub const ALL: [Self; 14] = [
        Self::Input,
        Self::Output,
        Self::Kernel,
        Self::Stride,
        Self::Padding,
        Self::OutputPadding,
        Self::Dilation,
        Self::Groups,
        Self::Axis,
        Self::Axes,
        Self::Scale,
        Self::Range,
        Self::Shape,
        Self::Kind,
    ];
}

/// A fault of sizes. Rules give the first one they meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// None.
    None,
    /// The layer declares another input size than the value before it has.
    Input {
        /// What the network provides here.
        expected: usize,
        /// What the layer declares.
        found: usize,
        /// Whether the size counts channels rather than features.
        channels: bool,
    },
    /// The layer does not take values of this rank.
    Rank {
        /// The lowest rank it takes.
        min: usize,
        /// The highest rank it takes.
        max: usize,
        /// The rank of the value before it.
        found: usize,
    },
    /// A size or step is zero.
    Zero(Arg),
    /// The window is larger than the padded input.
    Kernel {
        /// Rows (or columns) the window covers, dilation included.
        span: usize,
        /// Rows (or columns) of the padded input.
        padded: usize,
        /// Whether this is the horizontal axis.
        horizontal: bool,
    },
    /// Channels are not a multiple of the groups.
    Groups {
        /// The groups.
        groups: usize,
        /// Channels of the input.
        in_channels: usize,
        /// Channels of the output; [`UNKNOWN`] when they are.
        out_channels: usize,
    },
    /// A depthwise convolution's output channels are not a multiple of its input channels.
    Depthwise {
        /// Channels of the input, which are its groups.
        in_channels: usize,
        /// Channels of the output.
        out_channels: usize,
    },
    /// A pool's window could lie in the padding alone.
    PoolPadding {
        /// Rows (or columns) of padding on one side.
        padding: usize,
        /// The largest padding that is allowed.
        limit: usize,
    },
    /// A reflection of more rows (or columns) than lie beside the first.
    Reflection {
        /// Rows (or columns) of padding on one side.
        padding: usize,
        /// Rows (or columns) of the input.
        size: usize,
        /// Whether this is the horizontal axis.
        horizontal: bool,
    },
    /// A transposed convolution has more rows (or columns) at the end than a stride reaches.
    OutputPadding {
        /// The rows (or columns) more.
        padding: usize,
        /// The stride.
        stride: usize,
    },
    /// A transposed convolution's padding cuts off all that there is.
    Cut {
        /// Rows (or columns) that are cut off.
        padding: usize,
        /// Rows (or columns) that there are.
        size: usize,
        /// Whether this is the horizontal axis.
        horizontal: bool,
    },
    /// A dilated pool's window steps over the whole input.
    PoolGap {
        /// The step between the rows (or columns) of the window.
        dilation: usize,
        /// Rows (or columns) of the input.
        input: usize,
        /// Whether this is the horizontal axis.
        horizontal: bool,
    },
    /// An axis that the value does not have.
    Axis {
        /// The axis.
        axis: usize,
        /// The rank of the value before it.
        rank: usize,
    },
    /// Axes of two kinds take turns too often: see [`Fault::runs`].
    Runs,
    /// Two operands have different shapes.
    Unequal {
        /// The shape of the left one.
        left: Shape,
        /// The shape of the right one.
        right: Shape,
    },
    /// Values to put one after another differ on another axis.
    Concat {
        /// The axis along which they are put.
        axis: usize,
        /// The number of the value that differs.
        index: usize,
        /// The shape of the values before it.
        first: Shape,
        /// Its shape.
        other: Shape,
    },
    /// A function does not take as many values.
    Operands {
        /// The fewest it takes.
        min: usize,
        /// The most it takes.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A network in a network takes another shape.
    Border {
        /// What it takes.
        takes: Shape,
        /// What it gets.
        found: Shape,
        /// Which of the values that it gets.
        operand: usize,
    },
    /// An axis does not divide into so many equal parts.
    Parts {
        /// The parts.
        parts: usize,
        /// The size of the axis.
        size: usize,
    },
    /// A range that is empty or reaches beyond the axis.
    Slice {
        /// The first position.
        start: usize,
        /// The position after the last.
        end: usize,
        /// The size of the axis.
        size: usize,
    },
    /// Axes that are not each axis once.
    Permutation {
        /// The rank of the value.
        rank: usize,
        /// The number of axes that are named.
        found: usize,
    },
    /// A shape that is not the value's with its ones repeated.
    Expand {
        /// The shape of the value.
        input: Shape,
        /// The shape it should get.
        to: Shape,
    },
    /// A shape of another number of elements.
    Elements {
        /// The elements of the value.
        expected: usize,
        /// The elements of the shape it should get.
        found: usize,
    },
    /// Two matrices that cannot be multiplied.
    Product {
        /// The shape of the left one, as it is stored.
        left: Shape,
        /// The shape of the right one.
        right: Shape,
        /// Whether they are multiplied with rows and columns exchanged.
        transposed: [bool; 2],
    },
    /// A table has fewer rows than there are integers.
    Rows {
        /// The number of integers.
        expected: usize,
        /// The rows.
        found: usize,
    },
    /// A tensor, or a window with its dilation, or a padded row, has more than 2^40 elements.
    Overflow,
}

impl Fault {
    /// Whether there is none.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The argument to underline.
    #[must_use]
    pub const fn arg(&self) -> Arg {
        match self {
            Self::None
            | Self::Border { .. }
            | Self::Rank { .. }
            | Self::Overflow
            | Self::Unequal { .. }
            | Self::Concat { .. }
            | Self::Operands { .. }
            | Self::Product { .. } => Arg::Kind,
            Self::Input { .. } | Self::Rows { .. } => Arg::Input,
            Self::Zero(arg) => *arg,
            Self::Kernel { .. } => Arg::Kernel,
            Self::Groups { .. } => Arg::Groups,
            Self::Depthwise { .. } => Arg::Output,
            Self::PoolPadding { .. } | Self::Reflection { .. } | Self::Cut { .. } => Arg::Padding,
            Self::OutputPadding { .. } => Arg::OutputPadding,
            Self::PoolGap { .. } => Arg::Dilation,
            Self::Axis { .. } | Self::Parts { .. } => Arg::Axis,
            Self::Runs => Arg::Axes,
            Self::Permutation { .. } => Arg::Axes,
            Self::Slice { .. } => Arg::Range,
            Self::Expand { .. } | Self::Elements { .. } => Arg::Shape,
        }
    }

    /// This fault, or the other when there is none.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        if self.is_none() { other } else { self }
    }

    /// A fault when `declared` and `provided` are known and differ.
    #[must_use]
    pub const fn differ(provided: usize, declared: usize, channels: bool) -> Self {
        if provided != declared && provided != UNKNOWN && declared != UNKNOWN {
            Self::Input { expected: provided, found: declared, channels }
        } else {
            Self::None
        }
    }

    /// A fault when a size is 0.
    #[must_use]
    pub const fn zero(size: usize, arg: Arg) -> Self {
        if size == 0 { Self::Zero(arg) } else { Self::None }
    }

    /// A fault when the rank of `shape` is known and outside `min..=max`.
    #[must_use]
    pub const fn rank(shape: &Shape, min: usize, max: usize) -> Self {
        let found = shape.rank();
        if found != 0 && (found < min || found > max) {
            Self::Rank { min, max, found }
        } else {
            Self::None
        }
    }

    /// A fault when `shape` is known to have no such axis.
    #[must_use]
    pub const fn axis(shape: &Shape, axis: usize) -> Self {
        let rank = shape.rank();
        if rank != 0 && axis != UNKNOWN && axis >= rank {
            Self::Axis { axis, rank }
        } else {
            Self::None
        }
    }

    /// A fault when `chosen` axes lie in more than two places of `shape`, apart from one another by axes that are not:
    /// kernels see a value as five groups of axes, of which two are reduced or repeated.
    #[must_use]
    pub const fn runs(shape: &Shape, chosen: [bool; AXES]) -> Self {
        let (mut runs, mut inside, mut axis) = (0, false, 0);
        while axis < shape.rank() {
            if shape.dim(axis) != 1 {
                runs += (chosen[axis] && !inside) as usize;
                inside = chosen[axis];
            }
            axis += 1;
        }
        if runs > 2 { Self::Runs } else { Self::None }
    }

    /// [`overflow`](Self::overflow) of a shape whose sizes are computed; `known`: from known numbers alone, so
    /// that a size that is unknown has overflowed.
    #[must_use]
    pub(crate) const fn overflow_of(shape: &Shape, known: bool) -> Self {
        if known && !shape.is_known() { Self::Overflow } else { Self::overflow(shape) }
    }

    /// A fault when all sizes of `shape` are known but their product is not.
    #[must_use]
    pub const fn overflow(shape: &Shape) -> Self {
        // 2^40 elements are 4 TiB of f32: beyond any device, and byte counts stay in range.
        if shape.is_known() && (shape.len() == UNKNOWN || shape.len() as u64 > 1 << 40) {
            Self::Overflow
        } else {
            Self::None
        }
    }
}
