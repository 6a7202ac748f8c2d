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

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::slice as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};

    fn check(g: &Slice, n: usize) {
        let what = format!("{g:?}, {n} samples");
        let (x, d_y) = (numbers(n, n * g.input.len()), numbers(n, n * g.output().len()));
        let (mut y, mut d_x) = (vec![0.0; d_y.len()], vec![0.0; x.len()]);
        cpu::slice(g, n, &x, &mut y);
        assert_bits(&written(y.len(), |y| slice(g, n, [read(&x)], [y])), &y, &what);
        cpu::slice_grad(g, n, &d_y, &mut d_x);
        assert_bits(&written(x.len(), |d| slice_grad(g, n, [read(&d_y)], [d])), &d_x, &what);
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for dims in [&[1][..], &[7], &[5, 1], &[1, 5], &[4, 11], &[3, 5, 2], &[2, 3, 4, 5]] {
            for axis in 0..dims.len() {
                for start in 0..dims[axis] {
                    for end in start + 1..=dims[axis] {
                        let g = Slice::new(Shape::new(dims), axis, start, end);
                        (1..=5).for_each(|n| check(&g, n));
                    }
                }
            }
        }
    }
}
