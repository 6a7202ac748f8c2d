//! Optimizers: a rule of update, a learning rate and its schedule, clipping, and groups of tensors that are
//! treated in another way. Formulas and defaults are PyTorch's; they stand at [`Update`]. What each rule is stands in
//! one record, in `kernels/update/rules.rs`.

mod group;
#[cfg(feature = "alloc")]
mod ranges;
mod rule;

#[cfg(feature = "alloc")]
use alloc::string::String;
#[cfg(feature = "alloc")]
use alloc::vec::Vec;

pub use group::Group;
#[cfg(feature = "std")]
pub(crate) use group::{nearest_tensor, nearest_trained};
use rule::Groups;
pub use rule::Rule;

pub use crate::device::Clip;
use crate::kernels::update::each_rule;
pub use crate::kernels::update::{Update, UpdateKind};
use crate::numbers::{Numbers, Range};
pub use crate::schedule::{Schedule, WarmUp};

/// An optimizer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an optimizer",
    label = "expected an optimizer with its learning rate, such as `Sgd::new(0.1)` or `Adam::new(0.001)`"
)]
pub trait Optimizer: Clone + Send + Sync + 'static {
    /// Its settings.
    fn settings(&self) -> &Settings;

    /// The kind of the settings' rule, the same throughout a training. An optimizer of one kind gives a constant here,
    /// and a program has no code for the others.
    #[inline(always)]
    fn kind(&self) -> UpdateKind {
        self.settings().update.kind()
    }
}

/// What all optimizers have in common.
///
/// Who trains checks the numbers: a [`Trainer`](crate::Trainer) is not made of some that are out of their ranges, which
/// stand at [`Update`], [`Schedule`] and [`Clip`]; and a [`tiny::Recipe`](crate::tiny::Recipe) with such an optimizer does
/// not compile. Setters check nothing, so that they chain, in constants too.
///
/// ```
/// # use nncore::prelude::*;
/// # network! { struct Net; input: [2]; fc: Linear(2 -> 1); }
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let adam = Adam::new(1e-3).beta1(1.0);
/// let error = Trainer::new(&mut model, MeanSquaredError, adam, Capacity(1)).unwrap_err();
/// let expected = "`beta1` of `Adam` is out of range\nexpected: a number from 0 to below 1\n   found: 1.0";
/// assert_eq!(error.to_string(), expected);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The rule.
    pub update: Update,
    /// The base learning rate, 0 or above.
    pub learning_rate: f64,
    /// How it changes.
    pub schedule: WarmUp,
    /// How gradients are limited.
    pub clip: Clip,
    /// Patterns of names, and how these tensors differ: see [`Group`].
    #[cfg(feature = "alloc")]
    pub groups: Vec<(String, Group)>,
    /// Whether biases, and the tensors of norms, are not decayed.
    pub decay_weights_only: bool,
}

impl Settings {
    /// A rule, a constant learning rate, and nothing else.
    #[must_use]
    pub const fn new(update: Update, learning_rate: f64) -> Self {
        Self {
            update,
            learning_rate,
            schedule: Schedule::Constant.warm_up(0),
            clip: Clip::None,
            #[cfg(feature = "alloc")]
            groups: Vec::new(),
            decay_weights_only: false,
        }
    }
}

/// The first number that is out of its range, groups' aside.
const fn numbers(update: &Update, learning_rate: f64, schedule: &WarmUp, clip: Clip) -> Numbers {
    let all = Numbers::NONE.and("the learning rate", Range::NotNegative, learning_rate);
    let all = schedule.numbers(update.numbers(all));
    match clip {
        Clip::None => all,
        Clip::Norm(norm) => all.and("`clip_norm`", Range::Positive, norm),
        Clip::Value(value) => all.and("`clip_value`", Range::Positive, value),
    }
}

impl Settings {
    /// Whether all numbers lie in their ranges, with this learning rate for its own.
    #[cfg(feature = "std")]
    pub(crate) fn check_at(&self, learning_rate: f64) -> Result<(), crate::Error> {
        let Self { update, learning_rate: _, schedule, clip, groups, decay_weights_only: _ } = self;
        let mut all = numbers(update, learning_rate, schedule, *clip);
        for (_, group) in groups {
            all = group.numbers(all, learning_rate);
        }
        all.check()
    }

    /// All but the groups.
    const fn rule(&self) -> Rule {
        Rule {
            update: self.update,
            learning_rate: self.learning_rate,
            schedule: self.schedule,
            clip: self.clip,
            decay_weights_only: self.decay_weights_only,
            groups: Groups::NONE,
        }
    }
}

/// A builder for each rule.
macro_rules! optimizers {
    ($(
        $(#[$doc:meta])*
        $name:ident, $function:ident {
            $($(#[$option_doc:meta])* $option:ident: $ty:ty = $default:literal $(in $range:ident)?;)*
        }
        keeps $slots:tt
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(Settings);

        impl $name {
            /// The optimizer with a learning rate, 0 or above, and defaults else.
            #[must_use]
            pub const fn new(learning_rate: f64) -> Self {
                Self(Settings::new(UpdateKind::$name.defaults(), learning_rate))
            }

            /// How the learning rate changes; constant unless given.
            #[must_use]
            pub fn schedule(mut self, schedule: impl Into<WarmUp>) -> Self {
                self.0.schedule = schedule.into();
                self
            }

            /// [`schedule`](Self::schedule) in a constant.
            #[must_use]
            pub const fn warm_up(mut self, schedule: WarmUp) -> Self {
                self.0.schedule = schedule;
                self
            }

            /// What a [`tiny::Recipe`](crate::tiny::Recipe) holds of it. Groups are [the rule's](Rule::group).
            ///
            /// # Panics
            /// When it has groups.
            #[must_use]
            pub const fn into_rule(self) -> Rule {
                #[cfg(feature = "alloc")]
                assert!(
                    self.0.groups.is_empty(),
                    "groups of a recipe come after it: `into_rule().group(pattern, group)`"
                );
                let rule = self.0.rule();
                #[cfg(feature = "alloc")]
                core::mem::forget(self); // no groups: nothing is lost
                rule
            }

            /// Scales the gradients down to this Euclidean norm, above 0, of all of them together.
            #[must_use]
            pub const fn clip_norm(mut self, norm: f64) -> Self {
                self.0.clip = Clip::Norm(norm);
                self
            }

            /// Limits each gradient to ± this, above 0.
            #[must_use]
            pub const fn clip_value(mut self, value: f64) -> Self {
                self.0.clip = Clip::Value(value);
                self
            }

            /// Other factors for the tensors whose names match `pattern`, in which `*` is any text: see
            /// [`Group`]. The first group that a tensor matches is its own.
            #[cfg(feature = "alloc")]
            #[must_use]
            pub fn group(mut self, pattern: impl Into<String>, group: Group) -> Self {
                self.0.groups.push((pattern.into(), group));
                self
            }

            /// No weight decay for biases and the tensors of norms: it is for the weights of linear layers
            /// and convolutions.
            #[must_use]
            pub const fn decay_weights_only(mut self) -> Self {
                self.0.decay_weights_only = true;
                self
            }

            $(
                $(#[$option_doc])*
                #[must_use]
                pub const fn $option(mut self, value: $ty) -> Self {
                    if let Update::$name { $option, .. } = &mut self.0.update {
                        *$option = value;
                    }
                    self
                }
            )*
        }

        #[diagnostic::do_not_recommend]
        impl Optimizer for $name {
            fn settings(&self) -> &Settings {
                &self.0
            }

            #[inline(always)]
            fn kind(&self) -> UpdateKind {
                UpdateKind::$name
            }
        }
    )*};
}

each_rule!(optimizers);
