//! Logic, shifts, comparisons and selections.

use super::arithmetic::{Six, six};
use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::Op;
use crate::exec::regs::Slot;
use crate::exec::rows::compare::{self, EQUAL, GREATER, LESS, UNORDERED};
use crate::exec::rows::{Ops, RowFn, bits, float};
use crate::ptx::Type;
use crate::ptx::ast::Operand;

const COMPARE: Six =
    [compare::U16, compare::S16, compare::U32, compare::S32, compare::U64, compare::S64];

/// The relations of a comparison.
const RELATIONS: [(&str, u32); 18] = [
    ("eq", EQUAL),
    ("ne", LESS | GREATER),
    ("lt", LESS),
    ("le", LESS | EQUAL),
    ("gt", GREATER),
    ("ge", GREATER | EQUAL),
    ("lo", LESS),
    ("ls", LESS | EQUAL),
    ("hi", GREATER),
    ("hs", GREATER | EQUAL),
    ("equ", EQUAL | UNORDERED),
    ("neu", LESS | GREATER | UNORDERED),
    ("ltu", LESS | UNORDERED),
    ("leu", LESS | EQUAL | UNORDERED),
    ("gtu", GREATER | UNORDERED),
    ("geu", GREATER | EQUAL | UNORDERED),
    ("num", LESS | EQUAL | GREATER),
    ("nan", UNORDERED),
];

/// The table of a logic operation over `a + 2 * b`.
const TABLES: [(&str, u32); 3] = [("and", 0b1000), ("or", 0b1110), ("xor", 0b0110)];

/// Negates an operand of a table.
fn negate(table: u32, a: bool, b: bool) -> u32 {
    let mut out = 0;
    for k in 0..4u32 {
        let from = k ^ u32::from(a) ^ u32::from(b) << 1;
        out |= (table >> from & 1) << k;
    }
    out
}

impl<'a> Decoder<'a> {
    pub(super) fn bits(
        &mut self,
        op: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        if op == "shf" {
            return self.shf(w, o);
        }
        let ty = w.ty()?;
        if ty == Type::Pred {
            w.finish()?;
            return self.logic(op, o);
        }
        let size = ty.size();
        // By size: 16, 32, 64 bits.
        let three = |t: [RowFn; 3]| match size {
            2 => Some(t[0]),
            4 => Some(t[1]),
            8 => Some(t[2]),
            _ => None,
        };
        let two = |t: [RowFn; 2]| match size {
            4 => Some(t[0]),
            8 => Some(t[1]),
            _ => None,
        };
        let four = |t: [RowFn; 4]| two(if ty.signed() { [t[1], t[3]] } else { [t[0], t[2]] });
        let b32 = Type::B32;
        let mut types = vec![ty, ty];
        let mut result = ty;
        let f = match op {
            "and" => three([bits::AND32, bits::AND32, bits::AND64]),
            "or" => three([bits::OR32, bits::OR32, bits::OR64]),
            "xor" => three([bits::XOR32, bits::XOR32, bits::XOR64]),
            "not" | "cnot" => {
                types = vec![ty];
                three(if op == "not" {
                    [bits::NOT16, bits::NOT32, bits::NOT64]
                } else {
                    [bits::CNOT16, bits::CNOT32, bits::CNOT64]
                })
            }
            "shl" | "shr" => {
                types = vec![ty, b32];
                three(match (op, ty.signed()) {
                    ("shl", _) => [bits::SHL16, bits::SHL32, bits::SHL64],
                    (_, false) => [bits::SHR_U16, bits::SHR_U32, bits::SHR_U64],
                    (_, true) => [bits::SHR_S16, bits::SHR_S32, bits::SHR_S64],
                })
            }
            "brev" => {
                types = vec![ty];
                two([bits::BREV32, bits::BREV64])
            }
            "popc" | "clz" | "bfind" => {
                types = vec![ty];
                result = b32;
                match op {
                    "popc" => two([bits::POPC32, bits::POPC64]),
                    "clz" => two([bits::CLZ32, bits::CLZ64]),
                    _ => four([bits::BFIND_U32, bits::BFIND_S32, bits::BFIND_U64, bits::BFIND_S64]),
                }
            }
            "bfe" => {
                types = vec![ty, b32, b32];
                four([bits::BFE_U32, bits::BFE_S32, bits::BFE_U64, bits::BFE_S64])
            }
            "bfi" => {
                types = vec![ty, ty, b32, b32];
                two([bits::BFI32, bits::BFI64])
            }
            "prmt" => {
                types = vec![ty, ty, ty];
                (ty == b32).then_some(bits::PRMT)
            }
            "lop3" => {
                types = vec![ty, ty, ty];
                (ty == b32).then_some(bits::LOP3)
            }
            _ => None,
        };
        w.finish()?;
        let f = f.ok_or_else(|| format!("`{op}` of this type is not known"))?;
        let mut imm = 0;
        if op == "lop3" {
            arity(o, 5)?;
            let Operand::Number(n, false) = o[4] else {
                return Err("the table has to be a number".into());
            };
            imm =
                crate::ptx::constant(n, false, Type::U8).ok_or("the table is out of range")? as u32;
        } else {
            arity(o, types.len() + 1)?;
        }
        let sources = o[1..]
            .iter()
            .zip(&types)
            .map(|(o, t)| self.source(o, *t))
            .collect::<Result<Vec<_>, _>>()?;
        let d = self.target(&o[0], result)?;
        self.row(f, d, &sources, imm);
        Ok(())
    }

    fn shf(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let (left, wrap) = (w.take("l"), w.take("wrap"));
        if !left && !w.take("r") || !wrap && !w.take("clamp") {
            return Err("`.l` or `.r`, and `.wrap` or `.clamp` are expected".into());
        }
        let _ = w.ty()?;
        w.finish()?;
        arity(o, 4)?;
        let f = match (left, wrap) {
            (true, true) => bits::SHF_L_WRAP,
            (true, false) => bits::SHF_L_CLAMP,
            (false, true) => bits::SHF_R_WRAP,
            (false, false) => bits::SHF_R_CLAMP,
        };
        let sources =
            o[1..].iter().map(|o| self.source(o, Type::B32)).collect::<Result<Vec<_>, _>>()?;
        let d = self.target(&o[0], Type::B32)?;
        self.row(f, d, &sources, 0);
        Ok(())
    }

    /// Logic of predicates.
    fn logic(&mut self, op: &str, o: &[Operand<'a>]) -> Result<(), Fail> {
        let unary = op == "not";
        arity(o, if unary { 2 } else { 3 })?;
        let (a, na) = self.predicate_operand(&o[1])?;
        let (b, nb) = if unary { (a, false) } else { self.predicate_operand(&o[2])? };
        let table = match op {
            "not" => 0b0101,
            _ => {
                TABLES
                    .iter()
                    .find(|t| t.0 == op)
                    .ok_or_else(|| format!("`{op}.pred` is not known"))?
                    .1
            }
        };
        let Operand::Name(d) = o[0] else { return Err("the result has to be a predicate".into()) };
        let d = self.predicate(d)?;
        self.logic_row(d, a, b, negate(table, na, nb));
        Ok(())
    }

    /// `d` = the table of `a` and `b`.
    pub(super) fn logic_row(&mut self, d: Slot, a: Slot, b: Slot, imm: u32) {
        let ops = Ops { d, a, b, imm, ..Ops::default() };
        self.emit(Op::Row(bits::LOGIC.pick(), ops), &[Ref::Pred(a), Ref::Pred(b)], &[Ref::Pred(d)]);
    }

    /// `set` and `setp`.
    pub(super) fn compare(
        &mut self,
        op: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        let relation = w.pick(&RELATIONS).ok_or("the comparison is missing")?;
        let table = w.pick(&TABLES);
        let ftz = w.take("ftz");
        let result = if op == "set" { Some(w.ty()?) } else { None };
        let ty = w.ty()?;
        w.finish()?;
        let f = match ty {
            Type::F32 if ftz => compare::F32_FTZ,
            Type::F32 => compare::F32,
            Type::F64 => compare::F64,
            Type::F16 => compare::F16,
            Type::Bf16 => compare::BF16,
            _ => COMPARE[six(ty).ok_or("a comparison of this type is not known")?],
        };
        // Integers are never unordered; `ne` of a NaN is false, `neu` true.
        arity(o, if table.is_some() { 4 } else { 3 })?;
        let (a, b) = (self.source(&o[1], ty)?, self.source(&o[2], ty)?);
        let combined = match table {
            Some(t) => Some((t, self.predicate_operand(&o[3])?)),
            None => None,
        };
        let (p, q) = match (&o[0], result) {
            (Operand::Name(p), None) => (Some(*p), None),
            (Operand::Pair(p, q), None) => (Some(*p), Some(*q)),
            (_, Some(_)) => (None, None),
            _ => return Err("the result has to be a predicate".into()),
        };
        let direct = combined.is_none() && q.is_none() && result.is_none();
        let raw = match p {
            Some(p) if direct => self.predicate(p)?,
            _ => self.fresh_pred()?,
        };
        let ops = Ops { d: raw, a, b, imm: relation, ..Ops::default() };
        self.emit(Op::Row(f.pick(), ops), &[Ref::Row(a), Ref::Row(b)], &[Ref::Pred(raw)]);
        if direct {
            return Ok(());
        }
        let (table, (c, negated)) = combined.unwrap_or((0b1010, (raw, false)));
        let table = negate(table, false, negated);
        let keep = |name: &str| name != "_";
        if let Some(name) = q.filter(|n| keep(n)) {
            // The second result is that of the opposite comparison. It must not overwrite what the first reads.
            let d = self.predicate(name)?;
            let t = self.fresh_pred()?;
            self.logic_row(t, raw, c, negate(table, true, false));
            if let Some(name) = p.filter(|n| keep(n)) {
                let d = self.predicate(name)?;
                self.logic_row(d, raw, c, table);
            }
            self.logic_row(d, t, t, 0b1010);
        } else if let Some(name) = p.filter(|n| keep(n)) {
            let d = self.predicate(name)?;
            self.logic_row(d, raw, c, table);
        }
        if let Some(result) = result {
            let t = self.fresh_pred()?;
            self.logic_row(t, raw, c, table);
            let one = if result == Type::F32 { 0x3f80_0000 } else { 0xffff_ffff };
            if !matches!(result, Type::F32 | Type::U32 | Type::S32) {
                return Err("`set` of this type is not known".into());
            }
            let (a, b) = (self.bits_row(one, false)?, self.bits_row(0, false)?);
            let d = self.target(&o[0], result)?;
            self.select(bits::SELP32, d, a, b, t);
        }
        Ok(())
    }

    fn select(&mut self, f: RowFn, d: Slot, a: Slot, b: Slot, c: Slot) {
        let ops = Ops { d, a, b, c, ..Ops::default() };
        self.emit(
            Op::Row(f.pick(), ops),
            &[Ref::Row(a), Ref::Row(b), Ref::Pred(c)],
            &[Ref::Row(d)],
        );
    }

    pub(super) fn selp(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 4)?;
        let (mut a, mut b) = (self.source(&o[1], ty)?, self.source(&o[2], ty)?);
        let (c, negated) = self.predicate_operand(&o[3])?;
        if negated {
            std::mem::swap(&mut a, &mut b);
        }
        let d = self.target(&o[0], ty)?;
        self.select(if ty.wide() { bits::SELP64 } else { bits::SELP32 }, d, a, b, c);
        Ok(())
    }

    pub(super) fn slct(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let ftz = w.take("ftz");
        let (ty, by) = (w.ty()?, w.ty()?);
        w.finish()?;
        arity(o, 4)?;
        let f = match (ty.size(), by) {
            (4, Type::S32) => bits::SLCT32_S32,
            (8, Type::S32) => bits::SLCT64_S32,
            (4, Type::F32) => bits::SLCT32_F32,
            (8, Type::F32) => bits::SLCT64_F32,
            _ => return Err("`slct` of these types is not known".into()),
        };
        let mut c = self.source(&o[3], by)?;
        if ftz {
            let t = self.fresh(false)?;
            self.row(float::MOV[1], t, &[c], 0);
            c = t;
        }
        let sources = [self.source(&o[1], ty)?, self.source(&o[2], ty)?, c];
        let d = self.target(&o[0], ty)?;
        self.row(f, d, &sources, 0);
        Ok(())
    }
}
