//! Doing what a stream is asked to do.

use std::sync::atomic::AtomicU8;

use super::api::Answer;
use super::codes::{ILLEGAL_ADDRESS, INVALID_HANDLE, INVALID_VALUE};
use super::object::{Handle, Launch, Place, Work};
use super::queue::{Until, flush};
use super::state::{LEGACY, State, enter, lock, stream_handle};
use crate::exec::{self, LAST_EPOCH, Races};

/// Enqueues work: records it if the stream captures, else does it.
pub(super) fn submit(stream: Handle, work: Work) -> Answer {
    let mut s = enter()?;
    let stream = stream_handle(stream);
    s.stream(stream)?;
    s.check(&work)?;
    if s.record(stream, &work)? {
        return Ok(());
    }
    if stream == LEGACY {
        s.use_legacy()?;
        drop(s);
        flush(Until::Blocking)?;
    } else if s.knobs.asynchronous {
        s.defer(stream, work);
        return Ok(());
    } else {
        drop(s);
    }
    perform(&work)
}

/// Does work that waits for its end, as `cuMemcpy` does.
pub(super) fn submit_and_wait(work: Work) -> Answer {
    let mut s = enter()?;
    s.check(&work)?;
    s.use_legacy()?;
    s.forbid_if_unsafe()?;
    s.counters.waits += 1;
    drop(s);
    flush(Until::Blocking)?;
    perform(&work)
}

/// Does work now.
pub(super) fn perform(work: &Work) -> Answer {
    match work {
        Work::Graph(nodes) => {
            for n in nodes.iter() {
                if lock().sticky != 0 {
                    break;
                }
                perform(n)?;
            }
            Ok(())
        }
        Work::Call(c) => {
            // Without the lock: the function may take its time.
            (c.f)(c.data.0.cast());
            Ok(())
        }
        other => lock().execute(other),
    }
}

impl State {
    /// Refuses what can be seen to be wrong.
    fn check(&mut self, work: &Work) -> Answer {
        let ok = match work {
            Work::Copy { to, from, len } => [to, from].iter().all(|p| match p {
                Place::Device(a) => *len == 0 || self.heap.find(*a, *len).is_some(),
                Place::Host(h) => *len == 0 || !h.0.is_null(),
            }),
            Work::Fill { to, size, count, .. } => {
                let bytes = size.checked_mul(*count);
                to % *size as u64 == 0
                    && bytes.is_some_and(|n| n == 0 || self.heap.find(*to, n).is_some())
            }
            _ => true,
        };
        if ok {
            Ok(())
        } else {
            self.refuse(INVALID_VALUE, "a range is not inside of one allocation, or misaligned")
        }
    }

    fn execute(&mut self, work: &Work) -> Answer {
        if self.sticky != 0 {
            return Err(self.sticky);
        }
        match work {
            Work::Launch(l) => return self.launch(l),
            Work::Copy { to, from, len } => {
                if *len > 0 && self.copy(*to, *from, *len).is_none() {
                    self.broken("a copy of a graph: its device memory was freed".into());
                }
            }
            Work::Fill { to, size, value, count } => {
                if *count > 0 && self.fill(*to, *size, *value, *count).is_none() {
                    self.broken("a fill of a graph: its device memory was freed".into());
                }
            }
            Work::Call(_) | Work::Graph(_) => {}
        }
        Ok(())
    }

    fn broken(&mut self, message: String) {
        self.sticky = ILLEGAL_ADDRESS;
        self.fault = Some(message);
    }

    fn copy(&mut self, to: Place, from: Place, len: usize) -> Option<()> {
        match (to, from) {
            (Place::Device(to), Place::Host(from)) => {
                let (b, at) = self.heap.find(to, len)?;
                // SAFETY: the caller of the copy promised that the host's memory is there.
                b.write_bytes(at, unsafe { from.read(len) });
            }
            (Place::Host(to), Place::Device(from)) => {
                let (b, at) = self.heap.find(from, len)?;
                // SAFETY: the caller of the copy promised that the host's memory is there and free to use.
                b.read_bytes(at, unsafe { to.write(len) });
            }
            (Place::Device(to), Place::Device(from)) => {
                let (source, start) = self.heap.find(from, len)?;
                let mut bytes = vec![0; len];
                source.read_bytes(start, &mut bytes);
                let (b, at) = self.heap.find(to, len)?;
                b.write_unmarked(at, &bytes);
                if source.unwritten(start, len).is_none() {
                    b.mark(at, len);
                } else {
                    for i in (0..len).filter(|i| source.unwritten(start + i, 1).is_none()) {
                        b.mark(at + i, 1);
                    }
                }
            }
            (Place::Host(to), Place::Host(from)) => {
                // SAFETY: the caller of the copy promised that both ranges are there; they may overlap.
                unsafe { std::ptr::copy(from.0, to.0, len) };
            }
        }
        Some(())
    }

    fn fill(&mut self, to: u64, size: usize, value: u32, count: usize) -> Option<()> {
        let (b, at) = self.heap.find(to, size * count)?;
        let one = &value.to_le_bytes()[..size];
        b.write_bytes(at, &one.repeat(count));
        Some(())
    }

    fn launch(&mut self, l: &Launch) -> Answer {
        if self.function(l.function).is_err() {
            return self.refuse(INVALID_HANDLE, "the kernel's module was unloaded");
        }
        self.epoch += 1;
        if self.epoch > LAST_EPOCH {
            self.heap.forget_users();
            self.epoch = 1;
        }
        let blocks = l.grid.iter().map(|n| *n as usize).product();
        let races = Races {
            epoch: if self.knobs.races { self.epoch } else { 0 },
            released: (0..blocks).map(|_| AtomicU8::new(0)).collect(),
        };
        let view = self.heap.view();
        let launch = exec::Launch {
            kernel: &l.kernel,
            grid: l.grid,
            block: l.block,
            dynamic: l.dynamic,
            params: &l.params,
            view: &view,
            races: &races,
            tracked: self.heap.tracked,
            budget: self.knobs.budget,
            seed: self.knobs.order,
            workers: self.knobs.threads,
        };
        let (steps, fault) = exec::run(&launch);
        self.counters.launches += 1;
        self.counters.warp_instructions += steps;
        if let Some(f) = fault {
            self.sticky = f.code;
            self.fault = Some(f.message);
        }
        Ok(())
    }
}
