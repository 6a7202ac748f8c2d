//! The device of the tests: the software driver's, or with `NNCUDA_TEST_DEVICE=gpu` the machine's.

#![allow(dead_code)]

use std::sync::OnceLock;

use nncuda::{Context, Cuda, CudaBuffer, CudaOptions, Precision, Stream};

/// Kernels of the tests.
pub(crate) const KERNELS: &str = include_str!("../kernels.ptx");

/// Whether the tests run on the machine's device.
pub(crate) fn is_gpu() -> bool {
    std::env::var_os("NNCUDA_TEST_DEVICE").is_some_and(|device| device == "gpu")
}

/// The device, opened once a process.
pub(crate) fn device() -> Context {
    static DEVICE: OnceLock<Context> = OnceLock::new();
    DEVICE.get_or_init(open).clone()
}

/// The device as networks see it.
pub(crate) fn cuda() -> Cuda {
    static CUDA: OnceLock<Cuda> = OnceLock::new();
    let opened = || {
        drop(device());
        Cuda::new(0).unwrap_or_else(|error| panic!("{error}"))
    };
    CUDA.get_or_init(opened).clone()
}

/// The device with products of a precision.
pub(crate) fn cuda_of(precision: Precision) -> Cuda {
    drop(device());
    let options = CudaOptions { index: 0, precision };
    Cuda::with_options(options).unwrap_or_else(|error| panic!("{error}"))
}

/// What the software driver says of a kernel that failed.
pub(crate) fn fault() -> String {
    nncuda_soft::last_fault().unwrap_or_default()
}

/// The device, opened anew.
pub(crate) fn open() -> Context {
    if !is_gpu() {
        assert!(nncuda_driver::install(nncuda_soft::resolve));
        nncuda_soft::set_race_check(true);
        nncuda_soft::set_asynchronous(true);
    }
    Context::open(0).unwrap_or_else(|error| panic!("{error}"))
}

/// The device, and a new stream of it.
pub(crate) fn stream() -> (Context, Stream) {
    let device = device();
    let stream = Stream::new(&device).unwrap();
    (device, stream)
}

/// A buffer that holds `values`.
pub(crate) fn buffer(stream: &Stream, values: &[f32]) -> CudaBuffer<f32> {
    let mut buffer = CudaBuffer::zeroed(stream, values.len()).unwrap();
    buffer.upload_at(stream, 0, values).unwrap();
    buffer
}

/// What a buffer holds.
pub(crate) fn values(stream: &Stream, buffer: &CudaBuffer<f32>) -> Vec<f32> {
    let mut values = vec![f32::NAN; buffer.len()];
    buffer.download(stream, 0, &mut values).unwrap();
    values
}
