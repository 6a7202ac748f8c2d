//! What kernels take of the geometries of nnplan: the numbers that their text depends on, and no others.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::mem::{Discriminant, discriminant};

use nncore::device::Clip;
use nncore::kernels::update::Update;
use nnplan::{
    Activation, AdaptiveAvgPool2d, BatchNorm, Concat, Conv2d, Embedding, Linear, MatMul, Pool2d,
    Slice, Softmax, Upsample2d, Window,
};

use crate::kernels::channels::Channels;

/// A real number, the same as another one where the bits are.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Real(u64);

impl Real {
    /// The bits of a number.
    #[must_use]
    pub fn of(x: f64) -> Self {
        Self(x.to_bits())
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl fmt::Debug for Real {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

/// A function of each element, the same as another one where the bits of its constants are.
#[derive(Clone, Copy)]
pub struct Function(Activation);

impl Function {
    /// That of an activation.
    #[must_use]
    pub const fn new(f: Activation) -> Self {
        Self(f)
    }

    /// The activation.
    #[must_use]
    pub fn get(&self) -> &Activation {
        &self.0
    }

    fn bits(&self) -> (Discriminant<Activation>, [u64; 2]) {
        let constants = match self.0 {
            Activation::LeakyRelu(a)
            | Activation::Elu(a)
            | Activation::Pow(a)
            | Activation::Reciprocal(a) => [a.to_bits(), 0],
            Activation::Clamp(low, high) => [low.to_bits(), high.to_bits()],
            Activation::Relu
            | Activation::Gelu
            | Activation::GeluTanh
            | Activation::Silu
            | Activation::Sigmoid
            | Activation::Tanh
            | Activation::Softplus
            | Activation::HardSwish
            | Activation::Exp
            | Activation::Ln
            | Activation::Sqrt
            | Activation::Square
            | Activation::Abs => [0; 2],
        };
        (discriminant(&self.0), constants)
    }
}

impl From<&Activation> for Function {
    fn from(f: &Activation) -> Self {
        Self::new(*f)
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.bits() == other.bits()
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits().hash(state);
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A matrix of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Features {
    /// Features of the input.
    pub from: usize,
    /// Features of the output.
    pub to: usize,
}

impl From<&Linear> for Features {
    fn from(g: &Linear) -> Self {
        Self { from: g.in_features, to: g.out_features }
    }
}

/// One axis of a sliding window. Padding behind the image shows in the size of the output alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WindowAxis {
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
    /// Rows of the output.
    pub output: usize,
}

impl WindowAxis {
    /// Rows that a window reaches over.
    pub(crate) fn span(&self) -> usize {
        self.dilation * (self.kernel - 1) + 1
    }
}

impl From<&Window> for WindowAxis {
    fn from(w: &Window) -> Self {
        let Window { input, kernel, stride, dilation, before, after: _, output } = *w;
        Self { input, kernel, stride, dilation, before, output }
    }
}

/// A convolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Convolution {
    /// Channels of the input.
    pub in_channels: usize,
    /// Channels of the output.
    pub out_channels: usize,
    /// Groups of channels.
    pub groups: usize,
    /// Rows.
    pub vertical: WindowAxis,
    /// Columns.
    pub horizontal: WindowAxis,
}

impl Convolution {
    pub(crate) fn group_in(&self) -> usize {
        self.in_channels / self.groups
    }

    pub(crate) fn group_out(&self) -> usize {
        self.out_channels / self.groups
    }

    /// Numbers that a number of the output is made of.
    pub(crate) fn patch(&self) -> usize {
        self.group_in() * self.vertical.kernel * self.horizontal.kernel
    }

    pub(crate) fn in_pixels(&self) -> usize {
        self.vertical.input * self.horizontal.input
    }

    pub(crate) fn out_pixels(&self) -> usize {
        self.vertical.output * self.horizontal.output
    }
}

impl From<&Conv2d> for Convolution {
    fn from(g: &Conv2d) -> Self {
        Self {
            in_channels: g.in_channels,
            out_channels: g.out_channels,
            groups: g.groups,
            vertical: (&g.vertical).into(),
            horizontal: (&g.horizontal).into(),
        }
    }
}

/// The windows of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pool {
    /// Rows.
    pub vertical: WindowAxis,
    /// Columns.
    pub horizontal: WindowAxis,
}

impl Pool {
    /// Bytes of a position within a window: those of [`Pool2d::index_bytes`].
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        match self.vertical.kernel * self.horizontal.kernel {
            0..=256 => 1,
            257..=65536 => 2,
            _ => 4,
        }
    }
}

impl From<&Pool2d> for Pool {
    fn from(g: &Pool2d) -> Self {
        Self { vertical: (&g.vertical).into(), horizontal: (&g.horizontal).into() }
    }
}

/// Windows that lie side by side, without padding: rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Blocks {
    /// Of a window.
    pub kernel: [usize; 2],
    /// Of the windows.
    pub output: [usize; 2],
}

impl From<&Pool2d> for Blocks {
    fn from(g: &Pool2d) -> Self {
        Self {
            kernel: [g.vertical.kernel, g.horizontal.kernel],
            output: [g.vertical.output, g.horizontal.output],
        }
    }
}

/// Products of matrices, `[m, k]` by `[k, n]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Matrices {
    /// Rows of the product.
    pub m: usize,
    /// Columns of the product.
    pub n: usize,
    /// Terms of a sum.
    pub k: usize,
    /// Whether the left matrix lies as `[k, m]`.
    pub transpose_left: bool,
    /// Whether the right matrix lies as `[n, k]`.
    pub transpose_right: bool,
}

impl From<&MatMul> for Matrices {
    fn from(g: &MatMul) -> Self {
        let MatMul { m, n, k, transpose_left, transpose_right, .. } = *g;
        Self { m, n, k, transpose_left, transpose_right }
    }
}

/// Lines of so many classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Classes {
    /// Their number.
    pub classes: usize,
    /// The step from one to the next.
    pub inner: usize,
    /// Whether the logarithm is meant.
    pub log: bool,
}

impl From<&Softmax> for Classes {
    fn from(g: &Softmax) -> Self {
        Self { classes: g.classes, inner: g.inner, log: g.log }
    }
}

impl From<&BatchNorm> for Channels {
    fn from(g: &BatchNorm) -> Self {
        Self { count: g.channels, positions: g.positions }
    }
}

/// A range of elements in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Columns {
    /// Its first element in a row.
    pub start: usize,
    /// Its elements.
    pub len: usize,
    /// The elements of a row.
    pub width: usize,
}

impl Columns {
    /// That of value `i` of those that are put one after the other.
    pub(crate) fn of_part(g: &Concat, i: usize) -> Self {
        let [start, end, width] = [i, i + 1, g.count].map(|i| g.start(i) * g.inner);
        Self { start, len: end - start, width }
    }
}

impl From<&Slice> for Columns {
    fn from(g: &Slice) -> Self {
        let len = (g.end - g.start) * g.inner;
        Self { start: g.start * g.inner, len, width: g.size() * g.inner }
    }
}

/// A table of so many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Table {
    /// Its rows.
    pub count: usize,
    /// Its columns.
    pub features: usize,
}

impl From<&Embedding> for Table {
    fn from(g: &Embedding) -> Self {
        Self { count: g.count, features: g.features }
    }
}

/// Pixels that become blocks of pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// Rows and columns of a block.
    pub scale: [usize; 2],
    /// Columns of the input.
    pub width: usize,
}

impl From<&Upsample2d> for Scale {
    fn from(g: &Upsample2d) -> Self {
        Self { scale: g.scale, width: g.input.dim(2) }
    }
}

/// An image that becomes one of another size: rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sizes {
    /// Of the input.
    pub input: [usize; 2],
    /// Of the output.
    pub output: [usize; 2],
}

impl From<&AdaptiveAvgPool2d> for Sizes {
    fn from(g: &AdaptiveAvgPool2d) -> Self {
        Self { input: [g.input.dim(1), g.input.dim(2)], output: g.size }
    }
}

/// Which bias a gradient is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bias {
    /// Of a linear layer.
    Linear,
    /// Of a convolution.
    Conv2d,
    /// A tensor that every sample has.
    Fill,
}

impl Bias {
    /// The name of the operation.
    pub(crate) fn operation(self) -> &'static str {
        match self {
            Self::Linear => "linear_grad_bias",
            Self::Conv2d => "conv2d_grad_bias",
            Self::Fill => "fill_grad",
        }
    }
}

/// A cross entropy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CrossEntropy {
    /// The classes.
    pub classes: usize,
    /// The part of the target that is spread over all classes.
    pub label_smoothing: Real,
    /// A label whose samples count for nothing.
    pub ignore_index: Option<u32>,
    /// Whether the classes have weights.
    pub has_class_weights: bool,
}

/// A loss by elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distance {
    /// Of logits and probabilities.
    BinaryCrossEntropyWithLogits,
    /// The square of the difference.
    MeanSquaredError,
    /// The difference.
    L1,
    /// A parabola up to a distance, a line beyond.
    Huber(Real),
}

/// An optimizer's rule, without what changes from step to step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the constants have the names and meanings of `Update`'s")]
pub enum Rule {
    /// Stochastic gradient descent.
    Sgd(Momentum),
    /// Adam.
    Adam { beta1: Real, beta2: Real, eps: Real },
    /// Adam with a weight decay of its own.
    AdamW { beta1: Real, beta2: Real, eps: Real },
    /// RMSprop.
    RmsProp { alpha: Real, eps: Real, momentum: Real, centered: bool },
}

/// The momentum of [`Rule::Sgd`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Momentum {
    /// 0.
    None,
    /// A number that is no part of the kernel.
    Plain,
    /// Nesterov's.
    Nesterov(Real),
}

impl Rule {
    /// Buffers of the parameters' size that it keeps: [`Update::state_slots`].
    pub(crate) fn slots(self) -> usize {
        match self {
            Self::Sgd(Momentum::None) => 0,
            Self::Sgd(_) => 1,
            Self::Adam { .. } | Self::AdamW { .. } => 2,
            Self::RmsProp { momentum, centered, .. } => {
                1 + usize::from(momentum.get() != 0.0) + usize::from(centered)
            }
        }
    }
}

impl From<&Update> for Rule {
    fn from(rule: &Update) -> Self {
        let of = Real::of;
        match *rule {
            Update::Sgd { momentum: 0.0, .. } => Self::Sgd(Momentum::None),
            Update::Sgd { nesterov: false, .. } => Self::Sgd(Momentum::Plain),
            Update::Sgd { momentum, .. } => Self::Sgd(Momentum::Nesterov(of(momentum))),
            Update::Adam { beta1, beta2, eps, .. } => {
                Self::Adam { beta1: of(beta1), beta2: of(beta2), eps: of(eps) }
            }
            Update::AdamW { beta1, beta2, eps, .. } => {
                Self::AdamW { beta1: of(beta1), beta2: of(beta2), eps: of(eps) }
            }
            Update::RmsProp { alpha, eps, momentum, centered, .. } => {
                Self::RmsProp { alpha: of(alpha), eps: of(eps), momentum: of(momentum), centered }
            }
        }
    }
}

/// How gradients are limited before an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Not at all.
    None,
    /// By a scale that another kernel computed.
    Norm,
    /// To ± this.
    Value(Real),
}

impl From<Clip> for Limit {
    fn from(clip: Clip) -> Self {
        match clip {
            Clip::None => Self::None,
            Clip::Norm(_) => Self::Norm,
            Clip::Value(limit) => Self::Value(Real::of(limit)),
        }
    }
}
