//! Where progress is shown: a bar on a terminal, lines elsewhere.

use super::Mode;
use super::line::Facts;
use console::Term;
use core::fmt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::boxed::Box;
use std::io::{IsTerminal, Write, stderr};
use std::time::Duration;

const LONGEST_SILENCE: Duration = Duration::from_secs(10);
const SHORTEST_SILENCE: Duration = Duration::from_secs(1);
const REDRAW: Duration = Duration::from_millis(100);
/// Of a terminal that does not tell its own.
const COLUMNS: usize = 80;

pub(super) enum Output {
    Bar(ProgressBar, Box<dyn Fn() -> usize + Send>),
    Lines(Box<dyn Write + Send>),
    Quiet,
}

pub(super) struct Display {
    output: Output,
    /// When it was shown last.
    shown: Duration,
    /// Tenths that were done then.
    tenths: u64,
}

/// How far something is, and since when.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    pub(super) elapsed: Duration,
    pub(super) done: u64,
    pub(super) total: u64,
}

impl Display {
    pub(super) fn new(mode: Mode) -> Self {
        let is_bar = match mode {
            Mode::Auto => stderr().is_terminal(),
            mode => mode == Mode::Bar,
        };
        Self::on(match mode {
            Mode::Quiet => Output::Quiet,
            _ if is_bar => {
                // Asked at each drawing: windows change their size.
                let columns =
                    || Term::stderr().size_checked().map_or(COLUMNS, |(_, columns)| columns.into());
                bar(ProgressDrawTarget::stderr(), columns)
            }
            _ => Output::Lines(Box::new(stderr())),
        })
    }

    pub(super) fn on(output: Output) -> Self {
        Self { output, shown: Duration::ZERO, tenths: 0 }
    }

    /// Whether it is time to show how far it is; then it is noted as shown.
    ///
    /// The end has no line of its own: [`end`](Self::end) writes it.
    pub(super) fn is_due(&mut self, pace: Pace) -> bool {
        let Pace { elapsed, done, total } = pace;
        let silence = elapsed.saturating_sub(self.shown);
        let tenths = done.saturating_mul(10) / total.max(1);
        let is_due = match self.output {
            Output::Bar(..) => silence >= REDRAW,
            Output::Lines(_) => {
                done < total
                    && (silence >= LONGEST_SILENCE
                        || (tenths > self.tenths && silence >= SHORTEST_SILENCE))
            }
            Output::Quiet => false,
        };
        if is_due {
            (self.shown, self.tenths) = (elapsed, tenths);
        }
        is_due
    }

    /// Draws the bar, or writes a line if there is something to tell.
    pub(super) fn show(&mut self, facts: &Facts<'_>) {
        match &mut self.output {
            Output::Bar(bar, columns) => bar.set_message(facts.bar(columns())),
            Output::Lines(out) if self.shown > Duration::ZERO => {
                // A closed pipe must not end a training run.
                let _ = writeln!(out, "{}", facts.line());
            }
            _ => {}
        }
    }

    /// Whether a line was written, or a bar drawn for longer than a glance.
    pub(super) fn has_shown(&self) -> bool {
        self.shown > Duration::ZERO
    }

    /// Removes the bar, or writes the last line.
    pub(super) fn end(&mut self, line: fmt::Arguments<'_>) {
        match &mut self.output {
            Output::Bar(bar, _) => bar.finish_and_clear(),
            Output::Lines(out) => {
                let _ = writeln!(out, "{line}");
            }
            Output::Quiet => {}
        }
    }

    /// Removes the bar.
    pub(super) fn clear(&mut self) {
        if let Output::Bar(bar, _) = &self.output {
            bar.finish_and_clear();
        }
    }
}

pub(super) fn bar(
    target: ProgressDrawTarget,
    columns: impl Fn() -> usize + Send + 'static,
) -> Output {
    // The line is made to fit by `Facts::bar`; of indicatif it needs the drawing.
    let style =
        ProgressStyle::with_template("{msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(None, target).with_style(style);
    Output::Bar(bar, Box::new(columns))
}
