//! Branches, barriers and what has no result.

use super::{Branch, Decoder, Fail, Ref, Words, arity};
use crate::code::{Barrier, BarrierReduce, Op, Vote};
use crate::ptx::Type;
use crate::ptx::ast::Operand;

impl<'a> Decoder<'a> {
    pub(super) fn bra(
        &mut self,
        mut w: Words<'a>,
        o: &[Operand<'a>],
        line: u32,
    ) -> Result<(), Fail> {
        let _ = w.take("uni");
        w.finish()?;
        arity(o, 1)?;
        let Operand::Name(label) = o[0] else { return Err("a label is expected".into()) };
        self.open_branch(vec![label], line);
        self.emit(Op::Branch(0), &[], &[]);
        Ok(())
    }

    fn open_branch(&mut self, labels: Vec<&'a str>, line: u32) {
        self.open.push(Branch {
            at: self.kernel.code.len(),
            labels,
            scopes: self.scopes.clone(),
            line,
        });
    }

    pub(super) fn brx(
        &mut self,
        mut w: Words<'a>,
        o: &[Operand<'a>],
        line: u32,
    ) -> Result<(), Fail> {
        if !w.take("idx") {
            return Err("the instruction is not known".into());
        }
        let _ = w.take("uni");
        w.finish()?;
        arity(o, 2)?;
        let a = self.source(&o[0], Type::U32)?;
        let Operand::Name(list) = o[1] else { return Err("a list of labels is expected".into()) };
        let labels = self.scopes.iter().rev().find_map(|s| self.targets.get(&(*s, list))).cloned();
        let labels = labels.ok_or_else(|| format!("there is no list `{list}`"))?;
        self.open_branch(labels, line);
        self.emit(Op::BranchIndexed(a, Box::default()), &[Ref::Row(a)], &[]);
        Ok(())
    }

    pub(super) fn simple(
        &mut self,
        op: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        let op = match op {
            "ret" | "exit" => {
                let _ = w.take("uni");
                w.finish()?;
                arity(o, 0)?;
                Op::Exit
            }
            "trap" | "brkpt" => Op::Trap,
            "membar" | "fence" => Op::Fence { device: !w.take("cta") },
            "createpolicy" => {
                let d = self.target(o.first().ok_or("the result is missing")?, Type::B64)?;
                let zero = self.bits_row(0, true)?;
                self.row(crate::exec::rows::bits::MOV64, d, &[zero], 0);
                return Ok(());
            }
            // Hints.
            _ => Op::Nop,
        };
        self.emit(op, &[], &[]);
        Ok(())
    }

    /// `bar`, `barrier`, `bar.warp`.
    pub(super) fn barrier(
        &mut self,
        name: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        if w.take("warp") {
            if !w.take("sync") {
                return Err("the instruction is not known".into());
            }
            w.finish()?;
            arity(o, 1)?;
            let mask = self.source(&o[0], Type::B32)?;
            self.emit(Op::WarpBarrier(mask), &[Ref::Row(mask)], &[]);
            return Ok(());
        }
        let _ = w.take("cta");
        let aligned = w.take("aligned") || name.starts_with("bar.");
        let arrive = w.take("arrive");
        let reduce = w.take("red");
        if !arrive && !reduce && !w.take("sync") {
            return Err("the instruction is not known".into());
        }
        let kinds = [("popc", Vote::Ballot), ("and", Vote::All), ("or", Vote::Any)];
        let kind =
            if reduce { Some(w.pick(&kinds).ok_or("the operation is missing")?) } else { None };
        if reduce {
            let _ = w.ty()?;
        }
        w.finish()?;
        let mut rest = o;
        let mut reads = Vec::new();
        let mut writes = Vec::new();
        let mut reduction = None;
        if let Some(kind) = kind {
            let (first, tail) = o.split_first().ok_or("the result is missing")?;
            let (last, middle) = tail.split_last().ok_or("the predicate is missing")?;
            let (pred, negated) = self.predicate_operand(last)?;
            let d = if kind == Vote::Ballot {
                self.target(first, Type::U32)?
            } else {
                self.predicate_operand(first)?.0
            };
            reads.push(Ref::Pred(pred));
            writes.push(if kind == Vote::Ballot { Ref::Row(d) } else { Ref::Pred(d) });
            reduction = Some(BarrierReduce { d, kind, pred, negated });
            rest = middle;
        }
        if rest.is_empty() || rest.len() > 2 || arrive && rest.len() != 2 {
            return Err("the barrier's number is expected, then perhaps that of the threads".into());
        }
        let id = self.source(&rest[0], Type::U32)?;
        let threads = rest.get(1).map(|o| self.source(o, Type::U32)).transpose()?;
        reads.push(Ref::Row(id));
        reads.extend(threads.map(Ref::Row));
        let op = Op::Barrier(Barrier { id, threads, arrive, aligned, reduce: reduction });
        self.emit(op, &reads, &writes);
        Ok(())
    }
}
