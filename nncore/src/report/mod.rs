//! How far a run has come, on the standard error: a bar on a terminal, a line now and then
//! elsewhere. Results belong on the standard output and are the caller's.

mod counter;
mod display;
mod line;

pub use counter::Counter;

use crate::metrics::Mean;
use core::fmt;
use display::{Display, Pace};
use line::{Facts, Span};
use std::format;
use std::string::String;
use std::time::{Duration, Instant};

/// How progress is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A bar when the standard error is a terminal, lines otherwise.
    #[default]
    Auto,
    /// A bar.
    Bar,
    /// Lines: one about every 10 seconds, or at every tenth if that is less often than
    /// every second, and one at the end.
    Lines,
    /// Nothing.
    Quiet,
}

/// The progress of an epoch, or of another stretch of batches.
///
/// ```
/// use nncore::report::{Mode, Progress};
///
/// let mut progress = Progress::new(100, "epoch 1/5", Mode::Quiet);
/// for _ in 0..100 {
///     progress.step(64, 0.25);
/// }
/// let summary = progress.finish();
/// assert_eq!((summary.samples, summary.loss), (6400, 0.25));
/// ```
///
/// A bar fits into the terminal: where columns are short, first the bar becomes shorter, then
/// images a second, the time that is left and the loss go, in this order.
pub struct Progress {
    state: State,
    display: Display,
}

/// What a finished [`Progress`] has seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The mean loss of the samples.
    pub loss: f64,
    /// Samples in all.
    pub samples: u64,
    /// From the beginning to the end.
    pub seconds: f64,
}

impl Summary {
    /// Samples a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.samples as f64 / self.seconds.max(1e-9)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = self.rate();
        write!(f, "loss {:.4}  {rate:.0} images/s  {}", self.loss, Span(self.seconds))
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").field("label", &self.state.label).finish_non_exhaustive()
    }
}

impl Progress {
    /// Shows the progress of `total_batches` batches under a label.
    #[must_use]
    pub fn new(total_batches: usize, label: impl Into<String>, mode: Mode) -> Self {
        Self::on(Display::new(mode), total_batches, label.into())
    }

    fn on(mut display: Display, total: usize, label: String) -> Self {
        let state = State::new(total as u64, label);
        display.show(&state.facts(Duration::ZERO));
        Self { state, display }
    }

    /// A batch of so many samples is done, with this mean loss.
    pub fn step(&mut self, samples: usize, loss: f64) {
        self.step_at(self.state.started.elapsed(), samples, loss);
    }

    fn step_at(&mut self, elapsed: Duration, samples: usize, loss: f64) {
        self.state.add(samples, loss);
        let State { batches, total, .. } = self.state;
        if self.display.is_due(Pace { elapsed, done: batches, total }) {
            self.display.show(&self.state.facts(elapsed));
        }
    }

    /// Ends: removes the bar, or writes the last line.
    pub fn finish(self) -> Summary {
        let elapsed = self.state.started.elapsed();
        self.finish_at(elapsed)
    }

    fn finish_at(mut self, elapsed: Duration) -> Summary {
        let State { label, batches, total, loss, .. } = &self.state;
        let summary = Summary {
            loss: loss.value(),
            samples: loss.weight() as u64,
            seconds: elapsed.as_secs_f64(),
        };
        self.display.end(format_args!("{label}  {batches}/{total} batches  {summary}"));
        summary
    }
}

/// What was seen so far; times are counted from the beginning.
struct State {
    label: String,
    total: u64,
    started: Instant,
    batches: u64,
    loss: Mean,
}

impl State {
    fn new(total: u64, label: String) -> Self {
        Self { label, total, started: Instant::now(), batches: 0, loss: Mean::new() }
    }

    fn add(&mut self, samples: usize, loss: f64) {
        self.batches += 1;
        if samples > 0 {
            self.loss.add(loss, samples as f64);
        }
    }

    fn facts(&self, elapsed: Duration) -> Facts<'_> {
        let Self { label, batches, total, .. } = self;
        let mut facts = Facts::new(label, *batches, *total, "batches");
        if *batches > 0 {
            let rate = self.loss.weight() / elapsed.as_secs_f64().max(1e-9);
            facts.add(format!("loss {:.4}", self.loss.value()));
            facts.add_less(format!("{rate:.0} images/s"));
            facts.add(format!("{} left", Span::left(elapsed, *batches, *total)));
        }
        facts
    }
}

#[cfg(test)]
mod tests;
