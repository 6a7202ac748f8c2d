//! Inference and training with no allocator and no operating system: on a microcontroller, say.
//!
//! The same networks and the same weight files as elsewhere; memory, weights and data are borrowed, and all sizes are
//! constants, so that a program holds what it needs and nothing else: no panic, no formatting, no allocator. The numbers
//! are those of [`Cpu::strict`](crate::Cpu), to the bit.
//!
//! ```
//! use nncore::prelude::*;
//! use nncore::tiny::{self, Memory, Weights};
//!
//! network! {
//!     struct Net;
//!     input: [2];
//!     fc: Linear(2 -> 1);
//! }
//!
//! // Or, of a file: `include_weights!("net.safetensors" for Net)`.
//! static WEIGHTS: Weights<Net, { tiny::weights_len::<Net>() }> = {
//!     let mut numbers = [0.0; tiny::weights_len::<Net>()];
//!     (numbers[0], numbers[1]) = (2.0, 3.0);
//!     Weights::from_numbers(numbers)
//! };
//! static MEMORY: Memory<{ tiny::inference_len::<Net>(1) }> = Memory::new();
//!
//! let memory = MEMORY.take().expect("nobody else takes it");
//! let mut predictor = tiny::Predictor::<Net>::new(&WEIGHTS, memory);
//! assert_eq!(predictor.run(&[10.0, 1.0])?, [23.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! - [`Weights`] lie in the program, and are used where they lie; [`include_weights!`](crate::include_weights) makes them of
//!   a file when the program is compiled, [`WeightsRef::read`] when it runs.
//! - [`Predictor`] runs a network, [`Trainer`] trains one, as a [`Recipe`] says; frozen layers stay in flash.
//! - [`Memory`] is what they work on, in a `static`. Arrays on the stack do as well, and slices of a length that is known at
//!   run time: `in_slice`.
//! - [`Batcher`] hands out batches of a set that lies in flash; [`metrics`](crate::metrics) count.
//!
//! `examples/tiny` holds whole programs, for Linux without a C library, Cortex-M and WebAssembly.
mod access;
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub mod alone;
mod batcher;
mod device;
mod kernels;
mod loss;
mod memory;
mod ops;
mod piece;
mod plan;
mod predict;
mod train;
mod update;
mod weights;

#[cfg(all(test, feature = "std"))]
pub(crate) use access::View;

pub use batcher::Batcher;
pub use memory::{Memory, inference_len, training_len};
pub use predict::Predictor;
pub use train::{Recipe, Trainer};
#[doc(hidden)]
pub use weights::include_weights;
#[cfg(feature = "checkpoint")]
pub(crate) use weights::pass_over;
pub use weights::{Weights, WeightsError, WeightsRef, weight_file_len, weights_len};
