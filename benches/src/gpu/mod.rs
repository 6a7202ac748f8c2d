//! Checks and times networks on a GPU: what the program `gpu` does.
//!
//! [`run`] takes a [`Machine`], which is a [`Gpu`], or a [`Host`] where only the program itself is tried.

mod cases;
mod check;
mod machine;
mod peaks;
mod report;
mod start;
mod work;

use core::fmt;
use std::path::PathBuf;

use nncore::network::Other;
use nncore::prelude::*;
use nncore::shape::OneInput;

use crate::{ConvNet, SmallConvNet};

pub use check::{Checks, check};
pub use machine::{Call, Gpu, Host, Machine};
pub use peaks::{Floor, Peaks};
pub use report::{Figure, KernelRow, Report, Spread};
pub use start::first_step;
pub use work::{Work, of_kernel};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Rounds, of which medians are taken.
    pub rounds: usize,
    /// The seconds that a case takes in a round, at least.
    pub seconds: f64,
    /// Tiny sizes, which prove that all works and say nothing about speed.
    pub is_quick: bool,
    /// The program that does a first step, and its arguments; without one starts are not timed.
    pub program: Option<(PathBuf, Vec<String>)>,
}

/// Batches of the cases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub(crate) check: usize,
    pub(crate) steps: usize,
    pub(crate) some: usize,
    pub(crate) many: usize,
}

impl Options {
    pub(crate) fn sizes(&self) -> Sizes {
        match self.is_quick {
            true => Sizes { check: 2, steps: 3, some: 2, many: 3 },
            false => Sizes { check: 8, steps: 5, some: 64, many: 1024 },
        }
    }
}

/// Why there are no figures.
#[non_exhaustive]
#[derive(Debug)]
pub enum Failure {
    /// The device computes something else than the CPU.
    Differs(String),
    /// A step failed.
    Error(nncore::Error),
    /// The program could not be started again, or failed.
    Start(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Differs(text) => {
                write!(f, "the device's numbers are not those of the CPU: {text}")
            }
            Self::Error(error) => write!(f, "{error}"),
            Self::Start(text) => write!(f, "a start could not be timed: {text}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<nncore::Error> for Failure {
    fn from(error: nncore::Error) -> Self {
        Self::Error(error)
    }
}

/// Checks, then times. `say` is told what is done, as it may take minutes.
///
/// # Errors
/// When the device's numbers are not those of the CPU, or something fails.
pub fn run<M: Machine>(
    machine: &M,
    options: &Options,
    mut say: impl FnMut(&str),
) -> Result<Report, Failure> {
    let sizes = options.sizes();
    say(&format!(
        "checks: {} at batch {}, against the CPU over {} steps",
        if options.is_quick { "a small ConvNet" } else { "the ConvNet" },
        sizes.check,
        sizes.steps
    ));
    let (checks, (mut figures, kernels)) = match options.is_quick {
        true => checked::<SmallConvNet, M>(machine, options, &mut say)?,
        false => checked::<ConvNet, M>(machine, options, &mut say)?,
    };
    if let Some((program, arguments)) = &options.program {
        say("starts: the program anew, up to the end of the first step");
        figures.extend(start::measure(program, arguments, options.rounds.min(5))?);
    }
    Ok(Report {
        device: machine.name(),
        precision: machine.precision(),
        peaks: machine.peaks(),
        is_quick: options.is_quick,
        rounds: options.rounds,
        checks,
        figures,
        kernels,
    })
}

/// The times, and the kernels of a training step.
type Measured = (Vec<Figure>, Vec<KernelRow>);

/// The checks and figures with `C` as the ConvNet.
fn checked<C, M>(
    machine: &M,
    options: &Options,
    say: &mut dyn FnMut(&str),
) -> Result<(Checks, Measured), Failure>
where
    C: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    M: Machine,
{
    let sizes = options.sizes();
    let checks = check::<C, M>(machine, sizes.check, sizes.steps)?;
    Ok((checks, cases::measure::<C, M>(machine, options, say)?))
}
