//! What can go wrong at run time.

use core::fmt;

/// An error of a device, a model or a trainer.
///
/// `{:?}` is as `{}`: what `main` and `unwrap` print of an error is its message.
#[non_exhaustive]
pub enum Error {
    /// A batch holds more samples than the memory was planned for.
    Capacity {
        /// The samples of the batch.
        batch: usize,
        /// The samples at most.
        capacity: usize,
    },
    /// A batch without samples.
    EmptyBatch,
    /// The batches of several inputs are not equally many.
    Inputs {
        /// The samples of the first input.
        expected: usize,
        /// The number of another input, from 0.
        input: usize,
        /// Its samples.
        found: usize,
    },
    /// An integer of an input is out of range.
    Index {
        /// The sample in the batch.
        sample: usize,
        /// The integer's number in the sample.
        position: usize,
        /// The integer.
        value: u32,
        /// What it must be below.
        limit: usize,
    },
    /// Inputs and targets are not equally many.
    Targets {
        /// The inputs.
        inputs: usize,
        /// The targets.
        targets: usize,
    },
    /// A buffer has another number of elements than a batch of this shape.
    Elements {
        /// The elements of one sample.
        sample: usize,
        /// The elements given.
        found: usize,
    },
    /// A tensor was given another number of elements than it has.
    TensorElements {
        /// The tensor's name.
        name: &'static str,
        /// Its elements.
        expected: usize,
        /// The elements given.
        found: usize,
    },
    /// A label is not one of the classes.
    Label {
        /// The sample in the batch.
        sample: usize,
        /// The label.
        label: u32,
        /// The classes.
        classes: usize,
    },
    /// Class weights are not as many as the classes.
    ClassWeights {
        /// The classes.
        classes: usize,
        /// The weights.
        found: usize,
    },
    /// A number of an optimizer, a schedule or a loss is out of its range.
    OutOfRange {
        /// Which one: "`momentum` of `Sgd`".
        what: &'static str,
        /// Its range: "a number from 0 to below 1".
        expected: &'static str,
        /// The number.
        found: f64,
    },
    /// A schedule gives a step no learning rate.
    LearningRate {
        /// The step, from 0.
        step: u64,
        /// What it gives.
        found: f64,
    },
    /// No tensor of the network has this name.
    #[cfg(feature = "alloc")]
    NoTensor {
        /// The name.
        name: alloc::string::String,
        /// The tensor's name that is most like it.
        nearest: Option<&'static str>,
    },
    /// A tensor has no gradient: it is frozen, or a running statistic.
    NotTrained {
        /// The tensor's name.
        name: &'static str,
    },
    /// The pattern of a group of an optimizer matches no tensor that is trained.
    #[cfg(feature = "alloc")]
    Group {
        /// The pattern.
        pattern: alloc::string::String,
        /// The name that is most like it.
        nearest: Option<&'static str>,
    },
    /// A state is not one of the trainer that it is given to.
    #[cfg(feature = "std")]
    State(crate::StateError),
    /// A batch norm in training saw one value a channel, whose variance is 0.
    OneValuePerChannel,
    /// A device has no more memory.
    OutOfMemory {
        /// The bytes asked for.
        bytes: usize,
    },
    /// An error of a device of another crate.
    #[cfg(feature = "alloc")]
    Device(alloc::boxed::Box<dyn core::error::Error + Send + Sync>),
    /// Threads could not be started.
    #[cfg(feature = "threads")]
    Threads(std::io::Error),
    /// A weight file.
    #[cfg(feature = "checkpoint")]
    Checkpoint(crate::checkpoint::CheckpointError),
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Capacity { batch, capacity } => write!(
                f,
                "the batch is larger than the memory planned for it\nexpected: at most {capacity} samples\n   found: {batch}\nhelp: give `Capacity({batch})`"
            ),
            Self::EmptyBatch => {
                write!(f, "the batch is empty\nexpected: 1 sample or more\n   found: 0")
            }
            Self::Inputs { expected, input, found } => write!(
                f,
                "the inputs are not equally many\nexpected: {expected} samples, as in `inputs.0`\n   found: {found} in `inputs.{input}`"
            ),
            Self::Index { sample, position, value, limit } => write!(
                f,
                "integer {position} of sample {sample} is out of range\nexpected: below {limit}\n   found: {value}"
            ),
            Self::Targets { inputs, targets } => write!(
                f,
                "inputs and targets are not equally many\nexpected: {inputs} targets\n   found: {targets}"
            ),
            Self::Elements { sample, found } => write!(
                f,
                "a batch holds whole samples\nexpected: a multiple of {sample} elements\n   found: {found}"
            ),
            Self::TensorElements { name, expected, found } => write!(
                f,
                "`{name}` has another number of elements\nexpected: {expected}\n   found: {found}"
            ),
            Self::Label { sample, label, classes } => write!(
                f,
                "the label of sample {sample} is not a class\nexpected: below {classes}\n   found: {label}"
            ),
            Self::ClassWeights { classes, found } => write!(
                f,
                "there is one weight a class\nexpected: {classes} weights\n   found: {found}"
            ),
            Self::OutOfRange { what, expected, found } => {
                write!(f, "{what} is out of range\nexpected: {expected}\n   found: {found:?}")
            }
            Self::LearningRate { step, found } => write!(
                f,
                "the schedule gives step {step} a learning rate out of range\nexpected: {}\n   found: {found:?}",
                nnplan::Range::NotNegative.name()
            ),
            #[cfg(feature = "alloc")]
            Self::NoTensor { name, nearest } => {
                write!(
                    f,
                    "the network has no such tensor\nexpected: the name of a tensor\n   found: `{}`",
                    name.escape_debug()
                )?;
                match nearest {
                    Some(name) => write!(f, "\nhelp: the nearest name is `{name}`"),
                    None => f.write_str("\nhelp: the network has no tensors"),
                }
            }
            Self::NotTrained { name } => write!(
                f,
                "`{name}` has no gradient\nexpected: a tensor that is trained\n   found: one that is frozen, or a running statistic"
            ),
            #[cfg(feature = "alloc")]
            Self::Group { pattern, nearest } => {
                write!(
                    f,
                    "a group of the optimizer matches no trained tensor\nexpected: a name, or a part of it and `*` for any text\n   found: `{pattern}`"
                )?;
                match nearest {
                    Some(name) => write!(f, "\nhelp: the nearest name is `{name}`"),
                    None => f.write_str("\nhelp: the network has no trained tensors"),
                }
            }
            #[cfg(feature = "std")]
            Self::State(error) => error.fmt(f),
            Self::OneValuePerChannel => write!(
                f,
                "a batch norm in training needs more than one value a channel\nexpected: 2 samples or more\n   found: 1"
            ),
            Self::OutOfMemory { bytes } => {
                write!(f, "the device is out of memory: {bytes} bytes were asked for")
            }
            #[cfg(feature = "alloc")]
            Self::Device(error) => error.fmt(f),
            #[cfg(feature = "threads")]
            Self::Threads(error) => write!(f, "threads could not be started: {error}"),
            #[cfg(feature = "checkpoint")]
            Self::Checkpoint(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            #[cfg(feature = "alloc")]
            Self::Device(error) => error.source(),
            #[cfg(feature = "std")]
            Self::State(error) => error.source(),
            #[cfg(feature = "threads")]
            Self::Threads(error) => Some(error),
            #[cfg(feature = "checkpoint")]
            Self::Checkpoint(error) => error.source(),
            _ => None,
        }
    }
}

#[cfg(feature = "checkpoint")]
impl From<crate::checkpoint::CheckpointError> for Error {
    fn from(error: crate::checkpoint::CheckpointError) -> Self {
        Self::Checkpoint(error)
    }
}
