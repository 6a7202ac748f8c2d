//! Losses with their gradients, in one pass: means over the batch, as `torch.nn`'s losses
//! with their default `reduction="mean"`, times a weight: the losses of several outputs are added up with one
//! each, which is 1 where there is one output. Sums over samples are `f64`, in the order of the samples.

use crate::Element;
use crate::math::{self, ln_1p, sigmoid};
use core::fmt;

/// A loss and its constants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LossKind {
    /// Softmax and negative log-likelihood of a class index: see [`cross_entropy`].
    CrossEntropy {
        /// The part of the target that is spread over all classes; 0 to 1.
        label_smoothing: f64,
        /// A label whose samples count for nothing. (PyTorch's is -100.)
        ignore_index: Option<u32>,
    },
    /// `-t ln σ(x) - (1 - t) ln(1 - σ(x))`, of logits x.
    BinaryCrossEntropyWithLogits,
    /// `(x - t)²`
    MeanSquaredError,
    /// `|x - t|`; the derivative at 0 is 0.
    L1,
    /// `(x - t)² / 2` up to a distance of delta, `delta (|x - t| - delta / 2)` beyond.
    Huber {
        /// Where the parabola becomes a line; above 0.
        delta: f64,
    },
    /// 0, and so is its gradient: the loss of an output that is not trained on. It reads no target.
    None,
}

/// A label that names no class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelOutOfRange {
    /// The number of the sample in the batch.
    pub sample: usize,
    /// Its label.
    pub label: u32,
    /// The number of classes.
    pub classes: usize,
}

impl fmt::Display for LabelOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sample, label, classes } = self;
        write!(
            f,
            "sample {sample} has label {label}, but there are {classes} classes\n  expected: "
        )?;
        match classes.checked_sub(1) {
            Some(last) => write!(f, "0 to {last}")?,
            None => f.write_str("no label")?,
        }
        write!(f, "\n  found:    {label}")
    }
}

impl core::error::Error for LabelOutOfRange {}

/// The mean cross entropy of `logits` and class indices, times `weight`, and its gradient: softmax, loss
/// and backward pass fused.
///
/// With p = softmax(logits), w the class weights (1 when there are none), ε the label
/// smoothing, and sums over the samples whose label t is not ignored:
///
/// `loss = weight Σ [ (1-ε) w_t (-ln p_t) + ε/C Σ_c w_c (-ln p_c) ] / Σ w_t`
///
/// - `logits`: `[batch, classes]`. Any finite size is safe.
/// - `target`: `[batch]`.
/// - `class_weights`: `[classes]`.
/// - `d_logits`: `[batch, classes]`, replaced by the gradient of the loss; 0 for an ignored
///   sample. `None` computes the same loss, to the bit.
///
/// As in PyTorch, the loss of a batch without a counted sample is NaN, and a sample with NaN or `+∞`
/// among its logits makes it NaN. The gradient of a batch without a counted sample is 0. So it is
/// where all counted samples are of classes of weight 0, of which PyTorch's is NaN: one such batch
/// would spoil the parameters. About two exponentials a logit.
///
/// # Errors
/// The first label that is neither a class nor ignored; `d_logits` is untouched then.
///
/// # Panics
/// When a length is another one.
pub fn cross_entropy<T: Element>(
    label_smoothing: f64,
    ignore_index: Option<u32>,
    weight: f64,
    classes: usize,
    batch: usize,
    logits: &[T],
    target: &[u32],
    class_weights: Option<&[T]>,
    mut d_logits: Option<&mut [T]>,
) -> Result<T, LabelOutOfRange> {
    assert_eq!(logits.len(), batch * classes, "[batch, classes]");
    assert_eq!(target.len(), batch, "[batch]");
    assert!(class_weights.is_none_or(|w| w.len() == classes), "[classes]");
    assert!(d_logits.as_ref().is_none_or(|d| d.len() == logits.len()), "[batch, classes]");
    let mut weights = 0.0;
    for (sample, &label) in target.iter().enumerate() {
        if Some(label) == ignore_index {
            continue;
        }
        if label as usize >= classes {
            return Err(LabelOutOfRange { sample, label, classes });
        }
        weights += class_weights.map_or(1.0, |w| w[label as usize].to_f64());
    }
    let row = Row {
        smoothing: label_smoothing / classes as f64,
        keep: 1.0 - label_smoothing,
        class_weights,
        all_weights: class_weights.map_or(classes as f64, math::sum),
        part: if weights == 0.0 { 0.0 } else { weight / weights },
    };
    let mut total = 0.0;
    for (sample, &label) in target.iter().enumerate() {
        let range = sample * classes..(sample + 1) * classes;
        let d = d_logits.as_mut().map(|d| &mut d[range.clone()]);
        if Some(label) != ignore_index {
            total += row.loss(&logits[range], label as usize, d);
        } else if let Some(d) = d {
            d.fill(T::ZERO);
        }
    }
    Ok(T::from_f64(weight * (total / weights)))
}

/// What all samples of a [`cross_entropy`] share.
struct Row<'a, T> {
    /// ε / C.
    smoothing: f64,
    /// 1 - ε.
    keep: f64,
    class_weights: Option<&'a [T]>,
    /// Σ w_c.
    all_weights: f64,
    /// The loss's weight / Σ w_t, over the batch.
    part: f64,
}

impl<T: Element> Row<'_, T> {
    /// One sample's loss, and its part of the gradient of the mean.
    fn loss(&self, logits: &[T], label: usize, d: Option<&mut [T]>) -> f64 {
        // A weight for each logit. Without class weights what is read here counts as 1, which changes no bit of a
        // product: loops of their own would be 2 kB more of a small program.
        let weights = self.class_weights.unwrap_or(logits);
        let is_weighted = self.class_weights.is_some();
        let weight_of = |w: T| if is_weighted { w } else { T::ONE };
        let most = math::max(logits);
        let [total] = math::sums([logits], |[x]| [(x - most).exp()]);
        let ln_total = libm::log(total);
        // -ln p_c = ln Σ exp(x - max) - (x_c - max)
        let weight = weight_of(weights[label]).to_f64();
        let plain = weight * (ln_total - (logits[label] - most).to_f64());
        let mut loss = self.keep * plain;
        if self.smoothing != 0.0 {
            let [spread] = math::sums([logits, weights], |[x, w]| [weight_of(w) * (x - most)]);
            loss += self.smoothing * (self.all_weights * ln_total - spread);
        }
        let Some(d) = d else {
            return loss;
        };
        // ((1-ε) w_t + ε/C Σ w) p_c - ε/C w_c - (1-ε) w_t [c = t], times the part
        let target = self.keep * weight;
        let scale = T::from_f64((target + self.smoothing * self.all_weights) * self.part / total);
        let spread = T::from_f64(self.smoothing * self.part);
        for ((d, &x), &w) in d.iter_mut().zip(logits).zip(weights) {
            *d = (x - most).exp() * scale - spread * weight_of(w);
        }
        d[label] -= T::from_f64(target * self.part);
        loss
    }
}

/// The sum of `kind`'s loss over the elements, divided by n, times `weight`; and its gradient.
///
/// `output`, `target` and `d_output`, which is replaced, have one length. `n` is the number of
/// elements the mean is taken over: that length, or the whole batch's when this is a piece of it,
/// whose result is then a part to be added. `n = 0` gives NaN, as PyTorch's mean.
/// The sum goes over blocks in `f64` ([`math::sums`]).
///
/// # Panics
/// When the lengths differ, and for [`LossKind::CrossEntropy`] and [`LossKind::None`], whose target is no
/// number an element.
#[inline(always)] // where the kind is a constant, the code of the others is left out
pub fn elementwise_loss<T: Element>(
    kind: LossKind,
    weight: f64,
    n: usize,
    output: &[T],
    target: &[T],
    d_output: Option<&mut [T]>,
) -> T {
    assert_eq!(output.len(), target.len(), "a target for each output");
    let part = weight / n as f64;
    let total = match kind {
        LossKind::CrossEntropy { .. } => panic!("cross entropy is not a loss by elements"),
        LossKind::None => panic!("no loss has no targets"),
        LossKind::BinaryCrossEntropyWithLogits => each(
            [output, target],
            d_output,
            |[x, t]| {
                let positive = if x <= T::ZERO { T::ZERO } else { x };
                positive - x * t + ln_1p((-x.abs()).exp())
            },
            |[x, t]| T::from_f64(part) * (sigmoid(x) - t),
        ),
        LossKind::MeanSquaredError => each(
            [output, target],
            d_output,
            |[x, t]| (x - t) * (x - t),
            |[x, t]| T::from_f64(2.0 * part) * (x - t),
        ),
        LossKind::L1 => each(
            [output, target],
            d_output,
            |[x, t]| (x - t).abs(),
            |[x, t]| T::from_f64(part) * sign(x - t),
        ),
        LossKind::Huber { delta } => {
            let (delta, half) = (T::from_f64(delta), T::from_f64(0.5));
            each(
                [output, target],
                d_output,
                |[x, t]| {
                    let distance = (x - t).abs();
                    let line = delta * (distance - half * delta);
                    if distance > delta { line } else { half * distance * distance }
                },
                |[x, t]| {
                    let distance = x - t;
                    let line = delta * sign(distance);
                    T::from_f64(part) * if distance.abs() > delta { line } else { distance }
                },
            )
        }
    };
    T::from_f64(total * part)
}

/// 1, -1, or 0 of 0 and NaN (as `torch.sgn`).
#[inline(always)]
fn sign<T: Element>(x: T) -> T {
    let negative = if x < T::ZERO { -T::ONE } else { T::ZERO };
    if x > T::ZERO { T::ONE } else { negative }
}

/// The sum of `loss`, and `grad` of every pair.
#[inline(always)]
fn each<T: Element>(
    pair: [&[T]; 2],
    d_output: Option<&mut [T]>,
    loss: impl Fn([T; 2]) -> T,
    grad: impl Fn([T; 2]) -> T,
) -> f64 {
    if let Some(d_output) = d_output {
        assert_eq!(d_output.len(), pair[0].len(), "a gradient for each output");
        for ((d, &x), &t) in d_output.iter_mut().zip(pair[0]).zip(pair[1]) {
            *d = grad([x, t]);
        }
    }
    math::sums(pair, |pair| [loss(pair)])[0]
}

#[cfg(all(test, feature = "alloc"))]
mod tests;
