//! `f32` arithmetic. Each operation comes in two forms: as it is, and with `.ftz`, where subnormal inputs and results
//! are zeros.

use super::{Ops, RowFn, row_fn};
use crate::exec::number::{NAN, Rounding, canonical, div_odd, flush, fma_odd, sqrt_odd, to_f32};
use crate::exec::regs::{LANES, Lane, Regs};

/// An operation without and with `.ftz`.
pub(crate) type Pair = [RowFn; 2];

macro_rules! floats {
    ($($name:ident($($a:ident),+) { $e:expr })*) => {$(
        pub(crate) const $name: Pair = {
            #[inline(always)]
            fn body<const FTZ: bool>(r: &mut Regs, o: &Ops, m: u32) {
                $(let $a = f32::read(r, o.$a);)+
                let mut out = [0.0; LANES];
                for i in 0..LANES {
                    $(let $a = if FTZ { flush($a[i]) } else { $a[i] };)+
                    let v: f32 = $e;
                    out[i] = if FTZ { flush(v) } else { v };
                }
                f32::write(r, o.d, &out, m);
            }
            [row_fn!(body::<false>), row_fn!(body::<true>)]
        };
    )*};
}
floats! {
    ADD(a, b) { canonical(a + b) }
    SUB(a, b) { canonical(a - b) }
    MUL(a, b) { canonical(a * b) }
    FMA(a, b, c) { canonical(a.mul_add(b, c)) }
    DIV(a, b) { canonical(a / b) }
    SQRT(a) { canonical(a.sqrt()) }
    RCP(a) { canonical(1.0 / a) }
    MIN(a, b) { minimum(a, b) }
    MAX(a, b) { maximum(a, b) }
    MIN_NAN(a, b) { if a.is_nan() || b.is_nan() { NAN } else { minimum(a, b) } }
    MAX_NAN(a, b) { if a.is_nan() || b.is_nan() { NAN } else { maximum(a, b) } }
    ABS(a) { a.abs() }
    NEG(a) { -a }
    MOV(a) { a }
    // 0 to 1; a NaN becomes 0.
    SATURATE(a) { if a > 0.0 { if a < 1.0 { a } else { 1.0 } } else { 0.0 } }
    COPYSIGN(a, b) { b.copysign(a) }
}

macro_rules! directed {
    ($($name:ident($($a:ident),+; $rounding:ident) { $e:expr })*) => {$(
        pub(crate) const $name: Pair = {
            fn body<const FTZ: bool>(r: &mut Regs, o: &Ops, m: u32) {
                let $rounding = Rounding::from_code(o.imm);
                $(let $a = f32::read(r, o.$a);)+
                let mut out = [0.0; LANES];
                for i in 0..LANES {
                    $(let $a = f64::from(if FTZ { flush($a[i]) } else { $a[i] });)+
                    let v = canonical(to_f32($e, $rounding));
                    out[i] = if FTZ { flush(v) } else { v };
                }
                f32::write(r, o.d, &out, m);
            }
            [row_fn!(body::<false>), row_fn!(body::<true>)]
        };
    )*};
}

// Rounded as the immediate says.
directed! {
    ADD_TO(a, b; to) { sum(a, 1.0, b, to) }
    SUB_TO(a, b; to) { sum(a, 1.0, -b, to) }
    MUL_TO(a, b; to) { a * b }
    FMA_TO(a, b, c; to) { sum(a, b, c, to) }
    DIV_TO(a, b; to) { div_odd(a, b) }
    RCP_TO(a; to) { div_odd(1.0, a) }
    SQRT_TO(a; to) { sqrt_odd(a) }
}

/// `a * b + c`; an exact zero of two signs is negative when rounded down.
fn sum(a: f64, b: f64, c: f64, to: Rounding) -> f64 {
    let v = fma_odd(a, b, c);
    let cancels =
        v == 0.0 && to == Rounding::Minus && (a * b).is_sign_negative() != c.is_sign_negative();
    if cancels { -0.0 } else { v }
}

/// The smaller, with -0 below +0; of a number and a NaN the number.
#[inline(always)]
pub(crate) fn minimum(a: f32, b: f32) -> f32 {
    let v = if a < b || (a == b && a.is_sign_negative()) { a } else { b };
    let v = if b.is_nan() { a } else { v };
    canonical(v)
}

/// The larger, with +0 above -0; of a number and a NaN the number.
#[inline(always)]
pub(crate) fn maximum(a: f32, b: f32) -> f32 {
    let v = if a > b || (a == b && b.is_sign_negative()) { a } else { b };
    let v = if b.is_nan() { a } else { v };
    canonical(v)
}

/// `testp`: the immediate says which property.
pub(crate) const TEST: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let a = f32::read(r, o.a);
        let mut v = 0;
        for (i, x) in a.iter().enumerate() {
            let holds = match o.imm {
                0 => x.is_finite(),
                1 => x.is_infinite(),
                2 => !x.is_nan(),
                3 => x.is_nan(),
                4 => x.is_normal(),
                _ => x.is_subnormal(),
            };
            v |= u32::from(holds) << i;
        }
        r.set_pred(o.d, v, m);
    }
    row_fn!(body)
};
