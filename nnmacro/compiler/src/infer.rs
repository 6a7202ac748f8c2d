//! Reads arguments and infers shapes, layer by layer. Behind it is the second gate: after it nothing may fail.

use std::ops::Range;

use nnplan::{Arg, Fault, Shape, Site, Step, explain};
use proc_macro2::Ident;
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;

use crate::check;
use crate::diagnostics::Diagnostics;
use crate::network::{NamedLayer, NamedTensor, Network};
use crate::ops::loss::LossKind;
use crate::ops::{self, Arguments, Ending, Tensor};
use crate::syntax::{Constants, Declaration, LayerSyntax, Number, line, source_text};

/// Resolves all layers. Faults are reported and stepped over with the sizes that were declared.
pub fn infer(
    declaration: &Declaration,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Network {
    let input_sizes = input(declaration, constants, diagnostics);
    let sizes: Vec<usize> = input_sizes.iter().map(|n| n.value).collect();
    let input = if sizes.is_empty() { Shape::UNKNOWN } else { Shape::new(&sizes) };
    let input_line = declaration.input.as_ref().map_or(0, |i| line(i.keyword.span()));
    let mut network =
        Network { input_sizes, input, input_line, layers: Vec::new(), tensors: Vec::new() };
    let mut shape = input;
    for (i, syntax) in declaration.layers.iter().enumerate() {
        if is_gap(declaration, i) {
            shape = Shape::UNKNOWN;
        }
        let word = syntax.kind.to_string();
        let is_known = ops::kind(&word).is_some();
        // An unknown kind was reported. What it most likely means goes on, without reports.
        let Some(kind) = ops::kind(&word).or_else(|| ops::kind(check::meant(&word)?)) else {
            shape = Shape::UNKNOWN;
            continue;
        };
        let silence = Diagnostics::default();
        let heard = if is_known { diagnostics } else { &silence };
        let (index, name) = (network.layers.len(), syntax.name.unraw().to_string());
        let mut arguments = Arguments::new(syntax, index as u32, kind.usage, constants, heard);
        let errors = heard.count();
        let op = (kind.read)(&mut arguments);
        arguments.finish();
        let is_read = heard.count() == errors && !syntax.is_faulty;
        if !is_known && !is_read {
            shape = Shape::UNKNOWN;
            continue;
        }
        let has_unknown = arguments.has_unknown();
        let (calculations, ranges) = arguments.unchecked();
        let geometry = op.resolve(shape);
        let tensors = op.tensors(&geometry, &crate::emit::geometry_name(index));
        let tensors = named_tensors(&mut network, &name, tensors);
        let layer = NamedLayer {
            unknown: has_unknown || !shape.is_known(),
            calculations,
            ranges,
            name,
            ident: syntax.name.clone(),
            kind: Ident::new(kind.name, syntax.kind.span()),
            op,
            geometry,
            tensors,
        };
        // With arguments missing or misread, its sizes say little.
        if is_read {
            report(&network, &layer, syntax, heard);
        }
        shape = layer.geometry.output();
        network.layers.push(layer);
    }
    network
}

/// Adds the tensors of the layer called `name`; their numbers.
fn named_tensors(network: &mut Network, name: &str, tensors: Vec<Tensor>) -> Range<usize> {
    let first = network.tensors.len();
    network.tensors.extend(tensors.into_iter().map(|tensor| NamedTensor {
        name: format!("{name}.{}", tensor.suffix),
        field: format_ident!("{name}_{}", tensor.suffix),
        tensor,
    }));
    first..network.tensors.len()
}

/// Whether something that could not be read, or a layer called `loss`, stands ahead of layer `i`.
fn is_gap(declaration: &Declaration, i: usize) -> bool {
    let losses = declaration.earlier_losses.iter().map(|(ahead, _)| ahead);
    declaration.unreadable.iter().chain(losses).any(|ahead| *ahead == i)
}

fn input(
    declaration: &Declaration,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Vec<Number> {
    let Some(input) = &declaration.input else { return Vec::new() };
    if input.sizes.is_empty() || input.sizes.len() > 3 {
        let n = input.sizes.len();
        let count = if n == 0 { "no".to_owned() } else { n.to_string() };
        // Four sizes: the first is a batch.
        let sizes = input.sizes.iter().skip(1).map(|e| source_text(&e.to_token_stream()));
        let sizes: Vec<String> = sizes.collect();
        let help = match n {
            4 => format!("\nhelp: write `[{}]`", sizes.join(", ")),
            _ => String::new(),
        };
        diagnostics.error(
            &input.brackets,
            format!(
                "the input has {count} sizes; the batch is implied\nexpected: `[channels, height, width]`, `[rows, columns]` or `[features]`\n   found: `{}`{help}",
                source_text(&input.brackets)
            ),
        );
        return Vec::new();
    }
    let mut numbers = Vec::new();
    for size in &input.sizes {
        let number = constants.number(size).unwrap_or_else(|(at, fault)| {
            diagnostics.error(&at, fault.text("a size of `input`", &at));
            Number::faulty()
        });
        if number.value == 0 {
            diagnostics.error(size, "a size of `input` is zero\nexpected: 1 or more\n   found: 0");
            numbers.push(Number::faulty());
        } else {
            numbers.push(number);
        }
    }
    let sizes: Vec<usize> = numbers.iter().map(|n| n.value).collect();
    if !Fault::overflow(&Shape::new(&sizes)).is_none() {
        diagnostics.error(
            &input.brackets,
            "a sample has more than 2^40 elements\nexpected: at most 1099511627776\n   found: more",
        );
        return numbers.iter().map(|_| Number::faulty()).collect();
    }
    numbers
}

/// The shapes up to the end of `network`: the input, then its layers.
pub fn trail(network: &Network) -> Vec<Step<'_>> {
    let mut steps =
        vec![Step { line: network.input_line, name: "input", kind: "", shape: network.input }];
    steps.extend(network.layers.iter().map(|l| Step {
        line: line(l.ident.span()),
        name: &l.name,
        kind: l.kind_name(),
        shape: l.geometry.output(),
    }));
    steps
}

/// What a message says of a layer: its names and the source of the argument at fault.
pub fn site<'a>(layer: &'a NamedLayer, source: &'a str) -> Site<'a> {
    Site { name: &layer.name, kind: layer.kind_name(), source, operands: &[] }
}

fn report(network: &Network, layer: &NamedLayer, syntax: &LayerSyntax, diagnostics: &Diagnostics) {
    let fault = layer.geometry.fault();
    if fault.is_none() {
        for (lint, message) in layer.op.remarks(&layer.name, &layer.geometry) {
            if !syntax.allows(lint) {
                diagnostics.warn(&layer.ident, syntax.kind.span(), lint, message);
            }
        }
        return;
    }
    let tokens = layer.op.tokens(fault.arg());
    let source = tokens.as_ref().map(source_text).unwrap_or_default();
    let message = explain(&fault, &site(layer, &source), &trail(network));
    match tokens {
        Some(tokens) if fault.arg() != Arg::Kind && !tokens.is_empty() => {
            diagnostics.error(tokens, message.as_str());
        }
        _ => diagnostics.error(&syntax.kind, message.as_str()),
    }
}

/// Reads the loss and checks it against the output.
pub fn loss(
    declaration: &Declaration,
    network: &Network,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Option<(&'static LossKind, proc_macro2::TokenStream)> {
    let syntax = declaration.loss.as_ref()?;
    let kind = ops::loss::loss(&syntax.kind.to_string())?;
    let mut arguments = Arguments::new(syntax, 0, kind.usage, constants, diagnostics);
    let tokens = (kind.read)(&mut arguments);
    arguments.finish();
    let last = network.layers.last()?;
    if is_gap(declaration, declaration.layers.len()) {
        return Some((kind, tokens));
    }
    if let Some(message) = kind.misfit(&last.name, &last.geometry.output()) {
        diagnostics.error(&syntax.kind, message);
    } else if let Some(doubled) = doubled(kind, last.op.ending())
        && !syntax.allows("double_softmax")
    {
        diagnostics.warn(
            &syntax.name,
            syntax.kind.span(),
            "double_softmax",
            format!(
                "`{}` contains a {doubled}, and `{}` ahead of it is one already\nhelp: drop `{}`, or silence this with `#[allow(double_softmax)]`",
                kind.name, last.name, last.name
            ),
        );
    }
    Some((kind, tokens))
}

fn doubled(kind: &LossKind, ending: Ending) -> Option<&'static str> {
    kind.contains.contains(&ending).then_some(match ending {
        Ending::Softmax | Ending::LogSoftmax => "softmax",
        Ending::Sigmoid => "sigmoid",
        Ending::Other => "",
    })
}

impl NamedLayer {
    /// `Conv2d`
    pub fn kind_name(&self) -> &'static str {
        ops::kind(&self.kind.to_string()).map_or("", |k| k.name)
    }
}
