//! The manner of all messages, read off the recorded ones: what in the first line, expected and found, at most one
//! help, at most twelve lines, nothing of rustc's beside them.

use std::fs;
use std::path::{Path, PathBuf};

/// The recorded outputs below `folder`.
fn recorded(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(recorded(&path));
        } else if path.extension().is_some_and(|e| e == "stderr") {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// The messages of an output: their lines up to the frame, without rustc's indentation.
fn messages(output: &str) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = Vec::new();
    let mut open = false;
    for line in output.lines() {
        if let Some(first) = line.strip_prefix("error") {
            let (code, first) = first.split_once(": ").expect("a message");
            let first = first.strip_prefix("evaluation panicked: ").unwrap_or(first);
            let (_, first) = match first.strip_prefix("use of deprecated constant") {
                Some(remark) => remark.split_once(": ").expect("a remark"),
                None => ("", first),
            };
            open = code.is_empty() || code == "[E0080]";
            if open {
                all.push(vec![first]);
            }
        } else if line.trim_start().starts_with("-->") {
            open = false;
        } else if open {
            all.last_mut().expect("a first line").push(line.trim_start());
        }
    }
    all
}

fn faults(message: &[&str], is_remark: bool) -> Vec<&'static str> {
    let first = message[0];
    let begins = first.starts_with(|c: char| c.is_lowercase() || c == '`');
    let count = |word: &str| message.iter().filter(|line| line.starts_with(word)).count();
    let mut faults = Vec::new();
    let mut check = |ok: bool, fault| {
        if !ok {
            faults.push(fault);
        }
    };
    check(begins, "the first line begins with neither a small letter nor code");
    check(!message.iter().any(|line| line.ends_with('.')), "a line ends with a full stop");
    check(message.len() <= 12, "it is longer than twelve lines");
    check(count("help: ") <= 1, "it has several helps");
    check(message.iter().all(|line| line.matches('`').count() % 2 == 0), "a backtick is left open");
    check(message.iter().all(|line| line.len() <= 140), "a line is longer than 140 bytes");
    if !is_remark {
        check(count("expected: ") == 1, "it does not say what was expected");
        check(count("found: ") <= 1, "it says twice what was found");
    }
    faults
}

#[test]
fn messages_are_in_the_manner_of_the_house() {
    let mut count = 0;
    for path in recorded(Path::new("fail")) {
        let output = fs::read_to_string(&path).expect("a recorded output");
        if path.ends_with("typed_padding_char.stderr") {
            continue; // rustc's own, of a token that the macro does not see
        }
        let is_remark = path.starts_with("fail/remarks");
        for message in messages(&output) {
            count += 1;
            let faults = faults(&message, is_remark);
            assert!(faults.is_empty(), "{}: {faults:?}\n{}", path.display(), message.join("\n"));
        }
    }
    assert!(count >= 150, "only {count} messages");
}

/// Where the macro sees the mistake, rustc adds nothing: no code, no note, no follow-up.
#[test]
fn nothing_of_rustc_stands_beside_our_messages() {
    for path in recorded(Path::new("fail")) {
        if path.starts_with("fail/rustc") {
            continue;
        }
        let output = fs::read_to_string(&path).expect("a recorded output");
        let is_allowed = |line: &str| {
            line == "note: the lint level is defined here" && path.starts_with("fail/remarks")
        };
        for line in output.lines() {
            let is_extra =
                ["error[", "warning", "note:", "help:"].iter().any(|w| line.starts_with(w));
            assert!(!is_extra || is_allowed(line), "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_case_is_recorded() {
    let mut cases = 0;
    for topic in fs::read_dir("fail").expect("the folder `fail`") {
        for entry in fs::read_dir(topic.expect("a topic").path()).expect("a folder") {
            let path = entry.expect("an entry").path();
            let is_case = path.extension().is_some_and(|e| e == "rs");
            let other = path.with_extension(if is_case { "stderr" } else { "rs" });
            assert!(other.exists(), "{} has no {}", path.display(), other.display());
            cases += usize::from(is_case);
        }
    }
    assert!(cases >= 75, "only {cases} cases");
}
