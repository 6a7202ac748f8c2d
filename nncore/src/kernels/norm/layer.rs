//! Layer norm over rows of `[batch * rows, features]` (Ba, Kiros, Hinton: Layer normalization, 2016).

use super::{column_sums, variance};
use crate::Element;
use crate::kernels::Write;
use crate::math::{sqrt_f64, sum, sums};
use core::ops::Range;
use nnplan::LayerNorm;

/// Asserts that `x` is `[batch * rows, features]`.
#[track_caller]
fn assert_values<T>(g: &LayerNorm, batch: usize, x: &[T]) {
    assert_eq!(x.len(), batch * g.rows * g.features, "[batch * rows, features]");
}

/// `y = (x - mean) inv_std w + b` with each row's own mean and `inv_std = 1 / √(variance +
/// eps)`, the variance biased; on a piece of `batch` samples.
///
/// `x` and `y`, which is replaced, are `[batch * rows, features]`; `w` and `b`
/// `[features]`; `mean` and `inv_std`, kept for the backward pass, are `[batch * rows]`,
/// replaced. A row with a NaN or ∞ becomes NaN.
///
/// # Panics
/// When a length is another one.
pub fn layer_norm<T: Element>(
    g: &LayerNorm,
    batch: usize,
    x: &[T],
    w: &[T],
    b: &[T],
    y: &mut [T],
    mean: &mut [T],
    inv_std: &mut [T],
) {
    assert_values(g, batch, x);
    assert_rows(g, batch, [w, b], y, [mean.len(), inv_std.len()]);
    if x.is_empty() {
        return;
    }
    let statistics = mean.iter_mut().zip(inv_std);
    let rows = x.chunks_exact(g.features).zip(y.chunks_exact_mut(g.features));
    for ((x, y), (mean, inv_std)) in rows.zip(statistics) {
        let (m, scale) = moments(g, x);
        (*mean, *inv_std) = (m, scale);
        for (((&x, y), &w), &b) in x.iter().zip(y).zip(w).zip(b) {
            *y = (x - m) * scale * w + b;
        }
    }
}

/// [`layer_norm`] in place.
///
/// # Panics
/// When a length is another one.
pub fn layer_norm_assign<T: Element>(
    g: &LayerNorm,
    batch: usize,
    w: &[T],
    b: &[T],
    y: &mut [T],
    mean: &mut [T],
    inv_std: &mut [T],
) {
    assert_rows(g, batch, [w, b], y, [mean.len(), inv_std.len()]);
    if y.is_empty() {
        return;
    }
    let statistics = mean.iter_mut().zip(inv_std);
    for (y, (mean, inv_std)) in y.chunks_exact_mut(g.features).zip(statistics) {
        let (m, scale) = moments(g, y);
        (*mean, *inv_std) = (m, scale);
        for ((y, &w), &b) in y.iter_mut().zip(w).zip(b) {
            *y = (*y - m) * scale * w + b;
        }
    }
}

/// Asserts that the operands of a layer norm have its sizes.
#[track_caller]
fn assert_rows<T>(
    g: &LayerNorm,
    batch: usize,
    tensors: [&[T]; 2],
    y: &[T],
    statistics: [usize; 2],
) {
    assert_values(g, batch, y);
    assert!(tensors.iter().all(|t| t.len() == g.features), "[features]");
    assert!(statistics == [batch * g.rows; 2], "[batch * rows]");
}

/// The mean of a row, and `1 / √(variance + eps)`.
#[inline(always)]
fn moments<T: Element>(g: &LayerNorm, x: &[T]) -> (T, T) {
    let n = g.features as f64;
    let m = T::from_f64(sum(x) / n);
    let [distance, square] = sums([x], |[x]| [x - m, (x - m) * (x - m)]);
    (m, T::from_f64(1.0 / sqrt_f64(variance(n, distance, square) + g.eps)))
}

/// `d_x = inv_std (d_y w - mean(d_y w) - x̂ mean(d_y w x̂))` with `x̂ = (x - mean) inv_std`, means over
/// the row; on a piece of `batch` samples.
///
/// `x`, `d_y` and `d_x`, which is replaced, are `[batch * rows, features]`; `w` `[features]`;
/// `mean` and `inv_std` `[batch * rows]`, from [`layer_norm`].
///
/// # Panics
/// When a length is another one.
pub fn layer_norm_grad_input<T: Element>(
    g: &LayerNorm,
    batch: usize,
    x: &[T],
    d_y: &[T],
    w: &[T],
    mean: &[T],
    inv_std: &[T],
    d_x: &mut [T],
) {
    assert_values(g, batch, x);
    assert_values(g, batch, d_y);
    assert_values(g, batch, d_x);
    assert!(w.len() == g.features, "[features]");
    assert!(mean.len() == batch * g.rows && inv_std.len() == batch * g.rows, "[batch * rows]");
    if x.is_empty() {
        return;
    }
    let rows = x.chunks_exact(g.features).zip(d_y.chunks_exact(g.features));
    let rows = rows.zip(d_x.chunks_exact_mut(g.features));
    for (((x, d_y), d_x), (&mean, &inv_std)) in rows.zip(mean.iter().zip(inv_std)) {
        let (shift, slope) = grad_means(g, [x, d_y, w], mean, inv_std);
        for (((&x, &d), &w), d_x) in x.iter().zip(d_y).zip(w).zip(d_x) {
            *d_x = inv_std * (d * w - shift - (x - mean) * inv_std * slope);
        }
    }
}

/// [`layer_norm_grad_input`] in place of `d_y`.
///
/// # Panics
/// When a length is another one.
pub fn layer_norm_grad_input_assign<T: Element>(
    g: &LayerNorm,
    batch: usize,
    x: &[T],
    w: &[T],
    mean: &[T],
    inv_std: &[T],
    d: &mut [T],
) {
    assert_values(g, batch, x);
    assert_values(g, batch, d);
    assert!(w.len() == g.features, "[features]");
    assert!(mean.len() == batch * g.rows && inv_std.len() == batch * g.rows, "[batch * rows]");
    if x.is_empty() {
        return;
    }
    let rows = x.chunks_exact(g.features).zip(d.chunks_exact_mut(g.features));
    for ((x, d), (&mean, &inv_std)) in rows.zip(mean.iter().zip(inv_std)) {
        let (shift, slope) = grad_means(g, [x, d, w], mean, inv_std);
        for ((&x, &w), d) in x.iter().zip(w).zip(d) {
            *d = inv_std * (*d * w - shift - (x - mean) * inv_std * slope);
        }
    }
}

/// The means of `d_y w` and of `d_y w x̂` over a row.
#[inline(always)]
fn grad_means<T: Element>(g: &LayerNorm, [x, d_y, w]: [&[T]; 3], mean: T, inv_std: T) -> (T, T) {
    let n = g.features as f64;
    let [total, product] = sums([x, d_y, w], |[x, d, w]| [d * w, d * w * ((x - mean) * inv_std)]);
    (T::from_f64(total / n), T::from_f64(product / n))
}

/// `d_w = Σ d_y x̂` and `d_b = Σ d_y` over all rows of the batch, each assigned or added.
///
/// `x` and `d_y` are `[batch * rows, features]`, `mean` and `inv_std` `[batch * rows]`, `d_w`
/// and `d_b` `[features]`, or empty where they are not wanted. Cut by features, not by samples:
/// [`layer_norm_grad_parameters_of`].
///
/// # Panics
/// When a length is another one.
pub fn layer_norm_grad_parameters<T: Element>(
    g: &LayerNorm,
    batch: usize,
    x: &[T],
    d_y: &[T],
    mean: &[T],
    inv_std: &[T],
    writes: [Write; 2],
    d_w: &mut [T],
    d_b: &mut [T],
) {
    let all = 0..g.features;
    layer_norm_grad_parameters_of(g, batch, x, d_y, mean, inv_std, all, writes, d_w, d_b);
}

/// [`layer_norm_grad_parameters`] for a range of features; `d_w` and `d_b` are the elements of
/// the range, `[features.len()]`, or empty.
///
/// # Panics
/// When a length is another one.
pub fn layer_norm_grad_parameters_of<T: Element>(
    g: &LayerNorm,
    batch: usize,
    x: &[T],
    d_y: &[T],
    mean: &[T],
    inv_std: &[T],
    features: Range<usize>,
    writes: [Write; 2],
    d_w: &mut [T],
    d_b: &mut [T],
) {
    assert_values(g, batch, x);
    assert_values(g, batch, d_y);
    let rows = batch * g.rows;
    assert!(mean.len() == rows && inv_std.len() == rows, "[batch * rows]");
    assert!([d_w.len(), d_b.len()].iter().all(|n| [0, features.len()].contains(n)), "[features]");
    let start = features.start;
    let products =
        |row: usize, [x, d]: [T; 2], []: [T; 0]| [d * ((x - mean[row]) * inv_std[row]), d];
    column_sums(rows, g.features, features, [x, d_y], [], products, |feature, [product, d]| {
        for ((sums, sum), write) in [&mut *d_w, &mut *d_b].into_iter().zip([product, d]).zip(writes)
        {
            let Some(to) = sums.get_mut(feature - start) else { continue };
            let sum = T::from_f64(sum);
            *to = if write == Write::Add { *to + sum } else { sum };
        }
    });
}
