//! A fork-join of parked threads: what splits one step over the cores.
//!
//! Not here: what is split, and into how many parts (the kernels and the device decide
//! that by the shapes alone, so that no bit depends on the number of threads). Without
//! the feature `threads` everything runs on the caller.

#[cfg(feature = "threads")]
mod pool;

use core::marker::PhantomData;

/// Threads at most: more than the cores of any machine, and few enough that a system starts them or says no.
#[cfg(feature = "std")]
const MOST: usize = 4096;

/// The threads of a device: the caller and any number of parked workers.
///
/// [`run`](Self::run) allocates nothing, and idle workers spin for some microseconds
/// before they park. Dropping it ends and joins the workers.
#[derive(Debug, Default)]
pub struct Threads {
    #[cfg(feature = "threads")]
    pool: Option<pool::Pool>,
}

impl Threads {
    /// The caller and `n - 1` workers. 0 counts as 1, and without the feature `threads`
    /// there are no workers whatever `n` is.
    ///
    /// # Errors
    /// When the system refuses to start a thread, or `n` is more than 4096. A system refuses some thousands by a failure
    /// that ends the process.
    #[cfg(feature = "std")]
    pub fn new(n: usize) -> Result<Self, std::io::Error> {
        if n > MOST {
            let text = std::format!("expected at most {MOST} threads, found {n}");
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, text));
        }
        #[cfg(feature = "threads")]
        if n > 1 {
            return Ok(Self { pool: Some(pool::Pool::new(n - 1)?) });
        }
        let _ = n;
        Ok(Self::serial())
    }

    /// No workers: everything runs on the caller.
    #[must_use]
    pub const fn serial() -> Self {
        Self {
            #[cfg(feature = "threads")]
            pool: None,
        }
    }

    /// The number of threads, the caller included.
    #[must_use]
    pub fn count(&self) -> usize {
        #[cfg(feature = "threads")]
        if let Some(pool) = &self.pool {
            return pool.workers() + 1;
        }
        1
    }

    /// Calls `f(0)` … `f(tasks - 1)`, each once, on any thread, and returns when all are
    /// done. The tasks are handed out one by one, in order.
    ///
    /// While a call runs, further ones (from a task, or from another thread) run on their
    /// own caller alone.
    ///
    /// # Panics
    /// When a task does: with the first payload, after all other tasks have run (at once
    /// when the caller is alone).
    pub fn run(&self, tasks: usize, f: &(dyn Fn(usize) + Sync)) {
        #[cfg(feature = "threads")]
        if let Some(pool) = &self.pool
            && tasks > 1
            && pool.run(tasks, f)
        {
            return;
        }
        for task in 0..tasks {
            f(task);
        }
    }

    /// Calls `f(i, chunk)` for each piece of `chunk` elements of `data`; the last may be
    /// shorter.
    ///
    /// # Panics
    /// With chunks of 0 elements of a slice that is not empty; when `f` does.
    pub fn for_chunks<T: Send>(
        &self,
        data: &mut [T],
        chunk: usize,
        f: impl Fn(usize, &mut [T]) + Sync,
    ) {
        let data = Chunks::new(data, chunk);
        self.run(data.count, &|i| {
            // SAFETY: `run` calls each `i` below `count` once.
            f(i, unsafe { data.get(i) });
        });
    }

    /// As [`for_chunks`](Self::for_chunks), over two slices side by side. A slice that is
    /// empty with chunks of 0 elements takes part as an empty piece each time.
    ///
    /// # Panics
    /// When the slices have different numbers of chunks; as `for_chunks`.
    pub fn for_chunks2<A: Send, B: Send>(
        &self,
        a: &mut [A],
        a_chunk: usize,
        b: &mut [B],
        b_chunk: usize,
        f: impl Fn(usize, &mut [A], &mut [B]) + Sync,
    ) {
        let (a, b) = (Chunks::new(a, a_chunk), Chunks::new(b, b_chunk));
        let count = common_count([a.whole_count(), b.whole_count()]);
        self.run(count, &|i| {
            // SAFETY: `run` calls each `i` below `count` once.
            let (a, b) = unsafe { (a.get(i), b.get(i)) };
            f(i, a, b);
        });
    }

    /// As [`for_chunks2`](Self::for_chunks2), over three slices.
    ///
    /// # Panics
    /// As `for_chunks2`.
    pub fn for_chunks3<A: Send, B: Send, C: Send>(
        &self,
        a: &mut [A],
        a_chunk: usize,
        b: &mut [B],
        b_chunk: usize,
        c: &mut [C],
        c_chunk: usize,
        f: impl Fn(usize, &mut [A], &mut [B], &mut [C]) + Sync,
    ) {
        let (a, b, c) = (Chunks::new(a, a_chunk), Chunks::new(b, b_chunk), Chunks::new(c, c_chunk));
        let count = common_count([a.whole_count(), b.whole_count(), c.whole_count()]);
        self.run(count, &|i| {
            // SAFETY: `run` calls each `i` below `count` once.
            let (a, b, c) = unsafe { (a.get(i), b.get(i), c.get(i)) };
            f(i, a, b, c);
        });
    }
}

/// The number of chunks, which all slices that have chunks must share.
fn common_count<const N: usize>(counts: [Option<usize>; N]) -> usize {
    let mut common = None;
    for count in counts.into_iter().flatten() {
        assert_eq!(*common.get_or_insert(count), count, "slices with different numbers of chunks");
    }
    common.unwrap_or(0)
}

/// A slice cut into pieces that several threads may take.
struct Chunks<'a, T> {
    start: *mut T,
    len: usize,
    chunk: usize,
    count: usize,
    slice: PhantomData<&'a mut [T]>,
}

// SAFETY: sharing it hands out disjoint `&mut [T]`, one a call of `get`, which may then
// live on another thread: `T: Send`.
unsafe impl<T: Send> Sync for Chunks<'_, T> {}

impl<'a, T> Chunks<'a, T> {
    fn new(slice: &'a mut [T], chunk: usize) -> Self {
        assert!(chunk > 0 || slice.is_empty(), "chunks of 0 elements");
        let len = slice.len();
        let count = if chunk == 0 { 0 } else { len.div_ceil(chunk) };
        Self { start: slice.as_mut_ptr(), len, chunk, count, slice: PhantomData }
    }

    /// `None` for empty pieces, which go with any number.
    fn whole_count(&self) -> Option<usize> {
        (self.chunk > 0).then_some(self.count)
    }

    /// Piece `i`; an empty one after the last.
    ///
    /// # Safety
    /// No two calls with the same `i`.
    #[allow(clippy::mut_from_ref)]
    unsafe fn get(&self, i: usize) -> &'a mut [T] {
        if i >= self.count {
            return &mut [];
        }
        let start = i * self.chunk;
        let len = self.chunk.min(self.len - start);
        // SAFETY: `start + len <= self.len`, inside the slice of `new`, which is borrowed
        // for 'a; pieces with different `i` are disjoint, and the caller takes each once.
        unsafe { core::slice::from_raw_parts_mut(self.start.add(start), len) }
    }
}

#[cfg(all(test, feature = "threads"))]
mod tests;
