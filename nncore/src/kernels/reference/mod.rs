//! The oracle: naive loops, kept for ever, one file an operation.
//! Slow and plain on purpose; integer data make results equal, not close.

pub mod activation;
pub mod conv2d;
pub mod linear;
#[cfg(feature = "alloc")]
pub mod loss;
#[cfg(feature = "alloc")]
pub mod norm;
pub mod pool2d;
#[cfg(feature = "alloc")]
pub mod softmax;
pub mod update;
