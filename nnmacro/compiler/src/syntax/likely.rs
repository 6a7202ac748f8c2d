//! The name that a network seems to have whose head could not be read.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// The name after `struct`, else the last one ahead of the first `;`.
pub fn likely_name(tokens: TokenStream) -> Option<Ident> {
    let mut last = None;
    let mut is_next = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word == "struct" => is_next = true,
            TokenTree::Ident(word) if syn::parse2::<Ident>(word.to_token_stream()).is_ok() => {
                if is_next {
                    return Some(word);
                }
                last = Some(word);
            }
            TokenTree::Punct(p) if [';', '<', ':'].contains(&p.as_char()) && last.is_some() => {
                break;
            }
            TokenTree::Punct(p) if p.as_char() == ';' => break,
            TokenTree::Group(g) if g.delimiter() == Delimiter::Brace => break,
            _ => {}
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_heads_that_cannot_be_read() {
        let name = |text: &str| Some(likely_name(text.parse().ok()?)?.to_string());
        let found = [
            ("pub struct Net { } input: [3];", Some("Net")),
            ("pub strct Net; input: [3];", Some("Net")),
            ("Net; input: [3];", Some("Net")),
            ("pub Net: input: [3];", Some("Net")),
            ("pub struct ; input: [3];", None),
            ("struct fn;", None),
            ("", None),
        ];
        for (text, expected) in found {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }
}
