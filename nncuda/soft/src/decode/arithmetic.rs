//! Integer arithmetic; floats are in `floats`.

use super::{Decoder, Fail, Words, arity};
use crate::code::Op;
use crate::exec::rows::{RowFn, int};
use crate::ptx::Type;
use crate::ptx::ast::Operand;

/// A table by type: `u16 s16 u32 s32 u64 s64`.
pub(super) type Six = [RowFn; 6];

/// The place of an integer type in such a table.
pub(super) fn six(ty: Type) -> Option<usize> {
    Some(match ty {
        Type::U16 | Type::B16 => 0,
        Type::S16 => 1,
        Type::U32 | Type::B32 => 2,
        Type::S32 => 3,
        Type::U64 | Type::B64 => 4,
        Type::S64 => 5,
        _ => return None,
    })
}

const ADD: Six = [int::ADD16, int::ADD16, int::ADD32, int::ADD32, int::ADD64, int::ADD64];
const SUB: Six = [int::SUB16, int::SUB16, int::SUB32, int::SUB32, int::SUB64, int::SUB64];
const MUL: Six = [int::MUL16, int::MUL16, int::MUL32, int::MUL32, int::MUL64, int::MUL64];
const MUL_HI: Six = [
    int::MUL_HI_U16,
    int::MUL_HI_S16,
    int::MUL_HI_U32,
    int::MUL_HI_S32,
    int::MUL_HI_U64,
    int::MUL_HI_S64,
];
const MUL_WIDE: [RowFn; 4] =
    [int::MUL_WIDE_U16, int::MUL_WIDE_S16, int::MUL_WIDE_U32, int::MUL_WIDE_S32];
const MAD: Six = [int::MAD16, int::MAD16, int::MAD32, int::MAD32, int::MAD64, int::MAD64];
const MAD_HI: [RowFn; 4] = [int::MAD_HI_U32, int::MAD_HI_S32, int::MAD_HI_U64, int::MAD_HI_S64];
const MAD_WIDE: [RowFn; 4] =
    [int::MAD_WIDE_U16, int::MAD_WIDE_S16, int::MAD_WIDE_U32, int::MAD_WIDE_S32];
const DIV: Six =
    [int::DIV_U16, int::DIV_S16, int::DIV_U32, int::DIV_S32, int::DIV_U64, int::DIV_S64];
const REM: Six =
    [int::REM_U16, int::REM_S16, int::REM_U32, int::REM_S32, int::REM_U64, int::REM_S64];
const MIN: Six =
    [int::MIN_U16, int::MIN_S16, int::MIN_U32, int::MIN_S32, int::MIN_U64, int::MIN_S64];
const MAX: Six =
    [int::MAX_U16, int::MAX_S16, int::MAX_U32, int::MAX_S32, int::MAX_U64, int::MAX_S64];

/// The type twice as wide.
fn double(ty: Type) -> Type {
    match ty {
        Type::U16 => Type::U32,
        Type::S16 => Type::S32,
        Type::U32 => Type::U64,
        _ => Type::S64,
    }
}

impl<'a> Decoder<'a> {
    pub(super) fn arithmetic(
        &mut self,
        op: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        if op == "dp4a" {
            return self.dp4a(w, o);
        }
        let ty = w.ty()?;
        if ty.float() {
            return self.floats(op, ty, w, o);
        }
        let i = six(ty).filter(|_| !matches!(ty, Type::B16 | Type::B32 | Type::B64));
        let i = i.ok_or_else(|| format!("`{op}` of this type is not known"))?;
        let signed = |t: [RowFn; 3]| if ty.signed() { Some(t[i / 2]) } else { None };
        let two = |t: &Six| Some((t[i], 2));
        let mut result = ty;
        let mut third = ty;
        let found = match op {
            "add" if w.take("sat") && ty == Type::S32 => Some((int::ADD_SAT32, 2)),
            "sub" if w.take("sat") && ty == Type::S32 => Some((int::SUB_SAT32, 2)),
            "add" => two(&ADD),
            "sub" => two(&SUB),
            "mul" if w.take("wide") => {
                result = double(ty);
                MUL_WIDE.get(i).map(|f| (*f, 2))
            }
            "mul" if w.take("hi") => two(&MUL_HI),
            "mul" if w.take("lo") => two(&MUL),
            "mad" if w.take("wide") => {
                result = double(ty);
                third = result;
                MAD_WIDE.get(i).map(|f| (*f, 3))
            }
            "mad" if w.take("hi") => i.checked_sub(2).map(|i| (MAD_HI[i], 3)),
            "mad" if w.take("lo") => Some((MAD[i], 3)),
            "mul" | "mad" => return Err("`.lo`, `.hi` or `.wide` is missing".into()),
            "mul24" if w.take("lo") => {
                [int::MUL24_U32, int::MUL24_S32].get(i.wrapping_sub(2)).map(|f| (*f, 2))
            }
            "mad24" if w.take("lo") => {
                [int::MAD24_U32, int::MAD24_S32].get(i.wrapping_sub(2)).map(|f| (*f, 3))
            }
            "sad" => [int::SAD_U32, int::SAD_S32].get(i.wrapping_sub(2)).map(|f| (*f, 3)),
            "div" => two(&DIV),
            "rem" => two(&REM),
            "min" => two(&MIN),
            "max" => two(&MAX),
            "abs" => signed([int::ABS_S16, int::ABS_S32, int::ABS_S64]).map(|f| (f, 1)),
            "neg" => signed([int::NEG_S16, int::NEG_S32, int::NEG_S64]).map(|f| (f, 1)),
            _ => None,
        };
        w.finish()?;
        let (f, n) = found.ok_or_else(|| format!("`{op}` of this type is not known"))?;
        arity(o, n + 1)?;
        let mut sources = Vec::new();
        for (k, o) in o[1..].iter().enumerate() {
            sources.push(self.source(o, if k == 2 { third } else { ty })?);
        }
        if matches!(op, "div" | "rem") {
            let op = Op::NonZero { slot: sources[1], wide: ty.wide() };
            self.emit(op, &[super::Ref::Row(sources[1])], &[]);
        }
        let d = self.target(&o[0], result)?;
        self.row(f, d, &sources, 0);
        Ok(())
    }

    fn dp4a(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let (a, b) = (w.ty()?, w.ty()?);
        w.finish()?;
        arity(o, 4)?;
        let sources = [
            self.source(&o[1], Type::B32)?,
            self.source(&o[2], Type::B32)?,
            self.source(&o[3], Type::B32)?,
        ];
        let d = self.target(&o[0], Type::B32)?;
        self.row(int::DP4A, d, &sources, u32::from(a.signed()) | u32::from(b.signed()) << 1);
        Ok(())
    }
}
