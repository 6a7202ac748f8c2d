//! The catalogue of errors, `docs/errors`, is made of the cases: a page a topic, each mistake as it is answered.
//!
//! `CATALOGUE_REFRESH=1 cargo test -p ui-tests --test catalogue` writes it anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of an answer that are shown.
const MOST: usize = 22;

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut all: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    all.sort();
    all
}

/// The page of a topic.
fn page(topic: &Path, name: &str) -> String {
    let mut out = format!(
        "# Errors: {name}\n\nMade of the cases in `ui-tests/fail/{name}` by `ui-tests/tests/catalogue.rs`.\n"
    );
    for case in sorted(topic).iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let source = fs::read_to_string(case).expect("text");
        let answer = fs::read_to_string(case.with_extension("stderr")).expect("an answer");
        let docs = source.lines().filter_map(|line| line.strip_prefix("//!")).map(str::trim);
        let docs: Vec<&str> = docs.collect();
        let mut lines: Vec<&str> = answer.trim().lines().collect();
        if lines.len() > MOST {
            lines.truncate(MOST);
            lines.push("…");
        }
        write!(out, "\n{}\n\n```text\n{}\n```\n", docs.join(" "), lines.join("\n"))
            .expect("a string grows");
    }
    out
}

/// The pages by the names of their files, and the list of them.
fn catalogue() -> Vec<(String, String)> {
    let mut list =
        "# Errors, and what to write instead\n\nEvery mistake that has a test, and the compiler's message.\n\n"
            .to_owned();
    let mut pages = Vec::new();
    for topic in sorted(Path::new("fail")) {
        let name = topic.file_name().expect("a name").to_string_lossy().into_owned();
        writeln!(list, "- [{name}]({name}.md)").expect("a string grows");
        pages.push((format!("{name}.md"), page(&topic, &name)));
    }
    pages.push(("README.md".to_owned(), list));
    pages
}

#[test]
fn the_catalogue_is_that_of_the_cases() {
    let folder = Path::new("../docs/errors");
    let pages = catalogue();
    if std::env::var_os("CATALOGUE_REFRESH").is_some() {
        fs::create_dir_all(folder).expect("docs/errors can be made");
        for (name, text) in &pages {
            fs::write(folder.join(name), text).expect("a page can be written");
        }
        return;
    }
    for (name, text) in &pages {
        let found = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            found == *text,
            "docs/errors/{name} is not that of the cases: `CATALOGUE_REFRESH=1 cargo test -p ui-tests --test catalogue`"
        );
    }
    assert_eq!(sorted(folder).len(), pages.len(), "docs/errors has a page of no topic");
}
