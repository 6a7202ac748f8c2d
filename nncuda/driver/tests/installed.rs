//! Functions from an installed table: they are looked for once, called each time, and what they return is sane.

use std::ffi::c_void;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering};

use cust::error::CudaError;
use cust::sys::{self, CUresult};

static LOOKED_FOR: AtomicU32 = AtomicU32::new(0);
static CALLED: AtomicU32 = AtomicU32::new(0);
static RETURNED: AtomicU32 = AtomicU32::new(0);
static ORDINAL: AtomicI32 = AtomicI32::new(-1);

unsafe extern "C" fn init(_flags: u32) -> u32 {
    CALLED.fetch_add(1, Ordering::Relaxed);
    RETURNED.load(Ordering::Relaxed)
}

unsafe extern "C" fn device(to: *mut i32, ordinal: i32) -> u32 {
    ORDINAL.store(ordinal, Ordering::Relaxed);
    // SAFETY: the caller gives a place for the device.
    unsafe { to.write(7) };
    0
}

fn resolve(name: &str) -> *const c_void {
    match name {
        "cuInit" => {
            LOOKED_FOR.fetch_add(1, Ordering::Relaxed);
            init as *const c_void
        }
        "cuDeviceGet" => device as *const c_void,
        _ => std::ptr::null(),
    }
}

fn another(_: &str) -> *const c_void {
    std::ptr::dangling()
}

// One test: the driver is the process's.
#[test]
fn the_installed_functions_are_called() {
    assert!(nncuda_driver::install(resolve));
    assert!(nncuda_driver::install(resolve), "the same one again");
    assert!(!nncuda_driver::install(another), "another one is too late");
    assert_eq!(nncuda_driver::missing(), None);

    let init = || cust::init(cust::CudaFlags::empty());
    for _ in 0..3 {
        assert_eq!(init(), Ok(()));
    }
    assert_eq!(LOOKED_FOR.load(Ordering::Relaxed), 1);
    assert_eq!(CALLED.load(Ordering::Relaxed), 3);

    // Arguments and results pass.
    let device = cust::device::Device::get_device(3).unwrap();
    assert_eq!((device.as_raw(), ORDINAL.load(Ordering::Relaxed)), (7, 3));

    // A code that `cust_raw` knows passes; one that is newer becomes 999, and is told beside.
    RETURNED.store(700, Ordering::Relaxed);
    assert_eq!(init(), Err(CudaError::IllegalAddress));
    for code in [9, 36, 204, 225, 226, 402, 721, 810, 912, 916, 998, 1000, u32::MAX] {
        RETURNED.store(code, Ordering::Relaxed);
        // SAFETY: it has no conditions.
        assert_eq!(unsafe { sys::cuInit(0) }, CUresult::CUDA_ERROR_UNKNOWN);
        assert_eq!(nncuda_driver::unknown_code(), code);
    }
    RETURNED.store(999, Ordering::Relaxed);
    assert_eq!(init(), Err(CudaError::UnknownError));
    assert_eq!(nncuda_driver::unknown_code(), 999);

    // What the driver lacks is not found.
    // SAFETY: nothing is called.
    let result = unsafe { sys::cuCtxSynchronize() };
    assert_eq!(result, CUresult::CUDA_ERROR_NOT_FOUND);
    assert!(nncuda_driver::function(c"cuLaunchKernelEx").is_null());
    assert!(!nncuda_driver::function(c"cuInit").is_null());
}
