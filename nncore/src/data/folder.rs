//! Folders of pictures: a subfolder for each class, named after it, with PNG and JPEG
//! files in it, decoded to 8-bit RGB.
//!
//! The format of a file is told by its contents. Grey pictures become coloured ones, an
//! alpha channel is dropped, pictures are turned upright as their EXIF data says.

mod decode;

pub use decode::{Decoded, KEPT_SIDE, MAX_DECODED, MAX_SIDE, MAX_WORKING, decode};

use super::error::{listed, shown};
use super::observer::{Counter, Observer};
use super::pictures::Collector;
use super::remark::{Remark, counted};
use super::{DataError, DataSet, Pictures, Source, file};
use std::collections::BTreeMap;
use std::format;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::sync::Arc;
use std::vec::Vec;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const READ: [&str; 5] = ["png", "jpg", "jpeg", "jpe", "jfif"];
const NOT_READ: [&str; 21] = [
    "webp", "gif", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl", "jp2", "ppm", "pgm", "pbm",
    "pnm", "pam", "ico", "tga", "qoi", "exr", "hdr", "psd",
];
const TRAIN: [&str; 1] = ["train"];
const TEST: [&str; 4] = ["test", "val", "valid", "validation"];

/// The part of a name after its last dot, in lower case.
fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase())
}

fn is_read(name: &str) -> bool {
    extension(name).is_some_and(|end| READ.contains(&&*end))
}

fn is_picture(name: &str) -> bool {
    is_read(name) || extension(name).is_some_and(|end| NOT_READ.contains(&&*end))
}

/// Whether a folder in here holds pictures, or is named `train`.
pub(super) fn is_present(dir: &Path, entries: &[file::Entry]) -> bool {
    let holds_pictures = |dir: &Path| {
        let is_picture = |entry: &file::Entry| !entry.is_folder && is_picture(&entry.name);
        file::list(dir).is_ok_and(|entries| entries.iter().any(is_picture))
    };
    (entries.iter().filter(|entry| entry.is_folder))
        .any(|entry| TRAIN.contains(&&*entry.name) || holds_pictures(&dir.join(&entry.name)))
}

/// Reads `DIR/train/CLASS/*` and, where there is a `test` (or `val`, `valid`,
/// `validation`), `DIR/test/CLASS/*`; without a `train`, `DIR/CLASS/*` and no test set.
/// Read are files whose names end in `.png`, `.jpg`, `.jpeg`, `.jpe` or `.jfif`, in upper or
/// lower case.
///
/// Classes are numbered in the byte order of their names in Unicode's composed form (NFC).
/// Two folders whose names differ in that form alone (`é` as one character or as two) are
/// one class.
///
/// [`DataSet::remarks`] says which classes of the training set have no picture in the test
/// set, and how many files were left out, by their kind: other formats, other files,
/// folders in the folder of a class, pictures beside the folders. Hidden files and those of
/// systems (`Thumbs.db`) are passed by without a word.
///
/// # Errors
/// When there are fewer than two classes, a class is without pictures, a class of the test
/// set is not one of the training set, a picture is damaged or cut short, or the pixels are
/// more than 4 GiB.
pub fn read(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    read_with(dir.as_ref(), &mut |_| {})
}

pub(super) fn read_with(dir: &Path, observer: Observer<'_>) -> Result<DataSet, DataError> {
    let entries = file::list(dir)?;
    let part = |names: &[&str]| {
        let found =
            names.iter().find(|name| entries.iter().any(|e| e.is_folder && e.name == **name));
        found.map(|name| dir.join(name))
    };
    let train_dir = part(&TRAIN);
    let test_dir = train_dir.as_ref().and_then(|_| part(&TEST));
    let train_dir = train_dir.as_deref().unwrap_or(dir);
    let folders = class_folders(train_dir)?;
    let classes: Arc<[String]> = folders.keys().cloned().collect();
    if classes.len() < 2 {
        return Err(DataError::Classes {
            path: train_dir.into(),
            expected: "a folder for each of two classes or more".into(),
            found: if classes.is_empty() { "none".into() } else { listed(&classes) },
            help: "put the pictures of each class into a folder named after it",
        });
    }
    let train = Survey::new(train_dir, &folders, &classes)?;
    let test = match test_dir {
        Some(test_dir) => {
            let folders = class_folders(&test_dir)?;
            check_known(&test_dir, &folders, train_dir, &classes)?;
            Some(Survey::new(&test_dir, &folders, &classes)?)
        }
        None => None,
    };
    let total = train.files.len() + test.as_ref().map_or(0, |test| test.files.len());
    let mut counter = Counter::new("pictures", total, observer);
    let pictures = train.read(&classes, &mut counter)?;
    let test_pictures = test.as_ref().map(|test| test.read(&classes, &mut counter)).transpose()?;
    let mut set = DataSet::new(pictures, test_pictures, Source::Folder);
    set.remarks.extend([Some(train), test].into_iter().flatten().filter_map(Survey::remark));
    Ok(set)
}

/// The folders of each class, by its name in NFC: more than one where file systems differ.
type Folders = BTreeMap<String, Vec<PathBuf>>;

fn class_folders(dir: &Path) -> Result<Folders, DataError> {
    let mut folders = Folders::new();
    for entry in file::list(dir)?.into_iter().filter(|entry| entry.is_folder) {
        let path = dir.join(&entry.name);
        let name = if is_nfc(&entry.name) { entry.name } else { entry.name.nfc().collect() };
        folders.entry(name).or_default().push(path);
    }
    Ok(folders)
}

/// That every class of a test set is one of the training set; `classes` are sorted.
fn check_known(
    dir: &Path,
    folders: &Folders,
    train_dir: &Path,
    classes: &[String],
) -> Result<(), DataError> {
    let unknown: Vec<&String> =
        folders.keys().filter(|name| classes.binary_search(name).is_err()).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(DataError::Classes {
        path: dir.into(),
        expected: format!("the classes in `{}`, or some of them", shown(train_dir)),
        found: listed(&unknown),
        help: "give the folders of a class the same name in both",
    })
}

const EXPECTED: &str = "PNG or JPEG pictures (`.png`, `.jpg`, `.jpeg`, `.jfif`)";

/// What is to be read of a part of a set, and what is not.
struct Survey {
    dir: PathBuf,
    /// Pictures and their classes, in order.
    files: Vec<(PathBuf, u32)>,
    left_out: BTreeMap<String, usize>,
}

impl Survey {
    /// Looks through the folders of the classes; `classes` are sorted.
    fn new(dir: &Path, folders: &Folders, classes: &[String]) -> Result<Self, DataError> {
        if folders.is_empty() {
            let found = "no folder of a class".into();
            return Err(DataError::Empty { path: dir.into(), expected: EXPECTED, found });
        }
        let mut survey = Self { dir: dir.into(), files: Vec::new(), left_out: BTreeMap::new() };
        for entry in file::list(dir)?.iter().filter(|e| !e.is_folder && is_picture(&e.name)) {
            survey.leave_out(format!("{} beside the folders of the classes", kind_of(entry)));
        }
        for (class, folders) in folders {
            // Every class is known.
            let Ok(label) = classes.binary_search(class) else { continue };
            survey.add_class(folders, label as u32)?;
        }
        Ok(survey)
    }

    fn add_class(&mut self, folders: &[PathBuf], label: u32) -> Result<(), DataError> {
        let before = self.files.len();
        let mut others: Vec<file::Entry> = Vec::new();
        for folder in folders {
            for entry in file::list(folder)? {
                if !entry.is_folder && is_read(&entry.name) {
                    self.files.push((folder.join(&entry.name), label));
                } else {
                    others.push(entry);
                }
            }
        }
        if self.files.len() > before {
            others.iter().for_each(|entry| self.leave_out(kind_of(entry)));
            return Ok(());
        }
        let path = folders[0].clone();
        let mut kinds = BTreeMap::new();
        others.iter().for_each(|entry| *kinds.entry(kind_of(entry)).or_default() += 1);
        let found = counted(&by_number(kinds));
        Err(match others.iter().any(|entry| !entry.is_folder && is_picture(&entry.name)) {
            true => DataError::Format { path, found },
            false if others.is_empty() => {
                DataError::Empty { path, expected: EXPECTED, found: "an empty folder".to_string() }
            }
            false => DataError::Empty { path, expected: EXPECTED, found },
        })
    }

    fn leave_out(&mut self, kind: String) {
        *self.left_out.entry(kind).or_default() += 1;
    }

    fn read(
        &self,
        classes: &Arc<[String]>,
        counter: &mut Counter<'_>,
    ) -> Result<Pictures, DataError> {
        let mut collector = Collector::new();
        for (path, label) in &self.files {
            let decoded = decode(path)?;
            let bytes = collector.bytes() + decoded.picture().pixels.len() as u64;
            if bytes > file::MAX_SET {
                let limit = file::MAX_SET;
                return Err(DataError::TooLarge { path: self.dir.clone(), bytes, limit });
            }
            collector.push(decoded.picture(), *label);
            counter.step();
        }
        Ok(collector.finish(classes.clone()))
    }

    fn remark(self) -> Option<Remark> {
        let Self { dir: path, left_out, .. } = self;
        (!left_out.is_empty()).then(|| Remark::LeftOut { path, kinds: by_number(left_out) })
    }
}

/// What a file or folder that is left out counts as.
fn kind_of(entry: &file::Entry) -> String {
    match extension(&entry.name) {
        _ if entry.is_folder => "folders".into(),
        Some(end) => format!(".{end}"),
        None => "files without an extension".into(),
    }
}

/// The most first; equally many in the order of their names.
fn by_number(kinds: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions() {
        assert!(is_read("a.PNG") && is_read("a.b.jpeg") && is_read("a.JFIF"));
        assert!(is_picture("a.webp") && is_picture("a.Pgm") && !is_read("a.pgm"));
        assert!(!is_picture("notes.txt") && !is_picture("png"));
    }

    #[test]
    fn a_hundred_thousand_classes_take_no_time_in_their_square() {
        // 10^10 comparisons of names would take minutes.
        let name = |i: u32| format!("class {i:06}");
        let folders: Folders = (0..100_000).map(|i| (name(i), Vec::new())).collect();
        let classes: Vec<String> = folders.keys().cloned().collect();
        check_known("test".as_ref(), &folders, "train".as_ref(), &classes).unwrap();
        let some: Folders = (7..100_007).map(|i| (name(i), Vec::new())).collect();
        let error = check_known("test".as_ref(), &some, "train".as_ref(), &classes).unwrap_err();
        assert!(error.to_string().contains("found: `class 100000`, `class 100001`"), "{error}");
    }
}
