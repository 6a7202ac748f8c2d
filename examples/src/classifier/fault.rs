//! What ends a job early, how it is told, and with which exit code.

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

use nncore::checkpoint::CheckpointError;
use nncore::data::DataError;

use super::interrupt::Signal;
use super::output::shown;

/// Why a job ended before its end.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// The command line is wrong, or asks for help.
    Usage(clap::Error),
    /// A data set or a picture.
    Data(DataError),
    /// Several pictures.
    Pictures(Vec<DataError>),
    /// A model, a device or a weight file.
    Runtime(nncore::Error),
    /// Anything else, told in full.
    Failed(String),
    /// The loss is not finite.
    Diverged(Diverged),
    /// Weights make numbers that are not finite: what of, and which.
    NotFinite {
        /// What the numbers are: `the loss on the test pictures`.
        what: String,
        /// The first of them.
        found: f64,
    },
    /// Ctrl-C, or another signal that asks a program to end.
    Interrupted {
        /// The signal.
        signal: Signal,
        /// What of the training was kept.
        kept: String,
    },
    /// The results could not be written.
    Output(io::Error),
}

/// When a training went astray.
#[derive(Clone, Debug, PartialEq)]
pub struct Diverged {
    /// The loss, NaN or infinite.
    pub loss: f64,
    /// The step in its epoch, counted from 1; none when it showed after the epoch.
    pub step: Option<usize>,
    /// The epoch, counted from 1.
    pub epoch: usize,
    /// The learning rate of the last step.
    pub learning_rate: f64,
    /// The learning rate that the schedule started from.
    pub base: f64,
    /// The weight file.
    pub out: PathBuf,
    /// What it holds, if it was written before: `weights of epoch 2 (…)`.
    pub kept: Option<String>,
}

impl Fault {
    /// The exit code: 0 for a text that was asked for, 1 failure, 2 usage, 3 numbers that are not
    /// finite, 128 and the number of the signal when a signal ended the job (130 for Ctrl-C).
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage(error) => error.exit_code().try_into().unwrap_or(2),
            Self::Diverged(_) | Self::NotFinite { .. } => 3,
            Self::Interrupted { signal, .. } => signal.exit_code(),
            _ => 1,
        }
    }

    /// Writes the text to the standard error; help that was asked for, to the standard output.
    pub(super) fn print(&self) {
        // Where these streams are closed there is nobody to be told.
        let _ = match self {
            Self::Usage(error) => error.print(),
            Self::Interrupted { kept, .. } => writeln!(io::stderr(), "{kept}"),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            _ => writeln!(io::stderr(), "error: {self}"),
        };
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(error) => error.fmt(f),
            Self::Data(error) => error.fmt(f),
            Self::Pictures(errors) => {
                let mut texts = errors.iter().map(ToString::to_string);
                f.write_str(&texts.next().unwrap_or_default())?;
                texts.try_for_each(|text| write!(f, "\nerror: {text}"))
            }
            Self::Runtime(error) => error.fmt(f),
            Self::Failed(text) => f.write_str(text),
            Self::Diverged(diverged) => diverged.fmt(f),
            Self::NotFinite { what, found } => write!(
                f,
                "not finite: {what}\n  expected: finite numbers\n  found: {found}\n  \
                 help: take weights of a training that did not diverge"
            ),
            Self::Interrupted { kept, .. } => write!(f, "interrupted; {kept}"),
            Self::Output(error) => write!(f, "the results cannot be written: {error}"),
        }
    }
}

impl fmt::Display for Diverged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { loss, step, epoch, learning_rate, base, out, kept } = self;
        let place = match step {
            Some(step) => format!("at step {step} of epoch {epoch}"),
            None => format!("after epoch {epoch}"),
        };
        let lower = base / 10.0;
        let out = shown(out);
        let kept = match kept {
            Some(kept) => format!("`{out}` holds the {kept}, untested"),
            None => format!("nothing was saved; `{out}` is as it was"),
        };
        write!(
            f,
            "the training diverged {place}, at learning rate {learning_rate}\n  \
             expected: a finite loss\n  found: {loss}\n  \
             help: lower the learning rate, `--lr {lower}`, or limit the gradients, \
             `--clip-norm 1`\n  note: {kept}"
        )
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Usage(error) => error.source(),
            Self::Data(error) => error.source(),
            Self::Runtime(error) => error.source(),
            Self::Output(error) => Some(error),
            _ => None,
        }
    }
}

impl From<clap::Error> for Fault {
    fn from(error: clap::Error) -> Self {
        Self::Usage(error)
    }
}

impl From<DataError> for Fault {
    fn from(error: DataError) -> Self {
        Self::Data(error)
    }
}

impl From<nncore::Error> for Fault {
    fn from(error: nncore::Error) -> Self {
        Self::Runtime(error)
    }
}

impl From<CheckpointError> for Fault {
    fn from(error: CheckpointError) -> Self {
        Self::Runtime(error.into())
    }
}
