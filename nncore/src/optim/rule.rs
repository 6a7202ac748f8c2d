//! Optimizers as constants.

use nnplan::Text;

use super::group::{Group, matches, matches_any, nearest};
use super::{Clip, Update, WarmUp};
use crate::device::UpdateRange;
use crate::tensor::TensorInfo;

/// An optimizer as a constant: what `into_rule` makes of one.
///
/// ```
/// use nncore::optim::{AdamW, Group, Rule};
///
/// const OPTIMIZER: Rule = AdamW::new(1e-3)
///     .weight_decay(0.05)
///     .clip_norm(1.0)
///     .into_rule()
///     .group("fc1.*", Group::new().learning_rate(0.1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    pub(crate) update: Update,
    pub(crate) learning_rate: f64,
    pub(crate) schedule: WarmUp,
    pub(crate) clip: Clip,
    pub(super) decay_weights_only: bool,
    pub(super) groups: Groups,
}

/// Groups of a rule at most.
const MOST: usize = 8;

/// Trained tensors at most of a network whose rule has groups.
const TENSORS: usize = 256;

/// Of each trained tensor, the number of its group from 1 on; 0 where it is of none.
pub(crate) type GroupNumbers = [u8; TENSORS];

/// Patterns of names, and how these tensors differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Groups {
    all: [(&'static str, Group); MOST],
    count: usize,
}

impl Groups {
    pub(super) const NONE: Self = Self { all: [("", Group::new()); MOST], count: 0 };
}

impl Rule {
    /// Other factors for the tensors whose names match `pattern`, in which `*` is any text: see [`Group`]. The first
    /// group that a tensor matches is its own. Where a network is trained by it, a pattern that matches no trained
    /// tensor, and more than 256 of these, are errors at compile time.
    ///
    /// # Panics
    /// With more than eight groups.
    #[must_use]
    pub const fn group(mut self, pattern: &'static str, group: Group) -> Self {
        assert!(self.groups.count < MOST, "the optimizer of a recipe has at most eight groups");
        self.groups.all[self.groups.count] = (pattern, group);
        self.groups.count += 1;
        self
    }

    /// Which group each trained tensor is of.
    pub(crate) const fn group_numbers(&self, tensors: &[TensorInfo]) -> GroupNumbers {
        let (mut numbers, mut trained, mut i) = ([0; TENSORS], 0, 0);
        while i < tensors.len() && trained < TENSORS {
            let (mut group, is_trained) = (self.groups.count, !tensors[i].is_kept());
            while is_trained && group > 0 {
                if matches(self.groups.all[group - 1].0, tensors[i].name) {
                    numbers[trained] = group as u8; // the first is the last to be written
                }
                group -= 1;
            }
            trained += is_trained as usize;
            i += 1;
        }
        numbers
    }

    /// Stops the compiler where a number is out of its range, a group matches no trained tensor of `network`, or there are
    /// too many tensors.
    #[track_caller]
    pub(crate) const fn check(&self, network: &str, tensors: &[TensorInfo]) {
        let mut all = super::numbers(&self.update, self.learning_rate, &self.schedule, self.clip);
        let mut i = 0;
        while i < self.groups.count {
            all = self.groups.all[i].1.numbers(all, self.learning_rate);
            i += 1;
        }
        if let Some(fault) = all.fault {
            panic!("{}", fault.text(network).as_str());
        }
        self.check_groups(network, tensors);
    }

    #[track_caller]
    const fn check_groups(&self, network: &str, tensors: &[TensorInfo]) {
        let (mut trained, mut i) = (0, 0);
        while i < tensors.len() {
            trained += !tensors[i].is_kept() as usize;
            i += 1;
        }
        if self.groups.count > 0 && trained > TENSORS {
            let text = Text::<512>::EMPTY.str("`").str(network);
            let text = text.str("` has too many trained tensors for an optimizer with groups");
            let text = text.str("\nexpected: at most ").size(TENSORS);
            let text = text.str("\n   found: ").size(trained);
            let text = text.str("\nhelp: take the groups away, or freeze layers");
            panic!("{}", text.as_str());
        }
        i = 0;
        while i < self.groups.count {
            let pattern = self.groups.all[i].0;
            if !matches_any(pattern, tensors) {
                let text = Text::<512>::EMPTY
                    .str("a group of the optimizer matches no trained tensor of `");
                let text = text.str(network);
                let text = text
                    .str("`\nexpected: a name, or a part of it and `*` for any text\n   found: `");
                let text = text.str(pattern).str("`\nhelp: ");
                let text = match nearest(pattern, tensors) {
                    Some(name) => text.str("the nearest name is `").str(name).str("`"),
                    None => text.str("the network has no trained tensors"),
                };
                panic!("{}", text.as_str());
            }
            i += 1;
        }
    }

    /// Calls `f` with ranges that are updated alike and hold all trained tensors.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn for_ranges(
        &self,
        tensors: &[TensorInfo],
        numbers: &GroupNumbers,
        parameters: usize,
        mut f: impl FnMut(&UpdateRange),
    ) {
        if !self.decay_weights_only && self.groups.count == 0 {
            return f(&UpdateRange {
                elements: 0..parameters,
                learning_rate: 1.0,
                weight_decay: 1.0,
            });
        }
        for (i, tensor) in tensors.iter().filter(|tensor| !tensor.is_kept()).enumerate() {
            // Without groups there may be more tensors than numbers.
            let number = numbers.get(i).map_or(0, |number| usize::from(*number));
            let group = self.groups.all.get(number.wrapping_sub(1));
            let Group { learning_rate, mut weight_decay } =
                group.map_or(Group::new(), |(_, group)| *group);
            if self.decay_weights_only && !tensor.role.is_weight() {
                weight_decay = 0.0;
            }
            f(&UpdateRange { elements: tensor.range(), learning_rate, weight_decay });
        }
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::optim::Sgd;
    use crate::tensor::{Role, Sizes};

    /// So many trained tensors, and others between them.
    fn tensors(count: usize) -> &'static [TensorInfo] {
        let names = ["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"];
        let tensor = |name, offset, role, is_frozen| TensorInfo {
            name,
            shape: Sizes::new(&[1]),
            offset,
            role,
            is_frozen,
        };
        let mut tensors = Vec::new();
        for i in 0..count {
            let weight = Role::Weight { fan_in: 1, fan_out: 1 };
            let role = if i % 2 == 0 { weight } else { Role::Bias { fan_in: 1 } };
            tensors.push(tensor("norm.running_mean", 32 * i, Role::RunningMean, false));
            tensors.push(tensor(names[i % 4], 16 * i, role, false));
            tensors.push(tensor("frozen.weight", 32 * i + 16, weight, true));
        }
        Vec::leak(tensors)
    }

    fn ranges(rule: &Rule, tensors: &[TensorInfo]) -> Vec<(usize, usize, f64, f64)> {
        let mut ranges = Vec::new();
        rule.for_ranges(tensors, &rule.group_numbers(tensors), 16 * tensors.len() / 3, |r| {
            ranges.push((r.elements.start, r.elements.end, r.learning_rate, r.weight_decay));
        });
        ranges
    }

    #[test]
    fn the_first_group_that_matches_is_a_tensors_own() {
        let slow = Group::new().learning_rate(0.5);
        let rule = Sgd::new(0.1).into_rule();
        assert_eq!(ranges(&rule, tensors(4)), [(0, 64, 1.0, 1.0)]);
        let rule = rule.group("*.bias", slow).group("fc1.*", slow.weight_decay(0.25));
        let expected =
            [(0, 1, 0.5, 0.25), (16, 17, 0.5, 1.0), (32, 33, 1.0, 1.0), (48, 49, 0.5, 1.0)];
        assert_eq!(ranges(&rule, tensors(4)), expected);
    }

    #[test]
    fn without_groups_there_may_be_any_number_of_tensors() {
        let rule = Sgd::new(0.1).decay_weights_only().into_rule();
        let ranges = ranges(&rule, tensors(TENSORS + 50));
        assert_eq!(ranges.len(), TENSORS + 50);
        assert_eq!(ranges[TENSORS + 48..], [(4864, 4865, 1.0, 1.0), (4880, 4881, 1.0, 0.0)]);
    }

    #[test]
    #[should_panic(expected = "`Deep` has too many trained tensors for an optimizer with groups")]
    fn with_groups_they_are_limited() {
        let rule = Sgd::new(0.1).into_rule().group("fc1.*", Group::new());
        rule.check_groups("Deep", tensors(TENSORS));
        rule.check_groups("Deep", tensors(TENSORS + 1));
    }

    #[test]
    #[should_panic(expected = "the nearest name is `fc1.weight`")]
    fn a_group_of_frozen_tensors_matches_none() {
        let rule = Sgd::new(0.1).into_rule().group("frozen.weight", Group::new());
        rule.check_groups("Net", tensors(4));
    }

    /// As many groups and tensors as there may be, of long names: rustc computes it without a remark.
    #[test]
    fn the_largest_is_a_constant() {
        const NAME: &str = "blocks.10.attention.projection.weight_of_a_long_name";
        const TENSOR: TensorInfo = TensorInfo {
            name: NAME,
            shape: Sizes::new(&[1]),
            offset: 0,
            role: Role::Bias { fan_in: 1 },
            is_frozen: false,
        };
        const MANY: &[TensorInfo] = &[TENSOR; TENSORS];
        const GROUP: &str = "*.attention.*.weight_of_*_nam";
        const RULE: Rule = {
            let (mut rule, mut i) = (Sgd::new(0.1).into_rule(), 1);
            while i < MOST {
                rule = rule.group(GROUP, Group::new());
                i += 1;
            }
            rule.group("*.weight_of_a_long_name", Group::new())
        };
        const NUMBERS: GroupNumbers = RULE.group_numbers(MANY);
        assert_eq!(NUMBERS, [8; TENSORS]);
    }
}
