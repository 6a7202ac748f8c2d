//! How long the device took.

use crate::stream::Event;
use crate::{Context, CudaError, Stream};

/// Measures the time between two points in the work of a stream, on the device's own clock.
#[derive(Debug)]
pub struct Timer {
    start: Event,
    stop: Event,
}

impl Timer {
    /// A timer, which may be used again and again.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn new(context: &Context) -> Result<Self, CudaError> {
        Ok(Self { start: Event::timed(context)?, stop: Event::timed(context)? })
    }

    /// The time begins when the work is done that `stream` was given up to now.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn start(&self, stream: &Stream) -> Result<(), CudaError> {
        self.start.record(stream)
    }

    /// The time ends when the work is done that `stream` was given up to now.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn stop(&self, stream: &Stream) -> Result<(), CudaError> {
        self.stop.record(stream)
    }

    /// Waits for the end; the milliseconds from the beginning.
    ///
    /// # Errors
    /// When one of both was not recorded, or the work failed.
    pub fn milliseconds(&self) -> Result<f32, CudaError> {
        self.stop.synchronize()?;
        self.stop.since(&self.start)
    }
}
