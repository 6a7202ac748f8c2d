//! A piece of the batch, and how regions become slices of it. The calls are in `ops.rs`.

use core::ops::Range;
use core::sync::atomic::AtomicBool;

use super::buffer::{Checked, Raw};
use crate::Element;
use crate::device::{Base, Plain, Region, Segment, Space, StepState, Type};
use crate::kernels::Write;
use crate::kernels::gemm::Exec;

/// Channels whose statistics one task computes.
pub(super) const CHANNELS: usize = 8;

/// Elements a task works on at a time, element by element.
pub(super) const ELEMENTS: usize = 1 << 14;

/// Tasks among which the rows of a table are shared.
pub(super) const TABLE: usize = 16;

/// The memory of a segment.
pub(super) struct Spaces<'a, T> {
    pub(super) capacity: usize,
    pub(super) chunk: usize,
    pub(super) local: usize,
    pub(super) input: Raw<T>,
    pub(super) integers: Raw<u32>,
    pub(super) parameters: Raw<T>,
    pub(super) kept: Raw<T>,
    pub(super) gradients: Raw<T>,
    pub(super) arena: Raw<T>,
    pub(super) index: Raw<u8>,
    pub(super) statistic: Raw<T>,
    pub(super) state: StepState,
    pub(super) segment: Segment,
    pub(super) base: &'a Base,
    pub(super) fault: &'a AtomicBool,
}

impl<T> Spaces<'_, T> {
    /// Whether a region has room for `capacity` samples in its space, if it lies sample by sample. Where it has, no
    /// product of an offset overflows.
    fn holds(&self, r: &Region) -> bool {
        let (room, samples) = match r.memory() {
            (Space::Input, Type::Integer) => (self.integers.len(), self.capacity),
            (Space::Input, _) => (self.input.len(), self.capacity),
            (Space::Arena, Type::Byte) => (self.index.len(), self.capacity),
            (Space::Arena, _) => (self.arena.len(), self.capacity),
            (Space::Local, _) => (self.local, 1),
            _ => return true,
        };
        let end = r.offset.checked_add(r.len).and_then(|end| end.checked_mul(samples));
        end.is_some_and(|end| end <= room)
    }

    /// Whether the segment lists a region that lies here, if it lists any.
    fn lists(&self, place: &Region) -> bool {
        !self.segment.split || self.segment.regions.iter().any(|r| self.base.resolve(*r) == *place)
    }

    /// Pieces run side by side: what one writes in the arena must not be what another reads. They have samples of their
    /// own in blocks of the segment, which are apart and have room for all samples.
    ///
    /// # Panics
    /// When two different blocks of the segment overlap, or do not lie within their space; when the batch has more samples
    /// than there is room for; or when a gradient would be replaced after it was added to: a fault of the plan.
    pub(super) fn assert_apart(&self) {
        assert!(
            self.state.batch <= self.capacity,
            "a batch has no more samples than there is room for"
        );
        let regions = self.segment.regions;
        let are_held = regions.iter().all(|r| self.holds(&self.base.resolve(*r)));
        assert!(are_held, "a region lies within its space");
        for (i, a) in regions.iter().enumerate() {
            let a = self.base.resolve(*a);
            for b in regions[i + 1..].iter().filter(|_| a.space == Space::Arena) {
                // One value may be two inputs of a network within: of it each piece has its own samples, too.
                let b = self.base.resolve(*b);
                assert!(a == b || !a.overlaps(&b), "the plan keeps the values of a segment apart");
            }
        }
        let gradients = self.segment.gradients;
        for (i, a) in gradients.iter().enumerate() {
            let a = self.base.resolve(*a);
            let replaced = gradients[i + 1..].iter().any(|b| {
                let b = self.base.resolve(*b);
                b.space == Space::Gradient && b.overlaps(&a)
            });
            assert!(!replaced, "a gradient is replaced before what is added to it");
        }
    }

    /// Elements of the sums of gradients of one slot.
    pub(super) fn partial_len(&self) -> usize {
        let lens = self.segment.gradients.iter().map(|g| nnplan::align(g.len));
        lens.fold(0, usize::saturating_add)
    }
}

/// A piece of the batch.
pub struct CpuPiece<'a, T: Element> {
    pub(super) spaces: &'a Spaces<'a, T>,
    pub(super) exec: Exec<'a>,
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) own: Raw<T>,
    pub(super) partials: Raw<T>,
    /// Of the network whose calls are made: that of the segment, or one within.
    pub(super) base: Base,
}

impl<T: Element> core::fmt::Debug for CpuPiece<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "CpuPiece(samples {}..{})", self.first, self.first + self.count)
    }
}

impl<'a, T: Element + Plain> CpuPiece<'a, T> {
    pub(super) fn new(
        spaces: &'a Spaces<'a, T>,
        exec: Exec<'a>,
        first: usize,
        count: usize,
        own: Raw<T>,
        partials: Raw<T>,
    ) -> Self {
        Self { spaces, exec, first, count, own, partials, base: *spaces.base }
    }

    /// The elements of a region that this piece works on.
    pub(super) fn view(&self, r: Region) -> Raw<T> {
        let s = self.spaces;
        let (listed, r) = (r, self.base.resolve(r));
        let by_sample = |space: Raw<T>| {
            // Pieces that run side by side need it; the only one of a whole segment has each call's own check.
            assert!(s.lists(&r), "a segment lists the regions it touches");
            space.part(r.offset * s.capacity + self.first * r.len, self.count * r.len)
        };
        match r.space {
            _ if r.element != Type::Real => Raw::EMPTY,
            Space::Output | Space::OutputGradient | Space::InputGradient | Space::Value => {
                unreachable!("the base says where these lie")
            }
            Space::None | Space::Target => Raw::EMPTY,
            Space::Input => by_sample(s.input),
            Space::Arena => by_sample(s.arena),
            Space::Local => {
                // After it lies the im2col matrix.
                assert!(self.count <= s.chunk && s.holds(&r), "a region lies within its space");
                self.own.part(r.offset * s.chunk, self.count * r.len)
            }
            Space::Parameter => s.parameters.part(r.offset, r.len),
            Space::Buffer => s.kept.part(r.offset, r.len),
            Space::Statistic => s.statistic.part(r.offset, r.len),
            Space::Gradient | Space::GradientSum if s.segment.split => {
                let before = s.segment.gradients.iter().take_while(|g| **g != listed);
                self.partials.part(before.map(|g| nnplan::align(g.len)).sum(), r.len)
            }
            Space::Gradient | Space::GradientSum => s.gradients.part(r.offset, r.len),
        }
    }

    /// The operands of one call. What is written overlaps nothing else.
    pub(super) fn operands<'p, const R: usize, const W: usize>(
        &self,
        reads: [Region; R],
        writes: [Region; W],
    ) -> ([&'p [T]; R], [&'p mut [T]; W])
    where
        'a: 'p,
    {
        self.assert_own(&writes);
        let (reads, writes) = (reads.map(|r| self.view(r)), writes.map(|w| self.view(w)));
        for (i, w) in writes.iter().enumerate() {
            let apart = reads.iter().chain(&writes[i + 1..]).all(|other| !w.overlaps(other));
            assert!(apart, "the plan keeps what a call writes apart from its other operands");
        }
        // SAFETY: no operand that is written overlaps another one of this call, as was just asserted. Other
        // pieces that run at the same time have samples of their own in the blocks of the arena, which
        // `assert_apart` found to be disjoint, own memory and sums of their own, and write nothing
        // else. The memory outlives the pass, hence `'a`; an operand is dropped when its call ends.
        unsafe { (reads.map(|r| r.slice()), writes.map(|w| w.slice_mut())) }
    }

    /// The operands of one call of a portable kernel. What is written overlaps nothing else, or is an operand that is
    /// read, in the same place.
    pub(super) fn checked<const R: usize, const W: usize>(
        &self,
        reads: [Region; R],
        writes: [Region; W],
    ) -> ([Checked<T>; R], [Checked<T>; W]) {
        let is_same = |a: &Raw<T>, b: &Raw<T>| a.len() == b.len() && a.starts_with(b);
        self.assert_own(&writes);
        // SAFETY: as in `operands`; the kernel alone reaches these places while the call runs, and the views end with it.
        // Integers and bytes lie in spaces of their own: integers are only read, and no call has the same bytes twice.
        let checked = |r: Region| unsafe {
            match r.element {
                _ if r.is_none() => Checked::NONE,
                Type::Real => Checked::numbers(self.view(r)),
                Type::Integer => Checked::integers(Raw::shared(self.integers(r))),
                Type::Byte => Checked::bytes(self.index(r)),
            }
        };
        let (from, to) = (reads.map(checked), writes.map(checked));
        for (i, w) in to.iter().map(Checked::as_numbers).enumerate() {
            let apart = to[i + 1..].iter().all(|other| !w.overlaps(other.as_numbers()))
                && from.iter().map(Checked::as_numbers).all(|r| !w.overlaps(r) || is_same(r, w));
            assert!(apart, "the plan keeps what a call writes apart from its other operands");
        }
        (from, to)
    }

    /// Whether two regions are one place: the call works in place.
    pub(super) fn is_same(&self, a: Region, b: Region) -> bool {
        self.base.resolve(a) == self.base.resolve(b)
    }

    /// A piece writes its own samples and sums only.
    fn assert_own(&self, writes: &[Region]) {
        let own = [Space::Gradient, Space::GradientSum, Space::Arena, Space::Local, Space::None];
        let is_own = |w: &Region| {
            let w = self.base.resolve(*w);
            own.contains(&w.space) && w.element != Type::Integer
        };
        assert!(
            !self.spaces.segment.split || writes.iter().all(is_own),
            "a piece writes its own samples and sums only"
        );
    }

    /// The positions chosen by a max pool, for this piece.
    pub(super) fn index(&self, r: Region) -> Raw<u8> {
        let s = self.spaces;
        if r.is_none() {
            return Raw::EMPTY;
        }
        let r = self.base.resolve(r);
        assert!(s.lists(&r), "a segment lists the regions it touches");
        assert!(r.memory() == (Space::Arena, Type::Byte), "positions are bytes");
        s.index.part(r.offset * s.capacity + self.first * r.len, self.count * r.len)
    }

    /// The integers of an input, for this piece.
    pub(super) fn integers<'p>(&self, r: Region) -> &'p [u32]
    where
        'a: 'p,
    {
        let s = self.spaces;
        assert!(r.memory() == (Space::Input, Type::Integer), "an input of integers");
        let r = self.base.resolve(r);
        assert!(s.lists(&r), "a segment lists the regions it touches");
        let part = s.integers.part(r.offset * s.capacity + self.first * r.len, self.count * r.len);
        // SAFETY: integers are only read during a pass, which they outlive, hence `'a`.
        unsafe { part.slice() }
    }

    /// The im2col matrix of this worker.
    pub(super) fn columns<'p>(&self) -> &'p mut [T]
    where
        'a: 'p,
    {
        let local = nnplan::align(self.own_local_len());
        // SAFETY: it lies after the worker's local blocks; only this worker touches it, a call at a
        // time.
        unsafe { self.own.part(local, self.own.len() - local).slice_mut() }
    }

    fn own_local_len(&self) -> usize {
        self.spaces.local * self.spaces.chunk
    }

    /// Whether the gradient of a tensor is added to what is there: a piece adds to its slot's sums.
    pub(super) fn write(&self, d: Region) -> Write {
        match self.base.resolve(d).space {
            Space::GradientSum => Write::Add,
            _ if self.spaces.segment.split => Write::Add,
            _ => Write::Assign,
        }
    }

    /// `f` on ranges of the samples, with what is written for them: `each` elements a sample, of `work` that are
    /// read or written.
    pub(super) fn by_samples(
        &self,
        work: usize,
        each: usize,
        out: &mut [T],
        f: impl Fn(Range<usize>, &mut [T]) + Sync,
    ) {
        let (samples, each) = ((ELEMENTS / work.max(1)).max(1), each.max(1));
        self.exec.threads.for_chunks(out, samples * each, |i, out| {
            f(i * samples..i * samples + out.len() / each, out);
        });
    }

    /// `f(samples, x, y)` on ranges of the samples of an operand that is read and one that is written.
    pub(super) fn each_sample(
        &self,
        x: Region,
        y: Region,
        f: impl Fn(usize, &[T], &mut [T]) + Sync,
    ) {
        let (from, to) = (x.len, y.len);
        let ([x], [y]) = self.operands([x], [y]);
        self.by_samples(from.max(to), to, y, |s, y| {
            f(s.len(), &x[s.start * from..s.end * from], y)
        });
    }

    /// `f` on `y` in place, after copying `x` into it where they differ.
    pub(super) fn in_place(
        &self,
        x: Region,
        y: Region,
        each: usize,
        f: impl Fn(usize, &mut [T]) + Sync,
    ) {
        if !self.is_same(x, y) {
            let ([x], [y]) = self.operands([x], [y]);
            y.copy_from_slice(x);
        }
        let ([], [y]) = self.operands([], [y]);
        let samples = (ELEMENTS / each.max(1)).max(1);
        let threads = self.exec.threads;
        threads.for_chunks(y, samples * each, |i, y| f(self.first + i * samples, y));
    }

    /// The same, with an operand that is read beside it.
    pub(super) fn in_place_with(
        &self,
        saved: Region,
        d_y: Region,
        d_x: Region,
        f: impl Fn(usize, &[T], &mut [T]) + Sync,
    ) {
        if !self.is_same(d_y, d_x) {
            let ([d_y], [d_x]) = self.operands([d_y], [d_x]);
            d_x.copy_from_slice(d_y);
        }
        let each = d_x.len.max(1);
        let ([saved], [d_x]) = self.operands([saved], [d_x]);
        let samples = (ELEMENTS / each).max(1);
        self.exec.threads.for_chunks(d_x, samples * each, |i, d| {
            let start = i * samples * each;
            f(d.len() / each, &saved[start..start + d.len()], d);
        });
    }
}
