//! Axes of size 1, repeated; and the gradient.

use nnplan::Expand;

use super::{Access, Out, axes};
use crate::Element;
use crate::kernels::axes::Groups;

fn groups(g: &Expand, samples: usize) -> Groups {
    let of = |axis| g.input.dim(axis) == 1;
    Groups::new(samples, &g.to, [of(0), of(1), of(2), of(3), of(4), of(5)])
}

/// `y` = `x`, repeated along its axes of size 1.
pub fn expand<A: Access>(g: &Expand, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    axes::repeat(&groups(g, samples), x, y.to, |x| x);
}

/// `d_x` = the sum of `d_y` over what each element was repeated to.
pub fn expand_grad<A: Access>(g: &Expand, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    axes::sum(&groups(g, samples), d_y, d_x.to, A::Number::from_f64);
}
