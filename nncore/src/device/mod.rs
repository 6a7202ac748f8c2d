//! What a device offers to emitted code. One emitted source serves every device.
//!
//! Emitted code hands the device [`Segment`]s: calls that may run over pieces of the batch. The
//! device decides how many pieces it makes of them. Operands are [`Region`]s: a space, an offset and
//! a length, constants that the memory plan computed at compile time. Operations return nothing; the first
//! error is kept and reported when the step ends.

mod base;
mod ops;
mod pass;
mod program;
mod region;
mod scan;
mod values;

pub use base::{Base, Inside, PORTS, Within, border};
pub use nnplan::Type;
pub use ops::{Epilogue, Host, Ops};
pub use pass::{Pass, StepState, Tensors, Workspace};
pub use program::{ABSENT, Program, Slots, WHOLE, at, epilogue, pick, placed, program, split};
pub use region::{Memory, Region, Scratch, Segment, Space};
pub use scan::{Scan, scan_room};
pub use values::{
    Both, InPlace, Placed, Places, Room, Run, Use, Values, places, room, starts, uses,
};

use crate::kernels::loss::LossKind;
use crate::kernels::update::{Update, UpdateKind};
use crate::{Element, Error};

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
    impl Sealed for u8 {}
    impl Sealed for u32 {}
}

/// Numbers that lie in a device's memory as they are: any bytes are a value, and none is padding. No other crate can
/// implement it, since buffers rely on that.
pub trait Plain:
    sealed::Sealed + Copy + Default + core::fmt::Debug + PartialEq + Send + Sync + 'static
{
}
impl Plain for f32 {}
impl Plain for f64 {}
impl Plain for u8 {}
impl Plain for u32 {}

/// Slots at most: pieces of a batch that run through a segment alone.
const SLOTS: usize = 16;

/// Elements of all slots' gradient sums together, at most (8 MiB of `f32`).
const PARTIALS: usize = 1 << 21;

/// Slots of a batch, each with so many sums of gradients. All devices with the bits of the strict CPU cut it alike.
pub(crate) const fn slots(batch: usize, partials: usize) -> usize {
    let most = match PARTIALS.checked_div(partials) {
        Some(0) => 1,
        Some(room) if room < SLOTS => room,
        _ => SLOTS,
    };
    if batch < most { batch } else { most }
}

/// What a loss compares the output with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// Class indices, in [`Workspace::labels`].
    Labels,
    /// Numbers of the output's shape, in [`Workspace::target`].
    Values,
}

/// The loss of one output.
#[derive(Clone, Copy, Debug)]
pub struct LossCall<'a, T> {
    /// The formula and its constants.
    pub kind: LossKind,
    /// Weights of the classes.
    pub class_weights: Option<&'a [T]>,
    /// What value and gradient are multiplied by.
    pub weight: f64,
    /// The output.
    pub output: Region,
    /// Where its gradient goes; may be absent.
    pub d_output: Region,
    /// What it is compared with: a [`target`](Region::target) or [`label`](Region::label), or absent where
    /// the loss reads none.
    pub target: Region,
}

/// A device: it [has memory](Store), [runs calls](Execute) and [takes steps](Train). Whatever does is one.
///
/// [`Cpu`](crate::Cpu) and other crates of this workspace implement it. A program without an allocator has something that
/// runs calls, and nothing else ([`tiny`](crate::tiny)).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a device",
    note = "devices are `Cpu<f32>`, `Cpu<f64>` and, in the crate nncuda, `Cuda`"
)]
pub trait Device: Store + Train {}

#[diagnostic::do_not_recommend]
impl<D: Store + Train> Device for D {}

/// What runs the calls of emitted code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a device",
    note = "devices are `Cpu<f32>`, `Cpu<f64>` and, in the crate nncuda, `Cuda`"
)]
pub trait Execute: Clone + Send + Sync + 'static {
    /// The type it computes in.
    type Element: Element + Plain;
    /// Memory of the device.
    type Buffer<X: Plain>: core::fmt::Debug + Send + Sync;
    /// A piece of the batch, in which calls run.
    type Piece<'a>: Ops;
    /// What it keeps with a workspace, such as recorded passes.
    type Memo: core::fmt::Debug + Default + Send + Sync;

    /// Runs the calls of `f` over the batch of `pass`, a piece at a time.
    ///
    /// `f` is called through a pointer, once a piece: what runs it is compiled once for all networks.
    fn segment(
        pass: &mut Pass<'_, Self>,
        segment: &Segment,
        f: &(dyn for<'p> Fn(&mut Self::Piece<'p>) + Sync),
    );

    /// Called when the [base](Pass::base) of the pass now belongs to another network: for a device that keeps some of it.
    #[inline(always)]
    fn moved(pass: &mut Pass<'_, Self>) {
        let _ = pass;
    }
}

/// Memory, and copies from and to the host.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a device",
    note = "devices are `Cpu<f32>`, `Cpu<f64>` and, in the crate nncuda, `Cuda`"
)]
pub trait Store: Execute {
    /// New memory, filled with zeros.
    ///
    /// # Errors
    /// When there is not enough.
    fn allocate<X: Plain>(&self, len: usize) -> Result<Self::Buffer<X>, Error>;

    /// Copies from the host to the start of `buffer`.
    ///
    /// # Errors
    /// When the copy fails.
    fn upload<X: Plain>(&self, buffer: &mut Self::Buffer<X>, from: &[X]) -> Result<(), Error> {
        self.upload_at(buffer, 0, from)
    }

    /// Copies from the host to `buffer`, from `offset` on.
    ///
    /// # Errors
    /// When the copy fails.
    fn upload_at<X: Plain>(
        &self,
        buffer: &mut Self::Buffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), Error>;

    /// Copies `to.len()` elements from `offset` on to the host.
    ///
    /// # Errors
    /// When the copy fails.
    fn download<X: Plain>(
        &self,
        buffer: &Self::Buffer<X>,
        offset: usize,
        to: &mut [X],
    ) -> Result<(), Error>;

    /// Memory for passes of up to `capacity` samples.
    ///
    /// # Errors
    /// When there is not enough.
    fn workspace(&self, needs: &WorkspaceNeeds) -> Result<Workspace<Self>, Error>;
}

/// Whole passes, losses and updates.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a device",
    note = "devices are `Cpu<f32>`, `Cpu<f64>` and, in the crate nncuda, `Cuda`"
)]
pub trait Train: Execute {
    /// Runs the calls of a pass, which `f` makes. A device may record them, and replay them where a pass of the same
    /// kind has as many samples: what changes from pass to pass lies in its memory, or in the [`StepState`].
    fn run(pass: &mut Pass<'_, Self>, kind: PassKind, mut f: impl FnMut(&mut Pass<'_, Self>)) {
        let _ = kind;
        f(pass);
    }

    /// Adds the mean loss of the batch to the pass's, and writes its gradient by the output where
    /// `d_output` is a region; both times the weight.
    fn loss(pass: &mut Pass<'_, Self>, call: &LossCall<'_, Self::Element>);

    /// Does the [update](Pass::update) that the pass has, if it has one: clips all gradients, then takes a step of the
    /// optimizer on the parameters of each range.
    ///
    /// `kind` is the rule's. Where it is a constant and this is inlined, no other rule is part of the program.
    fn update(pass: &mut Pass<'_, Self>, kind: UpdateKind);

    /// Waits for the step to end; the sum of its losses.
    ///
    /// # Errors
    /// The first error of the step.
    fn end_step(pass: &mut Pass<'_, Self>) -> Result<Self::Element, Error>;

    /// Ends a step that [is deferred](StepState::is_deferred): the sum of its losses, or `None` where the device works on and
    /// keeps it for [`deferred_losses`](Self::deferred_losses).
    ///
    /// # Errors
    /// The errors of [`end_step`](Self::end_step), as far as they are known.
    fn defer_step(pass: &mut Pass<'_, Self>) -> Result<Option<Self::Element>, Error> {
        Self::end_step(pass).map(Some)
    }

    /// Waits for the deferred steps, and takes the sum of the losses that the device kept.
    ///
    /// # Errors
    /// The first error of the steps.
    fn deferred_losses(&self, workspace: &mut Workspace<Self>) -> Result<Self::Element, Error> {
        let _ = workspace;
        Ok(Self::Element::ZERO)
    }
}

/// What a pass is for. With its workspace and the number of samples this says which calls it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PassKind {
    /// Forward.
    Inference,
    /// Forward, the losses, and backward.
    Training,
    /// The same, and the update.
    Step,
}

/// A step of an optimizer.
#[derive(Debug)]
pub struct UpdateCall<'a, B> {
    /// The rule.
    pub rule: &'a Update,
    /// How gradients are limited first.
    pub clip: Clip,
    /// Which parameters, and their factors.
    pub ranges: &'a [UpdateRange],
    /// The optimizer's numbers, as the rule [wants them](Update::state_slots).
    pub slots: &'a mut [B],
}

/// Parameters that an optimizer updates alike.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateRange {
    /// Their elements.
    pub elements: core::ops::Range<usize>,
    /// What the learning rate is multiplied by.
    pub learning_rate: f64,
    /// What the weight decay is multiplied by.
    pub weight_decay: f64,
}

/// How gradients are limited before an update.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clip {
    /// Not at all.
    None,
    /// The Euclidean norm of all gradients together is scaled down to this, above 0.
    Norm(f64),
    /// Each gradient is limited to ± this, above 0.
    Value(f64),
}

/// What a workspace has to hold.
#[derive(Clone, Copy, Debug)]
pub struct WorkspaceNeeds {
    /// Samples at most.
    pub capacity: usize,
    /// Numbers a sample of the plan.
    pub memory: Memory,
    /// Numbers a sample of the outputs, and of their gradients, which lie after the arena.
    pub border: usize,
    /// Elements of all inputs of one sample.
    pub input: usize,
    /// Numbers of all integer inputs of one sample.
    pub integers: usize,
    /// Numbers to compare the outputs of one sample with.
    pub target: usize,
    /// Class indices to compare the outputs of one sample with.
    pub labels: usize,
    /// Elements of all gradients; 0 for inference.
    pub gradients: usize,
    /// FLOPs of one sample, forward: decides whether threads pay.
    pub flops: u64,
}
