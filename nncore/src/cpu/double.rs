//! The CPU device in `f64`.

type T = f64;

#[path = "activations.rs"]
mod activations;
#[path = "device.rs"]
mod device;
#[path = "joined.rs"]
mod joined;
#[path = "ops.rs"]
mod ops;
