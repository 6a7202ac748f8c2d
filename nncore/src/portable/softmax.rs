//! Softmax and its logarithm over one axis, and the gradient.
//!
//! Of one layer: `x` and `y` are (batch, outer, classes, inner).

use nnplan::Softmax;

use super::sums::{Order, sums};
use super::{Access, Out};
use crate::Element;

/// Calls `f` with the first element of each sequence of classes.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_sequences(g: &Softmax, samples: usize, mut f: impl FnMut(usize)) {
    for matrix in 0..samples * g.outer {
        for column in 0..g.inner {
            f(matrix * g.classes * g.inner + column);
        }
    }
}

/// The sum of `f` over the classes: in lanes where these lie side by side, else one after another.
#[cfg_attr(not(debug_assertions), inline(always))]
fn total<T: Element>(g: &Softmax, f: impl Fn(usize) -> T) -> T {
    let order = if g.inner == 1 { Order::LANES } else { Order::one_by_one(g.classes) };
    let [total] = sums(order, g.classes, |c| [f(c)]);
    T::from_f64(total)
}

/// `y = exp(x - max) / Σ exp(x - max)`, or its logarithm. `x` and `y` may be the same memory.
pub fn softmax<A: Access>(g: &Softmax, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (zero, one, y) = (A::Number::ZERO, A::Number::ONE, y.to);
    for_sequences(g, samples, |first| {
        let at = |c: usize| first + c * g.inner;
        let mut most = A::Number::NEG_INFINITY;
        for c in 0..g.classes {
            let x = x.get(at(c));
            most = if x > most { x } else { most };
        }
        let total = total(g, |c| {
            let shifted = x.get(at(c)) - most;
            let e = shifted.exp();
            y.set(at(c), if g.log { shifted } else { e });
            e
        });
        let (shift, scale) = if g.log { (total.ln(), one) } else { (zero, one / total) };
        for c in 0..g.classes {
            let value = y.get(at(c));
            y.set(at(c), if g.log { value - shift } else { value * scale });
        }
    });
}

/// `d_x = y (d_y - Σ d_y y)`, or `d_x = d_y - exp(y) Σ d_y`. `d_y` and `d_x` may be the same memory.
pub fn softmax_grad<A: Access>(g: &Softmax, samples: usize, [y, d_y]: [A; 2], [d_x]: [Out<A>; 1]) {
    for_sequences(g, samples, |first| {
        let at = |c: usize| first + c * g.inner;
        let total = total(g, |c| {
            let d = d_y.get(at(c));
            if g.log { d } else { y.get(at(c)) * d }
        });
        for c in 0..g.classes {
            let (y, d) = (y.get(at(c)), d_y.get(at(c)));
            d_x.to.set(at(c), if g.log { d - y.exp() * total } else { y * (d - total) });
        }
    });
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;

    use nnplan::{Shape, SoftmaxArgs};

    use super::*;
    use crate::kernels::softmax as cpu;
    use crate::portable::fixture::{Numbers, assert_bits, nan, read, write};

    const SHAPES: [(&[usize], usize); 7] = [
        (&[1], 0),
        (&[10], 0),
        (&[1100], 0),
        (&[4, 33], 1),
        (&[700, 3], 0),
        (&[3, 5, 7], 1),
        (&[6, 4, 5], 0),
    ];

    fn check(g: &Softmax, batch: usize, x: &[f32], d_y: &[f32]) {
        let what = format!("{g:?}, batch {batch}");
        let mut y = x.to_vec();
        cpu::softmax(g, batch, &mut y);
        let (mut apart, mut in_place) = (nan(x.len()), x.to_vec());
        softmax(g, batch, [read(x)], [write(&mut apart)]);
        assert_bits(&apart, &y, &what);
        let all = write(&mut in_place);
        softmax(g, batch, [all.to], [all]);
        assert_bits(&in_place, &y, &what);

        let mut expected = d_y.to_vec();
        cpu::softmax_grad(g, batch, &y, &mut expected);
        let (mut apart, mut in_place) = (nan(x.len()), d_y.to_vec());
        softmax_grad(g, batch, [read(&y), read(d_y)], [write(&mut apart)]);
        assert_bits(&apart, &expected, &what);
        let all = write(&mut in_place);
        softmax_grad(g, batch, [read(&y), all.to], [all]);
        assert_bits(&in_place, &expected, &what);
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for (dims, axis) in SHAPES {
            for log in [false, true] {
                let g = Softmax::new(Shape::new(dims), SoftmaxArgs { axis, log });
                for batch in [1, 3] {
                    let (mut numbers, len) = (Numbers::new(g.classes), batch * g.input.len());
                    let d_y = numbers.take(len);
                    check(&g, batch, &numbers.take(len), &d_y);
                    check(&g, batch, &numbers.wild(len), &d_y);
                }
            }
        }
    }
}
