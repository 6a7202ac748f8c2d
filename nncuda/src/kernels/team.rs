//! Threads that work on a line together: a row, a column, the elements of a channel. A line's sums go in an order that only
//! its length decides.

use super::THREADS;
use super::channels::Channels;
use crate::ptx::{Bool, F32, F64, Kernel, U32};

/// Elements that a thread loads before it goes on.
const AT_ONCE: u32 = 8;

/// Rows of up to this many elements have a warp each, longer ones a block.
const WARP: usize = 1024;

/// Threads of a block of channels.
pub(crate) const COLUMN_THREADS: u32 = 512;

/// Channels side by side that a block takes: as many as a transaction of memory brings.
const COLUMNS: usize = 8;

/// How threads share lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A line is a thread's own.
    Thread,
    /// A warp's.
    Warp,
    /// As many lines side by side are a block's.
    Columns(u32),
}

/// The team of a thread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Team<'k> {
    k: &'k Kernel,
    form: Form,
    /// The number of its line.
    pub(crate) line: U32<'k>,
    /// The number of the thread in its team.
    pub(crate) member: U32<'k>,
    /// Threads of the team.
    members: u32,
}

impl<'k> Team<'k> {
    fn new(k: &'k Kernel, form: Form) -> Self {
        Self::of_block(k, form, k.block())
    }

    /// That of a block with this number.
    fn of_block(k: &'k Kernel, form: Form, block: U32<'k>) -> Self {
        let thread = k.thread();
        let (lines, line, member) = match form {
            Form::Thread => (k.threads(), thread, k.u32(0)),
            Form::Warp => (k.threads() / 32, thread / 32, thread % 32),
            Form::Columns(lines) => (lines, thread % lines, thread / lines),
        };
        k.serves(lines);
        let line = block * lines + line;
        Self { k, form, line, member, members: k.threads() / lines }
    }

    /// For lines that lie across memory: each thread has its own.
    pub(crate) fn thread(k: &'k Kernel) -> Self {
        Self::new(k, Form::Thread)
    }

    /// For rows of `len` elements side by side. Threads without one of the `rows` end.
    pub(crate) fn row(k: &'k Kernel, len: usize, rows: U32<'k>) -> Self {
        let team = Self::new(k, if len <= WARP { Form::Warp } else { Form::Columns(1) });
        if team.form == Form::Warp {
            k.end_unless(team.line.lt(rows));
        }
        team
    }

    /// A block has a line.
    pub(crate) fn block(k: &'k Kernel) -> Self {
        Self::new(k, Form::Columns(1))
    }

    /// For channels, of which block number `block` has some side by side where a position is all that each has.
    pub(super) fn channels(k: &'k Kernel, channels: Channels, block: U32<'k>) -> Self {
        Self::of_block(k, Form::Columns(Self::lines(channels)), block)
    }

    /// The channels of a block.
    pub(super) fn lines(channels: Channels) -> u32 {
        match channels.positions {
            1 => channels.count.next_power_of_two().min(COLUMNS) as u32,
            _ => 1,
        }
    }

    /// `len` if there is a line for the team, else 0.
    pub(super) fn len_of(self, is_there: Bool<'k>, len: U32<'k>) -> U32<'k> {
        match self.form {
            Form::Columns(1) => len,
            _ => len.or_where_not(is_there, self.k.u32(0)),
        }
    }

    /// Whether the thread is the first of its team.
    pub(super) fn is_first(self) -> Bool<'k> {
        self.member.eq(0)
    }

    /// Whether the thread writes what the team has found, of a line below `lines`.
    pub(crate) fn is_writer(self, lines: U32<'k>) -> Bool<'k> {
        self.is_first() & self.line.lt(lines)
    }

    /// `body` for groups of elements that the thread has of a line of `len`: their numbers, and whether each is there.
    fn groups(self, len: U32<'k>, body: impl FnOnce(&[(U32<'k>, Bool<'k>)])) {
        let rounds = len.known().map_or(AT_ONCE, |len| len.div_ceil(self.members));
        let most = if self.form == Form::Thread { AT_ONCE / 2 } else { AT_ONCE };
        let at_once = rounds.clamp(1, most);
        let body = |start: U32<'k>| {
            let number = |j| start + j * self.members;
            let group: Vec<_> = (0..at_once).map(|j| (number(j), number(j).lt(len))).collect();
            body(&group);
        };
        if len.known().is_some() && rounds <= most {
            body(self.member);
        } else {
            self.k.each(self.member, len, self.members * at_once, body);
        }
    }

    /// For each element of the line, split among the members: `read`, then `write` with what it gave. Both get the
    /// element's number, and whether it is there. Several elements are read before the first of them is written.
    pub(crate) fn each<V>(
        self,
        len: U32<'k>,
        read: impl Fn(U32<'k>, Bool<'k>) -> V,
        write: impl Fn(U32<'k>, Bool<'k>, V),
    ) {
        self.groups(len, |group| {
            let values: Vec<V> = group.iter().map(|(i, is_there)| read(*i, *is_there)).collect();
            for ((i, is_there), value) in group.iter().zip(values) {
                write(*i, *is_there, value);
            }
        });
    }

    /// The sums over the line of the N numbers `f(i, is_there)`, to each member; what `f` gives where an element is not there
    /// does not count. A few numbers are added in single precision, these sums in double.
    ///
    /// All threads of the block come here, unless a warp has a line.
    pub(crate) fn sums<const N: usize>(
        self,
        len: U32<'k>,
        f: impl Fn(U32<'k>, Bool<'k>) -> [F32<'k>; N],
    ) -> [F64<'k>; N] {
        let totals = [(); N].map(|()| self.k.wide_variable(self.k.f64(0.0)));
        self.groups(len, |group| {
            let mut sums = [self.k.f32(0.0); N];
            for (j, (i, is_there)) in group.iter().enumerate() {
                for (sum, value) in sums.iter_mut().zip(f(*i, *is_there)) {
                    let value = value.or_where_not(*is_there, self.k.f32(0.0));
                    *sum = if j == 0 { value } else { *sum + value };
                }
            }
            for (total, sum) in totals.iter().zip(sums) {
                total.set(*total + sum.wide());
            }
        });
        totals.map(|total| self.combined(total, |a, b| a + b))
    }

    /// The largest `f(i, is_there)` over the line, NaN passed over, to each member; -∞ if there is none.
    pub(crate) fn max(self, len: U32<'k>, f: impl Fn(U32<'k>, Bool<'k>) -> F32<'k>) -> F32<'k> {
        let larger = |a: F32<'k>, b: F32<'k>| b.or_where_not(b.gt(a), a);
        let most = self.k.variable(self.k.f32(f32::NEG_INFINITY));
        self.groups(len, |group| {
            let mut all = most;
            for (i, is_there) in group {
                let value = f(*i, *is_there);
                all = value.or_where_not(value.gt(all) & *is_there, all);
            }
            most.set(all);
        });
        match self.form {
            Form::Thread => most,
            Form::Warp => [16, 8, 4, 2, 1]
                .into_iter()
                .fold(most, |most, mask| larger(most, most.lane_xor(mask))),
            Form::Columns(lines) => {
                debug_assert_eq!(lines, 1);
                self.k.combined(most, f32::NEG_INFINITY, larger)
            }
        }
    }

    /// `combine`, which does not mind the order of its two, over the members' values, to each of them.
    pub(crate) fn combined(
        self,
        value: F64<'k>,
        combine: impl Fn(F64<'k>, F64<'k>) -> F64<'k>,
    ) -> F64<'k> {
        let over_lanes = |value: F64<'k>, least: u32| {
            let masks = [16, 8, 4, 2, 1].into_iter().filter(|mask| *mask >= least);
            masks.fold(value, |all, mask| combine(all, all.lane_xor(mask)))
        };
        let lines = match self.form {
            Form::Thread => return value,
            Form::Warp => return over_lanes(value, 1),
            Form::Columns(lines) => lines,
        };
        let (k, warps) = (self.k, self.k.threads() / 32);
        let value = over_lanes(value, lines);
        let (parts, all) = (k.shared(2 * lines * warps), k.shared(2 * lines));
        let (thread, line) = (k.thread(), k.thread() % lines);
        let (lane, warp) = (thread % 32, thread / 32);
        k.when(lane.lt(lines), || parts.store_f64(warp * lines + lane, value));
        k.barrier();
        k.when(thread.lt(lines), || {
            let part = |warp: u32| parts.load_f64(thread + warp * lines);
            all.store_f64(thread, (1..warps).fold(part(0), |sum, warp| combine(sum, part(warp))));
        });
        k.barrier();
        all.load_f64(line)
    }
}

/// A kernel of teams for rows.
pub(crate) fn rows(name: &str, body: impl for<'k> FnOnce(&'k Kernel)) -> Kernel {
    Kernel::new(name, THREADS, body)
}

/// A kernel of teams for channels.
pub(crate) fn columns(name: &str, body: impl for<'k> FnOnce(&'k Kernel)) -> Kernel {
    Kernel::new(name, COLUMN_THREADS, body)
}
