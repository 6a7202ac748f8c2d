//! Values one after another along an axis.

use nnplan::Concat;

use crate::Element;
use crate::kernels::columns::{Columns, copy};

/// `y` = the values of `x`, one after another along the axis.
///
/// Value i is (batch · outer, its size · inner), `y` (batch · outer, the sum of the sizes · inner). `y` is apart from
/// the values, which may be the same. What `y` holds before is not read.
///
/// # Panics
/// When there are not `count` values, or a slice has not the size of its shape.
pub fn concat<T: Element>(g: &Concat, batch: usize, x: &[&[T]], y: &mut [T]) {
    assert_eq!(x.len(), g.count, "concat: values");
    let width = g.start(g.count) * g.inner;
    for (i, x) in x.iter().enumerate() {
        let (start, end) = (g.start(i) * g.inner, g.start(i + 1) * g.inner);
        let (part, whole) = (Columns::all(end - start), Columns { start, len: end - start, width });
        copy(batch * g.outer, part, x, whole, y);
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::{CONCAT_MAX, Shape};

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    fn check<T: Element>(outer: &[usize], sizes: &[usize], inner: &[usize]) {
        let shapes: Vec<Shape> =
            sizes.iter().map(|n| Shape::new(&[outer, &[*n], inner].concat())).collect();
        let g = Concat::new(&shapes, outer.len());
        assert!(g.fault().is_none(), "{:?}", g.fault());
        for batch in [0, 1, 3] {
            let mut numbers = Numbers::new(batch as u64 + 5);
            let x: Vec<Vec<T>> = shapes.iter().map(|s| numbers.integers(batch * s.len())).collect();
            let x: Vec<&[T]> = x.iter().map(|x| &x[..]).collect();
            let all: [&[T]; CONCAT_MAX] =
                core::array::from_fn(|i| x.get(i).copied().unwrap_or(&[]));
            let len = batch * g.output().len();
            let [expected] = exact(all, [len], |x, y| portable::concat(&g, batch, x, y));
            let mut y = Guarded::nan(expected.len());
            concat(&g, batch, &x, y.slice());
            y.assert(&expected, &format!("{g:?}, batch {batch}"));
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for sizes in [&[1][..], &[3], &[1, 1], &[2, 5], &[7, 1, 3], &[1, 2, 3, 4, 5, 6, 7, 8]] {
            for (outer, inner) in [
                (&[][..], &[][..]),
                (&[], &[5]),
                (&[3], &[]),
                (&[2, 3], &[]),
                (&[2], &[1, 7]),
                (&[], &[4, 3, 2]),
                (&[1, 2, 3], &[]),
            ] {
                check::<f32>(outer, sizes, inner);
                check::<f64>(outer, sizes, inner);
            }
        }
    }
}
