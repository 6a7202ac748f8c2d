//! What `network!` implements for the type it declares.

use nnplan::Cost;

use crate::Element;
use crate::device::{Execute, Memory, Ops, PORTS, Pass, Region, Room, Type, border};
use crate::loss::{After, Anything, Before, Losses};
use crate::shape::{Inputs, Outputs};
use crate::tensor::TensorInfo;

mod agrees;

#[doc(hidden)]
pub use agrees::{Agrees, is_known};

/// The end of a network after which every loss may stand: see [`Network::Ending`].
#[derive(Clone, Copy, Debug)]
pub struct Other;

/// A network: a type that describes it. `network!` implements it; state lies in a
/// [`Model`](crate::Model).
///
/// # Safety
/// Devices rest on what a network says: [`tiny`](crate::tiny) has no check at run time at all. An implementation by hand
/// keeps what `network!` keeps:
///
/// - **The constants agree.** Each of [`TENSORS`](Self::TENSORS) lies within [`PARAMETER_LEN`](Self::PARAMETER_LEN) or
///   [`BUFFER_LEN`](Self::BUFFER_LEN). [`INPUTS`](Self::INPUTS) and [`INPUT_SHAPES`](Self::INPUT_SHAPES) are those of
///   [`Input`](Self::Input), [`OUTPUT_SHAPES`](Self::OUTPUT_SHAPES) those of [`Output`](Self::Output). ([`Agrees`] compares
///   these once more, when a program is compiled.)
/// - **Calls keep to the plan.** An operand is a region within its space: for [`infer`](Self::infer) as large as
///   [`INFERENCE`](Self::INFERENCE) says, for [`forward`](Self::forward) and [`backward`](Self::backward) as
///   [`TRAINING`](Self::TRAINING) says, for the frozen pair as [`FROZEN`](Self::FROZEN) says. It has as many elements as
///   the numbers of the operation ask for.
/// - **Operands are apart.** What a call writes overlaps none of its other operands, but where the operation says so.
///   A [`Segment`](crate::device::Segment) lists the regions that it touches, which are apart from one another, and the
///   gradients that it sums up, which fit into [`partials`](crate::device::Scratch::partials).
/// - **The pass stays as it is**: an implementation makes calls, and changes none of the fields.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network",
    note = "declare one with `network! {{ pub struct {Self}; input: […]; … }}`"
)]
pub unsafe trait Network: Copy + Send + Sync + 'static {
    /// The shape of the input of one sample, or a tuple of them.
    type Input: Inputs;
    /// The shape of the output of one sample, or a tuple of them.
    type Output: Outputs;
    /// What it ends with: [`Softmax`](crate::layers::Softmax), [`LogSoftmax`](crate::layers::LogSoftmax),
    /// [`Sigmoid`](crate::layers::Sigmoid) or [`Other`]; of several outputs a tuple of them. A loss may expect logits: see
    /// [`After`].
    type Ending: Before<Anything>;
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
    /// Whether a `usize` counts the elements of all its values and tensors, those of the networks within it included.
    const IS_KNOWN: bool = true;
    /// Elements of the trained tensors, with the room between them.
    const PARAMETER_LEN: usize;
    /// Elements of the kept tensors.
    const BUFFER_LEN: usize;
    /// What a network that has it as a layer asks.
    #[doc(hidden)]
    const AS_LAYER: AsLayer = AsLayer {
        takes: Self::INPUT_SHAPES,
        gives: Self::OUTPUT_SHAPES,
        inputs: Self::INPUTS,
        cost: Self::COST,
        tensors: Self::TENSORS,
        parameters: Self::PARAMETER_LEN,
        buffers: Self::BUFFER_LEN,
        is_known: Self::IS_KNOWN,
    };
    /// Room for the place of each value of any of its programs, and of the networks within it.
    #[doc(hidden)]
    type Room: Room;
    /// How many numbers there is room for.
    #[doc(hidden)]
    const ROOM: usize = size_of::<Self::Room>() / size_of::<usize>();
    /// The memory plan of an inference.
    const INFERENCE: Memory;
    /// The memory plan of a training step.
    const TRAINING: Memory;
    /// The memory plan as a frozen layer of a network that is trained.
    const FROZEN: Memory;
    /// Where the inputs lie, one after another.
    const INPUTS: &'static [Region];
    /// The shapes of the inputs.
    const INPUT_SHAPES: &'static [nnplan::Shape];
    /// The shapes of the outputs.
    const OUTPUT_SHAPES: &'static [nnplan::Shape];

    /// Input to output, by running statistics and without dropout.
    ///
    /// `INNER`: as a layer of another one, whose plan says where its values lie
    /// ([`Space::Value`](crate::device::Space::Value)); else they lie where its own plan says, which are constants of the
    /// calls.
    fn infer<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>);
    /// The calls of [`infer`](Self::infer) on a piece of the batch, where all of it
    /// [runs piece by piece](crate::device::Values::of); else nothing.
    fn piece<O: Ops, const INNER: bool>(ops: &mut O);
    /// Input to output, keeping what the backward pass reads.
    fn forward<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>);
    /// Gradients of the outputs to the gradients of all parameters.
    ///
    /// `THROUGH`: and to those of the inputs, for a network that is a layer of another one.
    fn backward<D: Execute, const THROUGH: bool, const INNER: bool>(pass: &mut Pass<'_, D>);
    /// As [`infer`](Self::infer), keeping what [`backward_frozen`](Self::backward_frozen) reads.
    fn forward_frozen<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>);
    /// Gradients of the outputs to the gradients of the inputs, with all parameters frozen.
    fn backward_frozen<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>);
}

/// A network with a `loss:` item.
#[diagnostic::on_unimplemented(
    message = "`{Self}` declares no loss",
    note = "add `loss: CrossEntropy;` to the network, or give a loss to `Trainer::new`"
)]
pub trait DeclaredLoss: Network {
    /// The type of the loss.
    type Loss: Losses<Self::Output> + After<Self>;
    /// The loss.
    const LOSS: Self::Loss;
}

/// A network that reads the tensors of another, `N`: the same layers from its inputs to other outputs, say.
///
/// [`Predictor::for_view`](crate::Predictor::for_view) runs it on a model of `N`. `network!` is the only implementor.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a view of `{N}`",
    note = "a view is declared in the network whose tensors it reads"
)]
pub trait ViewOf<N: Network>: Network {
    /// Promises that the tensors lie where the tensors of `N` do.
    #[doc(hidden)]
    const LAYOUT: SameLayout;
}

/// Promises that the tensors of two networks lie at the same places.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct SameLayout(());

impl SameLayout {
    /// Finds each tensor of `V` in `N`: of the same shape, at the same offset of the same memory, in the same order.
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
    a.shape.rank() == b.shape.rank() && a.offset == b.offset && a.is_kept() == b.is_kept()
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

/// A network as a layer of another one.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct AsLayer {
    pub(crate) takes: &'static [nnplan::Shape],
    pub(crate) gives: &'static [nnplan::Shape],
    pub(crate) inputs: &'static [Region],
    pub(crate) cost: Cost,
    pub(crate) tensors: &'static [TensorInfo],
    pub(crate) parameters: usize,
    pub(crate) buffers: usize,
    pub(crate) is_known: bool,
}

/// The numbers of a network as a layer that is applied to `inputs`: of the first that does not fit, if there is one, and of
/// its first output.
#[doc(hidden)]
#[must_use]
pub const fn subnetwork(layer: &AsLayer, inputs: &[nnplan::Shape]) -> nnplan::Subnetwork {
    let mut i = 0;
    while i + 1 < inputs.len() && nth(layer.takes, i).fits(&inputs[i]) {
        i += 1;
    }
    nnplan::Subnetwork::new(inputs[i], nth(layer.takes, i), nth(layer.gives, 0), layer.cost)
        .of_operand(i)
}

/// The same of output number `i`, which costs nothing beside the first.
#[doc(hidden)]
#[must_use]
pub const fn subnetwork_output(layer: &AsLayer, i: usize) -> nnplan::Subnetwork {
    let unknown = nnplan::Shape::UNKNOWN;
    nnplan::Subnetwork::new(unknown, unknown, nth(layer.gives, i), Cost::ZERO)
}

/// The numbers of a network that is applied along a sequence: on the sequence, then its first states.
#[doc(hidden)]
#[must_use]
pub const fn scan(layer: &AsLayer, inputs: &[nnplan::Shape], reverse: bool) -> nnplan::Scan {
    let (takes, gives) = (nth(layer.takes, 0), nth(layer.gives, 0));
    let mut g = nnplan::Scan::new(inputs[0], takes, gives, layer.cost, reverse);
    let mut i = 1;
    while i < inputs.len() {
        g = g.with_state(nth(layer.takes, i), inputs[i], i);
        i += 1;
    }
    g
}

/// The last of its states number `i`, from 1.
#[doc(hidden)]
#[must_use]
pub const fn scan_state(layer: &AsLayer, i: usize) -> nnplan::Subnetwork {
    let unknown = nnplan::Shape::UNKNOWN;
    nnplan::Subnetwork::new(unknown, unknown, nth(layer.takes, i), Cost::ZERO)
}

/// Its elements.
#[doc(hidden)]
#[must_use]
pub const fn state_len(layer: &AsLayer, i: usize) -> usize {
    nnplan::or_zero(nth(layer.takes, i).len())
}

/// What is wrong with a network that is scanned on values of which those that `gets` says are integers.
#[doc(hidden)]
#[must_use]
pub const fn told_scan(layer: &AsLayer, name: &str, gets: &[bool]) -> nnplan::Text {
    let text = told_of("scan", layer, name, gets, layer.gives.len());
    if !text.is_empty() || layer.takes.is_empty() {
        return text;
    }
    nnplan::told_scan(name, layer.takes, layer.gives)
}

/// Reports that.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[doc(hidden)]
#[track_caller]
pub const fn check_scan(layer: &AsLayer, name: &str, gets: &[bool]) {
    let text = told_scan(layer, name, gets);
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
}

/// Shape number `i`; unknown where there is none, which [`check_ports`] reports.
const fn nth(shapes: &[nnplan::Shape], i: usize) -> nnplan::Shape {
    if i < shapes.len() { shapes[i] } else { nnplan::Shape::UNKNOWN }
}

/// What is wrong with the numbers of values that a layer gets and gives, or with their kinds: whether each that it `gets` is of
/// integers, and how many outputs have `names`.
#[doc(hidden)]
#[must_use]
pub const fn told_ports(layer: &AsLayer, name: &str, gets: &[bool], names: usize) -> nnplan::Text {
    told_of("", layer, name, gets, names)
}

const fn told_of(
    verb: &str,
    layer: &AsLayer,
    name: &str,
    gets: &[bool],
    names: usize,
) -> nnplan::Text {
    let (mut integers, mut i) = ([false; PORTS], 0);
    while i < layer.inputs.len() && i < PORTS {
        integers[i] = matches!(layer.inputs[i].element, Type::Integer);
        i += 1;
    }
    nnplan::told_ports(verb, name, integers.split_at(i).0, layer.gives.len(), gets, names)
}

/// Reports that.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[doc(hidden)]
#[track_caller]
pub const fn check_ports(layer: &AsLayer, name: &str, gets: &[bool], names: usize) {
    let text = told_ports(layer, name, gets, names);
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::{Role, Sizes, tensor};

    #[test]
    fn what_a_usize_cannot_count_is_not_known() {
        let fits = tensor("fc.weight", Sizes::new(&[3, 4]), Role::Scale, false);
        let large = tensor("fc.weight", Sizes::new(&[1 << 40, 1 << 40]), Role::Scale, false);
        let far = TensorInfo { offset: usize::MAX - 4, ..fits };
        assert!(is_known(&[0, 7], &[fits], &[]));
        assert!(!is_known(&[7, nnplan::UNKNOWN], &[fits], &[]));
        assert!(!is_known(&[7], &[fits, large], &[]));
        assert!(!is_known(&[7], &[far], &[]));
    }
}
