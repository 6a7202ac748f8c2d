//! A launch: its blocks in some order, over the threads of the host.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use super::block::Runner;
use super::fault::Fault;
use super::global::Races;
use super::memory::View;
use crate::code::Kernel;

/// How long one thread works before others help.
const ALONE: Duration = Duration::from_micros(300);

/// A launch.
pub(crate) struct Launch<'a> {
    pub(crate) kernel: &'a Kernel,
    pub(crate) grid: [u32; 3],
    pub(crate) block: [u32; 3],
    /// Bytes of dynamic shared memory.
    pub(crate) dynamic: usize,
    pub(crate) params: &'a [u8],
    pub(crate) view: &'a View,
    pub(crate) races: &'a Races,
    /// Whether reads of shared memory that was never written are faults.
    pub(crate) tracked: bool,
    /// Operations that a block may run.
    pub(crate) budget: u64,
    /// The order of blocks and warps; `None`: as they are numbered.
    pub(crate) seed: Option<u64>,
    /// Threads of the host.
    pub(crate) workers: usize,
}

impl Launch<'_> {
    /// Threads of a block.
    pub(crate) fn threads(&self) -> usize {
        self.block.iter().map(|n| *n as usize).product()
    }

    /// Bytes of shared memory of a block.
    pub(crate) fn shared(&self) -> usize {
        self.kernel.shared + self.dynamic
    }

    /// Brings a list into the order of the seed.
    pub(crate) fn shuffle(&self, list: &mut [usize], salt: u64) {
        let Some(seed) = self.seed else { return };
        let mut state = seed ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for i in (1..list.len()).rev() {
            // splitmix64
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
            list.swap(i, ((z ^ z >> 31) % (i as u64 + 1)) as usize);
        }
    }
}

/// Runs a launch; gives the number of warp-operations, and the fault if there is one.
pub(crate) fn run(launch: &Launch<'_>) -> (u64, Option<Fault>) {
    let mut order: Vec<usize> = (0..launch.grid.iter().map(|n| *n as usize).product()).collect();
    launch.shuffle(&mut order, 0);
    let next = AtomicUsize::new(0);
    let steps = AtomicU64::new(0);
    let stop = AtomicBool::new(false);
    let found = Mutex::new(None);
    let work = |runner: &mut Runner<'_>, until: Option<Instant>| {
        while !stop.load(Relaxed) && until.is_none_or(|t| Instant::now() < t) {
            let Some(number) = order.get(next.fetch_add(1, Relaxed)) else { return };
            match runner.run(*number) {
                Ok(n) => drop(steps.fetch_add(n, Relaxed)),
                Err(f) => {
                    stop.store(true, Relaxed);
                    let mut found = found.lock().unwrap_or_else(|e| e.into_inner());
                    found.get_or_insert(f);
                }
            }
        }
    };
    let mut mine = Runner::new(launch);
    let left = |next: &AtomicUsize| order.len().saturating_sub(next.load(Relaxed));
    work(&mut mine, (launch.workers > 1).then(|| Instant::now() + ALONE));
    let helpers = launch.workers.saturating_sub(1).min(left(&next));
    if helpers > 0 && !stop.load(Relaxed) {
        std::thread::scope(|s| {
            for _ in 0..helpers {
                s.spawn(|| work(&mut Runner::new(launch), None));
            }
            work(&mut mine, None);
        });
    } else {
        work(&mut mine, None);
    }
    (steps.into_inner(), found.into_inner().unwrap_or_else(|e| e.into_inner()))
}
