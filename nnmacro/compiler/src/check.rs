//! Rules that need no shapes: names, kinds, attributes, order. Behind them is the first gate.

use std::collections::HashMap;

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Path, Token, parse_quote};

use crate::diagnostics::{Diagnostics, list, suggest};
use crate::foreign::{meant_loss, near_kind};
use crate::ops;
use crate::syntax::{Constants, Declaration, LayerSyntax, NetworkSyntax, line, source_text};

/// The words of the language that no layer or constant may be called.
const RESERVED: [&str; 3] = ["input", "loss", "forward"];

/// The remarks that `#[allow(…)]` silences.
pub(crate) const LINTS: [&str; 2] = ["dropped_rows", "double_softmax"];

/// Checks names, kinds and attributes.
pub(crate) fn check(declaration: &Declaration, diagnostics: &Diagnostics) {
    // An item that could not be read may have been the input, or a layer.
    if declaration.inputs.is_empty() && declaration.unreadable.is_empty() {
        diagnostics.error(
            &declaration.name,
            format!(
                "`{}` has no input\nexpected: `input: [channels, height, width];`, `[rows, columns]` or `[features]`\n   found: no `input` ahead of the layers",
                declaration.name
            ),
        );
    }
    let is_empty = declaration.layers.is_empty() && declaration.body.is_none();
    if is_empty && declaration.unreadable.is_empty() {
        diagnostics.error(
            &declaration.name,
            format!(
                "`{}` has no layer\nexpected: `name: Kind(…);`\n   found: no layer",
                declaration.name
            ),
        );
    }
    names(declaration, diagnostics);
    views(declaration, diagnostics);
    generics(declaration, diagnostics);
    train(declaration, diagnostics);
    for layer in &declaration.layers {
        kind(layer, diagnostics);
        attributes(layer, diagnostics);
    }
    for name in values(declaration) {
        if name.to_string().starts_with("__nn") {
            diagnostics.error(name, of_the_macro(&text(name)));
        } else {
            snake_case(name, "a value's name", diagnostics);
        }
    }
    losses(declaration, diagnostics);
}

/// The names of the values of a body.
fn values(declaration: &Declaration) -> impl Iterator<Item = &Ident> {
    declaration
        .body
        .iter()
        .flat_map(|body| body.parameters.iter().chain(body.bindings.iter().flat_map(|b| &b.names)))
}

/// One loss, behind all layers.
fn losses(declaration: &Declaration, diagnostics: &Diagnostics) {
    for (_, loss) in &declaration.earlier_losses {
        let message = match ops::kind(&loss.first.kind.to_string()) {
            Some(_) => reserved("loss"),
            None => "`loss` is declared twice\nexpected: one loss, as the last item\n   found: another behind this one".to_owned(),
        };
        diagnostics.error(&loss.first.name, message);
    }
    let Some(loss) = &declaration.loss else { return };
    for (_, term) in loss.terms() {
        loss_kind(term, diagnostics);
    }
    attributes(&loss.first, diagnostics);
    if let Some(behind) = declaration.layers.get(declaration.layers_before_loss) {
        diagnostics.error(
            &behind.name,
            format!(
                "`{0}` stands behind `loss`\nexpected: `loss` as the last item\n   found: `{0}` behind it",
                behind.name
            ),
        );
    }
}

fn names(declaration: &Declaration, diagnostics: &Diagnostics) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut inputs = std::collections::HashSet::new();
    let named = declaration.inputs.iter().filter_map(|i| i.name.as_ref());
    for input in named.filter(|i| !inputs.insert(text(i))) {
        let name = text(input);
        let message = format!(
            "`{name}` is declared twice\nexpected: one input `{name}`\n   found: another ahead of it"
        );
        diagnostics.error(input, message);
    }
    let constants = declaration.constants.iter().map(|c| (&c.name, false));
    let layers = declaration.layers.iter().map(|l| (&l.name, true));
    let all: Vec<String> = constants.clone().chain(layers.clone()).map(|(n, _)| text(n)).collect();
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
            continue;
        }
        if !is_layer {
            continue;
        }
        if RESERVED.contains(&text.as_str()) {
            diagnostics.error(name, reserved(&text));
        } else if text.starts_with("__nn") {
            diagnostics.error(name, of_the_macro(&text));
        } else {
            snake_case(name, "a layer's name", diagnostics);
        }
    }
}

fn text(name: &Ident) -> String {
    name.unraw().to_string()
}

fn reserved(word: &str) -> String {
    format!(
        "`{word}` is a word of the language\nexpected: a name for a layer\n   found: `{word}`\nhelp: write `{word}1`"
    )
}

fn of_the_macro(name: &str) -> String {
    let rest = name.trim_start_matches("__nn").trim_start_matches('_');
    format!(
        "names that begin with `__nn` belong to the macro\nexpected: another name\n   found: `{name}`\nhelp: write `{rest}`"
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

fn snake_case(name: &Ident, what: &str, diagnostics: &Diagnostics) {
    let text = name.unraw().to_string();
    let good = text.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '_');
    if good {
        return;
    }
    let mut snake = String::new();
    let mut last = '_';
    for c in text.chars() {
        if c.is_uppercase() && last != '_' && !last.is_uppercase() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
        last = c;
    }
    diagnostics
        .error(name, format!("{what} is in snake_case\nexpected: `{snake}`\n   found: `{text}`"));
}

fn kind(layer: &LayerSyntax, diagnostics: &Diagnostics) {
    let word = layer.kind.to_string();
    if layer.foreign.is_lost || ops::kind(&word).is_some() || network(layer).is_some() {
        return;
    }
    if ops::loss::loss(&word).is_some() {
        diagnostics.error(
            &layer.kind,
            format!(
                "`{word}` is a loss, not a layer\nexpected: `loss: {word};`, as the last item\n   found: `{}: {word}`",
                layer.name
            ),
        );
        return;
    }
    let rest = match near_kind(&word) {
        Some(near) => {
            format!("expected: a kind of layer\n   found: `{word}`\nhelp: write `{near}`")
        }
        None => format!("expected: {}\n   found: `{word}`", wrapped(ops::kind_names())),
    };
    diagnostics.error(&layer.kind, format!("unknown layer kind `{word}`\n{rest}"));
}

/// The network that a layer is: a path, a list, or a word that is no kind of layer and near none.
pub(crate) fn network(layer: &LayerSyntax) -> Option<NetworkSyntax> {
    if layer.network.is_some() {
        return layer.network.clone();
    }
    let word = layer.kind.to_string();
    let is_type = word.starts_with(char::is_uppercase) && layer.written.is_empty();
    let is_other = ops::kind(&word).is_some() || ops::loss::loss(&word).is_some();
    let is_near = layer.foreign.is_lost || near_kind(&word).is_some();
    (is_type && !is_other && !is_near)
        .then(|| NetworkSyntax { ty: layer.kind.to_token_stream(), count: None })
}

/// A generic network is a layer: what it would be trained with belongs to the network that uses it.
fn generics(declaration: &Declaration, diagnostics: &Diagnostics) {
    if declaration.generics.is_empty() {
        return;
    }
    let name = &declaration.name;
    let loss = declaration.loss.as_ref().map(|l| (&l.first.name, "loss"));
    let views = declaration.views.iter().map(|v| (&v.name, "view"));
    let budgets = &declaration.budgets;
    let training = budgets.training.as_ref().map(|b| (&b.limit.keyword, "budget of memory"));
    let inference = budgets.inference.as_ref().map(|l| (&l.keyword, "budget of memory"));
    let flash = budgets.flash.as_ref().map(|l| (&l.keyword, "budget of flash"));
    let budgets = training.into_iter().chain(inference).chain(flash);
    for (at, what) in loss.into_iter().chain(views).chain(budgets) {
        diagnostics.error(
            at,
            format!(
                "a network that is generic over sizes has no {what}\nexpected: the {what} in a network that uses `{name}` as a layer\n   found: `{at}`"
            ),
        );
    }
}

/// Views have names of their own.
fn views(declaration: &Declaration, diagnostics: &Diagnostics) {
    let mut seen = vec![&declaration.name];
    for view in &declaration.views {
        let name = &view.name;
        if seen.contains(&name) {
            let message = format!(
                "`{name}` is declared twice\nexpected: another name for the view\n   found: `{name}`"
            );
            diagnostics.error(name, message);
        }
        seen.push(name);
    }
}

/// The word of `train: biases;`.
const BIASES: &str = "biases";

/// Whether a layer is frozen: by `#[frozen]`, or because `train` names others.
pub(crate) fn is_frozen(declaration: &Declaration, layer: &LayerSyntax) -> bool {
    let trained = declaration.train.as_ref().filter(|_| !trains_biases(declaration));
    layer.attributes.iter().any(|a| a.path().is_ident("frozen"))
        || trained.is_some_and(|t| !t.names.iter().any(|n| n.unraw() == layer.name.unraw()))
}

/// Whether the biases alone are trained.
pub(crate) fn trains_biases(declaration: &Declaration) -> bool {
    declaration.train.as_ref().is_some_and(|t| t.names.iter().any(|n| n == BIASES))
}

/// `train` names layers, or biases alone.
fn train(declaration: &Declaration, diagnostics: &Diagnostics) {
    let Some(train) = &declaration.train else { return };
    let layers: Vec<String> = declaration.layers.iter().map(|l| text(&l.name)).collect();
    for name in &train.names {
        let found = text(name);
        if found == BIASES {
            if train.names.len() > 1 {
                let message =
                    "`biases` stands alone\nexpected: `train: biases;`\n   found: layers beside it";
                diagnostics.error(name, message);
            }
        } else if !layers.contains(&found) && declaration.unreadable.is_empty() {
            let known = layers.iter().map(String::as_str).chain([BIASES]);
            let near = suggest(&found, known).map(|n| format!("\nhelp: write `{n}`"));
            diagnostics.error(
                name,
                format!(
                    "there is no layer `{found}` to train\nexpected: layers, or `biases`\n   found: `{found}`{}",
                    near.unwrap_or_default()
                ),
            );
        }
    }
    let frozen = |l: &&LayerSyntax| l.attributes.iter().any(|a| a.path().is_ident("frozen"));
    for layer in declaration.layers.iter().filter(frozen) {
        if let Some(name) = train.names.iter().find(|n| **n == layer.name) {
            let message = format!(
                "`{name}` is frozen, and to be trained\nexpected: one of the two\n   found: `#[frozen]` and `train: {name}`"
            );
            diagnostics.error(name, message);
        }
    }
    if trains_biases(declaration) {
        for layer in declaration.layers.iter().filter(|l| network(l).is_some()) {
            let name = &layer.name;
            diagnostics.error(
                name,
                format!(
                    "`{name}` is a network, so its biases cannot be told from its weights here\nexpected: `#[frozen] {name}: …`, or `train: biases;` where it is declared\n   found: `train: biases;`"
                ),
            );
        }
    }
}

/// A list in lines of some 90 columns.
fn wrapped<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut column = 10;
    for word in words {
        if column > 10 {
            text.push_str(", ");
            column += 2;
        }
        if column + word.len() > 90 {
            text.push_str("\n          ");
            column = 10;
        }
        text.push_str(word);
        column += word.len();
    }
    text
}

fn loss_kind(loss: &LayerSyntax, diagnostics: &Diagnostics) {
    let word = loss.kind.to_string();
    if loss.foreign.is_lost || ops::loss::loss(&word).is_some() {
        return;
    }
    let names = || ops::loss::LOSSES.iter().map(|l| l.name);
    if ops::kind(&word).is_some() {
        diagnostics.error(
            &loss.kind,
            format!(
                "`{word}` is a layer, not a loss\nexpected: {}\n   found: `{word}`",
                wrapped(names())
            ),
        );
        return;
    }
    let rest = match meant_loss(&word) {
        Some(near) => format!("expected: a loss\n   found: `{word}`\nhelp: write `{}`", near.name),
        None => format!("expected: {}\n   found: `{word}`", wrapped(names())),
    };
    diagnostics.error(&loss.kind, format!("unknown loss `{word}`\n{rest}"));
}

fn attributes(layer: &LayerSyntax, diagnostics: &Diagnostics) {
    for attribute in &layer.attributes {
        if attribute.path().is_ident("doc") {
            continue;
        }
        if attribute.path().is_ident("frozen") && layer.name != "loss" {
            if attribute.meta.require_path_only().is_err() {
                let found = source_text(&attribute.to_token_stream());
                diagnostics.error(
                    attribute,
                    format!(
                        "`frozen` takes no arguments\nexpected: `#[frozen]`\n   found: `{found}`"
                    ),
                );
            }
            continue;
        }
        let found = source_text(&attribute.to_token_stream());
        let remarks = list(LINTS).replace(" and ", " or ");
        let expected = format!(
            "expected: a comment, `#[frozen]`, or `#[allow(…)]` of {remarks}\n   found: `{found}`"
        );
        if !attribute.path().is_ident("allow") {
            let path = source_text(&attribute.path().to_token_stream());
            diagnostics
                .error(attribute, format!("a layer takes no attribute `{path}`\n{expected}"));
            continue;
        }
        let result = attribute.parse_nested_meta(|meta| {
            if LINTS.iter().any(|known| meta.path.is_ident(known)) {
                return Ok(());
            }
            let name = source_text(&meta.path.to_token_stream());
            let help = suggest(&name, LINTS).map(|s| format!("\nhelp: write `{s}`"));
            let help = help.unwrap_or_default();
            diagnostics.error(
                meta.path,
                format!(
                    "no remark is called `{name}`\nexpected: {remarks}\n   found: `{name}`{help}"
                ),
            );
            Ok(())
        });
        if result.is_err() {
            diagnostics.error(attribute, format!("`allow` names remarks\n{expected}"));
        }
    }
}

/// The traits that every network derives.
const DERIVED: [&str; 3] = ["Clone", "Copy", "Debug"];

/// Reports derives that the macro writes itself, and removes them.
pub(crate) fn derives(declaration: &mut Declaration, diagnostics: &Diagnostics) {
    for attribute in &mut declaration.attributes {
        if !attribute.path().is_ident("derive") {
            continue;
        }
        let list = Punctuated::<Path, Token![,]>::parse_terminated;
        let Ok(traits) = attribute.parse_args_with(list) else { continue };
        let is_ours = |p: &Path| DERIVED.iter().any(|d| p.is_ident(d));
        let kept: Vec<&Path> = traits.iter().filter(|p| !is_ours(p)).collect();
        for path in traits.iter().filter(|p| is_ours(p)) {
            let name = source_text(&path.to_token_stream());
            diagnostics.error(
                path,
                format!("a network derives `{name}` by itself\nexpected: other traits\n   found: `{name}`"),
            );
        }
        *attribute = parse_quote!(#[derive(#(#kept),*)]);
    }
}

/// The constants of the network, with the values that the macro can see.
pub(crate) fn constants(declaration: &Declaration, diagnostics: &Diagnostics) -> Constants {
    let mut constants = Constants::generic(&declaration.generics);
    for constant in &declaration.constants {
        let name = constant.name.unraw().to_string();
        if !constant.is_size() || constants.contains(&name) {
            continue; // for rustc alone, or a second one of that name, which is a mistake
        }
        match constants.number(&constant.value) {
            Ok(number) if number.is_known() => {
                constants.insert(name, number.value);
            }
            Ok(_) => {}
            Err((at, fault)) => {
                diagnostics.error(&at, fault.text(&format!("`{}`", constant.name), &at));
            }
        }
    }
    constants
}
