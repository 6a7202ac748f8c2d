//! Devices, streams, events and timers.

mod common;

use common::{buffer, device, open, stream, values};
use nncuda::{Context, CudaError, Event, Stream, Timer};

#[test]
fn a_device_is_told_in_one_line() {
    let device = device();
    let infos = nncuda::info().unwrap();
    assert_eq!(&infos[0], device.info());
    let line = infos[0].to_string();
    assert!(line.starts_with(&format!("0: {}, compute capability ", infos[0].name)), "{line}");
    assert!(!line.contains('\n'));
    assert!(infos[0].capability >= (7, 0));
    assert!(infos[0].multiprocessors > 0);
    assert!(infos[0].shared_memory >= 48 << 10);
    assert!(infos[0].driver >= (11, 4), "{line}");
    let (free, total) = device.memory().unwrap();
    assert!(free <= total && total > 0);
    assert_eq!(format!("{device:?}"), format!("Context({line})"));
}

#[test]
fn a_number_without_a_device_is_an_error() {
    let count = {
        device();
        nncuda::info().unwrap().len()
    };
    let error = Context::open(count).unwrap_err();
    assert_eq!(error, CudaError::NoSuchDevice { index: count, count });
    assert!(error.to_string().contains(&format!("expected: a number below {count}")));
}

#[test]
fn calls_come_from_any_thread() {
    let (device, stream) = stream();
    let first = buffer(&stream, &[1.0, 2.0]);
    let second = std::thread::scope(|scope| {
        let work = || {
            assert_eq!(values(&stream, &first), [1.0, 2.0]);
            device.synchronize().unwrap();
            let own = Stream::new(&device).unwrap();
            buffer(&own, &[3.0])
        };
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.map(|thread| thread.join().unwrap())
    });
    for buffer in &second {
        assert_eq!(values(&stream, buffer), [3.0]);
    }
    // The last owner may be a thread that never called before.
    std::thread::spawn(move || drop((first, second, stream, device))).join().unwrap();
}

#[test]
fn what_is_made_of_a_context_keeps_it() {
    let device = open();
    let stream = Stream::new(&device).unwrap();
    assert!(stream.context() == &device && stream.context() != &open());
    drop(device);
    let buffer = buffer(&stream, &[5.0]);
    let again = Stream::new(stream.context()).unwrap();
    drop(stream);
    assert_eq!(values(&again, &buffer), [5.0]);
}

#[test]
fn a_thread_keeps_the_context_it_had() {
    use cust::sys;

    let (_, stream) = stream();
    let current = || {
        let mut current = std::ptr::null_mut();
        // SAFETY: `current` is a place for the context.
        assert_eq!(unsafe { sys::cuCtxGetCurrent(&mut current) }, sys::CUresult::CUDA_SUCCESS);
        current
    };
    std::thread::spawn(move || {
        assert!(current().is_null());
        stream.synchronize().unwrap();
        let ours = current();
        assert!(!ours.is_null(), "a thread without a context gets ours");
        let mut other = std::ptr::null_mut();
        // SAFETY: `other` is a place for the context.
        if unsafe { sys::cuCtxCreate_v2(&mut other, 0, 0) } != sys::CUresult::CUDA_SUCCESS {
            return; // The driver in software has one context.
        }
        assert_eq!(current(), other);
        stream.synchronize().unwrap();
        assert_eq!(current(), other, "a thread with another one gets it back");
        // SAFETY: it is not used any more.
        unsafe { sys::cuCtxDestroy_v2(other) };
    })
    .join()
    .unwrap();
}

#[test]
fn events_order_streams() {
    let (device, first) = stream();
    let second = Stream::new(&device).unwrap();
    let event = Event::new(&device).unwrap();
    assert!(event.is_done().unwrap(), "as long as it was not recorded");
    let mut buffer = buffer(&first, &[1.0; 1000]);
    buffer.fill_zero(&first).unwrap();
    event.record(&first).unwrap();
    second.wait(&event).unwrap();
    assert_eq!(values(&second, &buffer), [0.0; 1000]);
    event.synchronize().unwrap();
    assert!(event.is_done().unwrap());
    second.synchronize().unwrap();
    assert!(second.is_done().unwrap());
}

#[test]
fn a_timer_tells_milliseconds() {
    let (device, stream) = stream();
    let timer = Timer::new(&device).unwrap();
    let mut buffer = buffer(&stream, &[1.0; 1 << 16]);
    for _ in 0..2 {
        timer.start(&stream).unwrap();
        buffer.fill_zero(&stream).unwrap();
        timer.stop(&stream).unwrap();
        let milliseconds = timer.milliseconds().unwrap();
        assert!((0.0..10_000.0).contains(&milliseconds), "{milliseconds}");
    }
}
