//! One file a layer: its arguments as written (`…Args`), and its geometry with
//! everything resolved, from which kernels, costs and messages are made.

mod activation;
mod affine;
mod binary;
mod concat;
mod conv2d;
mod dropout;
mod embedding;
mod expand;
mod flatten;
mod forms;
mod linear;
mod matmul;
mod norm;
mod permute;
mod pool2d;
mod reduce;
mod reshape;
mod slice;
mod softmax;
mod subnetwork;
mod upsample2d;

pub use activation::Activation;
pub use affine::Affine;
pub use binary::{Binary, BinaryFunction};
pub use concat::{CONCAT_MAX, Concat};
pub use conv2d::{Conv2d, Conv2dArgs};
pub use dropout::Dropout;
pub use embedding::{Embedding, EmbeddingArgs};
pub use expand::Expand;
pub use flatten::Flatten;
pub use linear::{Linear, LinearArgs};
pub use matmul::MatMul;
pub use norm::{BatchNorm, BatchNormArgs, LayerNorm, LayerNormArgs};
pub use permute::Permute;
pub use pool2d::{Pool2d, Pool2dArgs};
pub use reduce::{Reduce, ReduceFunction};
pub use reshape::Reshape;
pub use slice::Slice;
pub use softmax::{Softmax, SoftmaxArgs};
pub use subnetwork::Subnetwork;
pub use upsample2d::Upsample2d;
