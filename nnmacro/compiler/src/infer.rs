//! Reads arguments and infers shapes, layer by layer. Behind it is the second gate: after it nothing may fail.

use nnplan::{Arg, Fault, Shape, Site, Step, explain};
use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;

use crate::diagnostics::{Diagnostics, shape_text};
use crate::network::{NamedLayer, NamedTensor, Network};
use crate::ops::loss::LossKind;
use crate::ops::{self, Arguments, Ending};
use crate::syntax::{Constants, Declaration, LayerSyntax, Number, line};

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
        let Some(kind) = ops::kind(&syntax.kind.to_string()) else {
            shape = Shape::UNKNOWN; // an unknown kind was reported; what follows is checked against nothing
            continue;
        };
        let (index, name) = (network.layers.len(), syntax.name.unraw().to_string());
        let mut arguments =
            Arguments::new(syntax, index as u32, kind.usage, constants, diagnostics);
        let errors = diagnostics.count();
        let op = (kind.read)(&mut arguments);
        arguments.finish();
        let is_read = diagnostics.count() == errors;
        let geometry = op.resolve(shape);
        let first = network.tensors.len();
        for tensor in op.tensors(&geometry, &crate::emit::geometry_name(index)) {
            network.tensors.push(NamedTensor {
                name: format!("{name}.{}", tensor.suffix),
                field: format_ident!("{name}_{}", tensor.suffix),
                tensor,
            });
        }
        let unknown = arguments.has_unknown() || !shape.is_known();
        let layer = NamedLayer {
            unknown,
            name,
            ident: syntax.name.clone(),
            kind: syntax.kind.clone(),
            op,
            geometry,
            tensors: first..network.tensors.len(),
        };
        // With arguments missing or misread, its sizes say little.
        if is_read {
            report(&network, &layer, syntax, diagnostics);
        }
        shape = layer.geometry.output();
        network.layers.push(layer);
    }
    network
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
        diagnostics.error(
            &input.brackets,
            format!("the input has one to three sizes; the batch is implied\nexpected: `[features]`, `[rows, columns]` or `[channels, height, width]`\n   found: {n} sizes"),
        );
        return Vec::new();
    }
    let mut numbers = Vec::new();
    for size in &input.sizes {
        let number = constants.number(size).unwrap_or_else(|(at, fault)| {
            diagnostics.error(&at, format!("`input`: {}", fault.text()));
            Number::faulty()
        });
        if number.value == 0 {
            diagnostics.error(size, "`input`: a size is zero\nexpected: 1 or more\n   found: 0");
            numbers.push(Number::faulty());
        } else {
            numbers.push(number);
        }
    }
    let sizes: Vec<usize> = numbers.iter().map(|n| n.value).collect();
    if !Fault::overflow(&Shape::new(&sizes)).is_none() {
        diagnostics.error(
            &input.brackets,
            "`input`: a sample has more than 2^40 elements\nexpected: at most 1099511627776\n   found: more",
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
    Site { name: &layer.name, kind: layer.kind_name(), source, output: layer.op.output_source() }
}

fn report(network: &Network, layer: &NamedLayer, syntax: &LayerSyntax, diagnostics: &Diagnostics) {
    let fault = layer.geometry.fault();
    if fault.is_none() {
        for (lint, message) in layer.op.remarks(&layer.name, &layer.geometry) {
            if !syntax.allows(lint) {
                diagnostics.warn(syntax.kind.span(), lint, message);
            }
        }
        return;
    }
    let tokens = layer.op.tokens(fault.arg());
    let source = tokens.as_ref().map(crate::syntax::source_text).unwrap_or_default();
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
    if let Some(message) = kind.misfit(&last.geometry.output()) {
        diagnostics.error(
            &syntax.kind,
            format!("`{}` yields {}: {message}", last.name, shape_text(&last.geometry.output())),
        );
    } else if let Some(doubled) = doubled(kind, last.op.ending())
        && !syntax.allows("double_softmax")
    {
        diagnostics.warn(
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

    /// The span of an argument, for a check that rustc makes: all of its tokens, or the kind.
    pub fn span(&self) -> Span {
        self.kind.span()
    }
}
