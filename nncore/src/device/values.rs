//! Where the values of a network lie, with those of the networks within it: in one plan, as if all calls were its own. It is
//! made in rustc, which alone knows the networks within.

use core::mem::MaybeUninit;
use core::slice;

use super::{Inside, Region};

mod plan;
#[cfg(test)]
mod tests;

pub use plan::places;

/// Elements of a value, and the first and the last step at which a call of the network's own touches it. Where only networks
/// within it do, the first is after the last.
pub(super) type Block = (usize, usize, usize);

/// The values of a program that lie sample by sample, and what is known of them: what [`places`] works from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values {
    blocks: &'static [Block],
    ports: &'static [(Region, usize, usize)],
    loss: usize,
    segments: &'static [(usize, usize)],
    runs: &'static [Run],
    uses: &'static [Use],
    in_place: &'static [InPlace],
    /// Whether all of it runs piece by piece, so that it may do so within a segment of another network.
    is_piece: bool,
    /// Values in all, those of the networks within included.
    count: usize,
    /// Steps of the forward and of the backward calls, in the same manner; at least one each.
    steps: [usize; 2],
}

/// Segments and networks that are one segment, if each of the networks runs piece by piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// The first and the last step.
    steps: (usize, usize),
    is_joined: bool,
}

impl Run {
    /// The first and the last step, and the networks among them: the number of the first, and the one after the last.
    #[must_use]
    pub const fn of(steps: (usize, usize), (first, end): (usize, usize), uses: &[Use]) -> Self {
        let (mut is_joined, mut i) = (true, first);
        while i < end {
            is_joined &= uses[i].values.is_piece;
            i += 1;
        }
        Self { steps, is_joined }
    }
}

/// A network within another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Use {
    /// Its values.
    values: &'static Values,
    /// The step at which its forward calls run.
    forward: usize,
    /// The same of its backward calls; 0 where it has none.
    backward: usize,
    /// What crosses its border.
    inside: &'static Inside<'static>,
    /// Steps that the networks before it take beyond one each, forward.
    before: usize,
    /// The same of backward calls at or before its own, itself included; and the step of the last of them.
    after: (usize, usize),
}

impl Use {
    /// Its values, the steps at which its forward and its backward calls run (0 where it has none), and what crosses its
    /// border.
    #[must_use]
    pub const fn of(
        values: &'static Values,
        (forward, backward): (usize, usize),
        inside: &'static Inside<'static>,
    ) -> Self {
        Self { values, forward, backward, inside, before: 0, after: (0, 0) }
    }
}

/// The networks within another one, in the order in which they run forward.
///
/// # Panics
/// At compile time, when they do not run in the other order backward: a fault of the macro.
#[must_use]
pub const fn uses<const N: usize>(mut uses: [Use; N]) -> [Use; N] {
    let (mut before, mut i) = (0, 0);
    while i < N {
        uses[i].before = before;
        before += uses[i].values.steps[0] - 1;
        i += 1;
    }
    let (mut extra, mut step) = (0, 0);
    while i > 0 {
        i -= 1;
        if uses[i].backward != 0 {
            assert!(uses[i].backward > step, "networks run backward in the other order");
            step = uses[i].backward;
            extra += uses[i].values.steps[1] - 1;
        }
        uses[i].after = (extra, step);
    }
    uses
}

/// A call may work in place: it writes `to` into the memory of `from`, if nothing reads `from` after it, and nothing writes
/// `to` before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InPlace {
    /// What is read.
    pub from: Region,
    /// What is written.
    pub to: Region,
    /// The step of the call.
    pub step: usize,
}

/// Room for a number for each value of a network and of those within it.
///
/// # Safety
/// It consists of `usize`s alone.
pub unsafe trait Room: Copy + Send + Sync + 'static {}

// SAFETY: an array of them.
unsafe impl<const N: usize> Room for [usize; N] {}

/// One after the other.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Both<A, B>(A, B);

// SAFETY: two parts of the same alignment, which is their sizes' divisor too: nothing lies between or after them.
unsafe impl<A: Room, B: Room> Room for Both<A, B> {}

/// Where the values of a program lie.
#[derive(Debug)]
pub struct Places<R> {
    room: MaybeUninit<R>,
    /// Elements of the arena.
    arena: usize,
    /// Elements of a piece's own memory.
    local: usize,
}

/// Marks the offset of a value that lives within one segment: it lies in a piece's own memory.
const LOCAL: usize = 1 << (usize::BITS - 1);

/// Where a value of so many elements lies, by what a plan says.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn region(place: usize, len: usize) -> Region {
    if place & LOCAL == 0 { Region::arena(place, len) } else { Region::local(place ^ LOCAL, len) }
}

/// The same without the type of the room, which names the networks within: what is wrong with such a type is told once,
/// where it is named, and not at each constant that reads a plan.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// The first element of each value: those of the network's own, then those of each network within it. `region` reads
    /// them.
    offsets: &'static [usize],
    pub(super) arena: usize,
    pub(super) local: usize,
}

impl Placed {
    /// The places.
    #[must_use]
    pub const fn of<R: Room>(places: &'static Places<R>) -> Self {
        let count = size_of::<R>() / size_of::<usize>();
        // SAFETY: `places` made it of zeros, and a `Room` is usizes alone.
        let offsets = unsafe { slice::from_raw_parts(places.room.as_ptr().cast(), count) };
        Self { offsets, arena: places.arena, local: places.local }
    }

    /// The first element of each value.
    #[must_use]
    pub const fn offsets(&self) -> &'static [usize] {
        self.offsets
    }
}

impl Values {
    /// No value.
    pub const NONE: Self = Self::of(&[], &[], (0, 1), (&[], &[], true), &[], &[]);

    /// The values of its own by their number; what crosses the border, and from when to when calls of its own touch that;
    /// the step between the forward and the backward calls, and the one after all; the first and the last step of each
    /// segment that a piece of the batch runs through alone, what of them may be joined, and whether all of the program is
    /// one such segment then; the networks within; and the pairs of values that may share memory.
    #[must_use]
    pub const fn of(
        blocks: &'static [Block],
        ports: &'static [(Region, usize, usize)],
        (loss, end): (usize, usize),
        (segments, runs, is_one): (&'static [(usize, usize)], &'static [Run], bool),
        uses: &'static [Use],
        in_place: &'static [InPlace],
    ) -> Self {
        let (mut count, mut is_piece, mut i) = (blocks.len(), is_one, 0);
        while i < uses.len() {
            count += uses[i].values.count;
            is_piece &= uses[i].values.is_piece;
            i += 1;
        }
        let steps = [1; 2];
        let mut values =
            Self { blocks, ports, loss, segments, runs, uses, in_place, is_piece, count, steps };
        let (forward, all) = (values.step(loss), values.step(end));
        if forward > 1 {
            values.steps[0] = forward;
        }
        if all > forward + 2 {
            values.steps[1] = all - forward - 1;
        }
        values
    }

    /// Whether the parts of a run are one segment.
    #[must_use]
    pub const fn is_joined(&self, run: usize) -> bool {
        self.runs[run].is_joined
    }

    /// The first and the last step of the segment to which a step belongs, joined with others or not; `None` where the whole
    /// batch runs through it call by call.
    const fn segment(&self, step: usize) -> Option<(usize, usize)> {
        let mut i = 0;
        while i < self.runs.len() {
            let (first, last) = self.runs[i].steps;
            if first <= step && step <= last && self.is_joined(i) {
                return Some((first, last));
            }
            i += 1;
        }
        let (mut low, mut high) = (0, self.segments.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let (first, last) = self.segments[middle];
            if first <= step && step <= last {
                return Some((first, last));
            }
            if last < step {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        None
    }

    /// The number of a step of this network among those of all calls.
    const fn step(&self, step: usize) -> usize {
        // The networks whose forward calls run before it: the first ones.
        let (mut low, mut high) = (0, self.uses.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.uses[middle].forward < step {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut all = step;
        if low > 0 {
            let last = &self.uses[low - 1];
            all += last.before + last.values.steps[0] - 1;
        }
        // Those whose backward calls do: the last ones.
        (low, high) = (0, self.uses.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.uses[middle].after.1 < step {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if low < self.uses.len() {
            all += self.uses[low].after.0;
        }
        all
    }
}

/// How many numbers there is room for: its own, and those of networks within.
#[must_use]
pub const fn room<const N: usize>(own: usize, inner: [usize; N]) -> usize {
    let (mut all, mut i) = (own, 0);
    while i < N {
        all += inner[i];
        i += 1;
    }
    all
}

/// Where the values of each of the networks within another one begin among those of all: `own` are the outer network's.
#[must_use]
pub const fn starts<const N: usize>(own: usize, inner: [&Values; N]) -> [usize; N] {
    let (mut starts, mut next, mut i) = ([0; N], own, 0);
    while i < N {
        starts[i] = next;
        next += inner[i].count;
        i += 1;
    }
    starts
}
