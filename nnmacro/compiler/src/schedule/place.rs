//! Gives every value a place: who shares memory with whom, from when to when.

use std::collections::HashMap;

use nnplan::Type;

use super::{Block, InPlace, Place, Schedule, Segment, calls};
use crate::graph::{Graph, Node, Space, ValueId};
use crate::ops::{Geometry, Placement};

/// The last step: after every call. What lives until then is there for the caller.
pub const END: usize = 1 << 20;

/// When a call runs. The loss runs between the forward and the backward calls.
pub(crate) fn time(graph: &Graph, node: usize) -> usize {
    if node < graph.forward { node } else { node + 1 }
}

pub(super) fn place(graph: Graph, segments: Vec<Segment>) -> Schedule {
    let roots = share(&graph);
    let forward = segments.iter().filter(|s| s.nodes[0] < graph.forward).count();
    let mut schedule = Schedule {
        segments,
        forward,
        places: HashMap::new(),
        arena: Vec::new(),
        border: Vec::new(),
        in_place: Vec::new(),
        locals: Vec::new(),
        bytes: Vec::new(),
        statistics: Vec::new(),
        readers: graph.readers(),
        graph,
    };
    schedule.locals = vec![Vec::new(); schedule.segments.len()];
    border(&mut schedule, &roots);
    let lives = lives(&schedule, &roots);
    for (i, root) in roots.iter().copied().enumerate() {
        let id = ValueId(i);
        if let Some(place) = schedule.places.get(&root).copied() {
            schedule.places.insert(id, place);
            continue;
        }
        let Some(place) = new_place(&mut schedule, root, lives.get(&root)) else { continue };
        schedule.places.insert(root, place);
        schedule.places.insert(id, place);
    }
    schedule.border = touched_at_border(&schedule, &lives);
    schedule.in_place = in_place(&schedule, &roots);
    schedule
}

/// What crosses the border and is touched by calls of the network's own, in the order of its values.
fn touched_at_border(schedule: &Schedule, lives: &HashMap<ValueId, Life>) -> Vec<Block> {
    let crosses = |place| {
        matches!(
            place,
            Place::Input(_) | Place::Output(_) | Place::OutputGradient(_) | Place::InputGradient(_)
        )
    };
    let at_border = |(value, life): (&ValueId, &Life)| {
        let block = life.block(*value, (life.first, life.last));
        let is_real = schedule.graph.value(*value).element == Type::Real;
        (life.own.is_some() && is_real && crosses(schedule.place(*value))).then_some(block)
    };
    let mut all: Vec<Block> = lives.iter().filter_map(at_border).collect();
    all.sort_by_key(|b| b.value);
    all
}

/// Whether a call runs a network within this one, once: rustc knows when that touches what.
fn is_within(node: &Node) -> bool {
    node.op.record().placement == Placement::Alone && !matches!(node.geometry, Geometry::Scan(_))
}

/// The calls that may work in place, where they do not yet.
fn in_place(schedule: &Schedule, roots: &[ValueId]) -> Vec<InPlace> {
    let graph = &schedule.graph;
    let pair = |(n, node): (usize, &Node)| {
        let to = roots[node.outputs[0]?.0];
        let inputs = || node.inputs.iter().flatten().map(|x| roots[x.0]);
        let lenders = node.op.record().in_place.iter().filter_map(|k| node.inputs[*k]);
        let from = lenders.map(|x| roots[x.0]).find(|from| {
            let is_alone = inputs().filter(|x| x == from).count() == 1;
            is_alone && *from != to && schedule.may_lend(*from, to, time(graph, n))
        })?;
        Some(InPlace { from, to, step: time(graph, n) })
    };
    graph.nodes.iter().enumerate().filter_map(pair).collect()
}

impl Schedule {
    /// Whether the memory of `from` could be that of `to` from the step after `last` on, as far as it is known here.
    fn may_lend(&self, from: ValueId, to: ValueId, last: usize) -> bool {
        let lends = match self.place(from) {
            Place::Input(_) | Place::OutputGradient(_) => true,
            Place::Arena(Type::Real, i) => self.arena[i].own.is_some_and(|own| own.1 <= last),
            _ => false,
        };
        let takes = match self.place(to) {
            Place::Output(_) | Place::InputGradient(_) => true,
            // Of two values of its own it is known already, unless a network within reads the first.
            Place::Arena(Type::Real, _) => match self.place(from) {
                Place::Arena(Type::Real, i) => {
                    self.arena[i].own != Some((self.arena[i].first, self.arena[i].last))
                }
                _ => true,
            },
            _ => false,
        };
        lends && takes
    }
}

/// Places what crosses the border of the network.
fn border(schedule: &mut Schedule, roots: &[ValueId]) {
    let graph = &schedule.graph;
    let outputs = graph.outputs.iter().map(|v| Some(*v));
    let given = graph.output_gradients.iter().map(|v| Some(*v));
    let taken = graph.input_gradients.iter().copied();
    let all = outputs
        .enumerate()
        .map(|(i, v)| (v, Place::Output(i)))
        .chain(given.enumerate().map(|(i, v)| (v, Place::OutputGradient(i))))
        .chain(taken.enumerate().map(|(i, v)| (v, Place::InputGradient(i))));
    for (value, place) in all {
        if let Some(value) = value {
            let before = schedule.places.insert(roots[value.0], place);
            assert!(before.is_none(), "what crosses the border shares no memory");
        }
    }
}

fn new_place(schedule: &mut Schedule, root: ValueId, life: Option<&Life>) -> Option<Place> {
    let fixed = match schedule.graph.value(root).space {
        Space::Input(i) => Some(Place::Input(i)),
        Space::Parameter(t) => Some(Place::Parameter(t)),
        Space::Buffer(t) => Some(Place::Buffer(t)),
        Space::Gradient(t) => Some(Place::Gradient(t)),
        Space::GradientSum(t) => Some(Place::GradientSum(t)),
        Space::Sample | Space::Statistic => None,
    };
    if fixed.is_some() {
        return fixed;
    }
    let life = life?; // a value that no call touches: a leaf of a rewrite
    let block = |first, last| life.block(root, (first, last));
    let push = |blocks: &mut Vec<Block>, block| {
        blocks.push(block);
        blocks.len() - 1
    };
    let wide = block(life.first, life.last);
    let value = schedule.graph.value(root);
    Some(match (value.space, value.element, life.only_segment) {
        (Space::Statistic, ..) => Place::Statistic(push(&mut schedule.statistics, wide)),
        (_, Type::Real, Some(s)) if schedule.segments[s].split => {
            let narrow = block(life.first_call, life.last_call);
            Place::Local(s, push(&mut schedule.locals[s], narrow))
        }
        (_, Type::Real, _) => Place::Arena(Type::Real, push(&mut schedule.arena, wide)),
        (_, Type::Byte, _) => Place::Arena(Type::Byte, push(&mut schedule.bytes, wide)),
        (_, Type::Integer, _) => unreachable!("no call makes integers"),
    })
}

/// From when to when a block of memory is in use.
struct Life {
    /// Steps, widened to whole segments where pieces run side by side.
    first: usize,
    last: usize,
    /// Steps of the calls themselves.
    first_call: usize,
    last_call: usize,
    /// The one segment that touches it, if there is only one and nobody else reads it.
    only_segment: Option<usize>,
    /// Steps of the calls of the network's own.
    own: Option<(usize, usize)>,
    /// Whether a network within touches it, too.
    is_shared: bool,
}

impl Life {
    fn block(&self, value: ValueId, (first, last): (usize, usize)) -> Block {
        Block { value, first, last, own: self.own, is_shared: self.is_shared }
    }
}

fn lives(schedule: &Schedule, roots: &[ValueId]) -> HashMap<ValueId, Life> {
    let graph = &schedule.graph;
    let mut lives: HashMap<ValueId, Life> = HashMap::new();
    let mut touch = |root: ValueId,
                     call: (usize, usize),
                     wide: (usize, usize),
                     segment: Option<usize>,
                     is_own: bool| {
        let life = lives.entry(root).or_insert(Life {
            first: wide.0,
            last: wide.1,
            first_call: call.0,
            last_call: call.1,
            only_segment: segment,
            own: None,
            is_shared: false,
        });
        life.first = life.first.min(wide.0);
        life.last = life.last.max(wide.1);
        life.first_call = life.first_call.min(call.0);
        life.last_call = life.last_call.max(call.1);
        if life.only_segment != segment {
            life.only_segment = None;
        }
        life.is_shared |= !is_own;
        if is_own {
            let own = life.own.unwrap_or(call);
            life.own = Some((own.0.min(call.0), own.1.max(call.1)));
        }
    };
    for (s, segment) in schedule.segments.iter().enumerate() {
        let ends =
            (time(graph, segment.nodes[0]), time(graph, segment.nodes[segment.nodes.len() - 1]));
        for joined in calls(graph, &schedule.readers, segment) {
            let last = joined.nodes().last().unwrap_or(joined.node);
            // A joined call reads and writes all of its operands side by side.
            let call = (time(graph, joined.node), time(graph, last));
            let wide = if segment.split { ends } else { call };
            for n in joined.nodes() {
                let is_own = !is_within(&graph.nodes[n]);
                for id in graph.operands(&graph.nodes[n]).flatten() {
                    touch(roots[id.0], call, wide, Some(s), is_own);
                }
            }
        }
    }
    // The loss reads the outputs and writes their gradients; a caller reads the outputs afterwards.
    let loss = graph.forward;
    for output in &graph.outputs {
        touch(roots[output.0], (loss, END), (loss, END), None, false);
    }
    for d_output in &graph.output_gradients {
        touch(roots[d_output.0], (loss, loss), (loss, loss), None, false);
    }
    lives
}

/// The value whose memory each value uses: views share, and an operation works in place where
/// nothing reads its input later.
fn share(graph: &Graph) -> Vec<ValueId> {
    let mut sharing = Sharing::new(graph);
    for (i, node) in graph.nodes.iter().enumerate() {
        let Some(y) = node.outputs[0].map(|y| sharing.root(y)) else { continue };
        let inputs: Vec<ValueId> = node.inputs.iter().flatten().map(|x| sharing.root(*x)).collect();
        let mut lenders = node.op.record().in_place.iter().filter_map(|k| node.inputs[*k]);
        let lender = lenders.find_map(|x| {
            let x = sharing.root(x);
            let is_alone = inputs.iter().filter(|other| **other == x).count() == 1;
            (is_alone && sharing.lends(i, x, y)).then_some(x)
        });
        if let Some(x) = lender {
            sharing.merge(x, y);
        }
    }
    (0..graph.values.len()).map(|i| sharing.root(ValueId(i))).collect()
}

/// Who shares memory with whom so far.
struct Sharing<'a> {
    graph: &'a Graph,
    /// The value whose memory a value uses, or one on the way to it.
    towards: Vec<ValueId>,
    /// The last call that reads the memory of a value.
    last_read: Vec<usize>,
    /// What others read or write: outputs afterwards, their gradients as those of other values.
    is_kept: Vec<bool>,
    /// The gradients by the inputs: nowhere where nobody wants them, so that they lend no memory.
    is_taken: Vec<bool>,
}

impl<'a> Sharing<'a> {
    fn new(graph: &'a Graph) -> Self {
        let count = graph.values.len();
        let marked = |values: &mut dyn Iterator<Item = &ValueId>| {
            let mut marks = vec![false; count];
            values.for_each(|v| marks[graph.storage(*v).0] = true);
            marks
        };
        let mut last_read = vec![0; count];
        for (i, node) in graph.nodes.iter().enumerate() {
            node.inputs.iter().flatten().for_each(|x| last_read[graph.storage(*x).0] = i);
        }
        Self {
            graph,
            towards: (0..count).map(|i| graph.storage(ValueId(i))).collect(),
            last_read,
            is_kept: marked(&mut graph.outputs.iter().chain(&graph.output_gradients)),
            is_taken: marked(&mut graph.input_gradients.iter().flatten()),
        }
    }

    fn root(&mut self, value: ValueId) -> ValueId {
        let mut root = value;
        while self.towards[root.0] != root {
            root = self.towards[root.0];
        }
        self.towards[value.0] = root;
        root
    }

    /// Whether the memory of `x`, which call `i` reads, can be that of `y`, which it writes.
    fn lends(&self, i: usize, x: ValueId, y: ValueId) -> bool {
        let samples = |id: ValueId| {
            let value = self.graph.value(id);
            value.space == Space::Sample && value.element == Type::Real
        };
        let is_kept = self.is_kept[x.0] || self.is_taken[x.0] || self.is_taken[y.0];
        samples(x) && samples(y) && self.last_read[x.0] <= i && !is_kept
    }

    fn merge(&mut self, x: ValueId, y: ValueId) {
        self.towards[y.0] = x;
        self.last_read[x.0] = self.last_read[x.0].max(self.last_read[y.0]);
        self.is_kept[x.0] |= self.is_kept[y.0];
    }
}
