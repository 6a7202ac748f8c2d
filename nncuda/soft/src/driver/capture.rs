//! Captures: streams that record their work.

use std::collections::HashMap;

use super::api::Answer;
use super::codes::{
    CAPTURED_EVENT, ILLEGAL_STATE, INVALID_VALUE, STREAM_CAPTURE_IMPLICIT,
    STREAM_CAPTURE_INVALIDATED, STREAM_CAPTURE_MERGE, STREAM_CAPTURE_UNJOINED,
    STREAM_CAPTURE_UNMATCHED, STREAM_CAPTURE_UNSUPPORTED, STREAM_CAPTURE_WRONG_THREAD,
};
use super::object::{Capture, Graph, Handle, Object, Work};
use super::state::{LEGACY, State};

/// The mode in which no thread may do what is unsafe during the capture.
const GLOBAL: u32 = 0;
/// The mode in which the thread that captures may not.
const THREAD_LOCAL: u32 = 1;

impl State {
    /// The capture of a stream that is still good.
    fn capture_of(&mut self, stream: Handle) -> Answer<Option<(u64, &mut Capture)>> {
        let Some(id) = self.stream(stream)?.capture else { return Ok(None) };
        match self.captures.get_mut(&id) {
            Some(c) if !c.invalid => Ok(Some((id, c))),
            _ => Err(STREAM_CAPTURE_INVALIDATED),
        }
    }

    /// Records work if the stream captures; whether it does.
    pub(super) fn record(&mut self, stream: Handle, work: &Work) -> Answer<bool> {
        let Some((_, c)) = self.capture_of(stream)? else { return Ok(false) };
        c.nodes.push(work.clone());
        let n = c.nodes.len();
        self.stream_mut(stream)?.known.insert(stream, n);
        Ok(true)
    }

    /// A call that may not be made while a stream captures at all: it ends the capture.
    pub(super) fn forbid_in_capture(&mut self, code: u32) -> Answer {
        if self.captures.is_empty() {
            return Ok(());
        }
        for c in self.captures.values_mut() {
            c.invalid = true;
        }
        self.refuse(code, "a stream is capturing")
    }

    /// A call that is unsafe during a capture, unless the capture's mode allows it.
    pub(super) fn forbid_if_unsafe(&mut self) -> Answer {
        let me = std::thread::current().id();
        let mut forbidden = false;
        for c in self.captures.values_mut() {
            if c.mode == GLOBAL || c.mode == THREAD_LOCAL && c.thread == me {
                c.invalid = true;
                forbidden = true;
            }
        }
        if forbidden {
            self.refuse(STREAM_CAPTURE_UNSUPPORTED, "unsafe while a stream is capturing")
        } else {
            Ok(())
        }
    }

    /// Work of the legacy stream, which waits for all blocking streams.
    pub(super) fn use_legacy(&mut self) -> Answer {
        let blocking = self.objects.values().find_map(|o| match o {
            Object::Stream(s) if s.flags & 1 == 0 => s.capture,
            _ => None,
        });
        let Some(id) = blocking else { return Ok(()) };
        if let Some(c) = self.captures.get_mut(&id) {
            c.invalid = true;
        }
        self.refuse(
            STREAM_CAPTURE_IMPLICIT,
            "the legacy stream waits for a blocking stream that is capturing",
        )
    }

    /// A call that waits for a stream or asks after it.
    pub(super) fn forbid_on_capturing(&mut self, stream: Handle) -> Answer {
        if stream == LEGACY {
            return self.use_legacy();
        }
        let Some(id) = self.stream(stream)?.capture else { return Ok(()) };
        if let Some(c) = self.captures.get_mut(&id) {
            c.invalid = true;
        }
        self.refuse(STREAM_CAPTURE_UNSUPPORTED, "the stream is capturing")
    }

    pub(super) fn begin_capture(&mut self, stream: Handle, mode: u32) -> Answer {
        if stream == LEGACY {
            return self.refuse(STREAM_CAPTURE_UNSUPPORTED, "the legacy stream cannot capture");
        }
        if mode > 2 {
            return Err(INVALID_VALUE);
        }
        let id = self.next_capture + 1;
        let s = self.stream_mut(stream)?;
        if s.capture.is_some() {
            return Err(ILLEGAL_STATE);
        }
        s.capture = Some(id);
        s.known.clear();
        self.next_capture = id;
        let thread = std::thread::current().id();
        self.captures.insert(
            id,
            Capture { origin: stream, thread, mode, nodes: Vec::new(), invalid: false },
        );
        Ok(())
    }

    pub(super) fn end_capture(&mut self, stream: Handle) -> Answer<Graph> {
        let id = self.stream(stream)?.capture.ok_or(ILLEGAL_STATE)?;
        let c = self.captures.get(&id).ok_or(ILLEGAL_STATE)?;
        if c.origin != stream {
            return Err(STREAM_CAPTURE_UNMATCHED);
        }
        if c.mode != 2 && c.thread != std::thread::current().id() {
            return Err(STREAM_CAPTURE_WRONG_THREAD);
        }
        // All work of the streams that joined has to come before the end.
        let known = self.stream(stream)?.known.clone();
        let mut unjoined = false;
        for (h, o) in &mut self.objects {
            if let Object::Stream(s) = o
                && s.capture == Some(id)
            {
                let last = s.known.get(h).copied().unwrap_or(0);
                unjoined |= *h != stream && last > known.get(h).copied().unwrap_or(0);
                s.capture = None;
                s.known.clear();
            }
        }
        let c = self.captures.remove(&id).ok_or(ILLEGAL_STATE)?;
        if c.invalid {
            return Err(STREAM_CAPTURE_INVALIDATED);
        }
        if unjoined {
            return self.refuse(
                STREAM_CAPTURE_UNJOINED,
                "a stream that joined the capture was not waited for",
            );
        }
        Ok(Graph { nodes: c.nodes.into() })
    }

    /// What an event notes when it is recorded in a stream that captures.
    pub(super) fn captured_point(
        &mut self,
        stream: Handle,
    ) -> Answer<Option<(u64, HashMap<Handle, usize>)>> {
        let Some((id, _)) = self.capture_of(stream)? else { return Ok(None) };
        Ok(Some((id, self.stream(stream)?.known.clone())))
    }

    /// A stream waits for a point of a capture: it joins it.
    pub(super) fn join(
        &mut self,
        stream: Handle,
        id: u64,
        point: &HashMap<Handle, usize>,
    ) -> Answer {
        match self.captures.get(&id) {
            None => {
                return self
                    .refuse(CAPTURED_EVENT, "the event was recorded in a capture that has ended");
            }
            Some(c) if c.invalid => return Err(STREAM_CAPTURE_INVALIDATED),
            Some(_) => {}
        }
        if stream == LEGACY {
            return self.use_legacy();
        }
        let s = self.stream_mut(stream)?;
        match s.capture {
            Some(other) if other != id => return Err(STREAM_CAPTURE_MERGE),
            Some(_) => {}
            None => {
                s.capture = Some(id);
                s.known.clear();
            }
        }
        for (h, n) in point {
            let k = s.known.entry(*h).or_default();
            *k = (*k).max(*n);
        }
        Ok(())
    }
}
