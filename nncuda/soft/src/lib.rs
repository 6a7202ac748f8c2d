//! A CUDA driver in software, for tests.
//!
//! [`resolve`] gives the address of a function of the driver API by its name; behind it is a device that runs PTX by
//! interpretation. Programs that load the driver by name run on it unchanged, with no GPU.
//!
//! # Parts
//!
//! * `ptx`: the text to a syntax tree.
//! * `decode`: the tree of a kernel to operations on numbered registers. Constants, special registers and parameters
//!   become registers that are filled ahead, so an operation reads nothing but registers; a destination wider than
//!   the type, `.sat` and the like become operations of their own. Types, sizes and modifiers are checked, and what is
//!   not known makes the load fail with the line and the instruction.
//! * `exec`: a block at a time, its warps one after the other from barrier to barrier, 32 lanes at once. Blocks are
//!   spread over threads of the host.
//! * `driver`: the functions with their handles, streams, captures and graphs.
//!
//! # What it is stricter about than a GPU
//!
//! A kernel fault has a message with the kernel, block, thread, line and instruction: see [`last_fault`]. Faults are
//!
//! * accesses out of an allocation (allocations are far apart, and an address is never used twice), misaligned ones,
//!   those of freed memory, writes to constants and parameters;
//! * reads of a register that was never written, lane by lane; with [`set_uninitialised`], of memory, too;
//! * barriers, shuffles, votes, `mma` and `ldmatrix` that a lane does not reach;
//! * races in shared memory, within a warp as well: without a barrier only `bar.warp.sync` orders the lanes;
//! * bytes of a `cp.async` that are used before it was waited for, and copies that a thread leaves on their way when it
//!   ends;
//! * races of global memory between the blocks of a launch, see [`set_race_check`];
//! * integer divisions by zero, and blocks that do not end.
//!
//! Device, shared and local memory start as ones, which are NaN. Blocks and warps run in a shuffled order. The
//! functions that a GPU approximates have an error of nearly the documented bound; sums of atomic operations are in no
//! fixed order unless [`set_threads`] is 1.
//!
//! # Numbers
//!
//! `f32` arithmetic is rounded as the instruction says, with `NaN` results 0x7fffffff. `mma` takes products as exact
//! and adds them to C with rising k, each sum rounded to `f32`; of tf32 operands it ignores the low 13 bits.
//! `cvt.rna.tf32` rounds ties away from zero, `cvt.rn.bf16` and `cvt.rn.f16` to even.

mod code;
mod decode;
mod driver;
mod exec;
mod knobs;
mod ptx;

use std::ffi::c_void;
use std::sync::{Mutex, MutexGuard};

pub use knobs::{Counters, Mode};

use driver::state::lock;

/// The address of the driver function of a name, with the interface of C; null if there is none.
pub fn resolve(name: &str) -> *const c_void {
    driver::resolve(name)
}

/// The message of the last kernel fault.
pub fn last_fault() -> Option<String> {
    lock().fault.clone()
}

/// Takes the message of the last kernel fault.
pub fn take_fault() -> Option<String> {
    lock().fault.take()
}

/// Why the driver refused a call, the last time that it did: more than the code says.
pub fn last_refusal() -> Option<String> {
    lock().refusal.clone()
}

/// What was done since the start or the last [`reset`].
pub fn counters() -> Counters {
    let s = lock();
    Counters { allocated: s.heap.used, peak: s.heap.peak, ..s.counters }
}

/// Frees everything, mends a broken context and sets all knobs back. Handles that were given out are invalid from
/// then on, but for contexts.
pub fn reset() {
    lock().reset();
}

/// The device for one test: other calls of `exclusive` wait. The device is reset at the start and when this is dropped.
#[must_use]
pub struct Exclusive {
    _lock: MutexGuard<'static, ()>,
}

impl Drop for Exclusive {
    fn drop(&mut self) {
        reset();
    }
}

/// Takes the device for one test.
pub fn exclusive() -> Exclusive {
    static TURN: Mutex<()> = Mutex::new(());
    let guard = TURN.lock().unwrap_or_else(|e| e.into_inner());
    reset();
    Exclusive { _lock: guard }
}

/// Sets the bytes of device memory.
pub fn set_memory_limit(bytes: usize) {
    let mut s = lock();
    s.knobs.memory = bytes;
    s.heap.limit = bytes;
}

/// Sets the compute capability.
pub fn set_compute_capability(major: u32, minor: u32) {
    lock().knobs.capability = (major, minor);
}

/// Sets the seed of the order in which blocks and warps run; `None`: as they are numbered.
pub fn set_block_order(seed: impl Into<Option<u64>>) {
    lock().knobs.order = seed.into();
}

/// Sets how many threads of the host run blocks.
pub fn set_threads(threads: usize) {
    lock().knobs.threads = threads.max(1);
}

/// Sets how many operations a block may run until it is taken for endless.
pub fn set_instruction_budget(operations: u64) {
    lock().knobs.budget = operations;
}

/// Sets whether races of global memory between the blocks of a launch are faults.
pub fn set_race_check(on: bool) {
    lock().knobs.races = on;
}

/// Sets whether the work of streams is done as late as a program may find it done: when the stream, an event after it
/// or the context is waited for. What is read, or overwritten, too early is then found out each time; the memory of
/// the host that a copy names has to stay until then, as with a GPU. Work of the default stream is never put off.
pub fn set_asynchronous(on: bool) {
    if !on {
        driver::finish();
    }
    lock().knobs.asynchronous = on;
}

/// Sets what a read of memory that was never written gives, for memory allocated from now on.
pub fn set_uninitialised(mode: Mode) {
    lock().heap.tracked = mode == Mode::Fault;
}
