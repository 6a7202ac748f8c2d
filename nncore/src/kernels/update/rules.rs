//! What an optimizer is: one record of each, from which its constants, their defaults and ranges, the numbers it keeps, its
//! builder and its kernels on the CPU are made. The code of its formula is `update_equal`, one arm a record.

/// Hands all records to the macro `$then`. A record is
///
/// ```text
/// /// The formula, and where it is from.
/// Name, function {
///     /// A constant: what it is, its range, its default.
///     constant: type = default in Range;
/// }
/// keeps ["slot" if condition, …]
/// ```
///
/// A `bool` has no range. A slot is a buffer as large as the parameters, all 0 at first; its name is that of PyTorch, and
/// it is there where its condition holds. The order is that in which [`update()`](super::update()) takes them.
macro_rules! each_rule {
    ($then:ident) => {
        $then! {
            /// Stochastic gradient descent, with momentum if asked for (Sutskever et al. 2013, as PyTorch does it).
            ///
            /// With g the gradient plus `weight_decay` times the parameter p:
            /// `v = momentum v + (1 - dampening) g` (in step 1 `v = g`), then `p -= learning_rate v`; with
            /// `nesterov` `p -= learning_rate (g + momentum v)`; without momentum `p -= learning_rate g`.
            Sgd, sgd {
                /// The share of the last step's direction, 0 to below 1; 0 unless given.
                momentum: f64 = 0.0 in BelowOne;
                /// What is taken off the gradient before the momentum, 0 to 1; 0 unless given.
                dampening: f64 = 0.0 in Unit;
                /// Nesterov's momentum; off unless given.
                nesterov: bool = false;
                /// The L2 penalty, added to the gradient, 0 or above; 0 unless given.
                weight_decay: f64 = 0.0 in NotNegative;
            }
            keeps ["momentum_buffer" if momentum != 0.0]

            /// Adam (Kingma, Ba: Adam, 2015).
            ///
            /// `m = m + (1 - beta1) (g - m)`, `v = beta2 v + (1 - beta2) g²`,
            /// `p -= learning_rate / (1 - beta1ᵗ) m / (√v / √(1 - beta2ᵗ) + eps)` in step t, with
            /// `weight_decay` times p in g.
            Adam, adam {
                /// The decay of the first moment, 0 to below 1; 0.9 unless given.
                beta1: f64 = 0.9 in BelowOne;
                /// The decay of the second moment, 0 to below 1; 0.999 unless given.
                beta2: f64 = 0.999 in BelowOne;
                /// Added to the divisor, above 0; 1e-8 unless given.
                eps: f64 = 1e-8 in Positive;
                /// The L2 penalty, added to the gradient, 0 or above; 0 unless given.
                weight_decay: f64 = 0.0 in NotNegative;
            }
            keeps ["exp_avg" if true, "exp_avg_sq" if true]

            /// Adam with weight decay apart from the gradient (Loshchilov, Hutter: Decoupled weight decay regularization,
            /// 2019).
            ///
            /// First `p -= learning_rate weight_decay p`, then the step of [`Update::Adam`] without decay in g.
            AdamW, adam_w {
                /// The decay of the first moment, 0 to below 1; 0.9 unless given.
                beta1: f64 = 0.9 in BelowOne;
                /// The decay of the second moment, 0 to below 1; 0.999 unless given.
                beta2: f64 = 0.999 in BelowOne;
                /// Added to the divisor, above 0; 1e-8 unless given.
                eps: f64 = 1e-8 in Positive;
                /// The weight decay, in learning rates, 0 or above; 0.01 unless given.
                weight_decay: f64 = 0.01 in NotNegative;
            }
            keeps ["exp_avg" if true, "exp_avg_sq" if true]

            /// RMSprop (Hinton 2012, as PyTorch does it).
            ///
            /// `s = alpha s + (1 - alpha) g²`, then `p -= learning_rate g / (√s + eps)`, with
            /// `weight_decay` times p in g. If `centered` the root is of `max(0, s - a²)`, where
            /// `a = a + (1 - alpha) (g - a)`. With momentum `b = momentum b + g / (…)` and
            /// `p -= learning_rate b`.
            ///
            /// The 0 is ours: PyTorch takes the root of `s - a²` as it is. Of a gradient that stays the same both terms
            /// tend to its square, their difference may be rounded to less than 0, and PyTorch's parameter is NaN from
            /// then on.
            RmsProp, rms_prop {
                /// The decay of the mean square, 0 to below 1; 0.99 unless given.
                alpha: f64 = 0.99 in BelowOne;
                /// Added to the divisor, above 0; 1e-8 unless given.
                eps: f64 = 1e-8 in Positive;
                /// The L2 penalty, added to the gradient, 0 or above; 0 unless given.
                weight_decay: f64 = 0.0 in NotNegative;
                /// The share of the last step's direction, 0 to below 1; 0 unless given.
                momentum: f64 = 0.0 in BelowOne;
                /// Divides by the standard deviation rather than the root of the mean square; off unless given. A variance
                /// that is rounded to less than 0 counts as 0.
                centered: bool = false;
            }
            keeps ["square_avg" if true, "momentum_buffer" if momentum != 0.0, "grad_avg" if centered]
        }
    };
}
pub(crate) use each_rule;

use crate::numbers::{Numbers, Range};

/// [`Update`], [`UpdateKind`], and what they say of themselves.
macro_rules! updates {
    ($(
        $(#[$doc:meta])*
        $name:ident, $function:ident {
            $($(#[$field_doc:meta])* $field:ident: $ty:ty = $default:literal $(in $range:ident)?;)*
        }
        keeps [$($slot:literal if $condition:expr),*]
    )*) => {
        /// An optimizer's rule and constants. Formulas, defaults and names are as in `torch.optim`.
        ///
        /// | constant | range |
        /// |---|---|
        /// | `momentum`, `beta1`, `beta2`, `alpha` | from 0 to below 1 |
        /// | `dampening` | from 0 to 1 |
        /// | `weight_decay` | 0 or above |
        /// | `eps` | above 0; PyTorch takes 0, which makes NaN of a gradient that is 0 from the first step on |
        ///
        /// All are finite, as `f32`. Who trains checks them: see [`Trainer::new`](crate::Trainer::new).
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Update {
            $(
                $(#[$doc])*
                $name { $($(#[$field_doc])* $field: $ty,)* },
            )*
        }

        /// Which rule an [`Update`] is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum UpdateKind {
            $(
                #[doc = concat!("[`Update::", stringify!($name), "`]")]
                $name,
            )*
        }

        impl UpdateKind {
            /// Its name: that of the builder.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// The rule with its defaults.
            #[must_use]
            pub const fn defaults(self) -> Update {
                match self {
                    $(Self::$name => Update::$name { $($field: $default),* },)*
                }
            }
        }

        impl Update {
            /// Which rule it is.
            #[must_use]
            pub const fn kind(&self) -> UpdateKind {
                match self {
                    $(Self::$name { .. } => UpdateKind::$name,)*
                }
            }

            /// The rule with its weight decay times `factor`.
            #[inline(always)]
            #[must_use]
            pub const fn decay_times(mut self, factor: f64) -> Self {
                let ($(Self::$name { weight_decay, .. })|*) = &mut self;
                *weight_decay *= factor;
                self
            }

            /// The first of its numbers that is out of its range, after those of `all`.
            pub(crate) const fn numbers(&self, all: Numbers) -> Numbers {
                match *self {
                    $(Self::$name { $($field),* } => {
                        $(let all = in_range!(all, $name, $field $(, $range)?);)*
                        all
                    })*
                }
            }

            /// Buffers of the parameters' size that the rule keeps between steps, all 0 at first.
            #[inline(always)]
            #[must_use]
            #[allow(unused_variables, reason = "a condition reads some of the constants")]
            pub const fn state_slots(&self) -> usize {
                match *self {
                    $(Self::$name { $($field),* } => 0 $(+ ($condition) as usize)*,)*
                }
            }

            /// The names of these buffers in their order, as `state_dict()` of `torch.optim` has them.
            #[allow(unused_variables, reason = "a condition reads some of the constants")]
            pub fn slot_names(&self) -> impl Iterator<Item = &'static str> + use<> {
                let (mut names, mut count) = ([""; 3], 0);
                match *self {
                    $(Self::$name { $($field),* } => {
                        $(if $condition {
                            names[count] = $slot;
                            count += 1;
                        })*
                    })*
                }
                names.into_iter().take(count)
            }
        }
    };
}

/// `all`, and this number if it has a range.
macro_rules! in_range {
    ($all:ident, $name:ident, $field:ident, $range:ident) => {
        $all.and(
            concat!("`", stringify!($field), "` of `", stringify!($name), "`"),
            Range::$range,
            $field,
        )
    };
    ($all:ident, $name:ident, $field:ident) => {{
        let _ = $field;
        $all
    }};
}

each_rule!(updates);
