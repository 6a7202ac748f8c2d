//! What networks may have besides layers: sizes that they are generic over, `view`, `train`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Token, Visibility, token};

use super::layer::parsed;
use super::parse::is_word;
use super::term::{here, next_or_end, within};
use super::{Tie, TrainSyntax, ViewSyntax, source_text};
use crate::diagnostics::Diagnostics;

/// `<C: Dim, H: Dim>`; what is not a size is reported and left out.
pub(super) fn generics(
    input: ParseStream<'_>,
    name: &Ident,
    diagnostics: &Diagnostics,
) -> Vec<Ident> {
    let wrong = |tokens: TokenStream| {
        let message = format!(
            "a network is generic over sizes\nexpected: `struct {name}<C: Dim, H: Dim>;`\n   found: `{}`",
            source_text(&tokens)
        );
        diagnostics.error(tokens, message);
    };
    let Ok(generics) = parsed(input, syn::Generics::parse) else {
        let mut tokens = TokenStream::new();
        while !input.is_empty() && !input.peek(Token![;]) {
            tokens.extend(input.parse::<TokenTree>());
        }
        wrong(tokens);
        return Vec::new();
    };
    let is_dim = |b: &syn::TypeParamBound| match b {
        syn::TypeParamBound::Trait(b) => b.path.segments.last().is_some_and(|s| s.ident == "Dim"),
        _ => false,
    };
    let mut names: Vec<Ident> = Vec::new();
    for parameter in &generics.params {
        match parameter {
            syn::GenericParam::Type(ty) if names.iter().any(|n| n.unraw() == ty.ident.unraw()) => {
                let text = &ty.ident;
                let message = format!(
                    "`{text}` is declared twice\nexpected: one `{text}`\n   found: another"
                );
                diagnostics.error(text, message);
            }
            syn::GenericParam::Type(ty)
                if !ty.bounds.is_empty() && ty.bounds.iter().all(is_dim) && ty.attrs.is_empty() =>
            {
                names.push(ty.ident.clone());
            }
            other => wrong(other.to_token_stream()),
        }
    }
    names
}

/// Whether a view begins here: `view Name`, with or without a visibility.
pub(super) fn begins_view(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let is_view = |at: ParseStream<'_>| is_word(at, "view") && at.peek2(syn::Ident);
    is_view(input)
        || input.peek(Token![pub]) && fork.parse::<Visibility>().is_ok() && is_view(&fork)
}

/// `pub view Features: pool2;`
pub(super) fn view(input: ParseStream<'_>, attributes: Vec<Attribute>) -> syn::Result<ViewSyntax> {
    let visibility = input.parse()?;
    input.parse::<Ident>()?;
    let name: Ident = input.parse()?;
    let wrong = |found: String| {
        let message = format!(
            "the view `{name}` names no value\nexpected: `view {name}: value;`\n   found: {found}"
        );
        syn::Error::new(name.span(), message)
    };
    if input.parse::<Option<Token![:]>>()?.is_none() {
        return Err(wrong(next_or_end(input)));
    }
    let mut outputs = Vec::new();
    if input.peek(token::Paren) {
        let tuple = |content: ParseStream<'_>| outputs_of(content, &mut outputs, &name);
        within(input, tuple)?;
    } else if input.peek(Ident::peek_any) {
        outputs.push(Ident::parse_any(input)?);
    }
    if outputs.is_empty() {
        return Err(wrong(next_or_end(input)));
    }
    Ok(ViewSyntax { attributes, visibility, name, outputs })
}

/// `a, b`
fn outputs_of(input: ParseStream<'_>, outputs: &mut Vec<Ident>, name: &Ident) -> syn::Result<()> {
    let wrong = || {
        let found = next_or_end(input);
        let message = format!(
            "the view `{name}` names values\nexpected: `view {name}: (a, b);`\n   found: {found}"
        );
        here(input, message)
    };
    while !input.is_empty() {
        outputs.push(Ident::parse_any(input).map_err(|_| wrong())?);
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            return Err(wrong());
        }
    }
    Ok(())
}

/// Whether `train: …` begins here: names follow, not in upper case, which are no kind of layer.
pub(super) fn begins_train(input: ParseStream<'_>) -> bool {
    let mut at = input.cursor();
    for _ in 0..2 {
        let Some((_, rest)) = at.token_tree() else { return false };
        at = rest;
    }
    is_word(input, "train")
        && input.peek2(Token![:])
        && at.ident().is_some_and(|(word, _)| !word.to_string().starts_with(char::is_uppercase))
}

/// `train: biases;`
pub(super) fn train(input: ParseStream<'_>) -> syn::Result<TrainSyntax> {
    let keyword: Ident = input.parse()?;
    input.parse::<Token![:]>()?;
    let mut names: Vec<Ident> = vec![Ident::parse_any(input)?];
    while input.parse::<Option<Token![,]>>()?.is_some() {
        let found = next_or_end(input);
        let message = format!(
            "`train` names layers\nexpected: `train: fc1, fc2;` or `train: biases;`\n   found: {found}"
        );
        names.push(Ident::parse_any(input).map_err(|_| here(input, message))?);
    }
    Ok(TrainSyntax { keyword, names })
}

/// Whether `out.weight = …` begins here.
pub(super) fn begins_tie(input: ParseStream<'_>) -> bool {
    fn sign(at: Cursor<'_>) -> Option<TokenTree> {
        let (_, after_dot) = at.ident()?.1.token_tree()?;
        Some(after_dot.ident()?.1.token_tree()?.0)
    }
    input.peek(Ident::peek_any)
        && input.peek2(Token![.])
        && sign(input.cursor()).is_some_and(|token| token.to_string() == "=")
}

/// `out.weight = embedding.weight`
pub(super) fn tie(input: ParseStream<'_>) -> syn::Result<Tie> {
    let tied = tensor_name(input)?;
    input.parse::<Token![=]>()?;
    let of = tensor_name(input).map_err(|_| {
        let [layer, tensor] = &tied;
        let found = next_or_end(input);
        here(
            input,
            format!(
                "a tensor is tied to that of another layer\nexpected: `{layer}.{tensor} = other.{tensor};`\n   found: {found}"
            ),
        )
    })?;
    Ok(Tie { tied, of })
}

/// `out.weight`
fn tensor_name(input: ParseStream<'_>) -> syn::Result<[Ident; 2]> {
    let layer = Ident::parse_any(input)?;
    input.parse::<Token![.]>()?;
    Ok([layer, Ident::parse_any(input)?])
}
