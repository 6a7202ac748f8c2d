//! Sum, mean and maximum over axes, and their gradients.

use nnplan::{Reduce, ReduceFunction};

use super::{Access, Out, axes};
use crate::Element;
use crate::kernels::axes::Groups;

fn groups(g: &Reduce, samples: usize) -> Groups {
    Groups::new(samples, &g.input, g.axes)
}

/// `y` = the sum, the mean or the maximum of `x` over the axes.
#[cfg_attr(not(debug_assertions), inline(always))] // a program has the functions that it uses
pub fn reduce<A: Access>(g: &Reduce, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    match g.function {
        ReduceFunction::Sum => sum(g, samples, x, y.to),
        ReduceFunction::Mean => mean(g, samples, x, y.to),
        ReduceFunction::Max => axes::max(&groups(g, samples), x, y.to),
    }
}

fn sum<A: Access>(g: &Reduce, samples: usize, x: A, y: A) {
    axes::sum(&groups(g, samples), x, y, A::Number::from_f64);
}

fn mean<A: Access>(g: &Reduce, samples: usize, x: A, y: A) {
    let count = g.count() as f64;
    axes::sum(&groups(g, samples), x, y, |sum| A::Number::from_f64(sum / count));
}

/// `d_x` = `d_y`, or `d_y / n`, or `d_y` at the first element that is the maximum, 0 at the others. `x` and `y`, the output,
/// are read for a maximum alone.
#[cfg_attr(not(debug_assertions), inline(always))] // as above
pub fn reduce_grad<A: Access>(g: &Reduce, samples: usize, [x, y, d_y]: [A; 3], [d_x]: [Out<A>; 1]) {
    match g.function {
        ReduceFunction::Sum => axes::repeat(&groups(g, samples), d_y, d_x.to, |d| d),
        ReduceFunction::Mean => mean_grad(g, samples, d_y, d_x.to),
        ReduceFunction::Max => axes::max_grad(&groups(g, samples), x, y, d_y, d_x.to),
    }
}

fn mean_grad<A: Access>(g: &Reduce, samples: usize, d_y: A, d_x: A) {
    let count = A::Number::from_usize(g.count());
    axes::repeat(&groups(g, samples), d_y, d_x, |d| d / count);
}
