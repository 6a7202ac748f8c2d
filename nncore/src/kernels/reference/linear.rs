//! `Linear` by its definition. Layouts as in [`kernels::linear`](crate::kernels::linear);
//! each gradient is added to its output.

use nnplan::Linear;

use crate::Element;

/// `y = x Wᵀ + b`, summed from the bias in the order of the inputs.
pub fn linear<T: Element>(
    g: &Linear,
    batch: usize,
    x: &[T],
    w: &[T],
    b: Option<&[T]>,
    y: &mut [T],
) {
    for row in 0..batch * g.rows {
        for o in 0..g.out_features {
            let mut sum = b.map_or(T::ZERO, |b| b[o]);
            for i in 0..g.in_features {
                sum += x[row * g.in_features + i] * w[o * g.in_features + i];
            }
            y[row * g.out_features + o] = sum;
        }
    }
}

/// Adds the gradients of the input, the weight and the bias, rows in their order.
pub fn linear_grads<T: Element>(
    g: &Linear,
    batch: usize,
    x: &[T],
    w: &[T],
    d_y: &[T],
    d_x: &mut [T],
    d_w: &mut [T],
    d_b: &mut [T],
) {
    for row in 0..batch * g.rows {
        for o in 0..g.out_features {
            let d = d_y[row * g.out_features + o];
            d_b[o] += d;
            for i in 0..g.in_features {
                d_x[row * g.in_features + i] += d * w[o * g.in_features + i];
                d_w[o * g.in_features + i] += d * x[row * g.in_features + i];
            }
        }
    }
}
