//! After a mistake in a network rustc says nothing of its own, whatever the program does with the network: each case of
//! `fail/`, and valid networks with a mistake, are put into one crate, together with what programs do with a network.

#[path = "../../nnmacro/compiler/tests/common/mod.rs"]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::Random;
use common::mutate::mutate;
use common::valid::NETWORKS;
use nncompiler::Front;
use nncompiler::syntax::likely_name;
use proc_macro2::{TokenStream, TokenTree};

/// Mistakes in each of the valid networks.
const MISTAKES: usize = 7;

/// A module of the crate.
struct Module {
    name: String,
    text: String,
    /// The messages of the macro.
    expected: BTreeSet<String>,
}

/// What is wrong with a network, its name, and the sizes that it is generic over.
struct Wrong {
    messages: Vec<String>,
    name: Option<String>,
    generics: usize,
}

fn wrong(network: &TokenStream) -> Option<Wrong> {
    let Front::Bad { errors, declaration, .. } = nncompiler::front(network.clone()) else {
        return None;
    };
    let generics = declaration.as_ref().map_or(0, |d| d.generics.len());
    let name = declaration.map(|d| d.name.to_string());
    let name = name.or_else(|| likely_name(network.clone()).map(|name| name.to_string()));
    Some(Wrong { messages: errors.iter().map(ToString::to_string).collect(), name, generics })
}

/// What stands in each `network! { … }`.
fn networks(tokens: TokenStream, found: &mut Vec<TokenStream>) {
    let mut is_network = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_network => found.push(group.stream()),
            TokenTree::Group(group) => networks(group.stream(), found),
            TokenTree::Ident(word) => is_network = word == "network",
            TokenTree::Punct(p) => is_network &= p.as_char() == '!',
            TokenTree::Literal(_) => is_network = false,
        }
    }
}

/// What programs do with a network; `is_layer`: other networks, too.
fn uses(wrong: &Wrong, is_layer: bool) -> String {
    let Some(name) = &wrong.name else { return String::new() };
    let sizes = ["nncore::dim::U4", "nncore::dim::U8", "nncore::dim::U2"];
    let ty = match wrong.generics {
        0 => name.clone(),
        n => {
            format!("{name}<{}>", sizes.into_iter().cycle().take(n).collect::<Vec<_>>().join(", "))
        }
    };
    let texts = [include_str!("follow/uses.txt"), include_str!("follow/outer.txt")];
    let without_head = |text: &'static str| text.split_once('\n').expect("a first line").1;
    let text: String =
        texts.into_iter().take(if is_layer { 2 } else { 1 }).map(without_head).collect();
    text.replace("TYPE", &ty).replace("NETWORK", name.trim_start_matches("r#"))
}

/// A module of a text with networks that have mistakes; `None` when there is none, or the text is none of Rust.
fn module(name: String, text: &str, is_layer: bool) -> Option<Module> {
    let mut found = Vec::new();
    networks(text.parse().ok()?, &mut found);
    let wrong: Vec<Wrong> = found.iter().filter_map(wrong).collect();
    let expected: BTreeSet<String> = wrong.iter().flat_map(|w| w.messages.clone()).collect();
    let mut seen = BTreeSet::new();
    let uses: String =
        wrong.iter().filter(|w| seen.insert(w.name.clone())).map(|w| uses(w, is_layer)).collect();
    let text = format!("{text}\n{uses}");
    (!expected.is_empty()).then_some(Module { name, text, expected })
}

/// The cases of all topics but those in which rustc alone finds the mistake.
fn cases() -> Vec<Module> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for topic in fs::read_dir("fail").expect("the folder `fail`") {
        let topic = topic.expect("a topic").path();
        if !topic.ends_with("rustc") {
            paths.extend(fs::read_dir(topic).expect("a folder").map(|e| e.expect("a file").path()));
        }
    }
    paths.retain(|path| path.extension().is_some_and(|e| e == "rs"));
    paths.sort();
    let text = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a case");
        // Within a module, these are no longer the first lines.
        text.lines().filter(|l| !l.starts_with("//!")).map(|l| format!("{l}\n")).collect::<String>()
    };
    // What a macro of the user's declares has no name before that macro is expanded.
    paths.retain(|path| !text(path).contains("macro_rules!"));
    paths
        .iter()
        .enumerate()
        .filter_map(|(i, p)| module(format!("case{i}"), &text(p), i % 4 == 0))
        .collect()
}

/// Valid networks with a mistake.
fn mutants() -> Vec<Module> {
    let mut modules = Vec::new();
    for (n, network) in NETWORKS.iter().enumerate() {
        let mut random = Random(23 + n as u64);
        let tokens: TokenStream = network.parse().expect("tokens");
        for i in 0..MISTAKES {
            let (text, _) = mutate(&tokens, &mut random);
            let text = format!("use nncore::prelude::*;\nnetwork! {{\n{text}\n}}\n");
            modules.extend(module(format!("mutant{n}_{i}"), &text, i == 0));
        }
    }
    modules
}

/// A crate of the modules, in a workspace of its own.
fn write(modules: &[Module]) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nothing_follows");
    let _ = fs::remove_dir_all(folder.join("src"));
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"follows\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         nncore = {{ path = {:?} }}\nui-tests = {{ path = {:?} }}\n",
        root.join("nncore"),
        root.join("ui-tests")
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a file");
    let mut lib = "#![allow(warnings)]\n".to_owned();
    for module in modules {
        lib += &format!("mod {};\n", module.name);
        let path = folder.join("src").join(format!("{}.rs", module.name));
        fs::write(path, &module.text).expect("a file");
    }
    fs::write(folder.join("src/lib.rs"), lib).expect("a file");
    folder
}

/// rustc's errors by module; those that lie elsewhere under an empty name.
fn errors(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--quiet", "--offline", "--message-format=json"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo");
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let message = &line["message"];
        let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        // A remark of ours that a case denies.
        let is_remark = message["code"]["code"] == "deprecated";
        if message["level"] != "error" || spans.is_empty() || is_remark {
            continue;
        }
        let files = spans.iter().filter_map(|s| s["file_name"].as_str());
        let module = files.filter_map(|f| Path::new(f).strip_prefix("src").ok()).next();
        let module = module.and_then(Path::file_stem).unwrap_or_default().to_string_lossy();
        let text = message["message"].as_str().unwrap_or_default().to_owned();
        errors.entry(module.into_owned()).or_default().push(text);
    }
    assert!(!errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    errors
}

#[test]
fn no_error_of_rustcs_follows_one_of_ours() {
    let modules: Vec<Module> = cases().into_iter().chain(mutants()).collect();
    let count = modules.len();
    assert!(count > 300, "{count}");
    let folder = write(&modules);
    let mut found = errors(&folder);
    let mut faults = Vec::new();
    for module in &modules {
        let found = found.remove(&module.name).unwrap_or_default();
        let told: BTreeSet<&String> = found.iter().collect();
        let follow = found.iter().filter(|e| !module.expected.contains(*e));
        faults.extend(follow.map(|e| format!("{} follows: {e}", module.name)));
        let lost = module.expected.iter().filter(|e| !told.contains(e));
        faults.extend(lost.map(|e| format!("{} is lost: {e}", module.name)));
    }
    faults.extend(found.into_iter().map(|(name, errors)| format!("{name}: {errors:?}")));
    println!("{count} networks with mistakes");
    let first = faults[..faults.len().min(20)].join("\n\n");
    assert!(faults.is_empty(), "{} in {}:\n{first}", faults.len(), folder.display());
}
