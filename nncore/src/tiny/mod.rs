//! Inference and training with no allocator and no operating system.
mod access;
mod device;
mod kernels;
mod memory;
mod ops;
mod piece;
mod plan;
mod predict;
mod train;
mod weights;

pub use device::Ports;
pub use memory::{Memory, inference_len, training_len};
pub use predict::Predictor;
pub use train::{Recipe, Trainer};
#[doc(hidden)]
pub use weights::include_weights;
pub use weights::{Weights, WeightsError, WeightsRef, weight_file_len, weights_len};
