//! Runs a graph in f64, a call at a time: the oracle of the tests.
//!
//! Each call runs its portable kernel on ordinary slices, every value in memory of its own: nothing of schedules, plans of
//! memory or emitted code is in it. What keeps it independent of the kernels is tested elsewhere: central differences for
//! the gradients, PyTorch's records for the values.

mod call;

use std::collections::HashMap;

use nncompiler::graph::{Graph, Space, ValueId};

pub use call::call;

/// A value's numbers: all samples one after another, or one block for the whole batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Array {
    /// The numbers.
    pub data: Vec<f64>,
    /// Numbers of one sample (or of the block).
    pub len: usize,
}

/// The tensors of a network, by number.
pub type Tensors = HashMap<usize, Vec<f64>>;

/// Runs `graph` on a batch; returns every value. Gradients of tensors are under their `Gradient` values, and what is to be
/// added to these under the `GradientSum` values.
///
/// Integers and positions are given as numbers. `output_gradients` are what a training graph starts its backward part from.
/// Running statistics are updated in `tensors`. `keeps` says which elements dropout keeps: (layer, sample, element).
///
/// # Panics
/// When a shape is unknown, or a call is of a network that was declared elsewhere.
pub fn interpret(
    graph: &Graph,
    batch: usize,
    inputs: &[Vec<f64>],
    tensors: &mut Tensors,
    output_gradients: &[Vec<f64>],
    keeps: &dyn Fn(u32, usize, usize) -> bool,
) -> HashMap<ValueId, Array> {
    let mut values: HashMap<ValueId, Array> = HashMap::new();
    let len = |id: ValueId| graph.value(id).shape.len();
    for (id, data) in graph.inputs.iter().zip(inputs) {
        values.insert(*id, Array { data: data.clone(), len: len(*id) });
    }
    for (id, data) in graph.output_gradients.iter().zip(output_gradients) {
        values.insert(*id, Array { data: data.clone(), len: len(*id) });
    }
    for (i, value) in graph.values.iter().enumerate() {
        if let Space::Parameter(t) | Space::Buffer(t) = value.space {
            let data = tensors[&t].clone();
            values.insert(ValueId(i), Array { len: data.len(), data });
        }
    }
    for node in &graph.nodes {
        let before = |o: ValueId| match graph.value(o).space {
            Space::Sample => vec![f64::NAN; batch * len(o)],
            // A running statistic is read and written.
            Space::Buffer(_) => values[&o].data.clone(),
            Space::Gradient(_) | Space::GradientSum(_) => vec![0.0; len(o)],
            Space::Statistic => vec![f64::NAN; len(o)],
            space => unreachable!("{space:?} is only read"),
        };
        let mut outputs: Vec<_> =
            node.outputs.iter().map(|o| o.map_or(Vec::new(), before)).collect();
        let inputs: Vec<&[f64]> =
            node.inputs.iter().map(|i| i.map_or(&[][..], |i| &values[&i].data)).collect();
        call(node, batch, &inputs, &mut outputs, keeps);
        for (o, data) in node.outputs.iter().zip(outputs) {
            let Some(o) = *o else { continue };
            if let Space::Buffer(t) = graph.value(o).space {
                tensors.insert(t, data.clone());
            }
            values.insert(o, Array { data, len: len(o) });
        }
    }
    values
}
