//! Where text goes: results to the standard output, notes about progress to the standard error.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use nncore::report::Mode;
use nncore::text::Printable;

use super::Fault;

/// The results. A reader that goes away must not end a training, so what cannot be written is
/// remembered and reported at the end.
pub(super) struct Output<'a> {
    out: &'a mut dyn Write,
    error: Option<io::Error>,
}

impl<'a> Output<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, error: None }
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: impl fmt::Display) {
        if self.error.is_none() {
            self.error = writeln!(self.out, "{text}").and_then(|()| self.out.flush()).err();
        }
    }

    /// The first error of all lines.
    pub(super) fn finish(self) -> Result<(), Fault> {
        self.error.map_or(Ok(()), |error| Err(Fault::Output(error)))
    }
}

/// A path, as it can be printed: names of files are anybody's.
pub(super) fn shown(path: &Path) -> String {
    Printable(&path.to_string_lossy()).to_string()
}

/// Notes about progress; none of them if quiet.
#[derive(Clone, Copy)]
pub(super) struct Notes {
    pub(super) quiet: bool,
}

impl Notes {
    /// Writes a line; a closed standard error is no reason to stop.
    pub(super) fn line(self, text: impl fmt::Display) {
        if !self.quiet {
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Writes what should not be missed, quiet or not.
    pub(super) fn remark(self, text: impl fmt::Display) {
        let _ = writeln!(io::stderr(), "remark: {text}");
    }

    /// How progress is shown.
    pub(super) fn mode(self) -> Mode {
        if self.quiet { Mode::Quiet } else { Mode::Auto }
    }
}

/// A part of 1 as a percentage with two digits: `97.65 %`.
pub(super) struct Percent(pub(super) f64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} %", 100.0 * self.0)
    }
}
