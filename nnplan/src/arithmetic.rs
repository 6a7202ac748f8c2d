//! Arithmetic on sizes that only rustc knows: a fault is [`UNKNOWN`], so that it is one error, not one at every
//! constant that reads it.

use crate::{Text, UNKNOWN, add, mul};

/// `a - b`; unknown when either is, or when the difference falls below zero.
#[must_use]
pub const fn sub(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN || b > a { UNKNOWN } else { a - b }
}

/// `a / b`; unknown when either is, or when `b` is zero.
#[must_use]
pub const fn div(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN || b == 0 { UNKNOWN } else { a / b }
}

/// `a % b`; unknown when either is, or when `b` is zero.
#[must_use]
pub const fn rem(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN || b == 0 { UNKNOWN } else { a % b }
}

/// A size of the input; unknown when it is zero, which is reported by itself.
#[must_use]
pub const fn or_unknown(n: usize) -> usize {
    if n == 0 { UNKNOWN } else { n }
}

const fn source(text: Text, source: &str) -> Text {
    if !source.is_empty() && source.as_bytes()[0] == b'(' {
        text.str(" ").str(source)
    } else {
        text.str(" (").str(source).str(")")
    }
}

/// Reports `whose` size when `a sign b` has no value; `written` is how the user wrote it.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_arithmetic(sign: char, a: usize, b: usize, whose: &str, written: &str) {
    let text = told_arithmetic(sign, a, b, whose, written);
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
}

/// What is wrong with arithmetic on sizes; nothing if it works out.
#[must_use]
pub const fn told_arithmetic(sign: char, a: usize, b: usize, whose: &str, written: &str) -> Text {
    if a == UNKNOWN || b == UNKNOWN {
        return Text::EMPTY; // told where it arises
    }
    let text = Text::<4096>::EMPTY.str(whose);
    match sign {
        '-' if b > a => source(
            text.str(" is below zero\nexpected: 0 or more\n   found: -").size(b - a),
            written,
        ),
        '/' | '%' if b == 0 => source(
            text.str(" divides by zero\nexpected: a divisor of 1 or more\n   found: 0"),
            written,
        ),
        '+' if add(a, b) == UNKNOWN => too_large(text, written),
        '*' if mul(a, b) == UNKNOWN => too_large(text, written),
        _ => Text::EMPTY,
    }
}

const fn too_large(text: Text, written: &str) -> Text {
    text.str(" does not fit into 64 bits\nexpected: at most 18446744073709551614\n   found: `")
        .str(written)
        .str("`")
}

/// What is wrong with a size that rustc alone knows: rules pass over [`UNKNOWN`], so no constant may have that value.
#[must_use]
pub const fn told_size(n: usize, whose: &str, written: &str) -> Text {
    if n != UNKNOWN {
        return Text::EMPTY;
    }
    let text = Text::<4096>::EMPTY.str(whose).str(" is too large\nexpected: at most ");
    let text = text.number(UNKNOWN as u64 - 1).str("\n   found: ").number(UNKNOWN as u64);
    source(text, written)
}

/// Reports a size that rustc alone knows, and that stands for none.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_size(n: usize, whose: &str, written: &str) {
    if n == UNKNOWN {
        panic!("{}", told_size(n, whose, written).as_str());
    }
}

/// What is wrong with a size that a network is generic over: arithmetic on sizes may have no result.
#[must_use]
pub const fn told_dim(n: usize, whose: &str, written: &str) -> Text {
    if n != UNKNOWN {
        return Text::EMPTY;
    }
    let text = Text::<4096>::EMPTY.str(whose);
    let text = text.str(" has no value\nexpected: 1 or more\n   found: `").str(written);
    text.str("`, which falls below zero, divides by zero or does not fit")
}

/// A size of the input that is zero.
#[must_use]
pub const fn told_input(n: usize, written: &str) -> Text {
    if n != 0 {
        return Text::EMPTY;
    }
    let text =
        Text::<4096>::EMPTY.str("a size of `input` is zero\nexpected: 1 or more\n   found: 0");
    source(text, written)
}

/// Reports a size of the input that is zero.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_input(n: usize, written: &str) {
    if n == 0 {
        panic!("{}", told_input(n, written).as_str());
    }
}

/// What is wrong with the number of values of an input of integers, which are `u32`.
#[must_use]
pub const fn told_limit(n: usize, name: &str, written: &str) -> Text {
    if n == UNKNOWN || n != 0 && n as u64 <= 1 << 32 {
        return Text::EMPTY; // what has no value is told where it arises
    }
    let text = Text::<4096>::EMPTY.str("the range of `").str(name).str("` has ").size(n);
    let text = text.str(" values\nexpected: 1 to 4294967296\n   found: ").size(n);
    source(text, written)
}

/// Reports such a number.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_limit(n: usize, name: &str, written: &str) {
    let text = told_limit(n, name, written);
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
}

/// Compares a size that the macro evaluated with what rustc makes of the same tokens.
///
/// # Panics
/// Where they differ; in a `const`, so at compile time.
#[track_caller]
pub const fn check_evaluated(rustc: usize, macros: usize, written: &str) {
    if rustc != macros {
        let text = Text::<4096>::EMPTY
            .str("`network!` and rustc read a size differently, which is a mistake of `network!`");
        let text = text.str("\nexpected: ").size(macros).str("\n   found: ").size(rustc);
        let text = source(text, written).str("\nhelp: give it a name: `const SIZE: usize = ");
        panic!("{}", text.str(written).str(";`").as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_readings_of_a_size_pass() {
        check_evaluated(6, 6, "2*(1+2)");
    }

    #[test]
    #[should_panic(
        expected = "expected: 6\n   found: 4 (2*1+2)\nhelp: give it a name: `const SIZE: usize = 2*1+2;`"
    )]
    fn different_readings_of_a_size_are_an_error() {
        check_evaluated(4, 6, "2*1+2");
    }

    #[test]
    #[should_panic(
        expected = "a size of `fc` is too large\nexpected: at most 18446744073709551614\n   found: 18446744073709551615 (SIZE)"
    )]
    fn a_constant_that_stands_for_no_size_is_an_error() {
        check_size(usize::MAX, "a size of `fc`", "SIZE");
    }

    #[test]
    fn every_other_number_may_be_a_size() {
        for n in [0, 1, UNKNOWN - 1] {
            check_size(n, "a size of `fc`", "SIZE");
            assert!(told_dim(n, "a size of `fc`", "C").is_empty());
        }
        let told = told_dim(sub(2, 3), "a size of `fc`", "C");
        assert!(told.as_str().starts_with("a size of `fc` has no value"), "{}", told.as_str());
    }

    #[test]
    fn integers_of_an_input_are_u32() {
        let is_refused = |n| !told_limit(n, "text", "N").is_empty();
        assert!([0, (1 << 32) + 1].into_iter().all(is_refused));
        assert!(![1, 1 << 32, UNKNOWN].into_iter().any(is_refused));
    }

    #[test]
    fn what_has_no_value_is_unknown() {
        assert_eq!((sub(3, 2), div(7, 2), rem(7, 2)), (1, 3, 1));
        for fault in [sub(2, 3), div(1, 0), rem(1, 0), sub(UNKNOWN, 1), div(1, UNKNOWN)] {
            assert_eq!(fault, UNKNOWN);
        }
    }
}
