//! Inference over a plan's memory, which is allocated once.

use core::marker::PhantomData;

use crate::batch::{InputBatch, OutputBatch, TargetBatch};
use crate::device::{
    Base, Device, Pass, PassKind, StepState, Tensors, Workspace, WorkspaceNeeds, border,
};
use crate::loss::{After, Losses};
use crate::network::{Agrees, Network, SameLayout, ViewOf};
use crate::shape::{Inputs, Offsets, Outputs};
use crate::train::{Capacity, check_batch, class_weights, compute_losses, read};
use crate::{Element, Error, Model};

/// Runs a model without training it.
#[derive(Debug)]
pub struct Predictor<'m, N: Network, D: Device> {
    device: &'m D,
    parameters: &'m D::Buffer<D::Element>,
    buffers: &'m D::Buffer<D::Element>,
    workspace: Workspace<D>,
    batch: usize,
    network: PhantomData<N>,
}

impl<'m, N: Network, D: Device> Predictor<'m, N, D> {
    /// A predictor for batches of up to `capacity` samples. All memory is allocated here, once.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn new(model: &'m Model<N, D>, capacity: Capacity) -> Result<Self, Error> {
        Self::build(model, capacity)
    }

    /// A predictor of a view: of a network that reads the tensors of the model.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn for_view<M: Network>(model: &'m Model<M, D>, capacity: Capacity) -> Result<Self, Error>
    where
        N: ViewOf<M>,
    {
        let _ = const { SameLayout::of::<N, M>() };
        Self::build(model, capacity)
    }

    fn build<M: Network>(
        model: &'m Model<M, D>,
        Capacity(capacity): Capacity,
    ) -> Result<Self, Error> {
        let () = Agrees::<N>::CHECK;
        let needs = WorkspaceNeeds {
            capacity,
            memory: N::INFERENCE,
            border: border(N::OUTPUT_SHAPES, false),
            input: N::Input::LEN,
            integers: N::Input::INTEGERS,
            // A loss compares an output with a class, or as many numbers as it has.
            target: N::Output::LENS.iter().sum(),
            labels: N::Output::COUNT,
            gradients: 0,
            flops: N::COST.flops,
        };
        Ok(Self {
            device: &model.device,
            parameters: &model.parameters,
            buffers: &model.buffers,
            workspace: model.device.workspace(&needs)?,
            batch: 0,
            network: PhantomData,
        })
    }

    /// The forward pass of a batch.
    fn pass(&mut self, inputs: InputBatch<'_, N, D>) -> Result<Pass<'_, D>, Error> {
        let n = check_batch::<N, D>(&self.workspace, inputs)?;
        N::Input::upload(self.device, &mut self.workspace, Offsets::default(), inputs)?;
        self.batch = n;
        let mut pass = Pass {
            device: self.device,
            workspace: &mut self.workspace,
            parameters: Tensors::Shared(self.parameters),
            kept: Tensors::Shared(self.buffers),
            update: None,
            base: base::<N>(),
            state: StepState { batch: n, step: 0, seed: 0, learning_rate: 0.0, is_deferred: false },
            fault: None,
            loss: D::Element::ZERO,
        };
        D::run(&mut pass, PassKind::Inference, |pass| N::infer::<D, false>(pass));
        Ok(pass)
    }

    /// The outputs of a batch: a `Batch`, or a tuple of them where the network has several. What it takes is a `&Batch`,
    /// or a tuple of them where the network has several inputs.
    ///
    /// # Errors
    /// When the batch is empty or larger than the capacity, several inputs are not equally many, an
    /// index is out of range, or there is not enough memory for the outputs.
    pub fn run(&mut self, inputs: InputBatch<'_, N, D>) -> Result<OutputBatch<N, D>, Error> {
        let mut out = N::Output::zeros(N::Input::samples::<D::Element>(inputs)?)?;
        self.run_into(inputs, &mut out)?;
        Ok(out)
    }

    /// The outputs of a batch, into memory that is there.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn run_into(
        &mut self,
        inputs: InputBatch<'_, N, D>,
        out: &mut OutputBatch<N, D>,
    ) -> Result<(), Error> {
        let mut pass = self.pass(inputs)?;
        D::end_step(&mut pass)?;
        N::Output::resize(out, self.batch)?;
        self.read(out)
    }

    /// The mean loss of a batch, of several outputs the sum; the outputs are then in [`output`](Self::output).
    ///
    /// # Errors
    /// As [`run`](Self::run); and when inputs and targets differ in number, a label is not a class, or a number of the
    /// loss is out of its range.
    pub fn evaluate<L: Losses<N::Output> + After<N>>(
        &mut self,
        inputs: InputBatch<'_, N, D>,
        targets: TargetBatch<'_, N, L, D>,
        loss: &L,
    ) -> Result<D::Element, Error> {
        let n = check_batch::<N, D>(&self.workspace, inputs)?;
        let weights = class_weights(loss)?;
        L::upload(self.device, &mut self.workspace, n, Offsets::default(), targets)?;
        let mut pass = self.pass(inputs)?;
        compute_losses(&mut pass, loss, &weights, base::<N>().outputs(), &[]);
        D::end_step(&mut pass)
    }

    /// The outputs of the last batch.
    ///
    /// # Errors
    /// When the copy fails, or there is not enough memory for it.
    pub fn output(&self) -> Result<OutputBatch<N, D>, Error> {
        let mut out = N::Output::zeros(self.batch)?;
        self.read(&mut out)?;
        Ok(out)
    }

    fn read(&self, out: &mut OutputBatch<N, D>) -> Result<(), Error> {
        read::<N::Output, D>(self.device, &self.workspace, base::<N>().outputs(), out)
    }
}

/// Where an inference finds its memory.
fn base<N: Network>() -> Base {
    const { Base::alone(N::INPUTS, N::OUTPUT_SHAPES, &N::INFERENCE, false) }
}
