//! What a user's crate may hold beside a network, as a search: every identifier of emitted code is given to something
//! of the user's (constants, statics, types, modules, macros, methods of all types, sizes, layers, inputs, values),
//! every lint of rustc and of clippy is forbidden, every edition is tried. The programs are compiled by rustc itself,
//! each of them in one run.

mod program;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write;
use std::process::Command;

use proc_macro2::{TokenStream, TokenTree};
use program::{compile, rustc};

/// Networks with every form of item, and every kind of layer.
const NETWORKS: &str = include_str!("../../nnmacro/compiler/tests/hygiene/networks.txt");

/// What they name.
const WORLD: &str = include_str!("hygiene/world.rs");

/// Types that a module may hide.
const PRIMITIVES: &str = "bool f32 f64 str u8 u32 u64 usize";

/// What a name of emitted code is for the user: nothing of ours fits it.
const ALIEN: &str = "/// An alien.\n#[derive(Clone, Copy)] pub struct Alien;\n";

/// Compiles without a word.
fn assert_silent(name: &str, edition: &str, source: &str) {
    let (_, said) = compile(&rustc(), name, edition, source, &[]);
    let said: String = said.lines().take(40).flat_map(|line| [line, "\n"]).collect();
    assert!(said.is_empty(), "{name}, edition {edition}:\n{said}");
}

fn texts() -> impl Iterator<Item = &'static str> {
    NETWORKS.split("---\n")
}

/// The networks, in a module with what they name.
fn networks(module: &str, beside: &str) -> String {
    let mut out = format!("/// {module}\npub mod {module} {{\n    use super::world::*;\n{beside}");
    for text in texts() {
        let text = text
            .replace("pub struct", "/// A network.\npub struct")
            .replace("pub view", "/// A view.\npub view");
        writeln!(out, "::nncore::network! {{\n{text}}}").expect("a string grows");
    }
    out + "}\n"
}

fn identifiers(tokens: TokenStream, all: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => identifiers(group.stream(), all),
            TokenTree::Ident(ident) => drop(all.insert(ident.to_string())),
            _ => {}
        }
    }
}

/// The identifiers of emitted code that are none of ours, of Rust or of the networks.
fn foreign() -> Vec<String> {
    let (mut own, mut all) = (BTreeSet::new(), BTreeSet::new());
    for text in texts() {
        identifiers(text.parse().expect("tokens"), &mut own);
        identifiers(nncompiler::compile(text.parse().expect("tokens")), &mut all);
    }
    let is_free = |name: &String| {
        let is_ours = name.to_ascii_lowercase().starts_with("__nn");
        !own.contains(name) && !is_ours && syn::parse_str::<syn::Ident>(name).is_ok()
    };
    // Names that a user may have in any case: of bindings, macros, types and modules that come to mind.
    let more = "o x f t i g pass batch piece device panic matches vec format println const_assert Vec Box Ok Err alloc T D N \
                X Y THROUGH optimizer_slots region segment forward_frozen core std nncore Result String i32 u16 isize";
    let more = more.split_whitespace().map(str::to_owned).filter(|n| !own.contains(n));
    all.into_iter().filter(is_free).chain(more).collect::<BTreeSet<_>>().into_iter().collect()
}

fn is_lower(name: &&String) -> bool {
    !name.contains(char::is_uppercase)
}

/// `text` with each name in the place of `$`.
fn each<'a>(names: impl IntoIterator<Item = &'a String>, text: &str) -> String {
    names.into_iter().map(|name| text.replace('$', name) + "\n").collect()
}

#[test]
fn no_name_of_the_users_reaches_into_emitted_code() {
    let names = foreign();
    assert!(names.len() > 150, "{names:?}");
    let mut source = format!("#![allow(dead_code, unused, nonstandard_style)]\n{ALIEN}");
    source.push_str(&format!("pub mod world {{ {WORLD} }}\n"));
    let beside = [
        ("constants", "const $: crate::Alien = crate::Alien;"),
        ("statics", "static $: crate::Alien = crate::Alien;"),
        ("unit_structs", "struct $;"),
        ("aliases", "type $ = crate::Alien;"),
        ("functions", "fn $() {} mod $ {}"),
        (
            "macros",
            "macro_rules! $ { ($($t:tt)*) => { compile_error!(\"a macro of the user's\"); } }",
        ),
        ("traits", "trait $ {}"),
    ];
    for (module, text) in beside {
        // A macro's `$` is no place for a name.
        let text = if module == "macros" {
            names.iter().map(|n| text.replacen('$', n, 1) + "\n").collect()
        } else {
            each(&names, text)
        };
        source.push_str(&networks(module, &text));
    }
    // The networks name `usize` themselves, but for these.
    let primitives = PRIMITIVES.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    source.push_str("pub mod primitives {\nuse super::world::Other;\n");
    source.push_str(&each(&primitives, "struct $;"));
    for text in texts().filter(|text| !text.contains("usize") && !text.contains("WIDTH")) {
        writeln!(source, "::nncore::network! {{\n{text}}}").expect("a string grows");
    }
    source.push_str("}\n");
    let variants = format!("enum Variants {{ {} }}\nuse self::Variants::*;", each(&names, "$,"));
    source.push_str(&networks("variants", &variants));
    let methods = format!(
        "trait Methods: Sized {{ {} }}\nimpl<T> Methods for T {{}}\n",
        each(&names, "fn $(self) -> crate::Alien { crate::Alien }")
    );
    source.push_str(&networks("methods", &methods));
    let associated = format!(
        "trait Constants {{ {} }}\nimpl<T: ?Sized> Constants for T {{}}\n",
        each(&names, "const $: crate::Alien = crate::Alien;")
    );
    source.push_str(&networks("associated", &associated));
    assert_silent("names_beside", "2024", &source);
}

#[test]
fn a_network_may_use_every_name_itself() {
    let names = foreign();
    let lower: Vec<&String> = names.iter().filter(is_lower).collect();
    let upper: Vec<&String> = names.iter().filter(|n| n.starts_with(char::is_uppercase)).collect();
    let inherent = [
        "PARAMETERS",
        "FROZEN_PARAMETERS",
        "MACS",
        "FLOPS",
        "SUMMARY",
        "inference_bytes",
        "training_bytes",
    ];
    let layers: Vec<&&String> =
        lower.iter().filter(|n| !["forward", "input", "loss"].contains(&n.as_str())).collect();
    let network = |module: &str, name: &str, text: &str| {
        format!("pub mod {module} {{ ::nncore::network! {{ pub struct {name}; {text} }} }}\n")
    };
    let mut source = "#![allow(dead_code, unused, nonstandard_style)]\n".to_owned();
    let constants = names.iter().filter(|n| !inherent.contains(&n.as_str()) && *n != "usize");
    let constants = each(constants, "const $: usize = 2;");
    source.push_str(&network(
        "constants",
        "Net",
        &format!("{constants} input: [2]; a: Linear(2 -> 2);"),
    ));
    let relus: String = layers.iter().map(|n| format!("{n}: Relu;")).collect();
    source.push_str(&network(
        "activations",
        "Net",
        &format!("input: [2]; first: Linear(2 -> 2); {relus}"),
    ));
    for (i, layers) in layers.chunks(20).enumerate() {
        let linear: String = layers.iter().map(|n| format!("{n}: Linear(2 -> 2);")).collect();
        source.push_str(&network(&format!("layers_{i}"), "Net", &format!("input: [2]; {linear}")));
    }
    for (i, inputs) in lower.chunks(4).enumerate() {
        let items: String = inputs.iter().map(|n| format!("input {n}: [2];")).collect();
        let values: Vec<String> = (0..inputs.len()).map(|i| format!("v{i}")).collect();
        let (parameters, sum) = (values.join(", "), values.join(" + "));
        let text = format!("{items} fn forward({parameters}) {{ relu({sum}) }}");
        source.push_str(&network(&format!("inputs_{i}"), "Net", &text));
    }
    let mut body = "input: [2]; a: Linear(2 -> 2); fn forward(v0) { let v1 = a(v0); ".to_owned();
    let mut last = "v1";
    for name in &lower {
        write!(body, "let {name} = relu({last}); ").expect("a string grows");
        last = name;
    }
    source.push_str(&network("values", "Net", &format!("{body} {last} }}")));
    let sizes: Vec<String> = PRIMITIVES.split_whitespace().map(str::to_owned).collect();
    let names: Vec<String> =
        names.iter().cloned().chain(sizes).collect::<BTreeSet<_>>().into_iter().collect();
    for (i, sizes) in names.chunks(12).enumerate() {
        let bounds: Vec<String> = sizes.iter().map(|n| format!("{n}: Dim")).collect();
        let (first, last) = (&sizes[0], &sizes[sizes.len() - 1]);
        let text = format!("input: [{first}, {last}]; a: Linear({last} -> {first});");
        source.push_str(
            &network(&format!("sizes_{i}"), &format!("__Net<{}>", bounds.join(", ")), &text)
                .replace("__Net", "Net"),
        );
    }
    source.push_str("pub mod types {\n");
    for name in &upper {
        writeln!(source, "::nncore::network! {{ pub struct {name}; input: [2]; a: Relu; }}")
            .expect("a string grows");
    }
    source.push_str("}\n");
    let views = each(upper.iter().copied(), "view $: a;");
    source.push_str(&network(
        "views",
        "Net",
        &format!("input: [2]; a: Linear(2 -> 2); b: Relu; {views}"),
    ));
    assert_silent("names_within", "2024", &source);
}

/// The networks of `hygiene/strict.rs`, under attributes of a crate.
fn strict(attributes: &str) -> String {
    format!("//! A crate.\n{attributes}\n{}", include_str!("hygiene/strict.rs"))
}

/// The lints that this version knows, and its groups.
fn lints() -> (Vec<String>, Vec<String>) {
    let output = Command::new(rustc()).args(["-W", "help"]).output().expect("rustc");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (single, groups) = text.split_once("Lint groups").expect("groups");
    let name = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, next) = (words.next()?, words.next()?);
        let is_name =
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (is_name && line.starts_with(' ')).then(|| (name.replace('-', "_"), next.to_owned()))
    };
    let is_level = |(name, next): (String, String)| {
        ["allow", "warn", "deny"].contains(&next.as_str()).then_some(name)
    };
    let single = single.lines().filter_map(name).filter_map(is_level).collect();
    let groups = groups.lines().filter_map(name);
    let is_group = |name: &String| !["name", "provided", "____"].contains(&name.as_str());
    (single, groups.map(|(name, _)| name).filter(is_group).collect())
}

#[test]
fn emitted_code_is_clean_under_every_lint_that_is_forbidden() {
    let (single, groups) = lints();
    assert!(single.len() > 150 && groups.len() > 8, "{} lints, groups {groups:?}", single.len());
    // Unstable ones are unknown; messages of the linker are forbidden for programs alone.
    let forbid = |names: &[String]| each(names, "#![forbid($)]");
    let (_, said) = compile(&rustc(), "known_lints", "2024", &forbid(&single), &[]);
    let is_known = |name: &&String| !said.contains(&format!("unknown lint: `{name}`"));
    let other = ["linker_messages", "unknown_lints"];
    let known = single.iter().filter(is_known).filter(|n| !other.contains(&n.as_str()));
    let known: Vec<String> = known.cloned().collect();
    assert!(known.len() > 150, "{}", known.len());
    assert_silent("every_lint", "2024", &strict(&forbid(&known)));
    // Together with what is allowed in a group, it is another error than by itself.
    assert_silent("every_group", "2024", &strict(&forbid(&groups)));
}

#[test]
fn emitted_code_is_clean_under_clippy() {
    let program = OsString::from("clippy-driver");
    if Command::new(&program).arg("--version").output().is_err() {
        eprintln!("*** SKIPPED: no clippy-driver here");
        return;
    }
    let attributes = "#![forbid(clippy::all, clippy::pedantic, clippy::nursery, clippy::unwrap_used, clippy::panic, \
                      clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::as_conversions, \
                      clippy::missing_docs_in_private_items, clippy::single_char_lifetime_names)]";
    let (is_good, said) = compile(&program, "clippy", "2024", &strict(attributes), &[]);
    assert!(is_good && said.is_empty(), "{said}");
}

#[test]
fn networks_and_their_mistakes_are_at_home_in_every_edition() {
    for edition in ["2015", "2018", "2021", "2024"] {
        let attributes = if edition == "2015" {
            "#![deny(warnings)] extern crate nncore;"
        } else {
            "#![deny(warnings)]"
        };
        assert_silent(&format!("edition_{edition}"), edition, &strict(attributes));
        let mistakes = "extern crate nncore;
            pub mod inner {
                use nncore::network;
                mod core {}
                network! { pub struct A; input: [3]; fc: Linear(4 -> 2); x: Liner(2); }
                network! { pub struct B<C: Dim>; input: [C]; fc: Linear(0); }
                pub const N: usize = 4;
                network! { pub struct C; input: [3]; fc: Linear(N -> 2); }
            }
            pub static W: u8 = nncore::include_weights!(3);";
        let (is_good, said) =
            compile(&rustc(), &format!("mistakes_{edition}"), edition, mistakes, &[]);
        let headlines: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
        let expected = [
            "error: `fc` takes 4 inputs, but `input` provides 3",
            "error: unknown layer kind `Liner`",
            "error: the output size of `fc` is zero",
            "error: the path of the weight file is a string",
            "error[E0080]: evaluation panicked: `fc` takes 4 inputs (N), but `input` provides 3",
        ];
        assert!(!is_good, "edition {edition}");
        assert_eq!(
            headlines[..expected.len().min(headlines.len())],
            expected,
            "edition {edition}:\n{said}"
        );
    }
}
