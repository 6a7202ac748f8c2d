//! The constants: shapes, geometries, costs, offsets, and the table of tensors.

use nnplan::{Shape, UNKNOWN};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Compiled, geometry_name, ident, input_name, offset_name, part_names, shape_name};
use crate::network::{NamedInput, Network};
use crate::ops::On;

/// A size in a type: the number where the macro knows it, else an expression.
pub(super) fn size(shape: &Shape, tokens: &TokenStream, axis: usize) -> TokenStream {
    match shape.dim(axis) {
        UNKNOWN => quote!({ __nn::plan::or_zero((&#tokens).dim(#axis)) }),
        n => quote!(#n),
    }
}

/// The type of a shape at the border: `Image<3, 56, 56>`.
pub(super) fn shape_type(shape: &Shape, tokens: &TokenStream) -> TokenStream {
    let sizes: Vec<TokenStream> = (0..shape.rank()).map(|i| size(shape, tokens, i)).collect();
    let name = ident(match shape.rank() {
        1 => "Vector",
        2 => "Matrix",
        _ => "Image",
    });
    quote!(__nn::#name<#(#sizes),*>)
}

/// The type of an output: where the rank is known to rustc alone, rustc chooses it.
pub(super) fn output_type(network: &Network, value: usize) -> TokenStream {
    let (shape, tokens) = (network.shape(value), shape_name(value));
    if shape.rank() > 0 {
        return shape_type(&shape, &tokens);
    }
    let size = |axis: usize| quote!({ __nn::plan::or_zero((&#tokens).around(#axis).1) });
    let (a, b, c) = (size(0), size(1), size(2));
    quote!(<__nn::Rank<{ __nn::plan::border_rank((&#tokens).rank()) }> as __nn::OfRank<#a, #b, #c>>::Shape)
}

/// The type of an input.
pub(super) fn input_type(input: &NamedInput, tokens: &TokenStream) -> TokenStream {
    match &input.limit {
        None => shape_type(&input.shape, tokens),
        Some(limit) => quote!(__nn::Indices<{ __nn::plan::or_zero((&#tokens).len()) }, { #limit }>),
    }
}

/// One type, or a tuple of several.
pub(super) fn one_or_tuple(types: &[TokenStream]) -> TokenStream {
    match types {
        [one] => one.clone(),
        several => quote!((#(#several),*)),
    }
}

/// The geometry of step `i`, for rustc.
pub(super) fn geometry(network: &Network, i: usize) -> TokenStream {
    let (step, layer) = (&network.steps[i], network.layer_of(i));
    let inputs: Vec<TokenStream> = step.inputs.iter().map(|v| shape_name(*v)).collect();
    let limit = step.inputs.first().and_then(|v| network.inputs.get(*v)?.limit.as_ref());
    layer.op.geometry(&quote!(__nn::plan), On { inputs: &inputs, limit, step: i as u32 })
}

/// `__nn_S…`, `__nn_G…`, `__nn_I…` and the rows of the table.
pub(super) fn layers(c: &Compiled) -> TokenStream {
    let network = &c.network;
    let mut out = inputs(network);
    let live = network.live();
    let mut rows = Vec::new();
    for (i, step) in network.steps.iter().enumerate() {
        let (g, y) = (geometry_name(i), shape_name(network.made_by(i)));
        let ty = ident(step.geometry.type_name());
        let geometry = geometry(network, i);
        let (output, mut cost) = if step.geometry.keeps_shape() {
            let x = shape_name(step.inputs[0]);
            (quote!(#x), quote!((&#g).cost(#x)))
        } else {
            (quote!((&#g).output()), quote!((&#g).cost()))
        };
        if step.again {
            cost = quote!(#cost.shared());
        }
        out.extend(quote! {
            const #g: __nn::plan::#ty = #geometry;
            const #y: __nn::plan::Shape = #output;
        });
        let (name, kind) = (&step.name, network.layer_of(i).kind_name());
        if !live[i] {
            continue;
        }
        rows.push(quote!(__nn::plan::Row { name: #name, kind: #kind, shape: #y, cost: #cost }));
    }
    let count = rows.len();
    quote! {
        #out
        const __nn_ROWS: [__nn::plan::Row<'static>; #count] = [#(#rows),*];
        const __nn_COST: __nn::plan::Cost = __nn::plan::total(&__nn_ROWS);
    }
}

/// The shapes of the inputs, and where each lies behind the others.
fn inputs(network: &Network) -> TokenStream {
    let mut out = TokenStream::new();
    let mut ends = [quote!(0), quote!(0)];
    for (i, input) in network.inputs.iter().enumerate() {
        let (name, offset) = (shape_name(i), input_name(i));
        let sizes = input.sizes.iter().map(|n| match n.is_known() {
            true => quote!(#n),
            false => quote!(__nn::plan::or_unknown(#n)),
        });
        let end = &mut ends[usize::from(input.limit.is_some())];
        out.extend(quote! {
            const #name: __nn::plan::Shape = __nn::plan::Shape::new(&[#(#sizes),*]);
            const #offset: __nn::usize = #end;
        });
        *end = quote!(#offset + __nn::plan::or_zero((&#name).len()));
    }
    out
}

/// Where the parameters and the buffers of a network within this one begin.
fn part_offsets(
    names: &(Ident, Ident),
    parameters: &TokenStream,
    buffers: &TokenStream,
) -> TokenStream {
    let (p, b) = names;
    quote! {
        const #p: __nn::usize = __nn::plan::or_zero(#parameters);
        const #b: __nn::usize = __nn::plan::or_zero(#buffers);
    }
}

/// `__nn_P…`, and the table of tensors.
pub(super) fn tensors(c: &Compiled) -> TokenStream {
    let mut out = TokenStream::new();
    let mut infos = Vec::new();
    let mut ends = [quote!(0), quote!(0)];
    for (i, t) in c.network.tensors.iter().enumerate() {
        let (offset, shape, role) = (offset_name(i), &t.tensor.shape_tokens, &t.tensor.role);
        let is_kept = t.is_kept();
        let end = &mut ends[usize::from(is_kept)];
        out.extend(quote!(const #offset: __nn::usize = #end;));
        *end = quote!(__nn::plan::add(#offset, __nn::plan::align((&#shape).len())));
        let (name, is_frozen) = (&t.name, t.is_frozen);
        infos.push(quote! {
            __nn::TensorInfo {
                name: #name, shape: #shape, offset: #offset, role: __nn::Role::#role, is_frozen: #is_frozen
            }
        });
    }
    let mut parts = Vec::new();
    for (i, layer) in c.network.layers.iter().enumerate() {
        let Some(ty) = &layer.network else { continue };
        let (name, names) = (&layer.name, part_names(i));
        let lens = if layer.is_frozen {
            // All of it is kept: its parameters, then its buffers.
            let (at, behind) = (&ends[1], &names.0);
            let behind = quote!(#behind + <#ty as __nn::Network>::PARAMETER_LEN);
            out.extend(part_offsets(&names, at, &behind));
            let own = &names.1;
            ends[1] = quote!(#own + <#ty as __nn::Network>::BUFFER_LEN);
            quote!(true)
        } else {
            out.extend(part_offsets(&names, &ends[0], &ends[1]));
            let (parameters, buffers) = &names;
            ends = [
                quote!(#parameters + <#ty as __nn::Network>::PARAMETER_LEN),
                quote!(#buffers + <#ty as __nn::Network>::BUFFER_LEN),
            ];
            quote!(false)
        };
        let (parameters, buffers) = names;
        parts.push(quote!(__nn::Part {
            name: #name, parameters: #parameters, buffers: #buffers, is_frozen: #lens,
            tensors: <#ty as __nn::Network>::TENSORS,
        }));
    }
    let [parameters, buffers] = ends;
    let table = if parts.is_empty() {
        quote!(const __nn_TENSORS: &'static [__nn::TensorInfo] = &[#(#infos),*];)
    } else {
        // The length of an array cannot depend on sizes: a generic network has room instead.
        let (names, tensors, rest) = if c.declaration.generics.is_empty() {
            let (names, tensors) = (quote!(names_len), quote!(table_len));
            let len = |f| quote!({ __nn::#f(__nn_OWN, __nn_PARTS) });
            (len(names), len(tensors), quote!())
        } else {
            let (names, tensors) = (parts.len() * (1 << 14), infos.len() + parts.len() * 256);
            let used = quote!(.split_at(__nn::table_len(__nn_OWN, __nn_PARTS)).0);
            (quote!(#names), quote!(#tensors), used)
        };
        quote! {
            const __nn_OWN: &'static [__nn::TensorInfo] = &[#(#infos),*];
            const __nn_PARTS: &'static [__nn::Part] = &[#(#parts),*];
            // Their names nest: `body.conv1.weight`.
            const __nn_NAMES: &'static [__nn::u8] = &__nn::names::<#names>(__nn_OWN, __nn_PARTS);
            const __nn_TABLE: &'static [__nn::TensorInfo] =
                &__nn::table::<#tensors>(__nn_OWN, __nn_PARTS, __nn_NAMES);
            const __nn_TENSORS: &'static [__nn::TensorInfo] = __nn_TABLE #rest;
        }
    };
    quote! {
        #out
        #table
        const __nn_PARAMETER_LEN: __nn::usize = __nn::plan::or_zero(#parameters);
        const __nn_BUFFER_LEN: __nn::usize = __nn::plan::or_zero(#buffers);
    }
}
