//! Batch norm, by the statistics of the batch and by running ones, and the gradients.
//!
//! Of one layer: `x` and `y` are (batch, channels, positions), all others (channels). Sums are in `f64` from block to block.
//!
//! Ioffe, Szegedy: Batch Normalization, 2015, algorithm 1.

use nnplan::BatchNorm;

use super::sums::{Order, sums, variance};
use super::{Access, Out};
use crate::Element;

/// The sums of `f` over the elements of a channel: sample by sample, or where a channel has one position down the column.
#[cfg_attr(not(debug_assertions), inline(always))]
fn channel_sums<T: Element, const N: usize>(
    g: &BatchNorm,
    batch: usize,
    channel: usize,
    f: impl Fn(usize) -> [T; N],
) -> [f64; N] {
    let is_column = g.positions == 1;
    let (runs, len, step) =
        if is_column { (1, batch, g.channels) } else { (batch, g.positions, 1) };
    let order = if is_column { Order::ROWS } else { Order::LANES };
    let mut total = [0.0; N];
    for run in 0..runs {
        let first = (run * g.channels + channel) * g.positions;
        let sums = sums(order, len, |i| f(first + i * step));
        for (total, sum) in total.iter_mut().zip(&sums) {
            *total += *sum;
        }
    }
    total
}

/// Calls `f` for the elements of a channel.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_channel(g: &BatchNorm, batch: usize, channel: usize, mut f: impl FnMut(usize)) {
    for sample in 0..batch {
        let first = (sample * g.channels + channel) * g.positions;
        for i in first..first + g.positions {
            f(i);
        }
    }
}

/// Training: `y = (x - mean) inv_std w + b` by the batch's mean and biased variance, which are kept as mean and
/// `inv_std = 1 / √(variance + eps)`. The running statistics become `(1 - momentum) running + momentum batch`, of the variance
/// the unbiased one.
pub fn batch_norm<A: Access>(
    g: &BatchNorm,
    batch: usize,
    [x, w, b]: [A; 3],
    [y, means, inv_stds, running_mean, running_variance]: [Out<A>; 5],
) {
    let n = (batch * g.positions) as f64;
    let unbiased = if n > 1.0 { n / (n - 1.0) } else { 1.0 };
    for c in 0..g.channels {
        let [total] = channel_sums(g, batch, c, |i| [x.get(i)]);
        let mean = A::Number::from_f64(total / n);
        let [distance, square] = channel_sums(g, batch, c, |i| {
            let distance = x.get(i) - mean;
            [distance, distance * distance]
        });
        let variance = variance(n, distance, square);
        let inv_std = A::Number::from_f64(1.0 / Element::sqrt(variance + g.eps));
        means.to.set(c, mean);
        inv_stds.to.set(c, inv_std);
        blend(g, running_mean.to, c, g.momentum, mean);
        blend(g, running_variance.to, c, g.momentum * unbiased, A::Number::from_f64(variance));
        let (scale, shift) = (inv_std * w.get(c), b.get(c));
        for_channel(g, batch, c, |i| y.to.set(i, (x.get(i) - mean) * scale + shift));
    }
}

/// Takes a part of the batch's statistic into a running one.
#[cfg_attr(not(debug_assertions), inline(always))]
fn blend<A: Access>(g: &BatchNorm, running: A, channel: usize, take: f64, of_batch: A::Number) {
    let (keep, take) = (A::Number::from_f64(1.0 - g.momentum), A::Number::from_f64(take));
    running.set(channel, keep * running.get(channel) + take * of_batch);
}

/// The gradients of training: `sum_w = Σ d_y x̂` and `sum_b = Σ d_y` with `x̂ = (x - mean) inv_std`, and by the input
/// `d_x = w inv_std (d_y - mean(d_y) - x̂ mean(d_y x̂))`. `d_y` and `d_x` may be the same memory.
pub fn batch_norm_grad<A: Access>(
    g: &BatchNorm,
    batch: usize,
    [x, d_y, w, mean, inv_std]: [A; 5],
    [d_x, sum_w, sum_b]: [Out<A>; 3],
) {
    let part = A::Number::ONE / A::Number::from_usize(batch * g.positions);
    for c in 0..g.channels {
        let (mean, inv_std) = (mean.get(c), inv_std.get(c));
        let [product, total] = channel_sums(g, batch, c, |i| {
            let d = d_y.get(i);
            [d * (x.get(i) - mean), d]
        });
        let d_w = A::Number::from_f64(product * inv_std.to_f64());
        let d_b = A::Number::from_f64(total);
        sum_w.to.set(c, d_w);
        sum_b.to.set(c, d_b);
        if !d_x.is_there {
            continue;
        }
        let (scale, shift, slope) = (w.get(c) * inv_std, d_b * part, d_w * part * inv_std);
        for_channel(g, batch, c, |i| {
            d_x.to.set(i, scale * (d_y.get(i) - shift - (x.get(i) - mean) * slope));
        });
    }
}

/// What a channel is multiplied by where the running statistics normalise it.
#[cfg_attr(not(debug_assertions), inline(always))]
fn running_scale<A: Access>(g: &BatchNorm, w: A, running_variance: A, channel: usize) -> A::Number {
    let variance = running_variance.get(channel).to_f64();
    w.get(channel) * A::Number::from_f64(1.0 / Element::sqrt(variance + g.eps))
}

/// `y = (x - running_mean) / √(running_variance + eps) w + b`. `x` and `y` may be the same memory.
pub fn batch_norm_inference<A: Access>(
    g: &BatchNorm,
    batch: usize,
    [x, w, b, running_mean, running_variance]: [A; 5],
    [y]: [Out<A>; 1],
) {
    for c in 0..g.channels {
        let scale = running_scale(g, w, running_variance, c);
        let (mean, shift) = (running_mean.get(c), b.get(c));
        for_channel(g, batch, c, |i| y.to.set(i, (x.get(i) - mean) * scale + shift));
    }
}

/// `d_x = d_y w / √(running_variance + eps)`. `d_y` and `d_x` may be the same memory.
pub fn batch_norm_inference_grad<A: Access>(
    g: &BatchNorm,
    batch: usize,
    [d_y, w, running_variance]: [A; 3],
    [d_x]: [Out<A>; 1],
) {
    for c in 0..g.channels {
        let scale = running_scale(g, w, running_variance, c);
        for_channel(g, batch, c, |i| d_x.to.set(i, d_y.get(i) * scale));
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;
