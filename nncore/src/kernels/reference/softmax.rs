//! Softmax by its formula, in `f64`.

use alloc::vec;
use alloc::vec::Vec;
use nnplan::Softmax;

/// Of x `[batch, outer, classes, inner]`; index by index.
#[must_use]
pub fn softmax(g: &Softmax, batch: usize, x: &[f64]) -> Vec<f64> {
    let mut y = vec![0.0; x.len()];
    for row in 0..batch * g.outer {
        for i in 0..g.inner {
            let at = |class: usize| (row * g.classes + class) * g.inner + i;
            let most = (0..g.classes).map(|c| x[at(c)]).fold(f64::NEG_INFINITY, f64::max);
            let total: f64 = (0..g.classes).map(|c| libm::exp(x[at(c)] - most)).sum();
            for c in 0..g.classes {
                let shifted = x[at(c)] - most;
                y[at(c)] =
                    if g.log { shifted - libm::log(total) } else { libm::exp(shifted) / total };
            }
        }
    }
    y
}
