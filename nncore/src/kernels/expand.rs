//! Axes of size 1, repeated; and the gradient. A piece is a number of samples.

use nnplan::Expand;

use crate::Element;
use crate::kernels::axes::{self, Groups};

/// The groups of axes, checked against the slices.
fn groups(g: &Expand, batch: usize, x: usize, y: usize) -> Groups {
    let output = g.output();
    let groups = Groups::new(batch, &output, core::array::from_fn(|i| g.input.dim(i) == 1));
    assert_eq!([y, x], groups.lens(), "expand: elements of output and input");
    groups
}

/// `y` = `x`, repeated along its axes of size 1.
///
/// `x` is (batch, the input's sizes), `y` (batch, the output's), apart from `x`. What `y` holds before is not read.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn expand<T: Element>(g: &Expand, batch: usize, x: &[T], y: &mut [T]) {
    axes::repeat(&groups(g, batch, x.len(), y.len()), x, y, |x| x);
}

/// `d_x` = the sum of `d_y` over what each element was repeated to, in the order of a
/// [`reduce`](crate::kernels::reduce::reduce).
///
/// Layouts as in [`expand`]; the two are apart. What `d_x` holds before is not read.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn expand_grad<T: Element>(g: &Expand, batch: usize, d_y: &[T], d_x: &mut [T]) {
    axes::sum(&groups(g, batch, d_x.len(), d_y.len()), d_y, d_x, T::from_f64);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    fn check<T: Element>(from: &[usize], to: &[usize]) {
        let g = Expand::new(Shape::new(from), Shape::new(to));
        if g.fault() == nnplan::Fault::Runs {
            return;
        }
        assert!(g.fault().is_none(), "{:?}", g.fault());
        for batch in [0, 1, 3] {
            let what = format!("{g:?}, batch {batch}");
            let mut numbers = Numbers::new(to.len() as u64);
            let x: Vec<T> = numbers.integers(batch * g.input.len());
            let d_y: Vec<T> = numbers.integers(batch * g.to.len());
            let [y, d_x] = exact([&x, &d_y], [d_y.len(), x.len()], |[x, d_y], [y, d_x]| {
                portable::expand(&g, batch, [x], [y]);
                portable::expand_grad(&g, batch, [d_y], [d_x]);
            });
            let mut found = Guarded::nan(y.len());
            expand(&g, batch, &x, found.slice());
            found.assert(&y, &what);
            let mut found = Guarded::nan(x.len());
            expand_grad(&g, batch, &d_y, found.slice());
            found.assert(&d_x, &what);
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for to in [
            &[1][..],
            &[530],
            &[3, 17],
            &[67, 5],
            &[2, 3, 4],
            &[5, 1, 23],
            &[2, 3, 4, 5],
            &[2, 3, 2, 2, 3, 2],
        ] {
            for mask in 0..1 << to.len() {
                let ones =
                    to.iter().enumerate().map(|(i, n)| if mask >> i & 1 == 1 { 1 } else { *n });
                let from: Vec<usize> = ones.collect();
                check::<f32>(&from, to);
                check::<f64>(&from, to);
            }
        }
    }
}
