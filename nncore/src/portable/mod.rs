//! The portable kernels: one of each operation, generic over the number and over how memory is reached.
//!
//! A device that has nothing better for an operation runs its portable kernel: it is the default body of the method in
//! [`Ops`](crate::device::Ops). A kernel goes through its elements in one order and sums up in it, so the bits are the same on
//! every device. `y` may be the same memory as an operand that the table of operations lists under `in_place`: an element is
//! read before it is written.

mod adaptive_avg_pool2d;
mod fill;
mod normalize;
mod pad2d;
mod prelu;
mod scale;
mod slice;

pub use adaptive_avg_pool2d::{adaptive_avg_pool2d, adaptive_avg_pool2d_grad};
pub use fill::{fill, fill_grad};
pub use normalize::{normalize, normalize_grad};
pub use pad2d::{pad2d, pad2d_grad};
pub use prelu::{prelu, prelu_grad_input, prelu_grad_weight};
pub use scale::{scale, scale_grad_parameters};
pub use slice::slice_put;

use crate::Element;

/// Numbers that are read and written by their place.
pub trait Access: Copy {
    /// What they are.
    type Number: Element;

    /// Number `i`.
    fn get(self, i: usize) -> Self::Number;

    /// Writes number `i`.
    fn set(self, i: usize, value: Self::Number);
}

/// What a kernel does with the sums that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// They replace what is there.
    Assign,
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
    pub write: Write,
    /// Whether it is there: the gradient of a frozen tensor is not.
    pub is_there: bool,
}

impl<A: Access> Out<A> {
    /// Number `i` is the sum that `sum` makes from its start, as [`write`](Self::write) says.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn store(self, i: usize, sum: impl FnOnce(A::Number) -> A::Number) {
        let value = match self.write {
            Write::Assign => sum(A::Number::ZERO),
            Write::Continue => sum(self.to.get(i)),
            Write::Add => self.to.get(i) + sum(A::Number::ZERO),
        };
        self.to.set(i, value);
    }
}
