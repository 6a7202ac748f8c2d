//! Kernels: ordinary functions with run-time sizes, one file an operation,
//! forward and backward, compiled once. Their oracle, in tests, are the [portable kernels](crate::portable) in `f64`.

pub mod activation;
pub mod affine;
pub(crate) mod axes;
pub mod binary;
mod columns;
pub mod concat;
pub mod conv2d;
pub(crate) mod dispatch;
pub mod dropout;
pub mod embedding;
pub mod expand;
#[cfg(all(test, feature = "std"))]
pub(crate) mod fixture;
pub mod gemm;
pub mod linear;
pub mod loss;
pub mod matmul;
#[cfg(vectors)]
mod moved;
pub mod norm;
pub mod permute;
pub mod pool2d;
pub mod reduce;
pub mod slice;
pub mod softmax;
pub mod update;
pub mod upsample2d;
mod window;

/// Whether a kernel replaces what its output holds or adds to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Replaces; the output may be uninitialised numbers (NaN) before.
    Assign,
    /// Adds.
    Add,
}

/// The later one if it is larger or NaN: how maxima are chosen.
#[inline(always)]
#[allow(clippy::eq_op)]
pub(crate) fn wins<T: crate::Element>(later: T, best: T) -> bool {
    // `|` and not `||`: no branch.
    (later > best) | (later != later)
}
