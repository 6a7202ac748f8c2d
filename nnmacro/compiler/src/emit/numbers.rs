//! The constants: shapes, geometries, costs, offsets, and the table of tensors.

use nnplan::{Shape, UNKNOWN};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Compiled, geometry_name, ident, offset_name, shape_name};

/// A size in a type: the number where the macro knows it, else an expression.
pub(super) fn size(shape: &Shape, tokens: &TokenStream, axis: usize) -> TokenStream {
    match shape.dim(axis) {
        UNKNOWN => quote!({ __nn::plan::or_zero(#tokens.dim(#axis)) }),
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

/// `__nn_S…`, `__nn_G…` and the rows of the table.
pub(super) fn layers(c: &Compiled) -> TokenStream {
    let sizes = c.network.input_sizes.iter().map(|n| match n.is_known() {
        true => quote!(#n),
        false => quote!(__nn::plan::or_unknown(#n)),
    });
    let plan = quote!(__nn::plan);
    let mut out =
        quote!(const __nn_S0: __nn::plan::Shape = __nn::plan::Shape::new(&[#(#sizes),*]););
    let mut rows = Vec::new();
    for (i, layer) in c.network.layers.iter().enumerate() {
        let (g, x, y) = (geometry_name(i), shape_name(i), shape_name(i + 1));
        let ty = ident(layer.geometry.type_name());
        let geometry = layer.op.geometry(&plan, &x);
        let (output, cost) = if layer.geometry.keeps_shape() {
            (quote!(#x), quote!(#g.cost(#x)))
        } else {
            (quote!(#g.output()), quote!(#g.cost()))
        };
        out.extend(quote! {
            const #g: __nn::plan::#ty = #geometry;
            const #y: __nn::plan::Shape = #output;
        });
        let (name, kind) = (&layer.name, layer.kind_name());
        rows.push(quote!(__nn::plan::Row { name: #name, kind: #kind, shape: #y, cost: #cost }));
    }
    let count = rows.len();
    quote! {
        #out
        const __nn_ROWS: [__nn::plan::Row<'static>; #count] = [#(#rows),*];
        const __nn_COST: __nn::plan::Cost = __nn::plan::total(&__nn_ROWS);
    }
}

/// `__nn_P…`, and the table of tensors.
pub(super) fn tensors(c: &Compiled) -> TokenStream {
    let mut out = TokenStream::new();
    let mut infos = Vec::new();
    let mut ends = [quote!(0), quote!(0)];
    for (i, t) in c.network.tensors.iter().enumerate() {
        let (offset, shape, role) = (offset_name(i), &t.tensor.shape_tokens, &t.tensor.role);
        let end = &mut ends[usize::from(t.tensor.buffer)];
        out.extend(quote!(const #offset: usize = #end;));
        *end = quote!(__nn::plan::add(#offset, __nn::plan::align(#shape.len())));
        let name = &t.name;
        infos.push(quote! {
            __nn::TensorInfo { name: #name, shape: #shape, offset: #offset, role: __nn::Role::#role }
        });
    }
    let [parameters, buffers] = ends;
    quote! {
        #out
        const __nn_PARAMETER_LEN: usize = __nn::plan::or_zero(#parameters);
        const __nn_BUFFER_LEN: usize = __nn::plan::or_zero(#buffers);
        const __nn_TENSORS: &[__nn::TensorInfo] = &[#(#infos),*];
    }
}
