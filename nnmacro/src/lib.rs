//! The macro `network!`. The compiler behind it is the ordinary library `nncompiler`.

use proc_macro::TokenStream;

/// Declares a neural network.
#[proc_macro]
pub fn network(input: TokenStream) -> TokenStream {
    nncompiler::compile(input.into()).into()
}
