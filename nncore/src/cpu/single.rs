//! The CPU device in `f32`.

type T = f32;

#[path = "activations.rs"]
mod activations;
#[path = "device.rs"]
mod device;
#[path = "joined.rs"]
mod joined;
#[path = "ops.rs"]
mod ops;
