//! The layers as declared: their kinds and arguments.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::Expr;
use syn::ext::IdentExt;

use super::steps::{Reading, Steps};
use crate::check;
use crate::diagnostics::Diagnostics;
use crate::foreign::near_kind;
use crate::network::NamedLayer;
use crate::ops::{self, Arguments, Source};
use crate::syntax::{Declaration, LayerSyntax, NetworkSyntax, source_text};

/// A layer that was read.
pub(super) struct Read {
    /// Its parts: their numbers in the network, and what each is applied to.
    pub(super) parts: Vec<(usize, Vec<Source>)>,
    /// How far it could be read, so that its sizes say something.
    pub(super) reading: Reading,
}

/// Reads the layers; `None` where too little is known.
pub(super) fn read(declaration: &Declaration, steps: &mut Steps<'_>) -> Vec<Option<Read>> {
    declaration.layers.iter().map(|syntax| layer(declaration, syntax, steps)).collect()
}

fn layer(declaration: &Declaration, syntax: &LayerSyntax, steps: &mut Steps<'_>) -> Option<Read> {
    let is_frozen = check::is_frozen(declaration, syntax);
    if let Some(network) = check::network(syntax) {
        return inner(syntax, &network, is_frozen, steps);
    }
    if syntax.foreign.is_lost {
        return None;
    }
    let word = syntax.kind.to_string();
    let is_known = ops::kind(&word).is_some() && !syntax.foreign.is_guess;
    // An unknown kind, or what is written as elsewhere, was reported. What it most likely means goes on, without reports.
    let kind = ops::kind(&word).or_else(|| ops::kind(near_kind(&word)?))?;
    let silence = Diagnostics::default();
    let heard = if is_known { steps.diagnostics } else { &silence };
    let number = steps.network.layers.len();
    let mut arguments = Arguments::new(syntax, number as u32, kind.usage, steps.constants, heard);
    let errors = heard.count();
    let op = (kind.read)(&mut arguments);
    arguments.finish();
    let is_sound = heard.count() == errors && !syntax.is_faulty;
    if !is_known && !is_sound {
        return None;
    }
    let unknown = arguments.has_unknown();
    let (unchecked, ranges) = arguments.unchecked();
    let allowed = check::LINTS.into_iter().filter(|lint| syntax.allows(lint)).collect();
    let layer = NamedLayer {
        name: syntax.name.unraw().to_string(),
        ident: syntax.name.clone(),
        kind: Ident::new(kind.name, syntax.kind.span()),
        is_declared: true,
        unknown,
        unchecked,
        ranges,
        allowed,
        is_frozen,
        ..NamedLayer::of(kind.name, syntax.name.clone(), op)
    };
    let parts = steps.added(layer, &syntax.kind.to_token_stream(), syntax.line());
    let reading = if is_known { Reading::whole_if(is_sound) } else { Reading::Guessed };
    Some(Read { parts, reading })
}

/// A network declared elsewhere, or a chain of equal ones.
fn inner(
    syntax: &LayerSyntax,
    network: &NetworkSyntax,
    is_frozen: bool,
    steps: &mut Steps<'_>,
) -> Option<Read> {
    let custom = network.custom();
    if custom.is_some() && steps.constants.is_any_generic() {
        let message = format!(
            "an operation of your own needs a shape of known sizes\nexpected: `{}` in a network that is not generic\n   found: a network that is generic over sizes",
            source_text(&network.ty)
        );
        steps.diagnostics.error(&network.ty, message);
        return None;
    }
    let count = match &network.count {
        None => None,
        Some(count) => Some(self::count(syntax, count, steps)?),
    };
    let first = steps.network.layers.len();
    for i in 0..count.unwrap_or(1) {
        let name = syntax.name.unraw().to_string();
        let number = steps.network.layers.len();
        let ty = network.ty.clone();
        steps.network.layers.push(NamedLayer {
            name: if count.is_some() { format!("{name}.{i}") } else { name },
            ident: syntax.name.clone(),
            kind: syntax.kind.clone(),
            word: source_text(&ty),
            op: ops::subnetwork(ty.clone()).into(),
            network: Some(ty),
            custom: custom.clone(),
            alias: None,
            is_declared: true,
            tensors: 0..0,
            unknown: true,
            unchecked: Vec::new(),
            ranges: Vec::new(),
            allowed: Vec::new(),
            is_frozen,
            is_inner: false,
        });
        steps.declared(number, network.ty.clone(), syntax.line());
    }
    let from = |n: usize| if n == first { Source::Input(0) } else { Source::Part(n - first - 1) };
    // One alone is applied to all values.
    let from = |n: usize| if count.is_none() { Vec::new() } else { vec![from(n)] };
    let parts = (first..steps.network.layers.len()).map(|n| (n, from(n))).collect();
    Some(Read { parts, reading: Reading::Whole })
}

/// The most networks that one line may chain.
const MOST: usize = 256;

/// The number of networks in a chain: the macro writes them out, so it must know it.
fn count(syntax: &LayerSyntax, count: &Expr, steps: &Steps<'_>) -> Option<usize> {
    let (name, written) = (&syntax.name, source_text(&count.to_token_stream()));
    let number = match steps.constants.number(count) {
        Ok(number) => number,
        Err((at, fault)) => {
            let whose = format!("the number of networks of `{name}`");
            steps.diagnostics.error(&at, fault.text(&whose, &at));
            return None;
        }
    };
    if !number.is_known() && steps.diagnostics.has_errors() {
        return None; // it may be a constant that could not be read
    }
    if !number.is_known() {
        steps.diagnostics.error(
            count,
            format!(
                "the number of networks of `{name}` decides what is computed, so the macro must know it\nexpected: a number, or a constant of the network\n   found: `{written}`"
            ),
        );
        return None;
    }
    if number.value == 0 || number.value > MOST {
        steps.diagnostics.error(
            count,
            format!(
                "`{name}` is a chain of {} networks\nexpected: 1 to {MOST}\n   found: {}",
                number.value, number.value
            ),
        );
        return None;
    }
    Some(number.value)
}
