//! `PRelu`: a line through 0 with another slope below it, which is trained.
//!
//! Of one layer: `x` and `y` are (batch, outer, channels, inner), `w` (channels). At 0 the slope is `w`, as in PyTorch.
//!
//! He, Zhang, Ren, Sun: Delving Deep into Rectifiers, 2015, equation 1.

use nnplan::Scale;

use super::{Access, Out};
use crate::Element;

/// Calls `f` with the channel and the place of each element.
#[cfg_attr(not(debug_assertions), inline(always))]
fn each(g: &Scale, samples: usize, mut f: impl FnMut(usize, usize)) {
    let mut at = 0;
    for _ in 0..samples * g.outer {
        for c in 0..g.channels {
            for _ in 0..g.inner {
                f(c, at);
                at += 1;
            }
        }
    }
}

/// `y = x` above 0, else `w[c] x`. `x` and `y` may be the same memory.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn prelu<A: Access>(g: &Scale, samples: usize, [x, w]: [A; 2], [y]: [Out<A>; 1]) {
    each(g, samples, |c, at| {
        let value = x.get(at);
        y.to.set(at, if value > A::Number::ZERO { value } else { w.get(c) * value });
    });
}

/// `d_x = d_y` where x is above 0, else `w[c] d_y`. `d_y` and `d_x` may be the same memory.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn prelu_grad_input<A: Access>(
    g: &Scale,
    samples: usize,
    [x, w, d_y]: [A; 3],
    [d_x]: [Out<A>; 1],
) {
    each(g, samples, |c, at| {
        let d = d_y.get(at);
        d_x.to.set(at, if x.get(at) > A::Number::ZERO { d } else { w.get(c) * d });
    });
}

/// `d_w[c] = Σ x d_y` over the elements of the batch and the channel that are not above 0.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn prelu_grad_weight<A: Access>(
    g: &Scale,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w]: [Out<A>; 1],
) {
    for c in 0..g.channels {
        d_w.store(c, |mut sum| {
            for row in 0..samples * g.outer {
                for i in 0..g.inner {
                    let at = (row * g.channels + c) * g.inner + i;
                    let value = x.get(at);
                    // Not `<=`: NaN is not above 0.
                    if value > A::Number::ZERO {
                        continue;
                    }
                    sum += value * d_y.get(at);
                }
            }
            sum
        });
    }
}
