//! Kernels of `activation`.
