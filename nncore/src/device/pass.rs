//! One pass over a batch: the memory it works on, and its state.

use super::{Base, Execute, Inside, LossCall, Segment, Train, UpdateCall};
use crate::kernels::update::UpdateKind;
use crate::{Element, Error};

/// Memory for passes of up to `capacity` samples, allocated once.
#[derive(Debug)]
pub struct Workspace<D: Execute> {
    /// Samples at most.
    pub capacity: usize,
    /// The batches of the inputs, one after another: one begins at its offset times the capacity.
    pub input: D::Buffer<D::Element>,
    /// Those of integer inputs, in the same manner.
    pub integers: D::Buffer<u32>,
    /// Numbers to compare with, a batch an output, in the same manner.
    pub target: D::Buffer<D::Element>,
    /// Classes to compare with, in the same manner.
    pub labels: D::Buffer<u32>,
    /// Activations and their gradients.
    pub arena: D::Buffer<D::Element>,
    /// Positions chosen by max pools.
    pub index: D::Buffer<u8>,
    /// Numbers of the whole batch.
    pub statistic: D::Buffer<D::Element>,
    /// Gradients of the parameters.
    pub gradients: D::Buffer<D::Element>,
    /// What the device needs beside the plan.
    pub scratch: D::Buffer<D::Element>,
    /// The plan's numbers.
    pub needs: super::WorkspaceNeeds,
    /// What the device keeps with this memory.
    pub memo: D::Memo,
}

/// What changes from step to step. Operations read it here, never from arguments: a recorded step
/// can be replayed.
#[derive(Clone, Copy, Debug)]
pub struct StepState {
    /// Live samples.
    pub batch: usize,
    /// The number of the step, from 0.
    pub step: u64,
    /// The seed of dropout.
    pub seed: u64,
    /// The learning rate of this step.
    pub learning_rate: f64,
    /// Whether the step is not waited for: a device may keep its loss, and those of the steps before, for later.
    pub is_deferred: bool,
}

/// Tensors of a model, as a pass has them.
#[derive(Debug)]
pub enum Tensors<'a, B> {
    /// Read.
    Shared(&'a B),
    /// Read and written.
    Exclusive(&'a mut B),
}

impl<B> Tensors<'_, B> {
    /// Their buffer, to read.
    #[must_use]
    pub fn shared(&self) -> &B {
        match self {
            Self::Shared(buffer) => buffer,
            Self::Exclusive(buffer) => buffer,
        }
    }
}

/// One pass over a batch.
///
/// Trainers and predictors make it. Devices read its fields; a network that runs makes calls, and leaves them as they are.
#[derive(Debug)]
#[non_exhaustive]
pub struct Pass<'a, D: Execute> {
    /// The device.
    pub device: &'a D,
    /// The memory.
    pub workspace: &'a mut Workspace<D>,
    /// The trained tensors; exclusive where there is an update.
    pub parameters: Tensors<'a, D::Buffer<D::Element>>,
    /// The tensors that are kept; exclusive in training.
    pub kept: Tensors<'a, D::Buffer<D::Element>>,
    /// How the pass updates the parameters at its end, if it does.
    pub update: Option<UpdateCall<'a, D::Buffer<D::Element>>>,
    /// Where the network that runs finds its memory.
    pub base: Base,
    /// The state.
    pub state: StepState,
    /// The first error.
    pub fault: Option<Error>,
    /// The sum of the losses so far.
    pub loss: D::Element,
}

impl<'a, D: Execute> Pass<'a, D> {
    /// A pass by hand, without a fault so far.
    ///
    /// # Safety
    /// All parts are those of one network: the workspace was made by
    /// [`Store::workspace`](crate::device::Store::workspace), for its needs and at least as many samples as the state has;
    /// its tensors are those of the network, at their full lengths; `base` is where the network runs alone. An update has
    /// slots as its rule wants them, and ranges within the parameters, which it has exclusively.
    ///
    /// (The CPU device checks all of this at each call. Others need not.)
    pub unsafe fn new(
        device: &'a D,
        workspace: &'a mut Workspace<D>,
        [parameters, kept]: [Tensors<'a, D::Buffer<D::Element>>; 2],
        update: Option<UpdateCall<'a, D::Buffer<D::Element>>>,
        base: Base,
        state: StepState,
    ) -> Self {
        let (fault, loss) = (None, D::Element::ZERO);
        Self { device, workspace, parameters, kept, update, base, state, fault, loss }
    }
}

impl<D: Execute> Pass<'_, D> {
    /// Runs a network within the one that runs.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        let outer = self.base;
        self.base = outer.inside(inside);
        D::moved(self);
        f(self);
        self.base = outer;
        D::moved(self);
    }

    /// Runs the calls of `f` over the batch.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn segment<F>(&mut self, segment: &Segment, f: F)
    where
        F: for<'p> Fn(&mut D::Piece<'p>) + Sync,
    {
        if self.fault.is_none() {
            D::segment(self, segment, &f);
        }
    }
}

impl<D: Train> Pass<'_, D> {
    /// Adds a loss of the batch, and computes its gradient where that has a region.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn loss_of(&mut self, call: &LossCall<'_, D::Element>) {
        if self.fault.is_none() {
            D::loss(self, call);
        }
    }

    /// Updates the parameters, unless something went wrong before. The [update](Self::update)'s rule is of this kind.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn update_by(&mut self, kind: UpdateKind) {
        if self.fault.is_none() {
            D::update(self, kind);
        }
    }
}
