//! The approximate functions.
//!
//! A GPU gives each result with an error up to a documented bound, and differently from one generation to the next.
//! Here the exact value is moved by an error that depends on the argument's bits and nothing else, that takes either
//! sign and comes close to the bound: a test that leans on exact results fails, and it fails each time. Zeros,
//! infinities and NaN are exact.
//!
//! | function | bound |
//! |---|---|
//! | `rcp.approx` | 1 ulp |
//! | `div.approx`, `div.full` | 2 ulp |
//! | `sqrt.approx` | 2⁻²³ of the value |
//! | `rsqrt.approx` | 2⁻²²·⁹ of the value |
//! | `ex2.approx` | 2⁻²² of the value |
//! | `lg2.approx` | 2⁻²² absolute for arguments in (0.5, 2), else 2⁻²² of the value |
//! | `sin.approx`, `cos.approx` | 2⁻²⁰·⁵ absolute in [-2π, 2π], 2⁻¹⁴·⁷ in [-100π, 100π] |
//! | `tanh.approx` | 2⁻¹¹ of the value |
//! | `rcp.approx.f64`, `rsqrt.approx.f64` | the low 32 bits are zero |

use super::float::Pair;
use super::{Ops, RowFn, row_fn, rows};
use crate::exec::number::{canonical, flush};
use crate::exec::regs::{LANES, Lane, Regs};

/// Half an ulp of `f32`, relative: what the last rounding adds.
const LAST: f64 = 5.960_464_477_539_063e-8;

/// A number in [-1, 1] made of bits, mostly near the ends.
fn wobble(seed: u32) -> f64 {
    let mut h = seed.wrapping_mul(0x9e37_79b9) ^ 0x85eb_ca6b;
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 12;
    let u = f64::from(h) / f64::from(u32::MAX) * 2.0 - 1.0;
    u.abs().sqrt().sqrt().copysign(u)
}

/// The value with a relative error of less than `bound`.
fn relative(exact: f64, bound: f64, seed: u32) -> f32 {
    if exact == 0.0 || !exact.is_finite() {
        return canonical(exact as f32);
    }
    let v = (exact * (1.0 + 0.98 * (bound - LAST) * wobble(seed))) as f32;
    // Among subnormals an ulp is what is lost at least.
    if v.is_subnormal() || exact.abs() > f64::from(f32::MAX) { exact as f32 } else { v }
}

/// The value with an absolute error of less than `bound`.
fn absolute(exact: f64, bound: f64, seed: u32) -> f32 {
    if exact == 0.0 || !exact.is_finite() {
        return canonical(exact as f32);
    }
    (exact + 0.98 * (bound - LAST) * wobble(seed)) as f32
}

/// The value with an error of less than `ulps` units of its last place.
fn ulps(exact: f64, n: f64, seed: u32) -> f32 {
    if exact == 0.0 || !exact.is_finite() || exact.abs() > f64::from(f32::MAX) {
        return canonical(exact as f32);
    }
    let exponent = (((exact.to_bits() >> 52) & 0x7ff) as i32 - 1023).max(-126);
    let ulp = 2f64.powi(exponent - 23);
    let v = (exact + (n - 0.5) * 0.98 * ulp * wobble(seed)) as f32;
    if v.is_finite() { v } else { exact as f32 }
}

pub(crate) fn reciprocal(a: f32) -> f32 {
    ulps(1.0 / f64::from(a), 1.0, a.to_bits())
}

pub(crate) fn divide(a: f32, b: f32) -> f32 {
    ulps(f64::from(a) / f64::from(b), 2.0, a.to_bits() ^ b.to_bits().rotate_left(16))
}

pub(crate) fn root(a: f32) -> f32 {
    relative(f64::from(a).sqrt(), 1.192_092_895_507_812_5e-7, a.to_bits())
}

pub(crate) fn inverse_root(a: f32) -> f32 {
    let exact =
        if a == 0.0 { f64::INFINITY.copysign(f64::from(a)) } else { 1.0 / f64::from(a).sqrt() };
    relative(exact, 1.277_600_6e-7, a.to_bits())
}

pub(crate) fn exp2(a: f32) -> f32 {
    relative(f64::from(a).exp2(), 2.384_185_791_015_625e-7, a.to_bits())
}

pub(crate) fn log2(a: f32) -> f32 {
    let exact = if a == 0.0 { f64::NEG_INFINITY } else { f64::from(a).log2() };
    let bound = 2.384_185_791_015_625e-7;
    if a > 0.5 && a < 2.0 {
        absolute(exact, bound, a.to_bits())
    } else {
        relative(exact, bound, a.to_bits())
    }
}

/// The bound of sine and cosine. Outside of 100 π none is documented; it grows with the argument here.
fn wave(a: f32) -> f64 {
    let x = f64::from(a.abs());
    if x <= std::f64::consts::TAU {
        6.743_495_761_1e-7
    } else if x <= 100.0 * std::f64::consts::PI {
        3.757_056_4e-5
    } else {
        (x * 1.2e-7).min(1.0)
    }
}

pub(crate) fn sine(a: f32) -> f32 {
    absolute(f64::from(a).sin(), wave(a), a.to_bits())
}

pub(crate) fn cosine(a: f32) -> f32 {
    absolute(f64::from(a).cos(), wave(a), a.to_bits()).clamp(-1.0, 1.0)
}

pub(crate) fn tanh(a: f32) -> f32 {
    if a.is_infinite() {
        return 1f32.copysign(a);
    }
    relative(f64::from(a).tanh(), 4.882_812_5e-4, a.to_bits()).clamp(-1.0, 1.0)
}

macro_rules! approximate {
    ($($name:ident($($a:ident),+) $f:expr;)*) => {$(
        pub(crate) const $name: Pair = {
            fn body<const FTZ: bool>(r: &mut Regs, o: &Ops, m: u32) {
                $(let $a = f32::read(r, o.$a);)+
                let mut out = [0.0; LANES];
                for i in crate::exec::regs::lanes(m) {
                    $(let $a = if FTZ { flush($a[i]) } else { $a[i] };)+
                    let v: f32 = $f($($a),+);
                    out[i] = if FTZ { flush(v) } else { v };
                }
                f32::write(r, o.d, &out, m);
            }
            [row_fn!(body::<false>), row_fn!(body::<true>)]
        };
    )*};
}

approximate! {
    RCP(a) reciprocal;
    DIV(a, b) divide;
    SQRT(a) root;
    RSQRT(a) inverse_root;
    EX2(a) exp2;
    LG2(a) log2;
    SIN(a) sine;
    COS(a) cosine;
    TANH(a) tanh;
}

rows! {
    RCP_F64(a: f64) -> f64 { truncated(1.0 / a) }
    RSQRT_F64(a: f64) -> f64 { truncated(1.0 / a.sqrt()) }
}

fn truncated(x: f64) -> f64 {
    f64::from_bits(x.to_bits() & !0xffff_ffff)
}

/// A function of halves by way of `f32`: 0 `ex2`, 1 `tanh`; bit 4 says `f16`, bit 5 two of them.
pub(crate) const HALF: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        use crate::exec::number::Half;
        let h = if o.imm & 16 != 0 { Half::F16 } else { Half::Bf16 };
        let f = if o.imm & 1 == 0 { exp2 } else { tanh };
        let one = |x: u32| u32::from(h.nearest(f(h.to_f32(x as u16))));
        let a = *r.narrow(o.a);
        let mut out = [0; LANES];
        for i in 0..LANES {
            out[i] = one(a[i]) | if o.imm & 32 != 0 { one(a[i] >> 16) << 16 } else { 0 };
        }
        r.set_narrow(o.d, &out, m);
    }
    row_fn!(body)
};
