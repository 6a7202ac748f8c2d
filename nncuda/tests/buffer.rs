//! Memory of the device, and page-locked memory of the host.

mod common;

use common::{buffer, stream, values};
use nncuda::{CudaBuffer, CudaError, Event, PinnedBuffer, Stream};

fn is_send_and_sync<T: Send + Sync>(_: &T) {}

#[test]
fn elements_go_there_and_come_back() {
    let (device, stream) = stream();
    let mut buffer = CudaBuffer::<f32>::zeroed(&stream, 5).unwrap();
    is_send_and_sync(&buffer);
    assert_eq!((buffer.len(), buffer.is_empty(), buffer.context()), (5, false, &device));
    assert_eq!(values(&stream, &buffer), [0.0; 5]);
    buffer.upload_at(&stream, 2, &[7.0, 8.0]).unwrap();
    assert_eq!(values(&stream, &buffer), [0.0, 0.0, 7.0, 8.0, 0.0]);
    let mut two = [0.0; 2];
    buffer.download(&stream, 3, &mut two).unwrap();
    assert_eq!(two, [8.0, 0.0]);
    buffer.upload_at(&stream, 5, &[]).unwrap();
    buffer.fill_zero(&stream).unwrap();
    assert_eq!(values(&stream, &buffer), [0.0; 5]);
    assert_eq!(format!("{buffer:?}"), "CudaBuffer(5 elements)");
}

#[test]
fn every_plain_type_has_its_size() {
    let (_, stream) = stream();
    let mut bytes = CudaBuffer::<u8>::zeroed(&stream, 3).unwrap();
    bytes.upload_at(&stream, 1, &[5, 6]).unwrap();
    let mut to = [9; 3];
    bytes.download(&stream, 0, &mut to).unwrap();
    assert_eq!(to, [0, 5, 6]);
    let mut numbers = CudaBuffer::<f64>::zeroed(&stream, 3).unwrap();
    numbers.upload_at(&stream, 1, &[0.1, -2.0]).unwrap();
    let mut to = [9.0; 2];
    numbers.download(&stream, 1, &mut to).unwrap();
    assert_eq!(to, [0.1, -2.0]);
}

#[test]
fn no_elements_need_no_memory() {
    let (device, stream) = stream();
    let mut buffer = CudaBuffer::<u32>::zeroed(&stream, 0).unwrap();
    assert!(buffer.is_empty());
    buffer.upload_at(&stream, 0, &[]).unwrap();
    buffer.download(&stream, 0, &mut []).unwrap();
    buffer.fill_zero(&stream).unwrap();
    assert_eq!(buffer.arg(0), nncuda::Arg::Pointer(0));
    let pinned = PinnedBuffer::<u32>::zeroed(&device, 0).unwrap();
    assert!(pinned.as_slice().is_empty());
    // SAFETY: nothing is copied.
    unsafe { buffer.upload_async(&stream, 0, &pinned, 0..0).unwrap() };
}

#[test]
fn what_does_not_fit_is_not_copied() {
    let (_, stream) = stream();
    let beyond = |work: &dyn Fn(&mut CudaBuffer<f32>, &Stream)| {
        let mut buffer = buffer(&stream, &[1.0, 2.0, 3.0]);
        let work = std::panic::AssertUnwindSafe(|| work(&mut buffer, &stream));
        let panic = std::panic::catch_unwind(work).unwrap_err();
        assert!(panic.downcast::<String>().unwrap().ends_with("lie in a buffer of 3"));
        assert_eq!(values(&stream, &buffer), [1.0, 2.0, 3.0]);
    };
    beyond(&|b, s| b.upload_at(s, 2, &[0.0; 2]).unwrap());
    beyond(&|b, s| b.upload_at(s, 4, &[]).unwrap());
    beyond(&|b, s| b.upload_at(s, usize::MAX, &[0.0; 2]).unwrap());
    beyond(&|b, s| b.download(s, 0, &mut [0.0; 4]).unwrap());
    beyond(&|b, _| assert_eq!(b.arg(4), nncuda::Arg::U32(0)));
}

#[test]
fn too_much_memory_is_an_error_with_numbers() {
    let (device, stream) = stream();
    let (_, total) = device.memory().unwrap();
    // Twice what there is; and more bytes than a number holds.
    for (len, bytes) in [(total / 2, total / 2 * 4), (usize::MAX / 2, usize::MAX)] {
        let error = CudaBuffer::<f32>::zeroed(&stream, len).unwrap_err();
        let CudaError::OutOfMemory { asked, free, total: all } = error else { panic!("{error}") };
        assert_eq!((asked, all), (bytes, total));
        assert!(free <= total);
        let error = nncore::Error::from(error).to_string();
        assert!(error.starts_with("the GPU is out of memory\n"), "{error}");
        assert!(error.contains(&format!("found: {bytes} bytes asked for")), "{error}");
    }
    // And nothing is spoilt.
    assert_eq!(values(&stream, &buffer(&stream, &[1.0])), [1.0]);
}

#[test]
fn two_page_locked_buffers_take_turns() {
    let (device, stream) = stream();
    let copies = Stream::new(&device).unwrap();
    let mut sum = 0.0;
    let mut halves = [0, 1].map(|_| PinnedBuffer::<f32>::zeroed(&device, 4).unwrap());
    assert_eq!(halves[0].as_slice(), [0.0; 4]);
    is_send_and_sync(&halves);
    let copied = [0, 1].map(|_| Event::new(&device).unwrap());
    let mut input = CudaBuffer::<f32>::zeroed(&stream, 4).unwrap();
    let mut result = PinnedBuffer::<f32>::zeroed(&device, 2).unwrap();
    for step in 0..6 {
        let half = step % 2;
        copied[half].synchronize().unwrap();
        halves[half].as_mut_slice().fill(step as f32);
        // SAFETY: the half is written again after its event; the result is read after its stream is done.
        unsafe {
            input.upload_async(&copies, 1, &halves[half], 1..4).unwrap();
            copied[half].record(&copies).unwrap();
            stream.wait(&copied[half]).unwrap();
            input.download_async(&stream, 0, &mut result, 0..2).unwrap();
        }
        stream.synchronize().unwrap();
        assert_eq!(result.as_slice(), [0.0, step as f32]);
        sum += result.as_slice()[1];
    }
    assert_eq!(sum, 15.0);
    assert_eq!(format!("{result:?}"), "PinnedBuffer(2 elements)");
}
