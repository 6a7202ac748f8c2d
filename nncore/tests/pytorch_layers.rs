//! Every layer against PyTorch: outputs, gradients, running statistics, from
//! `tests/pytorch/layers.safetensors`.
#![cfg(feature = "std")]

mod common;
#[path = "pytorch/layers.rs"]
mod layers;
