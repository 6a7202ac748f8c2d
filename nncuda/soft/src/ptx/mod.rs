//! PTX text to a syntax tree.

pub(crate) mod ast;
pub(crate) mod lex;
mod parse;
mod statement;
mod types;

pub(crate) use parse::{constant, parse};
pub(crate) use types::{Space, Type};

/// What is wrong with a module, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    /// The line of the source, from 1.
    pub(crate) line: u32,
    /// What is wrong, with the text it is about.
    pub(crate) message: String,
}

impl Error {
    pub(crate) fn new(line: u32, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}
