//! A range of positions along an axis, and its gradient.

use nnplan::Slice;

use super::key::Columns;
use super::{THREADS, size};
use crate::ptx::Kernel;

/// In a row of the input: the first element taken, how many are, and how many there are.
fn columns(g: impl Into<Columns>) -> [u32; 3] {
    let Columns { start, len, width } = g.into();
    [start, len, width].map(size)
}

/// `y` = the positions `start..end` of `x`. Parameters: x, y, n of y.
pub(crate) fn slice(g: impl Into<Columns>) -> Kernel {
    let [start, len, width] = columns(g);
    Kernel::new("slice", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i, x.load(i / len * width + i % len + start));
    })
}

/// `d_x = d_y` at the positions of the slice, 0 at the others. Parameters: d_y, d_x, n of d_x.
pub(crate) fn slice_grad(g: impl Into<Columns>) -> Kernel {
    let [start, len, width] = columns(g);
    Kernel::new("slice_grad", THREADS, |k| {
        let (d_y, d_x, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let column = i % width - start; // before the start it wraps around, far beyond the length
        let taken = column.lt(len);
        d_x.store(i, d_y.load_where(taken, i / width * len + column));
    })
}

/// Whether a sample has the slice in one piece. Then the place where it starts is a number that the kernel gets: one kernel
/// serves all steps of a sequence.
pub(crate) fn is_step(g: &Slice) -> bool {
    g.outer == 1
}

/// `y` = the positions `start..end` of `x`, in one piece. Parameters: x, y, the first element, n of y.
pub(crate) fn step(len: usize, width: usize) -> Kernel {
    let [len, width] = [len, width].map(size);
    Kernel::new("slice_step", THREADS, |k| {
        let (x, y, start, n) = (k.pointer(), k.pointer(), k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i, x.load(i / len * width + i % len + start));
    })
}

/// The positions `start..end` of `y` = `x`, in one piece. Parameters: x, y, the first element, n of x.
pub(crate) fn step_put(len: usize, width: usize) -> Kernel {
    let [len, width] = [len, width].map(size);
    Kernel::new("slice_put", THREADS, |k| {
        let (x, y, start, n) = (k.pointer(), k.pointer(), k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i / len * width + i % len + start, x.load(i));
    })
}
