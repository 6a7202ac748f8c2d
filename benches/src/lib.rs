//! What the benchmarks share: networks and batches.

pub mod gpu;
pub mod networks;

use nncore::prelude::*;

network! {
    /// Two convolution stages and a two-layer head.
    pub struct ConvNet;
    input: [3, 56, 56];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(32 -> 64, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat:  Flatten;
    fc1:   Linear(64*14*14 -> 128);
    relu3: Relu;
    fc2:   Linear(128 -> 10);
}

network! {
    /// The same with small sizes, for tests.
    pub struct SmallConvNet;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 8, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(8 -> 16, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat:  Flatten;
    fc1:   Linear(16*2*2 -> 32);
    relu3: Relu;
    fc2:   Linear(32 -> 10);
}

network! {
    /// A small network, in which calls cost more than arithmetic.
    pub struct Mlp;
    input: [784];
    fc1:  Linear(784 -> 128);
    relu: Relu;
    fc2:  Linear(128 -> 10);
}

/// A batch of numbers between -1 and 1.
///
/// # Panics
/// Never: the elements are whole samples.
#[must_use]
pub fn inputs<S: Shape>(batch: usize) -> Batch<S> {
    let noise = |i: usize| ((i * 7919) % 2003) as f32 / 1001.5 - 1.0;
    Batch::from_vec((0..batch * S::LEN).map(noise).collect()).expect("whole samples")
}

/// Labels of a batch.
///
/// # Panics
/// Never: a label is a sample.
#[must_use]
pub fn labels<const N: usize>(batch: usize) -> Batch<ClassIndex<N>> {
    Batch::from_vec((0..batch).map(|i| (i % N) as u32).collect()).expect("whole samples")
}
