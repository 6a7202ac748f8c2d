//! A block of the grid: its warps and its barriers.

use super::fault::{Fault, Outcome, Problem, failed};
use super::global::Global;
use super::grid::Launch;
use super::regs::lanes;
use super::shared::Order;
use super::warp::{Env, Warp, list};
use crate::code::{Preset, Relation, Value};

/// Operations after which a warp lets the others go on.
const TURN: u64 = 1 << 16;

/// What one thread of the host runs blocks with.
pub(crate) struct Runner<'a> {
    env: Env<'a>,
    warps: Vec<Warp>,
    /// The warp whose operation failed.
    failing: usize,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(launch: &'a Launch<'a>) -> Self {
        let threads = launch.threads();
        let mut shared = super::shared::Shared::default();
        shared.tracked = launch.tracked;
        let env = Env {
            launch,
            global: Global::new(launch.view, launch.races),
            shared,
            steps: 0,
            pause: 0,
        };
        let mut warps: Vec<Warp> = (0..threads.div_ceil(32)).map(|_| Warp::default()).collect();
        for (id, w) in warps.iter_mut().enumerate() {
            w.regs.reset(launch.kernel.rows, launch.kernel.preds);
            for p in &launch.kernel.preset {
                fill(w, id, p, launch, [0; 3]);
            }
        }
        Self { env, warps, failing: 0 }
    }

    /// Runs a block; gives the number of its operations.
    pub(crate) fn run(&mut self, number: usize) -> Result<u64, Fault> {
        let launch = self.env.launch;
        let g = launch.grid;
        let n = number as u32;
        let place = [n % g[0], n / g[0] % g[1], n / g[0] / g[1]];
        match self.run_at(number, place) {
            Ok(()) => Ok(self.env.steps),
            Err(p) => Err(self.locate(place, &p)),
        }
    }

    fn run_at(&mut self, number: usize, place: [u32; 3]) -> Outcome {
        let launch = self.env.launch;
        let kernel = launch.kernel;
        self.env.steps = 0;
        self.env.global.start(number);
        self.env.shared.start(launch.shared());
        let threads = launch.threads();
        let count = self.warps.len();
        for (id, w) in self.warps.iter_mut().enumerate() {
            w.start(id, threads - 32 * id);
            let mut defined = std::mem::take(&mut w.regs.defined);
            defined.fill(0);
            w.regs.defined = defined;
            for p in &kernel.preset {
                let first = usize::from(p.slot);
                w.regs.defined[first] = !0;
                if matches!(p.value, Value::Ctaid(_) | Value::Smid) {
                    fill(w, id, p, launch, place);
                }
            }
            w.local.clear();
            w.local.resize(kernel.local * 32, 0xff);
            self.env.shared.order(count, &mut w.order);
        }
        let mut order: Vec<usize> = (0..count).collect();
        launch.shuffle(&mut order, number as u64 + 1);
        loop {
            for i in &order {
                if self.warps[*i].ready() {
                    self.failing = *i;
                    self.env.pause = launch.budget.min(self.env.steps + TURN);
                    self.warps[*i].run(&mut self.env)?;
                }
            }
            if self.warps.iter().any(Warp::ready) {
                continue;
            }
            if self.warps.iter().all(|w| w.live == 0) {
                return Ok(());
            }
            self.barriers()?;
        }
    }

    /// Lets the warps go on whose barrier is complete; a fault if there are none.
    fn barriers(&mut self) -> Outcome {
        let mut progress = false;
        for id in 0..16 {
            let (mut waiting, mut threads, mut have) = (0u32, None, 0);
            for (i, w) in self.warps.iter().enumerate() {
                if let Some(x) = w.wait.filter(|x| x.id == id) {
                    if waiting != 0 && threads != x.threads {
                        self.failing = i;
                        return failed(format!(
                            "barrier {id}: warps give different numbers of threads"
                        ));
                    }
                    waiting |= 1 << i;
                    threads = x.threads;
                    have += if threads.is_some() { 32 } else { x.lanes.count_ones() };
                }
            }
            if waiting == 0 {
                continue;
            }
            let arrived: Vec<(usize, u32)> = self
                .warps
                .iter()
                .enumerate()
                .filter_map(|(i, w)| w.arrivals.iter().find(|a| a.0 == id).map(|a| (i, a.2)))
                .collect();
            have += 32 * arrived.len() as u32;
            let total = self.env.launch.threads() as u32;
            let expected = threads.unwrap_or(total);
            if have > expected {
                self.failing = waiting.trailing_zeros() as usize;
                return failed(format!(
                    "barrier {id}: {have} threads came, {expected} are expected"
                ));
            }
            if have < expected {
                continue;
            }
            self.complete(id, waiting, &arrived, expected);
            progress = true;
        }
        if progress { Ok(()) } else { self.deadlock() }
    }

    fn complete(&mut self, id: u32, waiting: u32, arrived: &[(usize, u32)], expected: u32) {
        let mut orders: Vec<&mut Order> = self.warps.iter_mut().map(|w| &mut w.order).collect();
        self.env.shared.barrier(&mut orders, waiting, arrived);
        let holds =
            lanes(waiting).filter_map(|i| self.warps[i].wait).map(|w| w.votes.count_ones()).sum();
        for i in lanes(waiting) {
            self.warps[i].reduced(holds, expected);
            self.warps[i].release();
        }
        for (i, _) in arrived {
            if let Some(at) = self.warps[*i].arrivals.iter().position(|a| a.0 == id) {
                self.warps[*i].arrivals.remove(at);
            }
        }
    }

    /// Nobody can go on.
    fn deadlock(&mut self) -> Outcome {
        let first = self.warps.iter().position(|w| w.wait.is_some()).unwrap_or(0);
        self.failing = first;
        let id = self.warps[first].wait.map_or(0, |w| w.id);
        let mut why = Vec::new();
        let exited = self
            .warps
            .iter()
            .enumerate()
            .filter(|(_, w)| w.live == 0)
            .fold(0, |m, (i, _)| m | 1 << i);
        if exited != 0 {
            why.push(format!("warps {} have exited", list(exited)));
        }
        for (i, w) in self.warps.iter().enumerate() {
            if let Some(x) = w.wait.filter(|x| x.id != id) {
                why.push(format!("warp {i} waits at barrier {}", x.id));
            }
        }
        if why.is_empty() {
            why.push("too few warps come to it".into());
        }
        failed(format!("barrier {id} is not reached by all threads: {}", why.join(", ")))
    }

    /// The message of a fault.
    fn locate(&self, place: [u32; 3], p: &Problem) -> Fault {
        let launch = self.env.launch;
        let kernel = launch.kernel;
        let w = &self.warps[self.failing];
        let (line, text) = &kernel.places[kernel.code[w.at].place as usize];
        let lane = p.lane.unwrap_or_else(|| w.live.trailing_zeros().min(31) as usize);
        let b = launch.block;
        let t = (w.id * 32 + lane) as u32;
        let thread = [t % b[0], t / b[0] % b[1], t / b[0] / b[1]];
        let who = match p.lane {
            Some(_) => format!("thread ({}, {}, {})", thread[0], thread[1], thread[2]),
            None => format!("warp {}", w.id),
        };
        let message = format!(
            "kernel `{}`, block ({}, {}, {}), {who}, PTX line {line} `{text}`: {}",
            kernel.name, place[0], place[1], place[2], p.message
        );
        Fault { code: p.kind.code(), message }
    }
}

/// Fills a row with a value that is known ahead.
fn fill(w: &mut Warp, id: usize, p: &Preset, launch: &Launch<'_>, place: [u32; 3]) {
    let b = launch.block;
    let thread = |lane: usize| (id * 32 + lane) as u32;
    let value = |lane: usize| -> u64 {
        let l = lane as u32;
        let v = match p.value {
            Value::Bits(v) => return v,
            Value::Param { offset, size, signed } => {
                let bytes = &launch.params[offset as usize..][..usize::from(size)];
                let v = super::access::little(bytes);
                return match (signed, size) {
                    (true, 1) => i64::from(v as i8) as u64,
                    (true, 2) => i64::from(v as i16) as u64,
                    _ => v,
                };
            }
            Value::Tid(0) => thread(lane) % b[0],
            Value::Tid(1) => thread(lane) / b[0] % b[1],
            Value::Tid(_) => thread(lane) / b[0] / b[1],
            Value::Ntid(a) => b[usize::from(a)],
            Value::Ctaid(a) => place[usize::from(a)],
            Value::Nctaid(a) => launch.grid[usize::from(a)],
            Value::Lane => l,
            Value::Warp => id as u32,
            Value::LaneMask(r) => {
                let eq = 1u32 << l;
                let lt = eq - 1;
                match r {
                    Relation::Equal => eq,
                    Relation::Less => lt,
                    Relation::LessEqual => lt | eq,
                    Relation::Greater => !(lt | eq),
                    Relation::GreaterEqual => !lt,
                }
            }
            Value::DynamicShared => launch.kernel.shared as u32,
            Value::SharedSize(false) => launch.dynamic as u32,
            Value::SharedSize(true) => launch.shared() as u32,
            Value::Smid => (place[0] + place[1] + place[2]) % 4,
            Value::Nsmid => 4,
            Value::Nwarpid => 64,
            Value::Zero => 0,
        };
        u64::from(v)
    };
    if p.wide {
        *w.regs.wide_mut(p.slot) = std::array::from_fn(value);
    } else {
        *w.regs.narrow_mut(p.slot) = std::array::from_fn(|l| value(l) as u32);
    }
}
