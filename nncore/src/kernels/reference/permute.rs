//! `permute` by its definition.

use nnplan::Permute;

use super::{flat, positions};
use crate::Element;

/// Position by position.
pub fn permute<T: Element>(g: &Permute, batch: usize, x: &[T], y: &mut [T]) {
    let output = g.output();
    for n in 0..batch {
        for to in positions(&output) {
            let mut from = [0; nnplan::AXES];
            for (axis, position) in g.axes[..g.rank].iter().zip(to) {
                from[*axis] = position;
            }
            y[flat(&output, n, to)] = x[flat(&g.input, n, from)];
        }
    }
}
