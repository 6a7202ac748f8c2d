//! Values that are the same for every sample, and the sums that are their gradients.
//!
//! `y` is (batch, elements), `w` (elements).

use nnplan::Fill;

use super::{Access, Out};
use crate::Element;

/// `y[n, i] = w[i]`, or 0 where there is no `w`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn fill<A: Access>(g: &Fill, samples: usize, [w]: [A; 1], [y]: [Out<A>; 1]) {
    let len = g.shape.len();
    for n in 0..samples {
        for i in 0..len {
            let value = if g.tensor { w.get(i) } else { A::Number::ZERO };
            y.to.set(n * len + i, value);
        }
    }
}

/// `d_w[i] = Σ d_y[n, i]` over the batch.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn fill_grad<A: Access>(g: &Fill, samples: usize, [d_y]: [A; 1], [d_w]: [Out<A>; 1]) {
    let len = g.shape.len();
    for i in 0..len {
        d_w.store(i, |mut sum| {
            for n in 0..samples {
                sum += d_y.get(n * len + i);
            }
            sum
        });
    }
}
