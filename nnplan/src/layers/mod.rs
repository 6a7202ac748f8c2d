//! One file a layer: its arguments as written (`…Args`), and its geometry with
//! everything resolved, from which kernels, costs and messages are made.

mod activation;
mod conv2d;
mod dropout;
mod flatten;
mod linear;
mod norm;
mod pool2d;
mod softmax;

pub use activation::Activation;
pub use conv2d::{Conv2d, Conv2dArgs};
pub use dropout::Dropout;
pub use flatten::Flatten;
pub use linear::{Linear, LinearArgs};
pub use norm::{BatchNorm, BatchNormArgs, LayerNorm, LayerNormArgs};
pub use pool2d::{Pool2d, Pool2dArgs};
pub use softmax::{Softmax, SoftmaxArgs};
