//! The tool from outside: golden files, and what goes wrong.
//!
//! `NNSHOW_REFRESH=1 cargo test -p nnshow` writes the golden files anew.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn nnshow(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nnshow"))
        .args(arguments)
        .current_dir(tests().join("fixtures"))
        .output()
        .expect("the tool runs")
}

fn shown(arguments: &[&str]) -> String {
    let output = nnshow(arguments);
    let (out, err) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
    assert!(output.status.success(), "{arguments:?}: {err:?}");
    out.expect("UTF-8")
}

fn failed(arguments: &[&str], code: i32) -> String {
    let output = nnshow(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

fn golden(name: &str, found: &str) {
    let path = tests().join("golden").join(name);
    if std::env::var_os("NNSHOW_REFRESH").is_some() {
        std::fs::write(&path, found).expect("a writable folder");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == found,
        "{} differs; NNSHOW_REFRESH=1 writes it anew\n{found}",
        path.display()
    );
}

#[test]
fn the_conv_net_looks_as_it_did() {
    golden("convnet.txt", &shown(&["convnet.rs"]));
    golden("convnet.dot", &shown(&["convnet.rs", "ConvNet", "--dot"]));
    golden("convnet.mermaid", &shown(&["convnet.rs", "--mermaid"]));
}

#[test]
fn the_emitted_rust_is_formatted_and_complete() {
    let rust = shown(&["convnet.rs", "--rust"]);
    for part in ["pub struct ConvNet;", "fn infer<", "fn forward<", "fn backward<", "conv2d_with("]
    {
        assert!(rust.contains(part), "{part}: {rust}");
    }
    assert!(rust.lines().count() > 100);
}

#[test]
fn networks_are_found_wherever_they_stand() {
    let both = shown(&["several.rs", "--summary"]);
    assert!(both.starts_with("Small\n") && both.contains("\nOpaque\n"), "{both}");
    let one = shown(&["several.rs", "Opaque", "--summary"]);
    assert!(one.starts_with("Opaque\n"), "{one}");
}

#[test]
fn plain_constants_of_the_file_count_as_sizes() {
    let small = shown(&["several.rs", "Small", "--summary"]);
    assert!(small.contains("[64]") && !small.contains('?'), "{small}");
    let memory = shown(&["several.rs", "Small", "--memory"]);
    assert!(memory.contains("n_mean") && memory.contains("statistics of the batch"), "{memory}");
    let opaque = shown(&["several.rs", "Opaque"]);
    assert!(opaque.contains("[?]") && opaque.contains("known to rustc only"), "{opaque}");
}

#[test]
fn what_goes_wrong_is_said_in_one_message() {
    let missing = failed(&["missing.rs"], 1);
    assert!(missing.starts_with("nnshow: missing.rs: No such file"), "{missing}");
    assert_eq!(failed(&["none.rs"], 1), "nnshow: none.rs has no `network! { … }`\n");
    let found = failed(&["not_rust.rs.txt"], 1);
    assert!(found.starts_with("nnshow: not_rust.rs.txt:1:10: this is not Rust: "), "{found}");
    let found = failed(&["several.rs", "Smal"], 1);
    let expected = "nnshow: several.rs has no network `Smal`\nfound: Small, Opaque\n";
    assert_eq!(found, expected);
    let found = failed(&["wrong.rs"], 1);
    assert!(found.starts_with("nnshow: wrong.rs:4:15: `a` takes 9 inputs"), "{found}");
    assert!(found.contains("\nwrong.rs:5:8: unknown layer kind `Liner`"), "{found}");
}

#[test]
fn a_wrong_command_line_prints_the_usage() {
    for arguments in [&[][..], &["convnet.rs", "--sumary"], &["convnet.rs", "ConvNet", "x"]] {
        assert!(failed(arguments, 2).contains("usage: nnshow FILE.rs"), "{arguments:?}");
    }
    assert!(shown(&["--help"]).starts_with("usage: "));
}
