//! Activations and other functions of each element, and their derivatives.

use nnplan::Activation;

use super::{Write, elementwise};
use crate::ptx::{F32, Kernel};

const SQRT_HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
const SQRT_2_OVER_PI: f64 = SQRT_HALF * std::f64::consts::FRAC_2_SQRT_PI;
const DENSITY_AT_0: f64 = 0.5 * SQRT_2_OVER_PI;
const CUBIC: f64 = 0.044_715;
const SOFTPLUS_THRESHOLD: f32 = 20.0;

fn normal_cdf(x: F32<'_>) -> F32<'_> {
    ((x * SQRT_HALF as f32).erf() + 1.0) * 0.5
}

/// `x` to the power of `exponent`, the way the CPU chooses.
fn power(x: F32<'_>, exponent: f64) -> F32<'_> {
    let one = x.kernel().f32(1.0);
    match exponent {
        0.0 => one,
        1.0 => x,
        2.0 => x * x,
        3.0 => x * x * x,
        0.5 => x.sqrt(),
        -0.5 => one / x.sqrt(),
        -1.0 => one / x,
        -2.0 => one / (x * x),
        _ => x.pow(exponent),
    }
}

fn gelu_tanh(x: F32<'_>) -> F32<'_> {
    // The order of the CPU's product.
    let cubic = x.kernel().f32(CUBIC as f32) * x * x * x;
    ((x + cubic) * SQRT_2_OVER_PI as f32).tanh()
}

/// `y = f(x)`
pub(crate) fn activation(f: &Activation) -> Kernel {
    elementwise("activation", 1, Write::Assign, |_, x| value(f, x[0]))
}

/// `f(x)`, or x where there is no function.
pub(crate) fn applied<'k>(f: Option<&Activation>, x: F32<'k>) -> F32<'k> {
    f.map_or(x, |f| value(f, x))
}

/// `f(x)`
fn value<'k>(f: &Activation, x: F32<'k>) -> F32<'k> {
    let zero = x.kernel().f32(0.0);
    match *f {
        Activation::Relu => x.positive(),
        Activation::LeakyRelu(slope) => x.or_where_not(x.gt(0.0), x * slope as f32),
        Activation::Elu(alpha) => {
            let below = zero.or_where_not(x.gt(0.0), x).exp_m1_nonpositive() * alpha as f32;
            x.or_where_not(x.gt(0.0), below)
        }
        Activation::Gelu => x * normal_cdf(x),
        Activation::GeluTanh => x * 0.5 * (gelu_tanh(x) + 1.0),
        Activation::Silu => x * x.sigmoid(),
        Activation::Sigmoid => x.sigmoid(),
        Activation::Tanh => x.tanh(),
        Activation::Softplus => x.or_where_not(x.gt(SOFTPLUS_THRESHOLD), x.softplus()),
        Activation::HardSwish => {
            let gate = (x + 3.0).where_then(|g| g.lt(0.0), 0.0);
            let gate = gate.where_then(|g| g.gt(6.0), 6.0);
            x * gate / 6.0
        }
        Activation::Exp => x.exp(),
        Activation::Ln => x.ln(),
        Activation::Sqrt => x.sqrt(),
        Activation::Square => x * x,
        Activation::Abs => x.abs(),
        Activation::Clamp(low, high) => {
            let (low, high) = (low as f32, high as f32);
            x.where_then(|x| x.lt(low), low).where_then(|x| x.gt(high), high)
        }
        Activation::Pow(exponent) => power(x, exponent),
        Activation::Reciprocal(factor) => x.kernel().f32(factor as f32) / x,
    }
}

/// `d_x = d_y f'`, by what the forward pass saved: its output, where that suffices, else its input.
pub(crate) fn activation_grad(f: &Activation) -> Kernel {
    elementwise("activation_grad", 2, Write::Assign, |_, x| derivative(f, x[0], x[1]))
}

fn derivative<'k>(f: &Activation, s: F32<'k>, d: F32<'k>) -> F32<'k> {
    let (zero, one) = (s.kernel().f32(0.0), s.kernel().f32(1.0));
    match *f {
        Activation::Relu => zero.or_where_not(s.le(0.0), d),
        Activation::LeakyRelu(slope) => d.or_where_not(s.gt(0.0), d * slope as f32),
        Activation::Elu(alpha) => {
            let alpha = alpha as f32;
            let below = match f.saves_output() {
                true => d * (s + alpha),
                false => d * (s.exp() * alpha),
            };
            d.or_where_not(s.gt(0.0), below)
        }
        Activation::Gelu => {
            let density = (s * -0.5 * s).exp() * DENSITY_AT_0 as f32;
            d * (normal_cdf(s) + s * density)
        }
        Activation::GeluTanh => {
            let t = gelu_tanh(s);
            let inner = (s * (3.0 * CUBIC) as f32 * s + 1.0) * SQRT_2_OVER_PI as f32;
            let right = s * 0.5 * (one - t * t) * inner;
            d * ((t + 1.0) * 0.5 + right)
        }
        Activation::Silu => {
            let g = s.sigmoid();
            d * (g * (s * (one - g) + 1.0))
        }
        Activation::Sigmoid => d * (s * (one - s)),
        Activation::Tanh => d * (one - s * s),
        Activation::Softplus => d.or_where_not(s.gt(SOFTPLUS_THRESHOLD), d * s.sigmoid()),
        Activation::HardSwish => {
            let between = d * (s * (1.0 / 3.0f64) as f32 + 0.5);
            let value = d.or_where_not(s.ge(3.0), between);
            zero.or_where_not(s.le(-3.0), value)
        }
        Activation::Exp => d * s,
        Activation::Ln => d / s,
        Activation::Sqrt => d / (s + s),
        Activation::Square => d * (s + s),
        Activation::Abs => {
            let sign = one.or_where_not(s.gt(0.0), zero);
            d * sign.where_then(|_| s.lt(0.0), -1.0)
        }
        Activation::Clamp(low, high) => {
            let mut d = d;
            if low.is_finite() {
                d = d.or_where_not(s.gt(low as f32), zero);
            }
            if high.is_finite() {
                d = d.or_where_not(s.lt(high as f32), zero);
            }
            d
        }
        Activation::Pow(0.0) => zero,
        Activation::Pow(exponent) => d * (power(s, exponent - 1.0) * exponent as f32),
        Activation::Reciprocal(factor) => d * (s.kernel().f32(-factor as f32) / s / s),
    }
}
