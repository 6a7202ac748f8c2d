//! Losses and their gradients: means over the batch, times a weight.

use super::{sum, zero};
use crate::Error;
use crate::kernels::loss::LossKind;
use crate::math::{exp_f32, ln_1p, sigmoid};
use crate::tiny::access::View;

/// Weights of the classes.
#[derive(Clone, Copy)]
pub(in crate::tiny) enum ClassWeights<'a> {
    /// All are 1.
    Equal,
    /// As a device is told.
    Single(&'a [f32]),
    /// As they were written.
    Double(&'a [f64]),
}

impl ClassWeights<'_> {
    fn is_equal(&self) -> bool {
        matches!(self, Self::Equal)
    }

    #[inline(always)]
    fn of(&self, class: usize) -> f32 {
        match self {
            Self::Equal => 1.0,
            Self::Single(w) => w.get(class).copied().unwrap_or(1.0),
            Self::Double(w) => w.get(class).map_or(1.0, |w| *w as f32),
        }
    }
}

/// A loss of one output: its formula, the weights of its classes, and its own weight.
pub(in crate::tiny) struct Term<'a> {
    pub(in crate::tiny) kind: LossKind,
    pub(in crate::tiny) classes: ClassWeights<'a>,
    pub(in crate::tiny) weight: f64,
}

/// The loss of `n` samples of `len` numbers, and its gradient.
#[inline(always)]
pub(in crate::tiny) fn loss(
    term: &Term<'_>,
    n: usize,
    len: usize,
    output: View,
    target: impl FnOnce() -> View,
    labels: impl FnOnce() -> View<u32>,
    d_output: Option<View>,
) -> Result<f32, Error> {
    match term.kind {
        LossKind::CrossEntropy { label_smoothing, ignore_index } => {
            let rows = CrossEntropy {
                classes: len,
                smoothing: label_smoothing,
                ignored: ignore_index,
                weights: term.classes,
                weight: term.weight,
            };
            rows.loss(n, output, labels(), d_output)
        }
        LossKind::None => {
            if let Some(d) = d_output {
                zero(d, n * len);
            }
            Ok(0.0)
        }
        kind => Ok(elementwise(kind, term.weight, n * len, output, target(), d_output)),
    }
}

/// Softmax and cross-entropy of a batch.
struct CrossEntropy<'a> {
    classes: usize,
    smoothing: f64,
    ignored: Option<u32>,
    weights: ClassWeights<'a>,
    weight: f64,
}

impl CrossEntropy<'_> {
    #[inline(always)]
    fn loss(
        &self,
        n: usize,
        logits: View,
        labels: View<u32>,
        d_logits: Option<View>,
    ) -> Result<f32, Error> {
        let mut weights = 0.0;
        for sample in 0..n {
            let label = labels.get(sample);
            if Some(label) == self.ignored {
                continue;
            }
            if label as usize >= self.classes {
                return Err(Error::Label { sample, label, classes: self.classes });
            }
            weights += f64::from(self.weights.of(label as usize));
        }
        let part = self.weight / weights;
        let all_weights = if self.weights.is_equal() {
            self.classes as f64
        } else {
            sum(self.classes, |c| self.weights.of(c))
        };
        let mut total = 0.0;
        for sample in 0..n {
            let label = labels.get(sample);
            let row = logits.from(sample * self.classes);
            let d = d_logits.map(|d| d.from(sample * self.classes));
            if Some(label) != self.ignored {
                total += self.row(part, all_weights, row, label as usize, d);
            } else if let Some(d) = d {
                zero(d, self.classes);
            }
        }
        Ok((self.weight * (total / weights)) as f32)
    }

    /// One sample's loss, and its part of the gradient of the mean.
    #[inline(always)]
    fn row(&self, part: f64, all_weights: f64, logits: View, label: usize, d: Option<View>) -> f64 {
        let (classes, keep) = (self.classes, 1.0 - self.smoothing);
        let smoothing = self.smoothing / classes as f64;
        let mut most = f32::NEG_INFINITY;
        for c in 0..classes {
            let x = logits.get(c);
            most = if x > most { x } else { most };
        }
        let exp = |c: usize| exp_f32(logits.get(c) - most);
        let total = sum(classes, exp);
        let ln_total = libm::log(total);
        let weight = f64::from(self.weights.of(label));
        let plain = weight * (ln_total - f64::from(logits.get(label) - most));
        let mut loss = keep * plain;
        if smoothing != 0.0 {
            let spread = sum(classes, |c| self.weights.of(c) * (logits.get(c) - most));
            loss += smoothing * (all_weights * ln_total - spread);
        }
        let Some(d) = d else { return loss };
        let target = keep * weight;
        let scale = ((target + smoothing * all_weights) * part / total) as f32;
        let spread = (smoothing * part) as f32;
        for c in 0..classes {
            d.set(c, exp(c) * scale - spread * self.weights.of(c));
        }
        d.set(label, d.get(label) - (target * part) as f32);
        loss
    }
}

/// 1, -1, or 0 of 0 and NaN.
fn sign(x: f32) -> f32 {
    let negative = if x < 0.0 { -1.0 } else { 0.0 };
    if x > 0.0 { 1.0 } else { negative }
}

/// The mean of a loss by elements, times the weight.
#[inline(always)]
fn elementwise(
    kind: LossKind,
    weight: f64,
    n: usize,
    output: View,
    target: View,
    d_output: Option<View>,
) -> f32 {
    let part = weight / n as f64;
    let scale = part as f32;
    let gradient = |x: f32, t: f32| match kind {
        LossKind::BinaryCrossEntropyWithLogits => scale * (sigmoid(x) - t),
        LossKind::MeanSquaredError => (2.0 * part) as f32 * (x - t),
        LossKind::Huber { delta } => {
            let (distance, delta) = (x - t, delta as f32);
            let line = delta * sign(distance);
            scale * if distance.abs() > delta { line } else { distance }
        }
        _ => scale * sign(x - t),
    };
    let value = |x: f32, t: f32| match kind {
        LossKind::BinaryCrossEntropyWithLogits => {
            let positive = if x <= 0.0 { 0.0 } else { x };
            positive - x * t + ln_1p(exp_f32(-x.abs()))
        }
        LossKind::MeanSquaredError => (x - t) * (x - t),
        LossKind::Huber { delta } => {
            let (distance, delta) = ((x - t).abs(), delta as f32);
            let line = delta * (distance - 0.5 * delta);
            if distance > delta { line } else { 0.5 * distance * distance }
        }
        _ => (x - t).abs(),
    };
    if let Some(d) = d_output {
        for i in 0..n {
            d.set(i, gradient(output.get(i), target.get(i)));
        }
    }
    (sum(n, |i| value(output.get(i), target.get(i))) * part) as f32
}
