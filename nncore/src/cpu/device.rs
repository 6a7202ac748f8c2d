//! The CPU as a device. Compiled for one element type at a time, as `ops.rs` is, and why.

use core::sync::atomic::AtomicBool;

use super::T;
use crate::Error;
use crate::cpu::buffer::{CpuBuffer, Raw};
use crate::cpu::piece::{CpuPiece, Spaces};
use crate::cpu::{Cpu, Split, UPDATE, chunk, scratch};
use crate::device::{
    Clip, Execute, LossCall, Pass, Plain, Region, Segment, Space, Store, Tensors, Train, Type,
    UpdateCall, UpdateRange, Workspace, WorkspaceNeeds, slots,
};
use crate::kernels::gemm::Exec;
use crate::kernels::loss::{LabelOutOfRange, LossKind, cross_entropy, elementwise_loss};
use crate::kernels::update::{
    NORM_BLOCK, Update, UpdateKind, clip_scale, clip_value, each_rule, squared_norm, update,
};
use crate::math;

impl Execute for Cpu<T> {
    type Element = T;
    type Buffer<X: Plain> = CpuBuffer<X>;
    type Piece<'a> = CpuPiece<'a, T>;
    type Memo = ();

    fn segment(
        pass: &mut Pass<'_, Self>,
        segment: &Segment,
        f: &(dyn for<'p> Fn(&mut CpuPiece<'p, T>) + Sync),
    ) {
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
            integers: Raw::shared(w.integers.as_slice()),
            parameters: Raw::shared(pass.parameters.shared().as_slice()),
            kept: match &mut pass.kept {
                Tensors::Shared(kept) => Raw::shared(kept.as_slice()),
                Tensors::Exclusive(kept) => Raw::exclusive(kept.as_mut_slice()),
            },
            gradients: Raw::exclusive(w.gradients.as_mut_slice()),
            arena: Raw::exclusive(w.arena.as_mut_slice()),
            index: Raw::exclusive(w.index.as_mut_slice()),
            statistic: Raw::exclusive(w.statistic.as_mut_slice()),
            state,
            segment: *segment,
            base: &pass.base,
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
            plan.run(f);
        } else {
            let own = Raw::exclusive(&mut workers[..worker_len]);
            f(&mut CpuPiece::new(&spaces, exec, 0, state.batch, own, Raw::EMPTY));
        }
        if fault.into_inner() {
            pass.fault = Some(Error::OneValuePerChannel);
        }
    }
}

impl Store for Cpu<T> {
    fn allocate<X: Plain>(&self, len: usize) -> Result<CpuBuffer<X>, Error> {
        CpuBuffer::zeroed(len)
    }

    fn upload_at<X: Plain>(
        &self,
        buffer: &mut CpuBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), Error> {
        buffer.as_mut_slice()[offset..offset + from.len()].copy_from_slice(from);
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
            integers: CpuBuffer::zeroed(needs.integers.saturating_mul(n))?,
            target: CpuBuffer::zeroed(needs.target.saturating_mul(n))?,
            labels: CpuBuffer::zeroed(needs.labels.saturating_mul(n))?,
            arena: CpuBuffer::zeroed(memory.arena.saturating_add(needs.border).saturating_mul(n))?,
            index: CpuBuffer::zeroed(memory.index.saturating_mul(n))?,
            statistic: CpuBuffer::zeroed(memory.statistic)?,
            gradients: CpuBuffer::zeroed(needs.gradients)?,
            scratch: CpuBuffer::zeroed(scratch)?,
            needs: *needs,
            memo: (),
        })
    }
}

impl Train for Cpu<T> {
    // The kind is a constant where this is inlined, and the other kinds are not part of the program.
    #[inline(always)]
    fn loss(pass: &mut Pass<'_, Self>, call: &LossCall<'_, T>) {
        match call.kind {
            LossKind::CrossEntropy { label_smoothing, ignore_index } => {
                add_cross_entropy(pass, call, label_smoothing, ignore_index);
            }
            LossKind::BinaryCrossEntropyWithLogits => add_binary_cross_entropy(pass, call),
            LossKind::MeanSquaredError => add_mean_squared_error(pass, call),
            LossKind::L1 => add_l1(pass, call),
            LossKind::Huber { delta } => add_huber(pass, call, delta),
            LossKind::None => add_none(pass, call),
        }
    }

    #[inline(always)]
    fn update(pass: &mut Pass<'_, Self>, kind: UpdateKind) {
        update_by(pass, kind);
    }

    fn end_step(pass: &mut Pass<'_, Self>) -> Result<T, Error> {
        match pass.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(pass.loss),
        }
    }
}

/// `update_by`, which chooses among functions that hold one rule each.
macro_rules! updates {
    ($(
        $(#[$doc:meta])*
        $kind:ident, $function:ident {
            $($(#[$field_doc:meta])* $field:ident: $ty:ty = $default:literal $(in $range:ident)?;)*
        }
        keeps $slots:tt
    )*) => {
        #[inline(always)]
        fn update_by(pass: &mut Pass<'_, Cpu<T>>, kind: UpdateKind) {
            match kind {
                $(UpdateKind::$kind => rules::$function(pass),)*
            }
        }

        mod rules {
            use super::*;

            $(
                #[inline(never)]
                pub(super) fn $function(pass: &mut Pass<'_, Cpu<T>>) {
                    let Some(call) = &pass.update else { return };
                    let Update::$kind { $($field),* } = *call.rule else {
                        panic!("an optimizer's kind is that of its rule");
                    };
                    update_ranges(pass, |range, rate, step, scale, parameters, gradients, slots| {
                        let rule = Update::$kind { $($field),* }.decay_times(range.weight_decay);
                        update(&rule, rate, step, scale, parameters, gradients, slots);
                    });
                }
            )*
        }
    };
}

each_rule!(updates);

/// Clips the gradients, and calls `f` with the pieces of all ranges: a range, its learning rate, the number of the
/// step from 1, what gradients are multiplied by, parameters, gradients, and the optimizer's numbers.
#[inline(always)]
fn update_ranges(
    pass: &mut Pass<'_, Cpu<T>>,
    f: impl Fn(&UpdateRange, f64, u64, f64, &mut [T], &[T], [&mut [T]; 3]) + Sync,
) {
    let state = pass.state;
    let Some(UpdateCall { clip, ranges, slots, .. }) = &mut pass.update else { return };
    let Tensors::Exclusive(parameters) = &mut pass.parameters else {
        panic!("an update has the parameters to itself");
    };
    let exec = pass.device.exec(&pass.workspace.needs, state.batch);
    let gradients = pass.workspace.gradients.as_mut_slice();
    let scale = clip_gradients(exec, *clip, gradients);
    let len = gradients.len();
    let gradients = Raw::shared(gradients);
    let parameters = Raw::exclusive(parameters.as_mut_slice());
    let mut views = [Raw::EMPTY; 3];
    for (view, slot) in views.iter_mut().zip(slots.iter_mut()) {
        *view = Raw::exclusive(slot.as_mut_slice());
    }
    exec.threads.run(len.div_ceil(UPDATE), &|task| {
        let (first, end) = (task * UPDATE, len.min((task + 1) * UPDATE));
        for range in *ranges {
            let (start, end) = (first.max(range.elements.start), end.min(range.elements.end));
            let Some(n) = end.checked_sub(start).filter(|n| *n > 0) else { continue };
            let part = |r: Raw<T>| r.part(start, n);
            let slot = |r: Raw<T>| if r.overlaps(&r) { part(r) } else { r };
            let rate = range.learning_rate * state.learning_rate;
            // SAFETY: tasks take ranges of their own, and one part of them at a time, in buffers that
            // are distinct and outlive the call.
            let (parameters, gradients, slots) = unsafe {
                let slots = views.map(|v| slot(v).slice_mut());
                (part(parameters).slice_mut(), part(gradients).slice(), slots)
            };
            f(range, rate, state.step + 1, scale, parameters, gradients, slots);
        }
    });
}

/// Limits gradients, or says what to multiply them by.
#[inline(never)]
fn clip_gradients(exec: Exec<'_>, clip: Clip, gradients: &mut [T]) -> f64 {
    match clip {
        Clip::None => 1.0,
        Clip::Value(limit) => {
            exec.threads.for_chunks(gradients, UPDATE, |_, g| clip_value(limit, g));
            1.0
        }
        Clip::Norm(norm) => {
            let blocks = gradients.chunks(NORM_BLOCK).map(squared_norm);
            clip_scale(math::sqrt_f64(blocks.fold(0.0, |a, b| a + b)), norm)
        }
    }
}

/// What a loss reads and writes.
struct LossParts<'a> {
    batch: usize,
    output: &'a [T],
    d_output: Option<&'a mut [T]>,
    /// The classes it is compared with; empty where these are numbers.
    labels: &'a [u32],
    /// The numbers it is compared with; empty where these are classes.
    values: &'a [T],
}

/// Adds what `f` makes of the parts to the loss of the pass.
#[inline(always)]
fn add_loss(
    pass: &mut Pass<'_, Cpu<T>>,
    call: &LossCall<'_, T>,
    f: impl FnOnce(LossParts<'_>) -> Result<T, LabelOutOfRange>,
) {
    let n = pass.state.batch;
    let w = &mut *pass.workspace;
    let arena = Raw::exclusive(w.arena.as_mut_slice());
    let input = Raw::shared(w.input.as_slice());
    let of = |r: Region| match r.space {
        Space::None => Raw::EMPTY,
        Space::Input => input.part(r.offset * w.capacity, r.len * n), // nothing is computed
        _ => arena.part(r.offset * w.capacity, r.len * n),
    };
    let (y, d_y) = (of(call.output), of(call.d_output));
    assert!(!y.overlaps(&d_y), "the plan keeps the output apart from its gradient");
    // SAFETY: the two parts do not overlap, and the arena is borrowed uniquely; the input is only read.
    let (y, d_y) = unsafe { (y.slice(), (!call.d_output.is_none()).then(|| d_y.slice_mut())) };
    let start = call.target.offset * w.capacity;
    let target = start..start + call.target.len * n;
    let (labels, values) = match call.target.memory() {
        (Space::Target, Type::Integer) => (&w.labels.as_slice()[target], &[][..]),
        (Space::Target, Type::Real) => (&[][..], &w.target.as_slice()[target]),
        _ => (&[][..], &[][..]),
    };
    match f(LossParts { batch: n, output: y, d_output: d_y, labels, values }) {
        Ok(loss) => pass.loss += loss,
        Err(LabelOutOfRange { sample, label, classes }) => {
            pass.fault = Some(Error::Label { sample, label, classes });
        }
    }
}

/// [`add_loss`] of a loss by elements.
#[inline(always)]
fn add_by_elements(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>, kind: LossKind) {
    add_loss(pass, call, |p| {
        let n = p.output.len();
        Ok(elementwise_loss(kind, call.weight, n, p.output, p.values, p.d_output))
    });
}

#[inline(never)]
fn add_cross_entropy(
    pass: &mut Pass<'_, Cpu<T>>,
    call: &LossCall<'_, T>,
    label_smoothing: f64,
    ignore_index: Option<u32>,
) {
    let (weight, weights, classes) = (call.weight, call.class_weights, call.output.len);
    add_loss(pass, call, |p| {
        cross_entropy(
            label_smoothing,
            ignore_index,
            weight,
            classes,
            p.batch,
            p.output,
            p.labels,
            weights,
            p.d_output,
        )
    });
}

#[inline(never)]
fn add_binary_cross_entropy(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>) {
    add_by_elements(pass, call, LossKind::BinaryCrossEntropyWithLogits);
}

#[inline(never)]
fn add_mean_squared_error(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>) {
    add_by_elements(pass, call, LossKind::MeanSquaredError);
}

#[inline(never)]
fn add_l1(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>) {
    add_by_elements(pass, call, LossKind::L1);
}

#[inline(never)]
fn add_huber(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>, delta: f64) {
    add_by_elements(pass, call, LossKind::Huber { delta });
}

#[inline(never)]
fn add_none(pass: &mut Pass<'_, Cpu<T>>, call: &LossCall<'_, T>) {
    add_loss(pass, call, |p| {
        p.d_output.unwrap_or_default().fill(0.0);
        Ok(0.0)
    });
}
