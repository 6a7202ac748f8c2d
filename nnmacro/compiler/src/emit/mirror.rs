//! What an editor sees: the user's own tokens in plain Rust, so that hover, go to definition and
//! completion work on kinds and sizes. It computes nothing and is never called.

use proc_macro2::TokenStream;
use quote::quote;

use super::root;
use crate::check;
use crate::syntax::{Argument, Declaration};

/// The mirror.
pub(super) fn mirror(declaration: &Declaration) -> TokenStream {
    if !declaration.generics.is_empty() {
        return TokenStream::new(); // its sizes are no values
    }
    let root = root(declaration);
    let losses = declaration.loss.iter().flat_map(|l| l.terms().map(|(_, term)| term));
    let networks = declaration.layers.iter().filter_map(check::network).map(|n| {
        let ty = &n.ty;
        quote!(let _: #ty;)
    });
    let layers = declaration.layers.iter().filter(|l| check::network(l).is_none());
    let kinds = layers.chain(losses).map(|l| {
        let kind = &l.kind;
        quote!(let _: #kind;)
    });
    let sizes = declaration.layers.iter().flat_map(|l| &l.arguments).flat_map(|a| match a {
        Argument::Arrow { input, output, .. } => {
            input.iter().chain(Some(output)).map(Box::as_ref).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    });
    let inputs = declaration.inputs.iter().flat_map(|i| i.sizes.iter().chain(&i.limit));
    let sizes = inputs.chain(sizes).map(|e| quote!(let _: usize = #e;));
    quote! {
        #[cfg(rust_analyzer)]
        fn __nn_editor() {
            #(#sizes)*
            #(#networks)*
            {
                use #root::layers::*;
                #(#kinds)*
            }
        }
    }
}
