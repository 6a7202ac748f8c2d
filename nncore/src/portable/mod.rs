//! The portable kernels: one of each operation, generic over the number and over how memory is reached.
//!
//! A device that has nothing better for an operation runs its portable kernel: it is the default body of the method in
//! [`Ops`](crate::device::Ops). A kernel goes through its elements in one order and sums up in it, so the bits are the same on
//! every device. `y` may be the same memory as an operand that the table of operations lists under `in_place`: an element is
//! read before it is written.

mod activation;
mod adaptive_avg_pool2d;
mod affine;
mod axes;
mod batch_norm;
mod binary;
mod cells;
mod concat;
mod conv2d;
mod dropout;
mod embedding;
mod expand;
mod fill;
#[cfg(all(test, feature = "std"))]
pub(crate) mod fixture;
mod layer_norm;
mod linear;
mod matmul;
mod normalize;
mod pad2d;
mod permute;
mod pool2d;
mod prelu;
mod reduce;
mod scale;
mod slice;
mod softmax;
mod sums;
mod upsample2d;
mod window;

pub use activation::{activation, activation_grad};
pub use adaptive_avg_pool2d::{adaptive_avg_pool2d, adaptive_avg_pool2d_grad};
pub use affine::affine;
pub use batch_norm::{
    batch_norm, batch_norm_grad, batch_norm_inference, batch_norm_inference_grad,
};
pub use binary::{accumulate, binary, copy, keep_gradient};
pub use cells::Cells;
pub use concat::concat;
pub use conv2d::{conv2d, conv2d_grad_bias, conv2d_grad_input, conv2d_grad_weight};
pub use dropout::dropout;
pub use embedding::{embedding, embedding_grad_weight};
pub use expand::{expand, expand_grad};
pub use fill::{fill, fill_grad};
pub use layer_norm::{layer_norm, layer_norm_grad_input, layer_norm_grad_parameters};
pub use linear::{linear, linear_grad_bias, linear_grad_input, linear_grad_weight};
pub use matmul::{matmul, matmul_grad_left, matmul_grad_right};
pub use normalize::{normalize, normalize_grad};
pub use pad2d::{pad2d, pad2d_grad};
pub use permute::{permute, permute_grad};
pub use pool2d::{avg_pool2d, avg_pool2d_grad, max_pool2d, max_pool2d_grad};
pub use prelu::{prelu, prelu_grad_input, prelu_grad_weight};
pub use reduce::{reduce, reduce_grad};
pub use scale::{scale, scale_grad_parameters};
pub use slice::{slice, slice_grad, slice_put};
pub use softmax::{softmax, softmax_grad};
pub(crate) use sums::{sum, tree, zero};
pub use upsample2d::{upsample2d, upsample2d_grad};

use crate::Element;

/// Elements that are read and written by their place: numbers, or integers or bytes where the table of operations says so.
pub trait Access: Copy {
    /// What the numbers are.
    type Number: Element;

    /// Number `i`.
    fn get(self, i: usize) -> Self::Number;

    /// Writes number `i`.
    fn set(self, i: usize, value: Self::Number);

    /// The numbers from `first` on.
    fn from(self, first: usize) -> Self;

    /// Integer `i`.
    fn integer(self, i: usize) -> u32;

    /// Byte `i`.
    fn byte(self, i: usize) -> u8;

    /// Writes byte `i`.
    fn set_byte(self, i: usize, value: u8);
}

/// What a kernel does with the sums that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sums {
    /// They replace what is there.
    Replace,
    /// What is there is the start of each sum: the samples before these belong to it.
    Continue,
    /// They are added to what is there.
    Add,
}

/// What a kernel writes.
#[derive(Clone, Copy, Debug)]
pub struct Out<A> {
    /// Where.
    pub to: A,
    /// What becomes of sums there.
    pub write: Sums,
    /// Whether it is there: the gradient of a frozen tensor is not.
    pub is_there: bool,
    /// Elements of a sample, for kernels whose geometry does not say: activations and dropout. Others do not look at it.
    pub len: usize,
}

impl<A: Access> Out<A> {
    /// From number `first` on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn from(self, first: usize) -> Self {
        Self { to: self.to.from(first), ..self }
    }

    /// Number `i` is the sum that `sum` makes from its start, as [`write`](Self::write) says.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn store(self, i: usize, sum: impl FnOnce(A::Number) -> A::Number) {
        let value = match self.write {
            Sums::Replace => sum(A::Number::ZERO),
            Sums::Continue => sum(self.to.get(i)),
            Sums::Add => self.to.get(i) + sum(A::Number::ZERO),
        };
        self.to.set(i, value);
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;
