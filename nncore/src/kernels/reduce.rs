//! Sum, mean and maximum over axes, and their gradients. A piece is a number of samples.

use nnplan::{Reduce, ReduceFunction};

use crate::Element;
use crate::kernels::axes::{self, Groups};

/// The groups of axes, checked against the slices.
fn groups(g: &Reduce, batch: usize, x: usize, y: usize) -> Groups {
    let groups = Groups::new(batch, &g.input, g.axes);
    assert_eq!([x, y], groups.lens(), "reduce: elements of input and output");
    groups
}

/// `y` = the sum, the mean or the maximum of `x` over the axes; NaN is larger than all.
///
/// `x` is (batch, the input's sizes), `y` (batch, the output's), apart from `x`. What `y` holds before is not read. A
/// sum of 16 and more elements side by side is that of [`math::sum`](crate::math::sum), run by run; else elements are
/// added in their order, up to 64 of them in `T`, and these sums in `f64`. Each sample is computed for itself.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn reduce<T: Element>(g: &Reduce, batch: usize, x: &[T], y: &mut [T]) {
    let groups = groups(g, batch, x.len(), y.len());
    match g.function {
        ReduceFunction::Sum => axes::sum(&groups, x, y, T::from_f64),
        ReduceFunction::Mean => {
            let count = g.count() as f64;
            axes::sum(&groups, x, y, |sum| T::from_f64(sum / count));
        }
        ReduceFunction::Max => axes::max(&groups, x, y),
    }
}

/// `d_x`: `d_y` for each element of a sum, `d_y / n` of a mean of n; of a maximum `d_y` for the first element, in
/// row-major order, that is the maximum (for the last NaN, if there is one), and 0 for the others.
///
/// Layouts as in [`reduce`]. `x` and `y`, its output, are read for a maximum alone, and may be empty else. What `d_x`
/// holds before is not read; it is apart from the others.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn reduce_grad<T: Element>(
    g: &Reduce,
    batch: usize,
    x: &[T],
    y: &[T],
    d_y: &[T],
    d_x: &mut [T],
) {
    let groups = groups(g, batch, d_x.len(), d_y.len());
    match g.function {
        ReduceFunction::Sum => axes::repeat(&groups, d_y, d_x, |d| d),
        ReduceFunction::Mean => {
            let count = T::from_usize(g.count());
            axes::repeat(&groups, d_y, d_x, |d| d / count);
        }
        ReduceFunction::Max => {
            assert_eq!([x.len(), y.len()], groups.lens(), "reduce: elements of input and output");
            axes::max_grad(&groups, x, y, d_y, d_x);
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    /// NaN is not equal to itself.
    fn names<T: Element>(x: &[T]) -> Vec<std::string::String> {
        x.iter().map(|x| format!("{x:?}")).collect()
    }

    fn check<T: Element>(g: &Reduce, batch: usize, nan: bool) {
        let what = format!("{g:?}, batch {batch}");
        let mut numbers = Numbers::new(g.input.len() as u64 + 3);
        let mut x: Vec<T> = numbers.integers(batch * g.input.len());
        for i in (3..if nan { x.len() } else { 0 }).step_by(29) {
            x[i] = T::from_f64(f64::NAN);
        }
        let d_y: Vec<T> = numbers.integers(batch * g.output().len());
        let [y] = exact([&x], [d_y.len()], |x, y| portable::reduce(g, batch, x, y));
        let by = [&x[..], &y, &d_y];
        let [d_x] = exact(by, [x.len()], |by, d_x| portable::reduce_grad(g, batch, by, d_x));

        let mut found = Guarded::nan(y.len());
        reduce(g, batch, &x, found.slice());
        assert_eq!(names(found.slice()), names(&y), "{what}");
        found.assert_guards(&what);
        let read = g.function == ReduceFunction::Max;
        let (x_read, y_read) = if read { (&x[..], &y[..]) } else { (&[][..], &[][..]) };
        let mut found = Guarded::nan(x.len());
        reduce_grad(g, batch, x_read, y_read, &d_y, found.slice());
        found.assert(&d_x, &what);
    }

    fn check_all(dims: &[usize], axes: [bool; 6]) {
        for function in [ReduceFunction::Sum, ReduceFunction::Mean, ReduceFunction::Max] {
            let g = Reduce::new(function, Shape::new(dims), axes, axes[0]);
            if g.fault() == nnplan::Fault::Runs {
                continue;
            }
            assert!(g.fault().is_none(), "{:?}", g.fault());
            for batch in [0, 1, 3] {
                check::<f32>(&g, batch, false);
                check::<f64>(&g, batch, function == ReduceFunction::Max);
            }
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        // Around the blocks of 512 elements, 64 rows, 16 and 4 columns.
        let shapes: [&[usize]; 15] = [
            &[1],
            &[600],
            &[1, 7],
            &[65, 16],
            &[3, 17],
            &[130, 5],
            &[2, 3, 4],
            &[5, 1, 23],
            &[3, 7, 37],
            &[2, 3, 4, 5],
            &[3, 2, 66, 2],
            &[2, 5, 3, 19],
            &[1, 1, 1, 1],
            &[3, 1, 2, 5, 2],
            &[2, 3, 2, 1, 3, 2],
        ];
        for dims in shapes {
            for mask in 0..1 << dims.len() {
                check_all(dims, core::array::from_fn(|i| mask >> i & 1 == 1));
            }
        }
    }

    #[test]
    fn samples_do_not_depend_on_their_neighbours() {
        for axes in [[true, false, true, false], [false, true, false, true], [true; 4]] {
            let g = Reduce::new(ReduceFunction::Mean, Shape::new(&[3, 20, 5, 7]), axes, false);
            let (n, m) = (g.input.len(), g.output().len());
            let x: Vec<f32> = Numbers::new(1).fractions(4 * n);
            let mut all = vec![0.0; 4 * m];
            reduce(&g, 4, &x, &mut all);
            for i in 0..4 {
                let mut one = Guarded::nan(m);
                reduce(&g, 1, &x[i * n..][..n], one.slice());
                one.assert(&all[i * m..][..m], "a sample alone");
            }
        }
    }

    #[test]
    fn the_first_of_equal_maxima_has_the_gradient() {
        let nan = f32::NAN;
        let g =
            Reduce::new(ReduceFunction::Max, Shape::new(&[4]), [true, false, false, false], true);
        for (x, d_x) in [
            ([1.0, 2.0, 2.0, 0.0], [0.0, 3.0, 0.0, 0.0]),
            ([f32::NEG_INFINITY; 4], [3.0, 0.0, 0.0, 0.0]),
            ([nan, 9.0, nan, 9.0], [0.0, 0.0, 3.0, 0.0]),
            ([-0.0, 0.0, -1.0, 0.0], [3.0, 0.0, 0.0, 0.0]),
        ] {
            let mut y = [0.0];
            reduce(&g, 1, &x, &mut y);
            let mut found = Guarded::nan(4);
            reduce_grad(&g, 1, &x, &y, &[3.0], found.slice());
            found.assert(&d_x, &format!("{x:?}"));
        }
    }
}
