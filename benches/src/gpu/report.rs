//! What was found, for people and as JSON.

use core::fmt::{self, Write as _};

use nncuda::Precision;

use super::{Checks, Floor, Peaks, Work};

/// The rounds of a time, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The shortest.
    pub min: f64,
    /// The longest.
    pub max: f64,
}

impl Spread {
    /// That of some times; nothing of none.
    #[must_use]
    pub fn of(times: &[f64]) -> Option<Self> {
        let mut sorted = times.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let half = sorted.len() / 2;
        let median = match sorted.len() % 2 {
            1 => sorted[half],
            _ => (sorted[half - 1] + sorted[half]) / 2.0,
        };
        Some(Self { median, min, max })
    }
}

/// What was timed, and how long it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in JSON.
    pub name: String,
    /// Its name in words.
    pub what: String,
    /// The samples of a call; 0 where it is about something else.
    pub batch: usize,
    /// By the host's clock, a call.
    pub wall: Spread,
    /// By the device's clock, a call.
    pub device: Option<Spread>,
    /// Milliseconds of its kernels alone, launch by launch.
    pub kernels: Option<f64>,
    /// What its kernels compute and move.
    pub work: Work,
    /// The least time of that.
    pub floor: Option<Floor>,
}

impl Figure {
    /// The milliseconds that count: the device's where there are any.
    #[must_use]
    pub fn milliseconds(&self) -> f64 {
        self.device.map_or(self.wall.median, |device| device.median)
    }

    /// Operations a second, in 10¹².
    #[must_use]
    pub fn teraflops(&self) -> Option<f64> {
        self.work.flops.map(|flops| flops / self.milliseconds() / 1e9)
    }
}

/// A kernel of a training step.
#[derive(Clone, Debug, PartialEq)]
pub struct KernelRow {
    /// Its name.
    pub name: String,
    /// Its name, and the numbers that it was made for.
    pub key: String,
    /// Launches in a step.
    pub calls: f64,
    /// The microseconds of these.
    pub microseconds: f64,
    /// Of all kernels' time.
    pub share: f64,
    /// Registers of a thread.
    pub registers: u32,
    /// What the launches compute and move.
    pub work: Work,
    /// The least time of that.
    pub floor: Option<Floor>,
}

/// All that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The device and its driver, in words.
    pub device: String,
    /// How it computed products of matrices.
    pub precision: Precision,
    /// What it can do at most.
    pub peaks: Peaks,
    /// Whether sizes were tiny, so that times say nothing.
    pub is_quick: bool,
    /// Rounds of each time.
    pub rounds: usize,
    /// How far the device is from the CPU.
    pub checks: Checks,
    /// The times.
    pub figures: Vec<Figure>,
    /// The kernels of a training step of the ConvNet, the longest first.
    pub kernels: Vec<KernelRow>,
}

/// A cell of a table: a number with so many digits behind the point, or a dash.
fn cell(number: Option<f64>, digits: usize) -> String {
    number.map_or("–".to_owned(), |x| format!("{x:.digits$}"))
}

/// The share of a floor in a time, in percent, and what sets it.
fn share(floor: Option<Floor>, milliseconds: f64) -> String {
    floor.filter(|_| milliseconds > 0.0).map_or("–".to_owned(), |floor| {
        let what = if floor.is_arithmetic { "arithmetic" } else { "memory" };
        format!("{:.0} % {what}", 100.0 * floor.milliseconds / milliseconds)
    })
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peak = |peak: Option<f64>, unit| match peak {
            Some(peak) => format!("{:.1} {unit}", peak / 1e12),
            None => "unknown".to_owned(),
        };
        writeln!(f, "device: {}", self.device)?;
        writeln!(
            f,
            "peaks: {} {}, memory {}",
            word(self.precision),
            peak(self.peaks.flops, "TFLOP/s"),
            peak(self.peaks.bandwidth, "TB/s")
        )?;
        let Checks { batch, steps, loss, gradient, tolerance } = &self.checks;
        writeln!(
            f,
            "checks: batch {batch}, {steps} steps: losses within {loss:.1e}, gradients within {gradient:.1e} of the CPU's (allowed: {tolerance:.0e})"
        )?;
        if self.is_quick {
            writeln!(f, "sizes are tiny: the times say nothing")?;
        }
        writeln!(f)?;
        self.write_figures(f)?;
        if self.kernels.is_empty() {
            return Ok(());
        }
        writeln!(f)?;
        self.write_kernels(f)
    }
}

impl Report {
    fn write_figures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| case | wall, ms | min – max | device, ms | kernels, ms | GFLOP | TFLOP/s | floor, ms | share of the floor |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|---|")?;
        for figure in &self.figures {
            let Spread { median, min, max } = figure.wall;
            writeln!(
                f,
                "| {} | {median:.3} | {min:.3} – {max:.3} | {} | {} | {} | {} | {} | {} |",
                figure.what,
                cell(figure.device.map(|device| device.median), 3),
                cell(figure.kernels, 3),
                cell(figure.work.flops.map(|flops| flops / 1e9), 2),
                cell(figure.teraflops(), 2),
                cell(figure.floor.map(|floor| floor.milliseconds), 3),
                share(figure.floor, figure.milliseconds()),
            )?;
        }
        Ok(())
    }

    fn write_kernels(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "kernels of a ConvNet's training step, each launch alone:\n")?;
        writeln!(
            f,
            "| kernel | of | calls | µs | share | registers | MFLOP | MB | floor, µs | share of the floor |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|---|---|")?;
        for row in &self.kernels {
            writeln!(
                f,
                "| {} | {} | {} | {:.1} | {:.1} % | {} | {} | {} | {} | {} |",
                row.name,
                row.key.strip_prefix(&row.name).unwrap_or_default().trim_start(),
                row.calls,
                row.microseconds,
                100.0 * row.share,
                row.registers,
                cell(row.work.flops.map(|flops| flops / 1e6), 1),
                cell(row.work.bytes.map(|bytes| bytes / 1e6), 2),
                cell(row.floor.map(|floor| 1e3 * floor.milliseconds), 2),
                share(row.floor, row.microseconds / 1e3),
            )?;
        }
        let sum: f64 = self.kernels.iter().map(|row| row.microseconds).sum();
        let calls: f64 = self.kernels.iter().map(|row| row.calls).sum();
        writeln!(f, "| all | | {calls} | {sum:.1} | | | | | | |")
    }

    /// The same as JSON: times in ms (µs of kernels), work in FLOP and bytes, peaks in these a second; `null` where
    /// something is unknown.
    #[must_use]
    pub fn json(&self) -> String {
        let Checks { batch, steps, loss, gradient, tolerance } = &self.checks;
        let mut out = format!(
            "{{\n  \"device\": {},\n  \"precision\": \"{}\",\n  \"quick\": {},\n  \"rounds\": {},\n  \"peaks\": {{\"flops\": {}, \"bandwidth\": {}}},\n  \"checks\": {{\"batch\": {batch}, \"steps\": {steps}, \"loss\": {}, \"gradient\": {}, \"tolerance\": {tolerance:e}}},\n  \"figures\": [",
            text(&self.device),
            word(self.precision),
            self.is_quick,
            self.rounds,
            number(self.peaks.flops),
            number(self.peaks.bandwidth),
            number(Some(*loss)),
            number(Some(*gradient)),
        );
        for (i, figure) in self.figures.iter().enumerate() {
            let _ = write!(
                out,
                "{}\n    {{\"name\": {}, \"what\": {}, \"batch\": {}, \"wall_ms\": {}, \"device_ms\": {}, \"kernels_ms\": {}, \"flops\": {}, \"bytes\": {}, \"teraflops\": {}, \"floor_ms\": {}}}",
                if i == 0 { "" } else { "," },
                text(&figure.name),
                text(&figure.what),
                figure.batch,
                spread(Some(figure.wall)),
                spread(figure.device),
                number(figure.kernels),
                number(figure.work.flops),
                number(figure.work.bytes),
                number(figure.teraflops()),
                number(figure.floor.map(|floor| floor.milliseconds)),
            );
        }
        out.push_str("\n  ],\n  \"kernels\": [");
        for (i, row) in self.kernels.iter().enumerate() {
            let _ = write!(
                out,
                "{}\n    {{\"name\": {}, \"key\": {}, \"calls\": {}, \"us\": {}, \"share\": {}, \"registers\": {}, \"flops\": {}, \"bytes\": {}, \"floor_us\": {}}}",
                if i == 0 { "" } else { "," },
                text(&row.name),
                text(&row.key),
                number(Some(row.calls)),
                number(Some(row.microseconds)),
                number(Some(row.share)),
                row.registers,
                number(row.work.flops),
                number(row.work.bytes),
                number(row.floor.map(|floor| 1e3 * floor.milliseconds)),
            );
        }
        out.push_str("\n  ]\n}\n");
        out
    }
}

/// A precision, as the command line has it.
fn word(precision: Precision) -> &'static str {
    match precision {
        Precision::F32 => "f32",
        Precision::Tf32 => "tf32",
        Precision::Bf16 => "bf16",
    }
}

fn number(number: Option<f64>) -> String {
    match number {
        Some(x) if x.is_finite() => format!("{x}"),
        _ => "null".to_owned(),
    }
}

fn spread(spread: Option<Spread>) -> String {
    spread.map_or("null".to_owned(), |Spread { median, min, max }| {
        format!(
            "{{\"median\": {}, \"min\": {}, \"max\": {}}}",
            number(Some(median)),
            number(Some(min)),
            number(Some(max))
        )
    })
}

fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c)); // a string grows
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_in_the_middle() {
        assert_eq!(Spread::of(&[]), None);
        assert_eq!(Spread::of(&[3.0, 1.0, 2.0]).unwrap().median, 2.0);
        assert_eq!(Spread::of(&[4.0, 1.0, 2.0, 9.0]).unwrap().median, 3.0);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(text("a \"b\"\n\\"), "\"a \\\"b\\\"\\u000a\\\\\"");
    }
}
