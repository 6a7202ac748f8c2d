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

#[allow(dead_code)] // until the device uses all of it
mod kernels;
#[allow(dead_code)]
mod ptx;

mod error;
mod info;

pub use error::CudaError;
pub use info::{DeviceInfo, info};
