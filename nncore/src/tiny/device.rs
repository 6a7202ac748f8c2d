//! The device behind [`tiny`](super): one thread, memory that is borrowed, sizes that are constants.

use core::marker::PhantomData;

use super::access::{View, fits};
use super::loss::{self, Term};
use super::piece::{Gradients, Memo, Places, TinyPiece};
use super::plan::{Plan, is_by_sample};
use crate::Error;
use crate::device::{Execute, PORTS, Pass, Plain, Region, Segment, slots};
use crate::shape::Targets;

/// The device: what a plan needs, for up to `B` samples.
pub(super) struct Tiny<P, const B: usize>(PhantomData<fn() -> P>);

impl<P, const B: usize> Tiny<P, B> {
    pub(super) const NEW: Self = Self(PhantomData);
}

// Not derived: that would ask the same of the plan.
impl<P, const B: usize> Clone for Tiny<P, B> {
    fn clone(&self) -> Self {
        Self::NEW
    }
}

/// Memory that somebody else owns.
#[derive(Debug)]
pub(super) struct Span<X> {
    pub(super) pointer: *mut X,
}

impl<X> Clone for Span<X> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}
impl<X> Copy for Span<X> {}

// SAFETY: a pointer does nothing by itself; what a pass makes of it is checked in `piece.rs`.
unsafe impl<X: Send> Send for Span<X> {}
// SAFETY: as above.
unsafe impl<X: Sync> Sync for Span<X> {}

impl<X> Span<X> {
    pub(super) const EMPTY: Self = Self { pointer: core::ptr::NonNull::dangling().as_ptr() };

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn new(pointer: *mut X) -> Self {
        Self { pointer }
    }
}

impl<P: Plan, const B: usize> Execute for Tiny<P, B> {
    type Element = f32;
    type Buffer<X: Plain> = Span<X>;
    type Piece<'a> = TinyPiece<'a, P, B>;
    type Memo = Memo;

    /// A split segment runs sample by sample, so that values within it need room for one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn segment(
        pass: &mut Pass<'_, Self>,
        segment: &Segment,
        f: &(dyn for<'p> Fn(&mut TinyPiece<'p, P, B>) + Sync),
    ) {
        // A segment is a constant: one of three is left, which is not told what it does not need.
        if !segment.split {
            whole(pass, f);
        } else if segment.gradients.is_empty() || is_by_sample(&P::MEMORY, B) && !segment.has_sums()
        {
            by_sample(pass, f);
        } else {
            by_slot(pass, segment.gradients, f);
        }
    }

    /// The network that runs begins elsewhere.
    fn moved(pass: &mut Pass<'_, Self>) {
        let (parameters, kept) = (*pass.parameters.shared(), *pass.kept.shared());
        pass.workspace.memo.places = Places::of(pass.workspace, parameters, kept, &pass.base);
    }
}

/// The calls of a segment.
type Calls<'f, P, const B: usize> = &'f (dyn for<'p> Fn(&mut TinyPiece<'p, P, B>) + Sync);

/// Runs calls on the whole batch.
#[cfg_attr(not(debug_assertions), inline(always))]
fn whole<P: Plan, const B: usize>(pass: &mut Pass<'_, Tiny<P, B>>, f: Calls<'_, P, B>) {
    let mut piece = TinyPiece::new(pass, &[]);
    piece.count = pass.state.batch;
    f(&mut piece);
    if piece.fault {
        pass.fault = Some(Error::OneValuePerChannel);
    }
}

/// Runs calls sample by sample, in a loop that several segments may share; gradients of tensors go where they belong.
fn by_sample<P: Plan, const B: usize>(pass: &mut Pass<'_, Tiny<P, B>>, f: Calls<'_, P, B>) {
    let mut piece = TinyPiece::new(pass, &[]);
    piece.gradients = Gradients::FIRST;
    while piece.first < pass.state.batch {
        f(&mut piece);
        piece.first += 1;
        piece.gradients = Gradients::NEXT;
    }
}

/// The same; gradients of tensors are summed up slot by slot.
fn by_slot<P: Plan, const B: usize>(
    pass: &mut Pass<'_, Tiny<P, B>>,
    summed: &[Region],
    f: Calls<'_, P, B>,
) {
    let mut piece = TinyPiece::new(pass, summed);
    piece.gradients = Gradients::SLOT;
    let batch = pass.state.batch;
    let slots = slots(batch, P::PARTIALS);
    for slot in 0..slots {
        piece.clear_partials();
        // There are some in the loop, which the compiler does not always see: it is not to divide by 0.
        let end = (slot + 1) * batch / slots.max(1);
        while piece.first < end {
            f(&mut piece);
            piece.first += 1;
        }
        piece.add_partials(slot);
    }
}

/// The loss of one output, whose targets have the number `port`; its gradient where there is a region for it.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn add_loss<P: Plan, const B: usize>(
    arena: Span<f32>,
    targets: &Targets,
    term: &Term<'_>,
    output: Region,
    d_output: Region,
    port: usize,
    n: usize,
) -> Result<f32, Error> {
    let y = block::<P, B>(arena, output, n);
    // SAFETY: as many targets as samples were bound; they are only read.
    let values = || unsafe { View::new(targets.values[port % PORTS].cast_mut(), n * output.len) };
    // SAFETY: as above.
    let labels = || unsafe { View::new(targets.labels[port % PORTS].cast_mut(), n) };
    let d_y = if d_output.is_none() { None } else { Some(block::<P, B>(arena, d_output, n)) };
    loss::loss(term, n, output.len, y, values, labels, d_y)
}

/// An output, or its gradient, of `n` samples.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn block<P: Plan, const B: usize>(arena: Span<f32>, r: Region, n: usize) -> View {
    fits!(r.offset + r.len <= P::SAMPLE && n <= B); // `bind` refuses more samples
    // SAFETY: within the memory of samples, which has room for `B` of them; outputs and gradients are apart.
    unsafe { View::new(arena.pointer.add(r.offset * B), n * r.len) }
}
