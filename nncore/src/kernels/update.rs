//! Optimizers: what they are (`rules.rs`), and one loop over flat, equally laid out slices of parameters, gradients and
//! state. A piece is any range of the elements, the same one in all slices; no result depends on the cuts.
//!
//! The formulas are as in `torch.optim` (without `amsgrad`, `maximize`, `foreach`),
//! computed in the parameters' type with factors that were computed in `f64`.

mod rules;

pub(crate) use rules::each_rule;
pub use rules::{Update, UpdateKind};

use crate::Element;
use crate::math::{LANES, powi, sqrt_f64};

/// One step of an optimizer on a piece of the parameters, in place.
///
/// - `step`: the number of this step, from 1.
/// - `scale`: what gradients are multiplied by first; [`clip_scale`], or 1.
/// - `parameters`, `gradients`: the piece.
/// - `state`: the piece of each of the [`state_slots`](Update::state_slots) buffers; the other
///   slices are not looked at, and may be empty: `[momentum, &mut [], &mut []]`.
///
/// # Panics
/// When lengths differ.
#[inline(always)] // where the kind is a constant, the code of the others is left out
pub fn update<T: Element>(
    u: &Update,
    learning_rate: f64,
    step: u64,
    scale: f64,
    parameters: &mut [T],
    gradients: &[T],
    state: [&mut [T]; 3],
) {
    let len = parameters.len();
    assert_eq!(gradients.len(), len, "a gradient for each parameter");
    for slot in &state[..u.state_slots()] {
        assert_eq!(slot.len(), len, "state of each parameter");
    }
    update_equal(u, learning_rate, step, scale, parameters, gradients, state);
}

/// [`update()`] of slices whose lengths are known to be equal. It has no panic; of longer slices the ends stay as they are.
#[inline(always)]
pub(crate) fn update_equal<T: Element>(
    u: &Update,
    learning_rate: f64,
    step: u64,
    scale: f64,
    parameters: &mut [T],
    gradients: &[T],
    state: [&mut [T]; 3],
) {
    let of = T::from_f64;
    let scale = of(scale);
    let [first, second, third] = state;
    match *u {
        Update::Sgd { momentum, dampening, nesterov, weight_decay } => {
            let rate = of(-learning_rate);
            let gradient = |g, p| g * scale + of(weight_decay) * p;
            if momentum == 0.0 {
                for (p, &g) in parameters.iter_mut().zip(gradients) {
                    *p += rate * gradient(g, *p);
                }
            } else {
                // In step 1 the buffer is the gradient itself, undampened.
                let first_step = step <= 1;
                let keep = of(if first_step { 0.0 } else { momentum });
                let take = of(if first_step { 1.0 } else { 1.0 - dampening });
                let ahead = of(momentum);
                for ((p, &g), v) in parameters.iter_mut().zip(gradients).zip(first) {
                    let g = gradient(g, *p);
                    *v = keep * *v + take * g;
                    *p += rate * if nesterov { g + ahead * *v } else { *v };
                }
            }
        }
        Update::Adam { beta1, beta2, eps, weight_decay } => {
            let factors = Factors::new(beta1, beta2, eps, learning_rate, step);
            let decay = of(weight_decay);
            adam(&factors, parameters, gradients, first, second, |g, p| (g * scale + decay * p, p));
        }
        Update::AdamW { beta1, beta2, eps, weight_decay } => {
            let factors = Factors::new(beta1, beta2, eps, learning_rate, step);
            let keep = of(1.0 - learning_rate * weight_decay);
            adam(&factors, parameters, gradients, first, second, |g, p| (g * scale, p * keep));
        }
        Update::RmsProp { alpha, eps, weight_decay, momentum, centered } => {
            let rule = RmsProp {
                rate: of(-learning_rate),
                scale,
                decay: of(weight_decay),
                alpha: of(alpha),
                take: of(1.0 - alpha),
                eps: of(eps),
                momentum: of(momentum),
            };
            match (momentum == 0.0, centered) {
                (true, false) => rule.plain(parameters, gradients, first),
                (true, true) => rule.centered(parameters, gradients, first, second),
                (false, false) => rule.with_momentum(parameters, gradients, first, second),
                (false, true) => rule.both(parameters, gradients, first, second, third),
            }
        }
    }
}

/// Adam's factors in one step.
struct Factors<T> {
    take1: T,
    beta2: T,
    take2: T,
    eps: T,
    /// `- learning_rate / (1 - beta1ᵗ)`
    rate: T,
    /// `√(1 - beta2ᵗ)`
    root: T,
}

impl<T: Element> Factors<T> {
    fn new(beta1: f64, beta2: f64, eps: f64, learning_rate: f64, step: u64) -> Self {
        let root = sqrt_f64(1.0 - powi(beta2, step));
        Self {
            take1: T::from_f64(1.0 - beta1),
            beta2: T::from_f64(beta2),
            take2: T::from_f64(1.0 - beta2),
            eps: T::from_f64(eps),
            rate: T::from_f64(-learning_rate / (1.0 - powi(beta1, step))),
            root: T::from_f64(root),
        }
    }
}

/// Adam's loop; `decay` turns gradient and parameter into those that the rule sees.
#[inline(always)]
fn adam<T: Element>(
    f: &Factors<T>,
    parameters: &mut [T],
    gradients: &[T],
    m: &mut [T],
    v: &mut [T],
    decay: impl Fn(T, T) -> (T, T),
) {
    for (((p, &g), m), v) in parameters.iter_mut().zip(gradients).zip(m).zip(v) {
        let (g, decayed) = decay(g, *p);
        *m += f.take1 * (g - *m);
        *v = f.beta2 * *v + f.take2 * (g * g);
        *p = decayed + f.rate * (*m / (v.sqrt() / f.root + f.eps));
    }
}

/// RMSprop's factors in one step, and a loop for each set of buffers.
struct RmsProp<T> {
    rate: T,
    scale: T,
    decay: T,
    alpha: T,
    take: T,
    eps: T,
    momentum: T,
}

impl<T: Element> RmsProp<T> {
    #[inline(always)]
    fn gradient(&self, g: T, p: T) -> T {
        g * self.scale + self.decay * p
    }
    #[inline(always)]
    fn square(&self, s: &mut T, g: T) -> T {
        *s = self.alpha * *s + self.take * (g * g);
        *s
    }
    /// `g / (√max(0, s - a²) + eps)`, moving both averages. A NaN stays one.
    #[inline(always)]
    fn centre(&self, s: &mut T, a: &mut T, g: T) -> T {
        let s = self.square(s, g);
        *a += self.take * (g - *a);
        let variance = s - *a * *a;
        let variance = if variance < T::ZERO { T::ZERO } else { variance };
        g / (variance.sqrt() + self.eps)
    }

    fn plain(&self, p: &mut [T], g: &[T], s: &mut [T]) {
        for ((p, &g), s) in p.iter_mut().zip(g).zip(s) {
            let g = self.gradient(g, *p);
            *p += self.rate * (g / (self.square(s, g).sqrt() + self.eps));
        }
    }
    fn centered(&self, p: &mut [T], g: &[T], s: &mut [T], a: &mut [T]) {
        for (((p, &g), s), a) in p.iter_mut().zip(g).zip(s).zip(a) {
            let g = self.gradient(g, *p);
            *p += self.rate * self.centre(s, a, g);
        }
    }
    fn with_momentum(&self, p: &mut [T], g: &[T], s: &mut [T], b: &mut [T]) {
        for (((p, &g), s), b) in p.iter_mut().zip(g).zip(s).zip(b) {
            let g = self.gradient(g, *p);
            *b = self.momentum * *b + g / (self.square(s, g).sqrt() + self.eps);
            *p += self.rate * *b;
        }
    }
    fn both(&self, p: &mut [T], g: &[T], s: &mut [T], b: &mut [T], a: &mut [T]) {
        for ((((p, &g), s), b), a) in p.iter_mut().zip(g).zip(s).zip(b).zip(a) {
            let g = self.gradient(g, *p);
            *b = self.momentum * *b + self.centre(s, a, g);
            *p += self.rate * *b;
        }
    }
}

/// Elements whose squares are one partial sum of [`squared_norm`].
pub const NORM_BLOCK: usize = 4096;

/// `Σ g²`, in `f64`: squares of any `f32` neither overflow nor vanish.
///
/// The sum over each [`NORM_BLOCK`] elements is 16 lanes and a tree; blocks are added in
/// turn. So calls on single blocks, their results added in order from 0, give the same bits as one call:
/// that is how threads share the work.
#[must_use]
pub fn squared_norm<T: Element>(gradients: &[T]) -> f64 {
    let mut total = 0.0;
    for block in gradients.chunks(NORM_BLOCK) {
        let mut lanes = [0.0f64; LANES];
        let (full, rest) = block.as_chunks::<LANES>();
        for row in full {
            for (lane, g) in lanes.iter_mut().zip(row) {
                *lane += g.to_f64() * g.to_f64();
            }
        }
        for (lane, g) in lanes.iter_mut().zip(rest) {
            *lane += g.to_f64() * g.to_f64();
        }
        let mut width = LANES / 2;
        while width > 0 {
            for i in 0..width {
                lanes[i] += lanes[i + width];
            }
            width /= 2;
        }
        total += lanes[0];
    }
    total
}

/// What to multiply gradients of this norm by so that it does not exceed `max_norm`:
/// `min(1, max_norm / (norm + 1e-6))`, as `torch.nn.utils.clip_grad_norm_`. NaN of a NaN.
#[must_use]
pub fn clip_scale(norm: f64, max_norm: f64) -> f64 {
    let scale = max_norm / (norm + 1e-6);
    if scale > 1.0 { 1.0 } else { scale }
}

/// Brings each gradient into `-limit ..= limit`, in place, as
/// `torch.nn.utils.clip_grad_value_`. NaN stays.
pub fn clip_value<T: Element>(limit: f64, gradients: &mut [T]) {
    let limit = T::from_f64(limit);
    for g in gradients {
        let below = if *g > limit { limit } else { *g };
        *g = if below < -limit { -limit } else { below };
    }
}

#[cfg(test)]
mod tests;
