//! Memory of the CPU device: zeroed, aligned to a cache line.
//!
//! It is asked for with a smaller alignment and a little room before its first element. Of an alignment of 64 bytes the
//! system's allocator makes zeros by writing them; without it large memory comes from the operating system as zeros that
//! no page of the machine is taken for before it is used. So a plan for many samples costs what is used of it.

use alloc::alloc::{Layout, alloc_zeroed, dealloc};
use core::fmt;
use core::ptr::NonNull;

use crate::device::Plain;
use crate::portable::Access;
use crate::{Element, Error};

/// The alignment in bytes: a cache line, and the alignment of parameter structs.
const ALIGN: usize = 64;

/// The alignment that allocators give without further ado.
const PLAIN_ALIGN: usize = align_of::<u64>();

/// A fixed number of elements at a multiple of 64 bytes.
pub struct CpuBuffer<X: Plain> {
    pointer: NonNull<X>,
    len: usize,
    /// What was allocated; dangling where that is nothing.
    start: NonNull<u8>,
    layout: Layout,
}

/// Where a buffer without elements lies: nowhere, at a multiple of the alignment.
const fn nowhere<X>() -> NonNull<X> {
    let start = core::ptr::without_provenance_mut::<X>(ALIGN);
    match NonNull::new(start) {
        Some(start) => start,
        None => NonNull::dangling(),
    }
}

// SAFETY: the buffer owns its elements, which are plain numbers.
unsafe impl<X: Plain> Send for CpuBuffer<X> {}
// SAFETY: shared access only reads.
unsafe impl<X: Plain> Sync for CpuBuffer<X> {}

impl<X: Plain> CpuBuffer<X> {
    /// `len` zeros.
    ///
    /// # Errors
    /// When there is not enough memory.
    pub fn zeroed(len: usize) -> Result<Self, Error> {
        let bytes = len.saturating_mul(size_of::<X>());
        if bytes == 0 {
            let (start, layout) = (NonNull::dangling(), Layout::new::<()>());
            return Ok(Self { pointer: nowhere(), len, start, layout });
        }
        let none = Error::OutOfMemory { bytes };
        let layout = Layout::from_size_align(bytes.saturating_add(ALIGN), PLAIN_ALIGN);
        let Ok(layout) = layout else { return Err(none) };
        // SAFETY: the size is not zero.
        let start = unsafe { alloc_zeroed(layout) };
        let Some(start) = NonNull::new(start) else { return Err(none) };
        let before = start.as_ptr().align_offset(ALIGN);
        debug_assert!(before < ALIGN, "bytes can be aligned");
        // SAFETY: there are `ALIGN` bytes more than the elements take, of which fewer lie before the next multiple of it.
        let pointer = unsafe { start.add(before) }.cast();
        Ok(Self { pointer, len, start, layout })
    }

    /// The elements.
    #[must_use]
    pub fn as_slice(&self) -> &[X] {
        // SAFETY: `pointer` is valid for `len` elements, which are initialised: zero bytes are a value of
        // every `Plain` type.
        unsafe { core::slice::from_raw_parts(self.pointer.as_ptr(), self.len) }
    }

    /// The elements.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [X] {
        // SAFETY: as above, and the borrow is unique.
        unsafe { core::slice::from_raw_parts_mut(self.pointer.as_ptr(), self.len) }
    }
}

impl<X: Plain> Drop for CpuBuffer<X> {
    fn drop(&mut self) {
        if self.layout.size() > 0 {
            // SAFETY: allocated in `zeroed` with this layout.
            unsafe { dealloc(self.start.as_ptr(), self.layout) }
        }
    }
}

impl<X: Plain> fmt::Debug for CpuBuffer<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CpuBuffer({} elements)", self.len)
    }
}

/// A view of memory that several threads work on, each on ranges of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<X> {
    pointer: *mut X,
    len: usize,
    writable: bool,
}

// SAFETY: a `Raw` does nothing by itself; `range` and `range_mut` state what their callers keep.
unsafe impl<X: Send> Send for Raw<X> {}
// SAFETY: as above.
unsafe impl<X: Sync> Sync for Raw<X> {}

impl<X> Raw<X> {
    pub(super) const EMPTY: Self =
        Self { pointer: NonNull::dangling().as_ptr(), len: 0, writable: true };

    pub(super) fn shared(slice: &[X]) -> Self {
        Self { pointer: slice.as_ptr().cast_mut(), len: slice.len(), writable: false }
    }

    pub(super) fn exclusive(slice: &mut [X]) -> Self {
        Self { pointer: slice.as_mut_ptr(), len: slice.len(), writable: true }
    }

    /// A part of it.
    ///
    /// # Panics
    /// When it does not lie within.
    pub(super) fn part(self, start: usize, len: usize) -> Self {
        assert!(start <= self.len && len <= self.len - start, "a region lies within its space");
        // SAFETY: `start` is within the allocation, as was just asserted.
        Self { pointer: unsafe { self.pointer.add(start) }, len, writable: self.writable }
    }

    /// Its elements.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Whether two views begin at the same place.
    pub(super) fn starts_with(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }

    /// Whether two views share an element.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let ends = |r: &Self| (r.pointer as usize, r.pointer as usize + r.len * size_of::<X>());
        let ((a, a_end), (b, b_end)) = (ends(self), ends(other));
        self.len > 0 && other.len > 0 && a < b_end && b < a_end
    }

    /// # Safety
    /// The memory outlives `'a`, and nobody writes to it during `'a`.
    pub(super) unsafe fn slice<'a>(self) -> &'a [X] {
        // SAFETY: valid for `len` elements since it was made from a slice; the rest is the caller's.
        unsafe { core::slice::from_raw_parts(self.pointer, self.len) }
    }

    /// # Safety
    /// The memory outlives `'a`, and nobody else reads or writes it during `'a`.
    ///
    /// # Panics
    /// When it was made from a shared slice.
    pub(super) unsafe fn slice_mut<'a>(self) -> &'a mut [X] {
        assert!(self.writable || self.len == 0, "an operation writes to memory that is only read");
        // SAFETY: valid for `len` elements, from a unique slice; the rest is the caller's.
        unsafe { core::slice::from_raw_parts_mut(self.pointer, self.len) }
    }
}

/// An operand whose kernel looks at each access: what portable kernels work on. It is numbers, integers or bytes; the other
/// two are empty.
#[derive(Clone, Copy, Debug)]
pub struct Checked<X> {
    numbers: Raw<X>,
    integers: Raw<u32>,
    bytes: Raw<u8>,
}

impl<X> Checked<X> {
    /// An operand that is absent.
    pub(super) const NONE: Self =
        Self { numbers: Raw::EMPTY, integers: Raw::EMPTY, bytes: Raw::EMPTY };

    /// # Safety
    /// The memory outlives all use of the view. Meanwhile nobody else writes it, and nobody reads it either where it is
    /// written.
    pub(super) unsafe fn numbers(numbers: Raw<X>) -> Self {
        Self { numbers, ..Self::NONE }
    }

    /// # Safety
    /// As of [`numbers`](Self::numbers).
    pub(super) unsafe fn integers(integers: Raw<u32>) -> Self {
        Self { integers, ..Self::NONE }
    }

    /// # Safety
    /// As of [`numbers`](Self::numbers).
    pub(super) unsafe fn bytes(bytes: Raw<u8>) -> Self {
        Self { bytes, ..Self::NONE }
    }

    /// Its numbers: none, if it is of something else.
    pub(super) const fn as_numbers(&self) -> &Raw<X> {
        &self.numbers
    }
}

impl<X: Copy> Raw<X> {
    /// # Safety
    /// The memory is there, and nobody else writes it meanwhile.
    #[inline(always)]
    unsafe fn read(self, i: usize) -> X {
        assert!(i < self.len, "a kernel keeps to its operands");
        // SAFETY: within the memory, as was just asserted; the rest is the caller's.
        unsafe { self.pointer.add(i).read() }
    }

    /// # Safety
    /// The memory is there, and nobody else reads or writes it meanwhile.
    #[inline(always)]
    unsafe fn write(self, i: usize, value: X) {
        assert!(i < self.len && self.writable, "a kernel keeps to its operands");
        // SAFETY: as above; it comes from a unique slice.
        unsafe { self.pointer.add(i).write(value) }
    }
}

impl<T: Element> Access for Checked<T> {
    type Number = T;

    #[inline(always)]
    fn get(self, i: usize) -> T {
        // SAFETY: whoever made the view keeps the memory for its kernel.
        unsafe { self.numbers.read(i) }
    }

    #[inline(always)]
    fn set(self, i: usize, value: T) {
        // SAFETY: as above.
        unsafe { self.numbers.write(i, value) }
    }

    #[inline(always)]
    fn from(self, first: usize) -> Self {
        let len = self.numbers.len.checked_sub(first).expect("a kernel keeps to its operands");
        Self { numbers: self.numbers.part(first, len), ..self }
    }

    #[inline(always)]
    fn integer(self, i: usize) -> u32 {
        // SAFETY: as above.
        unsafe { self.integers.read(i) }
    }

    #[inline(always)]
    fn byte(self, i: usize) -> u8 {
        // SAFETY: as above.
        unsafe { self.bytes.read(i) }
    }

    #[inline(always)]
    fn set_byte(self, i: usize, value: u8) {
        // SAFETY: as above.
        unsafe { self.bytes.write(i, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buffers_are_zeroed_aligned_and_of_their_length() {
        for len in [0, 1, 15, 16, 17, 1000] {
            let mut buffer = CpuBuffer::<f32>::zeroed(len).unwrap();
            assert_eq!(buffer.as_slice(), alloc::vec![0.0; len]);
            assert_eq!(buffer.as_slice().as_ptr() as usize % 64, 0);
            buffer.as_mut_slice().fill(1.0);
            assert_eq!(buffer.as_slice().iter().sum::<f32>(), len as f32);
        }
    }

    #[test]
    fn too_much_memory_is_an_error() {
        for len in [usize::MAX, usize::MAX / 4, usize::MAX / 8, isize::MAX as usize / 8] {
            let error = CpuBuffer::<f64>::zeroed(len).unwrap_err();
            assert!(matches!(error, Error::OutOfMemory { .. }), "{len}");
        }
    }

    /// Kilobytes of the machine's memory that the process takes.
    #[cfg(target_os = "linux")]
    fn resident() -> usize {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Half a gigabyte of zeros takes next to nothing, and one number of it a page.
    #[cfg(all(target_os = "linux", not(miri)))]
    #[test]
    fn what_is_not_used_takes_no_memory() {
        let before = resident();
        let mut buffer = CpuBuffer::<f32>::zeroed(1 << 27).unwrap();
        buffer.as_mut_slice()[1 << 26] = 1.0;
        let taken = resident().saturating_sub(before);
        assert!(taken < 256 * 1024, "{taken} kB"); // other tests run beside this one
        assert_eq!(buffer.as_slice()[(1 << 26) - 1..=(1 << 26) + 1], [0.0, 1.0, 0.0]);
    }

    #[test]
    #[should_panic(expected = "only read")]
    fn what_is_only_read_is_not_written() {
        let data = [1.0f32; 4];
        // SAFETY: never reached: it panics.
        let _ = unsafe { Raw::shared(&data).slice_mut() };
    }
}
