//! Every word of the language in networks that are small enough for an interpreter of Rust, trained and run on the CPU and on
//! the device without an allocator. `.ci/run` runs them under Miri, which finds undefined behaviour that no test sees.
#![cfg(feature = "std")]

#[path = "tiny/observe.rs"]
#[allow(dead_code, reason = "this file uses some of it")]
mod observe;

use nncore::custom::{Backward, Operation, Role, Shaped, Sizes, TensorInfo};
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe};
use nncore::{CpuOptions, Element};
use observe::trained;

network! {
    struct Pictures;
    input: [2, 6, 6];
    conv: Conv2d(2 -> 4, kernel = 3, padding = same, bias = false);
    norm: BatchNorm2d;
    relu: Relu;
    pool: MaxPool2d(2);
    deep: Conv2d(4 -> 4, kernel = 3, padding = 1, groups = depthwise);
    swish: HardSwish;
    up: Upsample2d(2);
    avg: AvgPool2d(2, stride = 1);
    elu: Elu(0.5);
    point: Conv2d(4 -> 3, kernel = 1);
    all: GlobalAvgPool2d;
    flat: Flatten;
    fc: Linear(3 -> 2);
    log: LogSoftmax;
}

network! {
    struct Rows;
    input: [3, 4];
    a: Linear(4 -> 6);
    g: Gelu;
    n: LayerNorm;
    d: Dropout(0.25);
    b: Linear(6 -> 4, bias = false);
    t: Tanh;
    m: BatchNorm1d(3);
    s: Silu;
    l: LeakyRelu(0.1);
    c: Softmax(axis = 1);
    p: Softplus;
    h: Gelu(approximate = tanh);
    e: Sigmoid;
}

network! {
    struct Functions;
    input: [4, 6];
    fc: Linear(6 -> 6);
    out: Linear(63 -> 3);
    fn forward(x) {
        let h = fc(x);
        let m = matmul(h, h, transpose_b = true);
        let c = concat(m, m, m, axis = 1);
        let (a, b, c) = split(permute(reshape(slice(flatten(c), 0..27), [3, 3, 3]), [2, 0, 1]), axis = 0);
        let d = a * b - expand(reshape(max(c, axes = (1, 2)), [1, 1, 1]), [1, 3, 3]) / 3.0;
        let e = concat(flatten(d), flatten(mean(upsample2d(d, 2), axis = 0)), sum(h, axis = 1));
        out(concat(e, slice(flatten(transpose(h)), 0..14)) * 0.5 + 1.0)
    }
}

network! {
    struct Elementary;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        let h = abs(fc(x)) + 0.5;
        let q = ln(h) / sqrt(h) - 2.0 / exp(clamp(h, 0.6, 1.0));
        pow(h, -0.7) * square(q) + pow(h, 3)
    }
}

network! {
    struct Sequences;
    input: [4, 8];
    conv: Conv1d(4 -> 8, kernel = 3, padding = same, groups = 2, bias = false);
    norm: GroupNorm(2);
    slope: PRelu(8);
    pool: MaxPool1d(2);
    gate: Glu;
    avg: AvgPool1d(2);
    rms: RmsNorm(axes = 1);
    flat: Flatten;
    fc: Linear(8 -> 2);
}

network! {
    struct Fine;
    input: [8, 2, 2];
    norm: InstanceNorm2d(affine = true);
    up: PixelShuffle(2);
    fit: AdaptiveAvgPool2d((3, 5));
    pad: Pad2d(1, mode = reflect);
    grow: ConvTranspose2d(2 -> 2, kernel = 2, padding = 1);
    flat: Flatten;
    fc: Linear(48 -> 2);
}

network! {
    /// A cell with a value and two states.
    struct Gates;
    input x: [2];
    input h: [3];
    input c: [3];
    of_x: Linear(2 -> 6);
    of_h: Linear(3 -> 6, bias = false);
    fn forward(x, h, c) {
        let (a, b) = split(of_x(x) + of_h(h));
        let c = sigmoid(a) * c + tanh(b);
        (c * 0.5, tanh(c), c)
    }
}

network! {
    struct Simple;
    input x: [3];
    input h: [2];
    of_x: Linear(3 -> 2);
    of_h: Linear(2 -> 2);
    fn forward(x, h) { tanh(of_x(x) + of_h(h)) }
}

network! {
    /// Networks of several values, along sequences and alone; values that read nothing.
    struct States;
    input: [4, 2];
    gates: Gates;
    simple: Simple;
    start: Parameter(3, init = normal(0.5));
    fn forward(x) {
        let (all, h, c) = scan(gates, x, start, zeros([3]));
        let (_, back) = scan(simple, all, zeros([2]), reverse = true);
        let (y, _, _) = gates(back, h * detach(c), c);
        y
    }
}

/// Each element times one trained number.
#[derive(Clone, Copy, Debug)]
struct Scale;

impl<X: Shaped> Operation<X> for Scale {
    const OUTPUT: Sizes = X::SHAPE;
    const TENSORS: &'static [TensorInfo] = &[TensorInfo {
        name: "scale",
        shape: Sizes::new(&[1]),
        offset: 0,
        role: Role::Scale,
        is_frozen: false,
    }];

    fn forward<T: Element>(x: &[T], parameters: &[T], y: &mut [T]) {
        y.iter_mut().zip(x).for_each(|(y, x)| *y = *x * parameters[0]);
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        for (x, d_y) in g.x.iter().zip(g.d_y) {
            if let [d_scale, ..] = g.d_parameters {
                *d_scale += *x * *d_y;
            }
        }
        let Some(d_x) = g.d_x else { return };
        d_x.iter_mut().zip(g.d_y).for_each(|(d_x, d_y)| *d_x = *d_y * g.parameters[0]);
    }
}

network! {
    struct Block;
    input: [2, 3, 3];
    conv: Conv2d(2 -> 2, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    scale: Custom<Scale>;
    fn forward(x) { relu(scale(norm(conv(x))) + x) }
}

network! {
    struct Nested;
    input: [2, 3, 3];
    #[frozen]
    first: Block;
    blocks: [Block; 2];
    again: Custom<Scale>;
    flat: Flatten;
    fc: Linear(18 -> 2);
}

network! {
    struct Words;
    input text: [3] in 0..5;
    input more: [2];
    table: Embedding(5 -> 2);
    fn forward(text, more) {
        let t = table(text);
        (sum(t, axis = 0), max(t, axis = 0) * more)
    }
}

#[test]
fn pictures() {
    assert!(trained::<Pictures, 2>(1) > 100);
}

#[test]
fn sequences() {
    assert!(trained::<Sequences, 2>(5) > 100);
}

#[test]
fn fine_pictures() {
    assert!(trained::<Fine, 2>(6) > 100);
}

#[test]
fn states() {
    assert!(trained::<States, 2>(7) > 100);
}

#[test]
fn rows() {
    assert!(trained::<Rows, 3>(2) > 100);
}

#[test]
fn functions() {
    assert!(trained::<Functions, 2>(3) > 100);
    assert!(trained::<Elementary, 2>(3) > 10);
}

#[test]
fn networks_in_networks() {
    assert!(trained::<Nested, 2>(4) > 100);
}

struct Both;

impl Recipe<Words> for Both {
    type Loss = (MeanSquaredError, CrossEntropy);
    const LOSS: Self::Loss = (MeanSquaredError, CrossEntropy::new());
    const OPTIMIZER: Rule = Adam::new(0.01).into_rule();
}

#[test]
fn several_inputs_and_outputs() {
    let device = Cpu::with_options(CpuOptions { threads: Some(2), strict: true }).unwrap();
    let mut model = Model::<Words, Cpu>::init(&device, Seed(1)).unwrap();
    let (text, more) = ([0, 4, 2, 1, 1, 3], [0.5, -1.0, 2.0, 0.25]);
    let (values, labels) = ([1.0, 2.0, 3.0, 4.0], [1, 0]);
    let mut memory = vec![f32::NAN; tiny::training_len::<Words, Both>(2)];
    let mut on_tiny = tiny::Trainer::<Words, Both, 2>::init_in_slice(&mut memory, Seed(1)).unwrap();
    let losses = (MeanSquaredError, CrossEntropy::new());
    let mut on_cpu = Trainer::new(&mut model, losses, Adam::new(0.01), Capacity(3)).unwrap();
    let inputs = (Batch::from_vec(text.to_vec()).unwrap(), Batch::from_vec(more.to_vec()).unwrap());
    let targets =
        (Batch::from_vec(values.to_vec()).unwrap(), Batch::from_vec(labels.to_vec()).unwrap());
    for _ in 0..2 {
        let expected = on_cpu.step((&inputs.0, &inputs.1), (&targets.0, &targets.1)).unwrap();
        let found = on_tiny.step((&text[..], &more[..]), (&values[..], &labels[..])).unwrap();
        assert_eq!(found.to_bits(), expected.to_bits());
    }
}

/// A word of the language that is not here would not be looked at.
#[test]
#[cfg(not(miri))]
fn every_word_is_here() {
    use nncompiler::ops::{FUNCTIONS, KINDS};
    let text = include_str!("small.rs");
    for kind in KINDS.iter().copied().flatten() {
        let ends = ["(", ";", "<"].map(|end| format!(": {}{end}", kind.name));
        assert!(ends.iter().any(|word| text.contains(word)), "`{}`", kind.name);
    }
    let is_word = |name: &str| name.starts_with(char::is_alphabetic);
    for function in FUNCTIONS.iter().copied().flatten().filter(|f| is_word(f.name)) {
        assert!(text.contains(&format!("{}(", function.name)), "`{}`", function.name);
    }
}
