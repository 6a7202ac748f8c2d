//! Layer norm and its gradients.
//!
//! Of one layer: `x` and `y` are (batch, rows, features), `mean` and `inv_std` (batch, rows), `w` and `b` (features). Sums are
//! in `f64` from block to block.
//!
//! Ba, Kiros, Hinton: Layer Normalization, 2016, equation 4.

use nnplan::LayerNorm;

use super::sums::{Order, sums, variance};
use super::{Access, Out};
use crate::Element;

/// `y = (x - mean) inv_std w + b` with each row's own mean and `inv_std = 1 / √(variance + eps)`, which are kept.
/// `x` and `y` may be the same memory.
pub fn layer_norm<A: Access>(
    g: &LayerNorm,
    samples: usize,
    [x, w, b]: [A; 3],
    [y, means, inv_stds]: [Out<A>; 3],
) {
    let n = g.features as f64;
    for row in 0..samples * g.rows {
        let (x, y) = (x.from(row * g.features), y.to.from(row * g.features));
        let [total] = sums(Order::LANES, g.features, |i| [x.get(i)]);
        let mean = A::Number::from_f64(total / n);
        let [distance, square] = sums(Order::LANES, g.features, |i| {
            let distance = x.get(i) - mean;
            [distance, distance * distance]
        });
        let variance = variance(n, distance, square);
        let scale = A::Number::from_f64(1.0 / Element::sqrt(variance + g.eps));
        means.to.set(row, mean);
        inv_stds.to.set(row, scale);
        for i in 0..g.features {
            y.set(i, (x.get(i) - mean) * scale * w.get(i) + b.get(i));
        }
    }
}

/// `d_x = inv_std (d_y w - mean(d_y w) - x̂ mean(d_y w x̂))` with `x̂ = (x - mean) inv_std`, means over the row. `d_y` and `d_x`
/// may be the same memory.
pub fn layer_norm_grad_input<A: Access>(
    g: &LayerNorm,
    samples: usize,
    [x, d_y, w, mean, inv_std]: [A; 5],
    [d_x]: [Out<A>; 1],
) {
    let n = g.features as f64;
    for row in 0..samples * g.rows {
        let first = row * g.features;
        let (x, d_y, d_x) = (x.from(first), d_y.from(first), d_x.to.from(first));
        let (mean, inv_std) = (mean.get(row), inv_std.get(row));
        let of = |i: usize| (d_y.get(i) * w.get(i), (x.get(i) - mean) * inv_std);
        let [total, product] = sums(Order::LANES, g.features, |i| {
            let (d, normal) = of(i);
            [d, d * normal]
        });
        let (shift, slope) = (A::Number::from_f64(total / n), A::Number::from_f64(product / n));
        for i in 0..g.features {
            let (d, normal) = of(i);
            d_x.set(i, inv_std * (d - shift - normal * slope));
        }
    }
}

/// `d_w = Σ d_y x̂` and `d_b = Σ d_y` over all rows, where they are there.
pub fn layer_norm_grad_parameters<A: Access>(
    g: &LayerNorm,
    samples: usize,
    [x, d_y, mean, inv_std]: [A; 4],
    gradients: [Out<A>; 2],
) {
    for feature in 0..g.features {
        let products = sums(Order::ROWS, samples * g.rows, |row| {
            let at = row * g.features + feature;
            let d = d_y.get(at);
            [d * ((x.get(at) - mean.get(row)) * inv_std.get(row)), d]
        });
        for (to, sum) in gradients.iter().zip(&products) {
            if to.is_there {
                to.store(feature, |start| start + A::Number::from_f64(*sum));
            }
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;
