//! What the tests that compare with recorded numbers share.
#![allow(dead_code, unreachable_pub)] // each test program uses a part of it

pub mod recorded;
pub mod source;
pub mod tolerance;

use nncore::device::Plain;
use nncore::prelude::*;
use nncore::{Element, Error};

/// A device of two threads: what is large enough is shared.
pub fn device<T: Element + Plain>() -> Result<Cpu<T>, Error> {
    Cpu::with_options(CpuOptions { threads: Some(2), strict: false })
}

/// Numbers, with the device that is tested with them.
pub trait Tested: Element + Plain {
    /// The device.
    type On: Device<Element = Self>;

    /// The device.
    fn device() -> Result<Self::On, Error>;
}

impl Tested for f32 {
    type On = Cpu<f32>;

    fn device() -> Result<Cpu<f32>, Error> {
        device()
    }
}

impl Tested for f64 {
    type On = Cpu<f64>;

    fn device() -> Result<Cpu<f64>, Error> {
        device()
    }
}

/// Rounds to `T`. Recorded inputs are representable in `f32`, so that nothing is lost with them.
pub fn cast<T: Element>(values: &[f64]) -> Vec<T> {
    values.iter().map(|&x| T::from_f64(x)).collect()
}

/// Targets with which [`BinaryCrossEntropyWithLogits`] has the gradient `d_y` at the output `y`.
///
/// That gradient is `(sigmoid(y) - t) / n`, n being the number of outputs. Of all losses this one brings a
/// given gradient in with the least rounding, since no part of it is larger than 1 or `n d_y`.
pub fn targets_for(y: &[f64], d_y: &[f64]) -> Vec<f64> {
    let n = y.len() as f64;
    y.iter().zip(d_y).map(|(y, d)| 1.0 / (1.0 + (-y).exp()) - n * d).collect()
}

/// The loss that [`targets_for`] is made for; the outputs need not be logits.
pub fn injecting() -> Unchecked<BinaryCrossEntropyWithLogits> {
    Unchecked(BinaryCrossEntropyWithLogits::new())
}
