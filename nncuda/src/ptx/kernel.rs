//! A kernel as it grows: registers, parameters, labels, loops.

use std::cell::{Cell, RefCell};
use std::fmt::{Display, Write};

use super::arithmetic::{Bool, F32, F64, U32, U64};
use super::memory::{Pointer, Shared};

/// What a kernel is launched with, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parameter {
    /// An address in global memory.
    Pointer,
    /// A number.
    U32,
    /// A number.
    F32,
}

/// What a kernel's text is for: devices of this capability and all later ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// 7.0.
    #[default]
    Sm70,
    /// 8.0: tensor cores for tf32 and bf16.
    Sm80,
}

impl Target {
    /// How a text for it begins.
    fn header(self) -> &'static str {
        match self {
            Self::Sm70 => ".version 6.4\n.target sm_70\n",
            Self::Sm80 => ".version 7.0\n.target sm_80\n",
        }
    }
}

/// The classes of registers, by their prefix and type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Pred,
    B32,
    B64,
    F32,
    F64,
}

impl Class {
    const ALL: [Self; 5] = [Self::Pred, Self::B32, Self::B64, Self::F32, Self::F64];

    fn prefix(self) -> &'static str {
        match self {
            Self::Pred => "p",
            Self::B32 => "r",
            Self::B64 => "d",
            Self::F32 => "f",
            Self::F64 => "g",
        }
    }

    fn ty(self) -> &'static str {
        match self {
            Self::Pred => "pred",
            Self::B32 => "b32",
            Self::B64 => "b64",
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }
}

#[derive(Debug, Default)]
struct State {
    body: String,
    registers: [u32; 5],
    parameters: Vec<Parameter>,
    labels: u32,
    shared: u32,
}

/// A kernel under construction.
#[derive(Debug)]
pub(crate) struct Kernel {
    name: String,
    threads: u32,
    per_block: Cell<u32>,
    blocks: Cell<u32>,
    target: Cell<Target>,
    state: RefCell<State>,
}

impl Kernel {
    /// The kernel of blocks of `threads` threads that `body` writes.
    pub(crate) fn new(name: &str, threads: u32, body: impl for<'k> FnOnce(&'k Self)) -> Self {
        let (blocks, target, state) = Default::default();
        let (name, per_block) = (name.to_owned(), Cell::new(threads));
        let kernel = Self { name, threads, per_block, blocks, target, state };
        body(&kernel);
        kernel
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Threads of a block.
    pub(crate) fn threads(&self) -> u32 {
        self.threads
    }

    /// A block serves as many of what the last parameter counts, where that is not one a thread.
    pub(crate) fn serves(&self, per_block: u32) {
        self.per_block.set(per_block);
    }

    /// How many of what the last parameter counts a block serves.
    pub(crate) fn per_block(&self) -> u32 {
        self.per_block.get()
    }

    /// As many blocks run at once on a multiprocessor, at least: a limit for the registers of a thread.
    pub(crate) fn runs_at_once(&self, blocks: u32) {
        self.blocks.set(blocks);
    }

    /// It uses what only devices from `target` on have.
    pub(super) fn needs(&self, target: Target) {
        self.target.set(self.target.get().max(target));
    }

    /// The devices that it is for.
    #[cfg(test)]
    pub(crate) fn target(&self) -> Target {
        self.target.get()
    }

    /// What it is launched with.
    #[cfg(test)]
    pub(crate) fn parameters(&self) -> Vec<Parameter> {
        self.state.borrow().parameters.clone()
    }

    /// The text of a module with this kernel.
    pub(crate) fn ptx(&self) -> String {
        let state = self.state.borrow();
        let mut out = self.target.get().header().to_owned() + ".address_size 64\n\n";
        if state.shared > 0 {
            let _ = writeln!(out, ".shared .align 16 .b8 memory[{}];\n", state.shared);
        }
        let parameters = state.parameters.iter().enumerate().map(|(i, p)| {
            let ty = match p {
                Parameter::Pointer => "u64",
                Parameter::U32 => "u32",
                Parameter::F32 => "f32",
            };
            format!("    .param .{ty} a{i}")
        });
        let parameters: Vec<String> = parameters.collect();
        let _ = write!(
            out,
            ".visible .entry {}(\n{}\n)\n.maxntid {}, 1, 1\n",
            self.name,
            parameters.join(",\n"),
            self.threads
        );
        if self.blocks.get() > 0 {
            let _ = writeln!(out, ".minnctapersm {}", self.blocks.get());
        }
        out += "{\n";
        for class in Class::ALL {
            let count = state.registers[class as usize];
            if count > 0 {
                let _ = writeln!(out, "    .reg .{} %{}<{count}>;", class.ty(), class.prefix());
            }
        }
        out + "\n" + &state.body + "    ret;\n}\n"
    }

    /// Appends an instruction.
    pub(crate) fn emit(&self, instruction: impl Display) {
        let _ = writeln!(self.state.borrow_mut().body, "    {instruction};");
    }

    fn line(&self, text: impl Display) {
        let _ = writeln!(self.state.borrow_mut().body, "{text}");
    }

    /// A new register's name.
    pub(crate) fn register(&self, class: Class) -> Register {
        let count = &mut self.state.borrow_mut().registers[class as usize];
        *count += 1;
        Register { class, number: *count - 1 }
    }

    fn label(&self) -> String {
        let labels = &mut self.state.borrow_mut().labels;
        *labels += 1;
        format!("L{}", *labels - 1)
    }

    fn parameter(&self, parameter: Parameter) -> usize {
        let parameters = &mut self.state.borrow_mut().parameters;
        parameters.push(parameter);
        parameters.len() - 1
    }

    /// The next parameter: an address of elements of four bytes (of positions: one).
    pub(crate) fn pointer(&self) -> Pointer<'_> {
        let i = self.parameter(Parameter::Pointer);
        let (raw, global) = (self.register(Class::B64), self.register(Class::B64));
        self.emit(format_args!("ld.param.u64 {raw}, [a{i}]"));
        self.emit(format_args!("cvta.to.global.u64 {global}, {raw}"));
        Pointer::new(U64::of(self, global))
    }

    /// The next parameter: a number.
    pub(crate) fn number(&self) -> U32<'_> {
        let i = self.parameter(Parameter::U32);
        let register = self.register(Class::B32);
        self.emit(format_args!("ld.param.u32 {register}, [a{i}]"));
        U32::of(self, register)
    }

    /// The next parameter: a real number.
    pub(crate) fn real(&self) -> F32<'_> {
        let i = self.parameter(Parameter::F32);
        let register = self.register(Class::F32);
        self.emit(format_args!("ld.param.f32 {register}, [a{i}]"));
        F32::of(self, register)
    }

    fn special(&self, name: &str) -> U32<'_> {
        let register = self.register(Class::B32);
        self.emit(format_args!("mov.u32 {register}, %{name}"));
        U32::of(self, register)
    }

    /// The number of the thread in its block.
    pub(crate) fn thread(&self) -> U32<'_> {
        self.special("tid.x")
    }

    /// The number of the block.
    pub(crate) fn block(&self) -> U32<'_> {
        self.special("ctaid.x")
    }

    /// The number of the thread in the grid of one dimension.
    pub(crate) fn index(&self) -> U32<'_> {
        self.block() * self.threads + self.thread()
    }

    /// Shared memory for `len` numbers of four bytes.
    pub(crate) fn shared(&self, len: u32) -> Shared<'_> {
        let start = {
            let shared = &mut self.state.borrow_mut().shared;
            let start = shared.next_multiple_of(16);
            *shared = start + 4 * len;
            start
        };
        let register = self.register(Class::B32);
        self.emit(format_args!("mov.u32 {register}, memory"));
        Shared::new(U32::of(self, register), start)
    }

    /// All threads of the block wait for one another.
    pub(crate) fn barrier(&self) {
        self.emit("bar.sync 0");
    }

    /// A real number as a value.
    pub(crate) fn f32(&self, value: f32) -> F32<'_> {
        F32::constant(self, value)
    }

    /// A real number as a value.
    pub(crate) fn f64(&self, value: f64) -> F64<'_> {
        F64::constant(self, value)
    }

    /// A number as a value.
    pub(crate) fn u32(&self, value: u32) -> U32<'_> {
        U32::constant(self, value)
    }

    /// A register of its own that can be set, with a first value.
    pub(crate) fn variable<'k>(&'k self, first: F32<'k>) -> F32<'k> {
        let variable = F32::of(self, self.register(Class::F32));
        variable.set(first);
        variable
    }

    /// A register of its own that can be set, with a first value.
    pub(crate) fn counter<'k>(&'k self, first: U32<'k>) -> U32<'k> {
        let variable = U32::of(self, self.register(Class::B32));
        variable.set(first);
        variable
    }

    /// What `then` emits, where `condition` holds.
    pub(crate) fn when(&self, condition: Bool<'_>, then: impl FnOnce()) {
        let end = self.label();
        self.emit(format_args!("@!{} bra {end}", condition.register()));
        then();
        self.line(format_args!("{end}:"));
    }

    /// The thread ends here unless `condition` holds.
    pub(crate) fn end_unless(&self, condition: Bool<'_>) {
        self.emit(format_args!("@!{} ret", condition.register()));
    }

    /// `body` for `start`, `start + step`, … below `end`, at run time.
    pub(crate) fn each<'k>(
        &'k self,
        start: U32<'k>,
        end: U32<'k>,
        step: u32,
        body: impl FnOnce(U32<'k>),
    ) {
        if let (Some(a), Some(b)) = (start.known(), end.known()) {
            if a >= b {
                return;
            }
            if a + step >= b {
                return body(start); // once
            }
        }
        let i = self.counter(start);
        let (top, out) = (self.label(), self.label());
        let is_never_empty = matches!((start.known(), end.known()), (Some(a), Some(b)) if a < b);
        if !is_never_empty {
            self.emit(format_args!("@!{} bra {out}", i.lt(end).register()));
        }
        self.line(format_args!("{top}:"));
        body(i);
        i.set(i + step);
        self.emit(format_args!("@{} bra {top}", i.lt(end).register()));
        if !is_never_empty {
            self.line(format_args!("{out}:"));
        }
    }

    /// `body` again and again, as long as `condition`, which is computed before each round, holds.
    pub(crate) fn repeat_while<'k>(
        &'k self,
        condition: impl FnOnce() -> Bool<'k>,
        body: impl FnOnce(),
    ) {
        let (top, out) = (self.label(), self.label());
        self.line(format_args!("{top}:"));
        self.emit(format_args!("@!{} bra {out}", condition().register()));
        body();
        self.emit(format_args!("bra {top}"));
        self.line(format_args!("{out}:"));
    }
}

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Register {
    class: Class,
    number: u32,
}

impl Display for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "%{}{}", self.class.prefix(), self.number)
    }
}
