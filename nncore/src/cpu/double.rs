//! The CPU device in `f64`.

type T = f64;

#[path = "device.rs"]
mod device;
#[path = "ops.rs"]
mod ops;
