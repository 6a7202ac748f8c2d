//! Attributes of the user's type: those that belong to all that is emitted for it.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, parse_quote};

/// The levels of lints.
const LEVELS: [&str; 5] = ["allow", "expect", "warn", "deny", "forbid"];

/// What stands before each item beside the type: conditions and levels of lints. What is deprecated may be named
/// by what was emitted for it.
pub(crate) fn shared(attributes: &[Attribute]) -> Vec<Attribute> {
    kept(attributes, &|meta| condition(meta).or_else(|| level(meta)))
}

/// The conditions: `#[cfg(…)]`.
pub(crate) fn conditions(attributes: &[Attribute]) -> Vec<Attribute> {
    kept(attributes, &condition)
}

/// Those that mean the same on the name of a type.
pub(super) fn of_a_name(attributes: &[Attribute]) -> Vec<Attribute> {
    let stay = ["cfg", "doc", "allow", "deprecated"];
    let stays = |meta: &Meta| stay.iter().any(|name| meta.path().is_ident(name));
    kept(attributes, &|meta| stays(meta).then(|| meta.to_token_stream()))
}

type Keep<'a> = &'a dyn Fn(&Meta) -> Option<TokenStream>;

fn kept(attributes: &[Attribute], keep: Keep<'_>) -> Vec<Attribute> {
    let metas = attributes.iter().filter_map(|a| kept_meta(&a.meta, keep));
    metas.map(|meta| parse_quote!(#[#meta])).collect()
}

/// What is kept of `cfg_attr(condition, a, b)` stays under its condition.
fn kept_meta(meta: &Meta, keep: Keep<'_>) -> Option<TokenStream> {
    if !meta.path().is_ident("cfg_attr") {
        return keep(meta);
    }
    let mut parts = split(meta.require_list().ok()?.tokens.clone()).into_iter();
    let condition = parts.next()?;
    let metas = parts.filter_map(|tokens| syn::parse2(tokens).ok());
    let kept: Vec<TokenStream> = metas.filter_map(|meta| kept_meta(&meta, keep)).collect();
    (!kept.is_empty()).then(|| quote!(cfg_attr(#condition, #(#kept),*)))
}

fn condition(meta: &Meta) -> Option<TokenStream> {
    meta.path().is_ident("cfg").then(|| meta.to_token_stream())
}

fn level(meta: &Meta) -> Option<TokenStream> {
    let is = |word: &str| meta.path().is_ident(word);
    if is("deprecated") {
        return Some(quote!(allow(deprecated)));
    }
    if !LEVELS.into_iter().any(is) {
        return None;
    }
    let lints = &meta.require_list().ok()?.tokens;
    // What is expected is expected of the type.
    Some(if is("expect") { quote!(allow(#lints)) } else { meta.to_token_stream() })
}

/// What stands between commas.
pub(crate) fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            other => parts.last_mut().expect("one part at least").extend([other]),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}
