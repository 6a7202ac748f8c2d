//! What a mistake looks like (`fail/`), and what must compile (`pass/`).
//!
//! Nearly all messages come from the macro, so their text does not depend on the version of rustc. Those in
//! `fail/rustc/` do: rustc wrote their frame. They are compared only by the version that recorded them,
//! [`RECORDED_BY`].
//!
//! `TRYBUILD=overwrite cargo test -p ui-tests` writes the `.stderr` files anew; read what changed.

use std::process::Command;

/// The rustc that recorded `fail/rustc/`.
const RECORDED_BY: &str = "1.95";

#[test]
fn messages_are_as_recorded() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    for entry in std::fs::read_dir("fail").expect("the folder `fail`") {
        let topic = entry.expect("an entry of `fail`").path();
        if topic.ends_with("rustc") && !is_recorded_version() {
            continue;
        }
        cases.compile_fail(topic.join("*.rs"));
    }
}

fn is_recorded_version() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("rustc");
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    let is_same = version.starts_with(&format!("rustc {RECORDED_BY}."));
    if !is_same {
        eprintln!(
            "\n*** SKIPPED: fail/rustc was recorded by rustc {RECORDED_BY}, this is {version}"
        );
    }
    is_same
}
