//! Losses by their formulas, in `f64`.

use crate::kernels::loss::LossKind;
use alloc::vec::Vec;

/// The mean cross entropy of logits `[batch, classes]` times `weight`, from the full matrix of
/// log-probabilities.
#[must_use]
pub fn cross_entropy(
    label_smoothing: f64,
    ignore_index: Option<u32>,
    weight: f64,
    classes: usize,
    logits: &[f64],
    target: &[u32],
    class_weights: Option<&[f64]>,
) -> f64 {
    let weight_of = |c: usize| class_weights.map_or(1.0, |w| w[c]);
    let (mut total, mut weights) = (0.0, 0.0);
    for (row, &label) in logits.chunks_exact(classes).zip(target) {
        if Some(label) == ignore_index {
            continue;
        }
        let most = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = row.iter().map(|x| libm::exp(x - most)).sum();
        let minus_log: Vec<f64> = row.iter().map(|x| libm::log(sum) + most - x).collect();
        // The target as a distribution: one hot, smoothed.
        for (c, minus_log) in minus_log.iter().enumerate() {
            let hot = if c == label as usize { 1.0 - label_smoothing } else { 0.0 };
            total += (hot + label_smoothing / classes as f64) * weight_of(c) * minus_log;
        }
        weights += weight_of(label as usize);
    }
    weight * total / weights
}

/// The loss of one element times `weight`; NaN for a cross entropy, which has none.
#[must_use]
pub fn elementwise(kind: LossKind, weight: f64, x: f64, t: f64) -> f64 {
    let distance = (x - t).abs();
    let loss = match kind {
        LossKind::CrossEntropy { .. } => f64::NAN,
        LossKind::None => 0.0,
        LossKind::BinaryCrossEntropyWithLogits => {
            t * libm::log1p(libm::exp(-x)) + (1.0 - t) * libm::log1p(libm::exp(x))
        }
        LossKind::MeanSquaredError => distance * distance,
        LossKind::L1 => distance,
        LossKind::Huber { delta } if distance <= delta => 0.5 * distance * distance,
        LossKind::Huber { delta } => delta * (distance - 0.5 * delta),
    };
    weight * loss
}
