//! The functions of each element that have constants, or corners: clamp, powers, quotients, the absolute value.

use super::{Elements, Pairs, both, each};
use crate::Element;

/// `min(max(x, low), high)`. NaN passes.
#[inline(always)]
pub(super) fn clamp<T: Element>(low: f64, high: f64, data: impl Elements<T>) {
    let (low, high) = (T::from_f64(low), T::from_f64(high));
    each(data, |x| {
        let x = if x < low { low } else { x };
        if x > high { high } else { x }
    });
}

/// By the output: the gradient passes between the bounds; at a bound, and at NaN, it is 0.
#[inline(always)]
pub(super) fn clamp_grad<T: Element>(low: f64, high: f64, pairs: impl Pairs<T>) {
    let (low, high) = (T::from_f64(low), T::from_f64(high));
    // A bound that is not there holds nothing back, ∞ neither.
    let (has_low, has_high) = (low.is_finite(), high.is_finite());
    both(pairs, |y, d| {
        let is_between = ((y > low) | !has_low) & ((y < high) | !has_high);
        if is_between { d } else { T::ZERO }
    });
}

/// `d sign(x)`, with a sign of 0 for 0 and NaN.
#[inline(always)]
pub(super) fn abs_grad<T: Element>(pairs: impl Pairs<T>) {
    both(pairs, |x, d| {
        let sign = if x > T::ZERO { T::ONE } else { T::ZERO };
        let sign = if x < T::ZERO { -T::ONE } else { sign };
        d * sign
    });
}

/// Runs a loop over a power of `T`; those that PyTorch computes without a logarithm are computed so here as well.
macro_rules! with_power {
    ($exponent:expr, $power:ident => $run:expr) => {{
        let exponent: f64 = $exponent;
        if exponent == 0.0 {
            let $power = |_: T| T::ONE;
            $run
        } else if exponent == 1.0 {
            let $power = |x: T| x;
            $run
        } else if exponent == 2.0 {
            let $power = |x: T| x * x;
            $run
        } else if exponent == 3.0 {
            let $power = |x: T| x * x * x;
            $run
        } else if exponent == 0.5 {
            let $power = T::sqrt;
            $run
        } else if exponent == -0.5 {
            let $power = |x: T| T::ONE / x.sqrt();
            $run
        } else if exponent == -1.0 {
            let $power = |x: T| T::ONE / x;
            $run
        } else if exponent == -2.0 {
            let $power = |x: T| T::ONE / (x * x);
            $run
        } else {
            let $power = |x: T| x.pow(exponent);
            $run
        }
    }};
}

/// `x` to the power of `exponent`.
#[inline(always)]
pub(super) fn pow<T: Element>(exponent: f64, data: impl Elements<T>) {
    with_power!(exponent, power => each(data, power));
}

/// `d (exponent xᵖ)` with `p = exponent - 1`; 0 if the exponent is 0.
#[inline(always)]
pub(super) fn pow_grad<T: Element>(exponent: f64, pairs: impl Pairs<T>) {
    if exponent == 0.0 {
        both(pairs, |_, _| T::ZERO);
        return;
    }
    let factor = T::from_f64(exponent);
    with_power!(exponent - 1.0, power => both(pairs, |x, d| d * (factor * power(x))));
}

/// `factor / x`
#[inline(always)]
pub(super) fn reciprocal<T: Element>(factor: f64, data: impl Elements<T>) {
    let factor = T::from_f64(factor);
    each(data, |x| factor / x);
}

/// `-d (factor / x / x)`: two quotients, since `x²` overflows where the derivative does not.
#[inline(always)]
pub(super) fn reciprocal_grad<T: Element>(factor: f64, pairs: impl Pairs<T>) {
    let minus = T::from_f64(-factor);
    both(pairs, |x, d| d * (minus / x / x));
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    use nnplan::Activation::{self, Abs, Clamp, Exp, Ln, Pow, Reciprocal, Sqrt, Square};

    use crate::Element;
    use crate::kernels::activation::formulas;
    use crate::kernels::activation::{activation, activation_grad};

    const ALL: [Activation; 19] = [
        Exp,
        Ln,
        Sqrt,
        Square,
        Abs,
        Clamp(-1.5, 2.0),
        Clamp(0.25, f64::INFINITY),
        Reciprocal(1.0),
        Reciprocal(-2.5),
        Pow(0.0),
        Pow(1.0),
        Pow(2.0),
        Pow(3.0),
        Pow(0.5),
        Pow(-0.5),
        Pow(-1.0),
        Pow(-2.0),
        Pow(4.0),
        Pow(-2.3),
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

    #[track_caller]
    fn near(a: &Activation, x: f64, found: f64, exact: f64, relative: f64) {
        let is_same = found == exact || found.is_nan() && exact.is_nan();
        assert!(is_same || (found - exact).abs() <= relative * exact.abs(), "{a:?} {x}: {found}");
    }

    #[test]
    fn values_are_those_of_the_formulas() {
        for a in &ALL {
            for i in -400..=400 {
                let x = f64::from(i) * 0.0625; // exact in f32
                let exact = formulas::activation(a, x);
                near(a, x, apply::<f64>(a, x), exact, 5e-16);
                near(a, x, apply::<f32>(a, x), f64::from(exact as f32), 2e-7);
            }
        }
    }

    #[test]
    fn derivatives_are_those_of_central_differences() {
        for a in &ALL {
            for i in -60..60 {
                let x = (f64::from(i) + 0.37) * 0.03;
                let h = 1e-5 * x.abs();
                let of = |x| formulas::activation(a, x);
                let exact = (of(x + h) - of(x - h)) / (2.0 * h) * 3.0;
                if !exact.is_nan() {
                    near(a, x, grad::<f64>(a, x, 3.0), exact, 1e-6);
                    near(a, x, grad::<f32>(a, x, 3.0), exact, 1e-5);
                }
            }
        }
    }

    const INF: f64 = f64::INFINITY;
    const NAN: f64 = f64::NAN;

    /// Values and derivatives at 0, -0, NaN, ∞, -∞, -1, 1 and 2.
    type Row = (Activation, [f64; 8], [f64; 8]);

    // torch 2.15: x.exp(), torch.log(x), x.clamp(-1, 1), -2 / x, x ** 0.5, …, and y.sum().backward()
    #[rustfmt::skip]
    const CORNERS: [Row; 18] = [
        (Ln, [-INF, -INF, NAN, INF, NAN, NAN, 0.0, core::f64::consts::LN_2], [INF, -INF, NAN, 0.0, -0.0, -1.0, 1.0, 0.5]),
        (Sqrt, [0.0, -0.0, NAN, INF, NAN, NAN, 1.0, core::f64::consts::SQRT_2], [INF, -INF, NAN, 0.0, NAN, NAN, 0.5, 0.353_553_390_593_273_73]),
        (Square, [0.0, 0.0, NAN, INF, INF, 1.0, 1.0, 4.0], [0.0, -0.0, NAN, INF, -INF, -2.0, 2.0, 4.0]),
        (Abs, [0.0, 0.0, NAN, INF, INF, 1.0, 1.0, 2.0], [0.0, 0.0, 0.0, 1.0, -1.0, -1.0, 1.0, 1.0]),
        (Clamp(-1.0, 1.0), [0.0, -0.0, NAN, 1.0, -1.0, -1.0, 1.0, 1.0], [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        (Clamp(1.0, INF), [1.0, 1.0, NAN, INF, 1.0, 1.0, 1.0, 2.0], [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
        (Reciprocal(-2.0), [-INF, INF, NAN, -0.0, 0.0, 2.0, -2.0, -1.0], [INF, INF, NAN, 0.0, 0.0, 2.0, 2.0, 0.5]),
        (Pow(0.0), [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        (Pow(1.0), [0.0, -0.0, NAN, INF, -INF, -1.0, 1.0, 2.0], [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
        (Pow(2.0), [0.0, 0.0, NAN, INF, INF, 1.0, 1.0, 4.0], [0.0, -0.0, NAN, INF, -INF, -2.0, 2.0, 4.0]),
        (Pow(3.0), [0.0, -0.0, NAN, INF, -INF, -1.0, 1.0, 8.0], [0.0, 0.0, NAN, INF, INF, 3.0, 3.0, 12.0]),
        (Pow(0.5), [0.0, -0.0, NAN, INF, NAN, NAN, 1.0, core::f64::consts::SQRT_2], [INF, -INF, NAN, 0.0, NAN, NAN, 0.5, 0.353_553_390_593_273_73]),
        (Pow(-0.5), [INF, -INF, NAN, 0.0, NAN, NAN, 1.0, core::f64::consts::FRAC_1_SQRT_2], [-INF, -INF, NAN, -0.0, -0.0, NAN, -0.5, -0.176_776_695_296_636_87]),
        (Pow(-1.0), [INF, -INF, NAN, 0.0, -0.0, -1.0, 1.0, 0.5], [-INF, -INF, NAN, -0.0, -0.0, -1.0, -1.0, -0.25]),
        (Pow(-2.0), [INF, INF, NAN, 0.0, 0.0, 1.0, 1.0, 0.25], [-INF, INF, NAN, -0.0, 0.0, 2.0, -2.0, -0.25]),
        (Pow(1.5), [0.0, 0.0, NAN, INF, INF, NAN, 1.0, 2.828_427_124_746_190_3], [0.0, -0.0, NAN, INF, NAN, NAN, 1.5, 2.121_320_343_559_643]),
        (Pow(4.0), [0.0, 0.0, NAN, INF, INF, 1.0, 1.0, 16.0], [0.0, -0.0, NAN, INF, -INF, -4.0, 4.0, 32.0]),
        (Pow(-3.0), [INF, -INF, NAN, 0.0, -0.0, -1.0, 1.0, 0.125], [-INF, -INF, NAN, -0.0, -0.0, -3.0, -3.0, -0.1875]),
    ];

    fn corners<T: Element>(relative: f64) {
        let x = [0.0, -0.0, NAN, INF, -INF, -1.0, 1.0, 2.0];
        for (a, values, derivatives) in &CORNERS {
            for (i, x) in x.into_iter().enumerate() {
                near(a, x, apply::<T>(a, x), values[i], relative);
                near(a, x, grad::<T>(a, x, 1.0), derivatives[i], relative);
            }
        }
    }

    #[test]
    fn corners_are_pytorchs() {
        corners::<f64>(1e-15);
        corners::<f32>(2e-7);
        // A gradient of 0 stays 0 where the derivative is finite.
        assert_eq!(grad::<f32>(&Exp, 2.0, 0.0), 0.0);
        assert!(grad::<f32>(&Sqrt, 0.0, 0.0).is_nan() && grad::<f32>(&Ln, 0.0, 0.0).is_nan());
    }

    #[test]
    fn cuts_change_nothing() {
        let x: Vec<f32> = (0..997).map(|i| (i as f32 + 0.5) * 0.021).collect();
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
