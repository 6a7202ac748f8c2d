//! What long sums need: double precision in shuffles, shared memory and conversions, a logarithm of it, powers, and
//! `1 / √x` to the last bit of single precision; stores under a condition.

use super::arithmetic::{Bool, F32, F64, U32};
use super::kernel::{Class, Kernel, Register};
use super::memory::{Pointer, Shared};

impl Kernel {
    /// A register of its own that can be set, with a first value.
    pub(crate) fn wide_variable<'k>(&'k self, first: F64<'k>) -> F64<'k> {
        let variable = F64::of(self, self.register(Class::F64));
        variable.set(first);
        variable
    }
}

impl<'k> Pointer<'k> {
    /// Writes number `index` where `condition` holds.
    pub(crate) fn store_where(self, condition: Bool<'k>, index: U32<'k>, value: F32<'k>) {
        let address = self.at(index).address();
        value.kernel().emit(format_args!(
            "@{} st.global.f32 [{}], {}",
            condition.register(),
            address.operand(),
            value.operand()
        ));
    }
}

impl<'k> Shared<'k> {
    /// The number `index` in double precision.
    pub(crate) fn load_f64(self, index: U32<'k>) -> F64<'k> {
        let (kernel, address) = (index.kernel(), self.address(index * 2));
        let register = kernel.register(Class::F64);
        kernel.emit(format_args!("ld.shared.f64 {register}, {address}"));
        F64::of(kernel, register)
    }

    /// Writes the number `index` in double precision.
    pub(crate) fn store_f64(self, index: U32<'k>, value: F64<'k>) {
        let address = self.address(index * 2);
        value.kernel().emit(format_args!("st.shared.f64 {address}, {}", value.operand()));
    }
}

impl<'k> U32<'k> {
    fn converted(self, instruction: &str, class: Class) -> Register {
        let register = self.kernel().register(class);
        self.kernel().emit(format_args!("{instruction} {register}, {}", self.operand()));
        register
    }

    /// As a real number, where it has no sign.
    pub(crate) fn real(self) -> F32<'k> {
        F32::of(self.kernel(), self.converted("cvt.rn.f32.u32", Class::F32))
    }

    /// As a real number in double precision, where it has no sign.
    pub(crate) fn real_f64(self) -> F64<'k> {
        F64::of(self.kernel(), self.converted("cvt.rn.f64.u32", Class::F64))
    }

    /// As a real number in double precision, where it counts as signed.
    fn signed_f64(self) -> F64<'k> {
        F64::of(self.kernel(), self.converted("cvt.rn.f64.s32", Class::F64))
    }

    /// The value of the lane whose number differs in the bits of `mask`, of a full warp.
    fn lane_xor(self, mask: u32) -> Self {
        let (kernel, register) = (self.kernel(), self.kernel().register(Class::B32));
        let value = self.operand();
        kernel.emit(format_args!("shfl.sync.bfly.b32 {register}, {value}, {mask}, 31, -1"));
        Self::of(kernel, register)
    }
}

/// Horner's rule: `c[0] + c[1] x + …`
fn polynomial(x: F64<'_>, coefficients: Vec<f64>) -> F64<'_> {
    let mut all = coefficients.into_iter().rev();
    let first = x.kernel().f64(all.next().expect("a coefficient"));
    all.fold(first, |value, c| value * x + c)
}

impl<'k> F64<'k> {
    /// The lower and the upper half of its bits.
    fn halves(self) -> [U32<'k>; 2] {
        let kernel = self.kernel();
        let [low, high] = [Class::B32; 2].map(|class| kernel.register(class));
        kernel.emit(format_args!("mov.b64 {{{low}, {high}}}, {}", self.operand()));
        [low, high].map(|half| U32::of(kernel, half))
    }

    /// The number of these bits.
    fn of_halves([low, high]: [U32<'k>; 2]) -> Self {
        let (kernel, register) = (low.kernel(), low.kernel().register(Class::F64));
        let (low, high) = (low.operand(), high.operand());
        kernel.emit(format_args!("mov.b64 {register}, {{{low}, {high}}}"));
        Self::of(kernel, register)
    }

    /// The value of the lane whose number differs in the bits of `mask`, of a full warp.
    pub(crate) fn lane_xor(self, mask: u32) -> Self {
        Self::of_halves(self.halves().map(|half| half.lane_xor(mask)))
    }

    /// The integer below, of a number from 0 to 2³² - 1.
    pub(crate) fn truncated(self) -> U32<'k> {
        let (kernel, register) = (self.kernel(), self.kernel().register(Class::B32));
        kernel.emit(format_args!("cvt.rzi.u32.f64 {register}, {}", self.operand()));
        U32::of(kernel, register)
    }

    /// The natural logarithm of a positive normal number, with the bits of libm's; ∞ and NaN stay.
    pub(crate) fn ln(self) -> Self {
        const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
        const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
        const LG: [f64; 7] = [
            6.666_666_666_666_735e-1,
            3.999_999_999_940_942e-1,
            2.857_142_874_366_239e-1,
            2.222_219_843_214_978_4e-1,
            1.818_357_216_161_805e-1,
            1.531_383_769_920_937_3e-1,
            1.479_819_860_511_658_6e-1,
        ];
        const SQRT_HALF: u32 = 0x3fe6_a09e; // the upper half
        let kernel = self.kernel();
        let c = |i: usize| kernel.f64(LG[i - 1]);
        let [low, high] = self.halves();
        // 2ᵏ (1 + f), √½ ≤ 1 + f < √2
        let high = high + (0x3ff0_0000 - SQRT_HALF);
        let k = ((high >> 20) - 0x3ff).signed_f64();
        let f = Self::of_halves([low, (high & 0x000f_ffff) + SQRT_HALF]) - 1.0;
        let half_square = f * 0.5 * f;
        let s = f / (f + 2.0);
        let z = s * s;
        let w = z * z;
        let even = w * (c(2) + w * (c(4) + w * c(6)));
        let odd = z * (c(1) + w * (c(3) + w * (c(5) + w * c(7))));
        let r = odd + even;
        let value = s * (half_square + r) + k * LN_2_LOW - half_square + f + k * LN_2_HIGH;
        value.or_where_not(self.lt(f64::INFINITY), self)
    }

    /// `1 / √x`, rounded to single precision (but for one case in some 10⁷).
    pub(crate) fn inv_sqrt(self) -> F32<'k> {
        let high = self.narrow();
        high.inv_sqrt_with((self - high.wide()).narrow())
    }
}

impl<'k> F32<'k> {
    /// Sum and rounding error of two numbers.
    fn sum_and_error(self, other: Self) -> [Self; 2] {
        let sum = self + other;
        let part = sum - self;
        [sum, (self - (sum - part)) + (other - part)]
    }

    /// This to the power of `exponent`, with the bits of `nncore::math::pow_f32`.
    pub(crate) fn pow(self, exponent: f64) -> Self {
        const SQRT_HALF: u32 = 0x3f35_04f3;
        const ROUND: f64 = 6_755_399_441_055_744.0; // 1.5 · 2⁵²
        let kernel = self.kernel();
        let magnitude = self.abs();
        let subnormal = magnitude.lt(f32::MIN_POSITIVE);
        let scaled = (magnitude * 33_554_432.0).or_where_not(subnormal, magnitude);
        let shift = kernel.f64(25.0).or_where_not(subnormal, kernel.f64(0.0));
        let k = (scaled.bits() - SQRT_HALF).right_signed(23);
        let z = (scaled.bits() - (k << 23)).as_f32().wide();
        let s = (z - 1.0) / (z + 1.0);
        let series = (0..7).map(|i| 2.0 * std::f64::consts::LOG2_E / f64::from(2 * i + 1));
        let log = s * polynomial(s * s, series.collect()) + (k.signed_f64() - shift);
        let log = log.or_where_not(magnitude.lt(f32::INFINITY), magnitude.wide());
        let log = kernel.f64(f64::NEG_INFINITY).or_where_not(magnitude.eq(0.0), log);
        let y = log * exponent;
        let y = kernel.f64(160.0).or_where_not(y.gt(160.0), y);
        let y = kernel.f64(-160.0).or_where_not(y.lt(-160.0), y);
        let shifted = y + ROUND;
        let mut series = vec![1.0];
        (1..9).for_each(|i| series.push(series[i - 1] * std::f64::consts::LN_2 / i as f64));
        let power = polynomial(y - (shifted - ROUND), series);
        let [n, _] = shifted.halves();
        let value = (power * F64::of_halves([kernel.u32(0), (n + 1023) << 20])).narrow();
        match nncore::math::parity(exponent) {
            (_, true) => value.with_sign_of(self),
            (true, false) => value,
            (false, _) => {
                let has_none = self.lt(0.0) & magnitude.lt(f32::INFINITY);
                kernel.f32(f32::NAN).or_where_not(has_none, value)
            }
        }
    }

    /// `1 / √(self + plus)` as [`F64::inv_sqrt`], without double precision.
    pub(crate) fn inv_sqrt_plus(self, plus: f64) -> Self {
        let high = plus as f32;
        let [sum, error] = self.sum_and_error(self.kernel().f32(high));
        sum.inv_sqrt_with(error + (plus - f64::from(high)) as f32)
    }

    /// `1 / √(self + low)` with `low` below half a unit in the last place: Newton's step from the quotient, with an exact
    /// residual.
    fn inv_sqrt_with(self, low: Self) -> Self {
        let one = self.kernel().f32(1.0);
        let first = one / self.sqrt();
        let square = first * first;
        let square_error = first.fma(first, -square);
        let product = self * square;
        let product_error = self.fma(square, -product);
        let residual = (one - product) - product_error - self * square_error - low * square;
        let better = (first * 0.5).fma(residual, first);
        // Of 0, ∞ and the smallest numbers there is no residual.
        better.or_where_not(first.gt(0.0) & square.lt(f32::INFINITY), first)
    }
}
