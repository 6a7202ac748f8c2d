//! MLPerf Tiny's ResNet-8, of blocks that are networks of their own: trained, tested and used from
//! the command line, and given weights that Keras trained.
//!
//! ```text
//! cargo run --release --bin resnet8                          train on generated pictures
//! cargo run --release --bin resnet8 -- --data DIR --lr 0.003 --epochs 5 --augment shift,flip
//! cargo run --release --bin resnet8 -- import FILE --data DIR
//! cargo run --release --bin resnet8 -- --help                all commands and options
//! ```
//!
//! `import` takes the benchmark's reference weights (`pretrainedResnet.h5`, as safetensors under
//! Keras's names), tests them on CIFAR-10, and saves them as this program's. Padding is TensorFlow's
//! "same": at stride 2 the row and column that are added are the last ones.
//!
//! The program around the network is [`examples::classifier`].

use std::process::ExitCode;

use examples::classifier::{Import, Program};
use nncore::checkpoint::Rename;
use nncore::data::cifar10::CLASSES;
use nncore::prelude::*;

network! {
    /// Two convolutions, and what they are given added to them.
    pub struct Identity16;
    input: [16, 32, 32];
    conv1: Conv2d(16 -> 16, kernel = 3, padding = same);
    norm1: BatchNorm2d(eps = 0.001);
    conv2: Conv2d(16 -> 16, kernel = 3, padding = same);
    norm2: BatchNorm2d(eps = 0.001);
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + x)
    }
}

network! {
    /// Half the size and twice the channels; what is added takes a shortcut of one convolution.
    pub struct Down32;
    input: [16, 32, 32];
    conv1: Conv2d(16 -> 32, kernel = 3, stride = 2, padding = same);
    norm1: BatchNorm2d(eps = 0.001);
    conv2: Conv2d(32 -> 32, kernel = 3, padding = same);
    norm2: BatchNorm2d(eps = 0.001);
    #[allow(dropped_rows)]
    shortcut: Conv2d(16 -> 32, kernel = 1, stride = 2);
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + shortcut(x))
    }
}

network! {
    /// The same once more.
    pub struct Down64;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 64, kernel = 3, stride = 2, padding = same);
    norm1: BatchNorm2d(eps = 0.001);
    conv2: Conv2d(64 -> 64, kernel = 3, padding = same);
    norm2: BatchNorm2d(eps = 0.001);
    #[allow(dropped_rows)]
    shortcut: Conv2d(32 -> 64, kernel = 1, stride = 2);
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + shortcut(x))
    }
}

network! {
    /// A residual network for small pictures: 78,666 numbers.
    pub struct ResNet8;
    input: [3, 32, 32];
    conv: Conv2d(3 -> 16, kernel = 3, padding = same);
    norm: BatchNorm2d(eps = 0.001);
    relu: Relu;
    stage1: Identity16;
    stage2: Down32;
    stage3: Down64;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(64 -> 10);
}

/// The names that Keras gives to layers: those of a kind are numbered as they were made.
pub(crate) fn rename() -> Rename {
    let names = [
        ("conv2d", "conv"),
        ("conv2d_1", "stage1.conv1"),
        ("conv2d_2", "stage1.conv2"),
        ("conv2d_3", "stage2.conv1"),
        ("conv2d_4", "stage2.conv2"),
        ("conv2d_5", "stage2.shortcut"),
        ("conv2d_6", "stage3.conv1"),
        ("conv2d_7", "stage3.conv2"),
        ("conv2d_8", "stage3.shortcut"),
        ("batch_normalization", "norm"),
        ("batch_normalization_1", "stage1.norm1"),
        ("batch_normalization_2", "stage1.norm2"),
        ("batch_normalization_3", "stage2.norm1"),
        ("batch_normalization_4", "stage2.norm2"),
        ("batch_normalization_5", "stage3.norm1"),
        ("batch_normalization_6", "stage3.norm2"),
        ("dense", "head"),
    ];
    let rule =
        |rename: Rename, (keras, ours)| rename.prefix(format!("{keras}."), format!("{ours}."));
    names.into_iter().fold(Rename::new(), rule)
}

/// The benchmark's weights take pixels as they are: bytes.
fn reference() -> Import {
    Import { rename: rename(), classes: CLASSES, mean: [0.0; 3], std: [1.0 / 255.0; 3] }
}

fn main() -> ExitCode {
    let program = Program::new("resnet8")
        .default("epochs", "3")
        .default("optimizer", "adam")
        .default("schedule", "cosine")
        .import(reference());
    examples::classifier::main::<ResNet8>(program)
}
