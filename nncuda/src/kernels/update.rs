//! Optimizers' steps, with the bits of `nncore::kernels::update`, and the norm that gradients are scaled down to.
//!
//! What changes from step to step is not in the code of the kernels, but in a buffer of [`FACTORS`] numbers for each range
//! of parameters, which the host fills with [`factors`].

use nncore::kernels::update::Update;
use nncore::math::powi;

use super::THREADS;
use super::key::{Limit, Momentum, Real, Rule};
use super::loss::sum_of_parts;
use super::team::{Team, rows};
use crate::ptx::{F32, Kernel, Pointer, U32};

/// Numbers that change from step to step.
pub(crate) const FACTORS: usize = 4;

/// Elements whose squares are one part of the norm's sum.
const NORM_BLOCK: u32 = 4096;

/// What a step multiplies by: `rule` with the range's weight decay, the range's learning rate, and the number of the step, from
/// 1.
///
/// | rule | 0 | 1 | 2 | 3 |
/// |---|---|---|---|---|
/// | SGD | `-rate` | weight decay | momentum, or 0 in step 1 | `1 - dampening`, or 1 in step 1 |
/// | Adam | `-rate / (1 - beta1ᵗ)` | weight decay | `√(1 - beta2ᵗ)` | |
/// | AdamW | `-rate / (1 - beta1ᵗ)` | `1 - rate · weight decay` | `√(1 - beta2ᵗ)` | |
/// | RMSprop | `-rate` | weight decay | | |
pub(crate) fn factors(rule: &Update, learning_rate: f64, step: u64) -> [f32; FACTORS] {
    let adam = |beta1: f64, beta2: f64| {
        let rate = -learning_rate / (1.0 - powi(beta1, step));
        [rate, (1.0 - powi(beta2, step)).sqrt()]
    };
    let exact = match *rule {
        Update::Sgd { momentum, dampening, weight_decay, .. } => {
            let [keep, take] = if step <= 1 { [0.0, 1.0] } else { [momentum, 1.0 - dampening] };
            [-learning_rate, weight_decay, keep, take]
        }
        Update::Adam { beta1, beta2, weight_decay, .. } => {
            let [rate, root] = adam(beta1, beta2);
            [rate, weight_decay, root, 0.0]
        }
        Update::AdamW { beta1, beta2, weight_decay, .. } => {
            let [rate, root] = adam(beta1, beta2);
            [rate, 1.0 - learning_rate * weight_decay, root, 0.0]
        }
        Update::RmsProp { weight_decay, .. } => [-learning_rate, weight_decay, 0.0, 0.0],
    };
    exact.map(|x| x as f32)
}

/// One step on a range of the parameters: see [`Update`] for the formulas. The rule's learning rate and weight decay are not in
/// its code; which of `clip` it is, and the limit of values, are.
///
/// Parameters: parameters, gradients, factors, the status of the losses, what [`clip_scale`] wrote if the norm is clipped, the
/// [`state_slots`](Update::state_slots) buffers in their order, n: the elements. The launcher offsets all to the range. Where
/// the status tells of a label that is not a class, nothing is updated: the gradients are those of an earlier step.
pub(crate) fn update(rule: impl Into<Rule>, clip: impl Into<Limit>) -> Kernel {
    let (rule, clip) = (rule.into(), clip.into());
    Kernel::new("update", THREADS, |k| {
        let [p, g, factors, status] = [(); 4].map(|()| k.pointer());
        let scale = (clip == Limit::Norm).then(|| k.pointer());
        let slots: Vec<Pointer<'_>> = (0..rule.slots()).map(|_| k.pointer()).collect();
        let n = k.number();
        let i = k.index();
        k.end_unless(i.lt(n));
        k.end_unless(status.load_u32(k.u32(0)).eq(0));
        let mut d = g.load(i);
        if let Limit::Value(limit) = clip {
            let limit = limit.get() as f32;
            d = d.where_then(|d| d.gt(limit), limit).where_then(|d| d.lt(-limit), -limit);
        }
        if let Some(scale) = scale {
            d = d * scale.load(k.u32(0));
        }
        let one = Element { i, factors: std::array::from_fn(|f| factors.load(k.u32(f as u32))) };
        p.store(i, one.step(rule, p.load(i), d, &slots));
    })
}

/// What one thread works on.
struct Element<'k> {
    i: U32<'k>,
    factors: [F32<'k>; FACTORS],
}

impl<'k> Element<'k> {
    /// The new parameter; the slots are written.
    fn step(&self, rule: Rule, p: F32<'k>, g: F32<'k>, slots: &[Pointer<'k>]) -> F32<'k> {
        let (k, i) = (p.kernel(), self.i);
        let [rate, decay, third, fourth] = self.factors;
        let of = |x: Real| k.f32(x.get() as f32);
        let rest = |x: Real| k.f32((1.0 - x.get()) as f32);
        match rule {
            Rule::Sgd(momentum) => {
                let g = g + decay * p;
                let [slot] = slots else { return p + rate * g };
                let v = third * slot.load(i) + fourth * g;
                slot.store(i, v);
                match momentum {
                    Momentum::Nesterov(ahead) => p + rate * (g + of(ahead) * v),
                    _ => p + rate * v,
                }
            }
            Rule::Adam { beta1, beta2, eps } => {
                let g = g + decay * p;
                let moved = self.adam([beta1, beta2, eps], g, slots, third);
                p + rate * moved
            }
            Rule::AdamW { beta1, beta2, eps } => {
                let moved = self.adam([beta1, beta2, eps], g, slots, third);
                p * decay + rate * moved
            }
            Rule::RmsProp { alpha, eps, momentum, centered } => {
                let g = g + decay * p;
                let s = of(alpha) * slots[0].load(i) + rest(alpha) * (g * g);
                slots[0].store(i, s);
                let mut square = s;
                if centered {
                    let slot = slots[slots.len() - 1];
                    let a = slot.load(i);
                    let a = a + rest(alpha) * (g - a);
                    slot.store(i, a);
                    square = s - a * a;
                    square = square.where_then(|s| s.lt(0.0), 0.0);
                }
                let moved = g / (square.sqrt() + of(eps));
                if momentum.get() == 0.0 {
                    return p + rate * moved;
                }
                let b = of(momentum) * slots[1].load(i) + moved;
                slots[1].store(i, b);
                p + rate * b
            }
        }
    }

    /// `m / (√v / root + eps)`, moving both.
    fn adam(
        &self,
        [beta1, beta2, eps]: [Real; 3],
        g: F32<'k>,
        slots: &[Pointer<'k>],
        root: F32<'k>,
    ) -> F32<'k> {
        let (k, i) = (g.kernel(), self.i);
        let of = |x: Real| k.f32(x.get() as f32);
        let rest = |x: Real| k.f32((1.0 - x.get()) as f32);
        let m = slots[0].load(i);
        let m = m + rest(beta1) * (g - m);
        let v = of(beta2) * slots[1].load(i) + rest(beta2) * (g * g);
        slots[0].store(i, m);
        slots[1].store(i, v);
        m / (v.sqrt() / root + of(eps))
    }
}

/// Numbers in double precision that [`squared_norm`] writes of `n` gradients.
pub(crate) fn norm_parts(n: usize) -> usize {
    n.div_ceil(NORM_BLOCK as usize)
}

/// `Σ g²` of each block of the gradients, in double precision. Parameters: gradients, the sums ([`norm_parts`] of them), n: the
/// gradients.
pub(crate) fn squared_norm() -> Kernel {
    rows("squared_norm", |k| {
        let (g, parts, n) = (k.pointer(), k.pointer(), k.number());
        let team = Team::block(k);
        k.serves(NORM_BLOCK);
        let first = team.line * NORM_BLOCK;
        let sum = k.wide_variable(k.f64(0.0));
        for j in 0..NORM_BLOCK / k.threads() {
            let i = first + (team.member + j * k.threads());
            let g = g.load_where(i.lt(n), i).wide();
            sum.set(g.fma(g, sum));
        }
        let sum = team.combined(sum, |a, b| a + b);
        k.when(k.thread().eq(0), || parts.store_f64(team.line, sum));
    })
}

/// What to multiply the gradients by so that their norm does not exceed `max_norm`: `min(1, max_norm / (√Σ + 1e-6))`; NaN of a
/// NaN. A single block.
///
/// Parameters: the sums of [`squared_norm`], the scale (one number), n: the sums.
pub(crate) fn clip_scale(max_norm: f64) -> Kernel {
    rows("clip_scale", |k| {
        let (parts, scale, n) = (k.pointer(), k.pointer(), k.number());
        let norm = sum_of_parts(k, parts, n).sqrt();
        k.when(k.thread().eq(0), || {
            let value = k.f64(max_norm) / (norm + 1e-6);
            let value = k.f64(1.0).or_where_not(value.gt(1.0), value);
            scale.store(k.u32(0), value.narrow());
        });
    })
}
