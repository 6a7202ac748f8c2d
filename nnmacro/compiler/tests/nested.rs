//! The networks with networks as layers that nncore compiles and runs against the interpreter: which these are.
//!
//! `GRAPHS_REFRESH=1 cargo test -p nncompiler --test nested` writes them anew.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::graph::graphs;
use common::nested::{Nested, nested};
use common::surrounded::{surrounded, words};
use common::{Random, compiled};
use nncompiler::Front;

/// Random networks, and how many stand in a file.
const RANDOM: usize = 40;
const IN_A_FILE: usize = 20;

/// The networks by file: `words0`, `random1`.
fn files() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (i, word) in words().iter().enumerate() {
        for is_frozen in [false, true] {
            let name = format!("W{i}{}", if is_frozen { "F" } else { "T" });
            all.push((name, surrounded(word, is_frozen)));
        }
    }
    let mut files = parts("words", &all);
    let mut random = Random(17);
    let nets = graphs(10_000, 13);
    let many = nets.iter().filter(|net| net.parts.layers.len() > 1 && net.operations.len() > 4);
    let chosen: Vec<(String, Nested)> = many
        .enumerate()
        .filter_map(|(i, net)| {
            let name = format!("R{i}");
            Some((name.clone(), nested(net, &name, &mut random)?))
        })
        .take(RANDOM)
        .collect();
    assert_eq!(chosen.len(), RANDOM);
    files.extend(parts("random", &chosen));
    files
}

fn parts(name: &str, nets: &[(String, Nested)]) -> Vec<(String, String)> {
    let parts = nets.chunks(IN_A_FILE).enumerate();
    parts.map(|(i, nets)| (format!("{name}{i}"), file(nets, i % 2 == 1))).collect()
}

/// Some networks as the macro `nested!` of nncore's tests takes them. `unknown`: rustc alone knows the sizes of their
/// inputs.
fn file(nets: &[(String, Nested)], unknown: bool) -> String {
    let mut constants = BTreeMap::new();
    let mut inner: BTreeMap<String, String> = BTreeMap::new();
    let mut items = String::new();
    let block = |name: &str, text: &str, indent: &str| {
        let lines: String = text.lines().map(|l| format!("{indent}    {l}\n")).collect();
        format!("{indent}{name} {{\n{lines}{indent}}}\n")
    };
    for (name, net) in nets {
        let mut net = net.clone();
        if unknown {
            constants.extend(net.take_sizes());
        }
        for (name, text) in net.inner {
            let known = inner.insert(name.clone(), text.clone());
            assert!(known.is_none_or(|k| k == text), "{name} is two networks");
        }
        items += &format!(
            "    {name} {{\n{}{}    }}\n",
            block("composed", &net.composed, "        "),
            block("flat", &net.flat, "        ")
        );
    }
    let inner: String = inner.iter().map(|(n, t)| block(n, t, "        ")).collect();
    let constants: String = constants.iter().map(|(n, v)| format!(" {n} = {v};")).collect();
    format!(
        "//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.\n\n\
         use crate::networks::nested;\n\nnested! {{\n    sizes {{{constants} }}\n    \
         inner {{\n{inner}    }}\n{items}}}\n"
    )
}

#[test]
fn nncore_compiles_these_networks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../nncore/tests/nested");
    let files = files();
    let modules: String = files.iter().map(|(name, _)| format!("mod {name};\n")).collect();
    let cases: String = files.iter().map(|(name, _)| format!("        {name}::CASES,\n")).collect();
    let index = format!(
        "//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.\n\n{modules}\n\
         use crate::networks::Case;\n\npub(crate) fn all() -> impl Iterator<Item = &'static Case> {{\n    [\n{cases}    ]\n    \
         .into_iter()\n    .flatten()\n}}\n"
    );
    for (name, text) in files.into_iter().chain([("mod".to_owned(), index)]) {
        let path = folder.join(format!("{name}.rs"));
        if std::env::var_os("GRAPHS_REFRESH").is_some() {
            std::fs::write(&path, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == text,
            "{} is not what the generator makes: `GRAPHS_REFRESH=1 cargo test -p nncompiler --test nested`",
            path.display()
        );
    }
}

/// Each word stands before and after a network, frozen or not; both forms compile, and have the same shapes.
#[test]
fn every_word_stands_before_and_after_a_network() {
    let mut seen = BTreeSet::new();
    for word in words() {
        for is_frozen in [false, true] {
            let net = surrounded(&word, is_frozen);
            seen.extend(net.beside.iter().map(|(word, side)| (*word, *side, is_frozen)));
            compiled(&format!("struct N; {}", net.flat));
            let composed = format!("struct N; {}", net.composed);
            if let Front::Bad { errors, .. } = nncompiler::front(common::tokens(&composed)) {
                panic!("{errors:?}\n{composed}");
            }
        }
    }
    // Nothing makes the integers that an embedding takes.
    assert_eq!(seen.len(), 4 * words().len() - 2);
}
