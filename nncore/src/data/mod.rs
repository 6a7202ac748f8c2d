//! Data on its way to a network: readers of MNIST, CIFAR-10 and folders of pictures, a
//! generated set, and the loader that turns any of them into standardised batches.
//!
//! Everything is read into memory once, as bytes ([`Pictures`]); a [`Loader`] resizes,
//! augments and standardises a batch at a time. No file, however damaged, makes a reader
//! panic or allocate without bound: it gives a [`DataError`], which names the file, the
//! place in it, what was read and what was expected.
//!
//! ```no_run
//! use nncore::data::{self, Loader};
//!
//! let set = data::open("data/mnist")?;
//! let preprocessing = data::statistics(&set.train, 56, 56);
//! let loader = Loader::new(set.train, preprocessing, 64, 1);
//! let mut images = vec![0.0; 64 * 3 * 56 * 56];
//! let mut labels = vec![0; 64];
//! let mut batches = loader.batches(0);
//! loop {
//!     let n = batches.next_into(&mut images, &mut labels);
//!     if n == 0 {
//!         break;
//!     }
//!     // `images[..n * 3 * 56 * 56]` and `labels[..n]` are a batch.
//! }
//! # Ok::<(), data::DataError>(())
//! ```

use crate::text::Printable;
use std::format;
use std::path::Path;
use std::string::String;
use std::vec::Vec;

pub mod cifar10;
mod draws;
mod error;
mod file;
pub mod folder;
pub mod idx;
mod jpeg;
mod loader;
mod observer;
mod pictures;
mod remark;
pub mod synthetic;
pub mod transform;

pub use error::DataError;
pub use loader::{Batches, Loader};
pub use observer::Reading;
pub use pictures::{Picture, Pictures};
pub use remark::Remark;
pub use transform::{Augment, Preprocessing, statistics};

/// Where a [`DataSet`] came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// Generated ([`synthetic`]).
    Synthetic,
    /// IDX files under MNIST's names ([`idx`]).
    Mnist,
    /// The binary version of CIFAR-10 ([`cifar10`]).
    Cifar10,
    /// A folder of pictures for each class ([`folder`]).
    Folder,
}

impl core::fmt::Display for Source {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Synthetic => "generated shapes",
            Self::Mnist => "MNIST (IDX files)",
            Self::Cifar10 => "CIFAR-10 (binary version)",
            Self::Folder => "folder of pictures by class",
        })
    }
}

/// A training set and, where the source has one, a test set with the same classes.
#[derive(Clone, Debug)]
pub struct DataSet {
    /// The pictures to train on.
    pub train: Pictures,
    /// The pictures to test on; without them, see [`Pictures::split`].
    pub test: Option<Pictures>,
    /// Where both came from.
    pub source: Source,
    /// What a reader noticed that is worth a look: files that were left out, classes
    /// without a picture. Programs should print them.
    pub remarks: Vec<Remark>,
}

impl DataSet {
    /// A set, with remarks on its classes without a picture.
    pub(super) fn new(train: Pictures, test: Option<Pictures>, source: Source) -> Self {
        let names = |missing: Vec<&str>| missing.into_iter().map(String::from).collect();
        let untrained = train.missing();
        let mut remarks = Vec::new();
        if !untrained.is_empty() {
            remarks.push(Remark::Untrained { classes: names(untrained) });
        }
        let untested = test.as_ref().map(Pictures::missing).unwrap_or_default();
        if !untested.is_empty() {
            remarks.push(Remark::Untested { classes: names(untested) });
        }
        Self { train, test, source, remarks }
    }

    /// Checks that a network of so many outputs can tell the classes apart. Fewer classes
    /// than outputs are fine: the others are never a target.
    ///
    /// # Errors
    /// When there are more classes than outputs.
    pub fn check_outputs(&self, outputs: usize) -> Result<(), DataError> {
        let classes = self.train.classes().len();
        if classes > outputs { Err(DataError::Outputs { classes, outputs }) } else { Ok(()) }
    }
}

/// Reads the data set in a folder, whichever of the three kinds it is: IDX files under
/// MNIST's names, the binary version of CIFAR-10, or a folder of pictures for each class.
///
/// # Errors
/// When the folder is missing or holds none of the three (the error says what was looked
/// for and what lies there), and whatever the reader of the kind reports.
pub fn open(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    open_with(dir, |_| {})
}

/// [`open`], which calls `observer` after each picture of a folder, or each file of the
/// other kinds: reading a large folder takes a while.
///
/// ```no_run
/// use nncore::data;
///
/// let set = data::open_with("data/flowers", |reading| {
///     if reading.done % 1000 == 0 {
///         eprintln!("{} of {} {}", reading.done, reading.total, reading.unit);
///     }
/// })?;
/// # Ok::<(), data::DataError>(())
/// ```
///
/// # Errors
/// As [`open`].
pub fn open_with(
    dir: impl AsRef<Path>,
    mut observer: impl FnMut(Reading),
) -> Result<DataSet, DataError> {
    let (dir, observer) = (dir.as_ref(), &mut observer);
    let entries = file::list(dir)?;
    if idx::is_present(dir) {
        idx::mnist_with(dir, observer)
    } else if cifar10::is_present(dir) {
        cifar10::read_with(dir, observer)
    } else if folder::is_present(dir, &entries) {
        folder::read_with(dir, observer)
    } else {
        Err(unrecognised(dir, entries.into_iter().map(|entry| entry.name).collect()))
    }
}

fn unrecognised(dir: &Path, names: Vec<String>) -> DataError {
    let nested = ["cifar-10-batches-bin", "mnist", "MNIST/raw", "raw"]
        .into_iter()
        .map(|name| dir.join(name))
        .find(|path| idx::is_present(path) || cifar10::is_present(path));
    let archive = names.iter().find(|n| {
        [".zip", ".tar", ".tgz", ".tar.gz"].iter().any(|end| n.to_ascii_lowercase().ends_with(end))
    });
    let help = if let Some(path) = nested {
        format!("the data set lies one level down: `{}`", error::shown(&path))
    } else if names.iter().any(|n| n == "data_batch_1" || n == "batches.meta") {
        "this is CIFAR-10's Python version; download the binary version".into()
    } else if let Some(name) = archive {
        format!("unpack `{}` and give the folder that it holds", Printable(name))
    } else {
        "give the folder in which these lie".into()
    };
    DataError::Unrecognised { path: dir.into(), found: names, help }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::string::ToString;

    #[test]
    fn says_what_was_looked_for() {
        let dir = tempfile::tempdir().unwrap();
        let error = open(dir.path()).unwrap_err().to_string();
        for word in ["train-images-idx3-ubyte", "data_batch_1.bin", "CLASS", "nothing"] {
            assert!(error.contains(word), "{word}: {error}");
        }
        fs::write(dir.path().join("data_batch_1"), "x").unwrap();
        assert!(open(dir.path()).unwrap_err().to_string().contains("Python version"));
    }

    #[test]
    fn outputs_for_every_class() {
        let set = synthetic::data_set(1, 1, 1);
        assert!(set.check_outputs(10).is_ok() && set.check_outputs(12).is_ok());
        let error = set.check_outputs(9).unwrap_err().to_string();
        assert!(error.contains("10 classes for a network of 9 outputs"), "{error}");
    }

    #[test]
    fn points_one_level_down() {
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("cifar-10-batches-bin");
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("data_batch_1.bin"), "x").unwrap();
        let error = open(dir.path()).unwrap_err().to_string();
        assert!(error.contains("one level down"), "{error}");
    }

    #[test]
    fn missing_folder_and_file_for_a_folder() {
        let dir = tempfile::tempdir().unwrap();
        let missing = dir.path().join("nowhere");
        let error = open(&missing).unwrap_err();
        assert!(matches!(error, DataError::Missing { .. }), "{error}");
        fs::write(&missing, "x").unwrap();
        let error = open(&missing).unwrap_err();
        assert!(matches!(error, DataError::Kind { .. }), "{error}");
    }
}
