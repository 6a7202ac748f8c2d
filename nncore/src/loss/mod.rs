//! Losses. Means over the batch, as PyTorch's with `reduction = "mean"`; formulas stand at the kernels.
//!
//! A network with one output is trained with a [`Loss`], one with several outputs with a tuple of them: see
//! [`Losses`]. [`Weighted`] gives a loss a weight in the sum, [`NoLoss`] leaves an output out.
//!
//! Numbers that are out of their ranges are an error of whoever computes the loss, a [`Trainer`](crate::Trainer) or a
//! [`Predictor`](crate::Predictor).

mod after;
mod several;

use crate::device::TargetKind;
pub use crate::kernels::loss::LossKind;
use crate::shape::{ClassIndex, Outputs, Sample, Shape, Vector};

#[doc(hidden)]
pub use after::NoLogits;
pub use after::{After, Anything, Before, Expected, Logits, LossOf};
#[doc(hidden)]
pub use several::CrossEntropy;
pub use several::{Losses, NoLoss, TargetSizes, Term, Terms};

/// A loss of one output, of the shape `Output`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a loss of the output `{Output}`",
    note = "`CrossEntropy` takes a vector of logits; `MeanSquaredError`, `L1`, `Huber` and `BinaryCrossEntropyWithLogits` take any shape"
)]
pub trait Loss<Output: Outputs>: Clone + Send + Sync + 'static {
    /// What the output is compared with.
    type Target: Sample;
    /// Where that lies.
    const TARGET: TargetKind;
    /// [`Logits`] where it applies a softmax or a sigmoid itself: a network that ends with one is refused. [`Anything`]
    /// else.
    type Expects: Expected;
    /// The formula and its constants.
    fn kind(&self) -> LossKind;
    /// Weights of the classes.
    fn class_weights(&self) -> Option<&[f64]> {
        None
    }
    /// What value and gradient are multiplied by: see [`Weighted`].
    fn weight(&self) -> f64 {
        1.0
    }
}

/// `loss` times a weight, value and gradient: its share in the sum of several.
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     same: LeakyRelu(1);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut predictor = Predictor::new(&model, Capacity(1))?;
/// let (inputs, targets) = (Batch::from_vec(vec![1.0, 5.0])?, Batch::from_vec(vec![1.0, 2.0])?);
/// assert_eq!(predictor.evaluate(&inputs, &targets, &MeanSquaredError)?, 4.5);
/// assert_eq!(predictor.evaluate(&inputs, &targets, &Weighted(0.5, MeanSquaredError))?, 2.25);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted<L>(pub f64, pub L);

impl<O: Outputs, L: Loss<O>> Loss<O> for Weighted<L> {
    type Target = L::Target;
    const TARGET: TargetKind = L::TARGET;
    type Expects = L::Expects;
    fn kind(&self) -> LossKind {
        self.1.kind()
    }
    fn class_weights(&self) -> Option<&[f64]> {
        self.1.class_weights()
    }
    fn weight(&self) -> f64 {
        self.0 * self.1.weight()
    }
}

/// `loss` without the compile-time check that the network does not end with a softmax or a sigmoid where it expects
/// logits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unchecked<L>(pub L);

impl<O: Outputs, L: Loss<O>> Loss<O> for Unchecked<L> {
    type Target = L::Target;
    const TARGET: TargetKind = L::TARGET;
    type Expects = Anything;
    fn kind(&self) -> LossKind {
        self.0.kind()
    }
    fn class_weights(&self) -> Option<&[f64]> {
        self.0.class_weights()
    }
    fn weight(&self) -> f64 {
        self.0.weight()
    }
}

/// Softmax cross-entropy of logits: `-ln softmax(logits)[label]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrossEntropy {
    label_smoothing: f64,
    ignore_index: Option<u32>,
}

impl Default for CrossEntropy {
    fn default() -> Self {
        Self::new()
    }
}

impl CrossEntropy {
    /// No smoothing, no ignored label, equal weights.
    #[must_use]
    pub const fn new() -> Self {
        Self { label_smoothing: 0.0, ignore_index: None }
    }

    /// The target is a mixture: `1 - s` of the label and `s` of the uniform distribution, 0 to 1. 0 unless given.
    #[must_use]
    pub const fn label_smoothing(mut self, s: f64) -> Self {
        self.label_smoothing = s;
        self
    }

    /// Samples with this label do not count.
    #[must_use]
    pub const fn ignore_index(mut self, label: u32) -> Self {
        self.ignore_index = Some(label);
        self
    }

    /// A weight for each class, 0 or above; the mean is weighted by them.
    #[must_use]
    pub fn weighted<const N: usize>(self, weights: [f64; N]) -> WeightedCrossEntropy<N> {
        WeightedCrossEntropy { base: self, weights }
    }
}

// Of any output, so that a class map is refused once, where the trainer is made; it has no classes.
#[diagnostic::do_not_recommend]
impl<O: Outputs> Loss<O> for CrossEntropy {
    type Target = O::Class;
    const TARGET: TargetKind = TargetKind::Labels;
    type Expects = Logits;
    fn kind(&self) -> LossKind {
        LossKind::CrossEntropy {
            label_smoothing: self.label_smoothing,
            ignore_index: self.ignore_index,
        }
    }
}

/// [`CrossEntropy`] with a weight for each class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedCrossEntropy<const N: usize> {
    base: CrossEntropy,
    weights: [f64; N],
}

impl<const N: usize> Loss<Vector<N>> for WeightedCrossEntropy<N> {
    type Target = ClassIndex<N>;
    const TARGET: TargetKind = TargetKind::Labels;
    type Expects = Logits;
    fn kind(&self) -> LossKind {
        Loss::<Vector<N>>::kind(&self.base)
    }
    fn class_weights(&self) -> Option<&[f64]> {
        Some(&self.weights)
    }
}

macro_rules! elementwise {
    ($(#[$doc:meta])* $name:ident, $kind:ident, $expects:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct $name;

        impl $name {
            /// The loss.
            #[must_use]
            pub const fn new() -> Self {
                Self
            }
        }

        // A tuple of shapes is then told to be no output of this loss, rather than to be no shape.
        #[diagnostic::do_not_recommend]
        impl<S: Shape> Loss<S> for $name {
            type Target = S;
            const TARGET: TargetKind = TargetKind::Values;
            type Expects = $expects;
            fn kind(&self) -> LossKind {
                LossKind::$kind
            }
        }
    };
}

elementwise! {
    /// Binary cross-entropy of logits against targets in [0, 1], through a sigmoid.
    BinaryCrossEntropyWithLogits, BinaryCrossEntropyWithLogits, Logits
}
elementwise! {
    /// `(output - target)²`
    MeanSquaredError, MeanSquaredError, Anything
}
elementwise! {
    /// `|output - target|`
    L1, L1, Anything
}

/// `½ e²` where `|e| ≤ delta`, else `delta (|e| - ½ delta)`, with `e = output - target`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Huber {
    delta: f64,
}

impl Huber {
    /// The loss, of a delta above 0; PyTorch's is 1.
    #[must_use]
    pub const fn new(delta: f64) -> Self {
        Self { delta }
    }
}

#[diagnostic::do_not_recommend]
impl<S: Shape> Loss<S> for Huber {
    type Target = S;
    const TARGET: TargetKind = TargetKind::Values;
    type Expects = Anything;
    fn kind(&self) -> LossKind {
        LossKind::Huber { delta: self.delta }
    }
}
