//! `Dropout`: in training, zero with probability p, the rest scaled by 1 / (1 - p).

use crate::{Cost, Fault, Shape};

/// A `Dropout` and its place in the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropout {
    /// The probability of zero.
    pub p: f64,
    /// The number of the layer in its network, which separates its random numbers from others'.
    pub layer: u32,
}

impl Dropout {
    /// The first fault: none. (The macro checks `0 ≤ p < 1`.)
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::None
    }

    /// What one sample of shape `_input` costs at inference: nothing.
    #[must_use]
    pub const fn cost(&self, _input: Shape) -> Cost {
        Cost::ZERO
    }
}
