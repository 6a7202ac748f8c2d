//! Networks that are generic over sizes: the constants of their numbers know the sizes as constants of a generic type.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;

use super::holder;

/// What stands between `impl` and the type: `<C: Dim, H: Dim>`.
pub(super) fn parameters(generics: &[Ident]) -> TokenStream {
    match generics {
        [] => TokenStream::new(),
        some => quote!(<#(#some: __nn::Dim),*>),
    }
}

/// What stands after the type: `<C, H>`.
pub(super) fn arguments(generics: &[Ident]) -> TokenStream {
    match generics {
        [] => TokenStream::new(),
        some => quote!(<#(#some),*>),
    }
}

/// A type without values.
pub(super) fn marker(name: &Ident, generics: &[Ident]) -> TokenStream {
    match generics {
        [] => quote!(struct #name;),
        some => quote! {
            struct #name<#(#some),*>(::core::marker::PhantomData<fn() -> (#(#some,)*)>);
        },
    }
}

/// Constants and functions of the holder of a generic network: what names it there is `Self`.
pub(super) fn within(tokens: TokenStream, generics: &[Ident]) -> TokenStream {
    match generics {
        [] => tokens,
        _ => renamed(tokens, &quote!(Self)),
    }
}

/// Items beside the holder of a generic network: there it has arguments.
pub(super) fn outside(tokens: TokenStream, generics: &[Ident]) -> TokenStream {
    let (holder, arguments) = (holder(), arguments(generics));
    match generics {
        [] => tokens,
        _ => renamed(tokens, &quote!(<#holder #arguments>)),
    }
}

/// Other tokens in the place of the holder's name.
fn renamed(tokens: TokenStream, to: &TokenStream) -> TokenStream {
    let holder = holder();
    let mut out = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word == holder => out.extend(to.clone()),
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), renamed(group.stream(), to));
                new.set_span(group.span());
                out.extend([TokenTree::Group(new)]);
            }
            other => out.extend([other]),
        }
    }
    out
}
