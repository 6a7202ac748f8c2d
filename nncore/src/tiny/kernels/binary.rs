//! Sums, differences, products and quotients of two values, element by element.

use nnplan::BinaryFunction;

use crate::tiny::access::View;

/// `y = a + b`, `a - b`, `a * b` or `a / b` of `n` elements; any two of the three may be the same.
#[cfg_attr(not(debug_assertions), inline(always))] // a program has the functions that it uses
pub(in crate::tiny) fn binary(f: BinaryFunction, n: usize, a: View, b: View, y: View) {
    match f {
        BinaryFunction::Add => each(n, a, b, y, |a, b| a + b),
        BinaryFunction::Sub => each(n, a, b, y, |a, b| a - b),
        BinaryFunction::Mul => each(n, a, b, y, |a, b| a * b),
        BinaryFunction::Div => each(n, a, b, y, |a, b| a / b),
    }
}

fn each(n: usize, a: View, b: View, y: View, f: impl Fn(f32, f32) -> f32) {
    for i in 0..n {
        y.set(i, f(a.get(i), b.get(i)));
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use super::*;
    use crate::kernels::binary as cpu;
    use crate::tiny::kernels::fixture::{assert_bits, numbers, read, written, written_to};

    #[test]
    fn has_the_bits_of_the_cpu() {
        for n in [1, 2, 7, 31, 97] {
            let (a, b) = (numbers(n, n), numbers(n + 1, n));
            for f in BinaryFunction::ALL {
                let what = format!("{f:?} of {n}");
                let mut y = vec![0.0; n];
                cpu::binary(f, &a, &b, &mut y);
                assert_bits(&written(n, |y| binary(f, n, read(&a), read(&b), y)), &y, &what);
                let found = written_to(a.clone(), |y| binary(f, n, y, read(&b), y));
                assert_bits(&found, &y, &what);
                cpu::binary(f, &a, &a, &mut y);
                assert_bits(&written_to(a.clone(), |y| binary(f, n, y, y, y)), &y, &what);
            }
        }
    }
}
