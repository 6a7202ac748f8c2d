//! Rewrites of the forward graph that leave its meaning, to the last bit.

use nnplan::Activation;

use crate::graph::{Graph, Value};
use crate::ops::{Geometry, OpId};

/// Moves a ReLU after the max pool that follows it.
///
/// `max(relu(x)) = relu(max(x))` exactly, NaN included, and so are the gradients: where the
/// maximum is positive both choose the same element, and elsewhere both give 0. The ReLU then works
/// on a quarter of the elements (for a 2×2 window), the values before the pool need not be kept for
/// the backward pass, and the ReLU can overwrite the pool's output.
pub fn fuse(mut graph: Graph) -> Graph {
    let readers = graph.readers(); // the rewrite leaves them as they are
    for i in 0..graph.nodes.len().saturating_sub(1) {
        let (relu, pool) = (&graph.nodes[i], &graph.nodes[i + 1]);
        let is_relu = matches!(relu.geometry, Geometry::Activation(Activation::Relu, _));
        if !is_relu || pool.op.id != OpId::MaxPool2d {
            continue;
        }
        let (x, between, y) = (relu.input(0), relu.output(0), pool.output(0));
        let only_reader = readers.of(between) == [i + 1] && !graph.is_output(between);
        if pool.input(0) != between || !only_reader {
            continue;
        }
        // x → relu → between → pool → y   becomes   x → pool → between → relu → y
        let Value { shape, len, like, .. } = graph.value(y).clone();
        let name = format!("{}_max", graph.value(y).name.trim_end_matches("_out"));
        let value = &mut graph.values[between.0];
        (value.shape, value.len, value.like, value.name) = (shape, len, like, name);
        graph.nodes.swap(i, i + 1);
        graph.nodes[i].inputs[0] = Some(x);
        graph.nodes[i].outputs[0] = Some(between);
        graph.nodes[i + 1].inputs[0] = Some(between);
        graph.nodes[i + 1].outputs[0] = Some(y);
        graph.nodes[i + 1].geometry = Geometry::Activation(Activation::Relu, shape);
    }
    graph
}
