//! `expand` by its definition; the gradient is added to its output.

use nnplan::Expand;

use super::{flat, positions};
use crate::Element;

/// Calls `f(x, y)` with the places of each element of the output and of what it repeats.
fn for_elements(g: &Expand, batch: usize, mut f: impl FnMut(usize, usize)) {
    for n in 0..batch {
        for to in positions(&g.to) {
            let from = core::array::from_fn(|i| if g.input.dim(i) == 1 { 0 } else { to[i] });
            f(flat(&g.input, n, from), flat(&g.to, n, to));
        }
    }
}

/// Position by position.
pub fn expand<T: Element>(g: &Expand, batch: usize, x: &[T], y: &mut [T]) {
    for_elements(g, batch, |from, to| y[to] = x[from]);
}

/// Adds the gradient of the input.
pub fn expand_grad<T: Element>(g: &Expand, batch: usize, d_y: &[T], d_x: &mut [T]) {
    for_elements(g, batch, |from, to| d_x[from] += d_y[to]);
}
