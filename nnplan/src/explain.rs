//! The text of a fault: what, expected, found, the shapes so far, help.

use crate::{Arg, Fault, Shape, Text, UNKNOWN};

/// A layer that was passed on the way: one line of "shapes up to here".
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Its line in the source; 0 when unknown.
    pub line: usize,
    /// Its name.
    pub name: &'a str,
    /// Its kind; empty for the input.
    pub kind: &'a str,
    /// The shape of its output.
    pub shape: Shape,
}

/// Where a fault was found.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The layer's name.
    pub name: &'a str,
    /// Its kind.
    pub kind: &'a str,
    /// The expression underlined, as the user wrote it; empty if there is none.
    pub source: &'a str,
    /// The size on the other side of the arrow as written, for the help; empty if there is none.
    pub output: &'a str,
}

/// The message of `fault` at `site`; `trail` is what was passed, the input first.
#[must_use]
pub const fn explain(fault: &Fault, site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    let last = &trail[trail.len() - 1];
    let what = headline(fault, site, last);
    let text = shapes(what, trail);
    match help(fault, site, trail) {
        help if help.is_empty() => text,
        help => text.str("\nhelp: ").str(help.as_str()),
    }
}

const fn quoted(text: Text, name: &str) -> Text {
    text.str("`").str(name).str("`")
}

/// `12544 inputs (64*14*14)`: the number, what it counts, and the source if that says more.
const fn sized(text: Text, n: usize, what: &str, source: &str) -> Text {
    let text = text.size(n).str(" ").str(what);
    let number = Text::<4096>::EMPTY.size(n);
    if source.is_empty() || same(source, number.as_str()) {
        text
    } else {
        text.str(" (").str(source).str(")")
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

const fn pair(text: Text, expected: Text, found: Text) -> Text {
    text.str("\nexpected: ").str(expected.as_str()).str("\n   found: ").str(found.as_str())
}

const fn headline(fault: &Fault, site: &Site<'_>, last: &Step<'_>) -> Text {
    let text = quoted(Text::<4096>::EMPTY, site.name);
    match *fault {
        Fault::None => Text::<4096>::EMPTY,
        Fault::Input { expected, found, channels } => {
            let what = if channels { "input channels" } else { "inputs" };
            let text = sized(text.str(" takes "), found, what, site.source).str(", but ");
            let text = quoted(text, last.name).str(" provides ").size(expected);
            pair(text, Text::<4096>::EMPTY.size(expected), Text::<4096>::EMPTY.size(found))
        }
        Fault::Rank { min, max, found } => {
            let text = quoted(text.str(": "), site.kind).str(" takes ").str(rank_name(min));
            let text = if max > min { text.str(" or ").str(rank_name(max)) } else { text };
            let text =
                quoted(text.str(", but "), last.name).str(" provides ").str(rank_name(found));
            let text = text.str(" ").shape(&last.shape);
            let expected = Text::<4096>::EMPTY.str("rank ").size(min);
            let expected = if max > min { expected.str(" or ").size(max) } else { expected };
            pair(text, expected, Text::<4096>::EMPTY.str("rank ").size(found))
        }
        Fault::Zero(arg) => {
            let text = text.str(": ").str(arg_name(arg)).str(" is zero");
            pair(text, Text::<4096>::EMPTY.str("1 or more"), Text::<4096>::EMPTY.str("0"))
        }
        Fault::Kernel { span, padded, horizontal } => {
            let text = text
                .str(": its window covers ")
                .size(span)
                .str(if horizontal { " columns" } else { " rows" })
                .str(", but the padded input has ")
                .size(padded);
            pair(
                text,
                Text::<4096>::EMPTY.str("at most ").size(padded),
                Text::<4096>::EMPTY.size(span),
            )
        }
        Fault::Groups { groups, channels, output } => {
            let text = text
                .str(": ")
                .size(channels)
                .str(if output { " output" } else { " input" })
                .str(" channels do not divide into ")
                .size(groups)
                .str(" groups");
            pair(
                text,
                Text::<4096>::EMPTY.str("a divisor of ").size(channels),
                Text::<4096>::EMPTY.size(groups),
            )
        }
        Fault::PoolPadding { padding, limit } => {
            let text = text.str(": padding is more than half the window, so a window could lie in the padding alone");
            pair(
                text,
                Text::<4096>::EMPTY.str("at most ").size(limit),
                Text::<4096>::EMPTY.size(padding),
            )
        }
        Fault::PoolGap { dilation, input, horizontal } => {
            let text = text
                .str(": with its ")
                .str(if horizontal { "columns " } else { "rows " })
                .size(dilation)
                .str(" apart, a window can step over the whole image");
            pair(
                text,
                Text::<4096>::EMPTY.str("dilation at most ").size(input),
                Text::<4096>::EMPTY.size(dilation),
            )
        }
        Fault::Axis { axis, rank } => {
            let text = text.str(": there is no such axis in ").shape(&last.shape);
            let axes = matches_layer_norm(site.kind);
            let expected = if axes {
                Text::<4096>::EMPTY.str("1 to ").size(rank)
            } else {
                Text::<4096>::EMPTY.str("0 to ").size(rank - 1)
            };
            pair(text, expected, Text::<4096>::EMPTY.size(axis))
        }
        Fault::Overflow => {
            let text = text.str(": a tensor or window of this layer has more than 2^40 elements");
            pair(
                text,
                Text::<4096>::EMPTY.str("at most 1099511627776"),
                Text::<4096>::EMPTY.str("more"),
            )
        }
    }
}

const fn matches_layer_norm(kind: &str) -> bool {
    same(kind, "LayerNorm")
}

const fn rank_name(rank: usize) -> &'static str {
    match rank {
        1 => "a vector",
        2 => "a matrix",
        3 => "an image [channels, height, width]",
        _ => "a value",
    }
}

const fn arg_name(arg: Arg) -> &'static str {
    match arg {
        Arg::Kind => "a size",
        Arg::Input => "its input size",
        Arg::Output => "its output size",
        Arg::Kernel => "`kernel`",
        Arg::Stride => "`stride`",
        Arg::Padding => "`padding`",
        Arg::Dilation => "`dilation`",
        Arg::Groups => "`groups`",
        Arg::Axis => "its number of axes",
    }
}

/// The last four steps, one a line.
const fn shapes(text: Text, trail: &[Step<'_>]) -> Text {
    let mut text = text.str("\nshapes up to here:");
    let mut i = trail.len().saturating_sub(4);
    let (mut names, mut kinds, mut lines) = (0, 0, true);
    let mut k = i;
    while k < trail.len() {
        if trail[k].name.len() > names {
            names = trail[k].name.len();
        }
        if trail[k].kind.len() > kinds {
            kinds = trail[k].kind.len();
        }
        // An editor may say 0 or 1 for every line: then the column says nothing.
        if trail[k].line == 0 || (k > i && trail[k].line == trail[i].line) {
            lines = false;
        }
        k += 1;
    }
    if i > 0 {
        text = text.str("\n  …");
    }
    while i < trail.len() {
        let step = &trail[i];
        text = text.str("\n  ");
        if lines {
            text = text.str("line ").right(step.line as u64, 3).str("  ");
        }
        text = text.left(step.name, names + 2).left(step.kind, kinds + 2).shape(&step.shape);
        i += 1;
    }
    text
}

const fn help(fault: &Fault, site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    let last = &trail[trail.len() - 1];
    match *fault {
        Fault::Input { expected, channels, .. } => {
            let text = Text::<4096>::EMPTY.str("write `").str(site.kind).str("(");
            let text = if channels { text.size(expected) } else { product(text, expected, trail) };
            if site.output.is_empty() {
                text.str(")`")
            } else {
                text.str(" -> ").str(site.output).str(if channels { ", …)`" } else { ")`" })
            }
        }
        Fault::Rank { max, found, .. } if max < found && max <= 2 => Text::<4096>::EMPTY
            .str("put `flat: Flatten;` ahead of it: ")
            .shape(&last.shape)
            .str(" becomes [")
            .size(last.shape.len())
            .str("]"),
        Fault::Rank { min: 3, .. } => {
            Text::<4096>::EMPTY.str("an image layer must come ahead of `Flatten` and `Linear`")
        }
        Fault::Groups { channels, groups, .. } => {
            // The divisor nearest below.
            let mut d = if groups < channels { groups } else { channels };
            let last = d.saturating_sub(1 << 16); // a search that is felt by nobody
            while d > 1 && d > last && channels % d != 0 {
                d -= 1;
            }
            if channels % d != 0 {
                d = 1;
            }
            Text::<4096>::EMPTY.str("write `groups = ").size(d).str("`")
        }
        Fault::Kernel { span, padded, .. } => {
            let short = span - padded;
            Text::<4096>::EMPTY
                .str("write `padding = ")
                .size(short.div_ceil(2))
                .str("`, or a smaller kernel")
        }
        _ => Text::<4096>::EMPTY,
    }
}

/// `64*8*8` when the value came from flattening an image of these sizes, else the number.
const fn product(text: Text, expected: usize, trail: &[Step<'_>]) -> Text {
    let mut i = trail.len();
    while i > 1 {
        i -= 1;
        if same(trail[i].kind, "Flatten") {
            let image = &trail[i - 1].shape;
            if image.rank() > 1 && image.len() == expected && expected != UNKNOWN {
                let mut text = text;
                let mut k = 0;
                while k < image.rank() {
                    if k > 0 {
                        text = text.str("*");
                    }
                    text = text.size(image.dim(k));
                    k += 1;
                }
                return text;
            }
        }
    }
    text.size(expected)
}

/// Reports `fault` from a constant of the network: an error of the compiler at the caller's
/// tokens. Used where the macro could not see a number.
///
/// # Panics
/// When there is a fault; in a `const`, so at compile time.
#[track_caller]
pub const fn check(fault: Fault, site: &Site<'_>, trail: &[Step<'_>]) {
    if !fault.is_none() {
        panic!("{}", explain(&fault, site, trail).as_str());
    }
}
