//! What goes wrong in a kernel.

use crate::driver::codes;

/// The kinds of faults: what a GPU would report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    IllegalAddress,
    Misaligned,
    InvalidSpace,
    /// Whatever a GPU would not find, or reports as a failed launch.
    Failed,
    Timeout,
}

impl Kind {
    /// The driver's code.
    pub(crate) fn code(self) -> u32 {
        match self {
            Self::IllegalAddress => codes::ILLEGAL_ADDRESS,
            Self::Misaligned => codes::MISALIGNED_ADDRESS,
            Self::InvalidSpace => codes::INVALID_ADDRESS_SPACE,
            Self::Failed => codes::LAUNCH_FAILED,
            Self::Timeout => codes::LAUNCH_TIMEOUT,
        }
    }
}

/// A fault where it happens; the place is added outside.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    /// The lane that it happens in.
    pub(crate) lane: Option<usize>,
    pub(crate) message: String,
}

/// The result of an operation.
pub(crate) type Outcome<T = ()> = Result<T, Box<Problem>>;

/// A fault of a lane.
#[cold]
pub(crate) fn fault<T>(kind: Kind, lane: usize, message: String) -> Outcome<T> {
    Err(Box::new(Problem { kind, lane: Some(lane), message }))
}

/// A fault of a warp or a block.
#[cold]
pub(crate) fn failed<T>(message: String) -> Outcome<T> {
    Err(Box::new(Problem { kind: Kind::Failed, lane: None, message }))
}

/// A fault with its place, for the host.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) code: u32,
    pub(crate) message: String,
}
