//! Moves and conversions.

use super::floats::ROUNDINGS;
use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::Op;
use crate::exec::memory::{LOCAL_WINDOW, PARAM_WINDOW, SHARED_WINDOW};
use crate::exec::number::Rounding;
use crate::exec::rows::convert::{self, Conversion};
use crate::exec::rows::{bits, half, int};
use crate::ptx::ast::Operand;
use crate::ptx::{Space, Type};

/// Roundings to an integer.
const TO_INTEGER: [(&str, Rounding); 4] = [
    ("rni", Rounding::Nearest),
    ("rzi", Rounding::Zero),
    ("rmi", Rounding::Minus),
    ("rpi", Rounding::Plus),
];

impl<'a> Decoder<'a> {
    pub(super) fn mov(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 2)?;
        match (&o[0], &o[1]) {
            _ if ty == Type::Pred => {
                let (a, negated) = self.predicate_operand(&o[1])?;
                let Operand::Name(d) = o[0] else {
                    return Err("the result has to be a predicate".into());
                };
                let d = self.predicate(d)?;
                self.logic_row(d, a, a, if negated { 0b0101 } else { 0b1010 });
                Ok(())
            }
            (_, Operand::Group(parts)) => self.pack(ty, &o[0], parts),
            (Operand::Group(parts), _) => self.unpack(ty, parts, &o[1]),
            (
                _,
                Operand::Name(
                    n @ ("%clock" | "%clock_hi" | "%clock64" | "%globaltimer" | "%globaltimer_lo"),
                ),
            ) => {
                let wide = matches!(*n, "%clock64" | "%globaltimer");
                if wide != ty.wide() {
                    return Err(format!("`{n}` has another size"));
                }
                let d = self.target(&o[0], ty)?;
                self.emit(Op::Clock { d, wide }, &[], &[Ref::Row(d)]);
                Ok(())
            }
            _ => {
                let a = self.source(&o[1], ty)?;
                let d = self.target(&o[0], ty)?;
                self.row(if ty.wide() { bits::MOV64 } else { bits::MOV32 }, d, &[a], 0);
                Ok(())
            }
        }
    }

    fn pack(&mut self, ty: Type, d: &Operand<'a>, parts: &[Operand<'a>]) -> Result<(), Fail> {
        match (ty.size(), parts.len()) {
            (8, 2) => {
                let s = [self.source(&parts[0], Type::B32)?, self.source(&parts[1], Type::B32)?];
                let d = self.target(d, ty)?;
                self.row(bits::PACK64, d, &s, 0);
            }
            (4, 2) => {
                let s = [self.source(&parts[0], Type::B16)?, self.source(&parts[1], Type::B16)?];
                let d = self.target(d, ty)?;
                self.row(bits::PACK32, d, &s, 0);
            }
            (8, 4) => {
                let mut halves = [0; 2];
                for (i, h) in halves.iter_mut().enumerate() {
                    let a = self.source(&parts[2 * i], Type::B16)?;
                    let b = self.source(&parts[2 * i + 1], Type::B16)?;
                    *h = self.fresh(false)?;
                    self.row(bits::PACK32, *h, &[a, b], 0);
                }
                let d = self.target(d, ty)?;
                self.row(bits::PACK64, d, &halves, 0);
            }
            _ => return Err("a group of this size is not known".into()),
        }
        Ok(())
    }

    fn unpack(&mut self, ty: Type, parts: &[Operand<'a>], a: &Operand<'a>) -> Result<(), Fail> {
        let a = self.source(a, ty)?;
        let wide = ty.wide();
        let (part, rows) = match (ty.size(), parts.len()) {
            (8, 2) => (Type::B32, [bits::LOW32, bits::HIGH32]),
            (4, 2) => (Type::B16, [bits::LOW16, bits::HIGH16]),
            (8, 4) => (Type::B16, [bits::LOW16, bits::HIGH16]),
            _ => return Err("a group of this size is not known".into()),
        };
        // The results may overwrite the source: it is read in full first.
        let mut from = vec![a];
        if wide && parts.len() == 4 {
            from = vec![self.fresh(false)?, self.fresh(false)?];
            self.row(bits::LOW32, from[0], &[a], 0);
            self.row(bits::HIGH32, from[1], &[a], 0);
        } else if !wide {
            from = vec![self.fresh(false)?];
            self.row(bits::MOV32, from[0], &[a], 0);
        }
        for (i, p) in parts.iter().enumerate() {
            if *p != Operand::Name("_") {
                let d = self.target(p, part)?;
                self.row(rows[i % 2], d, &[from[i / 2]], 0);
            }
        }
        Ok(())
    }

    pub(super) fn cvta(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let to = w.take("to");
        let space = w.space();
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 2)?;
        if !ty.wide() {
            return Err("an address has 64 bits".into());
        }
        let base = match space {
            Space::Global | Space::Const => 0,
            Space::Shared => SHARED_WINDOW,
            Space::Local => LOCAL_WINDOW,
            Space::Param => PARAM_WINDOW,
            Space::Generic => return Err("the space is missing".into()),
        };
        let a = self.source(&o[1], ty)?;
        let d = self.target(&o[0], ty)?;
        if base == 0 {
            self.row(bits::MOV64, d, &[a], 0);
        } else {
            let b = self.bits_row(base, true)?;
            self.row(if to { int::SUB64 } else { int::ADD64 }, d, &[a, b], 0);
        }
        Ok(())
    }

    pub(super) fn cvt(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let nearest = w.pick(&ROUNDINGS);
        let away = w.take("rna");
        let integer = w.pick(&TO_INTEGER);
        let ftz = w.take("ftz");
        let saturate = w.take("sat");
        let relu = w.take("relu");
        let finite = w.take("satfinite");
        let (to, from) = (w.ty()?, w.ty()?);
        w.finish()?;
        if matches!(to, Type::F16x2 | Type::Bf16x2) {
            self.needs(80, "`cvt` to two halves")?;
            arity(o, 3)?;
            let s = [self.source(&o[1], from)?, self.source(&o[2], from)?];
            let zero = match nearest {
                Some(Rounding::Nearest) => 0,
                Some(Rounding::Zero) => 4,
                _ => return Err("`.rn` or `.rz` is missing".into()),
            };
            let imm =
                u32::from(to == Type::F16x2) | u32::from(relu) << 1 | zero | u32::from(finite) << 3;
            let d = self.target(&o[0], to)?;
            self.row(half::PACK, d, &s, imm);
            return Ok(());
        }
        if finite {
            return Err("`.satfinite` is not known here".into());
        }
        if matches!(to, Type::Tf32 | Type::Bf16) || from == Type::Bf16 {
            self.needs(80, "this conversion")?;
        }
        arity(o, 2)?;
        // What the sizes demand: a rounding where something may be lost.
        let narrows = to.float() && from.float() && (to.size() < from.size() || to == Type::Tf32);
        if narrows && nearest.is_none() && !away && integer.is_none() {
            return Err("a rounding such as `.rn` is missing".into());
        }
        if to.float() && !from.float() && nearest.is_none() {
            return Err("a rounding such as `.rn` is missing".into());
        }
        if !to.float() && from.float() && integer.is_none() {
            return Err("a rounding such as `.rzi` is missing".into());
        }
        let rounding =
            integer.or(nearest).unwrap_or(if away { Rounding::Away } else { Rounding::Nearest });
        let c = Conversion { to, from, rounding, integral: integer.is_some(), ftz, saturate, relu };
        let register = |t: Type| if t == Type::Tf32 { Type::B32 } else { t };
        let a = self.source_as(&o[1], register(from), true)?;
        let d = self.target_as(&o[0], register(to), true)?;
        // A conversion to an integer type is no rounding of a float type.
        let plain = Conversion { integral: c.integral && to.float(), ..c };
        match convert::common(plain) {
            Some(f) => self.row(f, d.slot, &[a], 0),
            None => self.row(convert::CONVERT, d.slot, &[a], c.encode()),
        }
        self.finish(d);
        Ok(())
    }
}
