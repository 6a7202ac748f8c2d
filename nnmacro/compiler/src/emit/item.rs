//! The items: the type with its docs and constants, and its implementation of `Network`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::program::{Program, holder};
use super::{
    Compiled, budgets, checks, generic, ident, input_name, mirror, numbers, parameters, root,
    shape_name,
};
use crate::diagnostics::Warning;
use crate::graph::{Mode, sources};
use crate::infer::{MOST, MOST_SIZES, OutputLoss};
use crate::network::{NamedInput, Network};
use crate::ops::Ending;
use crate::syntax::Declaration;

/// All of a network without mistakes, and its views.
pub fn whole(c: &Compiled) -> TokenStream {
    std::iter::once(c).chain(&c.views).map(one).collect()
}

/// A network, or a view: what is checked once, and shown to editors, is with the network.
fn one(c: &Compiled) -> TokenStream {
    let d = &c.declaration;
    let g = &d.generics;
    let is_generic = !g.is_empty();
    let once = |tokens: TokenStream| if c.view_of.is_some() { TokenStream::new() } else { tokens };
    let (name, root) = (&d.name, root(d));
    let item = type_item(d, &docs(c));
    let mirror = once(mirror::mirror(d, Some(&c.network)));
    let constants = constants(d);
    let numbers = [numbers::layers(c), numbers::tensors(c)];
    let checks = once(if is_generic { TokenStream::new() } else { checks::checks(c) });
    let warnings = once(checks::warnings(name, &c.warnings));
    let layout = if is_generic { TokenStream::new() } else { parameters::layout(c) };
    let program = |schedule, mode| Program {
        network: &c.network,
        schedule,
        generics: g,
        holder: holder(mode),
    };
    let inference = program(&c.inference, Mode::Inference);
    let training = program(&c.training, Mode::Training);
    let frozen = program(&c.frozen, Mode::Frozen);
    let lean = c.lean.as_ref().map(|schedule| Program {
        holder: ident("__nn_Lean"),
        ..program(schedule, Mode::Training)
    });
    let programs = [&inference, &training, &frozen];
    let all = || programs.into_iter().chain(&lean);
    let holders: Vec<&Ident> = all().map(|p| &p.holder).collect();
    let regions = all().map(|p| p.regions());
    let text = summary(c);
    let own = if is_generic { own_numbers(c, &numbers, &text) } else { quote!(#(#numbers)* #text) };
    let (parameters, arguments) = (generic::parameters(g), generic::arguments(g));
    let inherent = inherent();
    let network = network_impl(c, programs, lean.as_ref());
    let choice = choice(c, &training, lean.as_ref());
    let loss = declared_loss(c);
    let view = c.view_of.as_ref().map(|of| {
        quote! {
            impl __nn::ViewOf<#of> for #name {
                const LAYOUT: __nn::SameLayout = __nn::SameLayout::of::<Self, #of>();
            }
        }
    });
    let items = quote! {
        #own
        #(#regions)*
        #choice
        impl #parameters #name #arguments { #inherent }
        #network
    };
    let items = generic::qualified(items, g, &holders);
    quote! {
        #item
        #[allow(non_camel_case_types, non_upper_case_globals, unused_braces, unused_parens, unexpected_cfgs, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root as __nn;
            #[allow(unused_imports)]
            use __nn::Ops as _;
            #mirror
            #constants
            #checks
            #warnings
            #layout
            #items
            #loss
            #view
        };
    }
}

/// The numbers of a generic network, in a type of their own, and what is wrong with them.
fn own_numbers(c: &Compiled, numbers: &[TokenStream; 2], text: &TokenStream) -> TokenStream {
    let g = &c.declaration.generics;
    let holder = generic::holder();
    let (item, parameters) = (generic::marker(&holder, g), generic::parameters(g));
    let (arguments, fault) = (generic::arguments(g), checks::fault(c));
    quote! {
        #[allow(non_camel_case_types)]
        #item
        #[allow(non_upper_case_globals, dead_code)]
        impl #parameters #holder #arguments {
            #(#numbers)*
            const __nn_FAULT: __nn::plan::Text = #fault;
            #text
        }
    }
}

/// The table of the network.
fn summary(c: &Compiled) -> TokenStream {
    let name = c.declaration.name.to_string();
    let capacity = (c.network.steps.len() + 4) * 256;
    quote! {
        const __nn_TEXT: &__nn::plan::Text<#capacity> = &__nn::plan::summary(#name, &__nn_ROWS);
    }
}

fn type_item(d: &Declaration, docs: &str) -> TokenStream {
    let (attributes, visibility, name, g) = (&d.attributes, &d.visibility, &d.name, &d.generics);
    if g.is_empty() {
        return quote! {
            #(#attributes)*
            #[doc = #docs]
            #[derive(Clone, Copy, Debug)]
            #visibility struct #name;
        };
    }
    let (text, root) = (name.to_string(), root(d));
    quote! {
        #(#attributes)*
        #[doc = #docs]
        #visibility struct #name<#(#g),*>(::core::marker::PhantomData<fn() -> (#(#g,)*)>);
        // Not derived: that would ask the same of the sizes.
        impl<#(#g),*> ::core::clone::Clone for #name<#(#g),*> {
            fn clone(&self) -> Self { *self }
        }
        impl<#(#g),*> ::core::marker::Copy for #name<#(#g),*> {}
        impl<#(#g: #root::Dim),*> ::core::fmt::Debug for #name<#(#g),*> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(#text)#(.field(&<#g as #root::Dim>::N))*.finish()
            }
        }
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
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    quote!(#plain impl #parameters #name #arguments { #associated })
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
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    quote!(#plain impl #parameters #name #arguments { #associated })
}

fn inherent() -> TokenStream {
    quote! {
        /// The number of trained numbers.
        pub const PARAMETERS: usize = __nn_COST.parameters;
        /// Multiply-adds of one sample, forward.
        pub const MACS: u64 = __nn_COST.macs;
        /// Floating-point operations of one sample, forward.
        pub const FLOPS: u64 = __nn_COST.flops;
        /// The table of the network: shape, parameters and FLOPs of each layer.
        pub const SUMMARY: &'static str = __nn_TEXT.as_str();
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

/// Whether training is to compute values again: rustc counts, and chooses.
fn choice(c: &Compiled, training: &Program<'_>, lean: Option<&Program<'_>>) -> TokenStream {
    let (Some(lean), Some(budget)) = (lean, &c.budgets.training) else { return TokenStream::new() };
    let (name, plain, lean) = (&c.declaration.name, &training.holder, &lean.holder);
    let limit = budgets::limit(&budget.limit);
    let batch = &budget.batch;
    let bytes = |holder: &Ident| quote!(__nn::bytes_with::<#name>(&#holder::MEMORY, #batch, 0));
    let (plain, lean) = (bytes(plain), bytes(lean));
    quote!(const __nn_IS_LEAN: bool = #plain > #limit && #lean < #plain;)
}

fn network_impl(
    c: &Compiled,
    [inference, training, frozen]: [&Program<'_>; 3],
    lean: Option<&Program<'_>>,
) -> TokenStream {
    let d = &c.declaration;
    let name = &d.name;
    let text = name.to_string();
    let g = &d.generics;
    let (parameters, arguments) = (generic::parameters(g), generic::arguments(g));
    let (input, output) = border(&c.network, g.is_empty());
    let (layout, fault) = if g.is_empty() {
        let layout = quote::format_ident!("__nn_{}Parameters", name);
        (quote!(#layout<T>), TokenStream::new())
    } else {
        (
            quote!(__nn::NoParameters<T>),
            quote!(
                const FAULT: __nn::plan::Text = __nn_FAULT;
            ),
        )
    };
    let endings = endings(&c.network);
    let inputs = regions(&c.network);
    let input_shapes = (0..c.network.inputs.len()).map(shape_name);
    let input_shapes = quote!(#(#input_shapes),*);
    let outputs = c.network.outputs().iter().map(|o| shape_name(o.value));
    let outputs = quote!(#(#outputs),*);
    let [i, f] = [inference, frozen].map(|p| &p.holder);
    let infer = inference.body(0..inference.schedule.segments.len());
    let forward = |p: &Program<'_>| p.body(0..p.schedule.forward);
    let backward = |p: &Program<'_>| p.body(p.schedule.forward..p.schedule.segments.len());
    // The plain program, or one of both.
    let chosen = |plain: TokenStream, lean: Option<TokenStream>| match lean {
        None => plain,
        Some(lean) => quote!(if __nn_IS_LEAN { #lean } else { #plain }),
    };
    let memory = |p: &Program<'_>| {
        let holder = &p.holder;
        quote!(#holder::MEMORY)
    };
    let train_memory = chosen(memory(training), lean.map(memory));
    let (forward_frozen, backward_frozen) = (forward(frozen), backward(frozen));
    let forward = chosen(forward(training), lean.map(forward));
    let backward = chosen(backward(training), lean.map(backward));
    let no_through = no_through(&c.network);
    quote! {
        #[diagnostic::do_not_recommend]
        impl #parameters __nn::Network for #name #arguments {
            type Input = #input;
            type Output = #output;
            type Parameters<T: __nn::Element> = #layout;
            #fault
            const NAME: &'static str = #text;
            const SUMMARY: &'static str = __nn_TEXT.as_str();
            const TENSORS: &'static [__nn::TensorInfo] = __nn_TENSORS;
            const COST: __nn::plan::Cost = __nn_COST;
            const PARAMETER_LEN: usize = __nn_PARAMETER_LEN;
            const BUFFER_LEN: usize = __nn_BUFFER_LEN;
            const ENDINGS: &'static [__nn::Ending] = &[#endings];
            const INPUTS: &'static [__nn::Region] = &[#inputs];
            const INPUT_SHAPES: &'static [__nn::plan::Shape] = &[#input_shapes];
            const OUTPUT_SHAPES: &'static [__nn::plan::Shape] = &[#outputs];
            const INFERENCE: __nn::Memory = #i::MEMORY;
            const TRAINING: __nn::Memory = #train_memory;
            const FROZEN: __nn::Memory = #f::MEMORY;
            fn infer<__nn_device: __nn::Device>(pass: &mut __nn::Pass<'_, __nn_device>) { #infer }
            fn forward<__nn_device: __nn::Device>(pass: &mut __nn::Pass<'_, __nn_device>) { #forward }
            fn backward<__nn_device: __nn::Device, const THROUGH: bool>(pass: &mut __nn::Pass<'_, __nn_device>) {
                #no_through
                #backward
            }
            fn forward_frozen<__nn_device: __nn::Device>(pass: &mut __nn::Pass<'_, __nn_device>) { #forward_frozen }
            fn backward_frozen<__nn_device: __nn::Device>(pass: &mut __nn::Pass<'_, __nn_device>) { #backward_frozen }
        }
    }
}

/// The types of input and output.
fn border(network: &Network, is_concrete: bool) -> (TokenStream, TokenStream) {
    if !is_concrete {
        // Their sizes are constants of the network.
        return (quote!(__nn::InputOf<Self>), quote!(__nn::OutputOf<Self>));
    }
    let inputs: Vec<TokenStream> = network
        .inputs
        .iter()
        .enumerate()
        .map(|(i, input)| numbers::input_type(input, &shape_name(i)))
        .collect();
    let outputs: Vec<TokenStream> =
        network.outputs().iter().map(|o| numbers::output_type(network, o.value)).collect();
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
    let endings = network.outputs().iter().map(|o| {
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
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    let mirror = mirror::mirror(d, network);
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
    let warnings = checks::warnings(name, remarks);
    let loss = broken_loss(d, network);
    let mut seen = std::collections::HashSet::from([d.name.to_string()]);
    let views = d.views.iter().filter(|v| seen.insert(v.name.to_string())).map(|v| {
        let (visibility, name) = (&v.visibility, &v.name);
        quote!(#[derive(Clone, Copy, Debug)] #visibility struct #name;)
    });
    quote! {
        #(#views)*
        #item
        #[allow(non_camel_case_types, non_upper_case_globals, unused_braces, unused_parens, unexpected_cfgs, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root as __nn;
            #[allow(unused_imports)]
            use __nn::Ops as _;
            #mirror
            #constants
            #warnings
            impl #parameters #name #arguments {
                pub const PARAMETERS: usize = 0;
                pub const MACS: u64 = 0;
                pub const FLOPS: u64 = 0;
                pub const SUMMARY: &'static str = "";
                pub const fn inference_bytes(_batch: usize) -> usize { 0 }
                pub const fn training_bytes(_batch: usize, _optimizer_slots: usize) -> usize { 0 }
            }
            #[diagnostic::do_not_recommend]
            impl #parameters __nn::Network for #name #arguments {
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
                fn infer<__nn_device: __nn::Device>(_: &mut __nn::Pass<'_, __nn_device>) {}
                fn forward<__nn_device: __nn::Device>(_: &mut __nn::Pass<'_, __nn_device>) {}
                fn backward<__nn_device: __nn::Device, const THROUGH: bool>(_: &mut __nn::Pass<'_, __nn_device>) {}
                fn forward_frozen<__nn_device: __nn::Device>(_: &mut __nn::Pass<'_, __nn_device>) {}
                fn backward_frozen<__nn_device: __nn::Device>(_: &mut __nn::Pass<'_, __nn_device>) {}
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
    let meant = crate::foreign::meant_loss(&d.loss.as_ref()?.first.kind.to_string());
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
