//! Optimizers.

use super::access::View;
use super::device::Span;
use super::plan::Plan;
use crate::device::{Clip, StepState, UpdateRange};
use crate::kernels::update::{self, NORM_BLOCK, Update, clip_scale};
use crate::math::LANES;
use crate::portable::tree;

/// All parameters, their gradients, and the optimizer's numbers.
pub(super) struct Views {
    n: usize,
    parameters: View,
    gradients: View,
    slots: [View; 3],
}

impl Views {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new<P: Plan>(
        parameters: Span<f32>,
        gradients: Span<f32>,
        slots: &[Span<f32>],
    ) -> Self {
        let n = P::GRADIENTS;
        // SAFETY: the memory of a training has room for the gradients of all parameters and the optimizer's numbers, apart
        // from one another; all of it is borrowed uniquely. What is not there is not asked for.
        let view = |span: Span<f32>| unsafe { View::new(span.pointer, n) };
        let mut all = [view(Span::EMPTY); 3];
        for (view, slot) in all.iter_mut().zip(slots) {
            // SAFETY: as above.
            *view = unsafe { View::new(slot.pointer, n) };
        }
        Self { n, parameters: view(parameters), gradients: view(gradients), slots: all }
    }

    /// Limits the gradients; what they are to be multiplied by.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn clip(&self, clip: Clip) -> f64 {
        match clip {
            Clip::None => 1.0,
            Clip::Value(limit) => {
                // SAFETY: the gradients are borrowed uniquely.
                update::clip_value(limit, unsafe { self.gradients.slice_mut(self.n) });
                1.0
            }
            Clip::Norm(norm) => clip_scale(crate::math::sqrt_f64(self.squared_norm()), norm),
        }
    }

    /// `Σ g²` in the order of [`update::squared_norm`].
    fn squared_norm(&self) -> f64 {
        let (mut total, mut start) = (0.0, 0);
        while start < self.n {
            let end = self.n.min(start + NORM_BLOCK);
            let mut lanes = [0.0; LANES];
            for i in start..end {
                let g = f64::from(self.gradients.get(i));
                lanes[i % LANES] += g * g;
            }
            total += tree(&mut lanes);
            start = end;
        }
        total
    }

    /// One step of an optimizer on a range.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn update(&self, rule: &Update, state: &StepState, range: &UpdateRange, scale: f64) {
        let (start, used) = (range.elements.start, rule.state_slots());
        // Not `len`, which compares both ends of its bounds.
        let n = range.elements.end.saturating_sub(start);
        let slot = |i: usize| {
            let (first, len) = if i < used { (start, n) } else { (0, 0) };
            // SAFETY: a slot is memory of its own, borrowed uniquely; those after the last are empty.
            unsafe { self.slots[i].from(first).slice_mut(len) }
        };
        // SAFETY: parameters and gradients are different memory, borrowed uniquely.
        let (parameters, gradients) = unsafe {
            (self.parameters.from(start).slice_mut(n), self.gradients.from(start).slice(n))
        };
        update::update_equal(
            &rule.decay_times(range.weight_decay),
            range.learning_rate * state.learning_rate,
            state.step + 1,
            scale,
            parameters,
            gradients,
            [slot(0), slot(1), slot(2)],
        );
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use super::*;
    use crate::portable::fixture::{assert_bits, numbers};

    const N: usize = 2 * NORM_BLOCK + 77;

    /// Parameters, gradients, and three buffers of the optimizer.
    fn memory() -> [Vec<f32>; 5] {
        let mut all = core::array::from_fn(|i| numbers(i, N));
        // Means of squares are no less than 0, nor than the squares of means.
        all[2].iter_mut().for_each(|x| *x = 2000.0 + x.abs());
        all[3].iter_mut().for_each(|x| *x = x.abs());
        all[4].iter_mut().for_each(|x| *x = x.abs());
        all
    }

    fn views(memory: &mut [Vec<f32>; 5]) -> Views {
        // SAFETY: vectors of their own, which are used through these alone meanwhile.
        let [parameters, gradients, a, b, c] =
            memory.each_mut().map(|x| unsafe { View::new(x.as_mut_ptr(), N) });
        Views { n: N, parameters, gradients, slots: [a, b, c] }
    }

    fn rules() -> Vec<Update> {
        let mut rules = Vec::new();
        for weight_decay in [0.0, 0.01] {
            for (momentum, dampening, nesterov) in
                [(0.0, 0.0, false), (0.9, 0.0, false), (0.9, 0.5, false), (0.9, 0.0, true)]
            {
                rules.push(Update::Sgd { momentum, dampening, nesterov, weight_decay });
            }
            let (beta1, beta2, eps, alpha) = (0.9, 0.999, 1e-8, 0.99);
            rules.push(Update::Adam { beta1, beta2, eps, weight_decay });
            rules.push(Update::AdamW { beta1, beta2, eps, weight_decay });
            for (momentum, centered) in [(0.0, false), (0.9, false), (0.0, true), (0.9, true)] {
                rules.push(Update::RmsProp { alpha, eps, weight_decay, momentum, centered });
            }
        }
        rules
    }

    fn check(rule: &Update, step: u64, range: &UpdateRange, scale: f64) {
        let what = format!("{rule:?} in step {step}, {range:?}, times {scale}");
        let mut expected = memory();
        let [parameters, gradients, slots @ ..] = &mut expected;
        let (elements, used) = (range.elements.clone(), rule.state_slots());
        let mut i = 0;
        let slots = slots.each_mut().map(|slot| {
            i += 1;
            if i <= used { &mut slot[elements.clone()] } else { &mut [] }
        });
        let learning_rate = range.learning_rate * 0.05;
        let decayed = rule.decay_times(range.weight_decay);
        let (p, g) = (&mut parameters[elements.clone()], &gradients[elements.clone()]);
        update::update(&decayed, learning_rate, step + 1, scale, p, g, slots);
        let mut found = memory();
        let state = StepState { batch: 1, step, seed: 0, learning_rate: 0.05, is_deferred: false };
        views(&mut found).update(rule, &state, range, scale);
        for (found, expected) in found.iter().zip(&expected) {
            assert_bits(found, expected, &what);
        }
    }

    #[test]
    fn rules_have_the_bits_of_the_cpu() {
        let whole = UpdateRange { elements: 0..N, learning_rate: 1.0, weight_decay: 1.0 };
        let part = UpdateRange { elements: 16..100, learning_rate: 0.5, weight_decay: 0.25 };
        let none = UpdateRange { elements: 7..7, ..whole.clone() };
        for rule in rules() {
            for step in [0, 1, 20] {
                for range in [&whole, &part, &none] {
                    check(&rule, step, range, 1.0);
                    check(&rule, step, range, 0.3);
                }
            }
        }
    }

    #[test]
    fn clipping_has_the_bits_of_the_cpu() {
        let (mut found, mut expected) = (memory(), memory());
        assert!(views(&mut found).clip(Clip::None) == 1.0);
        let sums = expected[1].chunks(NORM_BLOCK).map(update::squared_norm);
        let norm = libm::sqrt(sums.fold(0.0, |a, b| a + b));
        for limit in [0.5, 2.0 * norm] {
            let scale = views(&mut found).clip(Clip::Norm(limit));
            assert_eq!(scale.to_bits(), clip_scale(norm, limit).to_bits());
        }
        assert_bits(&found[1], &expected[1], "a norm changes no gradient");
        expected[1][5] = f32::NAN;
        found[1][5] = f32::NAN;
        update::clip_value(0.2, &mut expected[1]);
        assert!(views(&mut found).clip(Clip::Value(0.2)) == 1.0);
        assert_bits(&found[1], &expected[1], "by value");
    }
}
