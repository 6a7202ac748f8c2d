//! Work that is left lying until somebody waits for it.
//!
//! With `set_asynchronous` the work of a stream is done as late as a program may find it done: when the stream, an
//! event after it or the whole context is waited for. A copy back that is read too early, a buffer of the host that
//! is used again too early, a stream that does not wait for another are then found each time.

use std::sync::{Mutex, PoisonError};

use super::api::Answer;
use super::object::{Handle, Object, Work};
use super::state::{State, lock};
use super::work::perform;

/// Work of a stream, in the order of all streams.
pub(super) struct Item {
    number: u64,
    stream: Handle,
    what: What,
}

/// What an item is.
enum What {
    Work(Work),
    /// The stream waits for another's items up to a number.
    Wait(Handle, u64),
}

/// Whom to wait for.
#[derive(Clone, Copy)]
pub(super) enum Until {
    /// Everything.
    All,
    /// The streams that the legacy stream waits for.
    Blocking,
    Stream(Handle),
    /// A stream's items up to a number.
    Point(Handle, u64),
}

impl State {
    /// Leaves work for later.
    pub(super) fn defer(&mut self, stream: Handle, work: Work) {
        self.push(stream, What::Work(work));
    }

    fn push(&mut self, stream: Handle, what: What) {
        self.queued += 1;
        self.queue.push_back(Item { number: self.queued, stream, what });
    }

    /// A stream waits for a point of another.
    pub(super) fn defer_wait(&mut self, stream: Handle, on: Handle, number: u64) {
        if stream != on && self.queue.iter().any(|i| i.stream == on && i.number <= number) {
            self.push(stream, What::Wait(on, number));
        }
    }

    /// The number of the last item.
    pub(super) fn point(&self) -> u64 {
        self.queued
    }

    /// Whether something is left to do.
    pub(super) fn pending(&self, until: Until) -> bool {
        self.queue.iter().any(|i| self.concerns(i, until))
    }

    fn concerns(&self, i: &Item, until: Until) -> bool {
        match until {
            Until::All => true,
            Until::Blocking => match self.objects.get(&i.stream) {
                Some(Object::Stream(s)) => s.flags & 1 == 0,
                _ => true,
            },
            Until::Stream(s) => i.stream == s,
            Until::Point(s, n) => i.stream == s && i.number <= n,
        }
    }

    /// Takes the first item out.
    fn take(&mut self, until: Until) -> Option<What> {
        let at = self.queue.iter().position(|i| self.concerns(i, until))?;
        self.queue.remove(at).map(|i| i.what)
    }
}

/// Does what was left, and what it waits for. Faults are the context's.
pub(super) fn flush(until: Until) -> Answer {
    // Threads that wait for the same stream do its work in turn: what one has begun is done when the other goes on.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    work_off(until)
}

fn work_off(until: Until) -> Answer {
    loop {
        let next = lock().take(until);
        match next {
            None => break,
            // A fault makes the rest void.
            Some(What::Work(w)) => {
                let _ = perform(&w);
            }
            Some(What::Wait(stream, number)) => work_off(Until::Point(stream, number))?,
        }
    }
    match lock().sticky {
        0 => Ok(()),
        code => Err(code),
    }
}
