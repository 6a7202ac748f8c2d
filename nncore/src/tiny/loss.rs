//! Losses and their gradients: means over the batch, times a weight.

use super::access::View;
use crate::Error;
use crate::kernels::loss::LossKind;
use crate::math::{exp_f32, ln_1p, sigmoid};
use crate::portable::{sum, zero};

/// Weights of the classes.
#[derive(Clone, Copy)]
pub(super) enum ClassWeights<'a> {
    /// All are 1.
    Equal,
    /// As they were written.
    Each(&'a [f64]),
}

impl ClassWeights<'_> {
    fn is_equal(&self) -> bool {
        matches!(self, Self::Equal)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of(&self, class: usize) -> f32 {
        match self {
            Self::Equal => 1.0,
            Self::Each(w) => w.get(class).map_or(1.0, |w| *w as f32),
        }
    }
}

/// A loss of one output: its formula, the weights of its classes, and its own weight.
pub(super) struct Term<'a> {
    pub(super) kind: LossKind,
    pub(super) classes: ClassWeights<'a>,
    pub(super) weight: f64,
}

/// The loss of `n` samples of `len` numbers, and its gradient.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn loss(
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
    #[cfg_attr(not(debug_assertions), inline(always))]
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
        // Of samples whose classes have no weight there is no gradient, rather than NaN.
        let part = if weights == 0.0 { 0.0 } else { self.weight / weights };
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
    #[cfg_attr(not(debug_assertions), inline(always))]
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
#[cfg_attr(not(debug_assertions), inline(always))]
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
        LossKind::L1 => scale * sign(x - t),
        LossKind::CrossEntropy { .. } | LossKind::None => 0.0, // no losses by elements
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
        LossKind::L1 => (x - t).abs(),
        LossKind::CrossEntropy { .. } | LossKind::None => 0.0,
    };
    if let Some(d) = d_output {
        for i in 0..n {
            d.set(i, gradient(output.get(i), target.get(i)));
        }
    }
    (sum(n, |i| value(output.get(i), target.get(i))) * part) as f32
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use super::*;
    use crate::kernels::fixture::Numbers;
    use crate::kernels::loss as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};

    const IGNORED: u32 = 77;

    fn labels(n: usize, classes: usize, are_some_ignored: bool) -> Vec<u32> {
        let mut numbers = Numbers::new(n as u64);
        let mut label = |i| match are_some_ignored && i % 3 == 1 {
            true => IGNORED,
            false => (numbers.next() % classes as u64) as u32,
        };
        (0..n).map(&mut label).collect()
    }

    /// The loss, with its gradient and without.
    fn check(
        term: &Term<'_>,
        [n, len]: [usize; 2],
        output: &[f32],
        target: View,
        labels: View<u32>,
        (loss, d_output): (f32, &[f32]),
        what: &str,
    ) {
        let run = |d| super::loss(term, n, len, read(output), || target, || labels, d);
        let d = written(n * len, |d| {
            let found = run(Some(d.to)).expect("labels are classes");
            assert_bits(&[found], &[loss], what);
        });
        assert_bits(&d, d_output, what);
        assert_bits(&[run(None).expect("labels are classes")], &[loss], what);
    }

    fn check_cross_entropy(
        [n, classes]: [usize; 2],
        label_smoothing: f64,
        are_some_ignored: bool,
        weight: f64,
        change: impl Fn(&mut [f32]),
    ) {
        let labels = labels(n, classes, are_some_ignored);
        let mut logits = numbers(classes, n * classes);
        change(&mut logits);
        let double: Vec<f64> = (0..classes).map(|c| 0.1 + c as f64 / 3.0).collect();
        let single: Vec<f32> = double.iter().map(|w| *w as f32).collect();
        for weights in [ClassWeights::Equal, ClassWeights::Each(&double)] {
            let of_cpu = (!weights.is_equal()).then_some(&single[..]);
            let ignore_index = are_some_ignored.then_some(IGNORED);
            let mut d = vec![f32::NAN; logits.len()];
            let loss = cpu::cross_entropy(
                label_smoothing,
                ignore_index,
                weight,
                classes,
                n,
                &logits,
                &labels,
                of_cpu,
                Some(&mut d),
            );
            let kind = LossKind::CrossEntropy { label_smoothing, ignore_index };
            let what = format!("{kind:?} times {weight} of {n} x {classes}, {of_cpu:?}");
            let loss = (loss.expect("labels are classes"), &d[..]);
            let term = Term { kind, classes: weights, weight };
            check(&term, [n, classes], &logits, View::NONE, read(&labels).cast(), loss, &what);
        }
    }

    #[test]
    fn cross_entropy_has_the_bits_of_the_cpu() {
        for classes in [1, 2, 10, 17, 33, 600] {
            for n in 1..=5 {
                for smoothing in [0.0, 0.1, 1.0] {
                    for are_some_ignored in [false, true] {
                        let sizes = [n, classes];
                        check_cross_entropy(sizes, smoothing, are_some_ignored, 1.0, |_| ());
                        check_cross_entropy(sizes, smoothing, are_some_ignored, 0.3, |_| ());
                    }
                }
            }
        }
    }

    #[test]
    fn logits_that_are_no_numbers() {
        // NaN has the machine's own sign, and nothing but NaN comes of it.
        for bad in [f32::NEG_INFINITY, 1e30, -1e30] {
            for at in [0, 4, 21] {
                check_cross_entropy([3, 10], 0.0, false, 1.0, |logits| logits[at] = bad);
            }
        }
        for bad in [f32::NAN, f32::INFINITY] {
            let mut logits = numbers(1, 10);
            logits[7] = bad;
            let kind = LossKind::CrossEntropy { label_smoothing: 0.0, ignore_index: None };
            let term = Term { kind, classes: ClassWeights::Equal, weight: 1.0 };
            let label = read(&[3]);
            let found = loss(&term, 1, 10, read(&logits), || View::NONE, || label.cast(), None);
            assert!(found.expect("a class").is_nan());
        }
    }

    #[test]
    fn a_label_that_is_no_class_leaves_the_gradient_as_it_is() {
        let logits = numbers(1, 30);
        let kind = LossKind::CrossEntropy { label_smoothing: 0.0, ignore_index: Some(IGNORED) };
        let term = Term { kind, classes: ClassWeights::Equal, weight: 1.0 };
        let labels = [IGNORED, 9, 10];
        let d = written(30, |d| {
            let found = loss(
                &term,
                3,
                10,
                read(&logits),
                || View::NONE,
                || read(&labels).cast(),
                Some(d.to),
            );
            assert!(matches!(found, Err(Error::Label { sample: 2, label: 10, classes: 10 })));
        });
        assert!(d.iter().all(|d| d.is_nan()));
    }

    #[test]
    fn elementwise_losses_have_the_bits_of_the_cpu() {
        let kinds = [
            LossKind::BinaryCrossEntropyWithLogits,
            LossKind::MeanSquaredError,
            LossKind::L1,
            LossKind::Huber { delta: 0.7 },
        ];
        for kind in kinds {
            for (n, len) in [(1, 1), (2, 7), (3, 16), (4, 33), (5, 301)] {
                for weight in [1.0, 0.3] {
                    let output = numbers(1, n * len);
                    let mut target = numbers(2, n * len);
                    target[0] = output[0];
                    let mut d = vec![f32::NAN; n * len];
                    let loss = cpu::elementwise_loss(
                        kind,
                        weight,
                        n * len,
                        &output,
                        &target,
                        Some(&mut d),
                    );
                    let what = format!("{kind:?} times {weight} of {n} x {len}");
                    let term = Term { kind, classes: ClassWeights::Equal, weight };
                    let loss = (loss, &d[..]);
                    check(&term, [n, len], &output, read(&target), View::NONE, loss, &what);
                }
            }
        }
    }

    #[test]
    fn no_loss_has_no_gradient() {
        let term = Term { kind: LossKind::None, classes: ClassWeights::Equal, weight: 2.0 };
        check(&term, [3, 5], &numbers(1, 15), View::NONE, View::NONE, (0.0, &[0.0; 15]), "none");
    }
}
