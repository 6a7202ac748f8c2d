//! `include_weights!("model.safetensors" for Net)`: a call that rustc evaluates.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token, Type};

/// What is to be written.
const FORM: &str = "`include_weights!(\"model.safetensors\" for Net)`";

/// The weights of `network`, in the file at `path`.
struct Weights {
    path: LitStr,
    network: Type,
}

impl Parse for Weights {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = part(input, "the path of the weight file is a string", FORM)?;
        let expected = format!("`for` and the network: {FORM}");
        let _: Token![for] = part(input, "the path is followed by the network's type", &expected)?;
        let network = part(input, "`for` is followed by the network's type", FORM)?;
        if !input.is_empty() {
            return Err(wrong(input, "the network's type is the end", FORM));
        }
        Ok(Self { path, network })
    }
}

fn part<T: Parse>(input: ParseStream<'_>, what: &str, expected: &str) -> syn::Result<T> {
    let place = input.fork();
    input.parse().map_err(|_| wrong(&place, what, expected))
}

/// An error at the next token, or at the whole macro where there is none.
fn wrong(input: ParseStream<'_>, what: &str, expected: &str) -> syn::Error {
    match input.fork().parse::<TokenTree>() {
        Ok(found) => {
            let message = format!("{what}\nexpected: {expected}\n   found: `{found}`");
            syn::Error::new_spanned(found, message)
        }
        Err(_) => {
            let message = format!("{what}\nexpected: {expected}\n   found: the end");
            syn::Error::new(Span::call_site(), message)
        }
    }
}

/// Compiles the tokens of one `include_weights!`.
pub fn include_weights(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<Weights>(tokens) {
        Ok(weights) => call(&weights),
        Err(error) => error.to_compile_error(),
    }
}

/// rustc reports what is wrong with the file at the call, whose span is that of the path.
fn call(Weights { path, network }: &Weights) -> TokenStream {
    let span = path.span();
    let root = quote_spanned!(span => ::nncore::__private::v1);
    let arguments = quote!(#path, ::core::include_bytes!(#path));
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(span);
    quote!(#root::include_weights::<#network, { #root::weights_len::<#network>() }> #group)
}
