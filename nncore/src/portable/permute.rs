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

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use super::*;
    use crate::kernels::permute as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};

    #[test]
    fn has_the_bits_of_the_cpu() {
        let cases: [(&[usize], &[usize]); 12] = [
            (&[7], &[0]),
            (&[5, 1], &[1, 0]),
            (&[17, 33], &[1, 0]),
            (&[17, 33], &[0, 1]),
            (&[3, 5, 7], &[2, 0, 1]),
            (&[3, 5, 7], &[1, 2, 0]),
            (&[2, 17, 19], &[0, 2, 1]),
            (&[2, 17, 19], &[1, 0, 2]),
            (&[2, 3, 4, 5], &[3, 1, 0, 2]),
            (&[2, 3, 4, 5], &[1, 2, 3, 0]),
            (&[2, 1, 17, 3], &[2, 3, 1, 0]),
            (&[1, 1, 1, 1], &[3, 0, 2, 1]),
        ];
        for (dims, order) in cases {
            let g = Permute::new(Shape::new(dims), order);
            for n in 1..=5 {
                let what = format!("{g:?}, {n} samples");
                let x = numbers(n, n * g.input.len());
                let mut y = vec![0.0; x.len()];
                cpu::permute(&g, n, &x, &mut y);
                assert_bits(&written(x.len(), |y| permute(&g, n, [read(&x)], [y])), &y, &what);
                assert_bits(&written(x.len(), |d| permute_grad(&g, n, [read(&y)], [d])), &x, &what);
            }
        }
    }
}
