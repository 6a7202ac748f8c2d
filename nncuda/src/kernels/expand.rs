//! Axes of size 1, repeated; and the gradient.

use nnplan::Expand;

use super::axes::{Groups, repeat, sum};
use crate::ptx::Kernel;

/// What an expansion repeats.
pub(crate) fn groups(g: &Expand) -> Groups {
    Groups::new(&g.output(), std::array::from_fn(|i| g.input.dim(i) == 1))
}

/// `y = x`, repeated along its axes of size 1. Parameters: x, y, n of y.
pub(crate) fn expand(groups: Groups) -> Kernel {
    repeat("expand", groups, |x| x)
}

/// `d_x = Σ d_y` over what each element was repeated to. Parameters: d_y, d_x, n of d_x.
pub(crate) fn expand_grad(groups: Groups) -> Kernel {
    sum("expand_grad", groups, |sum| sum)
}
