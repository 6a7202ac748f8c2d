//! Values that are cheap to compute, computed a second time in the backward pass instead of being kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Node, Readers, Value, ValueId};
use crate::ops::Placement;

/// The backward calls that read a value.
fn late_readers<'a>(graph: &Graph, readers: &'a Readers, value: ValueId) -> &'a [usize] {
    let all = readers.of(value);
    &all[all.partition_point(|n| *n < graph.forward)..]
}

/// Whether a value is there in the backward pass, whoever reads it.
fn is_given(graph: &Graph, value: ValueId) -> bool {
    graph.value(value).space.is_given()
}

/// The values that may be computed a second time, as far as the calls themselves say: the one that each forward call
/// makes, or none.
fn cheap(graph: &Graph) -> Vec<Option<ValueId>> {
    let mut is_viewed = vec![false; graph.values.len()];
    graph.values.iter().filter_map(|v| v.view_of).for_each(|v| is_viewed[v.0] = true);
    let of = |node: &Node| match node.outputs[..] {
        [Some(value)] if node.op.record().recompute && !is_viewed[value.0] => {
            (!graph.is_output(value)).then_some(value)
        }
        _ => None,
    };
    graph.nodes[..graph.forward].iter().map(of).collect()
}

/// Values that are cheap to compute from what is there in the backward pass anyway.
pub(super) fn candidates(graph: &Graph, readers: &Readers) -> Vec<ValueId> {
    // Read by a call that runs no earlier.
    let is_there = |id: ValueId, needed: usize| {
        is_given(graph, id) || late_readers(graph, readers, id).iter().any(|n| *n >= needed)
    };
    let nodes = graph.nodes[..graph.forward].iter().zip(cheap(graph));
    let all = nodes.filter_map(|(node, value)| {
        let value = value?;
        let first = late_readers(graph, readers, value).first()?;
        node.inputs.iter().flatten().all(|i| is_there(*i, *first)).then_some(value)
    });
    all.collect()
}

/// A value under another name, as a new one.
fn copy(graph: &mut Graph, value: ValueId) -> ValueId {
    let name = format!("{}_again", graph.value(value).name);
    let copy = Value { name, ..graph.value(value).clone() };
    graph.values.push(copy);
    ValueId(graph.values.len() - 1)
}

fn replace(node: &mut Node, from: ValueId, to: ValueId) {
    node.inputs.iter_mut().filter(|input| **input == Some(from)).for_each(|i| *i = Some(to));
}

/// The call `node` once more, for a second value.
fn call_again(node: &Node, again: ValueId) -> Node {
    // It goes where its neighbours go: a call that can be cut anyhow joins the segment of its reader.
    debug_assert!(node.op.record().placement != Placement::View);
    Node { outputs: vec![Some(again)], ..node.clone() }
}

/// A value that is computed a second time, before the first backward call that reads it.
pub(super) struct Again {
    value: ValueId,
    /// The number of the second call.
    at: usize,
    /// The calls that read the second value.
    readers: Vec<usize>,
}

impl Again {
    /// Adds the second call of one of the [`candidates`].
    pub(super) fn add(graph: &mut Graph, readers: &Readers, value: ValueId) -> Self {
        let maker = graph.nodes.iter().find(|n| n.outputs.contains(&Some(value)));
        let maker = maker.expect("a call makes it").clone();
        let late = late_readers(graph, readers, value);
        let again = copy(graph, value);
        late.iter().for_each(|n| replace(&mut graph.nodes[*n], value, again));
        let at = late[0];
        graph.nodes.insert(at, call_again(&maker, again));
        Self { value, at, readers: late.iter().map(|n| n + 1).collect() }
    }

    /// The graph as it was: `self` was added last.
    pub(super) fn undo(self, graph: &mut Graph) {
        let again = ValueId(graph.values.len() - 1);
        self.readers.iter().for_each(|n| replace(&mut graph.nodes[*n], again, self.value));
        graph.nodes.remove(self.at);
        graph.values.pop();
    }
}

/// Computes again whatever can be, the first candidate of the graph as it is each time. What [`candidates`] would say is
/// kept up to date call by call.
pub(super) fn all_again(graph: Graph) -> Graph {
    let mut all = All::new(graph);
    while let Some(maker) = all.open.pop_first() {
        all.is_tried[maker] = true;
        all.compute_again(maker);
    }
    all.finish()
}

/// A graph that grows by second calls. Calls keep their numbers, new ones are added to the end of the list; [`Order`] says
/// when they run.
struct All {
    graph: Graph,
    order: Order,
    cheap: Vec<Option<ValueId>>,
    /// The forward call that makes each value.
    maker: Vec<Option<usize>>,
    /// The forward and the backward calls that read each value.
    early: Vec<Vec<usize>>,
    late: Vec<Vec<usize>>,
    /// The forward calls whose values are candidates, and those that were computed again.
    open: BTreeSet<usize>,
    is_tried: Vec<bool>,
}

impl All {
    fn new(graph: Graph) -> Self {
        let readers = graph.readers();
        let (count, forward) = (graph.values.len(), graph.forward);
        let split = |i| {
            let late = late_readers(&graph, &readers, ValueId(i));
            let all = readers.of(ValueId(i));
            (all[..all.len() - late.len()].to_vec(), late.to_vec())
        };
        let (early, late) = (0..count).map(split).unzip();
        let mut maker = vec![None; count];
        for (i, node) in graph.nodes[..forward].iter().enumerate() {
            node.outputs.iter().flatten().for_each(|v| maker[v.0] = Some(i));
        }
        let (order, cheap) = (Order::new(graph.nodes.len()), cheap(&graph));
        let is_tried = vec![false; forward];
        let mut all =
            Self { graph, order, cheap, maker, early, late, open: BTreeSet::new(), is_tried };
        (0..forward).for_each(|node| all.look_at(node));
        all
    }

    /// Whether the value of a forward call is a candidate now.
    fn look_at(&mut self, node: usize) {
        let is_candidate = !self.is_tried[node]
            && self.cheap[node].is_some_and(|value| {
                let at = |n: &usize| self.order.at[*n];
                let Some(first) = self.late[value.0].iter().map(at).min() else { return false };
                self.graph.nodes[node].inputs.iter().flatten().all(|i| {
                    is_given(&self.graph, *i) || self.late[i.0].iter().any(|n| at(n) >= first)
                })
            });
        if is_candidate {
            self.open.insert(node);
        } else {
            self.open.remove(&node);
        }
    }

    fn compute_again(&mut self, maker: usize) {
        let value = self.cheap[maker].expect("a candidate");
        let late = std::mem::take(&mut self.late[value.0]);
        let first = *late.iter().min_by_key(|n| self.order.at[**n]).expect("a candidate is read");
        let again = copy(&mut self.graph, value);
        late.iter().for_each(|n| replace(&mut self.graph.nodes[*n], value, again));
        let call = self.graph.nodes.len();
        self.graph.nodes.push(call_again(&self.graph.nodes[maker], again));
        self.order.insert_before(first);
        self.late.push(late);
        let inputs: BTreeSet<ValueId> =
            self.graph.nodes[call].inputs.iter().flatten().copied().collect();
        inputs.iter().for_each(|x| self.late[x.0].push(call));
        // What this value and what it is made of are inputs of, and what they are made by.
        let touched = inputs.into_iter().chain([value]);
        let makers =
            touched.flat_map(|v| self.maker[v.0].into_iter().chain(self.early[v.0].clone()));
        for node in makers.collect::<Vec<_>>() {
            self.look_at(node);
        }
    }

    fn finish(self) -> Graph {
        let Self { mut graph, order, .. } = self;
        let mut nodes: Vec<Option<Node>> = graph.nodes.into_iter().map(Some).collect();
        let sorted = order.calls.values().map(|n| nodes[*n].take().expect("each call once"));
        graph.nodes = sorted.collect();
        graph
    }
}

/// When calls run: numbers with room between them.
struct Order {
    at: Vec<u128>,
    calls: BTreeMap<u128, usize>,
}

/// The room between two calls at first.
const ROOM: u128 = 1 << 64;

impl Order {
    fn new(calls: usize) -> Self {
        let at: Vec<u128> = (0..calls).map(|i| (i as u128 + 1) * ROOM).collect();
        Self { calls: at.iter().copied().zip(0..).collect(), at }
    }

    /// A new call, right before another one.
    fn insert_before(&mut self, next: usize) {
        let before =
            |order: &Self| order.calls.range(..order.at[next]).next_back().map_or(0, |b| *b.0);
        if self.at[next] - before(self) < 2 {
            // No room is left: all are numbered anew.
            let calls: Vec<usize> = self.calls.values().copied().collect();
            for (i, call) in calls.iter().enumerate() {
                self.at[*call] = (i as u128 + 1) * ROOM;
            }
            self.calls = calls.into_iter().map(|call| (self.at[call], call)).collect();
        }
        let at = before(self).midpoint(self.at[next]);
        self.calls.insert(at, self.at.len());
        self.at.push(at);
    }
}
