//! Kernels of `softmax`.
