//! The random networks that nncore compiles and runs against the interpreter: which these are.
//!
//! `GRAPHS_REFRESH=1 cargo test -p nncompiler --test compiled` writes them anew.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::function::{legal_pairs, operations};
use common::graph::{Net, graphs};

const FILES: usize = 8;
const NETWORKS_PER_FILE: usize = 25;

/// Layers with tensors.
const WITH_TENSORS: [&str; 6] =
    ["Linear", "Conv2d", "Embedding", "BatchNorm1d", "BatchNorm2d", "LayerNorm"];

/// Of the random networks those that hold the most pairs of operations that no other one holds; every second one has
/// several layers with tensors.
fn chosen() -> Vec<Net> {
    let mut all = graphs(10_000, 11);
    let mut pairs = BTreeSet::new();
    let mut chosen: Vec<Net> = Vec::new();
    let layers =
        |net: &Net| net.operations.iter().filter(|word| WITH_TENSORS.contains(word)).count();
    while chosen.len() < FILES * NETWORKS_PER_FILE {
        let new = |net: &Net| {
            let edges: BTreeSet<_> = net.edges.iter().filter(|e| !pairs.contains(*e)).collect();
            edges.len()
        };
        let (best, _) = all
            .iter()
            .enumerate()
            .filter(|(_, net)| chosen.len().is_multiple_of(2) || layers(net) > 1)
            .max_by_key(|(i, net)| (new(net), std::cmp::Reverse(*i)))
            .expect("a network");
        let net = all.swap_remove(best);
        pairs.extend(net.edges.iter().copied());
        chosen.push(net);
    }
    let used: BTreeSet<&str> = chosen.iter().flat_map(|net| &net.operations).copied().collect();
    assert_eq!(used, operations().into_iter().collect());
    println!("{} of {} pairs", pairs.len(), legal_pairs().len());
    chosen
}

/// Some networks as the macro `graphs!` of nncore's tests takes them.
fn file(number: usize, nets: &[Net]) -> String {
    let mut text =
        "//! Random networks. Made by nncompiler's test `compiled`: not for editing.\n\n\
                    use crate::networks::graphs;\n\ngraphs! {\n"
            .to_owned();
    for (i, net) in nets.iter().enumerate() {
        let body = net.text.strip_prefix("pub struct N;\n").expect("a declaration");
        text += &format!("    R{:03} {{\n", NETWORKS_PER_FILE * number + i);
        body.lines().for_each(|line| text += &format!("        {line}\n"));
        text += "    }\n";
    }
    text + "}\n"
}

#[test]
fn nncore_compiles_these_networks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../nncore/tests/random");
    for (number, nets) in chosen().chunks(NETWORKS_PER_FILE).enumerate() {
        let (path, text) = (folder.join(format!("part{number}.rs")), file(number, nets));
        if std::env::var_os("GRAPHS_REFRESH").is_some() {
            std::fs::write(&path, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == text,
            "{} is not what the generator makes: `GRAPHS_REFRESH=1 cargo test -p nncompiler --test compiled`",
            path.display()
        );
    }
}
