//! `f16` and `bf16` arithmetic, one rounding each.

use super::{Ops, RowFn, row_fn};
use crate::exec::number::{Half, Rounding, fma_odd};
use crate::exec::regs::{LANES, Regs};

use super::float::{maximum, minimum};

const F16: bool = true;
const BF16: bool = false;

const fn format(f16: bool) -> Half {
    if f16 { Half::F16 } else { Half::Bf16 }
}

/// An operation by its rows: `f16`, `f16x2`, `bf16`, `bf16x2`.
pub(crate) type Four = [RowFn; 4];

macro_rules! halves {
    ($($name:ident($($a:ident),+) $value:expr;)*) => {$(
        pub(crate) const $name: Four = {
            fn one<const F: bool>(x: [u16; 3]) -> u16 {
                ($value)(format(F), x)
            }
            fn body<const F: bool, const TWO: bool>(r: &mut Regs, o: &Ops, m: u32) {
                let mut out = [0; LANES];
                for i in 0..LANES {
                    let whole = [$(r.narrow(o.$a)[i]),+];
                    let (mut low, mut high) = ([0; 3], [0; 3]);
                    for (k, w) in whole.into_iter().enumerate() {
                        low[k] = w as u16;
                        high[k] = (w >> 16) as u16;
                    }
                    out[i] = u32::from(one::<F>(low));
                    if TWO {
                        out[i] |= u32::from(one::<F>(high)) << 16;
                    }
                }
                r.set_narrow(o.d, &out, m);
            }
            [
                row_fn!(body::<F16, false>),
                row_fn!(body::<F16, true>),
                row_fn!(body::<BF16, false>),
                row_fn!(body::<BF16, true>),
            ]
        };
    )*};
}

halves! {
    ADD(a, b) |h: Half, x: [u16; 3]| h.nearest(h.to_f32(x[0]) + h.to_f32(x[1]));
    SUB(a, b) |h: Half, x: [u16; 3]| h.nearest(h.to_f32(x[0]) - h.to_f32(x[1]));
    MUL(a, b) |h: Half, x: [u16; 3]| product(h, x);
    FMA(a, b, c) |h: Half, x: [u16; 3]| fused(h, x);
    FMA_RELU(a, b, c) |h: Half, x: [u16; 3]| relu(h, fused(h, x));
    MIN(a, b) |h: Half, x: [u16; 3]| extreme(h, x, minimum);
    MAX(a, b) |h: Half, x: [u16; 3]| extreme(h, x, maximum);
    MIN_NAN(a, b) |h: Half, x: [u16; 3]| if any_nan(h, x) { 0x7fff } else { extreme(h, x, minimum) };
    MAX_NAN(a, b) |h: Half, x: [u16; 3]| if any_nan(h, x) { 0x7fff } else { extreme(h, x, maximum) };
    NEG(a) |_, x: [u16; 3]| x[0] ^ 0x8000;
    ABS(a) |_, x: [u16; 3]| x[0] & 0x7fff;
    SATURATE(a) |h: Half, x: [u16; 3]| h.nearest(saturate(h.to_f32(x[0])));
}

fn product(h: Half, x: [u16; 3]) -> u16 {
    h.round(f64::from(h.to_f32(x[0])) * f64::from(h.to_f32(x[1])), Rounding::Nearest)
}

fn fused(h: Half, x: [u16; 3]) -> u16 {
    let [a, b, c] = x.map(|v| f64::from(h.to_f32(v)));
    h.round(fma_odd(a, b, c), Rounding::Nearest)
}

/// A NaN stays.
fn relu(h: Half, v: u16) -> u16 {
    if h.to_f32(v) < 0.0 || v == 0x8000 { 0 } else { v }
}

fn saturate(x: f32) -> f32 {
    if x > 0.0 { x.min(1.0) } else { 0.0 }
}

fn any_nan(h: Half, x: [u16; 3]) -> bool {
    h.to_f32(x[0]).is_nan() || h.to_f32(x[1]).is_nan()
}

fn extreme(h: Half, x: [u16; 3], f: fn(f32, f32) -> f32) -> u16 {
    h.nearest(f(h.to_f32(x[0]), h.to_f32(x[1])))
}

/// `bf16x2`, `f16x2` of two `f32`: `a` is the high half. Bit 0 of the immediate says `f16`, bit 1 `.relu`, bit 2
/// rounding towards zero, bit 3 `.satfinite`.
pub(crate) const PACK: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let h = format(o.imm & 1 != 0);
        let to = if o.imm & 4 != 0 { Rounding::Zero } else { Rounding::Nearest };
        let one = |x: u32| {
            let v = h.round(f64::from(f32::from_bits(x)), to);
            let v = if o.imm & 2 != 0 { relu(h, v) } else { v };
            let limit = h.to_f32(v & 0x7fff).is_infinite() && o.imm & 8 != 0;
            u32::from(if limit { v - 1 } else { v })
        };
        let (a, b) = (*r.narrow(o.a), *r.narrow(o.b));
        let mut out = [0; LANES];
        for i in 0..LANES {
            out[i] = one(a[i]) << 16 | one(b[i]);
        }
        r.set_narrow(o.d, &out, m);
    }
    row_fn!(body)
};
