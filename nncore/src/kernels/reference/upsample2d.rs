//! `Upsample2d` by its definition; the gradient is added to its output.

use nnplan::Upsample2d;

use super::{flat, positions};
use crate::Element;

/// Calls `f(x, y)` with the places of each pixel of the output and of the one it equals.
fn for_pixels(g: &Upsample2d, batch: usize, mut f: impl FnMut(usize, usize)) {
    let output = g.output();
    for n in 0..batch {
        for to in positions(&output) {
            let from = [to[0], to[1] / g.scale[0], to[2] / g.scale[1], 0, 0, 0];
            f(flat(&g.input, n, from), flat(&output, n, to));
        }
    }
}

/// Pixel by pixel.
pub fn upsample2d<T: Element>(g: &Upsample2d, batch: usize, x: &[T], y: &mut [T]) {
    for_pixels(g, batch, |from, to| y[to] = x[from]);
}

/// Adds the gradient of the input.
pub fn upsample2d_grad<T: Element>(g: &Upsample2d, batch: usize, d_y: &[T], d_x: &mut [T]) {
    for_pixels(g, batch, |from, to| d_x[from] += d_y[to]);
}
