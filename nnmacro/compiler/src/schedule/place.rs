//! Gives every value a place: who shares memory with whom, from when to when.

use std::collections::HashMap;

use super::{Block, Place, Schedule, Segment, calls};
use crate::graph::{Graph, Space, ValueId};

/// The last step: behind every call. What lives until then is there for the caller.
pub const END: usize = 1 << 20;

/// When a call runs. The loss runs between the forward and the backward calls.
pub(super) fn time(graph: &Graph, node: usize) -> usize {
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
        locals: Vec::new(),
        indices: Vec::new(),
        statistics: Vec::new(),
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
    schedule
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
        Space::Integer(i) => Some(Place::Integer(i)),
        Space::Parameter(t) => Some(Place::Parameter(t)),
        Space::Buffer(t) => Some(Place::Buffer(t)),
        Space::Gradient(t) => Some(Place::Gradient(t)),
        Space::GradientSum(t) => Some(Place::GradientSum(t)),
        Space::Sample | Space::Index | Space::Statistic => None,
    };
    if fixed.is_some() {
        return fixed;
    }
    let life = life?; // a value that no call touches: a leaf of a rewrite
    let block = |first, last| Block { value: root, first, last };
    let push = |blocks: &mut Vec<Block>, block| {
        blocks.push(block);
        blocks.len() - 1
    };
    Some(match schedule.graph.value(root).space {
        Space::Index => Place::Index(push(&mut schedule.indices, block(life.first, life.last))),
        Space::Statistic => {
            Place::Statistic(push(&mut schedule.statistics, block(life.first, life.last)))
        }
        _ => match life.only_segment {
            Some(s) if schedule.segments[s].split => {
                let b = block(life.first_call, life.last_call);
                Place::Local(s, push(&mut schedule.locals[s], b))
            }
            _ => Place::Arena(push(&mut schedule.arena, block(life.first, life.last))),
        },
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
}

fn lives(schedule: &Schedule, roots: &[ValueId]) -> HashMap<ValueId, Life> {
    let graph = &schedule.graph;
    let mut lives: HashMap<ValueId, Life> = HashMap::new();
    let mut touch =
        |root: ValueId, call: (usize, usize), wide: (usize, usize), segment: Option<usize>| {
            let life = lives.entry(root).or_insert(Life {
                first: wide.0,
                last: wide.1,
                first_call: call.0,
                last_call: call.1,
                only_segment: segment,
            });
            life.first = life.first.min(wide.0);
            life.last = life.last.max(wide.1);
            life.first_call = life.first_call.min(call.0);
            life.last_call = life.last_call.max(call.1);
            if life.only_segment != segment {
                life.only_segment = None;
            }
        };
    for (s, segment) in schedule.segments.iter().enumerate() {
        let ends =
            (time(graph, segment.nodes[0]), time(graph, segment.nodes[segment.nodes.len() - 1]));
        for joined in calls(graph, segment) {
            let nodes = [Some(joined.node), joined.pool, joined.activation];
            let last = nodes.into_iter().flatten().last().unwrap_or(joined.node);
            // A joined call reads and writes all of its operands side by side.
            let call = (time(graph, joined.node), time(graph, last));
            let wide = if segment.split { ends } else { call };
            for n in nodes.into_iter().flatten() {
                for id in graph.operands(&graph.nodes[n]).flatten() {
                    touch(roots[id.0], call, wide, Some(s));
                }
            }
        }
    }
    // The loss reads the outputs and writes their gradients; a caller reads the outputs afterwards.
    let loss = graph.forward;
    for output in &graph.outputs {
        touch(roots[output.0], (loss, END), (loss, END), None);
    }
    for d_output in &graph.output_gradients {
        touch(roots[d_output.0], (loss, loss), (loss, loss), None);
    }
    lives
}

/// The value whose memory each value uses: views share, and an operation works in place where
/// nothing reads its input later.
fn share(graph: &Graph) -> Vec<ValueId> {
    let mut roots: Vec<ValueId> =
        (0..graph.values.len()).map(|i| graph.storage(ValueId(i))).collect();
    for (i, node) in graph.nodes.iter().enumerate() {
        let Some(x) = node.op.in_place.map(|k| node.input(k)) else { continue };
        let (x_root, y_root) = (roots[x.0], roots[node.output(0).0]);
        let samples = |id: ValueId| graph.value(id).space == Space::Sample;
        let read_later = graph.nodes[i + 1..]
            .iter()
            .any(|n| n.inputs.iter().flatten().any(|v| roots[v.0] == x_root));
        let read_beside = node.inputs.iter().flatten().filter(|v| roots[v.0] == x_root).count() > 1;
        // What crosses the border is read by others: outputs afterwards, their gradients as those of other values.
        let mut border = graph.outputs.iter().chain(&graph.output_gradients);
        // The gradients by the inputs are nowhere where nobody wants them: they lend no memory.
        let mut taken = graph.input_gradients.iter().flatten();
        let kept = border.any(|v| roots[v.0] == x_root)
            || taken.any(|v| roots[v.0] == x_root || roots[v.0] == y_root);
        if samples(x_root) && samples(y_root) && !read_later && !read_beside && !kept {
            for root in &mut roots {
                if *root == y_root {
                    *root = x_root;
                }
            }
        }
    }
    roots
}
