//! Names: in the manner of Rust, each once, and none of the macro's.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;

use crate::diagnostics::Diagnostics;
use crate::network::Network;
use crate::syntax::{Argument, Declaration, line};

/// The words of the language that no layer or constant may be called.
const RESERVED: [&str; 3] = ["input", "loss", "forward"];

/// What every network has by its name.
pub(crate) const INHERENT: [&str; 6] =
    ["PARAMETERS", "MACS", "FLOPS", "SUMMARY", "inference_bytes", "training_bytes"];

/// Checks the names of all items.
pub(super) fn names(declaration: &Declaration, diagnostics: &Diagnostics) {
    inputs(declaration, diagnostics);
    let constants = declaration.constants.iter().map(|c| (&c.name, false));
    let layers = declaration.layers.iter().map(|l| (&l.name, true));
    let all: Vec<String> = constants.clone().chain(layers.clone()).map(|(n, _)| text(n)).collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (name, is_layer) in constants.chain(layers) {
        let text = text(name);
        if let Some(first) = seen.insert(text.clone(), line(name.span())) {
            let place =
                if first > 1 { format!("another in line {first}") } else { "another".to_owned() };
            let free = free_name(&text, &all);
            diagnostics.error(
                name,
                format!("`{text}` is declared twice\nexpected: one `{text}`\n   found: {place}\nhelp: write `{free}`"),
            );
        } else if is_layer && RESERVED.contains(&text.as_str()) {
            diagnostics.error(name, reserved(&text));
        } else if !is_layer && INHERENT.contains(&text.as_str()) {
            let free = free_name(&text, &all);
            diagnostics.error(
                name,
                format!("every network has `{text}`\nexpected: another name\n   found: `const {text}`\nhelp: write `{free}`"),
            );
        } else if is_ours(&text) {
            diagnostics.error(name, of_the_macro(&text));
        } else if is_layer {
            snake_case(name, "a layer's name", diagnostics);
        }
    }
    for name in values(declaration) {
        if is_ours(&text(name)) {
            diagnostics.error(name, of_the_macro(&text(name)));
        } else {
            snake_case(name, "a value's name", diagnostics);
        }
    }
    let views = declaration.views.iter().map(|v| &v.name);
    for name in views.chain([&declaration.name]).filter(|name| is_ours(&text(name))) {
        diagnostics.error(name, of_the_macro(&text(name)));
    }
    own_type(declaration, diagnostics);
}

fn inputs(declaration: &Declaration, diagnostics: &Diagnostics) {
    let mut seen = HashSet::new();
    for input in declaration.inputs.iter().filter_map(|i| i.name.as_ref()) {
        let name = text(input);
        if is_ours(&name) {
            diagnostics.error(input, of_the_macro(&name));
        } else if !seen.insert(name.clone()) {
            let message = format!(
                "`{name}` is declared twice\nexpected: one input `{name}`\n   found: another before it"
            );
            diagnostics.error(input, message);
        }
    }
}

/// The sizes that the network is generic over: types, which would hide the network and its constants. Those that do
/// are reported, and get another name.
pub(crate) fn sizes(declaration: &mut Declaration, diagnostics: &Diagnostics) {
    let constants = declaration.constants.iter().map(|c| text(&c.name));
    let taken: Vec<String> = constants.chain([text(&declaration.name)]).collect();
    for (i, name) in declaration.generics.iter_mut().enumerate() {
        let word = text(name);
        if is_ours(&word) {
            diagnostics.error(&*name, of_the_macro(&word));
        } else if taken.contains(&word) {
            let message =
                format!("`{word}` is declared twice\nexpected: one `{word}`\n   found: another");
            diagnostics.error(&*name, message);
        } else {
            continue;
        }
        *name = quote::format_ident!("__NnSize{i}");
    }
}

/// The names of the values of a body.
fn values(declaration: &Declaration) -> impl Iterator<Item = &Ident> {
    declaration
        .body
        .iter()
        .flat_map(|body| body.parameters.iter().chain(body.bindings.iter().flat_map(|b| &b.names)))
}

/// `Self` in a size: sizes stand outside of the type.
fn own_type(declaration: &Declaration, diagnostics: &Diagnostics) {
    let arguments = declaration.layers.iter().flat_map(|l| &l.arguments);
    let sizes = declaration.inputs.iter().flat_map(|i| i.sizes.iter().chain(&i.limit));
    let budgets = &declaration.budgets;
    let training = budgets.training.as_ref();
    let limits = training.map(|b| &b.limit).into_iter().chain(&budgets.inference);
    let limits = limits.chain(&budgets.flash).map(|l| &l.amount);
    let sizes = sizes.chain(limits).chain(training.map(|b| &b.batch));
    let terms = declaration.loss.iter().flat_map(|l| l.terms()).flat_map(|(_, t)| &t.arguments);
    let values = declaration.constants.iter().map(|c| c.value.to_token_stream());
    let mut all: Vec<TokenStream> = values.chain(sizes.map(ToTokens::to_token_stream)).collect();
    all.extend(arguments.chain(terms).map(|argument| match argument {
        Argument::Positional(value) | Argument::Named { value, .. } => value.to_token_stream(),
        Argument::Arrow { tokens, .. }
        | Argument::List { tokens, .. }
        | Argument::Range { tokens, .. } => tokens.clone(),
    }));
    for (name, constant) in all.into_iter().flat_map(named_self) {
        let (expected, found) = match constant {
            Some(constant) => (format!("`{constant}`"), format!("`Self::{constant}`")),
            None => ("a constant's name".to_owned(), "`Self`".to_owned()),
        };
        let message = format!("a size cannot name `Self`\nexpected: {expected}\n   found: {found}");
        diagnostics.error(name, message);
    }
}

/// Each `Self`, and the word after its `::`. In an item within, it is that item's.
fn named_self(tokens: TokenStream) -> Vec<(Ident, Option<Ident>)> {
    let mut all = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_item = |t: &TokenTree| matches!(t, TokenTree::Ident(i) if i == "impl" || i == "trait");
    if tokens.iter().any(is_item) {
        return all;
    }
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(word) if word == "Self" => {
                let next = match tokens.get(i + 3) {
                    Some(TokenTree::Ident(next)) => Some(next.clone()),
                    _ => None,
                };
                all.push((word.clone(), next));
            }
            TokenTree::Group(group) => all.extend(named_self(group.stream())),
            _ => {}
        }
    }
    all
}

/// The fields of the parameters: two of one name come from layers of two.
pub(crate) fn fields(declaration: &Declaration, network: &Network, diagnostics: &Diagnostics) {
    if !declaration.generics.is_empty() {
        return; // without fields
    }
    let mut fields: Vec<(String, String, &Ident)> = Vec::new();
    for layer in &network.layers {
        let tensors = network.tensors[layer.tensors.clone()].iter().filter(|t| !t.is_kept());
        fields.extend(tensors.map(|t| (text(&t.field), t.name.clone(), &layer.ident)));
        if layer.network.is_some() && !layer.is_frozen {
            fields.push((layer.value_name(), layer.name.clone(), &layer.ident));
        }
    }
    let layers = declaration.layers.iter().map(|l| text(&l.name));
    let all: Vec<String> = layers.chain(fields.iter().map(|f| f.0.clone())).collect();
    let mut seen: HashMap<&str, &str> = HashMap::new();
    let mut told = HashSet::new();
    for (field, path, layer) in &fields {
        let Some(first) = seen.insert(field, path).filter(|first| first != path) else { continue };
        if !told.insert(text(layer)) {
            continue;
        }
        let free = free_name(&text(layer), &all);
        let message = format!(
            "two parameters have the name `{field}`\nexpected: another name for `{layer}`\n   found: `{first}` and `{path}`\nhelp: write `{free}`"
        );
        diagnostics.error(layer, message);
    }
}

pub(super) fn text(name: &Ident) -> String {
    name.unraw().to_string()
}

pub(super) fn reserved(word: &str) -> String {
    format!(
        "`{word}` is a word of the language\nexpected: a name for a layer\n   found: `{word}`\nhelp: write `{word}1`"
    )
}

/// Whether a name is one of the macro's: `__nn_x`, `__NnX`, `__NN_X`.
fn is_ours(name: &str) -> bool {
    name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("__nn"))
}

fn of_the_macro(name: &str) -> String {
    let rest = name[4..].trim_start_matches('_');
    let help = if syn::parse_str::<Ident>(rest).is_ok() {
        format!("\nhelp: write `{rest}`")
    } else {
        String::new()
    };
    format!(
        "names that begin with `__nn` belong to the macro\nexpected: another name\n   found: `{name}`{help}"
    )
}

/// `conv1` → `conv2`, or the next that is free.
fn free_name(name: &str, all: &[String]) -> String {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: usize = name[stem.len()..].parse().unwrap_or(1);
    let separator = if stem.chars().any(char::is_uppercase) { "_" } else { "" };
    (number.saturating_add(1)..)
        .map(|n| format!("{stem}{separator}{n}"))
        .find(|free| !all.contains(free))
        .unwrap_or_default()
}

/// Whether a letter has another one in lower case: letters of scripts without case have none.
fn has_lower(c: char) -> bool {
    !c.to_lowercase().eq([c])
}

fn snake_case(name: &Ident, what: &str, diagnostics: &Diagnostics) {
    let text = text(name);
    if !text.contains(has_lower) {
        return;
    }
    let mut snake = String::new();
    let mut last = '_';
    for c in text.chars() {
        if has_lower(c) && last != '_' && !has_lower(last) {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
        last = c;
    }
    diagnostics
        .error(name, format!("{what} is in snake_case\nexpected: `{snake}`\n   found: `{text}`"));
}
