//! Ranges of the columns of matrices: how values are cut and put together along an axis.

use crate::Element;

/// Some columns of a row-major matrix.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// The first.
    pub(super) start: usize,
    /// How many.
    pub(super) len: usize,
    /// Columns of the matrix.
    pub(super) width: usize,
}

impl Columns {
    /// All columns.
    pub(super) fn all(width: usize) -> Self {
        Self { start: 0, len: width, width }
    }
}

/// Copies columns of `x` to columns of `y`, as many of each, in `rows` rows.
#[track_caller]
pub(super) fn copy<T: Element>(rows: usize, from: Columns, x: &[T], to: Columns, y: &mut [T]) {
    assert_eq!(x.len(), rows * from.width, "elements of the input");
    assert_eq!(y.len(), rows * to.width, "elements of the output");
    if from.len == 1 {
        // A call of memcpy for each element would cost more than its work.
        let x = x.iter().skip(from.start).step_by(from.width);
        let y = y.iter_mut().skip(to.start).step_by(to.width);
        return y.zip(x).for_each(|(y, x)| *y = *x);
    }
    for (x, y) in x.chunks_exact(from.width).zip(y.chunks_exact_mut(to.width)) {
        let y = &mut y[to.start..to.start + to.len];
        y.copy_from_slice(&x[from.start..from.start + from.len]);
    }
}
