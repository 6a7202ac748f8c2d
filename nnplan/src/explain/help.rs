//! What to write instead.

use super::functions;
use super::{EMPTY, Site, Step, quoted, same};
use crate::{Fault, Text, UNKNOWN};

pub(super) const fn help(fault: &Fault, site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    let last = &trail[trail.len() - 1];
    match *fault {
        Fault::Input { expected, channels, .. } => {
            let text = EMPTY.str("write `");
            let text = if channels { text.size(expected) } else { product(text, expected, trail) };
            text.str("`")
        }
        Fault::Rank { .. } if same(site.kind, "BatchNorm1d") => EMPTY.str("write `BatchNorm2d`"),
        Fault::Rank { .. } if same(site.kind, "BatchNorm2d") => EMPTY.str("write `BatchNorm1d`"),
        Fault::Rank { min: 1, max, found }
            if max < found && max <= 2 && site.operands.len() == 1 =>
        {
            let text = EMPTY.str("write `").str(site.name).str("(flatten(").str(site.operands[0]);
            text.str("))`, which makes it [").size(last.shape.len()).str("]")
        }
        Fault::Rank { min: 1, max, found }
            if max < found && max <= 2 && site.operands.is_empty() =>
        {
            quoted(EMPTY.str("put `").str(free_name(trail)).str(": Flatten;` before "), site.name)
                .str(", which makes it [")
                .size(last.shape.len())
                .str("]")
        }
        Fault::Rank { min: 3, .. } => image_help(site, trail),
        Fault::Groups { groups, in_channels, out_channels } => {
            // The divisor nearest below, in a search that is felt by nobody; 1 divides both.
            let (mut d, last) = (groups, groups.saturating_sub(1 << 16));
            while d > 1 && !(divides(d, in_channels) && divides(d, out_channels)) {
                d = if d - 1 > last { d - 1 } else { 1 };
            }
            // Channels that are not mapped to others are cut by an argument without a name.
            let name = if out_channels == UNKNOWN { "" } else { "groups = " };
            EMPTY.str("write `").str(name).size(d).str("`")
        }
        Fault::Depthwise { in_channels, out_channels } => {
            match out_channels.checked_next_multiple_of(in_channels) {
                Some(n) => EMPTY.str("write `").size(n).str("`"),
                None => EMPTY,
            }
        }
        Fault::Kernel { span, horizontal, .. } if same(site.kind, "Conv2d") => {
            let input = last.shape.dim(if horizontal { 2 } else { 1 });
            let padding = span.saturating_sub(input).div_ceil(2);
            EMPTY.str("write `padding = ").size(padding).str("`, or a smaller kernel")
        }
        Fault::PoolPadding { limit, .. } => EMPTY.str("write `padding = ").size(limit).str("`"),
        _ => functions::help(fault, site),
    }
}

pub(super) const fn divides(d: usize, n: usize) -> bool {
    n == UNKNOWN || n.is_multiple_of(d)
}

/// A name for a `Flatten` that no layer so far has.
const fn free_name(trail: &[Step<'_>]) -> &'static str {
    let names = ["flat", "flatten", "flat2"];
    let mut n = 0;
    while n + 1 < names.len() {
        let (mut i, mut free) = (0, true);
        while i < trail.len() {
            free &= !same(trail[i].name, names[n]);
            i += 1;
        }
        if free {
            break;
        }
        n += 1;
    }
    names[n]
}

/// How an image layer gets an image: before a `Flatten`, or from another input.
const fn image_help(site: &Site<'_>, trail: &[Step<'_>]) -> Text {
    let mut i = 1;
    while i < trail.len() {
        if same(trail[i].kind, "Flatten") {
            let text = quoted(EMPTY.str("put "), site.name).str(" before ");
            return quoted(text, trail[i].name);
        }
        i += 1;
    }
    let input = &trail[0].shape;
    if trail.len() > 1 || !input.is_known() {
        return EMPTY;
    }
    if input.rank() == 2 {
        return EMPTY
            .str("declare `input: [1, ")
            .size(input.dim(0))
            .str(", ")
            .size(input.dim(1))
            .str("];`");
    }
    let pixels = input.len();
    let side = pixels.isqrt();
    let third = (pixels / 3).isqrt();
    if side * side == pixels {
        EMPTY.str("declare `input: [1, ").size(side).str(", ").size(side).str("];`")
    } else if 3 * third * third == pixels {
        EMPTY.str("declare `input: [3, ").size(third).str(", ").size(third).str("];`")
    } else {
        EMPTY
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
