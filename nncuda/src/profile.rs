//! Which kernels run, and how long each takes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Cuda, CudaError, Function, Grid, Module, Stream, Timer};

/// What a kernel took in all its launches of a [profile](Cuda::profile).
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct KernelTime {
    /// The kernel's name: `conv2d_grad_weight`.
    pub name: String,
    /// What it was made for: its operation, geometry and variant, as text.
    pub key: String,
    /// How often it was launched.
    pub calls: usize,
    /// The elements that its launches were over (of dropout threads, with four each); 0 where they were over blocks, as
    /// products are.
    pub elements: u64,
    /// The microseconds of all launches.
    pub microseconds: f64,
    /// The registers that a thread takes.
    pub registers: u32,
}

/// What a device measures, while it does.
#[derive(Default)]
pub(crate) struct Profiler {
    is_on: AtomicBool,
    /// Whose profile it is.
    turn: Mutex<()>,
    launches: Mutex<Vec<Launch>>,
}

/// One launch.
struct Launch {
    key: String,
    function: Function,
    elements: u64,
    timer: Timer,
}

/// Keeps a stream busy for about a millisecond.
const HOLD: &str = "\
.version 6.4
.target sm_70
.address_size 64

.visible .entry hold()
{
    .reg .pred %p<1>;
    .reg .b32 %r<1>;

    mov.u32 %r0, 0;
again:
    nanosleep.u32 50000;
    add.u32 %r0, %r0, 1;
    setp.lt.u32 %p0, %r0, 20;
    @%p0 bra again;
    ret;
}
";

impl Profiler {
    pub(crate) fn is_on(&self) -> bool {
        self.is_on.load(Ordering::Relaxed)
    }

    /// Launches with `launch`, between two points in time.
    pub(crate) fn launch(
        &self,
        stream: &Stream,
        key: &str,
        function: &Function,
        elements: usize,
        launch: impl FnOnce() -> Result<(), CudaError>,
    ) -> Result<(), CudaError> {
        let timer = Timer::new(stream.context())?;
        // A device that has nothing to do would start the clock, and then wait for the launch.
        if stream.is_done()? {
            let hold = Module::load(stream.context(), HOLD)?.function("hold")?;
            // SAFETY: it has no parameters.
            unsafe { hold.launch(stream, Grid::line(1, 1), &[])? };
        }
        timer.start(stream)?;
        launch()?;
        timer.stop(stream)?;
        let (key, function) = (key.to_owned(), function.clone());
        self.launches().push(Launch { key, function, elements: elements as u64, timer });
        Ok(())
    }

    fn launches(&self) -> MutexGuard<'_, Vec<Launch>> {
        self.launches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A profiler that is on, until this is dropped.
struct On<'a>(&'a Profiler);

impl Drop for On<'_> {
    fn drop(&mut self) {
        self.0.is_on.store(false, Ordering::Relaxed);
        self.0.launches().clear();
    }
}

impl Cuda {
    /// What `work` gives, and the kernels that ran meanwhile, in the order of their first launches.
    ///
    /// Each launch is timed by events on the device's own clock, with the microsecond or two that the device itself takes
    /// to launch. Passes run call by call, though they are recorded; so the whole takes longer than without a profile,
    /// and what ran over all gaps is not in the sum. Kernels that other threads launch on the device are counted as well.
    /// Profiles wait for each other: `work` must not begin one.
    ///
    /// ```no_run
    /// # use nncore::prelude::*;
    /// # fn f(device: &nncuda::Cuda, mut step: impl FnMut() -> Result<f32, nncore::Error>) -> Result<(), nncore::Error> {
    /// step()?; // makes the kernels
    /// let (loss, kernels) = device.profile(step)?;
    /// for kernel in kernels {
    ///     println!("{}: {} times, {} µs", kernel.name, kernel.calls, kernel.microseconds);
    /// }
    /// # loss.map(drop)
    /// # }
    /// ```
    ///
    /// # Errors
    /// When a kernel fails.
    pub fn profile<R>(&self, work: impl FnOnce() -> R) -> Result<(R, Vec<KernelTime>), CudaError> {
        let profiler = self.profiler();
        let _turn = profiler.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let _on = On(profiler);
        profiler.is_on.store(true, Ordering::Relaxed);
        let result = work();
        profiler.is_on.store(false, Ordering::Relaxed);
        self.stream().synchronize()?;
        let launches = core::mem::take(&mut *profiler.launches());
        Ok((result, summed(&launches)?))
    }
}

/// The launches by kernel.
fn summed(launches: &[Launch]) -> Result<Vec<KernelTime>, CudaError> {
    let mut kernels: Vec<KernelTime> = Vec::new();
    let mut places = HashMap::new();
    for launch in launches {
        let place = *places.entry(launch.key.as_str()).or_insert(kernels.len());
        if place == kernels.len() {
            kernels.push(KernelTime {
                name: launch.function.name().to_owned(),
                key: launch.key.clone(),
                calls: 0,
                elements: 0,
                microseconds: 0.0,
                registers: launch.function.registers()?,
            });
        }
        let kernel = &mut kernels[place];
        kernel.calls += 1;
        kernel.elements += launch.elements;
        kernel.microseconds += 1e3 * f64::from(launch.timer.milliseconds()?);
    }
    Ok(kernels)
}
