//! How far a run has come, on the standard error: a bar on a terminal, a line now and then
//! elsewhere. Results belong on the standard output and are the caller's.

use crate::metrics::Mean;
use core::fmt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::boxed::Box;
use std::format;
use std::io::{IsTerminal, Write, stderr};
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

const LONGEST_SILENCE: Duration = Duration::from_secs(10);
const SHORTEST_SILENCE: Duration = Duration::from_secs(1);
const REDRAW: Duration = Duration::from_millis(100); // of the text beside the bar

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
pub struct Progress {
    state: State,
    output: Output,
}

enum Output {
    Bar(ProgressBar),
    Lines(Box<dyn Write + Send>),
    Quiet,
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
        let mode = match mode {
            Mode::Auto if stderr().is_terminal() => Mode::Bar,
            Mode::Auto => Mode::Lines,
            mode => mode,
        };
        let state = State::new(total_batches as u64, label.into());
        let output = match mode {
            Mode::Bar => {
                let bar = bar(&state, ProgressDrawTarget::stderr());
                bar.tick();
                Output::Bar(bar)
            }
            Mode::Lines => Output::Lines(Box::new(stderr())),
            Mode::Auto | Mode::Quiet => Output::Quiet,
        };
        Self { state, output }
    }

    /// A batch of so many samples is done, with this mean loss.
    pub fn step(&mut self, samples: usize, loss: f64) {
        self.step_at(self.state.started.elapsed(), samples, loss);
    }

    fn step_at(&mut self, elapsed: Duration, samples: usize, loss: f64) {
        self.state.add(samples, loss);
        match &mut self.output {
            Output::Bar(bar) => {
                bar.set_position(self.state.batches);
                if elapsed.saturating_sub(self.state.shown) >= REDRAW {
                    self.state.shown = elapsed;
                    bar.set_message(self.state.text(elapsed));
                }
            }
            Output::Lines(out) => {
                if self.state.is_line_due(elapsed) {
                    self.state.shown = elapsed;
                    // A closed pipe must not end a training run.
                    let _ = writeln!(out, "{}", self.state.line(elapsed));
                }
            }
            Output::Quiet => {}
        }
    }

    /// Ends: removes the bar, or writes the last line.
    pub fn finish(self) -> Summary {
        let elapsed = self.state.started.elapsed();
        self.finish_at(elapsed)
    }

    fn finish_at(mut self, elapsed: Duration) -> Summary {
        let state = &self.state;
        let summary = Summary {
            loss: state.loss.value(),
            samples: state.loss.weight() as u64,
            seconds: elapsed.as_secs_f64(),
        };
        match &mut self.output {
            Output::Bar(bar) => bar.finish_and_clear(),
            Output::Lines(out) => {
                let State { label, batches, total, .. } = state;
                let _ = writeln!(out, "{label}  {batches}/{total} batches  {summary}");
            }
            Output::Quiet => {}
        }
        summary
    }
}

fn bar(state: &State, target: ProgressDrawTarget) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix}  {bar:24}  {pos}/{len}  {wide_msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(Some(state.total), target);
    bar.set_style(style);
    bar.set_prefix(state.label.clone());
    bar
}

/// What was seen so far; times are counted from the beginning.
struct State {
    label: String,
    total: u64,
    started: Instant,
    batches: u64,
    loss: Mean,
    shown: Duration,
    /// Tenths of the batches at the last line.
    tenths: u64,
}

impl State {
    fn new(total: u64, label: String) -> Self {
        let (started, shown) = (Instant::now(), Duration::ZERO);
        Self { label, total, started, batches: 0, loss: Mean::new(), shown, tenths: 0 }
    }

    fn add(&mut self, samples: usize, loss: f64) {
        self.batches += 1;
        if samples > 0 {
            self.loss.add(loss, samples as f64);
        }
    }

    /// The last batch has no line of its own: [`Progress::finish`] writes it.
    fn is_line_due(&mut self, elapsed: Duration) -> bool {
        let silence = elapsed.saturating_sub(self.shown);
        let tenths = self.batches.saturating_mul(10) / self.total.max(1);
        let due = self.batches < self.total
            && (silence >= LONGEST_SILENCE
                || (tenths > self.tenths && silence >= SHORTEST_SILENCE));
        if due {
            self.tenths = tenths;
        }
        due
    }

    fn text(&self, elapsed: Duration) -> String {
        let seconds = elapsed.as_secs_f64().max(1e-9);
        let rate = self.loss.weight() / seconds;
        let left = self.total.saturating_sub(self.batches);
        let left = seconds * left as f64 / self.batches.max(1) as f64;
        format!("loss {:.4}  {rate:.0} images/s  {} left", self.loss.value(), Span(left))
    }

    fn line(&self, elapsed: Duration) -> String {
        let Self { label, batches, total, .. } = self;
        format!("{label}  {batches}/{total} batches  {}", self.text(elapsed))
    }
}

/// Seconds, as people write them.
struct Span(f64);

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

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::string::ToString;
    use std::sync::{Arc, Mutex};
    use std::vec::Vec;

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// The lines of an epoch whose batches take so long.
    fn lines(total: u64, each: Duration) -> Vec<String> {
        let out = Shared::default();
        let state = State::new(total, "epoch 1/5".into());
        let mut progress = Progress { state, output: Output::Lines(Box::new(out.clone())) };
        for i in 1..=total {
            progress.step_at(each * i as u32, 64, 0.5);
        }
        progress.finish_at(each * total as u32);
        let text = String::from_utf8(out.0.lock().unwrap().clone()).unwrap();
        text.lines().map(Into::into).collect()
    }

    #[test]
    fn a_short_epoch_has_one_line() {
        let lines = lines(100, Duration::from_millis(5));
        assert_eq!(lines, ["epoch 1/5  100/100 batches  loss 0.5000  12800 images/s  0.5 s"]);
    }

    #[test]
    fn a_line_every_tenth() {
        let lines = lines(100, Duration::from_millis(500));
        assert_eq!(lines.len(), 10);
        assert_eq!(lines[0], "epoch 1/5  10/100 batches  loss 0.5000  128 images/s  45 s left");
    }

    #[test]
    fn no_silence_beyond_ten_seconds() {
        let lines = lines(1000, Duration::from_secs(1));
        assert_eq!(lines.len(), 100);
        assert!(lines[0].ends_with("16 min 30 s left"), "{}", lines[0]);
    }

    #[test]
    fn spans() {
        let text = |seconds| Span(seconds).to_string();
        assert_eq!(text(0.04), "0.0 s");
        assert_eq!(text(59.4), "59 s");
        assert_eq!(text(59.6), "1 min 00 s");
        assert_eq!(text(7260.0), "2 h 01 min");
        assert!(!text(f64::INFINITY).is_empty() && !text(f64::NAN).is_empty());
    }

    /// A terminal that keeps its screen as a log of what was written since it was cleared.
    #[derive(Clone, Debug, Default)]
    struct Screen(Arc<Mutex<String>>);

    impl Screen {
        fn push(&self, text: &str) -> std::io::Result<()> {
            self.0.lock().unwrap().push_str(text);
            Ok(())
        }
        fn text(&self) -> String {
            self.0.lock().unwrap().trim().into()
        }
    }

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            100
        }
        fn move_cursor_up(&self, _: usize) -> std::io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> std::io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> std::io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> std::io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> std::io::Result<()> {
            self.push(text)
        }
        fn write_str(&self, text: &str) -> std::io::Result<()> {
            self.push(text)
        }
        fn clear_line(&self) -> std::io::Result<()> {
            self.0.lock().unwrap().clear();
            Ok(())
        }
        fn flush(&self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn the_bar_shows_and_goes() {
        let screen = Screen::default();
        let state = State::new(4, "epoch 1/5".into());
        let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
        let output = Output::Bar(bar(&state, target));
        let mut progress = Progress { state, output };
        progress.step_at(Duration::from_secs(1), 64, 0.25);
        if let Output::Bar(bar) = &progress.output {
            bar.force_draw();
        }
        let shown = screen.text();
        assert!(shown.contains("epoch 1/5"), "{shown}");
        assert!(shown.contains("1/4  loss 0.2500  64 images/s  3.0 s left"), "{shown}");
        let summary = progress.finish_at(Duration::from_secs(2));
        assert_eq!(summary, Summary { loss: 0.25, samples: 64, seconds: 2.0 });
        assert_eq!(screen.text(), "");
    }
}
