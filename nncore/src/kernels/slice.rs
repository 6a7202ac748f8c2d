//! A range of positions along an axis, and its gradient.

use nnplan::Slice;

use crate::Element;
use crate::kernels::columns::{Columns, copy};

/// The columns that are taken, as a part of the input and as the whole output.
fn columns(g: &Slice) -> (Columns, Columns) {
    let len = (g.end - g.start) * g.inner;
    let of_x = Columns { start: g.start * g.inner, len, width: g.size() * g.inner };
    (of_x, Columns::all(len))
}

/// `y` = the positions `start..end` of `x` along the axis.
///
/// `x` is (batch · outer, size · inner), `y` (batch · outer, (end - start) · inner), apart from `x`. What `y` holds
/// before is not read.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn slice<T: Element>(g: &Slice, batch: usize, x: &[T], y: &mut [T]) {
    let (of_x, of_y) = columns(g);
    copy(batch * g.outer, of_x, x, of_y, y);
}

/// `d_x = d_y` at the positions of the slice, 0 at the others.
///
/// Layouts as in [`slice()`]; the two are apart. What `d_x` holds before is not read.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn slice_grad<T: Element>(g: &Slice, batch: usize, d_y: &[T], d_x: &mut [T]) {
    let (of_x, of_y) = columns(g);
    for row in d_x.chunks_exact_mut(of_x.width) {
        row[..of_x.start].fill(T::ZERO);
        row[of_x.start + of_x.len..].fill(T::ZERO);
    }
    copy(batch * g.outer, of_y, d_y, of_x, d_x);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    fn check<T: Element>(dims: &[usize], axis: usize, start: usize, end: usize) {
        let g = Slice::new(Shape::new(dims), axis, start, end);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        for batch in [0, 1, 3] {
            let what = format!("{g:?}, batch {batch}");
            let mut numbers = Numbers::new(batch as u64 + 5);
            let x: Vec<T> = numbers.integers(batch * g.input.len());
            let d_y: Vec<T> = numbers.integers(batch * g.output().len());
            let [y, d_x] = exact([&x, &d_y], [d_y.len(), x.len()], |[x, d_y], [y, d_x]| {
                portable::slice(&g, batch, [x], [y]);
                portable::slice_grad(&g, batch, [d_y], [d_x]);
            });
            let mut found = Guarded::nan(y.len());
            slice(&g, batch, &x, found.slice());
            found.assert(&y, &what);
            let mut found = Guarded::nan(x.len());
            slice_grad(&g, batch, &d_y, found.slice());
            found.assert(&d_x, &what);
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for dims in [&[1][..], &[7], &[5, 1], &[1, 5], &[4, 11], &[3, 5, 2], &[2, 3, 4, 5]] {
            for axis in 0..dims.len() {
                for start in 0..dims[axis] {
                    for end in start + 1..=dims[axis] {
                        check::<f32>(dims, axis, start, end);
                        check::<f64>(dims, axis, start, end);
                    }
                }
            }
        }
    }
}
