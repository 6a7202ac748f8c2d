//! The number types a device computes in: `f32` and `f64`.

use core::fmt::{Debug, Display};
use core::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
}

/// A floating-point number: `f32` or `f64`.
///
/// The transcendental functions are those of [`math`]: the same bits on
/// every machine.
pub trait Element:
    sealed::Sealed
    + Copy
    + Default
    + PartialEq
    + PartialOrd
    + Debug
    + Display
    + Send
    + Sync
    + 'static
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
{
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;
    /// `-∞`.
    const NEG_INFINITY: Self;
    /// The name in weight files: `F32` or `F64`.
    const DTYPE: &'static str;
    /// Bytes of one number.
    const BYTES: usize;

    /// The nearest number of this type.
    fn from_f64(x: f64) -> Self;
    /// The nearest `f64`.
    fn to_f64(self) -> f64;
    /// The nearest number of this type.
    fn from_usize(n: usize) -> Self {
        Self::from_f64(n as f64)
    }
    /// `e^self`
    fn exp(self) -> Self;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// The hyperbolic tangent.
    fn tanh(self) -> Self;
    /// The error function.
    fn erf(self) -> Self;
    /// The square root, correctly rounded.
    fn sqrt(self) -> Self;
    /// `self` to the power of `exponent`, which is finite; the special values are as in
    /// [`pow_f32`](crate::math::pow_f32).
    fn pow(self, exponent: f64) -> Self;
    /// `self * a + b`, rounded once where the target has such an instruction; with `std` only.
    #[cfg(feature = "std")]
    fn mul_add(self, a: Self, b: Self) -> Self;
    /// The absolute value.
    fn abs(self) -> Self;
    /// Neither infinite nor NaN.
    fn is_finite(self) -> bool;
    /// From little-endian bytes.
    ///
    /// # Panics
    /// With another number of bytes than [`BYTES`](Self::BYTES).
    fn from_le_bytes(bytes: &[u8]) -> Self;
    /// `gemm` of matrixmultiply: C ← alpha A B + beta C.
    ///
    /// # Safety
    /// The pointers and strides must address m × k, k × n and m × n elements; C must
    /// not overlap A, B or itself.
    #[cfg(feature = "alloc")]
    unsafe fn gemm(
        m: usize,
        k: usize,
        n: usize,
        alpha: Self,
        a: (*const Self, isize, isize),
        b: (*const Self, isize, isize),
        beta: Self,
        c: (*mut Self, isize, isize),
    );
}

macro_rules! element {
    ($t:ty, $dtype:literal, $gemm:ident, $exp:path, $ln:path, $tanh:path, $erf:path, $sqrt:path, $pow:path) => {
        impl Element for $t {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const NEG_INFINITY: Self = <$t>::NEG_INFINITY;
            const DTYPE: &'static str = $dtype;
            const BYTES: usize = size_of::<$t>();
            #[inline(always)]
            fn from_f64(x: f64) -> Self {
                x as $t
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn exp(self) -> Self {
                $exp(self)
            }
            #[inline(always)]
            fn ln(self) -> Self {
                $ln(self)
            }
            #[inline(always)]
            fn tanh(self) -> Self {
                $tanh(self)
            }
            #[inline(always)]
            fn erf(self) -> Self {
                $erf(self)
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                $sqrt(self)
            }
            #[inline(always)]
            fn pow(self, exponent: f64) -> Self {
                $pow(self, exponent)
            }
            #[cfg(feature = "std")]
            #[inline(always)]
            fn mul_add(self, a: Self, b: Self) -> Self {
                <$t>::mul_add(self, a, b)
            }
            #[inline(always)]
            fn abs(self) -> Self {
                <$t>::abs(self)
            }
            #[inline(always)]
            fn is_finite(self) -> bool {
                <$t>::is_finite(self)
            }
            fn from_le_bytes(bytes: &[u8]) -> Self {
                let mut array = [0; size_of::<$t>()];
                array.copy_from_slice(bytes);
                <$t>::from_le_bytes(array)
            }
            #[cfg(feature = "alloc")]
            unsafe fn gemm(
                m: usize,
                k: usize,
                n: usize,
                alpha: Self,
                a: (*const Self, isize, isize),
                b: (*const Self, isize, isize),
                beta: Self,
                c: (*mut Self, isize, isize),
            ) {
                // SAFETY: passed on to our caller, in the same words.
                unsafe {
                    matrixmultiply::$gemm(
                        m, k, n, alpha, a.0, a.1, a.2, b.0, b.1, b.2, beta, c.0, c.1, c.2,
                    );
                }
            }
        }
    };
}

use crate::math;
element!(
    f32,
    "F32",
    sgemm,
    math::exp_f32,
    math::ln_f32,
    math::tanh_f32,
    math::erf_f32,
    math::sqrt_f32,
    math::pow_f32
);
element!(f64, "F64", dgemm, libm::exp, libm::log, libm::tanh, libm::erf, math::sqrt_f64, libm::pow);
