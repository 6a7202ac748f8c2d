//! Axes of two kinds, as [`kernels::axes`](crate::kernels::axes) sees them: reductions and repetitions, element by
//! element of what is kept.

use crate::kernels::axes::{Groups, ROWS, larger};
use crate::math::LANES;
use crate::tiny::access::View;

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
pub(super) fn sum(g: &Groups, x: View, y: View, finish: impl Fn(f64) -> f32) {
    for_kept(g, |i, rows| {
        let sum = if rows.width == 1 { row_sum(rows, x) } else { column_sum(rows, x) };
        y.set(i, finish(sum));
    });
}

/// Of runs side by side: each summed for itself.
fn row_sum(rows: Rows, x: View) -> f64 {
    let mut total = 0.0;
    for i in 0..rows.outer {
        let x = x.from(rows.start + i * rows.step);
        total += if rows.inner < LANES {
            let mut sum = 0.0;
            for k in 0..rows.inner {
                sum += x.get(k);
            }
            f64::from(sum)
        } else {
            super::sum(rows.inner, |k| x.get(k))
        };
    }
    total
}

/// Of elements that lie apart: up to [`ROWS`] of them in `f32`.
fn column_sum(rows: Rows, x: View) -> f64 {
    let (mut total, mut sum, mut held) = (0.0, 0.0, 0);
    rows.places(|at| {
        sum += x.get(at);
        held += 1;
        if held == ROWS {
            total += f64::from(sum);
            (sum, held) = (0.0, 0);
        }
    });
    total + f64::from(sum)
}

/// `y` = the largest of the reduced elements, NaN if there is one.
pub(super) fn max(g: &Groups, x: View, y: View) {
    for_kept(g, |i, rows| {
        let mut best = f32::NEG_INFINITY;
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
fn row_max(n: usize, x: View) -> f32 {
    let mut lanes = [f32::NEG_INFINITY; LANES];
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
pub(super) fn max_grad(g: &Groups, x: View, y: View, d_y: View, d_x: View) {
    for_kept(g, |i, rows| {
        let (most, mut chosen) = (y.get(i), None);
        rows.places(|at| {
            d_x.set(at, 0.0);
            let is_later_nan = most.is_nan() && x.get(at).is_nan();
            if is_later_nan || chosen.is_none() && x.get(at) == most {
                chosen = Some(at);
            }
        });
        if let Some(at) = chosen {
            d_x.set(at, d_y.get(i));
        }
    });
}

/// `y = f(x)` in the place of each reduced element.
pub(super) fn repeat(g: &Groups, x: View, y: View, f: impl Fn(f32) -> f32) {
    for_kept(g, |i, rows| {
        let value = f(x.get(i));
        rows.places(|at| y.set(at, value));
    });
}
