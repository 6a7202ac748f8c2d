//! The memory of a program: where each of its values lies. The macro says what shares memory and from when to when;
//! the offsets are computed here, in one constant a program.

use nnplan::{Live, align, or_zero, plan_into};

use super::{Memory, Region, Scratch, Segment, Space};
use crate::tensor::TensorInfo;

/// Where a value of a program lies, as the macro says it: offsets are not known yet.
#[derive(Clone, Copy, Debug)]
pub enum Slot {
    /// An input: its number and its elements.
    Input(usize, usize),
    /// An input of integers: its number and its elements.
    Integer(usize, usize),
    /// An output: its number and its elements.
    Output(usize, usize),
    /// The gradient by an output: its number and its elements.
    OutputGradient(usize, usize),
    /// The gradient by an input: its number and its elements.
    InputGradient(usize, usize),
    /// A trained tensor of the network's own, by its number.
    Parameter(usize),
    /// A tensor of its own that is kept, by its number.
    Buffer(usize),
    /// The gradient of a trained tensor, by the tensor's number.
    Gradient(usize),
    /// The same, added to.
    GradientSum(usize),
    /// A block of the arena: its elements, and the first and the last step at which it is in use.
    Arena(usize, usize, usize),
    /// A block of a piece's own memory, likewise. Those of different segments are never in use together.
    Local(usize, usize, usize),
    /// A block of bytes, likewise.
    Index(usize, usize, usize),
    /// Numbers of the whole batch, likewise.
    Statistic(usize, usize, usize),
}

/// The memory of a program with `N` values.
#[derive(Clone, Copy, Debug)]
pub struct Program<const N: usize> {
    /// Where each value lies.
    pub regions: [Region; N],
    arena: usize,
    local: usize,
    index: usize,
    statistic: usize,
}

/// Gives each value its place. `tensors` are the network's own.
#[must_use]
pub const fn program<const N: usize>(tensors: &[TensorInfo], slots: &[Slot; N]) -> Program<N> {
    let mut regions = [Region::NONE; N];
    let mut i = 0;
    while i < N {
        regions[i] = fixed(tensors, slots[i]);
        i += 1;
    }
    Program {
        arena: planned(slots, &mut regions, Space::Arena),
        local: planned(slots, &mut regions, Space::Local),
        index: planned(slots, &mut regions, Space::Index),
        statistic: planned(slots, &mut regions, Space::Statistic),
        regions,
    }
}

/// A region that needs no plan; of the others, [`planned`] finds the place.
const fn fixed(tensors: &[TensorInfo], slot: Slot) -> Region {
    match slot {
        Slot::Input(i, len) => Region::input(i, len),
        Slot::Integer(i, len) => Region::integer(i, len),
        Slot::Output(i, len) => Region::output(i, len),
        Slot::OutputGradient(i, len) => Region::output_gradient(i, len),
        Slot::InputGradient(i, len) => Region::input_gradient(i, len),
        Slot::Parameter(t) => Region::parameter(tensors[t].offset, tensors[t].shape.len()),
        Slot::Buffer(t) => Region::buffer(tensors[t].offset, tensors[t].shape.len()),
        Slot::Gradient(t) => Region::gradient(tensors[t].offset, tensors[t].shape.len()),
        Slot::GradientSum(t) => Region::gradient_sum(tensors[t].offset, tensors[t].shape.len()),
        Slot::Arena(..) | Slot::Local(..) | Slot::Index(..) | Slot::Statistic(..) => Region::NONE,
    }
}

/// The block of a slot, when it lies in this space.
const fn block(slot: Slot, space: Space) -> Option<(usize, usize, usize)> {
    match (slot, space) {
        (Slot::Arena(len, first, last), Space::Arena)
        | (Slot::Local(len, first, last), Space::Local)
        | (Slot::Index(len, first, last), Space::Index)
        | (Slot::Statistic(len, first, last), Space::Statistic) => Some((len, first, last)),
        _ => None,
    }
}

/// Plans the memory of one space. Returns its length.
const fn planned<const N: usize>(
    slots: &[Slot; N],
    regions: &mut [Region; N],
    space: Space,
) -> usize {
    let mut lives = [Live::new(0, 0, 0); N];
    let mut numbers = [0; N];
    let (mut count, mut i) = (0, 0);
    while i < N {
        if let Some((len, first, last)) = block(slots[i], space) {
            lives[count] = Live::new(len, first, last);
            numbers[count] = i;
            count += 1;
        }
        i += 1;
    }
    let mut offsets = [0; N];
    let scratch: nnplan::Scratch<'_> = [&mut [0; N], &mut [0; N], &mut [0; N], &mut [0; N]];
    let len = plan_into(lives.split_at(count).0, &mut offsets, scratch);
    let mut k = 0;
    while k < count {
        if let Some((len, ..)) = block(slots[numbers[k]], space) {
            regions[numbers[k]] = Region { space, offset: offsets[k], len };
        }
        k += 1;
    }
    len
}

impl<const N: usize> Program<N> {
    /// What the program needs. `columns`: im2col's matrices; `inner`: the plans of the networks within it.
    #[must_use]
    pub const fn memory(
        &self,
        segments: &[Segment],
        columns: &[usize],
        inner: &[Memory],
    ) -> Memory {
        let mut memory = Memory {
            arena: self.arena,
            local: self.local,
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

    #[test]
    fn blocks_that_are_in_use_together_lie_apart() {
        const P: Program<4> = program(
            &[],
            &[Slot::Input(0, 5), Slot::Arena(20, 0, 2), Slot::Arena(7, 1, 3), Slot::Local(3, 0, 0)],
        );
        assert_eq!(P.regions[0], Region::input(0, 5));
        assert!(!P.regions[1].overlaps(&P.regions[2]));
        assert_eq!((P.regions[1].len, P.regions[2].len), (20, 7));
        let memory = P.memory(&[], &[3, 9], &[Memory { local: 40, ..Memory::NONE }]);
        assert_eq!((memory.arena, memory.local, memory.scratch.columns), (32 + 16, 40, 9));
    }

    #[test]
    fn sums_of_gradients_are_those_of_the_largest_segment() {
        const A: &[Region] = &[Region::gradient(0, 17), Region::gradient(32, 1)];
        const B: &[Region] = &[Region::gradient(0, 8), Region::gradient_sum(0, 8)];
        let segment = |gradients| Segment { split: true, regions: &[], gradients };
        let memory = program(&[], &[]).memory(&[segment(A), segment(B)], &[], &[]);
        assert_eq!((memory.scratch.partials, memory.scratch.shared), (48, 32));
    }
}
