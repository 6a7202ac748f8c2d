//! Means of windows that cover an image, and the gradient, in the order of the portable kernels.

use nnplan::AdaptiveAvgPool2d;

use super::key::Sizes;
use super::{THREADS, size};
use crate::ptx::{Kernel, U32};

/// Whether the products that the windows are computed from are 32 bits long.
pub(crate) fn fits(g: &AdaptiveAvgPool2d) -> bool {
    let sizes = [g.size[0], g.size[1], g.input.dim(1), g.input.dim(2)];
    sizes.iter().all(|size| *size < 1 << 16)
}

/// `⌊i · from / to⌋` and `⌈(i + 1) · from / to⌉`
fn part(i: U32<'_>, from: usize, to: usize) -> [U32<'_>; 2] {
    let (from, to) = (size(from), size(to));
    [i * from / to, ((i + 1) * from + (to - 1)) / to]
}

/// `y` = the mean of each window. Parameters: x, y, n of y.
pub(crate) fn adaptive_avg_pool2d(g: impl Into<Sizes>) -> Kernel {
    let Sizes { input: [height, width], output: [rows, columns] } = g.into();
    Kernel::new("adaptive_avg_pool2d", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let at = k.index();
        k.end_unless(at.lt(n));
        let plane = at / size(rows * columns);
        let [top, bottom] = part(at / size(columns) % size(rows), height, rows);
        let [left, right] = part(at % size(columns), width, columns);
        let x = x.at(plane * size(height * width));
        let sum = k.variable(k.f32(0.0));
        k.each(top, bottom, 1, |row| {
            let line = row * size(width);
            k.each(left, right, 1, |column| sum.set(sum + x.load(line + column)));
        });
        y.store(at, sum / ((bottom - top) * (right - left)).real());
    })
}

/// `d_x` = the sum of `d_y / count` over the windows that the pixel lies in. Parameters: d_y, d_x, n of d_x.
pub(crate) fn adaptive_avg_pool2d_grad(g: impl Into<Sizes>) -> Kernel {
    let Sizes { input: [height, width], output: [rows, columns] } = g.into();
    Kernel::new("adaptive_avg_pool2d_grad", THREADS, |k| {
        let (d_y, d_x, n) = (k.pointer(), k.pointer(), k.number());
        let at = k.index();
        k.end_unless(at.lt(n));
        let plane = at / size(height * width);
        let [first, end] = part(at / size(width) % size(height), rows, height);
        let [left, right] = part(at % size(width), columns, width);
        let d_y = d_y.at(plane * size(rows * columns));
        let sum = k.variable(k.f32(0.0));
        k.each(first, end, 1, |i| {
            let ([top, bottom], line) = (part(i, height, rows), i * size(columns));
            k.each(left, right, 1, |j| {
                let [start, stop] = part(j, width, columns);
                let count = ((bottom - top) * (stop - start)).real();
                sum.set(sum + d_y.load(line + j) / count);
            });
        });
        d_x.store(at, sum);
    })
}
