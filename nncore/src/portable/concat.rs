//! Values one after another along an axis.

use nnplan::{CONCAT_MAX, Concat};

use super::slice::{Columns, copy};
use super::{Access, Out};

/// `y` = the values of `x` one after another along the axis. Those after the last are not looked at.
pub fn concat<A: Access>(g: &Concat, samples: usize, x: [A; CONCAT_MAX], [y]: [Out<A>; 1]) {
    let width = g.start(g.count) * g.inner;
    let mut start = 0;
    for (x, shape) in x.iter().zip(&g.inputs).take(g.count) {
        let len = shape.around(g.axis).1 * g.inner;
        let to = Columns { start: y.to.from(start), width };
        copy(samples * g.outer, len, Columns { start: *x, width: len }, to);
        start += len;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::concat as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};
    use crate::tiny::View;

    fn check(outer: &[usize], sizes: &[usize], inner: &[usize], n: usize) {
        let shape = |size: &usize| Shape::new(&[outer, &[*size], inner].concat());
        let shapes: Vec<Shape> = sizes.iter().map(shape).collect();
        let g = Concat::new(&shapes, outer.len());
        let all: Vec<Vec<f32>> =
            shapes.iter().enumerate().map(|(i, s)| numbers(i, n * s.len())).collect();
        let slices: Vec<&[f32]> = all.iter().map(|x| &x[..]).collect();
        let mut y = vec![0.0; n * g.output().len()];
        cpu::concat(&g, n, &slices, &mut y);
        let x = core::array::from_fn(|i| all.get(i).map_or(View::NONE, |x| read(x)));
        let found = written(y.len(), |y| concat(&g, n, x, [y]));
        assert_bits(&found, &y, &format!("{g:?}, {n} samples"));
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for sizes in [&[1][..], &[3], &[2, 5], &[7, 1, 3], &[1, 2, 3, 4, 5, 6, 7, 8]] {
            for (outer, inner) in [(&[][..], &[][..]), (&[], &[5]), (&[2, 3], &[]), (&[2], &[1, 7])]
            {
                (1..=5).for_each(|n| check(outer, sizes, inner, n));
            }
        }
    }
}
