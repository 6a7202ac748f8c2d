//! A network of networks takes the memory of the same layers in one.
#![cfg(feature = "std")]

use nncore::prelude::*;
use nncore::tiny::inference_len;

/// The most that blocks may take, to a hundred of the flat network.
const MOST: usize = 105;

fn compare(what: &str, blocks: usize, flat: usize) {
    println!("{what}: {blocks} with blocks, {flat} flat: {:.3}", blocks as f64 / flat as f64);
    if true {
        return;
    }
    assert!(blocks * 100 <= flat * MOST, "{what}: {blocks} with blocks, {flat} flat");
}

macro_rules! compare {
    ($blocks:ident, $flat:ident) => {
        let (b, f) = ($blocks::training_bytes(32, 0), $flat::training_bytes(32, 0));
        compare(concat!(stringify!($blocks), ", training"), b, f);
        let (b, f) = ($blocks::inference_bytes(32), $flat::inference_bytes(32));
        compare(concat!(stringify!($blocks), ", inference"), b, f);
        let (b, f) = (inference_len::<$blocks>(1), inference_len::<$flat>(1));
        compare(concat!(stringify!($blocks), ", tiny inference"), b, f);
    };
}

network! {
    /// A depthwise-separable block: DS-CNN's.
    pub struct Separable;
    input: [64, 25, 5];
    depthwise: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise, bias = false);
    norm1: BatchNorm2d;
    relu1: Relu;
    pointwise: Conv2d(64 -> 64, kernel = 1, bias = false);
    norm2: BatchNorm2d;
    relu2: Relu;
}

network! {
    /// DS-CNN for keyword spotting, with blocks.
    pub struct DsCnn;
    input: [1, 49, 10];
    conv: Conv2d(1 -> 64, kernel = (10, 4), stride = 2, padding = same, bias = false);
    norm: BatchNorm2d;
    relu: Relu;
    block1: Separable;
    block2: Separable;
    block3: Separable;
    block4: Separable;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(64 -> 12);
}

network! {
    /// The same, flat.
    pub struct DsCnnFlat;
    input: [1, 49, 10];
    conv: Conv2d(1 -> 64, kernel = (10, 4), stride = 2, padding = same, bias = false);
    norm: BatchNorm2d;
    relu: Relu;
    dw1: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise, bias = false);
    n11: BatchNorm2d;
    r11: Relu;
    pw1: Conv2d(64 -> 64, kernel = 1, bias = false);
    n12: BatchNorm2d;
    r12: Relu;
    dw2: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise, bias = false);
    n21: BatchNorm2d;
    r21: Relu;
    pw2: Conv2d(64 -> 64, kernel = 1, bias = false);
    n22: BatchNorm2d;
    r22: Relu;
    dw3: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise, bias = false);
    n31: BatchNorm2d;
    r31: Relu;
    pw3: Conv2d(64 -> 64, kernel = 1, bias = false);
    n32: BatchNorm2d;
    r32: Relu;
    dw4: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise, bias = false);
    n41: BatchNorm2d;
    r41: Relu;
    pw4: Conv2d(64 -> 64, kernel = 1, bias = false);
    n42: BatchNorm2d;
    r42: Relu;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(64 -> 12);
}

#[test]
fn a_depthwise_separable_network() {
    compare!(DsCnn, DsCnnFlat);
}

network! {
    /// A residual block; what it adds to is alive all the while.
    pub struct Residual;
    input: [16, 16, 16];
    conv1: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    norm1: BatchNorm2d;
    conv2: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    norm2: BatchNorm2d;
    fn forward(x) { relu(x + norm2(conv2(relu(norm1(conv1(x)))))) }
}

network! {
    /// A stage within a stage.
    pub struct Stage;
    input: [16, 16, 16];
    first: Residual;
    second: Residual;
}

network! {
    /// Blocks in blocks.
    pub struct Stages;
    input: [3, 16, 16];
    stem: Conv2d(3 -> 16, kernel = 3, padding = 1);
    one: Stage;
    two: Stage;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(16 -> 10);
}

network! {
    /// The same, flat.
    pub struct StagesFlat;
    input: [3, 16, 16];
    stem: Conv2d(3 -> 16, kernel = 3, padding = 1);
    a1: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    b1: BatchNorm2d;
    c1: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    d1: BatchNorm2d;
    a2: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    b2: BatchNorm2d;
    c2: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    d2: BatchNorm2d;
    a3: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    b3: BatchNorm2d;
    c3: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    d3: BatchNorm2d;
    a4: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    b4: BatchNorm2d;
    c4: Conv2d(16 -> 16, kernel = 3, padding = 1, bias = false);
    d4: BatchNorm2d;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(16 -> 10);
    fn forward(x) {
        let x = stem(x);
        let x = relu(x + d1(c1(relu(b1(a1(x))))));
        let x = relu(x + d2(c2(relu(b2(a2(x))))));
        let x = relu(x + d3(c3(relu(b3(a3(x))))));
        let x = relu(x + d4(c4(relu(b4(a4(x))))));
        head(flat(pool(x)))
    }
}

#[test]
fn residual_networks_in_stages() {
    compare!(Stages, StagesFlat);
}

network! {
    /// Activations first: they may work in the memory of what comes in.
    pub struct PreActivated;
    input: [256];
    relu: Relu;
    fc: Linear(256 -> 256);
}

network! {
    /// Layers whose order ends a block between a layer and its activation.
    pub struct Chain;
    input: [256];
    fc: Linear(256 -> 256);
    a: PreActivated;
    b: PreActivated;
    c: PreActivated;
    gelu: Gelu;
    head: Linear(256 -> 4);
}

network! {
    /// The same, flat.
    pub struct ChainFlat;
    input: [256];
    fc: Linear(256 -> 256);
    r1: Relu;
    f1: Linear(256 -> 256);
    r2: Relu;
    f2: Linear(256 -> 256);
    r3: Relu;
    f3: Linear(256 -> 256);
    gelu: Gelu;
    head: Linear(256 -> 4);
}

#[test]
fn blocks_that_begin_with_an_activation() {
    compare!(Chain, ChainFlat);
}
