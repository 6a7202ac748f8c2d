//! The text of a fault: what, expected, found, the shapes so far, help.

mod budget;
mod functions;
mod help;

pub use budget::{Largest, Limit, check_budget, refuse, told_flash, told_memory};
use help::{divides, help};

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
    /// The values that it is given, as the user wrote them; empty where they are not written.
    pub operands: &'a [&'a str],
}

/// A [`Site`].
#[must_use]
pub const fn site<'a>(
    name: &'a str,
    kind: &'a str,
    source: &'a str,
    operands: &'a [&'a str],
) -> Site<'a> {
    Site { name, kind, source, operands }
}

/// A [`Step`].
#[must_use]
pub const fn step<'a>(line: usize, name: &'a str, kind: &'a str, shape: Shape) -> Step<'a> {
    Step { line, name, kind, shape }
}

/// The message of `fault` at `site`; `trail` is what was passed, the input first.
///
/// What the help tells to write replaces what is underlined, or is an option or an item to add.
#[must_use]
pub const fn explain(fault: &Fault, site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    let last = &trail[trail.len() - 1];
    let mut text = headline(fault, site, last);
    if matches!(
        fault,
        Fault::Input { .. }
            | Fault::Border { .. }
            | Fault::Rank { .. }
            | Fault::Kernel { .. }
            | Fault::Axis { .. }
    ) {
        text = shapes(text, trail);
    }
    match help(fault, site, trail) {
        help if help.is_empty() => text,
        help => text.str("\nhelp: ").str(help.as_str()),
    }
}

/// The empty text, of the capacity that messages have.
const EMPTY: Text = Text::EMPTY;

const fn quoted(text: Text, name: &str) -> Text {
    text.str("`").str(name).str("`")
}

/// `12544 inputs (64*14*14)`: the number, what it counts, and the source if that says more.
const fn sized(text: Text, n: usize, what: &str, source: &str) -> Text {
    with_source(text.size(n).str(" ").str(what), n, source)
}

const fn with_source(text: Text, n: usize, source: &str) -> Text {
    if source.is_empty() || same(source, EMPTY.size(n).as_str()) {
        text
    } else if source.as_bytes()[0] == b'(' {
        quoted(text.str(" in "), source) // a pair
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
    let name = quoted(EMPTY, site.name);
    match *fault {
        Fault::None => EMPTY,
        Fault::Input { expected, found, channels } => {
            let what = match (channels, found) {
                (true, 1) => "input channel",
                (true, _) => "input channels",
                (false, 1) => "input",
                (false, _) => "inputs",
            };
            let text = sized(name.str(" takes "), found, what, site.source).str(", but ");
            let text = quoted(text, last.name).str(" provides ").size(expected);
            pair(text, EMPTY.size(expected), EMPTY.size(found))
        }
        Fault::Rank { min, max, found } => {
            let of = same(site.name, "matmul");
            let text = name.str(" takes ").str(rank_name(min, of));
            let text = if max > min { text.str(" or ").str(rank_name(max, of)) } else { text };
            let expected = EMPTY.str(rank_sizes(min, of));
            let expected =
                if max > min { expected.str(" or ").str(rank_sizes(max, of)) } else { expected };
            if found != last.shape.rank() {
                // Of several values it is another one.
                let text = text.str(", but one of its values is ").str(rank_name(found, of));
                return pair(text, expected, EMPTY.str(rank_sizes(found, of)));
            }
            let text = quoted(text.str(", but "), last.name).str(" provides ");
            let text = text.str(rank_name(found, of)).str(" ").shape(&last.shape);
            pair(text, expected, EMPTY.shape(&last.shape))
        }
        Fault::Zero(arg) => {
            let what = match arg {
                Arg::Kernel if same(site.kind, "Conv2d") => "the kernel",
                _ => arg_name(arg),
            };
            let text = quoted(EMPTY.str(what).str(" of "), site.name).str(" is zero");
            pair(text, EMPTY.str("1 or more"), with_source(EMPTY.str("0"), 0, site.source))
        }
        Fault::Kernel { span, padded, horizontal } => {
            let axis = if horizontal { " columns" } else { " rows" };
            let text = quoted(EMPTY.str("the window of "), site.name).str(" covers ").size(span);
            let text = text.str(axis).str(", but its padded input has ").size(padded);
            pair(text, EMPTY.str("at most ").size(padded), EMPTY.size(span))
        }
        Fault::OutputPadding { .. } | Fault::Cut { .. } => transposed_headline(fault, site),
        Fault::Groups { .. } | Fault::Depthwise { .. } => channels_headline(fault, name, site),
        Fault::PoolPadding { .. } | Fault::PoolGap { .. } | Fault::Reflection { .. } => {
            pool_headline(fault, site)
        }
        Fault::Runs => name
            .str(" works along axes that lie in more than two places")
            .str("\nexpected: one or two groups of neighbours\n   found: three")
            .str("\nhelp: use two calls, each along some of them"),
        Fault::Axis { axis, rank } => axis_headline(name, axis, rank, site, last),
        Fault::Overflow => {
            let text = quoted(EMPTY.str("a tensor or window of "), site.name);
            let text = text.str(" has more than 2^40 elements");
            pair(text, EMPTY.str("at most 1099511627776"), EMPTY.str("more"))
        }
        Fault::Border { takes, found, operand } => {
            let text = quoted(name.str(" is a "), site.kind).str(" and takes ").shape(&takes);
            let text = if operand == 0 {
                quoted(text.str(", but "), last.name).str(" provides ").shape(&found)
            } else {
                let text = text.str(" as value ").size(operand + 1).str(", but ");
                functions::operand(text, site, operand, "it").str(" is ").shape(&found)
            };
            pair(text, EMPTY.shape(&found), EMPTY.shape(&takes))
        }
        _ => functions::headline(fault, site, last.name),
    }
}

const fn channels_headline(fault: &Fault, name: Text, site: &Site<'_>) -> Text {
    match *fault {
        Fault::Groups { groups, in_channels, out_channels } => {
            let of_input = !divides(groups, in_channels);
            let channels = if of_input { in_channels } else { out_channels };
            let text = EMPTY.str("the ").size(channels);
            let text = text.str(if of_input { " input" } else { " output" }).str(" channels of ");
            let text = quoted(text, site.name).str(" do not divide into ").size(groups);
            pair(
                text.str(" groups"),
                divisors(in_channels, out_channels),
                with_source(EMPTY.size(groups), groups, site.source),
            )
        }
        Fault::Depthwise { in_channels, out_channels } => {
            let text = name.str(" is depthwise, but its ").size(out_channels);
            let text = text.str(" output channels are not a multiple of its ").size(in_channels);
            pair(
                text.str(" input channels"),
                EMPTY.str("a multiple of ").size(in_channels),
                with_source(EMPTY.size(out_channels), out_channels, site.source),
            )
        }
        _ => EMPTY,
    }
}

const fn pool_headline(fault: &Fault, site: &Site<'_>) -> Text {
    match *fault {
        Fault::PoolPadding { padding, limit } => {
            let text = quoted(EMPTY.str("the padding of "), site.name);
            let text = text.str(" is more than half its window");
            pair(text, EMPTY.str("at most ").size(limit), EMPTY.size(padding))
        }
        Fault::PoolGap { dilation, input, horizontal } => {
            let text = quoted(EMPTY.str("the window of "), site.name);
            let text = text.str(" can step over the whole input: its ");
            let text = text.str(if horizontal { "columns" } else { "rows" }).str(" lie ");
            let text = text.size(dilation).str(" apart");
            pair(text, EMPTY.str("at most ").size(input), EMPTY.size(dilation))
        }
        Fault::Reflection { padding, size, horizontal } => {
            let text = quoted(EMPTY, site.name).str(" reflects ").size(padding);
            let text = text.str(if horizontal { " columns" } else { " rows" });
            let text = text.str(" of an image that has ").size(size);
            pair(text, EMPTY.str("at most ").size(size - 1), EMPTY.size(padding))
        }
        _ => EMPTY,
    }
}

const fn transposed_headline(fault: &Fault, site: &Site<'_>) -> Text {
    match *fault {
        Fault::OutputPadding { padding, stride } => {
            let text = quoted(EMPTY.str("`output_padding` of "), site.name);
            let text = text.str(" is below its stride, which is ").size(stride);
            pair(text, EMPTY.str("at most ").size(stride - 1), EMPTY.size(padding))
        }
        Fault::Cut { padding, size, horizontal } => {
            let text = quoted(EMPTY.str("the padding of "), site.name);
            let text = text.str(" cuts off ").size(padding);
            let text = text.str(if horizontal { " columns" } else { " rows" });
            let text = text.str(", and there are ").size(size);
            pair(text, EMPTY.str("at most ").size(size - 1).str(" in all"), EMPTY.size(padding))
        }
        _ => EMPTY,
    }
}

/// Whether `axes` of a layer is how many axes make a row, rather than one of them.
const fn is_of_rows(kind: &str) -> bool {
    same(kind, "LayerNorm") || same(kind, "RmsNorm")
}

const fn axis_headline(
    name: Text,
    axis: usize,
    rank: usize,
    site: &Site<'_>,
    last: &Step<'_>,
) -> Text {
    // A layer norm counts axes, a softmax names one.
    let counts = is_of_rows(site.kind);
    let text = if counts {
        name.str(" normalises ").size(axis).str(" axes")
    } else {
        name.str(" works along axis ").size(axis)
    };
    let text = quoted(text.str(", but "), last.name).str(" provides ").shape(&last.shape);
    let (first, end) = if counts { (1, rank) } else { (0, rank - 1) };
    let expected = EMPTY.size(first);
    let expected = if end > first { expected.str(" to ").size(end) } else { expected };
    pair(text, expected, with_source(EMPTY.size(axis), axis, site.source))
}

/// `a divisor of 32 and 48`
const fn divisors(a: usize, b: usize) -> Text {
    let text = EMPTY.str("a divisor of ");
    match (a, b) {
        (UNKNOWN, _) => text.size(b),
        (_, UNKNOWN) => text.size(a),
        _ if a == b => text.size(a),
        _ => text.size(a).str(" and ").size(b),
    }
}

/// `stack`: whether it multiplies matrices.
const fn rank_name(rank: usize, stack: bool) -> &'static str {
    match rank {
        1 => "a vector",
        2 => "a matrix",
        3 if stack => "a stack of matrices",
        3 => "an image",
        _ => "a value",
    }
}

const fn rank_sizes(rank: usize, stack: bool) -> &'static str {
    match rank {
        1 => "[features]",
        2 => "[rows, columns]",
        3 if stack => "[matrices, rows, columns]",
        3 => "[channels, height, width]",
        _ => "a shape",
    }
}

const fn arg_name(arg: Arg) -> &'static str {
    match arg {
        Arg::Kind => "a size",
        Arg::Input => "the input size",
        Arg::Output => "the output size",
        Arg::Kernel => "the window",
        Arg::Stride => "`stride`",
        Arg::Padding => "`padding`",
        Arg::Dilation => "`dilation`",
        Arg::OutputPadding => "`output_padding`",
        Arg::Groups => "`groups`",
        Arg::Axis | Arg::Axes => "the number of axes",
        Arg::Scale => "`scale`",
        Arg::Range => "the range",
        Arg::Shape => "a size of the new shape",
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
        text = text.left(step.name, names + 2);
        if kinds > 0 {
            text = text.left(step.kind, kinds + 2);
        }
        text = text.shape(&step.shape);
        i += 1;
    }
    text
}

/// The text of `fault`, for a network that is generic over sizes: it is raised where the network is used. Nothing if there
/// is none.
#[must_use]
pub const fn told(fault: Fault, site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    if fault.is_none() { EMPTY } else { explain(&fault, site, trail) }
}

/// Raises what is wrong with a network that is generic over sizes.
///
/// # Panics
/// When there is something; in a `const`, so at compile time.
#[track_caller]
pub const fn raise(what: &str, fault: &Text) {
    if !fault.is_empty() {
        panic!("{}", EMPTY.str("in ").str(what).str(": ").str(fault.as_str()).as_str());
    }
}

/// Requires something of a constant. (rustc shows the caller's line; of an `assert!` with a text of several lines it shows the
/// standard library's, if its source is there.)
///
/// # Panics
/// When it does not hold; in a `const`, so at compile time.
#[track_caller]
pub const fn require(holds: bool, text: &str) {
    if !holds {
        panic!("{}", text);
    }
}

/// A rank that a value at the border of a network may have, or 0.
#[must_use]
pub const fn border_rank(rank: usize) -> usize {
    if rank > 3 { 0 } else { rank }
}

/// Reports that the output `name` has too many sizes.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_output(name: &str, shape: Shape) {
    if border_rank(shape.rank()) < shape.rank() {
        let text = EMPTY.str("an output has up to 3 sizes beside the batch, but ");
        let text = quoted(text, name).str(" has ").size(shape.rank());
        let text = pair(text, EMPTY.str("`[a, b, c]`, `[a, b]` or `[a]`"), EMPTY.shape(&shape));
        panic!("{}", text.str("\nhelp: merge two of them, with `reshape`").as_str());
    }
}

/// Reports `fault`, if it lies at one of `args`, from a constant of the network: an error of the compiler at
/// the caller's tokens. Used where the macro could not see a number.
///
/// # Panics
/// When there is such a fault; in a `const`, so at compile time.
#[track_caller]
pub const fn check(fault: Fault, args: &[Arg], site: &Site<'_>, trail: &[Step<'_>]) {
    if fault.is_none() {
        return;
    }
    let mut i = 0;
    while i < args.len() {
        if args[i] as u8 == fault.arg() as u8 {
            panic!("{}", explain(&fault, site, trail).as_str());
        }
        i += 1;
    }
}
