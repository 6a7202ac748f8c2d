//! Graph → schedule: which calls run together over a piece of the batch, and where values lie.

mod again;
mod budget;
mod epilogue;
mod fuse;
mod place;
mod segments;
mod working;

use std::collections::{HashMap, HashSet};

pub use budget::{Usage, is_counted, leanest, usage, within};
pub use epilogue::{Call, calls};
pub use fuse::fuse;
use nnplan::Type;

pub use place::END;
pub(crate) use place::time;
pub use working::{Working, flash, working};

use crate::graph::{Graph, Readers, Space, ValueId};
use crate::network::Network;

/// Calls that run together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Whether a piece of the batch runs through alone; otherwise the whole batch, call by call.
    pub split: bool,
    /// The numbers of the calls.
    pub nodes: Vec<usize>,
}

/// The memory a value lies in, and its number there.
///
/// More roles than a graph has ([`Space`]), since here begins what crosses the border, and who shares memory with whom; and
/// others than a device has (`device::Space`), which needs no numbers but offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An input of the network.
    Input(usize),
    /// A trained tensor.
    Parameter(usize),
    /// A tensor that is kept.
    Buffer(usize),
    /// An output of the network: who runs it says where that lies.
    Output(usize),
    /// The gradient by an output: given.
    OutputGradient(usize),
    /// The gradient by an input: who runs it says where that lies.
    InputGradient(usize),
    /// The gradient of a tensor.
    Gradient(usize),
    /// The same, added to.
    GradientSum(usize),
    /// The arena: room for the whole batch. Values of each type have a plan of their own, and so numbers of their own.
    Arena(Type, usize),
    /// Memory of one piece, which lives within one segment: of real numbers.
    Local(usize, usize),
    /// Numbers of the whole batch.
    Statistic(usize),
}

/// A block of a memory plan.
#[derive(Clone, Debug)]
pub struct Block {
    /// A value that lies in it; it also gives the length.
    pub value: ValueId,
    /// The first step at which it holds something.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// The first and the last call of the network's own that touch it. When networks within do, rustc knows.
    pub own: Option<(usize, usize)>,
    /// Whether they do.
    pub is_shared: bool,
}

/// A call may write `to` into the memory of `from`, if that is known to be free by rustc, which knows the networks within
/// and around this one.
#[derive(Clone, Copy, Debug)]
pub struct InPlace {
    /// What is read.
    pub from: ValueId,
    /// What is written.
    pub to: ValueId,
    /// The step of the call.
    pub step: usize,
}

/// The schedule of a graph.
#[derive(Debug)]
pub struct Schedule {
    /// The graph.
    pub graph: Graph,
    /// The calls that read each of its values.
    pub readers: Readers,
    /// The segments, forward ones first.
    pub segments: Vec<Segment>,
    /// How many of them are forward.
    pub forward: usize,
    /// Where each value lies.
    pub places: HashMap<ValueId, Place>,
    /// The arena's blocks of real numbers.
    pub arena: Vec<Block>,
    /// What crosses the border, as far as calls of the network's own touch it.
    pub border: Vec<Block>,
    /// Pairs of values that do not share memory, but may.
    pub in_place: Vec<InPlace>,
    /// The blocks of each segment's own memory.
    pub locals: Vec<Vec<Block>>,
    /// The arena's blocks of bytes.
    pub bytes: Vec<Block>,
    /// Blocks of whole-batch numbers.
    pub statistics: Vec<Block>,
}

/// The offsets of values in memory, as the emitted program computes them, and the length of that memory.
pub fn plan(lives: &[nnplan::Live]) -> (Vec<usize>, usize) {
    let room = || vec![0; lives.len()];
    let (mut offsets, [mut a, mut b, mut c, mut d]) = (room(), [room(), room(), room(), room()]);
    let len = nnplan::plan_into(lives, &mut offsets, [&mut a, &mut b, &mut c, &mut d]);
    (offsets, len)
}

/// Schedules a graph.
pub fn schedule(graph: Graph) -> Schedule {
    let segments = segments::cut(&graph);
    place::place(graph, segments)
}

impl Schedule {
    /// Where a value lies.
    pub fn place(&self, id: ValueId) -> Place {
        self.places[&id]
    }

    /// The name of the layer that makes a value; the value's own where none does.
    pub fn layer<'a>(&'a self, network: &'a Network, id: ValueId) -> &'a str {
        let maker = self.graph.nodes.iter().find(|n| n.outputs.contains(&Some(id)));
        maker.map_or(&self.graph.value(id).name, |n| &network.steps[n.step].name)
    }

    /// The blocks that lie sample by sample, in the order of their places: the arena's, then those of segments.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.arena.iter().chain(self.locals.iter().flatten())
    }

    /// The step at which a call runs, as [`Block`]s count: the loss has one too, between forward and
    /// backward.
    pub fn step(&self, node: usize) -> usize {
        time(&self.graph, node)
    }

    /// The values that a segment touches and that lie sample by sample, each place once.
    pub fn sample_values(&self, segment: &Segment) -> Vec<ValueId> {
        self.touched(segment, Space::is_by_sample)
    }

    /// The gradients of tensors that a segment writes.
    pub fn gradients(&self, segment: &Segment) -> Vec<ValueId> {
        self.touched(segment, |space| matches!(space, Space::Gradient(_) | Space::GradientSum(_)))
    }

    fn touched(&self, segment: &Segment, want: impl Fn(Space) -> bool) -> Vec<ValueId> {
        let nodes = segment.nodes.iter().map(|n| &self.graph.nodes[*n]);
        let mut seen = HashSet::new();
        nodes
            .flat_map(|node| self.graph.operands(node))
            .flatten()
            .filter(|id| want(self.graph.value(*id).space) && seen.insert(self.place(*id)))
            .collect()
    }
}
