//! What a step does around the calls of its network: it tells the device what changed, computes losses, and updates the
//! parameters.

use nncore::Error;
use nncore::device::{
    Clip, LossCall, Pass, Region, Space, Type, UpdateCall, UpdateRange, Workspace,
};

use crate::device::{Over, count};
use crate::kernels::key::{KernelKey, Real};
use crate::kernels::update::FACTORS;
use crate::kernels::{loss, update};
use crate::scratch::{STATUS, TOTAL, WRITTEN, sums_start};
use crate::{Arg, Cuda, CudaBuffer, CudaError};

/// The factors of an update, in the device's memory.
#[derive(Debug)]
pub(crate) struct Factors {
    buffer: CudaBuffer<f32>,
    /// What was written there.
    written: Vec<f32>,
}

/// Those of all ranges.
fn factors(call: &UpdateCall<'_, CudaBuffer<f32>>, learning_rate: f64, step: u64) -> Vec<f32> {
    let of = |range: &UpdateRange| {
        let rule = call.rule.decay_times(range.weight_decay);
        update::factors(&rule, range.learning_rate * learning_rate, step + 1)
    };
    call.ranges.iter().flat_map(of).collect()
}

impl Cuda {
    /// Tells the device what changes from pass to pass. Losses and status become 0; those of deferred steps stay.
    pub(crate) fn write_state(&self, pass: &mut Pass<'_, Self>) -> Result<(), CudaError> {
        let memo = &mut pass.workspace.memo;
        // Losses that are waited for are read already.
        let keeps = pass.state.is_deferred && memo.was_deferred;
        memo.was_deferred = pass.state.is_deferred;
        let halves = |x: u64| [x as u32, (x >> 32) as u32].map(f32::from_bits);
        let ([a, b], [c, d]) = (halves(pass.state.seed), halves(pass.state.step));
        let words = [a, b, c, d, 0.0, 0.0, 0.0, 0.0, 0.0];
        let count = if keeps { TOTAL } else { WRITTEN };
        self.copy_in(&mut pass.workspace.scratch, 0, &words[..count])
    }

    /// Tells the device the factors of the update, where they are not those that it has.
    pub(crate) fn write_factors(&self, pass: &mut Pass<'_, Self>) -> Result<(), CudaError> {
        let Some(call) = &pass.update else { return Ok(()) };
        let words = factors(call, pass.state.learning_rate, pass.state.step);
        let kept = &mut pass.workspace.memo.factors;
        if kept.as_ref().is_none_or(|kept| kept.buffer.len() != words.len()) {
            let buffer = CudaBuffer::zeroed(self.stream(), words.len())?;
            *kept = Some(Factors { buffer, written: Vec::new() });
        }
        let Some(kept) = kept else { return Ok(()) };
        if kept.written != words {
            self.copy_in(&mut kept.buffer, 0, &words)?;
            kept.written = words;
        }
        Ok(())
    }

    /// Launches a loss.
    pub(crate) fn launch_loss(
        &self,
        pass: &mut Pass<'_, Self>,
        call: &LossCall<'_, f32>,
    ) -> Result<(), CudaError> {
        let (w, batch) = (&*pass.workspace, pass.state.batch);
        let of = |r: Region| match r.space {
            Space::Input => w.input.arg(r.offset * w.capacity), // nothing is computed
            Space::Target if r.element == Type::Integer => w.labels.arg(r.offset * w.capacity),
            Space::Target => w.target.arg(r.offset * w.capacity),
            _ => w.arena.arg(r.offset * w.capacity),
        };
        let loss = loss::Loss {
            kind: call.kind,
            weight: call.weight,
            len: call.output.len,
            has_class_weights: call.class_weights.is_some(),
            has_gradient: !call.d_output.is_none(),
        };
        let class_weights = match call.class_weights {
            Some(weights) => Some(self.constants(weights)?),
            None => None,
        };
        count(call.output.len.saturating_mul(batch))?;
        for (key, arguments) in loss.keys().into_iter().zip(loss.arguments(batch)) {
            let argument = |argument: &loss::Argument| match argument {
                loss::Argument::Output => of(call.output),
                loss::Argument::Target | loss::Argument::Labels => of(call.target),
                loss::Argument::ClassWeights => class_weights.expect("weights of the classes"),
                loss::Argument::Gradient => of(call.d_output),
                loss::Argument::Scratch => w.scratch.arg(sums_start(&w.needs)),
                loss::Argument::Total => w.scratch.arg(TOTAL),
                loss::Argument::Status => w.scratch.arg(STATUS),
                loss::Argument::Number(n) => Arg::U32(*n),
                loss::Argument::Real(x) => Arg::F32(*x),
            };
            let last = match arguments.last() {
                Some(loss::Argument::Number(n)) => *n as usize,
                _ => unreachable!("the last argument is a number"),
            };
            let arguments: Vec<Arg> = arguments.iter().map(argument).collect();
            self.launch(w.memo.is_recording, key, &arguments, Over::count(last))?;
        }
        Ok(())
    }

    /// Launches the update of a pass.
    pub(crate) fn launch_update(&self, pass: &Pass<'_, Self>) -> Result<(), CudaError> {
        let (Some(call), w) = (&pass.update, &*pass.workspace) else { return Ok(()) };
        let scale = match call.clip {
            Clip::Norm(norm) => Some(self.launch_clip(w, norm)?),
            _ => None,
        };
        let factors = &w.memo.factors.as_ref().expect("they were written before the pass").buffer;
        let status = w.scratch.arg(STATUS);
        let key = KernelKey::Update { rule: call.rule.into(), limit: call.clip.into() };
        for (i, range) in call.ranges.iter().enumerate() {
            let (first, n) = (range.elements.start, range.elements.len());
            let mut arguments = vec![
                pass.parameters.shared().arg(first),
                w.gradients.arg(first),
                factors.arg(i * FACTORS),
                status,
            ];
            arguments.extend(scale);
            arguments.extend(call.slots.iter().map(|slot| slot.arg(first)));
            arguments.push(count(n)?);
            self.launch(w.memo.is_recording, key, &arguments, Over::count(n))?;
        }
        Ok(())
    }

    /// Launches what computes the factor that limits the norm of all gradients; gives its address.
    fn launch_clip(&self, w: &Workspace<Self>, norm: f64) -> Result<Arg, CudaError> {
        let (n, start, is_recorded) =
            (w.needs.gradients, sums_start(&w.needs), w.memo.is_recording);
        let sums = update::norm_parts(n);
        let (parts, scale) = (w.scratch.arg(start), w.scratch.arg(start + 2 * sums));
        let arguments = [w.gradients.arg(0), parts, count(n)?];
        self.launch(is_recorded, KernelKey::SquaredNorm {}, &arguments, Over::count(n))?;
        let (key, arguments) =
            (KernelKey::ClipScale { max_norm: Real::of(norm) }, [parts, scale, count(sums)?]);
        self.launch(is_recorded, key, &arguments, Over::count(sums.min(1)))?;
        Ok(scale)
    }

    /// Waits for the work of the stream, and reads what losses left.
    pub(crate) fn read_losses(&self, workspace: &Workspace<Self>) -> Result<f32, Error> {
        let mut left = [0.0f32; WRITTEN - TOTAL];
        workspace.scratch.download(self.stream(), TOTAL, &mut left)?;
        let [low, high, sample, label, classes] = left.map(f32::to_bits);
        if let Some(sample) = sample.checked_sub(1) {
            return Err(Error::Label { sample: sample as usize, label, classes: classes as usize });
        }
        Ok(f64::from_bits(u64::from(high) << 32 | u64::from(low)) as f32)
    }
}
