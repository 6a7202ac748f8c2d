//! The loss: a weighted sum of terms, each on an output.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::Expr;
use syn::ext::IdentExt;

use super::is_gap;
use crate::diagnostics::{Diagnostics, list, suggest};
use crate::network::Network;
use crate::ops::arguments::{Real, RealCheck};
use crate::ops::loss::LossKind;
use crate::ops::{self, Arguments, Ending};
use crate::syntax::{Argument, Constants, Declaration, LayerSyntax, source_text};

/// The loss of an output.
#[derive(Clone)]
pub enum OutputLoss {
    /// The output is not trained on.
    None,
    /// A term of the loss.
    Some {
        /// What it is.
        kind: &'static LossKind,
        /// Its value, within nncore's `loss`.
        value: TokenStream,
        /// Its factor.
        factor: Option<TokenStream>,
        /// Whether it may expect logits of an output that ends with an activation: that is a remark already, or was
        /// silenced.
        is_unchecked: bool,
        /// Where it is written.
        span: Span,
        /// Its real numbers that only rustc knows, with their ranges.
        ranges: Vec<RealCheck>,
    },
}

/// Reads the loss and checks it against the outputs.
pub fn loss(
    declaration: &Declaration,
    network: &Network,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Option<Vec<OutputLoss>> {
    let syntax = declaration.loss.as_ref()?;
    let mut losses = vec![OutputLoss::None; network.outputs.len()];
    for (factor, term) in syntax.terms() {
        let Some(kind) = ops::loss::loss(&term.kind.to_string()) else { continue };
        // Where an output could not be made out, it may be the one that is meant.
        let body = declaration.body.as_ref();
        let is_whole = match body {
            Some(body) => !body.is_faulty && body.outputs.len() == network.outputs.len(),
            None => network.inputs.len() == 1,
        };
        let silence = Diagnostics::default();
        let heard = if is_whole && !term.is_faulty { diagnostics } else { &silence };
        let (output, term_without) = output(term, network, heard);
        let mut arguments = Arguments::new(&term_without, 0, kind.usage, constants, diagnostics);
        let value = (kind.read)(&mut arguments);
        arguments.finish();
        let (_, mut ranges) = arguments.unchecked();
        let Some(output) = output else { continue };
        let is_doubled = fits(declaration, network, kind, &term_without, output, diagnostics);
        if let Some(OutputLoss::Some { .. }) = losses.get(output) {
            let name = &network.outputs[output].name;
            diagnostics.error(
                &term.kind,
                format!("`{name}` has two losses\nexpected: one loss an output\n   found: `{}` as well\nhelp: name the output twice: `({name}, {name})`", term.kind),
            );
        } else if let Some(loss) = losses.get_mut(output) {
            let factor = factor.map(|f| Real::of(f.clone()));
            let check = |real| RealCheck::finite(real, "the factor of a loss", "a finite number");
            ranges.extend(factor.as_ref().and_then(check));
            let factor = factor.map(|real| real.tokens);
            let is_unchecked = is_doubled || term.allows("double_softmax");
            let span = term.kind.span();
            *loss = OutputLoss::Some { kind, value, factor, is_unchecked, span, ranges };
        }
    }
    Some(losses)
}

/// The output that a term names, and the term without that name. With one output it need not be named.
fn output(
    term: &LayerSyntax,
    network: &Network,
    diagnostics: &Diagnostics,
) -> (Option<usize>, LayerSyntax) {
    let names: Vec<&str> = network.outputs.iter().map(|o| o.name.as_str()).collect();
    let word = |a: &Argument| match a {
        Argument::Positional(Expr::Path(path)) => path.path.get_ident().cloned(),
        _ => None,
    };
    let is_value = |i: &Ident| {
        names.contains(&i.unraw().to_string().as_str())
            || i.to_string().starts_with(|c: char| c.is_lowercase())
    };
    let named = term.arguments.iter().position(|a| word(a).is_some_and(|i| is_value(&i)));
    let without = LayerSyntax {
        attributes: term.attributes.clone(),
        name: term.name.clone(),
        kind: term.kind.clone(),
        network: None,
        arguments: term
            .arguments
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != named)
            .map(|(_, a)| a.clone())
            .collect(),
        values: Vec::new(),
        written: term.written.clone(),
        group: term.group.clone(),
        is_faulty: term.is_faulty,
        foreign: term.foreign.clone(),
    };
    let Some(ident) = named.and_then(|i| word(&term.arguments[i])) else {
        if names.len() > 1 {
            let (kind, first) = (&term.kind, names[0]);
            diagnostics.error(
                &term.kind,
                format!(
                    "`{kind}` names no output, and there are {}\nexpected: {}\n   found: `{}`\nhelp: write `{kind}({first})`",
                    names.len(),
                    list(names.iter().copied()).replace(" and ", " or "),
                    source_text(&term.kind.to_token_stream()),
                ),
            );
            return (None, without);
        }
        return (names.first().map(|_| 0), without);
    };
    let text = ident.to_string();
    let found = names.iter().position(|n| *n == text);
    if found.is_none() && !names.is_empty() {
        let near = suggest(&text, names.iter().copied());
        let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
        diagnostics.error(
            &ident,
            format!(
                "the network has no output `{text}`\nexpected: {}\n   found: `{text}`{help}",
                list(names.iter().copied()).replace(" and ", " or ")
            ),
        );
    }
    (found, without)
}

/// Whether it expects logits of an output that ends with an activation.
fn fits(
    declaration: &Declaration,
    network: &Network,
    kind: &'static LossKind,
    term: &LayerSyntax,
    output: usize,
    diagnostics: &Diagnostics,
) -> bool {
    let value = network.outputs[output].value;
    let Some(last) = network.maker(value) else { return false };
    if declaration.body.is_none() && is_gap(declaration, declaration.layers.len()) {
        return false;
    }
    let layer = &network.layers[last.layer];
    if let Some(message) = kind.misfit(&last.name, &last.geometry.output(), network.has_body) {
        diagnostics.error(&term.kind, message);
        return false;
    }
    let ending = match layer.op.ending() {
        Ending::Other => return false,
        _ if kind.contains.is_empty() => return false,
        Ending::Softmax | Ending::LogSoftmax => "softmax",
        Ending::Sigmoid => "sigmoid",
    };
    if !term.allows("double_softmax") {
        let (kind_name, last) = (kind.name, &last.name);
        let what = if kind.contains.contains(&layer.op.ending()) {
            format!("contains a {ending}, and `{last}` before it is one already")
        } else {
            format!("expects logits, and `{last}` before it is a {ending}")
        };
        diagnostics.warn(
            &term.name,
            term.kind.span(),
            "double_softmax",
            format!(
                "`{kind_name}` {what}\nhelp: drop `{last}`, or silence this with `#[allow(double_softmax)]`"
            ),
        );
    }
    true
}
