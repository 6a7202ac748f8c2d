//! Reading files whose contents are not trusted: kinds are checked before anything is
//! opened (a pipe would block), lengths before anything is allocated.

use super::DataError;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::string::String;
use std::vec::Vec;

/// The most bytes of one file, or of what a `.gz` file holds: 1 GiB.
pub(super) const MAX_FILE: u64 = 1 << 30;
/// The most bytes of pixels of one set: 4 GiB (half of the address space of small machines).
pub(super) const MAX_SET: u64 = if usize::BITS < 64 { 1 << 31 } else { 1 << 32 };

pub(super) fn io_error(path: &Path, source: io::Error) -> DataError {
    DataError::Io { path: path.into(), source }
}

fn metadata(path: &Path, expected: &'static str) -> Result<Metadata, DataError> {
    fs::metadata(path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => DataError::Missing { path: path.into(), expected: expected.into() },
        _ => io_error(path, source),
    })
}

fn kind(data: &Metadata) -> &'static str {
    if data.is_dir() {
        "a folder"
    } else if data.is_file() {
        "a file"
    } else {
        "neither a file nor a folder"
    }
}

/// Opens a regular file; gives it and its length in bytes.
pub(super) fn open(path: &Path) -> Result<(File, u64), DataError> {
    let data = metadata(path, "a file")?;
    if !data.is_file() {
        return Err(DataError::Kind { path: path.into(), expected: "a file", found: kind(&data) });
    }
    let file = File::open(path).map_err(|source| io_error(path, source))?;
    Ok((file, data.len()))
}

/// The whole of a file of at most `limit` bytes.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, DataError> {
    let (file, bytes) = open(path)?;
    if bytes > limit {
        return Err(DataError::TooLarge { path: path.into(), bytes, limit });
    }
    let mut contents = zeroed(path, bytes)?;
    let n = fill(file, &mut contents).map_err(|source| io_error(path, source))?;
    contents.truncate(n);
    Ok(contents)
}

/// `bytes` zeros, or an error where memory is short.
pub(super) fn zeroed(path: &Path, bytes: u64) -> Result<Vec<u8>, DataError> {
    let too_large = || DataError::TooLarge { path: path.into(), bytes, limit: MAX_FILE };
    let n = usize::try_from(bytes).map_err(|_| too_large())?;
    let mut zeros = Vec::new();
    zeros.try_reserve_exact(n).map_err(|_| too_large())?;
    zeros.resize(n, 0);
    Ok(zeros)
}

/// Reads until `buffer` is full or the end is reached; gives the bytes read.
pub(super) fn fill(mut reader: impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut n = 0;
    while n < buffer.len() {
        match reader.read(&mut buffer[n..]) {
            Ok(0) => break,
            Ok(read) => n += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(n)
}

/// A file or folder in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_folder: bool,
}

/// What systems put beside people's files.
const OF_SYSTEMS: [&str; 4] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"];

/// What lies in a folder, by name in byte order, without hidden files (`.DS_Store`) and
/// those of systems (`Thumbs.db`). Links count as what they lead to.
pub(super) fn list(dir: &Path) -> Result<Vec<Entry>, DataError> {
    let data = metadata(dir, "a folder")?;
    if !data.is_dir() {
        return Err(DataError::Kind { path: dir.into(), expected: "a folder", found: kind(&data) });
    }
    let wrap = |source| io_error(dir, source);
    let mut entries = Vec::new();
    for entry in fs::read_dir(dir).map_err(wrap)? {
        let entry = entry.map_err(wrap)?;
        let name = entry.file_name().into_string().map_err(|name| {
            let source = io::Error::new(ErrorKind::InvalidData, "the name is not UTF-8");
            io_error(&dir.join(name), source)
        })?;
        if name.starts_with('.') || OF_SYSTEMS.contains(&&*name.to_ascii_lowercase()) {
            continue;
        }
        let kind = entry.file_type().map_err(wrap)?;
        // Only links cost a look at what they lead to.
        let is_folder = kind.is_dir() || (kind.is_symlink() && dir.join(&name).is_dir());
        entries.push(Entry { name, is_folder });
    }
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}
