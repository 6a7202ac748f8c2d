//! Kernels of `update`.
