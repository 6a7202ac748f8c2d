//! The memory of a program: where each of its values lies. The macro says what shares memory and from when to when;
//! the offsets are computed here, in one constant a program.

use nnplan::{Activation, BatchNorm, Live, Pool2d, align, or_zero, plan_into};

use super::values::Block;
use super::{Epilogue, Memory, Placed, Region, Scratch, Segment, Space, Values};
use crate::tensor::TensorInfo;

/// What a program works on, as the macro says it: offsets are not known yet.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'a> {
    /// Whether gradients of the network's own tensors are among the values.
    pub gradients: bool,
    /// What has a place already, such as what crosses the border of the network.
    pub fixed: &'a [Region],
    /// Elements of the values that lie sample by sample.
    pub values: &'a [Block],
    /// Blocks of bytes.
    pub index: &'a [Block],
    /// Numbers of the whole batch.
    pub statistic: &'a [Block],
}

/// The memory of a program with `N` values.
#[derive(Clone, Copy, Debug)]
pub struct Program<const N: usize> {
    /// Where each value lies: the tensors of the network's own, their gradients, what is [fixed](Slots::fixed), and
    /// the blocks.
    pub regions: [Region; N],
    index: usize,
    statistic: usize,
}

/// Gives each value its place. `tensors` are the network's own.
///
/// # Panics
/// At compile time, when `N` is another number: a fault of the macro.
#[must_use]
pub const fn program<const N: usize>(tensors: &[TensorInfo], slots: &Slots<'_>) -> Program<N> {
    let mut regions = [Region::NONE; N];
    let mut i = 0;
    while i < tensors.len() {
        let (offset, len) = (tensors[i].offset, tensors[i].shape.len());
        if tensors[i].is_kept() {
            regions[i] = Region::buffer(offset, len);
        } else {
            regions[i] = Region::parameter(offset, len);
            if slots.gradients {
                regions[tensors.len() + i] = Region::gradient(offset, len);
            }
        }
        i += 1;
    }
    let mut count = if slots.gradients { 2 * tensors.len() } else { tensors.len() };
    let mut i = 0;
    while i < slots.fixed.len() {
        regions[count] = slots.fixed[i];
        count += 1;
        i += 1;
    }
    let mut next = [count; 3];
    next[1] = next[0] + slots.values.len();
    next[2] = next[1] + slots.index.len();
    assert!(next[2] + slots.statistic.len() == N, "each value of a program is a region");
    let mut i = 0;
    while i < slots.values.len() {
        regions[next[0] + i] = Region::value(i, slots.values[i].0);
        i += 1;
    }
    Program {
        index: planned(slots.index, Region::index(0, 0), &mut regions, next[1]),
        statistic: planned(slots.statistic, Region::statistic(0, 0), &mut regions, next[2]),
        regions,
    }
}

/// Plans the memory that regions like `like` lie in, the first of which is number `start`. Returns its length.
const fn planned<const N: usize>(
    blocks: &[Block],
    like: Region,
    regions: &mut [Region; N],
    start: usize,
) -> usize {
    let mut lives = [Live::new(0, 0, 0); N];
    let mut i = 0;
    while i < blocks.len() {
        let (len, first, last) = blocks[i];
        lives[i] = Live::new(len, first, last);
        i += 1;
    }
    let mut offsets = [0; N];
    let scratch: nnplan::Scratch<'_> = [&mut [0; N], &mut [0; N], &mut [0; N], &mut [0; N]];
    let len = plan_into(lives.split_at(blocks.len()).0, &mut offsets, scratch);
    let mut i = 0;
    while i < blocks.len() {
        regions[start + i] = Region { offset: offsets[i], len: blocks[i].0, ..like };
        i += 1;
    }
    len
}

/// Regions by their numbers.
#[must_use]
pub const fn pick<const N: usize, const M: usize>(
    regions: &[Region; N],
    numbers: &[usize; M],
) -> [Region; M] {
    let (mut picked, mut i) = ([Region::NONE; M], 0);
    while i < M {
        picked[i] = regions[numbers[i]];
        i += 1;
    }
    picked
}

/// The regions of a network that runs alone: of values, where these lie.
#[must_use]
pub const fn placed<const N: usize>(regions: &[Region; N], places: &[usize]) -> [Region; N] {
    let (mut all, mut i) = (*regions, 0);
    while i < N {
        all[i] = regions[i].placed(places);
        i += 1;
    }
    all
}

/// What follows a call, with regions by their numbers; [`ABSENT`] is none. (So that a layer has few tokens.)
#[must_use]
#[cfg_attr(not(debug_assertions), inline(always))] // a constant, but for where the regions lie
pub const fn epilogue<'a, const N: usize>(
    regions: &[Region; N],
    norm: Option<(&'a BatchNorm, [usize; 5])>,
    pool: Option<(&'a Pool2d, [usize; 2])>,
    activation: Option<(Activation, usize)>,
) -> Epilogue<'a> {
    let norm = match norm {
        Some((g, [w, b, mean, variance, y])) => {
            let tensors = [regions[w], regions[b], regions[mean], regions[variance], regions[y]];
            Some((g, tensors))
        }
        None => None,
    };
    let pool = match pool {
        Some((g, [y, ABSENT])) => Some((g, regions[y], Region::NONE)),
        Some((g, [y, indices])) => Some((g, regions[y], regions[indices])),
        None => None,
    };
    let activation = match activation {
        Some((f, y)) => Some((f, regions[y])),
        None => None,
    };
    Epilogue { norm, pool, activation }
}

/// The number of a region that is absent.
pub const ABSENT: usize = usize::MAX;

/// Region number `i`. (What a function gives may be referred to for ever, what an index gives may not.)
#[must_use]
pub const fn at<const N: usize>(regions: &[Region; N], i: usize) -> Region {
    regions[i]
}

/// A segment that a piece of the batch runs through alone.
#[must_use]
pub const fn split(regions: &'static [Region], gradients: &'static [Region]) -> Segment {
    Segment { split: true, regions, gradients }
}

/// A segment that the whole batch runs through, call by call. What it touches is not listed: nothing runs beside it.
pub const WHOLE: Segment = Segment { split: false, regions: &[], gradients: &[] };

impl<const N: usize> Program<N> {
    /// What the program needs. `columns`: im2col's matrices; `inner`: the plans of the networks within it; `values`: those
    /// in the arena, and where they lie.
    #[must_use]
    pub const fn memory(
        &self,
        segments: &[Segment],
        columns: &[usize],
        inner: &[Memory],
        (values, places): (&'static Values, &'static Placed),
    ) -> Memory {
        let mut memory = Memory {
            values,
            places: places.offsets(),
            arena: places.arena,
            local: places.local,
            index: self.index,
            statistic: self.statistic,
            scratch: Scratch { columns: nnplan::largest(columns), partials: 0, shared: 0 },
        };
        let mut i = 0;
        while i < segments.len() {
            let (partials, is_shared) = sums(&segments[i]);
            memory.scratch.partials = larger(memory.scratch.partials, partials);
            if is_shared {
                memory.scratch.shared = larger(memory.scratch.shared, partials);
            }
            i += 1;
        }
        let mut i = 0;
        while i < inner.len() {
            let Memory { local, scratch, .. } = inner[i];
            memory.local = larger(memory.local, local);
            memory.scratch.columns = larger(memory.scratch.columns, scratch.columns);
            memory.scratch.partials = larger(memory.scratch.partials, scratch.partials);
            memory.scratch.shared = larger(memory.scratch.shared, scratch.shared);
            i += 1;
        }
        memory
    }
}

const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// Elements of the sums of gradients of one piece of a segment, and whether a tensor gets several in it.
const fn sums(segment: &Segment) -> (usize, bool) {
    let (mut sum, mut is_shared, mut i) = (0, false, 0);
    while i < segment.gradients.len() {
        let gradient = &segment.gradients[i];
        sum = nnplan::add(sum, align(gradient.len));
        is_shared |= matches!(gradient.space, Space::GradientSum);
        i += 1;
    }
    (or_zero(sum), is_shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::places;

    const NONE: Slots<'static> =
        Slots { gradients: false, fixed: &[], values: &[], index: &[], statistic: &[] };
    const NO_PLACES: (&Values, &Placed) =
        (&Values::NONE, &Placed::of(&places::<[usize; 0]>(&Values::NONE)));

    #[test]
    fn blocks_that_are_in_use_together_lie_apart() {
        const P: Program<4> = program(
            &[],
            &Slots {
                fixed: &[Region::input(0, 5)],
                values: &[(20, 0, 2)],
                statistic: &[(3, 0, 0), (5, 0, 1)],
                ..NONE
            },
        );
        assert_eq!(P.regions[0], Region::input(0, 5));
        assert_eq!(P.regions[1], Region::value(0, 20));
        assert!(!P.regions[2].overlaps(&P.regions[3]));
        assert_eq!((P.regions[2].len, P.regions[3].len), (3, 5));
        assert_eq!(pick(&P.regions, &[1, 0]), [Region::value(0, 20), Region::input(0, 5)]);
        let inner = Memory { local: 40, ..Memory::NONE };
        let memory = P.memory(&[], &[3, 9], &[inner], NO_PLACES);
        assert_eq!((memory.local, memory.scratch.columns), (40, 9));
    }

    #[test]
    fn sums_of_gradients_are_those_of_the_largest_segment() {
        const A: &[Region] = &[Region::gradient(0, 17), Region::gradient(32, 1)];
        const B: &[Region] = &[Region::gradient(0, 8), Region::gradient_sum(0, 8)];
        let segment = |gradients| Segment { split: true, regions: &[], gradients };
        let memory =
            program::<0>(&[], &NONE).memory(&[segment(A), segment(B)], &[], &[], NO_PLACES);
        assert_eq!((memory.scratch.partials, memory.scratch.shared), (48, 32));
    }
}
