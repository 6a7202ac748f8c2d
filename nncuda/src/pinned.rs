//! Page-locked memory of the host.

use core::fmt;
use core::ptr::NonNull;

use nncore::device::Plain;

use crate::error::driver;
use crate::{Context, CudaError};

/// A fixed number of elements in page-locked memory of the host, which a device copies from and to while the host
/// does something else.
///
/// Two of them make a double buffer: while [`upload_async`](crate::CudaBuffer::upload_async) copies one, the host
/// fills the other; an [`Event`](crate::Event) says when the first may be filled again.
pub struct PinnedBuffer<X: Plain> {
    context: Context,
    pointer: NonNull<X>,
    len: usize,
}

// SAFETY: the buffer owns its elements, which are plain numbers; the driver frees them in any thread.
unsafe impl<X: Plain> Send for PinnedBuffer<X> {}
// SAFETY: shared access only reads.
unsafe impl<X: Plain> Sync for PinnedBuffer<X> {}

impl<X: Plain> PinnedBuffer<X> {
    /// `len` zeros.
    ///
    /// # Errors
    /// When the host cannot lock so much memory.
    pub fn zeroed(context: &Context, len: usize) -> Result<Self, CudaError> {
        let mut buffer = Self { context: context.clone(), pointer: NonNull::dangling(), len: 0 };
        let bytes = len.saturating_mul(size_of::<X>());
        if bytes == 0 {
            buffer.len = len;
            return Ok(buffer);
        }
        let _entered = context.enter()?;
        let mut raw = core::ptr::null_mut();
        // SAFETY: `raw` is a place for the pointer.
        unsafe { driver!(cuMemAllocHost_v2(&mut raw, bytes))? };
        let pointer = raw.cast::<X>();
        // SAFETY: the driver gave so many bytes, at a multiple of a page.
        unsafe { pointer.write_bytes(0, len) };
        buffer.pointer = NonNull::new(pointer).unwrap_or(NonNull::dangling());
        buffer.len = len;
        Ok(buffer)
    }

    /// The elements.
    #[must_use]
    pub fn as_slice(&self) -> &[X] {
        // SAFETY: `pointer` is valid for `len` elements, which are initialised: zero bytes are a value of every
        // `Plain` type.
        unsafe { core::slice::from_raw_parts(self.pointer.as_ptr(), self.len) }
    }

    /// The elements.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [X] {
        // SAFETY: as above, and the borrow is unique.
        unsafe { core::slice::from_raw_parts_mut(self.pointer.as_ptr(), self.len) }
    }
}

impl<X: Plain> Drop for PinnedBuffer<X> {
    fn drop(&mut self) {
        if self.len * size_of::<X>() > 0
            && let Ok(_entered) = self.context.enter()
        {
            // SAFETY: it was allocated in `zeroed`, and nobody has it any more.
            let _ = unsafe { driver!(cuMemFreeHost(self.pointer.as_ptr().cast())) };
        }
    }
}

impl<X: Plain> fmt::Debug for PinnedBuffer<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PinnedBuffer({} elements)", self.len)
    }
}
