//! A line about progress, in the columns that there are.

use console::{measure_text_width, truncate_str};
use core::fmt;
use std::format;
use std::string::String;
use std::time::Duration;
use std::vec::Vec;

const LONGEST_BAR: usize = 24;
const SHORTEST_BAR: usize = 6;

/// What a line tells, in its order.
pub(super) struct Facts<'a> {
    label: &'a str,
    done: u64,
    total: u64,
    unit: &'a str,
    /// Each with whether it goes before the others.
    further: Vec<(String, bool)>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(label: &'a str, done: u64, total: u64, unit: &'a str) -> Self {
        Self { label, done, total, unit, further: Vec::new() }
    }

    /// Adds a fact. Where columns are short the last one goes first.
    pub(super) fn add(&mut self, text: String) {
        self.further.push((text, false));
    }

    /// Adds a fact that goes before the others do.
    pub(super) fn add_less(&mut self, text: String) {
        self.further.push((text, true));
    }

    /// Everything, for a log.
    pub(super) fn line(&self) -> String {
        let Self { label, done, total, unit, further } = self;
        let further: Vec<&str> = further.iter().map(|(text, _)| &**text).collect();
        format!("{label}  {done}/{total} {unit}  {}", further.join("  "))
    }

    /// A bar, and what fits beside it into so many columns.
    pub(super) fn bar(&self, columns: usize) -> String {
        let Self { label, done, total, .. } = self;
        let count = format!("{done}/{total}");
        let mut shown: Vec<&(String, bool)> = self.further.iter().collect();
        let width_of = |shown: &[&(String, bool)]| {
            let further = shown.iter().map(|(text, _)| 2 + measure_text_width(text));
            measure_text_width(label) + 2 + count.len() + further.sum::<usize>()
        };
        while width_of(&shown) > columns && !shown.is_empty() {
            let first = shown.iter().position(|(_, is_less)| *is_less);
            shown.remove(first.unwrap_or(shown.len() - 1));
        }
        let width = width_of(&shown);
        if width > columns {
            return truncate_str(&format!("{count}  {label}"), columns, "").into();
        }
        let bar = (columns - width).saturating_sub(2).min(LONGEST_BAR);
        let bar = if bar < SHORTEST_BAR { String::new() } else { drawn(*done, *total, bar) + "  " };
        let mut line = format!("{label}  {bar}{count}");
        shown.iter().for_each(|(text, _)| line.extend(["  ", text]));
        line
    }
}

fn drawn(done: u64, total: u64, columns: usize) -> String {
    let full = (done as f64 / total.max(1) as f64 * columns as f64) as usize;
    let full = full.min(columns);
    "█".repeat(full) + &"░".repeat(columns - full)
}

/// Seconds, as people write them.
pub(super) struct Span(pub(super) f64);

impl Span {
    /// What is left, if it goes on as it went.
    pub(super) fn left(elapsed: Duration, done: u64, total: u64) -> Self {
        Self(elapsed.as_secs_f64() * total.saturating_sub(done) as f64 / done.max(1) as f64)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0;
        if seconds < 10.0 {
            return write!(f, "{seconds:.1} s");
        }
        let whole = (seconds + 0.5) as u64;
        match whole {
            0..60 => write!(f, "{whole} s"),
            60..3600 => write!(f, "{} min {:02} s", whole / 60, whole % 60),
            _ => write!(f, "{} h {:02} min", whole / 3600, whole % 3600 / 60),
        }
    }
}
