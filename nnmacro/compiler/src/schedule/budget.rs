//! A budget of memory: what a training step takes, and cheap values that are computed again in the backward pass
//! instead of being kept.

use std::collections::{HashMap, HashSet};

use nnplan::{Live, Type, UNKNOWN, align};

use super::again::{Again, all_again, candidates};
use super::{Block, Schedule, plan, schedule};
use crate::graph::{Graph, Node, Readers, ValueId, verify};
use crate::network::Network;
use crate::ops::Geometry;

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

/// The calls that make the positions of max pools.
type Makers = HashMap<ValueId, usize>;

fn makers(graph: &Graph) -> Makers {
    let of = |(i, node): (usize, &Node)| {
        node.outputs.iter().flatten().map(|v| (*v, i)).collect::<Vec<_>>()
    };
    let all = graph.nodes.iter().enumerate().flat_map(of);
    all.filter(|(v, _)| graph.value(*v).element == Type::Byte).collect()
}

/// Elements of a value (bytes, of positions); `None` when only rustc knows.
fn len(graph: &Graph, makers: &Makers, id: ValueId) -> Option<usize> {
    let value = graph.value(id);
    let len = match value.element {
        Type::Byte => {
            let Geometry::Pool2d(g) = graph.nodes[*makers.get(&id)?].geometry else { return None };
            g.index_len()
        }
        _ => value.shape.len(),
    };
    (len != UNKNOWN).then_some(len)
}

pub(super) fn lives(schedule: &Schedule, blocks: &[Block]) -> Option<Vec<Live>> {
    live_blocks(&schedule.graph, &makers(&schedule.graph), blocks)
}

fn live_blocks(graph: &Graph, makers: &Makers, blocks: &[Block]) -> Option<Vec<Live>> {
    let live = |b: &Block| Some(Live::new(len(graph, makers, b.value)?, b.first, b.last));
    blocks.iter().map(live).collect()
}

pub(super) fn planned(lives: &[Live]) -> usize {
    plan(lives).1
}

/// Whether all sizes are known here. Those of networks as layers are known to rustc only.
pub fn is_counted(network: &Network) -> bool {
    network.is_known() && network.layers.iter().all(|l| l.network.is_none())
}

/// What a plan of training takes.
struct Counted {
    usage: Usage,
    arena: Vec<Live>,
}

fn counted(network: &Network, schedule: &Schedule, batch: usize) -> Option<Counted> {
    if !is_counted(network) {
        return None;
    }
    let makers = makers(&schedule.graph);
    let lives = |blocks: &[Block]| live_blocks(&schedule.graph, &makers, blocks);
    let tensors = |kept: bool| {
        let of = network.tensors.iter().filter(|t| t.is_kept() == kept);
        of.map(|t| align(t.tensor.shape.len())).sum::<usize>()
    };
    let arena = lives(&schedule.arena)?;
    let local = planned(&lives(&schedule.locals.concat())?);
    let statistic = planned(&lives(&schedule.statistics)?);
    let index = planned(&lives(&schedule.bytes)?);
    let inputs: usize = network.inputs.iter().map(|i| i.shape.len()).sum();
    let outputs: usize =
        network.outputs().iter().map(|o| 2 * align(network.shape(o.value).len())).sum();
    let fixed = 4 * (2 * tensors(false) + tensors(true) + local + statistic);
    let sample = 4 * (planned(&arena) + inputs + outputs) + index;
    Some(Counted { usage: Usage { bytes: fixed + batch * sample, largest: None, fixed }, arena })
}

fn bytes(network: &Network, schedule: &Schedule, batch: usize) -> Option<usize> {
    counted(network, schedule, batch).map(|c| c.usage.bytes)
}

/// The bytes of `f32` training with up to `batch` samples, as the emitted `training_bytes` counts them; `None` when a
/// size is known to rustc only.
pub fn usage(network: &Network, schedule: &Schedule, batch: usize) -> Option<Usage> {
    let Counted { usage, arena } = counted(network, schedule, batch)?;
    // Where most is alive, what takes the most.
    let alive = alive(&arena);
    let step = arena.iter().map(|l| l.first).max_by_key(|step| alive(*step));
    let largest = step.and_then(|step| {
        let at = arena.iter().enumerate().filter(|(_, l)| l.first <= step && step <= l.last);
        let (i, live) = at.max_by_key(|(_, l)| l.size)?;
        Some((schedule.arena[i].value, 4 * live.size * batch))
    });
    Some(Usage { largest, ..usage })
}

/// Elements that are alive at a step.
fn alive(lives: &[Live]) -> impl Fn(usize) -> usize {
    // The elements that begin, or end, up to each step at which some do.
    let sums = |step: fn(&Live) -> usize| {
        let mut at: Vec<(usize, usize)> = lives.iter().map(|l| (step(l), align(l.size))).collect();
        at.sort_unstable();
        let mut sum = 0;
        at.iter_mut().for_each(|(_, size)| {
            sum += *size;
            *size = sum;
        });
        at
    };
    let (begun, ended) = (sums(|l| l.first), sums(|l| l.last));
    let until = |sums: &[(usize, usize)], step: usize| {
        sums.partition_point(|(at, _)| *at < step).checked_sub(1).map_or(0, |i| sums[i].1)
    };
    move |step| until(&begun, step + 1) - until(&ended, step)
}

/// Computes values again until a step of `batch` samples takes no more than `limit` bytes, or nothing more helps.
/// Gives the schedule, and the names of what is computed again.
///
/// Each candidate costs a schedule and a plan: what a value saves shows only in the plan of all.
pub fn within(
    network: &Network,
    graph: Graph,
    batch: usize,
    limit: usize,
) -> (Schedule, Vec<String>) {
    let mut again = Vec::new();
    let mut best = schedule(graph);
    let Some(mut taken) = bytes(network, &best, batch) else { return (best, again) };
    let mut tried: HashSet<String> = HashSet::new();
    let mut all = largest_first(&best.graph, &best.readers);
    let mut graph = None; // of the best schedule, once another one was made
    while taken > limit {
        let now = graph.as_ref().unwrap_or(&best.graph);
        let is_new = |v: &ValueId| !tried.contains(&now.value(*v).name);
        let Some(value) = all.by_ref().find(is_new) else { break };
        let name = now.value(value).name.clone();
        tried.insert(name.clone());
        let mut next = graph.take().unwrap_or_else(|| std::mem::take(&mut best.graph));
        let added = Again::add(&mut next, &best.readers, value);
        let next = schedule(next);
        let bytes = bytes(network, &next, batch).unwrap_or(usize::MAX);
        if bytes < taken {
            all = largest_first(&next.graph, &next.readers);
            (best, taken) = (next, bytes);
            again.push(name);
        } else {
            let mut back = next.graph;
            added.undo(&mut back);
            graph = Some(back);
        }
    }
    if let Some(graph) = graph {
        best.graph = graph;
    }
    verify(&best.graph, "recompute");
    (best, again)
}

/// The candidates, in the order in which they are tried.
fn largest_first(graph: &Graph, readers: &Readers) -> std::vec::IntoIter<ValueId> {
    let makers = makers(graph);
    let mut all = candidates(graph, readers);
    all.sort_by_cached_key(|v| std::cmp::Reverse(len(graph, &makers, *v)));
    all.into_iter()
}

/// All that is cheap is computed again: for networks whose memory only rustc can count, which chooses then.
pub fn leanest(graph: Graph) -> Schedule {
    let graph = all_again(graph);
    verify(&graph, "recompute");
    schedule(graph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Front, front, training_graph};

    /// The definition of [`leanest`]: all that is known is found anew each time.
    fn one_by_one(mut graph: Graph) -> Graph {
        let mut tried: Vec<String> = Vec::new();
        loop {
            let readers = graph.readers();
            let mut all = candidates(&graph, &readers).into_iter();
            let Some(value) = all.find(|v| !tried.contains(&graph.value(*v).name)) else { break };
            tried.push(graph.value(value).name.clone());
            Again::add(&mut graph, &readers, value);
        }
        graph
    }

    fn text(graph: &Graph) -> String {
        let values = graph.values.iter().map(|v| v.name.as_str());
        let calls = graph
            .nodes
            .iter()
            .map(|n| format!("{} {:?} {:?}", n.op.record().name, n.inputs, n.outputs));
        values.map(str::to_owned).chain(calls).collect::<Vec<_>>().join("\n")
    }

    /// Activations, sums and norms between layers, some of which several calls read.
    const NETWORKS: [&str; 3] = [
        "a: Silu; b: Gelu; c: Tanh; fc: Linear(8); d: HardSwish; e: Silu; f: LeakyRelu; n: LayerNorm; g: Gelu; h: Linear(8);",
        "l: Linear(8); m: Linear(8); fn forward(x) { let a = silu(x); let b = gelu(a) + a; let c = l(b); let d = b * c + a;
            let e = silu(d - b); let f = gelu(e) * silu(c); m(f + e) * 2.0 + relu(d) }",
        "fn forward(x) { let a = silu(x * 2.0); let b = gelu(a + 1.0); let c = silu(b) * a; let d = tanh(c) * b; d * c + a }",
    ];

    #[test]
    fn all_that_is_cheap_is_computed_again_as_one_by_one() {
        for network in NETWORKS {
            let text_of = format!("struct Net; input: [8]; {network}");
            let Front::Good(c) = front(text_of.parse().expect("tokens")) else {
                panic!("{network}")
            };
            let graph = || training_graph(&c.network, true);
            let (plain, found, expected) = (graph(), all_again(graph()), one_by_one(graph()));
            assert!(found.nodes.len() > plain.nodes.len(), "{network}");
            assert_eq!(text(&found), text(&expected), "{network}");
        }
    }

    /// The definition of [`within`]: each try is a graph of its own.
    fn try_by_try(network: &Network, mut best: Graph, limit: usize) -> (Graph, Vec<String>) {
        let count =
            |graph: &Graph| usage(network, &schedule(graph.clone()), 3).expect("known").bytes;
        let (mut again, mut tried, mut taken) = (Vec::new(), Vec::new(), count(&best));
        while taken > limit {
            let mut all = candidates(&best, &best.readers());
            all.retain(|v| !tried.contains(&best.value(*v).name));
            all.sort_by_key(|v| std::cmp::Reverse(best.value(*v).shape.len()));
            let Some(value) = all.first().copied() else { break };
            let (mut next, name) = (best.clone(), best.value(value).name.clone());
            Again::add(&mut next, &best.readers(), value);
            tried.push(name.clone());
            if count(&next) < taken {
                (taken, best) = (count(&next), next);
                again.push(name);
            }
        }
        (best, again)
    }

    #[test]
    fn budgets_are_met_as_try_by_try() {
        for network in NETWORKS {
            let text_of = format!("struct Net; input: [8]; {network}");
            let Front::Good(c) = front(text_of.parse().expect("tokens")) else {
                panic!("{network}")
            };
            let graph = || training_graph(&c.network, true);
            let full = bytes(&c.network, &schedule(graph()), 3).expect("known");
            for limit in [0, full / 2, full * 8 / 10, full - 1, full] {
                let (found, names) = within(&c.network, graph(), 3, limit);
                let (expected, expected_names) = try_by_try(&c.network, graph(), limit);
                assert_eq!(names, expected_names, "{network} in {limit} of {full}");
                assert_eq!(text(&found.graph), text(&expected), "{network}");
            }
        }
    }

    #[test]
    fn what_is_undone_leaves_nothing() {
        for network in NETWORKS {
            let text_of = format!("struct Net; input: [8]; {network}");
            let Front::Good(c) = front(text_of.parse().expect("tokens")) else {
                panic!("{network}")
            };
            let mut graph = training_graph(&c.network, true);
            let (before, readers) = (text(&graph), graph.readers());
            for value in candidates(&graph, &readers) {
                let added = Again::add(&mut graph, &readers, value);
                assert_ne!(text(&graph), before);
                added.undo(&mut graph);
                assert_eq!(text(&graph), before);
            }
        }
    }
}
