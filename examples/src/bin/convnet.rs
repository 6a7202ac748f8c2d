//! The README's ConvNet: trained, tested and used from the command line.
//!
//! ```text
//! cargo run --release --bin convnet                          train on generated pictures
//! cargo run --release --bin convnet -- --data DIR            on MNIST, CIFAR-10 or a folder by class
//! cargo run --release --bin convnet -- eval --weights FILE   test saved weights
//! cargo run --release --bin convnet -- predict --weights FILE PICTURE…
//! cargo run --release --bin convnet -- --help                all options
//! ```
//!
//! The network is all there is here; the program around it is
//! [`examples::classifier`], which takes any network of this input and output.

use std::process::ExitCode;

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

fn main() -> ExitCode {
    examples::classifier::main::<ConvNet>(env!("CARGO_BIN_NAME"))
}
