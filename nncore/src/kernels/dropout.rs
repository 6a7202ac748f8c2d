//! Kernels of `dropout`.
