//! Comparisons, whose result is a predicate.
//!
//! The immediate is a set of relations that hold: 1 less, 2 equal, 4 greater, 8 unordered.

use super::{Ops, RowFn, row_fn};
use crate::exec::number::{Half, flush};
use crate::exec::regs::{LANES, Lane, Regs};

pub(crate) const LESS: u32 = 1;
pub(crate) const EQUAL: u32 = 2;
pub(crate) const GREATER: u32 = 4;
pub(crate) const UNORDERED: u32 = 8;

#[inline(always)]
fn compare<T: Lane, U: PartialOrd>(r: &mut Regs, o: &Ops, m: u32, f: impl Fn(T) -> U) {
    let (a, b) = (T::read(r, o.a), T::read(r, o.b));
    let (mut less, mut equal, mut greater) = (0u32, 0u32, 0u32);
    for i in 0..LANES {
        let (x, y) = (f(a[i]), f(b[i]));
        less |= u32::from(x < y) << i;
        equal |= u32::from(x == y) << i;
        greater |= u32::from(x > y) << i;
    }
    let pick = |bit: u32, v: u32| if o.imm & bit != 0 { v } else { 0 };
    let v = pick(LESS, less)
        | pick(EQUAL, equal)
        | pick(GREATER, greater)
        | pick(UNORDERED, !(less | equal | greater));
    r.set_pred(o.d, v, m);
}

macro_rules! compares {
    ($($name:ident: $t:ty, $f:expr;)*) => {$(
        pub(crate) const $name: RowFn = {
            #[inline(always)]
            fn body(r: &mut Regs, o: &Ops, m: u32) {
                compare::<$t, _>(r, o, m, $f);
            }
            row_fn!(body)
        };
    )*};
}

compares! {
    U16: u16, |x| x;
    S16: i16, |x| x;
    U32: u32, |x| x;
    S32: i32, |x| x;
    U64: u64, |x| x;
    S64: i64, |x| x;
    F32: f32, |x| x;
    F32_FTZ: f32, flush;
    F64: f64, |x| x;
    F16: u16, |x| Half::F16.to_f32(x);
    BF16: u16, |x| Half::Bf16.to_f32(x);
}
