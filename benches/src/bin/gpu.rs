//! Checks and times networks on a GPU: see `benches/README.md`.

use std::path::PathBuf;
use std::process::ExitCode;

use benches::gpu::{Failure, Gpu, Host, Machine, Options, first_step, run};
use clap::Parser;
use nncuda::{CudaError, CudaOptions, Precision};

/// Checks networks on a GPU against the CPU, then times them.
#[derive(Debug, Parser)]
#[command(after_help = "Exit codes: 0 done, 1 failure, 2 no GPU or wrong usage.")]
struct Arguments {
    /// The GPU's number, from 0; or `cpu`, which shows that the program works where there is none
    #[arg(long, default_value = "0", value_parser = device)]
    device: Chosen,
    /// How products are computed: f32, or on tensor cores with operands of tf32 or bf16
    #[arg(long, default_value = "f32", value_parser = ["f32", "tf32", "bf16"])]
    precision: String,
    /// Writes the figures to this file, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Rounds, of which medians are taken
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// The seconds of a case in a round
    #[arg(long, default_value_t = 0.2)]
    seconds: f64,
    /// Tiny sizes, one call a round: shows that the program works
    #[arg(long)]
    quick: bool,
    /// Only a first step, timed: how the program starts itself
    #[arg(long, hide = true)]
    first_step: bool,
}

/// What the networks run on.
#[derive(Clone, Copy, Debug)]
enum Chosen {
    Gpu(usize),
    Cpu,
}

fn device(text: &str) -> Result<Chosen, String> {
    match text {
        "cpu" => Ok(Chosen::Cpu),
        _ => text.parse().map(Chosen::Gpu).map_err(|_| "expected a number, or `cpu`".to_owned()),
    }
}

/// The precision of a word that was checked.
fn precision(word: &str) -> Precision {
    match word {
        "tf32" => Precision::Tf32,
        "bf16" => Precision::Bf16,
        _ => Precision::F32,
    }
}

/// Why the program ends early.
enum Stop {
    /// There is no GPU that could be used.
    NoGpu(CudaError),
    /// The options do not go together.
    Usage(String),
    /// Something went wrong.
    Failed(String),
}

impl From<CudaError> for Stop {
    fn from(error: CudaError) -> Self {
        Self::NoGpu(error)
    }
}

impl From<nncore::Error> for Stop {
    fn from(error: nncore::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure.to_string())
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.device {
        Chosen::Gpu(index) => {
            let precision = precision(&arguments.precision);
            on(&arguments, || Ok(Gpu::open(CudaOptions { index, precision })?))
        }
        Chosen::Cpu if arguments.precision != "f32" => {
            Err(Stop::Usage(format!("the CPU has no {}", arguments.precision)))
        }
        // One thread, so that it disturbs little.
        Chosen::Cpu => on(&arguments, || Ok(Host::open(1)?)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::NoGpu(error)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(Stop::Usage(text)) => {
            eprintln!("{text}");
            ExitCode::from(2)
        }
        Err(Stop::Failed(text)) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

fn on<M: Machine>(
    arguments: &Arguments,
    open: impl FnOnce() -> Result<M, Stop>,
) -> Result<(), Stop> {
    if arguments.first_step {
        println!("{}", first_step(open, arguments.quick)?);
        return Ok(());
    }
    let machine = open()?;
    let mut again = vec!["--first-step".to_owned(), "--device".to_owned()];
    again.push(match arguments.device {
        Chosen::Gpu(index) => index.to_string(),
        Chosen::Cpu => "cpu".to_owned(),
    });
    again.extend(["--precision".to_owned(), arguments.precision.clone()]);
    again.extend(arguments.quick.then(|| "--quick".to_owned()));
    let options = Options {
        rounds: usize::from(arguments.rounds),
        seconds: if arguments.quick { 0.0 } else { arguments.seconds },
        is_quick: arguments.quick,
        program: Some((std::env::current_exe()?, again)),
    };
    let report = run(&machine, &options, |what| eprintln!("{what}"))?;
    print!("{report}");
    if let Some(file) = &arguments.json {
        std::fs::write(file, report.json())
            .map_err(|error| Stop::Failed(format!("{}: {error}", file.display())))?;
    }
    Ok(())
}
