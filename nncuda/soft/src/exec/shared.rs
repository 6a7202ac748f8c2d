//! The shared memory of a block, and the order of the accesses to it.
//!
//! For each byte (each aligned four bytes, as long as nobody uses a part of them) there is a cell with the last
//! writer and the last readers. Two accesses of different threads, one of them a write, have to be ordered:
//!
//! * by a barrier between them in which both warps take part (or arrive, for the one that is earlier);
//! * for threads of one warp also by `bar.warp.sync`. Neither the order of the instructions nor `shfl`, `vote` or a
//!   fence is enough: from sm_70 on, the lanes of a warp need not go in step.
//!
//! Atomic operations and volatile, relaxed, acquire and release accesses need no order among each other, nor do two
//! writes of the same value. That such an access orders others (a flag in shared memory) is not seen: use a barrier.

use super::fault::{Kind, Outcome, fault};

/// The reader that stands for several lanes.
const MANY: u16 = 0x7ff;
/// The writer wrote atomically.
const ATOMIC: u16 = 0x8000;
/// An asynchronous copy that nobody waited for.
const PENDING: u16 = 0x4000;
/// The cells of the single bytes count.
const SPLIT: u16 = 0x2000;
const THREAD: u16 = 0x07ff;

#[derive(Clone, Copy, Default)]
struct Cell {
    /// When the last write was, in barriers; 0: never.
    written: u32,
    /// When the last reads were.
    read: u32,
    /// The warps of these reads.
    readers: u32,
    /// The writer with its flags.
    writer: u16,
    /// The barriers of its warp that the writer had passed.
    write_sync: u16,
    reader: u16,
    read_sync: u16,
}

/// What a warp knows of the others.
#[derive(Clone, Default)]
pub(crate) struct Order {
    /// Up to when the accesses of each warp come before this one's next.
    known: Vec<u32>,
    /// The least of the others'.
    floor: u32,
    /// Barriers of the warp.
    sync: u16,
}

impl Order {
    /// A `bar.warp.sync`.
    pub(crate) fn warp_barrier(&mut self) {
        self.sync = self.sync.wrapping_add(1);
    }
}

/// Who accesses shared memory.
#[derive(Clone, Copy)]
pub(crate) struct Who<'a> {
    pub(crate) warp: usize,
    pub(crate) order: &'a Order,
}

/// The shared memory of a block.
#[derive(Default)]
pub(crate) struct Shared {
    data: Vec<u8>,
    words: Vec<Cell>,
    bytes: Vec<Cell>,
    /// The barriers that the thread which runs blocks has seen.
    clock: u32,
    /// The clock when the block started.
    start: u32,
    /// Whether reads of what was never written are faults.
    pub(crate) tracked: bool,
}

impl Shared {
    /// Starts a block with poisoned memory.
    pub(crate) fn start(&mut self, size: usize) {
        if self.clock > u32::MAX / 2 {
            self.clock = 0;
            self.words.clear();
            self.bytes.clear();
        }
        self.data.clear();
        self.data.resize(size, 0xff);
        let words = size.div_ceil(4);
        if self.words.len() < words {
            self.words.resize(words, Cell::default());
        }
        self.clock += 1;
        self.start = self.clock;
    }

    /// What a warp knows at the start of a block.
    pub(crate) fn order(&self, warps: usize, order: &mut Order) {
        order.known.clear();
        order.known.resize(warps, self.start - 1);
        order.floor = self.start - 1;
        order.sync = 0;
    }

    /// The time of a `bar.arrive`: what comes later is not part of it.
    pub(crate) fn tick(&mut self) -> u32 {
        self.clock += 1;
        self.clock - 1
    }

    /// A barrier: the warps that wait know what all have done. `arrived` are those that do not wait, and when.
    pub(crate) fn barrier(
        &mut self,
        orders: &mut [&mut Order],
        waiting: u32,
        arrived: &[(usize, u32)],
    ) {
        let mut known = vec![0; orders.len()];
        let mut learn = |order: &Order, w: usize, now: u32| {
            for (k, v) in known.iter_mut().zip(&order.known) {
                *k = (*k).max(*v);
            }
            known[w] = known[w].max(now);
        };
        for w in super::regs::lanes(waiting) {
            learn(orders[w], w, self.clock);
        }
        for (w, now) in arrived {
            learn(orders[*w], *w, *now);
        }
        for w in super::regs::lanes(waiting) {
            let o = &mut orders[w];
            o.known.copy_from_slice(&known);
            let others = known.iter().enumerate().filter(|(v, _)| *v != w).map(|(_, k)| *k);
            o.floor = others.min().unwrap_or(self.clock);
            o.sync = o.sync.wrapping_add(1);
        }
        self.clock += 1;
    }

    /// Checks range and alignment.
    #[inline]
    pub(crate) fn locate(
        &self,
        address: u64,
        len: usize,
        lane: usize,
        verb: &str,
    ) -> Outcome<usize> {
        if address & (len as u64 - 1) != 0 {
            return fault(
                Kind::Misaligned,
                lane,
                format!("{verb} {len} bytes of shared memory at {address:#x}, which is misaligned"),
            );
        }
        if address.saturating_add(len as u64) > self.data.len() as u64 {
            let size = self.data.len();
            return fault(
                Kind::IllegalAddress,
                lane,
                format!(
                    "{verb} {len} bytes of shared memory at {address:#x}; the block has {size:#x} bytes"
                ),
            );
        }
        Ok(address as usize)
    }

    /// Whether ranges of so many bytes at all these addresses are inside and aligned.
    #[inline]
    pub(crate) fn all_inside(&self, at: &[u64; 32], len: usize) -> bool {
        let (mut most, mut low) = (0, 0);
        for a in at {
            most = most.max(*a);
            low |= *a;
        }
        low & (len as u64 - 1) == 0 && most.saturating_add(len as u64) <= self.data.len() as u64
    }

    /// A word of four bytes.
    #[inline(always)]
    pub(crate) fn word(&self, at: usize) -> u32 {
        let d = &self.data[at..][..4];
        u32::from_le_bytes([d[0], d[1], d[2], d[3]])
    }

    /// An element of 1, 2, 4 or 8 bytes.
    #[inline]
    pub(crate) fn get(&self, at: usize, size: usize) -> u64 {
        let d = &self.data[at..at + size];
        match *d {
            [a] => u64::from(a),
            [a, b] => u64::from(u16::from_le_bytes([a, b])),
            [a, b, c, d] => u64::from(u32::from_le_bytes([a, b, c, d])),
            _ => d.iter().rev().fold(0, |v, b| v << 8 | u64::from(*b)),
        }
    }

    #[inline]
    pub(crate) fn set(&mut self, at: usize, size: usize, v: u64) {
        self.data[at..at + size].copy_from_slice(&v.to_le_bytes()[..size]);
    }

    pub(crate) fn bytes(&self, at: usize, len: usize) -> &[u8] {
        &self.data[at..at + len]
    }

    pub(crate) fn set_bytes(&mut self, at: usize, from: &[u8]) {
        self.data[at..at + from.len()].copy_from_slice(from);
    }

    /// Notes a read of a range inside of the memory. `several`: by more than one lane of the warp.
    #[inline]
    pub(crate) fn read(
        &mut self,
        who: Who<'_>,
        at: usize,
        len: usize,
        lane: usize,
        several: bool,
    ) -> Outcome {
        let thread = if several { MANY } else { (who.warp * 32 + lane) as u16 };
        if (at | len).is_multiple_of(4) {
            let (me, floor, sync, now) =
                (1u32 << who.warp, who.order.floor, who.order.sync, self.clock);
            let mut noted = !self.tracked;
            for c in &mut self.words[at / 4..(at + len) / 4] {
                // The common cases: the write is ordered, and nobody or somebody read in this interval.
                let ordered = c.written <= floor && c.writer & (PENDING | SPLIT) == 0;
                if ordered && c.read <= floor {
                    c.readers = me;
                    c.reader = thread;
                } else if ordered && c.read == now && !(c.readers == me && c.read_sync != sync) {
                    let same = c.readers == me && c.reader == thread;
                    c.readers |= me;
                    c.reader = if same { thread } else { MANY };
                } else {
                    noted = false;
                    continue;
                }
                c.read = now;
                c.read_sync = sync;
            }
            if noted {
                return Ok(());
            }
        }
        self.read_slow(who, at, len, lane, thread)
    }

    fn read_slow(
        &mut self,
        who: Who<'_>,
        at: usize,
        len: usize,
        lane: usize,
        thread: u16,
    ) -> Outcome {
        let mut i = at;
        while i < at + len {
            let whole_word = i.is_multiple_of(4) && i + 4 <= at + len;
            let mut c = self.words[i / 4];
            let current = c.written >= self.start || c.read >= self.start;
            if whole_word && !(current && c.writer & SPLIT != 0) {
                self.read_cell(&mut c, who, i, lane, thread)?;
                self.words[i / 4] = c;
                i += 4;
                continue;
            }
            self.split(i / 4);
            let mut c = self.bytes[i];
            self.read_cell(&mut c, who, i, lane, thread)?;
            self.bytes[i] = c;
            self.words[i / 4].read = self.clock;
            i += 1;
        }
        Ok(())
    }

    /// Gives each byte of a word its own cell.
    fn split(&mut self, word: usize) {
        if self.bytes.len() < self.words.len() * 4 {
            self.bytes.resize(self.words.len() * 4, Cell::default());
        }
        let c = &mut self.words[word];
        let current = c.written >= self.start || c.read >= self.start;
        if current && c.writer & SPLIT != 0 {
            return;
        }
        let each = if current { *c } else { Cell::default() };
        self.bytes[4 * word..4 * word + 4].fill(each);
        c.writer = SPLIT;
    }

    /// Whether the warp comes after a write.
    fn after_write(&self, c: &Cell, who: Who<'_>, thread: u16) -> bool {
        let writer = c.writer & THREAD;
        let warp = usize::from(writer / 32);
        if c.written < self.start || writer == thread {
            true
        } else if warp == who.warp {
            c.write_sync != who.order.sync
        } else {
            c.written <= who.order.floor
                || who.order.known.get(warp).is_some_and(|k| c.written <= *k)
        }
    }

    fn read_cell(
        &self,
        c: &mut Cell,
        who: Who<'_>,
        at: usize,
        lane: usize,
        thread: u16,
    ) -> Outcome {
        if c.written >= self.start && c.writer & PENDING != 0 {
            return self.pending(c, at, lane, "reads");
        }
        if !self.after_write(c, who, thread) {
            return fault(Kind::Failed, lane, self.race(c, who, at, "reads"));
        }
        if self.tracked && c.written < self.start {
            return fault(
                Kind::Failed,
                lane,
                format!("reads shared memory at {at:#x}, which was never written"),
            );
        }
        let me = 1u32 << who.warp;
        if c.read < self.start || c.read <= who.order.floor && c.readers & me == 0 {
            c.readers = me;
            c.reader = thread;
        } else if c.read != self.clock && c.readers == me && c.read_sync != who.order.sync {
            c.reader = thread;
        } else if c.readers & me == 0 || c.reader != thread {
            c.readers |= me;
            c.reader = MANY;
        }
        c.read = self.clock;
        c.read_sync = who.order.sync;
        Ok(())
    }

    /// Notes a write of a range inside of the memory.
    pub(crate) fn write_as(
        &mut self,
        who: Who<'_>,
        at: usize,
        len: usize,
        lane: usize,
        kind: Write,
    ) -> Outcome {
        let mut i = at;
        while i < at + len {
            let whole_word = i.is_multiple_of(4) && i + 4 <= at + len;
            let c = &self.words[i / 4];
            let current = c.written >= self.start || c.read >= self.start;
            if whole_word && !(current && c.writer & SPLIT != 0) {
                let mut c = self.words[i / 4];
                self.write_cell(&mut c, who, i, lane, kind)?;
                self.words[i / 4] = c;
                i += 4;
                continue;
            }
            self.split(i / 4);
            let mut c = self.bytes[i];
            self.write_cell(&mut c, who, i, lane, kind)?;
            self.bytes[i] = c;
            self.words[i / 4].written = self.clock;
            i += 1;
        }
        Ok(())
    }

    fn write_cell(
        &self,
        c: &mut Cell,
        who: Who<'_>,
        at: usize,
        lane: usize,
        kind: Write,
    ) -> Outcome {
        let thread = (who.warp * 32 + lane) as u16;
        if kind != Write::Landed && c.written >= self.start && c.writer & PENDING != 0 {
            return self.pending(c, at, lane, "writes");
        }
        let excused = match kind {
            Write::Same | Write::Landed => true,
            Write::Atomic => c.writer & ATOMIC != 0,
            Write::Plain | Write::Copy => false,
        };
        if !excused && !self.after_write(c, who, thread) {
            return fault(Kind::Failed, lane, self.race(c, who, at, "writes"));
        }
        if c.read >= self.start && c.reader != thread && kind != Write::Landed {
            let me = 1u32 << who.warp;
            if c.readers == me && c.read_sync == who.order.sync {
                return fault(
                    Kind::Failed,
                    lane,
                    format!(
                        "a race: writes shared memory at {at:#x}, which another lane of the warp reads; no `bar.warp.sync` is between"
                    ),
                );
            }
            for w in super::regs::lanes(c.readers & !me) {
                if c.read > who.order.floor && who.order.known.get(w).is_none_or(|k| c.read > *k) {
                    return fault(
                        Kind::Failed,
                        lane,
                        format!(
                            "a race: writes shared memory at {at:#x}, which warp {w} reads; no barrier is between"
                        ),
                    );
                }
            }
        }
        c.written = self.clock;
        c.write_sync = who.order.sync;
        c.writer = thread
            | match kind {
                Write::Atomic => ATOMIC,
                Write::Copy => PENDING,
                _ => 0,
            };
        Ok(())
    }

    fn pending<T>(&self, c: &Cell, at: usize, lane: usize, verb: &str) -> Outcome<T> {
        let writer = c.writer & THREAD;
        fault(
            Kind::Failed,
            lane,
            format!(
                "{verb} shared memory at {at:#x}, which a `cp.async` of warp {} lane {} is still to fill: no `cp.async.wait_group` is between",
                writer / 32,
                writer % 32
            ),
        )
    }

    fn race(&self, c: &Cell, who: Who<'_>, at: usize, verb: &str) -> String {
        let writer = c.writer & THREAD;
        let (w, l) = (writer / 32, writer % 32);
        let between = if usize::from(w) == who.warp { "`bar.warp.sync`" } else { "barrier" };
        format!(
            "a race: {verb} shared memory at {at:#x}, which warp {w} lane {l} wrote; no {between} is between"
        )
    }
}

/// The kinds of writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Write {
    Plain,
    /// The value is there already.
    Same,
    Atomic,
    /// An asynchronous copy starts.
    Copy,
    /// An asynchronous copy has been waited for.
    Landed,
}
