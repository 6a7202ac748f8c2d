//! What a network takes and gives, compared with how a layer of it is applied.

use crate::{Shape, Text};

/// What is wrong with the application of the layer `name`: it takes values, of which those that are `integers` are
/// integers, and gives so many; it is applied to `gets`, and what it gives has so many `names`. Of a network with a mistake
/// nothing is known, and so nothing is wrong. `verb` is what stands before the name in its parentheses: `scan(cell, a)`.
#[must_use]
pub const fn told_ports(
    verb: &str,
    name: &str,
    integers: &[bool],
    gives: usize,
    gets: &[bool],
    names: usize,
) -> Text {
    let text = Text::<4096>::EMPTY.str("`").str(name);
    if integers.is_empty() {
        return Text::EMPTY;
    }
    if integers.len() != gets.len() {
        let text = values(text.str("` takes "), integers.len()).str(", but gets ").size(gets.len());
        let text = call(text.str("\nexpected: `"), verb, name, integers.len());
        return call(text.str("`\n   found: `"), verb, name, gets.len()).str("`");
    }
    let mut i = 0;
    while i < gets.len() {
        if integers[i] != gets[i] {
            let kinds = ["real numbers", "integers"];
            let (takes, got) = (kinds[integers[i] as usize], kinds[gets[i] as usize]);
            let text = text.str("` takes ").str(takes).str(", but value ").size(i + 1);
            let text = text.str(" holds ").str(got).str("\nexpected: ").str(takes);
            return text.str("\n   found: ").str(got);
        }
        i += 1;
    }
    if gives == names {
        return Text::EMPTY;
    }
    let text = values(text.str("` gives "), gives).str(", but ").size(names);
    let text = text.str(if names == 1 { " is taken" } else { " are taken" });
    let text = bound(text.str("\nexpected: `"), gives).str(name).str("(…);`\n   found: `");
    bound(text, names).str(name).str("(…);`")
}

/// What is wrong with a network that is scanned: the states that it gives must be those that it takes. It may give one value
/// before them.
#[must_use]
pub const fn told_scan(name: &str, takes: &[Shape], gives: &[Shape]) -> Text {
    let (text, states) = (Text::<4096>::EMPTY.str("`").str(name), takes.len() - 1);
    let first = gives.len().wrapping_sub(states);
    if first > 1 || gives.is_empty() {
        let text = values(text.str("` gives "), gives.len()).str(", but takes ").size(states);
        let text = text.str(if states == 1 { " state" } else { " states" });
        let text = text.str("\nexpected: ");
        let text = if states == 0 { text } else { text.size(states).str(" or ") };
        return values(text, states + 1).str(", the states last\n   found: ").size(gives.len());
    }
    let mut i = 0;
    while i < states {
        let (taken, given) = (&takes[i + 1], &gives[first + i]);
        if !taken.fits(given) {
            let text =
                text.str("` takes ").shape(taken).str(" as a state, but gives ").shape(given);
            let text = text.str(" as the next one\nexpected: ").shape(taken);
            return text.str("\n   found: ").shape(given);
        }
        i += 1;
    }
    Text::EMPTY
}

/// What is wrong with two tensors that are one: their shapes.
#[must_use]
pub const fn told_tied(name: &str, shape: Shape, other: &str, expected: Shape) -> Text {
    if shape.fits(&expected) {
        return Text::EMPTY;
    }
    let text = Text::<4096>::EMPTY.str("`").str(name).str("` and `").str(other);
    let text = text.str("` are one tensor, but have two shapes\nexpected: ").shape(&expected);
    text.str(", as `").str(other).str("`\n   found: ").shape(&shape)
}

/// Reports that.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_tied(name: &str, shape: Shape, other: &str, expected: Shape) {
    let text = told_tied(name, shape, other, expected);
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
}

const fn values<const N: usize>(text: Text<N>, count: usize) -> Text<N> {
    text.size(count).str(if count == 1 { " value" } else { " values" })
}

const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// `cell(a, b)`, or `scan(cell, a, b)`
const fn call<const N: usize>(text: Text<N>, verb: &str, name: &str, count: usize) -> Text<N> {
    let text = if verb.is_empty() {
        text.str(name).str("(")
    } else {
        text.str(verb).str("(").str(name).str(", ")
    };
    names(text, count).str(")")
}

/// `let (a, b) = `
const fn bound<const N: usize>(text: Text<N>, count: usize) -> Text<N> {
    if count == 1 {
        return text.str("let a = ");
    }
    names(text.str("let ("), count).str(") = ")
}

/// `a, b`
const fn names<const N: usize>(mut text: Text<N>, count: usize) -> Text<N> {
    let mut i = 0;
    while i < count && i < NAMES.len() {
        text = text.str(if i == 0 { "" } else { ", " }).str(NAMES[i]);
        i += 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_difference_is_told() {
        let told = |integers: &[bool], gives, gets: &[bool], names| {
            told_ports("", "cell", integers, gives, gets, names)
        };
        assert_eq!(told(&[false; 2], 1, &[false; 2], 1).as_str(), "");
        assert_eq!(told(&[], 0, &[false], 3).as_str(), "", "a network with a mistake");
        assert_eq!(
            told(&[false; 2], 1, &[false], 1).as_str(),
            "`cell` takes 2 values, but gets 1\nexpected: `cell(a, b)`\n   found: `cell(a)`"
        );
        assert_eq!(
            told(&[true], 1, &[false], 1).as_str(),
            "`cell` takes integers, but value 1 holds real numbers\nexpected: integers\n   found: real numbers"
        );
        assert_eq!(
            told(&[false], 2, &[false], 1).as_str(),
            "`cell` gives 2 values, but 1 is taken\nexpected: `let (a, b) = cell(…);`\n   found: `let a = cell(…);`"
        );
    }
}
