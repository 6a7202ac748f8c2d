//! `Linear` and its gradients.
//!
//! Of one layer: `x` is (batch, rows, in_features), `y` (batch, rows, out_features), `w` (out_features, in_features), `b`
//! (out_features).

use nnplan::Linear;

use super::{Access, Out};
use crate::Element;

/// `y = x Wᵀ + b`: each sum begins with the bias and goes in the order of the features.
pub fn linear<A: Access>(g: &Linear, samples: usize, [x, w, b]: [A; 3], [y]: [Out<A>; 1]) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..samples * g.rows {
        let x = x.from(row * from);
        for o in 0..to {
            let mut sum = if g.bias { b.get(o) } else { A::Number::ZERO };
            for i in 0..from {
                sum += x.get(i) * w.get(o * from + i);
            }
            y.to.set(row * to + o, sum);
        }
    }
}

/// `d_x = d_y W`
pub fn linear_grad_input<A: Access>(
    g: &Linear,
    samples: usize,
    [d_y, w]: [A; 2],
    [d_x]: [Out<A>; 1],
) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..samples * g.rows {
        for i in 0..from {
            let mut sum = A::Number::ZERO;
            for o in 0..to {
                sum += d_y.get(row * to + o) * w.get(o * from + i);
            }
            d_x.to.set(row * from + i, sum);
        }
    }
}

/// `d_w = d_yᵀ x`, in the order of the rows.
pub fn linear_grad_weight<A: Access>(
    g: &Linear,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w]: [Out<A>; 1],
) {
    let (from, to) = (g.in_features, g.out_features);
    for o in 0..to {
        for i in 0..from {
            d_w.store(o * from + i, |mut sum| {
                for row in 0..samples * g.rows {
                    sum += d_y.get(row * to + o) * x.get(row * from + i);
                }
                sum
            });
        }
    }
}

/// `d_b = Σ d_y`, in the order of the rows.
pub fn linear_grad_bias<A: Access>(g: &Linear, samples: usize, [d_y]: [A; 1], [d_b]: [Out<A>; 1]) {
    for o in 0..g.out_features {
        d_b.store(o, |mut sum| {
            for row in 0..samples * g.rows {
                sum += d_y.get(row * g.out_features + o);
            }
            sum
        });
    }
}
