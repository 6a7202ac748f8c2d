//! Sums over the channels of a batch, `[samples, channels, positions]`: a block has a channel, or some side by side. Where
//! that makes few blocks the sums go in parts.

use super::parts::parts;
use super::team::{COLUMN_THREADS, Team, columns};
use super::{THREADS, size};
use crate::ptx::{Bool, F32, F64, Kernel, Pointer, U32};

/// Channels one after the other, in each so many positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Channels {
    /// Their number.
    pub count: usize,
    /// The positions of each.
    pub positions: usize,
}

/// The kernels that sum channels up: one, or two where the sums go in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It adds all of a channel, and ends.
    Whole,
    /// It adds a part of a channel.
    Parts,
    /// It adds the parts in their order, and ends.
    Last,
}

impl Stage {
    /// The name of the kernel of an operation.
    pub(super) fn name(self, operation: &str) -> String {
        match self {
            Self::Whole => operation.to_owned(),
            Self::Parts => format!("{operation}_parts"),
            Self::Last => format!("{operation}_of_parts"),
        }
    }
}

impl Channels {
    /// In how many parts the sums over so many samples are cut, as many as `sums` of each channel. There is room for so many
    /// elements.
    pub(crate) fn parts(self, samples: usize, sums: usize, room: usize) -> usize {
        /// Numbers of a thread: twice what it loads at once.
        const LEAST: usize = 16;
        let lines = Team::lines(self) as usize;
        let members = COLUMN_THREADS as usize / lines;
        let blocks = self.count.div_ceil(lines);
        // A number in double precision takes two elements.
        let most = room / (2 * sums * self.count).max(1);
        parts(blocks, samples * self.positions, LEAST * members, most)
    }
}

/// A number of a channel.
#[derive(Clone, Copy)]
pub(super) struct Element<'k> {
    /// Which it is of the channel's.
    pub(super) number: U32<'k>,
    /// Its place among the values.
    pub(super) at: U32<'k>,
    pub(super) is_there: Bool<'k>,
}

/// What a team adds up: its channel, or a part of it.
pub(super) struct Share<'k> {
    pub(super) team: Team<'k>,
    channels: Channels,
    part: U32<'k>,
}

impl<'k> Share<'k> {
    /// Blocks go part by part, in each channel by channel.
    pub(super) fn of_block(k: &'k Kernel, channels: Channels) -> Self {
        let blocks = size(channels.count).div_ceil(Team::lines(channels));
        let (block, part) = (k.block() % blocks, k.block() / blocks);
        Self { team: Team::channels(k, channels, block), channels, part }
    }

    /// Whether there is a channel for the team.
    pub(super) fn is_there(&self) -> Bool<'k> {
        self.team.line.lt(size(self.channels.count))
    }

    /// The range of it over so many samples, of one out of so many parts.
    pub(super) fn range(&self, samples: U32<'k>, parts: U32<'k>) -> Range<'k> {
        let [start, len] = part(samples * size(self.channels.positions), self.part, parts);
        let len = self.team.len_of(self.is_there(), len);
        Range { team: self.team, channels: self.channels, start, len }
    }
}

/// Where part `z` of `len` numbers begins, and how many it has.
pub(super) fn part<'k>(len: U32<'k>, z: U32<'k>, parts: U32<'k>) -> [U32<'k>; 2] {
    if parts.known() == Some(1) {
        return [z.kernel().u32(0), len];
    }
    let each = (len + (parts - 1)) / parts;
    let start = z * each;
    let rest = len - start;
    [start, each.or_where_not(each.lt(rest), rest)]
}

/// Numbers of a channel from one on.
pub(super) struct Range<'k> {
    team: Team<'k>,
    channels: Channels,
    start: U32<'k>,
    /// How many there are.
    pub(super) len: U32<'k>,
}

impl<'k> Range<'k> {
    /// The sums of the N numbers of each element, to each member of the team.
    pub(super) fn sums<const N: usize>(
        &self,
        f: impl Fn(Element<'k>) -> [F32<'k>; N],
    ) -> [F64<'k>; N] {
        let (channels, positions) = (size(self.channels.count), size(self.channels.positions));
        self.team.sums(self.len, |i, is_there| {
            let number = self.start + i;
            let line = number / positions * channels + self.team.line;
            f(Element { number, at: line * positions + number % positions, is_there })
        })
    }
}

/// Parts of N sums of each channel, in double precision: part by part, in each channel by channel.
#[derive(Clone, Copy)]
pub(super) struct Parts<'k, const N: usize> {
    at: Pointer<'k>,
    channels: u32,
}

impl<'k, const N: usize> Parts<'k, N> {
    /// Those at the next parameter.
    pub(super) fn next(k: &'k Kernel, channels: Channels) -> Self {
        Self { at: k.pointer(), channels: size(channels.count) }
    }

    fn place(self, part: U32<'k>, line: U32<'k>) -> U32<'k> {
        (part * self.channels + line) * N as u32
    }

    /// Writes the sums of a team's share.
    pub(super) fn store(self, share: &Share<'k>, sums: [F64<'k>; N]) {
        let place = self.place(share.part, share.team.line);
        (0..).zip(sums).for_each(|(i, sum)| self.at.store_f64(place + i, sum));
    }

    /// The sum over the parts of a channel, in their order, of the N numbers that `f` makes of a part's number and sums.
    pub(super) fn sums(
        self,
        line: U32<'k>,
        parts: U32<'k>,
        f: impl Fn(U32<'k>, [F64<'k>; N]) -> [F64<'k>; N],
    ) -> [F64<'k>; N] {
        let k = line.kernel();
        let totals = [(); N].map(|()| k.wide_variable(k.f64(0.0)));
        k.each(k.u32(0), parts, 1, |part| {
            let place = self.place(part, line);
            let sums = std::array::from_fn(|i| self.at.load_f64(place + i as u32));
            for (total, sum) in totals.iter().zip(f(part, sums)) {
                total.set(*total + sum);
            }
        });
        totals
    }
}

/// The numbers that an element adds to the sums.
pub(super) type Terms<'k, const N: usize> = Box<dyn Fn(Element<'k>) -> [F32<'k>; N] + 'k>;
/// What becomes of the sums of a channel.
pub(super) type End<'k, const N: usize> = Box<dyn FnOnce(U32<'k>, [F64<'k>; N]) + 'k>;

/// The kernel of a stage. `terms` and `end` get their parameters, and say what is summed up and what becomes of it.
///
/// Parameters: those of `terms`, but for the last stage; the parts, but for the whole; those of `end`, but for the parts;
/// samples; the number of parts, but for the whole; n: the channels.
pub(super) fn sums<const N: usize>(
    operation: &str,
    stage: Stage,
    channels: Channels,
    terms: impl for<'k> FnOnce(&'k Kernel, &Share<'k>) -> Terms<'k, N>,
    end: impl for<'k> FnOnce(&'k Kernel) -> End<'k, N>,
) -> Kernel {
    let name = stage.name(operation);
    match stage {
        Stage::Whole => columns(&name, |k| {
            let share = Share::of_block(k, channels);
            let (terms, end) = (terms(k, &share), end(k));
            let (samples, _) = (k.number(), k.number());
            let sums = share.range(samples, k.u32(1)).sums(terms);
            k.when(share.team.is_first() & share.is_there(), || end(share.team.line, sums));
        }),
        Stage::Parts => columns(&name, |k| {
            let share = Share::of_block(k, channels);
            let (terms, to) = (terms(k, &share), Parts::next(k, channels));
            let (samples, parts, _) = (k.number(), k.number(), k.number());
            let sums = share.range(samples, parts).sums(terms);
            k.when(share.team.is_first() & share.is_there(), || to.store(&share, sums));
        }),
        Stage::Last => Kernel::new(&name, THREADS, |k| {
            let (from, end) = (Parts::next(k, channels), end(k));
            let (_, parts, n) = (k.number(), k.number(), k.number());
            let line = k.index();
            k.end_unless(line.lt(n));
            end(line, from.sums(line, parts, |_, sums| sums));
        }),
    }
}
