//! Small networks as a whole against PyTorch, and a weight file that it wrote.
#![cfg(feature = "checkpoint")]

mod common;
#[path = "pytorch/networks.rs"]
mod networks;
