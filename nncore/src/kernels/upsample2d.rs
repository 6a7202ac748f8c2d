//! Each pixel as a block of equal ones, and the gradient. A piece is a number of samples.
//!
//! Of one layer: `x` is (batch, C, H, W), `y` (batch, C, scale h · H, scale w · W).

use nnplan::Upsample2d;

use crate::Element;

/// The width of `x`, and checks of the slices.
fn width(g: &Upsample2d, batch: usize, x: usize, y: usize) -> usize {
    assert_eq!(x, batch * g.input.len(), "upsample2d: elements of the input");
    assert_eq!(y, batch * g.output().len(), "upsample2d: elements of the output");
    g.input.dim(2)
}

/// `y[n, c, i, j] = x[n, c, i / scale h, j / scale w]`: the nearest neighbour.
///
/// What `y` holds before is not read; it is apart from `x`.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn upsample2d<T: Element>(g: &Upsample2d, batch: usize, x: &[T], y: &mut [T]) {
    let width = width(g, batch, x.len(), y.len());
    let [down, across] = g.scale;
    let rows = x.chunks_exact(width).zip(y.chunks_exact_mut(down * across * width));
    for (x, y) in rows {
        let (first, others) = y.split_at_mut(across * width);
        match across {
            1 => first.copy_from_slice(x),
            2 => stretch::<T, 2>(x, first),
            3 => stretch::<T, 3>(x, first),
            4 => stretch::<T, 4>(x, first),
            _ => x.iter().zip(first.chunks_exact_mut(across)).for_each(|(x, y)| y.fill(*x)),
        }
        for other in others.chunks_exact_mut(across * width) {
            other.copy_from_slice(first);
        }
    }
}

#[inline(always)]
fn stretch<T: Element, const N: usize>(x: &[T], y: &mut [T]) {
    for (x, y) in x.iter().zip(y.as_chunks_mut::<N>().0) {
        *y = [*x; N];
    }
}

/// `d_x` = the sum of `d_y` over each block, row by row.
///
/// What `d_x` holds before is not read; it is apart from `d_y`.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn upsample2d_grad<T: Element>(g: &Upsample2d, batch: usize, d_y: &[T], d_x: &mut [T]) {
    let width = width(g, batch, d_x.len(), d_y.len());
    let [down, across] = g.scale;
    let rows = d_x.chunks_exact_mut(width).zip(d_y.chunks_exact(down * across * width));
    for (d_x, d_y) in rows {
        d_x.fill(T::ZERO);
        for d_y in d_y.chunks_exact(across * width) {
            match across {
                2 => gather::<T, 2>(d_y, d_x),
                3 => gather::<T, 3>(d_y, d_x),
                4 => gather::<T, 4>(d_y, d_x),
                _ => {
                    for (sum, block) in d_x.iter_mut().zip(d_y.chunks_exact(across)) {
                        block.iter().for_each(|d| *sum += *d);
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn gather<T: Element, const N: usize>(d_y: &[T], d_x: &mut [T]) {
    for (sum, block) in d_x.iter_mut().zip(d_y.as_chunks::<N>().0) {
        for d in block {
            *sum += *d;
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    fn check<T: Element>(input: [usize; 3], scale: [usize; 2]) {
        let g = Upsample2d::new(Shape::new(&input), scale);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        for batch in [0, 1, 3] {
            let what = format!("{g:?}, batch {batch}");
            let mut numbers = Numbers::new(scale[0] as u64);
            let x: Vec<T> = numbers.integers(batch * g.input.len());
            let d_y: Vec<T> = numbers.integers(batch * g.output().len());
            let [y, d_x] = exact([&x, &d_y], [d_y.len(), x.len()], |[x, d_y], [y, d_x]| {
                portable::upsample2d(&g, batch, [x], [y]);
                portable::upsample2d_grad(&g, batch, [d_y], [d_x]);
            });
            let mut found = Guarded::nan(y.len());
            upsample2d(&g, batch, &x, found.slice());
            found.assert(&y, &what);
            let mut found = Guarded::nan(x.len());
            upsample2d_grad(&g, batch, &d_y, found.slice());
            found.assert(&d_x, &what);
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        for input in [[1, 1, 1], [2, 3, 5], [3, 7, 17], [1, 2, 33]] {
            for scale in [[1, 1], [2, 2], [1, 2], [2, 1], [3, 3], [2, 4], [4, 5], [7, 2]] {
                check::<f32>(input, scale);
                check::<f64>(input, scale);
            }
        }
    }
}
