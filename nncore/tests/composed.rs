//! Networks in networks: the same bits as one network with all layers.
#![cfg(feature = "std")]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "common/compared.rs"]
mod compared;

use compared::numbers;
use nncore::network::Other;
use nncore::prelude::*;
use nncore::{CpuOptions, Element};

mod blocks {
    use nncore::network;

    network! {
        /// Two convolutions, and the input added.
        pub struct Block;
        input: [3, 6, 6];
        conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
        norm: BatchNorm2d;
        conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
        fn forward(x) {
            let h = relu(norm(conv1(x)));
            x + conv2(h)
        }
    }

    network! {
        /// A network with a network within.
        pub struct Body;
        input: [3, 6, 6];
        block: Block;
        pool: MaxPool2d(2);
        flat: Flatten;
    }
}

network! {
    /// Of networks from another module, one of which is used twice.
    struct Composed;
    input: [1, 6, 6];
    stem: Conv2d(1 -> 3, kernel = 1);
    blocks: [blocks::Block; 2];
    body: blocks::Body;
    head: Linear(27 -> 4);
}

network! {
    /// The same layers in one.
    struct Flat;
    input: [1, 6, 6];
    stem: Conv2d(1 -> 3, kernel = 1);
    a_conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    a_norm: BatchNorm2d;
    a_conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    b_conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    b_norm: BatchNorm2d;
    b_conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    c_conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    c_norm: BatchNorm2d;
    c_conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    head: Linear(27 -> 4);
    fn forward(x) {
        let x = stem(x);
        let x = x + a_conv2(relu(a_norm(a_conv1(x))));
        let x = x + b_conv2(relu(b_norm(b_conv1(x))));
        let x = x + c_conv2(relu(c_norm(c_conv1(x))));
        head(flatten(max_pool2d(x, 2)))
    }
}

network! {
    /// A trained head on a frozen body.
    struct Tuned;
    input: [3, 6, 6];
    #[frozen] body: blocks::Body;
    head: Linear(27 -> 4);
}

network! {
    /// The same in one.
    struct TunedFlat;
    input: [3, 6, 6];
    #[frozen] conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    #[frozen] norm: BatchNorm2d;
    #[frozen] conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    head: Linear(27 -> 4);
    fn forward(x) {
        let x = x + conv2(relu(norm(conv1(x))));
        head(flatten(max_pool2d(x, 2)))
    }
}

network! {
    /// A frozen body behind a layer that is trained: the gradient flows through.
    struct Through;
    input: [3, 6, 6];
    stem: Conv2d(3 -> 3, kernel = 1);
    #[frozen] body: blocks::Body;
    head: Linear(27 -> 4);
}

network! {
    /// The same in one.
    struct ThroughFlat;
    input: [3, 6, 6];
    stem: Conv2d(3 -> 3, kernel = 1);
    #[frozen] conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    #[frozen] norm: BatchNorm2d;
    #[frozen] conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    head: Linear(27 -> 4);
    fn forward(x) {
        let x = stem(x);
        let x = x + conv2(relu(norm(conv1(x))));
        head(flatten(max_pool2d(x, 2)))
    }
}

network! {
    /// One network that two inputs run through: its weights are shared.
    struct Twins;
    input left: [3, 6, 6];
    input right: [3, 6, 6];
    body: blocks::Body;
    fn forward(left, right) { body(left) - body(right) }
}

network! {
    /// The same in one.
    struct TwinsFlat;
    input left: [3, 6, 6];
    input right: [3, 6, 6];
    conv1: Conv2d(3 -> 3, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    conv2: Conv2d(3 -> 3, kernel = 3, padding = 1);
    fn forward(left, right) {
        let a = left + conv2(relu(norm(conv1(left))));
        let b = right + conv2(relu(norm(conv1(right))));
        flatten(max_pool2d(a, 2)) - flatten(max_pool2d(b, 2))
    }
}

fn device<T: Element>(threads: usize, strict: bool) -> Cpu<T> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).unwrap()
}

/// A model with numbers that depend on the place of a tensor alone, not on its name.
fn model<N: Network>(device: &Cpu<f64>, order: &[usize]) -> Model<N, Cpu<f64>> {
    let mut model = Model::<N, _>::init(device, Seed(1)).unwrap();
    for (tensor, place) in N::TENSORS.iter().zip(order) {
        let values = numbers(tensor.shape.len(), *place as u64);
        let shift = if tensor.name.ends_with("running_var") { 2.0 } else { 0.0 };
        let values: Vec<f64> = values.iter().map(|x| 0.4 * x + shift).collect();
        model.set_tensor(tensor.name, &values).unwrap();
    }
    model
}

/// The place of each tensor in the order of computation: within a network its own layers come first.
fn order<N: Network>(of: &[&str]) -> Vec<usize> {
    let place = |name: &str| of.iter().position(|n| *n == name).unwrap_or_else(|| panic!("{name}"));
    N::TENSORS.iter().map(|t| place(t.name)).collect()
}

/// What three steps of training and an inference yield: losses, outputs, tensors by place.
fn trained<N>(device: &Cpu<f64>, order: &[usize]) -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>)
where
    N: Network<Output = Vector<4>, Input: OneInput<f64>, Ending = Other>,
{
    let mut model = model::<N>(device, order);
    let x = Batch::<N::Input, f64>::from_vec(numbers(7 * <N::Input as Shape>::LEN, 77)).unwrap();
    let y = Batch::<ClassIndex<4>, f64>::from_vec(vec![0, 3, 2, 1, 1, 0, 2]).unwrap();
    let sgd = Sgd::new(0.1).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(8)).unwrap();
    let losses = (0..3).map(|_| trainer.step(&x, &y).unwrap()).collect();
    let mut out = trainer.output().unwrap().items().to_vec();
    let inferred = Predictor::new(&model, Capacity(9)).unwrap().run(&x).unwrap();
    out.extend(inferred.items());
    let mut tensors = vec![Vec::new(); order.len()];
    for (tensor, place) in N::TENSORS.iter().zip(order) {
        tensors[*place] = model.tensor(tensor.name).unwrap();
    }
    (losses, out, tensors)
}

/// The tensors of a block of this name.
fn block(name: &str, sign: &str) -> Vec<String> {
    let suffixes = ["conv1.weight", "conv1.bias", "norm.weight", "norm.bias", "norm.running_mean"];
    let suffixes = suffixes.into_iter().chain(["norm.running_var", "conv2.weight", "conv2.bias"]);
    suffixes.map(|s| format!("{name}{sign}{s}")).collect()
}

fn compare<A, B>(a: &[String], b: &[String])
where
    A: Network<Output = Vector<4>, Input: OneInput<f64>, Ending = Other>,
    B: Network<Output = Vector<4>, Input: OneInput<f64>, Ending = Other>,
{
    let order_a = order::<A>(&a.iter().map(String::as_str).collect::<Vec<_>>());
    let order_b = order::<B>(&b.iter().map(String::as_str).collect::<Vec<_>>());
    for (threads, strict) in [(1, false), (3, false), (2, true)] {
        let device = device::<f64>(threads, strict);
        let (found, expected) = (trained::<A>(&device, &order_a), trained::<B>(&device, &order_b));
        assert_eq!(found, expected, "{threads} threads, strict {strict}");
        assert!(found.0[2] < found.0[0], "{:?}", found.0);
    }
}

fn ends(stem: bool, inner: Vec<Vec<String>>) -> Vec<String> {
    let stem = if stem { vec!["stem.weight", "stem.bias"] } else { Vec::new() };
    let stem = stem.into_iter().map(str::to_owned);
    let head = ["head.weight", "head.bias"].map(str::to_owned);
    stem.chain(inner.into_iter().flatten()).chain(head).collect()
}

#[test]
fn networks_in_networks_have_the_bits_of_one_network() {
    let composed = ["blocks.0", "blocks.1", "body.block"].map(|n| block(n, "."));
    let flat = ["a", "b", "c"].map(|n| block(n, "_"));
    compare::<Composed, Flat>(&ends(true, composed.to_vec()), &ends(true, flat.to_vec()));
}

/// The body has two convolutions and a norm.
#[test]
fn what_is_frozen_is_counted_apart() {
    let (body, head) = (2 * (3 * 27 + 3) + 6, 27 * 4 + 4);
    assert_eq!((Tuned::PARAMETERS, Tuned::FROZEN_PARAMETERS), (head, body));
    assert_eq!((TunedFlat::PARAMETERS, TunedFlat::FROZEN_PARAMETERS), (head, body));
    assert_eq!((Through::PARAMETERS, Through::FROZEN_PARAMETERS), (head + 12, body));
    assert_eq!(Composed::FROZEN_PARAMETERS, 0);
    assert!(
        Tuned::SUMMARY.contains("parameters      frozen           FLOPs"),
        "{}",
        Tuned::SUMMARY
    );
    assert!(!Composed::SUMMARY.contains("frozen"), "{}", Composed::SUMMARY);
}

#[test]
fn frozen_networks_have_the_bits_of_frozen_layers() {
    let (inner, flat) = (vec![block("body.block", ".")], vec![block("", "")]);
    compare::<Tuned, TunedFlat>(&ends(false, inner.clone()), &ends(false, flat.clone()));
    compare::<Through, ThroughFlat>(&ends(true, inner), &ends(true, flat));
    assert_eq!(Tuned::PARAMETER_LEN, 128, "the head, in blocks of 16");
    let trained: Vec<_> = Tuned::TENSORS.iter().filter(|t| !t.is_kept()).map(|t| t.name).collect();
    assert_eq!(trained, ["head.weight", "head.bias"]);
    // Nothing of the body is kept for a backward pass.
    const { assert!(Tuned::TRAINING.arena < Through::TRAINING.arena) };
}

#[test]
fn a_network_that_is_used_twice_adds_its_gradients_up() {
    let (a, b) = (block("body.block", "."), block("", ""));
    let order_a = order::<Twins>(&a.iter().map(String::as_str).collect::<Vec<_>>());
    let order_b = order::<TwinsFlat>(&b.iter().map(String::as_str).collect::<Vec<_>>());
    let device = device::<f64>(2, false);
    let left = Batch::from_vec(numbers(5 * 108, 5)).unwrap();
    let right = Batch::from_vec(numbers(5 * 108, 6)).unwrap();
    let target = Batch::from_vec(numbers(5 * 27, 7)).unwrap();
    let mut twins = model::<Twins>(&device, &order_a);
    let mut flat = model::<TwinsFlat>(&device, &order_b);
    let sgd = Sgd::new(0.05).momentum(0.5);
    let mut a = Trainer::new(&mut twins, MeanSquaredError, sgd.clone(), Capacity(5)).unwrap();
    let mut b = Trainer::new(&mut flat, MeanSquaredError, sgd, Capacity(5)).unwrap();
    for _ in 0..3 {
        let (found, expected) =
            (a.step((&left, &right), &target).unwrap(), b.step((&left, &right), &target).unwrap());
        assert!((found - expected).abs() < 1e-12 * expected, "{found}, {expected}");
    }
}

#[test]
fn parameters_nest_by_name() {
    let device = Cpu::with_threads(1).unwrap();
    let model = Model::<Composed, _>::init(&device, Seed(3)).unwrap();
    let parameters = model.parameters();
    let by_name = |name: &str| model.tensor(name).unwrap();
    assert_eq!(parameters.body.block.conv2_bias.as_slice(), by_name("body.block.conv2.bias"));
    assert_eq!(parameters.blocks_1.norm_weight.as_slice(), by_name("blocks.1.norm.weight"));
    assert_eq!(parameters.head_weight.as_flattened(), by_name("head.weight"));
    // Equal blocks start differently.
    assert_ne!(by_name("blocks.0.conv1.weight"), by_name("blocks.1.conv1.weight"));
}

#[test]
fn files_hold_nested_names() {
    let device = Cpu::with_threads(1).unwrap();
    let model = Model::<Composed, _>::init(&device, Seed(3)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("composed.safetensors");
    model.save(&file).unwrap();
    let loaded = Model::<Composed, _>::load(&device, &file).unwrap();
    for tensor in Composed::TENSORS {
        assert_eq!(model.tensor(tensor.name).unwrap(), loaded.tensor(tensor.name).unwrap());
    }
}

network! {
    /// Equal networks with dropout.
    struct Drops;
    input: [3, 6, 6];
    drops: [Drop; 2];
}

network! {
    struct Drop;
    input: [3, 6, 6];
    drop: Dropout(0.5);
}

#[test]
fn equal_networks_draw_different_masks() {
    let device = Cpu::with_threads(1).unwrap();
    let mut model = Model::<Drops, _>::init(&device, Seed(3)).unwrap();
    let ones = Batch::from_vec(vec![1.0; 20 * 108]).unwrap();
    let target = Batch::zeros(20);
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(20)).unwrap();
    trainer.step(&ones, &target).unwrap();
    let out = trainer.output().unwrap();
    let kept = out.items().iter().filter(|x| **x == 4.0).count() as f64 / (20.0 * 108.0);
    assert!((kept - 0.25).abs() < 0.04, "{kept} passed both");
}

#[test]
fn names_nest_and_costs_add_up() {
    let names: Vec<&str> = Composed::TENSORS.iter().map(|t| t.name).collect();
    assert_eq!(names.len(), Flat::TENSORS.len());
    for name in [
        "stem.weight",
        "blocks.0.conv1.weight",
        "blocks.1.norm.running_var",
        "body.block.conv2.bias",
        "head.bias",
    ] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
    assert_eq!(Composed::PARAMETERS, Flat::PARAMETERS);
    assert_eq!(Composed::MACS, Flat::MACS);
    assert!(Composed::SUMMARY.contains("blocks::Block"), "{}", Composed::SUMMARY);
}

network! {
    /// Nothing is computed.
    struct Same;
    input: [3];
    fn forward(x) { x }
}

network! {
    /// No layer is declared.
    struct Halves;
    input: [6];
    fn forward(x) { let (a, b) = split(x); a * b }
}

#[test]
fn a_body_alone_is_a_network() {
    let device = Cpu::with_threads(1).unwrap();
    let (same, halves) = (
        Model::<Same, _>::init(&device, Seed(3)).unwrap(),
        Model::<Halves, _>::init(&device, Seed(3)).unwrap(),
    );
    let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
    let y = Predictor::new(&same, Capacity(2)).unwrap().run(&x).unwrap();
    assert_eq!(y.items(), x.items());
    let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
    let y = Predictor::new(&halves, Capacity(2)).unwrap().run(&x).unwrap();
    assert_eq!(y.items(), [4.0, 10.0, 18.0]);
    let mut halves = halves;
    let mut trainer =
        Trainer::new(&mut halves, MeanSquaredError, Sgd::new(0.1), Capacity(2)).unwrap();
    let loss = trainer.step(&x, &Batch::from_vec(vec![4.0, 10.0, 15.0]).unwrap()).unwrap();
    assert_eq!(loss, 3.0);
}
