//! What people type: one error each, of at most [`MOST`] lines. `TYPED.md` says how it was before.
//!
//! The cases are those of `fail/typed`, and those of `fail/rustc` whose names begin with `typed_`: there rustc speaks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of an answer, the source's among them.
const MOST: usize = 15;

/// Longer ones: see the end of `TYPED.md`.
const LONGER: [(&str, usize); 3] = [
    ("rustc/typed_labels_without_reference", 19),
    ("rustc/typed_model_without_network", 23),
    ("rustc/typed_model_without_reference", 19),
];

/// The recorded answers by the names in the table.
fn answers() -> BTreeMap<String, PathBuf> {
    let mut all = BTreeMap::new();
    for (folder, prefix) in [("fail/typed", ""), ("fail/rustc", "typed_")] {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            if path.extension().is_some_and(|e| e == "stderr") && name.starts_with(prefix) {
                let topic = Path::new(folder).file_name().expect("a name").to_string_lossy();
                all.insert(format!("{topic}/{name}"), path);
            }
        }
    }
    all
}

/// Errors and lines.
fn counts(answer: &str) -> (usize, usize) {
    let errors = answer.lines().filter(|l| l.starts_with("error:") || l.starts_with("error["));
    (errors.count(), answer.trim().lines().count())
}

#[test]
fn what_people_type_is_one_short_error() {
    let answers = answers();
    assert!(answers.len() >= 80, "only {} cases", answers.len());
    for (name, path) in answers {
        let (errors, lines) = counts(&fs::read_to_string(path).expect("an answer"));
        assert_eq!(errors, 1, "{name}");
        let most = LONGER.iter().find(|(long, _)| *long == name).map_or(MOST, |(_, most)| *most);
        assert!(lines <= most, "{name}: {lines} lines");
    }
}

/// `| case | errors before | lines before | errors | lines |`
#[test]
fn the_table_has_every_case_as_it_is_recorded() {
    let table = fs::read_to_string("TYPED.md").expect("TYPED.md");
    let mut rows = BTreeMap::new();
    for row in table.lines().filter(|l| l.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let numbers = (cells[4].parse().expect("errors"), cells[5].parse().expect("lines"));
        rows.insert(cells[1].to_owned(), numbers);
    }
    let count = |path: &PathBuf| counts(&fs::read_to_string(path).expect("an answer"));
    let recorded: BTreeMap<_, _> = answers().iter().map(|(n, p)| (n.clone(), count(p))).collect();
    assert_eq!(rows, recorded);
}
