//! A device without tensor cores for tf32 and bf16.

use nncuda::{Cuda, CudaError, CudaOptions, Precision};

// One test: the driver is the process's.
#[test]
fn precisions_that_an_old_device_lacks_are_told() {
    assert!(nncuda_driver::install(nncuda_soft::resolve));
    nncuda_soft::set_compute_capability(7, 5);
    let with = |precision| Cuda::with(CudaOptions { index: 0, precision });
    for precision in [Precision::Tf32, Precision::Bf16] {
        let error = with(precision).map(|_| ()).unwrap_err();
        let capability = (7, 5);
        assert_eq!(error, CudaError::UnsupportedPrecision { precision, capability });
    }
    assert_eq!(with(Precision::default()).unwrap().precision(), Precision::F32);
    assert_eq!(Cuda::new(0).unwrap().precision(), Precision::F32);
    nncuda_soft::set_compute_capability(8, 0);
    assert_eq!(with(Precision::Tf32).unwrap().precision(), Precision::Tf32);
    assert_eq!(with(Precision::Bf16).unwrap().precision(), Precision::Bf16);
}
