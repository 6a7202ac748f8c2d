//! Products of matrices by tensor cores. Operands are rounded while they go to shared memory, or, where asynchronous
//! copies bring them there, after it: the same numbers. Sums are in single precision.
//!
//! A tile there is a line for each row of `a` (column of `b`), of 8 or 16 words along the depth, where a word is a number
//! of tf32 or two of bf16. A block has 8 warps, two by four, each with a part of 64 x 32 of the large tile or 32 x 16 of
//! the small one; they read 8 lines of 16 bytes at a time.

use std::rc::Rc;

use super::operand::{Line, Order, Side};
use super::pipeline::{Copy, Stages};
use super::product::{Depth, Place, Size, THREADS, Tile};
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
    /// Whether its numbers are not yet rounded.
    is_pipelined: bool,
}

impl Form {
    /// Large tiles of bf16 are less deep: their sums leave a thread few registers for the numbers that it reads ahead.
    fn of(format: Format, tile: Tile) -> Self {
        let is_short = (format, tile.size) == (Format::Bf16, Size::Large);
        let words = if is_short { 8 } else { 16 };
        Self { format, size: tile.size(), words, is_pipelined: tile.is_pipelined }
    }

    /// Numbers of a line.
    fn deep(self) -> u32 {
        self.words * self.format.per_word()
    }

    /// Words from line to line: an odd number of 16 bytes, so that 8 lines one after the other lie in different banks. A
    /// pipeline has no room for a gap.
    fn stride(self) -> u32 {
        if self.is_pipelined { self.words } else { self.words + 4 }
    }

    /// Where a word of a line lies. Without a gap the parts of 16 bytes change places, by the number of the line: so 8 lines
    /// one after the other lie in different banks as well. In lines that are 8 apart they lie alike.
    fn place<'k>(self, line: U32<'k>, word: U32<'k>) -> U32<'k> {
        match self.is_pipelined {
            true => line * self.stride() + (word ^ (line / 2 % 4 * 4)),
            false => line * self.stride() + word,
        }
    }

    /// Where the words of a line from `word` on lie that a lane reads: in the first step; without a gap, in each.
    fn places<'k>(self, room: Shared<'k>, line: U32<'k>, word: U32<'k>) -> Vec<Shared<'k>> {
        let steps = if self.is_pipelined { self.words / STEP } else { 1 };
        (0..steps).map(|step| room.at(self.place(line, word + step * STEP))).collect()
    }

    /// The same in each step, in the tile that begins at number `at`.
    fn steps<'k>(self, places: &[Shared<'k>], at: U32<'k>) -> Vec<Shared<'k>> {
        let places: Vec<_> = places.iter().map(|place| place.at(at)).collect();
        match self.is_pipelined {
            true => places,
            false => {
                let step = |step: u32| places[0].at(at.kernel().u32(step * STEP));
                (0..self.words / STEP).map(step).collect()
            }
        }
    }
}

/// What [`product_by`](super::product::product_by) says, of numbers of a format.
pub(super) fn product<'k>(
    k: &'k Kernel,
    (format, tile): (Format, Tile),
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    count: u32,
    store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>]),
) {
    let form = Form::of(format, tile);
    let by_fours = tile.is_aligned && depth.is_by_fours;
    let sums = match tile.is_pipelined {
        true => pipelined(k, (form, by_fours), place, depth, a, b),
        false => doubled(k, (form, by_fours), place, depth, a, b),
    };
    sums.store(place, count, store);
}

/// The part of a tile that a warp multiplies, as one of its lanes has it.
struct Fragment<'k> {
    form: Form,
    lane: U32<'k>,
    /// The first row and column in the tile.
    row: U32<'k>,
    column: U32<'k>,
    /// 16 rows each, 16 columns each.
    down: u32,
    across: u32,
    /// Of 16 rows and 8 columns each, row by row.
    sums: Vec<[F32<'k>; 4]>,
    /// Where the lane reads of `a` and `b`.
    places: [Vec<Shared<'k>>; 2],
}

impl<'k> Fragment<'k> {
    /// That of a thread, of tiles of `a` and `b` in two rooms.
    fn of(form: Form, thread: U32<'k>, rooms: [Shared<'k>; 2]) -> Self {
        let (k, size) = (thread.kernel(), form.size);
        let (lane, warp) = (thread % 32, thread / 32);
        let (row, column) =
            (warp / WARPS[1] * (size / WARPS[0]), warp % WARPS[1] * (size / WARPS[1]));
        // Of `a` 16 rows of 8 words are read at once, of `b` 16 columns.
        let from_a = form.places(rooms[0], row + lane % 16, lane / 16 * 4);
        let from_b = form.places(rooms[1], column + lane % 8 + lane / 16 * 8, lane / 8 % 2 * 4);
        let [down, across] = [size / WARPS[0] / 16, size / WARPS[1] / 16];
        let sums = |_| [0; 4].map(|_| k.variable(k.f32(0.0)));
        let sums = (0..down * across * 2).map(sums).collect();
        Self { form, lane, row, column, down, across, sums, places: [from_a, from_b] }
    }

    /// Adds the products of the tile that begins at number `at`.
    fn add(&self, at: U32<'k>) {
        let [left, right] = [0, 1].map(|i| self.form.steps(&self.places[i], at));
        left.into_iter().zip(right).for_each(|(left, right)| self.add_step(left, right));
    }

    fn add_step(&self, left: Shared<'k>, right: Shared<'k>) {
        let (k, form) = (self.lane.kernel(), self.form);
        let words = |from: Shared<'k>, i: u32| {
            let words = from.matrices(k.u32(i * (16 * form.stride())));
            match form.is_pipelined {
                true => words.map(|word| form.format.word(&[word.as_f32()])),
                false => words,
            }
        };
        let left: Vec<_> = (0..self.down).map(|i| words(left, i)).collect();
        let right = (0..self.across).map(|i| words(right, i));
        let right: Vec<_> = right.flat_map(|[a, b, c, d]| [[a, b], [c, d]]).collect();
        let both = left.iter().flat_map(|left| right.iter().map(move |right| (left, right)));
        self.sums.iter().zip(both).for_each(|(sums, (a, b))| form.format.multiply(sums, a, b));
    }

    fn store(&self, place: Place<'k>, count: u32, store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>])) {
        if count == 4 {
            return self.store_fours(place, store);
        }
        let (k, lane, across) = (self.lane.kernel(), self.lane, self.across);
        let Place { rows, columns, first_row, first_column, .. } = place;
        // A lane has two sums side by side, and two of them 8 rows below.
        let (row, column) =
            (first_row + self.row + lane / 4, first_column + self.column + lane % 4 * 2);
        for i in 0..2 * self.down {
            let m = row + i * 8;
            k.when(m.lt(rows), || {
                for j in (0..4 * across).step_by(count as usize) {
                    let n = column + (j / 2 * 8 + j % 2);
                    let sums = &self.sums[(i / 2 * across * 2 + j / 2) as usize];
                    let sums = &sums[(i % 2 * 2 + j % 2) as usize..][..count as usize];
                    k.when(n.lt(columns), || store(m, n, sums));
                }
            });
        }
    }

    /// The same, of four sums side by side.
    fn store_fours(&self, place: Place<'k>, store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>])) {
        let (k, lane) = (self.lane.kernel(), self.lane);
        let Place { rows, columns, first_row, first_column, .. } = place;
        let row = first_row + self.row + (lane / 4 + lane % 2 * 8);
        let column = first_column + self.column + lane / 2 % 2 * 4;
        for (i, sums) in (0..).zip(self.sums.chunks(2 * self.across as usize)) {
            // Lanes give one another their sums: all of them, whether their rows are there or not.
            let (m, sums) = (row + i * 16, sums.iter().map(|sums| fours(lane, sums)));
            let sums: Vec<_> = sums.collect();
            k.when(m.lt(rows), || {
                for (j, sums) in (0..).zip(&sums) {
                    let n = column + j * 8;
                    k.when(n.lt(columns), || store(m, n, sums));
                }
            });
        }
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

/// The sums, where the next tile is read into registers first, then rounded into the other half of the shared memory.
fn doubled<'k>(
    k: &'k Kernel,
    (form, by_fours): (Form, bool),
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
) -> Fragment<'k> {
    let (half, deep) = (form.size * form.stride(), form.deep());
    let Place { rows, columns, first_row, first_column, .. } = place;
    let rooms @ [room_a, room_b] = [k.shared(2 * half), k.shared(2 * half)];
    let thread = k.thread();
    let of = |first, lines, side, room| reads(form, by_fours, thread, first, lines, side, room);
    let mut reads = of(first_row, rows, a, room_a);
    reads.extend(of(first_column, columns, b, room_b));
    let part = Fragment::of(form, thread, rooms);
    // Which half is multiplied.
    let now = k.counter(k.u32(0));
    let write = |next: Vec<Vec<F32<'k>>>| {
        reads.iter().zip(next).for_each(|(read, numbers)| read.write(form.format, now, &numbers));
    };
    let read = |start: U32<'k>| -> Vec<Vec<F32<'k>>> {
        reads.iter().map(|read| read.numbers(start, depth.end)).collect()
    };
    write(read(depth.start));
    k.barrier();
    let is_single = depth.is_single(deep);
    k.each(depth.start, depth.end, deep, |start| {
        let next = (!is_single).then(|| read(start + deep));
        part.add(now);
        if let Some(next) = next {
            now.set(k.u32(half) - now);
            write(next);
            k.barrier();
        }
    });
    part
}

/// The sums, where tiles go to shared memory by asynchronous copies.
fn pipelined<'k>(
    k: &'k Kernel,
    (form, by_fours): (Form, bool),
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
) -> Fragment<'k> {
    let stages = Stages { count: 3, len: form.size * form.stride(), deep: form.deep() };
    let Place { rows, columns, first_row, first_column, .. } = place;
    let rooms @ [room_a, room_b] = [stages.room(k), stages.room(k)];
    let thread = k.thread();
    let of = |first, lines, side, room| copies(form, by_fours, thread, first, lines, side, room);
    let mut copies = of(first_row, rows, a, room_a);
    copies.extend(of(first_column, columns, b, room_b));
    let part = Fragment::of(form, thread, rooms);
    stages.each(k, depth, &copies, |stage| part.add(stage));
    part
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
    let Form { format, size, words: all, .. } = form;
    let stride = form.stride();
    let of = |line: U32<'k>| Rc::new((side.line)(first + line, (first + line).lt(lines)));
    let number = |i: u32| thread.kernel().u32(i);
    if side.order.is_across() {
        // Threads side by side read a line each, four words of it.
        let (line, words) = (thread % size, thread / size * 4);
        let read_line = of(line);
        let first_place = room.at(form.place(line, words));
        let read = |i: u32| {
            let by = i * (THREADS / size * 4);
            let deep = (words + by) * format.per_word();
            let (place, count) = (first_place.at(number(by)), 4 * format.per_word());
            Read { line: read_line.clone(), deep, count, fours: false, place }
        };
        return (0..size * (all / 4) / THREADS).map(read).collect();
    }
    // Threads side by side read along the depth: a word each, or four.
    let fours = by_fours && side.order == Order::AlongFours;
    let each = if fours { 4 } else { 1 };
    let (words, line) = (thread % (all / each) * each, thread / (all / each));
    let first_place = room.at(form.place(line, words));
    let read = |i: u32| {
        let by = i * (THREADS / (all / each));
        let place = first_place.at(number(by * stride));
        let (deep, count) = (words * format.per_word(), each * format.per_word());
        Read { line: of(line + by), deep, count, fours, place }
    };
    (0..size * all / each / THREADS).map(read).collect()
}

/// What a thread copies for each tile: numbers of tf32, which are not rounded yet.
fn copies<'k>(
    form: Form,
    by_fours: bool,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Copy<'k>> {
    let (Form { size, words: all, .. }, k) = (form, thread.kernel());
    if side.order.is_across() {
        // Threads side by side copy of a line each, four words of it; eight of them begin at the same one, which puts 32
        // into different banks.
        let (line, words) = (thread % size, thread / size * 4);
        let read_line = Rc::new((side.line)(first + line, (first + line).lt(lines)));
        let copy = |i: u32| {
            let (words, turn) = (words + i / 4 * (THREADS / size * 4), (line / 8 + i) % 4);
            let place = room.at(form.place(line, words));
            Copy { further: turn, ..Copy::one(read_line.clone(), words + turn, place) }
        };
        return (0..size * all / THREADS).map(copy).collect();
    }
    // Threads side by side copy along the depth: a word each, or four.
    let fours = by_fours && side.order == Order::AlongFours;
    let each = if fours { 4 } else { 1 };
    let by = THREADS / (all / each);
    let (words, line) = (thread % (all / each) * each, thread / (all / each));
    let first_place = room.at(form.place(line, words));
    let copy = |(line, i): (Rc<Line<'k>>, u32)| {
        let place = first_place.at(k.u32(i * by * form.stride()));
        Copy { fours, ..Copy::one(line, words, place) }
    };
    side.lines(first + line, lines, by, size / by).into_iter().zip(0..).map(copy).collect()
}
