//! Streams and their captures.

use std::ffi::c_void;

use super::api::{Answer, Host, Out, api};
use super::codes::{INVALID_HANDLE, INVALID_VALUE, NOT_READY};
use super::object::{Call, Handle, Object, Stream, Work};
use super::queue::{Until, flush};
use super::state::{LEGACY, PER_THREAD, enter, stream_handle};
use super::work::submit;

/// Creates a stream.
fn create(out: Out<Handle>, flags: u32, priority: i32) -> Answer {
    let mut s = enter()?;
    if flags > 1 || out.is_null() {
        return Err(INVALID_VALUE);
    }
    let h = s.add(Object::Stream(Stream {
        flags,
        priority: priority.clamp(-5, 0),
        ..Stream::default()
    }));
    out.set(h)
}

/// What waiting for a stream waits for.
fn whole(stream: Handle) -> Until {
    if stream == LEGACY { Until::Blocking } else { Until::Stream(stream) }
}

/// A callback as `cuStreamAddCallback` has it.
type Callback = extern "C" fn(Handle, u32, *mut c_void);

/// What a call of such a callback needs.
struct Bound {
    f: Callback,
    stream: Handle,
    data: Host,
}

/// Calls a callback once.
extern "C" fn call_bound(data: *mut c_void) {
    // SAFETY: made by `cuStreamAddCallback` from a box, for one call.
    let b = unsafe { Box::from_raw(data.cast::<Bound>()) };
    (b.f)(b.stream, 0, b.data.0.cast());
}

api! {
    fn cuStreamCreate(out: Out<Handle>, flags: u32) {
        create(out, flags, 0)
    }

    fn cuStreamCreateWithPriority(out: Out<Handle>, flags: u32, priority: i32) {
        create(out, flags, priority)
    }

    fn cuStreamDestroy_v2(stream: Handle) {
        let mut s = enter()?;
        if matches!(stream_handle(stream), LEGACY | PER_THREAD) {
            return Err(INVALID_HANDLE);
        }
        s.forbid_on_capturing(stream)?;
        drop(s);
        flush(Until::Stream(stream))?;
        enter()?.remove_stream(stream).map(drop)
    }

    fn cuStreamSynchronize(stream: Handle) {
        let mut s = enter()?;
        let stream = stream_handle(stream);
        s.stream(stream)?;
        s.forbid_on_capturing(stream)?;
        s.counters.waits += 1;
        drop(s);
        flush(whole(stream))
    }

    fn cuStreamQuery(stream: Handle) {
        let mut s = enter()?;
        let stream = stream_handle(stream);
        s.stream(stream)?;
        s.forbid_on_capturing(stream)?;
        let pending = s.pending(whole(stream));
        drop(s);
        flush(whole(stream))?;
        // The first question finds it at work.
        if pending { Err(NOT_READY) } else { Ok(()) }
    }

    fn cuStreamGetFlags(stream: Handle, flags: Out<u32>) {
        flags.set(enter()?.stream(stream_handle(stream))?.flags)
    }

    fn cuStreamGetPriority(stream: Handle, priority: Out<i32>) {
        priority.set(enter()?.stream(stream_handle(stream))?.priority)
    }

    fn cuStreamGetCtx(stream: Handle, context: Out<Handle>) {
        enter()?.stream(stream_handle(stream))?;
        context.set(super::state::CONTEXT)
    }

    fn cuStreamWaitEvent(stream: Handle, event: Handle, _flags: u32) {
        let mut s = enter()?;
        let stream = stream_handle(stream);
        s.stream(stream)?;
        let captured = s.event(event)?.captured.clone();
        let point = s.event(event)?.point;
        match captured {
            Some((id, point)) => s.join(stream, id, &point),
            None if s.stream(stream)?.capture.is_some() => {
                let code = super::codes::STREAM_CAPTURE_ISOLATION;
                s.refuse(code, "a stream that captures waits for an event from outside of the capture")
            }
            None => {
                if let Some((on, number)) = point {
                    s.defer_wait(stream, on, number);
                }
                Ok(())
            }
        }
    }

    fn cuStreamAddCallback(stream: Handle, f: Option<Callback>, data: Host, flags: u32) {
        let f = f.ok_or(INVALID_VALUE)?;
        if flags != 0 {
            return Err(INVALID_VALUE);
        }
        let mut s = enter()?;
        s.stream(stream_handle(stream))?;
        s.forbid_on_capturing(stream_handle(stream))?;
        drop(s);
        let bound = Box::into_raw(Box::new(Bound { f, stream, data }));
        submit(stream, Work::Call(Call { f: call_bound, data: Host(bound.cast()) }))
    }

    fn cuLaunchHostFunc(stream: Handle, f: Option<extern "C" fn(*mut c_void)>, data: Host) {
        submit(stream, Work::Call(Call { f: f.ok_or(INVALID_VALUE)?, data }))
    }

    fn cuStreamBeginCapture_v2(stream: Handle, mode: u32) {
        enter()?.begin_capture(stream_handle(stream), mode)
    }

    fn cuStreamEndCapture(stream: Handle, out: Out<Handle>) {
        let mut s = enter()?;
        out.set(0)?;
        let graph = s.end_capture(stream_handle(stream))?;
        let h = s.add(Object::Graph(graph));
        out.set(h)
    }

    fn cuStreamIsCapturing(stream: Handle, status: Out<u32>) {
        let s = enter()?;
        let capture = s.stream(stream_handle(stream))?.capture;
        status.set(match capture.and_then(|id| s.captures.get(&id)) {
            None => 0,
            Some(c) if c.invalid => 2,
            Some(_) => 1,
        })
    }

    fn cuStreamGetCaptureInfo(stream: Handle, status: Out<u32>, id: Out<u64>) {
        let s = enter()?;
        let capture = s.stream(stream_handle(stream))?.capture;
        id.set_if_wanted(capture.unwrap_or(0));
        status.set(match capture.and_then(|id| s.captures.get(&id)) {
            None => 0,
            Some(c) if c.invalid => 2,
            Some(_) => 1,
        })
    }
}
