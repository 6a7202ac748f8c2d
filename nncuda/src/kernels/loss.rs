//! Losses and their gradients: means over the batch, times a weight, as `nncore::kernels::loss`.
//!
//! A loss is a row of calls, each of them over the result of the one before. [`Loss::keys`] names their kernels, which
//! do not know the batch, and [`Loss::arguments`] says what each is launched with. The last argument is a number n, and
//! `n.div_ceil(kernel.per_block())` blocks run:
//!
//! ```text
//! for (key, arguments) in zip(loss.keys(), loss.arguments(batch)) { launch(key, arguments) }
//! ```
//!
//! | loss | calls |
//! |---|---|
//! | cross entropy | `cross_entropy_terms`, `cross_entropy_mean`, and `cross_entropy_grad` if there is a gradient |
//! | by elements | `loss_terms`, which writes the gradient too, and `loss_mean` |
//! | none | `zeros` if there is a gradient, else nothing |
//!
//! The loss is added to a number in double precision, which the host sets to 0 before a step, and reads after it; there may
//! be several losses in a step. So with the three words of the status, which the host sets to 0: of the last loss with
//! a label that is not a class, its first such sample plus 1, that label, and the number of classes. Such a loss adds
//! nothing, and neither it nor a later one writes a gradient.

use nncore::kernels::loss::LossKind;

use super::key::{CrossEntropy, Distance, KernelKey, Real};
use super::team::{Team, rows};
use super::{THREADS, Write, elementwise, size};
use crate::ptx::{Bool, F32, F64, Kernel, Pointer, U32};

/// Elements of a block of a loss by elements, and of one of its threads.
const BLOCK: u32 = THREADS * OWN;
const OWN: u32 = 8;

/// What a kernel of a loss is launched with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Argument {
    /// The network's output, `[batch, len]`.
    Output,
    /// What it is compared with: `[batch, len]`.
    Target,
    /// The labels: `[batch]` integers.
    Labels,
    /// The weights of the classes, `[len]`.
    ClassWeights,
    /// The gradient of the output, `[batch, len]`; it is replaced.
    Gradient,
    /// [`most_scratch`] elements, which nobody else uses until the last call; the address a multiple of 8.
    Scratch,
    /// The sum of the losses, in double precision.
    Total,
    /// Three words: see the module.
    Status,
    /// A number.
    Number(u32),
    /// A real number.
    Real(f32),
}

/// A loss and what its kernels are made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Loss {
    /// The formula and its constants.
    pub(crate) kind: LossKind,
    /// What loss and gradient are multiplied by.
    pub(crate) weight: f64,
    /// Elements of a sample of the output: the classes of a cross entropy.
    pub(crate) len: usize,
    /// Whether a cross entropy has weights of the classes.
    pub(crate) has_class_weights: bool,
    /// Whether the gradient is wanted.
    pub(crate) has_gradient: bool,
}

impl Loss {
    /// The kernels, in the order in which they are launched.
    pub(crate) fn keys(&self) -> Vec<KernelKey> {
        let (has_gradient, weight) = (self.has_gradient, Real::of(self.weight));
        let distance = match self.kind {
            LossKind::CrossEntropy { label_smoothing, ignore_index } => {
                let (classes, has_class_weights) = (self.len, self.has_class_weights);
                let label_smoothing = Real::of(label_smoothing);
                let loss =
                    CrossEntropy { classes, label_smoothing, ignore_index, has_class_weights };
                let mean = KernelKey::CrossEntropyMean { classes, ignore_index, weight };
                let grad = has_gradient.then_some(KernelKey::CrossEntropyGrad { loss });
                let both = [KernelKey::CrossEntropyTerms { loss }, mean];
                return both.into_iter().chain(grad).collect();
            }
            LossKind::None => {
                return has_gradient.then_some(KernelKey::Zeros {}).into_iter().collect();
            }
            LossKind::BinaryCrossEntropyWithLogits => Distance::BinaryCrossEntropyWithLogits,
            LossKind::MeanSquaredError => Distance::MeanSquaredError,
            LossKind::L1 => Distance::L1,
            LossKind::Huber { delta } => Distance::Huber(Real::of(delta)),
        };
        vec![KernelKey::LossTerms { distance, has_gradient }, KernelKey::LossMean { weight }]
    }

    /// The kernels themselves.
    #[cfg(test)]
    pub(crate) fn kernels(&self) -> Vec<Kernel> {
        self.keys().iter().map(KernelKey::build).collect()
    }

    /// What each kernel is launched with, for a batch; the last is how many the launch is over.
    pub(crate) fn arguments(&self, batch: usize) -> Vec<Vec<Argument>> {
        use Argument::{
            ClassWeights, Gradient, Labels, Number, Output, Real, Scratch, Status, Target, Total,
        };
        let gradient = self.has_gradient.then_some(Gradient);
        let (samples, n) = (size(batch), size(batch * self.len));
        let with = |first: &[Argument], optional: Option<Argument>, last: &[Argument]| {
            first.iter().copied().chain(optional).chain(last.iter().copied()).collect()
        };
        match self.kind {
            LossKind::CrossEntropy { .. } => {
                let weights = self.has_class_weights.then_some(ClassWeights);
                let mut calls: Vec<Vec<Argument>> = vec![
                    with(&[Output, Labels], weights, &[Scratch, Number(samples)]),
                    vec![Labels, Scratch, Total, Status, Number(samples)],
                ];
                if self.has_gradient {
                    let last = [Scratch, Status, Gradient, Number(samples)];
                    calls.push(with(&[Output, Labels], weights, &last));
                }
                calls
            }
            LossKind::None => gradient.map(|d| vec![d, Number(n)]).into_iter().collect(),
            kind => {
                let part = self.weight / (batch * self.len) as f64;
                let factor = if kind == LossKind::MeanSquaredError { 2.0 * part } else { part };
                let last = [Scratch, Real(factor as f32), Number(n)];
                vec![
                    with(&[Output, Target], gradient, &last),
                    vec![Scratch, Total, Number(n), Number(n.div_ceil(BLOCK))],
                ]
            }
        }
    }

    /// Elements of four bytes that the calls need between them: [`most_scratch`] has them at least.
    #[cfg(test)]
    pub(crate) fn scratch(&self, batch: usize) -> usize {
        match self.kind {
            LossKind::CrossEntropy { .. } => HEAD as usize * 2 + 6 * batch,
            LossKind::None => 0,
            _ => 2 * (batch * self.len).div_ceil(BLOCK as usize),
        }
    }
}

/// The most scratch that a loss of `outputs` numbers, of a batch, needs.
pub(crate) fn most_scratch(batch: usize, outputs: usize) -> usize {
    let (samples, blocks) = (batch.saturating_mul(6), outputs.div_ceil(BLOCK as usize));
    samples.saturating_add(2 * HEAD as usize).max(blocks.saturating_mul(2))
}

/// Numbers in double precision before the samples': the weight divided by Σ w_t, and Σ w_c.
const HEAD: u32 = 2;

/// What a cross entropy's kernels leave each other in the scratch, of a batch.
#[derive(Clone, Copy)]
struct Between<'k> {
    batch: U32<'k>,
}

impl<'k> Between<'k> {
    /// The place of a sample's loss, in double precision.
    fn term(self, sample: U32<'k>) -> U32<'k> {
        sample + HEAD
    }

    /// The place of a sample's Σ exp(x - max), in double precision.
    fn total(self, sample: U32<'k>) -> U32<'k> {
        sample + self.batch + HEAD
    }

    /// The place of a sample's weight.
    fn weight(self, sample: U32<'k>) -> U32<'k> {
        sample + self.batch * 4 + 2 * HEAD
    }

    /// The place of a sample's largest logit.
    fn most(self, sample: U32<'k>) -> U32<'k> {
        sample + self.batch * 5 + 2 * HEAD
    }
}

impl CrossEntropy {
    /// ε / C
    fn smoothing(&self) -> f64 {
        self.label_smoothing.get() / self.classes as f64
    }

    /// Whether the sum of the classes' weights is not known when the kernel is made.
    fn sums_weights(&self) -> bool {
        self.has_class_weights && self.smoothing() != 0.0
    }

    /// Whether a label is a class, and not ignored.
    fn counts<'k>(&self, label: U32<'k>) -> Bool<'k> {
        let is_class = label.lt(size(self.classes));
        match self.ignore_index {
            Some(ignored) => is_class & !label.eq(ignored),
            None => is_class,
        }
    }
}

/// The mean cross entropy of logits and class indices. With p = softmax(logits), w the weights of the classes, ε the label
/// smoothing, and sums over the samples whose label t is not ignored:
///
/// `loss = weight Σ [ (1-ε) w_t (-ln p_t) + ε/C Σ_c w_c (-ln p_c) ] / Σ w_t`
///
/// This kernel writes each sample's part of the sum, its weight, largest logit, and sum of exponentials.
///
/// Parameters: logits, labels, the weights of the classes if there are any, scratch, n: the samples.
pub(crate) fn cross_entropy_terms(g: &CrossEntropy) -> Kernel {
    rows("cross_entropy_terms", |k| {
        let (logits, labels) = (k.pointer(), k.pointer());
        let class_weights = g.has_class_weights.then(|| k.pointer());
        let (start, n) = (k.pointer(), k.number());
        let team = Team::row(k, g.classes, n);
        let (row, len) = (team.line, k.u32(size(g.classes)));
        let (first, zero) = (row * len, k.f32(0.0));
        let read = |i, is_there| logits.load_where(is_there, first + i);
        let most = team.max(len, read);
        // Σ exp(x - max), Σ w (x - max), Σ w
        let [total, spread, weights] = if g.smoothing() == 0.0 {
            let [total] = team.sums(len, |i, is_there| [(read(i, is_there) - most).exp()]);
            [total, k.f64(0.0), k.f64(0.0)]
        } else if let Some(w) = class_weights {
            team.sums(len, |i, is_there| {
                let (x, w) = (read(i, is_there) - most, w.load_where(is_there, i));
                [x.exp(), w * x, w]
            })
        } else {
            let [total, spread] = team.sums(len, |i, is_there| {
                let x = read(i, is_there) - most;
                [x.exp(), x]
            });
            [total, spread, k.f64(g.classes as f64)]
        };
        k.when(team.is_writer(n), || {
            let label = labels.load_u32(row);
            let counts = g.counts(label);
            let weight = class_weights.map_or(k.f32(1.0), |w| w.load_where(counts, label));
            let ln_total = total.ln();
            let own = logits.load_where(counts, first + label) - most;
            let plain = weight.wide() * (ln_total - own.wide());
            let mut loss = plain * (1.0 - g.label_smoothing.get());
            if g.smoothing() != 0.0 {
                loss = loss + (weights * ln_total - spread) * g.smoothing();
            }
            let between = Between { batch: n };
            start.store_f64(between.term(row), loss.or_where_not(counts, k.f64(0.0)));
            start.store_f64(between.total(row), total);
            start.store(between.weight(row), weight.or_where_not(counts, zero));
            start.store(between.most(row), most);
            if g.sums_weights() {
                k.when(row.eq(0), || start.store_f64(k.u32(1), weights));
            }
        });
    })
}

/// Adds the loss to the total, unless a label is not a class. A single block.
///
/// Parameters: labels, scratch, total, status, n: the samples.
pub(crate) fn cross_entropy_mean(classes: usize, ignore_index: Option<u32>, weight: f64) -> Kernel {
    rows("cross_entropy_mean", |k| {
        let [labels, start, sum, status] = [(); 4].map(|()| k.pointer());
        let n = k.number();
        let team = Team::block(k);
        k.serves(u32::MAX);
        let between = Between { batch: n };
        let [total, weights] = [(); 2].map(|()| k.wide_variable(k.f64(0.0)));
        let none = f64::from(u32::MAX);
        let wrong = k.wide_variable(k.f64(none));
        k.each(team.member, n, k.threads(), |sample| {
            total.set(total + start.load_f64(between.term(sample)));
            weights.set(weights + start.load(between.weight(sample)).wide());
            let label = labels.load_u32(sample);
            let is_wrong = label.ge(size(classes));
            let is_wrong = match ignore_index {
                Some(ignored) => is_wrong & !label.eq(ignored),
                None => is_wrong,
            };
            wrong.set(least(wrong, sample.real_f64().or_where_not(is_wrong, wrong)));
        });
        let [total, weights] = [total, weights].map(|sum| team.combined(sum, |a, b| a + b));
        let wrong = team.combined(wrong, least);
        let is_first = k.thread().eq(0);
        k.when(is_first & wrong.lt(none), || {
            let sample = wrong.truncated();
            status.store_u32(k.u32(0), sample + 1);
            status.store_u32(k.u32(1), labels.load_u32(sample));
            status.store_u32(k.u32(2), k.u32(size(classes)));
        });
        k.when(is_first & !wrong.lt(none), || {
            let zero = k.u32(0);
            let weight = k.f64(weight);
            sum.store_f64(zero, sum.load_f64(zero) + weight * (total / weights));
            // Of samples whose classes have no weight there is no gradient, rather than NaN.
            let part = k.f64(0.0).or_where_not(weights.eq(0.0), weight / weights);
            start.store_f64(zero, part);
        });
    })
}

/// `d = ((1-ε) w_t + ε/C Σ w) p_c - ε/C w_c - (1-ε) w_t [c = t]`, times the weight / Σ w_t; 0 of an ignored sample.
///
/// Parameters: logits, labels, the weights of the classes if there are any, scratch, status, d_logits, n: the
/// samples.
pub(crate) fn cross_entropy_grad(g: &CrossEntropy) -> Kernel {
    rows("cross_entropy_grad", |k| {
        let (logits, labels) = (k.pointer(), k.pointer());
        let class_weights = g.has_class_weights.then(|| k.pointer());
        let [start, status, d_logits] = [(); 3].map(|()| k.pointer());
        let n = k.number();
        k.end_unless(status.load_u32(k.u32(0)).eq(0));
        let team = Team::row(k, g.classes, n);
        let (row, len) = (team.line, k.u32(size(g.classes)));
        let (first, between) = (row * len, Between { batch: n });
        let label = labels.load_u32(row);
        let counts = g.counts(label);
        let (part, most) = (start.load_f64(k.u32(0)), start.load(between.most(row)));
        let target = start.load(between.weight(row)).wide() * (1.0 - g.label_smoothing.get());
        let smoothed = if g.smoothing() == 0.0 {
            target
        } else if g.sums_weights() {
            target + start.load_f64(k.u32(1)) * g.smoothing()
        } else {
            target + g.smoothing() * g.classes as f64
        };
        let scale = (smoothed * part / start.load_f64(between.total(row))).narrow();
        let spread = (part * g.smoothing()).narrow();
        let own = (target * part).narrow();
        team.each(
            len,
            |i, is_there| {
                let w = class_weights.map(|w| w.load_where(is_there, i));
                (logits.load_where(is_there, first + i), w)
            },
            |i, is_there, (x, w)| {
                let d = (x - most).exp() * scale - w.map_or(spread, |w| spread * w);
                let d = (d - own).or_where_not(i.eq(label), d);
                let d = d.or_where_not(counts, k.f32(0.0));
                d_logits.store_where(is_there, first + i, d);
            },
        );
    })
}

fn least<'k>(a: F64<'k>, b: F64<'k>) -> F64<'k> {
    a.or_where_not(a.lt(b), b)
}

/// 1, -1, or 0 of 0 and NaN.
fn sign(x: F32<'_>) -> F32<'_> {
    let k = x.kernel();
    let negative = k.f32(-1.0).or_where_not(x.lt(0.0), k.f32(0.0));
    k.f32(1.0).or_where_not(x.gt(0.0), negative)
}

/// The loss of an element.
fn value<'k>(kind: Distance, x: F32<'k>, t: F32<'k>) -> F32<'k> {
    match kind {
        Distance::BinaryCrossEntropyWithLogits => x.positive() - x * t + (-x.abs()).exp().ln_1p(),
        Distance::MeanSquaredError => (x - t) * (x - t),
        Distance::L1 => (x - t).abs(),
        Distance::Huber(delta) => {
            let delta = delta.get() as f32;
            let distance = (x - t).abs();
            let line = (distance - 0.5 * delta) * delta;
            line.or_where_not(distance.gt(delta), distance * 0.5 * distance)
        }
    }
}

/// Its derivative; `factor` is the weight divided by the number of elements (times 2 for a square).
fn derivative<'k>(kind: Distance, factor: F32<'k>, x: F32<'k>, t: F32<'k>) -> F32<'k> {
    match kind {
        Distance::BinaryCrossEntropyWithLogits => factor * (x.sigmoid() - t),
        Distance::MeanSquaredError => factor * (x - t),
        Distance::L1 => factor * sign(x - t),
        Distance::Huber(delta) => {
            let (delta, distance) = (delta.get() as f32, x - t);
            let line = sign(distance) * delta;
            factor * line.or_where_not(distance.abs().gt(delta), distance)
        }
    }
}

/// The sum of each block's losses, in double precision, and the gradient.
///
/// Parameters: output, target, the gradient if it is wanted, scratch, the derivative's factor (a real number), n: the
/// elements.
pub(crate) fn terms(distance: Distance, has_gradient: bool) -> Kernel {
    rows("loss_terms", |k| {
        let (output, target) = (k.pointer(), k.pointer());
        let gradient = has_gradient.then(|| k.pointer());
        let (start, factor, n) = (k.pointer(), k.real(), k.number());
        let team = Team::block(k);
        k.serves(BLOCK);
        let first = team.line * BLOCK;
        // Below n, so that nothing wraps around.
        let rest = n - first;
        let len = k.u32(BLOCK).or_where_not(rest.gt(BLOCK), rest);
        let read = |i, is_there| [output, target].map(|p| p.load_where(is_there, first + i));
        if let Some(gradient) = gradient {
            team.each(len, read, |i, is_there, [x, t]| {
                let d = derivative(distance, factor, x, t);
                gradient.store_where(is_there, first + i, d);
            });
        }
        let [sum] = team.sums(len, |i, is_there| {
            let [x, t] = read(i, is_there);
            [value(distance, x, t)]
        });
        k.when(k.thread().eq(0), || start.store_f64(team.line, sum));
    })
}

/// Adds the loss to the total. A single block. Parameters: scratch, total, the elements, n: the blocks' sums.
pub(crate) fn mean(weight: f64) -> Kernel {
    rows("loss_mean", |k| {
        let (start, total, elements, n) = (k.pointer(), k.pointer(), k.number(), k.number());
        let sum = sum_of_parts(k, start, n);
        k.when(k.thread().eq(0), || {
            let (zero, weight) = (k.u32(0), k.f64(weight));
            let part = weight / elements.real_f64();
            total.store_f64(zero, total.load_f64(zero) + sum * part);
        });
    })
}

/// The sum of `n` numbers in double precision, by a single block.
pub(super) fn sum_of_parts<'k>(k: &'k Kernel, parts: Pointer<'k>, n: U32<'k>) -> F64<'k> {
    let team = Team::block(k);
    k.serves(u32::MAX);
    let sum = k.wide_variable(k.f64(0.0));
    k.each(team.member, n, k.threads(), |i| sum.set(sum + parts.load_f64(i)));
    team.combined(sum, |a, b| a + b)
}

/// The gradient of no loss. Parameters: the gradient, n: the elements.
pub(crate) fn zeros() -> Kernel {
    elementwise("zeros", 0, Write::Assign, |i, _| i.kernel().f32(0.0))
}
