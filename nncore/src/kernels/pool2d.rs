//! Kernels of `pool2d`.
