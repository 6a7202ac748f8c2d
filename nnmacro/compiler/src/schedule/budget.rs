//! A budget of memory: what a training step takes, and cheap values that are computed again in the backward pass
//! instead of being kept.

use nnplan::{Live, UNKNOWN, align};

use super::{Block, Schedule, plan, schedule};
use crate::graph::{Graph, Node, Readers, Space, Value, ValueId, verify};
use crate::network::Network;
use crate::ops::{Geometry, Placement};

/// What a training step takes.
#[derive(Clone, Debug)]
pub struct Usage {
    /// Bytes, without the optimizer's numbers.
    pub bytes: usize,
    /// The value that takes the most where the arena is fullest, and its bytes.
    pub largest: Option<(ValueId, usize)>,
    /// Bytes that do not depend on the batch.
    pub fixed: usize,
}

/// Elements of a value (bytes, of positions); `None` when only rustc knows.
fn len(graph: &Graph, id: ValueId) -> Option<usize> {
    let value = graph.value(id);
    let len = match value.space {
        Space::Index => {
            let pool = graph.nodes.iter().find(|n| n.outputs.contains(&Some(id)))?;
            let Geometry::Pool2d(g) = pool.geometry else { return None };
            g.index_len()
        }
        _ => value.shape.len(),
    };
    (len != UNKNOWN).then_some(len)
}

pub(super) fn lives(schedule: &Schedule, blocks: &[Block]) -> Option<Vec<Live>> {
    let live = |b: &Block| Some(Live::new(len(&schedule.graph, b.value)?, b.first, b.last));
    blocks.iter().map(live).collect()
}

pub(super) fn planned(lives: &[Live]) -> usize {
    plan(lives).1
}

/// Whether all sizes are known here. Those of networks as layers are known to rustc only.
pub fn is_counted(network: &Network) -> bool {
    network.is_known() && network.layers.iter().all(|l| l.network.is_none())
}

/// The bytes of `f32` training with up to `batch` samples, as the emitted `training_bytes` counts them; `None` when a
/// size is known to rustc only.
pub fn usage(network: &Network, schedule: &Schedule, batch: usize) -> Option<Usage> {
    if !is_counted(network) {
        return None;
    }
    let tensors = |kept: bool| {
        let of = network.tensors.iter().filter(|t| t.is_kept() == kept);
        of.map(|t| align(t.tensor.shape.len())).sum::<usize>()
    };
    let arena = lives(schedule, &schedule.arena)?;
    let local = planned(&lives(schedule, &schedule.locals.concat())?);
    let statistic = planned(&lives(schedule, &schedule.statistics)?);
    let index = planned(&lives(schedule, &schedule.indices)?);
    let inputs: usize = network.inputs.iter().map(|i| i.shape.len()).sum();
    let outputs: usize =
        network.outputs().iter().map(|o| 2 * align(network.shape(o.value).len())).sum();
    let fixed = 4 * (2 * tensors(false) + tensors(true) + local + statistic);
    let sample = 4 * (planned(&arena) + inputs + outputs) + index;
    // Where most is alive, what takes the most.
    let alive = |step: usize| {
        let at = move |l: &&Live| l.first <= step && step <= l.last;
        arena.iter().filter(at).map(|l| align(l.size)).sum::<usize>()
    };
    let step = arena.iter().map(|l| l.first).max_by_key(|step| alive(*step));
    let largest = step.and_then(|step| {
        let at = arena.iter().enumerate().filter(|(_, l)| l.first <= step && step <= l.last);
        let (i, live) = at.max_by_key(|(_, l)| l.size)?;
        Some((schedule.arena[i].value, 4 * live.size * batch))
    });
    Some(Usage { bytes: fixed + batch * sample, largest, fixed })
}

/// Computes values again until a step of `batch` samples takes no more than `limit` bytes, or nothing more helps.
/// Gives the schedule, and the names of what is computed again.
pub fn within(
    network: &Network,
    graph: Graph,
    batch: usize,
    limit: usize,
) -> (Schedule, Vec<String>) {
    let mut best = schedule(graph);
    let mut again = Vec::new();
    let Some(mut taken) = usage(network, &best, batch).map(|u| u.bytes) else {
        return (best, again);
    };
    let mut tried: Vec<String> = Vec::new();
    while taken > limit {
        let mut candidates: Vec<ValueId> = candidates(&best.graph);
        candidates.retain(|v| !tried.contains(&best.graph.value(*v).name));
        candidates.sort_by_key(|v| std::cmp::Reverse(len(&best.graph, *v)));
        let Some(value) = candidates.first().copied() else { break };
        let name = best.graph.value(value).name.clone();
        tried.push(name.clone());
        let graph = recomputed(&best.graph, value);
        verify(&graph, "recompute");
        let next = schedule(graph);
        let bytes = usage(network, &next, batch).map_or(usize::MAX, |u| u.bytes);
        if bytes < taken {
            (best, taken) = (next, bytes);
            again.push(name);
        }
    }
    (best, again)
}

/// All that is cheap is computed again: for networks whose memory only rustc can count, which chooses then.
pub fn leanest(mut graph: Graph) -> Schedule {
    let mut tried: Vec<String> = Vec::new();
    loop {
        let mut all = candidates(&graph).into_iter();
        let Some(value) = all.find(|v| !tried.contains(&graph.value(*v).name)) else { break };
        tried.push(graph.value(value).name.clone());
        graph = recomputed(&graph, value);
        verify(&graph, "recompute");
    }
    schedule(graph)
}

/// The backward calls that read a value.
fn late_readers<'a>(graph: &Graph, readers: &'a Readers, value: ValueId) -> &'a [usize] {
    let all = readers.of(value);
    &all[all.partition_point(|n| *n < graph.forward)..]
}

/// Values that are cheap to compute from what is there in the backward pass anyway.
fn candidates(graph: &Graph) -> Vec<ValueId> {
    let readers = graph.readers();
    let late_readers = |id: ValueId| late_readers(graph, &readers, id);
    let mut is_viewed = vec![false; graph.values.len()];
    graph.values.iter().filter_map(|v| v.view_of).for_each(|v| is_viewed[v.0] = true);
    let is_there = |id: ValueId, needed: usize| match graph.value(id).space {
        Space::Input(_) | Space::Integer(_) | Space::Parameter(_) | Space::Buffer(_) => true,
        // Read by a call that runs no earlier.
        _ => late_readers(id).iter().any(|n| *n >= needed),
    };
    let mut all = Vec::new();
    for node in &graph.nodes[..graph.forward] {
        let [Some(value)] = node.outputs[..] else { continue };
        let readers = late_readers(value);
        let Some(first) = readers.first() else { continue };
        let can = node.op.record().recompute && !is_viewed[value.0] && !graph.is_output(value);
        if can && node.inputs.iter().flatten().all(|i| is_there(*i, *first)) {
            all.push(value);
        }
    }
    all
}

/// The graph with `value` computed a second time ahead of the first backward call that reads it.
fn recomputed(graph: &Graph, value: ValueId) -> Graph {
    let mut graph = graph.clone();
    let maker = graph.nodes.iter().position(|n| n.outputs.contains(&Some(value)));
    let maker = graph.nodes[maker.expect("a call makes it")].clone();
    let all = graph.readers();
    let readers = late_readers(&graph, &all, value);
    let name = format!("{}_again", graph.value(value).name);
    let copy = Value { name, ..graph.value(value).clone() };
    graph.values.push(copy);
    let again = ValueId(graph.values.len() - 1);
    for n in readers {
        for input in &mut graph.nodes[*n].inputs {
            if *input == Some(value) {
                *input = Some(again);
            }
        }
    }
    // It goes where its neighbours go: a call that can be cut anyhow joins the segment of its reader.
    debug_assert!(maker.op.record().placement != Placement::View);
    graph.nodes.insert(readers[0], Node { outputs: vec![Some(again)], ..maker });
    graph
}
