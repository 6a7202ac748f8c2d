//! Streams, and events between them.

use core::fmt;

use cust::sys::{self, CUevent, CUevent_flags, CUresult, CUstream, CUstream_flags};

use crate::error::{check, driver};
use crate::{Context, CudaError};

/// Work that the device does in the order in which it is given.
///
/// Streams run beside each other, and beside the default stream, unless an [`Event`] orders them. Dropping one does
/// not stop its work.
pub struct Stream {
    context: Context,
    raw: CUstream,
}

// SAFETY: the driver allows a stream in any thread.
unsafe impl Send for Stream {}
// SAFETY: as above, in several at a time.
unsafe impl Sync for Stream {}

impl Stream {
    /// A new stream.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn new(context: &Context) -> Result<Self, CudaError> {
        let _entered = context.enter()?;
        let mut raw = core::ptr::null_mut();
        let flags = CUstream_flags::CU_STREAM_NON_BLOCKING as u32;
        // SAFETY: `raw` is a place for the stream.
        unsafe { driver!(cuStreamCreate(&mut raw, flags))? };
        Ok(Self { context: context.clone(), raw })
    }

    /// The device it is of.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Waits until all its work is done.
    ///
    /// # Errors
    /// What failed meanwhile, be it on another stream: a kernel that fails spoils the context.
    pub fn synchronize(&self) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: the stream lives.
        unsafe { driver!(cuStreamSynchronize(self.raw)) }
    }

    /// Whether all its work is done. Does not wait.
    ///
    /// # Errors
    /// What failed meanwhile.
    pub fn is_done(&self) -> Result<bool, CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: the stream lives.
        done("cuStreamQuery", unsafe { sys::cuStreamQuery(self.raw) })
    }

    /// Work given from now on begins once `event` has happened. Does not wait.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn wait(&self, event: &Event) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: both live; the driver keeps what it needs of the event.
        unsafe { driver!(cuStreamWaitEvent(self.raw, event.raw, 0)) }
    }

    pub(crate) fn raw(&self) -> CUstream {
        self.raw
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Ok(_entered) = self.context.enter() {
            // SAFETY: it was created in `new`, and nobody has it any more.
            let _ = unsafe { driver!(cuStreamDestroy_v2(self.raw)) };
        }
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream(device {})", self.context.info().index)
    }
}

/// A point in the work of a stream.
pub struct Event {
    context: Context,
    raw: CUevent,
}

// SAFETY: the driver allows an event in any thread.
unsafe impl Send for Event {}
// SAFETY: as above, in several at a time.
unsafe impl Sync for Event {}

impl Event {
    /// An event that orders and is waited for. It has happened as long as it was not recorded.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn new(context: &Context) -> Result<Self, CudaError> {
        Self::with_flags(context, CUevent_flags::CU_EVENT_DISABLE_TIMING)
    }

    /// An event that knows its time, which makes it slower.
    pub(crate) fn timed(context: &Context) -> Result<Self, CudaError> {
        Self::with_flags(context, CUevent_flags::CU_EVENT_DEFAULT)
    }

    fn with_flags(context: &Context, flags: CUevent_flags) -> Result<Self, CudaError> {
        let _entered = context.enter()?;
        let mut raw = core::ptr::null_mut();
        // SAFETY: `raw` is a place for the event.
        unsafe { driver!(cuEventCreate(&mut raw, flags as u32))? };
        Ok(Self { context: context.clone(), raw })
    }

    /// It happens when the work is done that `stream` was given up to now. Replaces what was recorded before.
    ///
    /// # Errors
    /// When the driver fails; also when the stream is of another device.
    pub fn record(&self, stream: &Stream) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: both live.
        unsafe { driver!(cuEventRecord(self.raw, stream.raw)) }
    }

    /// Waits until it has happened.
    ///
    /// # Errors
    /// What failed meanwhile.
    pub fn synchronize(&self) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: the event lives.
        unsafe { driver!(cuEventSynchronize(self.raw)) }
    }

    /// Whether it has happened. Does not wait.
    ///
    /// # Errors
    /// What failed meanwhile.
    pub fn is_done(&self) -> Result<bool, CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: the event lives.
        done("cuEventQuery", unsafe { sys::cuEventQuery(self.raw) })
    }

    /// The milliseconds from `earlier` to this one; both are timed and have happened.
    pub(crate) fn since(&self, earlier: &Self) -> Result<f32, CudaError> {
        let _entered = self.context.enter()?;
        let mut milliseconds = 0.0;
        // SAFETY: both live, and `milliseconds` is a place for the number.
        unsafe { driver!(cuEventElapsedTime(&mut milliseconds, earlier.raw, self.raw))? };
        Ok(milliseconds)
    }
}

impl Drop for Event {
    fn drop(&mut self) {
        if let Ok(_entered) = self.context.enter() {
            // SAFETY: it was created in `with`, and nobody has it any more.
            let _ = unsafe { driver!(cuEventDestroy_v2(self.raw)) };
        }
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Event(device {})", self.context.info().index)
    }
}

fn done(call: &'static str, result: CUresult) -> Result<bool, CudaError> {
    if result == CUresult::CUDA_ERROR_NOT_READY {
        return Ok(false);
    }
    check(call, result).map(|()| true)
}
