//! Networks that are generic over sizes: what is a constant by itself elsewhere is one of a generic type here, since
//! constants by themselves know no sizes.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};

/// The type that holds the numbers.
pub(super) fn holder() -> Ident {
    format_ident!("__nn_Numbers")
}

/// What stands between `impl` and the type: `<C: Dim, H: Dim>`.
pub(super) fn parameters(generics: &[Ident]) -> TokenStream {
    match generics {
        [] => TokenStream::new(),
        some => quote!(<#(#some: __nn::Dim),*>),
    }
}

/// What stands behind the type: `<C, H>`.
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

/// Names our constants and holders as those of generic types.
pub(super) fn qualified(
    tokens: TokenStream,
    generics: &[Ident],
    holders: &[&Ident],
) -> TokenStream {
    if generics.is_empty() {
        return tokens;
    }
    let (numbers, arguments) = (holder(), arguments(generics));
    let mut out = TokenStream::new();
    let mut is_declared = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == ':');
        match token {
            TokenTree::Ident(word) => {
                let text = word.to_string();
                let is_ours = text.starts_with("__nn_")
                    && text[5..].starts_with(|c: char| c.is_ascii_uppercase());
                let is_holder = holders.iter().any(|h| **h == word);
                if is_path && is_holder {
                    out.extend(quote!(<#word #arguments>));
                } else if is_ours && !is_declared && !is_holder && word != numbers {
                    out.extend(quote!(<#numbers #arguments>::#word));
                } else {
                    out.extend(quote!(#word));
                }
                is_declared = text == "const";
            }
            TokenTree::Group(group) => {
                let inner = qualified(group.stream(), generics, holders);
                let mut new = Group::new(group.delimiter(), inner);
                new.set_span(group.span());
                out.extend([TokenTree::Group(new)]);
                is_declared = false;
            }
            other => {
                out.extend([other]);
                is_declared = false;
            }
        }
    }
    out
}
