//! Kernels of `loss`.
