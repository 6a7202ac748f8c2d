//! The loss: `CrossEntropy(a) + 0.5 * L1(b)`, terms with factors.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Attribute, Token, token};

use super::expression::{self, Style, between};
use super::items::attributes;
use super::layer::layer;
use super::parse::bare;
use super::term::{here, next_or_end, within};
use super::{LayerSyntax, LossSyntax, source_text};
use crate::diagnostics::Diagnostics;
use crate::ops;

/// A term with its factor.
type Factored = (Option<TokenStream>, LayerSyntax);

/// What follows `loss:`.
pub(super) fn loss(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    name: &Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<LossSyntax> {
    let mut terms = Vec::new();
    sum(input, None, name, diagnostics, &mut terms)?;
    let mut terms = terms.into_iter();
    let Some((factor, first)) = terms.next() else {
        return Err(here(input, "`loss` has no term\nexpected: `loss: Kind;`\n   found: none"));
    };
    Ok(LossSyntax { first: LayerSyntax { attributes, ..first }, factor, rest: terms.collect() })
}

/// Terms joined by `+`. A factor before parentheses is one of each term in them.
fn sum(
    input: ParseStream<'_>,
    outer: Option<&TokenStream>,
    name: &Ident,
    diagnostics: &Diagnostics,
    out: &mut Vec<Factored>,
) -> syn::Result<()> {
    loop {
        bare(&attributes(input, diagnostics), "a term of a loss", diagnostics);
        let factor = match (outer, factor(input)?) {
            (Some(a), Some(b)) => Some(quote!(#a * (#b))),
            (a, b) => b.or_else(|| a.cloned()),
        };
        if input.peek(token::Paren) {
            within(input, |content| {
                sum(content, factor.as_ref(), name, diagnostics, out)?;
                if content.is_empty() {
                    return Ok(());
                }
                let found = next_or_end(content);
                let message =
                    format!("losses are joined by `+`\nexpected: `+` or `)`\n   found: {found}");
                Err(here(content, message))
            })?;
        } else {
            out.push((factor, layer(input, Vec::new(), name.clone(), diagnostics)?));
        }
        if input.parse::<Option<Token![+]>>()?.is_none() {
            return Ok(());
        }
    }
}

/// `0.5 *`, before a loss; also `WEIGHT / 2.0 *`, or `(1.0 - WEIGHT) *`.
fn factor(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    let start = input.cursor();
    let mut end = None;
    loop {
        let (fork, is_literal) = (input.fork(), input.peek(syn::Lit));
        let is_read = if is_literal || input.peek(token::Paren) {
            fork.parse::<TokenTree>().is_ok()
        } else {
            let path = expression::path(&fork, Style::Value);
            path.is_ok_and(|p| ops::loss::loss(&p.last.to_string()).is_none())
        };
        if !is_read {
            break;
        }
        let operand = fork.cursor();
        let is_joined = fork.peek(Token![*]) || fork.peek(Token![/]);
        if is_joined {
            end = Some((operand, fork.peek(Token![*])));
            fork.parse::<TokenTree>()?;
            input.advance_to(&fork);
        } else if is_literal {
            input.advance_to(&fork);
            return Err(no_sign(input, &between(start, operand)));
        } else {
            break;
        }
    }
    match end {
        None => Ok(None),
        Some((end, true)) => Ok(Some(between(start, end))),
        Some((_, false)) => Err(no_sign(input, &between(start, input.cursor()))),
    }
}

fn no_sign(input: ParseStream<'_>, factor: &TokenStream) -> syn::Error {
    let (factor, found) = (source_text(factor), next_or_end(input));
    let found = found.trim_matches('`');
    here(
        input,
        format!(
            "a factor of a loss is followed by `*`\nexpected: `{factor} * Loss`\n   found: `{factor} {found}`"
        ),
    )
}
