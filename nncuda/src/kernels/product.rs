//! Products of matrices, by tiles in shared memory. What the operands are is up to closures: a linear layer's rows,
//! or the pixels that a convolution's window covers, which never lie in memory as a matrix.

use super::{Write, tensor};
use crate::Precision;
use crate::ptx::{Bool, F32, Format, Kernel, Pointer, Shared, U32};

/// Threads of a block.
pub(super) const THREADS: u32 = 256;
/// The depth of a tile.
const DEPTH: u32 = 16;
/// Rows and columns of a part of a tile of which a thread has 4 x 4.
const PART: u32 = 64;
/// Of these, the threads in a row.
const ACROSS: u32 = PART / 4;

/// What a block computes, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Its rows and columns.
    pub(crate) size: Size,
    /// Of the operands.
    pub(crate) precision: Precision,
    /// Whether the operands are known to begin at multiples of 16 bytes.
    pub(crate) is_aligned: bool,
}

/// Rows and columns of a tile: a large one reads each number less often, a small one makes more blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// 64 x 64, and 4 x 4 a thread.
    Small,
    /// 128 x 128, and 8 x 8 a thread.
    Large,
}

impl Tile {
    /// The tile for a product of so many rows and columns, so many times.
    pub(crate) fn of(precision: Precision, rows: usize, columns: usize, products: usize) -> Self {
        /// Blocks that keep a GPU busy.
        const BUSY: usize = 128;
        let blocks = rows.div_ceil(128) * columns.div_ceil(128) * products;
        let is_large = rows >= 96 && columns >= 96 && blocks >= BUSY;
        Self {
            size: if is_large { Size::Large } else { Size::Small },
            precision,
            is_aligned: false,
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
    fn len(self) -> u32 {
        match self {
            Self::Small => PART,
            Self::Large => 2 * PART,
        }
    }

    fn blocks(self, rows: usize, columns: usize, products: usize) -> usize {
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

/// How one operand is read. `line` is called once for each row of `a` (column of `b`), with its number and whether it
/// is there; what it gives is called for each position along the depth.
pub(crate) struct Side<'f, 'k> {
    /// What lies side by side in memory.
    pub(crate) order: Order,
    /// The elements of one row or column.
    pub(crate) line: &'f dyn Fn(U32<'k>, Bool<'k>) -> Line<'k>,
}

/// What lies side by side in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Neighbouring rows of `a` (columns of `b`).
    Across,
    /// Neighbours along the depth.
    Along,
    /// The same, with each row of `a` (column of `b`) at a multiple of four elements: if the matrix is aligned to 16 bytes
    /// so are four neighbours.
    Fours,
}

impl Order {
    /// Neighbours along the depth, with so many elements from row to row.
    pub(crate) fn along(across: u32) -> Self {
        if across.is_multiple_of(4) { Self::Fours } else { Self::Along }
    }
}

/// The elements along the depth.
pub(crate) enum Line<'k> {
    /// By position, and whether it is there.
    Any(Box<dyn Fn(U32<'k>, Bool<'k>) -> F32<'k> + 'k>),
    /// At steps in memory.
    Plain(Plain<'k>),
}

/// Elements at steps in memory.
pub(crate) struct Plain<'k> {
    x: Pointer<'k>,
    first: U32<'k>,
    is_there: Bool<'k>,
    along: u32,
}

impl<'k> Line<'k> {
    /// By position, and whether it is there.
    pub(crate) fn any(f: impl Fn(U32<'k>, Bool<'k>) -> F32<'k> + 'k) -> Self {
        Self::Any(Box::new(f))
    }

    /// The element at position `k`, or 0.
    pub(crate) fn number(&self, k: U32<'k>, is_in: Bool<'k>) -> F32<'k> {
        match self {
            Self::Any(f) => f(k, is_in),
            Self::Plain(Plain { x, first, is_there, along }) => {
                x.load_where(*is_there & is_in, *first + k * *along)
            }
        }
    }

    /// The elements at `count` positions from `k` on, a multiple of `count`; 0 from `end` on. Where they lie in memory in
    /// `fours`, four are read at once.
    pub(super) fn numbers(
        &self,
        k: U32<'k>,
        count: u32,
        end: U32<'k>,
        fours: bool,
    ) -> Vec<F32<'k>> {
        /// Bytes that an instruction adds to an address.
        const NEAR: u32 = 1 << 23;
        let each = if fours { 4 } else { 1 };
        // Whether all of them are there is known from the first.
        let whole = end.known().is_some_and(|end| end.is_multiple_of(count));
        let is_in = |i: u32| (k + if whole { 0 } else { i }).lt(end);
        match self {
            Self::Plain(line) if count.saturating_mul(line.along) < NEAR / 4 => {
                let from = line.x.at(line.first + k * line.along);
                let read = |i: u32| {
                    let (is_there, by) = (line.is_there & is_in(i), i * line.along);
                    match fours {
                        true => from.load4_near_where(is_there, by).to_vec(),
                        false => vec![from.load_near_where(is_there, by)],
                    }
                };
                (0..count).step_by(each).flat_map(read).collect()
            }
            _ => (0..count).map(|i| self.number(k + i, is_in(i))).collect(),
        }
    }
}

/// A matrix in memory: element (i, k) at `start + i * across + k * along`.
pub(crate) fn plain<'k>(
    x: Pointer<'k>,
    start: U32<'k>,
    across: u32,
    along: u32,
) -> impl Fn(U32<'k>, Bool<'k>) -> Line<'k> {
    move |i, is_there| Line::Plain(Plain { x, first: start + i * across, is_there, along })
}

/// The sum that a block computes: `y(m, n) = Σ a(m, k) b(k, n)` for k from `depth[0]` to `depth[1]`. `store` gets row, column
/// and sum of those that are there.
///
/// While a tile is multiplied the next one is read, into registers first, then into the other half of the shared memory.
pub(crate) fn product<'k>(
    k: &'k Kernel,
    tile: Tile,
    place: Place<'k>,
    depth: [U32<'k>; 2],
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
    tile: Tile,
    place: Place<'k>,
    depth: [U32<'k>; 2],
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    count: u32,
    store: impl Fn(U32<'k>, U32<'k>, &[F32<'k>]),
) {
    debug_assert!(matches!(count, 1 | 2 | 4));
    debug_assert_eq!(k.threads(), THREADS);
    if let Some(format) = tile.format() {
        if tile.size == Size::Large && !is_single(depth, DEPTH) {
            k.runs_at_once(2);
        }
        return tensor::product(k, (format, tile), place, depth, a, b, count, store);
    }
    if tile.size == Size::Large {
        k.runs_at_once(1); // rather than two with registers in memory
    }
    let (size, half) = (tile.size(), DEPTH * tile.stride());
    let Place { rows, columns, first_row, first_column, .. } = place;
    let (room_a, room_b) = (k.shared(2 * half), k.shared(2 * half));
    let thread = k.thread();
    let sides = [
        reads(k, tile, thread, first_row, rows, a, room_a),
        reads(k, tile, thread, first_column, columns, b, room_b),
    ];
    let (row, column) = (thread / ACROSS * 4, thread % ACROSS * 4);
    let own = (size / PART * 4) as usize;
    let sums: Vec<F32<'k>> = (0..own * own).map(|_| k.variable(k.f32(0.0))).collect();
    let read = |side: &[Read<'k>], start: U32<'k>| -> Vec<F32<'k>> {
        side.iter().map(|r| r.line.number(start + r.deep, (start + r.deep).lt(depth[1]))).collect()
    };
    let write = |side: &[Read<'k>], values: Vec<F32<'k>>, half: U32<'k>| {
        side.iter().zip(values).for_each(|(r, value)| r.place.at(half).store(k.u32(0), value));
    };
    // Which half is multiplied.
    let now = k.counter(k.u32(0));
    sides.iter().for_each(|side| write(side, read(side, depth[0]), now));
    k.barrier();
    let is_single = is_single(depth, DEPTH);
    k.each(depth[0], depth[1], DEPTH, |start| {
        let (left, right) = (room_a.at(now + row), room_b.at(now + column));
        let other = k.u32(half) - now;
        // One side after the other: fewer registers hold what is read.
        for (steps, side) in [0..DEPTH / 2, DEPTH / 2..DEPTH].into_iter().zip(&sides) {
            let next = (!is_single).then(|| read(side, start + DEPTH));
            for step in steps {
                let fours = |room: Shared<'k>| -> Vec<F32<'k>> {
                    let parts = (0..size / PART).map(|i| k.u32(step * tile.stride() + i * PART));
                    parts.flat_map(|at| room.load4(at)).collect()
                };
                let (left, right) = (fours(left), fours(right));
                for (i, left) in left.iter().enumerate() {
                    for (j, right) in right.iter().enumerate() {
                        let sum = sums[i * own + j];
                        sum.set(left.fma(*right, sum));
                    }
                }
            }
            next.into_iter().for_each(|next| write(side, next, other));
        }
        if !is_single {
            now.set(other);
            k.barrier();
        }
    });
    let nth = |i: usize| i as u32 / 4 * PART + i as u32 % 4;
    for i in 0..own {
        let m = first_row + row + nth(i);
        k.when(m.lt(rows), || {
            for (j, sums) in sums[i * own..][..own].chunks(count as usize).enumerate() {
                let n = first_column + column + nth(j * count as usize);
                k.when(n.lt(columns), || store(m, n, sums));
            }
        });
    }
}

/// Whether one tile is all of a depth, as far as is known.
pub(super) fn is_single(depth: [U32<'_>; 2], deep: u32) -> bool {
    matches!(depth.map(U32::known), [Some(start), Some(end)] if end <= start + deep)
}

/// A number that a thread reads for each tile.
struct Read<'k> {
    line: std::rc::Rc<Line<'k>>,
    /// Its position along the depth of the tile.
    deep: U32<'k>,
    /// Where it goes in shared memory.
    place: Shared<'k>,
}

fn reads<'k>(
    k: &'k Kernel,
    tile: Tile,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Read<'k>> {
    let (size, stride) = (tile.size(), tile.stride());
    let of = |line: U32<'k>| std::rc::Rc::new((side.line)(first + line, (first + line).lt(lines)));
    let count = size * DEPTH / THREADS;
    if side.order != Order::Across {
        // Threads side by side read along the depth.
        let (deep, line) = (thread % DEPTH, thread / DEPTH);
        let first_place = room.at(deep * stride + line);
        let read = |i: u32| {
            let by = i * (THREADS / DEPTH);
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

/// A kernel of blocks as [`product`] wants them.
pub(crate) fn kernel(name: &str, body: impl for<'k> FnOnce(&'k Kernel)) -> Kernel {
    Kernel::new(name, THREADS, body)
}

/// A closure as [`Side`] wants it.
pub(crate) fn lines<'k, F: Fn(U32<'k>, Bool<'k>) -> Line<'k>>(f: F) -> F {
    f
}

/// In how many parts a sum over `depth` is cut, so that enough blocks run: with few rows and columns there would be
/// few.
pub(crate) fn parts(rows: usize, columns: usize, depth: usize, products: usize) -> usize {
    const BLOCKS: usize = 528;
    const LEAST: usize = 256;
    let blocks = Size::Small.blocks(rows, columns, products);
    (BLOCKS / blocks.max(1)).clamp(1, MOST_PARTS).min(depth.div_ceil(LEAST)).max(1)
}

/// The most parts a sum is cut into.
pub(crate) const MOST_PARTS: usize = 64;

/// Where part `z` of a sum over `depth` begins and ends: a multiple of the tile's depth.
pub(crate) fn part<'k>(depth: U32<'k>, z: U32<'k>, parts: U32<'k>) -> [U32<'k>; 2] {
    let each = (depth + (parts - 1)) / parts;
    let each = (each + (DEPTH - 1)) / DEPTH * DEPTH;
    let start = z * each;
    let end = start + each;
    [start, end.or_where_not(end.lt(depth), depth)]
}

/// `y = Σ parts`, in their order. Parameters: the parts, one behind the other, y, the number of parts, n.
pub(crate) fn add_parts(write: Write) -> Kernel {
    Kernel::new("add_parts", super::THREADS, |k| {
        let (x, y) = (k.pointer(), k.pointer());
        let (parts, n) = (k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let sum = k.variable(x.load(i));
        let at = k.counter(i);
        k.each(k.u32(1), parts, 1, |_| {
            at.set(at + n);
            sum.set(sum + x.load(at));
        });
        write.store(y, i, sum);
    })
}
