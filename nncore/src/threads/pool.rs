//! The workers behind `Threads`: one job at a time, published in one atomic word.

use core::any::Any;
use core::cell::UnsafeCell;
use core::hint::spin_loop;
use core::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use core::time::Duration;
use std::boxed::Box;
use std::format;
use std::io::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Instant;
use std::vec::Vec;

/// How long a thread spins before it parks. Waking a parked thread takes some 50 µs, and
/// the serial stretches between two parallel ones in a step are shorter than that.
const SPIN: Duration = Duration::from_micros(50);

/// `state`: the number of the job, whether it takes workers, how many are in it.
const JOB: u64 = 1 << 32;
const OPEN: u64 = 1 << 31;
const ACTIVE: u64 = OPEN - 1;

type Task<'a> = &'a (dyn Fn(usize) + Sync);

/// What a panic carries.
type Payload = Box<dyn Any + Send>;

#[derive(Clone, Copy)]
struct Job {
    task: Task<'static>,
    tasks: usize,
}

struct Shared {
    state: AtomicU64,
    /// Written only by the thread that holds `busy`, while the state is not open and
    /// nobody is active.
    job: UnsafeCell<Option<Job>>,
    /// The next task to take.
    next: AtomicUsize,
    busy: AtomicBool,
    stop: AtomicBool,
    panic: Mutex<Option<Payload>>,
    idle: Mutex<()>,
    all_idle: Condvar,
}

// SAFETY: `job` is the only field that is not Sync by itself. It is written before the
// state is opened (release) and read after entering (acquire), and its writer waits for
// `ACTIVE` = 0 before it goes on.
unsafe impl Sync for Shared {}
// SAFETY: a job is a shared reference to a `Sync` function and a number.
unsafe impl Send for Shared {}

pub(super) struct Pool {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
}

impl core::fmt::Debug for Pool {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Pool").field("workers", &self.workers.len()).finish()
    }
}

impl Pool {
    pub(super) fn new(workers: usize) -> Result<Self, Error> {
        let shared = Arc::new(Shared::new());
        // Built step by step, so that dropping it ends those started before a failure.
        let mut pool = Self { shared, workers: Vec::new() };
        for i in 0..workers {
            let shared = Arc::clone(&pool.shared);
            let name = format!("nncore-{}", i + 1);
            pool.workers.push(thread::Builder::new().name(name).spawn(move || work(&shared))?);
        }
        Ok(pool)
    }

    pub(super) fn workers(&self) -> usize {
        self.workers.len()
    }

    /// Runs the tasks, or returns false when another job runs.
    pub(super) fn run(&self, tasks: usize, task: Task<'_>) -> bool {
        let shared = &*self.shared;
        if shared.busy.swap(true, Ordering::Acquire) {
            return false;
        }
        // SAFETY: only the lifetime changes. Workers call it between entering and leaving
        // a job, and below we wait until the job is closed and nobody is in it, whatever
        // panics (tasks run inside `catch_unwind`).
        let task = unsafe { core::mem::transmute::<Task<'_>, Task<'static>>(task) };
        // SAFETY: we hold `busy`, and the last job was closed and left by all.
        unsafe { *shared.job.get() = Some(Job { task, tasks }) };
        shared.next.store(0, Ordering::Relaxed);
        shared.state.fetch_add(JOB | OPEN, Ordering::Release);
        for worker in self.workers.iter().take(tasks - 1) {
            worker.thread().unpark();
        }
        shared.take_tasks(Job { task, tasks });
        shared.close();
        // SAFETY: closed, and left by all.
        unsafe { *shared.job.get() = None };
        let panic = shared.panic.lock().unwrap_or_else(PoisonError::into_inner).take();
        shared.busy.store(false, Ordering::Release);
        if let Some(payload) = panic {
            resume_unwind(payload);
        }
        true
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Release);
        for worker in &self.workers {
            worker.thread().unpark();
        }
        for worker in self.workers.drain(..) {
            // A worker catches the panics of its tasks and has no others.
            let _ = worker.join();
        }
    }
}

impl Shared {
    fn new() -> Self {
        Self {
            state: AtomicU64::new(0),
            job: UnsafeCell::new(None),
            next: AtomicUsize::new(0),
            busy: AtomicBool::new(false),
            stop: AtomicBool::new(false),
            panic: Mutex::new(None),
            idle: Mutex::new(()),
            all_idle: Condvar::new(),
        }
    }

    /// Takes tasks until none is left.
    fn take_tasks(&self, job: Job) {
        loop {
            let i = self.next.fetch_add(1, Ordering::Relaxed);
            if i >= job.tasks {
                return;
            }
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| (job.task)(i))) {
                discard(self.keep_first(payload));
            }
        }
    }

    /// Keeps the payload if it is the first of the job; else gives it back.
    fn keep_first(&self, payload: Payload) -> Option<Payload> {
        let mut first = self.panic.lock().unwrap_or_else(PoisonError::into_inner);
        match &*first {
            Some(_) => Some(payload),
            None => first.replace(payload),
        }
    }

    /// Lets no worker in any more, and waits until those inside have left.
    fn close(&self) {
        if self.state.fetch_and(!OPEN, Ordering::AcqRel) & ACTIVE == 0 {
            return;
        }
        let left = || self.state.load(Ordering::Acquire) & ACTIVE == 0;
        if spin_until(left) {
            return;
        }
        let mut guard = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while !left() {
            guard = self.all_idle.wait(guard).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Enters the job of the present state if it is open and not number `last`.
    fn enter(&self, last: u64) -> Option<u64> {
        let mut state = self.state.load(Ordering::Acquire);
        while state & OPEN != 0 && state / JOB != last {
            match self.state.compare_exchange_weak(
                state,
                state + 1,
                Ordering::Acquire,
                Ordering::Acquire,
            ) {
                Ok(_) => return Some(state / JOB),
                Err(now) => state = now,
            }
        }
        None
    }

    fn leave(&self) {
        let before = self.state.fetch_sub(1, Ordering::AcqRel);
        if before & OPEN == 0 && before & ACTIVE == 1 {
            // With the lock held, so that the caller is either before its check or asleep.
            drop(self.idle.lock().unwrap_or_else(PoisonError::into_inner));
            self.all_idle.notify_one();
        }
    }

    fn waits(&self, last: u64) -> bool {
        let state = self.state.load(Ordering::Acquire);
        (state & OPEN == 0 || state / JOB == last) && !self.stop.load(Ordering::Acquire)
    }
}

/// Drops a payload that nobody gets. Dropping it may panic, with a payload that may do so in turn: that one is left alone. Nothing
/// may unwind here: the caller of `run` would go on while workers are in its task, or a worker would be lost.
fn discard(payload: Option<Payload>) {
    if let Err(another) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        core::mem::forget(another);
    }
}

/// The life of a worker.
fn work(shared: &Shared) {
    let mut last = 0; // the first job is number 1
    loop {
        if !spin_until(|| !shared.waits(last)) {
            // `unpark` leaves a token, so that a job published before `park` is not missed.
            while shared.waits(last) {
                thread::park();
            }
        }
        if shared.stop.load(Ordering::Acquire) {
            return;
        }
        if let Some(number) = shared.enter(last) {
            last = number;
            // SAFETY: entered: the job is written, and stays until we leave.
            if let Some(job) = unsafe { *shared.job.get() } {
                shared.take_tasks(job);
            }
            shared.leave();
        }
    }
}

/// Whether the condition came true within [`SPIN`].
fn spin_until(condition: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    loop {
        for _ in 0..32 {
            if condition() {
                return true;
            }
            spin_loop();
        }
        if start.elapsed() > SPIN {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A job that is closed may be gone: its caller returns as soon as nobody is in it.
    #[test]
    fn nobody_enters_a_job_that_is_closed_or_was_left() {
        let shared = Shared::new();
        assert_eq!(shared.enter(0), None, "there is no job");
        shared.state.store(JOB | OPEN, Ordering::Relaxed);
        assert_eq!(shared.enter(1), None, "it was left");
        assert_eq!(shared.enter(0), Some(1));
        assert_eq!(shared.state.load(Ordering::Relaxed), JOB | OPEN | 1);
        shared.leave();
        shared.close();
        assert_eq!(shared.enter(0), None, "it is closed");
        assert_eq!(shared.state.load(Ordering::Relaxed), JOB);
    }
}
