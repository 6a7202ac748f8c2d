//! A range of positions along an axis, and its gradient.

use nnplan::Slice;

use super::columns::{Columns, copy};
use crate::tiny::access::View;

/// Columns of the whole, the first that is taken, and how many are.
fn columns(g: &Slice) -> (usize, usize, usize) {
    (g.size() * g.inner, g.start * g.inner, (g.end - g.start) * g.inner)
}

/// `y` = the positions `start..end` of `x` along the axis, of so many samples.
pub(in crate::tiny) fn slice(g: &Slice, n: usize, x: View, y: View) {
    let (width, start, len) = columns(g);
    let from = Columns { start: x.from(start), width };
    copy(n * g.outer, len, from, Columns { start: y, width: len });
}

/// `d_x = d_y` at the positions of the slice, 0 at the others.
pub(in crate::tiny) fn slice_grad(g: &Slice, n: usize, d_y: View, d_x: View) {
    let (width, start, len) = columns(g);
    for i in 0..n * g.outer * width {
        d_x.set(i, 0.0);
    }
    let to = Columns { start: d_x.from(start), width };
    copy(n * g.outer, len, Columns { start: d_y, width: len }, to);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::slice as cpu;
    use crate::tiny::kernels::fixture::{assert_bits, numbers, read, written};

    fn check(g: &Slice, n: usize) {
        let what = format!("{g:?}, {n} samples");
        let (x, d_y) = (numbers(n, n * g.input.len()), numbers(n, n * g.output().len()));
        let (mut y, mut d_x) = (vec![0.0; d_y.len()], vec![0.0; x.len()]);
        cpu::slice(g, n, &x, &mut y);
        assert_bits(&written(y.len(), |y| slice(g, n, read(&x), y)), &y, &what);
        cpu::slice_grad(g, n, &d_y, &mut d_x);
        assert_bits(&written(x.len(), |d| slice_grad(g, n, read(&d_y), d)), &d_x, &what);
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
