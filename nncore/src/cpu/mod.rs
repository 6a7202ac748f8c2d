//! The CPU device: a fork-join of parked threads, matrixmultiply for large products, our own
//! kernels for the rest.
//!
//! A segment that may be split is cut into slots, whose number depends on the batch and the
//! network only, never on the threads; a slot's samples run through all calls of the segment while they are
//! warm. Each slot sums gradients of its own, and the sums are added in a fixed order. So the
//! same seed gives the same bits for any number of threads.

mod buffer;
mod piece;

// `activations.rs`, `device.rs`, `joined.rs` and `ops.rs` for each element type, rather than generic: a generic function is compiled in the
// program that calls it, at that program's optimisation, which in a debug build is none.
#[allow(clippy::duplicate_mod)]
mod double;
#[allow(clippy::duplicate_mod)]
mod single;

use alloc::sync::Arc;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicUsize, Ordering};

pub use buffer::CpuBuffer;
use buffer::Raw;
pub use piece::CpuPiece;
use piece::Spaces;

use crate::device::{Plain, Space, WorkspaceNeeds, slots};
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::threads::Threads;
use crate::{Element, Error};

/// Elements of a chunk's own memory, at most: 256 KiB of `f32`, a part of the second-level cache.
const CHUNK: usize = 1 << 16;

/// FLOPs of a pass below which threads cost more than they bring.
const SERIAL: u64 = 1 << 20;

/// Elements a task updates at a time.
const UPDATE: usize = 1 << 16;

/// The CPU.
///
/// ```
/// use nncore::prelude::*;
///
/// let all_cores = Cpu::new()?;
/// let one = Cpu::with_threads(1)?;
/// let double = Cpu::<f64>::with_options(CpuOptions::default())?;
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cpu<T = f32> {
    inner: Arc<Inner>,
    element: PhantomData<T>,
}

#[derive(Debug)]
struct Inner {
    threads: Threads,
    arithmetic: Arithmetic,
}

/// How a CPU device works.
#[derive(Clone, Copy, Debug, Default)]
pub struct CpuOptions {
    /// Threads, the caller included, 4096 at most; `None` is one a core.
    pub threads: Option<usize>,
    /// Portable kernels in a fixed order without FMA: the same bits on every machine.
    pub strict: bool,
}

impl Cpu<f32> {
    /// All cores, `f32`.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn new() -> Result<Self, Error> {
        Self::with_options(CpuOptions::default())
    }

    /// So many threads, the caller included, `f32`.
    ///
    /// # Errors
    /// When threads cannot be started; when they are more than 4096.
    pub fn with_threads(threads: usize) -> Result<Self, Error> {
        Self::with_options(CpuOptions { threads: Some(threads), strict: false })
    }

    /// All cores, `f32`, the same bits on every machine: portable kernels, no FMA. Slower.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn strict() -> Result<Self, Error> {
        Self::with_options(CpuOptions { threads: None, strict: true })
    }
}

impl<T: Element> Cpu<T> {
    /// The device with these options, in `T`.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn with_options(options: CpuOptions) -> Result<Self, Error> {
        #[cfg(feature = "threads")]
        let threads = {
            let cores = || std::thread::available_parallelism().map_or(1, usize::from);
            Threads::new(options.threads.unwrap_or_else(cores)).map_err(Error::Threads)?
        };
        #[cfg(not(feature = "threads"))]
        let threads = Threads::serial();
        let arithmetic = if options.strict { Arithmetic::Portable } else { Arithmetic::Native };
        Ok(Self { inner: Arc::new(Inner { threads, arithmetic }), element: PhantomData })
    }

    /// The number of threads, the caller included.
    #[must_use]
    pub fn threads(&self) -> usize {
        self.inner.threads.count()
    }

    fn exec(&self, needs: &WorkspaceNeeds, batch: usize) -> Exec<'_> {
        if needs.flops.saturating_mul(batch as u64) < SERIAL {
            Exec::serial(self.inner.arithmetic)
        } else {
            Exec { arithmetic: self.inner.arithmetic, threads: &self.inner.threads }
        }
    }
}

/// Samples that run through a segment together.
fn chunk(needs: &WorkspaceNeeds) -> usize {
    (CHUNK / needs.memory.local.max(1)).clamp(1, needs.capacity.max(1))
}

/// Elements of one worker's own memory, and of one slot's gradient sums.
fn scratch(needs: &WorkspaceNeeds) -> (usize, usize) {
    let local = needs.memory.local.saturating_mul(chunk(needs));
    let worker = nnplan::align(local.saturating_add(nnplan::align(needs.memory.scratch.columns)));
    (worker, nnplan::align(needs.memory.scratch.partials))
}

/// A segment cut into slots.
struct Split<'a, T: Element> {
    spaces: &'a Spaces<'a, T>,
    exec: Exec<'a>,
    worker_len: usize,
    slot_len: usize,
    workers: Raw<T>,
    partials: Raw<T>,
}

impl<T: Element + Plain> Split<'_, T> {
    fn run(&self, f: &(dyn for<'p> Fn(&mut CpuPiece<'p, T>) + Sync)) {
        let batch = self.spaces.state.batch;
        let sums = self.spaces.partial_len();
        // Slots lie one after another, and run side by side.
        assert!(sums <= self.slot_len, "the plan has room for the sums of a segment");
        let slots = slots(batch, self.slot_len);
        let workers = self.exec.threads.count().min(slots);
        // A tensor that gets several gradients gets them sample by sample: no sum depends on the size of a chunk.
        let most = if self.spaces.segment.has_sums() { 1 } else { self.spaces.chunk };
        let next = AtomicUsize::new(0);
        self.exec.threads.run(workers, &|worker| {
            let own = self.workers.part(worker * self.worker_len, self.worker_len);
            loop {
                let slot = next.fetch_add(1, Ordering::Relaxed);
                if slot >= slots {
                    break;
                }
                let partial = match sums {
                    0 => Raw::EMPTY,
                    n => self.partials.part(slot * self.slot_len, n),
                };
                // SAFETY: a slot is taken by one worker.
                unsafe { partial.slice_mut() }.fill(T::ZERO);
                let (mut first, end) = (slot * batch / slots, (slot + 1) * batch / slots);
                while first < end {
                    let count = most.min(end - first);
                    // One slot alone: its calls are shared out among the threads, if they are large.
                    let exec =
                        if slots == 1 { self.exec } else { Exec::serial(self.exec.arithmetic) };
                    f(&mut CpuPiece::new(self.spaces, exec, first, count, own, partial));
                    first += count;
                }
            }
        });
        self.reduce(slots);
    }

    /// Adds the slots' sums, in their order, into the gradients: of a slot first the gradient that replaces what is
    /// there, then those that are added to it.
    fn reduce(&self, slots: usize) {
        for slot in 0..slots {
            let mut offset = slot * self.slot_len;
            for gradient in self.spaces.segment.gradients {
                let gradient = &self.spaces.base.resolve(*gradient);
                let to = self.spaces.gradients.part(gradient.offset, gradient.len);
                // SAFETY: all workers are done; gradients and sums are different buffers.
                let to = unsafe { to.slice_mut() };
                // SAFETY: as above.
                let sums = unsafe { self.partials.part(offset, gradient.len).slice() };
                match slot {
                    0 if gradient.space == Space::Gradient => to.copy_from_slice(sums),
                    _ => to.iter_mut().zip(sums).for_each(|(t, s)| *t += *s),
                }
                offset += nnplan::align(gradient.len);
            }
        }
    }
}
