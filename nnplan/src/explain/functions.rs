//! The texts of functions of values: their operands are named as they are written.

use super::{EMPTY, Site, pair, quoted, same, with_source};
use crate::{AXES, Fault, MatMul, Shape, Text, UNKNOWN};

/// The source of operand `i`; `otherwise` where there is none.
pub(super) const fn operand(text: Text, site: &Site<'_>, i: usize, otherwise: &str) -> Text {
    if i < site.operands.len() { quoted(text, site.operands[i]) } else { text.str(otherwise) }
}

/// The text, and the source if that says more.
const fn sourced(text: Text, site: &Site<'_>) -> Text {
    if site.source.is_empty() || same(site.source, text.as_str()) {
        text
    } else {
        text.str(" (").str(site.source).str(")")
    }
}

/// A shape with `_` in the places of `any`: whatever is there.
const fn pattern(shape: &Shape, any: [bool; AXES]) -> Text {
    let (mut text, mut i) = (EMPTY.str("["), 0);
    while i < shape.rank() {
        text = text.str(if i > 0 { ", " } else { "" });
        text = if any[i] { text.str("_") } else { text.size(shape.dim(i)) };
        i += 1;
    }
    text.str("]")
}

/// The headline, what was expected and what was found.
pub(super) const fn headline(fault: &Fault, site: &Site<'_>, last: &str) -> Text {
    let name = quoted(EMPTY, site.name);
    match *fault {
        Fault::Unequal { left, right } => {
            let text = name.str(" needs two equal shapes, but ");
            let text = both(text, site, &left, &right);
            pair(text, EMPTY.shape(&left), EMPTY.shape(&right))
        }
        Fault::Concat { axis, index, first, other } => {
            let text = name.str(" along axis ").size(axis);
            let text = text.str(" needs equal sizes on the other axes, but ");
            let text = operand(text, site, index, "one of its values").str(" is ").shape(&other);
            let mut any = [false; AXES];
            if axis < AXES {
                any[axis] = true;
            }
            pair(text, pattern(&first, any), EMPTY.shape(&other))
        }
        Fault::Operands { min, max, found } => {
            let text = name.str(" takes ").size(min).str(" to ").size(max);
            let text = text.str(" values, but there are ").size(found);
            pair(text, EMPTY.size(min).str(" to ").size(max), EMPTY.size(found))
        }
        Fault::Product { left, right, transposed } => {
            let text = both(name.str(" multiplies rows by columns, but "), site, &left, &right);
            pair(text, right_operand(&left, transposed), EMPTY.shape(&right))
        }
        Fault::Rows { expected, found } => {
            let text = name.str(" has ").size(found).str(" rows, but ");
            let text = if site.operands.is_empty() {
                quoted(text, last)
            } else {
                operand(text, site, 0, "")
            };
            let text = text.str(" provides integers below ").size(expected);
            let found = with_source(EMPTY.size(found), found, site.source);
            pair(text, EMPTY.size(expected).str(" or more"), found)
        }
        _ => of_one(fault, name, site),
    }
}

/// The same for functions of one value.
const fn of_one(fault: &Fault, name: Text, site: &Site<'_>) -> Text {
    match *fault {
        Fault::Slice { start, end, size } => {
            let range = EMPTY.size(start).str("..").size(end);
            let text = name.str(" takes ").str(range.as_str()).str(" of an axis");
            let text = if size == UNKNOWN { text } else { text.str(" of size ").size(size) };
            let text = if start >= end { text.str(", which is nothing") } else { text };
            let expected = if size == UNKNOWN {
                EMPTY.str("a start below the end")
            } else {
                EMPTY.str("a range within 0..").size(size)
            };
            pair(text, expected, sourced(range, site))
        }
        Fault::Parts { parts, size } => {
            let text = name.str(" makes ").size(parts).str(" equal parts, but the axis of ");
            let text = operand(text, site, 0, "the value").str(" has ").size(size);
            pair(text, EMPTY.str("a multiple of ").size(parts), EMPTY.size(size))
        }
        Fault::Permutation { rank, found } => {
            let text = name.str(" names each axis once, but ");
            let text = operand(text, site, 0, "the value").str(" has ").size(rank);
            let expected = EMPTY.str("0 to ").size(rank.saturating_sub(1)).str(" in some order");
            let found = if site.source.is_empty() {
                EMPTY.size(found).str(if found == rank {
                    " axes, one of them twice"
                } else {
                    " axes"
                })
            } else {
                EMPTY.str(site.source)
            };
            pair(text, if rank > 1 { expected } else { EMPTY.str("0") }, found)
        }
        Fault::Expand { input, to } => {
            let text = name.str(" repeats axes of size 1, but ");
            let text = operand(text, site, 0, "the value").str(" is ").shape(&input);
            let (mut ones, mut i) = ([false; AXES], 0);
            while i < AXES {
                ones[i] = input.dim(i) == 1;
                i += 1;
            }
            pair(text, pattern(&input, ones), sourced(EMPTY.shape(&to), site))
        }
        Fault::Elements { expected, found } => {
            let text = operand(name.str(" keeps every element, but "), site, 0, "the value");
            let text = text.str(" has ").size(expected).str(" and the new shape ").size(found);
            pair(text, EMPTY.size(expected), with_source(EMPTY.size(found), found, site.source))
        }
        _ => EMPTY,
    }
}

/// `a` is [4, 8] and `b` is [4, 8]
const fn both(text: Text, site: &Site<'_>, left: &Shape, right: &Shape) -> Text {
    let text = operand(text, site, 0, "the left value").str(" is ").shape(left);
    operand(text.str(" and "), site, 1, "the right one").str(" is ").shape(right)
}

/// What the right operand of a product has to be, given the left one.
const fn right_operand(left: &Shape, transposed: [bool; 2]) -> Text {
    let rank = left.rank();
    if rank < 2 {
        return EMPTY.str("rows of as many elements");
    }
    // Along k the two are equal, and where each product has its own pair.
    let k = left.dim(if transposed[0] { rank - 2 } else { rank - 1 });
    let at = if transposed[1] { rank - 1 } else { rank - 2 };
    let (shape, mut any) = (left.with(at, k), [false; AXES]);
    any[if transposed[1] { rank - 2 } else { rank - 1 }] = true;
    pattern(&shape, any)
}

/// The help, if there is any.
pub(super) const fn help(fault: &Fault, site: &Site<'_>) -> Text {
    match *fault {
        Fault::Slice { start, end, size } if start < size && end > size && size != UNKNOWN => {
            EMPTY.str("write `").size(start).str("..").size(size).str("`")
        }
        Fault::Rows { expected, .. } => EMPTY.str("write `").size(expected).str("`"),
        Fault::Product { left, right, transposed } => product(&left, &right, transposed, site),
        Fault::Unequal { left, right } if site.operands.len() == 2 => {
            let [a, b] = [
                stretched(&left, &right, site.operands[0]),
                stretched(&right, &left, site.operands[1]),
            ];
            if !a.is_empty() {
                let text = EMPTY.str("write `").str(a.as_str()).str(" ").str(site.name).str(" ");
                within(text, site.operands[1]).str("`")
            } else if !b.is_empty() {
                let text = within(EMPTY.str("write `"), site.operands[0]);
                text.str(" ").str(site.name).str(" ").str(b.as_str()).str("`")
            } else {
                EMPTY
            }
        }
        _ => EMPTY,
    }
}

/// The value `written` of shape `from`, repeated so that its shape is `to`, if that can be: as PyTorch stretches it, the last
/// axes side by side, or a number for each channel.
const fn stretched(from: &Shape, to: &Shape, written: &str) -> Text {
    if !from.is_known() || !to.is_known() || from.rank() > to.rank() {
        return EMPTY;
    }
    let Some(padded) = padded(from, to) else { return EMPTY };
    let text = EMPTY.str("expand(");
    let text = if from.rank() == to.rank() {
        text.str(written)
    } else {
        text.str("reshape(").str(written).str(", ").shape(&padded).str(")")
    };
    text.str(", ").shape(to).str(")")
}

/// An operand beside another one: a sum stands in parentheses.
const fn within(text: Text, written: &str) -> Text {
    let (bytes, mut i, mut depth, mut is_sum) = (written.as_bytes(), 0, 0, false);
    while i < bytes.len() {
        match bytes[i] {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b' ' if depth == 0 => is_sum = true,
            _ => {}
        }
        i += 1;
    }
    if is_sum { text.str("(").str(written).str(")") } else { text.str(written) }
}

/// The shape `from` with axes of size 1, so that each of its sizes is 1 or that of `to`.
const fn padded(from: &Shape, to: &Shape) -> Option<Shape> {
    let (mut ahead, mut behind) = (*from, *from);
    while ahead.rank() < to.rank() {
        ahead = ahead.inserted(0);
        behind = behind.inserted(behind.rank());
    }
    if stretches(&ahead, to) {
        Some(ahead)
    } else if from.rank() == 1 && stretches(&behind, to) {
        Some(behind)
    } else {
        None
    }
}

const fn stretches(from: &Shape, to: &Shape) -> bool {
    let mut i = 0;
    while i < to.rank() {
        if from.dim(i) != 1 && from.dim(i) != to.dim(i) {
            return false;
        }
        i += 1;
    }
    true
}

/// The call with operands transposed so that they fit.
const fn product(left: &Shape, right: &Shape, now: [bool; 2], site: &Site<'_>) -> Text {
    if site.operands.len() != 2 || !left.is_known() || !right.is_known() {
        return EMPTY;
    }
    let ways = [[now[0], !now[1]], [!now[0], now[1]], [!now[0], !now[1]]];
    let mut i = 0;
    while i < ways.len() {
        let [a, b] = ways[i];
        if MatMul::new(*left, *right, a, b).fault().is_none() {
            let text = EMPTY.str("write `").str(site.name).str("(").str(site.operands[0]);
            let text = text.str(", ").str(site.operands[1]);
            let text = if a { text.str(", transpose_a = true") } else { text };
            let text = if b { text.str(", transpose_b = true") } else { text };
            return text.str(")`");
        }
        i += 1;
    }
    EMPTY
}
