//! Each layer with each of its options, alone: a failure here names the layer.

mod common;

use common::data::{Data, output};
use common::differences::check;
use common::{Random, compiled};
use nncompiler::compile::{inference_graph, training_graph};
use nninterpreter::interpret;

/// Input (its sizes; all of it where it holds integers), layers before it, the layer under test. A layer without parameters stands after one that has
/// some, so that its gradient is seen there.
const CASES: &[(&str, &str, &str)] = &[
    // vectors and matrices
    ("5", "", "Linear(5 -> 3)"),
    ("5", "", "Linear(_ -> 3)"),
    ("5", "", "Linear(3)"),
    ("5", "", "Linear(5 -> 3, bias = false)"),
    ("3, 5", "", "Linear(5 -> 2)"),
    ("3, 5", "a: Linear(4); b: Tanh;", "Linear(4 -> 2, bias = false)"),
    ("1", "", "Linear(1 -> 1)"),
    // convolutions: geometry
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3)"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = (1, 2))"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, bias = false)"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, padding = 1)"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, padding = (0, 2))"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, padding = (2, 0, 1, 3))"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 2, padding = same)"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, padding = same, stride = 2)"),
    ("2, 5, 4", "", "Conv2d(2 -> 3, kernel = 3, padding = valid)"),
    ("2, 6, 5", "", "Conv2d(2 -> 3, kernel = 2, stride = 2)"),
    ("2, 6, 5", "", "Conv2d(2 -> 3, kernel = 2, stride = (1, 3))"),
    ("2, 6, 5", "", "Conv2d(2 -> 3, kernel = 2, dilation = 2)"),
    ("2, 6, 5", "", "Conv2d(2 -> 3, kernel = 3, dilation = (2, 1), padding = same)"),
    ("2, 3, 3", "", "Conv2d(2 -> 3, kernel = 1, padding = 1)"),
    // convolutions: groups
    ("4, 4, 3", "", "Conv2d(4 -> 6, kernel = 2, groups = 2)"),
    ("4, 4, 3", "", "Conv2d(4 -> 4, kernel = 2, groups = depthwise)"),
    ("2, 4, 3", "", "Conv2d(2 -> 6, kernel = 2, groups = depthwise, bias = false)"),
    // a convolution's gradient by its input
    ("2, 5, 4", "a: Conv2d(3, kernel = 2);", "Conv2d(2, kernel = 2, padding = (1, 0, 0, 2))"),
    ("2, 6, 5", "a: Conv2d(4, kernel = 1);", "Conv2d(6, kernel = 2, groups = 2, stride = 2)"),
    ("2, 6, 5", "a: Conv2d(4, kernel = 1);", "Conv2d(4, kernel = 2, dilation = 2, padding = same)"),
    // pools
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(2)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(kernel = (2, 3))"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(3, stride = 1)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(3, stride = 2, padding = 1)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(2, padding = (1, 0, 0, 1))"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(2, stride = 1, dilation = 2)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "MaxPool2d(3, stride = 2, padding = same)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "AvgPool2d(2)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "AvgPool2d(3, stride = 1, padding = 1)"),
    (
        "2, 6, 5",
        "a: Conv2d(3, kernel = 1);",
        "AvgPool2d(3, padding = 1, count_include_pad = false)",
    ),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "AvgPool2d((2, 3), stride = (2, 1), padding = same)"),
    ("2, 6, 5", "a: Conv2d(3, kernel = 1);", "GlobalAvgPool2d"),
    ("2, 6, 4", "a: Conv2d(3, kernel = 1);", "AdaptiveAvgPool2d(2)"),
    ("2, 5, 7", "a: Conv2d(3, kernel = 1);", "AdaptiveAvgPool2d((2, 3))"),
    ("2, 3, 2", "a: Conv2d(3, kernel = 1);", "AdaptiveAvgPool2d((5, 3))"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 1);", "AdaptiveAvgPool2d(output_size = 1)"),
    ("2, 2, 3", "a: Conv2d(3, kernel = 1);", "Upsample2d(2)"),
    ("2, 2, 3", "a: Conv2d(3, kernel = 1);", "Upsample2d(scale = (3, 1))"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 1);", "ConvTranspose2d(3 -> 2, kernel = 2, stride = 2)"),
    (
        "2, 3, 2",
        "a: Conv2d(4, kernel = 1);",
        "ConvTranspose2d(4 -> 2, kernel = (3, 2), stride = (2, 3), padding = (1, 0), output_padding = (1, 2), groups = 2, bias = false)",
    ),
    ("2, 9", "a: Conv1d(3, kernel = 1);", "Conv1d(3 -> 4, kernel = 3, stride = 2, padding = 1)"),
    ("2, 9", "a: Conv1d(4, kernel = 1);", "Conv1d(4 -> 4, kernel = 2, dilation = 2, groups = 2)"),
    ("2, 9", "a: Conv1d(3, kernel = 1);", "MaxPool1d(3, stride = 2, padding = 1)"),
    ("2, 9", "a: Conv1d(3, kernel = 1);", "AvgPool1d(3, stride = 2, padding = (1, 0))"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 1);", "Pad2d((1, 0, 2, 1))"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 1);", "Pad2d((1, 2), mode = reflect)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 1);", "Pad2d(2, mode = replicate)"),
    ("2, 2, 3", "a: Conv2d(8, kernel = 1);", "PixelShuffle(2)"),
    // integers
    ("[5] in 0..4", "", "Embedding(4 -> 3)"),
    ("[5] in 0..4", "", "Embedding(_ -> 3)"),
    ("[2, 3] in 0..4", "", "Embedding(6 -> 2)"),
    // norms
    ("4", "a: Linear(3);", "BatchNorm1d(3)"),
    ("3, 4", "a: Linear(3);", "BatchNorm1d(3, eps = 0.01)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "BatchNorm2d(3)"),
    ("2, 3, 4", "", "BatchNorm2d"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "BatchNorm2d(3, eps = 0.1, momentum = 0.5)"),
    ("4", "a: Linear(3);", "LayerNorm"),
    ("3, 4", "a: Linear(3);", "LayerNorm(axes = 1)"),
    ("3, 4", "a: Linear(3);", "LayerNorm(axes = 2, eps = 0.1)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "LayerNorm"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "LayerNorm(axes = 1)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "LayerNorm(axes = 2)"),
    ("2, 3, 4", "", "LayerNorm(axes = 3)"),
    ("2, 3, 4", "a: Conv2d(4, kernel = 2);", "GroupNorm(2)"),
    ("2, 3", "a: Linear(4);", "GroupNorm(1, eps = 0.1, affine = false)"),
    ("6", "a: Linear(6);", "GroupNorm(3)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "InstanceNorm2d"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "InstanceNorm2d(affine = true)"),
    ("4", "a: Linear(3);", "RmsNorm"),
    ("3, 4", "a: Linear(3);", "RmsNorm(axes = 1, eps = 0.1)"),
    // shapes
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "Flatten"),
    ("3, 4", "a: Linear(2);", "Flatten"),
    ("4", "a: Linear(2);", "Flatten"),
    // dropout and activations
    ("6", "a: Linear(9);", "Dropout"),
    ("6", "a: Linear(9);", "Dropout(0.25)"),
    ("6", "a: Linear(9);", "Dropout(p = 0.0)"),
    ("6", "a: Linear(9);", "Relu"),
    ("6", "a: Linear(9);", "LeakyRelu"),
    ("6", "a: Linear(9);", "LeakyRelu(0.3)"),
    ("6", "a: Linear(9);", "LeakyRelu(0)"),
    ("6", "a: Linear(9);", "LeakyRelu(slope = -0.5)"),
    ("6", "a: Linear(9);", "Elu"),
    ("6", "a: Linear(9);", "Elu(alpha = 0.4)"),
    ("6", "a: Linear(9);", "Elu(-0.4)"),
    ("6", "a: Linear(9);", "Gelu"),
    ("6", "a: Linear(9);", "Gelu(approximate = tanh)"),
    ("6", "a: Linear(9);", "PRelu"),
    ("3, 4", "a: Linear(5);", "PRelu(3)"),
    ("6", "a: Linear(8);", "Glu"),
    ("3, 4", "a: Linear(6);", "Glu(axis = 1)"),
    ("6", "a: Linear(9);", "Silu"),
    ("6", "a: Linear(9);", "Sigmoid"),
    ("6", "a: Linear(9);", "Tanh"),
    ("6", "a: Linear(9);", "Softplus"),
    ("6", "a: Linear(9);", "HardSwish"),
    // softmax
    ("6", "a: Linear(5);", "Softmax"),
    ("3, 4", "a: Linear(5);", "Softmax(axis = 0)"),
    ("3, 4", "a: Linear(5);", "Softmax(axis = 1)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "Softmax(axis = 1)"),
    ("6", "a: Linear(5);", "LogSoftmax"),
    ("3, 4", "a: Linear(5);", "LogSoftmax(axis = 1)"),
    ("2, 3, 4", "a: Conv2d(3, kernel = 2);", "LogSoftmax(axis = 2)"),
];

#[test]
fn the_gradient_of_each_layer_is_right() {
    for (i, (input, ahead, layer)) in CASES.iter().enumerate() {
        let input = if input.contains('[') { (*input).to_owned() } else { format!("[{input}]") };
        let text = format!("pub struct N; input: {input}; {ahead} tested: {layer};");
        let counts = check(&text, i as u64).unwrap_or_else(|e| panic!("{layer} on {input}: {e}"));
        assert!(counts.compared > 0 && counts.skipped == 0, "{layer}: {counts:?}");
    }
}

#[test]
fn every_kind_is_in_the_table() {
    // A `Parameter` is a value, which no chain has.
    for kind in nncompiler::ops::kind_names().filter(|kind| *kind != "Parameter") {
        let named = |layer: &str| layer.split('(').next() == Some(kind);
        assert!(CASES.iter().any(|(_, _, layer)| named(layer)), "{kind}");
    }
}

#[test]
fn running_statistics_follow_the_batch() {
    let text = "pub struct N; input: [2, 3]; a: BatchNorm1d(momentum = 0.25);";
    let network = compiled(text).network;
    let data = Data::random(&network, &mut Random(7));
    let mut tensors = data.tensors.clone();
    data.run_with(&training_graph(&network, true), &mut tensors);
    let count = 3 * data.batch;
    for c in 0..2 {
        let of = |n: usize| data.inputs[0][n * 6 + c * 3..n * 6 + c * 3 + 3].to_vec();
        let x: Vec<f64> = (0..data.batch).flat_map(of).collect();
        let mean = x.iter().sum::<f64>() / count as f64;
        let squares: f64 = x.iter().map(|x| (x - mean).powi(2)).sum();
        let unbiased = squares / (count - 1) as f64;
        let close = |t: usize, new: f64| {
            let expected = 0.75 * data.tensors[&t][c] + 0.25 * new;
            assert!((tensors[&t][c] - expected).abs() < 1e-12, "tensor {t}: {tensors:?}");
        };
        close(2, mean);
        close(3, unbiased);
    }
}

#[test]
fn inference_normalises_with_the_running_statistics() {
    let network = compiled("pub struct N; input: [2]; a: BatchNorm1d(eps = 0.5);").network;
    let data = Data::random(&network, &mut Random(8));
    let graph = inference_graph(&network);
    let values = data.run(&graph);
    let t = |i: usize, c: usize| data.tensors[&i][c];
    for (i, y) in output(&graph, &values).iter().enumerate() {
        let c = i % 2;
        let normal = (data.inputs[0][i] - t(2, c)) / (t(3, c) + 0.5).sqrt();
        assert!((y - (normal * t(0, c) + t(1, c))).abs() < 1e-12);
    }
}

#[test]
fn not_a_number_passes_through_fused_and_unfused_alike() {
    let text = "pub struct N; input: [1, 2, 2]; a: Conv2d(1, kernel = 1, bias = false); b: Relu; c: MaxPool2d(2);";
    let network = compiled(text).network;
    for at in 0..4 {
        let mut input = vec![1.0, -2.0, 3.0, -4.0];
        input[at] = f64::NAN;
        for fused in [false, true] {
            let graph = training_graph(&network, fused);
            let mut tensors = [(0, vec![1.0])].into();
            let values =
                interpret(&graph, 1, &[input.clone()], &mut tensors, &[vec![1.0]], &|_, _, _| true);
            assert!(output(&graph, &values)[0].is_nan(), "element {at}, fused: {fused}");
        }
    }
}
