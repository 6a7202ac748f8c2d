//! The oracle: naive loops, kept for ever, one file an operation.
//! Slow and plain on purpose; integer data make results equal, not close.

pub mod conv2d;
pub mod linear;
pub mod pool2d;
