//! Machines with a driver, and without a device that could be used.

use std::ffi::c_void;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering::Relaxed};

use nncuda::{Context, CudaError};

static INIT: AtomicU32 = AtomicU32::new(0);
static DEVICES: AtomicI32 = AtomicI32::new(0);

unsafe extern "C" fn init(_flags: u32) -> u32 {
    INIT.load(Relaxed)
}

unsafe extern "C" fn count(to: *mut i32) -> u32 {
    // SAFETY: the caller gives a place for the number.
    unsafe { to.write(DEVICES.load(Relaxed)) };
    0
}

unsafe extern "C" fn device(to: *mut i32, index: i32) -> u32 {
    // SAFETY: the caller gives a place for the device.
    unsafe { to.write(index) };
    0
}

unsafe extern "C" fn name(to: *mut u8, len: i32, _device: i32) -> u32 {
    // SAFETY: the caller gives a place for so many bytes.
    unsafe { to.write_bytes(b'x', len as usize) };
    0
}

unsafe extern "C" fn memory(to: *mut usize, _device: i32) -> u32 {
    // SAFETY: the caller gives a place for the number.
    unsafe { to.write(3 << 29) };
    0
}

unsafe extern "C" fn attribute(to: *mut i32, attribute: u32, _device: i32) -> u32 {
    // SAFETY: the caller gives a place for the number.
    unsafe { to.write(if attribute == 75 { 6 } else { 1 }) };
    0
}

unsafe extern "C" fn version(to: *mut i32) -> u32 {
    // SAFETY: the caller gives a place for the number.
    unsafe { to.write(12080) };
    0
}

fn resolve(name_of: &str) -> *const c_void {
    match name_of {
        "cuInit" => init as *const c_void,
        "cuDeviceGetCount" => count as *const c_void,
        "cuDeviceGet" => device as *const c_void,
        "cuDeviceGetName" => name as *const c_void,
        "cuDeviceTotalMem_v2" => memory as *const c_void,
        "cuDeviceGetAttribute" => attribute as *const c_void,
        "cuDriverGetVersion" => version as *const c_void,
        _ => std::ptr::null(),
    }
}

// One test: the driver is the process's.
#[test]
fn what_cannot_be_used_is_told() {
    assert!(nncuda_driver::install(resolve));
    assert_eq!(nncuda::info(), Err(CudaError::NoDevice));
    INIT.store(100, Relaxed);
    assert_eq!(Context::open(0).unwrap_err(), CudaError::NoDevice);
    INIT.store(803, Relaxed);
    let text = nncuda::info().unwrap_err().to_string();
    assert!(
        text.starts_with("cuInit failed: CUDA_ERROR_SYSTEM_DRIVER_MISMATCH (803)\nhelp: "),
        "{text}"
    );
    INIT.store(912, Relaxed);
    let text = nncuda::info().unwrap_err().to_string();
    assert_eq!(text, "cuInit failed: an error that only newer drivers know (912)");

    INIT.store(0, Relaxed);
    DEVICES.store(1, Relaxed);
    // It is listed, so that its owner sees why it is not used.
    let line = nncuda::info().unwrap()[0].to_string();
    let name = "x".repeat(255);
    assert_eq!(
        line,
        format!(
            "0: {name}, compute capability 6.1, 1 multiprocessors, 1.5 GiB, driver for CUDA 12.8"
        )
    );
    assert_eq!(Context::open(0).unwrap_err(), CudaError::Unsupported { capability: (6, 1) });
}
