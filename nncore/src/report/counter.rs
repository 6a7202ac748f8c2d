//! The progress of something that is counted.

use super::Mode;
use super::display::{Display, Pace};
use super::line::{Facts, Span};
use core::fmt;
use std::format;
use std::string::String;
use std::time::{Duration, Instant};

/// The progress of something that is counted and has no loss: of pictures that are read.
///
/// What takes less than a second is not mentioned.
///
/// ```
/// use nncore::report::{Counter, Mode};
///
/// let mut counter = Counter::new("reading", Mode::Quiet);
/// for done in 1..=100 {
///     counter.at(done, 100, "pictures");
/// }
/// counter.finish();
/// ```
pub struct Counter {
    label: String,
    started: Instant,
    last: (u64, u64, String),
    display: Display,
}

impl fmt::Debug for Counter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Counter").field("label", &self.label).finish_non_exhaustive()
    }
}

impl Counter {
    /// Nothing is shown yet: the total is not known.
    #[must_use]
    pub fn new(label: impl Into<String>, mode: Mode) -> Self {
        Self::on(Display::new(mode), label.into())
    }

    pub(super) fn on(display: Display, label: String) -> Self {
        Self { label, started: Instant::now(), last: (0, 0, String::new()), display }
    }

    /// So many of `total` are done; `unit` says of what: `pictures`.
    pub fn at(&mut self, done: usize, total: usize, unit: &str) {
        self.at_time(self.started.elapsed(), done as u64, total as u64, unit);
    }

    pub(super) fn at_time(&mut self, elapsed: Duration, done: u64, total: u64, unit: &str) {
        let is_due = self.display.is_due(Pace { elapsed, done, total });
        if is_due || done == total {
            self.last = (done, total, unit.into());
        }
        if is_due {
            let mut facts = Facts::new(&self.label, done, total, unit);
            let rate = done as f64 / elapsed.as_secs_f64().max(1e-9);
            facts.add_less(format!("{rate:.0} {unit}/s"));
            facts.add(format!("{} left", Span::left(elapsed, done, total)));
            self.display.show(&facts);
        }
    }

    /// Ends: removes the bar, or writes the last line if there was one before.
    pub fn finish(self) {
        let elapsed = self.started.elapsed();
        self.finish_at(elapsed);
    }

    pub(super) fn finish_at(mut self, elapsed: Duration) {
        let (done, total, unit) = &self.last;
        if self.display.has_shown() {
            let (label, took) = (&self.label, Span(elapsed.as_secs_f64()));
            self.display.end(format_args!("{label}  {done}/{total} {unit}  {took}"));
        } else {
            self.display.clear();
        }
    }
}
