//! A kernel in the form in which it runs: decoded operations on numbered registers.

use crate::exec::regs::Slot;
use crate::exec::rows::{Function, Ops};
use crate::ptx::Space;

/// No predicate guards the operation.
pub(crate) const NO_GUARD: u16 = u16::MAX;

/// A kernel.
#[derive(Debug, Default)]
pub(crate) struct Kernel {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    /// Bytes of all parameters.
    pub(crate) param_bytes: usize,
    pub(crate) max_threads: u32,
    /// `.reqntid`.
    pub(crate) block: Option<[u32; 3]>,
    /// Bytes of static shared memory; the dynamic part follows.
    pub(crate) shared: usize,
    /// Bytes of local memory of a thread.
    pub(crate) local: usize,
    /// Rows of registers.
    pub(crate) rows: usize,
    pub(crate) preds: usize,
    /// Registers of the source, for `cuFuncGetAttribute`.
    pub(crate) registers: u32,
    /// Rows filled before a block.
    pub(crate) preset: Vec<Preset>,
    pub(crate) code: Vec<Inst>,
    /// What operations read and write: rows, then predicates after `rows`.
    pub(crate) refs: Vec<u16>,
    /// What the registers are called.
    pub(crate) names: Vec<Named>,
    /// Line and text of each instruction of the source.
    pub(crate) places: Vec<(u32, Box<str>)>,
}

/// A declaration of registers.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: Box<str>,
    /// The first row or predicate.
    pub(crate) first: u32,
    /// `None` for a single register.
    pub(crate) count: Option<u32>,
    /// Rows of each.
    pub(crate) step: u32,
    pub(crate) pred: bool,
}

impl Kernel {
    /// The name of what `refs` mean.
    pub(crate) fn name_of(&self, reference: u16) -> String {
        let r = usize::from(reference);
        let (pred, at) = if r >= self.rows { (true, r - self.rows) } else { (false, r) };
        for n in self.names.iter().filter(|n| n.pred == pred) {
            let Some(i) = (at as u32).checked_sub(n.first).map(|d| d / n.step) else { continue };
            match n.count {
                Some(count) if i < count => return format!("{}{i}", n.name),
                None if i == 0 => return n.name.to_string(),
                _ => {}
            }
        }
        "a register".into()
    }
}

/// A parameter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Param {
    pub(crate) offset: usize,
    pub(crate) size: usize,
}

/// A row with a value that the block's place gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Preset {
    pub(crate) slot: Slot,
    /// 64 bits a lane.
    pub(crate) wide: bool,
    pub(crate) value: Value,
}

/// The value of a preset row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Value {
    Bits(u64),
    /// Bytes of the parameters, and whether the sign is extended.
    Param {
        offset: u32,
        size: u8,
        signed: bool,
    },
    Tid(u8),
    Ntid(u8),
    Ctaid(u8),
    Nctaid(u8),
    Lane,
    Warp,
    /// The mask of the lanes that stand in the relation to the own one.
    LaneMask(Relation),
    /// Where dynamic shared memory starts.
    DynamicShared,
    /// Bytes of dynamic shared memory, and of all.
    SharedSize(bool),
    Smid,
    Nsmid,
    Nwarpid,
    Zero,
}

/// A relation of lanes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Relation {
    Equal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// An operation with its guard and the registers it uses.
#[derive(Debug)]
pub(crate) struct Inst {
    pub(crate) guard: u16,
    pub(crate) negated: bool,
    /// In `refs`, from `first`: the registers read, then those written.
    pub(crate) reads: u8,
    pub(crate) writes: u8,
    pub(crate) first: u32,
    /// In `places`.
    pub(crate) place: u32,
    pub(crate) op: Op,
}

/// An operation.
#[derive(Debug)]
pub(crate) enum Op {
    Row(Function, Ops),
    /// A fault if a lane of the divisor is zero.
    NonZero {
        slot: Slot,
        wide: bool,
    },
    Load(Box<Access>),
    Store(Box<Access>),
    Atomic(Box<Atomic>),
    Branch(u32),
    BranchIndexed(Slot, Box<[u32]>),
    Exit,
    Trap,
    Barrier(Barrier),
    WarpBarrier(Slot),
    Shuffle(Box<Shuffle>),
    Vote {
        kind: Vote,
        d: Slot,
        pred: Slot,
        negated: bool,
        mask: Slot,
    },
    Match {
        all: bool,
        wide: bool,
        d: Slot,
        pred: Option<Slot>,
        a: Slot,
        mask: Slot,
    },
    Reduce {
        kind: AtomicKind,
        signed: bool,
        d: Slot,
        a: Slot,
        mask: Slot,
    },
    ActiveMask(Slot),
    Clock {
        d: Slot,
        wide: bool,
    },
    Mma(Box<Mma>),
    LoadMatrix(Box<LoadMatrix>),
    CopyAsync(Box<CopyAsync>),
    CommitGroup,
    /// Waits until at most so many groups are pending; `None`: for all copies.
    WaitGroup(Option<u32>),
    /// A fence, of the block or of the whole device.
    Fence {
        device: bool,
    },
    Nop,
}

/// An address: a register, wide or not, and an offset.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Address {
    pub(crate) slot: Slot,
    pub(crate) wide: bool,
    pub(crate) offset: i64,
}

/// A load or a store.
#[derive(Debug)]
pub(crate) struct Access {
    pub(crate) space: Space,
    pub(crate) address: Address,
    /// Bytes of an element.
    pub(crate) size: u8,
    pub(crate) signed: bool,
    /// Volatile, relaxed, acquire or release: not a plain access.
    pub(crate) strong: bool,
    /// Acquire (of a load) or release (of a store).
    pub(crate) ordered: bool,
    /// `.nc`: nobody may write there in this launch.
    pub(crate) constant: bool,
    /// One register for each element.
    pub(crate) regs: Vec<Slot>,
}

/// An atomic operation.
#[derive(Debug)]
pub(crate) struct Atomic {
    pub(crate) space: Space,
    pub(crate) address: Address,
    pub(crate) kind: AtomicKind,
    pub(crate) number: Number,
    /// Acquire, release or both.
    pub(crate) ordered: bool,
    pub(crate) d: Option<Slot>,
    pub(crate) a: Slot,
    /// The new value of `cas`.
    pub(crate) b: Slot,
}

/// What an atomic operation computes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AtomicKind {
    Add,
    Min,
    Max,
    And,
    Or,
    Xor,
    Exchange,
    CompareExchange,
    Increment,
    Decrement,
}

/// What an atomic operation works on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Number {
    U32,
    S32,
    U64,
    S64,
    F32,
    F64,
    F16,
    F16x2,
    Bf16,
    Bf16x2,
    B16,
}

impl Number {
    pub(crate) fn size(self) -> usize {
        match self {
            Self::U64 | Self::S64 | Self::F64 => 8,
            Self::F16 | Self::Bf16 | Self::B16 => 2,
            _ => 4,
        }
    }
}

/// `bar` and `barrier`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Barrier {
    pub(crate) id: Slot,
    /// The number of threads, if not all of the block.
    pub(crate) threads: Option<Slot>,
    /// Does not wait.
    pub(crate) arrive: bool,
    /// All threads of a warp have to come together.
    pub(crate) aligned: bool,
    pub(crate) reduce: Option<BarrierReduce>,
}

/// `bar.red`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BarrierReduce {
    /// A predicate for `and` and `or`, a row for `popc`.
    pub(crate) d: Slot,
    pub(crate) kind: Vote,
    pub(crate) pred: Slot,
    pub(crate) negated: bool,
}

/// A vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Vote {
    All,
    Any,
    Uniform,
    Ballot,
}

/// `shfl.sync`.
#[derive(Debug)]
pub(crate) struct Shuffle {
    pub(crate) kind: ShuffleKind,
    pub(crate) d: Slot,
    /// Whether the source lane was in range.
    pub(crate) pred: Option<Slot>,
    pub(crate) a: Slot,
    pub(crate) b: Slot,
    pub(crate) c: Slot,
    pub(crate) mask: Slot,
}

/// The lane that a shuffle reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ShuffleKind {
    Up,
    Down,
    Butterfly,
    Index,
}

/// `mma.sync.m16n8kK`.
#[derive(Debug)]
pub(crate) struct Mma {
    pub(crate) format: MmaFormat,
    pub(crate) k: usize,
    /// Whether C and D are `f32`, else `f16`.
    pub(crate) wide: bool,
    pub(crate) d: Vec<Slot>,
    pub(crate) a: Vec<Slot>,
    pub(crate) b: Vec<Slot>,
    pub(crate) c: Vec<Slot>,
}

/// The elements of A and B.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MmaFormat {
    Tf32,
    F16,
    Bf16,
}

/// `ldmatrix`.
#[derive(Debug)]
pub(crate) struct LoadMatrix {
    pub(crate) space: Space,
    pub(crate) address: Address,
    pub(crate) transposed: bool,
    pub(crate) regs: Vec<Slot>,
}

/// `cp.async`.
#[derive(Debug)]
pub(crate) struct CopyAsync {
    /// In shared memory.
    pub(crate) to: Address,
    /// In global memory.
    pub(crate) from: Address,
    pub(crate) size: u8,
    pub(crate) read: Read,
}

/// What a `cp.async` reads of its source; zeros follow.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Read {
    All,
    /// So many bytes.
    Bytes(Slot),
    /// All of it, or nothing where the predicate holds (does not hold, if it is negated).
    Unless(Slot, bool),
}
