//! The layers as declared: their kinds and arguments.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;

use super::steps::{Reading, Steps};
use crate::check;
use crate::diagnostics::Diagnostics;
use crate::network::NamedLayer;
use crate::ops::{self, Arguments};
use crate::syntax::{Declaration, LayerSyntax};

/// A layer that was read.
pub(super) struct Read {
    /// Its number in the network.
    pub(super) number: usize,
    /// How far it could be read, so that its sizes say something.
    pub(super) reading: Reading,
}

/// Reads the layers; `None` for those of which too little is known.
pub(super) fn read(declaration: &Declaration, steps: &mut Steps<'_>) -> Vec<Option<Read>> {
    declaration.layers.iter().map(|syntax| layer(syntax, steps)).collect()
}

fn layer(syntax: &LayerSyntax, steps: &mut Steps<'_>) -> Option<Read> {
    let word = syntax.kind.to_string();
    let is_known = ops::kind(&word).is_some();
    // An unknown kind was reported. What it most likely means goes on, without reports.
    let kind = ops::kind(&word).or_else(|| ops::kind(check::meant(&word)?))?;
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
    let (calculations, ranges) = arguments.unchecked();
    let allowed = check::LINTS.into_iter().filter(|lint| syntax.allows(lint)).collect();
    steps.network.layers.push(NamedLayer {
        name: syntax.name.unraw().to_string(),
        ident: syntax.name.clone(),
        kind: Ident::new(kind.name, syntax.kind.span()),
        word: kind.name,
        op,
        tensors: 0..0,
        unknown,
        calculations,
        ranges,
        allowed,
        is_frozen: false,
    });
    let tokens = syntax.kind.to_token_stream();
    steps.declared(number, tokens, syntax.line());
    let reading = if is_known { Reading::whole_if(is_sound) } else { Reading::Guessed };
    Some(Read { number, reading })
}
