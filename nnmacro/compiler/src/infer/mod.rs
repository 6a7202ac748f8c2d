//! Reads arguments and infers shapes, step by step. After it is the first gate; only a budget of memory can fail later.

mod body;
mod border;
mod budget;
mod calls;
mod layers;
mod loss;
mod scan;
mod steps;
mod tensors;
mod terms;

use nnplan::{Fault, Shape, Site};
use quote::ToTokens;
use syn::ext::IdentExt;

use crate::check;
use crate::diagnostics::{Diagnostics, suggest};
use crate::network::{NamedInput, Network, Output, Step};
use crate::syntax::{
    Constants, Declaration, Input, Number, Unchecked, ViewSyntax, line, source_text,
};

pub use border::{MOST, MOST_SIZES};
pub use budget::{Budget, Budgets, Limit, budgets, exceeded, refused};
pub use loss::{OutputLoss, loss};
use steps::{Operand, Steps};

/// Resolves all layers. Faults are reported and stepped over with the sizes that were declared.
pub fn infer(
    declaration: &Declaration,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Network {
    let mut inputs: Vec<NamedInput> =
        declaration.inputs.iter().map(|i| input(i, constants, diagnostics)).collect();
    if inputs.is_empty() {
        inputs.push(no_input(declaration)); // a mistake that was reported
    }
    let mut steps = Steps::new(inputs, constants, diagnostics);
    let read = layers::read(declaration, &mut steps);
    match &declaration.body {
        Some(body) => body::body(declaration, body, &read, &mut steps),
        None => chain(declaration, &read, &mut steps),
    }
    border::border(declaration, &steps.network, diagnostics);
    steps.finish(declaration, check::trains_biases(declaration))
}

/// The layers one after another.
fn chain(declaration: &Declaration, read: &[Option<layers::Read>], steps: &mut Steps<'_>) {
    let first = &steps.network.inputs[0];
    let mut x = Operand { value: 0, shape: first.shape, written: first.name.clone() };
    let several = steps.network.inputs.get(1);
    if let Some(second) = several {
        steps.diagnostics.error(
            &second.ident,
            format!(
                "layers in a chain have one input\nexpected: one `input`, or `fn forward(…)`\n   found: `{}` as well\nhelp: say where it goes, in `fn forward({}, {0}) {{ … }}`",
                second.name, first.name
            ),
        );
    }
    let is_body_missing = several.is_some();
    for (i, layer) in read.iter().enumerate() {
        if is_body_missing || is_gap(declaration, i) {
            x.shape = Shape::UNKNOWN;
        }
        match layer {
            Some(layer) if steps.is_value(layer) => {
                let ident = &declaration.layers[i].name;
                steps.diagnostics.error(
                    ident,
                    format!(
                        "`{ident}` is a value, which a chain of layers does not use\nexpected: a body that names it, `fn forward(x) {{ … }}`\n   found: no body"
                    ),
                );
                x.shape = Shape::UNKNOWN;
            }
            Some(layer) => {
                let ident = declaration.layers[i].name.clone();
                x = steps.run(&layer.parts, vec![x], &ident, layer.reading);
            }
            // What could not be made out.
            None => x.shape = Shape::UNKNOWN,
        }
    }
    let mut views = Vec::new();
    for view in &declaration.views {
        let mut outputs = Vec::new();
        for ident in &view.outputs {
            let name = ident.unraw().to_string();
            match made_by_layer(&steps.network, &name) {
                Some(value) => outputs.push(Output { name, value }),
                None if steps.diagnostics.has_errors() => {} // a layer that could not be read
                None => {
                    let known: Vec<String> =
                        declaration.layers.iter().map(|l| l.name.unraw().to_string()).collect();
                    let known = known.iter().map(String::as_str);
                    no_value(steps.diagnostics, view, ident, known);
                }
            }
        }
        views.push(outputs);
    }
    steps.network.views = views;
    let name = steps.network.layers.last().map_or("output", |l| &l.name).to_owned();
    steps.network.outputs = vec![Output { name, value: x.value }];
}

/// What the layer called `name` gives where it is used last.
fn made_by_layer(network: &Network, name: &str) -> Option<usize> {
    let of_layer = |s: &Step| {
        let layer = &network.layers[s.layer];
        let chained = layer.name.rsplit_once('.').map(|(whole, _)| whole);
        (layer.name == name || chained == Some(name)) && layer.is_declared && !layer.is_inner
    };
    network.steps.iter().rposition(of_layer).map(|step| network.made_by(step))
}

/// A view names a value that is not there.
fn no_value<'k>(
    diagnostics: &Diagnostics,
    view: &ViewSyntax,
    ident: &proc_macro2::Ident,
    known: impl Iterator<Item = &'k str>,
) {
    let near = suggest(&ident.unraw().to_string(), known);
    let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
    diagnostics.error(
        ident,
        format!(
            "there is no value `{ident}` for the view `{}`\nexpected: a layer, or a value of `forward`\n   found: `{ident}`{help}",
            view.name
        ),
    );
}

/// Whether something that could not be read, or a layer called `loss`, stands before layer `i`.
fn is_gap(declaration: &Declaration, i: usize) -> bool {
    let losses = declaration.earlier_losses.iter().map(|(ahead, _)| ahead);
    declaration.unreadable.iter().chain(losses).any(|ahead| *ahead == i)
}

fn input(input: &Input, constants: &Constants, diagnostics: &Diagnostics) -> NamedInput {
    let sizes = sizes(input, constants, diagnostics);
    let values: Vec<usize> = sizes.iter().map(|n| n.value).collect();
    let shape = if values.is_empty() { Shape::UNKNOWN } else { Shape::new(&values) };
    let limit = input.limit.as_ref().map(|limit| {
        let number = constants.number(limit).unwrap_or_else(|(at, fault)| {
            diagnostics.error(&at, fault.text(&format!("the range of `{}`", input.ident()), &at));
            Number::faulty()
        });
        if number.value == 0 || number.is_known() && number.value as u64 > 1 << 32 {
            let found = number.value;
            diagnostics.error(
                limit,
                format!(
                    "the range of `{}` has {found} values\nexpected: 1 to 4294967296\n   found: {found}",
                    input.ident()
                ),
            );
        }
        number
    });
    let unknown = input.sizes.iter().zip(&sizes).filter(|(_, n)| !n.is_known());
    let whose = format!("a size of `{}`", input.ident().unraw());
    let mut unchecked: Vec<Unchecked> =
        unknown.flat_map(|(e, _)| constants.unchecked(e, &whose)).collect();
    if let (Some(expr), Some(false)) = (&input.limit, limit.as_ref().map(Number::is_known)) {
        let whose = format!("the range of `{}`", input.ident().unraw());
        unchecked.extend(constants.unchecked(expr, &whose));
    }
    NamedInput {
        unchecked,
        name: input.ident().unraw().to_string(),
        ident: input.ident().clone(),
        sizes,
        shape,
        line: line(input.keyword.span()),
        limit,
    }
}

/// One of which nothing is known.
fn no_input(declaration: &Declaration) -> NamedInput {
    NamedInput {
        name: "input".to_owned(),
        ident: declaration.name.clone(),
        sizes: Vec::new(),
        unchecked: Vec::new(),
        shape: Shape::UNKNOWN,
        line: 0,
        limit: None,
    }
}

fn sizes(input: &Input, constants: &Constants, diagnostics: &Diagnostics) -> Vec<Number> {
    let whose = format!("a size of `{}`", input.ident());
    if input.is_faulty {
        return Vec::new();
    }
    if input.sizes.is_empty() || input.sizes.len() > MOST_SIZES {
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
            diagnostics.error(&at, fault.text(&whose, &at));
            Number::faulty()
        });
        if number.value == 0 {
            diagnostics.error(size, format!("{whose} is zero\nexpected: 1 or more\n   found: 0"));
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

/// The shapes on the way to value `to`: an input, then steps.
pub fn trail(network: &Network, to: usize) -> Vec<nnplan::Step<'_>> {
    network.path_to(to).into_iter().map(|i| passed(network, i)).collect()
}

/// One line of "shapes up to here".
pub fn passed(network: &Network, value: usize) -> nnplan::Step<'_> {
    let shape = network.shape(value);
    match network.maker(value) {
        None => {
            let input = &network.inputs[value];
            nnplan::Step { line: input.line, name: &input.name, kind: "", shape }
        }
        Some(step) => {
            let kind = network.layers[step.layer].kind_name();
            nnplan::Step { line: step.line, name: &step.name, kind, shape }
        }
    }
}

/// What a message says of a step: its layer's names, the source of the argument at fault, its operands.
pub fn site<'a>(
    network: &'a Network,
    step: &'a Step,
    source: &'a str,
    operands: &'a [&'a str],
) -> Site<'a> {
    let layer = &network.layers[step.layer];
    let operands = if network.has_body { operands } else { &[] };
    Site { name: &layer.name, kind: layer.kind_name(), source, operands }
}
