//! Inference.

use core::marker::PhantomData;

use super::WeightsRef;
use super::device::{Span, Tiny, add_loss, block};
use super::loss::{ClassWeights, Term};
use super::memory::{check_room, inference_len};
use super::piece::{Memo, Places};
use super::plan::{self, Plan};
use crate::Error;
use crate::device::{PORTS, Pass, StepState, Tensors, Workspace, WorkspaceNeeds};
use crate::loss::{After, Losses, TargetSizes};
use crate::network::{Agrees, Network};
use crate::shape::{Inputs, Outputs, Ports, Targets};

/// Runs a network on up to `B` samples at a time.
#[derive(Debug)]
pub struct Predictor<'m, N: Network, const B: usize = 1> {
    weights: WeightsRef<'m, N>,
    memory: Span<f32>,
    borrowed: PhantomData<&'m mut [f32]>,
}

/// Memory that lies one after another.
pub(super) struct Rooms {
    next: *mut f32,
}

impl Rooms {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn of(span: Span<f32>) -> Self {
        Self { next: span.pointer }
    }

    /// Room for `len` numbers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn take(&mut self, len: usize) -> Span<f32> {
        let room = Span::new(self.next);
        // SAFETY: all that is taken is as long as the memory was found to be, at most.
        self.next = unsafe { self.next.add(len) };
        room
    }

    /// What a pass works on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn workspace<P: Plan, const B: usize>(&mut self) -> Workspace<Tiny<P, B>> {
        let m = &P::MEMORY;
        let arena = self.take(P::SAMPLE * B);
        let statistic = self.take(m.statistic);
        let gradients = self.take(P::GRADIENTS);
        let sums = P::sums(B);
        let scratch = self.take(m.local + sums);
        Workspace {
            capacity: B,
            input: Span::EMPTY,
            integers: Span::EMPTY,
            target: Span::EMPTY,
            labels: Span::EMPTY,
            arena,
            index: Span::new(self.next.cast()),
            statistic,
            gradients,
            scratch,
            needs: NEEDS,
            memo: Memo::default(),
        }
    }
}

/// Nobody asks: the plan says it.
pub(super) const NEEDS: WorkspaceNeeds = WorkspaceNeeds {
    capacity: 0,
    memory: crate::device::Memory::NONE,
    border: 0,
    input: 0,
    integers: 0,
    target: 0,
    labels: 0,
    gradients: 0,
    flops: 0,
};

impl<'m, N: Network, const B: usize> Predictor<'m, N, B> {
    /// A predictor in memory of [`inference_len`] numbers or more; less is refused at compile time.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn new<const LEN: usize>(
        weights: impl Into<WeightsRef<'m, N>>,
        memory: &'m mut [f32; LEN],
    ) -> Self {
        const { check_room("Predictor", N::NAME, B, inference_len::<N>(B), LEN) };
        Self::at(weights.into(), memory)
    }

    /// A predictor in memory whose length is known at run time.
    ///
    /// # Errors
    /// When it has fewer than [`inference_len`] numbers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn in_slice(
        weights: impl Into<WeightsRef<'m, N>>,
        memory: &'m mut [f32],
    ) -> Result<Self, Error> {
        // A constant: where it is larger than a number can be, that is an error of the compiler.
        let needed = const { inference_len::<N>(B) };
        if memory.len() < needed {
            return Err(Error::OutOfMemory { bytes: needed.saturating_mul(4) });
        }
        Ok(Self::at(weights.into(), memory))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at(weights: WeightsRef<'m, N>, memory: &'m mut [f32]) -> Self {
        let () = Agrees::<N>::CHECK;
        let memory = Span::new(memory.as_mut_ptr());
        Self { weights, memory, borrowed: PhantomData }
    }

    /// The outputs of up to `B` samples: a slice, sample after sample, or a tuple of them where the network has several.
    ///
    /// # Errors
    /// When the inputs are no whole samples, none or more than `B`, several inputs are not equally many, or an index is
    /// out of range.
    pub fn run(
        &mut self,
        inputs: <N::Input as Inputs>::Slices<'_>,
    ) -> Result<<N::Output as Outputs>::Slices<'_>, Error> {
        let mut ports = Ports::default();
        let n = bind::<N, B>(inputs, &mut ports)?;
        self.infer(n, ports);
        Ok(N::Output::slices(|i| {
            let r = <plan::Inference<N> as Plan>::BASE.outputs()[i % PORTS];
            let view = block::<plan::Inference<N>, B>(self.memory, r, n);
            // SAFETY: the memory is borrowed by what is returned, and nobody writes it meanwhile.
            unsafe { view.slice(n * r.len) }
        }))
    }

    /// The mean loss of up to `B` samples, of several outputs the sum.
    ///
    /// # Errors
    /// As [`run`](Self::run); and when inputs and targets differ in number, a label is not a class, or a number of the
    /// loss is out of its range.
    pub fn evaluate<L: Losses<N::Output> + After<N>>(
        &mut self,
        inputs: <N::Input as Inputs>::Slices<'_>,
        targets: L::Slices<'_>,
        loss: &L,
    ) -> Result<f32, Error> {
        let mut ports = Ports::default();
        let n = bind::<N, B>(inputs, &mut ports)?;
        L::bind(n, targets, 0, &mut ports)?;
        let targets = ports.targets;
        self.infer(n, ports);
        add_losses::<N::Output, L, plan::Inference<N>, B>(self.memory, &targets, n, loss)
    }

    /// Forward. Of all that is known of the network one copy is made, wherever it is called.
    fn infer(&mut self, n: usize, ports: Ports) {
        let () = <plan::Inference<N> as Plan>::HAS_ROOM;
        let mut workspace = Rooms::of(self.memory).workspace();
        workspace.memo.ports = ports;
        let (parameters, kept) = self.weights.spans();
        let base = &<plan::Inference<N> as Plan>::BASE;
        workspace.memo.places = Places::of(&workspace, parameters, kept, base);
        let mut pass = Pass {
            device: &Tiny::<plan::Inference<N>, B>::NEW,
            workspace: &mut workspace,
            parameters: Tensors::Shared(&parameters),
            kept: Tensors::Shared(&kept),
            update: None,
            base: <plan::Inference<N> as Plan>::BASE,
            state: StepState {
                batch: samples::<B>(n),
                step: 0,
                seed: 0,
                learning_rate: 0.0,
                is_deferred: false,
            },
            fault: None,
            loss: 0.0,
        };
        N::infer::<_, false>(&mut pass);
    }
}

/// `n`, which is 1 to `B`: known where there is but one.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn samples<const B: usize>(n: usize) -> usize {
    if B == 1 { 1 } else { n }
}

/// Tells where the inputs lie; how many samples they are, of `B` at most.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn bind<N: Network, const B: usize>(
    inputs: <N::Input as Inputs>::Slices<'_>,
    ports: &mut Ports,
) -> Result<usize, Error> {
    match N::Input::bind(inputs, 0, ports)? {
        0 => Err(Error::EmptyBatch),
        batch if batch > B => Err(Error::Capacity { batch, capacity: B }),
        batch => Ok(batch),
    }
}

/// The losses of all outputs, and their gradients where the plan has room for them.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn add_losses<O: Outputs, L: Losses<O>, P: Plan, const B: usize>(
    arena: Span<f32>,
    targets: &Targets,
    n: usize,
    loss: &L,
) -> Result<f32, Error> {
    let mut sum = 0.0;
    for i in 0..O::COUNT {
        let term = loss.term(i);
        // Of a constant loss nothing is left of it.
        if let Some(fault) = term.numbers().fault {
            return Err(fault.into());
        }
        // Not by an index, which would be a panic where the compiler does not see that there are as many.
        let is_read = |(part, len): (&TargetSizes, &usize)| part.is_read_by(&term.kind, *len);
        if !L::PARTS.get(i).zip(O::LENS.get(i)).is_some_and(is_read) {
            return Err(Error::Targets { inputs: n, targets: 0 }); // a loss of the user's own, of another kind
        }
        let term = Term {
            kind: term.kind,
            classes: term.class_weights.map_or(ClassWeights::Equal, ClassWeights::Each),
            weight: term.weight,
        };
        let (y, d_y) = (P::BASE.outputs()[i % PORTS], P::BASE.output_gradients()[i % PORTS]);
        sum += add_loss::<P, B>(arena, targets, &term, y, d_y, i, n)?;
    }
    Ok(sum)
}
