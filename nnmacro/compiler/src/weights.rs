//! `include_weights!("model.safetensors" for Net)`: a call that rustc evaluates.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token, Type};

use crate::diagnostics::to_tokens;
use crate::syntax::entrance;

/// What is to be written.
const FORM: &str = "`include_weights!(\"model.safetensors\" for Net)`";

/// The weights of `network`, in the file at `path`.
struct Weights {
    path: LitStr,
    network: Type,
}

impl Parse for Weights {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let start = Span::call_site();
        let path: LitStr = part(input, start, "the path of the weight file is a string", FORM)?;
        let what = "the path is followed by `for` and the network's type";
        let keyword: Token![for] = part(input, path.span(), what, FORM)?;
        let what = "`for` is followed by the network's type";
        let network = part(input, keyword.span, what, FORM)?;
        if !input.is_empty() {
            return Err(wrong(input, keyword.span, "the network's type is the last", FORM));
        }
        Ok(Self { path, network })
    }
}

/// The next part; where there is none, an error at what is before it.
fn part<T: Parse>(
    input: ParseStream<'_>,
    ahead: Span,
    what: &str,
    expected: &str,
) -> syn::Result<T> {
    let place = input.fork();
    input.parse().map_err(|_| wrong(&place, ahead, what, expected))
}

fn wrong(input: ParseStream<'_>, ahead: Span, what: &str, expected: &str) -> syn::Error {
    let (span, found) = match input.parse::<TokenTree>() {
        Ok(token) => (token.span(), format!("`{token}`")),
        Err(_) => (ahead, "the end".to_owned()),
    };
    syn::Error::new(span, format!("{what}\nexpected: {expected}\n   found: {found}"))
}

/// Compiles the tokens of one `include_weights!`.
pub fn include_weights(tokens: TokenStream) -> TokenStream {
    match entrance(tokens).and_then(syn::parse2::<Weights>) {
        Ok(weights) => call(&weights),
        Err(error) => to_tokens(&[error]),
    }
}

/// rustc reports what is wrong with the file at the call, all of whose tokens have the span of the path.
fn call(Weights { path, network }: &Weights) -> TokenStream {
    let span = path.span();
    let mut group =
        Group::new(Delimiter::Parenthesis, quote!(#path, ::core::include_bytes!(#path)));
    group.set_span(span);
    // At the user's token, but not of it: no lint asks how the path had to be written.
    let here = Span::call_site().located_at(span);
    let call = quote_spanned!(here =>
        __nn::include_weights::<#network, { __nn::weights_len::<#network>() }> #group
    );
    // In the edition of 2015 a path with spans of the user's would begin in the user's crate.
    quote!({ use ::nncore::__private::v1 as __nn; #call })
}
