//! Every loss against PyTorch: the value and the gradient, from `tests/pytorch/losses.safetensors`; by the
//! kernel, by a trainer, and the value by a predictor.
#![cfg(feature = "std")]

mod common;
#[path = "pytorch/losses.rs"]
mod losses;
