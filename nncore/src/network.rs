//! What `network!` implements for the type it declares.

use nnplan::Cost;

use crate::Element;
use crate::device::{Device, Memory, Pass, Region, border};
use crate::loss::Losses;
use crate::shape::{Indices, Inputs, Outputs, Shape};
use crate::tensor::TensorInfo;

/// What the last layer does to an output; a loss checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A softmax: probabilities.
    Softmax,
    /// A log softmax.
    LogSoftmax,
    /// A sigmoid.
    Sigmoid,
    /// Anything else.
    Other,
}

/// What a layer takes and gives: one value.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a network with several inputs or outputs is not a layer",
    label = "expected a network of one input and one output, found `{Self}`",
    note = "declare a `view` of it that has one output, or write its layers here"
)]
pub trait One {}

#[diagnostic::do_not_recommend]
impl<S: Shape> One for S {}
#[diagnostic::do_not_recommend]
impl<const N: usize, const LIMIT: usize> One for Indices<N, LIMIT> {}

/// That a network can be a layer: asked for where one is.
#[doc(hidden)]
pub const fn one<V: One>() {}

/// A network: a type that describes it. `network!` implements it; state lies in a
/// [`Model`](crate::Model).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network",
    note = "declare one with `network! {{ pub struct {Self}; input: […]; … }}`"
)]
pub trait Network: Copy + Send + Sync + 'static {
    /// The shape of the input of one sample, or a tuple of them.
    type Input: Inputs;
    /// The shape of the output of one sample, or a tuple of them.
    type Output: Outputs;
    /// The trained tensors by name, as they lie in memory.
    type Parameters<T: Element>: ParameterLayout<T>;
    /// Its name.
    const NAME: &'static str;
    /// Its table.
    const SUMMARY: &'static str;
    /// Its tensors, trained and kept.
    const TENSORS: &'static [TensorInfo];
    /// What one sample costs, forward.
    const COST: Cost;
    /// What is wrong with the sizes that a generic network was given; nothing, for others. Raised where the network is
    /// used.
    const FAULT: nnplan::Text = nnplan::Text::EMPTY;
    /// Elements of the trained tensors, with the room between them.
    const PARAMETER_LEN: usize;
    /// Elements of the kept tensors.
    const BUFFER_LEN: usize;
    /// What the last layer of each output does.
    const ENDINGS: &'static [Ending];
    /// The memory plan of an inference.
    const INFERENCE: Memory;
    /// The memory plan of a training step.
    const TRAINING: Memory;
    /// The memory plan as a frozen layer of a network that is trained.
    const FROZEN: Memory;
    /// Where the inputs lie, one behind the other.
    const INPUTS: &'static [Region];
    /// The shapes of the inputs.
    const INPUT_SHAPES: &'static [nnplan::Shape];
    /// The shapes of the outputs.
    const OUTPUT_SHAPES: &'static [nnplan::Shape];

    /// Input to output, by running statistics and without dropout.
    fn infer<D: Device>(pass: &mut Pass<'_, D>);
    /// Input to output, keeping what the backward pass reads.
    fn forward<D: Device>(pass: &mut Pass<'_, D>);
    /// Gradients of the outputs to the gradients of all parameters.
    ///
    /// `THROUGH`: and to those of the inputs, for a network that is a layer of another one.
    fn backward<D: Device, const THROUGH: bool>(pass: &mut Pass<'_, D>);
    /// As [`infer`](Self::infer), keeping what [`backward_frozen`](Self::backward_frozen) reads.
    fn forward_frozen<D: Device>(pass: &mut Pass<'_, D>);
    /// Gradients of the outputs to the gradients of the inputs, with all parameters frozen.
    fn backward_frozen<D: Device>(pass: &mut Pass<'_, D>);
}

/// A network with a `loss:` item.
#[diagnostic::on_unimplemented(
    message = "`{Self}` declares no loss",
    note = "add `loss: CrossEntropy;` to the network, or give a loss to `Trainer::new`"
)]
pub trait DeclaredLoss: Network {
    /// The type of the loss.
    type Loss: Losses<Self::Output>;
    /// The loss.
    const LOSS: Self::Loss;
}

/// A network that reads the tensors of another, `N`: the same layers from its inputs to other outputs, say.
///
/// [`Predictor::of`](crate::Predictor::of) runs it on a model of `N`. `network!` is the only implementor.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no view of `{N}`",
    note = "a view is declared in the network whose tensors it reads"
)]
pub trait ViewOf<N: Network>: Network {
    /// That the tensors lie where those of `N` do.
    #[doc(hidden)]
    const LAYOUT: SameLayout;
}

/// That the tensors of one network lie where those of another do.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct SameLayout(());

impl SameLayout {
    /// Finds each tensor of `V` in `N`: of the same role and shape, at the same offset, in the same order.
    ///
    /// # Panics
    /// When one is not there: a fault of the compiler's, found when a program is compiled.
    #[must_use]
    pub const fn of<V: Network, N: Network>() -> Self {
        let (mut view, mut all) = (0, 0);
        while view < V::TENSORS.len() {
            assert!(all < N::TENSORS.len(), "a view reads tensors of its network alone");
            if same_place(&V::TENSORS[view], &N::TENSORS[all]) {
                view += 1;
            }
            all += 1;
        }
        Self(())
    }
}

const fn same_place(a: &TensorInfo, b: &TensorInfo) -> bool {
    let mut axis = 0;
    while axis < a.shape.rank() && axis < b.shape.rank() {
        if a.shape.dim(axis) != b.shape.dim(axis) {
            return false;
        }
        axis += 1;
    }
    a.shape.rank() == b.shape.rank()
        && a.offset == b.offset
        && a.role.is_buffer() == b.role.is_buffer()
}

/// A struct that is the parameters of a network in memory.
///
/// # Safety
/// The type is `repr(C)`, has `LEN * size_of::<T>()` bytes, consists of `T`s alone, and its alignment is at
/// most 64 bytes. `network!` is the only implementor.
pub unsafe trait ParameterLayout<T: Element>: Copy + core::fmt::Debug {
    /// Elements.
    const LEN: usize;
}

/// The parameters of a network that did not compile.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct NoParameters<T>(core::marker::PhantomData<T>);

// SAFETY: zero bytes, zero elements.
unsafe impl<T: Element> ParameterLayout<T> for NoParameters<T> {
    const LEN: usize = 0;
}

/// The bytes of an `f32` inference of up to `batch` samples.
#[must_use]
pub const fn inference_bytes<N: Network>(batch: usize) -> usize {
    let tensors = N::PARAMETER_LEN + N::BUFFER_LEN;
    let outputs = batch * border(N::OUTPUT_SHAPES, false);
    4 * (tensors + outputs + plan_elements(&N::INFERENCE, batch) + batch * input_numbers::<N>())
        + batch * N::INFERENCE.index
}

/// The bytes of `f32` training with up to `batch` samples.
#[must_use]
pub const fn training_bytes<N: Network>(batch: usize, optimizer_slots: usize) -> usize {
    bytes_with::<N>(&N::TRAINING, batch, optimizer_slots)
}

/// The same with `memory` as its plan.
#[must_use]
pub const fn bytes_with<N: Network>(
    memory: &Memory,
    batch: usize,
    optimizer_slots: usize,
) -> usize {
    let tensors = N::PARAMETER_LEN * (2 + optimizer_slots) + N::BUFFER_LEN;
    let outputs = batch * border(N::OUTPUT_SHAPES, true);
    4 * (tensors + outputs + plan_elements(memory, batch) + batch * input_numbers::<N>())
        + batch * memory.index
}

/// Elements of arena, statistics and one piece of one sample.
const fn plan_elements(memory: &Memory, batch: usize) -> usize {
    memory.arena * batch + memory.local + memory.statistic
}

/// Numbers of all inputs of one sample; an integer is as large as an `f32`.
const fn input_numbers<N: Network>() -> usize {
    N::Input::LEN + N::Input::INTEGERS
}
