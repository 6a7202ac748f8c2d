//! Comments as Python writes them: `# text` to the end of the line, and text between three quotes.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use super::cut;
use crate::diagnostics::Diagnostics;
use crate::syntax::{line, source_text};

/// The comments that were found.
#[derive(Default)]
struct Found {
    /// The first: where it begins, how it is written, and what the help says.
    first: Option<(Span, String, String)>,
    others: usize,
    /// Whether a function or a class of Python's began, which is reported itself, with all that is in it.
    is_python: bool,
}

/// The tokens without comments of Python's, which are reported in one error.
pub(crate) fn comments(tokens: TokenStream, diagnostics: &Diagnostics) -> TokenStream {
    let mut found = Found::default();
    let tokens = strip(tokens, &mut found);
    if let Some((at, text, help)) = found.first {
        let others = match found.others {
            0 => String::new(),
            1 => ", and another".to_owned(),
            n => format!(", and {n} others"),
        };
        let message = format!(
            "a comment begins with `//`, or with `///` where it documents what follows\nexpected: `// …`\n   found: `{text}`{others}\nhelp: {help}"
        );
        diagnostics.error_at(at, message);
    }
    tokens
}

/// A group costs a copy only where there is a comment in it.
fn strip(tokens: TokenStream, found: &mut Found) -> TokenStream {
    if !has_comment(&tokens) {
        return tokens;
    }
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let next = tokens.peek();
        found.is_python |= is_definition(&token) && matches!(next, Some(TokenTree::Ident(_)));
        if is_hash(&token) && !tokens.peek().is_some_and(begins_attribute) {
            let (at, here) = (token.span(), line(token.span()));
            let mut text = TokenStream::new();
            let is_same = |t: &TokenTree| line(t.span()) == here && here > 0;
            while let Some(token) = tokens.next_if(is_same) {
                text.extend([token]);
            }
            found.add(at, "# ", &source_text(&text), "");
            continue;
        }
        if is_quotes(&token) && tokens.peek().is_some_and(is_text) {
            let text = tokens.next().map(|t| t.to_string()).unwrap_or_default();
            tokens.next_if(is_quotes);
            found.add(token.span(), "\"\"\"", text.trim_matches('"'), "\"\"\"");
            continue;
        }
        out.push(match token {
            TokenTree::Group(group) if has_comment(&group.stream()) => {
                let mut inner = Group::new(group.delimiter(), strip(group.stream(), found));
                inner.set_span(group.span());
                inner.into()
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

impl Found {
    fn add(&mut self, at: Span, open: &str, text: &str, close: &str) {
        if self.is_python {
            return;
        }
        if self.first.is_some() {
            self.others += 1;
            return;
        }
        let mut lines = text.trim().lines();
        let first = cut(lines.next().unwrap_or_default().trim(), 60);
        let help = match lines.next() {
            None => format!("write `// {first}`"),
            Some(_) => "write the lines after `//`, each of them".to_owned(),
        };
        self.first = Some((at, format!("{open}{first}{close}"), help));
    }
}

fn has_comment(tokens: &TokenStream) -> bool {
    let mut last_hash = false;
    let mut last_quotes = false;
    for token in tokens.clone() {
        if last_hash && !begins_attribute(&token) || last_quotes && is_text(&token) {
            return true;
        }
        (last_hash, last_quotes) = (is_hash(&token), is_quotes(&token));
        if let TokenTree::Group(group) = &token
            && has_comment(&group.stream())
        {
            return true;
        }
    }
    last_hash
}

/// `def`, `class`
fn is_definition(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "def" || word == "class")
}

fn is_hash(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(p) if p.as_char() == '#')
}

/// `[`, or the `!` of `#![…]`, which is a mistake of another kind.
fn begins_attribute(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Bracket,
        TokenTree::Punct(p) => p.as_char() == '!',
        _ => false,
    }
}

fn is_quotes(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Literal(l) if l.to_string() == "\"\"")
}

fn is_text(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Literal(l) if l.to_string().starts_with('"'))
}
