//! The items: the type with its docs and constants, and its implementation of `Network`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::program::Program;
use super::{
    Compiled, Reader, alias_name, attributes, budgets, checks, generic, holder, ident, mirror,
    number, numbers, parameters, root, values,
};
use crate::graph::{Mode, sources};
use crate::infer::OutputLoss;
use crate::network::Network;
use crate::ops::{Ending, of_network};
use crate::syntax::Declaration;

/// All of a network without mistakes, and its views.
pub fn whole(c: &Compiled, reader: Reader) -> TokenStream {
    std::iter::once(c).chain(&c.views).map(|c| one(c, reader)).collect()
}

/// A network, or a view: what is checked once, and shown to editors, is with the network.
fn one(c: &Compiled, reader: Reader) -> TokenStream {
    let d = &c.declaration;
    let is_generic = !d.generics.is_empty();
    let once = |tokens: TokenStream| if c.view_of.is_some() { TokenStream::new() } else { tokens };
    let root = root(d);
    let item = type_item(d, &docs(c));
    let mirror = once(mirror::mirror(d, Some(&c.network), reader));
    let constants = constants(d);
    let checks = once(if is_generic { checks::range_checks(c) } else { checks::checks(c) });
    let evaluated = once(checks::evaluated(c));
    let warnings = once(checks::warnings(d, &c.warnings));
    let (underived, everywhere) = (underived(d), attributes::shared(&d.attributes));
    let layout = if is_generic { TokenStream::new() } else { parameters::layout(c) };
    let holder = held(c);
    let (loss, view) = (declared_loss(c), view(c));
    quote! {
        #item
        #warnings
        #(#everywhere)*
        const _: () = {
            use #root as __nn;
            #underived
            #mirror
            #constants
            #checks
            #evaluated
            #layout
            #holder
            #loss
            #view
        };
    }
}

/// The type that holds the numbers and the programs, and the implementations that name it.
fn held(c: &Compiled) -> TokenStream {
    let (d, g) = (&c.declaration, &c.declaration.generics);
    let inference = Program::new(c, &c.inference, "_I");
    let training = Program::new(c, &c.training, "_T");
    let frozen = Program::new(c, &c.frozen, "_F");
    let lean = c.lean.as_ref().map(|schedule| Program::new(c, schedule, "_U"));
    let programs = [&inference, &training, &frozen];
    let plans = programs.into_iter().chain(&lean).map(Program::constants);
    let (types, numbers) = numbers::layers(c);
    let (tensors, table, text) = (numbers::tensors(c), numbers::table(c), summary(c));
    let fault = (!g.is_empty()).then(|| {
        let fault = checks::fault(c);
        quote!(const _FAULT: __nn::plan::Text = #fault;)
    });
    let choice = choice(c, &training, lean.as_ref());
    let functions = functions(c, programs, lean.as_ref());
    let held = quote! { #numbers #text #tensors #table #fault #(#plans)* #choice #functions };
    let (inherent, network) = (inherent(d), network_impl(c, programs, lean.as_ref()));
    let holder = holder();
    let marker = generic::marker(&holder, g);
    let (parameters, arguments) = (generic::parameters(g), generic::arguments(g));
    let held = generic::within(held, g);
    let outside = generic::outside(quote! { #inherent #network }, g);
    let aliases = c.network.layers.iter().enumerate().filter_map(|(i, layer)| {
        let (name, ty) = (alias_name(i, Span::call_site()), layer.alias.as_ref()?);
        Some(quote!(type #name = #ty;))
    });
    quote! {
        #(#aliases)*
        #types
        #marker
        impl #parameters #holder #arguments { #held }
        #outside
    }
}

/// That a view reads the tensors of its network.
fn view(c: &Compiled) -> TokenStream {
    let (Some(of), name) = (&c.view_of, &c.declaration.name) else { return TokenStream::new() };
    quote! {
        impl __nn::ViewOf<#of> for #name {
            const LAYOUT: __nn::SameLayout = __nn::SameLayout::of::<Self, #of>();
        }
    }
}

/// The table of the network.
fn summary(c: &Compiled) -> TokenStream {
    let name = c.declaration.name.to_string();
    let capacity = number((c.network.steps.len() + 4) * 256);
    quote! {
        const _TEXT: &'static __nn::plan::Text<#capacity> =
            &__nn::plan::summary(#name, __Nn::_ROWS);
    }
}

fn type_item(d: &Declaration, docs: &str) -> TokenStream {
    let (attributes, visibility, name, g) = (&d.attributes, &d.visibility, &d.name, &d.generics);
    if g.is_empty() {
        return quote! {
            #(#attributes)*
            #[doc = #docs]
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
            #visibility struct #name;
        };
    }
    quote! {
        #(#attributes)*
        #[doc = #docs]
        #visibility struct #name<#(#g),*>(::core::marker::PhantomData<fn() -> (#(#g,)*)>);
    }
}

/// What a generic type does not derive: that would ask the same of the sizes.
pub(super) fn underived(d: &Declaration) -> TokenStream {
    let (name, g, text) = (&d.name, &d.generics, d.name.to_string());
    if g.is_empty() {
        return TokenStream::new();
    }
    let debug = quote!(&mut ::core::fmt::Formatter::debug_tuple(__nn_f, #text));
    let debug = g.iter().fold(
        debug,
        |debug, g| quote!(::core::fmt::DebugTuple::field(#debug, &<#g as __nn::Dim>::N)),
    );
    quote! {
        impl<#(#g),*> ::core::clone::Clone for #name<#(#g),*> {
            fn clone(&self) -> Self { *self }
        }
        impl<#(#g),*> ::core::marker::Copy for #name<#(#g),*> {}
        impl<#(#g: __nn::Dim),*> ::core::fmt::Debug for #name<#(#g),*> {
            fn fmt(&self, __nn_f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::DebugTuple::finish(#debug)
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

/// A name of the user's where it is declared a second time: lints look at the first.
pub(super) fn named_at_call(id: &Ident) -> Ident {
    let mut id = id.clone();
    id.set_span(id.span().resolved_at(Span::call_site()));
    id
}

/// The user's constants: by their plain names for sizes, and as associated constants.
fn constants(d: &Declaration) -> TokenStream {
    let name = &d.name;
    let (mut plain, mut associated) = (TokenStream::new(), TokenStream::new());
    for constant in &d.constants {
        let (attributes, id, ty, value) =
            (&constant.attributes, &constant.name, &constant.ty, &constant.value);
        let plain_id = named_at_call(id);
        plain.extend(quote!(const #plain_id: #ty = #value;));
        associated.extend(quote!(#(#attributes)* pub const #id: #ty = #plain_id;));
    }
    if d.constants.is_empty() {
        return TokenStream::new();
    }
    let (parameters, arguments) =
        (generic::parameters(&d.generics), generic::arguments(&d.generics));
    quote!(#plain impl #parameters #name #arguments { #associated })
}

/// The constants and functions that the type itself has.
///
/// Documentation shows the parameters as `__nn_batch`: a plain `batch` would be the user's constant or static of that
/// name, if there is one, which rustc then refuses as a pattern, `batch @ _` and `mut batch` included. Hygiene does not
/// help, since items have none.
fn inherent(d: &Declaration) -> TokenStream {
    let (name, g) = (&d.name, &d.generics);
    let (parameters, arguments) = (generic::parameters(g), generic::arguments(g));
    quote! {
        impl #parameters #name #arguments {
            /// The number of trained numbers.
            pub const PARAMETERS: __nn::usize = __Nn::_COST.parameters;
            /// The number of parameters that are frozen: they keep their values.
            pub const FROZEN_PARAMETERS: __nn::usize = __Nn::_COST.frozen;
            /// Multiply-adds of one sample, forward.
            pub const MACS: __nn::u64 = __Nn::_COST.macs;
            /// Floating-point operations of one sample, forward.
            pub const FLOPS: __nn::u64 = __Nn::_COST.flops;
            /// The table of the network: shape, parameters and FLOPs of each layer.
            pub const SUMMARY: &'static __nn::str = __nn::plan::Text::as_str(__Nn::_TEXT);
            /// The peak number of bytes of an `f32` inference of a batch of up to so many samples: parameters,
            /// running statistics and arena. A device's own scratch comes on top.
            pub const fn inference_bytes(__nn_batch: __nn::usize) -> __nn::usize {
                __nn::inference_bytes::<Self>(__nn_batch)
            }
            /// The peak number of bytes of `f32` training with a batch of up to so many samples: parameters,
            /// running statistics, gradients, the optimizer's numbers for each parameter (momentum 1, Adam
            /// 2), and arena. A device's own scratch comes on top.
            pub const fn training_bytes(__nn_batch: __nn::usize, __nn_slots: __nn::usize) -> __nn::usize {
                __nn::training_bytes::<Self>(__nn_batch, __nn_slots)
            }
        }
    }
}

/// Whether training is to compute values again: rustc counts, and chooses.
fn choice(c: &Compiled, training: &Program<'_>, lean: Option<&Program<'_>>) -> TokenStream {
    let (Some(lean), Some(budget)) = (lean, &c.budgets.training) else { return TokenStream::new() };
    let name = &c.declaration.name;
    let limit = budgets::limit(&budget.limit);
    let batch = &budget.batch;
    let bytes = |memory: TokenStream| quote!(__nn::bytes_with::<#name>(&#memory, #batch, 0));
    let (plain, lean) = (bytes(training.memory()), bytes(lean.memory()));
    quote!(const _IS_LEAN: __nn::bool = #plain > #limit && #lean < #plain;)
}

/// The plain program, or one of both.
fn chosen(plain: TokenStream, lean: Option<TokenStream>) -> TokenStream {
    match lean {
        None => plain,
        Some(lean) => quote!(if __Nn::_IS_LEAN { #lean } else { #plain }),
    }
}

/// The functions of the programs.
fn functions(
    c: &Compiled,
    [inference, training, frozen]: [&Program<'_>; 3],
    lean: Option<&Program<'_>>,
) -> TokenStream {
    let forward = |p: &Program<'_>| p.body(0..p.schedule.forward);
    let backward = |p: &Program<'_>| p.body(p.schedule.forward..p.schedule.segments.len());
    let infer = inference.body(0..inference.schedule.segments.len());
    let (forward_frozen, backward_frozen) = (forward(frozen), backward(frozen));
    let forward = chosen(forward(training), lean.map(forward));
    let backward = chosen(backward(training), lean.map(backward));
    let no_through = no_through(&c.network);
    let function = |name: &str, through: TokenStream, body: TokenStream| {
        let name = ident(name);
        quote! {
            #[inline(always)]
            fn #name<__NnDevice: __nn::Execute, #through const __NN_INNER: __nn::bool>(
                __nn_pass: &mut __nn::Pass<'_, __NnDevice>,
            ) { #body }
        }
    };
    let through = || quote!(const __NN_THROUGH: __nn::bool,);
    let piece = inference.piece();
    let all = [
        function("_infer", TokenStream::new(), infer),
        function("_forward", TokenStream::new(), forward),
        function("_backward", through(), quote!(#no_through #backward)),
        function("_forward_frozen", TokenStream::new(), forward_frozen),
        function("_backward_frozen", TokenStream::new(), backward_frozen),
    ];
    quote! {
        #(#all)*
        #[inline(always)]
        fn _piece<__NnOps: __nn::Ops, const __NN_INNER: __nn::bool>(__nno: &mut __NnOps) { #piece }
    }
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
        let layout = parameters::name(d);
        (quote!(#layout<__NnE>), TokenStream::new())
    } else {
        let fault = quote!(
            const FAULT: __nn::plan::Text = __Nn::_FAULT;
        );
        (quote!(__nn::NoParameters<__NnE>), fault)
    };
    let ending = ending(&c.network);
    let inputs = numbers::inputs(&c.network);
    let input_shapes = (0..c.network.inputs.len()).map(|i| c.network.shape_tokens(i));
    let input_shapes = quote!(#(#input_shapes),*);
    let outputs = c.network.outputs().iter().map(|o| c.network.shape_tokens(o.value));
    let outputs = quote!(#(#outputs),*);
    let [infer_memory, frozen_memory] = [inference, frozen].map(Program::memory);
    let train_memory = chosen(training.memory(), lean.map(Program::memory));
    let all: Vec<&Program<'_>> = [inference, training, frozen].into_iter().chain(lean).collect();
    let (room, span) = (values::room(&all), values::first_use(&all));
    let room = quote_spanned!(span=> type Room = #room;);
    let forwards = |name: &str| {
        let (name, own) = (ident(name), format_ident!("_{name}"));
        let (parameter, argument) = match name == "backward" {
            true => (quote!(const __NN_THROUGH: __nn::bool,), quote!(__NN_THROUGH,)),
            false => (TokenStream::new(), TokenStream::new()),
        };
        quote! {
            fn #name<__NnDevice: __nn::Execute, #parameter const __NN_INNER: __nn::bool>(
                __nn_pass: &mut __nn::Pass<'_, __NnDevice>,
            ) {
                __Nn::#own::<__NnDevice, #argument __NN_INNER>(__nn_pass)
            }
        }
    };
    let functions =
        ["infer", "forward", "backward", "forward_frozen", "backward_frozen"].map(forwards);
    quote! {
        // SAFETY: constants and calls come from one schedule, whose values the planner keeps apart.
        unsafe impl #parameters __nn::Network for #name #arguments {
            type Input = #input;
            type Output = #output;
            #ending
            type Parameters<__NnE: __nn::Element> = #layout;
            #fault
            const NAME: &'static __nn::str = #text;
            const SUMMARY: &'static __nn::str = __nn::plan::Text::as_str(__Nn::_TEXT);
            const TENSORS: &'static [__nn::TensorInfo] = __Nn::_TENSORS;
            const COST: __nn::plan::Cost = __Nn::_COST;
            const IS_KNOWN: __nn::bool =
                __nn::is_known(__Nn::_L, &__Nn::_OWN.tensors, &__Nn::_OWN.parts);
            const PARAMETER_LEN: __nn::usize = __Nn::_OWN.parameters;
            const BUFFER_LEN: __nn::usize = __Nn::_OWN.buffers;
            const INPUTS: &'static [__nn::Region] = &[#inputs];
            const INPUT_SHAPES: &'static [__nn::plan::Shape] = &[#input_shapes];
            const OUTPUT_SHAPES: &'static [__nn::plan::Shape] = &[#outputs];
            #room
            const INFERENCE: __nn::Memory = #infer_memory;
            const TRAINING: __nn::Memory = #train_memory;
            const FROZEN: __nn::Memory = #frozen_memory;
            #(#functions)*
            fn piece<__NnOps: __nn::Ops, const __NN_INNER: __nn::bool>(__nno: &mut __NnOps) {
                __Nn::_piece::<__NnOps, __NN_INNER>(__nno)
            }
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
        .map(|(i, input)| numbers::input_type(input, &network.shape_tokens(i)))
        .collect();
    let outputs: Vec<TokenStream> =
        network.outputs().iter().map(|o| numbers::output_type(network, o.value)).collect();
    (numbers::one_or_tuple(&inputs), numbers::one_or_tuple(&outputs))
}

/// A network that freezes layers takes no gradient by its inputs: as a layer after trained ones it would
/// cut them off.
fn no_through(network: &Network) -> TokenStream {
    if sources(network, Mode::Training).inputs {
        return TokenStream::new();
    }
    let message = "a network that freezes some of its layers stands after layers that are trained\nexpected: trained layers after it only, or all of it frozen\n   found: gradients through it\nhelp: write `#[frozen]` before it, or freeze none of its layers";
    quote!(const { ::core::assert!(!__NN_THROUGH, #message) })
}

/// What each output ends with: a loss may expect logits. The item stands at the user's tokens, as the type of a network
/// that an output is of does.
fn ending(network: &Network) -> TokenStream {
    let mut at = None;
    let each = network.outputs().iter().map(|o| {
        let layer = network.maker(o.value).map(|s| &network.layers[s.layer]);
        // An operation of the user's own has another one.
        if let Some(ty) = layer.filter(|l| l.alias.is_none()).and_then(|l| l.network.as_ref()) {
            at = ty.clone().into_iter().next().map(|token| token.span()).or(at);
            return of_network(ty, "Ending");
        }
        match layer.map_or(Ending::Other, |l| l.op.ending()) {
            Ending::Softmax => quote!(__nn::layers::Softmax),
            Ending::LogSoftmax => quote!(__nn::layers::LogSoftmax),
            Ending::Sigmoid => quote!(__nn::layers::Sigmoid),
            Ending::Other => quote!(__nn::Other),
        }
    });
    let ending = numbers::one_or_tuple(&each.collect::<Vec<_>>());
    let span = at.map_or_else(Span::call_site, |at| Span::call_site().located_at(at));
    quote_spanned!(span=> type Ending = #ending;)
}

fn declared_loss(c: &Compiled) -> TokenStream {
    let Some(losses) = &c.loss else { return TokenStream::new() };
    let name = &c.declaration.name;
    let all = losses.iter().map(|loss| match loss {
        OutputLoss::None => (quote!(__nn::loss::NoLoss), quote!(__nn::loss::NoLoss)),
        OutputLoss::Some { kind, value, factor, is_unchecked, .. } => {
            let ty = kind.type_name();
            let (mut ty, mut value) = (quote!(__nn::loss::#ty), quote!(__nn::loss::#value));
            if *is_unchecked {
                ty = quote!(__nn::loss::Unchecked<#ty>);
                value = quote!(__nn::loss::Unchecked(#value));
            }
            if let Some(factor) = factor {
                ty = quote!(__nn::loss::Weighted<#ty>);
                value = quote!(__nn::loss::Weighted(#factor, #value));
            }
            (ty, value)
        }
    });
    let (types, values): (Vec<_>, Vec<_>) = all.unzip();
    let (ty, value) = (numbers::one_or_tuple(&types), numbers::one_or_tuple(&values));
    // A network within this one may end with what the loss contains: rustc says so here.
    let first = losses.iter().find_map(|loss| match loss {
        OutputLoss::Some { span, .. } => Some(Span::call_site().located_at(*span)),
        OutputLoss::None => None,
    });
    let ty = ty.into_iter().map(|mut token| {
        token.set_span(first.unwrap_or_else(Span::call_site));
        token
    });
    let ty: TokenStream = ty.collect();
    quote! {
        impl __nn::DeclaredLoss for #name {
            type Loss = #ty;
            const LOSS: Self::Loss = #value;
        }
    }
}
