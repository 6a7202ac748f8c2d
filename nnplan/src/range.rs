//! Ranges of real numbers that options have.

/// Where an option's value has to lie. Numbers count as the `f32` that a device makes of them: what is too large for one is
/// not finite, what is too small for one is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// `x`
    Finite,
    /// `x ≥ 0`
    NotNegative,
    /// `x > 0`
    Positive,
    /// `0 ≤ x ≤ 1`
    Unit,
    /// `0 ≤ x < 1`
    BelowOne,
}

impl Range {
    /// Whether `x` lies in it; NaN and infinities lie in none.
    #[inline]
    #[must_use]
    pub const fn contains(self, x: f64) -> bool {
        let single = x as f32;
        single.is_finite()
            && match self {
                Self::Finite => true,
                Self::NotNegative => x >= 0.0,
                Self::Positive => single > 0.0,
                Self::Unit => x >= 0.0 && x <= 1.0,
                Self::BelowOne => x >= 0.0 && x < 1.0,
            }
    }

    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finite => "a finite number",
            Self::NotNegative => "0 or a finite number above 0",
            Self::Positive => "a finite number above 0",
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

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn borders() {
        let all =
            [Range::Finite, Range::NotNegative, Range::Positive, Range::Unit, Range::BelowOne];
        let below_one = 1.0 - f64::EPSILON;
        for (x, expected) in [
            (f64::NAN, [false; 5]),
            (f64::INFINITY, [false; 5]),
            (f64::NEG_INFINITY, [false; 5]),
            (1e39, [false; 5]), // infinite as an `f32`
            (f64::from(f32::MAX), [true, true, true, false, false]),
            (-1.0, [true, false, false, false, false]),
            (-1e-300, [true, false, false, false, false]),
            (0.0, [true, true, false, true, true]),
            (-0.0, [true, true, false, true, true]),
            (1e-50, [true, true, false, true, true]), // 0 as an `f32`
            (1e-40, [true, true, true, true, true]),
            (below_one, [true, true, true, true, true]),
            (1.0, [true, true, true, true, false]),
            (1.0 + f64::EPSILON, [true, true, true, false, false]),
        ] {
            assert_eq!(all.map(|range| range.contains(x)), expected, "{x:e}");
        }
    }
}
