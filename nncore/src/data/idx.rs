//! IDX, the format of MNIST: two zero bytes, a byte that says the type of the numbers, a
//! byte that says how many sizes follow, the sizes as big-endian `u32`s, the numbers.
//!
//! Read are unsigned bytes with 1 to 4 sizes, plain or compressed with gzip (told apart by
//! their first bytes, not by their names). Format: Y. LeCun, C. Cortes, C. Burges, "The
//! MNIST database of handwritten digits", section "File formats".

use super::observer::{Counter, Observer};
use super::{DataError, DataSet, Pictures, Source, file};
use flate2::bufread::MultiGzDecoder;
use std::format;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

const UNSIGNED_BYTE: u8 = 0x08;
const MAX_RANK: u8 = 4;
const CLASSES: usize = 10;
// Deflate's highest ratio is 1032 : 1 (258 bytes from two bits), so a header that
// promises more than this is a lie that needs no memory to be found out.
const GZIP_RATIO: u64 = 1032;

/// What an IDX file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idx {
    /// The sizes, outermost first; their product is `bytes.len()`.
    pub sizes: Vec<usize>,
    /// The numbers, the last size running fastest.
    pub bytes: Vec<u8>,
}

/// Reads an IDX file of unsigned bytes, plain or gzip, of at most 1 GiB.
///
/// # Errors
/// When the file is missing, not IDX, of another type of number, or has not exactly the
/// length that its sizes give.
pub fn read(path: impl AsRef<Path>) -> Result<Idx, DataError> {
    let path = path.as_ref();
    let (mut opened, length) = file::open(path)?;
    let io_error = |source| file::io_error(path, source);
    let mut start = [0; 2];
    let n = file::fill(&opened, &mut start).map_err(io_error)?;
    opened.rewind().map_err(io_error)?;
    if start[..n] == [0x1f, 0x8b] {
        let gzip = MultiGzDecoder::new(BufReader::new(opened));
        let wrap = |source| DataError::Gzip { path: path.into(), source };
        let most = length.saturating_mul(GZIP_RATIO);
        Reader { path, reader: gzip, wrap, length: Length::AtMost(most) }.read()
    } else {
        let reader = BufReader::new(opened);
        Reader { path, reader, wrap: io_error, length: Length::Exactly(length) }.read()
    }
}

/// What is known of the length of the decompressed file before it is read, in bytes.
#[derive(Clone, Copy)]
enum Length {
    Exactly(u64),
    AtMost(u64),
}

struct Reader<'a, R, W> {
    path: &'a Path,
    reader: R,
    wrap: W,
    length: Length,
}

impl<R: Read, W: Fn(std::io::Error) -> DataError> Reader<'_, R, W> {
    fn read(mut self) -> Result<Idx, DataError> {
        let mut magic = [0; 4];
        self.fill(&mut magic, 0, "a header of 4 bytes, then sizes, then numbers")?;
        self.check_magic(magic)?;
        let mut sizes = Vec::new();
        let mut header = 4u64;
        for _ in 0..magic[3] {
            let mut size = [0; 4];
            self.fill(&mut size, header, &format!("{} sizes of 4 bytes each", magic[3]))?;
            header += 4;
            sizes.push(u32::from_be_bytes(size));
        }
        let bytes = sizes
            .iter()
            .try_fold(1u64, |product, &size| product.checked_mul(u64::from(size)))
            .unwrap_or(u64::MAX);
        let expected = format!(
            "{} bytes (a header of {header} and {})",
            bytes.saturating_add(header),
            sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" x "),
        );
        self.check_length(header, bytes, &expected)?;
        let mut numbers = file::zeroed(self.path, bytes)?;
        self.fill(&mut numbers, header, &expected)?;
        if self.read_some(&mut [0])? != 0 {
            return Err(self.wrong_length(&expected, "more".into()));
        }
        Ok(Idx { sizes: sizes.iter().map(|&n| n as usize).collect(), bytes: numbers })
    }

    fn check_magic(&self, magic: [u8; 4]) -> Result<(), DataError> {
        let header = |offset, expected: String, found: String, help| {
            Err(DataError::Header { path: self.path.into(), offset, expected, found, help })
        };
        if magic[..2] != [0, 0] {
            let found = format!("{:#04x} {:#04x}", magic[0], magic[1]);
            return header(
                0,
                "two zero bytes, the beginning of an IDX file".into(),
                found,
                "this is another kind of file, or a damaged one",
            );
        }
        if magic[2] != UNSIGNED_BYTE {
            let expected = "0x08, numbers that are unsigned bytes".into();
            return header(2, expected, format!("{:#04x}", magic[2]), "convert the file to bytes");
        }
        if !(1..=MAX_RANK).contains(&magic[3]) {
            let expected = format!("1 to {MAX_RANK} sizes");
            return header(3, expected, magic[3].to_string(), "the file is damaged");
        }
        Ok(())
    }

    fn check_length(&self, header: u64, bytes: u64, expected: &str) -> Result<(), DataError> {
        let total = bytes.saturating_add(header);
        match self.length {
            Length::Exactly(length) if length != total => {
                Err(self.wrong_length(expected, format!("{length} bytes")))
            }
            Length::AtMost(most) if most < total => Err(self.wrong_length(
                expected,
                format!("a gzip file that cannot hold more than {most} bytes"),
            )),
            _ if bytes > file::MAX_FILE => {
                Err(DataError::TooLarge { path: self.path.into(), bytes, limit: file::MAX_FILE })
            }
            _ => Ok(()),
        }
    }

    fn read_some(&mut self, buffer: &mut [u8]) -> Result<usize, DataError> {
        file::fill(&mut self.reader, buffer).map_err(&self.wrap)
    }

    fn fill(&mut self, buffer: &mut [u8], before: u64, expected: &str) -> Result<(), DataError> {
        let n = self.read_some(buffer)?;
        if n == buffer.len() {
            return Ok(());
        }
        Err(self.wrong_length(expected, format!("the end after {} bytes", before + n as u64)))
    }

    fn wrong_length(&self, expected: &str, found: String) -> DataError {
        DataError::Length { path: self.path.into(), expected: expected.into(), found }
    }
}

/// The file of this stem under one of its usual names: `-idx3` or `.idx3`, with or
/// without `.gz`. Archives unpack to a folder of one name and the file under another: where
/// there is no file, a folder of such a name is found, so that an error can tell.
fn find(dir: &Path, stem: &str, kind: &str) -> Option<PathBuf> {
    let paths = || {
        ["", ".gz"]
            .iter()
            .flat_map(|end| ["-", "."].map(|joint| format!("{stem}{joint}{kind}{end}")))
            .map(|name| dir.join(name))
    };
    paths().find(|path| path.is_file()).or_else(|| paths().find(|path| path.exists()))
}

const IMAGES: &str = "idx3-ubyte";
const LABELS: &str = "idx1-ubyte";

/// Whether one of MNIST's four files lies here, or a folder of its name.
pub(super) fn is_present(dir: &Path) -> bool {
    ["train", "t10k"].iter().any(|part| {
        find(dir, &format!("{part}-images"), IMAGES).is_some()
            || find(dir, &format!("{part}-labels"), LABELS).is_some()
    })
}

/// Reads MNIST, or a set in its format (Fashion-MNIST, KMNIST): grey pictures of 10
/// classes, named `0` to `9`, from `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`,
/// and when they are there `t10k-…`; each also as `train-images.idx3-ubyte`, with or without
/// `.gz`.
///
/// # Errors
/// When a file is missing or damaged, images and labels differ in number, or a label is
/// above 9.
pub fn mnist(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    mnist_with(dir.as_ref(), &mut |_| {})
}

pub(super) fn mnist_with(dir: &Path, observer: Observer<'_>) -> Result<DataSet, DataError> {
    file::list(dir)?;
    let has_test =
        find(dir, "t10k-images", IMAGES).is_some() || find(dir, "t10k-labels", LABELS).is_some();
    let mut files = Counter::new("files", if has_test { 4 } else { 2 }, observer);
    let train = part(dir, "train", &mut files)?;
    let test = if has_test { Some(part(dir, "t10k", &mut files)?) } else { None };
    Ok(DataSet::new(train, test, Source::Mnist))
}

fn part(dir: &Path, name: &str, files: &mut Counter<'_>) -> Result<Pictures, DataError> {
    let path_of = |stem: String, kind: &str| {
        find(dir, &stem, kind).ok_or_else(|| DataError::Missing {
            path: dir.join(format!("{stem}-{kind}")),
            expected: format!("`{stem}-{kind}` or `{stem}-{kind}.gz`"),
        })
    };
    let images_path = path_of(format!("{name}-images"), IMAGES)?;
    let labels_path = path_of(format!("{name}-labels"), LABELS)?;
    // Labels first: where the two were exchanged, nothing large is read.
    let labels = read_rank(&labels_path, 1, "labels")?;
    files.step();
    let images = read_rank(&images_path, 3, "images")?;
    files.step();
    let [count, height, width] = [images.sizes[0], images.sizes[1], images.sizes[2]];
    if count != labels.sizes[0] {
        return Err(DataError::Counts {
            images_path,
            images: count,
            labels_path,
            labels: labels.sizes[0],
        });
    }
    if images.bytes.is_empty() {
        return Err(DataError::Empty {
            path: images_path,
            expected: "one picture or more",
            found: format!("{count} x {height} x {width}"),
        });
    }
    if let Some(row) = labels.bytes.iter().position(|&label| usize::from(label) >= CLASSES) {
        let (offset, found) = (8 + row as u64, u32::from(labels.bytes[row]));
        return Err(DataError::Label { path: labels_path, row, offset, classes: CLASSES, found });
    }
    let labels: Vec<u32> = labels.bytes.iter().map(|&label| label.into()).collect();
    let classes = (0..CLASSES).map(|c| c.to_string()).collect();
    Pictures::new(1, height, width, images.bytes, &labels, classes)
}

fn read_rank(path: &Path, rank: usize, what: &str) -> Result<Idx, DataError> {
    let idx = read(path)?;
    if idx.sizes.len() == rank {
        return Ok(idx);
    }
    Err(DataError::Header {
        path: path.into(),
        offset: 3,
        expected: format!("{rank} (the number of sizes of {what})"),
        found: idx.sizes.len().to_string(),
        help: "check whether images and labels were exchanged",
    })
}
