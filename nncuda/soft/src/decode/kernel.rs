//! A kernel's frame: parameters, variables, registers, labels.

use std::collections::HashMap;

use super::{Decoder, Symbol};
use crate::code::{Kernel, NO_GUARD, Named, Op, Param};
use crate::ptx::ast::{self, Statement, Variable};
use crate::ptx::{Error, Space, Type};

/// Bytes of parameters that a kernel may have.
const MAX_PARAMS: usize = 4096;

/// Bytes of local memory that a thread may have.
const MAX_LOCAL: usize = 512 << 10;

/// Decodes a kernel. `symbols` are the module's variables in device memory, `shared` those in shared memory.
pub(crate) fn kernel<'a>(
    tree: &ast::Kernel<'a>,
    symbols: &HashMap<&'a str, Symbol>,
    shared: &[Variable<'a>],
    target: u32,
) -> Result<Kernel, Error> {
    let mut d = Decoder {
        kernel: Kernel { name: tree.name.into(), max_threads: 1024, ..Kernel::default() },
        scopes: vec![0],
        registers: HashMap::new(),
        ranges: HashMap::new(),
        labels: HashMap::new(),
        targets: HashMap::new(),
        symbols: symbols.clone(),
        shared: shared.iter().map(|v| (v.name, v.clone())).collect(),
        dynamic_align: 16,
        presets: HashMap::new(),
        open: Vec::new(),
        guard: (NO_GUARD, false),
        place: 0,
        rows: 0,
        preds: 0,
        target,
    };
    let product =
        |b: [u32; 3]| b.iter().try_fold(1u32, |p, n| p.checked_mul(*n)).unwrap_or(u32::MAX);
    d.kernel.block = tree.block;
    if let Some(b) = tree.block.or(tree.max_block) {
        d.kernel.max_threads = product(b);
        if d.kernel.max_threads == 0 || d.kernel.max_threads > 1024 {
            return Err(Error::new(
                tree.line,
                format!("a block of {b:?} threads: 1024 is the limit"),
            ));
        }
    }
    d.parameters(tree)?;
    let mut scopes = 0;
    for s in &tree.body {
        d.statement(s, &mut scopes)?;
    }
    d.end(tree)
}

impl<'a> Decoder<'a> {
    fn parameters(&mut self, tree: &ast::Kernel<'a>) -> Result<(), Error> {
        let mut at = 0usize;
        for p in &tree.params {
            let size = p.size.unwrap_or(0);
            let offset = at.next_multiple_of(p.align);
            at = offset + size;
            self.kernel.params.push(Param { offset, size });
            let symbol =
                Symbol { space: Space::Param, address: offset as u64, size, dynamic: false };
            self.symbols.insert(p.name, symbol);
        }
        self.kernel.param_bytes = at;
        if at > MAX_PARAMS {
            return Err(Error::new(
                tree.line,
                format!("{at} bytes of parameters: {MAX_PARAMS} is the limit"),
            ));
        }
        Ok(())
    }

    fn statement(&mut self, s: &Statement<'a>, scopes: &mut u32) -> Result<(), Error> {
        match s {
            Statement::Open => {
                *scopes += 1;
                self.scopes.push(*scopes);
            }
            Statement::Close => drop(self.scopes.pop()),
            Statement::Label(line, name) => {
                let at = self.kernel.code.len() as u32;
                if self.labels.insert((self.scope(), name), at).is_some() {
                    return Err(Error::new(*line, format!("there are two labels `{name}`")));
                }
            }
            Statement::Targets(name, labels) => {
                self.targets.insert((self.scope(), name), labels.clone());
            }
            Statement::Registers(line, ty, names) => {
                for (name, count) in names {
                    self.declare(*line, *ty, name, *count)?;
                }
            }
            Statement::Variables(list) => {
                for v in list {
                    self.variable(v)?;
                }
            }
            Statement::Instruction(i) => self.inst(i)?,
        }
        Ok(())
    }

    fn scope(&self) -> u32 {
        self.scopes.last().copied().unwrap_or(0)
    }

    fn declare(
        &mut self,
        line: u32,
        ty: Type,
        name: &'a str,
        count: Option<u32>,
    ) -> Result<(), Error> {
        let step = if ty.wide() { 2 } else { 1 };
        let n = count.unwrap_or(1);
        let next = if ty == Type::Pred { &mut self.preds } else { &mut self.rows };
        let first = *next;
        let step = if ty == Type::Pred { 1 } else { step };
        *next = n
            .checked_mul(step)
            .and_then(|n| n.checked_add(first))
            .filter(|n| *n < 0x7fff)
            .ok_or_else(|| {
                Error::new(line, format!("`{name}`: the kernel has too many registers"))
            })?;
        if ty != Type::Pred {
            self.kernel.registers += n * step;
        }
        let pred = ty == Type::Pred;
        self.kernel.names.push(Named { name: name.into(), first, count, step, pred });
        let key = (self.scope(), name);
        let twice = match count {
            Some(n) => self.ranges.insert(key, (ty, n, first)).is_some(),
            None => {
                let slot = first as u16;
                self.registers.insert(key, super::Register { ty, slot }).is_some()
            }
        };
        if twice {
            return Err(Error::new(line, format!("`{name}` is declared twice")));
        }
        Ok(())
    }

    fn variable(&mut self, v: &Variable<'a>) -> Result<(), Error> {
        match v.space {
            Space::Shared => {
                self.place_shared(v);
                Ok(())
            }
            Space::Local => {
                let address = self.kernel.local.next_multiple_of(v.align);
                let size = v.size.unwrap_or(0);
                self.kernel.local = address + size;
                if self.kernel.local > MAX_LOCAL {
                    let message = format!(
                        "{} bytes of local memory: {MAX_LOCAL} is the limit",
                        self.kernel.local
                    );
                    return Err(Error::new(v.line, message));
                }
                let symbol =
                    Symbol { space: Space::Local, address: address as u64, size, dynamic: false };
                self.symbols.insert(v.name, symbol);
                Ok(())
            }
            other => Err(Error::new(
                v.line,
                format!("a variable in {} memory inside of a kernel", other.name()),
            )),
        }
    }

    /// Gives a variable its place in shared memory.
    pub(super) fn place_shared(&mut self, v: &Variable<'a>) -> Symbol {
        let symbol = if let Some(size) = v.size {
            let address = self.kernel.shared.next_multiple_of(v.align);
            self.kernel.shared = address + size;
            Symbol { space: Space::Shared, address: address as u64, size, dynamic: false }
        } else {
            self.dynamic_align = self.dynamic_align.max(v.align);
            Symbol { space: Space::Shared, address: 0, size: 0, dynamic: true }
        };
        self.symbols.insert(v.name, symbol);
        symbol
    }

    fn end(mut self, tree: &ast::Kernel<'a>) -> Result<Kernel, Error> {
        for b in std::mem::take(&mut self.open) {
            let find = |label: &&'a str| {
                let at = b.scopes.iter().rev().find_map(|s| self.labels.get(&(*s, *label)));
                at.copied()
                    .ok_or_else(|| Error::new(b.line, format!("there is no label `{label}`")))
            };
            let at = b.labels.iter().map(find).collect::<Result<Vec<_>, _>>()?;
            match &mut self.kernel.code[b.at].op {
                Op::Branch(t) => *t = at[0],
                Op::BranchIndexed(_, t) => *t = at.into(),
                _ => {}
            }
        }
        // The end of the body is a `ret`.
        self.guard = (NO_GUARD, false);
        self.place = self.kernel.places.len() as u32;
        self.kernel.places.push((tree.line, "the end of the kernel".into()));
        self.emit(Op::Exit, &[], &[]);
        let mut k = self.kernel;
        // A compiler makes the registers of the largest block fit, and each is used more than once.
        k.registers = k.registers.clamp(16, 255).min(65536 / k.max_threads.next_multiple_of(32));
        k.rows = self.rows as usize;
        k.preds = self.preds as usize;
        for r in &mut k.refs {
            if *r & 0x8000 != 0 {
                *r = (*r & 0x7fff) + self.rows as u16;
            }
        }
        // Dynamic shared memory starts where its alignment allows.
        if self.dynamic_align > 16 || self.symbols.values().any(|s| s.dynamic) {
            k.shared = k.shared.next_multiple_of(self.dynamic_align);
        }
        Ok(k)
    }
}
