//! Products of matrices by tensor cores. Operands are rounded while they go to shared memory; sums are in single
//! precision.
//!
//! A tile there is a line for each row of `a` (column of `b`), of 8 or 16 words along the depth, where a word is a number
//! of tf32 or two of bf16. A block has 8 warps, two by four, each with a part of 64 x 32 of the large tile or 32 x 16 of
//! the small one; they read 8 lines of 16 bytes at a time.

use std::rc::Rc;

use super::product::{Line, Order, Place, Side, Size, THREADS, Tile, is_single};
use crate::ptx::{F32, Format, Kernel, Shared, U32};

/// Words that the threads of a warp read of a line at a time.
const STEP: u32 = 8;
/// Warps down and across a tile.
const WARPS: [u32; 2] = [2, 4];

/// The form of a tile in shared memory.
#[derive(Clone, Copy)]
struct Form {
    format: Format,
    /// Its lines.
    size: u32,
    /// Words of a line.
    words: u32,
}

impl Form {
    /// Large tiles of bf16 are less deep: their sums leave a thread few registers for the numbers that it reads ahead.
    fn of(format: Format, tile: Tile) -> Self {
        let is_short = (format, tile.size) == (Format::Bf16, Size::Large);
        Self { format, size: tile.size(), words: if is_short { 8 } else { 16 } }
    }

    /// Numbers of a line.
    fn deep(self) -> u32 {
        self.words * self.format.per_word()
    }

    /// Words from line to line: an odd number of 16 bytes, so that 8 lines one after the other lie in different banks.
    fn stride(self) -> u32 {
        self.words + 4
    }
}

/// What [`product_by`](super::product::product_by) says, of numbers of a format.
pub(super) fn product<'k>(
    k: &'k Kernel,
    (format, tile): (Format, Tile),
    place: Place<'k>,
    depth: [U32<'k>; 2],
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    count: u32,
    store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>]),
) {
    let form = Form::of(format, tile);
    let (size, stride, deep) = (form.size, form.stride(), form.deep());
    let half = size * stride;
    // Whether four neighbours along the depth are there, or none.
    let by_fours = tile.is_aligned && depth.iter().all(|k| k.known().is_some_and(|k| k % 4 == 0));
    let Place { rows, columns, first_row, first_column, .. } = place;
    let (room_a, room_b) = (k.shared(2 * half), k.shared(2 * half));
    let thread = k.thread();
    let of = |first, lines, side, room| reads(form, by_fours, thread, first, lines, side, room);
    let mut reads = of(first_row, rows, a, room_a);
    reads.extend(of(first_column, columns, b, room_b));
    let (lane, warp) = (thread % 32, thread / 32);
    let (row, column) = (warp / WARPS[1] * (size / WARPS[0]), warp % WARPS[1] * (size / WARPS[1]));
    // Of `a` 16 rows of 8 words are read at once, of `b` 16 columns.
    let from_a = room_a.at((row + lane % 16) * stride + lane / 16 * 4);
    let from_b = room_b.at((column + lane % 8 + lane / 16 * 8) * stride + lane / 8 % 2 * 4);
    let [down, across] = [size / WARPS[0] / 16, size / WARPS[1] / 16];
    let sums = |_| [0; 4].map(|_| k.variable(k.f32(0.0)));
    let sums: Vec<[F32<'k>; 4]> = (0..down * across * 2).map(sums).collect();
    // Which half is multiplied.
    let now = k.counter(k.u32(0));
    let write = |next: Vec<Vec<F32<'k>>>| {
        reads.iter().zip(next).for_each(|(read, numbers)| read.write(format, now, &numbers));
    };
    let read = |start: U32<'k>| -> Vec<Vec<F32<'k>>> {
        reads.iter().map(|read| read.numbers(start, depth[1])).collect()
    };
    write(read(depth[0]));
    k.barrier();
    let is_single = is_single(depth, deep);
    k.each(depth[0], depth[1], deep, |start| {
        let next = (!is_single).then(|| read(start + deep));
        let (left, right) = (from_a.at(now), from_b.at(now));
        for step in 0..form.words / STEP {
            let place = |i: u32| k.u32(i * (16 * stride) + step * STEP);
            let left: Vec<_> = (0..down).map(|i| left.matrices(place(i))).collect();
            let right = (0..across).map(|i| right.matrices(place(i)));
            let right: Vec<_> = right.flat_map(|[a, b, c, d]| [[a, b], [c, d]]).collect();
            let both = left.iter().flat_map(|left| right.iter().map(move |right| (left, right)));
            sums.iter().zip(both).for_each(|(sums, (a, b))| format.multiply(sums, a, b));
        }
        if let Some(next) = next {
            now.set(k.u32(half) - now);
            write(next);
            k.barrier();
        }
    });
    // A lane has two sums side by side, and two of them 8 rows below.
    if count == 4 {
        let sums: Vec<_> = sums.iter().map(|sums| fours(lane, sums)).collect();
        let row = first_row + row + (lane / 4 + lane % 2 * 8);
        let column = first_column + column + lane / 2 % 2 * 4;
        for (i, sums) in (0..).zip(sums.chunks(2 * across as usize)) {
            let m = row + i * 16;
            k.when(m.lt(rows), || {
                for (j, sums) in (0..).zip(sums) {
                    let n = column + j * 8;
                    k.when(n.lt(columns), || store(m, n, sums));
                }
            });
        }
        return;
    }
    let (row, column) = (first_row + row + lane / 4, first_column + column + lane % 4 * 2);
    for i in 0..2 * down {
        let m = row + i * 8;
        k.when(m.lt(rows), || {
            for j in (0..4 * across).step_by(count as usize) {
                let n = column + (j / 2 * 8 + j % 2);
                let sums = &sums[(i / 2 * across * 2 + j / 2) as usize];
                let sums = &sums[(i % 2 * 2 + j % 2) as usize..][..count as usize];
                k.when(n.lt(columns), || store(m, n, sums));
            }
        });
    }
}

/// Four sums side by side, of the two in each of two rows that a lane and its neighbour have: the even lane gets the upper
/// row, the odd one the lower.
fn fours<'k>(lane: U32<'k>, sums: &[F32<'k>; 4]) -> [F32<'k>; 4] {
    let is_even = (lane % 2).eq(0);
    let [a, b, c, d] = *sums;
    let [kept, given] = [[(a, c), (b, d)], [(c, a), (d, b)]]
        .map(|row| row.map(|(even, odd)| even.or_where_not(is_even, odd)));
    let taken = given.map(|sum| sum.lane_xor(1));
    let pairs = [[kept, taken], [taken, kept]];
    let at = |i: usize| pairs[0][i / 2][i % 2].or_where_not(is_even, pairs[1][i / 2][i % 2]);
    [at(0), at(1), at(2), at(3)]
}

/// Numbers along the depth that a thread reads for each tile: those of a word, or of four.
struct Read<'k> {
    line: Rc<Line<'k>>,
    /// The position of the first along the depth of the tile.
    deep: U32<'k>,
    /// How many there are.
    count: u32,
    /// Whether they are read four at once.
    fours: bool,
    /// Where they go in shared memory.
    place: Shared<'k>,
}

impl<'k> Read<'k> {
    /// Its numbers of the tile from `start` on; those from `end` on are 0.
    fn numbers(&self, start: U32<'k>, end: U32<'k>) -> Vec<F32<'k>> {
        self.line.numbers(start + self.deep, self.count, end, self.fours)
    }

    /// Writes them to shared memory, `by` words on.
    fn write(&self, format: Format, by: U32<'k>, numbers: &[F32<'k>]) {
        let words = numbers.chunks(format.per_word() as usize).map(|of_one| format.word(of_one));
        let (place, zero) = (self.place.at(by), by.kernel().u32(0));
        match *words.collect::<Vec<_>>() {
            [word] => place.store_word(zero, word),
            [a, b, c, d] => place.store4_words(zero, &[a, b, c, d]),
            _ => unreachable!("one word or four"),
        }
    }
}

fn reads<'k>(
    form: Form,
    by_fours: bool,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Read<'k>> {
    let Form { format, size, words: all } = form;
    let stride = form.stride();
    let of = |line: U32<'k>| Rc::new((side.line)(first + line, (first + line).lt(lines)));
    let number = |i: u32| thread.kernel().u32(i);
    if side.order == Order::Across {
        // Threads side by side read a line each, four words of it.
        let (line, words) = (thread % size, thread / size * 4);
        let read_line = of(line);
        let first_place = room.at(line * stride + words);
        let read = |i: u32| {
            let by = i * (THREADS / size * 4);
            let deep = (words + by) * format.per_word();
            let (place, count) = (first_place.at(number(by)), 4 * format.per_word());
            Read { line: read_line.clone(), deep, count, fours: false, place }
        };
        return (0..size * (all / 4) / THREADS).map(read).collect();
    }
    // Threads side by side read along the depth: a word each, or four.
    let fours = by_fours && side.order == Order::Fours;
    let each = if fours { 4 } else { 1 };
    let (words, line) = (thread % (all / each) * each, thread / (all / each));
    let first_place = room.at(line * stride + words);
    let read = |i: u32| {
        let by = i * (THREADS / (all / each));
        let place = first_place.at(number(by * stride));
        let (deep, count) = (words * format.per_word(), each * format.per_word());
        Read { line: of(line + by), deep, count, fours, place }
    };
    (0..size * all / each / THREADS).map(read).collect()
}
