//! Batch norm over `[batch, channels, positions]`: statistics, the values of training and of inference, and their gradients.
//! What goes over samples is a sum of each channel, the rest is element by element.

use super::channels::{Channels, Parts, Range, Share, Stage, part, sums};
use super::team::columns;
use super::{THREADS, size};
use crate::ptx::{F32, F64, Kernel, Pointer, U32};

/// Mean and `1 / √(variance + eps)` of each channel, in two passes; and
/// `running = (1 - momentum) running + momentum batch` for mean and variance, the variance times n / (n - 1), where n
/// numbers are a channel. Parts are their sum and their squared distances from a mean of their own.
///
/// Parameters: x, but for the last stage; the parts, but for the whole; mean, inv_std, running mean, running variance, but
/// for the parts; batch; the number of parts, but for the whole; n: the channels.
pub(crate) fn statistics(c: impl Into<Channels>, eps: f64, momentum: f64, stage: Stage) -> Kernel {
    let (name, c) = (stage.name("batch_norm_statistics"), c.into());
    if stage == Stage::Last {
        return Kernel::new(&name, THREADS, |k| {
            let (from, end) = (Parts::next(k, c), statistics_end(k, eps, momentum));
            let (batch, parts, n) = (k.number(), k.number(), k.number());
            let line = k.index();
            k.end_unless(line.lt(n));
            let numbers = batch * size(c.positions);
            let count = numbers.real_f64();
            let [total, _] = from.sums(line, parts, |_, sums| sums);
            let [squares, _] = from.sums(line, parts, |z, [total_of_part, squares]| {
                let [_, len] = part(numbers, z, parts);
                let len = len.real_f64();
                let distance = total_of_part / len - total / count;
                [squares + distance * distance * len, squares]
            });
            end(line, count, [total, squares]);
        });
    }
    columns(&name, |k| {
        let (share, x) = (Share::of_block(k, c), k.pointer());
        let is_writer = || share.team.is_first() & share.is_there();
        if stage == Stage::Parts {
            let to = Parts::next(k, c);
            let (batch, parts, _) = (k.number(), k.number(), k.number());
            let range = share.range(batch, parts);
            let sums = moments(&range, x, range.len.real_f64());
            return k.when(is_writer(), || to.store(&share, sums));
        }
        let end = statistics_end(k, eps, momentum);
        let (batch, _) = (k.number(), k.number());
        let count = (batch * size(c.positions)).real_f64();
        let sums = moments(&share.range(batch, k.u32(1)), x, count);
        k.when(is_writer(), || end(share.team.line, count, sums));
    })
}

/// The sum of `count` numbers, and the sum of their squared distances from their mean.
fn moments<'k>(range: &Range<'k>, x: Pointer<'k>, count: F64<'k>) -> [F64<'k>; 2] {
    let [total] = range.sums(|e| [x.load_where(e.is_there, e.at)]);
    let middle = (total / count).narrow();
    let [distance, square] = range.sums(|e| {
        let distance = x.load_where(e.is_there, e.at) - middle;
        [distance, distance * distance]
    });
    // Corrected for what the mean was rounded by.
    [total, square - distance * distance / count]
}

/// What becomes of a channel's count, sum and squared distances.
fn statistics_end<'k>(
    k: &'k Kernel,
    eps: f64,
    momentum: f64,
) -> impl FnOnce(U32<'k>, F64<'k>, [F64<'k>; 2]) + use<'k> {
    let [mean, inv_std, running_mean, running_variance] = [(); 4].map(|()| k.pointer());
    move |line, count, [total, squares]| {
        let (middle, variance) = ((total / count).narrow(), not_negative(squares / count));
        mean.store(line, middle);
        inv_std.store(line, (variance + eps).inv_sqrt());
        let unbiased = count / (count - 1.0);
        let unbiased = unbiased.or_where_not(count.gt(1.0), k.f64(1.0));
        let take_variance = (unbiased * momentum).narrow();
        let (keep, take) = (k.f32((1.0 - momentum) as f32), k.f32(momentum as f32));
        let moved = |running: Pointer<'_>, value: F32<'_>, take: F32<'_>| {
            let value = keep * running.load(line) + take * value;
            running.store(line, value);
        };
        moved(running_mean, middle, take);
        moved(running_variance, variance.narrow(), take_variance);
    }
}

/// 0 of a negative number; NaN stays.
pub(super) fn not_negative(x: F64<'_>) -> F64<'_> {
    x.kernel().f64(0.0).or_where_not(x.lt(0.0), x)
}

/// Element `i` of `n`, and its channel.
fn each_element(
    name: &str,
    c: Channels,
    body: impl for<'k> FnOnce(&'k Kernel, &dyn Fn(U32<'k>) -> [U32<'k>; 2]),
) -> Kernel {
    let (channels, positions) = (size(c.count), size(c.positions));
    Kernel::new(name, THREADS, |k| {
        body(k, &|n| {
            let i = k.index();
            k.end_unless(i.lt(n));
            [i, i / positions % channels]
        });
    })
}

/// `y = (x - mean) (inv_std w) + b`. Parameters: x, w, b, mean, inv_std, y, n: the elements.
pub(crate) fn apply(c: impl Into<Channels>) -> Kernel {
    each_element("batch_norm_apply", c.into(), |k, element| {
        let [x, w, b, mean, inv_std, y] = [(); 6].map(|()| k.pointer());
        let [i, c] = element(k.number());
        let scale = inv_std.load(c) * w.load(c);
        y.store(i, (x.load(i) - mean.load(c)) * scale + b.load(c));
    })
}

/// `sum_w = Σ d_y (x - mean) inv_std` and `sum_b = Σ d_y` of each channel.
///
/// Operands: x, d_y, mean; inv_std, sum_w, sum_b.
pub(crate) fn grad_parameters(c: impl Into<Channels>, stage: Stage) -> Kernel {
    sums(
        "batch_norm_grad_parameters",
        stage,
        c.into(),
        |k, share| {
            let [x, d_y, mean] = [(); 3].map(|()| k.pointer());
            let middle = mean.load_where(share.is_there(), share.team.line);
            Box::new(move |e| {
                let d = d_y.load_where(e.is_there, e.at);
                [d * (x.load_where(e.is_there, e.at) - middle), d]
            })
        },
        |k| {
            let [inv_std, sum_w, sum_b] = [(); 3].map(|()| k.pointer());
            Box::new(move |line, [product, sum]| {
                let product = product * inv_std.load(line).wide();
                sum_w.store(line, product.narrow());
                sum_b.store(line, sum.narrow());
            })
        },
    )
}

/// `d_x = w inv_std (d_y - sum_b / n - (x - mean) sum_w / n inv_std)`, where n numbers are a channel.
///
/// Parameters: x, d_y, w, mean, inv_std, sum_w, sum_b, d_x, batch, n: the elements.
pub(crate) fn grad_input(c: impl Into<Channels>) -> Kernel {
    let channels = c.into();
    each_element("batch_norm_grad_input", channels, |k, element| {
        let [x, d_y, w, mean, inv_std, sum_w, sum_b, d_x] = [(); 8].map(|()| k.pointer());
        let batch = k.number();
        let [i, c] = element(k.number());
        let part = k.f32(1.0) / (batch * size(channels.positions)).real();
        let inv_std = inv_std.load(c);
        let scale = w.load(c) * inv_std;
        let (shift, slope) = (sum_b.load(c) * part, sum_w.load(c) * part * inv_std);
        d_x.store(i, scale * (d_y.load(i) - shift - (x.load(i) - mean.load(c)) * slope));
    })
}

/// `y = (x - running mean) (w / √(running variance + eps)) + b`.
///
/// Parameters: x, w, b, running mean, running variance, y, n: the elements.
pub(crate) fn inference(c: impl Into<Channels>, eps: f64) -> Kernel {
    each_element("batch_norm_inference", c.into(), |k, element| {
        let [x, w, b, mean, variance, y] = [(); 6].map(|()| k.pointer());
        let [i, c] = element(k.number());
        let scale = w.load(c) * variance.load(c).inv_sqrt_plus(eps);
        y.store(i, (x.load(i) - mean.load(c)) * scale + b.load(c));
    })
}

/// `d_x = d_y (w / √(running variance + eps))`. Parameters: d_y, w, running variance, d_x, n: the elements.
pub(crate) fn inference_grad(c: impl Into<Channels>, eps: f64) -> Kernel {
    each_element("batch_norm_inference_grad", c.into(), |k, element| {
        let [d_y, w, variance, d_x] = [(); 4].map(|()| k.pointer());
        let [i, c] = element(k.number());
        d_x.store(i, d_y.load(i) * (w.load(c) * variance.load(c).inv_sqrt_plus(eps)));
    })
}
