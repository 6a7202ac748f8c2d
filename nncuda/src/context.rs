//! An open device.

use core::fmt;
use core::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use cust::sys::{CUcontext, CUdevice};

use crate::error::{OLDEST, driver};
use crate::module::Cache;
use crate::{CudaError, DeviceInfo, info};

/// An open device: its primary context, which other CUDA libraries of the process use as well.
///
/// Clones are of the same context, which is released with the last of them and of what was made from it. Every call
/// may come from any thread.
#[derive(Clone)]
pub struct Context {
    inner: Arc<Inner>,
}

struct Inner {
    device: CUdevice,
    raw: CUcontext,
    info: DeviceInfo,
    modules: Mutex<Cache>,
}

// SAFETY: the driver allows the handles in any thread; the cache is behind a lock.
unsafe impl Send for Inner {}
// SAFETY: as above.
unsafe impl Sync for Inner {}

impl Context {
    /// Opens device `index`, from 0.
    ///
    /// # Errors
    /// When there is no driver, no device of this number, or when it is too old.
    pub fn open(index: usize) -> Result<Self, CudaError> {
        let count = info::count()?;
        if index >= count {
            return Err(CudaError::NoSuchDevice { index, count });
        }
        let info = info::device(index)?;
        if info.capability < OLDEST {
            return Err(CudaError::Unsupported { capability: info.capability });
        }
        let device = info::handle(index)?;
        let mut raw = core::ptr::null_mut();
        // SAFETY: `raw` is a place for the context.
        unsafe { driver!(cuDevicePrimaryCtxRetain(&mut raw, device))? };
        let inner = Inner { device, raw, info, modules: Mutex::new(Cache::default()) };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The device's properties.
    #[must_use]
    pub fn info(&self) -> &DeviceInfo {
        &self.inner.info
    }

    /// The bytes of the device's memory: those that are free, and all.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn memory(&self) -> Result<(usize, usize), CudaError> {
        let _entered = self.enter()?;
        let (mut free, mut total) = (0, 0);
        // SAFETY: both are places for a number.
        unsafe { driver!(cuMemGetInfo_v2(&mut free, &mut total))? };
        Ok((free, total))
    }

    /// Waits until everything is done that was given to the device.
    ///
    /// # Errors
    /// What failed meanwhile.
    pub fn synchronize(&self) -> Result<(), CudaError> {
        let _entered = self.enter()?;
        // SAFETY: it has no conditions.
        unsafe { driver!(cuCtxSynchronize()) }
    }

    /// Makes the context the calling thread's, for as long as what is returned lives.
    pub(crate) fn enter(&self) -> Result<Entered, CudaError> {
        self.inner.enter()
    }

    /// Works on the loaded modules.
    pub(crate) fn with_modules<R>(&self, work: impl FnOnce(&mut Cache) -> R) -> R {
        // The cache is whole at any time: a panic of another thread spoils nothing.
        work(&mut self.inner.modules.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inner {
    fn enter(&self) -> Result<Entered, CudaError> {
        let mut current = core::ptr::null_mut();
        // SAFETY: `current` is a place for the context.
        unsafe { driver!(cuCtxGetCurrent(&mut current))? };
        if current == self.raw {
            return Ok(Entered::KEPT);
        }
        // SAFETY: the context is retained.
        unsafe { driver!(cuCtxSetCurrent(self.raw))? };
        // A thread without a context keeps ours: its next call finds it.
        let previous = (!current.is_null()).then_some(current);
        Ok(Entered { previous, thread: PhantomData })
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Ok(_entered) = self.enter() {
            self.modules.get_mut().unwrap_or_else(PoisonError::into_inner).unload();
        }
        // What a process that ends, or a context that failed, says here is of no use to anyone.
        // SAFETY: it was retained once, in `open`.
        let _ = unsafe { driver!(cuDevicePrimaryCtxRelease_v2(self.device)) };
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Eq for Context {}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Context({})", self.inner.info)
    }
}

/// The context is the thread's; where the thread had another one, that one comes back in the end.
#[must_use]
pub(crate) struct Entered {
    previous: Option<CUcontext>,
    /// It stays in its thread.
    thread: PhantomData<*const ()>,
}

impl Entered {
    const KEPT: Self = Self { previous: None, thread: PhantomData };
}

impl Drop for Entered {
    fn drop(&mut self) {
        if let Some(previous) = self.previous {
            // SAFETY: it was this thread's context.
            let _ = unsafe { driver!(cuCtxSetCurrent(previous)) };
        }
    }
}
