//! `Pad2d`: rows and columns around an image, and the gradient.
//!
//! Of one layer: `x` is (batch, C, H, W), `y` (batch, C, top + H + bottom, left + W + right).

use nnplan::Pad2d;

use super::{Access, Out};
use crate::Element;

/// Calls `f` with each pixel of the output and the pixel that it comes from.
#[cfg_attr(not(debug_assertions), inline(always))]
fn each(g: &Pad2d, samples: usize, mut f: impl FnMut(usize, Option<usize>)) {
    let (height, width) = (g.input.dim(1), g.input.dim(2));
    let [top, bottom, left, right] = g.padding;
    let mut to = 0;
    for plane in 0..samples * g.input.dim(0) {
        for row in 0..top + height + bottom {
            let from_row = g.source(0, row);
            for column in 0..left + width + right {
                let from = match (from_row, g.source(1, column)) {
                    (Some(row), Some(column)) => Some((plane * height + row) * width + column),
                    _ => None,
                };
                f(to, from);
                to += 1;
            }
        }
    }
}

/// `y` = `x` with rows and columns around it.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn pad2d<A: Access>(g: &Pad2d, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    each(g, samples, |to, from| {
        y.to.set(
            to,
            match from {
                Some(from) => x.get(from),
                None => A::Number::ZERO,
            },
        );
    });
}

/// `d_x` = the sum of `d_y` over the pixels that an element was copied to, in their order.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn pad2d_grad<A: Access>(g: &Pad2d, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    for i in 0..samples * g.input.dim(0) * g.input.dim(1) * g.input.dim(2) {
        d_x.to.set(i, A::Number::ZERO);
    }
    each(g, samples, |from, to| {
        if let Some(to) = to {
            d_x.to.set(to, d_x.to.get(to) + d_y.get(from));
        }
    });
}
