//! Optimizers.

use super::tree;
use crate::device::{Clip, StepState, UpdateRange};
use crate::kernels::update::{self, NORM_BLOCK, Update, clip_scale};
use crate::math::LANES;
use crate::tiny::access::View;
use crate::tiny::device::Span;
use crate::tiny::plan::Plan;

/// All parameters, their gradients, and the optimizer's numbers.
pub(in crate::tiny) struct Views {
    n: usize,
    parameters: View,
    gradients: View,
    slots: [View; 3],
}

impl Views {
    #[inline(always)]
    pub(in crate::tiny) fn new<P: Plan>(
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
    #[inline(always)]
    pub(in crate::tiny) fn clip(&self, clip: Clip) -> f64 {
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
    #[inline(always)]
    pub(in crate::tiny) fn update(
        &self,
        rule: &Update,
        state: &StepState,
        range: &UpdateRange,
        scale: f64,
    ) {
        let (start, n, used) = (range.elements.start, range.elements.len(), rule.state_slots());
        let slot = |i: usize| {
            let (first, len) = if i < used { (start, n) } else { (0, 0) };
            // SAFETY: a slot is memory of its own, borrowed uniquely; those behind the last are empty.
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
