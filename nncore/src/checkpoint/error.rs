//! What can go wrong with a weight file, and how it is told.

use std::fmt;
use std::format;
use std::io;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

use super::json::clip;

/// Why a weight file was not written or not read.
///
/// Displayed as a few lines: what happened to which file, what was `expected` and `found`, a
/// `help`. After an error of [`load`](super::load) the parameters are what they were; after one
/// of [`save`](super::save) a file that stood at the path is what it was, whole
/// (or, if only the very last step failed, the new one, whole: the message says so).
/// `{:?}` is as `{}`.
#[non_exhaustive]
pub enum CheckpointError {
    /// The operating system refused; its own words are in the message and in `source`.
    #[non_exhaustive]
    Io {
        /// The weight file.
        path: PathBuf,
        /// What was attempted.
        action: String,
        /// What to do about it.
        help: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// The path cannot be that of a weight file: it names a folder, say.
    #[non_exhaustive]
    Path {
        /// The path.
        path: PathBuf,
        /// What it should have been.
        expected: &'static str,
        /// What it is.
        found: &'static str,
        /// What to do about it.
        help: &'static str,
    },
    /// The file is not a weight file, or is damaged.
    #[non_exhaustive]
    Damaged {
        /// The weight file.
        path: PathBuf,
        /// The byte of the file at which this shows.
        at: u64,
        /// What should have been there.
        expected: String,
        /// What is there.
        found: String,
        /// What to do about it.
        help: &'static str,
    },
    /// A bit of a tensor changed since the file was written.
    #[non_exhaustive]
    Checksum {
        /// The weight file.
        path: PathBuf,
        /// The CRC-32 the file states.
        expected: u32,
        /// The CRC-32 of its tensors.
        found: u32,
    },
    /// The file is sound, but made for another network.
    #[non_exhaustive]
    Mismatch {
        /// The weight file.
        path: PathBuf,
        /// The first 40 differences: of the network's tensors in their order, then those that
        /// the network does not have, in the file's order.
        differences: Vec<Difference>,
        /// How many there are.
        total: usize,
        /// What to do about it.
        help: String,
    },
    /// Renaming gives two tensors of the file one name.
    #[non_exhaustive]
    Rename {
        /// The weight file.
        path: PathBuf,
        /// The name of both.
        to: String,
        /// One tensor, as the file names it.
        first: String,
        /// The other.
        second: String,
    },
    /// An entry of [`Metadata`](super::Metadata) that cannot be understood.
    #[non_exhaustive]
    Metadata {
        /// The key of the entry.
        key: String,
        /// What its value should be.
        expected: String,
        /// What it is.
        found: String,
    },
    /// The header of the file to be written would be longer than the format allows.
    #[non_exhaustive]
    HeaderTooLong {
        /// The weight file.
        path: PathBuf,
        /// Its length in bytes.
        bytes: u64,
    },
    /// The list of tensors does not describe the parameters and buffers given with it.
    #[non_exhaustive]
    Layout {
        /// The tensor.
        tensor: String,
        /// What was expected of it.
        expected: String,
        /// What it says.
        found: String,
    },
}

/// What differs at one name between the network and a weight file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The name of the tensor: in the file after renaming.
    pub tensor: String,
    /// The network's tensor of this name, as `F32 [64, 3, 3, 3]`; none if it has no such.
    pub expected: Option<String>,
    /// The file's tensor of this name; none if it has no such.
    pub found: Option<String>,
    /// If one of them has no such tensor: its most similar name that is left over.
    pub near: Option<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = self.expected.as_deref().unwrap_or("no such tensor");
        let found = self.found.as_deref().unwrap_or("no such tensor");
        write!(f, "`{}`: expected {expected}, found {found}", clip(&self.tensor))?;
        match (&self.near, &self.found) {
            (Some(near), None) => write!(f, "; is it the file's `{}`?", clip(near)),
            (Some(near), Some(_)) => write!(f, "; did you mean `{}`?", clip(near)),
            (None, _) => Ok(()),
        }
    }
}

impl fmt::Debug for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, action, help, source } => {
                write!(f, "weight file `{}`: cannot {action}: {source}", path.display())?;
                write!(f, "\n  help: {help}")
            }
            Self::Path { path, expected, found, help } => {
                let path = path.display();
                let what = format!("`{path}` cannot be a weight file");
                told(f, &what, expected, found, help)
            }
            Self::Damaged { path, at, expected, found, help } => {
                let path = path.display();
                let what = format!("`{path}` is not a weight file or a damaged one, at byte {at}");
                told(f, &what, expected, found, help)
            }
            Self::Checksum { path, expected, found } => {
                let what = format!("the tensors of weight file `{}` are damaged", path.display());
                let expected = format!("CRC-32 {expected:08x}, as `nncore.checksum` says");
                let help = "take an older copy of the file; if a program changed the tensors on \
                            purpose, let it remove the metadata entry `nncore.checksum`";
                told(f, &what, &expected, &format!("CRC-32 {found:08x}"), help)
            }
            Self::Mismatch { path, differences, total, help } => {
                let tensors = if *total == 1 { "tensor" } else { "tensors" };
                let path = path.display();
                write!(f, "weight file `{path}` does not fit the network in {total} {tensors}")?;
                for difference in differences {
                    write!(f, "\n  {difference}")?;
                }
                if *total > differences.len() {
                    write!(f, "\n  … and {} more", total - differences.len())?;
                }
                write!(f, "\n  help: {help}")
            }
            Self::Rename { path, to, first, second } => {
                let what = format!("two tensors of weight file `{}` get one name", path.display());
                let expected = "another name for every tensor";
                let (first, second) = (clip(first), clip(second));
                let found = format!("`{to}` for both `{first}` and `{second}`", to = clip(to));
                let help = "make the rules of `Rename` more exact: a longer prefix, or `exact`";
                told(f, &what, expected, &found, help)
            }
            Self::Metadata { key, expected, found } => {
                let what = format!("metadata entry `{}` cannot be understood", clip(key));
                told(f, &what, expected, found, "correct the entry where the file was made")
            }
            Self::HeaderTooLong { path, bytes } => {
                let what = format!("the header of weight file `{}` is too long", path.display());
                let found = format!("{bytes} bytes");
                told(f, &what, "at most 100000000 bytes", &found, "shorten the metadata")
            }
            Self::Layout { tensor, expected, found } => {
                let what = format!("tensor `{}` is not where it should be", clip(tensor));
                let help = "pass the tensors, the parameters and the buffers of one network";
                told(f, &what, expected, found, help)
            }
        }
    }
}

fn told(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    expected: &str,
    found: &str,
    help: &str,
) -> fmt::Result {
    write!(f, "{what}\n  expected: {expected}\n  found: {found}\n  help: {help}")
}

impl core::error::Error for CheckpointError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
