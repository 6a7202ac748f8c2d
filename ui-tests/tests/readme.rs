//! The README's lines for `Cargo.toml` and its first program are all that a new crate needs.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The first block of `text` in this language.
fn block<'a>(text: &'a str, language: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n```{language}\n")).expect("a block");
    rest.split_once("\n```\n").expect("its end").0
}

/// What `cargo new` writes, up to the empty `[dependencies]` that the README's lines replace; in its own workspace, since
/// it lies in the folder of ours.
const FRESH: &str = "\
[workspace]

[package]
name = \"fresh\"
version = \"0.1.0\"
edition = \"2024\"

";

#[test]
fn the_first_program_compiles_in_a_fresh_crate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the root");
    let readme = fs::read_to_string(root.join("README.md")).expect("the README");
    let (lines, program) = (block(&readme, "toml"), block(&readme, "rust"));
    assert!(readme.find(lines) < readme.find(program), "what comes first");
    assert!(lines.starts_with("[dependencies]\n"), "what they replace in\n{lines}");
    assert_eq!(lines.matches("[dependencies").count(), 1, "one table in\n{lines}");
    // Either without optimisation is what makes a debug build slow.
    for name in ["nncore", "matrixmultiply"] {
        let profile = format!("[profile.dev.package.{name}]\nopt-level = 3\n");
        assert!(format!("{lines}\n").contains(&profile), "no `{profile}` in\n{lines}");
    }
    let placeholder = "\"../nn/nncore\"";
    assert!(lines.contains(placeholder), "no {placeholder} in\n{lines}");
    let path = format!("{:?}", root.join("nncore").to_str().expect("a path"));
    let manifest = format!("{FRESH}{}\n", lines.replace(placeholder, &path));

    let crate_ = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fresh");
    fs::create_dir_all(crate_.join("src")).expect("the folder");
    fs::write(crate_.join("Cargo.toml"), manifest).expect("Cargo.toml");
    fs::write(crate_.join("src/main.rs"), program).expect("main.rs");
    // The versions that are here; those of other crates are left out by cargo.
    fs::copy(root.join("Cargo.lock"), crate_.join("Cargo.lock")).expect("Cargo.lock");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet"])
        .current_dir(&crate_)
        .env("CARGO_TARGET_DIR", crate_.join("target"))
        .output()
        .expect("cargo");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && stderr.is_empty(), "{stderr}");
}
