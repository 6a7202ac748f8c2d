//! The samples that calls run on, and how regions become memory.

use core::marker::PhantomData;

use super::access::View;
use super::device::{Span, Tiny};
use super::plan::Plan;
use crate::device::{Base, Pass, Region, Segment, Space, StepState, Workspace};

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

    /// The elements of a region that this piece works on: `each` are expected a sample, or in all.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn view(&self, r: Region) -> View {
        let (listed, r) = (r, self.base.resolve(r));
        let w = self.workspace;
        let (span, is_by_sample, room) = match r.space {
            Space::Input => (Span::new(w.memo.inputs[r.offset].cast_mut(), 0), true, r.len),
            Space::Arena => (w.arena, true, P::SAMPLE),
            Space::Local => (w.scratch, false, P::MEMORY.local),
            Space::Parameter => (self.parameters, false, P::PARAMETERS),
            Space::Buffer => (self.kept, false, P::KEPT),
            Space::Statistic => (w.statistic, false, P::MEMORY.statistic),
            Space::Gradient | Space::GradientSum if self.gradients == Gradients::Slot => {
                assert!(r.offset + r.len <= P::GRADIENTS, "a region lies within its space");
                return self.sums().from(self.place(listed));
            }
            Space::Gradient | Space::GradientSum => (w.gradients, false, P::GRADIENTS),
            _ => return View::NONE,
        };
        let offset = if r.space == Space::Input { 0 } else { r.offset };
        // Sizes are constants: the comparison is not left in a program.
        assert!(offset + r.len <= room, "a region lies within its space");
        let start = if is_by_sample { offset * B + self.first * r.len } else { offset };
        // The values of a piece lie sample by sample, too.
        let is_by_sample = is_by_sample || r.space == Space::Local;
        let len = if is_by_sample { self.count * r.len } else { r.len };
        // SAFETY: the region lies within its space, whose memory is as large as its constants say, with room for `B`
        // samples, of which this piece's are some. Kernels keep to the region, whose length the calls compare with
        // the layer's (`ops.rs`). The plan keeps what a call writes apart from its other operands but where the call
        // says otherwise; nobody else uses the memory meanwhile, since the pass borrows it.
        unsafe { View::new(span.pointer.add(start), len) }
    }

    /// The positions chosen by a max pool.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn index(&self, r: Region) -> View<u8> {
        let r = self.base.resolve(r);
        assert!(r.offset + r.len <= P::MEMORY.index, "a region lies within its space");
        let start = r.offset * B + self.first * r.len;
        // SAFETY: as in `view`.
        unsafe { View::new(self.workspace.index.pointer.add(start), self.count * r.len) }
    }

    /// The integers of an input.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn integers(&self, r: Region) -> View<u32> {
        let r = self.base.resolve(r);
        let pointer = self.workspace.memo.integers[r.offset].cast_mut();
        // SAFETY: as in `view`; integers are only read.
        unsafe { View::new(pointer.add(self.first * r.len), self.count * r.len) }
    }

    /// The first `len` numbers of the piece's own memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn own(&self, len: usize) -> View {
        assert!(len <= P::MEMORY.local, "a region lies within its space");
        // SAFETY: as in `view`.
        unsafe { View::new(self.workspace.scratch.pointer, len) }
    }

    /// What a kernel does with the gradient of a tensor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write(&self, d: Region) -> Write {
        let is_sum = self.base.resolve(d).space == Space::GradientSum;
        match self.gradients {
            Gradients::Slot => Write::Continue,
            Gradients::Next => Write::Add,
            Gradients::First if is_sum => Write::Add,
            Gradients::Whole if is_sum => Write::Continue,
            _ => Write::Assign,
        }
    }

    /// Where the sums of a gradient begin among those of a slot.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn place(&self, listed: Region) -> usize {
        let mut start = 0;
        for gradient in self.segment.gradients {
            if *gradient == listed {
                break;
            }
            start += nnplan::align(gradient.len);
        }
        start
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
            let r = self.base.resolve(*gradient);
            // The calls' regions are these: there they are constants, and compared (`view`).
            debug_assert!(r.offset + r.len <= P::GRADIENTS, "a region lies within its space");
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
