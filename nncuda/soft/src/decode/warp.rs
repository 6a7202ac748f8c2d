//! What the lanes of a warp do together.

use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::{AtomicKind, Op, Shuffle, ShuffleKind, Vote};
use crate::exec::regs::Slot;
use crate::ptx::Type;
use crate::ptx::ast::Operand;

impl<'a> Decoder<'a> {
    /// `d` or `d|p`.
    fn with_predicate(
        &mut self,
        o: &Operand<'a>,
        ty: Type,
    ) -> Result<(Slot, Option<Slot>, Vec<Ref>), Fail> {
        let (d, p) = match o {
            Operand::Pair(d, p) => (self.target(&Operand::Name(d), ty)?, Some(*p)),
            _ => (self.target(o, ty)?, None),
        };
        let p = match p {
            Some("_") | None => None,
            Some(p) => Some(self.predicate(p)?),
        };
        let mut writes = vec![Ref::Row(d)];
        writes.extend(p.map(Ref::Pred));
        Ok((d, p, writes))
    }

    pub(super) fn shfl(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        sync(&mut w)?;
        let kinds = [
            ("up", ShuffleKind::Up),
            ("down", ShuffleKind::Down),
            ("bfly", ShuffleKind::Butterfly),
            ("idx", ShuffleKind::Index),
        ];
        let kind = w.pick(&kinds).ok_or("the mode is missing")?;
        if !w.take("b32") {
            return Err("`.b32` is expected".into());
        }
        w.finish()?;
        arity(o, 5)?;
        let b32 = Type::B32;
        let [a, b, c, mask] = [
            self.source(&o[1], b32)?,
            self.source(&o[2], b32)?,
            self.source(&o[3], b32)?,
            self.source(&o[4], b32)?,
        ];
        let (d, pred, writes) = self.with_predicate(&o[0], b32)?;
        let reads = [a, b, c, mask].map(Ref::Row);
        self.emit(Op::Shuffle(Box::new(Shuffle { kind, d, pred, a, b, c, mask })), &reads, &writes);
        Ok(())
    }

    pub(super) fn vote(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        sync(&mut w)?;
        let kinds = [
            ("all", Vote::All),
            ("any", Vote::Any),
            ("uni", Vote::Uniform),
            ("ballot", Vote::Ballot),
        ];
        let kind = w.pick(&kinds).ok_or("the mode is missing")?;
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 3)?;
        if (kind == Vote::Ballot) != (ty == Type::B32) {
            return Err("`ballot` is of type b32, the others of type pred".into());
        }
        let (pred, negated) = self.predicate_operand(&o[1])?;
        let mask = self.source(&o[2], Type::B32)?;
        let (d, write) = if kind == Vote::Ballot {
            let d = self.target(&o[0], ty)?;
            (d, Ref::Row(d))
        } else {
            let Operand::Name(d) = o[0] else {
                return Err("the result has to be a predicate".into());
            };
            let d = self.predicate(d)?;
            (d, Ref::Pred(d))
        };
        self.emit(
            Op::Vote { kind, d, pred, negated, mask },
            &[Ref::Pred(pred), Ref::Row(mask)],
            &[write],
        );
        Ok(())
    }

    pub(super) fn matching(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        sync(&mut w)?;
        let all = w.take("all");
        if !all && !w.take("any") {
            return Err("`.any` or `.all` is expected".into());
        }
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 3)?;
        let a = self.source(&o[1], ty)?;
        let mask = self.source(&o[2], Type::B32)?;
        let (d, pred, writes) = self.with_predicate(&o[0], Type::B32)?;
        let op = Op::Match { all, wide: ty.wide(), d, pred, a, mask };
        self.emit(op, &[Ref::Row(a), Ref::Row(mask)], &writes);
        Ok(())
    }

    pub(super) fn redux(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        sync(&mut w)?;
        self.needs(80, "`redux`")?;
        let kinds = [
            ("add", AtomicKind::Add),
            ("min", AtomicKind::Min),
            ("max", AtomicKind::Max),
            ("and", AtomicKind::And),
            ("or", AtomicKind::Or),
            ("xor", AtomicKind::Xor),
        ];
        let kind = w.pick(&kinds).ok_or("the operation is missing")?;
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 3)?;
        if !matches!(ty, Type::U32 | Type::S32 | Type::B32) {
            return Err("`redux` of this type is not known".into());
        }
        let (a, mask) = (self.source(&o[1], ty)?, self.source(&o[2], Type::B32)?);
        let d = self.target(&o[0], ty)?;
        let op = Op::Reduce { kind, signed: ty.signed(), d, a, mask };
        self.emit(op, &[Ref::Row(a), Ref::Row(mask)], &[Ref::Row(d)]);
        Ok(())
    }

    pub(super) fn activemask(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let ty = w.ty()?;
        w.finish()?;
        arity(o, 1)?;
        let d = self.target(&o[0], ty)?;
        self.emit(Op::ActiveMask(d), &[], &[Ref::Row(d)]);
        Ok(())
    }
}

/// Only the forms with `.sync` exist from sm_70 on.
fn sync(w: &mut Words<'_>) -> Result<(), Fail> {
    if w.take("sync") { Ok(()) } else { Err("`.sync` is missing".into()) }
}
