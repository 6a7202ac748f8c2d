//! Activations and other functions of each element, and their derivatives. In place, so a piece is
//! any part of the elements; no result depends on where the elements are cut.
//!
//! Formulas, constants and what happens at the corners are PyTorch's. NaN stays NaN.

#[cfg(test)]
mod formulas;
mod function;

use crate::Element;
use crate::math::{exp_m1_nonpositive, sigmoid, softplus};
use nnplan::Activation;

/// √½ and √(2/π): the arguments of GELU's erf and tanh.
const SQRT_HALF: f64 = core::f64::consts::FRAC_1_SQRT_2;
const SQRT_2_OVER_PI: f64 = SQRT_HALF * core::f64::consts::FRAC_2_SQRT_PI;
/// 1/√(2π): the height of the normal density.
const DENSITY_AT_0: f64 = 0.5 * SQRT_2_OVER_PI;
/// The cubic term of GELU's tanh form (Hendrycks, Gimpel: Gaussian error linear units, 2016, section 2).
const CUBIC: f64 = 0.044_715;
/// From here on Softplus is the identity, and its derivative 1: PyTorch's `threshold`.
const SOFTPLUS_THRESHOLD: f64 = 20.0;

/// `data[i] = f(data[i])`, in place.
///
/// Sigmoid, Softplus and ELU are computed without overflow and without cancellation. GELU
/// and SiLU of `-∞`, and HardSwish of it, are NaN as in PyTorch: `-∞ * 0`.
pub fn activation<T: Element>(a: &Activation, data: &mut [T]) {
    apply(a, data);
}

/// [`activation`], inlined: where the function is a constant, the code of the others is left out.
#[inline(always)]
pub(crate) fn apply<T: Element>(a: &Activation, data: impl Elements<T>) {
    match *a {
        // A comparison that NaN fails: NaN passes on.
        Activation::Relu => each(data, |x| if x <= T::ZERO { T::ZERO } else { x }),
        Activation::LeakyRelu(slope) => {
            let slope = T::from_f64(slope);
            each(data, |x| if x > T::ZERO { x } else { slope * x });
        }
        Activation::Elu(alpha) => {
            let alpha = T::from_f64(alpha);
            each(data, |x| {
                // The other side gets an argument in range, since both are computed.
                let below = alpha * exp_m1_nonpositive(if x > T::ZERO { T::ZERO } else { x });
                if x > T::ZERO { x } else { below }
            });
        }
        Activation::Gelu => each(data, |x| x * normal_cdf(x)),
        Activation::GeluTanh => each(data, |x| half::<T>() * x * (T::ONE + gelu_tanh(x))),
        Activation::Silu => each(data, |x| x * sigmoid(x)),
        Activation::Sigmoid => each(data, sigmoid),
        Activation::Tanh => each(data, T::tanh),
        Activation::Softplus => {
            let threshold = T::from_f64(SOFTPLUS_THRESHOLD);
            each(data, |x| {
                let value = softplus(x);
                if x > threshold { x } else { value }
            });
        }
        Activation::HardSwish => {
            let (three, six) = (T::from_f64(3.0), T::from_f64(6.0));
            each(data, |x| {
                let gate = x + three;
                let gate = if gate < T::ZERO { T::ZERO } else { gate };
                let gate = if gate > six { six } else { gate };
                x * gate / six
            });
        }
        Activation::Exp => each(data, T::exp),
        Activation::Ln => each(data, T::ln),
        Activation::Sqrt => each(data, T::sqrt),
        Activation::Square => each(data, |x| x * x),
        Activation::Abs => each(data, T::abs),
        Activation::Clamp(low, high) => function::clamp(low, high, data),
        Activation::Pow(exponent) => function::pow(exponent, data),
        Activation::Reciprocal(factor) => function::reciprocal(factor, data),
    }
}

/// `d[i] = d[i] * f'(…)`, in place on the gradient.
///
/// `saved` is the output of [`activation`] if [`saves_output`](Activation::saves_output),
/// else its input. At the corners: 0 for ReLU at 0, the slope for LeakyReLU, alpha for ELU, 0 and
/// 1 for HardSwish at -3 and 3, 0 for the absolute value at 0 and for a clamp at its bounds. Where the derivative is 0 on a whole side the gradient is replaced by 0,
/// even if it is infinite.
///
/// # Panics
/// When the two lengths differ.
pub fn activation_grad<T: Element>(a: &Activation, saved: &[T], d: &mut [T]) {
    assert_eq!(saved.len(), d.len(), "one saved number for each gradient");
    apply_grad(a, (saved, d));
}

/// [`activation_grad`], inlined. It has no panic.
#[inline(always)]
pub(crate) fn apply_grad<T: Element>(a: &Activation, pairs: impl Pairs<T>) {
    match *a {
        Activation::Relu => both(pairs, |y, d| if y <= T::ZERO { T::ZERO } else { d }),
        Activation::LeakyRelu(slope) => {
            let slope = T::from_f64(slope);
            both(pairs, |s, d| if s > T::ZERO { d } else { d * slope });
        }
        Activation::Elu(alpha) => {
            let output = a.saves_output();
            let alpha = T::from_f64(alpha);
            if output {
                both(pairs, |y, d| if y > T::ZERO { d } else { d * (y + alpha) });
            } else {
                both(pairs, |x, d| {
                    let below = d * (alpha * x.exp());
                    if x > T::ZERO { d } else { below }
                });
            }
        }
        Activation::Gelu => gelu_grad(pairs),
        Activation::GeluTanh => gelu_tanh_grad(pairs),
        Activation::Silu => both(pairs, |x, d| {
            let s = sigmoid(x);
            d * (s * (T::ONE + x * (T::ONE - s)))
        }),
        Activation::Sigmoid => both(pairs, |y, d| d * (y * (T::ONE - y))),
        Activation::Tanh => both(pairs, |y, d| d * (T::ONE - y * y)),
        Activation::Softplus => {
            let threshold = T::from_f64(SOFTPLUS_THRESHOLD);
            both(pairs, |x, d| {
                let value = d * sigmoid(x);
                if x > threshold { d } else { value }
            });
        }
        Activation::HardSwish => {
            let (three, third) = (T::from_f64(3.0), T::from_f64(1.0 / 3.0));
            both(pairs, |x, d| {
                let between = d * (x * third + half::<T>());
                let value = if x >= three { d } else { between };
                if x <= -three { T::ZERO } else { value }
            });
        }
        Activation::Exp => both(pairs, |y, d| d * y),
        Activation::Ln => both(pairs, |x, d| d / x),
        Activation::Sqrt => both(pairs, |y, d| d / (y + y)),
        Activation::Square => both(pairs, |x, d| d * (x + x)),
        Activation::Abs => function::abs_grad(pairs),
        Activation::Clamp(low, high) => function::clamp_grad(low, high, pairs),
        Activation::Pow(exponent) => function::pow_grad(exponent, pairs),
        Activation::Reciprocal(factor) => function::reciprocal_grad(factor, pairs),
    }
}

#[inline(always)]
fn gelu_grad<T: Element>(pairs: impl Pairs<T>) {
    let (height, minus_half) = (T::from_f64(DENSITY_AT_0), T::from_f64(-0.5));
    both(pairs, |x, d| {
        let density = height * (minus_half * x * x).exp();
        d * (normal_cdf(x) + x * density)
    });
}

#[inline(always)]
fn gelu_tanh_grad<T: Element>(pairs: impl Pairs<T>) {
    let (scale, slope) = (T::from_f64(SQRT_2_OVER_PI), T::from_f64(3.0 * CUBIC));
    both(pairs, |x, d| {
        let t = gelu_tanh(x);
        let inner = scale * (T::ONE + slope * x * x);
        let right = half::<T>() * x * (T::ONE - t * t) * inner;
        d * (half::<T>() * (T::ONE + t) + right)
    });
}

#[inline(always)]
fn half<T: Element>() -> T {
    T::from_f64(0.5)
}

/// Φ(x), the normal distribution function.
#[inline(always)]
fn normal_cdf<T: Element>(x: T) -> T {
    half::<T>() * (T::ONE + (x * T::from_f64(SQRT_HALF)).erf())
}

/// The tanh in GELU's second form.
#[inline(always)]
fn gelu_tanh<T: Element>(x: T) -> T {
    (T::from_f64(SQRT_2_OVER_PI) * (x + T::from_f64(CUBIC) * x * x * x)).tanh()
}

/// Elements that a function is applied to, wherever they lie and its results go.
pub(crate) trait Elements<T> {
    /// `f` of every element.
    fn each(self, f: impl Fn(T) -> T);
}

/// In place.
impl<T: Element> Elements<T> for &mut [T] {
    #[inline(always)]
    fn each(self, f: impl Fn(T) -> T) {
        for x in self {
            *x = f(*x);
        }
    }
}

/// Saved numbers, each with the gradient that belongs to it.
pub(crate) trait Pairs<T> {
    /// `f` of every pair.
    fn both(self, f: impl Fn(T, T) -> T);
}

/// In place of the gradients.
impl<T: Element> Pairs<T> for (&[T], &mut [T]) {
    #[inline(always)]
    fn both(self, f: impl Fn(T, T) -> T) {
        for (&saved, d) in self.0.iter().zip(self.1) {
            *d = f(saved, *d);
        }
    }
}

#[inline(always)]
fn each<T: Element>(data: impl Elements<T>, f: impl Fn(T) -> T) {
    data.each(f);
}

#[inline(always)]
fn both<T: Element>(pairs: impl Pairs<T>, f: impl Fn(T, T) -> T) {
    pairs.both(f);
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::formulas;
    use super::*;
    use std::vec::Vec;

    const ALL: [Activation; 12] = [
        Activation::Relu,
        Activation::LeakyRelu(0.01),
        Activation::LeakyRelu(-0.2),
        Activation::Elu(1.0),
        Activation::Elu(-0.7),
        Activation::Gelu,
        Activation::GeluTanh,
        Activation::Silu,
        Activation::Sigmoid,
        Activation::Tanh,
        Activation::Softplus,
        Activation::HardSwish,
    ];

    fn apply<T: Element>(a: &Activation, x: f64) -> f64 {
        let mut data = [T::from_f64(x)];
        activation(a, &mut data);
        data[0].to_f64()
    }

    /// The gradient at x of an incoming gradient, through what the layer would save.
    fn grad<T: Element>(a: &Activation, x: f64, d: f64) -> f64 {
        let saved = if a.saves_output() { apply::<T>(a, x) } else { x };
        let mut d = [T::from_f64(d)];
        activation_grad(a, &[T::from_f64(saved)], &mut d);
        d[0].to_f64()
    }

    #[test]
    fn values_are_those_of_the_formulas() {
        for a in &ALL {
            for i in -400..=400 {
                let x = f64::from(i) * 0.0625; // exact in f32
                let exact = formulas::activation(a, x);
                // GELU's 1 + erf cancels, so its error is one of its argument's size.
                let scale = x.abs().max(1.0);
                let (double, single) = (apply::<f64>(a, x), apply::<f32>(a, x));
                assert!((double - exact).abs() <= 1e-15 * scale, "{a:?} {x}: {double}");
                assert!((single - exact).abs() <= 2.5e-7 * scale, "{a:?} {x}: {single}");
            }
        }
    }

    #[test]
    fn derivatives_are_those_of_central_differences() {
        let h = 1e-5;
        for a in &ALL {
            for i in -60..60 {
                let x = (f64::from(i) + 0.37) * 0.3;
                let of = |x| formulas::activation(a, x);
                let exact = (of(x + h) - of(x - h)) / (2.0 * h) * 3.0;
                let found = grad::<f64>(a, x, 3.0);
                assert!((found - exact).abs() <= 1e-6 * exact.abs().max(1e-2), "{a:?} {x}");
                assert!((grad::<f32>(a, x, 3.0) - exact).abs() <= 1e-5 * exact.abs().max(1.0));
            }
        }
    }

    #[test]
    fn corners_are_pytorchs() {
        // torch 2.15: getattr(torch.nn.functional, name)(x).backward() at the corners.
        for (a, x, derivative) in [
            (Activation::Relu, 0.0, 0.0),
            (Activation::LeakyRelu(0.01), 0.0, 0.01),
            (Activation::Elu(1.5), 0.0, 1.5),
            (Activation::HardSwish, -3.0, 0.0),
            (Activation::HardSwish, 3.0, 1.0),
            (Activation::Softplus, 20.5, 1.0),
        ] {
            assert_eq!(grad::<f64>(&a, x, 1.0), derivative, "{a:?} {x}");
        }
        assert_eq!(grad::<f32>(&Activation::Relu, -1.0, f64::INFINITY), 0.0);
        assert_eq!(apply::<f32>(&Activation::Softplus, 20.5), 20.5);
    }

    #[test]
    fn special_values() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        for a in &ALL {
            assert!(apply::<f32>(a, nan).is_nan() && apply::<f64>(a, nan).is_nan(), "{a:?}");
            // ReLU's saved output is NaN: the gradient passes, as in PyTorch.
            assert!(
                *a == Activation::Relu
                    || grad::<f32>(a, nan, 1.0).is_nan()
                    || matches!(a, Activation::LeakyRelu(_))
            );
            let upper = apply::<f32>(a, inf);
            assert_eq!(
                upper,
                if matches!(a, Activation::Sigmoid | Activation::Tanh) { 1.0 } else { inf }
            );
            let value = apply::<f32>(a, -inf);
            let expected = match a {
                Activation::Relu | Activation::Sigmoid | Activation::Softplus => 0.0,
                Activation::LeakyRelu(slope) => -slope * inf,
                Activation::Elu(alpha) => -f64::from(*alpha as f32),
                Activation::Tanh => -1.0,
                _ => nan,
            };
            assert!(value == expected || (value.is_nan() && expected.is_nan()), "{a:?}: {value}");
            for x in [-1e4, 1e4] {
                assert!(apply::<f32>(a, x).is_finite() && grad::<f32>(a, x, 1.0).is_finite());
            }
        }
        activation::<f32>(&Activation::Gelu, &mut []);
    }

    #[test]
    fn cuts_change_nothing() {
        let x: Vec<f32> = (0..997).map(|i| (i as f32 - 500.0) * 0.021).collect();
        for a in &ALL {
            let (mut whole, mut cut) = (x.clone(), x.clone());
            activation(a, &mut whole);
            cut.chunks_mut(13).for_each(|piece| activation(a, piece));
            assert_eq!(whole, cut);
            let (mut d_whole, mut d_cut) = (x.clone(), x.clone());
            activation_grad(a, &whole, &mut d_whole);
            for (saved, d) in whole.chunks(7).zip(d_cut.chunks_mut(7)) {
                activation_grad(a, saved, d);
            }
            assert_eq!(d_whole, d_cut);
        }
    }
}
