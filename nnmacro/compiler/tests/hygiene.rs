//! Names in emitted code: what is bound is ours, paths are absolute, macros and methods are called so that nothing of
//! the user's takes their place. What a program of a user's makes of it is tried in `ui-tests/tests/hygiene.rs`.

mod common;

use common::tokens;
use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// Networks with every form of item, and every kind of layer.
const NETWORKS: &str = include_str!("hygiene/networks.txt");

/// Methods that are called on values: own ones by value, which come before those of traits.
const BY_VALUE: [&str; 5] = ["or", "shared", "freezing", "label_smoothing", "ignore_index"];

/// Methods of references that are bound or constants: own ones, which come first there.
const ON_REFERENCES: [(&str, &str); 4] = [
    ("__nn_pass", "segment"),
    ("__nn_pass", "within"),
    ("_TABLE", "split_at"),
    ("__NN_TRAIL", "split_at"),
];

/// Words of Rust that emitted code may have alone.
const RUST: [&str; 23] = [
    "use", "as", "const", "static", "struct", "impl", "for", "type", "fn", "pub", "let", "if",
    "else", "true", "false", "Self", "self", "unsafe", "mut", "crate", "extern", "mod", "_",
];

fn networks() -> Vec<String> {
    NETWORKS.split("---\n").map(str::to_owned).collect()
}

fn emitted(text: &str) -> TokenStream {
    let rust = nncompiler::compile(tokens(text));
    let mistakes = rust.to_string().matches("compile_error ! { \"").count();
    assert_eq!(mistakes, 0, "{text}\n{}", &rust.to_string()[..2000]);
    rust
}

/// Each token with the two before it and the one after it, as text, over all groups.
fn walk(tokens: TokenStream, see: &mut dyn FnMut(&[TokenTree], usize)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for i in 0..tokens.len() {
        see(&tokens, i);
        if let TokenTree::Group(group) = &tokens[i] {
            walk(group.stream(), see);
        }
    }
}

fn is(token: Option<&TokenTree>, text: &str) -> bool {
    match token {
        Some(TokenTree::Punct(p)) => text.len() == 1 && text.starts_with(p.as_char()),
        Some(TokenTree::Ident(i)) => i == text,
        _ => false,
    }
}

fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(i)) => Some(i.to_string()),
        _ => None,
    }
}

fn is_ours(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("__nn")
}

/// `::`, and no `:` of its own.
fn is_colons(tokens: &[TokenTree], i: usize) -> bool {
    let is_joint = |t: &TokenTree| matches!(t, TokenTree::Punct(p) if p.as_char() == ':' && p.spacing() == Spacing::Joint);
    tokens.get(i).is_some_and(is_joint) && is(tokens.get(i + 1), ":")
}

/// `… :: name`
fn is_within_path(tokens: &[TokenTree], i: usize) -> bool {
    i >= 2 && is_colons(tokens, i - 2)
}

#[test]
fn macros_are_called_by_absolute_paths() {
    let mut calls = 0;
    for text in networks() {
        walk(emitted(&text), &mut |tokens, i| {
            let is_group = matches!(tokens.get(i + 1), Some(TokenTree::Group(_)));
            let name = i.checked_sub(1).and_then(|i| word(tokens.get(i)));
            if !is(tokens.get(i), "!") || !is_group || name.is_none() {
                return;
            }
            calls += 1;
            let is_core = i >= 6 && is(tokens.get(i - 4), "core") && is_within_path(tokens, i - 4);
            assert!(is_core && is_within_path(tokens, i - 1), "{name:?}!");
        });
    }
    assert!(calls > 3, "{calls}");
}

#[test]
fn what_is_bound_begins_as_names_of_ours() {
    let mut bound = 0;
    for text in networks() {
        let mut check = |name: Option<String>, what: &str| {
            let Some(name) = name.filter(|n| !["self", "_", "mut"].contains(&n.as_str())) else {
                return;
            };
            bound += 1;
            assert!(is_ours(&name), "{what} `{name}` of\n{text}");
        };
        walk(emitted(&text), &mut |tokens, i| {
            // `|o|`, `let x`, `fn f(x: …)`, `<T: …>` of functions and associated types
            if is(tokens.get(i), "|") && is(tokens.get(i + 2), "|") {
                check(word(tokens.get(i + 1)), "a closure's parameter");
            }
            if is(tokens.get(i), "let") {
                check(word(tokens.get(i + 1)), "a variable");
            }
            if is(tokens.get(i), "fn") && word(tokens.get(i + 1)).is_some() {
                let mut rest = tokens[i + 2..].iter();
                let parameters = rest.find_map(|t| match t {
                    TokenTree::Group(g) if g.delimiter() == Delimiter::Parenthesis => Some(g),
                    _ => None,
                });
                parameters_of(parameters.expect("parameters"), &mut |name| {
                    check(Some(name), "a parameter");
                });
            }
            let is_generic = is(tokens.get(i), "<")
                && i >= 2
                && (is(tokens.get(i - 2), "fn") || is(tokens.get(i - 2), "type"));
            if is_generic {
                let name = if is(tokens.get(i + 1), "const") { i + 2 } else { i + 1 };
                check(word(tokens.get(name)), "a type parameter");
            }
        });
    }
    assert!(bound > 100, "{bound}");
}

/// The names before a `:` of the outer level, that is no `::`.
fn parameters_of(group: &Group, see: &mut dyn FnMut(String)) {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    for i in 1..tokens.len() {
        let is_single =
            is(tokens.get(i), ":") && !is(tokens.get(i + 1), ":") && !is(tokens.get(i - 1), ":");
        if is_single && let Some(name) = word(tokens.get(i - 1)) {
            see(name);
        }
    }
}

#[test]
fn methods_are_called_where_own_ones_come_first() {
    let mut calls = 0;
    for text in networks() {
        walk(emitted(&text), &mut |tokens, i| {
            let is_call = is(tokens.get(i), ".")
                && matches!(tokens.get(i + 2), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis);
            let Some(method) = word(tokens.get(i + 1)).filter(|_| is_call) else { return };
            calls += 1;
            let receiver = &tokens[i - 1];
            let on_reference = match receiver {
                TokenTree::Group(g) => is(g.stream().into_iter().next().as_ref(), "&"),
                TokenTree::Ident(name) => {
                    ON_REFERENCES.iter().any(|(n, m)| name == n && method == *m)
                }
                _ => false,
            };
            assert!(
                on_reference || BY_VALUE.contains(&method.as_str()),
                "{receiver}.{method}(…) of\n{text}"
            );
        });
    }
    assert!(calls > 100, "{calls}");
}

/// A path begins with `::`, a name of ours, `Self`, or a name that the user wrote.
#[test]
fn paths_are_absolute() {
    let mut paths = 0;
    for text in networks() {
        let own = words(tokens(&text));
        walk(emitted(&text), &mut |tokens, i| {
            let begins = is_colons(tokens, i + 1);
            let Some(first) = word(tokens.get(i)).filter(|_| begins) else { return };
            if is_within_path(tokens, i) || RUST.contains(&first.as_str()) && first != "self" {
                return;
            }
            paths += 1;
            assert!(
                is_ours(&first) || first == "Self" || own.contains(&first),
                "{first}:: of\n{text}"
            );
        });
    }
    assert!(paths > 100, "{paths}");
}

/// A word that stands alone as a type or a value is one of Rust, or of ours, or the user's.
#[test]
fn words_that_stand_alone_are_those_of_rust() {
    for text in networks() {
        let own = words(tokens(&text));
        let rust = without_attributes(emitted(&text));
        walk(rust, &mut |tokens, i| {
            let Some(name) = word(tokens.get(i)) else { return };
            let is_path = is_within_path(tokens, i);
            let is_field = i >= 1 && is(tokens.get(i - 1), ".");
            // A field of a literal or of a struct, an associated item.
            let is_named = is(tokens.get(i + 1), ":") && !is_colons(tokens, i + 1);
            let is_declared =
                i >= 1 && ["const", "fn", "type"].iter().any(|w| is(tokens.get(i - 1), w));
            let is_lifetime = i >= 1 && is(tokens.get(i - 1), "'");
            let is_known = is_path || is_field || is_named || is_declared || is_lifetime;
            let is_known = is_known || is_ours(&name) || RUST.contains(&name.as_str());
            assert!(is_known || own.contains(&name), "`{name}` of\n{text}");
        });
    }
}

fn without_attributes(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(_) if is(out.last(), "#") => drop(out.pop()),
            TokenTree::Group(group) => {
                let inner = without_attributes(group.stream());
                out.push(Group::new(group.delimiter(), inner).into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn words(tokens: TokenStream) -> Vec<String> {
    let mut all = Vec::new();
    walk(tokens, &mut |tokens, i| all.extend(word(tokens.get(i))));
    all
}
