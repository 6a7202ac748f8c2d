//! Rows brought to mean 0 and variance 1, or to a mean square of 1, and the gradient.
//!
//! Of one layer: `x` and `y` are (batch, rows, features), `inv_std` (batch, rows). Sums are in `f64`, in the order of the
//! elements; the variance is the mean square of the differences from the mean.

use nnplan::Normalize;

use super::{Access, Out};
use crate::Element;

/// `y = (x - mean) inv_std` with each row's mean and `inv_std = 1 / √(variance + eps)`; where it is not centered, the mean
/// counts as 0. `x` and `y` may be the same memory.
///
/// Ba, Kiros, Hinton: Layer Normalization, 2016, equation 4. Zhang, Sennrich: Root Mean Square Layer Normalization, 2019,
/// equation 4.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn normalize<A: Access>(g: &Normalize, samples: usize, [x]: [A; 1], [y, inv_std]: [Out<A>; 2]) {
    let n = g.rows.features;
    for row in 0..samples * g.rows.rows {
        let first = row * n;
        let value = |i: usize| x.get(first + i).to_f64();
        let mean = if g.centered { sum(n, value) / n as f64 } else { 0.0 };
        let square = |i: usize| {
            let distance = value(i) - mean;
            distance * distance
        };
        let variance = sum(n, square) / n as f64;
        let scale = 1.0 / Element::sqrt(variance + g.rows.eps);
        for i in 0..n {
            y.to.set(first + i, A::Number::from_f64((value(i) - mean) * scale));
        }
        if inv_std.is_there {
            inv_std.to.set(row, A::Number::from_f64(scale));
        }
    }
}

/// `d_x = inv_std (d_y - mean(d_y) - y mean(d_y y))`, means over the row; where it is not centered, without the first mean. `d_y`
/// and `d_x` may be the same memory.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn normalize_grad<A: Access>(
    g: &Normalize,
    samples: usize,
    [y, d_y, inv_std]: [A; 3],
    [d_x]: [Out<A>; 1],
) {
    let n = g.rows.features;
    for row in 0..samples * g.rows.rows {
        let first = row * n;
        let d = |i: usize| d_y.get(first + i).to_f64();
        let value = |i: usize| y.get(first + i).to_f64();
        let shift = if g.centered { sum(n, d) / n as f64 } else { 0.0 };
        let slope = sum(n, |i| d(i) * value(i)) / n as f64;
        let scale = inv_std.get(row).to_f64();
        for i in 0..n {
            let value = scale * (d(i) - shift - value(i) * slope);
            d_x.to.set(first + i, A::Number::from_f64(value));
        }
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn sum(n: usize, f: impl Fn(usize) -> f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..n {
        sum += f(i);
    }
    sum
}
