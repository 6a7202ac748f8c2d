//! The axes of a value in another order.

use nnplan::{AXES, Permute};

use crate::Element;

/// One axis of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Axis {
    size: usize,
    /// The step in the input.
    from: usize,
    /// The step in the output.
    to: usize,
}

/// An axis that is not there.
const NONE: Axis = Axis { size: 1, from: 0, to: 0 };

/// The axes of the output with the batch ahead, as few as possible: without ones, and what lies side by side in both
/// is one. The innermost comes first.
fn axes(g: &Permute, batch: usize) -> [Axis; AXES + 1] {
    let rank = g.rank;
    let mut all = [NONE; AXES + 1];
    let (mut count, mut to) = (0, 1);
    for i in (0..=rank).rev() {
        let (size, from) = match i {
            0 => (batch, g.input.len()),
            i => (g.input.dim(g.axes[i - 1]), g.input.around(g.axes[i - 1]).2),
        };
        if size == 1 {
            continue;
        }
        if count > 0 && all[count - 1].size * all[count - 1].from == from {
            all[count - 1].size *= size;
        } else {
            all[count] = Axis { size, from, to };
            count += 1;
        }
        to *= size;
    }
    all
}

/// `y` = `x` with its axes in another order: axis i of `y` is axis `axes[i]` of `x`, as in numpy. With
/// [`inverse`](Permute::inverse) it is its own gradient.
///
/// `x` is (batch, the input's sizes), `y` (batch, the output's), apart from `x`. What `y` holds before is not read.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn permute<T: Element>(g: &Permute, batch: usize, x: &[T], y: &mut [T]) {
    let len = batch * g.input.len();
    assert!(x.len() == len && y.len() == len, "permute: elements of the operands");
    if len == 0 {
        return;
    }
    let [inner, rest @ ..] = axes(g, batch);
    if inner.from <= 1 {
        // Rows that stay together.
        return for_each(rest, |from, to| {
            y[to..to + inner.size].copy_from_slice(&x[from..from + inner.size]);
        });
    }
    // Matrices that are transposed: the input's rows lie along another axis.
    let at = rest.iter().position(|a| a.from == 1 && a.size > 1);
    let mut others = rest;
    let across = core::mem::replace(&mut others[at.expect("an axis of step 1")], NONE);
    for_each(others, |from, to| {
        let (x, y) = (&x[from..], &mut y[to..]);
        // Tiles of a cache line each way.
        if T::BYTES == 4 {
            transpose::<T, 16>(inner, across, x, y);
        } else {
            transpose::<T, 8>(inner, across, x, y);
        }
    });
}

/// Calls `f` with the places in input and output, for each position on six axes.
#[inline(always)]
fn for_each([a, b, rest @ ..]: [Axis; AXES], mut f: impl FnMut(usize, usize)) {
    let outer = |axes: [Axis; 2], from, to, f: &mut dyn FnMut(usize, usize)| {
        for l in 0..axes[1].size {
            for k in 0..axes[0].size {
                f(from + l * axes[1].from + k * axes[0].from, to + l * axes[1].to + k * axes[0].to);
            }
        }
    };
    let [c, d, e, g] = rest;
    outer([e, g], 0, 0, &mut |from, to| {
        outer([c, d], from, to, &mut |from, to| {
            for j in 0..b.size {
                for i in 0..a.size {
                    f(from + j * b.from + i * a.from, to + j * b.to + i * a.to);
                }
            }
        });
    });
}

/// `y` = the transpose of `x`: `along` lies side by side in `y`, `across` in `x`.
fn transpose<T: Element, const B: usize>(along: Axis, across: Axis, x: &[T], y: &mut [T]) {
    let (columns, rows) = (along.size, across.size);
    let (whole_columns, whole_rows) = (columns - columns % B, rows - rows % B);
    for row in (0..whole_rows).step_by(B) {
        for column in (0..whole_columns).step_by(B) {
            let mut tile = [[T::ZERO; B]; B];
            for (i, tile) in tile.iter_mut().enumerate() {
                tile.copy_from_slice(&x[(column + i) * along.from + row..][..B]);
            }
            for i in 0..B {
                let y = &mut y[(row + i) * across.to + column..][..B];
                for (y, tile) in y.iter_mut().zip(&tile) {
                    *y = tile[i];
                }
            }
        }
    }
    let mut element = |row, column| y[row * across.to + column] = x[column * along.from + row];
    for row in 0..rows {
        let first = if row < whole_rows { whole_columns } else { 0 };
        for column in first..columns {
            element(row, column);
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::portable;

    /// All orders of the axes.
    fn orders(rank: usize) -> Vec<Vec<usize>> {
        if rank == 0 {
            return vec![vec![]];
        }
        let insert = |order: Vec<usize>| {
            (0..rank).map(move |at| {
                let mut order = order.clone();
                order.insert(at, rank - 1);
                order
            })
        };
        orders(rank - 1).into_iter().flat_map(insert).collect()
    }

    fn check<T: Element>(dims: &[usize]) {
        for order in orders(dims.len()) {
            let g = Permute::new(Shape::new(dims), &order);
            assert!(g.fault().is_none(), "{:?}", g.fault());
            for batch in [0, 1, 3] {
                let what = format!("{g:?}, batch {batch}");
                let x: Vec<T> = Numbers::new(9).fractions(batch * g.input.len());
                let [expected] = exact([&x], [x.len()], |x, y| portable::permute(&g, batch, x, y));
                let mut y = Guarded::nan(x.len());
                permute(&g, batch, &x, y.slice());
                y.assert(&expected, &what);
                let mut back = Guarded::nan(x.len());
                permute(&g.inverse(), batch, &expected, back.slice());
                back.assert(&x, &what);
            }
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        let shapes: [&[usize]; 16] = [
            &[1],
            &[7],
            &[1, 1],
            &[5, 1],
            &[8, 16],
            &[17, 33],
            &[16, 7],
            &[3, 5, 7],
            &[2, 17, 19],
            &[1, 16, 16],
            &[2, 3, 4, 5],
            &[2, 1, 17, 3],
            &[1, 1, 1, 1],
            &[3, 2, 16, 9],
            &[2, 3, 1, 4, 5],
            &[2, 3, 2, 3, 2, 3],
        ];
        for dims in shapes {
            check::<f32>(dims);
            check::<f64>(dims);
        }
    }

    #[test]
    fn axes_that_stay_together_are_one() {
        let of = |dims: &[usize], order: &[usize]| {
            let all = axes(&Permute::new(Shape::new(dims), order), 6);
            all.iter()
                .take_while(|a| **a != NONE)
                .map(|a| (a.size, a.from, a.to))
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&[2, 3, 4], &[0, 1, 2]), [(144, 1, 1)]);
        assert_eq!(of(&[2, 3, 4], &[1, 2, 0]), [(2, 12, 1), (12, 1, 2), (6, 24, 24)]);
        assert_eq!(of(&[2, 3, 4], &[1, 0, 2]), [(4, 1, 1), (2, 12, 4), (3, 4, 8), (6, 24, 24)]);
        assert_eq!(of(&[1, 3, 1], &[2, 0, 1]), [(18, 1, 1)]);
    }
}
