//! Sums, differences, products and quotients of two values, element by element; copies.

use nnplan::{Binary, BinaryFunction};

use super::{Access, Out};

/// `y = a + b`, `a - b`, `a * b` or `a / b`; any two of the three may be the same memory.
#[cfg_attr(not(debug_assertions), inline(always))] // a program has the functions that it uses
pub fn binary<A: Access>(g: &Binary, samples: usize, [a, b]: [A; 2], [y]: [Out<A>; 1]) {
    let n = samples * g.left.len();
    match g.function {
        BinaryFunction::Add => each(n, [a, b], y.to, |a, b| a + b),
        BinaryFunction::Sub => each(n, [a, b], y.to, |a, b| a - b),
        BinaryFunction::Mul => each(n, [a, b], y.to, |a, b| a * b),
        BinaryFunction::Div => each(n, [a, b], y.to, |a, b| a / b),
    }
}

/// `y = a + b`, the sum of two gradients of `len` elements a sample; any two of the three may be the same memory.
#[cfg_attr(not(debug_assertions), inline(always))] // as the sum of two values
pub fn accumulate<A: Access>(len: &usize, samples: usize, [a, b]: [A; 2], [y]: [Out<A>; 1]) {
    each(samples * len, [a, b], y.to, |a, b| a + b);
}

fn each<A: Access>(n: usize, [a, b]: [A; 2], y: A, f: impl Fn(A::Number, A::Number) -> A::Number) {
    for i in 0..n {
        y.set(i, f(a.get(i), b.get(i)));
    }
}

/// `y = x`, `len` elements a sample.
pub fn copy<A: Access>(len: &usize, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    for i in 0..samples * len {
        y.to.set(i, x.get(i));
    }
}

/// `d = sum`: numbers of the whole batch become the gradient of a tensor, or are added to it.
pub fn keep_gradient<A: Access>(len: &usize, _: usize, [sum]: [A; 1], [d]: [Out<A>; 1]) {
    for i in 0..*len {
        d.store(i, |before| before + sum.get(i));
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::binary as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written, written_to};

    #[test]
    fn has_the_bits_of_the_cpu() {
        for n in [1, 2, 7, 31, 97] {
            let (a, b) = (numbers(n, n), numbers(n + 1, n));
            for f in BinaryFunction::ALL {
                let g = Binary::new(f, Shape::new(&[n]), Shape::new(&[n]));
                let what = format!("{f:?} of {n}");
                let mut y = vec![0.0; n];
                cpu::binary(f, &a, &b, &mut y);
                assert_bits(&written(n, |y| binary(&g, 1, [read(&a), read(&b)], [y])), &y, &what);
                let found = written_to(a.clone(), |y| binary(&g, 1, [y.to, read(&b)], [y]));
                assert_bits(&found, &y, &what);
                cpu::binary(f, &a, &a, &mut y);
                assert_bits(&written_to(a.clone(), |y| binary(&g, 1, [y.to; 2], [y])), &y, &what);
            }
        }
    }
}
