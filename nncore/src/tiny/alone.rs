//! Calls on their own, for checks of this device: the memory is the caller's, and the plan has room for any of it.

use alloc::vec::Vec;

use super::device::{Span, Tiny};
use super::piece::Places;
use super::plan::Plan;
use super::predict::NEEDS;
use crate::Error;
use crate::device::{
    Base, Execute, Memory, Ops, PORTS, Pass, Region, Scratch, Segment, StepState, Tensors,
    Workspace,
};
use crate::shape::Ports;

/// Samples that the memory has room for.
const BATCH: usize = 72;

/// Elements of each space at most.
const ROOM: usize = 1 << 14;

/// What has room for any call.
struct Any;

impl Plan for Any {
    const MEMORY: Memory = Memory {
        local: ROOM,
        index: ROOM,
        statistic: ROOM,
        scratch: Scratch { columns: 0, partials: ROOM, shared: ROOM },
        ..Memory::NONE
    };
    const BASE: Base = Base::alone(&[], &[], &Memory::NONE, false);
    const PARAMETERS: usize = ROOM;
    const KEPT: usize = ROOM;
    const GRADIENTS: usize = ROOM;
    const SAMPLE: usize = ROOM;
}

/// A call, of whichever device.
pub trait Call {
    /// Makes it.
    fn call<O: Ops>(&self, ops: &mut O);
}

/// The memory of a call: each operand lies at the offset of its region; a value of the arena, and positions, begin at
/// their offset times [`CAPACITY`](Self::CAPACITY).
#[derive(Clone, Debug, Default)]
pub struct Alone {
    /// Trained tensors.
    pub parameters: Vec<f32>,
    /// Kept tensors.
    pub kept: Vec<f32>,
    /// Gradients of tensors.
    pub gradients: Vec<f32>,
    /// Values of samples.
    pub arena: Vec<f32>,
    /// Positions of maxima.
    pub index: Vec<u8>,
    /// Numbers of the whole batch.
    pub statistic: Vec<f32>,
    /// Whole batches of inputs, by their port: the offset of the region.
    pub inputs: [Vec<f32>; PORTS],
    /// Those of integers, in the same manner.
    pub integers: [Vec<u32>; PORTS],
}

impl Alone {
    /// Samples that there is room for.
    pub const CAPACITY: usize = BATCH;

    /// Makes a call in a segment.
    ///
    /// # Panics
    /// When there are more samples than [`CAPACITY`](Self::CAPACITY), or more than 2¹⁴ elements of gradients, or of values a
    /// sample: a piece's own memory has room for so many.
    ///
    /// # Safety
    /// All regions of the call lie within the memory, for `state.batch` samples.
    pub unsafe fn run(
        &mut self,
        state: StepState,
        segment: &Segment,
        call: &(impl Call + Sync),
    ) -> Option<Error> {
        let is_fit = self.gradients.len() <= ROOM && self.arena.len() <= ROOM * BATCH;
        assert!(state.batch <= BATCH && is_fit, "a call that there is no room for");
        let (mut ports, mut inputs) = (Ports::default(), [Region::NONE; PORTS]);
        for (i, input) in inputs.iter_mut().enumerate() {
            let (numbers, integers) = (&self.inputs[i], &self.integers[i]);
            (ports.inputs[i], ports.integers[i]) = (numbers.as_ptr(), integers.as_ptr());
            let len = numbers.len().max(integers.len()) / state.batch.max(1);
            *input = Region::input(i, len);
        }
        let base = Base::alone(&inputs, &[], &Memory::NONE, false);
        let (parameters, mut kept) =
            (Span::new(self.parameters.as_mut_ptr()), Span::new(self.kept.as_mut_ptr()));
        // A piece's own memory: as full of NaN as what is written.
        let mut scratch = alloc::vec![f32::NAN; ROOM + Any::sums(BATCH)];
        let mut workspace: Workspace<Tiny<Any, BATCH>> = Workspace {
            capacity: BATCH,
            input: Span::EMPTY,
            integers: Span::EMPTY,
            target: Span::EMPTY,
            labels: Span::EMPTY,
            arena: Span::new(self.arena.as_mut_ptr()),
            index: Span::new(self.index.as_mut_ptr()),
            statistic: Span::new(self.statistic.as_mut_ptr()),
            gradients: Span::new(self.gradients.as_mut_ptr()),
            scratch: Span::new(scratch.as_mut_ptr()),
            needs: NEEDS,
            memo: super::piece::Memo::default(),
        };
        workspace.memo.ports = ports;
        workspace.memo.places = Places::of(&workspace, parameters, kept, &base);
        let tensors = [Tensors::Shared(&parameters), Tensors::Exclusive(&mut kept)];
        // SAFETY: all memory is there, as the caller promises.
        let mut pass = unsafe { Pass::new(&Tiny::NEW, &mut workspace, tensors, None, base, state) };
        <Tiny<Any, BATCH> as Execute>::segment(&mut pass, segment, &|piece| call.call(piece));
        pass.fault
    }
}
