//! The samples that calls run on, and how regions become memory.

use core::marker::PhantomData;

use super::access::{View, fits};
use super::device::{Span, Tiny};
use super::plan::Plan;
use crate::device::{Base, PORTS, Pass, Region, Segment, Space, StepState, Workspace};

/// What a kernel does with the sums that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Write {
    /// They replace what is there.
    Assign,
    /// What is there is the start of each sum: the samples ahead of these belong to it.
    Continue,
    /// They are added to what is there.
    Add,
}

/// Where the gradients of parameters go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gradients {
    /// Of the whole batch.
    Whole,
    /// Of a sample, the first of the batch.
    First,
    /// Of a sample behind it.
    Next,
    /// To the sums of a slot.
    Slot,
}

/// Samples that calls run on.
pub(super) struct TinyPiece<'a, P: Plan, const B: usize> {
    workspace: &'a Workspace<Tiny<P, B>>,
    parameters: Span<f32>,
    kept: Span<f32>,
    segment: &'a Segment,
    pub(super) base: &'a Base,
    pub(super) state: StepState,
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) gradients: Gradients,
    pub(super) fault: bool,
    plan: PhantomData<P>,
}

impl<'a, P: Plan, const B: usize> TinyPiece<'a, P, B> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new(pass: &'a Pass<'_, Tiny<P, B>>, segment: &'a Segment) -> Self {
        Self {
            workspace: pass.workspace,
            parameters: *pass.parameters.shared(),
            kept: *pass.kept.shared(),
            segment,
            base: &pass.base,
            state: pass.state,
            first: 0,
            count: 0,
            gradients: Gradients::Whole,
            fault: false,
            plan: PhantomData,
        }
    }

    /// The elements of a region that this piece works on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn view(&self, listed: Region) -> View {
        use Space::{Arena, Buffer, Gradient, GradientSum, Input, InputGradient, Local};
        use Space::{Output, OutputGradient, Parameter, Statistic};
        let (r, w) = (self.base.place(listed), self.workspace);
        // By the space that the call names, which is a constant: of the others nothing is left in a program, whether it
        // is known where a network within another one finds its memory or not.
        let (span, room) = match listed.space {
            Input if r.space == Input => {
                let start = w.memo.inputs[r.offset % PORTS].cast_mut();
                return self.of_samples(start, listed.len);
            }
            Input | Output | OutputGradient | InputGradient | Arena => {
                self.check(r, P::SAMPLE);
                // SAFETY: within its space, which has room for `B` samples (`Network`, rule 2).
                let start = unsafe { w.arena.pointer.add(r.offset * B) };
                return self.of_samples(start, listed.len);
            }
            Gradient | GradientSum if self.gradients == Gradients::Slot => {
                self.check(r, P::GRADIENTS);
                return self.sums().from(sums_before(self.segment.gradients, listed));
            }
            Local => (w.scratch, P::MEMORY.local),
            Parameter if r.space == Parameter => (self.parameters, P::PARAMETERS),
            Parameter | Buffer => (self.kept, P::KEPT),
            Statistic => (w.statistic, P::MEMORY.statistic),
            Gradient | GradientSum => (w.gradients, P::GRADIENTS),
            _ => return View::NONE,
        };
        self.check(r, room);
        // The values of a piece lie sample by sample.
        let len = if listed.space == Local { self.count * listed.len } else { listed.len };
        // SAFETY: as above.
        unsafe { View::new(span.pointer.add(r.offset), len) }
    }

    /// A region lies within its space: a rule of [`Network`](crate::network::Network), which debug builds look at.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check(&self, r: Region, room: usize) {
        fits!(r.offset <= room && r.len <= room - r.offset);
    }

    /// Of the values of a batch those of this piece's samples, each of so many numbers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_samples<T: Copy>(&self, batch: *mut T, len: usize) -> View<T> {
        // SAFETY: the batch has `B` samples, or all that were bound, of which this piece's are some. Kernels keep to the
        // region, whose length is the layer's (`Network`, rule 3). The plan keeps what a call writes apart from its other
        // operands but where the call says otherwise (rule 4); nobody else uses the memory meanwhile, since the pass
        // borrows it.
        unsafe { View::new(batch.add(self.first * len), self.count * len) }
    }

    /// The positions chosen by a max pool.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn index(&self, listed: Region) -> View<u8> {
        let r = self.base.place(listed);
        self.check(r, P::MEMORY.index);
        // SAFETY: as in `view`.
        let start = unsafe { self.workspace.index.pointer.add(r.offset * B) };
        self.of_samples(start, listed.len)
    }

    /// The integers of an input; they are only read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn integers(&self, listed: Region) -> View<u32> {
        let r = self.base.place(listed);
        let start = self.workspace.memo.integers[r.offset % PORTS].cast_mut();
        self.of_samples(start, listed.len)
    }

    /// The first `len` numbers of the piece's own memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn own(&self, len: usize) -> View {
        fits!(len <= P::MEMORY.local);
        // SAFETY: as in `view`.
        unsafe { View::new(self.workspace.scratch.pointer, len) }
    }

    /// What a kernel does with the gradient of a tensor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write(&self, d: Region) -> Write {
        let is_sum = self.base.place(d).space == Space::GradientSum;
        match self.gradients {
            Gradients::Slot => Write::Continue,
            Gradients::Next => Write::Add,
            Gradients::First if is_sum => Write::Add,
            Gradients::Whole if is_sum => Write::Continue,
            _ => Write::Assign,
        }
    }

    /// The sums of a slot become 0.
    pub(super) fn clear_partials(&self) {
        let sums = self.sums();
        for i in 0..P::sums(B) {
            sums.set(i, 0.0);
        }
    }

    /// Adds the sums of a slot to the gradients.
    pub(super) fn add_partials(&self, slot: usize) {
        let mut sums = self.sums();
        for gradient in self.segment.gradients {
            let r = self.base.place(*gradient);
            self.check(r, P::GRADIENTS);
            // SAFETY: as in `view`.
            let to = unsafe { View::new(self.workspace.gradients.pointer.add(r.offset), r.len) };
            let is_first = slot == 0 && r.space == Space::Gradient;
            for i in 0..r.len {
                let before = if is_first { 0.0 } else { to.get(i) };
                to.set(i, if is_first { sums.get(i) } else { before + sums.get(i) });
            }
            sums = sums.from(nnplan::align(r.len));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn sums(&self) -> View {
        // SAFETY: they lie behind the values of a piece, and have this length where they are asked for.
        unsafe { View::new(self.workspace.scratch.pointer.add(P::MEMORY.local), P::sums(B)) }
    }
}

/// Where the sums of a gradient begin among those of a slot. Tensors are told apart by their offsets, of which each has its
/// own, and gradients of a tensor by their space: not by `==`, which compares memory, with a function of its own.
#[cfg_attr(not(debug_assertions), inline(always))]
fn sums_before(gradients: &[Region], listed: Region) -> usize {
    let key = |r: &Region| 2 * r.offset + usize::from(matches!(r.space, Space::GradientSum));
    let (mut start, sought) = (0, key(&listed));
    for gradient in gradients {
        if key(gradient) == sought {
            break;
        }
        start += nnplan::align(gradient.len);
    }
    start
}
