//! CIFAR-10, binary version: records of 3,073 bytes, the label and then 32 x 32 bytes of
//! red, of green and of blue, each row by row.
//!
//! Format: A. Krizhevsky, "The CIFAR-10 dataset", section "Binary version".

use super::observer::{Counter, Observer};
use super::{DataError, DataSet, Pictures, Source, file};
use std::borrow::ToOwned;
use std::format;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

/// Rows and columns of a picture.
pub const SIZE: usize = 32;
/// Bytes of a record.
pub const RECORD: usize = 1 + 3 * SIZE * SIZE;
/// The names of the classes, used where `batches.meta.txt` is missing.
pub const CLASSES: [&str; 10] =
    ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

const NAMES: &str = "batches.meta.txt";
const TEST: &str = "test_batch.bin";

fn training_files(dir: &Path) -> Vec<PathBuf> {
    (1..=5).map(|i| dir.join(format!("data_batch_{i}.bin"))).filter(|path| path.exists()).collect()
}

/// Whether one of CIFAR-10's files lies here.
pub(super) fn is_present(dir: &Path) -> bool {
    dir.join(TEST).exists() || !training_files(dir).is_empty()
}

/// Reads `data_batch_1.bin` to `data_batch_5.bin`, as many as there are, `test_batch.bin`
/// when it is there, and the names of the classes from `batches.meta.txt`, or else
/// [`CLASSES`].
///
/// # Errors
/// When there is no training file, a file is not whole records, a label is above 9, there
/// are not ten names, or the files of a part are more than 4 GiB together.
pub fn read(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    read_with(dir.as_ref(), &mut |_| {})
}

pub(super) fn read_with(dir: &Path, observer: Observer<'_>) -> Result<DataSet, DataError> {
    file::list(dir)?;
    let classes = classes(dir)?;
    let paths = training_files(dir);
    if paths.is_empty() {
        return Err(DataError::Missing {
            path: dir.join("data_batch_1.bin"),
            expected: "one or more of `data_batch_1.bin` to `data_batch_5.bin`".into(),
        });
    }
    let test = dir.join(TEST);
    let has_test = test.exists();
    let mut files = Counter::new("files", paths.len() + usize::from(has_test), observer);
    let train = records(&paths, &classes, file::MAX_SET, &mut files)?;
    let test = match has_test {
        true => Some(records(&[test], &classes, file::MAX_SET, &mut files)?),
        false => None,
    };
    Ok(DataSet::new(train, test, Source::Cifar10))
}

fn classes(dir: &Path) -> Result<Vec<String>, DataError> {
    let path = dir.join(NAMES);
    if !path.exists() {
        return Ok(CLASSES.map(str::to_owned).into());
    }
    let bytes = file::read(&path, 1 << 16)?;
    let text = String::from_utf8_lossy(&bytes);
    let names: Vec<String> =
        text.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if names.len() == CLASSES.len() {
        return Ok(names);
    }
    Err(DataError::Classes {
        path,
        expected: "10 names, one a line".into(),
        found: format!("{} names", names.len()),
        help: "remove the file to use the usual names",
    })
}

/// The pictures of files of at most `limit` bytes together.
fn records(
    paths: &[PathBuf],
    classes: &[String],
    limit: u64,
    files: &mut Counter<'_>,
) -> Result<Pictures, DataError> {
    let mut pixels = Vec::new();
    let mut labels = Vec::new();
    for path in paths {
        let bytes = file::read(path, file::MAX_FILE)?;
        let total = (pixels.len() + bytes.len()) as u64;
        if total > limit {
            return Err(DataError::TooLarge { path: path.clone(), bytes: total, limit });
        }
        if bytes.is_empty() || !bytes.len().is_multiple_of(RECORD) {
            return Err(DataError::Length {
                path: path.clone(),
                expected: format!(
                    "a multiple of {RECORD} bytes (1 label and 3 x 32 x 32 a picture)"
                ),
                found: format!(
                    "{} bytes ({} records and {} bytes)",
                    bytes.len(),
                    bytes.len() / RECORD,
                    bytes.len() % RECORD
                ),
            });
        }
        pixels.reserve_exact(bytes.len() / RECORD * (RECORD - 1));
        for (row, record) in bytes.chunks_exact(RECORD).enumerate() {
            let label = u32::from(record[0]);
            if label as usize >= classes.len() {
                return Err(DataError::Label {
                    path: path.clone(),
                    row,
                    offset: (row * RECORD) as u64,
                    classes: classes.len(),
                    found: label,
                });
            }
            labels.push(label);
            pixels.extend_from_slice(&record[1..]);
        }
        files.step();
    }
    Pictures::new(3, SIZE, SIZE, pixels, &labels, classes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::vec;

    #[test]
    fn the_limit_holds_for_all_files_together() {
        let dir = tempfile::tempdir().unwrap();
        let paths = [1, 2, 3].map(|i| dir.path().join(format!("data_batch_{i}.bin")));
        paths.iter().for_each(|path| fs::write(path, vec![0; 2 * RECORD]).unwrap());
        let classes = CLASSES.map(str::to_owned);
        let read = |limit| {
            let mut ignored = |_| {};
            records(&paths, &classes, limit, &mut Counter::new("files", 3, &mut ignored))
        };
        assert_eq!(read(6 * RECORD as u64).unwrap().len(), 6);
        let error = read(5 * RECORD as u64).unwrap_err();
        assert!(matches!(&error, DataError::TooLarge { path, .. } if *path == paths[2]), "{error}");
    }
}
