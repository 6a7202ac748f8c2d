//! Every operation on files fails in turn; paths that cannot be.

use std::cell::Cell;
use std::error::Error;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::rc::Rc;
use std::string::ToString;

use super::*;
use crate::checkpoint::disk::Disk;

/// How an operation fails.
#[derive(Clone, Copy, Debug)]
enum Failure {
    /// At once; later ones succeed.
    Once(ErrorKind),
    /// A write takes a part only, all later ones nothing: the disk is full.
    Full,
}

/// The disk, but operation number `n` fails, counted from 0.
#[derive(Clone)]
struct Failing {
    n: usize,
    failure: Failure,
    done: Rc<Cell<usize>>,
}

impl Failing {
    fn new(n: usize, failure: Failure) -> Self {
        Self { n, failure, done: Rc::default() }
    }

    fn step(&self) -> io::Result<()> {
        let number = self.done.replace(self.done.get() + 1);
        match self.failure {
            Failure::Once(kind) if number == self.n => Err(kind.into()),
            Failure::Full if number >= self.n => Err(ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }
}

/// A file of [`Failing`].
struct Handle<T> {
    file: T,
    system: Failing,
}

impl<T: Write> Write for Handle<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let is_last = self.system.done.get() == self.system.n;
        if matches!(self.system.failure, Failure::Full) && is_last && bytes.len() > 1 {
            self.system.done.set(self.system.done.get() + 1);
            return self.file.write(&bytes[..bytes.len() / 2]);
        }
        self.system.step()?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.system.step()?;
        self.file.flush()
    }
}

impl<T: Read> Read for Handle<T> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.system.step()?;
        self.file.read(bytes)
    }
}

impl FileSystem for Failing {
    type Temporary = Handle<tempfile::NamedTempFile>;
    type Opened = Handle<File>;

    fn create(&self, folder: &Path, like: Option<&Permissions>) -> io::Result<Self::Temporary> {
        self.step()?;
        Ok(Handle { file: Disk.create(folder, like)?, system: self.clone() })
    }
    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()> {
        self.step()?;
        Disk.sync(&mut file.file)
    }
    fn replace(&self, file: Self::Temporary, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.replace(file.file, path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        Disk.sync_folder(folder)
    }
    fn open(&self, path: &Path) -> io::Result<(Self::Opened, u64)> {
        self.step()?;
        let (file, len) = Disk.open(path)?;
        Ok((Handle { file, system: self.clone() }, len))
    }
}

const LEN: usize = 2 * CHUNK + 1;

fn large() -> Vec<TensorInfo> {
    vec![tensor("a", &[LEN], 0), tensor("b.running_mean", &[2], 0)]
}

fn save_all<F: FileSystem>(system: &F, path: &Path, value: f32) -> Result<(), CheckpointError> {
    save_on(system, path, &large(), &vec![value; LEN], &[value; 2], &Metadata::new())
}

fn load_all<F: FileSystem>(system: &F, path: &Path) -> Result<f32, CheckpointError> {
    let (mut parameters, mut buffers) = (vec![-1.0_f32; LEN], [-1.0; 2]);
    let result = load_on(system, path, &large(), &mut parameters, &mut buffers, &Rename::new());
    let value = parameters[0];
    assert!(parameters.iter().chain(&buffers).all(|found| *found == value));
    assert!(result.is_ok() || value == -1.0);
    result.map(|_| value)
}

const FAILURES: [Failure; 4] = [
    Failure::Once(ErrorKind::PermissionDenied),
    Failure::Once(ErrorKind::StorageFull),
    Failure::Once(ErrorKind::Other),
    Failure::Full,
];

/// With and without an earlier file: afterwards there is the earlier one or the new one, whole,
/// and nothing else in the folder.
#[test]
fn every_operation_of_save_fails_in_turn() {
    for failure in FAILURES {
        for is_first in [true, false] {
            let mut n = 0;
            loop {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("weights.safetensors");
                if !is_first {
                    save_all(&Disk, &path, 1.0).unwrap();
                }
                let system = Failing::new(n, failure);
                let result = save_all(&system, &path, 2.0);
                let Err(error) = result else {
                    // Create, header, three chunks of a, b, flush, sync, replace, sync folder.
                    assert_eq!((n, system.done.get()), (10, 10), "{failure:?}");
                    assert_eq!(load_all(&Disk, &path).unwrap(), 2.0);
                    break;
                };
                assert_error(&error, &path);
                let is_named = n == 9;
                assert_eq!(error.to_string().contains("the new file is in place"), is_named);
                assert_eq!(error.to_string().contains("nothing was changed"), !is_named);
                let expected = if is_named { Some(2.0) } else { (!is_first).then_some(1.0) };
                assert_eq!(load_all(&Disk, &path).ok(), expected, "{n} {failure:?}");
                assert_eq!(listing(folder.path()).len(), usize::from(expected.is_some()));
                // And it works again.
                save_all(&Disk, &path, 3.0).unwrap();
                assert_eq!(load_all(&Disk, &path).unwrap(), 3.0);
                n += 1;
            }
        }
    }
}

fn assert_error(error: &CheckpointError, path: &Path) {
    let text = error.to_string();
    assert!(text.starts_with(&format!("weight file `{}`: cannot ", path.display())), "{text}");
    assert!(error.source().is_some_and(|source| source.is::<io::Error>()), "{text}");
    assert_manner(error);
}

#[test]
fn interruptions_are_no_failures() {
    for n in 1..7 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("weights");
        let failure = Failure::Once(ErrorKind::Interrupted);
        // Writes 1 to 5 are tried again; the flush, 6, is not one of them.
        assert_eq!(save_all(&Failing::new(n, failure), &path, 2.0).is_ok(), n < 6);
        if n < 6 {
            assert_eq!(load_all(&Failing::new(n, failure), &path).unwrap(), 2.0);
        }
    }
}

#[test]
fn every_operation_of_load_fails_in_turn() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    save_all(&Disk, &path, 2.0).unwrap();
    let mut n = 0;
    loop {
        let system = Failing::new(n, Failure::Once(ErrorKind::Other));
        match load_all(&system, &path) {
            Ok(value) => {
                assert_eq!(value, 2.0);
                assert!(n >= 4 && system.done.get() == n, "{n} {}", system.done.get());
                break;
            }
            Err(error) => assert_error(&error, &path),
        }
        n += 1;
    }
}

/// Says it is longer, or shorter, than it is: as if another program wrote at the same time.
struct Changing(u64);

impl FileSystem for Changing {
    type Temporary = tempfile::NamedTempFile;
    type Opened = File;

    fn create(&self, folder: &Path, like: Option<&Permissions>) -> io::Result<Self::Temporary> {
        Disk.create(folder, like)
    }
    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()> {
        Disk.sync(file)
    }
    fn replace(&self, file: Self::Temporary, path: &Path) -> io::Result<()> {
        Disk.replace(file, path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.sync_folder(folder)
    }
    fn open(&self, path: &Path) -> io::Result<(File, u64)> {
        Ok((Disk.open(path)?.0, self.0))
    }
}

#[test]
fn files_that_change_while_they_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    save_all(&Disk, &path, 2.0).unwrap();
    let bytes = fs::read(&path).unwrap();
    let len = bytes.len() as u64;
    for cut in [0, 7, 8, 100, bytes.len() - 1] {
        fs::write(&path, &bytes[..cut]).unwrap();
        let error = load_all(&Changing(len), &path).unwrap_err();
        let text = error.to_string();
        assert!(text.contains(&format!("at byte {cut}\n")), "{text}");
        assert!(text.contains("something changes the file"), "{text}");
        assert_manner(&error);
    }
    fs::write(&path, [bytes, vec![0; 50]].concat()).unwrap();
    assert_eq!(load_all(&Changing(len), &path).unwrap(), 2.0);
}

#[test]
fn paths_that_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = folder.join("file");
    save_all(&Disk, &file, 1.0).unwrap();
    let slash = PathBuf::from(format!("{}/new/", folder.display()));
    let mut cases = vec![
        (folder.to_path_buf(), "found: a folder", "found: a folder"),
        (slash, "no file name", "no file name"),
        (PathBuf::new(), "no file name", "no file name"),
        (PathBuf::from("/"), "no file name", "no file name"),
        (PathBuf::from(".."), "no file name", "no file name"),
        (folder.join("none/w"), "help: make the folder first: `mkdir -p ", "cannot open it: "),
        (file.join("w"), "help: a part of the path is a file", "a part of the path is a file"),
        (folder.join("x".repeat(300)), "a shorter or simpler name", "a shorter or simpler name"),
    ];
    if Path::new("/dev/null").exists() {
        cases.push((PathBuf::from("/dev/null"), "a device, pipe", "a device, pipe"));
    }
    for (path, saving, loading) in cases {
        let error = save_all(&Disk, &path, 2.0).unwrap_err();
        assert!(error.to_string().contains(saving), "{error}");
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
        assert_manner(&error);
        let asked = check_writable(&path).unwrap_err();
        assert!(asked.to_string().contains(saving), "{asked}");
        assert_manner(&asked);
        let error = load_all(&Disk, &path).unwrap_err();
        assert!(error.to_string().contains(loading), "{error}");
        assert_manner(&error);
        assert!(peek(&path).is_err());
    }
    assert_eq!(listing(folder), [file]);
}

#[test]
fn a_write_protected_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    save_all(&Disk, &path, 1.0).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save_all(&Disk, &path, 2.0).unwrap_err();
    assert!(error.to_string().contains("a write-protected file"), "{error}");
    assert_eq!(check_writable(&path).unwrap_err().to_string(), error.to_string());
    assert_eq!(load_all(&Disk, &path).unwrap(), 1.0);
}

#[test]
fn asking_whether_a_file_can_be_written_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    check_writable(&path).unwrap();
    assert!(listing(folder.path()).is_empty());
    save_all(&Disk, &path, 1.0).unwrap();
    check_writable(&path).unwrap();
    assert_eq!(listing(folder.path()), std::slice::from_ref(&path));
    assert_eq!(load_all(&Disk, &path).unwrap(), 1.0);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    // A new file is as any new file.
    fs::write(folder.path().join("any"), "").unwrap();
    save_all(&Disk, &path, 1.0).unwrap();
    assert_eq!(mode(&path), mode(&folder.path().join("any")));
    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    save_all(&Disk, &path, 2.0).unwrap();
    assert_eq!(mode(&path), 0o640);

    let link = folder.path().join("latest");
    symlink("weights", &link).unwrap();
    save_all(&Disk, &link, 3.0).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(load_all(&Disk, &path).unwrap(), 3.0);

    let dangling = folder.path().join("dangling");
    symlink("nowhere", &dangling).unwrap();
    let error = save_all(&Disk, &dangling, 4.0).unwrap_err();
    assert!(error.to_string().contains("cannot follow the link"), "{error}");
}

/// A name without a folder means the working folder.
#[test]
fn a_bare_name_is_in_the_working_folder() {
    let error = load_all(&Disk, Path::new("no-such-file.safetensors")).unwrap_err();
    assert!(error.to_string().contains("the folder `.`"), "{error}");
}

/// What a killed process left is removed; what a living one writes, and what has another name, stays.
#[cfg(unix)]
#[test]
fn a_file_that_was_left_behind_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights");
    let stale = [".checkpoint-abcdef.tmp", ".checkpoint-000000.tmp"];
    let others = [".checkpoint-abcdefg.tmp", ".checkpoint-abcdef.tmp.bak", "checkpoint-abcdef.tmp"];
    for name in stale.iter().chain(&others) {
        fs::write(folder.path().join(name), "a part").unwrap();
    }
    fs::create_dir(folder.path().join(".checkpoint-folder.tmp")).unwrap();
    let mut living = Disk.create(folder.path(), None).unwrap();
    living.write_all(b"half of").unwrap();
    let other = Disk.create(folder.path(), None).unwrap();
    save_all(&Disk, &path, 1.0).unwrap();
    let mut found: Vec<String> = listing(folder.path())
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort_unstable();
    let name = |file: &tempfile::NamedTempFile| {
        file.path().file_name().unwrap().to_string_lossy().into_owned()
    };
    let mut expected =
        vec![name(&living), name(&other), "weights".into(), ".checkpoint-folder.tmp".into()];
    expected.extend(others.map(String::from));
    expected.sort_unstable();
    assert_eq!(found, expected);
    // It is given its name as if nothing had been.
    living.write_all(b" a file").unwrap();
    let second = folder.path().join("second");
    Disk.replace(living, &second).unwrap();
    drop(other);
    save_all(&Disk, &path, 2.0).unwrap();
    assert_eq!(fs::read(&second).unwrap(), b"half of a file");
    assert_eq!(listing(folder.path()).len(), 3 + others.len());
    assert_eq!(load_all(&Disk, &path).unwrap(), 2.0);
}

/// Several that save and clear at the same time: none loses its file.
#[test]
fn those_who_save_at_the_same_time_do_not_clear_each_others() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4_u8 {
            let path = folder.path().join(format!("weights{thread}"));
            scope.spawn(move || {
                for round in 0..10_u8 {
                    save_all(&Disk, &path, f32::from(10 * thread + round)).unwrap();
                    assert_eq!(load_all(&Disk, &path).unwrap(), f32::from(10 * thread + round));
                }
            });
        }
    });
    assert_eq!(listing(folder.path()).len(), 4);
}
