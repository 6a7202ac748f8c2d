//! `Linear` and its gradients.
//!
//! Of one layer: `x` is (batch, rows, in_features), `y` (batch, rows, out_features), `w` (out_features, in_features), `b`
//! (out_features).

use nnplan::Linear;

use super::{Access, Out};
use crate::Element;

/// `y = x Wᵀ + b`: each sum begins with the bias and goes in the order of the features.
pub fn linear<A: Access>(g: &Linear, samples: usize, [x, w, b]: [A; 3], [y]: [Out<A>; 1]) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..samples * g.rows {
        let x = x.from(row * from);
        for o in 0..to {
            let mut sum = if g.bias { b.get(o) } else { A::Number::ZERO };
            for i in 0..from {
                sum += x.get(i) * w.get(o * from + i);
            }
            y.to.set(row * to + o, sum);
        }
    }
}

/// `d_x = d_y W`
pub fn linear_grad_input<A: Access>(
    g: &Linear,
    samples: usize,
    [d_y, w]: [A; 2],
    [d_x]: [Out<A>; 1],
) {
    let (from, to) = (g.in_features, g.out_features);
    for row in 0..samples * g.rows {
        for i in 0..from {
            let mut sum = A::Number::ZERO;
            for o in 0..to {
                sum += d_y.get(row * to + o) * w.get(o * from + i);
            }
            d_x.to.set(row * from + i, sum);
        }
    }
}

/// `d_w = d_yᵀ x`, in the order of the rows.
pub fn linear_grad_weight<A: Access>(
    g: &Linear,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w]: [Out<A>; 1],
) {
    let (from, to) = (g.in_features, g.out_features);
    for o in 0..to {
        for i in 0..from {
            d_w.store(o * from + i, |mut sum| {
                for row in 0..samples * g.rows {
                    sum += d_y.get(row * to + o) * x.get(row * from + i);
                }
                sum
            });
        }
    }
}

/// `d_b = Σ d_y`, in the order of the rows.
pub fn linear_grad_bias<A: Access>(g: &Linear, samples: usize, [d_y]: [A; 1], [d_b]: [Out<A>; 1]) {
    for o in 0..g.out_features {
        d_b.store(o, |mut sum| {
            for row in 0..samples * g.rows {
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
    use crate::portable::fixture::{assert_bits, assert_sums, numbers, read, strict, written};
    use crate::tiny::View;

    fn check(g: &Linear, samples: usize) {
        let what = format!("{g:?}, {samples} samples");
        let rows = samples * g.rows;
        let (x, d_y) = (numbers(1, rows * g.in_features), numbers(2, rows * g.out_features));
        let (w, b) = (numbers(3, g.weight().len()), numbers(4, g.out_features));
        let mut y = vec![0.0; d_y.len()];
        for bias in [None, Some(&b[..])] {
            let mut g = *g;
            g.bias = bias.is_some();
            cpu::linear(strict(), &g, samples, &x, &w, bias, &mut y);
            let bias = bias.map_or(View::NONE, read);
            let found = written(y.len(), |y| linear(&g, samples, [read(&x), read(&w), bias], [y]));
            assert_bits(&found, &y, &what);
        }
        let mut d_x = vec![0.0; x.len()];
        cpu::linear_grad_input(strict(), g, samples, &d_y, &w, &mut d_x);
        let found =
            written(x.len(), |d_x| linear_grad_input(g, samples, [read(&d_y), read(&w)], [d_x]));
        assert_bits(&found, &d_x, &what);
        assert_sums(
            w.len(),
            &what,
            |d_w| linear_grad_weight(g, samples, [read(&x), read(&d_y)], [d_w]),
            |write, d_w| cpu::linear_grad_weight(strict(), g, samples, &x, &d_y, write, d_w),
        );
        assert_sums(
            b.len(),
            &what,
            |d_b| linear_grad_bias(g, samples, [read(&d_y)], [d_b]),
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
