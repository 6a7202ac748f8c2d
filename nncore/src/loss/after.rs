//! Which loss may stand after which network: no activation is applied twice.

use super::{Losses, Terms};
use crate::layers::{LogSoftmax, Sigmoid, Softmax};
use crate::network::{Network, Other};

/// What a loss expects that applies a softmax or a sigmoid itself: see [`Loss::Expects`](super::Loss::Expects).
#[derive(Clone, Copy, Debug)]
pub struct Logits;

/// What a loss expects that takes any numbers.
#[derive(Clone, Copy, Debug)]
pub struct Anything;

/// What a loss may expect: [`Logits`] or [`Anything`]; of several losses a tuple.
#[diagnostic::on_unimplemented(
    message = "a loss does not expect `{Self}`",
    label = "expected `nncore::loss::Logits` or `nncore::loss::Anything`"
)]
pub trait Expected {}

impl Expected for Logits {}
impl Expected for Anything {}

/// [`Anything`].
#[doc(hidden)]
pub trait NoLogits: Expected {}

impl NoLogits for Anything {}

/// An end of a network after which a loss that expects `X` may stand.
///
/// | the network ends with | the loss may expect |
/// |---|---|
/// | [`Softmax`], [`LogSoftmax`], [`Sigmoid`] | [`Anything`] |
/// | [`Other`] | [`Logits`], [`Anything`] |
pub trait Before<X> {}

// Each has a parameter: where a network is not known rustc would name those that have none, in an error of its own.
impl<X: NoLogits> Before<X> for Softmax {}
impl<X: NoLogits> Before<X> for LogSoftmax {}
impl<X: NoLogits> Before<X> for Sigmoid {}
impl<X: Expected> Before<X> for Other {}

/// A loss, or losses, that may stand after the network `N`: none expects logits of an output that ends with a softmax, a
/// log softmax or a sigmoid.
///
/// [`Unchecked`](super::Unchecked) may stand after every network, and a loss that the network declares is not checked after
/// `#[allow(double_softmax)]`. Code that knows the loss and not the network asks for one that ends with [`Other`]; a loss
/// that expects [`Anything`] needs no bound:
///
/// ```
/// use nncore::network::Other;
/// use nncore::prelude::*;
///
/// fn classify<N>(model: &mut Model<N, Cpu>) -> Result<f32, nncore::Error>
/// where
///     N: Network<Input: OneInput, Output = Vector<3>, Ending = Other>,
/// {
///     let mut trainer = Trainer::new(model, CrossEntropy::new(), Sgd::new(0.1), Capacity(2))?;
///     trainer.step(&Batch::zeros(2), &Batch::zeros(2))
/// }
///
/// fn fit<N>(model: &mut Model<N, Cpu>) -> Result<f32, nncore::Error>
/// where
///     N: Network<Input: OneInput, Output: OneOutput>,
/// {
///     let mut trainer = Trainer::new(model, MeanSquaredError, Sgd::new(0.1), Capacity(2))?;
///     trainer.step(&Batch::zeros(2), &Batch::zeros(2))
/// }
///
/// network! {
///     struct Net;
///     input: [4];
///     fc: Linear(4 -> 3);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// assert!(classify(&mut model)?.is_finite() && fit(&mut model)?.is_finite());
/// # Ok::<(), nncore::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{N}` ends with `{Ending}`, but the loss `{Self}` expects logits",
    label = "expected logits, found probabilities: drop the last layer of `{N}`, or write `Unchecked(loss)`",
    note = "a network that declares its loss says `#[allow(double_softmax)]` to it; code that is generic over networks asks for `Network<Ending = Other>`"
)]
pub trait After<N: Network, Ending = <N as Network>::Ending> {}

#[diagnostic::do_not_recommend]
impl<N: Network, L: Terms<N::Output>> After<N, N::Ending> for L where N::Ending: Before<L::Expects> {}

/// What the network `N` may be trained with: [`Losses`] of its outputs that may stand [`After`] it. Code that is generic
/// over networks and losses asks for it:
///
/// ```
/// use nncore::loss::LossOf;
/// use nncore::prelude::*;
/// use nncore::shape::Inputs;
///
/// /// The loss after a step.
/// fn step<N: Network, L: LossOf<N> + Clone>(
///     model: &mut Model<N, Cpu>,
///     inputs: <N::Input as Inputs>::Batches<'_, f32>,
///     targets: L::Targets<'_, f32>,
///     loss: &L,
/// ) -> Result<f32, nncore::Error> {
///     Trainer::new(model, loss.clone(), Sgd::new(0.1), Capacity(8))?.step(inputs, targets)?;
///     Predictor::new(model, Capacity(8))?.evaluate(inputs, targets, loss)
/// }
///
/// network! {
///     struct Net;
///     input: [4];
///     fc: Linear(4 -> 2);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let (inputs, labels) = (Batch::from_vec(vec![0.5; 4])?, Batch::from_vec(vec![1])?);
/// let first = step(&mut model, &inputs, &labels, &CrossEntropy::new())?;
/// assert!(step(&mut model, &inputs, &labels, &CrossEntropy::new())? < first);
/// # Ok::<(), nncore::Error>(())
/// ```
pub trait LossOf<N: Network>: Losses<N::Output> + After<N> {}

impl<N: Network, L: Losses<N::Output> + After<N>> LossOf<N> for L {}

macro_rules! tuples {
    ($($E:ident $X:ident),+) => {
        impl<$($X: Expected),+> Expected for ($($X,)+) {}
        impl<$($E: Before<Anything>),+> Before<Anything> for ($($E,)+) {}
        impl<$($X, $E: Before<$X>),+> Before<($($X,)+)> for ($($E,)+) {}
    };
}

tuples!(A XA, B XB);
tuples!(A XA, B XB, C XC);
tuples!(A XA, B XB, C XC, D XD);
tuples!(A XA, B XB, C XC, D XD, E XE);
tuples!(A XA, B XB, C XC, D XD, E XE, F XF);
