//! `Linear` and its gradients.

use nnplan::Linear;

use super::store;
use crate::tiny::access::View;
use crate::tiny::piece::Write;

/// `y = x Wᵀ + b` of so many rows.
pub(in crate::tiny) fn linear(g: &Linear, rows: usize, x: View, w: View, b: Option<View>, y: View) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..rows {
        let x = x.from(row * from);
        for o in 0..to {
            let mut sum = match b {
                Some(b) => b.get(o),
                None => 0.0,
            };
            for i in 0..from {
                sum += x.get(i) * w.get(o * from + i);
            }
            y.set(row * to + o, sum);
        }
    }
}

/// `d_x = d_y W`
pub(in crate::tiny) fn linear_grad_input(g: &Linear, rows: usize, d_y: View, w: View, d_x: View) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..rows {
        for i in 0..from {
            let mut sum = 0.0;
            for o in 0..to {
                sum += d_y.get(row * to + o) * w.get(o * from + i);
            }
            d_x.set(row * from + i, sum);
        }
    }
}

/// `d_w = d_yᵀ x`
pub(in crate::tiny) fn linear_grad_weight(
    g: &Linear,
    rows: usize,
    x: View,
    d_y: View,
    write: Write,
    d_w: View,
) {
    let (from, to) = (g.in_features, g.out_features);
    for o in 0..to {
        for i in 0..from {
            store(d_w, o * from + i, write, |mut sum| {
                for row in 0..rows {
                    sum += d_y.get(row * to + o) * x.get(row * from + i);
                }
                sum
            });
        }
    }
}

/// `d_b = Σ d_y`
pub(in crate::tiny) fn linear_grad_bias(
    g: &Linear,
    rows: usize,
    d_y: View,
    write: Write,
    d_b: View,
) {
    for o in 0..g.out_features {
        store(d_b, o, write, |mut sum| {
            for row in 0..rows {
                sum += d_y.get(row * g.out_features + o);
            }
            sum
        });
    }
}
