//! The samples that calls run on, and how regions become memory.

use core::marker::PhantomData;

use super::access::{View, fits};
use super::device::{Span, Tiny};
use super::plan::Plan;
use crate::device::{Base, Inside, PORTS, Pass, Region, Space, StepState, Type, Workspace};
pub(super) use crate::portable::Sums;
use crate::shape::Ports;

/// Where the gradients of parameters go, and what is done with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gradients {
    /// Whether they go to the sums of a slot.
    to_slot: bool,
    /// Of a gradient that replaces what is there.
    replaced: Sums,
    /// Of one that is added to what is there.
    added: Sums,
}

impl Gradients {
    /// Of the whole batch.
    pub(super) const WHOLE: Self =
        Self { to_slot: false, replaced: Sums::Replace, added: Sums::Continue };
    /// Of a sample, the first of the batch.
    pub(super) const FIRST: Self =
        Self { to_slot: false, replaced: Sums::Replace, added: Sums::Add };
    /// Of a later sample.
    pub(super) const NEXT: Self = Self { to_slot: false, replaced: Sums::Add, added: Sums::Add };
    /// To the sums of a slot.
    pub(super) const SLOT: Self =
        Self { to_slot: true, replaced: Sums::Continue, added: Sums::Continue };
}

/// Where the spaces of the network that runs begin: an operand is so many elements after one of them. So a call takes
/// little code, whether the compiler knows which network it belongs to or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    parameters: *mut f32,
    kept: *mut f32,
    gradients: *mut f32,
    arena: *mut f32,
    statistic: *mut f32,
    index: *mut u8,
    /// The arena of the whole network, and the memory of a piece, which are the same for all networks within it.
    whole: *mut f32,
    local: *mut f32,
}

impl Places {
    const NONE: Self = {
        let (none, byte) = (Span::<f32>::EMPTY.pointer, Span::<u8>::EMPTY.pointer);
        Self {
            parameters: none,
            kept: none,
            gradients: none,
            arena: none,
            statistic: none,
            index: byte,
            whole: none,
            local: none,
        }
    };

    /// Those of the network with this base.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn of<P: Plan, const B: usize>(
        w: &Workspace<Tiny<P, B>>,
        parameters: Span<f32>,
        kept: Span<f32>,
        base: &Base,
    ) -> Self {
        let (own, arena, index) = (
            base.place(Region::parameter(0, 0)),
            base.place(Region::arena(0, 0)),
            base.place(Region::index(0, 0)),
        );
        let of_own = if own.space == Space::Buffer { kept } else { parameters };
        // Of a network with nothing in a space the place is never asked for, and may lie anywhere: no `add`.
        Self {
            parameters: of_own.pointer.wrapping_add(own.offset),
            kept: kept.pointer.wrapping_add(base.place(Region::buffer(0, 0)).offset),
            gradients: w.gradients.pointer.wrapping_add(base.place(Region::gradient(0, 0)).offset),
            arena: w.arena.pointer.wrapping_add(arena.offset * B),
            statistic: w.statistic.pointer.wrapping_add(base.place(Region::statistic(0, 0)).offset),
            index: w.index.pointer.wrapping_add(index.offset * B),
            whole: w.arena.pointer,
            local: w.scratch.pointer,
        }
    }
}

impl Places {
    /// Those of a network within the one with the base `outer`. No `add`, as above.
    fn inside<const B: usize>(&self, outer: &Base, inner: &Base) -> Self {
        let by = |r: Region| inner.place(r).offset.wrapping_sub(outer.place(r).offset);
        let own = inner.place(Region::parameter(0, 0));
        let parameters = match own.space {
            Space::Buffer => {
                let kept = outer.place(Region::buffer(0, 0)).offset;
                self.kept.wrapping_sub(kept).wrapping_add(own.offset)
            }
            _ => self.parameters.wrapping_add(by(Region::parameter(0, 0))),
        };
        Self {
            parameters,
            kept: self.kept.wrapping_add(by(Region::buffer(0, 0))),
            gradients: self.gradients.wrapping_add(by(Region::gradient(0, 0))),
            arena: self.arena.wrapping_add(by(Region::arena(0, 0)).wrapping_mul(B)),
            statistic: self.statistic.wrapping_add(by(Region::statistic(0, 0))),
            index: self.index.wrapping_add(by(Region::index(0, 0)).wrapping_mul(B)),
            ..*self
        }
    }
}

/// What the device keeps with a pass: where the batch lies, and the spaces of the network that runs.
#[derive(Debug)]
pub(super) struct Memo {
    pub(super) ports: Ports,
    pub(super) places: Places,
}

// SAFETY: pointers do nothing by themselves; they are followed within the call that set them.
unsafe impl Send for Memo {}
// SAFETY: as above.
unsafe impl Sync for Memo {}

impl Default for Memo {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn default() -> Self {
        Self { ports: Ports::default(), places: Places::NONE }
    }
}

/// Samples that calls run on.
pub(super) struct TinyPiece<'a, P: Plan, const B: usize> {
    memo: &'a Memo,
    places: &'a Places,
    pub(super) base: &'a Base,
    pub(super) state: &'a StepState,
    /// The gradients that are summed up sample by sample.
    summed: &'a [Region],
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) gradients: Gradients,
    pub(super) fault: bool,
    plan: PhantomData<P>,
}

impl<'a, P: Plan, const B: usize> TinyPiece<'a, P, B> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new(pass: &'a Pass<'_, Tiny<P, B>>, summed: &'a [Region]) -> Self {
        Self {
            memo: &pass.workspace.memo,
            places: &pass.workspace.memo.places,
            base: &pass.base,
            state: &pass.state,
            summed,
            first: 0,
            count: 1,
            gradients: Gradients::WHOLE,
            fault: false,
            plan: PhantomData,
        }
    }

    /// Makes calls of a network within the one that runs.
    pub(super) fn run_within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        let outer = (self.base, self.places);
        let base = outer.0.inside(inside);
        let places = outer.1.inside::<B>(outer.0, &base);
        // SAFETY: the two live longer than the call of `f`, after which the piece refers to the outer ones again. A piece
        // that a call panics in is not used again: a pass ends there.
        (self.base, self.places) =
            unsafe { (&*core::ptr::from_ref(&base), &*core::ptr::from_ref(&places)) };
        f(self);
        (self.base, self.places) = outer;
    }

    /// The elements of a region that this piece works on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn view(&self, r: Region) -> View {
        use Space::{Arena, Buffer, Gradient, GradientSum, Input, InputGradient, Local};
        use Space::{Output, OutputGradient, Parameter, Statistic, Value};
        self.check(r);
        let places = self.places;
        // The call names its space by a constant: of the others nothing is left in a program.
        let start = match r.space {
            Input | Output | OutputGradient | InputGradient => return self.port(r),
            Arena => return self.of_samples(places.arena, r),
            Value => return self.value(r),
            Gradient | GradientSum => return self.gradient(r),
            Parameter => places.parameters,
            Buffer => places.kept,
            Statistic => places.statistic,
            Local => places.local,
            _ => return View::NONE,
        };
        // The values of a piece lie sample by sample.
        let len = if r.space == Local { self.count * r.len } else { r.len };
        // SAFETY: the region lies within its space, and kernels keep to the region, whose length is the layer's (`Network`:
        // calls keep to the plan). What a call writes is apart from its other operands but where the call says otherwise
        // (`Network`: operands are apart); nobody else uses the memory meanwhile, since the pass borrows it.
        unsafe { View::new(start.add(r.offset), len) }
    }

    /// An operand of a portable kernel, whatever its elements are; none where it is absent.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn operand(&self, r: Region) -> View {
        if !self.has(r) {
            return View::NONE;
        }
        match r.element {
            Type::Real => self.view(r),
            Type::Integer => self.integers(r).cast(),
            Type::Byte => self.index(r).cast(),
        }
    }

    /// A value of a network within another one, whose plan says where it lies.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(&self, r: Region) -> View {
        let r = self.base.block(r);
        if r.space == Space::Arena {
            return self.of_samples(self.places.arena, r);
        }
        self.in_segment(r)
    }

    /// A value that lives within a segment, sample by sample.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn in_segment(&self, r: Region) -> View {
        // SAFETY: as in `view`.
        unsafe { View::new(self.places.local.add(r.offset), self.count * r.len) }
    }

    /// What crosses the border of the network that runs: a batch that was bound, or a block of the arena.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn port(&self, r: Region) -> View {
        let port = self.base.port(r);
        if r.space == Space::Input && port.space == Space::Input {
            let batch = self.memo.ports.inputs[port.offset % PORTS].cast_mut();
            return self.of_samples(batch, Region { offset: 0, ..r });
        }
        let r = Region { offset: port.offset, ..r };
        if port.space == Space::Local {
            self.in_segment(r)
        } else {
            self.of_samples(self.places.whole, r)
        }
    }

    /// This piece's samples, of the values of a batch.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_samples<T: Copy>(&self, start: *mut T, r: Region) -> View<T> {
        // SAFETY: as in `view`: there is room for `B` samples, or there are all that were bound, of which this piece's are
        // some.
        unsafe { View::new(start.add(r.offset * B + self.first * r.len), self.count * r.len) }
    }

    /// The positions chosen by a max pool.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn index(&self, r: Region) -> View<u8> {
        self.check(r);
        self.of_samples(self.places.index, r)
    }

    /// The integers of an input; they are only read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn integers(&self, r: Region) -> View<u32> {
        let batch = self.memo.ports.integers[self.base.port(r).offset % PORTS].cast_mut();
        self.of_samples(batch, Region { offset: 0, ..r })
    }

    /// The first `len` numbers of the piece's own memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn own(&self, len: usize) -> View {
        fits!(len <= P::MEMORY.local);
        // SAFETY: as in `view`.
        unsafe { View::new(self.places.local, len) }
    }

    /// Whether an operand that may be absent is there.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn has(&self, r: Region) -> bool {
        match r.space {
            Space::None => false,
            Space::InputGradient => !self.base.port(r).is_none(),
            _ => true,
        }
    }

    /// A region lies within its space, and both sides of a border have one length: rules of
    /// [`Network`](crate::network::Network), which debug builds look at.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check(&self, r: Region) {
        fits!({
            let r = self.base.resolve(r);
            let room = match r.space {
                Space::Arena if r.element == Type::Byte => P::MEMORY.index,
                Space::Arena => P::SAMPLE,
                Space::Local => P::MEMORY.local,
                Space::Statistic => P::MEMORY.statistic,
                Space::Parameter => P::PARAMETERS,
                Space::Buffer => P::KEPT,
                Space::Gradient | Space::GradientSum => P::GRADIENTS,
                _ => usize::MAX,
            };
            r.offset <= room && r.len <= room - r.offset
        });
    }

    /// What a kernel does with the gradient of a tensor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write(&self, d: Region) -> Sums {
        let is_added = d.space == Space::GradientSum || self.base.adds();
        if is_added { self.gradients.added } else { self.gradients.replaced }
    }

    /// Where the gradient of a tensor is written: where it belongs, or among the sums of a slot.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn gradient(&self, r: Region) -> View {
        if self.gradients.to_slot {
            return self.sums().from(sums_before(self.summed, key(&r)));
        }
        // SAFETY: as in `view`.
        unsafe { View::new(self.places.gradients.add(r.offset), r.len) }
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
        for r in self.summed {
            self.check(*r);
            // SAFETY: as in `view`.
            let to = unsafe { View::new(self.places.gradients.add(r.offset), r.len) };
            let is_first = slot == 0 && r.space == Space::Gradient && !self.base.adds();
            for i in 0..r.len {
                let before = if is_first { 0.0 } else { to.get(i) };
                to.set(i, if is_first { sums.get(i) } else { before + sums.get(i) });
            }
            sums = sums.from(nnplan::align(r.len));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn sums(&self) -> View {
        // SAFETY: they lie after the values of a piece, and have this length where they are asked for.
        unsafe { View::new(self.places.local.add(P::MEMORY.local), P::sums(B)) }
    }
}

/// What tells gradients apart: the offset of the tensor, of which each has its own, and the space. Not `==`, which compares
/// memory, with a function of its own.
#[cfg_attr(not(debug_assertions), inline(always))]
fn key(gradient: &Region) -> usize {
    2 * gradient.offset + usize::from(matches!(gradient.space, Space::GradientSum))
}

/// Where the sums of a gradient begin among those of a slot.
fn sums_before(summed: &[Region], sought: usize) -> usize {
    let mut start = 0;
    for gradient in summed {
        if key(gradient) == sought {
            break;
        }
        start += nnplan::align(gradient.len);
    }
    start
}
