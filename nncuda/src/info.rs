//! What is known of a device.

use core::fmt;

use cust::sys::{self, CUdevice_attribute};

use crate::CudaError;
use crate::error::{check, driver};

/// The properties of a device.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceInfo {
    /// Its number, from 0.
    pub index: usize,
    /// The name that its maker gave it.
    pub name: String,
    /// Its compute capability, major and minor.
    pub capability: (u32, u32),
    /// Its streaming multiprocessors.
    pub multiprocessors: u32,
    /// The bytes of its memory.
    pub memory: usize,
    /// The bytes of shared memory of a block, at most.
    pub shared_memory: usize,
    /// The highest clock of its multiprocessors in kHz, where the driver tells it.
    pub clock: Option<u32>,
    /// The highest clock of its memory in kHz, where the driver tells it; there are two transfers a cycle.
    pub memory_clock: Option<u32>,
    /// The bits of a transfer of its memory, where the driver tells them.
    pub memory_bus: Option<u32>,
    /// The version of CUDA that the driver knows, major and minor.
    pub driver: (u32, u32),
}

impl fmt::Display for DeviceInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, name, capability, multiprocessors, memory, driver, .. } = self;
        let gib = *memory as f64 / f64::from(1 << 30);
        write!(
            f,
            "{index}: {name}, compute capability {}.{}, {multiprocessors} multiprocessors, {gib:.1} GiB, driver for CUDA {}.{}",
            capability.0, capability.1, driver.0, driver.1
        )
    }
}

/// All devices of the machine, those included that are too old.
///
/// # Errors
/// When there is no driver, or no device.
pub fn info() -> Result<Vec<DeviceInfo>, CudaError> {
    (0..count()?).map(device).collect()
}

/// Starts the driver; the number of devices, at least one.
pub(crate) fn count() -> Result<usize, CudaError> {
    if let Some(why) = nncuda_driver::missing() {
        return Err(CudaError::NoDriver { why: why.to_owned() });
    }
    // SAFETY: it has no conditions.
    let result = unsafe { sys::cuInit(0) };
    if result == sys::CUresult::CUDA_ERROR_NO_DEVICE {
        return Err(CudaError::NoDevice);
    }
    check("cuInit", result)?;
    let mut count = 0;
    // SAFETY: `count` is a place for the number.
    unsafe { driver!(cuDeviceGetCount(&mut count))? };
    match usize::try_from(count) {
        Ok(count) if count > 0 => Ok(count),
        _ => Err(CudaError::NoDevice),
    }
}

/// The properties of device `index`, which is below the count.
pub(crate) fn device(index: usize) -> Result<DeviceInfo, CudaError> {
    use CUdevice_attribute as A;

    let device = handle(index)?;
    let mut memory = 0;
    // SAFETY: `memory` is a place for the number.
    unsafe { driver!(cuDeviceTotalMem_v2(&mut memory, device))? };
    let mut version = 0;
    // SAFETY: `version` is a place for the number.
    unsafe { driver!(cuDriverGetVersion(&mut version))? };
    let version = u32::try_from(version).unwrap_or(0);
    let attribute = |attribute| -> Result<u32, CudaError> {
        let mut value = 0;
        // SAFETY: `value` is a place for the number.
        unsafe { driver!(cuDeviceGetAttribute(&mut value, attribute, device))? };
        Ok(u32::try_from(value).unwrap_or(0))
    };
    // What newer drivers may leave out.
    let known = |a| attribute(a).ok().filter(|value| *value > 0);
    Ok(DeviceInfo {
        index,
        name: name(device)?,
        capability: (
            attribute(A::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)?,
            attribute(A::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR)?,
        ),
        multiprocessors: attribute(A::CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT)?,
        memory,
        shared_memory: attribute(A::CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN)?
            as usize,
        clock: known(A::CU_DEVICE_ATTRIBUTE_CLOCK_RATE),
        memory_clock: known(A::CU_DEVICE_ATTRIBUTE_MEMORY_CLOCK_RATE),
        memory_bus: known(A::CU_DEVICE_ATTRIBUTE_GLOBAL_MEMORY_BUS_WIDTH),
        driver: (version / 1000, version % 1000 / 10),
    })
}

/// The driver's handle of device `index`.
pub(crate) fn handle(index: usize) -> Result<sys::CUdevice, CudaError> {
    let mut device = 0;
    let ordinal = i32::try_from(index).unwrap_or(i32::MAX);
    // SAFETY: `device` is a place for the handle.
    unsafe { driver!(cuDeviceGet(&mut device, ordinal))? };
    Ok(device)
}

fn name(device: sys::CUdevice) -> Result<String, CudaError> {
    let mut bytes = [0u8; 256];
    // SAFETY: the driver writes 255 bytes at most, so that the last one stays zero.
    unsafe { driver!(cuDeviceGetName(bytes.as_mut_ptr().cast(), 255, device))? };
    let len = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    Ok(String::from_utf8_lossy(&bytes[..len]).into_owned())
}
