//! Softmax and its logarithm over one axis, in place. A piece is a number of samples.

use crate::Element;
use crate::math;
use nnplan::Softmax;

/// Positions of an axis that is not the last that are worked on together.
const LANES: usize = 16;

/// `y = exp(x - max) / Σ exp(x - max)`, or `y = x - max - ln Σ exp(x - max)` when `g.log`;
/// in place.
///
/// `data` is `[batch, outer, classes, inner]`. The sum goes over the classes in an order
/// that depends on the geometry only, and each sample is computed for itself. Logits of any
/// finite size are safe; a NaN or a `+∞`, or nothing but `-∞`, makes the whole row NaN.
///
/// # Panics
/// When `data` is not `batch` samples.
pub fn softmax<T: Element>(g: &Softmax, batch: usize, data: &mut [T]) {
    assert_eq!(data.len(), batch * g.input.len(), "batch * the elements of a sample");
    if data.is_empty() {
        return;
    }
    if g.inner == 1 {
        for row in data.chunks_exact_mut(g.classes) {
            softmax_row(g.log, row);
        }
    } else {
        for matrix in data.chunks_exact_mut(g.classes * g.inner) {
            for first in (0..g.inner).step_by(LANES) {
                softmax_columns(g, matrix, first);
            }
        }
    }
}

fn softmax_row<T: Element>(log: bool, row: &mut [T]) {
    let most = math::max(row);
    if log {
        let [total] = math::sums([row], |[x]| [(x - most).exp()]);
        // In two steps: the sum of max and logarithm would be rounded at the size of max.
        let shift = T::from_f64(total).ln();
        for x in row {
            *x = (*x - most) - shift;
        }
    } else {
        for x in row.iter_mut() {
            *x = (*x - most).exp();
        }
        let scale = T::ONE / T::from_f64(math::sum(row));
        for x in row {
            *x *= scale;
        }
    }
}

/// Up to [`LANES`] columns from `first` on of a matrix `[classes, inner]`.
fn softmax_columns<T: Element>(g: &Softmax, matrix: &mut [T], first: usize) {
    let columns = first..g.inner.min(first + LANES);
    let mut most = [T::NEG_INFINITY; LANES];
    for row in matrix.chunks_exact(g.inner) {
        for (most, &x) in most.iter_mut().zip(&row[columns.clone()]) {
            *most = if x > *most { x } else { *most };
        }
    }
    let mut total = [T::ZERO; LANES];
    for row in matrix.chunks_exact_mut(g.inner) {
        for ((total, x), &most) in total.iter_mut().zip(&mut row[columns.clone()]).zip(&most) {
            let shifted = *x - most;
            let e = shifted.exp();
            *total += e;
            *x = if g.log { shifted } else { e };
        }
    }
    for total in &mut total {
        *total = if g.log { total.ln() } else { T::ONE / *total };
    }
    for row in matrix.chunks_exact_mut(g.inner) {
        for (x, &total) in row[columns.clone()].iter_mut().zip(&total) {
            *x = if g.log { *x - total } else { *x * total };
        }
    }
}

/// `d = y (d - Σ d y)`, or `d = d - exp(y) Σ d` when `g.log`; in place on the gradient.
///
/// `y`, the output of [`softmax`], and `d` are `[batch, outer, classes, inner]`. Sums as there.
///
/// # Panics
/// When `y` or `d` is not `batch` samples.
pub fn softmax_grad<T: Element>(g: &Softmax, batch: usize, y: &[T], d: &mut [T]) {
    assert_eq!(d.len(), batch * g.input.len(), "batch * the elements of a sample");
    assert_eq!(y.len(), d.len(), "an output for each gradient");
    if d.is_empty() {
        return;
    }
    if g.inner == 1 {
        for (y, d) in y.chunks_exact(g.classes).zip(d.chunks_exact_mut(g.classes)) {
            let [total] = math::sums([y, d], |[y, d]| [if g.log { d } else { y * d }]);
            let total = T::from_f64(total);
            for (&y, d) in y.iter().zip(d) {
                *d = grad(g.log, y, *d, total);
            }
        }
    } else {
        let size = g.classes * g.inner;
        for (y, d) in y.chunks_exact(size).zip(d.chunks_exact_mut(size)) {
            for first in (0..g.inner).step_by(LANES) {
                softmax_grad_columns(g, y, d, first);
            }
        }
    }
}

#[inline(always)]
fn grad<T: Element>(log: bool, y: T, d: T, total: T) -> T {
    if log { d - y.exp() * total } else { y * (d - total) }
}

/// Up to [`LANES`] columns from `first` on of matrices `[classes, inner]`.
fn softmax_grad_columns<T: Element>(g: &Softmax, y: &[T], d: &mut [T], first: usize) {
    let columns = first..g.inner.min(first + LANES);
    let mut total = [T::ZERO; LANES];
    for (y, d) in y.chunks_exact(g.inner).zip(d.chunks_exact(g.inner)) {
        let pairs = y[columns.clone()].iter().zip(&d[columns.clone()]);
        for (total, (&y, &d)) in total.iter_mut().zip(pairs) {
            *total += if g.log { d } else { y * d };
        }
    }
    for (y, d) in y.chunks_exact(g.inner).zip(d.chunks_exact_mut(g.inner)) {
        let pairs = y[columns.clone()].iter().zip(&mut d[columns.clone()]);
        for (&total, (&y, d)) in total.iter().zip(pairs) {
            *d = grad(g.log, y, *d, total);
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;
    use crate::kernels::fixture::exact;
    use crate::portable;
    use crate::random::{Purpose, Seed, Stream};
    use nnplan::{Shape, SoftmaxArgs};
    use std::vec::Vec;

    const SHAPES: [(&[usize], usize); 8] = [
        (&[1], 0),
        (&[10], 0),
        (&[1000], 0),
        (&[5, 1], 1),
        (&[4, 33], 1),
        (&[4, 33], 0),
        (&[3, 5, 7], 1),
        (&[6, 4, 4], 0),
    ];

    fn numbers(n: usize, a: u64) -> Vec<f64> {
        let stream = Stream::new(Seed(1), Purpose::Data, a, 0);
        (0..n as u64).map(|i| f64::from(3.0 * stream.normal_at(i) as f32)).collect()
    }

    fn run<T: Element>(g: &Softmax, batch: usize, x: &[f64]) -> Vec<f64> {
        let mut data: Vec<T> = x.iter().map(|&x| T::from_f64(x)).collect();
        softmax(g, batch, &mut data);
        data.iter().map(|x| x.to_f64()).collect()
    }

    /// By the portable kernel, in `f64`.
    fn portably(g: &Softmax, batch: usize, x: &[f64]) -> Vec<f64> {
        let [y] = exact([x], [x.len()], |x, y| portable::softmax(g, batch, x, y));
        y
    }

    fn each(mut check: impl FnMut(&Softmax, usize)) {
        for (dims, axis) in SHAPES {
            for log in [false, true] {
                for batch in [1, 3] {
                    check(&Softmax::new(Shape::new(dims), SoftmaxArgs { axis, log }), batch);
                }
            }
        }
    }

    #[test]
    fn values_are_those_of_the_portable_kernel() {
        each(|g, batch| {
            let x = numbers(batch * g.input.len(), 0);
            let exact = portably(g, batch, &x);
            for (limit, found) in
                [(1e-14, run::<f64>(g, batch, &x)), (2e-6, run::<f32>(g, batch, &x))]
            {
                for (found, exact) in found.iter().zip(&exact) {
                    // The logarithm of a probability near 1 is a difference of larger numbers.
                    let scale = exact.abs().max(if g.log { 1.0 } else { 0.0 });
                    assert!((found - exact).abs() <= limit * scale, "{g:?}: {found} {exact}");
                }
            }
        });
    }

    #[test]
    fn gradients_are_those_of_central_differences() {
        each(|g, batch| {
            let n = batch * g.input.len();
            let (x, weights) = (numbers(n, 1), numbers(n, 2));
            let loss = |x: &[f64]| -> f64 {
                portably(g, batch, x).iter().zip(&weights).map(|(y, w)| y * w).sum()
            };
            let mut d = weights.clone();
            softmax_grad(g, batch, &run::<f64>(g, batch, &x), &mut d);
            let h = 1e-4;
            for i in (0..n).step_by(1 + n / 40) {
                let mut moved = x.clone();
                moved[i] = x[i] + h;
                let above = loss(&moved);
                moved[i] = x[i] - h;
                let exact = (above - loss(&moved)) / (2.0 * h);
                assert!((d[i] - exact).abs() <= 1e-6 * exact.abs().max(1.0), "{g:?} {i}");
            }
        });
    }

    #[test]
    fn pieces_change_nothing() {
        each(|g, _| {
            let n = g.input.len();
            let x: Vec<f32> = numbers(3 * n, 3).iter().map(|&x| x as f32).collect();
            let (mut whole, mut cut) = (x.clone(), x.clone());
            softmax(g, 3, &mut whole);
            cut.chunks_mut(n).for_each(|sample| softmax(g, 1, sample));
            assert_eq!(whole, cut);
        });
    }

    #[test]
    fn extreme_logits() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        for (dims, axis) in [(&[3usize][..], 0), (&[3, 1][..], 0), (&[3, 2][..], 0)] {
            let of = |log| Softmax::new(Shape::new(dims), SoftmaxArgs { axis, log });
            let spread = |x: [f64; 3]| -> Vec<f64> {
                x.iter().flat_map(|&x| core::iter::repeat_n(x, of(false).inner)).collect()
            };
            let y = run::<f32>(&of(false), 1, &spread([1e4, -1e4, 1e4]));
            assert_eq!(y, spread([0.5, 0.0, 0.5]));
            let y = run::<f32>(&of(true), 1, &spread([1e4, -1e4, 0.0]));
            assert_eq!(y, spread([0.0, -2e4, -1e4]));
            let y = run::<f32>(&of(true), 1, &spread([1e4, 1e4, -inf]));
            let ln_half = f64::from(-core::f32::consts::LN_2);
            assert_eq!(y, spread([ln_half, ln_half, -inf]));
            for bad in [[nan, 0.0, 1.0], [inf, 0.0, 1.0], [-inf; 3]] {
                assert!(run::<f32>(&of(false), 1, &spread(bad)).iter().all(|y| y.is_nan()));
            }
        }
        let one = Softmax::new(Shape::new(&[1]), SoftmaxArgs { axis: 0, log: false });
        assert_eq!(run::<f32>(&one, 4, &[-1e4, 0.0, 5.0, 1e4]), [1.0; 4]);
        softmax::<f32>(&one, 0, &mut []);
    }
}
