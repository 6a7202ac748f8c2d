//! Sums of batch norm in vectors: of native `f32`, where the machine has the instructions. Each sum is made in the lanes of a
//! vector over the planes of all samples, and every 64 vectors in `f64`.

use core::ops::Range;

use nnplan::BatchNorm;

use crate::Element;
use crate::kernels::gemm::Arithmetic;
use crate::kernels::moved::planes::{CHANNELS, Planes, sums};
use crate::kernels::moved::{Machine, is_f32, numbers, numbers_mut};

/// The machine, where this is the way: a channel of one position is a column.
fn machine<T: Element>(arithmetic: Arithmetic, g: &BatchNorm) -> Option<Machine> {
    if arithmetic == Arithmetic::Native && is_f32::<T>() && g.positions > 1 {
        return Machine::detect();
    }
    None
}

/// Hands `each` the channels of the range, some at a time: the first of them, and their planes.
fn for_planes(
    g: &BatchNorm,
    batch: usize,
    channels: Range<usize>,
    mut each: impl FnMut(Range<usize>, Planes),
) {
    for first in channels.clone().step_by(CHANNELS) {
        let of = first..channels.end.min(first + CHANNELS);
        let planes = Planes {
            channels: of.len(),
            first: first * g.positions,
            step: g.channels * g.positions,
            samples: batch,
            len: g.positions,
        };
        each(of, planes);
    }
}

/// [`batch_norm_statistics`](super::batch_norm_statistics), if this is the way here.
///
/// # Panics
/// When a length is another one.
pub(super) fn statistics<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    channels: Range<usize>,
    [mean, inv_std, variance]: [&mut [T]; 3],
) -> bool {
    let Some(machine) = machine::<T>(arithmetic, g) else { return false };
    let (x, n, start) = (numbers(x), (batch * g.positions) as f64, channels.start);
    let (mean, inv_std) = (numbers_mut(mean), numbers_mut(inv_std));
    let variance_out = numbers_mut(variance);
    for_planes(g, batch, channels, |of, planes| {
        // About the mean of one sample, which is near that of all: so one pass is enough, and little is lost where the
        // squares of the distances are taken away from each other.
        let one = Planes { samples: batch.min(1), ..planes };
        let first = sums(machine, &one, x, None, [0.0; CHANNELS]);
        let pivots = first.map(|[_, sum]| (sum / g.positions as f64) as f32);
        let totals = sums(machine, &planes, x, None, pivots);
        for (c, (pivot, [square, distance])) in of.zip(pivots.into_iter().zip(totals)) {
            let (i, variance) = (c - start, super::variance(n, distance, square));
            mean[i] = (f64::from(pivot) + distance / n) as f32;
            variance_out[i] = variance as f32;
            inv_std[i] = (1.0 / (variance + g.eps).sqrt()) as f32;
        }
    });
    true
}

/// [`batch_norm_grad_parameters`](super::batch_norm_grad_parameters), if this is the way here.
///
/// # Panics
/// When a length is another one.
pub(super) fn grad_parameters<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    [x, d_y]: [&[T]; 2],
    [mean, inv_std]: [&[T]; 2],
    channels: Range<usize>,
    [d_w, d_b]: [&mut [T]; 2],
) -> bool {
    let Some(machine) = machine::<T>(arithmetic, g) else { return false };
    let (x, d_y, mean, inv_std) = (numbers(x), numbers(d_y), numbers(mean), numbers(inv_std));
    let (d_w, d_b, start) = (numbers_mut(d_w), numbers_mut(d_b), channels.start);
    for_planes(g, batch, channels, |of, planes| {
        let mut means = [0.0; CHANNELS];
        means[..of.len()].copy_from_slice(&mean[of.clone()]);
        let totals = sums(machine, &planes, x, Some(d_y), means);
        for (c, [product, d]) in of.zip(totals) {
            d_w[c - start] = (product * f64::from(inv_std[c])) as f32;
            d_b[c - start] = d as f32;
        }
    });
    true
}
