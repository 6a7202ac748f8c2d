//! What is left of a network with mistakes, so that no use of it is a mistake as well.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::item::{named_at_call, type_item, underived};
use super::{Reader, attributes, checks, generic, mirror, numbers, root};
use crate::diagnostics::Warning;
use crate::infer::{MOST, MOST_SIZES};
use crate::network::{NamedInput, Network};
use crate::syntax::Declaration;

/// What is left of a network with mistakes: the type and as much of its interface as is known, so
/// that no use of it is a mistake as well.
pub fn broken(
    d: &Declaration,
    network: Option<&Network>,
    remarks: &[Warning],
    reader: Reader,
) -> TokenStream {
    let (name, root) = (&d.name, root(d));
    let text = name.to_string();
    let item = type_item(d, "");
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    let mirror = mirror::mirror(d, network, reader);
    let constants = readable_constants(d);
    let shape = |s: Option<nnplan::Shape>| match s {
        Some(s) if s.is_known() && s.rank() <= MOST_SIZES => {
            numbers::shape_type(&s, &TokenStream::new())
        }
        Some(s) if s.rank() == 0 && s.last() != nnplan::UNKNOWN => {
            let features = s.last();
            quote!(__nn::Vector<#features>)
        }
        _ => quote!(__nn::Vector<0>),
    };
    let no_input = || vec![shape(None)];
    let inputs = network.map_or_else(no_input, |n| {
        let typed = |i: &NamedInput| match &i.limit {
            Some(limit) if limit.is_known() && i.shape.is_known() => {
                let (len, limit) = (i.shape.len(), limit.value);
                quote!(__nn::Indices<#len, #limit>)
            }
            _ => shape(Some(i.shape)),
        };
        n.inputs.iter().take(MOST).map(typed).collect()
    });
    let outputs = network.map_or_else(no_input, |n| {
        n.outputs().iter().take(MOST).map(|o| shape(Some(n.shape(o.value)))).collect()
    });
    let of = |types: Vec<TokenStream>| {
        numbers::one_or_tuple(&if types.is_empty() { no_input() } else { types })
    };
    let (input, output) = (of(inputs), of(outputs));
    let warnings = checks::warnings(d, remarks);
    let (underived, everywhere) = (underived(d), attributes::shared(&d.attributes));
    let loss = broken_loss(d, network);
    let mut seen = std::collections::HashSet::from([d.name.to_string()]);
    let views = d.views.iter().filter(|v| seen.insert(v.name.to_string())).map(|v| {
        let (attributes, visibility, name) = (&v.attributes, &v.visibility, &v.name);
        let shared = attributes::shared(&d.attributes);
        quote! {
            #(#shared)*
            #(#attributes)*
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
            #visibility struct #name;
        }
    });
    quote! {
        #(#views)*
        #item
        #warnings
        #(#everywhere)*
        const _: () = {
            use #root as __nn;
            #underived
            #mirror
            #constants
            impl #parameters #name #arguments {
                pub const PARAMETERS: __nn::usize = 0;
                pub const MACS: __nn::u64 = 0;
                pub const FLOPS: __nn::u64 = 0;
                pub const SUMMARY: &'static __nn::str = "";
                pub const fn inference_bytes(_: __nn::usize) -> __nn::usize { 0 }
                pub const fn training_bytes(_: __nn::usize, _: __nn::usize) -> __nn::usize { 0 }
            }
            impl #parameters __nn::Network for #name #arguments {
                type Input = #input;
                type Output = #output;
                type Parameters<__NnE: __nn::Element> = __nn::NoParameters<__NnE>;
                const NAME: &'static __nn::str = #text;
                const SUMMARY: &'static __nn::str = "";
                const TENSORS: &'static [__nn::TensorInfo] = &[];
                const COST: __nn::plan::Cost = __nn::plan::Cost::ZERO;
                const PARAMETER_LEN: __nn::usize = 0;
                const BUFFER_LEN: __nn::usize = 0;
                const ENDINGS: &'static [__nn::Ending] = &[];
                const INPUTS: &'static [__nn::Region] = &[];
                const INPUT_SHAPES: &'static [__nn::plan::Shape] = &[__nn::plan::Shape::UNKNOWN];
                const OUTPUT_SHAPES: &'static [__nn::plan::Shape] = &[__nn::plan::Shape::UNKNOWN];
                const INFERENCE: __nn::Memory = __nn::Memory::NONE;
                const TRAINING: __nn::Memory = __nn::Memory::NONE;
                const FROZEN: __nn::Memory = __nn::Memory::NONE;
                fn infer<__NnDevice: __nn::Device>(_: &mut __nn::Pass<'_, __NnDevice>) {}
                fn forward<__NnDevice: __nn::Device>(_: &mut __nn::Pass<'_, __NnDevice>) {}
                fn backward<__NnDevice: __nn::Device, const __NN_THROUGH: __nn::bool>(_: &mut __nn::Pass<'_, __NnDevice>) {}
                fn forward_frozen<__NnDevice: __nn::Device>(_: &mut __nn::Pass<'_, __NnDevice>) {}
                fn backward_frozen<__NnDevice: __nn::Device>(_: &mut __nn::Pass<'_, __NnDevice>) {}
            }
            #loss
        };
    }
}

/// The loss of a network with mistakes: one that takes its output, so that no use of it is a mistake as well.
fn broken_loss(d: &Declaration, network: Option<&Network>) -> Option<TokenStream> {
    let outputs = network.map_or(1, |n| n.outputs().len());
    let output = network.map_or(nnplan::Shape::UNKNOWN, Network::output);
    let name = &d.name;
    if !d.generics.is_empty() {
        return None;
    }
    if outputs > 1 {
        let none: Vec<TokenStream> = vec![quote!(__nn::loss::NoLoss); outputs];
        return d.loss.as_ref().map(|_| {
            quote! {
                impl __nn::DeclaredLoss for #name {
                    type Loss = (#(#none,)*);
                    const LOSS: Self::Loss = (#(#none,)*);
                }
            }
        });
    }
    let meant = crate::check::meant_loss(&d.loss.as_ref()?.first.kind.to_string());
    let kind = meant.filter(|k| k.misfit("", &output, false).is_none());
    let loss = kind.map_or_else(|| quote!(MeanSquaredError::new()), |k| (k.plain)());
    let ty = kind.map_or_else(|| quote!(MeanSquaredError), |k| k.type_name());
    Some(quote! {
        impl __nn::DeclaredLoss for #name {
            type Loss = __nn::loss::#ty;
            const LOSS: Self::Loss = __nn::loss::#loss;
        }
    })
}

/// The constants of a network with mistakes: those of another name and value would be mistakes for rustc, too.
fn readable_constants(d: &Declaration) -> TokenStream {
    let values = crate::check::constants(d, &crate::diagnostics::Diagnostics::default());
    let mut seen = std::collections::HashSet::new();
    let (mut plain, mut associated) = (TokenStream::new(), TokenStream::new());
    for c in d.constants.iter().filter(|c| seen.insert(c.name.to_string())) {
        let (attributes, id, ty) = (&c.attributes, &c.name, &c.ty);
        let value = match values.number(&c.value) {
            Ok(number) if c.is_size() && number.is_known() => {
                let value = number.value;
                quote!(#value)
            }
            Err(_) if c.is_size() => quote!(0),
            _ => c.value.to_token_stream(),
        };
        let plain_id = named_at_call(id);
        plain.extend(quote!(const #plain_id: #ty = #value;));
        associated.extend(quote!(#(#attributes)* pub const #id: #ty = #plain_id;));
    }
    let name = &d.name;
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    quote!(#plain impl #parameters #name #arguments { #associated })
}
