//! Bits, moves and selections.

use super::{Ops, RowFn, row_fn, rows};
use crate::exec::regs::{LANES, Regs};

rows! {
    MOV32(a: u32) -> u32 { a }
    MOV64(a: u64) -> u64 { a }
    AND32(a: u32, b: u32) -> u32 { a & b }
    AND64(a: u64, b: u64) -> u64 { a & b }
    OR32(a: u32, b: u32) -> u32 { a | b }
    OR64(a: u64, b: u64) -> u64 { a | b }
    XOR32(a: u32, b: u32) -> u32 { a ^ b }
    XOR64(a: u64, b: u64) -> u64 { a ^ b }
    NOT16(a: u16) -> u16 { !a }
    NOT32(a: u32) -> u32 { !a }
    NOT64(a: u64) -> u64 { !a }
    CNOT16(a: u16) -> u16 { u16::from(a == 0) }
    CNOT32(a: u32) -> u32 { u32::from(a == 0) }
    CNOT64(a: u64) -> u64 { u64::from(a == 0) }

    SHL16(a: u16, b: u32) -> u16 { if b < 16 { a << b } else { 0 } }
    SHL32(a: u32, b: u32) -> u32 { if b < 32 { a << (b & 31) } else { 0 } }
    SHL64(a: u64, b: u32) -> u64 { if b < 64 { a << (b & 63) } else { 0 } }
    SHR_U16(a: u16, b: u32) -> u16 { if b < 16 { a >> b } else { 0 } }
    SHR_U32(a: u32, b: u32) -> u32 { if b < 32 { a >> (b & 31) } else { 0 } }
    SHR_U64(a: u64, b: u32) -> u64 { if b < 64 { a >> (b & 63) } else { 0 } }
    SHR_S16(a: i16, b: u32) -> i16 { a >> b.min(15) }
    SHR_S32(a: i32, b: u32) -> i32 { a >> b.min(31) }
    SHR_S64(a: i64, b: u32) -> i64 { a >> b.min(63) }
    SHF_L_WRAP(a: u32, b: u32, c: u32) -> u32 { ((pair(a, b) << (c & 31)) >> 32) as u32 }
    SHF_L_CLAMP(a: u32, b: u32, c: u32) -> u32 { ((pair(a, b) << c.min(32)) >> 32) as u32 }
    SHF_R_WRAP(a: u32, b: u32, c: u32) -> u32 { (pair(a, b) >> (c & 31)) as u32 }
    SHF_R_CLAMP(a: u32, b: u32, c: u32) -> u32 { (pair(a, b) >> c.min(32)) as u32 }

    BREV32(a: u32) -> u32 { a.reverse_bits() }
    BREV64(a: u64) -> u64 { a.reverse_bits() }
    POPC32(a: u32) -> u32 { a.count_ones() }
    POPC64(a: u64) -> u32 { a.count_ones() }
    CLZ32(a: u32) -> u32 { a.leading_zeros() }
    CLZ64(a: u64) -> u32 { a.leading_zeros() }
    BFIND_U32(a: u32) -> u32 { highest(u64::from(a)) }
    BFIND_S32(a: i32) -> u32 { highest(u64::from((if a < 0 { !a } else { a }) as u32)) }
    BFIND_U64(a: u64) -> u32 { highest(a) }
    BFIND_S64(a: i64) -> u32 { highest((if a < 0 { !a } else { a }) as u64) }
    BFE_U32(a: u32, b: u32, c: u32) -> u32 { extract(u64::from(a), b, c, 32, false) as u32 }
    BFE_S32(a: i32, b: u32, c: u32) -> u32 { extract(i64::from(a) as u64, b, c, 32, true) as u32 }
    BFE_U64(a: u64, b: u32, c: u32) -> u64 { extract(a, b, c, 64, false) }
    BFE_S64(a: u64, b: u32, c: u32) -> u64 { extract(a, b, c, 64, true) }
    BFI32(a: u32, b: u32, c: u32, e: u32) -> u32 { insert(u64::from(a), u64::from(b), c, e, 32) as u32 }
    BFI64(a: u64, b: u64, c: u32, e: u32) -> u64 { insert(a, b, c, e, 64) }
    PRMT(a: u32, b: u32, c: u32) -> u32 { permute(a, b, c) }

    // Packing and widening.
    PACK64(a: u32, b: u32) -> u64 { u64::from(a) | u64::from(b) << 32 }
    PACK32(a: u16, b: u16) -> u32 { u32::from(a) | u32::from(b) << 16 }
    LOW32(a: u64) -> u32 { a as u32 }
    HIGH32(a: u64) -> u32 { (a >> 32) as u32 }
    LOW16(a: u32) -> u32 { a & 0xffff }
    HIGH16(a: u32) -> u32 { a >> 16 }
    ZEXT64(a: u32) -> u64 { u64::from(a) }
    SEXT64(a: i32) -> i64 { i64::from(a) }

    SLCT32_S32(a: u32, b: u32, c: i32) -> u32 { if c >= 0 { a } else { b } }
    SLCT64_S32(a: u64, b: u64, c: i32) -> u64 { if c >= 0 { a } else { b } }
    SLCT32_F32(a: u32, b: u32, c: f32) -> u32 { if c >= 0.0 { a } else { b } }
    SLCT64_F32(a: u64, b: u64, c: f32) -> u64 { if c >= 0.0 { a } else { b } }
}

#[inline(always)]
fn pair(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// The place of the highest bit; all ones if there is none.
#[inline(always)]
fn highest(a: u64) -> u32 {
    63u32.wrapping_sub(a.leading_zeros())
}

/// `bfe`: `len` bits from `pos`.
#[inline(always)]
fn extract(a: u64, pos: u32, len: u32, bits: u32, signed: bool) -> u64 {
    let (pos, len) = (pos & 0xff, len & 0xff);
    let value = if bits == 32 { a & 0xffff_ffff } else { a };
    let field = value.checked_shr(pos).unwrap_or(0);
    let field = if len < 64 { field & ((1 << len) - 1) } else { field };
    let top = (pos + len).saturating_sub(1).min(bits - 1);
    if signed && len > 0 && value >> top & 1 == 1 {
        // The sign is that of the highest bit of the field that exists.
        let have = (top + 1).saturating_sub(pos).min(len);
        return field | (!0u64).checked_shl(have).unwrap_or(0);
    }
    field
}

/// `bfi`: the low `len` bits of `a` at `pos` of `b`.
#[inline(always)]
fn insert(a: u64, b: u64, pos: u32, len: u32, bits: u32) -> u64 {
    let (pos, len) = (pos & 0xff, len & 0xff);
    if pos >= bits || len == 0 {
        return b;
    }
    let mask = if len < 64 { (1u64 << len) - 1 } else { !0 };
    b & !(mask << pos) | (a & mask) << pos
}

/// `prmt` in its default mode.
#[inline(always)]
fn permute(a: u32, b: u32, c: u32) -> u32 {
    let all = pair(a, b);
    let mut out = 0;
    for i in 0..4 {
        let s = c >> (4 * i);
        let byte = (all >> (8 * (s & 7))) as u8;
        let byte = if s & 8 != 0 { (byte as i8 >> 7) as u8 } else { byte };
        out |= u32::from(byte) << (8 * i);
    }
    out
}

/// `lop3`: the immediate is the table.
pub(crate) const LOP3: RowFn = {
    #[inline(always)]
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let (a, b, c) = (*r.narrow(o.a), *r.narrow(o.b), *r.narrow(o.c));
        let mut out = [0; LANES];
        for k in 0..8u32 {
            if o.imm >> k & 1 == 1 {
                let inv = |bit: u32| if k & bit != 0 { 0 } else { !0u32 };
                let (x, y, z) = (inv(4), inv(2), inv(1));
                for i in 0..LANES {
                    out[i] |= (a[i] ^ x) & (b[i] ^ y) & (c[i] ^ z);
                }
            }
        }
        r.set_narrow(o.d, &out, m);
    }
    row_fn!(body)
};

/// `selp`: the predicate is `c`.
pub(crate) const SELP32: RowFn = {
    #[inline(always)]
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let p = r.preds[usize::from(o.c)];
        let (mut out, b) = (*r.narrow(o.a), *r.narrow(o.b));
        for i in 0..LANES {
            out[i] = if p >> i & 1 == 1 { out[i] } else { b[i] };
        }
        r.set_narrow(o.d, &out, m);
    }
    row_fn!(body)
};

/// `selp` of 64 bits.
pub(crate) const SELP64: RowFn = {
    #[inline(always)]
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let p = r.preds[usize::from(o.c)];
        let (mut out, b) = (*r.wide(o.a), *r.wide(o.b));
        for i in 0..LANES {
            out[i] = if p >> i & 1 == 1 { out[i] } else { b[i] };
        }
        r.set_wide(o.d, &out, m);
    }
    row_fn!(body)
};

/// Logic of predicates: bits 0 to 3 of the immediate are the table over `a + 2 * b`.
pub(crate) const LOGIC: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let (a, b) = (r.preds[usize::from(o.a)], r.preds[usize::from(o.b)]);
        let row = |k: u32, v: u32| if o.imm >> k & 1 == 1 { v } else { 0 };
        let v = row(0, !a & !b) | row(1, a & !b) | row(2, !a & b) | row(3, a & b);
        r.set_pred(o.d, v, m);
    }
    row_fn!(body)
};

/// A constant predicate.
pub(crate) const SET_PRED: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        r.set_pred(o.d, o.imm, m);
    }
    row_fn!(body)
};
