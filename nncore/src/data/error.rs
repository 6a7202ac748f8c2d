//! What can be wrong with data on disk.

use crate::text::Printable;
use core::fmt;
use std::boxed::Box;
use std::format;
use std::io;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

/// Why a data set could not be read. The text names the file, the place in it, what was
/// expected, what was found, and where there is one the remedy. `{:?}` is as `{}`.
#[non_exhaustive]
pub enum DataError {
    /// No file or folder has this path.
    Missing {
        /// The path looked for.
        path: PathBuf,
        /// What should be there.
        expected: String,
    },
    /// A folder where a file belongs, or the other way round.
    Kind {
        /// The path.
        path: PathBuf,
        /// What should be there: `a file`, `a folder`.
        expected: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// The operating system refused.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Its reason.
        source: io::Error,
    },
    /// A `.gz` file that does not decompress.
    Gzip {
        /// The file.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// The file begins otherwise than its name promises, or holds an impossible size.
    Header {
        /// The file.
        path: PathBuf,
        /// Bytes from the beginning of the (decompressed) file.
        offset: u64,
        /// What should be there.
        expected: String,
        /// What was read.
        found: String,
        /// What to do.
        help: &'static str,
    },
    /// The file is shorter or longer than its contents should be.
    Length {
        /// The file.
        path: PathBuf,
        /// Where the expected length comes from.
        expected: String,
        /// What is there.
        found: String,
    },
    /// Images and labels do not belong together.
    Counts {
        /// The file of the images.
        images_path: PathBuf,
        /// Its images.
        images: usize,
        /// The file of the labels.
        labels_path: PathBuf,
        /// Its labels.
        labels: usize,
    },
    /// A label that names no class.
    Label {
        /// The file.
        path: PathBuf,
        /// The picture, counted from 0.
        row: usize,
        /// Bytes from the beginning of the (decompressed) file.
        offset: u64,
        /// The number of classes.
        classes: usize,
        /// The label.
        found: u32,
    },
    /// More bytes than a reader is willing to hold.
    TooLarge {
        /// The file or folder.
        path: PathBuf,
        /// The bytes that it would take.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// A file that should be a picture and is not, or is damaged or cut short.
    Picture {
        /// The file.
        path: PathBuf,
        /// The decoder's reason.
        source: Box<dyn core::error::Error + Send + Sync>,
    },
    /// A folder with pictures in formats that are not read here, and none in the others.
    Format {
        /// The folder.
        path: PathBuf,
        /// What is there.
        found: String,
    },
    /// A set without a single picture.
    Empty {
        /// The file or folder.
        path: PathBuf,
        /// What was expected there.
        expected: &'static str,
        /// What is there instead.
        found: String,
    },
    /// The classes are not those that were expected.
    Classes {
        /// The file or folder.
        path: PathBuf,
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
        /// What to do.
        help: &'static str,
    },
    /// More classes than a network has outputs ([`DataSet::check_outputs`](super::DataSet::check_outputs)).
    Outputs {
        /// The classes of the set.
        classes: usize,
        /// The outputs of the network.
        outputs: usize,
    },
    /// Numbers that do not describe a set ([`Pictures::new`](super::Pictures::new)).
    Shape {
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
    },
    /// A folder that holds no data set that is known here.
    Unrecognised {
        /// The folder.
        path: PathBuf,
        /// The names in it.
        found: Vec<String>,
        /// What to do.
        help: String,
    },
}

impl DataError {
    /// The file or folder at fault, where there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing { path, .. }
            | Self::Kind { path, .. }
            | Self::Io { path, .. }
            | Self::Gzip { path, .. }
            | Self::Header { path, .. }
            | Self::Length { path, .. }
            | Self::Counts { labels_path: path, .. }
            | Self::Label { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Picture { path, .. }
            | Self::Format { path, .. }
            | Self::Empty { path, .. }
            | Self::Classes { path, .. }
            | Self::Unrecognised { path, .. } => Some(path),
            Self::Shape { .. } | Self::Outputs { .. } => None,
        }
    }

    /// First line (after the path), expected, found, help.
    fn parts(&self) -> (String, String, String, String) {
        let text = |what: &str, expected: &str, found: &str, help: &str| {
            (what.into(), expected.into(), found.into(), help.into())
        };
        match self {
            Self::Missing { path, expected } => {
                text("no such file or folder", expected, "nothing", &relative_to(path))
            }
            Self::Kind { expected, found, .. } => {
                text(&format!("{found} where {expected} belongs"), expected, found, "")
            }
            Self::Io { source, .. } => {
                text("cannot be read", "a readable file or folder", &source.to_string(), "")
            }
            Self::Gzip { source, .. } => text(
                "damaged gzip file",
                "a whole gzip file",
                &source.to_string(),
                "download the file again",
            ),
            Self::Header { offset, expected, found, help, .. } => {
                text(&format!("wrong header at byte {offset}"), expected, found, help)
            }
            Self::Length { expected, found, .. } => text(
                "the file has not the length that its contents need",
                expected,
                found,
                "the file is cut short, damaged or of another kind; download it again",
            ),
            Self::Counts { images_path, images, labels, .. } => text(
                &format!("{labels} labels for {images} images"),
                &format!("{images} labels, one an image in `{}`", shown(images_path)),
                &format!("{labels}"),
                "take both files from the same set",
            ),
            Self::Label { row, offset, classes, found, .. } => text(
                &format!("label {found} out of range at picture {row} (byte {offset})"),
                &format!("a class from 0 to {}", classes.saturating_sub(1)),
                &found.to_string(),
                "the file is damaged or of another kind; download it again",
            ),
            Self::TooLarge { bytes, limit, .. } => text(
                "too large to be held in memory",
                &format!("at most {limit} bytes"),
                &format!("{bytes} bytes"),
                "use a smaller set or smaller pictures",
            ),
            Self::Picture { source, .. } => text(
                "not a picture, or a damaged one",
                "a PNG or JPEG picture",
                &source.to_string(),
                "repair or remove the file",
            ),
            Self::Format { found, .. } => text(
                "only pictures of formats that are not read here",
                "PNG or JPEG pictures (`.png`, `.jpg`, `.jpeg`, `.jfif`)",
                found,
                "convert the files to PNG",
            ),
            Self::Empty { expected, found, .. } => text("no pictures", expected, found, ""),
            Self::Classes { expected, found, help, .. } => {
                text("other classes than expected", expected, found, help)
            }
            Self::Outputs { classes, outputs } => text(
                &format!("{classes} classes for a network of {outputs} outputs"),
                &format!("at most {outputs} classes"),
                &format!("{classes} classes"),
                &format!("give the network's last layer {classes} outputs"),
            ),
            Self::Shape { expected, found } => {
                text("the numbers do not describe a set of pictures", expected, found, "")
            }
            Self::Unrecognised { found, help, .. } => {
                let found = if found.is_empty() { "nothing".into() } else { listed(found) };
                text("no known data set in this folder", LOOKED_FOR, &found, help)
            }
        }
    }
}

const LOOKED_FOR: &str = "one of
    MNIST: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte` (and `t10k-…`), with or without `.gz`
    CIFAR-10, binary version: `data_batch_1.bin` to `data_batch_5.bin` (and `test_batch.bin`)
    pictures: `train/CLASS/*.png` (and `test/CLASS/*.png`), or `CLASS/*.png`; `.jpg` too";

/// A path, as it can be printed.
pub(super) fn shown(path: &Path) -> String {
    Printable(&path.to_string_lossy()).to_string()
}

/// Names in backticks: all of them, or the first six and how many more there are.
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    const MOST: usize = 6;
    let first = names.iter().take(MOST).map(|name| format!("`{}`", Printable(name.as_ref())));
    let more = names.len().checked_sub(MOST).filter(|more| *more > 0);
    let texts: Vec<String> = first.chain(more.map(|more| format!("{more} more"))).collect();
    texts.join(", ")
}

fn relative_to(path: &Path) -> String {
    match std::env::current_dir() {
        Ok(dir) if path.is_relative() => {
            format!("check the path; it is relative to `{}`", shown(&dir))
        }
        _ => "check the path".into(),
    }
}

impl fmt::Debug for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, expected, found, help) = self.parts();
        if let Some(path) = self.path() {
            write!(f, "`{}`: ", shown(path))?;
        }
        write!(f, "{what}\n  expected: {expected}\n  found: {found}")?;
        if !help.is_empty() {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

impl core::error::Error for DataError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::Gzip { source, .. } => Some(source),
            Self::Picture { source, .. } => Some(&**source),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_the_house_writes() {
        let error = DataError::Label {
            path: "set/test_batch.bin".into(),
            row: 7,
            offset: 7 * 3073,
            classes: 10,
            found: 200,
        };
        assert_eq!(
            error.to_string(),
            "`set/test_batch.bin`: label 200 out of range at picture 7 (byte 21511)\n  \
             expected: a class from 0 to 9\n  found: 200\n  \
             help: the file is damaged or of another kind; download it again"
        );
    }

    #[test]
    fn is_an_error_that_threads_can_pass_on() {
        fn check<E: core::error::Error + Send + Sync + 'static>() {}
        check::<DataError>();
    }
}
