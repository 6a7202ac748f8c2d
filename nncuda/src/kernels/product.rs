//! Products of matrices, by tiles in shared memory. What the operands are is up to closures: a linear layer's rows,
//! or the pixels that a convolution's window covers, which never lie in memory as a matrix.

use super::Write;
use crate::ptx::{Bool, F32, Kernel, Pointer, Shared, U32};

/// Threads of a block.
const THREADS: u32 = 256;
/// Rows and columns of what a block computes, and how many of both a thread does.
pub(crate) const TILE: u32 = 64;
const OWN: u32 = 4;
/// The depth of a tile.
const DEPTH: u32 = 16;
/// A row of a tile, with a gap that keeps rows in different banks.
const STRIDE: u32 = TILE + 4;

/// How one operand is read. `line` is called once for each row of `a` (column of `b`), with its number and whether it
/// is there; what it gives is called for each position along the depth.
pub(crate) struct Side<'f, 'k> {
    /// Whether neighbours along the depth lie side by side in memory.
    pub(crate) is_deep: bool,
    /// The elements of one row or column.
    pub(crate) line: &'f dyn Fn(U32<'k>, Bool<'k>) -> Line<'k>,
}

/// The elements along the depth: position, and whether it is there.
pub(crate) type Line<'k> = Box<dyn Fn(U32<'k>, Bool<'k>) -> F32<'k> + 'k>;

/// A matrix in memory: element (i, k) at `start + i * across + k * along`.
pub(crate) fn plain<'k>(
    x: Pointer<'k>,
    start: U32<'k>,
    across: u32,
    along: u32,
) -> impl Fn(U32<'k>, Bool<'k>) -> Line<'k> {
    move |i, is_there| {
        let first = start + i * across;
        Box::new(move |k, is_in| x.load_where(is_there & is_in, first + k * along))
    }
}

/// The sum that a block computes: `y(m, n) = Σ a(m, k) b(k, n)` for k from `depth[0]` to `depth[1]`. `store` gets row, column
/// and sum of those that are there.
pub(crate) fn product<'k>(
    k: &'k Kernel,
    [rows, columns]: [U32<'k>; 2],
    depth: [U32<'k>; 2],
    a: &Side<'_, 'k>,
    b: &Side<'_, 'k>,
    store: impl Fn(U32<'k>, U32<'k>, F32<'k>),
) {
    debug_assert_eq!(k.threads(), THREADS);
    let (first_row, first_column) = (k.block_y() * TILE, k.block() * TILE);
    let (room_a, room_b) = (k.shared(DEPTH * STRIDE), k.shared(DEPTH * STRIDE));
    let thread = k.thread();
    let loads_a = loads(k, thread, first_row, rows, a, room_a);
    let loads_b = loads(k, thread, first_column, columns, b, room_b);
    let (row, column) = (thread / (TILE / OWN) * OWN, thread % (TILE / OWN) * OWN);
    let (own_a, own_b) = (room_a.at(row), room_b.at(column));
    let sums: Vec<F32<'k>> = (0..OWN * OWN).map(|_| k.variable(k.f32(0.0))).collect();
    k.each(depth[0], depth[1], DEPTH, |start| {
        for load in loads_a.iter().chain(&loads_b) {
            load(start, depth[1]);
        }
        k.barrier();
        for step in 0..DEPTH {
            let at = k.u32(step * STRIDE);
            let (left, right) = (own_a.load4(at), own_b.load4(at));
            for (i, left) in left.iter().enumerate() {
                for (j, right) in right.iter().enumerate() {
                    let sum = sums[i * OWN as usize + j];
                    sum.set(left.fma(*right, sum));
                }
            }
        }
        k.barrier();
    });
    for i in 0..OWN {
        for j in 0..OWN {
            let (m, n) = (first_row + row + i, first_column + column + j);
            k.when(m.lt(rows) & n.lt(columns), || store(m, n, sums[(i * OWN + j) as usize]));
        }
    }
}

type Load<'k> = Box<dyn Fn(U32<'k>, U32<'k>) + 'k>;

/// What a thread copies to shared memory in each round.
fn loads<'k>(
    k: &'k Kernel,
    thread: U32<'k>,
    first: U32<'k>,
    lines: U32<'k>,
    side: &Side<'_, 'k>,
    room: Shared<'k>,
) -> Vec<Load<'k>> {
    let mut all: Vec<Load<'k>> = Vec::new();
    let store = move |line: &Line<'k>, at: U32<'k>, place: Shared<'k>, end: U32<'k>| {
        place.store(k.u32(0), line(at, at.lt(end)));
    };
    if side.is_deep {
        // Threads side by side read along the depth.
        let (deep, line) = (thread % DEPTH, thread / DEPTH);
        for i in 0..TILE * DEPTH / THREADS {
            let line = line + i * (THREADS / DEPTH);
            let read = (side.line)(first + line, (first + line).lt(lines));
            let place = room.at(deep * STRIDE + line);
            all.push(Box::new(move |start, end| store(&read, start + deep, place, end)));
        }
    } else {
        let (line, deep) = (thread % TILE, thread / TILE);
        let read = std::rc::Rc::new((side.line)(first + line, (first + line).lt(lines)));
        for i in 0..TILE * DEPTH / THREADS {
            let deep = deep + i * (THREADS / TILE);
            let (read, place) = (read.clone(), room.at(deep * STRIDE + line));
            all.push(Box::new(move |start, end| store(&read, start + deep, place, end)));
        }
    }
    all
}

/// A kernel of blocks as [`product`] wants them.
pub(crate) fn kernel(name: &str, body: impl for<'k> FnOnce(&'k Kernel)) -> Kernel {
    Kernel::new(name, THREADS, body)
}

/// A closure as [`Side`] wants it.
pub(crate) fn lines<'k, F: Fn(U32<'k>, Bool<'k>) -> Line<'k>>(f: F) -> F {
    f
}

/// The blocks for a product.
pub(crate) fn grid(rows: usize, columns: usize, products: usize) -> [u32; 3] {
    let blocks = |n: usize| n.div_ceil(TILE as usize) as u32;
    [blocks(columns), blocks(rows), products as u32]
}

/// In how many parts a sum over `depth` is cut, so that enough blocks run: with few rows and columns there would be
/// few.
pub(crate) fn parts(rows: usize, columns: usize, depth: usize, products: usize) -> usize {
    const BLOCKS: usize = 256;
    const LEAST: usize = 256;
    let [x, y, z] = grid(rows, columns, products);
    let blocks = (x * y * z) as usize;
    (BLOCKS / blocks.max(1)).clamp(1, MOST_PARTS).min(depth.div_ceil(LEAST)).max(1)
}

/// The most parts a sum is cut into.
pub(crate) const MOST_PARTS: usize = 32;

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
