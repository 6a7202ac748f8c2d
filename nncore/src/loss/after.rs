//! Which loss may stand after which network: no activation is applied twice.

use super::{Losses, Terms};
use crate::layers::{LogSoftmax, Sigmoid, Softmax};
use crate::network::{Network, Other};

/// What a loss contains that contains no activation: see [`Loss::Contains`](super::Loss::Contains).
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

/// What a loss may contain: [`Nothing`], a [`Softmax`] or a [`Sigmoid`]; of several losses a tuple.
#[diagnostic::on_unimplemented(
    message = "a loss does not contain `{Self}`",
    label = "expected `loss::Nothing`, `layers::Softmax` or `layers::Sigmoid`"
)]
pub trait Contained {}

impl Contained for Nothing {}
impl Contained for Softmax {}
impl Contained for Sigmoid {}

/// An end of a network after which a loss that contains `C` may stand.
///
/// | the network ends with | the loss may contain |
/// |---|---|
/// | [`Softmax`], [`LogSoftmax`] | [`Nothing`], [`Sigmoid`] |
/// | [`Sigmoid`] | [`Nothing`], [`Softmax`] |
/// | [`Other`] | anything |
pub trait Before<C> {}

impl Before<Nothing> for Softmax {}
impl Before<Sigmoid> for Softmax {}
impl Before<Nothing> for LogSoftmax {}
impl Before<Sigmoid> for LogSoftmax {}
impl Before<Nothing> for Sigmoid {}
impl Before<Softmax> for Sigmoid {}
impl<C: Contained> Before<C> for Other {}

/// A loss, or losses, that may stand after the network `N`: none contains the activation that its output ends with.
///
/// [`Unchecked`](super::Unchecked) may stand after every network.
#[diagnostic::on_unimplemented(
    message = "`{N}` ends with `{Ending}`, which the loss `{Self}` contains already",
    label = "expected logits, found probabilities: drop the last layer of `{N}`, or write `Unchecked(loss)`",
    note = "a loss that the network declares is not checked after `#[allow(double_softmax)]`"
)]
pub trait After<N: Network, Ending = <N as Network>::Ending> {}

#[diagnostic::do_not_recommend]
impl<N: Network, L: Terms<N::Output>> After<N, N::Ending> for L where N::Ending: Before<L::Contains> {}

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
/// let (inputs, labels) = (Batch::new(vec![0.5; 4])?, Batch::new(vec![1])?);
/// let first = step(&mut model, &inputs, &labels, &CrossEntropy::new())?;
/// assert!(step(&mut model, &inputs, &labels, &CrossEntropy::new())? < first);
/// # Ok::<(), nncore::Error>(())
/// ```
pub trait LossOf<N: Network>: Losses<N::Output> + After<N> {}

impl<N: Network, L: Losses<N::Output> + After<N>> LossOf<N> for L {}

macro_rules! tuples {
    ($($E:ident $C:ident),+) => {
        impl<$($C: Contained),+> Contained for ($($C,)+) {}
        impl<$($E: Before<Nothing>),+> Before<Nothing> for ($($E,)+) {}
        impl<$($C, $E: Before<$C>),+> Before<($($C,)+)> for ($($E,)+) {}
    };
}

tuples!(A CA, B CB);
tuples!(A CA, B CB, D CD);
tuples!(A CA, B CB, D CD, E CE);
tuples!(A CA, B CB, D CD, E CE, F CF);
tuples!(A CA, B CB, D CD, E CE, F CF, G CG);
