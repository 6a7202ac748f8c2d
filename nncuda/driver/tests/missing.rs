//! No driver on the machine: everything says so, nothing crashes.

use cust::error::CudaError;

// One test: the driver is the process's.
#[test]
fn without_a_driver_everything_says_so() {
    // SAFETY: this binary has one test, and no other thread reads the environment.
    unsafe { std::env::set_var("NNCUDA_DRIVER", "/nowhere/libcuda.so.1") };
    assert_eq!(cust::init(cust::CudaFlags::empty()), Err(CudaError::NoDevice));
    assert_eq!(cust::device::Device::num_devices(), Err(CudaError::NoDevice));
    let why = nncuda_driver::missing().unwrap();
    assert!(why.starts_with("/nowhere/libcuda.so.1: "), "{why}");
    assert!(why.ends_with("(the environment variable NNCUDA_DRIVER names it)"), "{why}");
    assert!(nncuda_driver::function(c"cuInit").is_null());
    assert!(!nncuda_driver::install(|_| std::ptr::null()), "it is too late");
}
