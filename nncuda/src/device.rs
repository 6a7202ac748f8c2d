//! The device that networks run on.

use core::fmt;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nncore::Error;
use nncore::device::{
    Execute, LossCall, Pass, PassKind, Plain, Segment, Store, Train, Workspace, WorkspaceNeeds,
};
use nncore::kernels::update::UpdateKind;

use crate::kernels::key::KernelKey;
use crate::piece::{CudaPiece, Spaces};
use crate::profile::Profiler;
use crate::recording::Memo;
use crate::scratch::{self, TOTAL, WRITTEN};
use crate::staging::Staging;
use crate::{
    Arg, Context, CudaBuffer, CudaError, CudaOptions, DeviceInfo, Function, Grid, Module,
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
    kernels: Mutex<HashMap<KernelKey, Made>>,
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
#[derive(Clone, Copy)]
pub(crate) struct Over {
    threads: Threads,
    /// What a profile shows.
    elements: usize,
}

/// How many threads run.
#[derive(Clone, Copy)]
enum Threads {
    /// Those for as many as are counted, so many times.
    Times(usize, usize),
    /// So many blocks.
    Blocks(usize),
}

impl Over {
    /// As many as the last argument says.
    pub(crate) fn count(n: usize) -> Self {
        Self { threads: Threads::Times(n, 1), elements: n }
    }

    /// The same, so many times.
    pub(crate) fn times(n: usize, times: usize) -> Self {
        Self { threads: Threads::Times(n, times), elements: n }
    }

    /// So many blocks.
    pub(crate) fn blocks(blocks: usize) -> Self {
        Self { threads: Threads::Blocks(blocks), elements: 0 }
    }

    /// Of so many terms of sums.
    pub(crate) fn with(self, terms: usize) -> Self {
        Self { elements: terms, ..self }
    }
}

impl Cuda {
    /// GPU number `index`, from 0, in true `f32`.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old.
    pub fn new(index: usize) -> Result<Self, CudaError> {
        Self::with_options(CudaOptions { index, ..CudaOptions::default() })
    }

    /// The GPU with these options.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old, also for the precision.
    pub fn with_options(options: CudaOptions) -> Result<Self, CudaError> {
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

    /// The stream that passes are recorded on, and what keeps others off it.
    pub(crate) fn recorder(&self) -> (&Stream, MutexGuard<'_, ()>) {
        let guard = self.inner.recording.lock().unwrap_or_else(PoisonError::into_inner);
        (&self.inner.recorder, guard)
    }

    /// Copies from the host behind the work that the stream has, without waiting for it.
    pub(crate) fn copy_in<X: Plain>(
        &self,
        buffer: &mut CudaBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), CudaError> {
        let mut staging = self.inner.staging.lock().unwrap_or_else(PoisonError::into_inner);
        staging.upload(self.stream(), buffer, offset, from)
    }

    /// Launches the kernel of a key, which is made where it is new; or records that, where a pass `is_recorded`.
    pub(crate) fn launch(
        &self,
        is_recorded: bool,
        key: KernelKey,
        arguments: &[Arg],
        over: Over,
    ) -> Result<(), CudaError> {
        let key = key.normal();
        let made = self.made(key)?;
        let blocks = match over.threads {
            Threads::Times(n, times) => n.div_ceil(made.per_block as usize).saturating_mul(times),
            Threads::Blocks(blocks) => blocks,
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
            return self.profiler().launch(stream, key, &made.function, over.elements, launch);
        }
        launch()
    }

    /// Numbers that do not change, in the device's memory.
    pub(crate) fn constants(&self, numbers: &[f32]) -> Result<Arg, CudaError> {
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

    fn made(&self, key: KernelKey) -> Result<Made, CudaError> {
        let kernels = || self.inner.kernels.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kernels().get(&key) {
            return Ok(made.clone());
        }
        // Without the lock: the driver may take its time to translate, and others launch meanwhile.
        let kernel = key.build();
        let module = Module::load(&self.inner.context, &kernel.ptx())?;
        let function = module.function(kernel.name())?;
        let made = Made { function, threads: kernel.threads(), per_block: kernel.per_block() };
        kernels().insert(key, made.clone());
        Ok(made)
    }
}

/// A number of elements as an argument.
pub(crate) fn count(n: usize) -> Result<Arg, CudaError> {
    let number = u32::try_from(n).ok().filter(|n| *n < 1 << 31);
    number.map(Arg::U32).ok_or(CudaError::TooLarge { elements: n })
}

impl fmt::Debug for Cuda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cuda({})", self.info())
    }
}

impl Execute for Cuda {
    type Element = f32;
    type Buffer<X: Plain> = CudaBuffer<X>;
    type Piece<'a> = CudaPiece<'a>;
    type Memo = Memo;

    fn segment(
        pass: &mut Pass<'_, Self>,
        _: &Segment,
        f: &(dyn for<'p> Fn(&mut CudaPiece<'p>) + Sync),
    ) {
        let (parameters, kept) = (pass.parameters.shared(), pass.kept.shared());
        let spaces = Spaces { workspace: pass.workspace, parameters, kept };
        let mut piece = CudaPiece::new(pass.device, spaces, &pass.base, pass.state);
        f(&mut piece);
        pass.fault = piece.fault;
    }
}

impl Store for Cuda {
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
}

impl Train for Cuda {
    fn run(pass: &mut Pass<'_, Self>, kind: PassKind, f: impl FnMut(&mut Pass<'_, Self>)) {
        if let Err(error) = pass.device.record(pass, kind, f) {
            pass.fault.get_or_insert(error.into());
        }
    }

    fn loss(pass: &mut Pass<'_, Self>, call: &LossCall<'_, f32>) {
        if let Err(error) = pass.device.launch_loss(pass, call) {
            pass.fault.get_or_insert(error.into());
        }
    }

    fn update(pass: &mut Pass<'_, Self>, _: UpdateKind) {
        if let Err(error) = pass.device.launch_update(pass) {
            pass.fault.get_or_insert(error.into());
        }
    }

    fn end_step(pass: &mut Pass<'_, Self>) -> Result<f32, Error> {
        let loss = pass.device.read_losses(pass.workspace);
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
