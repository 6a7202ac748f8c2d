//! Axes of two kinds, as [`kernels::axes`](crate::kernels::axes) sees them: reductions and repetitions, element by
//! element of what is kept.

use super::Access;
use super::sums;
use crate::Element;
use crate::kernels::axes::{Groups, ROWS, larger};
use crate::math::LANES;

/// The elements of which one is made: `outer` runs of `inner`, which lie `step` and `width` apart.
#[derive(Clone, Copy)]
struct Rows {
    start: usize,
    outer: usize,
    step: usize,
    inner: usize,
    width: usize,
}

impl Rows {
    /// Calls `f` with the place of each element, in their order.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn places(self, mut f: impl FnMut(usize)) {
        for i in 0..self.outer {
            for k in 0..self.inner {
                f(self.start + i * self.step + k * self.width);
            }
        }
    }
}

/// Calls `f(i, rows)` for each element `i` of what is kept.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_kept(g: &Groups, mut f: impl FnMut(usize, Rows)) {
    let Groups([a, p, b, q, c]) = *g;
    let (mut i, step) = (0, b * q * c);
    for outer in 0..a {
        for inner in 0..b {
            for column in 0..c {
                let start = (outer * p * b + inner) * q * c + column;
                f(i, Rows { start, outer: p, step, inner: q, width: c });
                i += 1;
            }
        }
    }
}

/// `y = finish(Σ x)` over the reduced elements.
pub(super) fn sum<A: Access>(g: &Groups, x: A, y: A, finish: impl Fn(f64) -> A::Number) {
    for_kept(g, |i, rows| {
        let sum = if rows.width == 1 { row_sum(rows, x) } else { column_sum(rows, x) };
        y.set(i, finish(sum));
    });
}

/// Of runs side by side: each summed for itself.
fn row_sum<A: Access>(rows: Rows, x: A) -> f64 {
    let mut total = 0.0;
    for i in 0..rows.outer {
        let x = x.from(rows.start + i * rows.step);
        total += if rows.inner < LANES {
            let mut sum = A::Number::ZERO;
            for k in 0..rows.inner {
                sum += x.get(k);
            }
            sum.to_f64()
        } else {
            sums::sum(rows.inner, |k| x.get(k))
        };
    }
    total
}

/// Of elements that lie apart: up to [`ROWS`] of them in `f32`.
fn column_sum<A: Access>(rows: Rows, x: A) -> f64 {
    let (mut total, mut sum, mut held) = (0.0, A::Number::ZERO, 0);
    rows.places(|at| {
        sum += x.get(at);
        held += 1;
        if held == ROWS {
            total += sum.to_f64();
            (sum, held) = (A::Number::ZERO, 0);
        }
    });
    total + sum.to_f64()
}

/// `y` = the largest of the reduced elements, NaN if there is one.
pub(super) fn max<A: Access>(g: &Groups, x: A, y: A) {
    for_kept(g, |i, rows| {
        let mut best = A::Number::NEG_INFINITY;
        if rows.width == 1 {
            for block in 0..rows.outer {
                let x = x.from(rows.start + block * rows.step);
                best = larger(row_max(rows.inner, x), best);
            }
        } else {
            rows.places(|at| best = larger(x.get(at), best));
        }
        y.set(i, best);
    });
}

/// Of `n` elements side by side, in lanes: which zero, and which NaN, is the largest depends on the order.
fn row_max<A: Access>(n: usize, x: A) -> A::Number {
    let mut lanes = [A::Number::NEG_INFINITY; LANES];
    let whole = n - n % LANES;
    for i in 0..whole {
        let lane = &mut lanes[i % LANES];
        *lane = larger(x.get(i), *lane);
    }
    let mut width = LANES / 2;
    while width > 0 {
        for i in 0..width {
            lanes[i % LANES] = larger(lanes[(i + width) % LANES], lanes[i % LANES]);
        }
        width /= 2;
    }
    let mut best = lanes[0];
    for i in whole..n {
        best = larger(x.get(i), best);
    }
    best
}

/// The gradient of [`max`]: `d_y` goes to the first element that is the largest; to the last NaN, if there is one.
pub(super) fn max_grad<A: Access>(g: &Groups, x: A, y: A, d_y: A, d_x: A) {
    for_kept(g, |i, rows| {
        let (most, mut chosen) = (y.get(i), None);
        rows.places(|at| {
            d_x.set(at, A::Number::ZERO);
            let x = x.get(at);
            let is_later_nan = is_nan(most) && is_nan(x);
            if is_later_nan || chosen.is_none() && x == most {
                chosen = Some(at);
            }
        });
        if let Some(at) = chosen {
            d_x.set(at, d_y.get(i));
        }
    });
}

/// `y = f(x)` in the place of each reduced element.
pub(super) fn repeat<A: Access>(g: &Groups, x: A, y: A, f: impl Fn(A::Number) -> A::Number) {
    for_kept(g, |i, rows| {
        let value = f(x.get(i));
        rows.places(|at| y.set(at, value));
    });
}

#[allow(clippy::eq_op)] // NaN alone is not equal to itself
fn is_nan<T: Element>(x: T) -> bool {
    x != x
}
