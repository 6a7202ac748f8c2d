//! Running kernels.

mod access;
mod atomic;
mod block;
mod collective;
mod copies;
pub(crate) mod fault;
mod global;
mod grid;
mod matrix;
pub(crate) mod memory;
pub(crate) mod number;
pub(crate) mod regs;
pub(crate) mod rows;
mod shared;
mod warp;

pub(crate) use global::{LAST_EPOCH, Races};
pub(crate) use grid::{Launch, run};
