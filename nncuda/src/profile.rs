//! Which kernels run, what runs on the host, and how long each takes.

use core::fmt;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::kernels::key::KernelKey;
use crate::{Cuda, CudaError, Function, Grid, Module, Stream, Timer};

/// What a kernel took in all its launches of a [profile](Cuda::profile), or an operation in all its calls on the host.
///
/// An operation that has no kernel on the GPU, and each of the user's own, runs on the host: its operands are copied there
/// and back. Its name says so, `pad2d (on the host)`, and its time is the host's: of the copies and the computation, not of
/// the work before it, which is waited for first.
///
/// `{}` shows a line of a profile: `linear 784 -> 128 bias Relu small f32: 3 times, 12.5 µs`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct KernelTime {
    /// The kernel's name: `conv2d_grad_weight`; of an operation on the host `pad2d (on the host)`.
    pub name: String,
    /// Which kernel it is, with all the numbers that it was made for; `None` of an operation on the host.
    pub key: Option<KernelKey>,
    /// How often it was launched, or called.
    pub calls: usize,
    /// The elements that its launches were over (of dropout threads, with four each); of products of matrices the
    /// multiply-adds, of sums over channels the numbers that are added; 0 on the host.
    pub elements: u64,
    /// The microseconds of all launches, or calls.
    pub microseconds: f64,
    /// The registers that a thread takes; 0 on the host.
    pub registers: u32,
}

impl fmt::Display for KernelTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.key {
            Some(key) => write!(f, "{key}")?,
            None => f.write_str(&self.name)?,
        }
        let times = if self.calls == 1 { "time" } else { "times" };
        write!(f, ": {} {times}, {:.1} µs", self.calls, self.microseconds)
    }
}

/// What a device measures, while it does.
#[derive(Default)]
pub(crate) struct Profiler {
    is_on: AtomicBool,
    /// Whose profile it is.
    turn: Mutex<()>,
    runs: Mutex<Vec<Run>>,
}

/// What ran once.
enum Run {
    Kernel { key: Box<KernelKey>, function: Function, elements: u64, timer: Timer },
    OnHost { operation: &'static str, microseconds: f64 },
}

/// What the runs of a line have in common.
#[derive(PartialEq, Eq, Hash)]
enum Line {
    Kernel(KernelKey),
    OnHost(&'static str),
}

/// A call on the host that began, while a profile is made.
pub(crate) struct HostCall(Option<(&'static str, Instant)>);

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
        key: KernelKey,
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
        let (key, function, elements) = (Box::new(key), function.clone(), elements as u64);
        self.runs().push(Run::Kernel { key, function, elements, timer });
        Ok(())
    }

    /// A call of an operation on the host begins.
    pub(crate) fn begin_on_host(
        &self,
        stream: &Stream,
        operation: &'static str,
    ) -> Result<HostCall, CudaError> {
        if !self.is_on() {
            return Ok(HostCall(None));
        }
        stream.synchronize()?;
        Ok(HostCall(Some((operation, Instant::now()))))
    }

    /// It ends.
    pub(crate) fn end_on_host(&self, stream: &Stream, call: HostCall) -> Result<(), CudaError> {
        let Some((operation, start)) = call.0 else { return Ok(()) };
        stream.synchronize()?;
        let microseconds = 1e6 * start.elapsed().as_secs_f64();
        self.runs().push(Run::OnHost { operation, microseconds });
        Ok(())
    }

    fn runs(&self) -> MutexGuard<'_, Vec<Run>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A profiler that is on, until this is dropped.
struct On<'a>(&'a Profiler);

impl Drop for On<'_> {
    fn drop(&mut self) {
        self.0.is_on.store(false, Ordering::Relaxed);
        self.0.runs().clear();
    }
}

impl Cuda {
    /// What `work` gives, and the kernels that ran meanwhile, in the order of their first launches. Operations that ran on
    /// the host are lines among them: see [`KernelTime`].
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
    ///     println!("{kernel}");
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
        let runs = core::mem::take(&mut *profiler.runs());
        Ok((result, summed(&runs)?))
    }
}

/// The runs by kernel, or operation on the host.
fn summed(runs: &[Run]) -> Result<Vec<KernelTime>, CudaError> {
    let mut lines: Vec<KernelTime> = Vec::new();
    let mut places = HashMap::new();
    for run in runs {
        let line = match run {
            Run::Kernel { key, .. } => Line::Kernel(**key),
            Run::OnHost { operation, .. } => Line::OnHost(operation),
        };
        let place = *places.entry(line).or_insert(lines.len());
        if place == lines.len() {
            lines.push(run.line()?);
        }
        let line = &mut lines[place];
        line.calls += 1;
        match run {
            Run::Kernel { elements, timer, .. } => {
                line.elements += elements;
                line.microseconds += 1e3 * f64::from(timer.milliseconds()?);
            }
            Run::OnHost { microseconds, .. } => line.microseconds += microseconds,
        }
    }
    Ok(lines)
}

impl Run {
    /// The line of a profile that it belongs to, with no calls yet.
    fn line(&self) -> Result<KernelTime, CudaError> {
        let (name, key, registers) = match self {
            Self::Kernel { key, function, .. } => {
                (key.name().into_owned(), Some(**key), function.registers()?)
            }
            Self::OnHost { operation, .. } => (format!("{operation} (on the host)"), None, 0),
        };
        Ok(KernelTime { name, key, calls: 0, elements: 0, microseconds: 0.0, registers })
    }
}
