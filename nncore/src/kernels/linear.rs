//! Kernels of `linear`.
