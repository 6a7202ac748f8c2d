//! Events.

use std::time::Instant;

use super::api::{Answer, Out, api};
use super::codes::{CAPTURED_EVENT, INVALID_HANDLE, INVALID_VALUE, NOT_READY};
use super::object::{Event, Handle, Object};
use super::queue::{Until, flush};
use super::state::{LEGACY, enter, stream_handle};

/// The flag of an event without times.
const DISABLE_TIMING: u32 = 2;

/// What has to be done for an event to be reached.
fn reach(event: Handle) -> Answer<Option<Until>> {
    let mut s = enter()?;
    let e = s.event(event)?;
    if e.captured.is_some() {
        return s.refuse(CAPTURED_EVENT, "the event was recorded in a capture");
    }
    Ok(e.point.map(|(stream, number)| Until::Point(stream, number)))
}

api! {
    fn cuEventCreate(out: Out<Handle>, flags: u32) {
        let mut s = enter()?;
        if flags > 7 || out.is_null() {
            return Err(INVALID_VALUE);
        }
        let event = Event { timing: flags & DISABLE_TIMING == 0, recorded: None, point: None, captured: None };
        let h = s.add(Object::Event(event));
        out.set(h)
    }

    fn cuEventDestroy_v2(event: Handle) {
        enter()?.remove_event(event).map(drop)
    }

    fn cuEventRecord(event: Handle, stream: Handle) {
        let mut s = enter()?;
        let stream = stream_handle(stream);
        s.stream(stream)?;
        s.event(event)?;
        if stream == LEGACY {
            s.use_legacy()?;
        }
        let captured = s.captured_point(stream)?;
        let point = captured.is_none().then(|| (stream, s.point()));
        let e = s.event_mut(event)?;
        e.point = point;
        e.recorded = captured.is_none().then(Instant::now);
        e.captured = captured;
        Ok(())
    }

    fn cuEventQuery(event: Handle) {
        let Some(until) = reach(event)? else { return Ok(()) };
        let pending = enter()?.pending(until);
        flush(until)?;
        // The first question finds it at work.
        if pending { Err(NOT_READY) } else { Ok(()) }
    }

    fn cuEventSynchronize(event: Handle) {
        match reach(event)? {
            Some(until) => flush(until),
            None => Ok(()),
        }
    }

    fn cuEventElapsedTime(milliseconds: Out<f32>, from: Handle, to: Handle) {
        let s = enter()?;
        let (a, b) = (s.event(from)?, s.event(to)?);
        if a.captured.is_some() || b.captured.is_some() {
            return Err(CAPTURED_EVENT);
        }
        let (Some(x), Some(y)) = (a.recorded.filter(|_| a.timing), b.recorded.filter(|_| b.timing)) else {
            return Err(INVALID_HANDLE);
        };
        let ms = if y >= x { (y - x).as_secs_f32() } else { -(x - y).as_secs_f32() } * 1e3;
        milliseconds.set(ms)
    }
}
