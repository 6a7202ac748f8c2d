//! Products of matrices, by tiles in shared memory.

use std::ops::Range;
use std::rc::Rc;

use super::operand::{Line, Order, Side};
use super::pipeline::{Copy, Stages};
use super::tensor;
use crate::Precision;
use crate::ptx::{F32, Format, Kernel, Shared, U32};

/// Threads of a block.
pub(super) const THREADS: u32 = 256;
/// The depth of a tile.
pub(super) const DEPTH: u32 = 16;
/// Rows and columns of a part of a tile of which a thread has 4 x 4.
const PART: u32 = 64;
/// Of these, the threads in a row.
const ACROSS: u32 = PART / 4;

/// What a block computes, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// Its rows and columns.
    pub size: Size,
    /// Of the operands.
    pub precision: Precision,
    /// Whether the operands are known to begin at multiples of 16 bytes.
    pub is_aligned: bool,
    /// Whether they go to shared memory by asynchronous copies.
    pub is_pipelined: bool,
}

/// Rows and columns of a tile: a large one reads each number less often, a small one makes more blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// 64 x 64, and 4 x 4 a thread.
    Small,
    /// 128 x 128, and 8 x 8 a thread.
    Large,
}

impl Tile {
    /// The tile for a product of so many rows and columns, so many times, on a device of a compute capability.
    pub(crate) fn of(
        precision: Precision,
        capability: (u32, u32),
        [rows, columns, products]: [usize; 3],
    ) -> Self {
        /// Blocks that keep a GPU busy.
        const BUSY: usize = 128;
        let blocks = rows.div_ceil(128) * columns.div_ceil(128) * products;
        let is_large = rows >= 96 && columns >= 96 && blocks >= BUSY;
        Self {
            size: if is_large { Size::Large } else { Size::Small },
            precision,
            is_aligned: false,
            // Numbers of bf16 are rounded on the way.
            is_pipelined: capability >= (8, 0) && precision != Precision::Bf16,
        }
    }

    pub(super) fn size(self) -> u32 {
        self.size.len()
    }

    /// The numbers of tensor cores, where these compute it.
    fn format(self) -> Option<Format> {
        match self.precision {
            Precision::F32 => None,
            Precision::Tf32 => Some(Format::Tf32),
            Precision::Bf16 => Some(Format::Bf16),
        }
    }

    /// A row of a tile in shared memory, with a gap that keeps rows in different banks.
    fn stride(self) -> u32 {
        self.size() + 4
    }

    /// The blocks for so many products.
    pub(crate) fn blocks(self, rows: usize, columns: usize, products: usize) -> usize {
        self.size.blocks(rows, columns, products)
    }
}

impl Size {
    const fn len(self) -> u32 {
        match self {
            Self::Small => PART,
            Self::Large => 2 * PART,
        }
    }

    /// Elements of a tile.
    pub(super) const fn elements(self) -> usize {
        self.len() as usize * self.len() as usize
    }

    /// The blocks for so many products.
    pub(super) fn blocks(self, rows: usize, columns: usize, products: usize) -> usize {
        let blocks = |n: usize| n.div_ceil(self.len() as usize);
        blocks(columns).saturating_mul(blocks(rows)).saturating_mul(products)
    }
}

/// What a block computes. Blocks are in one row, tile by tile along the columns, then down the rows, then product by
/// product: in other directions a grid has at most 65535.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'k> {
    /// Rows of the product.
    pub(super) rows: U32<'k>,
    /// Columns of the product.
    pub(super) columns: U32<'k>,
    /// The first row of the block's.
    pub(super) first_row: U32<'k>,
    /// The first column of the block's.
    pub(super) first_column: U32<'k>,
    /// The number of the product.
    pub(crate) product: U32<'k>,
}

impl<'k> Place<'k> {
    /// That of the block, in products of so many rows and columns.
    pub(crate) fn of(k: &'k Kernel, tile: Tile, [rows, columns]: [U32<'k>; 2]) -> Self {
        let size = tile.size();
        let [down, across] = [rows, columns].map(|n| (n + (size - 1)) / size);
        let (block, rest) = (k.block() % across, k.block() / across);
        let (first_row, first_column) = (rest % down * size, block * size);
        Self { rows, columns, first_row, first_column, product: rest / down }
    }
}

/// Where the sums of a block begin and end along the depth of a product.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Depth<'k> {
    /// A multiple of [`DEPTH`].
    pub(super) start: U32<'k>,
    pub(super) end: U32<'k>,
    /// Whether the end is a multiple of four, known or not: of four neighbours all are there, or none.
    pub(super) is_by_fours: bool,
}

impl<'k> Depth<'k> {
    /// All of it.
    pub(super) fn whole(end: U32<'k>) -> Self {
        let is_by_fours = end.known().is_some_and(|end| end.is_multiple_of(4));
        Self { start: end.kernel().u32(0), end, is_by_fours }
    }

    /// Whether a tile of the depth `deep` is all of it, as far as is known.
    pub(super) fn is_single(self, deep: u32) -> bool {
        let known = [self.start, self.end].map(U32::known);
        matches!(known, [Some(start), Some(end)] if end <= start + deep)
    }
}

/// The sum that a block computes: `y(m, n) = Σ a(m, k) b(k, n)` for k along `depth`. `store` gets row, column and sum of
/// those that are there.
///
/// While a tile is multiplied the next ones are read. A depth of one tile has none to read ahead.
pub(crate) fn product<'k>(
    k: &'k Kernel,
    tile: Tile,
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    store: impl Fn(U32<'k>, U32<'k>, F32<'k>),
) {
    product_by(k, tile, place, depth, a, b, 1, |m, n, sums| store(m, n, sums[0]));
}

/// The same, where `store` gets row, first column and sums of `count` neighbouring columns (1, 2 or 4) from a multiple of
/// `count` on. The number of columns is such a multiple.
pub(crate) fn product_by<'k>(
    k: &'k Kernel,
    mut tile: Tile,
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    count: u32,
    store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>]),
) {
    debug_assert!(matches!(count, 1 | 2 | 4));
    debug_assert_eq!(k.threads(), THREADS);
    let is_single = depth.is_single(DEPTH);
    tile.is_pipelined &= !is_single;
    if let Some(format) = tile.format() {
        if tile.size == Size::Large && !is_single {
            k.runs_at_once(2);
        }
        return tensor::product(k, (format, tile), place, depth, a, b, count, store);
    }
    if tile.size == Size::Large {
        k.runs_at_once(if tile.is_pipelined { 2 } else { 1 }); // rather than more with registers in memory
    }
    let sums = match tile.is_pipelined {
        true => pipelined(k, tile, place, depth, a, b),
        false => doubled(k, tile, place, depth, a, b),
    };
    sums.store(place, count, store);
}

/// The sums of a thread: 4 x 4 of each part of the tile.
struct OwnSums<'k> {
    tile: Tile,
    /// Their rows, and their columns.
    own: usize,
    /// The first row in the tile.
    row: U32<'k>,
    /// The first column in the tile.
    column: U32<'k>,
    /// Row by row.
    sums: Vec<F32<'k>>,
}

impl<'k> OwnSums<'k> {
    fn of(k: &'k Kernel, tile: Tile, thread: U32<'k>) -> Self {
        let (row, column) = (thread / ACROSS * 4, thread % ACROSS * 4);
        let own = (tile.size() / PART * 4) as usize;
        let sums = (0..own * own).map(|_| k.variable(k.f32(0.0))).collect();
        Self { tile, own, row, column, sums }
    }

    /// Adds the products at some positions of a tile, whose first row and column lie at `left` and `right`.
    fn add(&self, left: Shared<'k>, right: Shared<'k>, steps: Range<u32>) {
        let (k, tile) = (self.row.kernel(), self.tile);
        for step in steps {
            let fours = |room: Shared<'k>| -> Vec<F32<'k>> {
                let parts = (0..tile.size() / PART).map(|i| k.u32(step * tile.stride() + i * PART));
                parts.flat_map(|at| room.load4(at)).collect()
            };
            let (left, right) = (fours(left), fours(right));
            for (i, left) in left.iter().enumerate() {
                for (j, right) in right.iter().enumerate() {
                    let sum = self.sums[i * self.own + j];
                    sum.set(left.fma(*right, sum));
                }
            }
        }
    }

    fn store(&self, place: Place<'k>, count: u32, store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>])) {
        let k = self.row.kernel();
        let Place { rows, columns, first_row, first_column, .. } = place;
        let nth = |i: usize| i as u32 / 4 * PART + i as u32 % 4;
        for i in 0..self.own {
            let m = first_row + self.row + nth(i);
            k.when(m.lt(rows), || {
                let sums = self.sums[i * self.own..][..self.own].chunks(count as usize);
                for (j, sums) in sums.enumerate() {
                    let n = first_column + self.column + nth(j * count as usize);
                    k.when(n.lt(columns), || store(m, n, sums));
                }
            });
        }
    }
}

/// The sums, where the next tile is read into registers first, then into the other half of the shared memory.
fn doubled<'k>(
    k: &'k Kernel,
    tile: Tile,
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
) -> OwnSums<'k> {
    let half = DEPTH * tile.stride();
    let Place { rows, columns, first_row, first_column, .. } = place;
    let (room_a, room_b) = (k.shared(2 * half), k.shared(2 * half));
    let thread = k.thread();
    let sides = [
        reads(tile, DEPTH, thread, first_row, rows, a, room_a),
        reads(tile, DEPTH, thread, first_column, columns, b, room_b),
    ];
    let sums = OwnSums::of(k, tile, thread);
    let read = |side: &[Read<'k>], start: U32<'k>| -> Vec<F32<'k>> {
        side.iter().map(|r| r.line.number(start + r.deep, (start + r.deep).lt(depth.end))).collect()
    };
    let write = |side: &[Read<'k>], values: Vec<F32<'k>>, half: U32<'k>| {
        side.iter().zip(values).for_each(|(r, value)| r.place.at(half).store(k.u32(0), value));
    };
    // Which half is multiplied.
    let now = k.counter(k.u32(0));
    sides.iter().for_each(|side| write(side, read(side, depth.start), now));
    k.barrier();
    let is_single = depth.is_single(DEPTH);
    k.each(depth.start, depth.end, DEPTH, |start| {
        let (left, right) = (room_a.at(now + sums.row), room_b.at(now + sums.column));
        let other = k.u32(half) - now;
        // One side after the other: fewer registers hold what is read.
        for (steps, side) in [0..DEPTH / 2, DEPTH / 2..DEPTH].into_iter().zip(&sides) {
            let next = (!is_single).then(|| read(side, start + DEPTH));
            sums.add(left, right, steps);
            next.into_iter().for_each(|next| write(side, next, other));
        }
        if !is_single {
            now.set(other);
            k.barrier();
        }
    });
    sums
}

/// The sums, where tiles go to shared memory by asynchronous copies.
fn pipelined<'k>(
    k: &'k Kernel,
    tile: Tile,
    place: Place<'k>,
    depth: Depth<'k>,
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
) -> OwnSums<'k> {
    // In both a thread copies four numbers of each operand for a tile. A large one is less deep, so that its stages take no
    // more room than the halves do elsewhere.
    let (count, deep) = match tile.size {
        Size::Small => (3, DEPTH),
        Size::Large => (4, DEPTH / 2),
    };
    let stages = Stages { count, len: deep * tile.stride(), deep };
    let Place { rows, columns, first_row, first_column, .. } = place;
    let (room_a, room_b) = (stages.room(k), stages.room(k));
    let thread = k.thread();
    let mut all = copies(tile, deep, thread, first_row, rows, a, room_a);
    all.extend(copies(tile, deep, thread, first_column, columns, b, room_b));
    let sums = OwnSums::of(k, tile, thread);
    stages.each(k, depth, &all, |stage| {
        sums.add(room_a.at(stage + sums.row), room_b.at(stage + sums.column), 0..deep);
    });
    sums
}

/// A number that a thread reads for each tile.
struct Read<'k> {
    line: Rc<Line<'k>>,
    /// Its position along the depth of the tile.
    deep: U32<'k>,
    /// Where it goes in shared memory.
    place: Shared<'k>,
}

/// What a thread reads for each tile of a depth.
fn reads<'k>(
    tile: Tile,
    depth: u32,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Read<'k>> {
    let (size, stride, k) = (tile.size(), tile.stride(), thread.kernel());
    let of = |line: U32<'k>| Rc::new((side.line)(first + line, (first + line).lt(lines)));
    let count = size * depth / THREADS;
    if !side.order.is_across() {
        // Threads side by side read along the depth.
        let (deep, line) = (thread % depth, thread / depth);
        let first_place = room.at(deep * stride + line);
        let read = |i: u32| {
            let by = i * (THREADS / depth);
            Read { line: of(line + by), deep, place: first_place.at(k.u32(by)) }
        };
        return (0..count).map(read).collect();
    }
    let (line, deep) = (thread % size, thread / size);
    let read_line = of(line);
    let first_place = room.at(deep * stride + line);
    let read = |i: u32| {
        let step = i * (THREADS / size);
        let place = first_place.at(k.u32(step * stride));
        Read { line: read_line.clone(), deep: deep + step, place }
    };
    (0..count).map(read).collect()
}

/// What a thread copies for each tile of a depth: four numbers at once where rows lie side by side at multiples of 16
/// bytes. Those side by side along the depth are not so in shared memory.
fn copies<'k>(
    tile: Tile,
    depth: u32,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Copy<'k>> {
    let (size, stride, k) = (tile.size(), tile.stride(), thread.kernel());
    if tile.is_aligned && side.order == Order::AcrossFours {
        debug_assert_eq!(size / 4 * depth, THREADS, "one for each thread");
        let (in_tile, deep) = (thread % (size / 4) * 4, thread / (size / 4));
        let at = first + in_tile;
        let line = Rc::new((side.line)(at, at.lt(lines)));
        let place = room.at(deep * stride + in_tile);
        return vec![Copy { fours: true, ..Copy::one(line, deep, place) }];
    }
    if side.order.is_across() {
        let (line, deep) = (thread % size, thread / size);
        let first_place = room.at(deep * stride + line);
        let line = Rc::new((side.line)(first + line, (first + line).lt(lines)));
        let copy =
            |step: u32| Copy::one(line.clone(), deep + step, first_place.at(k.u32(step * stride)));
        return (0..depth).step_by((THREADS / size) as usize).map(copy).collect();
    }
    let (deep, line, by) = (thread % depth, thread / depth, THREADS / depth);
    let first_place = room.at(deep * stride + line);
    let all = side.lines(first + line, lines, by, size / by).into_iter().zip(0..);
    all.map(|(line, i)| Copy::one(line, deep, first_place.at(k.u32(i * by)))).collect()
}

/// A kernel of blocks as [`product`] wants them.
pub(crate) fn kernel(name: &str, body: impl for<'k> FnOnce(&'k Kernel)) -> Kernel {
    Kernel::new(name, THREADS, body)
}
