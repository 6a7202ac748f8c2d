//! The items: the type with its docs and constants, and its implementation of `Network`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::program::{Program, holder};
use super::{Compiled, checks, ident, input_name, mirror, numbers, parameters, root, shape_name};
use crate::diagnostics::Warning;
use crate::graph::{Mode, sources};
use crate::infer::OutputLoss;
use crate::network::{NamedInput, Network};
use crate::ops::Ending;
use crate::syntax::Declaration;

/// All of a network without mistakes.
pub fn whole(c: &Compiled) -> TokenStream {
    let d = &c.declaration;
    let (name, root) = (&d.name, root(d));
    let item = type_item(d, &docs(c));
    let mirror = mirror::mirror(d);
    let constants = constants(d);
    let layers = numbers::layers(c);
    let tensors = numbers::tensors(c);
    let checks = checks::checks(c);
    let warnings = checks::warnings(name, &c.warnings);
    let parameters = parameters::layout(c);
    let program = |schedule, mode| Program { network: &c.network, schedule, holder: holder(mode) };
    let inference = program(&c.inference, Mode::Inference);
    let training = program(&c.training, Mode::Training);
    let frozen = program(&c.frozen, Mode::Frozen);
    let programs = [&inference, &training, &frozen];
    let regions = programs.iter().map(|p| p.regions());
    let inherent = inherent(c);
    let network = network_impl(c, programs);
    let loss = declared_loss(c);
    quote! {
        #item
        #[allow(non_upper_case_globals, unused_braces, unused_parens, unexpected_cfgs, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root as __nn;
            #[allow(unused_imports)]
            use __nn::Ops as _;
            #mirror
            #constants
            #layers
            #tensors
            #checks
            #warnings
            #parameters
            #(#regions)*
            impl #name { #inherent }
            #network
            #loss
        };
    }
}

fn type_item(d: &Declaration, docs: &str) -> TokenStream {
    let (attributes, visibility, name) = (&d.attributes, &d.visibility, &d.name);
    quote! {
        #(#attributes)*
        #[doc = #docs]
        #[derive(Clone, Copy, Debug)]
        #visibility struct #name;
    }
}

/// The network's table, where the macro knows all of it; else a pointer to `SUMMARY`.
fn docs(c: &Compiled) -> String {
    let name = c.declaration.name.to_string();
    if !c.network.is_known() {
        return format!("\nA network; [`{name}::SUMMARY`] is its table.");
    }
    let table = nnplan::summary::<{ 1 << 16 }>(&name, &c.network.rows());
    format!("\n```text\n{}```", table.as_str())
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
        plain.extend(quote!(#[allow(dead_code)] const #id: #ty = #value;));
        associated.extend(quote!(#(#attributes)* pub const #id: #ty = #id;));
    }
    let name = &d.name;
    quote!(#plain impl #name { #associated })
}

/// The user's constants: by their plain names for sizes, and as associated constants.
fn constants(d: &Declaration) -> TokenStream {
    let name = &d.name;
    let (mut plain, mut associated) = (TokenStream::new(), TokenStream::new());
    for constant in &d.constants {
        let (attributes, id, ty, value) =
            (&constant.attributes, &constant.name, &constant.ty, &constant.value);
        plain.extend(quote!(const #id: #ty = #value;));
        associated.extend(quote!(#(#attributes)* pub const #id: #ty = #id;));
    }
    if d.constants.is_empty() {
        return TokenStream::new();
    }
    quote!(#plain impl #name { #associated })
}

fn inherent(c: &Compiled) -> TokenStream {
    let name = c.declaration.name.to_string();
    let capacity = (c.network.steps.len() + 4) * 256;
    quote! {
        /// The number of trained numbers.
        pub const PARAMETERS: usize = __nn_COST.parameters;
        /// Multiply-adds of one sample, forward.
        pub const MACS: u64 = __nn_COST.macs;
        /// Floating-point operations of one sample, forward.
        pub const FLOPS: u64 = __nn_COST.flops;
        /// The table of the network: shape, parameters and FLOPs of each layer.
        pub const SUMMARY: &'static str = {
            const TEXT: __nn::plan::Text<#capacity> = __nn::plan::summary(#name, &__nn_ROWS);
            TEXT.as_str()
        };
        /// The peak number of bytes of an `f32` inference of up to `batch` samples: parameters,
        /// running statistics and arena. A device's own scratch comes on top.
        pub const fn inference_bytes(batch: usize) -> usize {
            __nn::inference_bytes::<Self>(batch)
        }
        /// The peak number of bytes of `f32` training with up to `batch` samples: parameters,
        /// running statistics, gradients, `optimizer_slots` numbers a parameter (momentum 1, Adam
        /// 2), and arena. A device's own scratch comes on top.
        pub const fn training_bytes(batch: usize, optimizer_slots: usize) -> usize {
            __nn::training_bytes::<Self>(batch, optimizer_slots)
        }
    }
}

fn network_impl(c: &Compiled, [inference, training, frozen]: [&Program<'_>; 3]) -> TokenStream {
    let d = &c.declaration;
    let name = &d.name;
    let text = name.to_string();
    let (input, output) = border(&c.network);
    let parameters = quote::format_ident!("__nn_{}Parameters", name);
    let endings = endings(&c.network);
    let inputs = regions(&c.network);
    let input_shapes = (0..c.network.inputs.len()).map(shape_name);
    let input_shapes = quote!(#(#input_shapes),*);
    let outputs = c.network.outputs.iter().map(|o| shape_name(o.value));
    let outputs = quote!(#(#outputs),*);
    let [i, t, f] = [inference, training, frozen].map(|p| &p.holder);
    let infer = inference.body(0..inference.schedule.segments.len());
    let forward = training.body(0..training.schedule.forward);
    let backward = training.body(training.schedule.forward..training.schedule.segments.len());
    let forward_frozen = frozen.body(0..frozen.schedule.forward);
    let backward_frozen = frozen.body(frozen.schedule.forward..frozen.schedule.segments.len());
    let no_through = no_through(&c.network);
    quote! {
        impl __nn::Network for #name {
            type Input = #input;
            type Output = #output;
            type Parameters<T: __nn::Element> = #parameters<T>;
            const NAME: &'static str = #text;
            const SUMMARY: &'static str = #name::SUMMARY;
            const TENSORS: &'static [__nn::TensorInfo] = __nn_TENSORS;
            const COST: __nn::plan::Cost = __nn_COST;
            const PARAMETER_LEN: usize = __nn_PARAMETER_LEN;
            const BUFFER_LEN: usize = __nn_BUFFER_LEN;
            const ENDINGS: &'static [__nn::Ending] = &[#endings];
            const INPUTS: &'static [__nn::Region] = &[#inputs];
            const INPUT_SHAPES: &'static [__nn::plan::Shape] = &[#input_shapes];
            const OUTPUT_SHAPES: &'static [__nn::plan::Shape] = &[#outputs];
            const INFERENCE: __nn::Memory = #i::MEMORY;
            const TRAINING: __nn::Memory = #t::MEMORY;
            const FROZEN: __nn::Memory = #f::MEMORY;
            fn infer<D: __nn::Device>(pass: &mut __nn::Pass<'_, D>) { #infer }
            fn forward<D: __nn::Device>(pass: &mut __nn::Pass<'_, D>) { #forward }
            fn backward<D: __nn::Device, const THROUGH: bool>(pass: &mut __nn::Pass<'_, D>) {
                #no_through
                #backward
            }
            fn forward_frozen<D: __nn::Device>(pass: &mut __nn::Pass<'_, D>) { #forward_frozen }
            fn backward_frozen<D: __nn::Device>(pass: &mut __nn::Pass<'_, D>) { #backward_frozen }
        }
    }
}

/// The types of input and output.
fn border(network: &Network) -> (TokenStream, TokenStream) {
    let inputs: Vec<TokenStream> = network
        .inputs
        .iter()
        .enumerate()
        .map(|(i, input)| numbers::input_type(input, &shape_name(i)))
        .collect();
    let outputs: Vec<TokenStream> =
        network.outputs.iter().map(|o| numbers::output_type(network, o.value)).collect();
    (numbers::one_or_tuple(&inputs), numbers::one_or_tuple(&outputs))
}

/// A network that freezes layers takes no gradient by its inputs: as a layer behind trained ones it would
/// cut them off.
fn no_through(network: &Network) -> TokenStream {
    if sources(network, Mode::Training).inputs {
        return TokenStream::new();
    }
    let message = "a network that freezes some of its layers stands behind layers that are trained\nexpected: trained layers behind it only, or all of it frozen\n   found: gradients through it\nhelp: write `#[frozen]` ahead of it, or freeze none of its layers";
    quote!(const { assert!(!THROUGH, #message) })
}

/// Where the inputs lie one behind the other.
fn regions(network: &Network) -> TokenStream {
    let inputs = network.inputs.iter().enumerate().map(|(i, input)| {
        let kind = ident(if input.limit.is_some() { "integer" } else { "input" });
        let (offset, shape) = (input_name(i), shape_name(i));
        quote!(__nn::Region::#kind(#offset, __nn::plan::or_zero(#shape.len())))
    });
    quote!(#(#inputs),*)
}

fn endings(network: &Network) -> TokenStream {
    let endings = network.outputs.iter().map(|o| {
        let layer = network.maker(o.value).map(|s| &network.layers[s.layer]);
        if let Some(ty) = layer.and_then(|l| l.network.as_ref()) {
            return quote!(<#ty as __nn::Network>::ENDINGS[0]);
        }
        let ending = ident(match layer.map_or(Ending::Other, |l| l.op.ending()) {
            Ending::Softmax => "Softmax",
            Ending::LogSoftmax => "LogSoftmax",
            Ending::Sigmoid => "Sigmoid",
            Ending::Other => "Other",
        });
        quote!(__nn::Ending::#ending)
    });
    quote!(#(#endings),*)
}

fn declared_loss(c: &Compiled) -> TokenStream {
    let Some(losses) = &c.loss else { return TokenStream::new() };
    let name = &c.declaration.name;
    let all = losses.iter().map(|loss| match loss {
        OutputLoss::None => (quote!(__nn::loss::NoLoss), quote!(__nn::loss::NoLoss)),
        OutputLoss::Some { kind, value, factor } => {
            let ty = kind.type_name();
            match factor {
                None => (quote!(__nn::loss::#ty), quote!(__nn::loss::#value)),
                Some(factor) => (
                    quote!(__nn::loss::Weighted<__nn::loss::#ty>),
                    quote!(__nn::loss::Weighted(#factor, __nn::loss::#value)),
                ),
            }
        }
    });
    let (types, values): (Vec<_>, Vec<_>) = all.unzip();
    let (ty, value) = (numbers::one_or_tuple(&types), numbers::one_or_tuple(&values));
    quote! {
        impl __nn::DeclaredLoss for #name {
            type Loss = #ty;
            const LOSS: Self::Loss = #value;
        }
    }
}

/// What is left of a network with mistakes: the type and as much of its interface as is known, so
/// that no use of it is a mistake as well.
pub fn broken(d: &Declaration, network: Option<&Network>, remarks: &[Warning]) -> TokenStream {
    let (name, root) = (&d.name, root(d));
    let text = name.to_string();
    let item = type_item(d, "");
    let mirror = mirror::mirror(d);
    let constants = readable_constants(d);
    let shape = |s: Option<nnplan::Shape>| match s {
        Some(s) if s.is_known() => numbers::shape_type(&s, &TokenStream::new()),
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
        n.inputs.iter().map(typed).collect()
    });
    let outputs = network.map_or_else(no_input, |n| {
        n.outputs.iter().map(|o| shape(Some(n.shape(o.value)))).collect()
    });
    let of = |types: Vec<TokenStream>| {
        numbers::one_or_tuple(&if types.is_empty() { no_input() } else { types })
    };
    let (input, output) = (of(inputs), of(outputs));
    let warnings = checks::warnings(name, remarks);
    let loss = broken_loss(d, network);
    quote! {
        #item
        #[allow(non_upper_case_globals, unused_braces, unused_parens, unexpected_cfgs, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root as __nn;
            #[allow(unused_imports)]
            use __nn::Ops as _;
            #mirror
            #constants
            #warnings
            impl #name {
                pub const PARAMETERS: usize = 0;
                pub const MACS: u64 = 0;
                pub const FLOPS: u64 = 0;
                pub const SUMMARY: &'static str = "";
                pub const fn inference_bytes(_batch: usize) -> usize { 0 }
                pub const fn training_bytes(_batch: usize, _optimizer_slots: usize) -> usize { 0 }
            }
            impl __nn::Network for #name {
                type Input = #input;
                type Output = #output;
                type Parameters<T: __nn::Element> = __nn::NoParameters<T>;
                const NAME: &'static str = #text;
                const SUMMARY: &'static str = "";
                const TENSORS: &'static [__nn::TensorInfo] = &[];
                const COST: __nn::plan::Cost = __nn::plan::Cost::ZERO;
                const PARAMETER_LEN: usize = 0;
                const BUFFER_LEN: usize = 0;
                const ENDINGS: &'static [__nn::Ending] = &[];
                const INPUTS: &'static [__nn::Region] = &[];
                const INPUT_SHAPES: &'static [__nn::plan::Shape] = &[__nn::plan::Shape::UNKNOWN];
                const OUTPUT_SHAPES: &'static [__nn::plan::Shape] = &[__nn::plan::Shape::UNKNOWN];
                const INFERENCE: __nn::Memory = __nn::Memory::NONE;
                const TRAINING: __nn::Memory = __nn::Memory::NONE;
                const FROZEN: __nn::Memory = __nn::Memory::NONE;
                fn infer<D: __nn::Device>(_: &mut __nn::Pass<'_, D>) {}
                fn forward<D: __nn::Device>(_: &mut __nn::Pass<'_, D>) {}
                fn backward<D: __nn::Device, const THROUGH: bool>(_: &mut __nn::Pass<'_, D>) {}
                fn forward_frozen<D: __nn::Device>(_: &mut __nn::Pass<'_, D>) {}
                fn backward_frozen<D: __nn::Device>(_: &mut __nn::Pass<'_, D>) {}
            }
            #loss
        };
    }
}

/// The loss of a network with mistakes: one that takes its output, so that no use of it is a mistake as well.
fn broken_loss(d: &Declaration, network: Option<&Network>) -> Option<TokenStream> {
    let output = network.map_or(nnplan::Shape::UNKNOWN, Network::output);
    let meant = crate::check::meant_loss(&d.loss.as_ref()?.first.kind.to_string());
    let kind = meant.filter(|k| k.misfit("", &output, false).is_none());
    let loss = kind.map_or_else(|| quote!(MeanSquaredError::new()), |k| (k.plain)());
    let (name, ty) = (&d.name, kind.map_or_else(|| quote!(MeanSquaredError), |k| k.type_name()));
    Some(quote! {
        impl __nn::DeclaredLoss for #name {
            type Loss = __nn::loss::#ty;
            const LOSS: Self::Loss = __nn::loss::#loss;
        }
    })
}
