//! Valid networks that hold the forms of the language, to be spoilt.

use super::CONV_NET;

pub(crate) const NETWORKS: [&str; 26] = [
    CONV_NET,
    "pub struct A; input: [784]; fc1: Linear(784 -> 128); relu: Relu; fc2: Linear(128 -> 10);",
    "struct B; const HIDDEN: usize = 32; const OUT: usize = HIDDEN / 2; input: [4, 8];
     a: Linear(8 -> HIDDEN); n: LayerNorm(axes = 1); g: Gelu(approximate = tanh);
     b: Linear(HIDDEN -> OUT); s: Softmax(axis = 1);",
    "pub(crate) struct C; crate = some::path; input: [3, 32, 32];
     stem: Conv2d(3 -> 16, kernel = 3, stride = 2, padding = same, bias = false);
     norm: BatchNorm2d(16, eps = 1e-3, momentum = 0.05); act: LeakyRelu(0.1);
     deep: Conv2d(16 -> 16, kernel = (3, 3), padding = (1, 1), groups = depthwise);
     point: Conv2d(_ -> 32, kernel = 1); pool: GlobalAvgPool2d; flat: Flatten;
     drop: Dropout(0.2); head: Linear(32 -> 10); loss: CrossEntropy(label_smoothing = 0.1);",
    "#[derive(PartialEq)] pub struct D; input: [1, 9, 7];
     #[allow(dropped_rows)] a: AvgPool2d(2, count_include_pad = false);
     b: MaxPool2d(kernel = (2, 1), stride = 1, padding = (1, 0, 0, 0)); f: Flatten;
     c: Linear(5); d: Sigmoid; loss: MeanSquaredError;",
    "pub struct E; input: [Config::SIZE, 16, 16]; a: Conv2d(Config::SIZE -> 8, kernel = 3);
     b: Silu; c: Flatten; d: Linear(8*14*14 -> Config::CLASSES); loss: CrossEntropy;",
    "pub struct F; input: [10]; a: Linear(10 -> 20, bias = false); b: BatchNorm1d(20); c: Tanh;
     d: Elu(alpha = 0.5); e: Linear(20 -> 1); loss: BinaryCrossEntropyWithLogits;",
    "pub struct G; input: [2, 5]; a: Flatten; b: Linear(10 -> 10); c: HardSwish; d: Softplus;
     e: LogSoftmax; loss: Huber(delta = 2.0);",
    "/// One layer.
     pub struct H; input: [3]; only: Linear(3 -> 1);",
    "pub struct I; input: [8, 12, 12]; a: Conv2d(8 -> 12, kernel = 3, dilation = 2, groups = 4);
     b: Relu; c: MaxPool2d(2, dilation = 1); d: Conv2d(12 -> 4, kernel = 2); e: AvgPool2d(3);
     f: Flatten; g: Linear(4 -> 4); loss: L1;",
    "pub struct J; const C: usize = 6; input: [C, 4, 4]; a: Conv2d(C -> C * 2, kernel = 1);
     b: BatchNorm2d; c: Relu; d: Flatten; e: Linear(C * 2 * 16 -> C + 1 - 3 % 2); f: Dropout;
     g: Linear(C -> 2);",
    // with bodies
    "pub struct K; input: [2, 4, 4]; conv1: Conv2d(2 -> 3, kernel = 3, padding = 1);
     norm1: BatchNorm2d; conv2: Conv2d(3 -> 2, kernel = 3, padding = 1); head: Linear(32 -> 3);
     loss: CrossEntropy;
     fn forward(x) { let h = relu(norm1(conv1(x))); let s = relu(conv2(h) + x); head(flatten(s)) }",
    "pub struct L; input image: [1, 4, 4]; input noise: [3]; c: Conv2d(1 -> 2, kernel = 3);
     a: Linear(8 -> 3); b: Linear(3 -> 2);
     fn forward(image, noise) { let f = flatten(relu(c(image))); let h = a(f) + noise; (b(h), h, f) }",
    "pub struct M; input: [5, 4]; q: Linear(4 -> 3); k: Linear(4 -> 3); v: Linear(4 -> 4);
     fn forward(x) { let s = softmax(matmul(q(x), k(x), transpose_b = true) / 1.7, axis = 1);
     x + matmul(s, v(x)) }",
    "struct O; const WORDS: usize = 7; input tokens: [5] in 0..WORDS;
     embed: Embedding(WORDS -> 3); a: Linear(3 -> 2); loss: CrossEntropy;
     fn forward(tokens) { flatten(transpose(a(embed(tokens)))) }",
    "pub struct P; input: [3, 4]; a: Linear(4 -> 6); b: Linear(4 -> 2);
     fn forward(x) { let (u, v, _w) = split(a(x), axis = 1); let c = concat(b(x), u, v, axis = 1);
     let d = slice(c, 1..3, axis = 1); concat(d, slice(c, ..2, axis = 1), slice(c, 4.., axis = 1), axis = 0) }",
    "pub struct Q; input: [2, 3, 4]; a: Conv2d(2 -> 2, kernel = 1); b: Linear(6 -> 2);
     fn forward(x) { let h = a(x); let t = permute(h, [2, 0, 1]);
     let m = transpose(reshape(t, [4, 6])); b(transpose(m)) }",
    "pub struct R; input: [3, 2, 2]; a: Conv2d(3 -> 3, kernel = 1); const HALF: f32 = 0.5;
     fn forward(x) { let h = a(x); let gate = sigmoid(mean(h, axes = (1, 2), keep = true));
     let e = h * expand(gate, [3, 2, 2]) + (1.0 - HALF * h) / 2.0 - 3;
     concat(max(e, axis = 1), sum(-e, axis = 2), axis = 0) }",
    "pub struct S; input: [1, 4, 4]; d1: Conv2d(1 -> 2, kernel = 3, padding = 1);
     d2: Conv2d(2 -> 3, kernel = 3, padding = 1); u1: Conv2d(5 -> 2, kernel = 3, padding = 1);
     fn forward(x) { let a = relu(d1(x)); let b = relu(d2(max_pool2d(a, 2)));
     u1(concat(a, upsample2d(b, 2))) }",
    "/// One layer, used three times.
     pub struct Tied; input: [4]; a: Linear(4 -> 4);
     fn forward(x) { tanh(a(tanh(a(tanh(a(x)))))) }",
    "pub struct U; input left: [3] in 0..5; input right: [3] in 0..5; e: Embedding(_ -> 4);
     loss: 0.5 * MeanSquaredError(distance) + L1(sum);
     fn forward(a, b) { let distance = e(a) - e(b); let sum = dropout(e(a), 0.2) + e(b);
     (distance, sum) }",
    "#[derive(PartialEq)] pub struct V; crate = some::path; input: [Config::ROWS, 8];
     norm: LayerNorm(axes = 1); up: Linear(8 -> Config::WIDE); down: Linear(Config::WIDE -> 8);
     fn forward(x) { let h = norm(x); let h = gelu(up(h), approximate = tanh); let _seen = h * h;
     x + leaky_relu(down(h), 0.1) }",
    "pub struct W; const DEPTH: usize = 3; input: [2, 8, 8]; #[frozen] stem: Conv2d(2 -> 4, kernel = 3);
     blocks: [Block; DEPTH]; neck: parts::Neck; pool: GlobalAvgPool2d; flat: Flatten;
     head: Linear(_ -> 5); train: head, neck; loss: CrossEntropy;",
    "pub struct X; input: [4, 6]; first: Linear(6 -> 6); inner: Encoder<Four, Six>; last: Linear(6 -> 2);
     fn forward(x) { let h = inner(relu(first(x))); last(h + tanh(first(h))) + last(x) }",
    "pub struct Y<C: Dim, H: Dim>; input: [C, H, H]; a: Conv2d(C -> C, kernel = 3, padding = 1);
     b: Conv2d(C -> C, kernel = 1); fn forward(x) { let h = relu(a(x)); relu(b(h) + x) }",
    "pub struct Z; input: [2, 8, 8]; a: Conv2d(2 -> 4, kernel = 3, padding = 1); pool: MaxPool2d(2);
     b: Linear(4*4*4 -> 8); c: Linear(8 -> 3); memory <= 64 MiB for 32; memory <= 64 KiB;
     flash <= 1 MiB; train: biases;
     view Features: h; pub view Both: (h, c); loss: CrossEntropy;
     fn forward(x) { let h = relu(b(flatten(pool(a(x))))); c(h) }",
];
