use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::string::ToString;
use std::vec;
use std::vec::Vec;

use super::*;

fn pools() -> Vec<Threads> {
    let new = |n| Threads::new(n).expect("threads");
    vec![Threads::serial(), new(0), new(1), new(2), new(3), new(8)]
}

#[test]
fn counts_the_caller() {
    let counts: Vec<usize> = pools().iter().map(Threads::count).collect();
    assert_eq!(counts, [1, 1, 1, 2, 3, 8]);
}

#[test]
fn each_task_once() {
    let (many, rounds): (&[usize], _) = if cfg!(miri) { (&[20], 3) } else { (&[100, 1000], 20) };
    for threads in pools() {
        for tasks in [0, 1, 2, 3, 7].iter().chain(many).copied() {
            let calls: Vec<AtomicUsize> = (0..tasks).map(|_| AtomicUsize::new(0)).collect();
            for _ in 0..rounds {
                threads.run(tasks, &|i| {
                    calls[i].fetch_add(1, Ordering::Relaxed);
                });
            }
            assert!(calls.iter().all(|n| n.load(Ordering::Relaxed) == rounds), "{tasks} tasks");
        }
    }
}

#[test]
fn workers_take_part() {
    let threads = Threads::new(3).expect("threads");
    let inside = AtomicUsize::new(0);
    // Returns only if three threads are in it at once.
    threads.run(3, &|_| {
        inside.fetch_add(1, Ordering::SeqCst);
        while inside.load(Ordering::SeqCst) < 3 {
            std::thread::yield_now();
        }
    });
}

#[test]
fn parked_workers_wake() {
    let threads = Threads::new(2).expect("threads");
    for _ in 0..if cfg!(miri) { 3 } else { 20 } {
        // Longer than a worker spins.
        let start = std::time::Instant::now();
        while start.elapsed() < core::time::Duration::from_micros(300) {}
        let inside = AtomicUsize::new(0);
        threads.run(2, &|_| {
            inside.fetch_add(1, Ordering::SeqCst);
            while inside.load(Ordering::SeqCst) < 2 {
                std::thread::yield_now();
            }
        });
    }
}

#[test]
fn many_short_jobs() {
    let threads = Threads::new(4).expect("threads");
    let mut data = vec![0_u32; 64];
    let jobs = if cfg!(miri) { 50 } else { 20_000 };
    for _ in 0..jobs {
        threads.for_chunks(&mut data, 8, |_, chunk| chunk.iter_mut().for_each(|x| *x += 1));
    }
    assert!(data.iter().all(|x| *x == jobs));
}

#[test]
fn nested_and_concurrent_calls_run_alone() {
    let threads = Threads::new(3).expect("threads");
    let (count, jobs) = (AtomicUsize::new(0), if cfg!(miri) { 10 } else { 200 });
    let add = |_| {
        count.fetch_add(1, Ordering::Relaxed);
    };
    threads.run(5, &|_| threads.run(4, &add));
    assert_eq!(count.load(Ordering::Relaxed), 20);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..jobs).for_each(|_| threads.run(10, &add)));
        }
    });
    assert_eq!(count.load(Ordering::Relaxed), 20 + 4 * jobs * 10);
}

#[test]
fn a_panic_reaches_the_caller_after_the_others() {
    let threads = Threads::new(3).expect("threads");
    for bad in [0, 7, 49] {
        let count = AtomicUsize::new(0);
        let result = catch_unwind(AssertUnwindSafe(|| {
            threads.run(50, &|i| {
                assert!(i != bad, "task {i}");
                count.fetch_add(1, Ordering::Relaxed);
            });
        }));
        let payload = result.expect_err("a panic");
        let text = payload.downcast_ref::<std::string::String>().expect("a text");
        assert_eq!(*text, "task ".to_string() + &bad.to_string());
        assert_eq!(count.load(Ordering::Relaxed), 49);
    }
    // And it still works.
    let count = AtomicUsize::new(0);
    threads.run(9, &|_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    assert_eq!(count.load(Ordering::Relaxed), 9);
}

/// A payload that panics when it is dropped, with another one.
struct Bomb(usize);

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.0 > 0 && !std::thread::panicking() {
            std::panic::panic_any(Self(self.0 - 1));
        }
    }
}

#[test]
fn payloads_that_panic_when_dropped_leave_the_pool_usable() {
    for workers in [2, 3, 8] {
        let threads = Threads::new(workers).expect("threads");
        for _ in 0..if cfg!(miri) { 3 } else { 50 } {
            let count = AtomicUsize::new(0);
            let caught = catch_unwind(AssertUnwindSafe(|| {
                threads.run(20, &|i| {
                    count.fetch_add(1, Ordering::Relaxed);
                    std::panic::panic_any(Bomb(1 + i % 3));
                });
            }));
            assert_eq!(count.load(Ordering::Relaxed), 20, "all tasks have run");
            let payload = caught.expect_err("the first of the payloads");
            core::mem::forget(payload.downcast::<Bomb>().expect("it is one"));
            // No worker was lost, none is in a task that has ended.
            let sum = AtomicUsize::new(0);
            threads.run(100, &|i| {
                sum.fetch_add(i, Ordering::Relaxed);
            });
            assert_eq!(sum.load(Ordering::Relaxed), 4950);
        }
    }
}

#[test]
fn chunks() {
    for threads in pools() {
        let mut a = vec![0; 10];
        threads.for_chunks(&mut a, 4, |i, a| a.fill(i + a.len() * 10));
        assert_eq!(a, [40, 40, 40, 40, 41, 41, 41, 41, 22, 22]);

        let (mut b, mut c) = (vec![0_u8; 3], vec![0_u64; 5]);
        threads.for_chunks2(&mut b, 1, &mut c, 2, |i, b, c| {
            b.fill(i as u8);
            c.fill(i as u64);
        });
        assert_eq!((b, c), (vec![0, 1, 2], vec![0, 0, 1, 1, 2]));

        let (mut d, mut nothing) = (vec![0_u8; 3], Vec::<f32>::new());
        threads.for_chunks3(&mut a, 5, &mut nothing, 0, &mut d, 2, |i, a, nothing, d| {
            assert!(nothing.is_empty());
            a.fill(i);
            d.fill(7);
        });
        assert_eq!((&a[..], &d[..]), (&[0, 0, 0, 0, 0, 1, 1, 1, 1, 1][..], &[7, 7, 7][..]));
        threads.for_chunks::<u8>(&mut [], 0, |_, _| unreachable!());
    }
}

#[test]
#[should_panic(expected = "different numbers of chunks")]
fn chunks_that_do_not_match() {
    Threads::serial().for_chunks2(&mut [0; 4], 2, &mut [0; 4], 1, |_, _, _| {});
}
