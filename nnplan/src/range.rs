//! Ranges of real numbers that options have.

/// Where an option's value has to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// `x > 0`
    Positive,
    /// `0 ≤ x ≤ 1`
    Unit,
    /// `0 ≤ x < 1`
    BelowOne,
}

impl Range {
    /// Whether `x` lies in it; NaN lies in none.
    #[must_use]
    pub const fn contains(self, x: f64) -> bool {
        match self {
            Self::Positive => x > 0.0,
            Self::Unit => x >= 0.0 && x <= 1.0,
            Self::BelowOne => x >= 0.0 && x < 1.0,
        }
    }

    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Positive => "a number above 0",
            Self::Unit => "a number from 0 to 1",
            Self::BelowOne => "a number from 0 to below 1",
        }
    }
}

/// Reports `message` when `x` does not lie in `range`.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_range(range: Range, x: f64, message: &str) {
    if !range.contains(x) {
        panic!("{}", message);
    }
}
