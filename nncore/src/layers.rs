//! The language of [`network!`](crate::network!): its syntax on this page, a page for every word below.
//!
//! A word is a type here, so that editors and this reference can point at it. The types compute nothing;
//! the macro reads their names. Losses as *values*, to give to a trainer, are in [`loss`](crate::loss).
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     /// Tells ten kinds of small pictures apart.
//!     #[derive(PartialEq)]
//!     pub struct Classifier;
//!
//!     const WIDTH: usize = 8;
//!
//!     input: [3, 16, 16];
//!     /// Edges and colours.
//!     conv1: Conv2d(3 -> WIDTH, kernel = 3, padding = 1);
//!     relu1: Relu;
//!     #[allow(dropped_rows)]
//!     pool1: MaxPool2d(3, stride = 2);
//!     flat:  Flatten;
//!     fc1:   Linear(_ -> 10);
//!     loss:  CrossEntropy(label_smoothing = 0.1);
//! }
//!
//! assert_eq!(Classifier::WIDTH, 8);
//! assert_eq!(Classifier::PARAMETERS, (3 * 9 + 1) * 8 + (8 * 7 * 7 + 1) * 10);
//! ```
//!
//! # The type
//!
//! `pub struct Name;` comes first. It declares a type without fields, `Copy` and `Debug`; docs, further derives and
//! other attributes on it stay, and a table of the layers is added to its docs. `pub struct Name<C: Dim, H: Dim>;` is
//! generic over sizes, see [`dim`](crate::dim).
//! State lies in a [`Model`](crate::Model), memory for a pass in a [`Trainer`](crate::Trainer) or
//! [`Predictor`](crate::Predictor). What the type has:
//!
//! | item | what it is |
//! |---|---|
//! | `Name::PARAMETERS` | trained numbers |
//! | `Name::FROZEN_PARAMETERS` | numbers of parameters that are frozen |
//! | `Name::MACS`, `Name::FLOPS` | multiply-adds, and operations, of one sample forward |
//! | `Name::SUMMARY` | a table: shape, parameters and FLOPs of each layer |
//! | `Name::inference_bytes(batch)` | peak bytes of an inference in `f32`, a `const fn` |
//! | `Name::training_bytes(batch, optimizer_slots)` | the same for training; slots are numbers an optimizer keeps for each parameter: 0 for plain SGD, 1 with momentum, 2 for Adam |
//! | [`Network`](crate::network::Network) | shapes, tensors, memory plans and the compiled passes |
//!
//! # Items
//!
//! After the type, each item ends with `;`.
//!
//! | item | |
//! |---|---|
//! | `input: [sizes];` | the shape of one sample; the batch is implied |
//! | `input name: [sizes];` | one of several inputs |
//! | `input name: [length] in 0..1000;` | integers, for an [`Embedding`] |
//! | `const NAME: usize = …;` | a size with a name |
//! | `name: Kind(arguments);` | a layer; `name: Kind;` when there are no arguments |
//! | `name: path::Network;` | a network declared elsewhere, as a layer; `[path::Network; 4]` is a chain of four |
//! | `name: Custom<Operation>;` | an operation of your own, see [`custom`](crate::custom) |
//! | `fn forward(x) { … }` | how the layers are wired, where they do not form a chain: see [`functions`](crate::functions) |
//! | `loss: Kind(arguments);` | the loss, after the layers; may be left out. `Kind(x) + 0.5 * Kind(y)`: a sum, of several outputs |
//! | `train: name, name;` | only these layers are trained; `train: biases;` |
//! | `view Name: value;` | a network that stops at a layer, or at a value of the body: see [views](#views) |
//! | `memory <= 64 MiB for 64;` | a [budget](#budgets) of memory, for training |
//! | `memory <= 64 KiB;` | the same for an inference of one sample |
//! | `flash <= 256 KiB;` | a budget of flash, for the tensors |
//! | `crate = path;` | where nncore is, if not at `::nncore` |
//!
//! ## `input`
//!
//! One to three sizes: `[features]`, `[rows, columns]` or `[channels, height, width]`. As types they are
//! [`Vector`](crate::shape::Vector), [`Matrix`](crate::shape::Matrix) and [`Image`](crate::shape::Image). Memory is
//! row-major: an image lies channel by channel, each row by row (CHW; a batch NCHW).
//!
//! ## Layers
//!
//! Without a body, layers form a chain, in the order of the source: each takes what the one before it gives. A name is
//! snake_case, unique, and none of `input`, `loss`, `forward`. It names the tensors as PyTorch would: `conv1` has
//! `conv1.weight` and `conv1.bias`, in files and in [`Model::tensor`](crate::Model::tensor), and the fields
//! `conv1_weight` and `conv1_bias` of [`Model::parameters`](crate::Model::parameters).
//!
//! A layer takes doc comments, `#[frozen]`, and `#[allow(…)]` of [remarks](#remarks), no other attribute. What is frozen is
//! not trained: it has no gradient and no optimizer's numbers, keeps nothing for a backward pass, and its batch norms use
//! the running statistics.
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     struct Tuned;
//!     input: [8];
//!     #[frozen]
//!     body: Linear(8 -> 16);
//!     act: Relu;
//!     head: Linear(16 -> 3);
//! }
//!
//! assert_eq!(Tuned::PARAMETERS, 16 * 3 + 3);
//! assert_eq!(Tuned::FROZEN_PARAMETERS, 8 * 16 + 16);
//! assert!(Tuned::SUMMARY.contains("
//! layer  kind    output              parameters      frozen           FLOPs
//! body   Linear  [16]                         0         144             272
//! "));
//! ```
//!
//! # Arguments
//!
//! Arguments are separated by commas; options follow as `name = value`, in any order. A layer without arguments may have
//! empty parentheses, `Flatten()`, so that a macro can write `$kind($($argument),*)`.
//!
//! | form | example | where |
//! |---|---|---|
//! | `in -> out` | `Linear(784 -> 10)` | sizes of layers with weights; `in` is checked |
//! | `_ -> out`, `out` | `Linear(_ -> 10)`, `Linear(10)` | the same, `in` is inferred |
//! | size | `MaxPool2d(2)`, `BatchNorm2d(32)` | a window, channels |
//! | pair | `kernel = (3, 5)` | (vertical, horizontal); one size means both |
//! | padding | `padding = 1` | see below |
//! | real | `Dropout(0.5)`, `eps = 1e-3` | an integer will do |
//! | switch | `bias = false` | `true` or `false` |
//! | word | `groups = depthwise` | as listed on the page of the layer |
//!
//! ## Sizes
//!
//! A size is a whole number: a literal, a constant, or arithmetic on them, `64*14*14`. The macro computes with
//! literals and with the `const`s of the network itself, so that mistakes in them are shown at the token to
//! change, while typing. Any other constant expression of type `usize` will do too: `Config::WIDTH / 2`,
//! `size_of::<Pixel>()`, `N as usize`, `SIZES[1]`, `if WIDE { 64 } else { 32 }`, `match`, a block, `const { … }`. rustc
//! then evaluates the same rules, and reports the same text from a constant; what is wrong inside such an expression is
//! rustc's to say. The exceptions are two numbers that the macro itself must know: how many blocks `[Block; 4]` chains,
//! and `axes` of [`LayerNorm`]. The same expressions stand for a real number (`Dropout(1.0 - KEEP)`), for the limit and the batch of a
//! [budget](#budgets), and for the range of an input of integers.
//!
//! What a macro of yours hands on (`$n:expr`, `$t:ty`, `$v:vis`, …) is one operand, as everywhere in Rust: with `1 + 2`
//! for `$n`, `2 * $n` is 6. Brackets and operators nest up to 128 deep, and a name or number has up to 256 characters.
//!
//! ```
//! use nncore::prelude::*;
//!
//! const CLASSES: usize = 3;
//!
//! network! {
//!     struct Net;
//!     const HIDDEN: usize = 16;
//!     input: [4];
//!     fc1: Linear(4 -> HIDDEN);
//!     act: Tanh;
//!     fc2: Linear(HIDDEN -> CLASSES);
//! }
//!
//! assert_eq!(Net::PARAMETERS, (4 + 1) * 16 + (16 + 1) * 3);
//! ```
//!
//! ## Padding
//!
//! | form | rows and columns around the image |
//! |---|---|
//! | `padding = p` | p on every side |
//! | `padding = (h, w)` | h above and below, w left and right |
//! | `padding = (top, bottom, left, right)` | as named |
//! | `padding = valid` | none: the default |
//! | `padding = same` | as many as make the output `ceil(input / stride)`; an odd one goes below or right |
//!
//! Convolutions and average pools pad with 0, max pools with -∞. The rule of a window along one axis is
//!
//! ```text
//! output = floor((input + before + after - (dilation * (kernel - 1) + 1)) / stride) + 1
//! ```
//!
//! # `loss`
//!
//! A declared loss is part of the network's type: [`Trainer::with_declared_loss`](crate::Trainer::with_declared_loss)
//! uses it. Without one, a loss is given to [`Trainer::new`](crate::Trainer::new).
//!
//! It is one loss, or a sum of them on the outputs that they name: `CrossEntropy(a) + 0.5 * L1(b)`. A factor is a
//! literal, a constant, or any expression in parentheses, `(1.0 - WEIGHT) * L1(b)`; several are joined by `*` and `/`.
//! Ahead of a sum in parentheses it is a factor of each loss in it: `0.5 * (L1(b) + L1(c))`.
//!
//! # Remarks
//!
//! What is valid but doubtful is a warning of rustc at the token, in the form of a deprecation. `#[allow(name)]`
//! on the layer or the loss silences it.
//!
//! | name | when |
//! |---|---|
//! | `dropped_rows` | a pool, or a convolution with a stride, does not reach the last rows or columns |
//! | `double_softmax` | the declared loss expects logits, and the network ends with a softmax or a sigmoid |
//!
//! (A loss that is given to a trainer, and would apply a softmax twice, does not compile; see
//! [`Unchecked`](crate::loss::Unchecked).)
//!
//! # Errors
//!
//! All independent mistakes are reported at once, each at the smallest token to change, with what was
//! expected, what was found, and the shapes up to there:
//!
//! ```text
//! error: `fc1` takes 128 inputs, but `flat` provides 392
//!        expected: 392
//!           found: 128
//!        shapes up to here:
//!          line  10  conv1  Conv2d     [8, 16, 16]
//!          line  11  relu1  Relu       [8, 16, 16]
//!          line  13  pool1  MaxPool2d  [8, 7, 7]
//!          line  14  flat   Flatten    [392]
//!        help: write `8*7*7`
//! ```
//!
//! Every layer may have these; the pages list what comes on top:
//!
//! - an unknown kind or option (near names are suggested), an option given twice, an argument too many;
//! - a size that is not a whole number, falls below zero, is zero, or exceeds 64 bits;
//! - a tensor or value of more than 2^40 elements.
//!
//! # Training and inference
//!
//! The macro emits three passes: inference (running statistics, no dropout, nothing kept for a backward pass), the
//! forward and the backward pass of training. Shapes and parameters are the same in all of them.
//!
//! # Views
//!
//! `view Features: pool2;` declares a network of what `pool2` needs. It has no tensors of its own, and runs on a model of
//! the whole: [`Predictor::for_view`](crate::Predictor::for_view).
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     struct Net;
//!     input: [4];
//!     fc1: Linear(4 -> 8);
//!     act: Tanh;
//!     fc2: Linear(8 -> 2);
//!     pub view Features: act;
//! }
//!
//! let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! let x = Batch::zeros(3);
//! let features: Batch<Vector<8>> = Predictor::<Features, _>::for_view(&model, Capacity(3))?.run(&x)?;
//! # assert_eq!(features.len(), 3);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # One tensor of two layers
//!
//! `out.weight = table.weight;` is an item: `out` uses the weight of `table`, as `out.weight = table.weight` of PyTorch's
//! modules. It is one tensor, of this name, in files, parameters and counts; its gradients add up. Both have one shape, and are
//! frozen or not alike. A file that holds it twice is refused: PyTorch's `safetensors.torch.save_model` writes it once.
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     /// What comes next after four words (Press and Wolf, "Using the output embedding to improve language models", 2017).
//!     struct Next;
//!     input: [4] in 0..100;
//!     table: Embedding(100 -> 16);
//!     flat: Flatten;
//!     fc: Linear(64 -> 16);
//!     out: Linear(16 -> 100);
//!     out.weight = table.weight;
//! }
//!
//! assert_eq!(Next::PARAMETERS, 100 * 16 + (64 * 16 + 16) + 100);
//! ```
//!
//! # Budgets
//!
//! `memory <= 64 MiB for 64;` is a promise: training with batches of 64 takes no more (parameters, gradients and values;
//! the optimizer's numbers come on top). To keep it the compiler computes cheap values again in the backward pass instead
//! of keeping them: the bits are the same. If that is not enough, the error says what the least is, and which value
//! takes the most.
//!
//! `memory <= 64 KiB;` is about an inference of one sample with no allocator: what it works on is
//! `4 * tiny::inference_len::<Name>(1)` bytes, the arena, values of one segment, numbers of norms, and the outputs, each
//! rounded up to 64 bytes. The tensors are not among them, since they lie in flash, nor are the inputs, which lie where the
//! program has them. Nothing can be computed again to keep it.
//!
//! `flash <= 256 KiB;` is about all tensors, trained, frozen and kept, with the padding between them:
//! `4 * tiny::weights_len::<Name>()` bytes. The code comes on top.
//!
//! Where one of these is exceeded, the error says by how many bytes, and which layers are alive at the peak, or which
//! tensors are the largest. Each budget stands once. Units are `B`, `KiB`, `MiB`, `GiB`, `kB`, `MB` and `GB`.
//!
//! ```
//! use nncore::prelude::*;
//! use nncore::tiny;
//!
//! network! {
//!     struct Net;
//!     input: [1, 8, 8];
//!     conv: Conv2d(1 -> 4, kernel = 3);
//!     act: Relu;
//!     flat: Flatten;
//!     fc: Linear(_ -> 10);
//!     memory <= 1 KiB;
//!     memory <= 64 KiB for 4;
//!     flash <= 6 KiB;
//! }
//!
//! assert!(4 * tiny::inference_len::<Net>(1) <= 1 << 10);
//! assert!(4 * tiny::weights_len::<Net>() <= 6 << 10);
//! ```
//!
//! # What is not there
//!
//! Recurrent layers and attention as words: a cell in a [`scan`](crate::functions#scan), and [`matmul`](crate::functions#matmul),
//! make them. Loops of another kind, and conditions.

mod activation;
mod conv2d;
mod conv_transpose2d;
mod dropout;
mod embedding;
mod flatten;
mod glu;
mod linear;
mod loss;
mod norm;
mod pad2d;
mod parameter;
mod pool2d;
mod prelu;
mod softmax;
mod upsample2d;

pub use activation::{Elu, Gelu, HardSwish, LeakyRelu, Relu, Sigmoid, Silu, Softplus, Tanh};
pub use conv_transpose2d::ConvTranspose2d;
pub use conv2d::{Conv1d, Conv2d};
pub use dropout::Dropout;
pub use embedding::Embedding;
pub use flatten::Flatten;
pub use glu::Glu;
pub use linear::Linear;
pub use loss::{BinaryCrossEntropyWithLogits, CrossEntropy, Huber, L1, MeanSquaredError};
pub use norm::{BatchNorm1d, BatchNorm2d, GroupNorm, InstanceNorm2d, LayerNorm, RmsNorm};
pub use pad2d::{Pad2d, PixelShuffle};
pub use parameter::Parameter;
pub use pool2d::{AdaptiveAvgPool2d, AvgPool1d, AvgPool2d, GlobalAvgPool2d, MaxPool1d, MaxPool2d};
pub use prelu::PRelu;
pub use softmax::{LogSoftmax, Softmax};
pub use upsample2d::Upsample2d;
