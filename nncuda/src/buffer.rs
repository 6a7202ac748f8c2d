//! Memory of a device.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;

use cust::sys::{self, CUdeviceptr, CUresult};
use nncore::device::Plain;

use crate::error::{check, driver};
use crate::{Arg, Context, CudaError, PinnedBuffer, Stream};

/// A fixed number of elements in the memory of a device.
///
/// Its content is what the streams make of it: a call is ordered with the work of the stream that it names, and with
/// that of other streams only by events. Dropping it waits for the device.
pub struct CudaBuffer<X: Plain> {
    context: Context,
    /// 0 where there are no elements.
    pointer: CUdeviceptr,
    len: usize,
    elements: PhantomData<X>,
}

// SAFETY: the pointer is an address of the device, which the host never follows; the driver takes it in any thread.
unsafe impl<X: Plain> Send for CudaBuffer<X> {}
// SAFETY: as above. What is written through a shared buffer, by kernels, is memory of the device, which no Rust
// reference sees.
unsafe impl<X: Plain> Sync for CudaBuffer<X> {}

impl<X: Plain> CudaBuffer<X> {
    /// `len` zeros, in the memory of the stream's device. They are there for every stream.
    ///
    /// # Errors
    /// When not enough memory is free, or what the stream did before failed.
    pub fn zeroed(stream: &Stream, len: usize) -> Result<Self, CudaError> {
        let mut buffer =
            Self { context: stream.context().clone(), pointer: 0, len: 0, elements: PhantomData };
        if len == 0 {
            return Ok(buffer);
        }
        let context = &buffer.context;
        let _entered = context.enter()?;
        let bytes = len.checked_mul(size_of::<X>()).ok_or(usize::MAX);
        let bytes = bytes.map_err(|asked| out_of_memory(context, asked))?;
        // SAFETY: the buffer has a place for the pointer.
        let result = unsafe { sys::cuMemAlloc_v2(&mut buffer.pointer, bytes) };
        if result == CUresult::CUDA_ERROR_OUT_OF_MEMORY {
            return Err(out_of_memory(context, bytes));
        }
        check("cuMemAlloc", result)?;
        // From here on the memory is freed with the buffer, come what may.
        buffer.len = len;
        buffer.fill_zero(stream)?;
        stream.synchronize()?;
        Ok(buffer)
    }

    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The device whose memory it is.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Makes all elements zero, behind the work that `stream` has. Does not wait.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn fill_zero(&mut self, stream: &Stream) -> Result<(), CudaError> {
        if self.pointer == 0 {
            return Ok(());
        }
        let _entered = self.context.enter()?;
        let bytes = self.len * size_of::<X>();
        // SAFETY: the buffer has so many bytes.
        unsafe { driver!(cuMemsetD8Async(self.pointer, 0, bytes, stream.raw())) }
    }

    /// Copies from the host to the elements from `offset` on, behind the work that `stream` has, and waits for it.
    ///
    /// # Errors
    /// When the copy, or what the stream did before, failed.
    ///
    /// # Panics
    /// When `from` is longer than what lies after `offset`.
    pub fn upload_at(
        &mut self,
        stream: &Stream,
        offset: usize,
        from: &[X],
    ) -> Result<(), CudaError> {
        let at = self.address(offset, from.len());
        if from.is_empty() || self.pointer == 0 {
            return Ok(());
        }
        let _entered = self.context.enter()?;
        // SAFETY: both have so many bytes, and `from` is borrowed until the copy is done.
        let copied = unsafe {
            driver!(cuMemcpyHtoDAsync_v2(at, from.as_ptr().cast(), size_of_val(from), stream.raw()))
        };
        // Waits also where the copy could not begin: afterwards nothing reads `from`.
        let done = stream.synchronize();
        copied.and(done)
    }

    /// Copies the elements from `offset` on to the host, behind the work that `stream` has, and waits for it.
    ///
    /// # Errors
    /// When the copy, or what the stream did before, failed.
    ///
    /// # Panics
    /// When `to` is longer than what lies after `offset`.
    pub fn download(&self, stream: &Stream, offset: usize, to: &mut [X]) -> Result<(), CudaError> {
        let at = self.address(offset, to.len());
        if to.is_empty() || self.pointer == 0 {
            return Ok(());
        }
        let _entered = self.context.enter()?;
        let bytes = size_of_val(to);
        // SAFETY: both have so many bytes, `to` is borrowed until the copy is done, and any bytes are a value of a
        // plain type.
        let copied = unsafe {
            driver!(cuMemcpyDtoHAsync_v2(to.as_mut_ptr().cast(), at, bytes, stream.raw()))
        };
        let done = stream.synchronize();
        copied.and(done)
    }

    /// Copies `range` of page-locked memory to the elements from `offset` on, behind the work that `stream` has. Does
    /// not wait.
    ///
    /// # Safety
    /// Until the stream has done the copy, nobody writes to `from` or drops it.
    ///
    /// # Errors
    /// When the driver fails.
    ///
    /// # Panics
    /// When the range does not lie in `from`, or is longer than what lies after `offset`.
    pub unsafe fn upload_async(
        &mut self,
        stream: &Stream,
        offset: usize,
        from: &PinnedBuffer<X>,
        range: Range<usize>,
    ) -> Result<(), CudaError> {
        let from = &from.as_slice()[range];
        let at = self.address(offset, from.len());
        if from.is_empty() || self.pointer == 0 {
            return Ok(());
        }
        let _entered = self.context.enter()?;
        let bytes = size_of_val(from);
        // SAFETY: both have so many bytes; that `from` stays is the caller's.
        unsafe { driver!(cuMemcpyHtoDAsync_v2(at, from.as_ptr().cast(), bytes, stream.raw())) }
    }

    /// Copies the elements from `offset` on to `range` of page-locked memory, behind the work that `stream` has. Does
    /// not wait.
    ///
    /// # Safety
    /// Until the stream has done the copy, nobody reads from `to`, writes to it or drops it.
    ///
    /// # Errors
    /// When the driver fails.
    ///
    /// # Panics
    /// When the range does not lie in `to`, or is longer than what lies after `offset`.
    pub unsafe fn download_async(
        &self,
        stream: &Stream,
        offset: usize,
        to: &mut PinnedBuffer<X>,
        range: Range<usize>,
    ) -> Result<(), CudaError> {
        let to = &mut to.as_mut_slice()[range];
        let at = self.address(offset, to.len());
        if to.is_empty() || self.pointer == 0 {
            return Ok(());
        }
        let _entered = self.context.enter()?;
        let bytes = size_of_val(to);
        // SAFETY: both have so many bytes; that `to` stays is the caller's.
        unsafe { driver!(cuMemcpyDtoHAsync_v2(to.as_mut_ptr().cast(), at, bytes, stream.raw())) }
    }

    /// The place of `len` elements from `offset` on, whatever they are.
    ///
    /// # Panics
    /// When they do not lie in the buffer.
    pub(crate) fn bytes_at(&mut self, offset: usize, len: usize) -> Bytes<'_> {
        Bytes { at: self.address(offset, len), context: &self.context }
    }

    /// The address of element `offset`, as the argument of a kernel.
    ///
    /// # Panics
    /// When `offset` is beyond the end.
    #[must_use]
    pub fn arg(&self, offset: usize) -> Arg {
        Arg::Pointer(self.address(offset, 0))
    }

    /// The address of `len` elements from `offset` on.
    fn address(&self, offset: usize, len: usize) -> CUdeviceptr {
        assert!(
            offset <= self.len && len <= self.len - offset,
            "{len} elements from {offset} on lie in a buffer of {}",
            self.len
        );
        // A number of bytes of the buffer, which are fewer than the address space has.
        self.pointer + (offset * size_of::<X>()) as CUdeviceptr
    }
}

/// A place in a buffer.
pub(crate) struct Bytes<'a> {
    at: CUdeviceptr,
    context: &'a Context,
}

impl Bytes<'_> {
    /// Copies the first bytes of page-locked memory here, behind the work that `stream` has. Does not wait.
    ///
    /// # Safety
    /// There are so many bytes here, and until the stream has done the copy, nobody writes to `from` or drops it.
    pub(crate) unsafe fn upload(
        &self,
        stream: &Stream,
        from: &PinnedBuffer<u8>,
        bytes: usize,
    ) -> Result<(), CudaError> {
        let from = &from.as_slice()[..bytes];
        let _entered = self.context.enter()?;
        // SAFETY: the slice has the bytes; the rest is the caller's.
        unsafe { driver!(cuMemcpyHtoDAsync_v2(self.at, from.as_ptr().cast(), bytes, stream.raw())) }
    }

    /// Copies the first bytes of another buffer here, behind the work that `stream` has. Does not wait.
    ///
    /// # Safety
    /// There are so many bytes here, and until the stream has done the copy, nobody writes to `from` or drops it.
    pub(crate) unsafe fn copy(
        &self,
        stream: &Stream,
        from: &CudaBuffer<u8>,
        bytes: usize,
    ) -> Result<(), CudaError> {
        let from = from.address(0, bytes);
        let _entered = self.context.enter()?;
        // SAFETY: the other buffer has the bytes; the rest is the caller's.
        unsafe { driver!(cuMemcpyDtoDAsync_v2(self.at, from, bytes, stream.raw())) }
    }
}

impl<X: Plain> Drop for CudaBuffer<X> {
    fn drop(&mut self) {
        if self.pointer != 0
            && let Ok(_entered) = self.context.enter()
        {
            // SAFETY: it was allocated in `zeroed`, and nobody has it any more; the driver waits for the device.
            let _ = unsafe { driver!(cuMemFree_v2(self.pointer)) };
        }
    }
}

impl<X: Plain> fmt::Debug for CudaBuffer<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CudaBuffer({} elements)", self.len)
    }
}

#[cold]
fn out_of_memory(context: &Context, asked: usize) -> CudaError {
    match context.memory() {
        Ok((free, total)) => CudaError::OutOfMemory { asked, free, total },
        Err(error) => error,
    }
}
