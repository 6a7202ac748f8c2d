//! The constants: shapes, geometries, costs, offsets, and the table of tensors.

use nnplan::{Shape, UNKNOWN};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::{Compiled, ident, number};
use crate::network::{NamedInput, Network};
use crate::ops::{On, of_network};

/// A size in a type: the number where the macro knows it, else an expression.
pub(super) fn size(shape: &Shape, tokens: &TokenStream, axis: usize) -> TokenStream {
    match shape.dim(axis) {
        UNKNOWN => quote!({ __nn::plan::or_zero((&#tokens).dim(#axis)) }),
        n => number(n).into_token_stream(),
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
    let (shape, tokens) = (network.shape(value), network.shape_tokens(value));
    if shape.rank() > 0 {
        return shape_type(&shape, &tokens);
    }
    let chosen = by_rank(&tokens);
    quote!(<#chosen>::Shape)
}

/// The type of a tensor: nested arrays of `T`.
pub(super) fn tensor_type(shape: &Shape, tokens: &TokenStream) -> TokenStream {
    if shape.rank() == 0 {
        let chosen = by_rank(tokens);
        return quote!(<#chosen>::Array<__NnE>);
    }
    (0..shape.rank()).rev().fold(quote!(__NnE), |ty, axis| {
        let size = size(shape, tokens, axis);
        quote!([#ty; #size])
    })
}

/// What rustc chooses by a rank that it alone knows.
fn by_rank(tokens: &TokenStream) -> TokenStream {
    let size = |axis: usize| quote!({ __nn::plan::or_zero((&#tokens).around(#axis).1) });
    let (a, b, c) = (size(0), size(1), size(2));
    quote!(__nn::Rank<{ __nn::plan::border_rank((&#tokens).rank()) }> as __nn::OfRank<#a, #b, #c>)
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

/// The variable that holds the shape of value `i` while the constant of its level is computed.
fn shape_variable(i: usize) -> Ident {
    format_ident!("__nn_s{i}")
}

/// The geometry of step `i`, for rustc, in the constant of its level.
fn geometry(network: &Network, i: usize) -> TokenStream {
    let step = &network.steps[i];
    let shape = |v: &usize| match network.level(*v) == step.level {
        true => {
            let variable = shape_variable(*v);
            quote!(#variable)
        }
        false => network.shape_tokens(*v),
    };
    let inputs: Vec<TokenStream> = step.inputs.iter().map(shape).collect();
    let limit = step.inputs.first().and_then(|v| network.inputs.get(*v)?.limit.as_ref());
    network.op(i).geometry(&quote!(__nn::plan), On { inputs: &inputs, limit, step: i as u32 })
}

/// The shapes and geometries. A level is one constant, computed statement by statement: constants that name each
/// other would be computed within each other, and rustc bounds how deep.
#[derive(Default)]
struct Level {
    fields: TokenStream,
    statements: TokenStream,
    values: TokenStream,
    shapes: Vec<Ident>,
    /// A geometry each.
    constants: TokenStream,
}

impl Level {
    fn shape(&mut self, i: usize, value: &TokenStream) {
        let variable = shape_variable(i);
        self.statements.extend(quote!(let #variable = #value;));
        self.shapes.push(variable);
    }

    fn step(&mut self, network: &Network, i: usize) {
        let step = &network.steps[i];
        let (field, variable) = (format_ident!("_g{i}"), format_ident!("__nn_g{i}"));
        let (ty, value) = (ident(step.geometry.type_name()), geometry(network, i));
        self.fields.extend(quote!(#field: __nn::plan::#ty,));
        self.values.extend(quote!(#field: #variable,));
        let (name, numbers) = (format_ident!("_G{i}"), format_ident!("_N{}", step.level));
        self.constants.extend(quote!(const #name: __nn::plan::#ty = __Nn::#numbers.#field;));
        self.statements.extend(quote!(let #variable = #value;));
        let output = match step.geometry.keeps_shape() {
            true if network.level(step.inputs[0]) == step.level => {
                let x = shape_variable(step.inputs[0]);
                quote!(#x)
            }
            true => network.shape_tokens(step.inputs[0]),
            false => quote!((&#variable).output()),
        };
        self.shape(network.made_by(i), &output);
    }
}

/// The types of the levels, and their constants.
pub(super) fn layers(c: &Compiled) -> (TokenStream, TokenStream) {
    let network = &c.network;
    let mut levels = vec![Level::default()];
    for (i, input) in network.inputs.iter().enumerate() {
        levels[0].shape(i, &input_shape(input));
    }
    for (i, step) in network.steps.iter().enumerate() {
        if step.level == levels.len() {
            levels.push(Level::default());
        }
        levels[step.level].step(network, i);
    }
    let (mut types, mut constants) = (TokenStream::new(), TokenStream::new());
    for (i, Level { fields, statements, values, shapes, constants: each }) in
        levels.iter().enumerate()
    {
        let (ty, name) = (format_ident!("__NnNumbers{i}"), format_ident!("_N{i}"));
        let count = number(shapes.len());
        types.extend(quote!(struct #ty { #fields _s: [__nn::plan::Shape; #count] }));
        constants.extend(quote! {
            const #name: &'static #ty = &{ #statements #ty { #values _s: [#(#shapes),*] } };
            #each
        });
    }
    let lens = if levels.len() == 1 {
        quote!(__nn::plan::lens(&__Nn::_N0._s))
    } else {
        let shapes = (0..network.made_by(network.steps.len())).map(|i| network.shape_tokens(i));
        quote!(__nn::plan::lens(&[#(#shapes),*]))
    };
    constants.extend(quote!(const _L: &'static [__nn::usize] = &#lens;));
    constants.extend(rows(network));
    (types, constants)
}

/// The numbers of the tensors of the layer of step `i` that are frozen, if some are.
fn frozen(network: &Network, i: usize) -> Option<TokenStream> {
    let layer = network.layer_of(i);
    if layer.is_frozen {
        return Some(quote!(__nn::plan::UNKNOWN)); // all, also of a network within
    }
    let tensors = network.tensors[layer.tensors.clone()].iter().filter(|t| t.is_frozen);
    let len = tensors.map(|t| {
        let shape = &t.tensor.shape_tokens;
        quote!((&#shape).len())
    });
    len.reduce(|sum, len| quote!(__nn::plan::add(#sum, #len)))
}

/// The rows of the table, and their sum.
fn rows(network: &Network) -> TokenStream {
    let live = network.live();
    let mut inner = TokenStream::new();
    let steps = network.steps.iter().enumerate().filter(|(i, _)| live[*i]);
    let rows = steps.filter_map(|(i, step)| {
        let (g, y) = (network.geometry_tokens(i), network.shape_tokens(network.made_by(i)));
        let mut cost = if step.geometry.keeps_shape() {
            let x = network.shape_tokens(step.inputs[0]);
            quote!((&#g).cost(#x))
        } else {
            quote!((&#g).cost())
        };
        for tied in network.ties.iter().filter(|t| t.layer == step.layer) {
            let shape = &tied.shape_tokens;
            cost = quote!(#cost.without(__nn::plan::or_zero((&#shape).len())));
        }
        if step.again {
            cost = quote!(#cost.shared());
        } else if let Some(numbers) = frozen(network, i) {
            cost = quote!(#cost.freezing(#numbers));
        }
        if network.layer_of(i).is_inner {
            inner.extend(quote!(.plus(#cost)));
            return None;
        }
        let inner = core::mem::take(&mut inner);
        let (name, kind) = (&step.name, network.layer_of(i).kind_name());
        Some(quote!(__nn::row(#name, #kind, #y, #cost #inner)))
    });
    quote! {
        const _ROWS: &'static [__nn::plan::Row<'static>] = &[#(#rows),*];
        const _COST: __nn::plan::Cost = __nn::plan::total(__Nn::_ROWS);
    }
}

/// The shape of an input.
fn input_shape(input: &NamedInput) -> TokenStream {
    let sizes = input.sizes.iter().map(|n| match n.is_known() {
        true => quote!(#n),
        false => quote!(__nn::plan::or_unknown(#n)),
    });
    quote!(__nn::plan::Shape::new(&[#(#sizes),*]))
}

/// Where the inputs lie one after the other.
pub(super) fn inputs(network: &Network) -> TokenStream {
    let mut ends = [quote!(0), quote!(0)];
    let inputs = network.inputs.iter().enumerate().map(|(i, input)| {
        let kind = ident(if input.limit.is_some() { "integer" } else { "input" });
        let (end, len) = (&mut ends[usize::from(input.limit.is_some())], super::len_name(i));
        let region = quote!(__nn::Region::#kind(#end, __nn::plan::or_zero(#len)));
        *end = quote!(#end + __nn::plan::or_zero(#len));
        region
    });
    let inputs: Vec<TokenStream> = inputs.collect();
    quote!(#(#inputs),*)
}

/// The table of tensors, and where they lie.
pub(super) fn tensors(c: &Compiled) -> TokenStream {
    let infos = c.network.tensors.iter().map(|t| {
        let (name, shape, role) = (&t.name, &t.tensor.shape_tokens, &t.tensor.role);
        let is_frozen = t.is_frozen;
        quote!(__nn::tensor(#name, #shape, __nn::roles::#role, #is_frozen))
    });
    let parts: Vec<TokenStream> = parts(&c.network)
        .map(|layer| {
            let (name, is_frozen) = (&layer.name, layer.is_frozen);
            let network = layer.network.as_ref().map(|ty| of_network(ty, "AS_LAYER"));
            quote!(__nn::Part::new(&#network, #name, #is_frozen))
        })
        .collect();
    let (own, within) = (number(c.network.tensors.len()), number(parts.len()));
    quote! {
        const _OWN: &'static __nn::Layout<#own, #within> =
            &__nn::lay_out([#(#infos),*], [#(#parts),*]);
    }
}

/// The networks within this one, in the order of the layers.
fn parts(network: &Network) -> impl Iterator<Item = &crate::network::NamedLayer> {
    network.layers.iter().filter(|l| l.network.is_some())
}

/// All tensors: the network's own, and the tensors of the networks within it.
pub(super) fn table(c: &Compiled) -> TokenStream {
    let (own, count) = (c.network.tensors.len(), parts(&c.network).count());
    if count == 0 {
        return quote!(
            const _TENSORS: &'static [__nn::TensorInfo] = &__Nn::_OWN.tensors;
        );
    }
    // The length of an array cannot depend on sizes: a generic network has room instead.
    let both = quote!(&__Nn::_OWN.tensors, &__Nn::_OWN.parts);
    let (names, tensors, rest) = if c.declaration.generics.is_empty() {
        let len = |f| quote!({ __nn::#f(#both) });
        (len(quote!(names_len)), len(quote!(table_len)), quote!())
    } else {
        let (names, tensors) = (number(count * (1 << 14)), number(own + count * 256));
        (quote!(#names), quote!(#tensors), quote!(.split_at(__nn::table_len(#both)).0))
    };
    quote! {
        // Their names nest: `body.conv1.weight`.
        const _NAMES: &'static [__nn::u8] = &__nn::names::<#names>(#both);
        const _TABLE: &'static [__nn::TensorInfo] = &__nn::table::<#tensors>(#both, __Nn::_NAMES);
        const _TENSORS: &'static [__nn::TensorInfo] = __Nn::_TABLE #rest;
    }
}
