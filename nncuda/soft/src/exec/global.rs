//! Global memory as a block of the grid sees it, and who else uses it.
//!
//! For each four bytes that a launch touches there is a cell: the block that wrote them, the block that read them, or
//! that several did. Blocks have no order, so what one writes plainly no other may touch, unless
//!
//! * both accesses are atomic, volatile, relaxed, acquire or release, or
//! * the writer has since executed a fence and then an atomic operation (or a release), and the reader an atomic
//!   operation (or an acquire): the pattern of "the last block adds up";
//! * both write the same value.
//!
//! Accesses of one or two bytes to different bytes of the same four are taken for separate, and what is then no
//! longer known is not reported.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering::Relaxed};

use super::fault::{Kind, Outcome, fault};
use super::memory::{Block, LOCAL_WINDOW, PARAM_WINDOW, SHARED_WINDOW, View, WINDOW};

const EPOCH: u64 = 0xf_ffff << 44;
const WRITER: u64 = 0xf_ffff << 24;
const READER: u64 = 0xf_ffff << 4;
/// The writer wrote atomically.
const ATOMIC: u64 = 1;
/// Several blocks used parts of the four bytes: no more is said about the cell.
const PARTIAL: u64 = 2;
/// The writer wrote some of the four bytes only.
const SUB: u64 = 4;
/// The reader that stands for several.
const MANY: u64 = 0xf_ffff;

/// The last epoch; then the cells have to be cleared.
pub(crate) const LAST_EPOCH: u64 = 0xf_ffff;

/// How an access is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Manner {
    Plain,
    /// Atomic, volatile, relaxed, acquire, release.
    Strong,
    /// `.nc`: read-only for the whole launch.
    Constant,
}

/// What blocks of a launch share.
pub(crate) struct Races {
    /// The launch's number, 0 if races are not looked for.
    pub(crate) epoch: u64,
    /// For each block whether it published what it wrote.
    pub(crate) released: Box<[AtomicU8]>,
}

/// Global memory for one block of the grid.
pub(crate) struct Global<'a> {
    pub(crate) view: &'a View,
    pub(crate) races: &'a Races,
    /// The block that was found last.
    last: usize,
    /// The number of the grid's block.
    block: usize,
    /// It executed a fence since it started.
    fenced: bool,
    /// It executed an atomic operation.
    acquired: bool,
}

impl<'a> Global<'a> {
    pub(crate) fn new(view: &'a View, races: &'a Races) -> Self {
        Self { view, races, last: 0, block: 0, fenced: false, acquired: false }
    }

    /// Starts with a block of the grid.
    pub(crate) fn start(&mut self, block: usize) {
        self.block = block;
        self.fenced = false;
        self.acquired = false;
    }

    /// Where an access goes.
    #[inline]
    pub(crate) fn locate(
        &mut self,
        address: u64,
        len: usize,
        lane: usize,
        verb: &str,
    ) -> Outcome<(&'a Arc<Block>, usize)> {
        if address & (len as u64 - 1) != 0 {
            return fault(
                Kind::Misaligned,
                lane,
                format!("{verb} {len} bytes at {address:#x}, which is misaligned"),
            );
        }
        let view = self.view;
        if let Some(b) = view.blocks.get(self.last)
            && address >= b.base
            && address.saturating_add(len as u64) <= b.end()
        {
            return Ok((b, (address - b.base) as usize));
        }
        self.search(address, len, lane, verb)
    }

    #[cold]
    fn search(
        &mut self,
        address: u64,
        len: usize,
        lane: usize,
        verb: &str,
    ) -> Outcome<(&'a Arc<Block>, usize)> {
        if let Some(i) = self.view.index(address) {
            let b = &self.view.blocks[i];
            if address.checked_add(len as u64).is_some_and(|end| end <= b.end()) {
                self.last = i;
                return Ok((b, (address - b.base) as usize));
            }
        }
        for (window, name) in
            [(SHARED_WINDOW, "shared"), (LOCAL_WINDOW, "local"), (PARAM_WINDOW, "param")]
        {
            if (window..window + WINDOW).contains(&address) {
                return fault(
                    Kind::InvalidSpace,
                    lane,
                    format!("{verb} global memory at {address:#x}, which is in {name} memory"),
                );
            }
        }
        let why = self.view.explain(address, len);
        fault(
            Kind::IllegalAddress,
            lane,
            format!("{verb} {len} bytes of global memory at {address:#x}: {why}"),
        )
    }

    fn id(&self) -> u64 {
        self.block as u64 % (MANY - 1) + 1
    }

    /// Whether what a block wrote before is visible to this one.
    fn ordered(&self, writer: u64) -> bool {
        let writer = writer as usize - 1;
        self.acquired && self.races.released.get(writer).is_some_and(|r| r.load(Relaxed) != 0)
    }

    /// Notes a read.
    #[inline]
    pub(crate) fn read(
        &self,
        b: &Block,
        offset: usize,
        len: usize,
        lane: usize,
        manner: Manner,
    ) -> Outcome {
        if let Some(i) = b.unwritten(offset, len) {
            let a = b.base + offset as u64;
            return fault(
                Kind::Failed,
                lane,
                format!("reads global memory at {a:#x}; byte {i} of {} was never written", b.name),
            );
        }
        if self.races.epoch == 0 || b.read_only {
            return Ok(());
        }
        let me = self.id();
        let users = b.users();
        let words = offset / 4..(offset + len).div_ceil(4);
        for (word, cell) in words.clone().zip(&users[words]) {
            let old = cell.load(Relaxed);
            // The common case: this block read it before, and nobody writes.
            if old & (EPOCH | WRITER) == self.races.epoch << 44 && old & READER == me << 4 {
                continue;
            }
            self.read_cell(cell, b, word, lane, manner, len < 4)?;
        }
        Ok(())
    }

    fn read_cell(
        &self,
        cell: &AtomicU64,
        b: &Block,
        word: usize,
        lane: usize,
        manner: Manner,
        partial: bool,
    ) -> Outcome {
        let me = self.id();
        loop {
            let old = cell.load(Relaxed);
            let mut c =
                if old & EPOCH == self.races.epoch << 44 { old } else { self.races.epoch << 44 };
            let writer = (c & WRITER) >> 24;
            let excused = match manner {
                Manner::Plain => writer == me || self.ordered(writer.max(1)),
                Manner::Strong => writer == me || c & ATOMIC != 0 || self.ordered(writer.max(1)),
                Manner::Constant => false,
            };
            let known = c & PARTIAL == 0 && !(partial && c & SUB != 0);
            if writer != 0 && !excused && known {
                let a = b.base + 4 * word as u64;
                let what = if manner == Manner::Constant {
                    " through the read-only cache (`.nc`)"
                } else {
                    ""
                };
                let who = self.name(writer);
                return fault(
                    Kind::Failed,
                    lane,
                    format!(
                        "a race: reads global memory at {a:#x}{what}, which {who} writes in the same launch"
                    ),
                );
            }
            if manner != Manner::Strong {
                let reader = (c & READER) >> 4;
                let reader = if reader == 0 || reader == me { me } else { MANY };
                c = c & !READER | reader << 4;
            }
            if c == old || cell.compare_exchange_weak(old, c, Relaxed, Relaxed).is_ok() {
                return Ok(());
            }
        }
    }

    /// Notes a write. `same`: the value is there already.
    #[inline]
    pub(crate) fn write(
        &self,
        b: &Block,
        offset: usize,
        len: usize,
        lane: usize,
        manner: Manner,
        same: bool,
    ) -> Outcome {
        if b.read_only {
            let a = b.base + offset as u64;
            return fault(
                Kind::IllegalAddress,
                lane,
                format!("writes {a:#x}, which is constant: {}", b.name),
            );
        }
        b.mark(offset, len);
        if self.races.epoch == 0 {
            return Ok(());
        }
        let users = b.users();
        let words = offset / 4..(offset + len).div_ceil(4);
        for (word, cell) in words.clone().zip(&users[words]) {
            let old = cell.load(Relaxed);
            let wanted = self.races.epoch << 44 | self.id() << 24;
            if old & (EPOCH | WRITER | READER) == wanted
                && (old & ATOMIC != 0) == (manner == Manner::Strong)
            {
                continue;
            }
            self.write_cell(cell, b, word, lane, manner, same, len < 4)?;
        }
        Ok(())
    }

    fn write_cell(
        &self,
        cell: &AtomicU64,
        b: &Block,
        word: usize,
        lane: usize,
        manner: Manner,
        same: bool,
        partial: bool,
    ) -> Outcome {
        let me = self.id();
        loop {
            let old = cell.load(Relaxed);
            let fresh = old & EPOCH != self.races.epoch << 44;
            let mut c = if fresh { self.races.epoch << 44 } else { old };
            let (writer, reader) = ((c & WRITER) >> 24, (c & READER) >> 4);
            let strong = manner == Manner::Strong;
            let known = c & PARTIAL == 0 && !partial;
            let a = b.base + 4 * word as u64;
            if known
                && writer != 0
                && writer != me
                && !same
                && !(strong && c & ATOMIC != 0)
                && !self.ordered(writer)
            {
                return fault(
                    Kind::Failed,
                    lane,
                    format!(
                        "a race: writes global memory at {a:#x}, which {} writes in the same launch",
                        self.name(writer)
                    ),
                );
            }
            if known && reader != 0 && reader != me && !same && !self.acquired {
                let who = if reader == MANY {
                    "several blocks read".into()
                } else {
                    format!("{} reads", self.name(reader))
                };
                return fault(
                    Kind::Failed,
                    lane,
                    format!(
                        "a race: writes global memory at {a:#x}, which {who} in the same launch"
                    ),
                );
            }
            // Different parts of a word by different blocks: no more is known.
            if partial && (writer != 0 && writer != me || reader != 0 && reader != me) {
                c |= PARTIAL;
            }
            let atomic = if strong { ATOMIC } else { 0 };
            let sub = if partial && (writer != me || c & SUB != 0) { SUB } else { 0 };
            c = c & !(WRITER | ATOMIC | SUB) | me << 24 | atomic | sub;
            if c == old || cell.compare_exchange_weak(old, c, Relaxed, Relaxed).is_ok() {
                return Ok(());
            }
        }
    }

    fn name(&self, id: u64) -> String {
        format!("block {}", id - 1)
    }

    /// A fence of the device.
    pub(crate) fn fence(&mut self) {
        self.fenced = true;
    }

    /// An atomic operation or an ordered access to global memory.
    pub(crate) fn synchronise(&mut self, ordered: bool) {
        self.acquired = true;
        if (self.fenced || ordered)
            && let Some(r) = self.races.released.get(self.block)
        {
            r.store(1, Relaxed);
        }
    }
}
