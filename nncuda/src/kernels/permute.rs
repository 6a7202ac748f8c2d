//! The axes of a value in another order.

use nnplan::{AXES, Permute};

use super::{THREADS, Write, copy, size};
use crate::ptx::{Kernel, U32};

/// Rows and columns of a tile that is transposed.
const TILE: u32 = 32;
/// Axes from this size on are transposed by tiles.
const LONG: u32 = 16;

/// One axis of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Axis {
    /// Its size.
    pub size: usize,
    /// The step in the input.
    pub from: usize,
}

/// The axes of a sample's output, as few as possible: without ones, and what lies side by side in both is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Permutation {
    rank: usize,
    axes: [Axis; AXES],
}

impl Permutation {
    /// The axes, the innermost first.
    #[must_use]
    pub fn axes(&self) -> &[Axis] {
        &self.axes[..self.rank]
    }

    /// Whether all stay where they are.
    pub(crate) fn is_copy(&self) -> bool {
        self.rank < 2
    }
}

impl From<&Permute> for Permutation {
    fn from(g: &Permute) -> Self {
        let mut all = Self { rank: 0, axes: Default::default() };
        for axis in g.axes[..g.rank].iter().rev() {
            let (size, from) = (g.input.dim(*axis), g.input.around(*axis).2);
            match all.axes[..all.rank].last_mut() {
                _ if size == 1 => {}
                Some(last) if last.size * last.from == from => last.size *= size,
                _ => {
                    all.axes[all.rank] = Axis { size, from };
                    all.rank += 1;
                }
            }
        }
        all
    }
}

/// An axis in a kernel.
#[derive(Clone, Copy)]
struct Line {
    size: u32,
    /// The step in the input.
    from: u32,
    /// The step in the output.
    to: u32,
}

/// The axes, and how many elements they have.
fn lines(g: &Permutation) -> (Vec<Line>, u32) {
    let mut to = 1;
    let line = |axis: &Axis| {
        let line = Line { size: size(axis.size), from: size(axis.from), to };
        to *= line.size;
        line
    };
    let lines = g.axes().iter().map(line).collect();
    (lines, to)
}

/// The sum of steps to position `i` on axes of which the first is the innermost, and the rest: positions beyond them.
fn steps<'k>(axes: &[Line], i: U32<'k>, step: impl Fn(&Line) -> u32) -> (U32<'k>, U32<'k>) {
    axes.iter().fold((i.kernel().u32(0), i), |(sum, rest), axis| {
        (sum + rest % axis.size * step(axis), rest / axis.size)
    })
}

/// `y` = `x` with its axes in another order: axis i of `y` is axis `axes[i]` of `x`. Parameters: x, y, n.
pub(crate) fn permute(g: impl Into<Permutation>) -> Kernel {
    let (axes, len) = lines(&g.into());
    let [inner, rest @ ..] = &axes[..] else {
        return copy(Write::Assign); // one element
    };
    if rest.is_empty() {
        return copy(Write::Assign);
    }
    if let Some(at) = rest.iter().position(|axis| axis.from == 1) {
        let mut others = rest.to_vec();
        let across = others.remove(at);
        if inner.size >= LONG && across.size >= LONG {
            return transpose(len, *inner, across, &others);
        }
    }
    Kernel::new("permute", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let (from, sample) = steps(&axes, i, |axis| axis.from);
        y.store(i, x.load(sample * len + from));
    })
}

/// Matrices that are transposed, a tile a block: `along` lies side by side in `y`, `across` in `x`.
fn transpose(len: u32, along: Line, across: Line, others: &[Line]) -> Kernel {
    const LINES: u32 = THREADS / TILE;
    let (columns, rows) = (along.size.div_ceil(TILE), across.size.div_ceil(TILE));
    let tiles = columns * rows * others.iter().map(|axis| axis.size).product::<u32>();
    Kernel::new("permute", THREADS, |k| {
        // Never fewer blocks than tiles.
        k.serves(len / tiles);
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let block = k.block();
        k.end_unless(block.lt(n / len * tiles));
        let (column, row) = (block % columns * TILE, block / columns % rows * TILE);
        let matrix = block / (columns * rows);
        let (from, sample) = steps(others, matrix, |axis| axis.from);
        let (to, _) = steps(others, matrix, |axis| axis.to);
        let (x, y) = (x.at(sample * len + from), y.at(sample * len + to));
        let (lane, line) = (k.thread() % TILE, k.thread() / TILE);
        // A column more than the tile has keeps columns in different banks.
        let room = k.shared(TILE * (TILE + 1));
        for first in (0..TILE).step_by(LINES as usize) {
            let (i, j) = (line + first, lane);
            let is_there = (column + i).lt(along.size) & (row + j).lt(across.size);
            let value = x.load_where(is_there, (column + i) * along.from + row + j);
            room.store(i * (TILE + 1) + j, value);
        }
        k.barrier();
        for first in (0..TILE).step_by(LINES as usize) {
            let (i, j) = (lane, line + first);
            let is_there = (column + i).lt(along.size) & (row + j).lt(across.size);
            k.when(is_there, || {
                y.store((row + j) * across.to + column + i, room.load(i * (TILE + 1) + j));
            });
        }
    })
}
