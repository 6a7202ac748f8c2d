//! Training over a plan's memory, which is allocated once. What inference shares with it is here, too.

mod arguments;
mod state;

use alloc::vec::Vec;

use arguments::TrainsWith;
pub use state::{StateError, StateSlot, TrainerState};

use crate::batch::{InputBatch, OutputBatch, TargetBatch};
use crate::device::{
    Base, Device, LossCall, Pass, PassKind, Region, Space, StepState, Tensors, UpdateCall,
    UpdateRange, Workspace, WorkspaceNeeds, border,
};
use crate::loss::{After, Losses, TargetSizes, Terms};
use crate::model::find_tensor;
use crate::network::{Agrees, DeclaredLoss, Network};
use crate::optim::Optimizer;
use crate::random::Seed;
use crate::shape::{Inputs, Offsets, Outputs};
use crate::step::step;
use crate::{Element, Error, Model, room};

/// The most samples a batch may have: memory is planned for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity(pub usize);

/// What a workspace for `N` and `L` has to hold.
fn needs<N: Network, L: Terms<N::Output>>(capacity: usize) -> WorkspaceNeeds {
    let sum = |of: fn(&TargetSizes) -> usize| L::PARTS.iter().map(of).sum();
    WorkspaceNeeds {
        capacity,
        memory: N::TRAINING,
        border: border(N::OUTPUT_SHAPES, true),
        input: N::Input::LEN,
        integers: N::Input::INTEGERS,
        target: sum(|part| part.values),
        labels: sum(|part| part.labels),
        gradients: N::PARAMETER_LEN,
        flops: N::COST.flops,
    }
}

/// The number of samples, if it is one that there is memory for.
pub(crate) fn check_batch<N: Network, D: Device>(
    workspace: &Workspace<D>,
    inputs: InputBatch<'_, N, D>,
) -> Result<usize, Error> {
    let capacity = workspace.capacity;
    match N::Input::samples::<D::Element>(inputs)? {
        0 => Err(Error::EmptyBatch),
        batch if batch > capacity => Err(Error::Capacity { batch, capacity }),
        batch => Ok(batch),
    }
}

/// The class weights of each loss; those after the last that has some are left out. All numbers of the losses are checked.
pub(crate) type ClassWeights<T> = Vec<Option<Vec<T>>>;

pub(crate) fn class_weights<O: Outputs, T: Element>(
    loss: &impl Terms<O>,
) -> Result<ClassWeights<T>, Error> {
    let mut all = Vec::new();
    for (i, classes) in O::LENS.iter().enumerate() {
        let term = loss.term(i);
        term.numbers().check()?;
        let Some(weights) = term.class_weights else { continue };
        if weights.len() != *classes {
            return Err(Error::ClassWeights { classes: *classes, found: weights.len() });
        }
        all.resize(i, None);
        let mut converted = room::filled(*classes, T::ZERO)?;
        for (to, weight) in converted.iter_mut().zip(weights) {
            *to = T::from_f64(*weight);
        }
        all.push(Some(converted));
    }
    Ok(all)
}

/// Computes the losses of all outputs, and their gradients where there are regions for them.
pub(crate) fn compute_losses<O: Outputs, D: Device, L: Terms<O>>(
    pass: &mut Pass<'_, D>,
    loss: &L,
    class_weights: &ClassWeights<D::Element>,
    outputs: &[Region],
    d_outputs: &[Region],
) {
    let mut room = Offsets::default();
    for (i, part) in L::PARTS.iter().enumerate() {
        let term = loss.term(i);
        let is_right = part.is_read_by(&term.kind, O::LENS[i]);
        assert!(is_right, "the kind of a loss is one that reads its targets");
        pass.loss_of(&LossCall {
            kind: term.kind,
            class_weights: class_weights.get(i).and_then(Option::as_deref),
            weight: term.weight,
            output: outputs[i],
            d_output: d_outputs.get(i).copied().unwrap_or(Region::NONE),
            target: part.region(part.take(&mut room)),
        });
    }
}

/// Copies outputs to the host. One lies in the arena, or is an input itself where no layer
/// computes anything: a `Dropout` alone in inference, a `Flatten`.
pub(crate) fn read<O: Outputs, D: Device>(
    device: &D,
    workspace: &Workspace<D>,
    regions: &[Region],
    out: &mut O::Batches<D::Element>,
) -> Result<(), Error> {
    O::fill(out, |i, items| {
        let region = regions[i];
        let buffer = match region.space {
            Space::Input => &workspace.input,
            _ => &workspace.arena,
        };
        device.download(buffer, region.offset * workspace.capacity, items)
    })
}

/// Where a step finds its memory.
fn base<N: Network>() -> Base {
    const { Base::alone(N::INPUTS, N::OUTPUT_SHAPES, &N::TRAINING, true) }
}

/// Trains a model: holds the plan's memory, the gradients and the optimizer's state.
#[derive(Debug)]
pub struct Trainer<'m, N: Network, D: Device, L, O> {
    model: &'m mut Model<N, D>,
    loss: L,
    class_weights: ClassWeights<D::Element>,
    optimizer: O,
    workspace: Workspace<D>,
    ranges: Vec<UpdateRange>,
    slots: Vec<D::Buffer<D::Element>>,
    state: StepState,
    /// The base rate, where it is not the optimizer's own.
    learning_rate: Option<f64>,
    deferred: Deferred,
}

/// Losses of steps that nobody waited for.
#[derive(Clone, Copy, Debug, Default)]
struct Deferred {
    /// The sum of those that are known.
    sum: f64,
    steps: u64,
}

impl<'m, N: DeclaredLoss, D: Device, O: Optimizer> Trainer<'m, N, D, N::Loss, O> {
    /// A trainer with the loss that the network declares.
    ///
    /// # Errors
    /// When the device has not enough memory, a number of the optimizer is out of its range, or a group of the optimizer
    /// matches no tensor.
    ///
    /// # Panics
    /// When the optimizer's [`kind`](Optimizer::kind) is not its rule's.
    pub fn with_declared_loss(
        model: &'m mut Model<N, D>,
        optimizer: O,
        capacity: Capacity,
    ) -> Result<Self, Error> {
        Self::build(model, N::LOSS, optimizer, capacity)
    }
}

impl<'m, N: Network, D: Device, L, O> Trainer<'m, N, D, L, O> {
    /// A trainer for batches of up to `capacity` samples. All memory is allocated here, once.
    ///
    /// # Errors
    /// When the device has not enough memory, a number of the optimizer or the loss is out of its range, class weights
    /// are not as many as the classes, or a group of the optimizer matches no tensor.
    ///
    /// # Panics
    /// When the optimizer's [`kind`](Optimizer::kind) is not its rule's.
    // In a line: an error shows it.
    #[rustfmt::skip]
    pub fn new(model: &'m mut Model<N, D>, loss: L, optimizer: O, capacity: Capacity) -> Result<Trainer<'m, N, D, O::Loss, O::Optimizer>, Error> where L: Losses<N::Output> + After<N>, O: TrainsWith<L> {
        optimizer.trainer(model, loss, capacity)
    }
}

impl<'m, N: Network, D: Device, L: Terms<N::Output>, O: Optimizer> Trainer<'m, N, D, L, O> {
    fn build(
        model: &'m mut Model<N, D>,
        loss: L,
        optimizer: O,
        Capacity(capacity): Capacity,
    ) -> Result<Self, Error> {
        let () = Agrees::<N>::CHECK;
        let is_right = optimizer.kind() == optimizer.settings().update.kind();
        assert!(is_right, "an optimizer's kind is that of its rule");
        optimizer.settings().check_at(optimizer.settings().learning_rate)?;
        let ranges = optimizer.settings().ranges(N::TENSORS, N::PARAMETER_LEN)?;
        let workspace = model.device.workspace(&needs::<N, L>(capacity))?;
        let count = optimizer.settings().update.state_slots();
        let slots = (0..count)
            .map(|_| model.device.allocate(N::PARAMETER_LEN))
            .collect::<Result<_, _>>()?;
        let learning_rate = optimizer.settings().learning_rate;
        let class_weights = class_weights::<N::Output, _>(&loss)?;
        let state = StepState { batch: 0, step: 0, seed: 0, learning_rate, is_deferred: false };
        let deferred = Deferred::default();
        Ok(Self {
            model,
            loss,
            class_weights,
            optimizer,
            workspace,
            ranges,
            slots,
            state,
            learning_rate: None,
            deferred,
        })
    }

    /// The seed of dropout; 0 unless given.
    #[must_use]
    pub fn seed(mut self, Seed(seed): Seed) -> Self {
        self.state.seed = seed;
        self
    }

    /// One step: forward, loss, backward, update. Gives the mean loss of the batch, before the update.
    ///
    /// A network with several inputs takes a tuple of batches, one with several outputs a tuple of targets, and the
    /// loss is the sum of theirs: see [`Inputs`] and [`Losses`].
    ///
    /// # Errors
    /// When the batch is empty or larger than the capacity, inputs and targets are not equally
    /// many, an index is out of range, a label is not a class, or the schedule's rate is not finite. The parameters are then as they were; after a wrong
    /// label, batch norms' running statistics have seen the batch.
    // In a line: an error shows it.
    #[rustfmt::skip]
    pub fn step(&mut self, inputs: InputBatch<'_, N, D>, targets: TargetBatch<'_, N, L, D>) -> Result<D::Element, Error> {
        let loss = self.waited_for(PassKind::Step, inputs, targets)?;
        self.state.step += 1;
        Ok(loss)
    }

    /// One step that is not waited for: a GPU works on it while the next batch is prepared. Its loss is part of the next
    /// [`take_mean_loss`](Self::take_mean_loss). On the CPU it is done when this returns.
    ///
    /// ```
    /// # use nncore::prelude::*;
    /// # network! { struct Net; input: [4]; fc: Linear(4 -> 2); }
    /// # let device = Cpu::with_threads(1)?;
    /// # let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    /// # let mut trainer = Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(8))?;
    /// # let batches = [(Batch::zeros(8), Batch::zeros(8)), (Batch::zeros(8), Batch::zeros(8))];
    /// for (i, (inputs, targets)) in batches.iter().enumerate() {
    ///     trainer.submit(inputs, targets)?;
    ///     if i % 100 == 99 {
    ///         println!("mean loss of a hundred steps: {}", trainer.take_mean_loss()?);
    ///     }
    /// }
    /// # Ok::<(), nncore::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`step`](Self::step); but a GPU may find a label that is not a class later: that is then an error of
    /// [`take_mean_loss`](Self::take_mean_loss), and the steps from the wrong one on have updated nothing.
    // In a line: an error shows it.
    #[rustfmt::skip]
    pub fn submit(&mut self, inputs: InputBatch<'_, N, D>, targets: TargetBatch<'_, N, L, D>) -> Result<(), Error> {
        self.state.is_deferred = true;
        let mut pass = self.pass(PassKind::Step, inputs, targets)?;
        if let Some(loss) = D::defer_step(&mut pass)? {
            self.deferred.sum += loss.to_f64();
        }
        self.deferred.steps += 1;
        self.state.step += 1;
        Ok(())
    }

    /// Takes the mean loss of the steps that were [submitted](Self::submit) since the last call, each before its update; waits
    /// for them. NaN where there were none.
    ///
    /// # Errors
    /// The first error of these steps.
    pub fn take_mean_loss(&mut self) -> Result<D::Element, Error> {
        let collected = self.collect_deferred();
        let Deferred { sum, steps } = core::mem::take(&mut self.deferred);
        collected?;
        Ok(D::Element::from_f64(if steps == 0 { f64::NAN } else { sum / steps as f64 }))
    }

    /// Forward, loss and backward without an update: the gradients are in
    /// [`gradient`](Self::gradient).
    ///
    /// # Errors
    /// As [`step`](Self::step).
    pub fn gradients_of(
        &mut self,
        inputs: InputBatch<'_, N, D>,
        targets: TargetBatch<'_, N, L, D>,
    ) -> Result<D::Element, Error> {
        self.waited_for(PassKind::Training, inputs, targets)
    }

    /// Waits for the steps that were submitted. Their losses are part of the sum then.
    fn collect_deferred(&mut self) -> Result<(), Error> {
        if self.deferred.steps > 0 {
            self.deferred.sum += self.model.device.deferred_losses(&mut self.workspace)?.to_f64();
        }
        Ok(())
    }

    /// The loss of a pass.
    fn waited_for(
        &mut self,
        kind: PassKind,
        inputs: InputBatch<'_, N, D>,
        targets: TargetBatch<'_, N, L, D>,
    ) -> Result<D::Element, Error> {
        // What this step leaves would take their place.
        self.collect_deferred()?;
        self.state.is_deferred = false;
        D::end_step(&mut self.pass(kind, inputs, targets)?)
    }

    /// Forward, loss and backward; in a step, the update.
    fn pass(
        &mut self,
        kind: PassKind,
        inputs: InputBatch<'_, N, D>,
        targets: TargetBatch<'_, N, L, D>,
    ) -> Result<Pass<'_, D>, Error> {
        let n = check_batch::<N, D>(&self.workspace, inputs)?;
        let (device, start) = (&self.model.device, Offsets::default());
        N::Input::upload(device, &mut self.workspace, start, inputs)?;
        L::upload(device, &mut self.workspace, n, start, targets)?;
        self.state.batch = n;
        let settings = self.optimizer.settings();
        self.state.learning_rate = settings.schedule.checked(self.base_rate(), self.state.step)?;
        let is_right = self.slots.len() == settings.update.state_slots();
        assert!(is_right, "an optimizer keeps the rule that it was built with");
        let update = UpdateCall {
            rule: &settings.update,
            clip: settings.clip,
            ranges: &self.ranges,
            slots: &mut self.slots,
        };
        let base = base::<N>();
        let mut pass = Pass {
            device,
            workspace: &mut self.workspace,
            parameters: Tensors::Exclusive(&mut self.model.parameters),
            kept: Tensors::Exclusive(&mut self.model.buffers),
            update: (kind == PassKind::Step).then_some(update),
            base,
            state: self.state,
            fault: None,
            loss: D::Element::ZERO,
        };
        let (loss, weights, optimizer) = (&self.loss, &self.class_weights, &self.optimizer);
        let losses = |pass: &mut Pass<'_, D>| {
            compute_losses(pass, loss, weights, base.outputs(), base.output_gradients());
        };
        let update = |pass: &mut Pass<'_, D>| pass.update_by(optimizer.kind());
        D::run(&mut pass, kind, |pass| step::<N, D>(pass, losses, update));
        Ok(pass)
    }

    /// The output of the last step's batch; a tuple where the network has several.
    ///
    /// # Errors
    /// When the copy fails, or there is not enough memory for it.
    pub fn output(&self) -> Result<OutputBatch<N, D>, Error> {
        let mut out = N::Output::zeros(self.state.batch)?;
        read::<N::Output, D>(&self.model.device, &self.workspace, base::<N>().outputs(), &mut out)?;
        Ok(out)
    }

    /// The gradient of the tensor called `name` in the last step.
    ///
    /// # Errors
    /// When the network has no such tensor, with the name that is most like it; when the tensor is not trained; when the copy
    /// fails, or there is not enough memory for it.
    pub fn gradient(&self, name: &str) -> Result<Vec<D::Element>, Error> {
        let tensor = find_tensor(name, N::TENSORS)?;
        if tensor.is_kept() {
            return Err(Error::NotTrained { name: tensor.name });
        }
        let mut values = room::filled(tensor.shape.len(), D::Element::ZERO)?;
        self.model.device.download(&self.workspace.gradients, tensor.offset, &mut values)?;
        Ok(values)
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &Model<N, D> {
        self.model
    }

    /// The number of steps taken.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.state.step
    }

    /// The learning rate of the next step: what the schedule makes of the base rate. Groups multiply it by their factors.
    #[must_use]
    pub fn learning_rate(&self) -> f64 {
        let settings = self.optimizer.settings();
        settings.schedule.learning_rate(self.base_rate(), self.state.step)
    }

    /// What the schedule scales.
    fn base_rate(&self) -> f64 {
        self.learning_rate.unwrap_or(self.optimizer.settings().learning_rate)
    }

    /// Sets the base learning rate of the steps from now on, 0 or above. It takes the place of the one that the optimizer
    /// was made with: the schedule and the warm-up go on at the step where they are and scale it, and the factors of
    /// groups go on applying. Without a schedule it is the learning rate. (In PyTorch: `param_group["initial_lr"]`, and
    /// without a scheduler `param_group["lr"]`.)
    ///
    /// ```
    /// # use nncore::prelude::*;
    /// # network! { struct Net; input: [4]; fc: Linear(4 -> 2); }
    /// # let mut model = Model::<Net, _>::init(&Cpu::with_threads(1)?, Seed(1))?;
    /// let sgd = Sgd::new(0.1).schedule(Schedule::Step { every: 1, gamma: 0.5 });
    /// let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(8))?;
    /// trainer.step(&Batch::zeros(8), &Batch::zeros(8))?;
    /// assert_eq!(trainer.learning_rate(), 0.5 * 0.1);
    /// trainer.set_learning_rate(0.02)?; // the validation loss stagnates, say
    /// assert_eq!(trainer.learning_rate(), 0.5 * 0.02);
    ///
    /// let error = trainer.set_learning_rate(-1.0).unwrap_err();
    /// let expected = "the learning rate is out of range\nexpected: 0 or a finite number above 0\n   found: -1.0";
    /// assert_eq!(error.to_string(), expected);
    /// # Ok::<(), nncore::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it is negative or not finite, or so large that a group's factor makes it infinite. The learning rate is then as
    /// it was.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        self.optimizer.settings().check_at(learning_rate)?;
        self.learning_rate = Some(learning_rate);
        Ok(())
    }
}
