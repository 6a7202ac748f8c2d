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

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::reduce as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};

    fn check(g: &Reduce, n: usize, x: &[f32]) {
        let what = format!("{g:?}, {n} samples");
        let len = n * g.output().len();
        let d_y = numbers(7, len);
        let (mut y, mut d_x) = (vec![0.0; len], vec![0.0; x.len()]);
        cpu::reduce(g, n, x, &mut y);
        assert_bits(&written(len, |y| reduce(g, n, [read(x)], [y])), &y, &what);
        cpu::reduce_grad(g, n, x, &y, &d_y, &mut d_x);
        let by = [read(x), read(&y), read(&d_y)];
        let found = written(x.len(), |d_x| reduce_grad(g, n, by, [d_x]));
        assert_bits(&found, &d_x, &what);
    }

    fn check_all(dims: &[usize], change: impl Fn(usize, &mut f32)) {
        for mask in 0..1 << dims.len() {
            let axes: [bool; 4] = core::array::from_fn(|i| mask >> i & 1 == 1);
            for function in [ReduceFunction::Sum, ReduceFunction::Mean, ReduceFunction::Max] {
                let g = Reduce::new(function, Shape::new(dims), axes, axes[0]);
                for n in 1..=5 {
                    let mut x: Vec<f32> = numbers(n, n * g.input.len());
                    x.iter_mut().enumerate().for_each(|(i, x)| change(i, x));
                    check(&g, n, &x);
                }
            }
        }
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        // Around the blocks of 512 elements, 64 rows and 16 lanes.
        let shapes: [&[usize]; 12] = [
            &[1],
            &[600],
            &[1, 7],
            &[65, 16],
            &[3, 17],
            &[130, 5],
            &[2, 3, 4],
            &[5, 1, 23],
            &[3, 7, 37],
            &[2, 3, 4, 5],
            &[3, 2, 66, 2],
            &[1, 1, 1, 1],
        ];
        for dims in shapes {
            check_all(dims, |_, _| ());
        }
    }

    #[test]
    fn equal_numbers_zeros_of_both_signs_and_nan() {
        for dims in [&[40][..], &[3, 17], &[17, 3], &[2, 3, 2, 9]] {
            check_all(dims, |i, x| *x = if i % 3 == 0 { -0.0 } else { 0.0 });
            check_all(dims, |i, x| *x = [2.0, 1.0, 2.0, -1.0, f32::INFINITY][i % 5]);
            check_all(dims, |_, x| *x = f32::NEG_INFINITY);
        }
    }

    #[test]
    fn which_of_several_nan_is_the_largest() {
        let nan = |i: usize| f32::from_bits(0x7fc0_0000 + i as u32);
        for dims in [&[40][..], &[3, 17], &[17, 3], &[2, 3, 2, 9]] {
            for mask in 0..1 << dims.len() {
                let axes: [bool; 4] = core::array::from_fn(|i| mask >> i & 1 == 1);
                let g = Reduce::new(ReduceFunction::Max, Shape::new(dims), axes, false);
                let mut x = numbers(1, 2 * g.input.len());
                x.iter_mut().enumerate().step_by(7).for_each(|(i, x)| *x = nan(i));
                check(&g, 2, &x);
            }
        }
    }
}
