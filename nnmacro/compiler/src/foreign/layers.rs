//! Layers and losses as others write them: reported once, then read as meant.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, GenericArgument, Path, PathArguments, Token};

use super::arguments::{Change, Read, activation};
use super::kinds::stands_alone;
use super::{Here, cut, kind_here, losses, plain};
use crate::diagnostics::Diagnostics;
use crate::ops;
use crate::syntax::{Argument, Declaration, LayerSyntax, source_text};

/// Reports the layers and losses that are written as elsewhere, and rewrites them.
pub(crate) fn translate(declaration: &mut Declaration, diagnostics: &Diagnostics) {
    let constants: Vec<String> = declaration.constants.iter().map(|c| c.name.to_string()).collect();
    let network = declaration.name.clone();
    for layer in &mut declaration.layers {
        if layer.network.is_some() {
            constants_as_types(layer, &network, &constants, diagnostics);
        } else {
            self::layer(layer, diagnostics);
        }
    }
    if let Some(loss) = &mut declaration.loss {
        losses::term(&mut loss.first, diagnostics);
        loss.rest.iter_mut().for_each(|(_, term)| losses::term(term, diagnostics));
    }
}

fn layer(layer: &mut LayerSyntax, diagnostics: &Diagnostics) {
    let word = layer.kind.to_string();
    let kind = ops::kind(&word).map(|k| k.name);
    let by_name = named_activation(layer).map(Here::Is);
    let is_bare = layer.written.is_empty()
        && layer.foreign.path.is_empty()
        && word.starts_with(char::is_uppercase);
    if is_bare && kind.is_none() && kind_here(&word).is_some_and(|here| !stands_alone(&word, here))
    {
        return; // a network of the user's
    }
    let (kind, order) = match (kind, by_name.or_else(|| kind_here(&word))) {
        (Some(kind), _) | (None, Some(Here::Is(kind))) => (kind, None),
        (None, Some(Here::Ordered(kind, order))) => (kind, Some(order)),
        (None, Some(Here::Nothing(why, instead))) => {
            layer.foreign.is_lost = true;
            return nothing(layer, why, instead, diagnostics);
        }
        (None, None) => return unknown(layer, diagnostics),
    };
    let (shown, path) = (shown(layer), path(layer));
    if layer.is_faulty && shown == kind {
        return; // an argument that could not be read was reported
    }
    let Some(mut read) = Read::new(layer, kind, order) else { return };
    let mut changes = std::mem::take(&mut read.changes);
    if by_name.is_some() {
        changes.clear(); // its argument is the kind
    }
    if shown != kind {
        let reason = format!("`{}` is `{kind}` here", cut(&shown, 40));
        changes.insert(0, Change { at: path, reason, write: None });
    }
    if !layer.foreign.tail.is_empty() {
        let tail = cut(source_text(&layer.foreign.tail).trim(), 30);
        let reason = format!("`{tail}` is not needed");
        changes.push(Change { at: layer.foreign.tail.clone(), reason, write: None });
    }
    if changes.is_empty() {
        if read.is_reported {
            layer.arguments = read.arguments();
        }
        return;
    }
    read.complete();
    let (arguments, is_whole, act) = (read.arguments(), read.is_whole(), read.activation);
    let arguments = if by_name.is_some() { Vec::new() } else { arguments };
    let kind = Ident::new(kind, layer.kind.span());
    let written = source(&kind, &arguments);
    let help = match act {
        _ if !is_whole => None,
        Some(act) => Some(format!("`{written}`, and `{}_act: {act};` after it", layer.name)),
        None => Some(format!("`{written}`")),
    };
    report(layer, &kind, &changes, help, diagnostics);
    (layer.kind, layer.arguments) = (kind, arguments);
    layer.foreign.is_lost = !is_whole;
    layer.foreign.is_guess = true;
    layer.foreign.path = TokenStream::new();
}

/// `Activation("relu")`
fn named_activation(layer: &LayerSyntax) -> Option<&'static str> {
    if plain(&layer.kind.to_string()) != "activation" {
        return None;
    }
    layer.arguments.iter().find_map(|a| match a {
        Argument::Positional(value) | Argument::Named { value, .. } => activation(value),
        _ => None,
    })
}

/// `Linear(8 -> 10)`
fn source(kind: &Ident, arguments: &[Argument]) -> String {
    let arguments: Vec<String> = arguments.iter().map(Argument::source).collect();
    if arguments.is_empty() {
        kind.to_string()
    } else {
        format!("{kind}({})", arguments.join(", "))
    }
}

/// What stands before the arguments.
fn path(layer: &LayerSyntax) -> TokenStream {
    if layer.foreign.path.is_empty() {
        layer.kind.to_token_stream()
    } else {
        layer.foreign.path.clone()
    }
}

fn shown(layer: &LayerSyntax) -> String {
    source_text(&path(layer))
}

/// The layer as written.
pub(super) fn found(layer: &LayerSyntax) -> String {
    let (path, group) = (path(layer), &layer.group);
    let tail = &layer.foreign.tail;
    cut(&source_text(&quote!(#path #group #tail)), 100)
}

/// All of it, to underline.
pub(super) fn whole(layer: &LayerSyntax) -> TokenStream {
    let (path, group, tail) = (path(layer), &layer.group, &layer.foreign.tail);
    quote!(#path #group #tail)
}

fn report(
    layer: &LayerSyntax,
    kind: &Ident,
    changes: &[Change],
    help: Option<String>,
    diagnostics: &Diagnostics,
) {
    let (at, help) = match changes {
        [one] if one.write.is_some() => {
            (one.at.clone(), one.write.as_ref().map(|text| format!("`{text}`")))
        }
        [one] => (one.at.clone(), help),
        _ => (whole(layer), help),
    };
    let usage = ops::kind(&kind.to_string()).map_or("", |k| k.usage);
    let help = help.map(|h| format!("\nhelp: write {h}")).unwrap_or_default();
    let message =
        format!("{}\nexpected: `{usage}`\n   found: `{}`{help}", reasons(changes), found(layer));
    diagnostics.error(at, message);
}

/// What is wrong, in a line: what is lost comes first.
fn reasons(changes: &[Change]) -> String {
    let mut all: Vec<&str> = Vec::new();
    let (lost, rest): (Vec<_>, Vec<_>) =
        changes.iter().partition(|c| c.reason.contains("no equal"));
    for change in lost.into_iter().chain(rest) {
        let length: usize = all.iter().map(|r| r.len() + 2).sum();
        if !all.contains(&change.reason.as_str())
            && (all.is_empty() || length + change.reason.len() < 128)
        {
            all.push(&change.reason);
        }
    }
    match all.as_slice() {
        [init @ .., last] if !init.is_empty() => format!("{}, and {last}", init.join(", ")),
        _ => all.concat(),
    }
}

/// A kind that the language has not.
fn nothing(layer: &LayerSyntax, why: &str, instead: &str, diagnostics: &Diagnostics) {
    let word = &layer.kind;
    let message = format!(
        "unknown layer kind `{word}`: {why}\nexpected: another kind, or the path of a network of yours, such as `self::{word}`\n   found: `{}`\nhelp: {instead}",
        cut(&found(layer), 100)
    );
    diagnostics.error(path(layer), message);
}

/// `nn.Foo(3)`
fn unknown(layer: &mut LayerSyntax, diagnostics: &Diagnostics) {
    if layer.foreign.path.is_empty() {
        return; // `check` knows
    }
    layer.foreign.is_lost = true;
    let word = &layer.kind;
    let help = super::near_kind(&word.to_string()).map(|k| format!("\nhelp: write `{k}`"));
    let message = format!(
        "unknown layer kind `{word}`\nexpected: a kind of layer, such as `Linear`, or the type of a network\n   found: `{}`{}",
        found(layer),
        help.unwrap_or_default()
    );
    diagnostics.error(path(layer), message);
}

/// `Block<N>`, where `N` is a constant of the network.
fn constants_as_types(
    layer: &mut LayerSyntax,
    network: &Ident,
    constants: &[String],
    diagnostics: &Diagnostics,
) {
    let ty = layer.network.as_ref().map(|n| n.ty.clone()).unwrap_or_default();
    let Ok(mut path) = syn::parse2::<Path>(ty) else { return };
    let before = source_text(&path.to_token_stream());
    let Some(last) = path.segments.last_mut() else { return };
    let name = last.ident.clone();
    let PathArguments::AngleBracketed(given) = &mut last.arguments else { return };
    let mut wrong: syn::punctuated::Punctuated<GenericArgument, Token![,]> = Default::default();
    for argument in &mut given.args {
        let text = source_text(&argument.to_token_stream());
        if !constants.contains(&text) {
            continue;
        }
        wrong.push(argument.clone());
        let word: Expr =
            syn::parse2(argument.to_token_stream()).unwrap_or_else(|_| syn::parse_quote!(0));
        *argument = syn::parse_quote!(D<{ #network::#word }>);
    }
    if wrong.is_empty() {
        return;
    }
    layer.foreign.is_lost = true;
    layer.network = None;
    let after = source_text(&path.to_token_stream());
    let message = format!(
        "a size of the network `{name}` is a type\nexpected: `D<N>` of `nncore::dim` for the number `N`, or another type that is a `Dim`\n   found: `{before}`\nhelp: write `{after}`"
    );
    diagnostics.error(wrong, message);
}
