//! Learning rates as functions of the step. They have no state: the rate of a step follows from its number alone.
//! (A training that is resumed needs more than that: the optimizer's numbers, which `Trainer::state` has, and the order of the
//! samples.)
//!
//! The formulas are as in `torch.optim.lr_scheduler`, in closed form, with a scheduler
//! step after every optimizer step. Counting epochs instead is a matter of giving numbers
//! of steps: `every: 30 * steps_per_epoch`. The rates are the same on every machine; after a million factors `gamma`
//! ten digits are right.

use crate::Error;
use crate::math::{cos_pi, powi};
use crate::numbers::{Numbers, Range};

/// A learning rate's course over the training.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Schedule {
    /// The base rate throughout.
    #[default]
    Constant,
    /// Times `gamma` after every `every` steps: `StepLR`.
    Step {
        /// Steps between two changes. 0 never changes.
        every: u64,
        /// The factor, 0 or above.
        gamma: f64,
    },
    /// Times `gamma` after every step: `ExponentialLR`.
    Exponential {
        /// The factor, 0 or above.
        gamma: f64,
    },
    /// From the base rate times `start` to the base rate times `end` in a straight line, then
    /// constant: `LinearLR`.
    Linear {
        /// Steps until the end.
        steps: u64,
        /// The factor at step 0, 0 or above.
        start: f64,
        /// The factor from step `steps` on, 0 or above.
        end: f64,
    },
    /// Half a period of a cosine from the base rate to `minimum`:
    /// `minimum + (base - minimum) (1 + cos(π step / steps)) / 2`, `CosineAnnealingLR`.
    /// As there, the rate rises again after `steps`.
    Cosine {
        /// Steps from the base rate to the minimum: `T_max`. With 0 the rate is the minimum.
        steps: u64,
        /// The lowest rate, 0 or above: `eta_min`.
        minimum: f64,
    },
    /// Up to the base rate and down below where it began, each half a period of a cosine:
    /// `OneCycleLR` with two phases (Smith, Topin: Super-convergence, 2017). After the last
    /// step, where PyTorch raises an error, the rate stays. Momentum is left alone
    /// (`cycle_momentum=False`).
    OneCycle {
        /// Steps of the whole training: `total_steps`.
        steps: u64,
        /// The part of them in which the rate rises, 0 to 1: `pct_start`, 0.3 there.
        rise: f64,
        /// Base rate by first rate, above 0: `div_factor`, 25 there.
        divide_first: f64,
        /// First rate by last rate, above 0: `final_div_factor`, 1e4 there.
        divide_last: f64,
    },
}

impl Schedule {
    /// [`OneCycle`](Self::OneCycle) with PyTorch's defaults: rising for 30 % of the steps, from base/25 and
    /// down to base/250 000.
    #[must_use]
    pub const fn one_cycle(steps: u64) -> Self {
        Self::OneCycle { steps, rise: 0.3, divide_first: 25.0, divide_last: 1e4 }
    }

    /// [`Cosine`](Self::Cosine) down to 0.
    #[must_use]
    pub const fn cosine(steps: u64) -> Self {
        Self::Cosine { steps, minimum: 0.0 }
    }

    /// The rate of step `step`, counted from 0, when the optimizer's own is `base`.
    #[must_use]
    pub fn learning_rate(&self, base: f64, step: u64) -> f64 {
        match *self {
            Self::Constant => base,
            Self::Step { every, gamma } => base * powi(gamma, step.checked_div(every).unwrap_or(0)),
            Self::Exponential { gamma } => base * powi(gamma, step),
            Self::Linear { steps, start, end } => {
                base * if step >= steps { end } else { start + (end - start) * part(step, steps) }
            }
            Self::Cosine { steps, minimum } => anneal(base, minimum, part(step, steps)),
            Self::OneCycle { steps, rise, divide_first, divide_last } => {
                let first = base / divide_first;
                let last_step = steps.saturating_sub(1) as f64;
                let turn = rise * steps as f64 - 1.0;
                let step = (step as f64).min(last_step);
                if step <= turn {
                    let part = if turn > 0.0 { step / turn } else { 1.0 };
                    anneal(first, base, part)
                } else {
                    let fall = last_step - turn;
                    let part = if fall > 0.0 { (step - turn) / fall } else { 1.0 };
                    anneal(base, first / divide_last, part)
                }
            }
        }
    }

    /// The first of its numbers that is out of its range, after those of `all`.
    const fn numbers(&self, all: Numbers) -> Numbers {
        use Range::{NotNegative, Positive, Unit};
        match *self {
            Self::Constant => all,
            Self::Step { every: _, gamma } => {
                all.and("`gamma` of `Schedule::Step`", NotNegative, gamma)
            }
            Self::Exponential { gamma } => {
                all.and("`gamma` of `Schedule::Exponential`", NotNegative, gamma)
            }
            Self::Linear { steps: _, start, end } => all
                .and("`start` of `Schedule::Linear`", NotNegative, start)
                .and("`end` of `Schedule::Linear`", NotNegative, end),
            Self::Cosine { steps: _, minimum } => {
                all.and("`minimum` of `Schedule::Cosine`", NotNegative, minimum)
            }
            Self::OneCycle { steps: _, rise, divide_first, divide_last } => all
                .and("`rise` of `Schedule::OneCycle`", Unit, rise)
                .and("`divide_first` of `Schedule::OneCycle`", Positive, divide_first)
                .and("`divide_last` of `Schedule::OneCycle`", Positive, divide_last),
        }
    }

    /// The same schedule after a warm-up of `steps` steps: see [`WarmUp`].
    #[must_use]
    pub const fn warm_up(self, steps: u64) -> WarmUp {
        // 1/3: LinearLR's default start_factor.
        WarmUp { steps, start_factor: 1.0 / 3.0, then: self }
    }
}

/// A straight line from a part of the base rate up to all of it, then a [`Schedule`] from its own step 0:
/// `SequentialLR([LinearLR(start_factor, total_iters=steps), then], milestones=[steps])`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarmUp {
    /// Steps of the warm-up; with 0 there is none.
    pub steps: u64,
    /// The part of the base rate at step 0, 0 to 1; PyTorch's default is 1/3.
    pub start_factor: f64,
    /// What follows.
    pub then: Schedule,
}

impl WarmUp {
    /// The same with another part of the base rate at step 0, 0 to 1.
    #[must_use]
    pub const fn start_factor(mut self, factor: f64) -> Self {
        self.start_factor = factor;
        self
    }

    /// The first of its numbers that is out of its range, after those of `all`.
    pub(crate) const fn numbers(&self, all: Numbers) -> Numbers {
        let Self { steps: _, start_factor, then } = self;
        then.numbers(all.and("`start_factor` of the warm-up", Range::Unit, *start_factor))
    }

    /// The rate of step `step`, counted from 0, when the optimizer's own is `base`.
    #[must_use]
    pub fn learning_rate(&self, base: f64, step: u64) -> f64 {
        if step < self.steps {
            base * (self.start_factor + (1.0 - self.start_factor) * part(step, self.steps))
        } else {
            self.then.learning_rate(base, step - self.steps)
        }
    }

    /// [`learning_rate`](Self::learning_rate), if it is one: a factor above 1 may grow beyond all numbers.
    #[inline(always)]
    pub(crate) fn checked(&self, base: f64, step: u64) -> Result<f64, Error> {
        let found = self.learning_rate(base, step);
        if Range::NotNegative.contains(found) {
            Ok(found)
        } else {
            Err(Error::LearningRate { step, found })
        }
    }
}

impl From<Schedule> for WarmUp {
    fn from(then: Schedule) -> Self {
        then.warm_up(0)
    }
}

impl Default for WarmUp {
    /// No warm-up and a constant rate.
    fn default() -> Self {
        Schedule::Constant.into()
    }
}

/// `step / steps`; 1 when both are 0.
fn part(step: u64, steps: u64) -> f64 {
    if steps == 0 { 1.0 } else { step as f64 / steps as f64 }
}

/// From `start` at part 0 to `end` at part 1 along half a period of a cosine.
fn anneal(start: f64, end: f64, part: f64) -> f64 {
    end + (start - end) * 0.5 * (1.0 + cos_pi(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rates at some steps against numbers printed by torch 2.15 in `f64`, with
    /// `opt = torch.optim.SGD([torch.zeros(1)], lr=0.1)` and, in a loop over the steps,
    /// `opt.step(); scheduler.step()`, `scheduler.get_last_lr()[0]`.
    #[track_caller]
    fn check(schedule: impl Into<WarmUp>, rates: &[(u64, f64)]) {
        let schedule = schedule.into();
        for &(step, expected) in rates {
            let found = schedule.learning_rate(0.1, step);
            assert!((found / expected - 1.0).abs() < 1e-10, "step {step}: {found}, {expected}");
        }
    }

    #[test]
    fn rates_are_those_of_pytorch() {
        // StepLR(opt, 3, 0.5)
        let step = Schedule::Step { every: 3, gamma: 0.5 };
        check(step, &[(0, 0.1), (2, 0.1), (3, 0.05), (8, 0.025), (9, 0.0125)]);
        // ExponentialLR(opt, 0.9)
        let exponential = Schedule::Exponential { gamma: 0.9 };
        check(exponential, &[(0, 0.1), (1, 0.09000000000000001), (7, 0.04782969000000002)]);
        // LinearLR(opt, 0.25, 0.75, total_iters=8)
        let linear = Schedule::Linear { steps: 8, start: 0.25, end: 0.75 };
        check(linear, &[(0, 0.025), (1, 0.03125), (4, 0.05), (8, 0.075), (9, 0.075)]);
        // CosineAnnealingLR(opt, 10, 0.01)
        check(
            Schedule::Cosine { steps: 10, minimum: 0.01 },
            &[
                (0, 0.1),
                (1, 0.09779754323328192),
                (5, 0.055),
                (9, 0.012202456766718092),
                (10, 0.01),
                (13, 0.028549663646838794),
            ],
        );
    }

    #[test]
    fn cycles_and_warm_ups_are_those_of_pytorch() {
        // OneCycleLR(opt, 0.1, total_steps=20)
        check(
            Schedule::one_cycle(20),
            &[
                (0, 0.004),
                (1, 0.013167184270002533),
                (5, 0.1),
                (6, 0.09874640062350874),
                (12, 0.0500002),
                (19, 4e-7),
            ],
        );
        // OneCycleLR(opt, 0.1, total_steps=7, pct_start=0.4, div_factor=10, final_div_factor=100)
        check(
            Schedule::OneCycle { steps: 7, rise: 0.4, divide_first: 10.0, divide_last: 100.0 },
            &[
                (0, 0.01),
                (1, 0.06281416799501185),
                (2, 0.09944209976994517),
                (3, 0.08119331560284375),
                (6, 0.0001),
            ],
        );
        // SequentialLR(opt, [LinearLR(opt, total_iters=4), CosineAnnealingLR(opt, 10)],
        // milestones=[4])
        check(
            Schedule::cosine(10).warm_up(4),
            &[
                (0, 0.03333333333333333),
                (1, 0.05),
                (3, 0.08333333333333334),
                (4, 0.1),
                (5, 0.09755282581475769),
                (12, 0.009549150281252635),
            ],
        );
        let warm = Schedule::Constant.warm_up(10).start_factor(0.0);
        assert_eq!(warm.learning_rate(0.1, 0), 0.0);
        check(warm, &[(1, 0.01), (9, 0.09), (10, 0.1), (11, 0.1)]);
    }

    #[test]
    fn borders() {
        check(Schedule::Constant, &[(0, 0.1), (u64::MAX, 0.1)]);
        check(Schedule::Step { every: 0, gamma: 0.5 }, &[(9, 0.1)]);
        check(Schedule::Linear { steps: 0, start: 0.0, end: 1.0 }, &[(0, 0.1)]);
        check(Schedule::Cosine { steps: 0, minimum: 0.01 }, &[(0, 0.01)]);
        check(Schedule::one_cycle(10), &[(9, 4e-7), (10, 4e-7), (1000, 4e-7)]);
        let late = Schedule::Cosine { steps: 1, minimum: 0.01 }.learning_rate(0.1, u64::MAX);
        assert!((0.01..=0.1).contains(&late), "{late}");
        for steps in 0..5 {
            for step in 0..8 {
                let rate = Schedule::one_cycle(steps).learning_rate(0.1, step);
                assert!(rate > 0.0 && rate <= 0.1, "{steps} {step}: {rate}");
            }
        }
        assert_eq!(WarmUp::default().learning_rate(0.3, 7), 0.3);
    }
}
