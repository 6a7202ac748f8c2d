//! Work that is recorded once and launched often.

mod common;

use common::{KERNELS, buffer, stream, values};
use nncuda::{Arg, CudaError, Event, Graph, Grid, Module, Stream};

#[test]
fn recorded_work_is_done_at_each_launch() {
    let (device, stream) = stream();
    let saxpy = Module::load(&device, KERNELS).unwrap().function("saxpy").unwrap();
    let (x, y) = (buffer(&stream, &[1.0; 64]), buffer(&stream, &[0.0; 64]));
    let graph = Graph::capture(&stream, || {
        for a in [1.0, 2.0] {
            let arguments = [Arg::U32(64), Arg::F32(a), x.arg(0), y.arg(0)];
            // SAFETY: these are the parameters of the kernel, which stays within both buffers.
            unsafe { saxpy.launch(&stream, Grid::line(1, 64), &arguments)? };
        }
        Ok(())
    })
    .unwrap();
    assert_eq!((graph.nodes(), format!("{graph:?}").as_str()), (2, "Graph(2 nodes)"));
    assert_eq!(values(&stream, &y), [0.0; 64], "nothing is done yet");
    for _ in 0..10 {
        // SAFETY: both buffers live until the values were read.
        unsafe { graph.launch(&stream).unwrap() };
    }
    assert_eq!(values(&stream, &y), [30.0; 64]);
    // On another stream, from another thread.
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let other = Stream::new(&device).unwrap();
            // SAFETY: as above.
            unsafe { graph.launch(&other).unwrap() };
            assert_eq!(values(&other, &y), [33.0; 64]);
        });
    });
}

#[test]
fn the_stream_is_as_before_when_a_recording_fails() {
    let (device, stream) = stream();
    let mut buffer = buffer(&stream, &[1.0; 8]);
    let refused = CudaError::Module { log: "an error of the work".to_owned() };

    // The work's own error.
    let error = Graph::capture(&stream, || {
        buffer.fill_zero(&stream)?;
        Err(refused.clone())
    });
    assert_eq!(error.unwrap_err(), refused);
    assert_eq!(values(&stream, &buffer), [1.0; 8]);

    // A panic.
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        Graph::capture(&stream, || panic!("of the work"))
    }));
    assert!(panic.is_err());
    assert_eq!(values(&stream, &buffer), [1.0; 8]);

    // What cannot be recorded: waiting.
    let error = Graph::capture(&stream, || stream.synchronize()).unwrap_err();
    assert!(error.to_string().contains("help: what is captured must not wait"), "{error}");
    // And the same, with the error thrown away.
    let error = Graph::capture(&stream, || {
        drop(stream.synchronize());
        Ok(())
    });
    assert!(matches!(error, Err(CudaError::Driver { call: "cuStreamEndCapture", .. })));

    assert_eq!(values(&stream, &buffer), [1.0; 8]);
    buffer.fill_zero(&stream).unwrap();
    assert_eq!(values(&stream, &buffer), [0.0; 8]);
    let graph = Graph::capture(&stream, || Ok(())).unwrap();
    assert_eq!(graph.nodes(), 0);
    // SAFETY: it does nothing.
    unsafe { graph.launch(&stream).unwrap() };
    Event::new(&device).unwrap().record(&stream).unwrap();
    stream.synchronize().unwrap();
}
