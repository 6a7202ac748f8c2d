//! Rules that need no shapes: names, kinds, attributes, order. Behind them is the first gate.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::Type;
use syn::ext::IdentExt;

use crate::diagnostics::{Diagnostics, list, suggest};
use crate::ops;
use crate::syntax::{Constants, Declaration, LayerSyntax, line};

/// The words of the language that no layer or constant may be called.
const RESERVED: [&str; 3] = ["input", "loss", "forward"];

/// The remarks that `#[allow(…)]` silences.
pub(crate) const LINTS: [&str; 2] = ["dropped_rows", "double_softmax"];

/// Checks names, kinds and attributes.
pub(crate) fn check(declaration: &Declaration, diagnostics: &Diagnostics) {
    // An item that could not be read may have been the input, or a layer.
    if declaration.input.is_none() && declaration.unreadable.is_empty() {
        diagnostics.error(
            &declaration.name,
            format!(
                "`{}` has no input\nexpected: `input: [channels, height, width];`, `[rows, columns]` or `[features]` ahead of the layers",
                declaration.name
            ),
        );
    }
    if declaration.layers.is_empty() && declaration.unreadable.is_empty() {
        diagnostics.error(
            &declaration.name,
            format!(
                "`{}` has no layer\nexpected: at least one item `name: Kind(…);`",
                declaration.name
            ),
        );
    }
    names(declaration, diagnostics);
    for layer in &declaration.layers {
        kind(layer, diagnostics);
        attributes(layer, diagnostics);
    }
    losses(declaration, diagnostics);
}

/// One loss, behind all layers.
fn losses(declaration: &Declaration, diagnostics: &Diagnostics) {
    for (_, loss) in &declaration.earlier_losses {
        let message = match ops::kind(&loss.kind.to_string()) {
            Some(_) => "`loss` is a word of the language, not a name for a layer",
            None => "`loss` is declared twice\nexpected: once, as the last item",
        };
        diagnostics.error(&loss.name, message);
    }
    let Some(loss) = &declaration.loss else { return };
    loss_kind(loss, diagnostics);
    attributes(loss, diagnostics);
    if let Some(behind) = declaration.layers.get(declaration.layers_before_loss) {
        diagnostics.error(
            &behind.name,
            format!("`{}` stands behind `loss`\nexpected: `loss` is the last item", behind.name),
        );
    }
}

fn names(declaration: &Declaration, diagnostics: &Diagnostics) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let constants = declaration.constants.iter().map(|c| (&c.name, false));
    let layers = declaration.layers.iter().map(|l| (&l.name, true));
    for (name, is_layer) in constants.chain(layers) {
        let text = name.unraw().to_string();
        if let Some(first) = seen.insert(text.clone(), line(name.span())) {
            diagnostics
                .error(name, format!("`{text}` is declared twice\n   first: line {first}\nhelp: give this one another name"));
            continue;
        }
        if !is_layer {
            continue;
        }
        if RESERVED.contains(&text.as_str()) {
            diagnostics
                .error(name, format!("`{text}` is a word of the language, not a name for a layer"));
        } else if text.starts_with("__nn") {
            diagnostics
                .error(name, format!("`{text}`: names that begin with `__nn` belong to the macro"));
        } else {
            snake_case(name, diagnostics);
        }
    }
}

fn snake_case(name: &Ident, diagnostics: &Diagnostics) {
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
    diagnostics.error(
        name,
        format!("a layer's name is snake_case\nexpected: `{snake}`\n   found: `{text}`"),
    );
}

fn kind(layer: &LayerSyntax, diagnostics: &Diagnostics) {
    let word = layer.kind.to_string();
    if ops::kind(&word).is_some() {
        return;
    }
    if ops::loss::loss(&word).is_some() {
        diagnostics.error(
            &layer.kind,
            format!("`{word}` is a loss, not a layer\nhelp: write `loss: {word};` as the last item, or give it to the trainer"),
        );
        return;
    }
    let near = alias(&word).or_else(|| suggest(&word, ops::kind_names()));
    let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
    diagnostics.error(
        &layer.kind,
        format!("unknown layer kind `{word}`\nkinds: {}{help}", wrapped(ops::kind_names())),
    );
}

/// Words of other libraries.
fn alias(word: &str) -> Option<&'static str> {
    Some(match word {
        "Dense" | "FullyConnected" | "Fc" | "FC" => "Linear",
        "Conv" | "Convolution" | "Convolution2d" | "Conv2D" => "Conv2d",
        "MaxPool" | "MaxPooling2D" => "MaxPool2d",
        "AvgPool" | "AveragePool2d" | "AveragePooling2D" => "AvgPool2d",
        "GlobalAveragePooling2D" | "AdaptiveAvgPool2d" | "GlobalAvgPool" => "GlobalAvgPool2d",
        "BatchNorm" | "BatchNormalization" => "BatchNorm2d",
        "LayerNormalization" => "LayerNorm",
        "Hardswish" | "HSwish" => "HardSwish",
        "Swish" => "Silu",
        "ReLU" => "Relu",
        "Reshape" | "View" => "Flatten",
        _ => return None,
    })
}

/// A list in lines of some 90 columns.
fn wrapped<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut column = 7;
    for word in words {
        if column > 7 {
            text.push_str(", ");
            column += 2;
        }
        if column + word.len() > 90 {
            text.push_str("\n       ");
            column = 7;
        }
        text.push_str(word);
        column += word.len();
    }
    text
}

fn loss_kind(loss: &LayerSyntax, diagnostics: &Diagnostics) {
    let word = loss.kind.to_string();
    if ops::loss::loss(&word).is_some() {
        return;
    }
    let names = || ops::loss::LOSSES.iter().map(|l| l.name);
    let alias = match word.as_str() {
        "Mse" | "MSE" | "MSELoss" => Some("MeanSquaredError"),
        "CrossEntropyLoss" => Some("CrossEntropy"),
        "BCEWithLogitsLoss" | "BinaryCrossEntropy" | "Bce" => Some("BinaryCrossEntropyWithLogits"),
        "Mae" | "L1Loss" => Some("L1"),
        "SmoothL1" | "HuberLoss" => Some("Huber"),
        _ => None,
    };
    let near = alias.or_else(|| suggest(&word, names()));
    let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
    diagnostics
        .error(&loss.kind, format!("unknown loss `{word}`\nlosses: {}{help}", wrapped(names())));
}

fn attributes(layer: &LayerSyntax, diagnostics: &Diagnostics) {
    for attribute in &layer.attributes {
        if attribute.path().is_ident("doc") {
            continue;
        }
        if !attribute.path().is_ident("allow") {
            let name = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
            diagnostics.error(
                attribute,
                format!(
                    "a layer has no attribute `{name}`\nexpected: a doc comment or `#[allow(…)]`"
                ),
            );
            continue;
        }
        let result = attribute.parse_nested_meta(|meta| {
            if let Some(lint) =
                meta.path.get_ident().filter(|l| LINTS.iter().all(|known| l != known))
            {
                let help = suggest(&lint.to_string(), LINTS)
                    .map(|s| format!("\nhelp: write `{s}`"))
                    .unwrap_or_default();
                diagnostics.error(
                    lint,
                    format!("no remark is called `{lint}`\nremarks: {}{help}", list(LINTS)),
                );
            }
            Ok(())
        });
        if let Err(error) = result {
            diagnostics.push(error);
        }
    }
}

/// The constants of the network, with the values that the macro can see.
pub(crate) fn constants(declaration: &Declaration, diagnostics: &Diagnostics) -> Constants {
    let mut constants = Constants::default();
    for constant in &declaration.constants {
        let is_usize = matches!(&constant.ty, Type::Path(p) if p.path.is_ident("usize"));
        if !is_usize {
            continue; // for rustc alone
        }
        match constants.number(&constant.value) {
            Ok(number) if number.is_known() => {
                constants.insert(constant.name.unraw().to_string(), number.value);
            }
            Ok(_) => {}
            Err((at, fault)) => {
                diagnostics.error(&at, format!("`{}`: {}", constant.name, fault.text()));
            }
        }
    }
    constants
}
