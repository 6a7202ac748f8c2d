//! The command line.

use std::ffi::OsString;
use std::fmt;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use nncore::data::Augment;
use nncore::optim::{Clip, Settings};
use nncore::prelude::*;
use nncuda::{Cuda, CudaOptions, Precision};

mod values;

use values::{Change, below_one, not_negative, positive, samples, threads, validation};

use super::{Fault, Import, Program};

/// What to do.
#[derive(Debug)]
pub(super) enum Job {
    Train(Training),
    Evaluate(Evaluating),
    Predict(Predicting),
    Import(Importing, Import),
    Devices,
}

/// Trains a network to tell pictures apart, tests it, and names what pictures show. Without a
/// command it trains; without `--data`, on ten kinds of generated shapes. Results go to the
/// standard output, progress to the standard error.
#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true, allow_negative_numbers = true)]
#[command(after_help = AFTER_HELP, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Tell the devices that there are, and end
    #[arg(long)]
    list_devices: bool,
    #[command(flatten)]
    training: Training,
}

const AFTER_HELP: &str = "\
Data (`--data DIR`), whichever of these DIR holds; pictures of other sizes are resized:
  MNIST           train-images-idx3-ubyte, … (IDX files, with or without .gz)
  CIFAR-10        data_batch_1.bin, …, test_batch.bin (the binary version)
  pictures        DIR/CLASS/*.png, or DIR/train/CLASS/*.png and DIR/test/CLASS/*.png; .jpg too;
                  without a test folder, a fifth of each class is split off by the seed

Weights: after every epoch the network is validated, and its weights are saved if their validation
loss is the lowest so far; at the end, the saved weights are tested (with `--validation 0`, each
epoch is saved, and the last one is tested). Ctrl-C, SIGTERM and SIGHUP end a training after its
step, and what was saved stays; the second time they quit at once.

Exit codes: 0 done, 1 failure, 2 wrong usage, 3 the loss is not finite, 130 ended by Ctrl-C, 143 by
SIGTERM, 129 by SIGHUP";

#[derive(Debug, Subcommand)]
enum Command {
    /// Train on a data set, test, and save the weights (the default)
    Train(Training),
    /// Test saved weights on the test pictures of a data set
    Eval(Evaluating),
    /// Name what pictures show: the three most probable classes of each
    Predict(Predicting),
}

/// Options of a training.
#[derive(Args, Clone, Debug)]
pub(super) struct Training {
    /// Train on the data set in this folder [default: generated shapes]
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Generated pictures to train on; a sixth as many more are drawn for the test
    #[arg(long, value_name = "N", default_value_t = SAMPLES, conflicts_with = "data",
          value_parser = samples)]
    pub(super) samples: usize,
    /// Part of the training pictures set aside for validation, 0 (none) to 0.9; of generated
    /// pictures, as many more are drawn
    #[arg(long, value_name = "PART", default_value_t = 0.1, value_parser = validation)]
    pub(super) validation: f64,
    /// Times that every training picture is seen
    #[arg(long, value_name = "N", default_value = "5")]
    pub(super) epochs: NonZeroUsize,
    /// Pictures in a step
    #[arg(long, value_name = "N", default_value = "64")]
    pub(super) batch_size: NonZeroUsize,
    /// Learning rate, a factor of the gradient [default: 0.01 for sgd, 0.001 for the others]
    #[arg(long, value_name = "RATE", value_parser = positive)]
    lr: Option<f64>,
    /// Rule of the steps
    #[arg(long, value_name = "RULE", value_enum, default_value_t = Rule::Sgd)]
    optimizer: Rule,
    /// Part of a step's direction that the next keeps, 0 to 1 [default: 0.9 for sgd, 0 for
    /// rmsprop; adam and adamw take none]
    #[arg(long, value_name = "PART", value_parser = below_one)]
    momentum: Option<f64>,
    /// Penalty on large weights, a factor of the weights [default: 0.01 for adamw, 0 for the
    /// others]
    #[arg(long, value_name = "FACTOR", value_parser = not_negative)]
    weight_decay: Option<f64>,
    /// Course of the learning rate: step is a tenth after each third of the steps, cosine falls
    /// to 0, one-cycle rises for 30 % of the steps and falls
    #[arg(long, value_name = "COURSE", value_enum, default_value_t = Course::Constant)]
    schedule: Course,
    /// Steps before that in which the learning rate rises from a third of it
    #[arg(long, value_name = "STEPS", default_value_t = 0)]
    warm_up: u64,
    /// Part of the target that goes to all classes alike, in training, 0 to 1
    #[arg(long, value_name = "PART", default_value_t = 0.0, value_parser = below_one)]
    pub(super) label_smoothing: f64,
    /// Scale the gradients down to this norm of all together [default: no limit]
    #[arg(long, value_name = "NORM", value_parser = positive)]
    clip_norm: Option<f64>,
    /// Change training pictures at random: shift (by up to 4 pixels), flip (left to right), crop
    /// (by up to 8 pixels), or other numbers of pixels: shift=2,crop=6
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    augment: Vec<Change>,
    /// Number that all random choices follow from
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    /// Weight file to write [default: the program's name and `.safetensors`]
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) machine: Machine,
}

/// Options of a test.
#[derive(Args, Clone, Debug)]
pub(super) struct Evaluating {
    /// Weight file to read
    #[arg(long, value_name = "FILE")]
    pub(super) weights: PathBuf,
    /// Test on the data set in this folder [default: the generated shapes of the training]
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Test on all pictures of a folder without a test set, not on the fifth of it that a
    /// training does not see
    #[arg(long, requires = "data")]
    pub(super) all: bool,
    /// Number that the test pictures are drawn or split off by [default: the training's]
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    #[command(flatten)]
    pub(super) machine: Machine,
}

/// Options of a prediction.
#[derive(Args, Clone, Debug)]
pub(super) struct Predicting {
    /// Weight file to read; it says what the classes are and how pictures are prepared
    #[arg(long, value_name = "FILE")]
    pub(super) weights: PathBuf,
    /// Pictures, PNG or JPEG
    #[arg(value_name = "PICTURE", required = true)]
    pub(super) pictures: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) machine: Machine,
}

/// Options of an import: of programs that have one.
#[derive(Args, Clone, Debug)]
pub(super) struct Importing {
    /// Weight file of another program
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Weight file to write [default: the program's name and `.safetensors`]
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Test the weights on the data set in this folder [default: no test]
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    #[command(flatten)]
    pub(super) machine: Machine,
}

/// Options of every job.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Machine {
    /// Device to work on: cpu, cuda (the first GPU), or cuda:N
    #[arg(long, value_name = "DEVICE", default_value = "cpu")]
    device: Place,
    /// Numbers that a GPU multiplies matrices in; sums and all else are f32
    #[arg(long, value_name = "KIND", value_enum, default_value_t = Multiplied::F32)]
    precision: Multiplied,
    /// Threads of the CPU to work on; the results do not depend on it [default: one a core]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<usize>,
    /// Portable arithmetic of the CPU, slower: the same results on every machine
    #[arg(long)]
    pub(super) strict: bool,
    /// No progress on the standard error
    #[arg(long)]
    pub(super) quiet: bool,
}

impl Machine {
    /// The device.
    pub(super) fn device(self) -> Result<Opened, nncore::Error> {
        Ok(match self.device {
            Place::Cpu => {
                let options = CpuOptions { threads: self.threads, strict: self.strict };
                Opened::Cpu(Cpu::with_options(options)?)
            }
            Place::Cuda(index) => {
                let precision = match self.precision {
                    Multiplied::F32 => Precision::F32,
                    Multiplied::Tf32 => Precision::Tf32,
                    Multiplied::Bf16 => Precision::Bf16,
                };
                Opened::Cuda(Cuda::with_options(CudaOptions { index, precision })?)
            }
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Multiplied {
    F32,
    Tf32,
    Bf16,
}

/// Where to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Cpu,
    Cuda(usize),
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let index = match text.split_once(':') {
            None if text == "cpu" => return Ok(Self::Cpu),
            None if text == "cuda" => Some(0),
            Some(("cuda", index)) => index.parse().ok(),
            _ => None,
        };
        index.map(Self::Cuda).ok_or_else(|| "expected: `cpu`, `cuda` or `cuda:N`".into())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpu => f.write_str("cpu"),
            Self::Cuda(index) => write!(f, "cuda:{index}"),
        }
    }
}

/// A device that is open.
pub(super) enum Opened {
    Cpu(Cpu),
    Cuda(Cuda),
}

/// Calls a function on the device that is open.
macro_rules! on {
    ($opened:expr, $device:ident => $call:expr) => {
        match $opened {
            $crate::classifier::arguments::Opened::Cpu($device) => $call,
            $crate::classifier::arguments::Opened::Cuda($device) => $call,
        }
    };
}
pub(super) use on;

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpu(cpu) => write!(f, "threads: {}", cpu.threads()),
            Self::Cuda(cuda) => write!(f, "device: {}", cuda.info()),
        }
    }
}

/// Training pictures of the generated set.
pub(super) const SAMPLES: usize = 6000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    Sgd,
    Adam,
    #[value(name = "adamw")]
    AdamW,
    #[value(name = "rmsprop")]
    RmsProp,
}

impl Rule {
    fn has_momentum(self) -> bool {
        matches!(self, Self::Sgd | Self::RmsProp)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Course {
    Constant,
    Step,
    Cosine,
    OneCycle,
}

/// What to write for a value.
fn name_of(value: impl ValueEnum) -> String {
    value.to_possible_value().map_or_else(String::new, |value| value.get_name().into())
}

/// An optimizer chosen at run time.
#[derive(Clone, Debug)]
pub(super) struct Chosen(Settings);

impl Optimizer for Chosen {
    fn settings(&self) -> &Settings {
        &self.0
    }
}

impl Training {
    /// The random changes.
    pub(super) fn changes(&self) -> Augment {
        self.augment.iter().fold(Augment::NONE, |all, change| match *change {
            Change::Shift(shift) => Augment { shift, ..all },
            Change::Flip => Augment { flip: true, ..all },
            Change::Crop(crop) => Augment { crop, ..all },
        })
    }

    /// The learning rate before schedule and warm-up.
    pub(super) fn learning_rate(&self) -> f64 {
        self.lr.unwrap_or(if self.optimizer == Rule::Sgd { 0.01 } else { 0.001 })
    }

    /// The options that the weights depend on, for the weight file and to be pasted: also those
    /// that were not given, so that the line stays true when a default changes.
    pub(super) fn tell(&self) -> String {
        let Self { validation, epochs, batch_size, label_smoothing, warm_up, seed, .. } = self;
        let mut line = format!(
            "--validation {validation} --epochs {epochs} --batch-size {batch_size} --optimizer {} \
             --lr {} --weight-decay {}",
            name_of(self.optimizer),
            self.learning_rate(),
            self.weight_decay(),
        );
        let mut add = |text: String| line.push_str(&text);
        if self.optimizer.has_momentum() {
            add(format!(" --momentum {}", self.momentum()));
        }
        add(format!(" --schedule {} --warm-up {warm_up}", name_of(self.schedule)));
        add(format!(" --label-smoothing {label_smoothing}"));
        if let Some(norm) = self.clip_norm {
            add(format!(" --clip-norm {norm}"));
        }
        let changes: Vec<String> = self.augment.iter().map(ToString::to_string).collect();
        if !changes.is_empty() {
            add(format!(" --augment {}", changes.join(",")));
        }
        add(format!(" --seed {seed}{}", if self.machine.strict { " --strict" } else { "" }));
        line
    }

    fn momentum(&self) -> f64 {
        self.momentum.unwrap_or(if self.optimizer == Rule::Sgd { 0.9 } else { 0.0 })
    }

    fn weight_decay(&self) -> f64 {
        self.weight_decay.unwrap_or(if self.optimizer == Rule::AdamW { 0.01 } else { 0.0 })
    }

    /// The optimizer of a training of so many steps.
    pub(super) fn optimizer(&self, steps: u64) -> Chosen {
        let rate = self.learning_rate();
        let (momentum, decay) = (self.momentum(), self.weight_decay());
        let mut settings = match self.optimizer {
            Rule::Sgd => Sgd::new(rate).momentum(momentum).weight_decay(decay).settings().clone(),
            Rule::Adam => Adam::new(rate).weight_decay(decay).settings().clone(),
            Rule::AdamW => AdamW::new(rate).weight_decay(decay).settings().clone(),
            Rule::RmsProp => {
                RmsProp::new(rate).momentum(momentum).weight_decay(decay).settings().clone()
            }
        };
        let rest = steps.saturating_sub(self.warm_up);
        let schedule = match self.schedule {
            Course::Constant => Schedule::Constant,
            Course::Step => Schedule::Step { every: rest.div_ceil(3), gamma: 0.1 },
            Course::Cosine => Schedule::cosine(rest),
            Course::OneCycle => Schedule::one_cycle(rest),
        };
        settings.schedule = schedule.warm_up(self.warm_up);
        settings.clip = self.clip_norm.map_or(Clip::None, Clip::Norm);
        Chosen(settings)
    }

    /// That a training of so many steps goes on after the warm-up.
    pub(super) fn check_warm_up(&self, program: &Program, steps: u64) -> Result<(), clap::Error> {
        if self.warm_up < steps || self.warm_up == 0 {
            return Ok(());
        }
        let text = format!(
            "`--warm-up {}` is all of the training\n  expected: below {steps}, the steps of all \
             epochs",
            self.warm_up
        );
        Err(command(program).error(ErrorKind::ValueValidation, text))
    }

    /// Mistakes that single options do not show.
    fn check(&self, program: &Program) -> Result<(), clap::Error> {
        let conflict = |text: &str| Err(command(program).error(ErrorKind::ArgumentConflict, text));
        if self.momentum.is_some() && !self.optimizer.has_momentum() {
            return conflict("`--momentum` has no meaning for adam and adamw; leave it out");
        }
        Ok(())
    }
}

/// The command line of a program.
fn command(program: &Program) -> clap::Command {
    let mut command = Cli::command().name(program.name).bin_name(program.name);
    for &(option, value) in &program.defaults {
        let set = move |command: clap::Command| {
            command.mut_arg(option, |argument| argument.default_value(value))
        };
        command = set(command).mut_subcommand("train", set);
    }
    if program.import.is_none() {
        return command;
    }
    let about = "Make weights that were trained elsewhere this program's; with `--data`, test them";
    command.subcommand(Importing::augment_args(clap::Command::new("import")).about(about))
}

/// The job that the arguments behind the program's name ask for.
pub(super) fn parse(
    program: &Program,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Job, Fault> {
    let arguments = std::iter::once(program.name.into()).chain(arguments);
    let matches = command(program).try_get_matches_from(arguments)?;
    if let (Some(import), Some(("import", matches))) = (&program.import, matches.subcommand()) {
        return Ok(Job::Import(Importing::from_arg_matches(matches)?, import.clone()));
    }
    let cli = Cli::from_arg_matches(&matches)?;
    Ok(match cli.command {
        Some(Command::Eval(options)) => Job::Evaluate(options),
        Some(Command::Predict(options)) => Job::Predict(options),
        Some(Command::Train(options)) => checked(program, options)?,
        None if cli.list_devices => Job::Devices,
        None => checked(program, cli.training)?,
    })
}

fn checked(program: &Program, options: Training) -> Result<Job, clap::Error> {
    options.check(program).map(|()| Job::Train(options))
}
