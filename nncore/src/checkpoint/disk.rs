//! Files: replaced whole or not at all, read without trust in their length.

use std::fs::{self, File, Permissions};
use std::io::{self, Read, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;
use std::{format, vec};

use super::error::CheckpointError;
use super::header::{MAX_HEADER, PREFIX};
use super::json::Fault;
use super::stale;

/// The operations on files that can fail. A test makes each of them fail in turn.
pub(super) trait FileSystem {
    /// A file under a temporary name; dropped, it is removed.
    type Temporary: Write;
    /// A file open for reading.
    type Opened: Read;

    /// A new, empty file in `folder`, with these permissions or a new file's usual ones.
    fn create(&self, folder: &Path, like: Option<&Permissions>) -> io::Result<Self::Temporary>;
    /// Waits until the bytes are on the disk.
    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()>;
    /// Gives the file its name, in place of what had that name.
    fn replace(&self, file: Self::Temporary, path: &Path) -> io::Result<()>;
    /// Waits until the names in the folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Opens a file, and says how long it is.
    fn open(&self, path: &Path) -> io::Result<(Self::Opened, u64)>;
}

/// The file system of the machine.
pub(super) struct Disk;

impl FileSystem for Disk {
    type Temporary = tempfile::NamedTempFile;
    type Opened = File;

    fn create(&self, folder: &Path, like: Option<&Permissions>) -> io::Result<Self::Temporary> {
        stale::clear(folder);
        let mut builder = tempfile::Builder::new();
        builder.prefix(stale::PREFIX).suffix(stale::SUFFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As for any new file, less the umask; the crate's own choice is 0o600.
            builder.permissions(Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        // Another that clears the folder may have found it before it was locked. That is over in a moment.
        for _ in 0..100 {
            if stale::claim(file.as_file()) {
                break;
            }
            file = builder.tempfile_in(folder)?;
        }
        if let Some(permissions) = like {
            file.as_file().set_permissions(permissions.clone())?;
        }
        Ok(file)
    }

    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn replace(&self, file: Self::Temporary, path: &Path) -> io::Result<()> {
        file.persist(path).map(drop).map_err(|error| error.error)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network file systems have no such operation; they need none.
            Err(error) if is_unknown(&error) => Ok(()),
            result => result,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(()) // A folder cannot be opened; the system keeps the order of renames itself.
    }

    fn open(&self, path: &Path) -> io::Result<(Self::Opened, u64)> {
        let file = File::open(path)?;
        let len = file.metadata()?.len();
        Ok((file, len))
    }
}

#[cfg(unix)]
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// An operating system's refusal, with what to do about it.
fn refusal<'a>(
    path: &'a Path,
    action: &'a str,
    aftermath: &'a str,
) -> impl Fn(io::Error) -> CheckpointError + 'a {
    use io::ErrorKind as Kind;
    move |source| {
        let folder = parent(path).display().to_string();
        let remedy = match source.kind() {
            Kind::NotFound if action.starts_with("create") => {
                format!("make the folder first: `mkdir -p {folder}`")
            }
            Kind::NotFound => format!("check the path, and the folder `{folder}`"),
            Kind::NotADirectory => String::from("a part of the path is a file: check the path"),
            Kind::PermissionDenied => {
                format!("get permission for `{folder}` and the file, or use another folder")
            }
            Kind::ReadOnlyFilesystem => String::from("use a folder on another disk"),
            Kind::StorageFull | Kind::QuotaExceeded => {
                String::from("free space on this disk, or use a folder on another")
            }
            Kind::InvalidFilename => String::from("use a shorter or simpler name"),
            Kind::OutOfMemory => String::from("use a machine with more memory"),
            _ => String::from("try again; if it stays so, use a folder on another disk"),
        };
        CheckpointError::Io {
            path: path.into(),
            action: action.into(),
            help: format!("{remedy}{aftermath}"),
            source,
        }
    }
}

/// That there are not so many bytes of memory for a file.
pub(super) fn out_of_memory(path: &Path, bytes: u64) -> CheckpointError {
    let action = format!("get {bytes} bytes of memory for it");
    refusal(path, &action, "")(io::ErrorKind::OutOfMemory.into())
}

const AS_BEFORE: &str = " (nothing was changed)";
const IN_PLACE: &str = " (the new file is in place, whole, but a power cut now might undo it)";

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn unfit(
    path: &Path,
    expected: &'static str,
    found: &'static str,
    help: &'static str,
) -> CheckpointError {
    CheckpointError::Path { path: path.into(), expected, found, help }
}

/// What stands at a path where a weight file shall be or is; none if nothing does.
fn look(path: &Path) -> Result<Option<fs::Metadata>, CheckpointError> {
    let name = "the path of a file";
    if path.file_name().is_none() || path.to_string_lossy().ends_with(MAIN_SEPARATOR) {
        return Err(unfit(path, name, "no file name at its end", "append a file name"));
    }
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(unfit(path, name, "a folder", "append a file name")),
        // Opening a pipe would wait for its other end.
        Ok(found) if !found.is_file() => {
            Err(unfit(path, name, "a device, pipe or socket", "use another path"))
        }
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refusal(path, "look at it", AS_BEFORE)(error)),
    }
}

/// Writes a file under a temporary name in the same folder, then gives it its name.
///
/// Whatever happens, `path` is what it was or the new file, whole, and the temporary file is
/// gone, unless the process is killed: then a `.checkpoint-….tmp` may stay, until the next write in that folder.
pub(super) fn write<F: FileSystem>(
    system: &F,
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), CheckpointError> {
    let (mut file, target) = begin(system, path)?;
    let fails = |action| refusal(path, action, AS_BEFORE);
    content(&mut file).map_err(fails("write it"))?;
    file.flush().map_err(fails("write it"))?;
    system.sync(&mut file).map_err(fails("get it onto the disk"))?;
    system.replace(file, &target).map_err(fails("give the temporary file its name"))?;
    let is_late = refusal(path, "get its name onto the disk", IN_PLACE);
    system.sync_folder(parent(&target)).map_err(is_late)
}

/// An empty temporary file beside the one that shall be written, and the path of that one,
/// links followed.
pub(super) fn begin<F: FileSystem>(
    system: &F,
    path: &Path,
) -> Result<(F::Temporary, PathBuf), CheckpointError> {
    let before = look(path)?;
    if before.as_ref().is_some_and(|file| file.permissions().readonly()) {
        let help = "make it writable, or use another path";
        return Err(unfit(path, "a file that may be replaced", "a write-protected file", help));
    }
    let target = target(path)?;
    let permissions = before.map(|file| file.permissions());
    let fails = refusal(path, "create a temporary file in its folder", AS_BEFORE);
    let file = system.create(parent(&target), permissions.as_ref()).map_err(fails)?;
    Ok((file, target))
}

/// Where a link leads, so that the file is replaced and the link stays.
fn target(path: &Path) -> Result<PathBuf, CheckpointError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => {
            fs::canonicalize(path).map_err(refusal(path, "follow the link that it is", AS_BEFORE))
        }
        _ => Ok(path.into()),
    }
}

/// A weight file that is being read.
pub(super) struct Source<'a, R> {
    path: &'a Path,
    reader: R,
    /// The length of the file when it was opened.
    len: u64,
}

impl<'a, R: Read> Source<'a, R> {
    pub(super) fn open<F: FileSystem<Opened = R>>(
        system: &F,
        path: &'a Path,
    ) -> Result<Self, CheckpointError> {
        look(path)?;
        let (reader, len) = system.open(path).map_err(refusal(path, "open it", ""))?;
        Ok(Self { path, reader, len })
    }

    /// The length and the JSON: everything before the tensors.
    pub(super) fn header(&mut self) -> Result<Vec<u8>, CheckpointError> {
        let mut bytes = vec![];
        if self.len < PREFIX as u64 {
            let found = format!("a file of {} bytes", self.len);
            let fault = Fault::new(0, "8 bytes: the length of the header", found);
            return Err(self.damage(fault, &bytes));
        }
        self.append(&mut bytes, PREFIX as u64)?;
        let mut prefix = [0; PREFIX];
        prefix.copy_from_slice(&bytes);
        let n = u64::from_le_bytes(prefix);
        let found = || format!("a length of {n} bytes in a file of {}", self.len);
        if n > MAX_HEADER {
            let expected = format!("a header of at most {MAX_HEADER} bytes");
            return Err(self.damage(Fault::new(0, expected, found()), &bytes));
        }
        if n > self.len - PREFIX as u64 {
            return Err(self.damage(Fault::new(0, "a header within the file", found()), &bytes));
        }
        self.append(&mut bytes, n)?;
        Ok(bytes)
    }

    /// Bytes after those read so far.
    pub(super) fn rest(&self, read: &[u8]) -> u64 {
        self.len.saturating_sub(read.len() as u64)
    }

    /// Appends the next `count` bytes of the file, never more than it said to have.
    pub(super) fn append(
        &mut self,
        bytes: &mut Vec<u8>,
        count: u64,
    ) -> Result<(), CheckpointError> {
        let memory = |()| out_of_memory(self.path, count);
        let capacity = usize::try_from(count)
            .map_err(drop)
            .and_then(|count| bytes.try_reserve_exact(count).map_err(drop));
        capacity.map_err(memory)?;
        let read = (&mut self.reader).take(count).read_to_end(bytes);
        let read = read.map_err(refusal(self.path, "read it", ""))?;
        if read as u64 == count {
            return Ok(());
        }
        let expected = format!("a file of {} bytes, as it had when it was opened", self.len);
        let found = format!("its end after {}", bytes.len());
        let mut fault = self.damage(Fault::new(0, expected, found), &[]);
        if let CheckpointError::Damaged { at, help, .. } = &mut fault {
            *at = bytes.len() as u64;
            *help = "something changes the file: read it when it is complete";
        }
        Err(fault)
    }

    /// The error of a fault at a byte of the file, whose first bytes are given.
    pub(super) fn damage(&self, fault: Fault, start: &[u8]) -> CheckpointError {
        CheckpointError::Damaged {
            path: self.path.into(),
            at: fault.at as u64,
            expected: fault.expected,
            found: fault.found,
            help: kind(start).unwrap_or("write or copy the file again"),
        }
    }
}

/// What files of other formats start with, and how they become weight files.
fn kind(start: &[u8]) -> Option<&'static str> {
    let pytorch = "it looks like a file of `torch.save`; write it in Python with \
                   `safetensors.torch.save_file(model.state_dict(), path)`";
    let formats: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", pytorch),
        (b"\x80\x02", pytorch),
        (
            b"\x89HDF",
            "it looks like HDF5; convert it with Keras and the Python package safetensors",
        ),
        (b"GGUF", "it looks like GGUF; convert it to safetensors"),
        (b"\x93NUMPY", "it looks like NumPy's format; write it with `safetensors.numpy.save_file`"),
        (b"version ", "it looks like a pointer of Git LFS; fetch the file: `git lfs pull`"),
    ];
    formats.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, help)| *help)
}
