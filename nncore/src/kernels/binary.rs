//! Sums, differences, products and quotients of two values, element by element. A piece is any range of elements.

use nnplan::BinaryFunction;

use crate::Element;

/// `y = a + b`, `a - b`, `a * b` or `a / b`.
///
/// All three are of one length. `y` is apart from the others ([`binary_assign`] and [`binary_assign_right`] work in place), which may be
/// the same. What `y` holds before is not read. 1 flop an element.
///
/// # Panics
/// When the lengths differ.
pub fn binary<T: Element>(f: BinaryFunction, a: &[T], b: &[T], y: &mut [T]) {
    assert!(a.len() == y.len() && b.len() == y.len(), "binary: elements of the operands");
    match f {
        BinaryFunction::Add => each(a, b, y, |a, b| a + b),
        BinaryFunction::Sub => each(a, b, y, |a, b| a - b),
        BinaryFunction::Mul => each(a, b, y, |a, b| a * b),
        BinaryFunction::Div => each(a, b, y, |a, b| a / b),
    }
}

/// [`binary`] in place of the left operand: `y = y + b`, `y - b`, `y * b` or `y / b`.
///
/// # Panics
/// When the lengths differ.
pub fn binary_assign<T: Element>(f: BinaryFunction, b: &[T], y: &mut [T]) {
    assert_eq!(b.len(), y.len(), "binary: elements of the operands");
    match f {
        BinaryFunction::Add => y.iter_mut().zip(b).for_each(|(y, b)| *y += *b),
        BinaryFunction::Sub => y.iter_mut().zip(b).for_each(|(y, b)| *y -= *b),
        BinaryFunction::Mul => y.iter_mut().zip(b).for_each(|(y, b)| *y *= *b),
        BinaryFunction::Div => y.iter_mut().zip(b).for_each(|(y, b)| *y /= *b),
    }
}

/// [`binary`] in place of the right operand: `y = a + y`, `a - y`, `a * y` or `a / y`.
///
/// # Panics
/// When the lengths differ.
pub fn binary_assign_right<T: Element>(f: BinaryFunction, a: &[T], y: &mut [T]) {
    assert_eq!(a.len(), y.len(), "binary: elements of the operands");
    match f {
        BinaryFunction::Add => y.iter_mut().zip(a).for_each(|(y, a)| *y = *a + *y),
        BinaryFunction::Sub => y.iter_mut().zip(a).for_each(|(y, a)| *y = *a - *y),
        BinaryFunction::Mul => y.iter_mut().zip(a).for_each(|(y, a)| *y = *a * *y),
        BinaryFunction::Div => y.iter_mut().zip(a).for_each(|(y, a)| *y = *a / *y),
    }
}

#[inline(always)]
fn each<T: Element>(a: &[T], b: &[T], y: &mut [T], f: impl Fn(T, T) -> T) {
    for ((y, a), b) in y.iter_mut().zip(a).zip(b) {
        *y = f(*a, *b);
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::{Binary, Shape};

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    fn check<T: Element>(len: usize) {
        let mut numbers = Numbers::new(len as u64);
        // Odd numbers: 0 / 0 would equal nothing.
        let mut odd =
            || -> Vec<T> { numbers.integers(len).into_iter().map(|i: T| i + i + T::ONE).collect() };
        let (a, b) = (odd(), odd());
        for f in BinaryFunction::ALL {
            let g = Binary::new(f, Shape::new(&[len]), Shape::new(&[len]));
            for b in [&b, &a] {
                let what = format!("{f:?} of {len}");
                let [expected] = exact([&a, b], [len], |x, y| portable::binary(&g, 1, x, y));
                let mut y = Guarded::nan(len);
                binary(f, &a, b, y.slice());
                y.assert(&expected, &what);
                let mut y = Guarded::of(&a);
                binary_assign(f, b, y.slice());
                y.assert(&expected, &what);
                let mut y = Guarded::of(b);
                binary_assign_right(f, &a, y.slice());
                y.assert(&expected, &what);
            }
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for len in [0, 1, 2, 7, 8, 9, 31, 64, 97, 1009] {
            check::<f32>(len);
            check::<f64>(len);
        }
    }
}
