//! What a pass needs, as constants of the network.

use core::marker::PhantomData;

use crate::device::{Base, Memory, PORTS, Region, border, slots};
use crate::network::Network;

/// The memory of a kind of pass.
pub(super) trait Plan: 'static {
    /// The plan.
    const MEMORY: Memory;
    /// Where the network finds its memory: inputs by their number.
    const BASE: Base;
    /// Elements of the trained tensors.
    const PARAMETERS: usize;
    /// Elements of the kept tensors.
    const KEPT: usize;
    /// Elements of the gradients.
    const GRADIENTS: usize;
    /// Elements a sample: the arena, and after it outputs and their gradients.
    const SAMPLE: usize;
    /// That there is room for what lies sample by sample: a pass does not look at run time, and the network's own constants
    /// were compared by [`Agrees`](crate::network::Agrees).
    const HAS_ROOM: () = assert!(
        Self::MEMORY.arena <= Self::SAMPLE
            && holds(Self::SAMPLE, Self::BASE.outputs())
            && holds(Self::SAMPLE, Self::BASE.output_gradients()),
        "the arena, the outputs and their gradients lie within a sample's memory"
    );
    /// Elements of the sums of gradients of one slot.
    const PARTIALS: usize = nnplan::align(Self::MEMORY.scratch.partials);

    /// Elements of these sums that a training of up to `batch` samples has room for.
    fn sums(batch: usize) -> usize {
        if Self::GRADIENTS == 0 { 0 } else { sums(&Self::MEMORY, batch) }
    }
}

const fn holds(room: usize, regions: &[Region; PORTS]) -> bool {
    let mut i = 0;
    while i < PORTS {
        if regions[i].offset > room || regions[i].len > room - regions[i].offset {
            return false;
        }
        i += 1;
    }
    true
}

/// Where each slot has one sample, its gradients go where they belong, but for those of a tensor that gets several.
pub(super) const fn sums(memory: &Memory, batch: usize) -> usize {
    let partials = nnplan::align(memory.scratch.partials);
    if is_by_sample(memory, batch) { nnplan::align(memory.scratch.shared) } else { partials }
}

/// Whether each slot has one sample.
pub(super) const fn is_by_sample(memory: &Memory, batch: usize) -> bool {
    slots(batch, nnplan::align(memory.scratch.partials)) == batch
}

/// Elements of all that a pass works on, but for the tensors: positions are bytes, four an element.
pub(super) const fn len(memory: &Memory, sample: usize, gradients: usize, batch: usize) -> usize {
    let room = if gradients == 0 { 0 } else { sums(memory, batch) };
    let index = (memory.index * batch).div_ceil(4);
    sample * batch + memory.local + memory.statistic + gradients + room + index
}

/// Inference of a network.
pub(super) struct Inference<N>(PhantomData<fn() -> N>);

/// A training step of a network.
pub(super) struct Training<N>(PhantomData<fn() -> N>);

/// The inputs, by their number.
const fn inputs<N: Network>() -> [Region; PORTS] {
    let (mut all, mut i) = ([Region::NONE; PORTS], 0);
    while i < N::INPUTS.len() {
        all[i] = Region { offset: i, ..N::INPUTS[i] };
        i += 1;
    }
    all
}

impl<N: Network> Plan for Inference<N> {
    const MEMORY: Memory = N::INFERENCE;
    const BASE: Base = Base::alone(&inputs::<N>(), N::OUTPUT_SHAPES, &N::INFERENCE, false);
    const PARAMETERS: usize = N::PARAMETER_LEN;
    const KEPT: usize = N::BUFFER_LEN;
    const GRADIENTS: usize = 0;
    const SAMPLE: usize = N::INFERENCE.arena + border(N::OUTPUT_SHAPES, false);
}

impl<N: Network> Plan for Training<N> {
    const MEMORY: Memory = N::TRAINING;
    const BASE: Base = Base::alone(&inputs::<N>(), N::OUTPUT_SHAPES, &N::TRAINING, true);
    const PARAMETERS: usize = N::PARAMETER_LEN;
    const KEPT: usize = N::BUFFER_LEN;
    const GRADIENTS: usize = N::PARAMETER_LEN;
    const SAMPLE: usize = N::TRAINING.arena + border(N::OUTPUT_SHAPES, true);
}
