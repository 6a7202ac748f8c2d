//! Training.

use core::marker::PhantomData;

use super::WeightsRef;
use super::device::{Ports, Span, Tiny, block};
use super::kernels::update;
use super::memory::{kept_len, training_len};
use super::plan::{self, Plan};
use super::predict::{Rooms, add_losses, bind};
use crate::Error;
use crate::device::{Device, Kept, Pass, StepState, Workspace};
use crate::init::{Initializer, fill};
use crate::loss::{Losses, Once};
use crate::network::Network;
use crate::optim::Optimizer;
use crate::random::Seed;
use crate::shape::{Inputs, Outputs};
use crate::tensor::{Role, TensorInfo};

/// Trains a network on up to `B` samples at a time: forward, loss, backward, and the optimizer.
#[derive(Debug)]
pub struct Trainer<'m, N: Network, L, O, const B: usize> {
    loss: L,
    optimizer: O,
    memory: Span<f32>,
    /// Kept tensors that a training does not write stay where they are.
    kept: Span<f32>,
    state: StepState,
    network: PhantomData<(N, &'m mut [f32])>,
}

/// The tensors at the start of the memory, and what is behind them.
struct Parts {
    parameters: Span<f32>,
    slots: [Span<f32>; 3],
    rest: Rooms,
}

impl<'m, N: Network, L: Losses<N::Output>, O: Optimizer, const B: usize> Trainer<'m, N, L, O, B> {
    /// A trainer whose tensors begin as [`Model::init`](crate::Model::init) makes them: the same numbers for the same seed.
    ///
    /// The memory has [`training_len`] numbers or more, and what it holds before does not matter.
    ///
    /// # Errors
    /// When the memory is too small.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn init(memory: &'m mut [f32], loss: L, optimizer: O, seed: Seed) -> Result<Self, Error> {
        const {
            assert!(
                N::BUFFER_LEN == 0 || kept_len::<N>() > 0,
                "a network with frozen layers is trained from weights: write `Trainer::new`"
            );
        };
        let kept = Span::EMPTY;
        let trainer = Self::at(memory, loss, optimizer, kept)?;
        let (parts, kept) = (trainer.parts(), trainer.kept_in_memory());
        for (i, tensor) in N::TENSORS.iter().enumerate() {
            let span = if tensor.is_kept() { kept } else { parts.parameters };
            // SAFETY: the tensor lies within the tensors' memory, which is borrowed uniquely.
            let numbers = unsafe {
                core::slice::from_raw_parts_mut(span.pointer.add(tensor.offset), tensor.shape.len())
            };
            if const { has_embedding(N::TENSORS) } {
                fill::<f32, true>(Initializer::PyTorch, seed, i as u32, tensor, numbers);
            } else {
                fill::<f32, false>(Initializer::PyTorch, seed, i as u32, tensor, numbers);
            }
        }
        Ok(trainer)
    }

    /// A trainer that goes on from these weights. They are copied, but for those of frozen layers where no other kept
    /// tensor is written: these stay where they are, in flash, say.
    ///
    /// # Errors
    /// When the memory is too small.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn new(
        weights: impl Into<WeightsRef<'m, N>>,
        memory: &'m mut [f32],
        loss: L,
        optimizer: O,
    ) -> Result<Self, Error> {
        let (parameters, kept) = weights.into().spans();
        let trainer = Self::at(memory, loss, optimizer, kept)?;
        let copy = |from: Span<f32>, to: Span<f32>, len: usize| {
            // SAFETY: both have this length; the memory is borrowed uniquely, so they are apart.
            unsafe { core::ptr::copy_nonoverlapping(from.pointer, to.pointer, len) };
        };
        copy(parameters, trainer.parts().parameters, N::PARAMETER_LEN);
        copy(kept, trainer.kept_in_memory(), kept_len::<N>());
        Ok(trainer)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at(memory: &'m mut [f32], loss: L, optimizer: O, kept: Span<f32>) -> Result<Self, Error> {
        let () = Once::<N, L>::CHECK;
        let settings = optimizer.settings();
        settings.check_tensors(N::TENSORS)?;
        let needed = training_len::<N>(B, settings.update.state_slots());
        if memory.len() < needed {
            return Err(Error::OutOfMemory { bytes: 4 * needed });
        }
        let learning_rate = settings.learning_rate;
        memory.fill(0.0);
        let memory = Span::new(memory.as_mut_ptr(), memory.len());
        let state = StepState { batch: 0, step: 0, seed: 0, learning_rate, is_deferred: false };
        Ok(Self { loss, optimizer, memory, kept, state, network: PhantomData })
    }

    /// The seed of dropout; 0 unless given.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn seed(mut self, Seed(seed): Seed) -> Self {
        self.state.seed = seed;
        self
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn parts(&self) -> Parts {
        let mut rest = Rooms::of(self.memory);
        let parameters = rest.take(N::PARAMETER_LEN);
        let _ = rest.take(kept_len::<N>());
        let mut slots = [Span::EMPTY; 3];
        let count = self.optimizer.settings().update.state_slots();
        for slot in slots.iter_mut().take(count) {
            *slot = rest.take(N::PARAMETER_LEN);
        }
        Parts { parameters, slots, rest }
    }

    /// The kept tensors behind the parameters.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn kept_in_memory(&self) -> Span<f32> {
        let mut rooms = Rooms::of(self.memory);
        let _ = rooms.take(N::PARAMETER_LEN);
        rooms.take(kept_len::<N>())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn kept(&self) -> Span<f32> {
        if kept_len::<N>() > 0 { self.kept_in_memory() } else { self.kept }
    }

    /// One step. Gives the mean loss of the batch, ahead of the update.
    ///
    /// Inputs are a slice, sample after sample, and so are targets; tuples of them where the network has several.
    ///
    /// # Errors
    /// When the inputs are no whole samples, none or more than `B`, inputs and targets are not equally many, an index
    /// is out of range, or a label is no class. The parameters are then as they were; after a wrong label, batch norms'
    /// running statistics have seen the batch.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn step(
        &mut self,
        inputs: <N::Input as Inputs>::Slices<'_>,
        targets: L::Slices<'_>,
    ) -> Result<f32, Error> {
        let mut ports = Ports::default();
        let n = bind::<N, B>(inputs, &mut ports)?;
        L::bind(n, targets, 0, &mut ports)?;
        self.state.batch = n;
        let settings = self.optimizer.settings();
        self.state.learning_rate =
            settings.schedule.learning_rate(settings.learning_rate, self.state.step);
        let Parts { parameters, slots, mut rest } = self.parts();
        let mut kept = self.kept();
        let mut workspace: Workspace<Tiny<plan::Training<N>, B>> = rest.workspace();
        workspace.memo = ports;
        let device = Tiny::NEW;
        let mut pass = Pass {
            device: &device,
            workspace: &mut workspace,
            parameters: &parameters,
            kept: Kept::Exclusive(&mut kept),
            base: <plan::Training<N> as Plan>::BASE,
            state: self.state,
            fault: None,
            loss: 0.0,
        };
        N::forward(&mut pass);
        add_losses::<N::Output, L, _, B>(&mut pass, &self.loss);
        N::backward::<_, false>(&mut pass);
        let loss = Device::end_step(&mut pass)?;
        let views =
            update::Views::new::<plan::Training<N>>(parameters, workspace.gradients, &slots);
        let scale = views.clip(settings.clip);
        let (rule, state) = (&settings.update, &self.state);
        settings.for_ranges(N::TENSORS, N::PARAMETER_LEN, |range| {
            views.update(rule, state, range, scale);
        });
        self.state.step += 1;
        Ok(loss)
    }

    /// The outputs of the last step's batch; a tuple of slices where the network has several.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn output(&self) -> <N::Output as Outputs>::Slices<'_> {
        let workspace: Workspace<Tiny<plan::Training<N>, B>> = self.parts().rest.workspace();
        let n = self.state.batch;
        N::Output::slices(|i| {
            let r = <plan::Training<N> as Plan>::BASE.outputs()[i];
            let view = block::<plan::Training<N>, B>(workspace.arena, r, n);
            // SAFETY: the memory is borrowed by what is returned, and nobody writes it meanwhile.
            unsafe { view.slice(n * r.len) }
        })
    }

    /// The weights as they are now: for a [`Predictor`](super::Predictor).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn weights(&self) -> WeightsRef<'_, N> {
        WeightsRef::from_spans(self.parts().parameters, self.kept())
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

/// Whether a tensor begins with numbers that are normally distributed.
const fn has_embedding(tensors: &[TensorInfo]) -> bool {
    let mut i = 0;
    while i < tensors.len() {
        if matches!(tensors[i].role, Role::Embedding) {
            return true;
        }
        i += 1;
    }
    false
}
