//! Batch norm and layer norm, forward and backward.
//!
//! Statistics are sums in a fixed order ([`math::sums`](crate::math::sums), or blocks of 64 rows for sums
//! down columns), with an `f64` across blocks, in two passes: the mean, then the squared distances from it,
//! corrected for the mean's own rounding (Chan, Golub, LeVeque: Algorithms for computing the
//! sample variance, 1983, equation 1.7). A piece is a range of channels or features where a
//! kernel sums over samples, and a number of samples elsewhere; no result depends on the cuts.

use core::ops::Range;

use nnplan::BatchNorm;

use super::gemm::Arithmetic;
use crate::Element;
use crate::math::sums;

mod batch;
mod layer;
pub use batch::{
    batch_norm_apply, batch_norm_grad_input, batch_norm_grad_input_assign,
    batch_norm_grad_parameters, batch_norm_inference, batch_norm_inference_assign,
    batch_norm_inference_grad, batch_norm_inference_grad_assign, batch_norm_running,
    batch_norm_statistics,
};
pub use layer::{
    layer_norm, layer_norm_assign, layer_norm_grad_input, layer_norm_grad_input_assign,
    layer_norm_grad_parameters, layer_norm_grad_parameters_of,
};

#[cfg(all(test, feature = "std"))]
mod tests;
#[cfg(vectors)]
mod vectors;

/// [`batch_norm_statistics`] as fast as the arithmetic allows.
///
/// # Panics
/// When a length is another one.
pub fn fast_statistics<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    channels: Range<usize>,
    [mean, inv_std, variance]: [&mut [T]; 3],
) {
    #[cfg(vectors)]
    {
        let to = [&mut *mean, &mut *inv_std, &mut *variance];
        if vectors::statistics(arithmetic, g, batch, x, channels.clone(), to) {
            return;
        }
    }
    let _ = arithmetic;
    batch_norm_statistics(g, batch, x, channels, mean, inv_std, variance);
}

/// [`batch_norm_grad_parameters`] as fast as the arithmetic allows.
///
/// # Panics
/// When a length is another one.
pub fn fast_grad_parameters<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    [x, d_y]: [&[T]; 2],
    [mean, inv_std]: [&[T]; 2],
    channels: Range<usize>,
    [d_w, d_b]: [&mut [T]; 2],
) {
    #[cfg(vectors)]
    {
        let (of, to) = ([mean, inv_std], [&mut *d_w, &mut *d_b]);
        if vectors::grad_parameters(arithmetic, g, batch, [x, d_y], of, channels.clone(), to) {
            return;
        }
    }
    let _ = arithmetic;
    batch_norm_grad_parameters(g, batch, x, d_y, mean, inv_std, channels, d_w, d_b);
}

/// Columns summed together.
const COLUMNS: usize = 16;
/// Rows whose sum is held in the numbers' own type before it goes to an `f64`.
pub(crate) const ROWS: usize = 64;

/// Sums down the columns of matrices `[rows, width]`: hands `each` every column of the range
/// and the N sums over rows of `f(row, [a[row, column], …], [k[column], …])`. The
/// constants k are slices of the range. Only the rows decide the order of a column's sum.
#[inline(always)]
fn column_sums<T: Element, const M: usize, const K: usize, const N: usize>(
    rows: usize,
    width: usize,
    columns: Range<usize>,
    operands: [&[T]; M],
    constants: [&[T]; K],
    f: impl Fn(usize, [T; M], [T; K]) -> [T; N],
    mut each: impl FnMut(usize, [f64; N]),
) {
    assert!(columns.end <= width && operands.iter().all(|x| x.len() == rows * width));
    let mut first = columns.start;
    while first < columns.end {
        // One column at a time in the narrow case, so that both are loops of fixed length.
        let at = first - columns.start;
        if columns.end - first >= COLUMNS {
            let constants = constants.map(|k| &k[at..at + COLUMNS]);
            few_columns::<_, M, K, N, COLUMNS>(
                rows, width, first, operands, constants, &f, &mut each,
            );
            first += COLUMNS;
        } else {
            let constants = constants.map(|k| &k[at..=at]);
            few_columns::<T, M, K, N, 1>(rows, width, first, operands, constants, &f, &mut each);
            first += 1;
        }
    }
}

/// Hands `each` every channel of the range and the N sums of `f([a, …], [k, …])` over its
/// elements, the constants k being slices of the range: run by run of a sample's positions, or
/// down a column where a channel has one position.
#[inline(always)]
fn channel_sums<T: Element, const M: usize, const K: usize, const N: usize>(
    g: &BatchNorm,
    batch: usize,
    channels: Range<usize>,
    operands: [&[T]; M],
    constants: [&[T]; K],
    f: impl Fn([T; M], [T; K]) -> [T; N],
    mut each: impl FnMut(usize, [f64; N]),
) {
    if g.positions == 1 {
        let f = |_: usize, x: [T; M], k: [T; K]| f(x, k);
        column_sums(batch, g.channels, channels, operands, constants, f, each);
        return;
    }
    for (i, c) in channels.enumerate() {
        let constants = constants.map(|k| k[i]);
        let mut total = [0.0; N];
        for sample in 0..batch {
            let start = (sample * g.channels + c) * g.positions;
            let run = sums(operands.map(|x| &x[start..start + g.positions]), |x| f(x, constants));
            for (total, run) in total.iter_mut().zip(run) {
                *total += run;
            }
        }
        each(c, total);
    }
}

/// [`column_sums`] for W columns from `first` on.
#[inline(always)]
fn few_columns<T: Element, const M: usize, const K: usize, const N: usize, const W: usize>(
    rows: usize,
    width: usize,
    first: usize,
    operands: [&[T]; M],
    constants: [&[T]; K],
    f: &impl Fn(usize, [T; M], [T; K]) -> [T; N],
    each: &mut impl FnMut(usize, [f64; N]),
) {
    let mut total = [[0.0; N]; W];
    for block in (0..rows).step_by(ROWS) {
        let mut sums = [[T::ZERO; W]; N];
        for row in block..rows.min(block + ROWS) {
            let at = row * width + first;
            let slices = operands.map(|x| &x[at..at + W]);
            let constants = constants.map(|k| &k[..W]);
            for lane in 0..W {
                let values = f(row, slices.map(|x| x[lane]), constants.map(|k| k[lane]));
                for (sums, value) in sums.iter_mut().zip(values) {
                    sums[lane] += value;
                }
            }
        }
        for (lane, total) in total.iter_mut().enumerate() {
            for (total, sums) in total.iter_mut().zip(&sums) {
                *total += sums[lane].to_f64();
            }
        }
    }
    for (lane, total) in total.into_iter().enumerate() {
        each(first + lane, total);
    }
}

/// The biased variance from the sums of `x - mean` and its square over n numbers, where `mean`
/// was rounded.
#[inline(always)]
fn variance(n: f64, distance: f64, square: f64) -> f64 {
    let value = (square - distance * distance / n) / n;
    if value < 0.0 { 0.0 } else { value }
}
