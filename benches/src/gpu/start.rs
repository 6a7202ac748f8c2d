//! How long a program takes from its start to the end of its first step.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use nncore::Error;
use nncore::prelude::*;

use super::{Failure, Figure, Machine, Spread, Work};
use crate::{ConvNet, inputs, labels};

/// The driver keeps what it translated between two runs; this turns that off.
const NO_CACHE: &str = "CUDA_CACHE_DISABLE";

/// The parts of a start, as [`first_step`] names them.
const PARTS: [&str; 3] = ["opening the device", "making the model", "the first step"];

/// Opens a device and does a training step of the ConvNet at batch 64, or 2. Gives a line with the milliseconds of
/// opening, of making the model, and of the step.
///
/// # Errors
/// When something fails; of the device, as `open` says it.
pub fn first_step<M: Machine, E: From<Error>>(
    open: impl FnOnce() -> Result<M, E>,
    is_quick: bool,
) -> Result<String, E> {
    let batch = if is_quick { 2 } else { 64 };
    let mut times = Vec::new();
    let mut last = Instant::now();
    let mut lap = || {
        times.push(format!("{:.3}", 1e3 * last.elapsed().as_secs_f64()));
        last = Instant::now();
    };
    let machine = open()?;
    lap();
    let mut model = Model::<ConvNet, _>::init(machine.device(), Seed(1))?;
    lap();
    let (x, y) = (inputs(batch), labels(batch));
    let adam = Adam::new(0.001);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), adam, Capacity(batch))?;
    trainer.step(&x, &y)?;
    lap();
    Ok(times.join(" "))
}

/// Starts the program again and again: with an empty cache of the driver, and with a filled one.
pub(super) fn measure(
    program: &Path,
    arguments: &[String],
    rounds: usize,
) -> Result<Vec<Figure>, Failure> {
    let mut figures = Vec::new();
    // Fills the cache.
    start(program, arguments, false)?;
    for (name, what, is_cold) in [
        (
            "start_cold",
            "from the program's start to its first step, no kernel translated yet",
            true,
        ),
        ("start_warm", "the same, kernels in the driver's cache", false),
    ] {
        let starts: Vec<[f64; 4]> =
            (0..rounds).map(|_| start(program, arguments, is_cold)).collect::<Result<_, _>>()?;
        let mut add = |name: String, what: String, i: usize| {
            let times: Vec<f64> = starts.iter().map(|start| start[i]).collect();
            figures.push(Figure {
                name,
                what,
                batch: 0,
                wall: Spread::of(&times).unwrap_or_default(),
                device: None,
                kernels: None,
                floor: None,
                work: Work::default(),
            });
        };
        add(name.to_owned(), what.to_owned(), 0);
        for (i, part) in PARTS.iter().enumerate() {
            let short = ["open", "model", "step"][i];
            add(format!("{name}_{short}"), format!("of which {part}"), i + 1);
        }
    }
    Ok(figures)
}

/// The milliseconds of one start, in all and by part.
fn start(program: &Path, arguments: &[String], is_cold: bool) -> Result<[f64; 4], Failure> {
    let failed = |text: String| Failure::Start(format!("{}: {text}", program.display()));
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    if is_cold {
        command.env(NO_CACHE, "1");
    } else {
        command.env_remove(NO_CACHE);
    }
    let begin = Instant::now();
    let mut child = command.spawn().map_err(|error| failed(error.to_string()))?;
    let mut line = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out).read_line(&mut line).map_err(|error| failed(error.to_string()))?;
    }
    let all = 1e3 * begin.elapsed().as_secs_f64();
    let output = child.wait_with_output().map_err(|error| failed(error.to_string()))?;
    let parts: Vec<f64> = line.split_whitespace().filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [open, model, step] if output.status.success() => Ok([all, open, model, step]),
        _ => Err(failed(format!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))),
    }
}
