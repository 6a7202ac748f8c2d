//! The device that networks run on.

use core::fmt;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use nncore::Error;
use nncore::device::{
    Clip, Device, Kept, LossCall, Pass, PassKind, Plain, Segment, StepState, UpdateRange, Workspace,
    WorkspaceNeeds,
};
use nncore::kernels::update::Update;

use crate::kernels::product::MOST_PARTS;
use crate::piece::{CudaPiece, Spaces};
use crate::ptx::Kernel;
use crate::{
    Arg, Context, CudaBuffer, CudaError, DeviceInfo, Function, Graph, Grid, Module, PinnedBuffer, Stream,
};

/// An NVIDIA GPU, in `f32`.
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
    stream: Stream,
    kernels: Mutex<HashMap<String, Made>>,
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
    /// Blocks in x, y and z.
    Blocks([u32; 3]),
}

/// Elements at the start of the scratch buffer: what changes from step to step, and what a step leaves.
///
/// | elements | |
/// |---|---|
/// | 0, 1 | the seed of dropout |
/// | 2, 3 | the number of the step |
/// | 4, 5 | the sum of the losses, in double precision |
/// | 6 | 1 + the first sample whose label is no class, or 0 |
pub(crate) const STATE: usize = 64;

/// Of these, what the host writes.
const WRITTEN: usize = 7;

/// Elements of the sums that are cut into parts, at most (64 MiB).
const PARTS: usize = 1 << 24;

impl Cuda {
    /// GPU number `index`, from 0.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old.
    pub fn new(index: usize) -> Result<Self, CudaError> {
        let context = Context::open(index)?;
        let stream = Stream::new(&context)?;
        let kernels = Mutex::new(HashMap::new());
        Ok(Self { inner: Arc::new(Inner { context, stream, kernels }) })
    }

    /// The device's properties.
    #[must_use]
    pub fn info(&self) -> &DeviceInfo {
        self.inner.context.info()
    }

    pub(crate) fn stream(&self) -> &Stream {
        &self.inner.stream
    }

    /// Launches the kernel called `key`, which `make` makes where it is new.
    pub(crate) fn launch(
        &self,
        key: &str,
        make: impl FnOnce() -> Kernel,
        arguments: &[Arg],
        over: &Over,
    ) -> Result<(), CudaError> {
        let made = self.made(key, make)?;
        let blocks = match over {
            Over::Count(0) => return Ok(()),
            Over::Count(n) => [n.div_ceil(made.per_block as usize) as u32, 1, 1],
            Over::Blocks(blocks) if blocks.contains(&0) => return Ok(()),
            Over::Blocks(blocks) => *blocks,
        };
        let grid = Grid { blocks, threads: [made.threads, 1, 1], shared: 0 };
        // SAFETY: kernels stay within the regions they are given, which lie in buffers that outlive the stream's work:
        // dropping one waits for the device.
        unsafe { made.function.launch(&self.inner.stream, grid, arguments) }
    }

    fn made(&self, key: &str, make: impl FnOnce() -> Kernel) -> Result<Made, CudaError> {
        let mut kernels = self.inner.kernels.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kernels.get(key) {
            return Ok(made.clone());
        }
        let kernel = make();
        let module = Module::load(&self.inner.context, &kernel.ptx())?;
        let function = module.function(kernel.name())?;
        let made =
            Made { function, threads: kernel.threads(), per_block: kernel.per_block() };
        kernels.insert(key.to_owned(), made.clone());
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
        f: impl FnOnce(&mut Pass<'_, Self>),
    ) -> Result<(), CudaError> {
        self.write_state(memo, pass)?;
        let key = (kind, pass.state.batch);
        if let Some(Recorded::Graph(graph)) = memo.passes.get(&key) {
            // SAFETY: it works on the buffers of this workspace and of the model, which outlive the stream's work.
            return unsafe { graph.launch(self.stream()) };
        }
        if memo.passes.contains_key(&key) && !memo.is_unrecordable {
            let graph = Graph::capture(self.stream(), || {
                f(pass);
                Ok(())
            })?;
            if pass.fault.is_none() {
                // SAFETY: as above.
                unsafe { graph.launch(self.stream())? };
                memo.passes.insert(key, Recorded::Graph(graph));
            }
            return Ok(());
        }
        f(pass);
        if pass.fault.is_none() {
            memo.passes.insert(key, Recorded::Once);
        }
        Ok(())
    }

    /// Tells the device what changes from step to step.
    fn write_state(&self, memo: &mut Memo, pass: &mut Pass<'_, Self>) -> Result<(), CudaError> {
        let state = match &mut memo.state {
            Some(state) => state,
            none => none.insert(PinnedBuffer::zeroed(&self.inner.context, WRITTEN)?),
        };
        let halves = |x: u64| [x as u32, (x >> 32) as u32].map(f32::from_bits);
        let [seed, step] = [pass.state.seed, pass.state.step].map(halves);
        let words = state.as_mut_slice();
        words.fill(0.0);
        words[..2].copy_from_slice(&seed);
        words[2..4].copy_from_slice(&step);
        let scratch = &mut pass.workspace.scratch;
        // SAFETY: the last pass ended with a download, which waited for its copy; this one's is done ahead of the next.
        unsafe { scratch.upload_async(self.stream(), 0, state, 0..WRITTEN) }
    }
}

/// What a device keeps with a workspace.
#[derive(Debug, Default)]
pub struct Memo {
    passes: HashMap<(PassKind, usize), Recorded>,
    state: Option<PinnedBuffer<f32>>,
    /// Whether a pass needs the host in between.
    pub(crate) is_unrecordable: bool,
}

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

/// Elements of the parts of sums.
pub(crate) fn parts_room(needs: &WorkspaceNeeds) -> usize {
    nnplan::align(needs.memory.scratch.partials).saturating_mul(MOST_PARTS).min(PARTS)
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
        Ok(buffer.upload_at(self.stream(), offset, from)?)
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
        let local = memory.local.saturating_mul(n);
        let scratch = STATE.saturating_add(local).saturating_add(parts_room(needs));
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
            scratch: self.allocate(scratch)?,
            needs: *needs,
            memo: Memo::default(),
        })
    }

    fn run(pass: &mut Pass<'_, Self>, kind: PassKind, f: impl FnOnce(&mut Pass<'_, Self>)) {
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
        let spaces =
            Spaces { workspace: pass.workspace, parameters: pass.parameters, kept };
        let mut piece = CudaPiece::new(pass.device, spaces, &pass.base, pass.state);
        f(&mut piece);
        pass.fault = piece.fault;
    }

    fn loss(pass: &mut Pass<'_, Self>, call: &LossCall<'_, f32>) {
        let _ = (pass, call);
    }

    fn update(
        &self,
        workspace: &mut Workspace<Self>,
        state: &StepState,
        update: &Update,
        clip: Clip,
        ranges: &[UpdateRange],
        parameters: &mut CudaBuffer<f32>,
        slots: &mut [CudaBuffer<f32>],
    ) -> Result<(), Error> {
        let _ = (workspace, state, update, clip, ranges, parameters, slots);
        Ok(())
    }

    fn end_step(pass: &mut Pass<'_, Self>) -> Result<f32, Error> {
        match pass.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(pass.loss),
        }
    }
}
