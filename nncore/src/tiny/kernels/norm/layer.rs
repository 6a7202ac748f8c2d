//! Layer norm over rows of `[batch * rows, features]`.

use nnplan::LayerNorm;

use super::variance;
use crate::math::sqrt_f64;
use crate::tiny::access::View;
use crate::tiny::kernels::{Order, store, sums};
use crate::tiny::piece::Write;

/// `y = (x - mean) inv_std w + b` with each row's own mean and `inv_std`, which are kept.
pub(in crate::tiny) fn layer_norm(
    g: &LayerNorm,
    batch: usize,
    x: View,
    [w, b]: [View; 2],
    y: View,
    [mean, inv_std]: [View; 2],
) {
    let n = g.features as f64;
    for row in 0..batch * g.rows {
        let (x, y) = (x.from(row * g.features), y.from(row * g.features));
        let [total] = sums(Order::LANES, g.features, |i| [x.get(i)]);
        let m = (total / n) as f32;
        let [distance, square] = sums(Order::LANES, g.features, |i| {
            let distance = x.get(i) - m;
            [distance, distance * distance]
        });
        let scale = (1.0 / sqrt_f64(variance(n, distance, square) + g.eps)) as f32;
        mean.set(row, m);
        inv_std.set(row, scale);
        for i in 0..g.features {
            y.set(i, (x.get(i) - m) * scale * w.get(i) + b.get(i));
        }
    }
}

/// `d_x = inv_std (d_y w - mean(d_y w) - x̂ mean(d_y w x̂))` with `x̂ = (x - mean) inv_std`, means over the row.
pub(in crate::tiny) fn layer_norm_grad_input(
    g: &LayerNorm,
    batch: usize,
    x: View,
    d_y: View,
    w: View,
    [mean, inv_std]: [View; 2],
    d_x: View,
) {
    let n = g.features as f64;
    for row in 0..batch * g.rows {
        let first = row * g.features;
        let (x, d_y, d_x) = (x.from(first), d_y.from(first), d_x.from(first));
        let (mean, inv_std) = (mean.get(row), inv_std.get(row));
        let of = |i: usize| (d_y.get(i) * w.get(i), (x.get(i) - mean) * inv_std);
        let [total, product] = sums(Order::LANES, g.features, |i| {
            let (d, normal) = of(i);
            [d, d * normal]
        });
        let (shift, slope) = ((total / n) as f32, (product / n) as f32);
        for i in 0..g.features {
            let (d, normal) = of(i);
            d_x.set(i, inv_std * (d - shift - normal * slope));
        }
    }
}

/// `d_w = Σ d_y x̂` and `d_b = Σ d_y` over all rows, where they are wanted.
pub(in crate::tiny) fn layer_norm_grad_parameters(
    g: &LayerNorm,
    batch: usize,
    x: View,
    d_y: View,
    [mean, inv_std]: [View; 2],
    gradients: [(Option<View>, Write); 2],
) {
    for feature in 0..g.features {
        let products = sums(Order::ROWS, batch * g.rows, |row| {
            let at = row * g.features + feature;
            let d = d_y.get(at);
            [d * ((x.get(at) - mean.get(row)) * inv_std.get(row)), d]
        });
        for ((to, write), sum) in gradients.iter().zip(&products) {
            if let Some(to) = to {
                store(*to, feature, *write, |start| start + *sum as f32);
            }
        }
    }
}
