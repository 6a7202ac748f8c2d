//! The numbers of a neural network.
//!
//! Shape rules, costs, live ranges and memory offsets, all as `const fn`s with
//! no dependencies. They are called in two places: by the compiler behind
//! `network!`, where a size is a literal, for messages and tables; and by rustc,
//! in the constants that the macro emits, always. So a size that is a `const`
//! item somewhere else works exactly as a literal does.
//!
//! A number that the macro cannot see is [`UNKNOWN`]; every rule passes it on and
//! checks only what is known. A rule never panics: what is wrong comes back
//! as a [`Fault`], whose text [`explain`] writes, the same in both places.
#![no_std]

mod arena;
mod arithmetic;
mod cost;
mod explain;
mod fault;
mod layers;
mod operations;
mod ports;
mod range;
mod record;
mod shape;
mod text;
mod value;
mod window;

pub use arena::{FEW, Live, Plan, Scratch, lower_bound, plan, plan_into, verify};
pub use arithmetic::{
    check_arithmetic, check_evaluated, check_input, check_limit, check_size, div, or_unknown, rem,
    sub, told_arithmetic, told_dim, told_input, told_limit, told_size,
};
#[doc(hidden)]
pub use core::option::Option::{None, Some};
pub use cost::{Cost, Row, row, summary, total};
pub use explain::{
    Largest, Limit, Site, Step, border_rank, check, check_budget, check_output, explain, raise,
    refuse, require, site, step, told, told_flash, told_memory,
};
pub use fault::{Arg, Fault};
pub use layers::*;
pub use ports::{check_tied, told_ports, told_scan, told_tied};
pub use range::{Range, check_range};
pub use record::{Layouts, OpId, Operand, Placement, Record, Role};
pub use shape::{AXES, Shape, UNKNOWN, add, align, largest, lens, mul, or_zero, padding, times};
pub use text::Text;
pub use value::{Layout, Type};
pub use window::{Padding, Window};

/// What the table of operations calls a geometry: those of layers, and the number of elements.
#[doc(hidden)]
pub mod geometry {
    pub use core::primitive::usize;

    pub use crate::layers::*;
}
