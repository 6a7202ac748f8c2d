//! Numbers for a network: tensors, a batch, the gradient of the output, dropout's choices.

use nncompiler::graph::{Array, Graph, Space, Tensors, ValueId, interpret};
use nncompiler::network::Network;
use std::collections::HashMap;

use super::Random;

/// What a run of a network needs.
#[derive(Clone)]
pub(crate) struct Data {
    pub(crate) batch: usize,
    pub(crate) input: Vec<f64>,
    pub(crate) d_output: Vec<f64>,
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
            input: random.normals(batch * network.input.len(), 1.0),
            d_output: random.normals(batch * network.output().len(), 1.0),
        }
    }

    /// Interprets `graph`; running statistics are left as they are.
    pub(crate) fn run(&self, graph: &Graph) -> HashMap<ValueId, Array> {
        self.run_with(graph, &mut self.tensors.clone())
    }

    pub(crate) fn run_with(&self, graph: &Graph, tensors: &mut Tensors) -> HashMap<ValueId, Array> {
        interpret(graph, self.batch, &self.input, tensors, &self.d_output, &keeps)
    }
}

/// Dropout's choice: three of four elements stay.
pub(crate) fn keeps(layer: u32, sample: usize, element: usize) -> bool {
    let seed = (u64::from(layer) << 40) ^ ((sample as u64) << 20) ^ element as u64;
    !Random(seed).next().is_multiple_of(4)
}

/// The gradients of a run by the number of their tensor.
pub(crate) fn gradients(graph: &Graph, values: &HashMap<ValueId, Array>) -> Tensors {
    let mut gradients = Tensors::new();
    for (i, value) in graph.values.iter().enumerate() {
        if let Space::Gradient(t) = value.space {
            let before = gradients.insert(t, values[&ValueId(i)].data.clone());
            assert!(before.is_none(), "two gradients of tensor {t}");
        }
    }
    gradients
}

/// The output of a run.
pub(crate) fn output<'a>(graph: &Graph, values: &'a HashMap<ValueId, Array>) -> &'a [f64] {
    &values[&graph.output.expect("a network has an output")].data
}
