//! `cvt`: from any type to any other.
//!
//! The common conversions are rows of their own in `bits` and below; all others go lane by lane through `CONVERT`.

use super::{Ops, RowFn, row_fn, rows};
use crate::exec::number::{Half, Rounding, canonical, flush, round_tf32, to_f32};
use crate::exec::regs::{LANES, Lane, Regs, lanes};
use crate::ptx::Type;

rows! {
    F32_S32(a: i32) -> f32 { a as f32 }
    F32_U32(a: u32) -> f32 { a as f32 }
    F64_F32(a: f32) -> f64 { f64::from(a) }
    F32_F64(a: f64) -> f32 { canonical(a as f32) }
    // A NaN becomes 0, as in hardware, and a value out of range the nearest.
    S32_F32(a: f32) -> i32 { a as i32 }
    U32_F32(a: f32) -> u32 { a as u32 }
}

/// What a conversion does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Conversion {
    pub(crate) to: Type,
    pub(crate) from: Type,
    pub(crate) rounding: Rounding,
    /// To an integer, be the result of an integer type or not: `.rni` and its kin.
    pub(crate) integral: bool,
    pub(crate) ftz: bool,
    /// Integers: to the nearest of the type. Floats: to [0, 1].
    pub(crate) saturate: bool,
    pub(crate) relu: bool,
}

const TYPES: [Type; 13] = [
    Type::U8,
    Type::S8,
    Type::U16,
    Type::S16,
    Type::U32,
    Type::S32,
    Type::U64,
    Type::S64,
    Type::F16,
    Type::Bf16,
    Type::Tf32,
    Type::F32,
    Type::F64,
];

impl Conversion {
    /// As an immediate.
    pub(crate) fn encode(self) -> u32 {
        let index = |t: Type| TYPES.iter().position(|x| *x == t).unwrap_or(4) as u32;
        index(self.to)
            | index(self.from) << 4
            | self.rounding.code() << 8
            | u32::from(self.integral) << 12
            | u32::from(self.ftz) << 13
            | u32::from(self.saturate) << 14
            | u32::from(self.relu) << 15
    }

    fn decode(imm: u32) -> Self {
        let bit = |n: u32| imm >> n & 1 == 1;
        Self {
            to: TYPES[(imm & 15) as usize],
            from: TYPES[(imm >> 4 & 15) as usize],
            rounding: Rounding::from_code(imm >> 8 & 15),
            integral: bit(12),
            ftz: bit(13),
            saturate: bit(14),
            relu: bit(15),
        }
    }

    /// The result's bits.
    pub(crate) fn apply(&self, bits: u64) -> u64 {
        if self.from.float() {
            let x = match self.from {
                Type::F64 => f64::from_bits(bits),
                Type::F16 => f64::from(Half::F16.to_f32(bits as u16)),
                Type::Bf16 => f64::from(Half::Bf16.to_f32(bits as u16)),
                _ => {
                    let x = f32::from_bits(bits as u32);
                    f64::from(if self.ftz { flush(x) } else { x })
                }
            };
            return if self.to.float() {
                self.to_float(x)
            } else {
                self.to_integer(self.rounding.to_integer(x))
            };
        }
        let unused = 64 - 8 * self.from.size() as u32;
        let v = if self.from.signed() {
            i128::from((bits << unused) as i64 >> unused)
        } else {
            i128::from(bits << unused >> unused)
        };
        if self.to.float() { self.integer_to_float(v) } else { self.integer(v) }
    }

    fn range(&self) -> (i128, i128) {
        let bits = 8 * self.to.size() as u32;
        if self.to.signed() {
            (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
        } else {
            (0, (1 << bits) - 1)
        }
    }

    /// The value in a register, its sign extended.
    fn cut(&self, v: i128) -> u64 {
        let unused = 64 - 8 * self.to.size() as u32;
        let top = (v as u64) << unused;
        if self.to.signed() { (top as i64 >> unused) as u64 } else { top >> unused }
    }

    fn integer(&self, v: i128) -> u64 {
        let (low, high) = self.range();
        self.cut(if self.saturate { v.clamp(low, high) } else { v })
    }

    /// Floats saturate always; a NaN becomes 0.
    fn to_integer(self, x: f64) -> u64 {
        let (low, high) = self.range();
        self.cut((x as i128).clamp(low, high))
    }

    fn to_float(self, x: f64) -> u64 {
        let x = if self.integral { self.rounding.to_integer(x) } else { x };
        let x = match () {
            () if self.relu && (x <= 0.0) => 0.0,
            () if self.saturate && x.is_nan() => 0.0,
            () if self.saturate => x.clamp(0.0, 1.0) + 0.0,
            () => x,
        };
        match self.to {
            Type::F64 => x.to_bits(),
            Type::F16 => u64::from(Half::F16.round(x, self.rounding)),
            Type::Bf16 => u64::from(Half::Bf16.round(x, self.rounding)),
            Type::Tf32 => u64::from(round_tf32(x as f32, self.rounding)),
            _ => {
                let v = canonical(to_f32(x, self.rounding));
                u64::from((if self.ftz { flush(v) } else { v }).to_bits())
            }
        }
    }

    /// With one rounding: from an integer that `f64` cannot hold, too.
    fn integer_to_float(&self, v: i128) -> u64 {
        let nearest = v as f64;
        let back = nearest as i128;
        if self.to == Type::F64 {
            let up = match self.rounding {
                Rounding::Zero => v < 0,
                Rounding::Plus => true,
                Rounding::Minus => false,
                _ => return nearest.to_bits(),
            };
            let r = match back.cmp(&v) {
                std::cmp::Ordering::Less if up => nearest.next_up(),
                std::cmp::Ordering::Greater if !up => nearest.next_down(),
                _ => nearest,
            };
            return r.to_bits();
        }
        // An odd last place where something is lost: the next rounding is then right.
        let odd = if back == v || nearest.to_bits() & 1 == 1 {
            nearest
        } else if (back < v) == (v > 0) {
            f64::from_bits(nearest.to_bits() + 1)
        } else {
            f64::from_bits(nearest.to_bits() - 1)
        };
        self.to_float(odd)
    }
}

/// The conversion of the immediate.
pub(crate) const CONVERT: RowFn = {
    fn body(r: &mut Regs, o: &Ops, m: u32) {
        let c = Conversion::decode(o.imm);
        let mut out = [0u64; LANES];
        for i in lanes(m) {
            let bits = if c.from.wide() { r.wide(o.a)[i] } else { u64::from(r.narrow(o.a)[i]) };
            out[i] = c.apply(bits);
        }
        if c.to.wide() {
            u64::write(r, o.d, &out, m);
        } else {
            u32::write(r, o.d, &out.map(|v| v as u32), m);
        }
    }
    row_fn!(body)
};

/// The row of a common conversion.
pub(crate) fn common(c: Conversion) -> Option<RowFn> {
    use super::bits::{LOW32, SEXT64, ZEXT64};
    let plain = !c.integral && !c.ftz && !c.saturate && !c.relu;
    Some(match (c.to, c.from, c.rounding) {
        (Type::S32, Type::F32, Rounding::Zero) if !c.ftz => S32_F32,
        (Type::U32, Type::F32, Rounding::Zero) if !c.ftz => U32_F32,
        _ if !plain => return None,
        (Type::F32, Type::S32, Rounding::Nearest) => F32_S32,
        (Type::F32, Type::U32, Rounding::Nearest) => F32_U32,
        (Type::F64, Type::F32, _) => F64_F32,
        (Type::F32, Type::F64, Rounding::Nearest) => F32_F64,
        (Type::U64 | Type::S64, Type::U32, _) => ZEXT64,
        (Type::U64 | Type::S64, Type::S32, _) => SEXT64,
        (Type::U32 | Type::S32, Type::U64 | Type::S64, _) => LOW32,
        _ => return None,
    })
}
