//! A factor and a term of each channel, and the sums that are their gradients.
//!
//! Of one layer: `x` and `y` are (batch, outer, channels, inner), `w` and `b` (channels).

use nnplan::Scale;

use super::{Access, Out};
use crate::Element;

/// `y[n, o, c, i] = x[n, o, c, i] * w[c] + b[c]`; without `w` the factor is 1, without `b` the term is 0. `x` and `y` may be the
/// same memory.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn scale<A: Access>(g: &Scale, samples: usize, [x, w, b]: [A; 3], [y]: [Out<A>; 1]) {
    let mut at = 0;
    for _ in 0..samples * g.outer {
        for c in 0..g.channels {
            for _ in 0..g.inner {
                let mut value = x.get(at);
                if g.weight {
                    value *= w.get(c);
                }
                if g.bias {
                    value += b.get(c);
                }
                y.to.set(at, value);
                at += 1;
            }
        }
    }
}

/// `d_w[c] = Σ x d_y` and `d_b[c] = Σ d_y` over the batch and all elements of the channel.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn scale_grad_parameters<A: Access>(
    g: &Scale,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w, d_b]: [Out<A>; 2],
) {
    for c in 0..g.channels {
        if d_w.is_there {
            d_w.store(c, |sum| of_channel(g, samples, c, sum, |at| x.get(at) * d_y.get(at)));
        }
        if d_b.is_there {
            d_b.store(c, |sum| of_channel(g, samples, c, sum, |at| d_y.get(at)));
        }
    }
}

/// `sum` and `f(at)` for the elements of channel `c`.
#[cfg_attr(not(debug_assertions), inline(always))]
fn of_channel<T: Element>(
    g: &Scale,
    samples: usize,
    c: usize,
    mut sum: T,
    f: impl Fn(usize) -> T,
) -> T {
    for row in 0..samples * g.outer {
        for i in 0..g.inner {
            sum += f((row * g.channels + c) * g.inner + i);
        }
    }
    sum
}
