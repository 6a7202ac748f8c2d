//! Runs a graph in f64, a call at a time, with naive loops: the oracle of the tests.

use std::collections::HashMap;

use super::{Graph, Space, ValueId};

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

/// What an operation's interpretation sees: its operands in order.
pub struct Run<'a> {
    /// Samples in the batch.
    pub batch: usize,
    /// The inputs; an absent one is empty.
    pub inputs: Vec<&'a [f64]>,
    /// The outputs, filled with zeros; an absent one is empty.
    pub outputs: &'a mut [Vec<f64>],
    /// Which elements dropout keeps: (layer, sample, element).
    pub keeps: &'a dyn Fn(u32, usize, usize) -> bool,
}

/// Runs `graph` on a batch; returns every value. Gradients of tensors are under their `Gradient` values.
///
/// Integers are given as numbers. `output_gradients` are what a training graph starts its backward part from. Running statistics
/// are updated in `tensors`.
///
/// # Panics
/// When a shape is unknown.
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
        let mut outputs: Vec<Vec<f64>> = node
            .outputs
            .iter()
            .map(|o| {
                o.map_or(Vec::new(), |o| match graph.value(o).space {
                    Space::Sample => vec![0.0; batch * len(o)],
                    // A running statistic is read and written.
                    Space::Buffer(_) => values[&o].data.clone(),
                    Space::Gradient(_) | Space::GradientSum(_) | Space::Statistic => {
                        vec![0.0; len(o)]
                    }
                    space => unreachable!("{space:?} is only read"),
                })
            })
            .collect();
        let inputs =
            node.inputs.iter().map(|i| i.map_or(&[][..], |i| &values[&i].data[..])).collect();
        (node.op.interpret)(
            &node.geometry,
            &mut Run { batch, inputs, outputs: &mut outputs, keeps },
        );
        for (o, data) in node.outputs.iter().zip(outputs) {
            if let Some(o) = o {
                if let Space::Buffer(t) = graph.value(*o).space {
                    tensors.insert(t, data.clone());
                }
                values.insert(*o, Array { data, len: len(*o) });
            }
        }
    }
    values
}
