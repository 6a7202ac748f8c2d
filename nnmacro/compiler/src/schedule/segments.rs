//! Cuts the calls into segments.

use super::Segment;
use crate::graph::Graph;
use crate::ops::Placement;

/// Segments of `graph`, none across the border between forward and backward.
pub(super) fn cut(graph: &Graph) -> Vec<Segment> {
    let is_alone = |i: usize| graph.nodes[i].op.record().placement == Placement::Alone;
    let mut segments: Vec<Segment> = Vec::new();
    for (i, node) in graph.nodes.iter().enumerate() {
        let split = match node.op.record().placement {
            Placement::Split => Some(true),
            Placement::Whole => Some(false),
            Placement::Either | Placement::View => None,
            Placement::Alone => Some(false),
        };
        let border = i == 0 || i == graph.forward;
        match segments.last_mut() {
            Some(last)
                if !border
                    && !is_alone(i)
                    && !is_alone(last.nodes[0])
                    && split.is_none_or(|s| s == last.split) =>
            {
                last.nodes.push(i)
            }
            _ => segments.push(Segment { split: split.unwrap_or(true), nodes: vec![i] }),
        }
    }
    segments
}
