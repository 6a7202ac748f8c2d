//! Axes of two kinds: what reductions and repetitions see of a shape.

use nnplan::{AXES, Shape};

use super::wins;
use crate::Element;
use crate::math;

/// Columns that are worked on together.
const COLUMNS: usize = 16;
/// Columns of a narrower block, where those do not fill the wide one.
const FEW: usize = 4;
/// Rows whose sum is held in the numbers' own type before it goes to an `f64`.
pub(crate) const ROWS: usize = 64;

/// A batch of a shape, its axes merged into five groups, the outermost first: groups 0, 2 and 4 are kept, 1 and
/// 3 reduced. What does not occur has size 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Groups(pub(crate) [usize; 5]);

impl Groups {
    /// The groups of `batch` samples of `shape`.
    pub(crate) fn new(batch: usize, shape: &Shape, reduced: [bool; AXES]) -> Self {
        let (mut sizes, mut group) = ([1; 5], 4);
        // Sizes after the last are 1. The remainders change nothing: they show the compiler that no array ends earlier.
        let mut axis = AXES;
        while axis > 0 {
            axis -= 1;
            let size = shape.dim(axis % AXES);
            if size != 1 {
                group -= usize::from(reduced[axis % AXES] != (group % 2 == 1));
                sizes[group % 5] *= size;
            }
        }
        sizes[(group - group % 2) % 5] *= batch; // the batch is kept
        Self(sizes)
    }

    /// Elements of the whole, and of what is kept.
    pub(super) fn lens(&self) -> [usize; 2] {
        let [a, p, b, q, c] = self.0;
        [a * p * b * q * c, a * b * c]
    }

    /// Calls `f(i, rows)` for each run `i` of kept elements that lie side by side; `rows` are the places in the
    /// whole, of each reduced element, where the run has its first.
    #[inline(always)]
    fn for_runs(&self, mut f: impl FnMut(usize, Rows)) {
        let [a, p, b, q, c] = self.0;
        // An empty batch may leave rows without width.
        let runs = if c == 0 { 0 } else { a * b };
        for i in 0..runs {
            let (outer, inner) = (i / b, i % b);
            let start = (outer * p * b + inner) * q * c;
            f(i, Rows { start, outer: p, step: b * q * c, inner: q, width: c });
        }
    }
}

/// Rows of a matrix, in runs: `inner` rows of `width` side by side, `outer` times, `step` apart.
#[derive(Clone, Copy)]
struct Rows {
    start: usize,
    outer: usize,
    step: usize,
    inner: usize,
    width: usize,
}

impl Rows {
    /// The rows that lie side by side: where the first begins.
    #[inline(always)]
    fn blocks(self) -> impl Iterator<Item = usize> {
        (0..self.outer).map(move |i| self.start + i * self.step)
    }

    /// Where each row begins, in their order.
    #[inline(always)]
    fn starts(self) -> impl Iterator<Item = usize> {
        self.blocks().flat_map(move |s| (0..self.inner).map(move |k| s + k * self.width))
    }
}

/// `y = finish(Σ x)` over the reduced elements. 16 and more side by side are summed as by
/// [`math::sum`]; else in their order, up to 64 in `T`, then in `f64`.
#[inline(always)]
pub(super) fn sum<T: Element>(g: &Groups, x: &[T], y: &mut [T], finish: impl Fn(f64) -> T) {
    g.for_runs(|i, rows| {
        let width = rows.width;
        let y = &mut y[i * width..(i + 1) * width];
        if width == 1 {
            let total = rows.blocks().map(|s| row_sum(&x[s..s + rows.inner]));
            y[0] = finish(total.fold(0.0, |a, b| a + b));
            return;
        }
        let wide = width - width % COLUMNS;
        let few = width - width % FEW;
        for first in (0..wide).step_by(COLUMNS) {
            column_sums::<T, COLUMNS>(rows, first, x, y, &finish);
        }
        for first in (wide..few).step_by(FEW) {
            column_sums::<T, FEW>(rows, first, x, y, &finish);
        }
        for first in few..width {
            column_sums::<T, 1>(rows, first, x, y, &finish);
        }
    });
}

#[inline(always)]
fn row_sum<T: Element>(x: &[T]) -> f64 {
    if x.len() < math::LANES {
        // The lanes' tree would take longer.
        return x.iter().fold(T::ZERO, |sum, x| sum + *x).to_f64();
    }
    math::sum(x)
}

#[inline(always)]
fn column_sums<T: Element, const W: usize>(
    rows: Rows,
    first: usize,
    x: &[T],
    y: &mut [T],
    finish: impl Fn(f64) -> T,
) {
    let mut total = [0.0; W];
    let mut sums = [T::ZERO; W];
    let mut held = 0;
    let flush = |total: &mut [f64; W], sums: &mut [T; W]| {
        for (total, sum) in total.iter_mut().zip(sums) {
            *total += sum.to_f64();
            *sum = T::ZERO;
        }
    };
    for block in rows.blocks() {
        let all = x[block..block + rows.inner * rows.width].chunks_exact(rows.width);
        for row in all {
            for (sum, x) in sums.iter_mut().zip(&row[first..first + W]) {
                *sum += *x;
            }
            held += 1;
            if held == ROWS {
                flush(&mut total, &mut sums);
                held = 0;
            }
        }
    }
    flush(&mut total, &mut sums);
    for (y, total) in y[first..first + W].iter_mut().zip(total) {
        *y = finish(total);
    }
}

#[inline(always)]
pub(crate) fn larger<T: Element>(later: T, best: T) -> T {
    if wins(later, best) { later } else { best }
}

/// `y` = the largest of the reduced elements, NaN if there is one.
#[inline(always)]
pub(super) fn max<T: Element>(g: &Groups, x: &[T], y: &mut [T]) {
    g.for_runs(|i, rows| {
        let width = rows.width;
        let y = &mut y[i * width..(i + 1) * width];
        if width == 1 {
            let all = rows.blocks().map(|s| row_max(&x[s..s + rows.inner]));
            y[0] = all.fold(T::NEG_INFINITY, |best, x| larger(x, best));
            return;
        }
        y.fill(T::NEG_INFINITY);
        for start in rows.starts() {
            for (y, x) in y.iter_mut().zip(&x[start..start + width]) {
                *y = larger(*x, *y);
            }
        }
    });
}

#[inline(always)]
fn row_max<T: Element>(x: &[T]) -> T {
    let (full, rest) = x.as_chunks::<COLUMNS>();
    let mut best = T::NEG_INFINITY;
    if let Some((first, full)) = full.split_first() {
        let mut lanes = *first;
        for x in full {
            for (lane, x) in lanes.iter_mut().zip(x) {
                *lane = larger(*x, *lane);
            }
        }
        let mut width = COLUMNS / 2;
        while width > 0 {
            let (low, high) = lanes.split_at_mut(width);
            low.iter_mut().zip(high).for_each(|(low, high)| *low = larger(*high, *low));
            width /= 2;
        }
        best = lanes[0];
    }
    rest.iter().fold(best, |best, x| larger(*x, best))
}

/// The gradient of [`max`]: `d_y` goes to the first element that is the largest; to the last NaN, if there is
/// one. The others get 0.
#[inline(always)]
pub(super) fn max_grad<T: Element>(g: &Groups, x: &[T], y: &[T], d_y: &[T], d_x: &mut [T]) {
    g.for_runs(|i, rows| {
        let run = i * rows.width..(i + 1) * rows.width;
        let (y, d_y) = (&y[run.clone()], &d_y[run]);
        if let ([y], [d_y]) = (y, d_y) {
            return row_max_grad(rows, x, *y, *d_y, d_x);
        }
        for first in (0..rows.width).step_by(COLUMNS) {
            let n = COLUMNS.min(rows.width - first);
            let (y, d_y) = (&y[first..first + n], &d_y[first..first + n]);
            // What is not given away yet.
            let mut left = [T::ZERO; COLUMNS];
            left[..n].copy_from_slice(d_y);
            for start in rows.starts() {
                let at = start + first;
                let places = d_x[at..at + n].iter_mut().zip(&x[at..at + n]);
                for ((d_x, x), (y, left)) in places.zip(y.iter().zip(&mut left)) {
                    let hit = *x == *y;
                    *d_x = if hit { *left } else { T::ZERO };
                    *left = if hit { T::ZERO } else { *left };
                }
            }
            for column in (0..n).filter(|c| is_nan(y[*c])) {
                let places = rows.starts().map(|s| s + first + column);
                if let Some(last) = places.filter(|at| is_nan(x[*at])).last() {
                    d_x[last] = d_y[column];
                }
            }
        }
    });
}

/// [`max_grad`] where the reduced elements lie side by side.
fn row_max_grad<T: Element>(rows: Rows, x: &[T], y: T, d_y: T, d_x: &mut [T]) {
    let (mut first, mut last_nan) = (None, None);
    for start in rows.blocks() {
        let run = start..start + rows.inner;
        d_x[run.clone()].fill(T::ZERO);
        let x = &x[run];
        if is_nan(y) {
            last_nan = x.iter().rposition(|x| is_nan(*x)).map(|i| start + i).or(last_nan);
        } else if first.is_none() {
            // Sixteen at a time, without a branch for each.
            let near =
                x.chunks(COLUMNS).position(|x| x.iter().fold(false, |hit, x| hit | (*x == y)));
            let skipped = near.map(|i| i * COLUMNS);
            let within = |skipped: usize| x[skipped..].iter().position(|x| *x == y);
            first = skipped.and_then(|s| within(s).map(|i| start + s + i));
        }
    }
    if let Some(at) = first.or(last_nan) {
        d_x[at] = d_y;
    }
}

#[inline(always)]
#[allow(clippy::eq_op)]
fn is_nan<T: Element>(x: T) -> bool {
    x != x
}

/// `y = f(x)` in the place of each reduced element.
#[inline(always)]
pub(super) fn repeat<T: Element>(g: &Groups, x: &[T], y: &mut [T], f: impl Fn(T) -> T) {
    g.for_runs(|i, rows| {
        let x = &x[i * rows.width..(i + 1) * rows.width];
        for block in rows.blocks() {
            let y = &mut y[block..block + rows.inner * rows.width];
            if let [x] = *x {
                y.fill(f(x));
                continue;
            }
            for row in y.chunks_exact_mut(rows.width) {
                for (y, x) in row.iter_mut().zip(x) {
                    *y = f(*x);
                }
            }
        }
    });
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use nnplan::{Fault, Reduce, ReduceFunction};

    use super::*;

    #[test]
    fn each_element_becomes_part_of_what_its_position_says() {
        for dims in [&[4][..], &[3, 1], &[2, 3], &[2, 1, 3], &[2, 3, 4, 5], &[2, 3, 1, 2, 3, 2]] {
            for mask in 0..1 << dims.len() {
                let axes: [bool; AXES] = core::array::from_fn(|i| mask >> i & 1 == 1);
                if Reduce::new(ReduceFunction::Sum, Shape::new(dims), axes, true).fault()
                    == Fault::Runs
                {
                    continue;
                }
                let Groups([_, p, b, q, c]) = Groups::new(2, &Shape::new(dims), axes);
                let each = dims.iter().product::<usize>();
                for i in 0..2 * each {
                    // By the axes: the position without those that are reduced.
                    let (mut rest, mut size, mut kept) = (i, 1, 0);
                    for (axis, dim) in dims.iter().enumerate().rev() {
                        if !axes[axis] {
                            (kept, size) = (kept + rest % dim * size, size * dim);
                        }
                        rest /= dim;
                    }
                    let kept = kept + rest * size;
                    let (column, row) = (i % c, i / (c * q));
                    assert_eq!((row / (b * p) * b + row % b) * c + column, kept, "{dims:?} {i}");
                }
            }
        }
    }

    #[test]
    fn axes_of_a_kind_are_merged() {
        let of = |batch, dims: &[usize], reduced: &[usize]| {
            let axes = core::array::from_fn(|i| reduced.contains(&i));
            Groups::new(batch, &Shape::new(dims), axes).0
        };
        assert_eq!(of(7, &[2, 3, 4, 5], &[]), [1, 1, 1, 1, 840]);
        assert_eq!(of(7, &[2, 3, 4, 5], &[0, 1, 2, 3]), [1, 1, 7, 120, 1]);
        assert_eq!(of(7, &[2, 3, 4, 5], &[3]), [1, 1, 168, 5, 1]);
        assert_eq!(of(7, &[2, 3, 4, 5], &[0]), [1, 1, 7, 2, 60]);
        assert_eq!(of(7, &[2, 3, 4, 5], &[0, 2]), [7, 2, 3, 4, 5]);
        assert_eq!(of(7, &[2, 3, 4, 5], &[1, 3]), [14, 3, 4, 5, 1]);
        assert_eq!(of(7, &[2, 1, 4, 1], &[1, 2]), [1, 1, 14, 4, 1]);
        assert_eq!(of(0, &[2, 3], &[1]), [1, 1, 0, 3, 1]);
    }
}
