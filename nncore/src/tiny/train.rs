//! Training.

use core::marker::PhantomData;

use super::WeightsRef;
use super::device::{Span, Tiny, block};
use super::memory::{check_frozen, check_room, kept_len, training_len};
use super::piece::Places;
use super::plan::{self, Plan};
use super::predict::{Rooms, add_losses, bind, samples};
use super::update;
use crate::Error;
use crate::device::{PORTS, Pass, StepState, Tensors, Workspace};
use crate::init::{Initializer, fill, has_embedding};
use crate::loss::{After, Losses, Terms};
use crate::network::{Agrees, Network};
use crate::optim::Rule;
use crate::random::Seed;
use crate::shape::{Inputs, Outputs, Ports};
use crate::step::step;

/// How a network is trained. It is known when the program is compiled, so that nothing of other losses, optimizers and
/// schedules is part of it.
///
/// ```
/// use nncore::optim::Rule;
/// use nncore::prelude::*;
/// use nncore::tiny::Recipe;
///
/// # network! { struct Net; input: [4]; fc: Linear(4 -> 2); }
/// struct Training;
///
/// impl Recipe<Net> for Training {
///     type Loss = CrossEntropy;
///     const LOSS: CrossEntropy = CrossEntropy::new();
///     const OPTIMIZER: Rule = Sgd::new(0.1).momentum(0.9).into_rule();
/// }
/// ```
pub trait Recipe<N: Network>: 'static {
    /// The type of the loss; of a network with several outputs a tuple.
    type Loss: Losses<N::Output> + After<N>;
    /// The loss.
    const LOSS: Self::Loss;
    /// The optimizer. A number of it that is out of its range, and a group of it that matches no trained tensor, are refused
    /// at compile time.
    const OPTIMIZER: Rule;
}

/// Trains a network on up to `B` samples at a time: forward, loss, backward, and the optimizer, as the [`Recipe`] `R` says.
///
/// ```
/// use nncore::optim::Rule;
/// use nncore::prelude::*;
/// use nncore::tiny::{self, Memory, Recipe};
///
/// network! {
///     struct Net;
///     input: [2];
///     fc1: Linear(2 -> 8);
///     act: Tanh;
///     fc2: Linear(8 -> 2);
/// }
///
/// struct Training;
///
/// impl Recipe<Net> for Training {
///     type Loss = CrossEntropy;
///     const LOSS: CrossEntropy = CrossEntropy::new();
///     const OPTIMIZER: Rule = Sgd::new(0.5).into_rule();
/// }
///
/// static MEMORY: Memory<{ tiny::training_len::<Net, Training>(4) }> = Memory::new();
///
/// let memory = MEMORY.take().expect("nobody else takes it");
/// let mut trainer = tiny::Trainer::<Net, Training, 4>::init(memory, Seed(1));
/// let (inputs, labels) = ([0.1, 0.9, 0.8, 0.3, 0.4, 0.5, 0.7, 0.2], [1, 0, 1, 0]);
/// let first = trainer.step(&inputs, &labels)?;
/// for _ in 0..100 {
///     trainer.step(&inputs, &labels)?;
/// }
/// assert!(trainer.step(&inputs, &labels)? < 0.5 * first);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Debug)]
pub struct Trainer<'m, N: Network, R, const B: usize> {
    memory: Span<f32>,
    /// Kept tensors that a training does not write stay where they are.
    kept: Span<f32>,
    state: StepState,
    network: PhantomData<(N, R, &'m mut [f32])>,
}

/// The tensors at the start of the memory, and what is after them.
struct Parts {
    parameters: Span<f32>,
    slots: [Span<f32>; 3],
    rest: Rooms,
}

impl<'m, N: Network, R: Recipe<N>, const B: usize> Trainer<'m, N, R, B> {
    /// A trainer whose tensors begin as [`Model::init`](crate::Model::init) makes them: the same numbers for the same seed.
    ///
    /// The memory has [`training_len`] numbers or more; less is refused at compile time.
    pub fn init<const LEN: usize>(memory: &'m mut [f32; LEN], seed: Seed) -> Self {
        const { check_room("Trainer", N::NAME, B, Self::NEEDED, LEN) };
        const { R::OPTIMIZER.check(N::NAME, N::TENSORS) };
        const { check_frozen::<N>() };
        Self::begin(memory, seed)
    }

    /// [`init`](Self::init) in memory whose length is known at run time.
    ///
    /// # Errors
    /// When it has fewer than [`training_len`] numbers.
    pub fn init_in_slice(memory: &'m mut [f32], seed: Seed) -> Result<Self, Error> {
        const { check_frozen::<N>() };
        const { R::OPTIMIZER.check(N::NAME, N::TENSORS) };
        Self::enough(memory)?;
        Ok(Self::begin(memory, seed))
    }

    /// A trainer that goes on from these weights. They are copied, but for those of frozen layers where no other kept
    /// tensor is written: these stay where they are, in flash, say.
    ///
    /// The memory has [`training_len`] numbers or more; less is refused at compile time.
    pub fn new<const LEN: usize>(
        weights: impl Into<WeightsRef<'m, N>>,
        memory: &'m mut [f32; LEN],
    ) -> Self {
        const { check_room("Trainer", N::NAME, B, Self::NEEDED, LEN) };
        const { R::OPTIMIZER.check(N::NAME, N::TENSORS) };
        Self::continued(weights.into(), memory)
    }

    /// [`new`](Self::new) in memory whose length is known at run time.
    ///
    /// # Errors
    /// When it has fewer than [`training_len`] numbers.
    pub fn in_slice(
        weights: impl Into<WeightsRef<'m, N>>,
        memory: &'m mut [f32],
    ) -> Result<Self, Error> {
        const { R::OPTIMIZER.check(N::NAME, N::TENSORS) };
        Self::enough(memory)?;
        Ok(Self::continued(weights.into(), memory))
    }

    const NEEDED: usize = training_len::<N, R>(B);

    fn enough(memory: &[f32]) -> Result<(), Error> {
        if memory.len() < Self::NEEDED {
            return Err(Error::OutOfMemory { bytes: Self::NEEDED.saturating_mul(4) });
        }
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn begin(memory: &'m mut [f32], seed: Seed) -> Self {
        let trainer = Self::at(memory, Span::EMPTY);
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
        trainer
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn continued(weights: WeightsRef<'m, N>, memory: &'m mut [f32]) -> Self {
        let (parameters, kept) = weights.spans();
        let trainer = Self::at(memory, kept);
        let copy = |from: Span<f32>, to: Span<f32>, len: usize| {
            // SAFETY: both have this length; the memory is borrowed uniquely, so they are apart.
            unsafe { core::ptr::copy_nonoverlapping(from.pointer, to.pointer, len) };
        };
        copy(parameters, trainer.parts().parameters, N::PARAMETER_LEN);
        copy(kept, trainer.kept_in_memory(), kept_len::<N>());
        trainer
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at(memory: &'m mut [f32], kept: Span<f32>) -> Self {
        let () = Agrees::<N>::CHECK;
        let () = <plan::Training<N> as Plan>::HAS_ROOM;
        // The optimizer's numbers begin at 0.
        memory.fill(0.0);
        let memory = Span::new(memory.as_mut_ptr());
        let learning_rate = R::OPTIMIZER.learning_rate;
        let state = StepState { batch: 0, step: 0, seed: 0, learning_rate, is_deferred: false };
        Self { memory, kept, state, network: PhantomData }
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
        let count = const { R::OPTIMIZER.update.state_slots() };
        for slot in slots.iter_mut().take(count) {
            *slot = rest.take(N::PARAMETER_LEN);
        }
        Parts { parameters, slots, rest }
    }

    /// The kept tensors after the parameters.
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

    /// One step. Gives the mean loss of the batch, before the update.
    ///
    /// Inputs are a slice, sample after sample, and so are targets; tuples of them where the network has several.
    ///
    /// # Errors
    /// When the inputs are no whole samples, none or more than `B`, inputs and targets are not equally many, an index
    /// is out of range, a label is not a class, a number of the loss is out of its range, or the schedule's
    /// rate is not finite. The parameters are then as they were; after a wrong label, batch norms'
    /// running statistics have seen the batch.
    pub fn step(
        &mut self,
        inputs: <N::Input as Inputs>::Slices<'_>,
        targets: <R::Loss as Terms<N::Output>>::Slices<'_>,
    ) -> Result<f32, Error> {
        let mut ports = Ports::default();
        let n = bind::<N, B>(inputs, &mut ports)?;
        <R::Loss as Terms<N::Output>>::bind(n, targets, 0, &mut ports)?;
        self.run(n, ports)
    }

    /// Forward, loss, backward, update. Of all that is known of network and recipe one copy is made, wherever it is
    /// called.
    fn run(&mut self, n: usize, ports: Ports) -> Result<f32, Error> {
        self.state.batch = n;
        let Rule { schedule, learning_rate, update: rule, clip, .. } = &R::OPTIMIZER;
        self.state.learning_rate = schedule.checked(*learning_rate, self.state.step)?;
        let Parts { parameters, slots, mut rest } = self.parts();
        let mut kept = self.kept();
        let mut workspace: Workspace<Tiny<plan::Training<N>, B>> = rest.workspace();
        let targets = ports.targets;
        workspace.memo.ports = ports;
        let base = &<plan::Training<N> as Plan>::BASE;
        workspace.memo.places = Places::of(&workspace, parameters, kept, base);
        let (arena, gradients) = (workspace.arena, workspace.gradients);
        let mut pass = Pass {
            device: &Tiny::NEW,
            workspace: &mut workspace,
            parameters: Tensors::Shared(&parameters),
            kept: Tensors::Exclusive(&mut kept),
            update: None, // the recipe says it
            base: <plan::Training<N> as Plan>::BASE,
            state: StepState { batch: samples::<B>(n), ..self.state },
            fault: None,
            loss: 0.0,
        };
        // What the recipe says is a constant here: no other loss or rule is part of the program.
        let losses = |pass: &mut Pass<'_, Tiny<plan::Training<N>, B>>| {
            let n = samples::<B>(n);
            match add_losses::<N::Output, R::Loss, plan::Training<N>, B>(
                arena,
                &targets,
                n,
                &R::LOSS,
            ) {
                Ok(loss) => pass.loss = loss,
                Err(error) => pass.fault = Some(error),
            }
        };
        let state = &self.state;
        let update = |_: &mut Pass<'_, Tiny<plan::Training<N>, B>>| {
            let views = update::Views::new::<plan::Training<N>>(parameters, gradients, &slots);
            let scale = views.clip(*clip);
            let numbers = const { &R::OPTIMIZER.group_numbers(N::TENSORS) };
            R::OPTIMIZER.for_ranges(N::TENSORS, numbers, N::PARAMETER_LEN, |range| {
                views.update(rule, state, range, scale);
            });
        };
        step::<N, _>(&mut pass, losses, update);
        if let Some(fault) = pass.fault {
            return Err(fault);
        }
        let loss = pass.loss;
        self.state.step += 1;
        Ok(loss)
    }

    /// The outputs of the last step's batch; a tuple of slices where the network has several.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn output(&self) -> <N::Output as Outputs>::Slices<'_> {
        let workspace: Workspace<Tiny<plan::Training<N>, B>> = self.parts().rest.workspace();
        let n = self.state.batch;
        N::Output::slices(|i| {
            let r = <plan::Training<N> as Plan>::BASE.outputs()[i % PORTS];
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

    /// The learning rate of the next step: what the schedule makes of the recipe's.
    #[must_use]
    pub fn learning_rate(&self) -> f64 {
        R::OPTIMIZER.schedule.learning_rate(R::OPTIMIZER.learning_rate, self.state.step)
    }
}
