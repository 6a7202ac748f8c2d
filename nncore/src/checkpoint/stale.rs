//! Temporary files whose process was killed: found, and removed.
//!
//! Who writes a weight file holds a lock on the temporary one, which ends with the process, however that ends. So a file
//! of our naming that nobody has locked was left behind. A lock is known to all processes of a machine, in containers too,
//! and on network file systems to all machines unless they are mounted otherwise. Where there are no locks, nothing is
//! removed.

use std::fs::File;
use std::path::Path;

/// What the names of temporary files begin and end with; between are six letters and digits.
pub(super) const PREFIX: &str = ".checkpoint-";
pub(super) const SUFFIX: &str = ".tmp";
const RANDOM: usize = 6;

/// Locks a temporary file that was just made. `false` when it must not be used: somebody took it for one that was left
/// behind, in the moment before.
#[cfg(unix)]
pub(super) fn claim(file: &File) -> bool {
    use rustix::fs::{FlockOperation, flock};
    use std::os::unix::fs::MetadataExt;
    match flock(file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => file.metadata().is_ok_and(|found| found.nlink() > 0),
        Err(rustix::io::Errno::WOULDBLOCK) => false,
        Err(_) => true, // a file system without locks, so nobody removes anything
    }
}

/// Where the standard library cannot lock, nothing is removed.
#[cfg(not(unix))]
pub(super) fn claim(_: &File) -> bool {
    true
}

/// Removes what killed processes left behind in a folder. What cannot be removed stays.
#[cfg(unix)]
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_unlocked(&entry.path());
        }
    }
}

#[cfg(not(unix))]
pub(super) fn clear(_: &Path) {}

#[cfg(any(unix, test))]
fn is_temporary(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|r| r.len() == RANDOM && r.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(unix)]
fn remove_unlocked(path: &Path) {
    use std::os::unix::fs::MetadataExt;
    // Some network file systems lock only what is open for writing.
    let Ok(file) = File::options().read(true).write(true).open(path) else { return };
    let (Ok(opened), true) = (file.metadata(), is_unlocked(&file)) else { return };
    // Locked, it stays what it is; but before it was, another may have taken its name.
    let is_same = std::fs::symlink_metadata(path)
        .is_ok_and(|found| (found.dev(), found.ino()) == (opened.dev(), opened.ino()));
    if is_same {
        let _ = std::fs::remove_file(path);
    }
}

/// Whether nobody had it locked; it is locked from here on.
#[cfg(unix)]
fn is_unlocked(file: &File) -> bool {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_temporary;

    #[test]
    fn names() {
        assert!(is_temporary(".checkpoint-aZ09bq.tmp"));
        for name in [
            "checkpoint-abcdef.tmp",
            ".checkpoint-abcde.tmp",
            ".checkpoint-abcdefg.tmp",
            ".checkpoint-ab.def.tmp",
            ".checkpoint-abcdef.tmp.safetensors",
            ".checkpoint-.tmp",
            ".checkpoint-äbcde.tmp",
        ] {
            assert!(!is_temporary(name), "{name}");
        }
    }
}
