//! Each pixel as a block of equal ones, and the gradient.

use super::key::Scale;
use super::{THREADS, size};
use crate::ptx::Kernel;

/// Pixels of a block that are added without a loop.
const UNROLLED: u32 = 16;

/// `y[n, c, i, j] = x[n, c, i / scale h, j / scale w]`. Parameters: x, y, n of y.
pub(crate) fn upsample2d(g: impl Into<Scale>) -> Kernel {
    let Scale { scale: [down, across], width } = g.into();
    let [down, across, width] = [down, across, width].map(size);
    Kernel::new("upsample2d", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        // Rows of all channels and samples, one after the other.
        let (row, column) = (i / (across * width), i % (across * width));
        y.store(i, x.load(row / down * width + column / across));
    })
}

/// `d_x` = the sum of `d_y` over each block, row by row. Parameters: d_y, d_x, n of d_x.
pub(crate) fn upsample2d_grad(g: impl Into<Scale>) -> Kernel {
    let Scale { scale: [down, across], width } = g.into();
    let [down, across, width] = [down, across, width].map(size);
    Kernel::new("upsample2d_grad", THREADS, |k| {
        let (d_y, d_x, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let (row, column) = (i / width, i % width);
        let d_y = d_y.at((row * (down * width) + column) * across);
        let sum = k.variable(k.f32(0.0));
        if down * across <= UNROLLED {
            for at in (0..down).flat_map(|p| (0..across).map(move |q| p * across * width + q)) {
                sum.set(sum + d_y.load(k.u32(at)));
            }
        } else {
            k.each(k.u32(0), k.u32(down), 1, |p| {
                let line = p * (across * width);
                k.each(k.u32(0), k.u32(across), 1, |q| sum.set(sum + d_y.load(line + q)));
            });
        }
        d_x.store(i, sum);
    })
}
