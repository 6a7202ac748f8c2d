//! Elementary functions with the same bits on every machine, and sums in a fixed order.
//!
//! The `f32` functions are polynomials written here: no branches, so that a loop over a
//! slice autovectorises; no fused multiply-add, so that every machine rounds alike; no
//! tables. Their coefficients are minimax fits (Remez's algorithm with the relative error
//! as the weight, in 40 digits), rounded to `f32`; [`pow_f32`] computes in `f64`. The `f64` functions of
//! [`Element`] are libm's, but for [`powi`] and [`cos_pi`], which take a tenth of the code of
//! its `pow` and `cos`. Bounds, over every `f32` (`cargo test -p nncore --lib every_f32 -- --ignored`):
//!
//! | function | largest error |
//! |---|---|
//! | [`exp_f32`] | 0.99 ULP |
//! | [`ln_f32`] | 0.87 ULP |
//! | [`tanh_f32`] | 1.34 ULP |
//! | [`erf_f32`] | 1.35 ULP |
//! | [`pow_f32`] | 0.51 ULP, by the terms that its series leave out |
//!
//! Subnormal arguments and results are right, not flushed. Where a result is NaN, its sign
//! and payload are the machine's own: IEEE 754 leaves them open.

use crate::Element;

mod power;
mod reduce;
pub use power::{parity, pow_f32};
pub use reduce::{BLOCK, LANES, max, sum, sums};

/// 1.5 · 2²³: added to a number below 2²² it leaves that number, rounded to an integer
/// (ties to even), in the low bits of the sum.
const ROUND: f32 = 12_582_912.0;

/// ln 2 in two parts; the first has 10 significant bits, so that its product with an
/// exponent is exact.
const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;

/// Horner's rule: `c[0] + c[1] x + c[2] x² + …`.
#[inline(always)]
fn polynomial<const N: usize>(x: f32, c: [f32; N]) -> f32 {
    let mut value = c[N - 1];
    let mut i = N - 1;
    while i > 0 {
        i -= 1;
        value = value * x + c[i];
    }
    value
}

/// Square root, correctly rounded. NaN below zero, `-0` of `-0`.
#[cfg(feature = "std")]
#[inline(always)]
#[must_use]
pub fn sqrt_f32(x: f32) -> f32 {
    x.sqrt() // one instruction, which vectorises; IEEE 754 fixes every bit of it
}
/// Square root, correctly rounded. NaN below zero, `-0` of `-0`.
#[cfg(not(feature = "std"))]
#[inline(always)]
#[must_use]
pub fn sqrt_f32(x: f32) -> f32 {
    libm::sqrtf(x)
}

/// Square root, correctly rounded. NaN below zero, `-0` of `-0`.
#[cfg(feature = "std")]
#[inline(always)]
#[must_use]
pub fn sqrt_f64(x: f64) -> f64 {
    x.sqrt()
}
/// Square root, correctly rounded. NaN below zero, `-0` of `-0`.
#[cfg(not(feature = "std"))]
#[inline(always)]
#[must_use]
pub fn sqrt_f64(x: f64) -> f64 {
    libm::sqrt(x)
}

/// `x` to the power of `n`, by squaring: a relative error of `n` ULP at most, where the result is a normal number.
/// `powi(x, 0)` is 1, of NaN too.
#[must_use]
pub fn powi(mut x: f64, mut n: u64) -> f64 {
    let mut power = 1.0;
    loop {
        if n & 1 == 1 {
            power *= x;
        }
        n >>= 1;
        if n == 0 {
            return power;
        }
        x *= x;
    }
}

/// Coefficients of the powers of `y²` in the Taylor series of `cos y` (`FIRST` = 0) or `sin y / y` (1).
const fn taylor<const FIRST: u32>() -> [f64; 9] {
    let (mut c, mut i, mut factorial) = ([1.0; 9], 1, 1.0);
    while i < 9 {
        let k = FIRST + 2 * i as u32;
        factorial *= -((k * (k - 1)) as f64);
        c[i] = 1.0 / factorial;
        i += 1;
    }
    c
}

/// `cos(π x)`, to 2⁻⁵² of 1 for `|x| < 2⁵¹`; 1 from there on, NaN of ±∞ and NaN.
///
/// `x` is a multiple of ½ and a rest up to ¼, exactly; then the cosine's or the sine's Taylor series, of which the
/// first term left out is below 2⁻⁵⁶.
#[must_use]
pub fn cos_pi(x: f64) -> f64 {
    let x = x.abs();
    if x >= 2_251_799_813_685_248.0 {
        return if x < f64::INFINITY { 1.0 } else { f64::NAN };
    }
    let halves = (x + x + 0.5) as u64;
    let y = core::f64::consts::PI * (x - 0.5 * halves as f64);
    let (square, is_sine) = (y * y, halves & 1 == 1);
    let coefficients = if is_sine { const { &taylor::<1>() } } else { const { &taylor::<0>() } };
    let even = coefficients.iter().rev().fold(0.0, |sum, c| sum * square + c);
    let value = if is_sine { y * even } else { even };
    if matches!(halves & 3, 1 | 2) { -value } else { value }
}

/// `e^x`.
///
/// `x = n ln 2 + r` with `|r| ≤ ln 2 / 2`, a polynomial for `e^r`, times 2ⁿ in two factors.
/// `∞` from 88.72284 on, subnormal below -87.33655, 0 below -103.97208. NaN of NaN.
#[inline(always)]
#[must_use]
pub fn exp_f32(x: f32) -> f32 {
    // Beyond these the result is ∞ or 0 anyway, and n stays small. NaN passes both.
    let x = if x > 89.0 { 89.0 } else { x };
    let x = if x < -104.0 { -104.0 } else { x };
    let shifted = x * core::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = x - n * LN_2_HIGH - n * LN_2_LOW;
    let q = polynomial(r, [0.499_999_94, 0.166_665_21, 0.041_668_39, 0.008_368_731, 0.001_381_457]);
    let power = (r + r * r * q) + 1.0;
    // n reaches -150 and 129: one factor 2ⁿ would not be a normal number. The first
    // product is exact, only the second one rounds.
    let n = shifted.to_bits().wrapping_sub(ROUND.to_bits()) as i32;
    let half = n >> 1;
    power * power_of_two(half) * power_of_two(n.wrapping_sub(half))
}

/// 2ⁿ for -126 ≤ n ≤ 127; anything when n comes from a NaN.
#[inline(always)]
fn power_of_two(n: i32) -> f32 {
    f32::from_bits((n.wrapping_add(127) as u32) << 23)
}

/// The natural logarithm.
///
/// `x = 2ᵏ (1 + f)` with `√½ ≤ 1 + f < √2`, then `ln x = k ln 2 + f - f²/2 + f³ q(f)`.
/// `-∞` of ±0, NaN below zero and of NaN, `∞` of `∞`.
#[inline(always)]
#[must_use]
pub fn ln_f32(x: f32) -> f32 {
    const SQRT_HALF: u32 = 0x3f35_04f3;
    let subnormal = x < f32::MIN_POSITIVE;
    let scaled = if subnormal { x * 33_554_432.0 } else { x }; // 2²⁵
    let shift = if subnormal { 25.0 } else { 0.0 };
    let exponent = (scaled.to_bits().wrapping_sub(SQRT_HALF) as i32) >> 23;
    let f = f32::from_bits(scaled.to_bits().wrapping_sub((exponent << 23) as u32)) - 1.0;
    let k = exponent as f32 - shift;
    let q = polynomial(
        f,
        [
            0.333_333_3,
            -0.250_008_2,
            0.200_012_27,
            -0.166_233_58,
            0.142_017_53,
            -0.131_601_74,
            0.127_616_12,
            -0.076_345_64,
        ],
    );
    let square = f * f;
    let value = (f - (0.5 * square - (f * square * q + k * LN_2_LOW))) + k * LN_2_HIGH;
    let value = if x < f32::INFINITY { value } else { x }; // ∞, NaN
    let value = if x == 0.0 { f32::NEG_INFINITY } else { value };
    if x < 0.0 { f32::NAN } else { value }
}

/// The hyperbolic tangent.
///
/// An odd polynomial up to 0.625, beyond it `1 - 2 / (e^(2|x|) + 1)` with the sign of x.
/// ±1 of ±∞, ±0 of ±0, NaN of NaN.
#[inline(always)]
#[must_use]
pub fn tanh_f32(x: f32) -> f32 {
    let magnitude = x.abs();
    let large = 1.0 - 2.0 / (exp_f32(magnitude + magnitude) + 1.0);
    let square = x * x;
    let q = polynomial(
        square,
        [-0.333_332_6, 0.133_308_32, -0.053_688_12, 0.020_469_62, -0.005_515_294],
    );
    let small = x + x * square * q;
    let value = if magnitude < 0.625 { small } else { large };
    value.copysign(x)
}

/// The error function, `2/√π ∫₀ˣ e^(-t²) dt`.
///
/// An odd polynomial up to 0.92, beyond it `1 - e^(-p(|x|))` with the sign of x.
/// ±1 of ±∞, ±0 of ±0, NaN of NaN.
#[inline(always)]
#[must_use]
pub fn erf_f32(x: f32) -> f32 {
    let magnitude = x.abs();
    let limited = if magnitude > 4.0 { 4.0 } else { magnitude }; // 1 - erf(4) = 1.5e-8
    let p = polynomial(
        limited,
        [
            0.000_166_448_23,
            1.127_797_2,
            0.636_976_06,
            0.104_113_676,
            -0.022_315_21,
            0.003_065_489_5,
            -0.000_198_219_56,
        ],
    );
    let large = 1.0 - exp_f32(-p);
    let q = polynomial(
        x * x,
        [
            0.128_379_17,
            -0.376_126_32,
            0.112_836_875,
            -0.026_858_943,
            0.005_199_908,
            -0.000_813_002,
            8.316_769e-5,
        ],
    );
    let small = x + x * q;
    let value = if magnitude < 0.92 { small } else { large };
    value.copysign(x)
}

/// `1 / (1 + e^(-x))`, without overflow: right down to the smallest subnormal. NaN of NaN.
#[inline(always)]
#[must_use]
pub fn sigmoid<T: Element>(x: T) -> T {
    let e = (-x.abs()).exp();
    let numerator = if x >= T::ZERO { T::ONE } else { e };
    numerator / (T::ONE + e)
}

/// `ln(1 + e)` for `e ≥ 0`, with a small relative error for a small e too.
///
/// `ln u + (e - (u - 1)) / u` with `u = 1 + e` rounded: what the rounding took is given back
/// to first order.
#[inline(always)]
#[must_use]
pub fn ln_1p<T: Element>(e: T) -> T {
    let u = T::ONE + e;
    u.ln() + (e - (u - T::ONE)) / u
}

/// `ln(1 + e^x)`, without overflow, and with a small relative error for a very negative x.
/// `∞` of `∞`, 0 of `-∞`, NaN of NaN.
#[inline(always)]
#[must_use]
pub fn softplus<T: Element>(x: T) -> T {
    let positive = if x <= T::ZERO { T::ZERO } else { x };
    positive + ln_1p((-x.abs()).exp())
}

/// `e^x - 1` for `x ≤ 0`, with a small relative error near 0: `2 t / (1 - t)` with
/// `t = tanh(x/2)`. -1 of `-∞`, NaN of NaN.
#[inline(always)]
#[must_use]
pub fn exp_m1_nonpositive<T: Element>(x: T) -> T {
    let t = (x * T::from_f64(0.5)).tanh();
    (t + t) / (T::ONE - t)
}

#[cfg(test)]
mod tests;
