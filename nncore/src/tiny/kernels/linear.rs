//! `Linear` and its gradients.

use nnplan::Linear;

use super::store;
use crate::tiny::access::View;
use crate::tiny::piece::Write;

/// `y = x Wᵀ + b` of so many rows.
pub(in crate::tiny) fn linear(g: &Linear, rows: usize, x: View, w: View, b: Option<View>, y: View) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..rows {
        let x = x.from(row * from);
        for o in 0..to {
            let mut sum = match b {
                Some(b) => b.get(o),
                None => 0.0,
            };
            for i in 0..from {
                sum += x.get(i) * w.get(o * from + i);
            }
            y.set(row * to + o, sum);
        }
    }
}

/// `d_x = d_y W`
pub(in crate::tiny) fn linear_grad_input(g: &Linear, rows: usize, d_y: View, w: View, d_x: View) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..rows {
        for i in 0..from {
            let mut sum = 0.0;
            for o in 0..to {
                sum += d_y.get(row * to + o) * w.get(o * from + i);
            }
            d_x.set(row * from + i, sum);
        }
    }
}

/// `d_w = d_yᵀ x`
pub(in crate::tiny) fn linear_grad_weight(
    g: &Linear,
    rows: usize,
    x: View,
    d_y: View,
    write: Write,
    d_w: View,
) {
    let (from, to) = (g.in_features, g.out_features);
    for o in 0..to {
        for i in 0..from {
            store(d_w, o * from + i, write, |mut sum| {
                for row in 0..rows {
                    sum += d_y.get(row * to + o) * x.get(row * from + i);
                }
                sum
            });
        }
    }
}

/// `d_b = Σ d_y`
pub(in crate::tiny) fn linear_grad_bias(
    g: &Linear,
    rows: usize,
    d_y: View,
    write: Write,
    d_b: View,
) {
    for o in 0..g.out_features {
        store(d_b, o, write, |mut sum| {
            for row in 0..rows {
                sum += d_y.get(row * g.out_features + o);
            }
            sum
        });
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use nnplan::{LinearArgs, Shape};

    use super::*;
    use crate::kernels::linear as cpu;
    use crate::tiny::kernels::fixture::{assert_bits, assert_sums, numbers, read, strict, written};

    fn check(g: &Linear, samples: usize) {
        let what = format!("{g:?}, {samples} samples");
        let rows = samples * g.rows;
        let (x, d_y) = (numbers(1, rows * g.in_features), numbers(2, rows * g.out_features));
        let (w, b) = (numbers(3, g.weight().len()), numbers(4, g.out_features));
        let mut y = vec![0.0; d_y.len()];
        for bias in [None, Some(&b)] {
            cpu::linear(strict(), g, samples, &x, &w, bias.map(|b| &b[..]), &mut y);
            let bias = bias.map(|b| read(b));
            let found = written(y.len(), |y| linear(g, rows, read(&x), read(&w), bias, y));
            assert_bits(&found, &y, &what);
        }
        let mut d_x = vec![0.0; x.len()];
        cpu::linear_grad_input(strict(), g, samples, &d_y, &w, &mut d_x);
        let found = written(x.len(), |d_x| linear_grad_input(g, rows, read(&d_y), read(&w), d_x));
        assert_bits(&found, &d_x, &what);
        assert_sums(
            w.len(),
            &what,
            |write, d_w| linear_grad_weight(g, rows, read(&x), read(&d_y), write, d_w),
            |write, d_w| cpu::linear_grad_weight(strict(), g, samples, &x, &d_y, write, d_w),
        );
        assert_sums(
            b.len(),
            &what,
            |write, d_b| linear_grad_bias(g, rows, read(&d_y), write, d_b),
            |write, d_b| cpu::linear_grad_bias(strict(), g, samples, &d_y, write, d_b),
        );
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for (input, out) in [
            (&[1][..], 1),
            (&[7], 3),
            (&[70], 9),
            (&[33], 40),
            (&[130], 17),
            (&[3, 5], 4),
            (&[9, 65], 8),
        ] {
            let args = LinearArgs { in_features: None, out_features: out, bias: true };
            let g = Linear::new(Shape::new(input), args);
            (1..=5).for_each(|samples| check(&g, samples));
        }
    }
}
