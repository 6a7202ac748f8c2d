//! The program around a network that tells pictures apart: trains it, tests it, and names what
//! pictures show.
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use nncore::prelude::*;
//!
//! network! {
//!     pub struct Linear10;
//!     input: [3, 56, 56];
//!     pool: AvgPool2d(4);
//!     flat: Flatten;
//!     fc: Linear(3*14*14 -> 10);
//! }
//!
//! fn main() -> ExitCode {
//!     examples::classifier::main::<Linear10>(env!("CARGO_PKG_NAME"))
//! }
//! ```
//!
//! - Results go to the standard output, progress and errors to the standard error.
//! - The results of a training depend on its options, its data and the kind of machine, never on
//!   the number of threads.
//! - The weight file is written after each epoch that is the best so far, whole or not at all, and
//!   once more when its weights were tested.
//! - Ctrl-C, SIGTERM and SIGHUP end a training after its step, and a second one at once.

mod arguments;
mod evaluation;
mod fault;
mod interrupt;
mod output;
mod prediction;
mod program;
mod sets;
#[cfg(test)]
mod tests;
mod training;
mod weights;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use nncore::network::Other;
use nncore::prelude::*;

pub use fault::{Diverged, Fault};
pub use interrupt::Signal;
pub use program::{Import, Program};

use arguments::Job;
use output::Output;

/// Outputs, and the most classes.
pub const CLASSES: usize = 10;

type Logits = Vector<CLASSES>;

/// The shape of colour pictures of as many rows as columns.
pub trait Square: OneInput {
    /// Rows, and columns.
    const SIZE: usize;
}

impl<const SIZE: usize> Square for Image<3, SIZE, SIZE> {
    const SIZE: usize = SIZE;
}

/// A network from square colour pictures to the logits of [`CLASSES`] classes.
pub trait Classifier: Network<Input: Square, Output = Logits, Ending = Other> {
    /// Rows and columns of an input; pictures of other sizes are resized.
    const SIZE: usize = <Self::Input as Square>::SIZE;
}

impl<N: Network<Input: Square, Output = Logits, Ending = Other>> Classifier for N {}

/// Does what the command line says, for the network `N`; `program` is the name to call it by, or
/// a [`Program`], which says more.
///
/// The exit code is 0 when all is done, 1 on a failure, 2 on wrong usage, 3 when the loss is not
/// finite, 130 after Ctrl-C, 143 after SIGTERM, 129 after SIGHUP.
#[must_use]
pub fn main<N: Classifier>(program: impl Into<Program>) -> ExitCode {
    let result = interrupt::install()
        .and_then(|()| run::<N>(program, std::env::args_os().skip(1), &mut std::io::stdout()));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            fault.print();
            ExitCode::from(fault.code())
        }
    }
}

/// [`main`] without the process: takes the arguments behind the program's name, and writes
/// results to `out`.
///
/// # Errors
/// Whatever ends the job early; [`Fault::code`] is the exit code. Also the text of `--help`.
pub fn run<N: Classifier>(
    program: impl Into<Program>,
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let program = program.into();
    let job = arguments::parse(&program, arguments)?;
    let mut out = Output::new(out);
    match job {
        Job::Train(options) => training::train::<N>(&program, &options, &mut out)?,
        Job::Evaluate(options) => evaluation::report::<N>(&options, &mut out)?,
        Job::Predict(options) => prediction::predict::<N>(&options, &mut out)?,
        Job::Import(options, import) => {
            weights::import::<N>(program.name, &import, &options, &mut out)?;
        }
        Job::Devices => devices(&mut out)?,
    }
    out.finish()
}

/// The devices, as `--device` takes them; why there is no GPU, if there is none.
fn devices(out: &mut Output<'_>) -> Result<(), Fault> {
    out.line(format_args!("cpu: threads: {}", Cpu::new()?.threads()));
    match nncuda::info() {
        Ok(devices) => devices.iter().for_each(|device| out.line(format_args!("cuda:{device}"))),
        Err(error) => out.line(format_args!("no GPU: {error}")),
    }
    Ok(())
}
