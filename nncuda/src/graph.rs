//! Graphs: work of a stream, recorded once and launched as one.

use core::fmt;

use cust::sys::{CUgraph, CUgraphExec, CUstreamCaptureMode};

use crate::error::driver;
use crate::{Context, CudaError, Stream};

/// Work of a stream, which one call launches as a whole.
pub struct Graph {
    context: Context,
    raw: CUgraphExec,
    nodes: usize,
}

// SAFETY: the graph is only launched, through the driver; `launch` states what its callers keep.
unsafe impl Send for Graph {}
// SAFETY: as above.
unsafe impl Sync for Graph {}

impl Graph {
    /// Records what `work` gives to `stream`, and does nothing of it yet.
    ///
    /// What it gives to another stream is recorded as well where events order it after this one, and before this
    /// one again. It must not wait for the device, nor allocate or free its memory: the driver then spoils the
    /// recording. Whatever happens, the stream is as before afterwards.
    ///
    /// # Errors
    /// That of `work`, or when something was done that cannot be recorded.
    pub fn capture(
        stream: &Stream,
        work: impl FnOnce() -> Result<(), CudaError>,
    ) -> Result<Self, CudaError> {
        let context = stream.context().clone();
        let _entered = context.enter()?;
        let mode = CUstreamCaptureMode::CU_STREAM_CAPTURE_MODE_THREAD_LOCAL;
        // SAFETY: the stream lives.
        unsafe { driver!(cuStreamBeginCapture_v2(stream.raw(), mode))? };
        let capture = Capture(stream);
        work()?;
        let recorded = capture.end()?;
        let mut nodes = 0;
        // SAFETY: the graph lives; without a place for the nodes, `nodes` becomes their number.
        unsafe { driver!(cuGraphGetNodes(recorded.0, core::ptr::null_mut(), &mut nodes))? };
        let mut raw = core::ptr::null_mut();
        // SAFETY: `raw` is a place for what can be launched, and the graph lives.
        unsafe { driver!(cuGraphInstantiateWithFlags(&mut raw, recorded.0, 0))? };
        Ok(Self { context: context.clone(), raw, nodes })
    }

    /// The kernels, copies and fills that were recorded.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// Does the work, behind the work that `stream` has. Does not wait.
    ///
    /// # Safety
    /// What was recorded may be done: the memory that it reaches is still there, and stays until the stream has done
    /// it.
    ///
    /// # Errors
    /// When the driver fails. What goes wrong on the device shows when it is waited for.
    pub unsafe fn launch(&self, stream: &Stream) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        // SAFETY: both live; the rest is the caller's.
        unsafe { driver!(cuGraphLaunch(self.raw, stream.raw())) }
    }
}

impl Drop for Graph {
    fn drop(&mut self) {
        if let Ok(_entered) = self.context.enter() {
            // SAFETY: it was made in `capture`; the driver lets a launch that still runs end.
            let _ = unsafe { driver!(cuGraphExecDestroy(self.raw)) };
        }
    }
}

impl fmt::Debug for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Graph({} nodes)", self.nodes)
    }
}

/// A recording. It ends with this, also where an error or a panic leads away.
struct Capture<'a>(&'a Stream);

impl Capture<'_> {
    fn end(self) -> Result<Recorded, CudaError> {
        let stream = self.0;
        core::mem::forget(self);
        Recorded::end(stream)
    }
}

impl Drop for Capture<'_> {
    fn drop(&mut self) {
        drop(Recorded::end(self.0));
    }
}

/// What was recorded.
struct Recorded(CUgraph);

impl Recorded {
    fn end(stream: &Stream) -> Result<Self, CudaError> {
        let mut recorded = Self(core::ptr::null_mut());
        // SAFETY: `recorded` has a place for the graph, and the stream lives.
        unsafe { driver!(cuStreamEndCapture(stream.raw(), &mut recorded.0))? };
        Ok(recorded)
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: the recording made it, and nobody has it any more.
            let _ = unsafe { driver!(cuGraphDestroy(self.0)) };
        }
    }
}
