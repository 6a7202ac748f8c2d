//! The syntax tree of a kernel to operations.

mod arithmetic;
mod bits;
mod control;
mod convert;
mod floats;
mod kernel;
mod matrix;
mod memory;
mod operand;
mod warp;

use std::collections::HashMap;

use crate::code::{Inst, Kernel, NO_GUARD, Op, Preset, Value};
use crate::exec::regs::Slot;
use crate::exec::rows::{Ops, RowFn};
use crate::ptx::ast::{Instruction, Operand, Variable};
use crate::ptx::{Error, Space, Type};

pub(crate) use kernel::kernel;

/// What is wrong with an instruction.
pub(crate) type Fail = String;

/// A register of the source.
#[derive(Clone, Copy, Debug)]
struct Register {
    ty: Type,
    /// A row, or the number of a predicate.
    slot: Slot,
}

/// A variable's place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Symbol {
    pub(crate) space: Space,
    /// An address of its space.
    pub(crate) address: u64,
    pub(crate) size: usize,
    /// `extern .shared x[]`.
    pub(crate) dynamic: bool,
}

/// What an operation reads or writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ref {
    Row(Slot),
    Pred(Slot),
}

/// A kernel on its way.
struct Decoder<'a> {
    kernel: Kernel,
    /// The enclosing blocks, each with its number.
    scopes: Vec<u32>,
    registers: HashMap<(u32, &'a str), Register>,
    /// `%r<count>`: the name, the count and the first row.
    ranges: HashMap<(u32, &'a str), (Type, u32, u32)>,
    labels: HashMap<(u32, &'a str), u32>,
    targets: HashMap<(u32, &'a str), Vec<&'a str>>,
    symbols: HashMap<&'a str, Symbol>,
    /// The module's shared variables: a kernel has those that it names.
    shared: HashMap<&'a str, Variable<'a>>,
    /// The alignment of dynamic shared memory.
    dynamic_align: usize,
    presets: HashMap<(Value, bool), Slot>,
    /// Branches whose label is not yet known: the operation, the label, the scopes, the line.
    open: Vec<Branch<'a>>,
    /// The guard of the instruction at hand.
    guard: (u16, bool),
    place: u32,
    rows: u32,
    preds: u32,
    /// The compute capability that the module is written for.
    target: u32,
}

/// A branch to a label that may come later.
struct Branch<'a> {
    at: usize,
    labels: Vec<&'a str>,
    scopes: Vec<u32>,
    line: u32,
}

/// The words of a mnemonic after the first, taken one by one: what is left over is unknown.
struct Words<'a> {
    all: Vec<&'a str>,
}

impl<'a> Words<'a> {
    fn new(op: &'a str) -> Self {
        Self { all: op.split('.').skip(1).collect() }
    }

    /// Takes the word if it is there.
    fn take(&mut self, word: &str) -> bool {
        let found = self.all.iter().position(|w| *w == word);
        if let Some(i) = found {
            self.all.remove(i);
        }
        found.is_some()
    }

    /// Takes the first word of the table that is there.
    fn pick<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find_map(|(w, v)| self.take(w).then_some(*v))
    }

    /// Takes the first type.
    fn ty(&mut self) -> Result<Type, Fail> {
        let found = self.all.iter().enumerate().find_map(|(i, w)| Some((i, Type::parse(w)?)));
        let (i, ty) = found.ok_or("the type is missing")?;
        self.all.remove(i);
        Ok(ty)
    }

    fn space(&mut self) -> Space {
        let found = self.all.iter().enumerate().find_map(|(i, w)| Some((i, Space::parse(w)?)));
        found.map_or(Space::Generic, |(i, s)| {
            self.all.remove(i);
            s
        })
    }

    fn finish(self) -> Result<(), Fail> {
        match self.all.first() {
            None => Ok(()),
            Some(w) => Err(format!("`.{w}` is not known here")),
        }
    }
}

impl<'a> Decoder<'a> {
    fn inst(&mut self, i: &Instruction<'a>) -> Result<(), Error> {
        let fail = |message: Fail| Error::new(i.line, format!("{message} in `{}`", i.text));
        self.place = self.kernel.places.len() as u32;
        let text = i.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.kernel.places.push((i.line, text.into()));
        self.guard = (NO_GUARD, false);
        if let Some((name, negated)) = i.guard {
            let p = self.predicate(name).map_err(fail)?;
            self.guard = (p, negated);
        }
        self.dispatch(i).map_err(fail)
    }

    fn dispatch(&mut self, i: &Instruction<'a>) -> Result<(), Fail> {
        let w = Words::new(i.op);
        let o = &i.operands[..];
        match i.op.split('.').next().unwrap_or_default() {
            "mov" => self.mov(w, o),
            "ld" | "ldu" => self.load(w, o),
            "st" => self.store(w, o),
            "cvta" => self.cvta(w, o),
            "cvt" => self.cvt(w, o),
            op @ ("add" | "sub" | "mul" | "mad" | "fma" | "div" | "min" | "max" | "abs" | "neg"
            | "rem" | "mul24" | "mad24" | "sad" | "dp4a" | "sqrt" | "rcp" | "rsqrt"
            | "ex2" | "lg2" | "sin" | "cos" | "tanh" | "copysign" | "testp") => {
                self.arithmetic(op, w, o)
            }
            op @ ("and" | "or" | "xor" | "not" | "cnot" | "shl" | "shr" | "shf" | "bfe" | "bfi"
            | "brev" | "popc" | "clz" | "bfind" | "prmt" | "lop3") => self.bits(op, w, o),
            op @ ("set" | "setp") => self.compare(op, w, o),
            "selp" => self.selp(w, o),
            "slct" => self.slct(w, o),
            "bra" => self.bra(w, o, i.line),
            "brx" => self.brx(w, o, i.line),
            op @ ("ret" | "exit" | "trap" | "brkpt" | "nanosleep" | "membar" | "fence"
            | "prefetch" | "prefetchu" | "createpolicy" | "applypriority" | "discard"
            | "griddepcontrol") => self.simple(op, w, o),
            "bar" | "barrier" => self.barrier(i.op, w, o),
            "shfl" => self.shfl(w, o),
            "vote" => self.vote(w, o),
            "match" => self.matching(w, o),
            "redux" => self.redux(w, o),
            "activemask" => self.activemask(w, o),
            op @ ("atom" | "red") => self.atomic(op, w, o),
            "mma" => self.mma(w, o),
            "ldmatrix" => self.ldmatrix(w, o),
            "cp" => self.cp(w, o),
            _ => Err("the instruction is not known".into()),
        }
    }

    /// Adds an operation.
    fn emit(&mut self, op: Op, reads: &[Ref], writes: &[Ref]) {
        let first = self.kernel.refs.len() as u32;
        // Predicates come after the rows, whose number is known at the end.
        let index = |r: &Ref| match r {
            Ref::Row(s) => *s,
            Ref::Pred(p) => *p | 0x8000,
        };
        self.kernel.refs.extend(reads.iter().map(index));
        self.kernel.refs.extend(writes.iter().map(index));
        let (guard, negated) = self.guard;
        let place = self.place;
        let (reads, writes) = (reads.len() as u8, writes.len() as u8);
        self.kernel.code.push(Inst { guard, negated, reads, writes, first, place, op });
    }

    /// Adds an operation of rows whose operands are all rows: `d`, then `a`, `b`, `c`, `e`.
    fn row(&mut self, f: RowFn, d: Slot, sources: &[Slot], imm: u32) {
        let s = |i: usize| sources.get(i).copied().unwrap_or(0);
        let ops = Ops { d, a: s(0), b: s(1), c: s(2), e: s(3), imm };
        let reads: Vec<_> = sources.iter().map(|s| Ref::Row(*s)).collect();
        self.emit(Op::Row(f.pick(), ops), &reads, &[Ref::Row(d)]);
    }

    /// A new row, or two.
    fn fresh(&mut self, wide: bool) -> Result<Slot, Fail> {
        let at = self.rows;
        self.rows += if wide { 2 } else { 1 };
        if self.rows > 0x7fff {
            return Err("the kernel has too many registers".into());
        }
        Ok(at as Slot)
    }

    fn fresh_pred(&mut self) -> Result<Slot, Fail> {
        let at = self.preds;
        self.preds += 1;
        if self.preds > 0x7fff {
            return Err("the kernel has too many predicates".into());
        }
        Ok(at as Slot)
    }

    /// The row of a value that is known before the block.
    fn preset(&mut self, value: Value, wide: bool) -> Result<Slot, Fail> {
        if let Some(s) = self.presets.get(&(value, wide)) {
            return Ok(*s);
        }
        let slot = self.fresh(wide)?;
        self.presets.insert((value, wide), slot);
        self.kernel.preset.push(Preset { slot, wide, value });
        Ok(slot)
    }

    fn bits_row(&mut self, bits: u64, wide: bool) -> Result<Slot, Fail> {
        self.preset(Value::Bits(bits), wide)
    }
}

/// Checks the number of operands.
fn arity(o: &[Operand<'_>], n: usize) -> Result<(), Fail> {
    if o.len() == n {
        Ok(())
    } else {
        Err(format!("{n} operands are expected, {} are given", o.len()))
    }
}
