//! Activations, and other functions of one value: each element by itself.

use crate::{Cost, Fault, Shape};

/// A function of each element, and its constants. Formulas and defaults are PyTorch's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Activation {
    /// `max(x, 0)`
    Relu,
    /// `x` if `x > 0`, else `slope * x`; slope 0.01.
    LeakyRelu(f64),
    /// `x` if `x > 0`, else `alpha * (exp(x) - 1)`; alpha 1.
    Elu(f64),
    /// `x * Φ(x)`, Φ the normal distribution function, through erf.
    Gelu,
    /// `0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³)))`
    GeluTanh,
    /// `x * sigmoid(x)`
    Silu,
    /// `1 / (1 + exp(-x))`
    Sigmoid,
    /// `tanh(x)`
    Tanh,
    /// `ln(1 + exp(x))`
    Softplus,
    /// `x * min(max(x + 3, 0), 6) / 6`
    HardSwish,
    /// `exp(x)`
    Exp,
    /// The natural logarithm; `-∞` at 0, NaN below.
    Ln,
    /// `√x`; NaN below 0.
    Sqrt,
    /// `x * x`
    Square,
    /// `|x|`
    Abs,
    /// `min(max(x, low), high)`; a bound may be infinite.
    Clamp(f64, f64),
    /// `x` to the power of a constant; NaN below 0 unless that is an integer.
    Pow(f64),
    /// `factor / x`
    Reciprocal(f64),
}

impl Activation {
    /// Whether the derivative is a function of the output, so that the input need not be kept.
    #[must_use]
    pub const fn saves_output(&self) -> bool {
        match self {
            Self::Relu | Self::Sigmoid | Self::Tanh | Self::Exp | Self::Sqrt => true,
            // At the bounds the derivative is 0, so the output tells.
            Self::Clamp(..) => true,
            // The sign of the output tells the side only while the slope is positive.
            Self::LeakyRelu(slope) => *slope > 0.0,
            Self::Elu(_)
            | Self::Gelu
            | Self::GeluTanh
            | Self::Silu
            | Self::Softplus
            | Self::HardSwish
            | Self::Ln
            | Self::Square
            | Self::Abs
            | Self::Pow(_)
            | Self::Reciprocal(_) => false,
        }
    }

    /// The first fault: none.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::None
    }

    /// What one sample of shape `input` costs: operations an element, exp, ln and tanh counting as one.
    #[must_use]
    pub const fn cost(&self, input: Shape) -> Cost {
        let each = match self {
            Self::Relu
            | Self::Exp
            | Self::Ln
            | Self::Sqrt
            | Self::Square
            | Self::Abs
            | Self::Reciprocal(_) => 1,
            Self::LeakyRelu(_) | Self::Tanh | Self::Clamp(..) => 2,
            Self::Elu(_) | Self::Sigmoid | Self::Softplus | Self::Pow(_) => 3,
            Self::Silu | Self::Gelu => 4,
            Self::HardSwish => 5,
            Self::GeluTanh => 8,
        };
        Cost { parameters: 0, frozen: 0, macs: 0, flops: (input.len() as u64).saturating_mul(each) }
    }
}
