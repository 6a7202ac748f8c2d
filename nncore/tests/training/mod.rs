//! Networks and short trainings that several tests share.

#![allow(dead_code)] // each test file uses a part of this

use nncore::device::Plain;
use nncore::network::Other;
use nncore::prelude::*;
use nncore::{Element, Error};

network! {
    /// The README's network, smaller.
    pub(crate) struct SmallConv;
    input: [3, 16, 16];
    conv1: Conv2d(3 -> 20, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(20 -> 36, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(36*4*4 -> 64);
    relu3: Relu;
    fc2: Linear(64 -> 10);
}

network! {
    pub(crate) struct Mlp;
    input: [64];
    fc1: Linear(64 -> 160);
    act1: Gelu;
    fc2: Linear(160 -> 96);
    act2: Tanh;
    fc3: Linear(96 -> 10);
}

network! {
    pub(crate) struct Norms;
    input: [4, 10, 10];
    norm0: BatchNorm2d;
    conv1: Conv2d(4 -> 20, kernel = 3, bias = false);
    norm1: BatchNorm2d;
    act1: Silu;
    depth: Conv2d(20 -> 20, kernel = 3, padding = same, groups = depthwise);
    rows: LayerNorm(axes = 2);
    pool: AvgPool2d(2);
    flat: Flatten;
    norm2: LayerNorm;
    fc: Linear(20*4*4 -> 10);
    norm3: BatchNorm1d;
}

network! {
    pub(crate) struct Drops;
    input: [2, 12, 12];
    conv: Conv2d(2 -> 8, kernel = 5, stride = 2, padding = 2);
    drop1: Dropout(0.25);
    act: Elu;
    flat: Flatten;
    drop2: Dropout(0.5);
    fc1: Linear(288 -> 64);
    relu: Relu;
    drop3: Dropout(0.1);
    fc2: Linear(64 -> 10);
}

/// A network of one input that tells ten classes apart.
pub(crate) trait TenClasses<T: Element = f32>:
    Network<Input: OneInput<T>, Output = Vector<10>, Ending = Other>
{
}

impl<T: Element, N> TenClasses<T> for N where
    N: Network<Input: OneInput<T>, Output = Vector<10>, Ending = Other>
{
}

/// Splitmix64, uniform in [-1, 1).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    }
}

/// Random samples.
pub(crate) fn inputs<S: Shape, T: Element>(samples: usize, seed: u64) -> Batch<S, T> {
    let mut random = Random(seed);
    let items = (0..samples * S::LEN).map(|_| T::from_f64(random.unit())).collect();
    <Batch<S, T>>::from_vec(items).expect("whole samples")
}

/// Random labels of ten classes.
pub(crate) fn labels<T: Element>(samples: usize, seed: u64) -> Batch<ClassIndex<10>, T> {
    let mut random = Random(seed);
    let items = (0..samples).map(|_| (random.next() % 10) as u32).collect();
    <Batch<ClassIndex<10>, T>>::from_vec(items).expect("labels")
}

/// What is left of a training, as numbers whose equality is that of bits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trained {
    /// The loss of each step.
    pub(crate) losses: Vec<u64>,
    /// All tensors, running statistics included.
    pub(crate) tensors: Vec<u64>,
}

/// The bits of the number as an `f64`, which are others for each `f32`.
pub(crate) fn bits<T: Element>(x: T) -> u64 {
    x.to_f64().to_bits()
}

/// A training of ten classes: a step for each of `batches`, its number of samples.
pub(crate) fn train<N, T, O>(
    device: &Cpu<T>,
    optimizer: O,
    capacity: usize,
    batches: &[usize],
) -> Result<Model<N, Cpu<T>>, Error>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    train_and_record(device, optimizer, capacity, batches).map(|(model, _)| model)
}

/// [`train`], and what is left of it.
pub(crate) fn train_and_record<N, T, O>(
    device: &Cpu<T>,
    optimizer: O,
    capacity: usize,
    batches: &[usize],
) -> Result<(Model<N, Cpu<T>>, Trained), Error>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let mut model = Model::<N, _>::init(device, Seed(3))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(capacity))?;
    trainer = trainer.seed(Seed(4));
    let mut losses = Vec::new();
    for (step, n) in batches.iter().enumerate() {
        let loss = trainer.step(&inputs(*n, step as u64), &labels(*n, 50 + step as u64))?;
        assert!(loss.to_f64().is_finite(), "step {step}: {loss:?}");
        losses.push(bits(loss));
    }
    let mut tensors = Vec::new();
    for tensor in model.tensors() {
        tensors.extend(model.tensor(tensor.name)?.into_iter().map(bits));
    }
    Ok((model, Trained { losses, tensors }))
}
