//! Rules that need no shapes: names, kinds, attributes, order. Shapes are inferred even after a mistake here.

mod attributes;
mod names;

use quote::ToTokens;
use syn::ext::IdentExt;

use crate::diagnostics::{Diagnostics, suggest};
use crate::foreign::{meant_loss, near_kind};
use crate::ops;
use crate::syntax::{Constants, Declaration, LayerSyntax, NetworkSyntax};

pub(crate) use attributes::{beside_types, derives};
pub(crate) use names::{fields, sizes};
use names::{reserved, text};

/// The remarks that `#[allow(…)]` silences.
pub(crate) const LINTS: [&str; 2] = ["dropped_rows", "double_softmax"];

/// Checks names, kinds and attributes.
pub(crate) fn check(declaration: &Declaration, diagnostics: &Diagnostics) {
    // An item that could not be read may have been the input, or a layer.
    if declaration.inputs.is_empty() && declaration.unreadable.is_empty() {
        diagnostics.error(
            &declaration.name,
            format!(
                "`{}` has no input\nexpected: `input: [channels, height, width];`, `[rows, columns]` or `[features]`\n   found: no `input` before the layers",
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
    names::names(declaration, diagnostics);
    views(declaration, diagnostics);
    generics(declaration, diagnostics);
    train(declaration, diagnostics);
    for layer in &declaration.layers {
        kind(layer, diagnostics);
        attributes::of_layer(layer, diagnostics);
    }
    attributes::of_constants(declaration, diagnostics);
    losses(declaration, diagnostics);
}

/// One loss, after all layers.
fn losses(declaration: &Declaration, diagnostics: &Diagnostics) {
    for (_, loss) in &declaration.earlier_losses {
        let message = match ops::kind(&loss.first.kind.to_string()) {
            Some(_) => reserved("loss"),
            None => "`loss` is declared twice\nexpected: one loss, as the last item\n   found: another after this one".to_owned(),
        };
        diagnostics.error(&loss.first.name, message);
    }
    let Some(loss) = &declaration.loss else { return };
    for (_, term) in loss.terms() {
        loss_kind(term, diagnostics);
    }
    attributes::of_layer(&loss.first, diagnostics);
    if let Some(behind) = declaration.layers.get(declaration.layers_before_loss) {
        diagnostics.error(
            &behind.name,
            format!(
                "`{0}` stands after `loss`\nexpected: `loss` as the last item\n   found: `{0}` after it",
                behind.name
            ),
        );
    }
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

/// The network that a layer is: a path, a list, or a word that is not a kind of layer, nor similar to one.
pub(crate) fn network(layer: &LayerSyntax) -> Option<NetworkSyntax> {
    if layer.network.is_some() {
        return layer.network.clone();
    }
    let word = layer.kind.to_string();
    let is_type = word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && layer.written.is_empty();
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
