//! A warp: its lanes in groups that stand at the same operation.
//!
//! The group at the lowest operation runs; groups that meet become one. A loop is laid out before what follows it, so
//! the lanes that leave it wait for the others there, and the sides of a branch meet after it.

use super::copies::Copies;
use super::fault::{Kind, Outcome, Problem, failed};
use super::global::Global;
use super::grid::Launch;
use super::regs::Regs;
use super::shared::{Order, Shared, Who};
use crate::code::{Barrier, Inst, NO_GUARD, Op, Vote};

/// Lanes that stand at the same operation.
#[derive(Clone, Copy, Debug)]
struct Group {
    pc: usize,
    mask: u32,
}

/// A warp.
#[derive(Default)]
pub(crate) struct Warp {
    pub(crate) id: usize,
    pub(crate) regs: Regs,
    /// The lanes that have not ended.
    pub(crate) live: u32,
    /// The lanes that started.
    pub(crate) all: u32,
    groups: Vec<Group>,
    /// Groups at a barrier.
    parked: Vec<Group>,
    /// The barrier that they wait at.
    pub(crate) wait: Option<Wait>,
    /// Barriers at which it arrived without waiting: the number, the threads and the time.
    pub(crate) arrivals: Vec<(u32, u32, u32)>,
    pub(crate) order: Order,
    pub(crate) copies: Copies,
    /// Local memory, thread after thread.
    pub(crate) local: Vec<u8>,
    /// The operation at hand.
    pub(crate) at: usize,
}

/// A barrier that a warp waits at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wait {
    pub(crate) id: u32,
    pub(crate) threads: Option<u32>,
    /// The lanes that wait.
    pub(crate) lanes: u32,
    /// The lanes whose predicate holds, for `bar.red`.
    pub(crate) votes: u32,
    pub(crate) barrier: Barrier,
}

/// What the warps of a block share.
pub(crate) struct Env<'a> {
    pub(crate) launch: &'a Launch<'a>,
    pub(crate) global: Global<'a>,
    pub(crate) shared: Shared,
    /// Operations run so far in this block.
    pub(crate) steps: u64,
    /// When the warp that runs lets another go on.
    pub(crate) pause: u64,
}

impl Warp {
    /// Starts at the first operation with so many lanes.
    pub(crate) fn start(&mut self, id: usize, lanes: usize) {
        self.id = id;
        self.all = if lanes >= 32 { !0 } else { (1 << lanes) - 1 };
        self.live = self.all;
        self.groups.clear();
        self.groups.push(Group { pc: 0, mask: self.all });
        self.parked.clear();
        self.wait = None;
        self.arrivals.clear();
        self.copies.clear();
    }

    /// Whether some lanes can go on.
    pub(crate) fn ready(&self) -> bool {
        !self.groups.is_empty()
    }

    pub(crate) fn who(&self) -> Who<'_> {
        Who { warp: self.id, order: &self.order }
    }

    /// Goes on after a barrier.
    pub(crate) fn release(&mut self) {
        self.wait = None;
        for g in std::mem::take(&mut self.parked) {
            self.push(g);
        }
    }

    fn push(&mut self, g: Group) {
        match self.groups.iter_mut().find(|o| o.pc == g.pc) {
            Some(o) => o.mask |= g.mask,
            None => self.groups.push(g),
        }
    }

    /// Takes out the lowest group, and gives where the next one stands.
    fn lowest(&mut self) -> Option<(Group, usize)> {
        let i = (0..self.groups.len()).min_by_key(|i| self.groups[*i].pc)?;
        let g = self.groups.swap_remove(i);
        Some((g, self.next()))
    }

    fn next(&self) -> usize {
        self.groups.iter().map(|g| g.pc).min().unwrap_or(usize::MAX)
    }

    /// Runs until all lanes have ended or wait at a barrier, or the time is up.
    pub(crate) fn run(&mut self, env: &mut Env<'_>) -> Outcome {
        let kernel = env.launch.kernel;
        while let Some((mut g, mut next)) = self.lowest() {
            loop {
                if g.pc >= next {
                    // Met, or overtaken.
                    self.push(g);
                    break;
                }
                let inst = &kernel.code[g.pc];
                self.at = g.pc;
                env.steps += 1;
                if env.steps > env.pause {
                    if env.steps > env.launch.budget {
                        return self.timeout(env);
                    }
                    // The turn of another warp: this one may wait for it.
                    self.push(g);
                    return Ok(());
                }
                let mut m = g.mask;
                if inst.guard != NO_GUARD {
                    let p = usize::from(inst.guard);
                    let d = self.regs.defined[kernel.rows + p];
                    if d & m != m {
                        return self.undefined(env, (kernel.rows + p) as u16, m & !d);
                    }
                    let p = self.regs.preds[p];
                    m &= if inst.negated { !p } else { p };
                    if m == 0 {
                        g.pc += 1;
                        continue;
                    }
                }
                let refs = &kernel.refs[inst.first as usize..];
                for r in &refs[..usize::from(inst.reads)] {
                    let d = self.regs.defined[usize::from(*r)];
                    if d & m != m {
                        return self.undefined(env, *r, m & !d);
                    }
                }
                match &inst.op {
                    Op::Row(f, o) => {
                        // SAFETY: the function was picked for this processor when the kernel was decoded.
                        unsafe { f(&mut self.regs, o, m) };
                    }
                    Op::Branch(to) => {
                        let to = *to as usize;
                        if m == g.mask {
                            g.pc = to;
                        } else {
                            self.push(Group { pc: to, mask: m });
                            g.mask &= !m;
                            g.pc += 1;
                            next = next.min(to);
                        }
                        continue;
                    }
                    Op::BranchIndexed(slot, targets) => {
                        for lane in super::regs::lanes(m) {
                            let i = self.regs.narrow(*slot)[lane] as usize;
                            let Some(to) = targets.get(i) else {
                                return super::fault::fault(
                                    Kind::Failed,
                                    lane,
                                    format!("index {i} of a list of {} labels", targets.len()),
                                );
                            };
                            self.push(Group { pc: *to as usize, mask: 1 << lane });
                        }
                        g.mask &= !m;
                        g.pc += 1;
                        next = self.next();
                        if g.mask == 0 {
                            break;
                        }
                        continue;
                    }
                    Op::Exit => {
                        self.copies.end(m)?;
                        self.live &= !m;
                        g.mask &= !m;
                        if g.mask == 0 {
                            break;
                        }
                        g.pc += 1;
                        continue;
                    }
                    Op::Barrier(b) => {
                        self.barrier(env, b, m, g)?;
                        self.define(kernel.refs.as_slice(), inst, m);
                        if b.arrive {
                            g.pc += 1;
                            continue;
                        }
                        g.mask &= !m;
                        if g.mask == 0 {
                            break;
                        }
                        g.pc += 1;
                        continue;
                    }
                    op => self.other(env, op, m)?,
                }
                self.define(&kernel.refs, inst, m);
                g.pc += 1;
            }
        }
        Ok(())
    }

    /// Notes that an operation wrote its results.
    #[inline(always)]
    fn define(&mut self, refs: &[u16], inst: &Inst, m: u32) {
        let first = inst.first as usize + usize::from(inst.reads);
        for r in &refs[first..first + usize::from(inst.writes)] {
            self.regs.defined[usize::from(*r)] |= m;
        }
    }

    /// What is not a row or a branch.
    fn other(&mut self, env: &mut Env<'_>, op: &Op, m: u32) -> Outcome {
        match op {
            Op::NonZero { slot, wide } => {
                for lane in super::regs::lanes(m) {
                    let v = if *wide {
                        self.regs.wide(*slot)[lane]
                    } else {
                        u64::from(self.regs.narrow(*slot)[lane])
                    };
                    if v == 0 {
                        return super::fault::fault(
                            Kind::Failed,
                            lane,
                            "an integer division by zero".into(),
                        );
                    }
                }
                Ok(())
            }
            Op::Load(a) => self.load(env, a, m),
            Op::Store(a) => self.store(env, a, m),
            Op::Atomic(a) => self.atomic(env, a, m),
            Op::Trap => Err(Box::new(Problem {
                kind: Kind::Failed,
                lane: Some(m.trailing_zeros() as usize),
                message: "`trap`".into(),
            })),
            Op::WarpBarrier(mask) => self.warp_barrier(*mask, m),
            Op::Shuffle(s) => self.shuffle(s, m),
            Op::Vote { kind, d, pred, negated, mask } => {
                self.vote(*kind, *d, (*pred, *negated), *mask, m)
            }
            Op::Match { all, wide, d, pred, a, mask } => {
                self.matching(*all, *wide, *d, *pred, *a, *mask, m)
            }
            Op::Reduce { kind, signed, d, a, mask } => {
                self.reduce(*kind, *signed, *d, *a, *mask, m)
            }
            Op::ActiveMask(d) => {
                self.regs.set_narrow(*d, &[m; 32], m);
                Ok(())
            }
            Op::Clock { d, wide } => {
                let now = env.steps;
                if *wide {
                    self.regs.set_wide(*d, &[now; 32], m);
                } else {
                    self.regs.set_narrow(*d, &[now as u32; 32], m);
                }
                Ok(())
            }
            Op::Mma(x) => self.mma(x, m),
            Op::LoadMatrix(x) => self.load_matrix(env, x, m),
            Op::CopyAsync(x) => self.copy_async(env, x, m),
            Op::CommitGroup => {
                self.copies.commit(m);
                Ok(())
            }
            Op::WaitGroup(n) => self.wait_group(env, *n, m),
            Op::Fence { device } => {
                if *device {
                    env.global.fence();
                }
                Ok(())
            }
            Op::Nop
            | Op::Row(..)
            | Op::Branch(_)
            | Op::BranchIndexed(..)
            | Op::Exit
            | Op::Barrier(_) => Ok(()),
        }
    }

    /// Comes to a barrier.
    fn barrier(&mut self, env: &mut Env<'_>, b: &Barrier, m: u32, g: Group) -> Outcome {
        let uniform = |slot: u16| {
            let row = self.regs.narrow(slot);
            let v = row[m.trailing_zeros() as usize];
            super::regs::lanes(m).all(|l| row[l] == v).then_some(v)
        };
        let (Some(id), threads) = (uniform(b.id), b.threads.map(uniform)) else {
            return failed("the lanes give different numbers of a barrier".into());
        };
        let threads = match threads {
            None => None,
            Some(None) => return failed("the lanes give different numbers of threads".into()),
            Some(t) => t,
        };
        if id >= 16 {
            return failed(format!("barrier {id}: there are 16"));
        }
        if threads.is_some_and(|t| t == 0 || t % 32 != 0) {
            return failed("the number of threads of a barrier has to be a multiple of 32".into());
        }
        if self.all != self.live {
            return failed(format!(
                "barrier {id} is not reached by all threads: lanes {} of the warp have exited",
                list(self.all & !self.live)
            ));
        }
        if (b.aligned || b.arrive) && m != self.live {
            let others = self.live & !m;
            let why = if g.mask == m { "are elsewhere" } else { "are switched off by the guard" };
            return failed(format!(
                "barrier {id} is not reached by all threads: lanes {} {why}",
                list(others)
            ));
        }
        if b.arrive {
            let now = env.shared.tick();
            self.arrivals.push((id, threads.unwrap_or(0), now));
            return Ok(());
        }
        let mut votes = 0;
        if let Some(r) = &b.reduce {
            let p = self.regs.preds[usize::from(r.pred)];
            votes = if r.negated { !p } else { p } & m;
        }
        self.parked.push(Group { pc: g.pc + 1, mask: m });
        match &mut self.wait {
            None => self.wait = Some(Wait { id, threads, lanes: m, votes, barrier: *b }),
            Some(w)
                if w.id == id
                    && w.threads == threads
                    && w.barrier.reduce.is_none() == b.reduce.is_none() =>
            {
                w.lanes |= m;
                w.votes |= votes;
            }
            Some(w) => {
                return failed(format!(
                    "lanes {} wait at barrier {}, lanes {} at barrier {id}",
                    list(w.lanes),
                    w.id,
                    list(m)
                ));
            }
        }
        Ok(())
    }

    /// The result of a `bar.red`: how many threads of how many hold the predicate.
    pub(crate) fn reduced(&mut self, holds: u32, of: u32) {
        let Some(w) = self.wait else { return };
        let Some(r) = w.barrier.reduce else { return };
        match r.kind {
            Vote::Ballot => self.regs.set_narrow(r.d, &[holds; 32], w.lanes),
            Vote::All => self.regs.set_pred(r.d, if holds == of { !0 } else { 0 }, w.lanes),
            _ => self.regs.set_pred(r.d, if holds > 0 { !0 } else { 0 }, w.lanes),
        }
    }

    #[cold]
    fn undefined(&self, env: &Env<'_>, reference: u16, lanes: u32) -> Outcome {
        let name = env.launch.kernel.name_of(reference);
        super::fault::fault(
            Kind::Failed,
            lanes.trailing_zeros() as usize,
            format!("reads {name}, which was never written"),
        )
    }

    #[cold]
    fn timeout(&self, env: &Env<'_>) -> Outcome {
        Err(Box::new(Problem {
            kind: Kind::Timeout,
            lane: None,
            message: format!(
                "the block has run {} operations: it seems to have no end",
                env.launch.budget
            ),
        }))
    }
}

/// Lanes in a message: `0-3, 7`.
pub(crate) fn list(mask: u32) -> String {
    let mut out = Vec::new();
    let mut i = 0;
    while i < 32 {
        if mask >> i & 1 == 0 {
            i += 1;
            continue;
        }
        let start = i;
        while i < 32 && mask >> i & 1 == 1 {
            i += 1;
        }
        out.push(if i - start == 1 { format!("{start}") } else { format!("{start}-{}", i - 1) });
    }
    out.join(", ")
}
