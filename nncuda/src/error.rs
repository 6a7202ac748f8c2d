//! What can go wrong on a GPU.

use core::fmt;

use cust::sys::CUresult;

use crate::Precision;

/// An error of a CUDA device. `{:?}` is as `{}`.
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq)]
pub enum CudaError {
    /// The machine has no NVIDIA driver that could be used.
    NoDriver {
        /// What was looked for, and why it cannot be used.
        why: String,
    },
    /// There is a driver, and no device that it could use.
    NoDevice,
    /// There is no device of this number.
    NoSuchDevice {
        /// The number, from 0.
        index: usize,
        /// The devices that there are.
        count: usize,
    },
    /// The device is too old.
    Unsupported {
        /// Its compute capability, major and minor.
        capability: (u32, u32),
    },
    /// The device is too old for a precision.
    UnsupportedPrecision {
        /// The precision.
        precision: Precision,
        /// The device's compute capability, major and minor.
        capability: (u32, u32),
    },
    /// Not enough memory of the device is free.
    OutOfMemory {
        /// The bytes asked for.
        asked: usize,
        /// The bytes that were free.
        free: usize,
        /// The bytes of the device.
        total: usize,
    },
    /// A value of a batch has more elements than a kernel counts.
    TooLarge {
        /// Its elements.
        elements: usize,
    },
    /// The driver refused a module's text.
    Module {
        /// What it said, with the lines that it named.
        log: String,
    },
    /// A kernel could not be found, set up or launched.
    Launch {
        /// The kernel's name.
        kernel: String,
        /// The driver's code.
        code: u32,
        /// What was asked of it, and the code's name.
        text: String,
    },
    /// A call of the driver failed.
    Driver {
        /// The function.
        call: &'static str,
        /// The driver's code.
        code: u32,
        /// The code's name.
        name: String,
    },
}

/// The oldest compute capability that the kernels run on.
pub(crate) const OLDEST: (u32, u32) = (7, 0);

impl fmt::Debug for CudaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for CudaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDriver { why } => write!(
                f,
                "no NVIDIA driver: {why}\nhelp: install the NVIDIA driver, give its library in the environment variable NNCUDA_DRIVER, or use `Cpu`"
            ),
            Self::NoDevice => write!(
                f,
                "no NVIDIA GPU: the driver found no device that it can use\nhelp: see whether `nvidia-smi` lists one and CUDA_VISIBLE_DEVICES hides none, or use `Cpu`"
            ),
            Self::NoSuchDevice { index, count } => write!(
                f,
                "there is no GPU {index}\nexpected: a number below {count}\n   found: {index}\nhelp: numbers begin at 0; CUDA_VISIBLE_DEVICES may hide devices"
            ),
            Self::Unsupported { capability: (major, minor) } => write!(
                f,
                "the GPU is too old\nexpected: compute capability {}.{} or later\n   found: {major}.{minor}\nhelp: use another device, or `Cpu`",
                OLDEST.0, OLDEST.1
            ),
            Self::UnsupportedPrecision { precision, capability: (major, minor) } => {
                let oldest = precision.oldest();
                write!(
                    f,
                    "the GPU is too old for `Precision::{precision:?}`\nexpected: compute capability {}.{} or later\n   found: {major}.{minor}\nhelp: use another device, or `Precision::F32`",
                    oldest.0, oldest.1
                )
            }
            Self::OutOfMemory { asked, free, total } => write!(
                f,
                "the GPU is out of memory\nexpected: at most {free} bytes, which are free of {total}\n   found: {asked} bytes asked for\nhelp: give a smaller `Capacity`, or end other programs on the GPU"
            ),
            Self::TooLarge { elements } => write!(
                f,
                "a value of the batch has too many elements for a GPU kernel\nexpected: fewer than 2147483648\n   found: {elements}\nhelp: use smaller batches"
            ),
            Self::Module { log } => write!(f, "the driver refused a module: {log}"),
            Self::Launch { kernel, code, text } => {
                write!(f, "kernel `{kernel}` failed: {text}")?;
                help(f, *code)
            }
            Self::Driver { call, code, name } => {
                write!(f, "{call} failed: {name} ({code})")?;
                help(f, *code)
            }
        }
    }
}

/// What can be done about a code of the driver.
fn help(f: &mut fmt::Formatter<'_>, code: u32) -> fmt::Result {
    let help = match code {
        2 => "end other programs on the GPU, or ask for less",
        100 => "see whether `nvidia-smi` lists a GPU",
        218 | 222 => "install a newer NVIDIA driver",
        304 | 802 | 803 | 804 | 999 => {
            "see whether `nvidia-smi` works; after an update of the driver the machine must be started anew"
        }
        500 => "install a newer NVIDIA driver",
        700..=702 | 714..=719 => {
            "a kernel failed, perhaps an earlier one: the environment variable CUDA_LAUNCH_BLOCKING=1 tells which; the device must be opened anew by a new process"
        }
        900..=909 => "what is captured must not wait, allocate or free",
        _ => return Ok(()),
    };
    write!(f, "\nhelp: {help}")
}

impl std::error::Error for CudaError {}

impl From<CudaError> for nncore::Error {
    fn from(error: CudaError) -> Self {
        Self::Device(Box::new(error))
    }
}

/// The code that the driver returned for `result`, also where this program has no name for it.
pub(crate) fn code(result: CUresult) -> u32 {
    match result as u32 {
        999 => nncuda_driver::unknown_code(),
        code => code,
    }
}

/// The name of `result`.
pub(crate) fn name(result: CUresult) -> String {
    match code(result) {
        999 => "CUDA_ERROR_UNKNOWN".to_owned(),
        code if code != result as u32 => "an error that only newer drivers know".to_owned(),
        _ => format!("{result:?}"),
    }
}

/// An error where `call` returned no success.
pub(crate) fn check(call: &'static str, result: CUresult) -> Result<(), CudaError> {
    if result == CUresult::CUDA_SUCCESS { Ok(()) } else { Err(failed(call, result)) }
}

#[cold]
fn failed(call: &'static str, result: CUresult) -> CudaError {
    CudaError::Driver { call, code: code(result), name: name(result) }
}

/// Calls a function of the driver by its name, as an expression of type `Result<(), CudaError>`.
///
/// It stands in an `unsafe` block: the function's conditions are the caller's to keep.
macro_rules! driver {
    ($name:ident($($argument:expr),* $(,)?)) => {
        $crate::error::check(stringify!($name), cust::sys::$name($($argument),*))
    };
}
pub(crate) use driver;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_say_what_is_wrong_and_what_helps() {
        let text = |error: CudaError| error.to_string();
        assert_eq!(
            text(CudaError::NoDriver { why: "libcuda.so.1: not there".to_owned() }),
            "no NVIDIA driver: libcuda.so.1: not there\nhelp: install the NVIDIA driver, give its library in the environment variable NNCUDA_DRIVER, or use `Cpu`"
        );
        assert_eq!(
            text(CudaError::Unsupported { capability: (6, 1) }),
            "the GPU is too old\nexpected: compute capability 7.0 or later\n   found: 6.1\nhelp: use another device, or `Cpu`"
        );
        let capability = (7, 5);
        assert_eq!(
            text(CudaError::UnsupportedPrecision { precision: Precision::Bf16, capability }),
            "the GPU is too old for `Precision::Bf16`\nexpected: compute capability 8.0 or later\n   found: 7.5\nhelp: use another device, or `Precision::F32`"
        );
        assert_eq!(
            text(CudaError::OutOfMemory { asked: 5, free: 3, total: 4 }),
            "the GPU is out of memory\nexpected: at most 3 bytes, which are free of 4\n   found: 5 bytes asked for\nhelp: give a smaller `Capacity`, or end other programs on the GPU"
        );
        let launch = CudaError::Launch {
            kernel: "k".to_owned(),
            code: 1,
            text: "CUDA_ERROR_INVALID_VALUE (1) for something".to_owned(),
        };
        assert_eq!(text(launch), "kernel `k` failed: CUDA_ERROR_INVALID_VALUE (1) for something");
        let illegal = check("cuStreamSynchronize", CUresult::CUDA_ERROR_ILLEGAL_ADDRESS);
        let illegal = nncore::Error::from(illegal.unwrap_err()).to_string();
        assert!(illegal.starts_with(
            "cuStreamSynchronize failed: CUDA_ERROR_ILLEGAL_ADDRESS (700)\nhelp: a kernel failed, perhaps an earlier one: "
        ));
    }
}
