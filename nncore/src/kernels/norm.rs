//! Kernels of `norm`.
