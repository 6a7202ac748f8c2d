//! `AdaptiveAvgPool2d`: means of windows that cover an image, and the gradient.
//!
//! Of one layer: `x` is (batch, C, H, W), `y` (batch, C, rows, columns). Sums are in the numbers' own type, row by row.

use nnplan::AdaptiveAvgPool2d;

use super::{Access, Out};
use crate::Element;

/// `y[i][j]` = the mean of `x` over the rows from `⌊i H / rows⌋` to before `⌈(i + 1) H / rows⌉`, and the columns alike.
///
/// The windows are those of PyTorch's `adaptive_avg_pool2d`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn adaptive_avg_pool2d<A: Access>(
    g: &AdaptiveAvgPool2d,
    samples: usize,
    [x]: [A; 1],
    [y]: [Out<A>; 1],
) {
    let (height, width) = (g.input.dim(1), g.input.dim(2));
    let mut to = 0;
    for plane in 0..samples * g.input.dim(0) {
        for i in 0..g.size[0] {
            let [top, bottom] = g.window(0, i);
            for j in 0..g.size[1] {
                let [left, right] = g.window(1, j);
                let mut sum = A::Number::ZERO;
                for row in top..bottom {
                    for column in left..right {
                        sum += x.get((plane * height + row) * width + column);
                    }
                }
                let count = (bottom - top) * (right - left);
                y.to.set(to, sum / A::Number::from_usize(count));
                to += 1;
            }
        }
    }
}

/// `d_x` = the sum of `d_y / count` over the windows that the pixel lies in, in their order; `count` is that of a window's
/// pixels.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn adaptive_avg_pool2d_grad<A: Access>(
    g: &AdaptiveAvgPool2d,
    samples: usize,
    [d_y]: [A; 1],
    [d_x]: [Out<A>; 1],
) {
    let [rows, columns] = g.size;
    let mut to = 0;
    for plane in 0..samples * g.input.dim(0) {
        for row in 0..g.input.dim(1) {
            let [first, end] = g.windows_of(0, row);
            for column in 0..g.input.dim(2) {
                let [left, right] = g.windows_of(1, column);
                let mut sum = A::Number::ZERO;
                for i in first..end {
                    let [top, bottom] = g.window(0, i);
                    for j in left..right {
                        let [start, stop] = g.window(1, j);
                        let count = A::Number::from_usize((bottom - top) * (stop - start));
                        sum += d_y.get((plane * rows + i) * columns + j) / count;
                    }
                }
                d_x.to.set(to, sum);
                to += 1;
            }
        }
    }
}
