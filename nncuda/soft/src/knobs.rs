//! What tests can set and count.

/// What a read of memory that was never written gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Poison: all bits are ones, which is a NaN.
    #[default]
    Poison,
    /// A fault.
    Fault,
}

/// What was done so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counters {
    /// Kernels run, those of graphs among them.
    pub launches: u64,
    /// Operations that warps have run.
    pub warp_instructions: u64,
    /// Modules loaded.
    pub modules: u64,
    /// Bytes of device memory in use.
    pub allocated: usize,
    /// The most that it was.
    pub peak: usize,
    /// Graphs launched.
    pub graph_launches: u64,
    /// Kernels that the host launched one by one, or recorded.
    pub launch_calls: u64,
    /// Allocations of device memory and of page-locked memory.
    pub allocations: u64,
    /// Calls that waited for all work of a stream or of the context.
    pub waits: u64,
}

/// The settings.
#[derive(Clone, Debug)]
pub(crate) struct Knobs {
    /// Bytes of device memory.
    pub(crate) memory: usize,
    pub(crate) capability: (u32, u32),
    /// The seed of the order of blocks.
    pub(crate) order: Option<u64>,
    /// Threads of the host that run blocks.
    pub(crate) threads: usize,
    /// Operations that a block may run.
    pub(crate) budget: u64,
    /// Whether races between blocks are looked for.
    pub(crate) races: bool,
    /// Whether the work of streams is done as late as possible.
    pub(crate) asynchronous: bool,
}

impl Default for Knobs {
    fn default() -> Self {
        Self {
            memory: 1 << 30,
            capability: (9, 0),
            order: Some(1),
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            budget: 1 << 30,
            races: true,
            asynchronous: false,
        }
    }
}
