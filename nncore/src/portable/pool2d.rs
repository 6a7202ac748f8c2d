//! Max and average pooling and their gradients. Windows of 2 × 2 side by side are the same loops, but for where the CPU's
//! own loops for them tell -0 from 0.
//!
//! Of one layer: `x` is (batch, channels, height, width), `y` the same with a pixel for each window, and `indices` has the
//! position within the window for each element of `y`: one to four bytes, the low one first.

use nnplan::{Pool2d, Window};

use super::sums::{tree, zero};
use super::window::{pixel, taps};
use super::{Access, Out};
use crate::Element;
use crate::kernels::pool2d::{LONG, is_pairs, is_partition};
use crate::kernels::wins;

/// Lanes of a sum over a row of a window, from [`LONG`] elements on.
const LANES: usize = 8;

/// Calls `f` for each window, with its number, and the first pixel of its plane.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_windows(g: &Pool2d, samples: usize, mut f: impl FnMut(usize, usize, [usize; 2])) {
    let (v, h) = (&g.vertical, &g.horizontal);
    let mut at = 0;
    for plane in 0..samples * g.channels {
        for i in 0..v.output {
            for j in 0..h.output {
                f(at, plane * v.input * h.input, [i, j]);
                at += 1;
            }
        }
    }
}

/// Elements of the input.
#[cfg_attr(not(debug_assertions), inline(always))]
fn inputs(g: &Pool2d, samples: usize) -> usize {
    samples * g.channels * g.vertical.input * g.horizontal.input
}

/// `y` = the maximum of each window, and its position where `indices` is there: the first of equal ones; NaN is larger than
/// all numbers.
pub fn max_pool2d<A: Access>(g: &Pool2d, samples: usize, [x]: [A; 1], [y, indices]: [Out<A>; 2]) {
    let (v, h, bytes) = (&g.vertical, &g.horizontal, g.index_bytes());
    for_windows(g, samples, |at, plane, place| {
        let (mut best, mut position, mut is_first, mut tap) = (A::Number::NEG_INFINITY, 0, true, 0);
        for p in 0..v.kernel {
            for q in 0..h.kernel {
                if let Some(i) = pixel(v, h, place, [p, q]) {
                    let x = x.get(plane + i);
                    if is_first || wins(x, best) {
                        (best, position, is_first) = (x, tap, false);
                    }
                }
                tap += 1_u32;
            }
        }
        y.to.set(at, best);
        if indices.is_there {
            for byte in 0..bytes {
                indices.to.set_byte(at * bytes + byte, position as u8);
                position >>= 8;
            }
        }
    });
}

/// `d_x`: the gradient goes to the positions chosen; overlapping windows add.
pub fn max_pool2d_grad<A: Access>(
    g: &Pool2d,
    samples: usize,
    [d_y, indices]: [A; 2],
    [d_x]: [Out<A>; 1],
) {
    let (v, h, bytes) = (&g.vertical, &g.horizontal, g.index_bytes());
    let (is_once, across, d_x) = (is_pairs(g), h.kernel.max(1), d_x.to);
    zero(d_x, inputs(g, samples));
    for_windows(g, samples, |at, plane, place| {
        let mut position = 0;
        for byte in 0..bytes {
            position |= usize::from(indices.byte(at * bytes + byte)) << (8 * byte);
        }
        // A window that lies in the padding alone has no maximum.
        if let Some(i) = pixel(v, h, place, [position / across, position % across]) {
            give(d_x, plane + i, is_once, d_y.get(at));
        }
    });
}

/// Gives a pixel its gradient, the only one or one of several.
#[cfg_attr(not(debug_assertions), inline(always))]
fn give<A: Access>(d_x: A, i: usize, is_once: bool, d: A::Number) {
    d_x.set(i, if is_once { d } else { d_x.get(i) + d });
}

/// What the sum of a window is divided by.
#[cfg_attr(not(debug_assertions), inline(always))]
fn divisor<T: Element>(g: &Pool2d, place: [usize; 2]) -> T {
    let (v, h): (&Window, &Window) = (&g.vertical, &g.horizontal);
    let count = if g.count_include_pad {
        v.kernel * h.kernel
    } else {
        // A window in the padding alone sums nothing: 0 / 1.
        (taps(v, place[0]) * taps(h, place[1])).max(1)
    };
    T::from_usize(count)
}

/// `y` = the average of each window.
pub fn avg_pool2d<A: Access>(g: &Pool2d, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (v, h) = (&g.vertical, &g.horizontal);
    // Where nothing is added to the first: -0 + x is x.
    let start = if is_pairs(g) { -A::Number::ZERO } else { A::Number::ZERO };
    for_windows(g, samples, |at, plane, place| {
        let is_long = h.dilation == 1 && taps(h, place[1]) >= LONG;
        let mut total = start;
        for p in 0..v.kernel {
            let (mut lanes, mut column) = ([A::Number::ZERO; LANES], 0);
            for q in 0..h.kernel {
                let Some(i) = pixel(v, h, place, [p, q]) else { continue };
                let x = x.get(plane + i);
                if is_long {
                    lanes[column % LANES] += x;
                    column += 1;
                } else {
                    total += x;
                }
            }
            if is_long && column > 0 {
                total += tree(&mut lanes);
            }
        }
        y.to.set(at, total / divisor(g, place));
    });
}

/// `d_x`: the gradient, divided as the average was, goes to all pixels of the window; overlapping windows add.
pub fn avg_pool2d_grad<A: Access>(g: &Pool2d, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    let (v, h, is_once) = (&g.vertical, &g.horizontal, is_pairs(g) || is_partition(g));
    let d_x = d_x.to;
    zero(d_x, inputs(g, samples));
    for_windows(g, samples, |at, plane, place| {
        let d = d_y.get(at) / divisor(g, place);
        for p in 0..v.kernel {
            for q in 0..h.kernel {
                if let Some(i) = pixel(v, h, place, [p, q]) {
                    give(d_x, plane + i, is_once, d);
                }
            }
        }
    });
}

#[cfg(all(test, feature = "std"))]
mod tests;
