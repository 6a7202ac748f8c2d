//! What was taken from the driver is given back, also after errors.

mod common;

use common::{KERNELS, buffer, is_gpu, open};
use nncuda::{
    Arg, Context, CudaBuffer, CudaError, Event, Graph, Grid, Module, PinnedBuffer, Stream, Timer,
};

fn errors(device: &Context, stream: &Stream) {
    let (_, total) = device.memory().unwrap();
    assert!(CudaBuffer::<u8>::zeroed(stream, total * 2).is_err());
    assert!(Module::load(device, ".version 6.4 frob").is_err());
    assert!(Module::load(device, KERNELS).unwrap().function("nothing").is_err());
    let refused = CudaError::NoDevice;
    assert_eq!(Graph::capture(stream, || Err(refused.clone())).unwrap_err(), refused);
    assert!(Graph::capture(stream, || stream.synchronize()).is_err());
    // Memory cannot be had within a recording.
    let zeroed = Graph::capture(stream, || CudaBuffer::<f32>::zeroed(stream, 8).map(drop));
    assert!(zeroed.is_err());
}

fn work(device: &Context) {
    let stream = Stream::new(device).unwrap();
    errors(device, &stream);
    let (x, y) = (buffer(&stream, &[1.0; 8]), buffer(&stream, &[2.0; 8]));
    let saxpy = Module::load(device, KERNELS).unwrap().function("saxpy").unwrap();
    let arguments = [Arg::U32(8), Arg::F32(1.0), x.arg(0), y.arg(0)];
    let graph = Graph::capture(&stream, || {
        // SAFETY: these are the parameters of the kernel, which stays within both buffers.
        unsafe { saxpy.launch(&stream, Grid::line(1, 8), &arguments) }
    })
    .unwrap();
    // SAFETY: both buffers live until the stream is done.
    unsafe { graph.launch(&stream).unwrap() };
    stream.synchronize().unwrap();
    let _pinned = PinnedBuffer::<f32>::zeroed(device, 10).unwrap();
    let _events = (Event::new(device).unwrap(), Timer::new(device).unwrap());
}

// One test: what is counted is the process's.
#[test]
fn all_is_given_back() {
    let device = open();
    work(&device);
    work(&open());
    drop(device);
    if !is_gpu() {
        assert_eq!(nncuda_soft::counters().allocated, 0, "bytes of the device");
    }
}
