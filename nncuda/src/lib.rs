//! NVIDIA GPUs: devices, memory, kernels, streams and graphs.
//!
//! Everything here builds, links and starts on a machine without CUDA. Whether there is a driver shows at the first
//! call:
//!
//! ```
//! match nncuda::info() {
//!     Ok(devices) => devices.iter().for_each(|device| println!("{device}")),
//!     Err(error) => println!("{error}"),
//! }
//! ```

mod buffer;
mod context;
mod device;
mod error;
mod graph;
mod host;
mod info;
mod joined;
mod kernel;
mod kernels;
mod module;
mod ops;
mod options;
mod piece;
mod pinned;
mod profile;
mod ptx;
mod recording;
mod scratch;
mod staging;
mod step;
mod stream;
mod timer;

pub use buffer::CudaBuffer;
pub use context::Context;
pub use device::Cuda;
pub use error::CudaError;
pub use graph::Graph;
pub use info::{DeviceInfo, info};
pub use kernel::{ARGUMENTS, Arg, Function, Grid};
pub use kernels::key;
pub use module::Module;
pub use options::{CudaOptions, Precision};
pub use piece::CudaPiece;
pub use pinned::PinnedBuffer;
pub use profile::KernelTime;
pub use recording::Memo;
pub use stream::{Event, Stream};
pub use timer::Timer;
