//! Tiles on their way to shared memory while others are multiplied: by asynchronous copies, so that no register holds
//! what is read ahead, and several at once. For devices of 8.0 and later; on older ones a tile goes through registers.

use std::rc::Rc;

use super::operand::{Element, Line};
use super::product::{DEPTH, Depth};
use crate::ptx::{Kernel, Shared, U32};

/// What a thread copies for each tile: a number, or four side by side.
pub(super) struct Copy<'k> {
    /// The row of `a` (column of `b`); of four rows the first.
    pub(super) line: Rc<Line<'k>>,
    /// The position along the depth of the tile; of four positions the first.
    pub(super) deep: U32<'k>,
    /// Where it goes in the first stage, or a place before it that copies share.
    pub(super) place: Shared<'k>,
    /// Numbers from there on.
    pub(super) further: U32<'k>,
    /// Whether it is four numbers, which are there or not together.
    pub(super) fours: bool,
}

impl<'k> Copy<'k> {
    /// One number.
    pub(super) fn one(line: Rc<Line<'k>>, deep: U32<'k>, place: Shared<'k>) -> Self {
        Self { line, deep, place, further: deep.kernel().u32(0), fours: false }
    }

    /// Starts that of the tile from `start` on, to the stage `by` numbers on; what lies from `end` on becomes 0.
    fn start(&self, start: U32<'k>, end: U32<'k>, by: U32<'k>) {
        let at = start + self.deep;
        let Element { x, at, near, is_there } = self.line.element(at, at.lt(end));
        let place = self.place.at(by).at(self.further);
        match self.fours {
            true => place.start_copy4(x.at(at), near, is_there),
            false => place.start_copy(x.at(at), near, is_there),
        }
    }
}

/// The stages of a pipeline: each has room for a tile of both operands.
#[derive(Clone, Copy)]
pub(super) struct Stages {
    /// How many there are: one that is multiplied, and those that are on their way.
    pub(super) count: u32,
    /// The numbers of one operand in one of them.
    pub(super) len: u32,
    /// The depth of a tile: [`DEPTH`], or a part of it.
    pub(super) deep: u32,
}

impl Stages {
    /// Shared memory for one operand.
    pub(super) fn room(self, k: &Kernel) -> Shared<'_> {
        k.shared(self.count * self.len)
    }

    /// `multiply` for each tile along `depth`, with the number at which its stage begins. Behind the end follow zeros up to a multiple of [`DEPTH`], whatever the depth of a tile.
    ///
    /// One barrier a tile: after it all threads have what all have waited for, and none reads the stage any more that was
    /// multiplied last, which is filled anew.
    pub(super) fn each<'k>(
        self,
        k: &'k Kernel,
        depth: Depth<'k>,
        copies: &[Copy<'k>],
        multiply: impl FnOnce(U32<'k>),
    ) {
        let Self { count, len, deep } = self;
        let end = (depth.end + (DEPTH - 1)) / DEPTH * DEPTH;
        let fill = |start: U32<'k>, stage: U32<'k>| {
            let start_all = || copies.iter().for_each(|copy| copy.start(start, depth.end, stage));
            match [start, end].map(U32::known) {
                [Some(start), Some(end)] if start < end => start_all(),
                [Some(_), Some(_)] => {}
                _ => k.when(start.lt(end), start_all),
            }
            // A group for each stage, if empty: the last ones count as those before.
            k.commit_copies();
        };
        (0..count - 1).for_each(|i| fill(depth.start + i * deep, k.u32(i * len)));
        let (now, free) = (k.counter(k.u32(0)), k.counter(k.u32((count - 1) * len)));
        k.each(depth.start, end, deep, |start| {
            k.wait_for_copies(count - 2);
            k.barrier();
            fill(start + (count - 1) * deep, free);
            multiply(now);
            free.set(now);
            let next = now + len;
            now.set(k.u32(0).or_where_not(next.eq(count * len), next));
        });
    }
}
