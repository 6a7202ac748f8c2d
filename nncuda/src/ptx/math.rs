//! Elementary functions, with the bits of the CPU's: `nncore::math` says what they are, and how exact.

use super::arithmetic::{F32, U32};

/// 1.5 · 2²³: leaves a small number, rounded to an integer, in the low bits of a sum.
const ROUND: f32 = 12_582_912.0;

/// ln 2 in two parts.
const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;

/// Horner's rule: `c[0] + c[1] x + …`
fn polynomial<'k>(x: F32<'k>, coefficients: &[f32]) -> F32<'k> {
    let (last, rest) = coefficients.split_last().expect("a coefficient");
    let first = x.kernel().f32(*last);
    rest.iter().rev().fold(first, |value, c| value * x + *c)
}

/// 2ⁿ for -126 ≤ n ≤ 127.
fn power_of_two(n: U32<'_>) -> F32<'_> {
    ((n + 127) << 23).as_f32()
}

impl<'k> F32<'k> {
    /// `condition ? value : self`, with the condition of this value.
    pub(crate) fn where_then(
        self,
        condition: impl FnOnce(Self) -> super::Bool<'k>,
        value: impl super::arithmetic::Into2<'k, Self>,
    ) -> Self {
        value.value(self.kernel()).or_where_not(condition(self), self)
    }

    /// e to this power.
    pub(crate) fn exp(self) -> Self {
        let x = self.where_then(|x| x.gt(89.0), 89.0);
        let x = x.where_then(|x| x.lt(-104.0), -104.0);
        let shifted = x * std::f32::consts::LOG2_E + ROUND;
        let n = shifted - ROUND;
        let r = x - n * LN_2_HIGH - n * LN_2_LOW;
        let q = polynomial(
            r,
            &[0.499_999_94, 0.166_665_21, 0.041_668_39, 0.008_368_731, 0.001_381_457],
        );
        let power = (r + r * r * q) + 1.0;
        let n = shifted.bits() - ROUND.to_bits();
        let half = n.right_signed(1);
        power * power_of_two(half) * power_of_two(n - half)
    }

    /// The natural logarithm.
    pub(crate) fn ln(self) -> Self {
        const SQRT_HALF: u32 = 0x3f35_04f3;
        let kernel = self.kernel();
        let subnormal = self.lt(f32::MIN_POSITIVE);
        let scaled = (self * 33_554_432.0).or_where_not(subnormal, self);
        let shift = kernel.f32(25.0).or_where_not(subnormal, kernel.f32(0.0));
        let exponent = (scaled.bits() - SQRT_HALF).right_signed(23);
        let f = (scaled.bits() - (exponent << 23)).as_f32() - 1.0;
        let k = exponent.signed_real() - shift;
        let q = polynomial(
            f,
            &[
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
        let inner = square * 0.5 - (f * square * q + k * LN_2_LOW);
        let value = (f - inner) + k * LN_2_HIGH;
        let value = value.or_where_not(self.lt(f32::INFINITY), self);
        let value = kernel.f32(f32::NEG_INFINITY).or_where_not(self.eq(0.0), value);
        kernel.f32(f32::NAN).or_where_not(self.lt(0.0), value)
    }

    /// With the sign of another number.
    pub(super) fn with_sign_of(self, other: Self) -> Self {
        ((self.bits() & 0x7fff_ffff) | (other.bits() & 0x8000_0000)).as_f32()
    }

    /// The hyperbolic tangent.
    pub(crate) fn tanh(self) -> Self {
        let kernel = self.kernel();
        let magnitude = self.abs();
        let large = kernel.f32(1.0) - kernel.f32(2.0) / ((magnitude + magnitude).exp() + 1.0);
        let square = self * self;
        let q = polynomial(
            square,
            &[-0.333_332_6, 0.133_308_32, -0.053_688_12, 0.020_469_62, -0.005_515_294],
        );
        let small = self + self * square * q;
        small.or_where_not(magnitude.lt(0.625), large).with_sign_of(self)
    }

    /// The error function.
    pub(crate) fn erf(self) -> Self {
        let magnitude = self.abs();
        let limited = magnitude.where_then(|m| m.gt(4.0), 4.0);
        let p = polynomial(
            limited,
            &[
                0.000_166_448_23,
                1.127_797_2,
                0.636_976_06,
                0.104_113_676,
                -0.022_315_21,
                0.003_065_489_5,
                -0.000_198_219_56,
            ],
        );
        let large = self.kernel().f32(1.0) - (-p).exp();
        let q = polynomial(
            self * self,
            &[
                0.128_379_17,
                -0.376_126_32,
                0.112_836_875,
                -0.026_858_943,
                0.005_199_908,
                -0.000_813_002,
                8.316_769e-5,
            ],
        );
        let small = self + self * q;
        small.or_where_not(magnitude.lt(0.92), large).with_sign_of(self)
    }

    /// `1 / (1 + e^(-x))`
    pub(crate) fn sigmoid(self) -> Self {
        let e = (-self.abs()).exp();
        let numerator = self.kernel().f32(1.0).or_where_not(self.ge(0.0), e);
        numerator / (e + 1.0)
    }

    /// `ln(1 + e)` of a number that is not negative.
    pub(crate) fn ln_1p(self) -> Self {
        let u = self + 1.0;
        u.ln() + (self - (u - 1.0)) / u
    }

    /// 0 where it is 0 or less; NaN stays.
    pub(crate) fn positive(self) -> Self {
        self.where_then(|x| x.le(0.0), 0.0)
    }

    /// `ln(1 + e^x)`
    pub(crate) fn softplus(self) -> Self {
        self.positive() + (-self.abs()).exp().ln_1p()
    }

    /// `e^x - 1` of a number that is not positive.
    pub(crate) fn exp_m1_nonpositive(self) -> Self {
        let t = (self * 0.5).tanh();
        (t + t) / (self.kernel().f32(1.0) - t)
    }
}
