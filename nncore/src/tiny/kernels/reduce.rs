//! Sum, mean and maximum over axes, and their gradients.

use nnplan::{Reduce, ReduceFunction};

use super::axes;
use crate::kernels::axes::Groups;
use crate::tiny::access::View;

/// `y` = the sum, the mean or the maximum of `x` over the axes, of so many samples.
#[cfg_attr(not(debug_assertions), inline(always))] // a program has the functions that it uses
pub(in crate::tiny) fn reduce(g: &Reduce, n: usize, x: View, y: View) {
    match g.function {
        ReduceFunction::Sum => sum(g, n, x, y),
        ReduceFunction::Mean => mean(g, n, x, y),
        ReduceFunction::Max => axes::max(&groups(g, n), x, y),
    }
}

fn groups(g: &Reduce, n: usize) -> Groups {
    Groups::new(n, &g.input, g.axes)
}

fn sum(g: &Reduce, n: usize, x: View, y: View) {
    axes::sum(&groups(g, n), x, y, |sum| sum as f32);
}

fn mean(g: &Reduce, n: usize, x: View, y: View) {
    let count = g.count() as f64;
    axes::sum(&groups(g, n), x, y, |sum| (sum / count) as f32);
}

/// Its gradient by `x`; `x` and `y`, its output, are read for a maximum alone.
#[cfg_attr(not(debug_assertions), inline(always))] // as above
pub(in crate::tiny) fn reduce_grad(g: &Reduce, n: usize, x: View, y: View, d_y: View, d_x: View) {
    match g.function {
        ReduceFunction::Sum => axes::repeat(&groups(g, n), d_y, d_x, |d| d),
        ReduceFunction::Mean => mean_grad(g, n, d_y, d_x),
        ReduceFunction::Max => axes::max_grad(&groups(g, n), x, y, d_y, d_x),
    }
}

fn mean_grad(g: &Reduce, n: usize, d_y: View, d_x: View) {
    let count = g.count() as f32;
    axes::repeat(&groups(g, n), d_y, d_x, |d| d / count);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::reduce as cpu;
    use crate::tiny::kernels::fixture::{assert_bits, numbers, read, written};

    fn check(g: &Reduce, n: usize, x: &[f32]) {
        let what = format!("{g:?}, {n} samples");
        let len = n * g.output().len();
        let d_y = numbers(7, len);
        let (mut y, mut d_x) = (vec![0.0; len], vec![0.0; x.len()]);
        cpu::reduce(g, n, x, &mut y);
        assert_bits(&written(len, |y| reduce(g, n, read(x), y)), &y, &what);
        cpu::reduce_grad(g, n, x, &y, &d_y, &mut d_x);
        let found = written(x.len(), |d_x| reduce_grad(g, n, read(x), read(&y), read(&d_y), d_x));
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
