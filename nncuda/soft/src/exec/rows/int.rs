//! Integer arithmetic. Overflow wraps.

use super::rows;

rows! {
    ADD16(a: u16, b: u16) -> u16 { a.wrapping_add(b) }
    ADD32(a: u32, b: u32) -> u32 { a.wrapping_add(b) }
    ADD64(a: u64, b: u64) -> u64 { a.wrapping_add(b) }
    ADD_SAT32(a: i32, b: i32) -> i32 { a.saturating_add(b) }
    SUB16(a: u16, b: u16) -> u16 { a.wrapping_sub(b) }
    SUB32(a: u32, b: u32) -> u32 { a.wrapping_sub(b) }
    SUB64(a: u64, b: u64) -> u64 { a.wrapping_sub(b) }
    SUB_SAT32(a: i32, b: i32) -> i32 { a.saturating_sub(b) }

    MUL16(a: u16, b: u16) -> u16 { a.wrapping_mul(b) }
    MUL32(a: u32, b: u32) -> u32 { a.wrapping_mul(b) }
    MUL64(a: u64, b: u64) -> u64 { a.wrapping_mul(b) }
    MUL_HI_U16(a: u16, b: u16) -> u16 { ((u32::from(a) * u32::from(b)) >> 16) as u16 }
    MUL_HI_S16(a: i16, b: i16) -> i16 { ((i32::from(a) * i32::from(b)) >> 16) as i16 }
    MUL_HI_U32(a: u32, b: u32) -> u32 { ((u64::from(a) * u64::from(b)) >> 32) as u32 }
    MUL_HI_S32(a: i32, b: i32) -> i32 { ((i64::from(a) * i64::from(b)) >> 32) as i32 }
    MUL_HI_U64(a: u64, b: u64) -> u64 { high_unsigned(a, b) }
    MUL_HI_S64(a: i64, b: i64) -> i64 { high_signed(a, b) }
    MUL_WIDE_U16(a: u16, b: u16) -> u32 { u32::from(a) * u32::from(b) }
    MUL_WIDE_S16(a: i16, b: i16) -> i32 { i32::from(a) * i32::from(b) }
    MUL_WIDE_U32(a: u32, b: u32) -> u64 { u64::from(a) * u64::from(b) }
    MUL_WIDE_S32(a: i32, b: i32) -> i64 { i64::from(a) * i64::from(b) }
    MUL24_U32(a: u32, b: u32) -> u32 { (a & 0xff_ffff).wrapping_mul(b & 0xff_ffff) }
    MUL24_S32(a: i32, b: i32) -> i32 { low24(a).wrapping_mul(low24(b)) }

    MAD16(a: u16, b: u16, c: u16) -> u16 { a.wrapping_mul(b).wrapping_add(c) }
    MAD32(a: u32, b: u32, c: u32) -> u32 { a.wrapping_mul(b).wrapping_add(c) }
    MAD64(a: u64, b: u64, c: u64) -> u64 { a.wrapping_mul(b).wrapping_add(c) }
    MAD_HI_U32(a: u32, b: u32, c: u32) -> u32 { (((u64::from(a) * u64::from(b)) >> 32) as u32).wrapping_add(c) }
    MAD_HI_S32(a: i32, b: i32, c: i32) -> i32 { (((i64::from(a) * i64::from(b)) >> 32) as i32).wrapping_add(c) }
    MAD_HI_U64(a: u64, b: u64, c: u64) -> u64 { high_unsigned(a, b).wrapping_add(c) }
    MAD_HI_S64(a: i64, b: i64, c: i64) -> i64 { high_signed(a, b).wrapping_add(c) }
    MAD_WIDE_U16(a: u16, b: u16, c: u32) -> u32 { (u32::from(a) * u32::from(b)).wrapping_add(c) }
    MAD_WIDE_S16(a: i16, b: i16, c: i32) -> i32 { (i32::from(a) * i32::from(b)).wrapping_add(c) }
    MAD_WIDE_U32(a: u32, b: u32, c: u64) -> u64 { (u64::from(a) * u64::from(b)).wrapping_add(c) }
    MAD_WIDE_S32(a: i32, b: i32, c: i64) -> i64 { (i64::from(a) * i64::from(b)).wrapping_add(c) }
    MAD24_U32(a: u32, b: u32, c: u32) -> u32 { (a & 0xff_ffff).wrapping_mul(b & 0xff_ffff).wrapping_add(c) }
    MAD24_S32(a: i32, b: i32, c: i32) -> i32 { low24(a).wrapping_mul(low24(b)).wrapping_add(c) }
    SAD_U32(a: u32, b: u32, c: u32) -> u32 { a.abs_diff(b).wrapping_add(c) }
    SAD_S32(a: i32, b: i32, c: u32) -> u32 { a.abs_diff(b).wrapping_add(c) }

    DIV_U16(a: u16, b: u16) -> u16 { a.checked_div(b).unwrap_or(!0) }
    DIV_S16(a: i16, b: i16) -> i16 { if b == 0 { -1 } else { a.wrapping_div(b) } }
    DIV_U32(a: u32, b: u32) -> u32 { a.checked_div(b).unwrap_or(!0) }
    DIV_S32(a: i32, b: i32) -> i32 { if b == 0 { -1 } else { a.wrapping_div(b) } }
    DIV_U64(a: u64, b: u64) -> u64 { a.checked_div(b).unwrap_or(!0) }
    DIV_S64(a: i64, b: i64) -> i64 { if b == 0 { -1 } else { a.wrapping_div(b) } }
    REM_U16(a: u16, b: u16) -> u16 { a.checked_rem(b).unwrap_or(a) }
    REM_S16(a: i16, b: i16) -> i16 { if b == 0 { a } else { a.wrapping_rem(b) } }
    REM_U32(a: u32, b: u32) -> u32 { a.checked_rem(b).unwrap_or(a) }
    REM_S32(a: i32, b: i32) -> i32 { if b == 0 { a } else { a.wrapping_rem(b) } }
    REM_U64(a: u64, b: u64) -> u64 { a.checked_rem(b).unwrap_or(a) }
    REM_S64(a: i64, b: i64) -> i64 { if b == 0 { a } else { a.wrapping_rem(b) } }

    MIN_U16(a: u16, b: u16) -> u16 { a.min(b) }
    MIN_S16(a: i16, b: i16) -> i16 { a.min(b) }
    MIN_U32(a: u32, b: u32) -> u32 { a.min(b) }
    MIN_S32(a: i32, b: i32) -> i32 { a.min(b) }
    MIN_U64(a: u64, b: u64) -> u64 { a.min(b) }
    MIN_S64(a: i64, b: i64) -> i64 { a.min(b) }
    MAX_U16(a: u16, b: u16) -> u16 { a.max(b) }
    MAX_S16(a: i16, b: i16) -> i16 { a.max(b) }
    MAX_U32(a: u32, b: u32) -> u32 { a.max(b) }
    MAX_S32(a: i32, b: i32) -> i32 { a.max(b) }
    MAX_U64(a: u64, b: u64) -> u64 { a.max(b) }
    MAX_S64(a: i64, b: i64) -> i64 { a.max(b) }

    ABS_S16(a: i16) -> i16 { a.wrapping_abs() }
    ABS_S32(a: i32) -> i32 { a.wrapping_abs() }
    ABS_S64(a: i64) -> i64 { a.wrapping_abs() }
    NEG_S16(a: i16) -> i16 { a.wrapping_neg() }
    NEG_S32(a: i32) -> i32 { a.wrapping_neg() }
    NEG_S64(a: i64) -> i64 { a.wrapping_neg() }
}

#[inline(always)]
fn high_unsigned(a: u64, b: u64) -> u64 {
    ((u128::from(a) * u128::from(b)) >> 64) as u64
}

#[inline(always)]
fn high_signed(a: i64, b: i64) -> i64 {
    ((i128::from(a) * i128::from(b)) >> 64) as i64
}

/// The low 24 bits with their sign.
#[inline(always)]
fn low24(a: i32) -> i32 {
    a << 8 >> 8
}

/// Four products of bytes, added up: bit 0 of the immediate says that `a` is signed, bit 1 that `b` is.
pub(crate) const DP4A: super::RowFn = {
    fn body(r: &mut crate::exec::regs::Regs, o: &super::Ops, m: u32) {
        let byte = |v: u32, i: u32, signed: bool| {
            let x = (v >> (8 * i)) as u8;
            if signed { i32::from(x as i8) } else { i32::from(x) }
        };
        let (a, b, c) = (*r.narrow(o.a), *r.narrow(o.b), *r.narrow(o.c));
        let mut out = c;
        for l in 0..out.len() {
            for i in 0..4 {
                let p = byte(a[l], i, o.imm & 1 != 0) * byte(b[l], i, o.imm & 2 != 0);
                out[l] = out[l].wrapping_add(p as u32);
            }
        }
        r.set_narrow(o.d, &out, m);
    }
    super::row_fn!(body)
};
