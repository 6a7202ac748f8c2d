//! Max and average pooling and their gradients. Windows of 2 × 2 side by side are the same loops, but for where the CPU's
//! own loops for them tell -0 from 0.

use nnplan::{Pool2d, Window};

use super::window::{pixel, taps};
use super::{tree, zero};
use crate::kernels::pool2d::{is_pairs, is_partition};
use crate::kernels::wins;
use crate::tiny::access::View;

/// From this length on a row of a window is summed in lanes.
const LONG: usize = crate::kernels::pool2d::LONG;

/// Lanes of a sum over a row of a window.
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

/// `y` = the maximum of each window, and its position.
pub(in crate::tiny) fn max_pool2d(
    g: &Pool2d,
    samples: usize,
    x: View,
    y: View,
    indices: Option<View<u8>>,
) {
    let (v, h, bytes) = (&g.vertical, &g.horizontal, g.index_bytes());
    for_windows(g, samples, |at, plane, place| {
        let (mut best, mut position, mut is_first, mut tap) = (f32::NEG_INFINITY, 0, true, 0);
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
        y.set(at, best);
        if let Some(indices) = indices {
            for byte in 0..bytes {
                indices.set(at * bytes + byte, position as u8);
                position >>= 8;
            }
        }
    });
}

/// `d_x`: the gradient goes to the positions chosen; overlapping windows add.
pub(in crate::tiny) fn max_pool2d_grad(
    g: &Pool2d,
    samples: usize,
    d_y: View,
    indices: View<u8>,
    d_x: View,
) {
    let (v, h, bytes) = (&g.vertical, &g.horizontal, g.index_bytes());
    let (is_once, across) = (is_pairs(g), h.kernel.max(1));
    zero(d_x, inputs(g, samples));
    for_windows(g, samples, |at, plane, place| {
        let mut position = 0;
        for byte in 0..bytes {
            position |= usize::from(indices.get(at * bytes + byte)) << (8 * byte);
        }
        // A window that lies in the padding alone has no maximum.
        if let Some(i) = pixel(v, h, place, [position / across, position % across]) {
            give(d_x, plane + i, is_once, d_y.get(at));
        }
    });
}

/// Gives a pixel its gradient, the only one or one of several.
#[cfg_attr(not(debug_assertions), inline(always))]
fn give(d_x: View, i: usize, is_once: bool, d: f32) {
    d_x.set(i, if is_once { d } else { d_x.get(i) + d });
}

/// What the sum of a window is divided by.
#[cfg_attr(not(debug_assertions), inline(always))]
fn divisor(g: &Pool2d, place: [usize; 2]) -> f32 {
    let (v, h): (&Window, &Window) = (&g.vertical, &g.horizontal);
    let count = if g.count_include_pad {
        v.kernel * h.kernel
    } else {
        // A window in the padding alone sums nothing: 0 / 1.
        (taps(v, place[0]) * taps(h, place[1])).max(1)
    };
    count as f32
}

/// `y` = the average of each window.
pub(in crate::tiny) fn avg_pool2d(g: &Pool2d, samples: usize, x: View, y: View) {
    let (v, h) = (&g.vertical, &g.horizontal);
    // Where nothing is added to the first: -0 + x is x.
    let start = if is_pairs(g) { -0.0 } else { 0.0 };
    for_windows(g, samples, |at, plane, place| {
        let is_long = h.dilation == 1 && taps(h, place[1]) >= LONG;
        let mut total = start;
        for p in 0..v.kernel {
            let (mut lanes, mut column) = ([0.0; LANES], 0);
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
        y.set(at, total / divisor(g, place));
    });
}

/// `d_x`: the gradient, divided as the average was, goes to all pixels of the window; overlapping windows add.
pub(in crate::tiny) fn avg_pool2d_grad(g: &Pool2d, samples: usize, d_y: View, d_x: View) {
    let (v, h, is_once) = (&g.vertical, &g.horizontal, is_pairs(g) || is_partition(g));
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
