//! Batch norm over `[batch, channels, positions]`: statistics, the values of training and of inference, and their gradients.
//! What goes over samples is a sum of each channel, the rest is element by element.

use nnplan::BatchNorm;

use super::team::{Team, columns};
use super::{THREADS, size};
use crate::ptx::{F32, F64, Kernel, Pointer, U32};

/// Mean and `1 / √(variance + eps)` of each channel, in two passes; and
/// `running = (1 - momentum) running + momentum batch` for mean and variance, the variance times n / (n - 1), where n
/// numbers are a channel.
///
/// Parameters: x, mean, inv_std, running mean, running variance, batch, n: the channels.
pub(crate) fn statistics(g: &BatchNorm) -> Kernel {
    columns("batch_norm_statistics", |k| {
        let [x, mean, inv_std, running_mean, running_variance] = [(); 5].map(|()| k.pointer());
        let (batch, n) = (k.number(), k.number());
        let team = Team::channels(k, g.channels, g.positions);
        let numbers = batch * size(g.positions);
        let len = team.len_of(n, numbers);
        let place = team.places(size(g.channels), size(g.positions));
        let count = numbers.real_f64();
        let [total] = team.sums(len, |i, is_there| [x.load_where(is_there, place(i))]);
        let middle = (total / count).narrow();
        let [distance, square] = team.sums(len, |i, is_there| {
            let distance = x.load_where(is_there, place(i)) - middle;
            [distance, distance * distance]
        });
        k.when(team.is_writer(n), || {
            // Corrected for what the mean was rounded by.
            let variance = (square - distance * distance / count) / count;
            let variance = not_negative(variance);
            mean.store(team.line, middle);
            inv_std.store(team.line, (variance + g.eps).inv_sqrt());
            let unbiased = count / (count - 1.0);
            let unbiased = unbiased.or_where_not(count.gt(1.0), k.f64(1.0));
            let take_variance = (unbiased * g.momentum).narrow();
            let (keep, take) = (k.f32((1.0 - g.momentum) as f32), k.f32(g.momentum as f32));
            let moved = |running: Pointer<'_>, value: F32<'_>, take: F32<'_>| {
                let value = keep * running.load(team.line) + take * value;
                running.store(team.line, value);
            };
            moved(running_mean, middle, take);
            moved(running_variance, variance.narrow(), take_variance);
        });
    })
}

/// 0 of a negative number; NaN stays.
pub(super) fn not_negative(x: F64<'_>) -> F64<'_> {
    x.kernel().f64(0.0).or_where_not(x.lt(0.0), x)
}

/// Element `i` of `n`, and its channel.
fn each_element(
    name: &str,
    g: &BatchNorm,
    body: impl for<'k> FnOnce(&'k Kernel, &dyn Fn(U32<'k>) -> [U32<'k>; 2]),
) -> Kernel {
    let (channels, positions) = (size(g.channels), size(g.positions));
    Kernel::new(name, THREADS, |k| {
        body(k, &|n| {
            let i = k.index();
            k.end_unless(i.lt(n));
            [i, i / positions % channels]
        });
    })
}

/// `y = (x - mean) (inv_std w) + b`. Parameters: x, w, b, mean, inv_std, y, n: the elements.
pub(crate) fn apply(g: &BatchNorm) -> Kernel {
    each_element("batch_norm_apply", g, |k, element| {
        let [x, w, b, mean, inv_std, y] = [(); 6].map(|()| k.pointer());
        let [i, c] = element(k.number());
        let scale = inv_std.load(c) * w.load(c);
        y.store(i, (x.load(i) - mean.load(c)) * scale + b.load(c));
    })
}

/// `sum_w = Σ d_y (x - mean) inv_std` and `sum_b = Σ d_y` of each channel.
///
/// Parameters: x, d_y, mean, inv_std, sum_w, sum_b, batch, n: the channels.
pub(crate) fn grad_parameters(g: &BatchNorm) -> Kernel {
    columns("batch_norm_grad_parameters", |k| {
        let [x, d_y, mean, inv_std, sum_w, sum_b] = [(); 6].map(|()| k.pointer());
        let (batch, n) = (k.number(), k.number());
        let team = Team::channels(k, g.channels, g.positions);
        let len = team.len_of(n, batch * size(g.positions));
        let place = team.places(size(g.channels), size(g.positions));
        let middle = mean.load_where(team.line.lt(n), team.line);
        let [product, sum] = team.sums(len, |i, is_there| {
            let d = d_y.load_where(is_there, place(i));
            [d * (x.load_where(is_there, place(i)) - middle), d]
        });
        k.when(team.is_writer(n), || {
            let product = product * inv_std.load(team.line).wide();
            sum_w.store(team.line, product.narrow());
            sum_b.store(team.line, sum.narrow());
        });
    })
}

/// `d_x = w inv_std (d_y - sum_b / n - (x - mean) sum_w / n inv_std)`, where n numbers are a channel.
///
/// Parameters: x, d_y, w, mean, inv_std, sum_w, sum_b, d_x, batch, n: the elements.
pub(crate) fn grad_input(g: &BatchNorm) -> Kernel {
    each_element("batch_norm_grad_input", g, |k, element| {
        let [x, d_y, w, mean, inv_std, sum_w, sum_b, d_x] = [(); 8].map(|()| k.pointer());
        let batch = k.number();
        let [i, c] = element(k.number());
        let part = k.f32(1.0) / (batch * size(g.positions)).real();
        let inv_std = inv_std.load(c);
        let scale = w.load(c) * inv_std;
        let (shift, slope) = (sum_b.load(c) * part, sum_w.load(c) * part * inv_std);
        d_x.store(i, scale * (d_y.load(i) - shift - (x.load(i) - mean.load(c)) * slope));
    })
}

/// `y = (x - running mean) (w / √(running variance + eps)) + b`.
///
/// Parameters: x, w, b, running mean, running variance, y, n: the elements.
pub(crate) fn inference(g: &BatchNorm) -> Kernel {
    each_element("batch_norm_inference", g, |k, element| {
        let [x, w, b, mean, variance, y] = [(); 6].map(|()| k.pointer());
        let [i, c] = element(k.number());
        let scale = w.load(c) * variance.load(c).inv_sqrt_plus(g.eps);
        y.store(i, (x.load(i) - mean.load(c)) * scale + b.load(c));
    })
}

/// `d_x = d_y (w / √(running variance + eps))`. Parameters: d_y, w, running variance, d_x, n: the elements.
pub(crate) fn inference_grad(g: &BatchNorm) -> Kernel {
    each_element("batch_norm_inference_grad", g, |k, element| {
        let [d_y, w, variance, d_x] = [(); 4].map(|()| k.pointer());
        let [i, c] = element(k.number());
        d_x.store(i, d_y.load(i) * (w.load(c) * variance.load(c).inv_sqrt_plus(g.eps)));
    })
}
