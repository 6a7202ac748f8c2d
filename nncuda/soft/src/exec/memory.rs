//! Device memory: allocations at addresses that are never used twice.
//!
//! A device address is a number, not a pointer of the host. Between allocations lie gaps, freed ranges stay
//! unusable for good, and a kernel sees the allocations that exist when it starts.

use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};

/// Where device memory starts.
pub(crate) const DEVICE_BASE: u64 = 0x7100_0000_0000;
/// Generic addresses of parameters.
pub(crate) const PARAM_WINDOW: u64 = 0x7c00_0000_0000;
/// Generic addresses of local memory.
pub(crate) const LOCAL_WINDOW: u64 = 0x7d00_0000_0000;
/// Generic addresses of shared memory.
pub(crate) const SHARED_WINDOW: u64 = 0x7e00_0000_0000;
/// The bytes of each window.
pub(crate) const WINDOW: u64 = 1 << 32;

/// Bytes between allocations, at least.
const GAP: u64 = 1 << 20;

/// Freed ranges that messages know of.
const FREED: usize = 1024;

/// An allocation.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) base: u64,
    pub(crate) size: usize,
    /// Kernels may not write it: a `.const` variable.
    pub(crate) read_only: bool,
    /// What it is, for messages.
    pub(crate) name: String,
    data: Box<[AtomicU64]>,
    /// A bit a byte, if reads of what was never written are faults.
    written: Option<Box<[AtomicU8]>>,
    /// Who used each word in the running launch.
    users: OnceLock<Box<[AtomicU64]>>,
}

impl Block {
    fn new(
        base: u64,
        size: usize,
        fill: u64,
        tracked: bool,
        read_only: bool,
        name: String,
    ) -> Self {
        let data = (0..size.div_ceil(8)).map(|_| AtomicU64::new(fill)).collect();
        let written = tracked.then(|| (0..size.div_ceil(8)).map(|_| AtomicU8::new(0)).collect());
        Self { base, size, read_only, name, data, written, users: OnceLock::new() }
    }

    /// The first address after it.
    pub(crate) fn end(&self) -> u64 {
        self.base + self.size as u64
    }

    /// A cell for each four bytes.
    #[inline]
    pub(crate) fn users(&self) -> &[AtomicU64] {
        self.users.get_or_init(|| (0..self.size.div_ceil(4)).map(|_| AtomicU64::new(0)).collect())
    }

    fn at(&self, offset: usize, size: usize) -> *const u8 {
        assert!(offset.is_multiple_of(size) && offset + size <= self.size, "an access was checked");
        // SAFETY: the offset is inside of `data`, which has at least `size` bytes.
        unsafe { self.data.as_ptr().cast::<u8>().add(offset) }
    }

    /// The cell of a byte.
    #[inline]
    pub(crate) fn cell8(&self, offset: usize) -> &AtomicU8 {
        // SAFETY: `at` checks the range; the memory is only accessed by atomics and lives as long as `self`.
        unsafe { &*self.at(offset, 1).cast() }
    }

    #[inline]
    pub(crate) fn cell16(&self, offset: usize) -> &AtomicU16 {
        // SAFETY: as in `cell8`; `at` checks the alignment, too.
        unsafe { &*self.at(offset, 2).cast() }
    }

    #[inline]
    pub(crate) fn cell32(&self, offset: usize) -> &AtomicU32 {
        // SAFETY: as in `cell16`.
        unsafe { &*self.at(offset, 4).cast() }
    }

    #[inline]
    pub(crate) fn cell64(&self, offset: usize) -> &AtomicU64 {
        // SAFETY: as in `cell16`.
        unsafe { &*self.at(offset, 8).cast() }
    }

    /// An element of 1, 2, 4 or 8 bytes.
    #[inline]
    pub(crate) fn load(&self, offset: usize, size: usize) -> u64 {
        match size {
            1 => u64::from(self.cell8(offset).load(Relaxed)),
            2 => u64::from(self.cell16(offset).load(Relaxed)),
            4 => u64::from(self.cell32(offset).load(Relaxed)),
            _ => self.cell64(offset).load(Relaxed),
        }
    }

    #[inline]
    pub(crate) fn load32(&self, offset: usize) -> u32 {
        self.cell32(offset).load(Relaxed)
    }

    #[inline]
    pub(crate) fn store(&self, offset: usize, size: usize, v: u64) {
        match size {
            1 => self.cell8(offset).store(v as u8, Relaxed),
            2 => self.cell16(offset).store(v as u16, Relaxed),
            4 => self.cell32(offset).store(v as u32, Relaxed),
            _ => self.cell64(offset).store(v, Relaxed),
        }
    }

    /// Bytes to the host.
    pub(crate) fn read_bytes(&self, offset: usize, out: &mut [u8]) {
        let head = out.len().min(offset.next_multiple_of(8) - offset);
        let (first, rest) = out.split_at_mut(head);
        for (i, b) in first.iter_mut().enumerate() {
            *b = self.cell8(offset + i).load(Relaxed);
        }
        let mut at = offset + head;
        let mut words = rest.chunks_exact_mut(8);
        for w in &mut words {
            w.copy_from_slice(&self.cell64(at).load(Relaxed).to_le_bytes());
            at += 8;
        }
        for (i, b) in words.into_remainder().iter_mut().enumerate() {
            *b = self.cell8(at + i).load(Relaxed);
        }
    }

    /// Bytes from the host.
    pub(crate) fn write_bytes(&self, offset: usize, from: &[u8]) {
        self.write_unmarked(offset, from);
        self.mark(offset, from.len());
    }

    /// Bytes that may never have been written.
    pub(crate) fn write_unmarked(&self, offset: usize, from: &[u8]) {
        let head = from.len().min(offset.next_multiple_of(8) - offset);
        let (first, rest) = from.split_at(head);
        for (i, b) in first.iter().enumerate() {
            self.cell8(offset + i).store(*b, Relaxed);
        }
        let mut at = offset + head;
        let words = rest.chunks_exact(8);
        let last = words.remainder();
        for w in words {
            self.cell64(at).store(w.iter().rev().fold(0, |v, b| v << 8 | u64::from(*b)), Relaxed);
            at += 8;
        }
        for (i, b) in last.iter().enumerate() {
            self.cell8(at + i).store(*b, Relaxed);
        }
    }

    /// Forgets who used it.
    pub(crate) fn forget_users(&self) {
        if let Some(users) = self.users.get() {
            for u in users {
                u.store(0, Relaxed);
            }
        }
    }

    /// Notes that bytes are written.
    #[inline]
    pub(crate) fn mark(&self, offset: usize, len: usize) {
        if let Some(w) = &self.written {
            for i in offset..offset + len {
                w[i / 8].fetch_or(1 << (i % 8), Relaxed);
            }
        }
    }

    /// The first byte of the range that was never written.
    #[inline]
    pub(crate) fn unwritten(&self, offset: usize, len: usize) -> Option<usize> {
        let w = self.written.as_ref()?;
        (offset..offset + len).find(|i| w[i / 8].load(Relaxed) >> (i % 8) & 1 == 0)
    }
}

/// All allocations.
#[derive(Debug)]
pub(crate) struct Heap {
    blocks: Vec<Arc<Block>>,
    /// Ranges that were freed, for messages.
    freed: Vec<(u64, u64)>,
    next: u64,
    pub(crate) used: usize,
    pub(crate) peak: usize,
    pub(crate) limit: usize,
    /// Whether reads of what was never written are faults.
    pub(crate) tracked: bool,
    /// What a launch sees, until something changes.
    view: Option<Arc<View>>,
}

impl Heap {
    pub(crate) fn new() -> Self {
        Self {
            blocks: Vec::new(),
            freed: Vec::new(),
            next: DEVICE_BASE,
            used: 0,
            peak: 0,
            limit: 1 << 30,
            tracked: false,
            view: None,
        }
    }

    /// A new block; `None` if the memory is used up. `content` is what it starts with; without it, poison.
    pub(crate) fn allocate(
        &mut self,
        size: usize,
        content: Option<&[u8]>,
        read_only: bool,
        name: &str,
    ) -> Option<u64> {
        if size > self.limit.saturating_sub(self.used) {
            return None;
        }
        let base = self.next;
        let fill = if content.is_some() { 0 } else { !0 };
        let tracked = self.tracked && content.is_none();
        let block = Block::new(base, size, fill, tracked, read_only, name.into());
        if let Some(bytes) = content {
            block.write_bytes(0, bytes);
        }
        self.next = (base + size as u64 + GAP).next_multiple_of(512);
        self.used += size;
        self.peak = self.peak.max(self.used);
        self.view = None;
        self.blocks.push(Arc::new(block));
        Some(base)
    }

    /// Ends a block; false if none starts there.
    pub(crate) fn free(&mut self, base: u64) -> bool {
        let Ok(i) = self.blocks.binary_search_by_key(&base, |b| b.base) else { return false };
        let block = self.blocks.remove(i);
        self.used -= block.size;
        self.remember(block.base, block.end());
        true
    }

    /// Notes a freed range, of which the last ones are kept.
    fn remember(&mut self, base: u64, end: u64) {
        if self.freed.len() >= 2 * FREED {
            self.freed.drain(..FREED);
        }
        self.view = None;
        self.freed.push((base, end));
    }

    /// Ends all blocks; addresses go on.
    pub(crate) fn clear(&mut self) {
        while let Some(b) = self.blocks.pop() {
            self.remember(b.base, b.end());
        }
        self.used = 0;
        self.peak = 0;
    }

    /// Starts the count of launches anew.
    pub(crate) fn forget_users(&self) {
        for b in &self.blocks {
            b.forget_users();
        }
    }

    /// The block of a range, and where the range starts in it.
    pub(crate) fn find(&self, address: u64, len: usize) -> Option<(&Arc<Block>, usize)> {
        let i = self.blocks.partition_point(|b| b.base <= address).checked_sub(1)?;
        let b = &self.blocks[i];
        let fits = address.checked_add(len as u64).is_some_and(|end| end <= b.end());
        fits.then(|| (b, (address - b.base) as usize))
    }

    /// What a launch sees.
    pub(crate) fn view(&mut self) -> Arc<View> {
        if let Some(v) = &self.view {
            return Arc::clone(v);
        }
        let freed = self.freed.iter().rev().take(FREED).copied().collect();
        let view = Arc::new(View { blocks: self.blocks.clone(), freed });
        self.view = Some(Arc::clone(&view));
        view
    }
}

/// The allocations at the start of a launch.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) blocks: Vec<Arc<Block>>,
    freed: Vec<(u64, u64)>,
}

impl View {
    /// The number of the block that an address lies in or after.
    #[inline]
    pub(crate) fn index(&self, address: u64) -> Option<usize> {
        self.blocks.partition_point(|b| b.base <= address).checked_sub(1)
    }

    /// Why an address is wrong.
    pub(crate) fn explain(&self, address: u64, len: usize) -> String {
        if let Some((base, end)) = self.freed.iter().find(|(b, e)| (*b..*e).contains(&address)) {
            return format!(
                "it is {} bytes into memory of {} bytes that was freed",
                address - base,
                end - base
            );
        }
        let Some(b) = self.index(address).map(|i| &self.blocks[i]) else {
            return "it is no address of device memory".into();
        };
        if address < b.end() {
            return format!("{len} bytes reach over the end of {} of {} bytes", b.name, b.size);
        }
        if address - b.end() < GAP {
            return format!(
                "it is {} bytes behind the end of {} of {} bytes",
                address - b.end(),
                b.name,
                b.size
            );
        }
        "it is no address of device memory".into()
    }
}
