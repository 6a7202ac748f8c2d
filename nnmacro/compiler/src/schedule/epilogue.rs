//! Joins a convolution or linear layer with the norm, pool and activation directly after it into one call
//! with an epilogue. What is computed stays the same: a device that has no fused kernel composes the plain calls.

use super::Segment;
use crate::graph::{Graph, Readers};
use crate::ops::OpId;

/// A call, and what follows it within the same call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The number of the node.
    pub node: usize,
    /// The batch norm by running statistics after it.
    pub norm: Option<usize>,
    /// The max pool after that.
    pub pool: Option<usize>,
    /// The activation after that.
    pub activation: Option<usize>,
}

/// The calls of a segment, joined where that is possible.
pub fn calls(graph: &Graph, readers: &Readers, segment: &Segment) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut nodes = segment.nodes.iter().copied().peekable();
    while let Some(node) = nodes.next() {
        let mut call = Call { node, norm: None, pool: None, activation: None };
        let mut last = node;
        let follows = |last: usize, next: usize, id: OpId| {
            let (from, to) = (&graph.nodes[last], &graph.nodes[next]);
            // A fused kernel need not write what lies between: nothing else may want it forward, and what is before a
            // norm or a pool nothing else at all.
            let alone = || {
                let between = from.output(0);
                let is_free =
                    |r: usize| r == next || (id == OpId::Activation && r >= graph.forward);
                readers.of(between).iter().copied().all(is_free) && !graph.is_output(between)
            };
            to.op.id == id && to.input(0) == from.output(0) && alone()
        };
        for id in graph.nodes[node].op.record().joins {
            let Some(next) = nodes.next_if(|n| follows(last, *n, *id)) else { continue };
            match id {
                OpId::BatchNormInference => call.norm = Some(next),
                OpId::MaxPool2d => call.pool = Some(next),
                OpId::Activation => call.activation = Some(next),
                other => unreachable!("{other:?} has no place in an epilogue"),
            }
            last = next;
        }
        calls.push(call);
    }
    calls
}

impl Call {
    /// The nodes, in their order.
    pub fn nodes(&self) -> impl Iterator<Item = usize> + use<> {
        [Some(self.node), self.norm, self.pool, self.activation].into_iter().flatten()
    }
}
