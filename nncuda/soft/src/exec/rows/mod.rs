//! Arithmetic on whole rows: what a lane computes from its own registers.
//!
//! Each constant of these modules is one operation. The lanes that the mask leaves out are computed, too, and not
//! stored, so an operation here never fails.

pub(crate) mod approx;
pub(crate) mod bits;
pub(crate) mod compare;
pub(crate) mod convert;
pub(crate) mod double;
pub(crate) mod float;
pub(crate) mod half;
pub(crate) mod int;

use super::regs::{Regs, Slot};

/// The registers of an operation.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ops {
    pub(crate) d: Slot,
    pub(crate) a: Slot,
    pub(crate) b: Slot,
    pub(crate) c: Slot,
    pub(crate) e: Slot,
    /// A constant whose meaning is the operation's.
    pub(crate) imm: u32,
}

/// An operation on the lanes of a mask.
pub(crate) type Function = unsafe fn(&mut Regs, &Ops, u32);

/// An operation in two builds.
#[derive(Clone, Copy)]
pub(crate) struct RowFn {
    /// For any processor.
    pub(crate) plain: Function,
    /// For one with AVX2 and FMA.
    pub(crate) fast: Function,
}

impl RowFn {
    /// The build for this processor.
    pub(crate) fn pick(&self) -> Function {
        if fast() { self.fast } else { self.plain }
    }
}

#[cfg(target_arch = "x86_64")]
fn fast() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")
}

#[cfg(not(target_arch = "x86_64"))]
fn fast() -> bool {
    false
}

/// Makes a `RowFn` of a function body.
macro_rules! row_fn {
    ($body:expr) => {{
        unsafe fn plain(r: &mut $crate::exec::regs::Regs, o: &$crate::exec::rows::Ops, m: u32) {
            ($body)(r, o, m)
        }
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,fma")]
        unsafe fn fast(r: &mut $crate::exec::regs::Regs, o: &$crate::exec::rows::Ops, m: u32) {
            ($body)(r, o, m)
        }
        #[cfg(not(target_arch = "x86_64"))]
        use plain as fast;
        $crate::exec::rows::RowFn { plain, fast }
    }};
}
pub(crate) use row_fn;

/// Operations of a lane: `NAME(a: type, …) -> type { value }`, the operands named as the fields of `Ops`.
macro_rules! rows {
    ($($name:ident($($a:ident: $t:ty),+) -> $d:ty { $e:expr })*) => {$(
        pub(crate) const $name: $crate::exec::rows::RowFn = {
            #[inline(always)]
            fn body(r: &mut $crate::exec::regs::Regs, o: &$crate::exec::rows::Ops, m: u32) {
                use $crate::exec::regs::{LANES, Lane};
                $(let $a = <$t as Lane>::read(r, o.$a);)+
                let mut out = [<$d as Lane>::ZERO; LANES];
                for i in 0..LANES {
                    $(let $a = $a[i];)+
                    out[i] = $e;
                }
                <$d as Lane>::write(r, o.d, &out, m);
            }
            $crate::exec::rows::row_fn!(body)
        };
    )*};
}
pub(crate) use rows;

#[cfg(test)]
mod tests {
    use super::*;

    /// Both builds give the same.
    #[test]
    fn builds_agree() {
        if !fast() {
            return;
        }
        let all = [
            float::FMA[0],
            float::FMA[1],
            float::MAX[0],
            int::ADD32,
            int::MUL_HI_S32,
            bits::SHL32,
            bits::LOP3,
        ];
        for (k, f) in all.iter().enumerate() {
            let run = |g: Function| {
                let mut r = Regs::default();
                r.reset(4, 1);
                for slot in 0..3 {
                    let row = r.narrow_mut(slot);
                    for (i, v) in row.iter_mut().enumerate() {
                        *v = (i as u32 + 7)
                            .wrapping_mul(0x9e37_79b9)
                            .rotate_left(u32::from(slot) * 9 + k as u32);
                    }
                }
                let o = Ops { d: 3, a: 0, b: 1, c: 2, e: 0, imm: 0x96 };
                // SAFETY: the processor has what the fast build needs.
                unsafe { g(&mut r, &o, 0xffff_0fff) };
                *r.narrow(3)
            };
            assert_eq!(run(f.plain), run(f.fast));
        }
    }
}
