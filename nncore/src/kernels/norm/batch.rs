//! Batch norm over `[batch, channels, positions]` (Ioffe, Szegedy: Batch normalization, 2015).

use super::{channel_sums, variance};
use crate::Element;
use crate::kernels::dispatch::avx2;
use crate::math::sqrt_f64;
use core::ops::Range;
use nnplan::BatchNorm;

/// Channels whose factors are held on the stack.
const CHANNELS: usize = 64;

/// Asserts that `x` is `[batch, channels, positions]`.
#[track_caller]
fn assert_values<T>(g: &BatchNorm, batch: usize, x: &[T]) {
    assert_eq!(x.len(), batch * g.channels * g.positions, "[batch, channels, positions]");
}

avx2! {
    /// Mean, `1 / √(variance + eps)` and biased variance of each channel in `channels`, over the batch
    /// and the positions.
    ///
    /// `x` is `[batch, C, positions]`, the whole batch; `mean`, `inv_std` and `variance` are the
    /// elements of the range, `[channels.len()]`, replaced. A channel with a NaN or ∞ gets NaN,
    /// as does an empty batch. About 4 flops an element, `x` read twice.
    ///
    /// # Panics
    /// When a length is another one.
    pub fn batch_norm_statistics<T>(
        g: &BatchNorm,
        batch: usize,
        x: &[T],
        channels: Range<usize>,
        mean: &mut [T],
        inv_std: &mut [T],
        variance_out: &mut [T],
    ) = statistics_body;
}

#[inline(always)]
fn statistics_body<T: Element>(
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    channels: Range<usize>,
    mean: &mut [T],
    inv_std: &mut [T],
    variance_out: &mut [T],
) {
    assert_values(g, batch, x);
    let len = channels.len();
    assert!(mean.len() == len && inv_std.len() == len && variance_out.len() == len);
    let (start, n) = (channels.start, (batch * g.positions) as f64);
    channel_sums(
        g,
        batch,
        channels.clone(),
        [x],
        [],
        |[x], []| [x],
        |c, [total]| {
            mean[c - start] = T::from_f64(total / n);
        },
    );
    let distance = |[x]: [T; 1], [mean]: [T; 1]| [x - mean, (x - mean) * (x - mean)];
    channel_sums(g, batch, channels, [x], [mean], distance, |c, [distance, square]| {
        let variance = variance(n, distance, square);
        variance_out[c - start] = T::from_f64(variance);
        inv_std[c - start] = T::from_f64(1.0 / sqrt_f64(variance + g.eps));
    });
}

/// `running = (1 - momentum) running + momentum batch` for mean and variance, the variance of
/// the batch made unbiased: times n / (n - 1), n = batch * positions.
///
/// `mean` and `variance` are those of [`batch_norm_statistics`]; all four are the same channels,
/// any range of them. PyTorch refuses to train on one value a channel; here its variance, 0, counts as it is.
///
/// # Panics
/// When the lengths differ.
pub fn batch_norm_running<T: Element>(
    g: &BatchNorm,
    batch: usize,
    mean: &[T],
    variance: &[T],
    running_mean: &mut [T],
    running_var: &mut [T],
) {
    let len = mean.len();
    assert!(variance.len() == len && running_mean.len() == len && running_var.len() == len);
    let n = (batch * g.positions) as f64;
    let unbiased = if n > 1.0 { n / (n - 1.0) } else { 1.0 };
    let (keep, take) = (T::from_f64(1.0 - g.momentum), T::from_f64(g.momentum));
    let take_variance = T::from_f64(g.momentum * unbiased);
    for (running, &mean) in running_mean.iter_mut().zip(mean) {
        *running = keep * *running + take * mean;
    }
    for (running, &variance) in running_var.iter_mut().zip(variance) {
        *running = keep * *running + take_variance * variance;
    }
}

avx2! {
    /// `y = (x - mean) inv_std w + b`, on a piece of `batch` samples.
    ///
    /// `x` and `y`, which is replaced, are `[batch, C, positions]`; the others `[C]`.
    ///
    /// # Panics
    /// When a length is another one.
    pub fn batch_norm_apply<T>(
        g: &BatchNorm,
        batch: usize,
        x: &[T],
        mean: &[T],
        inv_std: &[T],
        w: &[T],
        b: &[T],
        y: &mut [T],
    ) = apply_body;
}

#[inline(always)]
fn apply_body<T: Element>(
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    mean: &[T],
    inv_std: &[T],
    w: &[T],
    b: &[T],
    y: &mut [T],
) {
    scale_and_shift(g, batch, Some(x), mean, |c| inv_std[c] * w[c], b, y);
}

/// `y = (x - running_mean) / √(running_var + eps) w + b`, on a piece of `batch` samples.
///
/// `x` and `y`, which is replaced, are `[batch, C, positions]`; the others `[C]`.
///
/// # Panics
/// When a length is another one.
pub fn batch_norm_inference<T: Element>(
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    running_mean: &[T],
    running_var: &[T],
    w: &[T],
    b: &[T],
    y: &mut [T],
) {
    let scale = |c: usize| running_scale(g, running_var, w, c);
    scale_and_shift(g, batch, Some(x), running_mean, scale, b, y);
}

/// [`batch_norm_inference`] in place.
///
/// # Panics
/// When a length is another one.
pub fn batch_norm_inference_assign<T: Element>(
    g: &BatchNorm,
    batch: usize,
    running_mean: &[T],
    running_var: &[T],
    w: &[T],
    b: &[T],
    y: &mut [T],
) {
    let scale = |c: usize| running_scale(g, running_var, w, c);
    scale_and_shift(g, batch, None, running_mean, scale, b, y);
}

/// What a channel is multiplied by where the running statistics normalise it.
#[inline(always)]
fn running_scale<T: Element>(g: &BatchNorm, running_var: &[T], w: &[T], c: usize) -> T {
    w[c] * T::from_f64(1.0 / sqrt_f64(running_var[c].to_f64() + g.eps))
}

/// `d_x = d_y w / √(running_var + eps)`, on a piece of `batch` samples: the gradient of
/// [`batch_norm_inference`] by its input.
///
/// `d_y` and `d_x`, which is replaced, are `[batch, C, positions]`; the others `[C]`.
///
/// # Panics
/// When a length is another one.
pub fn batch_norm_inference_grad<T: Element>(
    g: &BatchNorm,
    batch: usize,
    d_y: &[T],
    running_var: &[T],
    w: &[T],
    d_x: &mut [T],
) {
    assert_values(g, batch, d_y);
    running_grad(g, batch, Some(d_y), running_var, w, d_x);
}

/// [`batch_norm_inference_grad`] in place of `d_y`.
///
/// # Panics
/// When a length is another one.
pub fn batch_norm_inference_grad_assign<T: Element>(
    g: &BatchNorm,
    batch: usize,
    running_var: &[T],
    w: &[T],
    d: &mut [T],
) {
    running_grad(g, batch, None, running_var, w, d);
}

#[inline(always)]
fn running_grad<T: Element>(
    g: &BatchNorm,
    batch: usize,
    d_y: Option<&[T]>,
    running_var: &[T],
    w: &[T],
    d_x: &mut [T],
) {
    assert_values(g, batch, d_x);
    assert!(running_var.len() == g.channels && w.len() == g.channels, "[channels]");
    for (row, d_x) in d_x.chunks_exact_mut(g.positions).enumerate() {
        let scale = running_scale(g, running_var, w, row % g.channels);
        let d_y = d_y.map(|d_y| &d_y[row * g.positions..][..g.positions]);
        each(d_y, d_x, |d| d * scale);
    }
}

/// `y = f(x)`, or `f(y)` in place, element by element.
#[inline(always)]
fn each<T: Element>(x: Option<&[T]>, y: &mut [T], f: impl Fn(T) -> T) {
    match x {
        Some(x) => x.iter().zip(y).for_each(|(x, y)| *y = f(*x)),
        None => y.iter_mut().for_each(|y| *y = f(*y)),
    }
}

/// `y = (x - mean) scale + shift` by channels, of `y` itself where there is no `x`. The difference comes first: it is
/// exact where the mean is large, and a shift with the mean multiplied in would not be.
#[inline(always)]
fn scale_and_shift<T: Element>(
    g: &BatchNorm,
    batch: usize,
    x: Option<&[T]>,
    mean: &[T],
    scale_of: impl Fn(usize) -> T,
    shift: &[T],
    y: &mut [T],
) {
    x.into_iter().for_each(|x| assert_values(g, batch, x));
    assert_values(g, batch, y);
    assert!(mean.len() == g.channels && shift.len() == g.channels, "[channels]");
    for first in (0..g.channels).step_by(CHANNELS) {
        let channels = first..g.channels.min(first + CHANNELS);
        let mut scale = [T::ZERO; CHANNELS];
        for (scale, c) in scale.iter_mut().zip(channels.clone()) {
            *scale = scale_of(c);
        }
        let (mean, shift) = (&mean[channels.clone()], &shift[channels.clone()]);
        let factors = || mean.iter().zip(&scale).zip(shift).map(|((&m, &s), &b)| (m, s, b));
        for sample in 0..batch {
            let row = sample * g.channels;
            let piece = (row + channels.start) * g.positions..(row + channels.end) * g.positions;
            let (x, y) = (x.map(|x| &x[piece.clone()]), &mut y[piece]);
            match x {
                Some(x) if g.positions == 1 => {
                    for ((&x, y), (mean, scale, shift)) in x.iter().zip(y).zip(factors()) {
                        *y = (x - mean) * scale + shift;
                    }
                }
                None if g.positions == 1 => {
                    for (y, (mean, scale, shift)) in y.iter_mut().zip(factors()) {
                        *y = (*y - mean) * scale + shift;
                    }
                }
                _ => {
                    let runs = y.chunks_exact_mut(g.positions).zip(factors());
                    for (i, (y, (mean, scale, shift))) in runs.enumerate() {
                        let x = x.map(|x| &x[i * g.positions..][..g.positions]);
                        each(x, y, |x| (x - mean) * scale + shift);
                    }
                }
            }
        }
    }
}

avx2! {
    /// `d_w = Σ d_y (x - mean) inv_std` and `d_b = Σ d_y` for each channel in `channels`, over the
    /// batch and the positions.
    ///
    /// `x` and `d_y` are `[batch, C, positions]`, the whole batch; `mean` and `inv_std` are
    /// those of all channels, `[C]`; `d_w` and `d_b` the elements of the range,
    /// `[channels.len()]`, replaced.
    ///
    /// # Panics
    /// When a length is another one.
    pub fn batch_norm_grad_parameters<T>(
        g: &BatchNorm,
        batch: usize,
        x: &[T],
        d_y: &[T],
        mean: &[T],
        inv_std: &[T],
        channels: Range<usize>,
        d_w: &mut [T],
        d_b: &mut [T],
    ) = grad_parameters_body;
}

#[inline(always)]
fn grad_parameters_body<T: Element>(
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    d_y: &[T],
    mean: &[T],
    inv_std: &[T],
    channels: Range<usize>,
    d_w: &mut [T],
    d_b: &mut [T],
) {
    assert_values(g, batch, x);
    assert_values(g, batch, d_y);
    assert!(mean.len() == g.channels && inv_std.len() == g.channels, "[channels]");
    assert!(d_w.len() == channels.len() && d_b.len() == channels.len());
    let start = channels.start;
    let means = &mean[channels.clone()];
    let products = |[x, d]: [T; 2], [mean]: [T; 1]| [d * (x - mean), d];
    channel_sums(g, batch, channels, [x, d_y], [means], products, |c, [product, d]| {
        d_w[c - start] = T::from_f64(product * inv_std[c].to_f64());
        d_b[c - start] = T::from_f64(d);
    });
}

avx2! {
    /// `d_x = w inv_std (d_y - d_b / n - x̂ d_w / n)` with `x̂ = (x - mean) inv_std` and
    /// n = batch_total * positions, on a piece of `piece_batch` samples: the gradient through mean
    /// and variance too.
    ///
    /// `x`, `d_y` and `d_x`, which is replaced, are `[piece_batch, C, positions]`; the others are
    /// `[C]`. `d_w_sums` and `d_b_sums` are the results of [`batch_norm_grad_parameters`] over
    /// the whole batch: this batch's sums alone, not a gradient that others were added to.
    ///
    /// # Panics
    /// When a length is another one.
    pub fn batch_norm_grad_input<T>(
        g: &BatchNorm,
        batch_total: usize,
        piece_batch: usize,
        x: &[T],
        d_y: &[T],
        mean: &[T],
        inv_std: &[T],
        w: &[T],
        d_w_sums: &[T],
        d_b_sums: &[T],
        d_x: &mut [T],
    ) = grad_input_body;
}

#[inline(always)]
fn grad_input_body<T: Element>(
    g: &BatchNorm,
    batch_total: usize,
    piece_batch: usize,
    x: &[T],
    d_y: &[T],
    mean: &[T],
    inv_std: &[T],
    w: &[T],
    d_w_sums: &[T],
    d_b_sums: &[T],
    d_x: &mut [T],
) {
    assert_values(g, piece_batch, d_y);
    let sums = [d_w_sums, d_b_sums];
    grad_input(g, batch_total, piece_batch, x, Some(d_y), [mean, inv_std, w], sums, d_x);
}

avx2! {
    /// [`batch_norm_grad_input`] in place of `d_y`.
    ///
    /// # Panics
    /// When a length is another one.
    pub fn batch_norm_grad_input_assign<T>(
        g: &BatchNorm,
        batch_total: usize,
        piece_batch: usize,
        x: &[T],
        mean: &[T],
        inv_std: &[T],
        w: &[T],
        d_w_sums: &[T],
        d_b_sums: &[T],
        d: &mut [T],
    ) = grad_input_assign_body;
}

#[inline(always)]
fn grad_input_assign_body<T: Element>(
    g: &BatchNorm,
    batch_total: usize,
    piece_batch: usize,
    x: &[T],
    mean: &[T],
    inv_std: &[T],
    w: &[T],
    d_w_sums: &[T],
    d_b_sums: &[T],
    d: &mut [T],
) {
    let sums = [d_w_sums, d_b_sums];
    grad_input(g, batch_total, piece_batch, x, None, [mean, inv_std, w], sums, d);
}

#[inline(always)]
fn grad_input<T: Element>(
    g: &BatchNorm,
    batch_total: usize,
    piece_batch: usize,
    x: &[T],
    d_y: Option<&[T]>,
    [mean, inv_std, w]: [&[T]; 3],
    [d_w_sums, d_b_sums]: [&[T]; 2],
    d_x: &mut [T],
) {
    assert_values(g, piece_batch, x);
    assert_values(g, piece_batch, d_x);
    assert!([mean, inv_std, w, d_w_sums, d_b_sums].iter().all(|x| x.len() == g.channels));
    let part = T::ONE / T::from_usize(batch_total * g.positions);
    for first in (0..g.channels).step_by(CHANNELS) {
        let channels = first..g.channels.min(first + CHANNELS);
        let mut factors = [[T::ZERO; CHANNELS]; 4];
        for (i, c) in channels.clone().enumerate() {
            factors[0][i] = mean[c];
            factors[1][i] = w[c] * inv_std[c];
            factors[2][i] = d_b_sums[c] * part;
            factors[3][i] = d_w_sums[c] * part * inv_std[c];
        }
        for sample in 0..piece_batch {
            let row = sample * g.channels;
            let piece = (row + channels.start) * g.positions..(row + channels.end) * g.positions;
            let (x, d_y) = (&x[piece.clone()], d_y.map(|d_y| &d_y[piece.clone()]));
            grad_input_of_sample(g.positions, x, d_y, &factors, &mut d_x[piece]);
        }
    }
}

/// [`batch_norm_grad_input`] for up to [`CHANNELS`] channels of one sample, in place where there is no `d_y`; the
/// factors are mean, scale, shift and slope.
#[inline(always)]
fn grad_input_of_sample<T: Element>(
    positions: usize,
    x: &[T],
    d_y: Option<&[T]>,
    [mean, scale, shift, slope]: &[[T; CHANNELS]; 4],
    d_x: &mut [T],
) {
    let of = |c: usize, x: T, d: T| scale[c] * (d - shift[c] - (x - mean[c]) * slope[c]);
    if positions == 1 {
        let n = x.len().min(CHANNELS);
        let (x, d_y, d_x) = (&x[..n], d_y.map(|d_y| &d_y[..n]), &mut d_x[..n]);
        for c in 0..n {
            d_x[c] = of(c, x[c], d_y.map_or(d_x[c], |d_y| d_y[c]));
        }
        return;
    }
    let runs = x.chunks_exact(positions).zip(d_x.chunks_exact_mut(positions)).zip(0..CHANNELS);
    for ((x, d_x), c) in runs {
        match d_y.map(|d_y| &d_y[c * positions..][..positions]) {
            Some(d_y) => {
                x.iter().zip(d_y).zip(d_x).for_each(|((x, d), d_x)| *d_x = of(c, *x, *d));
            }
            None => x.iter().zip(d_x).for_each(|(x, d)| *d = of(c, *x, *d)),
        }
    }
}
