//! The same computations by the interpreter of graphs: the portable kernels in f64, from the text.

use std::collections::HashMap;

use nncompiler::Front;
use nncompiler::compile::training_graph;
use nncompiler::graph::{Builder, Graph, Mode, Space};
use nncompiler::network::Network;
use nncompiler::ops::Geometry;
use nncore::kernels::dropout::{DropoutKey, dropout};
use nninterpreter::{Tensors, interpret};
use nnplan::{Activation, Dropout, Pool2d};

use super::Case;
use super::data::{self, Data};
use super::observe::{Observed, Step};
use super::pass::{Passed, STEP};

/// The layers of a declaration.
pub(crate) fn network(case: &Case) -> Network {
    of_text(case, case.text)
}

fn of_text(case: &Case, text: &str) -> Network {
    let tokens = text.parse().unwrap_or_else(|e| panic!("{}: {e}", case.name));
    match nncompiler::front(tokens) {
        Front::Good(compiled) => compiled.network,
        Front::Bad { errors, .. } => {
            let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}: {}\n{text}", case.name, all.join("\n"))
        }
    }
}

/// Splitmix64: small, seeded, the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Nearly normal with mean 0 and variance 1: the sum of twelve uniform numbers.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A whole number from `-most` to `most`.
    fn whole(&mut self, most: i32) -> f64 {
        f64::from((self.next() % (2 * most as u64 + 1)) as i32 - most)
    }
}

/// Real numbers of the size that training has, or small whole ones.
pub(crate) fn data(case: &Case, batch: usize, whole: bool, seed: u64) -> Data {
    let mut random = Random(seed);
    let mut numbers = |n: usize, scale: f64| -> Vec<f64> {
        (0..n).map(|_| if whole { random.whole(2) } else { scale * random.normal() }).collect()
    };
    let inputs = network(case).inputs;
    let limits: Vec<_> = inputs.into_iter().map(|i| i.limit.map(|l| l.value)).collect();
    data::data(case.tensors, case.inputs, &limits, case.outputs, batch, seed, &mut numbers)
}

/// The dropouts of a network, in order, as they were compiled.
fn dropouts(network: &Network) -> Vec<Dropout> {
    let dropout = |s: &nncompiler::network::Step| match s.geometry {
        Geometry::Dropout(g, _) => Some(g),
        _ => None,
    };
    network.steps.iter().filter_map(dropout).collect()
}

/// Which elements the runtime's dropout keeps in step `step`: (layer, sample, element). `compiled` are the dropouts of the
/// network that was compiled.
fn keeps(
    network: &Network,
    compiled: &[Dropout],
    data: &Data,
    step: u64,
) -> impl Fn(u32, usize, usize) -> bool + use<> {
    let mut masks: HashMap<u32, (usize, Vec<f64>)> = HashMap::new();
    let mut compiled = compiled.iter();
    for step_of_network in &network.steps {
        if let Geometry::Dropout(g, shape) = step_of_network.geometry {
            let of = compiled.next().expect("as many dropouts");
            masks
                .insert(g.layer, (shape.len(), mask(of, data.seed, step, data.batch, shape.len())));
        }
    }
    move |layer, sample, element| {
        let (len, mask) = &masks[&layer];
        mask[sample * len + element] != 0.0
    }
}

/// Dropout of ones.
pub(crate) fn mask(g: &Dropout, seed: u64, step: u64, batch: usize, len: usize) -> Vec<f64> {
    let mut ones = vec![1.0; batch * len];
    dropout(g, DropoutKey { seed, step }, 0, len, &mut ones);
    ones
}

/// What a run of a graph yields: output, and gradients by tensor.
fn run(
    network: &Network,
    graph: &Graph,
    data: &Data,
    tensors: &mut Tensors,
    d_outputs: &[Vec<f64>],
    step: u64,
) -> (Vec<f64>, Vec<Option<Vec<f64>>>) {
    run_as(network, &dropouts(network), graph, data, tensors, d_outputs, step)
}

/// The same where the compiled network's dropouts stand elsewhere.
fn run_as(
    network: &Network,
    compiled: &[Dropout],
    graph: &Graph,
    data: &Data,
    tensors: &mut Tensors,
    d_outputs: &[Vec<f64>],
    step: u64,
) -> (Vec<f64>, Vec<Option<Vec<f64>>>) {
    let keeps = keeps(network, compiled, data, step);
    let values = interpret(graph, data.batch, &data.inputs, tensors, d_outputs, &keeps);
    let mut gradients = vec![None; network.tensors.len()];
    for id in graph.nodes.iter().flat_map(|n| n.outputs.iter().flatten()) {
        let data = &values[id].data;
        match graph.value(*id).space {
            Space::Gradient(t) => gradients[t] = Some(data.clone()),
            Space::GradientSum(t) => {
                let sum: &mut Vec<f64> = gradients[t].as_mut().expect("a first gradient");
                sum.iter_mut().zip(data).for_each(|(s, d)| *s += d);
            }
            _ => {}
        }
    }
    let output = graph.outputs.iter().flat_map(|o| values[o].data.iter().copied()).collect();
    (output, gradients)
}

/// What [`observe`](super::observe::observe) must find.
pub(crate) fn expected(network: &Network, data: &Data) -> Observed {
    let forward = Builder::forward(network, Mode::Training);
    let training = training_graph(network, false);
    let inference = Builder::forward(network, Mode::Inference);
    let mut tensors: Tensors = data.tensors.iter().cloned().enumerate().collect();
    let mut velocity: Vec<Option<Vec<f64>>> = vec![None; network.tensors.len()];
    let mut steps = Vec::new();
    for step in 0..2 {
        let (output, _) = run(network, &forward, data, &mut tensors.clone(), &[], step);
        let (loss, d_output) = mean_squared_error(&output, &data.target);
        let (again, gradients) = run(network, &training, data, &mut tensors, &[d_output], step);
        assert_eq!(output, again);
        for (t, gradient) in gradients.iter().enumerate() {
            let Some(g) = gradient else { continue };
            let v = match velocity[t].take() {
                None => g.clone(),
                Some(v) => v.iter().zip(g).map(|(v, g)| data.momentum * v + g).collect(),
            };
            let p = tensors.get_mut(&t).expect("a tensor");
            p.iter_mut().zip(&v).for_each(|(p, v)| *p -= data.learning_rate * v);
            velocity[t] = Some(v);
        }
        let tensors = (0..gradients.len()).map(|t| tensors[&t].clone()).collect();
        steps.push(Step { loss, output, gradients, tensors });
    }
    let (inferred, _) = run(network, &inference, data, &mut tensors, &[], 0);
    let (evaluated, _) = mean_squared_error(&inferred, &data.target);
    Observed { steps, inferred, evaluated }
}

/// What [`pass`](super::pass::pass) must find.
pub(crate) fn expected_pass(network: &Network, data: &Data) -> Passed {
    expected_pass_as(network, &dropouts(network), data)
}

/// The same of a network that was compiled with networks as layers.
#[allow(dead_code)] // of other test programs
pub(crate) fn expected_nested(case: &Case, network: &Network, data: &Data) -> Passed {
    let composed = of_text(case, case.composed.expect("networks as layers"));
    expected_pass_as(network, &dropouts(&composed), data)
}

fn expected_pass_as(network: &Network, compiled: &[Dropout], data: &Data) -> Passed {
    let mut tensors: Tensors = data.tensors.iter().cloned().enumerate().collect();
    let inference = Builder::forward(network, Mode::Inference);
    let (inferred, _) =
        run_as(network, compiled, &inference, data, &mut tensors.clone(), &[], STEP);
    let training = training_graph(network, false);
    let (output, gradients) =
        run_as(network, compiled, &training, data, &mut tensors, &data.d_outputs, STEP);
    let tensors = (0..gradients.len()).map(|t| tensors[&t].clone()).collect();
    Passed { output, inferred, gradients, tensors }
}

/// The mean of squared differences, and its gradient `2 (y - t) / n`.
fn mean_squared_error(output: &[f64], target: &[f64]) -> (f64, Vec<f64>) {
    let n = output.len() as f64;
    let differences: Vec<f64> = output.iter().zip(target).map(|(y, t)| y - t).collect();
    let loss = differences.iter().map(|d| d * d).sum::<f64>() / n;
    (loss, differences.iter().map(|d| 2.0 * d / n).collect())
}

/// Whether whole numbers stay exact: sums, products, choices, and factors that are powers of two.
pub(crate) fn is_exact(network: &Network) -> bool {
    let halves = |x: f64| x == 0.0 || x.log2().fract() == 0.0;
    let whole_windows = |g: &Pool2d| {
        let (v, h) = (&g.vertical, &g.horizontal);
        let padding = v.before + v.after + h.before + h.after;
        padding == 0 && (v.kernel * h.kernel).is_power_of_two()
    };
    network.steps.iter().all(|s| match s.geometry {
        Geometry::Linear(_)
        | Geometry::Conv2d(_)
        | Geometry::Flatten(_)
        | Geometry::Reshape(_)
        | Geometry::Binary(_)
        | Geometry::Concat(_)
        | Geometry::Slice(_)
        | Geometry::Permute(_)
        | Geometry::Expand(_)
        | Geometry::MatMul(_)
        | Geometry::Embedding(_)
        | Geometry::Upsample2d(_) => true,
        Geometry::Affine(g) => halves(g.scale.abs()) && g.shift.fract() == 0.0,
        Geometry::Reduce(g) => {
            g.function != nnplan::ReduceFunction::Mean || g.count().is_power_of_two()
        }
        Geometry::Pool2d(g) => network.layers[s.layer].word.starts_with("M") || whole_windows(&g),
        Geometry::Dropout(g, _) => halves(1.0 - g.p),
        Geometry::Activation(Activation::Relu, _) => true,
        Geometry::Activation(Activation::LeakyRelu(slope), _) => halves(slope.abs()),
        _ => false,
    })
}

/// Whether a batch of one has one value a channel, whose variance is 0.
pub(crate) fn refuses_one(network: &Network) -> bool {
    network.steps.iter().any(|s| match s.geometry {
        Geometry::BatchNorm(g) => g.positions == 1,
        _ => false,
    })
}
