//! The same computations by the compiler's interpreter: naive loops in f64, from the text.

use std::collections::HashMap;

use nncompiler::Front;
use nncompiler::compile::training_graph;
use nncompiler::graph::{Builder, Graph, Mode, Space, Tensors, interpret};
use nncompiler::network::Network;
use nncompiler::ops::Geometry;
use nncore::kernels::dropout::{DropoutKey, dropout};
use nncore::tensor::Role;
use nnplan::{Activation, Dropout, Pool2d};

use super::observe::{Data, Observed, Passed, Step};
use super::{Case, Random};

/// The layers of a declaration.
pub(crate) fn network(case: &Case) -> Network {
    let tokens = case.text.parse().unwrap_or_else(|e| panic!("{}: {e}", case.name));
    match nncompiler::front(tokens) {
        Front::Good(compiled) => compiled.network,
        Front::Bad { errors, .. } => {
            let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}: {}\n{}", case.name, all.join("\n"), case.text)
        }
    }
}

/// Real numbers of the size that training has, or small whole ones.
pub(crate) fn data(case: &Case, batch: usize, whole: bool, seed: u64) -> Data {
    let mut random = Random(seed);
    let mut numbers = |n: usize, scale: f64| -> Vec<f64> {
        (0..n).map(|_| if whole { random.whole(2) } else { scale * random.normal() }).collect()
    };
    let tensors = case.tensors.iter().map(|t| {
        let len = t.shape.len();
        let plus = |a: f64, v: Vec<f64>| v.iter().map(|x| a + x).collect::<Vec<_>>();
        match t.role {
            Role::Weight { fan_in, .. } => numbers(len, 1.0 / (fan_in as f64).sqrt()),
            Role::Scale => plus(1.0, numbers(len, 0.3)),
            Role::RunningVariance => numbers(len, 0.3).iter().map(|x| 0.5 + x.abs()).collect(),
            Role::Embedding => numbers(len, 1.0),
            Role::Bias { .. } | Role::Shift | Role::RunningMean => numbers(len, 0.5),
        }
    });
    let tensors = tensors.collect();
    let limits = network(case).inputs.into_iter().map(|i| i.limit.map(|l| l.value));
    let inputs = case
        .inputs
        .iter()
        .zip(limits)
        .map(|(r, limit)| {
            let values = numbers(batch * r.len, 1.0);
            let whole = |x: &f64, n: usize| (x.abs() * 64.0).round() % n as f64;
            match limit {
                Some(n) => values.iter().map(|x| whole(x, n)).collect(),
                None => values,
            }
        })
        .collect();
    Data {
        tensors,
        batch,
        capacity: batch + batch % 4,
        seed: 11 + seed,
        learning_rate: 0.0625,
        momentum: 0.875,
        inputs,
        target: numbers(batch * case.outputs[0].len(), 1.0),
        d_outputs: case.outputs.iter().map(|o| numbers(batch * o.len(), 1.0)).collect(),
    }
}

/// Which elements the runtime's dropout keeps in step `step`: (layer, sample, element).
fn keeps(network: &Network, data: &Data, step: u64) -> impl Fn(u32, usize, usize) -> bool {
    let mut masks: HashMap<u32, (usize, Vec<f64>)> = HashMap::new();
    for step_of_network in &network.steps {
        if let Geometry::Dropout(g, shape) = step_of_network.geometry {
            masks
                .insert(g.layer, (shape.len(), mask(&g, data.seed, step, data.batch, shape.len())));
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
    let keeps = keeps(network, data, step);
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

/// What [`pass`](super::observe::pass) must find.
pub(crate) fn expected_pass(network: &Network, data: &Data) -> Passed {
    let tensors: Tensors = data.tensors.iter().cloned().enumerate().collect();
    let inference = Builder::forward(network, Mode::Inference);
    let (inferred, _) = run(network, &inference, data, &mut tensors.clone(), &[], 0);
    let training = training_graph(network, false);
    let (output, gradients) =
        run(network, &training, data, &mut tensors.clone(), &data.d_outputs, 0);
    Passed { output, gradients, inferred }
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
