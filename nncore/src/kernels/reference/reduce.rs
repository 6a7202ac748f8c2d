//! Reductions by their definition; the gradient is added to its output.

use nnplan::{Reduce, ReduceFunction, Shape};

use super::{flat, positions};
use crate::Element;

/// Calls `f(x, y)` with the places of each element and of what it becomes part of.
fn for_elements(g: &Reduce, batch: usize, mut f: impl FnMut(usize, usize)) {
    // The output with the reduced axes kept as 1.
    let kept = Reduce::new(g.function, g.input, g.axes, true).output();
    for n in 0..batch {
        for from in positions(&g.input) {
            let to = core::array::from_fn(|i| if g.axes[i] { 0 } else { from[i] });
            f(flat(&g.input, n, from), flat(&kept, n, to));
        }
    }
}

/// The number of elements that become one.
fn count<T: Element>(g: &Reduce) -> T {
    let dims = |s: &Shape| s.dims().iter().product::<usize>();
    T::from_usize(dims(&g.input) / dims(&g.output()))
}

#[allow(clippy::eq_op)]
fn is_nan<T: Element>(x: T) -> bool {
    x != x
}

/// Element by element, in row-major order.
pub fn reduce<T: Element>(g: &Reduce, batch: usize, x: &[T], y: &mut [T]) {
    y.fill(if g.function == ReduceFunction::Max { T::NEG_INFINITY } else { T::ZERO });
    for_elements(g, batch, |i, k| match g.function {
        ReduceFunction::Sum | ReduceFunction::Mean => y[k] += x[i],
        ReduceFunction::Max if x[i] > y[k] || is_nan(x[i]) => y[k] = x[i],
        ReduceFunction::Max => {}
    });
    if g.function == ReduceFunction::Mean {
        for y in y {
            *y /= count(g);
        }
    }
}

/// Adds the gradient of the input.
pub fn reduce_grad<T: Element>(g: &Reduce, batch: usize, x: &[T], d_y: &[T], d_x: &mut [T]) {
    match g.function {
        ReduceFunction::Sum => for_elements(g, batch, |i, k| d_x[i] += d_y[k]),
        ReduceFunction::Mean => for_elements(g, batch, |i, k| d_x[i] += d_y[k] / count(g)),
        ReduceFunction::Max => {
            let size = |axis: usize, reduced: bool| match g.axes[axis] == reduced {
                true => g.input.dim(axis),
                false => 1,
            };
            let shape = |reduced| Shape::new(&[0, 1, 2, 3, 4, 5].map(|axis| size(axis, reduced)));
            for n in 0..batch {
                for (k, to) in positions(&shape(false)).enumerate() {
                    let mut chosen: Option<usize> = None;
                    for at in positions(&shape(true)) {
                        let i = flat(&g.input, n, core::array::from_fn(|axis| to[axis] + at[axis]));
                        if chosen.is_none_or(|c| x[i] > x[c] || is_nan(x[i])) {
                            chosen = Some(i);
                        }
                    }
                    d_x[chosen.expect("an element")] += d_y[n * g.output().len() + k];
                }
            }
        }
    }
}
