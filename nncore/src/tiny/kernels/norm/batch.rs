//! Batch norm over `[batch, channels, positions]`.

use nnplan::BatchNorm;

use super::variance;
use crate::math::sqrt_f64;
use crate::tiny::access::View;
use crate::tiny::kernels::{Order, sums};

/// The operands of batch norm in training.
pub(in crate::tiny) struct BatchNormViews {
    pub(in crate::tiny) x: View,
    pub(in crate::tiny) w: View,
    pub(in crate::tiny) b: View,
    pub(in crate::tiny) y: View,
    pub(in crate::tiny) mean: View,
    pub(in crate::tiny) inv_std: View,
    pub(in crate::tiny) running_mean: View,
    pub(in crate::tiny) running_variance: View,
}

/// The sums of `f` over the elements of a channel: sample by sample, or where a channel has one position down the column.
#[cfg_attr(not(debug_assertions), inline(always))]
fn channel_sums<const N: usize>(
    g: &BatchNorm,
    batch: usize,
    channel: usize,
    f: impl Fn(usize) -> [f32; N],
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

/// Training: normalises each channel by the batch's statistics, keeps these, and updates the running ones.
pub(in crate::tiny) fn batch_norm(g: &BatchNorm, batch: usize, views: &BatchNormViews) {
    let BatchNormViews { x, y, .. } = *views;
    let n = (batch * g.positions) as f64;
    let unbiased = if n > 1.0 { n / (n - 1.0) } else { 1.0 };
    for c in 0..g.channels {
        let [total] = channel_sums(g, batch, c, |i| [x.get(i)]);
        let mean = (total / n) as f32;
        let [distance, square] = channel_sums(g, batch, c, |i| {
            let distance = x.get(i) - mean;
            [distance, distance * distance]
        });
        let variance = variance(n, distance, square);
        let inv_std = (1.0 / sqrt_f64(variance + g.eps)) as f32;
        views.mean.set(c, mean);
        views.inv_std.set(c, inv_std);
        blend(g, views.running_mean, c, g.momentum as f32, mean);
        let take = (g.momentum * unbiased) as f32;
        blend(g, views.running_variance, c, take, variance as f32);
        let (scale, shift) = (inv_std * views.w.get(c), views.b.get(c));
        for_channel(g, batch, c, |i| y.set(i, (x.get(i) - mean) * scale + shift));
    }
}

/// Takes a part of the batch's statistic into a running one.
#[cfg_attr(not(debug_assertions), inline(always))]
fn blend(g: &BatchNorm, running: View, channel: usize, take: f32, of_batch: f32) {
    let keep = (1.0 - g.momentum) as f32;
    running.set(channel, keep * running.get(channel) + take * of_batch);
}

/// The gradients of training: by weight and bias the sums, and by the input.
pub(in crate::tiny) fn batch_norm_grad(
    g: &BatchNorm,
    batch: usize,
    x: View,
    d_y: View,
    w: View,
    [mean, inv_std]: [View; 2],
    d_x: Option<View>,
    [sum_w, sum_b]: [View; 2],
) {
    let part = 1.0 / (batch * g.positions) as f32;
    for c in 0..g.channels {
        let (mean, inv_std) = (mean.get(c), inv_std.get(c));
        let [product, total] = channel_sums(g, batch, c, |i| {
            let d = d_y.get(i);
            [d * (x.get(i) - mean), d]
        });
        let (d_w, d_b) = ((product * f64::from(inv_std)) as f32, total as f32);
        sum_w.set(c, d_w);
        sum_b.set(c, d_b);
        let Some(d_x) = d_x else { continue };
        let (scale, shift, slope) = (w.get(c) * inv_std, d_b * part, d_w * part * inv_std);
        for_channel(g, batch, c, |i| {
            d_x.set(i, scale * (d_y.get(i) - shift - (x.get(i) - mean) * slope));
        });
    }
}

/// What a channel is multiplied by where the running statistics normalise it.
#[cfg_attr(not(debug_assertions), inline(always))]
fn running_scale(g: &BatchNorm, w: View, running_variance: View, channel: usize) -> f32 {
    let variance = f64::from(running_variance.get(channel));
    w.get(channel) * (1.0 / sqrt_f64(variance + g.eps)) as f32
}

/// `y = (x - running_mean) / √(running_variance + eps) w + b`
pub(in crate::tiny) fn batch_norm_inference(
    g: &BatchNorm,
    batch: usize,
    x: View,
    [w, b]: [View; 2],
    [running_mean, running_variance]: [View; 2],
    y: View,
) {
    for c in 0..g.channels {
        let scale = running_scale(g, w, running_variance, c);
        let (mean, shift) = (running_mean.get(c), b.get(c));
        for_channel(g, batch, c, |i| y.set(i, (x.get(i) - mean) * scale + shift));
    }
}

/// `d_x = d_y w / √(running_variance + eps)`
pub(in crate::tiny) fn batch_norm_inference_grad(
    g: &BatchNorm,
    batch: usize,
    d_y: View,
    w: View,
    running_variance: View,
    d_x: View,
) {
    for c in 0..g.channels {
        let scale = running_scale(g, w, running_variance, c);
        for_channel(g, batch, c, |i| d_x.set(i, d_y.get(i) * scale));
    }
}
