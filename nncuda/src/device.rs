//! The device that networks run on.

use core::fmt;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use nncore::Error;
use nncore::device::{
    Clip, Device, Kept, LossCall, Pass, PassKind, Plain, Region, Segment, Space, StepState,
    UpdateRange, Workspace, WorkspaceNeeds,
};
use nncore::kernels::update::Update;

use crate::kernels::update::FACTORS;
use crate::kernels::{loss, update};
use crate::piece::{CudaPiece, Spaces};
use crate::profile::Profiler;
use crate::ptx::Kernel;
use crate::scratch::{self, STATUS, TOTAL, WRITTEN, sums_start};
use crate::staging::Staging;
use crate::{
    Arg, Context, CudaBuffer, CudaError, CudaOptions, DeviceInfo, Function, Graph, Grid, Module,
    Precision, Stream,
};

/// An NVIDIA GPU, in `f32`; products of matrices as [`Precision`] says.
///
/// It stands in the place of `Cpu`: the same networks, trainers, losses and files.
///
/// ```no_run
/// use nncore::prelude::*;
/// use nncuda::Cuda;
///
/// network! {
///     struct Net;
///     input: [4];
///     fc: Linear(4 -> 2);
/// }
///
/// let device = Cuda::new(0)?;
/// let model = Model::<Net, _>::init(&device, Seed(1))?;
/// # Ok::<(), nncore::Error>(())
/// ```
///
/// Kernels are made for the sizes of a network when it first runs, and translated by the driver. Work goes to one
/// stream. Two runs give the same bits; those of the CPU differ by the rounding of sums.
#[derive(Clone)]
pub struct Cuda {
    inner: Arc<Inner>,
}

struct Inner {
    context: Context,
    precision: Precision,
    stream: Stream,
    /// What passes are recorded on, one at a time: others may use the device meanwhile.
    recorder: Stream,
    recording: Mutex<()>,
    staging: Mutex<Staging>,
    kernels: Mutex<HashMap<String, Made>>,
    /// Numbers that do not change, by their bits.
    constants: Mutex<HashMap<Vec<u32>, CudaBuffer<f32>>>,
    profiler: Profiler,
}

/// A kernel that was made and loaded.
#[derive(Clone)]
struct Made {
    function: Function,
    threads: u32,
    per_block: u32,
}

/// What a call is launched over.
pub(crate) enum Over {
    /// As many as the last argument says.
    Count(usize),
    /// The same, so many times.
    Times(usize, usize),
    /// So many blocks.
    Blocks(usize),
}

impl Cuda {
    /// GPU number `index`, from 0, in true `f32`.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old.
    pub fn new(index: usize) -> Result<Self, CudaError> {
        Self::with(CudaOptions { index, ..CudaOptions::default() })
    }

    /// The GPU with these options.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old, also for the precision.
    pub fn with(options: CudaOptions) -> Result<Self, CudaError> {
        let CudaOptions { index, precision } = options;
        let context = Context::open(index)?;
        let capability = context.info().capability;
        if capability < precision.oldest() {
            return Err(CudaError::UnsupportedPrecision { precision, capability });
        }
        let (stream, recorder) = (Stream::new(&context)?, Stream::new(&context)?);
        let (kernels, constants, recording, profiler) = Default::default();
        let staging = Mutex::new(Staging::new(&context)?);
        let inner = Inner {
            context,
            precision,
            stream,
            recorder,
            recording,
            staging,
            kernels,
            constants,
            profiler,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The device's properties.
    #[must_use]
    pub fn info(&self) -> &DeviceInfo {
        self.inner.context.info()
    }

    /// How products of matrices are computed.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.inner.precision
    }

    /// The stream that all its work goes to, for a [`Timer`](crate::Timer).
    #[must_use]
    pub fn stream(&self) -> &Stream {
        &self.inner.stream
    }

    pub(crate) fn profiler(&self) -> &Profiler {
        &self.inner.profiler
    }

    /// Copies from the host behind the work that the stream has, without waiting for it.
    fn copy_in<X: Plain>(
        &self,
        buffer: &mut CudaBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), CudaError> {
        let mut staging = self.inner.staging.lock().unwrap_or_else(PoisonError::into_inner);
        staging.upload(self.stream(), buffer, offset, from)
    }

    /// Launches the kernel called `key`, which `make` makes where it is new; or records that, where a pass `is_recorded`.
    pub(crate) fn launch(
        &self,
        is_recorded: bool,
        key: &str,
        make: impl FnOnce() -> Kernel,
        arguments: &[Arg],
        over: &Over,
    ) -> Result<(), CudaError> {
        let made = self.made(key, make)?;
        let blocks = match over {
            Over::Count(n) => n.div_ceil(made.per_block as usize),
            Over::Times(n, times) => n.div_ceil(made.per_block as usize).saturating_mul(*times),
            Over::Blocks(blocks) => *blocks,
        };
        if blocks == 0 {
            return Ok(());
        }
        let blocks = i32::try_from(blocks).map_err(|_| CudaError::TooLarge { elements: blocks })?;
        let grid = Grid::line(blocks.unsigned_abs(), made.threads);
        let stream = if is_recorded { &self.inner.recorder } else { &self.inner.stream };
        // SAFETY: kernels stay within the regions they are given, which lie in buffers that outlive the stream's work:
        // dropping one waits for the device.
        let launch = || unsafe { made.function.launch(stream, grid, arguments) };
        if self.profiler().is_on() && !is_recorded {
            let elements = if let Over::Count(n) = over { *n } else { 0 };
            return self.profiler().launch(stream, key, &made.function, elements, launch);
        }
        launch()
    }

    fn made(&self, key: &str, make: impl FnOnce() -> Kernel) -> Result<Made, CudaError> {
        let kernels = || self.inner.kernels.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kernels().get(key) {
            return Ok(made.clone());
        }
        // Without the lock: the driver may take its time to translate, and others launch meanwhile.
        let kernel = make();
        let module = Module::load(&self.inner.context, &kernel.ptx())?;
        let function = module.function(kernel.name())?;
        let made = Made { function, threads: kernel.threads(), per_block: kernel.per_block() };
        kernels().insert(key.to_owned(), made.clone());
        Ok(made)
    }
}

impl Cuda {
    /// Runs a pass: the first of its kind call by call, the second while it is recorded, and from then on what was
    /// recorded.
    fn record(
        &self,
        memo: &mut Memo,
        pass: &mut Pass<'_, Self>,
        kind: PassKind,
        mut f: impl FnMut(&mut Pass<'_, Self>),
    ) -> Result<(), CudaError> {
        // Losses that are waited for are read already; only those of deferred steps stay.
        let keeps = pass.state.is_deferred && memo.was_deferred;
        memo.was_deferred = pass.state.is_deferred;
        self.write_state(pass, keeps)?;
        if self.profiler().is_on() {
            f(pass); // launch by launch
            return Ok(());
        }
        let key = (kind, pass.state.batch);
        if let Some(Recorded::Graph(graph)) = memo.passes.get(&key) {
            // SAFETY: it works on the buffers of this workspace and of the model, which outlive the stream's work.
            return unsafe { graph.launch(self.stream()) };
        }
        let may_record = !memo.is_unrecordable && memo.graphs() < MOST_GRAPHS;
        if memo.passes.contains_key(&key)
            && may_record
            && let Some(graph) = self.captured(pass, &mut f)?
        {
            // SAFETY: as above.
            unsafe { graph.launch(self.stream())? };
            memo.passes.insert(key, Recorded::Graph(graph));
            return Ok(());
        }
        // Also where somebody waited for the whole context meanwhile, which spoils a recording: nothing has run then.
        f(pass);
        if pass.fault.is_none() {
            memo.passes.insert(key, Recorded::Once);
        }
        Ok(())
    }

    /// Launches a loss.
    fn launch_loss(
        &self,
        pass: &mut Pass<'_, Self>,
        call: &LossCall<'_, f32>,
    ) -> Result<(), CudaError> {
        let (w, batch) = (&*pass.workspace, pass.state.batch);
        let of = |r: Region| match r.space {
            Space::Input => w.input.arg(r.offset * w.capacity), // nothing is computed
            Space::Target => w.target.arg(r.offset * w.capacity),
            Space::Label => w.labels.arg(r.offset * w.capacity),
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
        for (i, arguments) in loss.arguments(batch).iter().enumerate() {
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
            let make = || loss.kernels().swap_remove(i);
            let is_recorded = w.memo.is_recording;
            self.launch(
                is_recorded,
                &format!("loss {i} {loss:?}"),
                make,
                &arguments,
                &Over::Count(last),
            )?;
        }
        Ok(())
    }

    /// Launches a step of an optimizer.
    fn launch_update(
        &self,
        workspace: &mut Workspace<Self>,
        state: &StepState,
        rule: &Update,
        clip: Clip,
        ranges: &[UpdateRange],
        parameters: &CudaBuffer<f32>,
        slots: &[CudaBuffer<f32>],
    ) -> Result<(), CudaError> {
        let factors = |range: &UpdateRange| {
            let rule = rule.decay_times(range.weight_decay);
            update::factors(&rule, range.learning_rate * state.learning_rate, state.step + 1)
        };
        let words: Vec<f32> = ranges.iter().flat_map(factors).collect();
        let buffer = match &mut workspace.memo.factors {
            Some(buffer) => buffer,
            none => none.insert(CudaBuffer::zeroed(self.stream(), words.len())?),
        };
        self.copy_in(buffer, 0, &words)?;
        let (w, n) = (&*workspace, workspace.needs.gradients);
        let factors = w.memo.factors.as_ref().expect("it was just filled");
        let status = w.scratch.arg(STATUS);
        let start = sums_start(&w.needs);
        let sums = update::norm_parts(n);
        let scale = w.scratch.arg(start + 2 * sums);
        if let Clip::Norm(norm) = clip {
            let parts = w.scratch.arg(start);
            let arguments = [w.gradients.arg(0), parts, count(n)?];
            self.launch(false, "squared_norm", update::squared_norm, &arguments, &Over::Count(n))?;
            let arguments = [parts, scale, count(sums)?];
            let make = || update::clip_scale(norm);
            self.launch(
                false,
                &format!("clip_scale {norm:?}"),
                make,
                &arguments,
                &Over::Count(sums.min(1)),
            )?;
        }
        // The decay is no part of the kernel.
        let key = format!("update {:?} {clip:?}", rule.decay_times(0.0));
        for (i, range) in ranges.iter().enumerate() {
            let (first, n) = (range.elements.start, range.elements.len());
            let mut arguments = vec![
                parameters.arg(first),
                w.gradients.arg(first),
                factors.arg(i * FACTORS),
                status,
            ];
            arguments.extend(matches!(clip, Clip::Norm(_)).then_some(scale));
            arguments.extend(slots.iter().map(|slot| slot.arg(first)));
            arguments.push(count(n)?);
            self.launch(false, &key, || update::update(rule, clip), &arguments, &Over::Count(n))?;
        }
        Ok(())
    }

    /// Numbers that do not change, in the device's memory.
    fn constants(&self, numbers: &[f32]) -> Result<Arg, CudaError> {
        let mut all = self.inner.constants.lock().unwrap_or_else(PoisonError::into_inner);
        let bits: Vec<u32> = numbers.iter().map(|x| x.to_bits()).collect();
        if let Some(buffer) = all.get(&bits) {
            return Ok(buffer.arg(0));
        }
        let mut buffer = CudaBuffer::zeroed(self.stream(), numbers.len())?;
        buffer.upload_at(self.stream(), 0, numbers)?;
        let arg = buffer.arg(0);
        all.insert(bits, buffer);
        Ok(arg)
    }

    /// The calls of a pass as a graph; `None` where they could not be recorded.
    fn captured(
        &self,
        pass: &mut Pass<'_, Self>,
        f: &mut impl FnMut(&mut Pass<'_, Self>),
    ) -> Result<Option<Graph>, CudaError> {
        let _recording = self.inner.recording.lock();
        pass.workspace.memo.is_recording = true;
        let graph = Graph::capture(&self.inner.recorder, || {
            f(pass);
            Ok(())
        });
        pass.workspace.memo.is_recording = false;
        match graph {
            Ok(graph) if pass.fault.is_none() => Ok(Some(graph)),
            _ => {
                pass.fault = None; // it comes again, if it was not the recording's
                Ok(None)
            }
        }
    }

    /// Tells the device what changes from step to step. Losses and status become 0, unless it `keeps` them.
    fn write_state(&self, pass: &mut Pass<'_, Self>, keeps: bool) -> Result<(), CudaError> {
        let halves = |x: u64| [x as u32, (x >> 32) as u32].map(f32::from_bits);
        let ([a, b], [c, d]) = (halves(pass.state.seed), halves(pass.state.step));
        let words = [a, b, c, d, 0.0, 0.0, 0.0, 0.0, 0.0];
        let count = if keeps { TOTAL } else { WRITTEN };
        self.copy_in(&mut pass.workspace.scratch, 0, &words[..count])
    }
}

/// A number of elements as an argument.
pub(crate) fn count(n: usize) -> Result<Arg, CudaError> {
    let number = u32::try_from(n).ok().filter(|n| *n < 1 << 31);
    number.map(Arg::U32).ok_or(CudaError::TooLarge { elements: n })
}

/// What a device keeps with a workspace.
#[derive(Debug, Default)]
pub struct Memo {
    passes: HashMap<(PassKind, usize), Recorded>,
    /// The factors of an update.
    factors: Option<CudaBuffer<f32>>,
    /// Whether the last pass was not waited for.
    was_deferred: bool,
    /// Whether calls are recorded.
    pub(crate) is_recording: bool,
    /// Whether a pass needs the host in between.
    pub(crate) is_unrecordable: bool,
}

impl Memo {
    fn graphs(&self) -> usize {
        self.passes.values().filter(|p| matches!(p, Recorded::Graph(_))).count()
    }
}

/// Numbers of samples for which passes are recorded, at most: each graph takes memory. Others run call by call.
const MOST_GRAPHS: usize = 16;

/// A kind of pass, for a number of samples.
#[derive(Debug)]
enum Recorded {
    /// It ran, so that its kernels are there.
    Once,
    /// It is recorded.
    Graph(Graph),
}

impl fmt::Debug for Cuda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cuda({})", self.info())
    }
}

impl Device for Cuda {
    type Element = f32;
    type Buffer<X: Plain> = CudaBuffer<X>;
    type Piece<'a> = CudaPiece<'a>;
    type Memo = Memo;

    fn allocate<X: Plain>(&self, len: usize) -> Result<CudaBuffer<X>, Error> {
        Ok(CudaBuffer::zeroed(self.stream(), len)?)
    }

    fn upload_at<X: Plain>(
        &self,
        buffer: &mut CudaBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), Error> {
        Ok(self.copy_in(buffer, offset, from)?)
    }

    fn download<X: Plain>(
        &self,
        buffer: &CudaBuffer<X>,
        offset: usize,
        to: &mut [X],
    ) -> Result<(), Error> {
        Ok(buffer.download(self.stream(), offset, to)?)
    }

    fn workspace(&self, needs: &WorkspaceNeeds) -> Result<Workspace<Self>, Error> {
        let (memory, n) = (&needs.memory, needs.capacity);
        Ok(Workspace {
            capacity: n,
            input: self.allocate(needs.input.saturating_mul(n))?,
            integers: self.allocate(needs.integers.saturating_mul(n))?,
            target: self.allocate(needs.target.saturating_mul(n))?,
            labels: self.allocate(needs.labels.saturating_mul(n))?,
            arena: self.allocate(memory.arena.saturating_add(needs.border).saturating_mul(n))?,
            index: self.allocate(memory.index.saturating_mul(n))?,
            statistic: self.allocate(memory.statistic)?,
            gradients: self.allocate(needs.gradients)?,
            scratch: self.allocate(scratch::len(needs))?,
            needs: *needs,
            memo: Memo::default(),
        })
    }

    fn run(pass: &mut Pass<'_, Self>, kind: PassKind, f: impl FnMut(&mut Pass<'_, Self>)) {
        let mut memo = core::mem::take(&mut pass.workspace.memo);
        if let Err(error) = pass.device.record(&mut memo, pass, kind, f) {
            pass.fault.get_or_insert(error.into());
        }
        memo.is_unrecordable |= pass.workspace.memo.is_unrecordable;
        pass.workspace.memo = memo;
    }

    fn segment(
        pass: &mut Pass<'_, Self>,
        _: &Segment,
        f: &(dyn for<'p> Fn(&mut CudaPiece<'p>) + Sync),
    ) {
        let kept = match &pass.kept {
            Kept::Shared(kept) => kept,
            Kept::Exclusive(kept) => &**kept,
        };
        let spaces = Spaces { workspace: pass.workspace, parameters: pass.parameters, kept };
        let mut piece = CudaPiece::new(pass.device, spaces, &pass.base, pass.state);
        f(&mut piece);
        pass.fault = piece.fault;
    }

    fn loss(pass: &mut Pass<'_, Self>, call: &LossCall<'_, f32>) {
        if let Err(error) = pass.device.clone().launch_loss(pass, call) {
            pass.fault.get_or_insert(error.into());
        }
    }

    fn update(
        &self,
        workspace: &mut Workspace<Self>,
        state: &StepState,
        rule: &Update,
        clip: Clip,
        ranges: &[UpdateRange],
        parameters: &mut CudaBuffer<f32>,
        slots: &mut [CudaBuffer<f32>],
    ) -> Result<(), Error> {
        Ok(self.launch_update(workspace, state, rule, clip, ranges, parameters, slots)?)
    }

    fn end_step(pass: &mut Pass<'_, Self>) -> Result<f32, Error> {
        let loss = pass.device.clone().read_losses(pass.workspace);
        pass.fault.take().map_or(loss, Err)
    }

    fn defer_step(pass: &mut Pass<'_, Self>) -> Result<Option<f32>, Error> {
        pass.fault.take().map_or(Ok(None), Err)
    }

    fn deferred_losses(&self, workspace: &mut Workspace<Self>) -> Result<f32, Error> {
        let losses = self.read_losses(workspace);
        self.copy_in(&mut workspace.scratch, TOTAL, &[0.0; WRITTEN - TOTAL])?;
        losses
    }
}

impl Cuda {
    /// Waits for the work of the stream, and reads what losses left.
    fn read_losses(&self, workspace: &Workspace<Self>) -> Result<f32, Error> {
        let mut left = [0.0f32; WRITTEN - TOTAL];
        workspace.scratch.download(self.stream(), TOTAL, &mut left)?;
        let [low, high, sample, label, classes] = left.map(f32::to_bits);
        if let Some(sample) = sample.checked_sub(1) {
            return Err(Error::Label { sample: sample as usize, label, classes: classes as usize });
        }
        Ok(f64::from_bits(u64::from(high) << 32 | u64::from(low)) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_elements_than_kernels_count_are_refused() {
        assert_eq!(count((1 << 31) - 1), Ok(Arg::U32(i32::MAX as u32)));
        let error = count(1 << 31).unwrap_err();
        assert_eq!(error, CudaError::TooLarge { elements: 1 << 31 });
        assert!(error.to_string().contains("help: use smaller batches"), "{error}");
    }
}
