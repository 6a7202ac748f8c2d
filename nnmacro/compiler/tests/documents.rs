//! What the documents say of the compiler is what it does: the README's error, and a page for every
//! word of the language.

use std::fs;
use std::path::Path;

use nncompiler::Front;
use nncompiler::ops::{FUNCTIONS, KINDS, loss::LOSSES};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The first block of `text` that begins with this fence.
fn block<'a>(text: &'a str, fence: &str) -> &'a str {
    let (_, behind) = text.split_once(fence).expect("a block");
    behind.trim_start_matches('\n').split_once("\n```").expect("its end").0
}

/// What stands in the braces of `network! { … }`; lines are counted from the top of `source`.
fn declaration(source: &str) -> TokenStream {
    let tokens: TokenStream = source.parse().expect("tokens");
    let braces = tokens.into_iter().find_map(|t| match t {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    });
    braces.expect("a network")
}

#[test]
fn the_error_in_the_readme_is_what_the_compiler_says() {
    let readme = read("README.md");
    let source = block(&readme, "```rust\n").replace("[3, 56, 56];", "[3, 32, 32];");
    let Front::Bad { errors, .. } = nncompiler::front(declaration(&source)) else {
        panic!("this network has a mistake");
    };
    assert_eq!(errors.len(), 1, "{errors:?}");
    let at = errors[0].span().start();
    // rustc puts lines below the first into the column of the message.
    let message = errors[0].to_string().replace('\n', "\n       ");
    let line = source.lines().nth(at.line - 1).expect("a line");
    let expected = format!(
        "error: {message}\n  --> src/main.rs:{}:{}\n   |\n{} | {line}\n",
        at.line,
        at.column + 1,
        at.line
    );
    let printed = block(&readme, "```text\n");
    assert!(printed.starts_with(&expected), "expected:\n{expected}\nfound:\n{printed}");
}

#[test]
fn numbers_in_the_readme_are_those_of_the_network() {
    let readme = read("README.md");
    let Front::Good(compiled) = nncompiler::front(declaration(block(&readme, "```rust\n"))) else {
        panic!("the network compiles");
    };
    let parameters: usize = compiled.network.rows().iter().map(|r| r.cost.parameters).sum();
    assert_eq!(parameters, 1_626_442);
    assert!(readme.contains("`ConvNet::PARAMETERS` is 1 626 442"));
}

#[test]
fn every_word_has_a_page_with_an_example_and_stands_in_the_lists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../nncore/src/layers");
    let mut pages = String::new();
    for file in fs::read_dir(folder).expect("the pages") {
        pages += &fs::read_to_string(file.expect("a file").path()).expect("text");
    }
    let (readme, root) = (read("README.md"), read("nnmacro/src/lib.rs"));
    let kinds = KINDS.iter().copied().flatten().map(|k| (k.name, "name"));
    for (word, role) in kinds.chain(LOSSES.iter().map(|l| (l.name, "loss"))) {
        let (page, _) = pages
            .split_once(&format!("\npub struct {word};"))
            .unwrap_or_else(|| panic!("`{word}` has no page"));
        let page = page.rsplit("\npub struct ").next().expect("a page");
        for part in ["# Syntax", "# Shape", "# Formula", "# Errors", "# Example"] {
            assert!(page.contains(part), "`{word}` lacks {part}");
        }
        assert!(page.contains(&format!("{role}: {word}")), "`{word}` lacks its syntax");
        assert!(page.contains(&format!(": {word}")), "`{word}` lacks an example");
        for (name, text) in [("README.md", &readme), ("nnmacro/src/lib.rs", &root)] {
            assert!(text.contains(&format!("`{word}`")), "{name} lacks `{word}`");
        }
    }
}

#[test]
fn every_function_has_a_section() {
    let (page, readme) = (read("nncore/src/functions.rs"), read("README.md"));
    for function in FUNCTIONS.iter().copied().flatten() {
        if function.name.starts_with(char::is_alphabetic) {
            let heading = format!("//! # `{}`\n", function.name);
            assert!(page.contains(&heading), "`{}` has no section", function.name);
            assert!(readme.contains(&format!("`{}`", function.name)), "README: {}", function.name);
        }
    }
}

#[test]
fn the_error_in_the_docs_of_the_macro_is_that_of_the_readme() {
    let (readme, root) = (read("README.md"), read("nnmacro/src/lib.rs"));
    let docs = root.lines().filter_map(|line| line.strip_prefix("///"));
    let docs: Vec<&str> = docs.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let (_, errors) = docs.split_at(docs.iter().position(|line| *line == "# Errors").expect("it"));
    let errors = errors.join("\n");
    let (shown, printed) = (block(&errors, "```text\n"), block(&readme, "```text\n"));
    assert!(printed.starts_with(&format!("{shown}\n")), "{shown}\n\n{printed}");
}
