//! Values: registers, or numbers that are known when the kernel is made.

use std::fmt;
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Rem, Shl, Shr, Sub};

use super::kernel::{Class, Kernel, Register};

/// A register, or a number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operand<T> {
    Register(Register),
    Known(T),
}

/// How a number is written as an immediate.
pub(super) trait Immediate: Copy {
    fn text(self) -> String;
}
impl Immediate for u32 {
    fn text(self) -> String {
        self.to_string()
    }
}
impl Immediate for u64 {
    fn text(self) -> String {
        self.to_string()
    }
}
impl Immediate for f32 {
    fn text(self) -> String {
        format!("0f{:08X}", self.to_bits())
    }
}
impl Immediate for f64 {
    fn text(self) -> String {
        format!("0d{:016X}", self.to_bits())
    }
}

impl<T: Immediate> fmt::Display for Operand<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Register(register) => register.fmt(f),
            Self::Known(number) => f.write_str(&number.text()),
        }
    }
}

macro_rules! values {
    ($($(#[$doc:meta])* $name:ident: $rust:ty, $class:ident, $ty:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name<'k> {
            kernel: &'k Kernel,
            operand: Operand<$rust>,
        }

        #[allow(dead_code, reason = "each type has the same methods")]
        impl<'k> $name<'k> {
            /// What a register holds.
            pub(super) fn of(kernel: &'k Kernel, register: Register) -> Self {
                Self { kernel, operand: Operand::Register(register) }
            }

            /// A number that is known.
            pub(super) fn constant(kernel: &'k Kernel, value: $rust) -> Self {
                Self { kernel, operand: Operand::Known(value) }
            }

            /// The number, if it is known.
            pub(crate) fn known(self) -> Option<$rust> {
                match self.operand {
                    Operand::Known(value) => Some(value),
                    Operand::Register(_) => None,
                }
            }

            pub(super) fn operand(self) -> Operand<$rust> {
                self.operand
            }

            pub(crate) fn kernel(self) -> &'k Kernel {
                self.kernel
            }

            /// A new register, written by `instruction`.
            fn made(self, instruction: &str, rest: impl fmt::Display) -> Self {
                let register = self.kernel.register(Class::$class);
                self.kernel.emit(format_args!("{instruction} {register}, {rest}"));
                Self::of(self.kernel, register)
            }

            fn two(self, instruction: &str, other: Self) -> Self {
                self.made(instruction, format_args!("{}, {}", self.operand, other.operand))
            }

            /// Writes to the register of a variable.
            pub(crate) fn set(self, value: Self) {
                let mov = concat!("mov.", $ty);
                self.kernel.emit(format_args!("{mov} {}, {}", self.operand, value.operand));
            }

            /// `condition ? self : other`
            pub(crate) fn or_where_not(self, condition: Bool<'k>, other: Self) -> Self {
                let rest = format_args!("{}, {}, {}", self.operand, other.operand, condition.register);
                let selp = concat!("selp.", $ty);
                // An immediate in a selection needs no register.
                self.made(selp, rest)
            }

            fn compare(self, how: &str, other: Self) -> Bool<'k> {
                let register = self.kernel.register(Class::Pred);
                let setp = concat!(".", $ty);
                let (a, b) = (self.operand, other.operand);
                self.kernel.emit(format_args!("setp.{how}{setp} {register}, {a}, {b}"));
                Bool { kernel: self.kernel, register }
            }

            pub(crate) fn lt(self, other: impl Into2<'k, Self>) -> Bool<'k> {
                self.compare("lt", other.value(self.kernel))
            }
            pub(crate) fn le(self, other: impl Into2<'k, Self>) -> Bool<'k> {
                self.compare("le", other.value(self.kernel))
            }
            pub(crate) fn gt(self, other: impl Into2<'k, Self>) -> Bool<'k> {
                self.compare("gt", other.value(self.kernel))
            }
            pub(crate) fn ge(self, other: impl Into2<'k, Self>) -> Bool<'k> {
                self.compare("ge", other.value(self.kernel))
            }
            pub(crate) fn eq(self, other: impl Into2<'k, Self>) -> Bool<'k> {
                self.compare("eq", other.value(self.kernel))
            }
        }

        impl<'k> Into2<'k, $name<'k>> for $name<'k> {
            fn value(self, _: &'k Kernel) -> $name<'k> {
                self
            }
        }
        impl<'k> Into2<'k, $name<'k>> for $rust {
            fn value(self, kernel: &'k Kernel) -> $name<'k> {
                $name::constant(kernel, self)
            }
        }
    )*};
}

/// What can stand for a value: itself, or a number.
pub(crate) trait Into2<'k, V> {
    /// The value.
    fn value(self, kernel: &'k Kernel) -> V;
}

values! {
    /// A real number.
    F32: f32, F32, "f32";
    /// A real number in double precision: for sums of losses.
    F64: f64, F64, "f64";
    /// A number, or 32 bits.
    U32: u32, B32, "u32";
    /// An address, or 64 bits.
    U64: u64, B64, "u64";
}

/// A condition.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bool<'k> {
    kernel: &'k Kernel,
    register: Register,
}

impl<'k> Bool<'k> {
    pub(super) fn register(self) -> Register {
        self.register
    }

    fn two(self, instruction: &str, other: Self) -> Self {
        let register = self.kernel.register(Class::Pred);
        let (a, b) = (self.register, other.register);
        self.kernel.emit(format_args!("{instruction} {register}, {a}, {b}"));
        Self { kernel: self.kernel, register }
    }
}

impl BitAnd for Bool<'_> {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.two("and.pred", other)
    }
}
impl BitOr for Bool<'_> {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.two("or.pred", other)
    }
}
impl Not for Bool<'_> {
    type Output = Self;
    fn not(self) -> Self {
        let register = self.kernel.register(Class::Pred);
        self.kernel.emit(format_args!("not.pred {register}, {}", self.register));
        Self { kernel: self.kernel, register }
    }
}

/// An operator of two values, also with a number on the right.
macro_rules! operators {
    ($($name:ident, $rust:ty: $($trait:ident $method:ident $function:ident),*;)*) => {$($(
        impl<'k, R: Into2<'k, $name<'k>>> $trait<R> for $name<'k> {
            type Output = $name<'k>;
            fn $method(self, other: R) -> $name<'k> {
                self.$function(other.value(self.kernel))
            }
        }
    )*)*};
}

operators! {
    F32, f32: Add add plus, Sub sub minus, Mul mul times, Div div over;
    F64, f64: Add add plus, Sub sub minus, Mul mul times, Div div over;
    U32, u32: Add add plus, Sub sub minus, Mul mul times, Div div over, Rem rem modulo, BitAnd bitand and,
        BitOr bitor either, BitXor bitxor xor, Shl shl left, Shr shr right;
    U64, u64: Add add plus;
}

macro_rules! reals {
    ($($name:ident $ty:literal;)*) => {$(
        #[allow(dead_code, reason = "each type has the same methods")]
        impl<'k> $name<'k> {
            fn plus(self, other: Self) -> Self {
                self.two(concat!("add.rn.", $ty), other)
            }
            fn minus(self, other: Self) -> Self {
                self.two(concat!("sub.rn.", $ty), other)
            }
            fn times(self, other: Self) -> Self {
                self.two(concat!("mul.rn.", $ty), other)
            }
            fn over(self, other: Self) -> Self {
                self.two(concat!("div.rn.", $ty), other)
            }
            /// `self * by + plus`, rounded once.
            pub(crate) fn fma(self, by: Self, plus: Self) -> Self {
                let rest = format_args!("{}, {}, {}", self.operand, by.operand, plus.operand);
                self.made(concat!("fma.rn.", $ty), rest)
            }
            /// The square root.
            pub(crate) fn sqrt(self) -> Self {
                self.made(concat!("sqrt.rn.", $ty), self.operand)
            }
            /// Without its sign.
            pub(crate) fn abs(self) -> Self {
                self.made(concat!("abs.", $ty), self.operand)
            }
        }
        impl Neg for $name<'_> {
            type Output = Self;
            fn neg(self) -> Self {
                self.made(concat!("neg.", $ty), self.operand)
            }
        }
    )*};
}
reals! { F32 "f32"; F64 "f64"; }

impl<'k> F32<'k> {
    /// The same number in double precision.
    pub(crate) fn wide(self) -> F64<'k> {
        let register = self.kernel.register(Class::F64);
        self.kernel.emit(format_args!("cvt.f64.f32 {register}, {}", self.operand));
        F64::of(self.kernel, register)
    }

    /// Its bits.
    pub(crate) fn bits(self) -> U32<'k> {
        let register = self.kernel.register(Class::B32);
        self.kernel.emit(format_args!("mov.b32 {register}, {}", self.operand));
        U32::of(self.kernel, register)
    }

    /// Whether it is not a number.
    pub(crate) fn is_nan(self) -> Bool<'k> {
        self.compare("nan", self)
    }
}

impl<'k> F64<'k> {
    /// The nearest number in single precision.
    pub(crate) fn narrow(self) -> F32<'k> {
        let register = self.kernel.register(Class::F32);
        self.kernel.emit(format_args!("cvt.rn.f32.f64 {register}, {}", self.operand));
        F32::of(self.kernel, register)
    }
}

impl<'k> U32<'k> {
    fn fold(self, other: Self, f: impl Fn(u32, u32) -> u32) -> Option<Self> {
        let value = f(self.known()?, other.known()?);
        Some(Self::constant(self.kernel, value))
    }

    fn plus(self, other: Self) -> Self {
        if self.known() == Some(0) {
            return other;
        }
        if other.known() == Some(0) {
            return self;
        }
        self.fold(other, u32::wrapping_add).unwrap_or_else(|| self.two("add.u32", other))
    }

    fn minus(self, other: Self) -> Self {
        if other.known() == Some(0) {
            return self;
        }
        self.fold(other, u32::wrapping_sub).unwrap_or_else(|| self.two("sub.u32", other))
    }

    fn times(self, other: Self) -> Self {
        match (self.known(), other.known()) {
            (Some(1), _) => other,
            (_, Some(1)) => self,
            (Some(0), _) | (_, Some(0)) => Self::constant(self.kernel, 0),
            (Some(a), Some(b)) => Self::constant(self.kernel, a.wrapping_mul(b)),
            (_, Some(b)) if b.is_power_of_two() => {
                self.left(Self::constant(self.kernel, b.trailing_zeros()))
            }
            _ => self.two("mul.lo.u32", other),
        }
    }

    fn over(self, other: Self) -> Self {
        match (self.known(), other.known()) {
            (_, Some(1)) => self,
            (Some(a), Some(b)) => Self::constant(self.kernel, a / b),
            (_, Some(b)) if b.is_power_of_two() => {
                self.right(Self::constant(self.kernel, b.trailing_zeros()))
            }
            (_, Some(b)) if b > 0 => self.over_known(b),
            _ => self.two("div.u32", other),
        }
    }

    /// Divided by a number that is no power of two: multiplied by its inverse (Granlund, Montgomery: Division by invariant
    /// integers using multiplication, PLDI 1994, section 4). Exact for each number; the assembler does not do this.
    fn over_known(self, d: u32) -> Self {
        let (d, bits) = (u64::from(d), 64 - u64::from(d).leading_zeros());
        // 2^(32 + s) / d, rounded up, serves if it errs by no more than 2^s / 2^32 of a number.
        let short = (0..bits).find_map(|s| {
            let inverse = (1u64 << (32 + s)).div_ceil(d);
            let error = u128::from(inverse) * u128::from(d) - (1u128 << (32 + s));
            let fits = inverse < 1 << 32 && error <= 1 << s;
            fits.then_some((inverse as u32, s))
        });
        let kernel = self.kernel;
        if let Some((inverse, s)) = short {
            return self.times_high(inverse).right(Self::constant(kernel, s));
        }
        // The inverse has 33 bits.
        let inverse =
            ((1u128 << 32) * ((1u128 << bits) - u128::from(d)) / u128::from(d) + 1) as u32;
        let high = self.times_high(inverse);
        (high + ((self - high) >> 1)) >> (bits - 1)
    }

    fn modulo(self, other: Self) -> Self {
        match (self.known(), other.known()) {
            (_, Some(1)) => Self::constant(self.kernel, 0),
            (Some(a), Some(b)) => Self::constant(self.kernel, a % b),
            (_, Some(b)) if b.is_power_of_two() => self.and(Self::constant(self.kernel, b - 1)),
            (_, Some(b)) if b > 0 => self - self.over_known(b) * b,
            _ => self.two("rem.u32", other),
        }
    }

    fn and(self, other: Self) -> Self {
        self.fold(other, |a, b| a & b).unwrap_or_else(|| self.two("and.b32", other))
    }

    fn either(self, other: Self) -> Self {
        self.fold(other, |a, b| a | b).unwrap_or_else(|| self.two("or.b32", other))
    }

    fn xor(self, other: Self) -> Self {
        self.fold(other, |a, b| a ^ b).unwrap_or_else(|| self.two("xor.b32", other))
    }

    fn left(self, other: Self) -> Self {
        if other.known() == Some(0) {
            return self;
        }
        self.fold(other, |a, b| a << b).unwrap_or_else(|| self.two("shl.b32", other))
    }

    fn right(self, other: Self) -> Self {
        if other.known() == Some(0) {
            return self;
        }
        self.fold(other, |a, b| a >> b).unwrap_or_else(|| self.two("shr.u32", other))
    }

    /// Shifted right, with copies of the sign.
    pub(crate) fn right_signed(self, by: u32) -> Self {
        self.made("shr.s32", format_args!("{}, {by}", self.operand))
    }

    /// The upper 32 bits of the product.
    pub(crate) fn times_high(self, other: impl Into2<'k, Self>) -> Self {
        self.two("mul.hi.u32", other.value(self.kernel))
    }

    /// As a real number, where it counts as signed.
    pub(crate) fn signed_real(self) -> F32<'k> {
        let register = self.kernel.register(Class::F32);
        self.kernel.emit(format_args!("cvt.rn.f32.s32 {register}, {}", self.operand));
        F32::of(self.kernel, register)
    }

    /// The real number of these bits.
    pub(crate) fn as_f32(self) -> F32<'k> {
        let register = self.kernel.register(Class::F32);
        self.kernel.emit(format_args!("mov.b32 {register}, {}", self.operand));
        F32::of(self.kernel, register)
    }
}

impl<'k> U64<'k> {
    fn plus(self, other: Self) -> Self {
        self.two("add.u64", other)
    }

    /// `index * size + self`: an address.
    pub(super) fn element(self, index: U32<'k>, size: u32) -> Self {
        let rest = format_args!("{}, {size}, {}", index.operand, self.operand);
        match index.known() {
            Some(0) => self,
            Some(i) => self.plus(Self::constant(self.kernel, u64::from(i) * u64::from(size))),
            None => self.made("mad.wide.u32", rest),
        }
    }

    /// The lower and the upper half.
    pub(crate) fn halves(self) -> [U32<'k>; 2] {
        let [low, high] = [Class::B32; 2].map(|class| self.kernel.register(class));
        self.kernel.emit(format_args!("mov.b64 {{{low}, {high}}}, {}", self.operand));
        [U32::of(self.kernel, low), U32::of(self.kernel, high)]
    }
}
