//! Budgets that are exceeded: of memory, for training and for inference, and of flash.

use super::{EMPTY, pair, quoted, same};
use crate::{Live, Text, add, align, mul};

/// What begins where most is alive, and how many elements that is; `None` of nothing.
const fn peak(held: &[(&str, Live)]) -> Option<(usize, usize)> {
    let (mut i, mut fullest, mut most) = (0, None, 0);
    while i < held.len() {
        let (mut k, mut alive) = (0, 0);
        while k < held.len() {
            if held[k].1.holds(held[i].1.first) {
                alive = add(alive, align(held[k].1.size));
            }
            k += 1;
        }
        if alive > most {
            (fullest, most) = (Some((i, alive)), alive);
        }
        i += 1;
    }
    fullest
}

/// Where most is alive, what takes the most: its name and its elements.
const fn largest_at_peak<'a>(held: &[(&'a str, Live)]) -> Option<(&'a str, usize)> {
    let Some((mut largest, _)) = peak(held) else { return None };
    let (step, mut k) = (held[largest].1.first, 0);
    while k < held.len() {
        if held[k].1.holds(step) && held[k].1.size > held[largest].1.size {
            largest = k;
        }
        k += 1;
    }
    Some((held[largest].0, held[largest].1.size))
}

/// Reports that training `name` on batches of `batch` samples takes more than `limit` bytes.
///
/// # Panics
/// Then; in a `const`, so at compile time.
#[track_caller]
pub const fn check_budget(
    name: &str,
    bytes: usize,
    batch: usize,
    limit: usize,
    held: &[(&str, Live)],
) {
    if bytes > limit {
        let text = quoted(EMPTY.str("training "), name).str(" on batches of ").size(batch);
        let text = text.str(" takes ").size(bytes).str(" bytes, parameters and gradients included");
        let text = match largest_at_peak(held) {
            Some((layer, size)) => quoted(text.str("; at its peak "), layer)
                .str(" holds the most, ")
                .size(mul(4 * size, batch))
                .str(" bytes"),
            None => text,
        };
        let text = pair(
            text,
            EMPTY.str("at most ").size(limit).str(" bytes"),
            EMPTY.size(bytes).str(" bytes"),
        );
        panic!("{}", text.str("\nhelp: raise the limit, or write a smaller batch").as_str());
    }
}

/// What a budget of memory for inference, or of flash, allows: `64 KiB`.
#[derive(Clone, Copy, Debug)]
pub struct Limit<'a> {
    /// The number before the unit.
    pub amount: usize,
    /// Bytes of the unit.
    pub unit: usize,
    /// The unit's word.
    pub word: &'a str,
}

impl Limit<'_> {
    const fn bytes(&self) -> usize {
        mul(self.amount, self.unit)
    }

    /// `49 KiB`: bytes in the unit, rounded up.
    const fn told(&self, bytes: usize) -> Text {
        EMPTY.size(bytes.div_ceil(self.unit)).str(" ").str(self.word)
    }
}

/// How many names [`Largest`] keeps: more than are shown, since what has a name twice is added up.
const ROOM: usize = 16;

/// How many of them are shown.
const SHOWN: usize = 4;

/// Of what takes room, the largest first: names, and bytes.
#[derive(Clone, Copy, Debug)]
pub struct Largest<'a> {
    all: [(&'a str, usize); ROOM],
    len: usize,
}

impl<'a> Largest<'a> {
    /// Nothing.
    pub const NONE: Self = Self { all: [("", 0); ROOM], len: 0 };

    /// With another one, or with more bytes of one that is there; the smallest goes where there is no room.
    #[must_use]
    pub const fn with(mut self, name: &'a str, bytes: usize) -> Self {
        let mut i = 0;
        while i < self.len && !same(self.all[i].0, name) {
            i += 1;
        }
        let mut sum = bytes;
        if i < self.len {
            sum = add(self.all[i].1, bytes);
        } else if self.len < ROOM {
            self.len += 1;
        } else if self.all[i - 1].1 < bytes {
            i -= 1;
        } else {
            return self;
        }
        while i > 0 && self.all[i - 1].1 < sum {
            self.all[i] = self.all[i - 1];
            i -= 1;
        }
        self.all[i] = (name, sum);
        self
    }

    /// What of `held` is alive where most is.
    const fn alive_at_peak(mut self, held: &[(&'a str, Live)]) -> Self {
        let Some((first, _)) = peak(held) else { return self };
        let (step, mut i) = (held[first].1.first, 0);
        while i < held.len() {
            let (name, live) = &held[i];
            if live.holds(step) && live.size > 0 {
                self = self.with(name, mul(4, align(live.size)));
            }
            i += 1;
        }
        self
    }
}

/// What is said of an inference of `name` on one sample that works on more memory than the budget allows; nothing
/// where it does not.
///
/// `beside` are the parts of its memory that are there all the time, each with its layers and their live ranges;
/// `locals` those of which one at a time is.
#[must_use]
pub const fn told_memory(
    name: &str,
    bytes: usize,
    limit: &Limit<'_>,
    beside: &[&[(&str, Live)]],
    locals: &[&[(&str, Live)]],
) -> Text {
    if bytes <= limit.bytes() {
        return EMPTY;
    }
    let (mut largest, mut i) = (Largest::NONE, 0);
    while i < beside.len() {
        largest = largest.alive_at_peak(beside[i]);
        i += 1;
    }
    let (mut i, mut local, mut most): (usize, &[(&str, Live)], usize) = (0, &[], 0);
    while i < locals.len() {
        match peak(locals[i]) {
            Some((_, elements)) if elements > most => (local, most) = (locals[i], elements),
            _ => {}
        }
        i += 1;
    }
    largest = largest.alive_at_peak(local);
    let text = quoted(EMPTY.str("an inference of "), name).str(" works on ").size(bytes);
    let text = text.str(" bytes of memory");
    exceeded(text, bytes, limit, "alive at the peak:", &largest)
}

/// What is said of tensors of `name` that take more flash than the budget allows; nothing where they do not.
#[must_use]
pub const fn told_flash(
    name: &str,
    bytes: usize,
    limit: &Limit<'_>,
    largest: &Largest<'_>,
) -> Text {
    if bytes <= limit.bytes() {
        return EMPTY;
    }
    let text = quoted(EMPTY.str("the tensors of "), name).str(" take ").size(bytes);
    exceeded(text.str(" bytes of flash"), bytes, limit, "the largest:", largest)
}

const fn exceeded(
    text: Text,
    bytes: usize,
    limit: &Limit<'_>,
    title: &str,
    largest: &Largest<'_>,
) -> Text {
    let text = text.str(", ").size(bytes - limit.bytes()).str(" over the budget");
    let expected = EMPTY.str("at most ").size(limit.amount).str(" ").str(limit.word);
    let mut text = pair(text, expected, limit.told(bytes));
    let help = quoted(EMPTY, limit.told(bytes).as_str());
    if largest.len == 0 {
        return text.str("\nhelp: write ").str(help.as_str());
    }
    text = text.str("\n").str(title);
    let (mut i, mut width) = (0, 0);
    while i < largest.len && i < SHOWN {
        let len = largest.all[i].0.len();
        width = if len > width { len } else { width };
        i += 1;
    }
    let mut i = 0;
    while i < largest.len && i < SHOWN {
        let (name, bytes) = largest.all[i];
        text = text.str("\n  ").left(name, width + 2).size(bytes).str(" bytes");
        i += 1;
    }
    let text = text.str("\nhelp: write ").str(help.as_str()).str(", or make ");
    quoted(text, largest.all[0].0).str(" smaller")
}

/// Raises what is said of a budget.
///
/// # Panics
/// When there is something; in a `const`, so at compile time.
#[track_caller]
pub const fn refuse(text: &Text) {
    if !text.is_empty() {
        panic!("{}", text.as_str());
    }
}
