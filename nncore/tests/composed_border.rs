//! Losses, views, several inputs and fields of parameters after networks as layers, whose shapes rustc alone knows: the
//! same bits as one network of literal sizes.
#![cfg(feature = "std")]

use nncore::prelude::*;

struct Config;

impl Config {
    const CHANNELS: usize = 3;
    const SIZE: usize = 6;
}

network! {
    struct Body;
    input: [Config::CHANNELS, Config::SIZE, Config::SIZE];
    conv: Conv2d(Config::CHANNELS -> 4, kernel = 3);
    pool: MaxPool2d(2);
}

network! {
    struct Composed;
    input image: [Config::CHANNELS, Config::SIZE, Config::SIZE];
    input more: [4, Config::SIZE - 4, 2];
    norm: LayerNorm(axes = 2);
    all: LayerNorm;
    head: Linear(16 -> 3);
    body: Body;
    view Features: h;
    view Both: (n, logits);
    loss: CrossEntropy(logits) + 0.5 * MeanSquaredError(a);
    fn forward(image, more) {
        let h = body(image);
        let n = norm(h + more);
        let a = all(tanh(n));
        let logits = head(flatten(a));
        (logits, a)
    }
}

network! {
    struct Flat;
    input image: [3, 6, 6];
    input more: [4, 2, 2];
    norm: LayerNorm(axes = 2);
    all: LayerNorm;
    head: Linear(16 -> 3);
    conv: Conv2d(3 -> 4, kernel = 3);
    view FlatFeatures: h;
    view FlatBoth: (n, logits);
    loss: CrossEntropy(logits) + 0.5 * MeanSquaredError(a);
    fn forward(image, more) {
        let h = max_pool2d(conv(image), 2);
        let n = norm(h + more);
        let a = all(tanh(n));
        let logits = head(flatten(a));
        (logits, a)
    }
}

/// Numbers that look random.
fn numbers(len: usize, seed: u32) -> Vec<f32> {
    let mut state = seed.wrapping_mul(0x9E37_79B9) | 1;
    let mut next = || {
        // xorshift
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) % 2001
    };
    (0..len).map(|_| next() as f32 / 1000.0 - 1.0).collect()
}

fn model<N: Network>(device: &Cpu) -> Model<N, Cpu> {
    let mut model = Model::<N, _>::init(device, Seed(1)).unwrap();
    for (i, tensor) in N::TENSORS.iter().enumerate() {
        let values = numbers(tensor.shape.len(), 5 + i as u32);
        model.set_tensor(tensor.name, &values).unwrap();
    }
    model
}

#[test]
fn training_has_the_bits_of_one_network() {
    let device = Cpu::with_threads(2).unwrap();
    let image: Batch<Image<3, 6, 6>> = Batch::from_vec(numbers(5 * 108, 21)).unwrap();
    let more: Batch<Image<4, 2, 2>> = Batch::from_vec(numbers(5 * 16, 22)).unwrap();
    let labels: Batch<ClassIndex<3>> = Batch::from_vec(vec![0, 2, 1, 1, 0]).unwrap();
    let target: Batch<Image<4, 2, 2>> = Batch::from_vec(numbers(5 * 16, 23)).unwrap();
    let (mut composed, mut flat) = (model::<Composed>(&device), model::<Flat>(&device));
    let capacity = Capacity(5);
    let mut a = Trainer::with_declared_loss(&mut composed, Sgd::new(0.1), capacity).unwrap();
    let mut b = Trainer::with_declared_loss(&mut flat, Sgd::new(0.1), capacity).unwrap();
    for _ in 0..3 {
        let found = a.step((&image, &more), (&labels, &target)).unwrap();
        let expected = b.step((&image, &more), (&labels, &target)).unwrap();
        assert_eq!(found.to_bits(), expected.to_bits());
    }
    for (x, y) in Composed::TENSORS.iter().zip(Flat::TENSORS) {
        let (x, y) = (a.model().tensor(x.name).unwrap(), b.model().tensor(y.name).unwrap());
        assert_eq!(x, y);
    }
}

#[test]
fn views_have_the_shapes_that_rustc_finds() {
    let device = Cpu::with_threads(1).unwrap();
    let (composed, flat) = (model::<Composed>(&device), model::<Flat>(&device));
    let image: Batch<Image<3, 6, 6>> = Batch::from_vec(numbers(108, 21)).unwrap();
    let more: Batch<Image<4, 2, 2>> = Batch::from_vec(numbers(16, 22)).unwrap();
    let found: Batch<Image<4, 2, 2>> = Predictor::<Features, _>::for_view(&composed, Capacity(1))
        .unwrap()
        .run((&image, &more))
        .unwrap();
    let expected = Predictor::<FlatFeatures, _>::for_view(&flat, Capacity(1))
        .unwrap()
        .run((&image, &more))
        .unwrap();
    assert_eq!(found, expected);
    let found: (Batch<Image<4, 2, 2>>, Batch<Vector<3>>) =
        Predictor::<Both, _>::for_view(&composed, Capacity(1))
            .unwrap()
            .run((&image, &more))
            .unwrap();
    let expected = Predictor::<FlatBoth, _>::for_view(&flat, Capacity(1))
        .unwrap()
        .run((&image, &more))
        .unwrap();
    assert_eq!(found, expected);
}

#[test]
fn fields_are_nested_as_the_shapes_that_rustc_finds() {
    let device = Cpu::with_threads(1).unwrap();
    let model = model::<Composed>(&device);
    let parameters = model.parameters();
    let by_name = |name: &str| model.tensor(name).unwrap();
    let rows: &[[f32; 2]; 2] = &parameters.norm_weight;
    assert_eq!(rows.as_flattened(), by_name("norm.weight"));
    let image: &[[[f32; 2]; 2]; 4] = &parameters.all_bias;
    assert_eq!(image.as_flattened().as_flattened(), by_name("all.bias"));
    assert_eq!(parameters.body.conv_bias.as_slice(), by_name("body.conv.bias"));
}
