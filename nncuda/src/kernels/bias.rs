//! The gradients of biases: sums of `d_y` over all that a bias was added to.

use super::Write;
use super::channels::{Channels, Stage, sums};
use crate::ptx::Kernel;

/// `d_b[o] = Σ d_y[sample, o, position]` over samples and positions, of a linear layer over the rows of the batch. Operands:
/// d_y; d_b.
pub(crate) fn grad_bias(operation: &str, c: Channels, write: Write, stage: Stage) -> Kernel {
    sums(
        operation,
        stage,
        c,
        |k, _| {
            let d_y = k.pointer();
            Box::new(move |e| [d_y.load_where(e.is_there, e.at)])
        },
        |k| {
            let d_b = k.pointer();
            Box::new(move |line, [sum]| write.store(d_b, line, sum.narrow()))
        },
    )
}
