//! Lines and bars, by their texts.

use super::display::{Output, bar};
use super::*;
use console::measure_text_width;
use indicatif::{ProgressDrawTarget, TermLike};
use std::boxed::Box;
use std::io::Write;
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

impl Shared {
    fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().map(Into::into).collect()
    }
}

/// The lines of an epoch whose batches take so long.
fn lines(total: u64, each: Duration) -> Vec<String> {
    let out = Shared::default();
    let display = Display::on(Output::Lines(Box::new(out.clone())));
    let mut progress = Progress::on(display, total as usize, "epoch 1/5".into());
    for i in 1..=total {
        progress.step_at(each * i as u32, 64, 0.5);
    }
    progress.finish_at(each * total as u32);
    out.lines()
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
    let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
    let display = Display::on(bar(target, || 100));
    let mut progress = Progress::on(display, 4, "epoch 1/5".into());
    assert!(screen.text().contains("0/4"), "{}", screen.text());
    progress.step_at(Duration::from_secs(1), 64, 0.25);
    let shown = screen.text();
    assert!(shown.contains("epoch 1/5"), "{shown}");
    assert!(shown.contains("1/4  loss 0.2500  64 images/s  3.0 s left"), "{shown}");
    let summary = progress.finish_at(Duration::from_secs(2));
    assert_eq!(summary, Summary { loss: 0.25, samples: 64, seconds: 2.0 });
    assert_eq!(screen.text(), "");
}

/// An epoch with large numbers.
fn facts() -> Facts<'static> {
    let mut facts = Facts::new("epoch 10/100", 12345, 23456, "batches");
    facts.add("loss 12.3456".into());
    facts.add_less("123456 images/s".into());
    facts.add("12 min 05 s left".into());
    facts
}

#[test]
fn the_bar_fits_into_any_terminal() {
    for columns in 0..200 {
        let line = facts().bar(columns);
        assert!(measure_text_width(&line) <= columns, "{columns}: {line}");
        assert!(columns < 25 || line.starts_with("epoch 10/100  "), "{columns}: {line}");
        assert!(columns < 13 || line.contains("12345/23456"), "{columns}: {line}");
        assert_eq!(line.contains("loss 12.3456"), columns >= 39, "{columns}: {line}");
    }
    for (columns, expected) in [
        (20, "12345/23456  epoch 1"),
        (40, "epoch 10/100  12345/23456  loss 12.3456"),
        (60, "epoch 10/100  12345/23456  loss 12.3456  12 min 05 s left"),
        (80, "epoch 10/100  12345/23456  loss 12.3456  123456 images/s  12 min 05 s left"),
        (
            100,
            "epoch 10/100  ████████████░░░░░░░░░░░░  12345/23456  loss 12.3456  123456 images/s  \
             12 min 05 s left",
        ),
    ] {
        assert_eq!(facts().bar(columns), expected);
    }
    // A common epoch has a bar in 80 columns, and a short one in 40.
    let mut facts = Facts::new("epoch 1/5", 422, 844, "batches");
    facts.add("loss 0.2345".into());
    assert_eq!(facts.bar(40), "epoch 1/5  ███░░░░  422/844  loss 0.2345");
    facts.add_less("1234 images/s".into());
    facts.add("1 min 05 s left".into());
    assert_eq!(
        facts.bar(80),
        "epoch 1/5  ███████░░░░░░░░  422/844  loss 0.2345  1234 images/s  1 min 05 s left"
    );
}

#[test]
fn wide_letters_count_twice() {
    let facts = Facts::new("第一 epoch", 1, 2, "batches");
    for columns in 0..60 {
        let line = facts.bar(columns);
        assert!(measure_text_width(&line) <= columns, "{columns}: {line}");
    }
}

/// The lines of reading so many pictures that take so long each.
fn reading(total: u64, each: Duration) -> Vec<String> {
    let out = Shared::default();
    let display = Display::on(Output::Lines(Box::new(out.clone())));
    let mut counter = Counter::on(display, "reading".into());
    for i in 1..=total {
        counter.at_time(each * i as u32, i, total, "pictures");
    }
    counter.finish_at(each * total as u32);
    out.lines()
}

#[test]
fn what_is_read_at_once_is_not_mentioned() {
    assert!(reading(100, Duration::from_millis(5)).is_empty());
    let lines = reading(70_000, Duration::from_micros(130));
    assert_eq!(lines.len(), 10, "{lines:?}");
    assert_eq!(lines[0], "reading  7693/70000 pictures  7692 pictures/s  8.1 s left");
    assert_eq!(lines[9], "reading  70000/70000 pictures  9.1 s");
}
