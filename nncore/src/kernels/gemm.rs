//! Kernels of `gemm`.
