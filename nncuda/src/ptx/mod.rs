//! A small generator of PTX: kernels are written in Rust, over values that stand for registers.
//!
//! `a * b + c` emits two instructions and is the register of the last. What is known when the kernel is made (sizes,
//! strides, loop counts that are unrolled) is a Rust number and becomes an immediate, or nothing: `i * 1` emits none.
//! Arithmetic rounds as written (`.rn`), and never contracts by itself to a fused multiply-add: element by element a
//! kernel gives the bits of the CPU. Where sums are long, [`F32::fma`] is asked for by name.
//!
//! Addresses are 64 bits, indices 32.

mod arithmetic;
mod copy;
mod kernel;
mod math;
mod memory;
mod tensor;
mod wide;

pub(crate) use arithmetic::{Bool, F32, F64, U32};
pub(crate) use kernel::Kernel;
#[cfg(test)]
pub(crate) use kernel::{Parameter, Target};
pub(crate) use memory::{Pointer, Shared};
pub(crate) use tensor::Format;
