//! CIFAR-10, binary version: records of 3,073 bytes, the label and then 32 x 32 bytes of
//! red, of green and of blue, each row by row.
//!
//! Format: A. Krizhevsky, "The CIFAR-10 dataset", section "Binary version".

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
/// When there is no training file, a file is not whole records, a label is above 9, or
/// there are not ten names.
pub fn read(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    let dir = dir.as_ref();
    file::list(dir)?;
    let classes = classes(dir)?;
    let paths = training_files(dir);
    if paths.is_empty() {
        return Err(DataError::Missing {
            path: dir.join("data_batch_1.bin"),
            expected: "one or more of `data_batch_1.bin` to `data_batch_5.bin`".into(),
        });
    }
    let train = records(&paths, &classes)?;
    let test = dir.join(TEST);
    let test = if test.exists() { Some(records(&[test], &classes)?) } else { None };
    Ok(DataSet { train, test, source: Source::Cifar10 })
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

fn records(paths: &[PathBuf], classes: &[String]) -> Result<Pictures, DataError> {
    let mut pixels = Vec::new();
    let mut labels = Vec::new();
    for path in paths {
        let bytes = file::read(path, file::MAX_FILE)?;
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
    }
    Pictures::new(3, SIZE, SIZE, pixels, &labels, classes.to_vec())
}
