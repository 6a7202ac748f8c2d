//! The functions by their formulas, in `f64`: the oracle of the tests. (The portable kernels use the same code as the fast
//! ones.)

use nnplan::Activation;

/// `f(x)`.
pub(super) fn activation(a: &Activation, x: f64) -> f64 {
    match *a {
        Activation::Relu => x.max(0.0),
        Activation::LeakyRelu(slope) => {
            if x > 0.0 {
                x
            } else {
                slope * x
            }
        }
        Activation::Elu(alpha) => {
            if x > 0.0 {
                x
            } else {
                alpha * libm::expm1(x)
            }
        }
        Activation::Gelu => x * 0.5 * (1.0 + libm::erf(x / core::f64::consts::SQRT_2)),
        Activation::GeluTanh => {
            let scale = libm::sqrt(2.0 / core::f64::consts::PI);
            0.5 * x * (1.0 + libm::tanh(scale * (x + 0.044_715 * x * x * x)))
        }
        Activation::Silu => x / (1.0 + libm::exp(-x)),
        Activation::Sigmoid => 1.0 / (1.0 + libm::exp(-x)),
        Activation::Tanh => libm::tanh(x),
        Activation::Softplus => {
            if x > 20.0 {
                x
            } else {
                libm::log1p(libm::exp(x))
            }
        }
        Activation::HardSwish => x * (x + 3.0).clamp(0.0, 6.0) / 6.0,
        Activation::Exp => libm::exp(x),
        Activation::Ln => libm::log(x),
        Activation::Sqrt => libm::sqrt(x),
        Activation::Square => x * x,
        Activation::Abs => libm::fabs(x),
        Activation::Clamp(low, high) => x.clamp(low, high),
        Activation::Pow(exponent) => libm::pow(x, exponent),
        Activation::Reciprocal(factor) => factor / x,
    }
}
