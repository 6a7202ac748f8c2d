//! Powers with a constant exponent.

/// 1.5 · 2⁵²: added to a number below 2⁵¹ it leaves that number, rounded to an integer (ties to even), in the low bits of
/// the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// `2 / (ln 2 · (2i + 1))`: of the series `log₂ z = Σ cᵢ s^(2i + 1)` with `s = (z - 1) / (z + 1)`.
const LOG: [f64; 7] = {
    let (mut c, mut i) = ([0.0; 7], 0);
    while i < 7 {
        c[i] = 2.0 * core::f64::consts::LOG2_E / (2 * i + 1) as f64;
        i += 1;
    }
    c
};

/// `(ln 2)ⁱ / i!`: of Taylor's series of `2^r`.
const EXP: [f64; 9] = {
    let (mut c, mut i) = ([1.0; 9], 1);
    while i < 9 {
        c[i] = c[i - 1] * core::f64::consts::LN_2 / i as f64;
        i += 1;
    }
    c
};

/// Horner's rule: `c[0] + c[1] x + c[2] x² + …`.
#[inline(always)]
fn polynomial<const N: usize>(x: f64, c: [f64; N]) -> f64 {
    let mut value = c[N - 1];
    let mut i = N - 1;
    while i > 0 {
        i -= 1;
        value = value * x + c[i];
    }
    value
}

/// Whether an exponent is an integer, and whether it is an odd one.
#[inline(always)]
#[must_use]
pub fn parity(exponent: f64) -> (bool, bool) {
    // From 2⁵³ on each number is an even integer.
    let is_large = exponent.abs() >= 9_007_199_254_740_992.0;
    let whole = exponent as i64;
    let is_integer = is_large || whole as f64 == exponent;
    (is_integer, is_integer && !is_large && whole & 1 == 1)
}

/// `x` to the power of `exponent`, which is finite.
///
/// `2^(exponent · log₂ |x|)` in `f64`, rounded to `f32` once: `log₂ |x| = k + log₂ z` with `√½ ≤ z < √2` and a series in
/// `(z - 1) / (z + 1)`, whose first term left out is below 2⁻³⁹ of its sum; then `2^(n + r)` with `|r| ≤ ½` and Taylor's
/// series, whose first term left out is below 2⁻³². No branch depends on `x`.
///
/// The special values are as in C: 1 to the power of 0, of NaN too; of a number below 0 to an exponent that is no
/// integer NaN; of ±0 to an exponent below 0 ∞, with the sign of x if the exponent is odd; of `-∞` what it is of ∞, with the
/// sign if the exponent is odd. NaN of NaN else.
#[inline(always)]
#[must_use]
pub fn pow_f32(x: f32, exponent: f64) -> f32 {
    const SQRT_HALF: u32 = 0x3f35_04f3;
    let (is_integer, is_odd) = parity(exponent);
    let magnitude = x.abs();
    let subnormal = magnitude < f32::MIN_POSITIVE;
    let scaled = if subnormal { magnitude * 33_554_432.0 } else { magnitude }; // 2²⁵
    let shift = if subnormal { 25.0 } else { 0.0 };
    let k = (scaled.to_bits().wrapping_sub(SQRT_HALF) as i32) >> 23;
    let z = f64::from(f32::from_bits(scaled.to_bits().wrapping_sub((k << 23) as u32)));
    let s = (z - 1.0) / (z + 1.0);
    let log = s * polynomial(s * s, LOG) + (f64::from(k) - shift);
    let log = if magnitude < f32::INFINITY { log } else { f64::from(magnitude) }; // ∞, NaN
    let log = if magnitude == 0.0 { f64::NEG_INFINITY } else { log };
    let y = exponent * log;
    // Beyond these the result is ∞ or 0 anyway, and n stays small. NaN passes both.
    let y = if y > 160.0 { 160.0 } else { y };
    let y = if y < -160.0 { -160.0 } else { y };
    let shifted = y + ROUND;
    let power = polynomial(y - (shifted - ROUND), EXP);
    let n = shifted.to_bits().wrapping_sub(ROUND.to_bits());
    let value = (power * f64::from_bits(n.wrapping_add(1023) << 52)) as f32;
    let value = if is_odd { value.copysign(x) } else { value };
    let has_none = !is_integer && x < 0.0 && magnitude < f32::INFINITY;
    let value = if has_none { f32::NAN } else { value };
    if exponent == 0.0 { 1.0 } else { value }
}
