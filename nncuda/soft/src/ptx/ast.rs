//! The syntax tree. Names are slices of the source.

use super::{Space, Type};

/// A module: one PTX file.
#[derive(Debug, Default)]
pub(crate) struct Module<'a> {
    /// The PTX version, as 10 * major + minor.
    pub(crate) version: u32,
    /// The target's compute capability, as 10 * major + minor.
    pub(crate) target: u32,
    /// Whether the target ends in `a` or `f`: it then runs on that capability only.
    pub(crate) exact_target: bool,
    pub(crate) variables: Vec<Variable<'a>>,
    pub(crate) kernels: Vec<Kernel<'a>>,
}

/// A variable of any space, or a parameter.
#[derive(Clone, Debug)]
pub(crate) struct Variable<'a> {
    pub(crate) line: u32,
    pub(crate) space: Space,
    pub(crate) name: &'a str,
    pub(crate) ty: Type,
    /// In bytes.
    pub(crate) align: usize,
    /// In bytes; `None` for `extern .shared x[]`.
    pub(crate) size: Option<usize>,
    /// The first bytes; zeros follow.
    pub(crate) init: Vec<u8>,
}

/// A `.entry`.
#[derive(Debug)]
pub(crate) struct Kernel<'a> {
    pub(crate) line: u32,
    pub(crate) name: &'a str,
    pub(crate) params: Vec<Variable<'a>>,
    /// `.maxntid`.
    pub(crate) max_block: Option<[u32; 3]>,
    /// `.reqntid`.
    pub(crate) block: Option<[u32; 3]>,
    pub(crate) body: Vec<Statement<'a>>,
}

/// A statement of a body.
#[derive(Debug)]
pub(crate) enum Statement<'a> {
    Open,
    Close,
    Label(u32, &'a str),
    /// `.reg`: each name, and how many for `name<count>`.
    Registers(u32, Type, Vec<(&'a str, Option<u32>)>),
    Variables(Vec<Variable<'a>>),
    /// A list of labels for `brx.idx`.
    Targets(&'a str, Vec<&'a str>),
    Instruction(Instruction<'a>),
}

/// An instruction with its guard.
#[derive(Debug)]
pub(crate) struct Instruction<'a> {
    pub(crate) line: u32,
    /// The predicate and whether it is negated.
    pub(crate) guard: Option<(&'a str, bool)>,
    /// The mnemonic with its modifiers.
    pub(crate) op: &'a str,
    pub(crate) operands: Vec<Operand<'a>>,
    /// Its text, for messages.
    pub(crate) text: &'a str,
}

/// An operand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand<'a> {
    /// A register, a variable, a label or `_`.
    Name(&'a str),
    /// A number, and whether a minus stands before it.
    Number(&'a str, bool),
    /// `[base+offset]`.
    Address(&'a str, i64),
    /// `{a, b, …}`.
    Group(Vec<Operand<'a>>),
    /// `!p`.
    Not(&'a str),
    /// `a|b`.
    Pair(&'a str, &'a str),
    /// `name+offset` outside brackets.
    Sum(&'a str, i64),
    /// `-%r`, not in PTX but for a good message.
    Minus(&'a str),
}
