//! The `;` after an item.

use proc_macro2::{Span, TokenTree};
use syn::Token;
use syn::buffer::Cursor;
use syn::parse::ParseStream;

use super::parse::{begins_item, next_text, skip_item};
use crate::diagnostics::Diagnostics;

/// The `;` after an item, and what stands in its place.
pub(super) fn end(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    if input.peek(Token![;]) {
        return input.parse::<Token![;]>().map(drop);
    }
    let (first, last) = first_and_last(start, input.cursor());
    let name = first.map(|t| t.to_string()).unwrap_or_default();
    let found =
        if input.is_empty() { "the end".to_owned() } else { format!("`{}`", next_text(input)) };
    let message = format!("`{name}` ends without `;`\nexpected: `;`\n   found: {found}");
    diagnostics.error_at(last.unwrap_or_else(|| input.span()), message);
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
    } else if name == "crate" {
        skip_item(input, true); // what follows a path is not an item
    } else if !begins_item(input) {
        skip_item(input, false);
    }
    Ok(())
}

/// The first word and the span of the last token between two places.
fn first_and_last(start: Cursor<'_>, end: Cursor<'_>) -> (Option<TokenTree>, Option<Span>) {
    let (mut first, mut last, mut at) = (None, None, start);
    while at != end {
        let Some((token, next)) = at.token_tree() else { break };
        last = Some(match &token {
            TokenTree::Group(group) => group.span_close(),
            other => other.span(),
        });
        if first.is_none() && matches!(token, TokenTree::Ident(_)) {
            first = Some(token);
        }
        at = next;
    }
    (first, last)
}
