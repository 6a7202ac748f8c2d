//! What networks are timed on.

use nncore::device::Device;
use nncore::{Cpu, Error};
use nncuda::{Cuda, CudaError, CudaOptions, KernelTime, Precision, Timer};

use super::Peaks;

/// A call that is timed.
pub type Call<'a> = dyn FnMut() -> Result<(), Error> + 'a;

/// A device, and what it tells about time.
pub trait Machine {
    /// The device of the networks.
    type Device: Device<Element = f32>;

    /// The device.
    fn device(&self) -> &Self::Device;

    /// The device and its driver, in words.
    fn name(&self) -> String;

    /// How it computes products of matrices.
    fn precision(&self) -> Precision;

    /// What it can do at most.
    fn peaks(&self) -> Peaks;

    /// Waits until the device has nothing to do.
    ///
    /// # Errors
    /// When something failed meanwhile.
    fn wait(&self) -> Result<(), Error>;

    /// The milliseconds of a call on the device's own clock, where it has one.
    ///
    /// # Errors
    /// When the call fails.
    fn milliseconds(&self, call: &mut Call<'_>) -> Result<Option<f64>, Error>;

    /// The kernels of a call, where the device has any.
    ///
    /// # Errors
    /// When the call fails.
    fn kernels(&self, call: &mut Call<'_>) -> Result<Option<Vec<KernelTime>>, Error>;
}

/// A GPU.
#[derive(Debug)]
pub struct Gpu {
    device: Cuda,
    timer: Timer,
}

impl Gpu {
    /// The GPU with these options.
    ///
    /// # Errors
    /// When there is no driver, no such device, or it is too old.
    pub fn open(options: CudaOptions) -> Result<Self, CudaError> {
        let device = Cuda::with_options(options)?;
        let timer = Timer::new(device.stream().context())?;
        Ok(Self { device, timer })
    }
}

impl Machine for Gpu {
    type Device = Cuda;

    fn device(&self) -> &Cuda {
        &self.device
    }

    fn name(&self) -> String {
        self.device.info().to_string()
    }

    fn precision(&self) -> Precision {
        self.device.precision()
    }

    fn peaks(&self) -> Peaks {
        Peaks::of(self.device.info(), self.precision())
    }

    fn wait(&self) -> Result<(), Error> {
        Ok(self.device.stream().synchronize()?)
    }

    fn milliseconds(&self, call: &mut Call<'_>) -> Result<Option<f64>, Error> {
        self.timer.start(self.device.stream())?;
        call()?;
        self.timer.stop(self.device.stream())?;
        Ok(Some(f64::from(self.timer.milliseconds()?)))
    }

    fn kernels(&self, call: &mut Call<'_>) -> Result<Option<Vec<KernelTime>>, Error> {
        let (result, kernels) = self.device.profile(call)?;
        result.map(|()| Some(kernels))
    }
}

/// The CPU: it shows that the program works, where there is no GPU.
#[derive(Debug)]
pub struct Host {
    device: Cpu,
}

impl Host {
    /// So many threads.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn open(threads: usize) -> Result<Self, Error> {
        Ok(Self { device: Cpu::with_threads(threads)? })
    }
}

impl Machine for Host {
    type Device = Cpu;

    fn device(&self) -> &Cpu {
        &self.device
    }

    fn name(&self) -> String {
        "the CPU".to_owned()
    }

    fn precision(&self) -> Precision {
        Precision::F32
    }

    fn peaks(&self) -> Peaks {
        Peaks::default()
    }

    fn wait(&self) -> Result<(), Error> {
        Ok(())
    }

    fn milliseconds(&self, _: &mut Call<'_>) -> Result<Option<f64>, Error> {
        Ok(None)
    }

    fn kernels(&self, _: &mut Call<'_>) -> Result<Option<Vec<KernelTime>>, Error> {
        Ok(None)
    }
}
