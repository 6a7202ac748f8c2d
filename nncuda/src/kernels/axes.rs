//! Axes of two kinds: what reductions and repetitions see of a shape.

use nnplan::{AXES, Shape};

use super::{THREADS, size};
use crate::ptx::{F32, Kernel, Pointer, U32};

/// So many elements are reduced by one thread.
const SHORT: u32 = 32;
/// So many numbers are added in single precision before their sum goes to double.
const HELD: u32 = 64;
/// So many elements side by side are read well at once.
const LINE: u32 = 8;

/// A sample's shape, its axes merged into five groups, the outermost first: a, b and c are kept, p and q reduced. What does
/// not occur has size 1. The batch is a part of the outermost kept group: of a, whose size no index needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Groups {
    p: u32,
    b: u32,
    q: u32,
    c: u32,
}

impl Groups {
    /// The groups of samples of `shape`.
    pub(crate) fn new(shape: &Shape, reduced: [bool; AXES]) -> Self {
        let (mut sizes, mut group) = ([1; 5], 4);
        for axis in (0..shape.rank()).rev().filter(|a| shape.dim(*a) != 1) {
            group -= usize::from(reduced[axis] != (group % 2 == 1));
            sizes[group] *= shape.dim(axis);
        }
        let [_, p, b, q, c] = sizes.map(size);
        Self { p, b, q, c }
    }

    /// The sizes of p, b, q and c.
    #[must_use]
    pub fn sizes(self) -> [u32; 4] {
        [self.p, self.b, self.q, self.c]
    }

    /// Elements of which one is made.
    pub(super) fn count(self) -> u32 {
        self.p * self.q
    }

    /// Where the elements of kept element `i` begin in the whole.
    fn first(self, i: U32<'_>) -> U32<'_> {
        let Self { p, b, q, c } = self;
        let (run, column) = (i / c, i % c);
        let run = match p {
            1 => run,
            _ => run / b * (p * b) + run % b,
        };
        run * (q * c) + column
    }

    /// How far behind the first the reduced element `r` lies.
    fn step(self, r: U32<'_>) -> U32<'_> {
        let Self { p, b, q, c } = self;
        match p {
            1 => r * c,
            _ => r / q * (b * q * c) + r % q * c,
        }
    }

    /// The kept element of element `i` of the whole.
    fn kept(self, i: U32<'_>) -> U32<'_> {
        let Self { p, b, q, c } = self;
        if q == 1 {
            return i; // nothing is reduced
        }
        let run = i / (c * q);
        let run = match p {
            1 => run,
            _ => run / (p * b) * b + run % b,
        };
        run * c + i % c
    }

    /// How many threads work on a kept element.
    fn members(self) -> u32 {
        let count = self.count();
        let wanted = (count / 8).clamp(8, THREADS).next_power_of_two();
        match count {
            0..=SHORT => 1,
            _ if self.c < LINE => wanted.min(THREADS),
            _ => wanted.min(THREADS / LINE),
        }
    }
}

/// A thread's part in the work on one kept element: teams of threads, each of which works on one.
pub(super) struct Team<'k> {
    groups: Groups,
    kernel: &'k Kernel,
    /// The kept element.
    pub(super) i: U32<'k>,
    /// Whether it is there.
    is_there: crate::ptx::Bool<'k>,
    /// The thread's number in the team, of so many.
    member: U32<'k>,
    members: u32,
    /// Threads of the block from one member to the next.
    step: u32,
    /// Where the team's elements begin.
    first: U32<'k>,
}

impl<'k> Team<'k> {
    /// Of `n` kept elements. No thread may end before its team is done.
    pub(super) fn new(kernel: &'k Kernel, groups: Groups, n: U32<'k>) -> Self {
        let (members, thread) = (groups.members(), kernel.thread());
        let teams = kernel.threads() / members;
        kernel.serves(teams);
        let (own, member, step) = if members == 1 {
            (thread, kernel.u32(0), 1)
        } else if groups.c < LINE {
            (thread / members, thread % members, 1) // neighbours read along the sum
        } else {
            (thread % teams, thread / teams, teams) // neighbours read across
        };
        let i = kernel.block() * teams + own;
        let is_there = i.lt(n);
        let first = groups.first(i);
        Self { groups, kernel, i, is_there, member, members, step, first }
    }

    /// `body` for the thread's share of the elements: their number, and their place in the whole.
    pub(super) fn each(&self, body: impl Fn(U32<'k>, U32<'k>)) {
        self.kernel.when(self.is_there, || {
            self.part(self.member, self.kernel.u32(self.groups.count()), body);
        });
    }

    fn part(&self, start: U32<'k>, end: U32<'k>, body: impl Fn(U32<'k>, U32<'k>)) {
        let place = |r| self.first + self.groups.step(r);
        if self.members > 1 {
            return self.kernel.each(start, end, self.members, |r| body(r, place(r)));
        }
        for r in 0..self.groups.count() {
            let r = self.kernel.u32(r);
            body(r, place(r));
        }
    }

    /// The sum of the thread's share.
    fn sum(&self, x: Pointer<'k>) -> F32<'k> {
        let k = self.kernel;
        let sum = k.variable(k.f32(0.0));
        let (count, held) = (self.groups.count(), HELD * self.members);
        if count <= held {
            self.each(|_, at| sum.set(sum + x.load(at)));
            return sum;
        }
        let total = k.wide_variable(k.f64(0.0));
        k.when(self.is_there, || {
            k.each(self.member, k.u32(count), held, |start| {
                sum.set(k.f32(0.0));
                let end = start + held;
                let end = end.or_where_not(end.lt(count), k.u32(count));
                self.part(start, end, |_, at| sum.set(sum + x.load(at)));
                total.set(total + sum.wide());
            });
        });
        total.narrow()
    }

    /// `combine` over the values of the team, pair by pair: all members get it.
    pub(super) fn combined(
        &self,
        value: F32<'k>,
        combine: impl Fn(F32<'k>, F32<'k>) -> F32<'k>,
    ) -> F32<'k> {
        if self.members == 1 {
            return value;
        }
        let (k, thread) = (self.kernel, self.kernel.thread());
        let room = k.shared(k.threads());
        room.store(thread, value);
        k.barrier();
        let mut half = self.members / 2;
        while half > 0 {
            k.when(self.member.lt(half), || {
                let other = room.load(thread + half * self.step);
                room.store(thread, combine(room.load(thread), other));
            });
            k.barrier();
            half /= 2;
        }
        room.load(thread - self.member * self.step)
    }

    /// What `then` emits, for one member.
    pub(super) fn once(&self, then: impl FnOnce()) {
        let is_first = match self.members {
            1 => self.is_there,
            _ => self.is_there & self.member.eq(0),
        };
        self.kernel.when(is_first, then);
    }
}

/// `y = finish(Σ x)` over the reduced elements: in their order where one thread adds them, else in a fixed order. Parameters:
/// x, y, n.
pub(super) fn sum(
    name: &str,
    groups: Groups,
    finish: impl for<'k> FnOnce(F32<'k>) -> F32<'k>,
) -> Kernel {
    Kernel::new(name, THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let team = Team::new(k, groups, n);
        let sum = team.combined(team.sum(x), |a, b| a + b);
        team.once(|| y.store(team.i, finish(sum)));
    })
}

/// `y = f(x)` in the place of each reduced element. Parameters: x, y, n of y.
pub(super) fn repeat(
    name: &str,
    groups: Groups,
    f: impl for<'k> FnOnce(F32<'k>) -> F32<'k>,
) -> Kernel {
    Kernel::new(name, THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i, f(x.load(groups.kept(i))));
    })
}
