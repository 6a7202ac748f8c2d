//! The layout of the parameters: a `#[repr(C)]` struct of named arrays, nested as the shape is.

use nnplan::UNKNOWN;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Compiled, escaped, ident, number, numbers};
use crate::ops::of_network;
use crate::syntax::Declaration;

/// The name of the struct.
pub(super) fn name(d: &Declaration) -> Ident {
    ident(&format!("__Nn{}Parameters", d.name.unraw()))
}

/// The struct, and its promise to the runtime.
pub(super) fn layout(c: &Compiled) -> TokenStream {
    let name = name(&c.declaration);
    let mut fields = TokenStream::new();
    for (i, t) in c.network.tensors.iter().enumerate().filter(|(_, t)| !t.is_kept()) {
        let (shape, tokens) = (&t.tensor.shape, &t.tensor.shape_tokens);
        let ty = numbers::tensor_type(shape, tokens);
        let (field, doc) = (&t.field, layout_name(&t.name, shape.rank()));
        let doc = doc.map(|doc| quote!(#[doc = #doc]));
        fields.extend(quote!(#doc pub #field: #ty,));
        let pad = match nnplan::padding(shape.len()) {
            0 => continue,
            UNKNOWN => quote!({ __nn::plan::or_zero(__nn::plan::padding((&#tokens).len())) }),
            known => number(known).to_token_stream(),
        };
        let name = format_ident!("__nn_pad{i}");
        fields.extend(quote!(#[doc(hidden)] pub #name: [__NnE; #pad],));
    }
    for layer in c.network.layers.iter().filter(|l| !l.is_frozen) {
        let Some(ty) = &layer.network else { continue };
        let (field, doc) =
            (escaped(&layer.value_name()), format!("The parameters of `{}`.", layer.name));
        // A network that is generic over sizes has no fields: its numbers are one block.
        let whole = layer.alias.as_ref().unwrap_or(ty).clone();
        let is_generic = whole.into_iter().any(|t| t.to_string() == "<");
        let field_type = if is_generic {
            let len = of_network(ty, "PARAMETER_LEN");
            quote!([__NnE; { #len }])
        } else {
            let parameters = of_network(ty, "Parameters");
            let last = parameters.clone().into_iter().last();
            let span = last.map_or_else(Span::call_site, |token| token.span());
            quote_spanned!(span=> #parameters<__NnE>)
        };
        fields.extend(quote! {
            #[doc = #doc]
            pub #field: #field_type,
        });
    }
    let doc = format!(
        "The parameters of [`{}`] by name, as they lie in memory: PyTorch's layouts, each tensor at a multiple of 64 bytes.",
        c.declaration.name
    );
    quote! {
        #[doc = #doc]
        #[repr(C, align(64))]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        pub struct #name<__NnE: __nn::Element> { #fields #[doc(hidden)] pub __nn_element: [__NnE; 0] }
        // SAFETY: `repr(C)` with fields that are arrays of `T` alone; the next line compares the size.
        unsafe impl<__NnE: __nn::Element> __nn::ParameterLayout<__NnE> for #name<__NnE> {
            const LEN: __nn::usize = __Nn::_OWN.parameters;
        }
        // A fault of sizes, reported elsewhere, leaves the length unknown: 0.
        const _: () = ::core::assert!(
            __Nn::_OWN.parameters == 0 || ::core::mem::size_of::<#name<__nn::f32>>() == 4 * __Nn::_OWN.parameters
                && ::core::mem::size_of::<#name<__nn::f64>>() == 8 * __Nn::_OWN.parameters
        );
    }
}

/// How a tensor of several axes lies.
fn layout_name(name: &str, rank: usize) -> Option<String> {
    match rank {
        4 => Some(format!("`{name}`: (out, in / groups, kernel h, kernel w)")),
        2 => Some(format!("`{name}`: (out, in)")),
        _ => None,
    }
}
