//! The compiler behind `network!`.

use proc_macro2::TokenStream;

/// Compiles the tokens of one declaration.
#[must_use]
pub fn compile(input: TokenStream) -> TokenStream {
    let _ = input;
    TokenStream::new()
}
