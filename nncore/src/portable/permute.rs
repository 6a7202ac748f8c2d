//! The axes of a value in another order.

use nnplan::{AXES, Permute, Shape};

use super::{Access, Out};

/// Calls `f` with the place of each element before and after, of so many samples.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_each(g: &Permute, n: usize, mut f: impl FnMut(usize, usize)) {
    // The size of an axis of the output, and its step in the input. Sizes after the last are 1.
    let of = |axis: usize| match g.axes[axis % AXES] {
        axis if axis < AXES => (g.input.dim(axis), step(&g.input, axis)),
        _ => (1, 0),
    };
    let [i, j, k, l, o, p] = [of(0), of(1), of(2), of(3), of(4), of(5)];
    let (mut to, len) = (0, g.input.len());
    let mut inner = |from: usize| {
        for r in 0..k.0 {
            for s in 0..l.0 {
                for t in 0..o.0 {
                    let from = from + r * k.1 + s * l.1 + t * o.1;
                    for u in 0..p.0 {
                        f(from + u * p.1, to);
                        to += 1;
                    }
                }
            }
        }
    };
    for sample in 0..n {
        for a in 0..i.0 {
            for b in 0..j.0 {
                inner(sample * len + a * i.1 + b * j.1);
            }
        }
    }
}

/// The step of an axis: the product of the sizes after it, which are 1 after the last.
#[cfg_attr(not(debug_assertions), inline(always))]
fn step(shape: &Shape, axis: usize) -> usize {
    let (mut step, mut at) = (1, AXES - 1);
    while at > axis {
        step *= shape.dim(at % AXES);
        at -= 1;
    }
    step
}

/// `y` = `x` with its axes in another order.
pub fn permute<A: Access>(g: &Permute, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    for_each(g, samples, |from, to| y.to.set(to, x.get(from)));
}

/// `d_x` = `d_y` with its axes as they were.
pub fn permute_grad<A: Access>(g: &Permute, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    for_each(g, samples, |from, to| d_x.to.set(from, d_y.get(to)));
}
