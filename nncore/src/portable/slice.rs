//! A range of positions along an axis: taken out, put back, and the gradient.
//!
//! Of one layer: the whole is (batch, outer, size, inner), the part (batch, outer, end - start, inner).

use nnplan::Slice;

use super::sums::zero;
use super::{Access, Out};

/// Columns of a row-major matrix.
#[derive(Clone, Copy)]
pub(super) struct Columns<A> {
    /// The matrix, from the first of the columns on.
    pub(super) start: A,
    /// Columns of the matrix.
    pub(super) width: usize,
}

/// Copies `len` columns in `rows` rows.
pub(super) fn copy<A: Access>(rows: usize, len: usize, from: Columns<A>, to: Columns<A>) {
    for row in 0..rows {
        for i in 0..len {
            to.start.set(row * to.width + i, from.start.get(row * from.width + i));
        }
    }
}

/// Columns of the whole, the first that is taken, and how many are.
fn columns(g: &Slice) -> (usize, usize, usize) {
    (g.size() * g.inner, g.start * g.inner, (g.end - g.start) * g.inner)
}

/// `y[n, o, p, i] = x[n, o, start + p, i]`
pub fn slice<A: Access>(g: &Slice, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (width, start, len) = columns(g);
    let from = Columns { start: x.from(start), width };
    copy(samples * g.outer, len, from, Columns { start: y.to, width: len });
}

/// `d_x[n, o, start + p, i] = d_y[n, o, p, i]`, 0 elsewhere.
pub fn slice_grad<A: Access>(g: &Slice, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    zero(d_x.to, samples * g.outer * g.size() * g.inner);
    slice_put(g, samples, [d_y], [d_x]);
}

/// `y[n, o, start + p, i] = x[n, o, p, i]`; what else `y` holds stays.
pub fn slice_put<A: Access>(g: &Slice, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (width, start, len) = columns(g);
    let to = Columns { start: y.to.from(start), width };
    copy(samples * g.outer, len, Columns { start: x, width: len }, to);
}
