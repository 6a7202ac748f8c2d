//! Whether the numbers of optimizers, schedules and losses lie in their ranges.
//!
//! They are looked at when they are used, not where they are set: setters chain in constants, and cannot give an error. A
//! [`Trainer`](crate::Trainer) gives the first fault as an [`Error`], a [`tiny::Recipe`](crate::tiny::Recipe) stops the
//! compiler.

pub(crate) use nnplan::Range;
use nnplan::Text;

use crate::Error;

/// A number outside its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OutOfRange {
    /// Its name: "`momentum` of `Sgd`".
    what: &'static str,
    range: Range,
    found: f64,
}

impl OutOfRange {
    /// As what stops the compiler, in the recipe of `network`.
    pub(crate) const fn text(&self, network: &str) -> Text<512> {
        let mut text = Text::EMPTY;
        text.push(self.what);
        text.push(" is out of range, in the recipe of `");
        text.push(network);
        text.push("`\nexpected: ");
        text.push(self.range.name());
        text.push("\n   found: ");
        text.push_real(self.found);
        text
    }
}

impl From<OutOfRange> for Error {
    fn from(fault: OutOfRange) -> Self {
        let OutOfRange { what, range, found } = fault;
        Self::OutOfRange { what, expected: range.name(), found }
    }
}

/// The first of several numbers that is out of its range, if one is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers {
    pub(crate) fault: Option<OutOfRange>,
}

impl Numbers {
    /// None yet.
    pub(crate) const NONE: Self = Self { fault: None };

    /// And this one.
    #[inline(always)]
    pub(crate) const fn and(self, what: &'static str, range: Range, found: f64) -> Self {
        if self.fault.is_some() || range.contains(found) {
            return self;
        }
        Self { fault: Some(OutOfRange { what, range, found }) }
    }

    /// The fault as an error.
    #[cfg(feature = "std")]
    pub(crate) fn check(self) -> Result<(), Error> {
        match self.fault {
            Some(fault) => Err(fault.into()),
            None => Ok(()),
        }
    }
}
