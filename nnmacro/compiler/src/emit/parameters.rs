//! The layout of the parameters: a `#[repr(C)]` struct of named arrays, nested as the shape is.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Compiled, numbers, word};

/// The struct, and its promise to the runtime.
pub(super) fn layout(c: &Compiled) -> TokenStream {
    let name = format_ident!("__nn_{}Parameters", c.declaration.name);
    let mut fields = TokenStream::new();
    for (i, t) in c.network.tensors.iter().enumerate().filter(|(_, t)| !t.is_kept()) {
        let (shape, tokens) = (&t.tensor.shape, &t.tensor.shape_tokens);
        let mut ty = quote!(T);
        for axis in (0..shape.rank()).rev() {
            let size = numbers::size(shape, tokens, axis);
            ty = quote!([#ty; #size]);
        }
        let (field, doc) = (&t.field, format!("`{}`: {}", t.name, layout_name(shape.rank())));
        let pad = format_ident!("__nn_pad{i}");
        fields.extend(quote! {
            #[doc = #doc]
            pub #field: #ty,
            #[doc(hidden)]
            pub #pad: [T; { __nn::plan::or_zero(__nn::plan::padding(#tokens.len())) }],
        });
    }
    for layer in c.network.layers.iter().filter(|l| !l.is_frozen) {
        let Some(ty) = &layer.network else { continue };
        let (field, doc) =
            (word(&layer.value_name()), format!("The parameters of `{}`.", layer.name));
        // A network that is generic over sizes has no fields: its numbers are one block.
        let is_generic = ty.clone().into_iter().any(|t| t.to_string() == "<");
        let field_type = if is_generic {
            quote!([T; { <#ty as __nn::Network>::PARAMETER_LEN }])
        } else {
            quote!(<#ty as __nn::Network>::Parameters<T>)
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
        #[derive(Clone, Copy, Debug)]
        #[allow(non_camel_case_types)]
        pub struct #name<T: __nn::Element> { #fields #[doc(hidden)] pub __nn_element: [T; 0] }
        // SAFETY: `repr(C)` with fields that are arrays of `T` alone; the next line compares the size.
        unsafe impl<T: __nn::Element> __nn::ParameterLayout<T> for #name<T> {
            const LEN: usize = __nn_PARAMETER_LEN;
        }
        // A fault of sizes, reported elsewhere, leaves the length unknown: 0.
        const _: () = assert!(
            __nn_PARAMETER_LEN == 0 || ::core::mem::size_of::<#name<f32>>() == 4 * __nn_PARAMETER_LEN
                && ::core::mem::size_of::<#name<f64>>() == 8 * __nn_PARAMETER_LEN
        );
    }
}

fn layout_name(rank: usize) -> &'static str {
    match rank {
        4 => "(out, in / groups, kernel h, kernel w)",
        2 => "(out, in)",
        _ => "one block",
    }
}
