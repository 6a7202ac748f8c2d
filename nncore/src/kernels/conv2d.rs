//! Kernels of `conv2d`.
