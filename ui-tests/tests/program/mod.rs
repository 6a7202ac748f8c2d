//! Programs that a test writes, compiled by rustc itself.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The library, as it was built for this test: the newest beside it.
fn library() -> (PathBuf, PathBuf) {
    let deps = std::env::current_exe().expect("this test").parent().expect("a folder").to_owned();
    let files = std::fs::read_dir(&deps).expect("a folder").map(|f| f.expect("a file").path());
    let is_library = |p: &PathBuf| {
        let name = p.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("libnncore-") && name.ends_with(".rlib")
    };
    let age =
        |p: &PathBuf| p.metadata().and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let newest = files.filter(is_library).max_by_key(age).expect("nncore, compiled");
    (deps, newest)
}

/// What the compiler says of a library, and whether it is one.
pub(crate) fn compile(
    program: &OsString,
    name: &str,
    edition: &str,
    source: &str,
    more: &[&str],
) -> (bool, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}.rs"));
    std::fs::write(&file, source).expect("a source file");
    let (deps, nncore) = library();
    let mut external = OsString::from("nncore=");
    external.push(nncore);
    let mut search = OsString::from("dependency=");
    search.push(deps);
    let output = Command::new(program)
        .args(["--edition", edition, "--crate-type", "lib", "--emit", "metadata"])
        .args(["--check-cfg", "cfg(docsrs,test)", "--out-dir"])
        .args([
            folder.as_os_str(),
            "--extern".as_ref(),
            &external,
            "-L".as_ref(),
            &search,
            file.as_os_str(),
        ])
        .args(more)
        .output()
        .expect("the compiler");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The compiler of this build.
pub(crate) fn rustc() -> OsString {
    std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}
