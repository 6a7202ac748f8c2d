//! Numbers for a network: tensors, a batch, the gradient of the output, dropout's choices.

use nncompiler::graph::{Graph, Space, ValueId};
use nncompiler::network::{NamedInput, Network};
use nninterpreter::{Array, Tensors, interpret};
use std::collections::HashMap;

use super::Random;

/// What a run of a network needs.
#[derive(Clone)]
pub(crate) struct Data {
    pub(crate) batch: usize,
    pub(crate) inputs: Vec<Vec<f64>>,
    pub(crate) d_outputs: Vec<Vec<f64>>,
    pub(crate) tensors: Tensors,
}

impl Data {
    pub(crate) fn random(network: &Network, random: &mut Random) -> Self {
        let batch = random.within(2, 4);
        let tensors = network.tensors.iter().enumerate().map(|(i, t)| {
            let len = t.tensor.shape.len();
            let (base, scale) = match (t.tensor.suffix, t.tensor.shape.rank()) {
                ("running_var", _) => return (i, (0..len).map(|_| 0.5 + random.unit()).collect()),
                ("weight", 2 | 4) => {
                    let out = t.tensor.shape.dim(0);
                    (0.0, 1.0 / ((len / out) as f64).sqrt())
                }
                ("weight", _) => (1.0, 0.3),
                _ => (0.0, 0.5),
            };
            (i, random.normals(len, scale).iter().map(|x| base + x).collect())
        });
        let tensors = tensors.collect();
        Self {
            batch,
            tensors,
            inputs: network.inputs.iter().map(|i| numbers(i, batch, random)).collect(),
            d_outputs: network
                .outputs
                .iter()
                .map(|o| random.normals(batch * network.shape(o.value).len(), 1.0))
                .collect(),
        }
    }

    /// Interprets `graph`; running statistics are left as they are.
    pub(crate) fn run(&self, graph: &Graph) -> HashMap<ValueId, Array> {
        self.run_with(graph, &mut self.tensors.clone())
    }

    pub(crate) fn run_with(&self, graph: &Graph, tensors: &mut Tensors) -> HashMap<ValueId, Array> {
        interpret(graph, self.batch, &self.inputs, tensors, &self.d_outputs, &keeps)
    }
}

/// Dropout's choice: three of four elements stay.
pub(crate) fn keeps(layer: u32, sample: usize, element: usize) -> bool {
    let seed = (u64::from(layer) << 40) ^ ((sample as u64) << 20) ^ element as u64;
    !Random(seed).next().is_multiple_of(4)
}

/// The gradients of a run.
#[derive(Debug, PartialEq)]
pub(crate) struct Gradients {
    /// Those of the tensors, by number; those of a tensor that is used twice are added.
    pub(crate) tensors: Tensors,
    /// Those by the inputs; `None` for integers, and for what no output depends on.
    pub(crate) inputs: Vec<Option<Vec<f64>>>,
}

impl Gradients {
    pub(crate) fn all(&self) -> impl Iterator<Item = f64> {
        let inputs = self.inputs.iter().flatten();
        self.tensors.values().chain(inputs).flatten().copied()
    }
}

pub(crate) fn gradients(graph: &Graph, values: &HashMap<ValueId, Array>) -> Gradients {
    let mut gradients = Tensors::new();
    for node in &graph.nodes {
        for o in node.outputs.iter().flatten() {
            let data = || values[o].data.clone();
            match graph.value(*o).space {
                Space::Gradient(t) => {
                    let before = gradients.insert(t, data());
                    assert!(before.is_none(), "two first gradients of tensor {t}");
                }
                Space::GradientSum(t) => {
                    let sum = gradients.get_mut(&t).expect("a first gradient");
                    sum.iter_mut().zip(data()).for_each(|(s, d)| *s += d);
                }
                _ => {}
            }
        }
    }
    let input = |d: &Option<ValueId>| d.map(|d| values[&d].data.clone());
    Gradients { tensors: gradients, inputs: graph.input_gradients.iter().map(input).collect() }
}

/// The outputs of a run, one after the other.
pub(crate) fn output(graph: &Graph, values: &HashMap<ValueId, Array>) -> Vec<f64> {
    graph.outputs.iter().flat_map(|o| values[o].data.iter().copied()).collect()
}

/// Numbers for an input: integers below its limit, or real ones.
fn numbers(input: &NamedInput, batch: usize, random: &mut Random) -> Vec<f64> {
    let len = batch * input.shape.len();
    match &input.limit {
        Some(limit) => (0..len).map(|_| random.within(0, limit.value - 1) as f64).collect(),
        None => random.normals(len, 1.0),
    }
}
