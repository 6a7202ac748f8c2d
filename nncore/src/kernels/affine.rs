//! A constant scale and shift of each element. A piece is any range of elements.

use nnplan::Affine;

use crate::Element;

/// `y = scale * x + shift`, the product rounded first.
///
/// `x` and `y` are of one length, and apart ([`affine_assign`] works in place). What `y` holds before is not read.
/// 2 flops an element.
///
/// # Panics
/// When the lengths differ.
pub fn affine<T: Element>(g: &Affine, x: &[T], y: &mut [T]) {
    assert_eq!(x.len(), y.len(), "affine: elements of the operands");
    let (scale, shift) = (T::from_f64(g.scale), T::from_f64(g.shift));
    for (y, x) in y.iter_mut().zip(x) {
        *y = scale * *x + shift;
    }
}

/// [`affine`] in place.
pub fn affine_assign<T: Element>(g: &Affine, y: &mut [T]) {
    let (scale, shift) = (T::from_f64(g.scale), T::from_f64(g.shift));
    for y in y {
        *y = scale * *y + shift;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers};
    use crate::portable::{self, Cells, Out, Sums};

    fn check<T: Element>(len: usize) {
        let x: Vec<T> = Numbers::new(len as u64).fractions(len);
        for (scale, shift) in [(1.0, 0.0), (-1.0, 1.0), (0.1, -0.3), (0.0, 2.0)] {
            let g = Affine::new(Shape::new(&[len]), scale, shift);
            // In the kernel's own type: the constants are rounded to it.
            let (mut from, mut expected) = (x.clone(), vec![T::ZERO; len]);
            let (from, to) = (Cells::of(&mut from), Cells::of(&mut expected));
            let y = Out { to, write: Sums::Replace, is_there: true, len };
            portable::affine(&g, 1, [from], [y]);
            let mut y = Guarded::nan(len);
            affine(&g, &x, y.slice());
            y.assert(&expected, &format!("{g:?}"));
            let mut y = Guarded::of(&x);
            affine_assign(&g, y.slice());
            y.assert(&expected, &format!("{g:?}"));
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for len in [0, 1, 7, 8, 9, 31, 97, 1009] {
            check::<f32>(len);
            check::<f64>(len);
        }
    }
}
