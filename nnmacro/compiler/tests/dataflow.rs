//! Networks with a body: what is computed, and its gradients, against central differences.

mod common;

use common::data::{Data, output};
use common::differences::check;
use common::memory::Runner;
use common::{Random, compiled};
use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::graph::{Builder, Graph, Mode, sources};
use nncompiler::schedule::schedule;

/// Every function, and every form of a graph, at least once.
const NETWORKS: &[(&str, &str)] = &[
    (
        "a residual block",
        "pub struct N; input: [2, 4, 4]; conv1: Conv2d(2 -> 3, kernel = 3, padding = 1); norm1: BatchNorm2d;
         conv2: Conv2d(3 -> 2, kernel = 3, padding = 1); head: Linear(32 -> 3);
         fn forward(x) { let h = relu(norm1(conv1(x))); let s = relu(conv2(h) + x); head(flatten(s)) }",
    ),
    (
        "a value with three readers",
        "pub struct N; input: [4]; a: Linear(4 -> 5); b: Linear(5 -> 5); c: Linear(5 -> 5);
         fn forward(x) { let h = tanh(a(x)); let u = b(h); let v = c(h); u * v - h }",
    ),
    (
        "a layer that is used three times",
        "pub struct N; input: [4]; a: Linear(4 -> 4); fn forward(x) { tanh(a(tanh(a(tanh(a(x)))))) }",
    ),
    (
        "a shared batch norm",
        "pub struct N; input: [3]; a: Linear(3 -> 4); n: BatchNorm1d; b: Linear(4 -> 4);
         fn forward(x) { let h = n(a(x)); n(b(tanh(h))) }",
    ),
    (
        "a shared convolution and a shared layer norm",
        "pub struct N; input: [2, 5, 5]; c: Conv2d(2 -> 2, kernel = 3, padding = same); n: LayerNorm(axes = 1);
         fn forward(x) { let h = tanh(n(c(x))); tanh(n(c(h))) + h }",
    ),
    (
        "numbers on both sides",
        "pub struct N; input: [3]; a: Linear(3 -> 3);
         fn forward(x) { let h = a(x); let gate = sigmoid(h); gate * x + (1.0 - gate) * h - 2.0 * x + h / 4.0 - 1 + (-h) }",
    ),
    (
        "squares",
        "pub struct N; input: [3]; a: Linear(3 -> 3); fn forward(x) { let h = a(x); h * h + h }",
    ),
    (
        "quotients",
        "pub struct N; input: [3]; a: Linear(3 -> 4); b: Linear(3 -> 4); c: Linear(4 -> 4);
         fn forward(x) { let u = a(x); let v = softplus(b(x)); let q = u / v; c(q) / (v + 1.0) + 2.0 / v - v / v }",
    ),
    (
        "a quotient whose operands are one value, and its output two",
        "pub struct N; input: [3]; a: Linear(3 -> 4); b: Linear(3 -> 4);
         fn forward(x) { let u = exp(a(x)); let q = u / exp(b(x)); q * q - u / u + q }",
    ),
    (
        "exponentials, logarithms and roots",
        "pub struct N; input: [3]; a: Linear(3 -> 4); b: Linear(4 -> 4);
         fn forward(x) { let h = exp(a(x)); ln(h + 0.5) * sqrt(h) + ln(exp(b(sqrt(h)))) }",
    ),
    (
        "squares, absolute values and bounds",
        "pub struct N; input: [3]; a: Linear(3 -> 4); b: Linear(4 -> 4);
         fn forward(x) { let h = a(x); square(b(abs(h))) + clamp(h, -0.5, 0.5) + clamp(square(h), max = 0.3) - clamp(h, min = 0.1) }",
    ),
    (
        "powers",
        "pub struct N; input: [3]; a: Linear(3 -> 4);
         fn forward(x) { let h = softplus(a(x)); pow(h, 2) + pow(a(x), 3.0) + pow(h, 0.5) - pow(h, -1) + pow(h, -2.0)
                         + pow(h, -0.5) + pow(h, 1.7) - pow(h, exponent = -0.3) + pow(h, 1.0) * pow(h, 0) + pow(a(x), 4) }",
    ),
    (
        "a norm, written out",
        "pub struct N; input: [2, 3]; a: Linear(3 -> 4);
         fn forward(x) { let h = a(x); h / expand(sqrt(sum(square(h), axis = 1, keep = true) + 1e-3), [2, 4]) }",
    ),
    (
        "concat and split",
        "pub struct N; input: [3, 4]; a: Linear(4 -> 6); b: Linear(4 -> 2);
         fn forward(x) { let (u, v, w) = split(a(x), axis = 1); let c = concat(b(x), u, v, axis = 1);
                         concat(c, concat(w, w, w, axis = 1)) }",
    ),
    (
        "slices of a middle axis",
        "pub struct N; input: [2, 5, 3]; a: Conv2d(2 -> 2, kernel = 1);
         fn forward(x) { let h = a(x); slice(h, 1..4, axis = 1) * slice(h, 2.., axis = 1) + slice(h, ..3, axis = 1) }",
    ),
    (
        "reshape, transpose and permute",
        "pub struct N; input: [2, 3, 4]; a: Conv2d(2 -> 2, kernel = 1); b: Linear(6 -> 2);
         fn forward(x) { let h = a(x); let t = permute(h, [2, 0, 1]); let m = transpose(reshape(t, [4, 6]));
                         b(transpose(m)) }",
    ),
    (
        "reductions",
        "pub struct N; input: [2, 3, 4]; a: Conv2d(2 -> 3, kernel = 1);
         fn forward(x) { let h = a(x); let m = mean(h, axes = (1, 2)); let s = sum(h, axis = 2); let t = max(h, axis = 1);
                         concat(m, flatten(s), flatten(t), sum(h), mean(h), max(h)) }",
    ),
    (
        "reductions that keep their axes, expanded again",
        "pub struct N; input: [3, 2, 2]; a: Conv2d(3 -> 3, kernel = 1);
         fn forward(x) { let h = a(x); let gate = sigmoid(mean(h, axes = (1, 2), keep = true)); h * expand(gate, [3, 2, 2]) }",
    ),
    (
        "attention",
        "pub struct N; input: [5, 4]; q: Linear(4 -> 3); k: Linear(4 -> 3); v: Linear(4 -> 4);
         fn forward(x) { let s = softmax(matmul(q(x), k(x), transpose_b = true) / 1.7, axis = 1); x + matmul(s, v(x)) }",
    ),
    (
        "products of stacks of matrices, transposed",
        "pub struct N; input: [2, 3, 3]; a: Conv2d(2 -> 2, kernel = 1); b: Conv2d(2 -> 2, kernel = 1);
         fn forward(x) { let u = a(x); let v = b(x); matmul(u, v, transpose_a = true) + matmul(v, u, transpose_a = true, transpose_b = true) }",
    ),
    (
        "tokens",
        "pub struct N; input tokens: [5] in 0..7; e: Embedding(7 -> 3); a: Linear(3 -> 2);
         fn forward(tokens) { a(e(tokens)) }",
    ),
    (
        "a shared embedding of two inputs of tokens",
        "pub struct N; input left: [3] in 0..5; input right: [3] in 0..5; e: Embedding(_ -> 4);
         fn forward(a, b) { e(a) * e(b) }",
    ),
    (
        "two inputs, two outputs, and a feature",
        "pub struct N; input image: [1, 4, 4]; input noise: [3]; c: Conv2d(1 -> 2, kernel = 3); a: Linear(8 -> 3);
         b: Linear(3 -> 2);
         fn forward(image, noise) { let f = flatten(relu(c(image))); let h = a(f) + noise; (b(h), h, f) }",
    ),
    (
        "a network in the form of a U",
        "pub struct N; input: [1, 4, 4]; d1: Conv2d(1 -> 2, kernel = 3, padding = 1); d2: Conv2d(2 -> 3, kernel = 3, padding = 1);
         u1: Conv2d(5 -> 2, kernel = 3, padding = 1);
         fn forward(x) { let a = relu(d1(x)); let b = relu(d2(max_pool2d(a, 2))); u1(concat(a, upsample2d(b, 2))) }",
    ),
    (
        "frozen layers before trained ones and between them",
        "pub struct N; input: [2, 4, 4]; #[frozen] c1: Conv2d(2 -> 3, kernel = 3); #[frozen] n1: BatchNorm2d;
         c2: Conv2d(3 -> 3, kernel = 1); #[frozen] n2: BatchNorm2d; #[frozen] c3: Conv2d(3 -> 2, kernel = 1);
         fc: Linear(8 -> 3); fn forward(x) { fc(flatten(relu(c3(n2(c2(max_pool2d(relu(n1(c1(x))), 1))))))) }",
    ),
    (
        "biases alone",
        "pub struct N; input: [2, 4]; a: Linear(4 -> 3); n: LayerNorm; b: BatchNorm1d; train: biases;
         fn forward(x) { b(tanh(n(a(x)))) }",
    ),
    (
        "the head alone",
        "pub struct N; input: [4]; a: Linear(4 -> 3); n: BatchNorm1d; r: Relu; fc: Linear(3 -> 2); train: fc;",
    ),
    (
        "an output that is an input",
        "pub struct N; input: [3]; a: Linear(3 -> 3); fn forward(x) { (a(x), x) }",
    ),
    (
        "one value as two outputs",
        "pub struct N; input: [3]; a: Linear(3 -> 3); fn forward(x) { let h = tanh(a(x)); (h, h) }",
    ),
];

#[test]
fn gradients_are_right() {
    for (i, (what, text)) in NETWORKS.iter().enumerate() {
        let counts = check(text, i as u64).unwrap_or_else(|e| panic!("{what}: {e}\n{text}"));
        assert!(counts.compared > 0, "{what}");
    }
}

/// The sum of outputs times random numbers, on moved inputs.
fn loss(graph: &Graph, data: &Data, direction: &[Vec<f64>], h: f64) -> f64 {
    let mut moved = data.clone();
    for (input, d) in moved.inputs.iter_mut().zip(direction) {
        input.iter_mut().zip(d).for_each(|(x, d)| *x += h * d);
    }
    let y = output(graph, &moved.run(graph));
    y.iter().zip(data.d_outputs.iter().flatten()).map(|(y, r)| y * r).sum()
}

#[test]
fn gradients_by_the_inputs_are_right() {
    for (i, (what, text)) in NETWORKS.iter().enumerate() {
        let network = compiled(text).network;
        let mut random = Random(i as u64);
        let data = Data::random(&network, &mut random);
        let modes = [
            (Mode::Training, training_graph(&network, true)),
            (Mode::Frozen, frozen_graph(&network)),
        ];
        for (mode, graph) in modes {
            let forward = Builder::forward(&network, mode);
            let values = data.run(&graph);
            let real = graph.input_gradients.iter().flatten().count();
            let inputs = network.inputs.iter().filter(|i| i.limit.is_none()).count();
            let wanted = if sources(&network, mode).inputs { inputs } else { 0 };
            assert_eq!(real, wanted, "{what}");
            if wanted == 0 {
                continue;
            }
            for _ in 0..3 {
                let mut analytic = 0.0;
                let mut direction = Vec::new();
                for (input, gradient) in data.inputs.iter().zip(&graph.input_gradients) {
                    let Some(gradient) = gradient else {
                        direction.push(vec![0.0; input.len()]);
                        continue;
                    };
                    let d = random.normals(input.len(), 1.0);
                    analytic +=
                        d.iter().zip(&values[gradient].data).map(|(d, g)| d * g).sum::<f64>();
                    direction.push(d);
                }
                let slope = |h: f64| {
                    (loss(&forward, &data, &direction, h) - loss(&forward, &data, &direction, -h))
                        / (2.0 * h)
                };
                let (wide, narrow) = (slope(2e-5), slope(1e-5));
                let numeric = (4.0 * narrow - wide) / 3.0;
                let tolerance = 1e-6 + 1e-5 * analytic.abs().max(numeric.abs());
                // A kink in between, which random numbers hardly meet.
                let is_kink = (wide - narrow).abs() > tolerance;
                assert!(
                    is_kink || (numeric - analytic).abs() <= tolerance,
                    "{what}, {mode:?}: gradient {analytic}, difference {numeric}"
                );
            }
        }
    }
}

#[test]
fn runs_over_planned_memory_equal_plain_runs() {
    for (i, (what, text)) in NETWORKS.iter().enumerate() {
        let network = compiled(text).network;
        let data = Data::random(&network, &mut Random(i as u64));
        for graph in
            [inference_graph(&network), training_graph(&network, true), frozen_graph(&network)]
        {
            let schedule = schedule(graph);
            let oracle = data.run(&schedule.graph);
            println!("{what}\n{}", schedule.graph.text());
            for piece in [1, 2, data.batch] {
                Runner::new(&schedule, &network, &data, &oracle).run(piece);
                let runner = Runner::new(&schedule, &network, &data, &oracle);
                runner.without_input_gradients().run(piece);
            }
        }
    }
}
