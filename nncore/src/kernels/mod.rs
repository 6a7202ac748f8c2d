//! Kernels: ordinary functions with run-time sizes, one file an operation,
//! forward and backward, compiled once. [`mod@reference`] holds naive loops, the oracle of the tests.

pub mod activation;
pub mod conv2d;
mod dispatch;
pub mod dropout;
#[cfg(all(test, feature = "std"))]
mod fixture;
pub mod gemm;
pub mod linear;
pub mod loss;
pub mod norm;
pub mod pool2d;
pub mod reference;
pub mod softmax;
pub mod update;
mod window;

/// Whether a kernel replaces what its output holds or adds to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Replaces; the output may be uninitialised numbers (NaN) before.
    Assign,
    /// Adds.
    Add,
}
