//! `slice` by its definition; the gradient is added to its output.

use nnplan::Slice;

use super::{flat, positions};
use crate::Element;

/// Calls `f(x, y)` with the places of each element that is taken.
fn for_elements(g: &Slice, batch: usize, mut f: impl FnMut(usize, usize)) {
    let output = g.output();
    for n in 0..batch {
        for at in positions(&output) {
            let mut from = at;
            from[g.axis] += g.start;
            f(flat(&g.input, n, from), flat(&output, n, at));
        }
    }
}

/// Position by position.
pub fn slice<T: Element>(g: &Slice, batch: usize, x: &[T], y: &mut [T]) {
    for_elements(g, batch, |from, to| y[to] = x[from]);
}

/// Adds the gradient of the input.
pub fn slice_grad<T: Element>(g: &Slice, batch: usize, d_y: &[T], d_x: &mut [T]) {
    for_elements(g, batch, |from, to| d_x[from] += d_y[to]);
}
