//! The program `compact`: it trains on a folder, its weights are those that `convnet` reads, and bad input is told.

#[path = "convnet/data.rs"]
#[allow(dead_code)] // all kinds of sets
mod data;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(program: &str, dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(dir).env("NNCUDA_DRIVER", "/no/such/driver.so");
    command.output().unwrap()
}

fn compact(dir: &Path, arguments: &[&str]) -> Output {
    run(env!("CARGO_BIN_EXE_compact"), dir, arguments)
}

#[test]
fn trains_tests_and_saves() {
    let dir = tempfile::tempdir().unwrap();
    data::mnist(&dir.path().join("set"), 70, 20);
    let trained = compact(dir.path(), &["set", "2"]);
    let text = String::from_utf8(trained.stdout).unwrap();
    assert!(trained.status.success(), "{}", String::from_utf8_lossy(&trained.stderr));
    let lines: Vec<&str> = text.lines().collect();
    let [first, second, accuracy, saved] = lines[..] else { panic!("four lines: {text}") };
    let loss = |line: &str, start: &str| line.strip_prefix(start).unwrap().parse::<f64>().unwrap();
    let first = loss(first, "epoch 1/2: loss ");
    assert!(loss(second, "epoch 2/2: loss ") < first, "{text}");
    assert_eq!(saved, "saved to `compact.safetensors`");
    // The accuracy is what `convnet` finds, of the same file on the same pictures.
    let arguments = ["eval", "--weights", "compact.safetensors", "--data", "set", "--quiet"];
    let tested = run(env!("CARGO_BIN_EXE_convnet"), dir.path(), &arguments);
    let tested = String::from_utf8(tested.stdout).unwrap();
    assert_eq!(tested.lines().last(), Some(accuracy), "{tested}");
}

#[test]
fn helps() {
    let helped = compact(Path::new("."), &["--help"]);
    assert!(helped.status.success());
    assert_eq!(helped.stdout, b"usage: compact [FOLDER [EPOCHS]]\n");
}

#[test]
fn bad_input_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let told = |arguments: &[&str]| {
        let ended = compact(dir.path(), arguments);
        assert_eq!(ended.status.code(), Some(1));
        assert_eq!(ended.stdout, b"");
        String::from_utf8(ended.stderr).unwrap()
    };
    for arguments in [&["set", "0"][..], &["set", "many"], &["set", "1", "more"]] {
        assert_eq!(told(arguments), "error: usage: compact [FOLDER [EPOCHS]]\n");
    }
    assert!(told(&["nowhere"]).starts_with("error: `nowhere`"), "{}", told(&["nowhere"]));
    fs::create_dir(dir.path().join("compact.safetensors")).unwrap();
    assert!(told(&[]).contains("compact.safetensors"), "{}", told(&[]));
}
