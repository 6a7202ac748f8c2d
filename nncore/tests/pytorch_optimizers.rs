//! Every optimizer against PyTorch over five steps, clipping, and learning rates over fifty steps: from
//! `tests/pytorch/optimizers.safetensors`.
#![cfg(feature = "std")]

mod common;
#[path = "pytorch/optimizers.rs"]
mod optimizers;
