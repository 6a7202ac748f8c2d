//! What an editor sees: the user's own tokens in plain Rust, so that hover, go to definition, rename and
//! completion work on kinds, sizes, layers and values. It computes nothing and is never called. It is emitted for
//! editors alone: rustc has nothing to do with it, and `#[cfg(rust_analyzer)]` would be a warning in a user's crate.
//!
//! A layer is a field whose type is the shape that it gives, a value of the body a variable.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::{Reader, numbers, root};
use crate::check;
use crate::network::Network;
use crate::ops::{self, Callable};
use crate::syntax::{Argument, Declaration};

/// The mirror; `network` is `None` where nothing is known of its shapes.
pub(super) fn mirror(
    declaration: &Declaration,
    network: Option<&Network>,
    reader: Reader,
) -> TokenStream {
    if reader == Reader::Rustc {
        return TokenStream::new();
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
    let is_generic = !declaration.generics.is_empty(); // its sizes are no values
    let sizes = if is_generic { TokenStream::new() } else { sizes(declaration) };
    let (fields, body) = (fields(declaration, network), body(declaration, network));
    let generics = &declaration.generics;
    let networks = if is_generic {
        quote!(fn __nn_networks<#(#generics: __nn::Dim),*>() { #(#networks)* })
    } else {
        quote!(#(#networks)*)
    };
    quote! {
        struct __NnLayers { #fields }
        fn __nn_editor(layers: __NnLayers) {
            #sizes
            {
                use #root::layers::*;
                #networks
                #(#kinds)*
            }
            #body
        }
    }
}

/// The sizes as expressions, with the network's own constants as those that everybody names.
fn sizes(declaration: &Declaration) -> TokenStream {
    let name = &declaration.name;
    let own: HashSet<String> = declaration.constants.iter().map(|c| c.name.to_string()).collect();
    let sizes = declaration.layers.iter().flat_map(|l| &l.arguments).flat_map(|a| match a {
        Argument::Arrow { input, output, .. } => {
            input.iter().chain(Some(output)).map(Box::as_ref).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    });
    let inputs = declaration.inputs.iter().flat_map(|i| i.sizes.iter().chain(&i.limit));
    inputs
        .chain(sizes)
        .map(|size| {
            let size = qualified(size.to_token_stream(), name, &own);
            quote!(let _: usize = #size;)
        })
        .collect()
}

/// `WIDTH` → `Net::WIDTH`
fn qualified(tokens: TokenStream, name: &Ident, own: &HashSet<String>) -> TokenStream {
    let one = |token| match token {
        TokenTree::Ident(word) if own.contains(&word.to_string()) => quote!(#name::#word),
        TokenTree::Group(group) => {
            let mut inner =
                proc_macro2::Group::new(group.delimiter(), qualified(group.stream(), name, own));
            inner.set_span(group.span());
            inner.to_token_stream()
        }
        other => other.to_token_stream(),
    };
    tokens.into_iter().map(one).collect()
}

/// The type of value `i`, where its sizes are known.
fn value_type(network: Option<&Network>, i: usize) -> TokenStream {
    match network.map(|n| n.shape(i)) {
        Some(shape) if shape.is_known() && (1..=3).contains(&shape.rank()) => {
            numbers::shape_type(&shape, &TokenStream::new())
        }
        _ => quote!(()),
    }
}

/// A field for each layer, with its docs, and what it gives where it is first applied.
fn fields(declaration: &Declaration, network: Option<&Network>) -> TokenStream {
    let mut seen = HashSet::new();
    let mut is_field = |name: &Ident| is_name(name) && seen.insert(name.to_string());
    let layers = declaration.layers.iter().filter(|l| is_field(&l.name));
    layers
        .map(|layer| {
            let name = &layer.name;
            let docs = layer.attributes.iter().filter(|a| a.path().is_ident("doc"));
            let ty = network.and_then(|n| {
                let step = n.steps.iter().position(|s| {
                    let layer = &n.layers[s.layer];
                    layer.ident == *name && !layer.is_inner
                })?;
                Some(value_type(network, n.inputs.len() + step))
            });
            let ty = ty.unwrap_or_else(|| quote!(()));
            quote!(#(#docs)* #name: #ty,)
        })
        .collect()
}

/// The body: what it reads, and a variable for each value with a name.
fn body(declaration: &Declaration, network: Option<&Network>) -> TokenStream {
    let Some(body) = &declaration.body else { return TokenStream::new() };
    let values: HashMap<String, TokenStream> = network
        .iter()
        .flat_map(|n| &n.bindings)
        .map(|(ident, value)| (place(ident), value_type(network, *value)))
        .collect();
    let variable = |ident: &Ident| {
        if !is_name(ident) {
            return TokenStream::new();
        }
        let ty = values.get(&place(ident)).cloned().unwrap_or_else(|| quote!(()));
        quote!(let #ident: #ty = loop {};)
    };
    let layers = declaration.layers.iter().map(|l| l.name.unraw().to_string()).collect();
    let mut named: HashSet<String> = body.parameters.iter().map(|p| p.to_string()).collect();
    let mut out: TokenStream = body.parameters.iter().map(variable).collect();
    for binding in &body.bindings {
        out.extend(binding.value.iter().map(|value| reads(value.tokens(), &named, &layers)));
        out.extend(binding.names.iter().map(variable));
        named.extend(binding.names.iter().map(ToString::to_string));
    }
    out.extend(body.outputs.iter().map(|o| reads(o.tokens(), &named, &layers)));
    out
}

/// Whether it is not a keyword: plain Rust has to parse, whatever the configuration.
fn is_name(ident: &Ident) -> bool {
    syn::parse2::<Ident>(ident.to_token_stream()).is_ok()
}

/// Where a name is written: what tells two of the same name apart.
fn place(ident: &Ident) -> String {
    format!("{ident}{:?}", ident.span())
}

/// Each value, layer and function that is named.
fn reads(tokens: TokenStream, values: &HashSet<String>, layers: &HashSet<String>) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => out.extend(reads(group.stream(), values, layers)),
            TokenTree::Ident(ident) => {
                let text = ident.unraw().to_string();
                let is_call = matches!(tokens.peek(), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis);
                if !is_name(&ident) {
                    continue;
                }
                if is_call && layers.contains(&text) {
                    out.extend(quote!(let _ = &layers.#ident;));
                } else if is_call {
                    if let Some(Callable::Kind(kind)) = ops::callable(&text) {
                        let kind = Ident::new(kind.name, ident.span());
                        out.extend(quote!(let _: __nn::layers::#kind;));
                    }
                } else if values.contains(&ident.to_string()) {
                    out.extend(quote!(let _ = &#ident;));
                }
            }
            _ => {}
        }
    }
    out
}
