//! Training and inference over a plan's memory, which is allocated once.

use alloc::vec;
use alloc::vec::Vec;

use nnplan::Text;

use crate::batch::Batch;
use crate::device::{
    Device, Kept, LossCall, Pass, Region, Space, StepState, TargetKind, Workspace, WorkspaceNeeds,
};
use crate::loss::Loss;
use crate::network::{DeclaredLoss, Ending, Network};
use crate::optim::Optimizer;
use crate::random::Seed;
use crate::shape::{Sample, Shape};
use crate::{Element, Error, Model};

/// The most samples a batch may have: memory is planned for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity(pub usize);

type Input<N, D> = Batch<<N as Network>::Input, <D as Device>::Element>;
type Output<N, D> = Batch<<N as Network>::Output, <D as Device>::Element>;
type Target<N, L, D> = Batch<<L as Loss<<N as Network>::Output>>::Target, <D as Device>::Element>;

/// Whether a loss would apply the softmax (or sigmoid) that the network ends with a second time.
struct Once<N, L>(core::marker::PhantomData<(N, L)>);

impl<N: Network, L: Loss<N::Output>> Once<N, L> {
    const CHECK: () = {
        let mut i = 0;
        while i < L::CONTAINS.len() {
            if L::CONTAINS[i] as u8 == N::ENDING as u8 {
                let (ending, found) = match N::ENDING {
                    Ending::Sigmoid => ("sigmoid", "probabilities"),
                    Ending::LogSoftmax => ("log softmax", "logarithms of probabilities"),
                    _ => ("softmax", "probabilities"),
                };
                let text =
                    Text::<512>::EMPTY.str("`").str(N::NAME).str("` ends with a ").str(ending);
                let text =
                    text.str(", which the loss contains already\nexpected: logits\n   found: ");
                let text = text.str(found).str("\nhelp: drop the last layer of `").str(N::NAME);
                panic!("{}", text.str("`, or write `Unchecked(loss)`").as_str());
            }
            i += 1;
        }
    };
}

/// What a workspace for `N` and `L` has to hold.
fn needs<N: Network, L: Loss<N::Output>>(capacity: usize, training: bool) -> WorkspaceNeeds {
    let values = matches!(L::TARGET, TargetKind::Values);
    WorkspaceNeeds {
        capacity,
        memory: if training { N::TRAINING } else { N::INFERENCE },
        input: N::Input::LEN,
        integers: 0,
        target: if values { <L::Target as Sample>::ITEMS } else { 0 },
        labels: if values { 0 } else { <L::Target as Sample>::ITEMS },
        gradients: if training { N::PARAMETER_LEN } else { 0 },
        flops: N::COST.flops,
    }
}

/// Where the targets lie.
fn target_region<N: Network, L: Loss<N::Output>>() -> Region {
    match L::TARGET {
        TargetKind::Values => Region::target(0, <L::Target as Sample>::ITEMS),
        TargetKind::Labels => Region::label(0, <L::Target as Sample>::ITEMS),
    }
}

fn check_batch(batch: usize, capacity: usize) -> Result<(), Error> {
    match batch {
        0 => Err(Error::EmptyBatch),
        n if n > capacity => Err(Error::Capacity { batch, capacity }),
        _ => Ok(()),
    }
}

/// Copies targets to where the loss reads them.
fn upload_target<D: Device, S: Sample>(
    device: &D,
    workspace: &mut Workspace<D>,
    inputs: usize,
    targets: &Batch<S, D::Element>,
) -> Result<(), Error> {
    if targets.len() != inputs {
        return Err(Error::Targets { inputs, targets: targets.len() });
    }
    S::upload(device, workspace, targets.items())
}

fn class_weights<O: Shape, T: Element>(loss: &impl Loss<O>) -> Result<Option<Vec<T>>, Error> {
    let Some(weights) = loss.class_weights() else { return Ok(None) };
    if weights.len() != O::LEN {
        return Err(Error::ClassWeights { classes: O::LEN, found: weights.len() });
    }
    Ok(Some(weights.iter().map(|w| T::from_f64(*w)).collect()))
}

/// Copies an output to the host. It lies in the arena, or is the input itself where no layer
/// computes anything: a `Dropout` alone in inference, a `Flatten`.
fn read<D: Device, S: Shape>(
    device: &D,
    workspace: &Workspace<D>,
    region: Region,
    out: &mut Batch<S, D::Element>,
) -> Result<(), Error> {
    let buffer = match region.space {
        Space::Input => &workspace.input,
        _ => &workspace.arena,
    };
    device.download(buffer, region.offset * workspace.capacity, out.items_mut())
}

/// Trains a model: holds the plan's memory, the gradients and the optimizer's state.
#[derive(Debug)]
pub struct Trainer<'m, N: Network, D: Device, L, O> {
    model: &'m mut Model<N, D>,
    loss: L,
    class_weights: Option<Vec<D::Element>>,
    optimizer: O,
    workspace: Workspace<D>,
    slots: Vec<D::Buffer<D::Element>>,
    state: StepState,
}

impl<'m, N: DeclaredLoss, D: Device, O: Optimizer> Trainer<'m, N, D, N::Loss, O> {
    /// A trainer with the loss that the network declares.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn with_declared_loss(
        model: &'m mut Model<N, D>,
        optimizer: O,
        capacity: Capacity,
    ) -> Result<Self, Error> {
        Self::build(model, N::LOSS, optimizer, capacity)
    }
}

impl<'m, N: Network, D: Device, L: Loss<N::Output>, O: Optimizer> Trainer<'m, N, D, L, O> {
    /// A trainer for batches of up to `capacity` samples. All memory is allocated here, once.
    ///
    /// # Errors
    /// When the device has not enough memory, or class weights are not as many as the classes.
    pub fn new(
        model: &'m mut Model<N, D>,
        loss: L,
        optimizer: O,
        capacity: Capacity,
    ) -> Result<Self, Error> {
        let () = Once::<N, L>::CHECK;
        Self::build(model, loss, optimizer, capacity)
    }

    fn build(
        model: &'m mut Model<N, D>,
        loss: L,
        optimizer: O,
        Capacity(capacity): Capacity,
    ) -> Result<Self, Error> {
        let workspace = model.device.workspace(&needs::<N, L>(capacity, true))?;
        let count = optimizer.settings().update.state_slots();
        let slots = (0..count)
            .map(|_| model.device.allocate(N::PARAMETER_LEN))
            .collect::<Result<_, _>>()?;
        let learning_rate = optimizer.settings().learning_rate;
        let class_weights = class_weights::<N::Output, _>(&loss)?;
        let state = StepState { batch: 0, step: 0, seed: 0, learning_rate };
        Ok(Self { model, loss, class_weights, optimizer, workspace, slots, state })
    }

    /// The seed of dropout; 0 unless given.
    #[must_use]
    pub fn seed(mut self, Seed(seed): Seed) -> Self {
        self.state.seed = seed;
        self
    }

    /// One step: forward, loss, backward, update. Gives the mean loss of the batch, ahead of the update.
    ///
    /// # Errors
    /// When the batch is empty or larger than the capacity, inputs and targets are not equally
    /// many, or a label is no class. The parameters are then as they were; after a wrong label, batch norms' running
    /// statistics have seen the batch.
    pub fn step(
        &mut self,
        inputs: &Input<N, D>,
        targets: &Target<N, L, D>,
    ) -> Result<D::Element, Error> {
        let loss = self.gradients_of(inputs, targets)?;
        self.update()?;
        Ok(loss)
    }

    /// Forward, loss and backward without an update: the gradients are in
    /// [`gradient`](Self::gradient).
    ///
    /// # Errors
    /// As [`step`](Self::step).
    pub fn gradients_of(
        &mut self,
        inputs: &Input<N, D>,
        targets: &Target<N, L, D>,
    ) -> Result<D::Element, Error> {
        let n = inputs.len();
        check_batch(n, self.workspace.capacity)?;
        let device = &self.model.device;
        device.upload(&mut self.workspace.input, inputs.items())?;
        upload_target(device, &mut self.workspace, n, targets)?;
        self.state.batch = n;
        let settings = self.optimizer.settings();
        self.state.learning_rate =
            settings.schedule.learning_rate(settings.learning_rate, self.state.step);
        let mut pass = Pass {
            device,
            workspace: &mut self.workspace,
            parameters: &self.model.parameters,
            kept: Kept::Exclusive(&mut self.model.buffers),
            state: self.state,
            fault: None,
            loss: D::Element::ZERO,
        };
        N::forward(&mut pass);
        let weights = self.class_weights.as_deref();
        pass.loss_of(&LossCall {
            kind: self.loss.kind(),
            class_weights: weights,
            weight: 1.0,
            output: N::TRAINING_OUTPUT,
            d_output: N::OUTPUT_GRADIENT,
            target: target_region::<N, L>(),
        });
        N::backward(&mut pass);
        D::end_step(&mut pass)
    }

    fn update(&mut self) -> Result<(), Error> {
        let settings = self.optimizer.settings();
        let device = self.model.device.clone();
        device.update(
            &mut self.workspace,
            &self.state,
            &settings.update,
            settings.clip,
            &mut self.model.parameters,
            &mut self.slots,
        )?;
        self.state.step += 1;
        Ok(())
    }

    /// The output of the last step's batch.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn output(&self) -> Result<Output<N, D>, Error> {
        let mut out = Batch::zeros(self.state.batch);
        read(&self.model.device, &self.workspace, N::TRAINING_OUTPUT, &mut out)?;
        Ok(out)
    }

    /// The gradient of the tensor called `name` in the last step.
    ///
    /// # Errors
    /// When the copy fails. `Ok(None)` when no trained tensor has that name.
    pub fn gradient(&self, name: &str) -> Result<Option<Vec<D::Element>>, Error> {
        let tensor = N::TENSORS.iter().find(|t| t.name == name && !t.is_kept());
        let Some(tensor) = tensor else { return Ok(None) };
        let mut values = vec![D::Element::ZERO; tensor.shape.len()];
        self.model.device.download(&self.workspace.gradients, tensor.offset, &mut values)?;
        Ok(Some(values))
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

    /// The learning rate of the last step.
    #[must_use]
    pub fn learning_rate(&self) -> f64 {
        self.state.learning_rate
    }
}

/// Runs a model without training it.
#[derive(Debug)]
pub struct Predictor<'m, N: Network, D: Device> {
    model: &'m Model<N, D>,
    workspace: Workspace<D>,
    batch: usize,
}

impl<'m, N: Network, D: Device> Predictor<'m, N, D> {
    /// A predictor for batches of up to `capacity` samples. All memory is allocated here, once.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn new(model: &'m Model<N, D>, Capacity(capacity): Capacity) -> Result<Self, Error> {
        let memory = WorkspaceNeeds {
            capacity,
            memory: N::INFERENCE,
            input: N::Input::LEN,
            integers: 0,
            target: N::Output::LEN,
            labels: 1,
            gradients: 0,
            flops: N::COST.flops,
        };
        Ok(Self { model, workspace: model.device.workspace(&memory)?, batch: 0 })
    }

    fn pass(&mut self, inputs: &Input<N, D>) -> Result<Pass<'_, D>, Error> {
        let n = inputs.len();
        check_batch(n, self.workspace.capacity)?;
        self.model.device.upload(&mut self.workspace.input, inputs.items())?;
        self.batch = n;
        let mut pass = Pass {
            device: &self.model.device,
            workspace: &mut self.workspace,
            parameters: &self.model.parameters,
            kept: Kept::Shared(&self.model.buffers),
            state: StepState { batch: n, step: 0, seed: 0, learning_rate: 0.0 },
            fault: None,
            loss: D::Element::ZERO,
        };
        N::infer(&mut pass);
        Ok(pass)
    }

    /// The outputs of a batch.
    ///
    /// # Errors
    /// When the batch is empty or larger than the capacity.
    pub fn run(&mut self, inputs: &Input<N, D>) -> Result<Output<N, D>, Error> {
        let mut out = Batch::zeros(inputs.len());
        self.run_into(inputs, &mut out)?;
        Ok(out)
    }

    /// The outputs of a batch, into memory that is there.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn run_into(&mut self, inputs: &Input<N, D>, out: &mut Output<N, D>) -> Result<(), Error> {
        let mut pass = self.pass(inputs)?;
        D::end_step(&mut pass)?;
        out.resize(self.batch);
        read(&self.model.device, &self.workspace, N::INFERENCE_OUTPUT, out)
    }

    /// The mean loss of a batch; its outputs are then in [`output`](Self::output).
    ///
    /// # Errors
    /// As [`run`](Self::run); and when inputs and targets are not equally many, or a label is no class.
    pub fn evaluate<L: Loss<N::Output>>(
        &mut self,
        inputs: &Input<N, D>,
        targets: &Target<N, L, D>,
        loss: &L,
    ) -> Result<D::Element, Error> {
        let () = Once::<N, L>::CHECK;
        check_batch(inputs.len(), self.workspace.capacity)?;
        let weights = class_weights::<N::Output, D::Element>(loss)?;
        upload_target(&self.model.device, &mut self.workspace, inputs.len(), targets)?;
        let mut pass = self.pass(inputs)?;
        pass.loss_of(&LossCall {
            kind: loss.kind(),
            class_weights: weights.as_deref(),
            weight: 1.0,
            output: N::INFERENCE_OUTPUT,
            d_output: Region::NONE,
            target: target_region::<N, L>(),
        });
        D::end_step(&mut pass)
    }

    /// The outputs of the last batch.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn output(&self) -> Result<Output<N, D>, Error> {
        let mut out = Batch::zeros(self.batch);
        read(&self.model.device, &self.workspace, N::INFERENCE_OUTPUT, &mut out)?;
        Ok(out)
    }
}
