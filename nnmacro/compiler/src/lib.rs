//! The compiler behind `network!`: an ordinary library on proc_macro2, so that tests and tools can call it.
//!
//! [`compile()`] is the whole pipeline. A stage sees the stage before it and the diagnostics, no other.

pub mod compile;
pub mod diagnostics;
pub mod emit;
pub mod grad;
pub mod graph;
pub mod infer;
pub mod layout;
pub mod network;
pub mod ops;
pub mod schedule;
pub mod syntax;
pub mod weights;

mod check;
mod foreign;

pub use compile::{Front, compile, compile_for, front};
pub use emit::Reader;
pub use weights::include_weights;
