//! The CPU device: a fork-join of parked threads, matrixmultiply for large products, our own
//! kernels for the rest.
//!
//! A segment that may be split is cut into slots, whose number depends on the batch and the
//! network only, never on the threads; a slot's samples run through all calls of the segment while they are
//! warm. Each slot sums gradients of its own, and the sums are added in a fixed order. So the
//! same seed gives the same bits for any number of threads.

mod buffer;
mod piece;

use alloc::sync::Arc;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

pub use buffer::CpuBuffer;
use buffer::Raw;
pub use piece::CpuPiece;
use piece::Spaces;

use crate::device::{
    Clip, Device, Kept, Pass, Plain, Region, Segment, Space, StepState, Workspace, WorkspaceNeeds,
};
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::kernels::loss::{LossKind, cross_entropy, elementwise_loss};
use crate::kernels::update::{NORM_BLOCK, Update, clip_scale, clip_value, squared_norm, update};
use crate::threads::Threads;
use crate::{Element, Error};

/// Slots at most: pieces of a batch that run through a segment alone.
const SLOTS: usize = 16;

/// Elements of all slots' gradient sums together, at most (8 MiB of `f32`).
const PARTIALS: usize = 1 << 21;

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
/// let double = Cpu::<f64>::with(CpuOptions::default())?;
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
    /// Threads, the caller included; `None` is one a core.
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
        Self::with(CpuOptions::default())
    }

    /// So many threads, the caller included, `f32`.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn with_threads(threads: usize) -> Result<Self, Error> {
        Self::with(CpuOptions { threads: Some(threads), strict: false })
    }

    /// All cores, `f32`, the same bits on every machine: portable kernels, no FMA. Slower.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn strict() -> Result<Self, Error> {
        Self::with(CpuOptions { threads: None, strict: true })
    }
}

impl<T: Element> Cpu<T> {
    /// The device with these options, in `T`.
    ///
    /// # Errors
    /// When threads cannot be started.
    pub fn with(options: CpuOptions) -> Result<Self, Error> {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        let threads = options.threads.unwrap_or_else(cores);
        let threads = Threads::new(threads).map_err(Error::Threads)?;
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

/// Pieces of a batch.
fn slots(batch: usize, partials: usize) -> usize {
    (PARTIALS / partials.max(1)).clamp(1, SLOTS).min(batch)
}

/// Elements of one worker's own memory, and of one slot's gradient sums.
fn scratch(needs: &WorkspaceNeeds) -> (usize, usize) {
    let local = needs.memory.local.saturating_mul(chunk(needs));
    let worker = nnplan::align(local.saturating_add(nnplan::align(needs.memory.scratch.columns)));
    (worker, nnplan::align(needs.memory.scratch.partials))
}

impl<T: Element + Plain> Device for Cpu<T> {
    type Element = T;
    type Buffer<X: Plain> = CpuBuffer<X>;
    type Piece<'a> = CpuPiece<'a, T>;

    fn allocate<X: Plain>(&self, len: usize) -> Result<CpuBuffer<X>, Error> {
        CpuBuffer::zeroed(len)
    }

    fn upload<X: Plain>(&self, buffer: &mut CpuBuffer<X>, from: &[X]) -> Result<(), Error> {
        buffer.as_mut_slice()[..from.len()].copy_from_slice(from);
        Ok(())
    }

    fn download<X: Plain>(
        &self,
        buffer: &CpuBuffer<X>,
        offset: usize,
        to: &mut [X],
    ) -> Result<(), Error> {
        to.copy_from_slice(&buffer.as_slice()[offset..offset + to.len()]);
        Ok(())
    }

    fn workspace(&self, needs: &WorkspaceNeeds) -> Result<Workspace<Self>, Error> {
        let (memory, n) = (&needs.memory, needs.capacity);
        let (worker, partials) = scratch(needs);
        let slots = slots(n, memory.scratch.partials);
        let scratch = worker.saturating_mul(self.threads()).saturating_add(partials * slots);
        Ok(Workspace {
            capacity: n,
            input: CpuBuffer::zeroed(needs.input.saturating_mul(n))?,
            target: CpuBuffer::zeroed(needs.target.saturating_mul(n))?,
            labels: CpuBuffer::zeroed(needs.labels.saturating_mul(n))?,
            arena: CpuBuffer::zeroed(memory.arena.saturating_mul(n))?,
            index: CpuBuffer::zeroed(memory.index.saturating_mul(n))?,
            statistic: CpuBuffer::zeroed(memory.statistic)?,
            gradients: CpuBuffer::zeroed(needs.gradients)?,
            scratch: CpuBuffer::zeroed(scratch)?,
            needs: *needs,
        })
    }

    fn segment<F>(pass: &mut Pass<'_, Self>, segment: &Segment, f: F)
    where
        F: for<'p> Fn(&mut CpuPiece<'p, T>) + Sync,
    {
        let (device, state) = (pass.device, pass.state);
        let needs = pass.workspace.needs;
        let exec = device.exec(&needs, state.batch);
        let (worker_len, slot_len) = scratch(&needs);
        let fault = AtomicBool::new(false);
        let w = &mut *pass.workspace;
        let workers_end = worker_len * device.threads();
        let (workers, partials) = w.scratch.as_mut_slice().split_at_mut(workers_end);
        let spaces = Spaces {
            capacity: w.capacity,
            chunk: chunk(&needs),
            local: needs.memory.local,
            input: Raw::shared(w.input.as_slice()),
            parameters: Raw::shared(pass.parameters.as_slice()),
            kept: match &mut pass.kept {
                Kept::Shared(kept) => Raw::shared(kept.as_slice()),
                Kept::Exclusive(kept) => Raw::exclusive(kept.as_mut_slice()),
            },
            gradients: Raw::exclusive(w.gradients.as_mut_slice()),
            arena: Raw::exclusive(w.arena.as_mut_slice()),
            index: Raw::exclusive(w.index.as_mut_slice()),
            statistic: Raw::exclusive(w.statistic.as_mut_slice()),
            state,
            segment: *segment,
            fault: &fault,
        };
        if segment.split {
            spaces.assert_apart();
            let plan = Split {
                spaces: &spaces,
                exec,
                worker_len,
                slot_len,
                workers: Raw::exclusive(workers),
                partials: Raw::exclusive(partials),
            };
            plan.run(&f);
        } else {
            let own = Raw::exclusive(&mut workers[..worker_len]);
            f(&mut CpuPiece::new(&spaces, exec, 0, state.batch, own, Raw::EMPTY));
        }
        if fault.into_inner() {
            pass.fault = Some(Error::OneValuePerChannel);
        }
    }

    fn loss(
        pass: &mut Pass<'_, Self>,
        kind: &LossKind,
        class_weights: Option<&[T]>,
        output: Region,
        d_output: Region,
    ) {
        let n = pass.state.batch;
        let w = &mut *pass.workspace;
        let arena = Raw::exclusive(w.arena.as_mut_slice());
        let input = Raw::shared(w.input.as_slice());
        let of = |r: Region| match r.space {
            Space::None => Raw::EMPTY,
            Space::Input => input.part(0, r.len * n), // a network that computes nothing
            _ => arena.part(r.offset * w.capacity, r.len * n),
        };
        let (y, d_y) = (of(output), of(d_output));
        assert!(!y.overlaps(&d_y), "the plan keeps the output apart from its gradient");
        // SAFETY: the two parts do not overlap, and the arena is borrowed uniquely; the input is only read.
        let (y, d_y) = unsafe { (y.slice(), (!d_output.is_none()).then(|| d_y.slice_mut())) };
        match *kind {
            LossKind::CrossEntropy { label_smoothing, ignore_index } => {
                let labels = &w.labels.as_slice()[..n];
                let classes = output.len;
                let loss = cross_entropy(
                    label_smoothing,
                    ignore_index,
                    classes,
                    n,
                    y,
                    labels,
                    class_weights,
                    d_y,
                );
                match loss {
                    Ok(loss) => pass.loss = loss,
                    Err(e) => {
                        let (sample, label) = (e.sample, e.label);
                        pass.fault = Some(Error::Label { sample, label, classes });
                    }
                }
            }
            kind => {
                let target = &w.target.as_slice()[..y.len()];
                pass.loss = elementwise_loss(kind, y.len(), y, target, d_y);
            }
        }
    }

    fn update(
        &self,
        workspace: &mut Workspace<Self>,
        state: &StepState,
        rule: &Update,
        clip: Clip,
        parameters: &mut CpuBuffer<T>,
        slots: &mut [CpuBuffer<T>],
    ) -> Result<(), Error> {
        let exec = self.exec(&workspace.needs, state.batch);
        let gradients = workspace.gradients.as_mut_slice();
        let scale = match clip {
            Clip::None => 1.0,
            Clip::Value(limit) => {
                exec.threads.for_chunks(gradients, UPDATE, |_, g| clip_value(limit, g));
                1.0
            }
            Clip::Norm(norm) => {
                let blocks = gradients.chunks(NORM_BLOCK).map(squared_norm);
                clip_scale(libm::sqrt(blocks.fold(0.0, |a, b| a + b)), norm)
            }
        };
        let len = gradients.len();
        let gradients = Raw::shared(gradients);
        let parameters = Raw::exclusive(parameters.as_mut_slice());
        let mut views = [Raw::EMPTY; 3];
        for (view, slot) in views.iter_mut().zip(slots) {
            *view = Raw::exclusive(slot.as_mut_slice());
        }
        exec.threads.run(len.div_ceil(UPDATE), &|task| {
            let start = task * UPDATE;
            let n = UPDATE.min(len - start);
            let part = |r: Raw<T>| r.part(start, n);
            let slot = |r: Raw<T>| if r.overlaps(&r) { part(r) } else { r };
            // SAFETY: tasks take ranges of their own, in buffers that are distinct and
            // outlive the call.
            unsafe {
                update(
                    rule,
                    state.learning_rate,
                    state.step + 1,
                    scale,
                    part(parameters).slice_mut(),
                    part(gradients).slice(),
                    views.map(|v| slot(v).slice_mut()),
                );
            }
        });
        Ok(())
    }

    fn end_step(pass: &mut Pass<'_, Self>) -> Result<T, Error> {
        match pass.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(pass.loss),
        }
    }
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
    fn run<F>(&self, f: &F)
    where
        F: for<'p> Fn(&mut CpuPiece<'p, T>) + Sync,
    {
        let batch = self.spaces.state.batch;
        let sums = self.spaces.partial_len();
        let slots = slots(batch, self.slot_len);
        let workers = self.exec.threads.count().min(slots);
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
                    let count = self.spaces.chunk.min(end - first);
                    let exec = Exec::serial(self.exec.arithmetic);
                    f(&mut CpuPiece::new(self.spaces, exec, first, count, own, partial));
                    first += count;
                }
            }
        });
        self.reduce(slots);
    }

    /// Adds the slots' sums, in their order, into the gradients.
    fn reduce(&self, slots: usize) {
        let mut offset = 0;
        for gradient in self.spaces.segment.gradients {
            let to = self.spaces.gradients.part(gradient.offset, gradient.len);
            // SAFETY: all workers are done; gradients and sums are different buffers.
            let to = unsafe { to.slice_mut() };
            for slot in 0..slots {
                let sums = self.partials.part(slot * self.slot_len + offset, gradient.len);
                // SAFETY: as above.
                let sums = unsafe { sums.slice() };
                match slot {
                    0 => to.copy_from_slice(sums),
                    _ => to.iter_mut().zip(sums).for_each(|(t, s)| *t += *s),
                }
            }
            offset += nnplan::align(gradient.len);
        }
    }
}
