//! The macros `network!` and `include_weights!`. The compiler behind them is the ordinary library `nncompiler`; programs use it
//! through nncore, which re-exports it.

use nncompiler::Reader;
use proc_macro::TokenStream;

/// Declares a neural network: checks it and compiles it to straight-line forward and backward code.
///
/// ```text
/// network! {
///     /// Two convolution stages and a head of two layers.
///     pub struct ConvNet;                                      // the type; it holds no state
///     const CLASSES: usize = 10;                               // a size with a name: ConvNet::CLASSES
///
///     input: [3, 56, 56];                                      // channels, height, width; the batch is implied
///     conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);         // name: Kind(in -> out, option = value);
///     norm1: BatchNorm2d;
///     relu1: Relu;
///     pool1: MaxPool2d(2);
///     flat:  Flatten;
///     drop1: Dropout(0.5);
///     fc1:   Linear(32*28*28 -> CLASSES);                      // checked: 25088 is what `drop1` gives
///     loss:  CrossEntropy;                                     // may be left out
/// }
/// ```
///
/// | part | forms |
/// |---|---|
/// | type | `pub struct Name;`, with docs and attributes; `Name<C: Dim, H: Dim>` for all sizes |
/// | input | `[features]`, `[rows, columns]`, `[channels, height, width]`; several: `input a: [8]; input t: [64] in 0..1000;` |
/// | body | `fn forward(a, b) { let h = relu(conv(a)); fc(h + b) }`: [`nncore::functions`](../nncore/functions/index.html) |
/// | networks as layers | `body: path::Body;`, `blocks: [Block; 4];`, `act: Custom<Mish>;` |
/// | sizes | `in -> out`, `_ -> out` or `out`, where the input is inferred; any constant expression of type `usize` |
/// | options | `name = value`, in any order: sizes, reals, `true` and `false`, words |
/// | pairs | `kernel = (3, 5)`: vertical, horizontal; one size means both |
/// | padding | `1`, `(h, w)`, `(top, bottom, left, right)`, `same`, `valid` |
/// | loss | `CrossEntropy`, or `CrossEntropy(a) + 0.5 * L1(b)` |
/// | more | `train: fc2;`, `view Features: pool2;`, `memory <= 64 MiB for 64;`, `memory <= 64 KiB;`, `flash <= 256 KiB;` |
/// | attributes of a layer | docs, `#[frozen]`, `#[allow(dropped_rows)]`, and on the loss `#[allow(double_softmax)]` |
/// | attributes of the type | all; `#[cfg(…)]`, `#[deprecated]` and levels of lints reach everything it makes, views too |
/// | names | any but those that begin with `__nn`; a size does not name `Self` |
/// | runtime | `crate = path;`, where nncore is not `::nncore` |
///
/// Kinds: `Linear`, `Conv1d`, `Conv2d`, `ConvTranspose2d`, `MaxPool1d`, `MaxPool2d`, `AvgPool1d`, `AvgPool2d`, `GlobalAvgPool2d`, `AdaptiveAvgPool2d`, `Upsample2d`, `Embedding`, `Flatten`,
/// `BatchNorm1d`, `BatchNorm2d`, `LayerNorm`, `GroupNorm`, `InstanceNorm2d`, `RmsNorm`, `PRelu`, `Glu`, `Pad2d`, `PixelShuffle`, `Parameter`,
/// `Dropout`, `Relu`, `LeakyRelu`, `Elu`, `Gelu`, `Silu`, `Sigmoid`, `Tanh`, `Softplus`, `HardSwish`, `Softmax`, `LogSoftmax`.
///
/// Losses: `CrossEntropy`, `BinaryCrossEntropyWithLogits`, `MeanSquaredError`, `L1`, `Huber`.
///
/// The whole language, with a page and a tested example for each word, is in
/// [`nncore::layers`](../nncore/layers/index.html).
///
/// # What it makes
///
/// The type, with `PARAMETERS`, `FROZEN_PARAMETERS`, `MACS`, `FLOPS`, `SUMMARY`, `inference_bytes` and `training_bytes`,
/// all of them constant, and its implementation of
/// [`nncore::network::Network`](../nncore/network/trait.Network.html): shapes, tensors, memory plans and three passes of
/// calls in a line. `cargo run -p nnshow -- FILE` prints them for people.
///
/// # Errors
///
/// Everything that is wrong with the network, at the tokens to change:
///
/// ```text
/// error: `fc1` takes 12544 inputs (64*14*14), but `flat` provides 4096
///        expected: 4096
///           found: 12544
///        shapes up to here:
///          …
///          line  10  conv2  Conv2d     [64, 16, 16]
///          line  11  relu2  Relu       [64, 16, 16]
///          line  12  pool2  MaxPool2d  [64, 8, 8]
///          line  13  flat   Flatten    [4096]
///        help: write `64*8*8`
/// ```
///
/// After an error the type is still there, so that no use of it is an error as well.
#[proc_macro]
pub fn network(input: TokenStream) -> TokenStream {
    nncompiler::compile_for(reader(), input.into()).into()
}

/// rust-analyzer expands macros in a process of its own, which is called as it is.
fn reader() -> Reader {
    let program = std::env::current_exe().unwrap_or_default();
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    if name.contains("rust-analyzer") { Reader::Editor } else { Reader::Rustc }
}

/// The weights of a network from a file (safetensors), in the program's own file: checked and laid out by the compiler.
///
/// ```text
/// static WEIGHTS: Weights<Net, { weights_len::<Net>() }> = include_weights!("model.safetensors" for Net);
/// ```
///
/// The path is relative to the source file, as for `include_bytes!`; when the file changes, what uses it is
/// compiled anew. See [`nncore::tiny::Weights`](../nncore/tiny/struct.Weights.html).
///
/// # Errors
///
/// All differences between the file's tensors and the network's, at the path:
///
/// ```text
/// error: weight file `model.safetensors` does not fit `Net`
///        expected: the 4 tensors of the network, as F32, and no other
///           found: 2 differences
///                  `fc1.weight`: expected F32 [4, 2], found F32 [4, 3]
///                  `fc2.bias`: expected F32 [2], found no such tensor
/// ```
#[proc_macro]
pub fn include_weights(input: TokenStream) -> TokenStream {
    nncompiler::include_weights(input.into()).into()
}
