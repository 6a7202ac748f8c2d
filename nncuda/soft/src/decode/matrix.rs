//! Tensor cores and asynchronous copies.

use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::{CopyAsync, LoadMatrix, Mma, MmaFormat, Op, Read};
use crate::exec::regs::Slot;
use crate::ptx::ast::Operand;
use crate::ptx::{Space, Type};

impl<'a> Decoder<'a> {
    fn group(
        &mut self,
        o: &Operand<'a>,
        n: usize,
        ty: Type,
        result: bool,
    ) -> Result<Vec<Slot>, Fail> {
        let Operand::Group(parts) = o else {
            return Err("a group of registers is expected".into());
        };
        if parts.len() != n {
            return Err(format!("a group of {n} registers is expected, {} are given", parts.len()));
        }
        parts.iter().map(|p| if result { self.target(p, ty) } else { self.source(p, ty) }).collect()
    }

    pub(super) fn mma(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        for word in ["sync", "aligned", "row", "col"] {
            if !w.take(word) {
                return Err(format!("`.{word}` is missing"));
            }
        }
        let shape = w
            .pick(&[("m16n8k4", 4), ("m16n8k8", 8), ("m16n8k16", 16)])
            .ok_or("the shape is not known")?;
        let types = [w.ty()?, w.ty()?, w.ty()?, w.ty()?];
        w.finish()?;
        self.needs(if types[1] == Type::F16 && shape == 8 { 75 } else { 80 }, "this `mma`")?;
        let format = match types[1] {
            Type::Tf32 if shape != 16 => MmaFormat::Tf32,
            Type::F16 if shape != 4 => MmaFormat::F16,
            Type::Bf16 if shape != 4 => MmaFormat::Bf16,
            _ => return Err("the type of A is not known for this shape".into()),
        };
        let wide = types[0] == Type::F32;
        if types[1] != types[2]
            || types[0] != types[3]
            || !wide && (format != MmaFormat::F16 || types[0] != Type::F16)
        {
            return Err("these types are not known together".into());
        }
        arity(o, 4)?;
        // Registers of A: 16 rows of k columns over 32 lanes; of B: k rows of 8 columns.
        let per = if format == MmaFormat::Tf32 { 1 } else { 2 };
        let (na, nb, nc) = (16 * shape / 32 / per, 8 * shape / 32 / per, if wide { 4 } else { 2 });
        let element = if wide { Type::F32 } else { Type::F16x2 };
        let a = self.group(&o[1], na, Type::B32, false)?;
        let b = self.group(&o[2], nb, Type::B32, false)?;
        let c = self.group(&o[3], nc, element, false)?;
        let d = self.group(&o[0], nc, element, true)?;
        let reads: Vec<_> = a.iter().chain(&b).chain(&c).map(|s| Ref::Row(*s)).collect();
        let writes: Vec<_> = d.iter().map(|s| Ref::Row(*s)).collect();
        self.emit(Op::Mma(Box::new(Mma { format, k: shape, wide, d, a, b, c })), &reads, &writes);
        Ok(())
    }

    pub(super) fn ldmatrix(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        for word in ["sync", "aligned", "m8n8"] {
            if !w.take(word) {
                return Err(format!("`.{word}` is missing"));
            }
        }
        self.needs(75, "`ldmatrix`")?;
        let n =
            w.pick(&[("x1", 1), ("x2", 2), ("x4", 4)]).ok_or("`.x1`, `.x2` or `.x4` is missing")?;
        let transposed = w.take("trans");
        let space = w.space();
        if !w.take("b16") || !matches!(space, Space::Shared | Space::Generic) {
            return Err("`.shared` and `.b16` are expected".into());
        }
        w.finish()?;
        arity(o, 2)?;
        let address = self.address(&o[1], space)?;
        let regs = match &o[0] {
            Operand::Group(_) => self.group(&o[0], n, Type::B32, true)?,
            one if n == 1 => vec![self.target(one, Type::B32)?],
            _ => return Err(format!("a group of {n} registers is expected")),
        };
        let writes: Vec<_> = regs.iter().map(|s| Ref::Row(*s)).collect();
        // Only the lanes that give a row's address have to have one.
        let op = Op::LoadMatrix(Box::new(LoadMatrix { space, address, transposed, regs }));
        self.emit(op, &[], &writes);
        Ok(())
    }

    /// `cp.async`.
    pub(super) fn cp(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        if !w.take("async") {
            return Err("the instruction is not known".into());
        }
        self.needs(80, "`cp.async`")?;
        if w.take("commit_group") {
            w.finish()?;
            arity(o, 0)?;
            self.emit(Op::CommitGroup, &[], &[]);
            return Ok(());
        }
        if w.take("wait_all") {
            w.finish()?;
            arity(o, 0)?;
            self.emit(Op::WaitGroup(None), &[], &[]);
            return Ok(());
        }
        if w.take("wait_group") {
            w.finish()?;
            arity(o, 1)?;
            let n = self.number(&o[0])?;
            self.emit(Op::WaitGroup(Some(n)), &[], &[]);
            return Ok(());
        }
        let all_levels = w.take("ca");
        if !all_levels && !w.take("cg") {
            return Err("`.ca` or `.cg` is expected".into());
        }
        let policy = w.take("L2::cache_hint");
        w.all.retain(|x| !x.starts_with("L2::"));
        if w.space() != Space::Shared || w.space() != Space::Global {
            return Err("`.shared.global` is expected".into());
        }
        w.finish()?;
        if o.len() < 3 {
            return Err("a size is expected".into());
        }
        let to = self.address(&o[0], Space::Shared)?;
        let from = self.address(&o[1], Space::Global)?;
        let size = self.number(&o[2])?;
        if !matches!(size, 4 | 8 | 16) || !all_levels && size != 16 {
            return Err(format!("a size of {size}: 4, 8 or 16 with `.ca`, 16 with `.cg`"));
        }
        let more = o.len() - 3 - usize::from(policy && o.len() > 3);
        let mut reads = vec![Ref::Row(to.slot), Ref::Row(from.slot)];
        let read = match more {
            0 => Read::All,
            1 => self.read(&o[3])?,
            _ => return Err("too many operands".into()),
        };
        match read {
            Read::All => {}
            Read::Bytes(slot) => reads.push(Ref::Row(slot)),
            Read::Unless(slot, _) => reads.push(Ref::Pred(slot)),
        }
        let size = size as u8;
        self.emit(Op::CopyAsync(Box::new(CopyAsync { to, from, size, read })), &reads, &[]);
        Ok(())
    }

    /// The bytes that a copy reads, or the predicate that says that it reads none.
    fn read(&mut self, o: &Operand<'a>) -> Result<Read, Fail> {
        let is_predicate = match o {
            Operand::Not(_) => true,
            Operand::Name(name) => self.lookup(name).is_some_and(|r| r.ty == Type::Pred),
            _ => false,
        };
        if is_predicate {
            let (slot, negated) = self.predicate_operand(o)?;
            return Ok(Read::Unless(slot, negated));
        }
        Ok(Read::Bytes(self.source(o, Type::U32)?))
    }

    fn number(&self, o: &Operand<'a>) -> Result<u32, Fail> {
        let found = match o {
            Operand::Number(n, false) => crate::ptx::constant(n, false, Type::U32),
            _ => None,
        };
        found.map(|n| n as u32).ok_or_else(|| "a number is expected".into())
    }
}
