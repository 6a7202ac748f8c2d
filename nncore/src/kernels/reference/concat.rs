//! `concat` by its definition.

use nnplan::Concat;

use super::{flat, positions};
use crate::Element;

/// Position by position.
pub fn concat<T: Element>(g: &Concat, batch: usize, x: &[&[T]], y: &mut [T]) {
    let output = g.output();
    for n in 0..batch {
        for (i, x) in x.iter().enumerate() {
            for at in positions(&g.inputs[i]) {
                let mut to = at;
                for before in &g.inputs[..i] {
                    to[g.axis] += before.dim(g.axis);
                }
                y[flat(&output, n, to)] = x[flat(&g.inputs[i], n, at)];
            }
        }
    }
}
