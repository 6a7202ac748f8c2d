//! `reshape`: the same elements under another shape, row-major; no bytes move.

use crate::{Arg, Cost, Fault, Shape, UNKNOWN, div, mul};

/// A `reshape` of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reshape {
    /// The shape it is applied to.
    pub input: Shape,
    /// The shape that it gets.
    pub to: Shape,
    view: Option<View>,
}

/// Another shape that follows from the input's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// An axis of size 1 is put in before `axis` of a value of rank `rank`.
    Insert {
        /// The axis before which it is put.
        axis: usize,
        /// The rank that the input must have.
        rank: usize,
    },
    /// None: the input must be of rank `rank`.
    Rank {
        /// The rank.
        rank: usize,
    },
    /// The axis `axis`, of size 1, is left out.
    Remove {
        /// The axis.
        axis: usize,
    },
    /// Channels, axis 0, become `groups` rows that hold all that belongs to a group's channels.
    Groups {
        /// The groups.
        groups: usize,
    },
    /// The axis `axis` is split: what is next to each other there makes an axis of size `size` of its own.
    Split {
        /// The axis.
        axis: usize,
        /// The size of the new axis, after it.
        size: usize,
    },
    /// The axis `axis` and the one after it become one.
    Merge {
        /// The axis.
        axis: usize,
    },
}

impl View {
    /// The shape that `input` gets; unknown, if it has none.
    const fn apply(&self, input: &Shape) -> Shape {
        match *self {
            Self::Insert { axis, rank } if input.rank() == rank => input.inserted(axis),
            Self::Insert { .. } => Shape::UNKNOWN,
            Self::Rank { .. } => *input,
            Self::Remove { axis } => input.removed(axis),
            Self::Groups { groups } => Shape::new(&[groups, div(input.len(), groups)]),
            Self::Split { axis, size } => {
                let (_, all, _) = input.around(axis);
                input.with(axis, div(all, size)).inserted(axis + 1).with(axis + 1, size)
            }
            Self::Merge { axis } => {
                let ((_, a, _), (_, b, _)) = (input.around(axis), input.around(axis + 1));
                input.with(axis, mul(a, b)).removed(axis + 1)
            }
        }
    }

    /// What of the input does not fit.
    const fn fault(&self, input: &Shape) -> Fault {
        match *self {
            Self::Insert { rank, .. } | Self::Rank { rank } => Fault::rank(input, rank, rank),
            Self::Groups { groups } => {
                let channels = if input.rank() > 0 { input.dim(0) } else { UNKNOWN };
                let fits = groups == UNKNOWN || channels == UNKNOWN;
                if groups == 0 {
                    Fault::Zero(Arg::Groups)
                } else if fits || channels.is_multiple_of(groups) {
                    Fault::None
                } else {
                    Fault::Groups { groups, in_channels: channels, out_channels: UNKNOWN }
                }
            }
            Self::Split { axis, size } => {
                let (_, all, _) = input.around(axis);
                let fits = size == UNKNOWN || all == UNKNOWN;
                if size == 0 {
                    Fault::Zero(Arg::Scale)
                } else if fits || all.is_multiple_of(size) {
                    Fault::None
                } else {
                    Fault::Parts { parts: size, size: all }
                }
            }
            Self::Remove { .. } | Self::Merge { .. } => Fault::None,
        }
    }
}

impl Reshape {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, to: Shape) -> Self {
        Self { input, to, view: None }
    }

    /// The view of a layer that is made of others.
    #[must_use]
    pub const fn by(input: Shape, view: View) -> Self {
        let to = view.apply(&input);
        Self { input, to, view: Some(view) }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let (expected, found) = (self.input.len(), self.to.len());
        let differ = expected != UNKNOWN && found != UNKNOWN && expected != found;
        let view = match &self.view {
            None => Fault::None,
            Some(view) => view.fault(&self.input),
        };
        view.or(Fault::overflow(&self.to)).or(if differ {
            Fault::Elements { expected, found }
        } else {
            Fault::None
        })
    }

    /// The shape of the output: `to`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.to
    }

    /// What it costs: nothing.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
