//! Checks that rustc makes because a number is known to it alone, and remarks as warnings.

use nnplan::{Arg, Range, Step};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::{Compiled, attributes, budgets, escaped, number};
use crate::diagnostics::Warning;
use crate::infer::{OutputLoss, passed};
use crate::network::{self, Network, TiedTensor};
use crate::ops::arguments::RealCheck;
use crate::ops::of_network;
use crate::syntax::{Declaration, Number, Unchecked, What, ends, source_text};

/// One `const _` an argument of each step with an unknown number: of them only the one at fault is an error.
pub(super) fn checks(c: &Compiled) -> TokenStream {
    let network = &c.network;
    let mut checks = raised(c);
    checks.extend(budgets::checks(c));
    checks.extend(input_checks(c));
    checks.extend(output_checks(network));
    for (tied, arguments) in ties(network) {
        let call = spanned_call("check_tied", tied.written.to_token_stream(), arguments);
        checks.extend(quote!(const _: () = #call;));
    }
    checks.extend(range_checks(c));
    if network.steps.iter().all(|s| !s.unknown) {
        return checks;
    }
    let values = network.inputs.len() + network.steps.len();
    let passed = (0..values).map(|i| {
        let Step { line, name, kind, .. } = passed(network, i);
        let (line, shape) = (number(line), network.shape_tokens(i));
        quote!(__nn::plan::step(#line, #name, #kind, #shape))
    });
    let passed = quote!(#(#passed),*);
    for layer in &network.layers {
        checks.extend(unchecked(&layer.unchecked));
    }
    for i in 0..network.steps.len() {
        if network.steps[i].unknown {
            checks.extend(step_checks(network, i));
        }
    }
    quote! {
        const __NN_TRAIL: &[__nn::plan::Step<'static>] = &[#passed];
        #checks
    }
}

fn step_checks(network: &Network, i: usize) -> TokenStream {
    let (step, layer) = (&network.steps[i], network.layer_of(i));
    let (name, kind) = (&layer.name, layer.kind_name());
    let operands: &[String] = if network.has_body { &step.operands } else { &[] };
    let g = network.geometry_tokens(i);
    // The way to the first operand. A chain's is the beginning of the table.
    let trail = if network.has_body {
        let path = network.path_to(step.inputs[0]).into_iter().map(number);
        quote!(&[#(__NN_TRAIL[#path]),*])
    } else {
        let passed = number(step.inputs[0] + 1);
        quote!(__NN_TRAIL.split_at(#passed).0)
    };
    // What has no tokens of its own is reported at the kind.
    let (mut at_kind, mut out) = (Vec::new(), TokenStream::new());
    for arg in Arg::ALL {
        let variant = format_ident!("{arg:?}");
        let args = quote!(__nn::plan::Arg::#variant);
        let tokens = layer.op.tokens(arg).filter(|t| !t.is_empty() && arg != Arg::Kind);
        let (tokens, args, source) = match tokens {
            Some(tokens) => (tokens.clone(), args, source_text(&tokens)),
            None => {
                at_kind.push(args);
                if arg != Arg::Kind {
                    continue;
                }
                (step.written.clone(), quote!(#(#at_kind),*), String::new())
            }
        };
        let arguments = quote! {
            (&#g).fault(), &[#args],
            &__nn::plan::site(#name, #kind, #source, &[#(#operands),*]),
            #trail
        };
        let call = spanned_call("check", tokens, arguments);
        out.extend(quote!(const _: () = #call;));
    }
    out
}

/// Sizes of the inputs that only rustc knows: they are no faults of a layer.
fn input_checks(c: &Compiled) -> TokenStream {
    let mut out = TokenStream::new();
    for input in &c.network.inputs {
        for number in input.sizes.iter().filter(|n| !n.is_known()) {
            let (value, source) = (&number.tokens, &number.source);
            let call = spanned_call("check_input", number.written(), quote!(#value, #source));
            out.extend(quote!(const _: () = #call;));
        }
        if let Some(limit) = input.limit.as_ref().filter(|n| !n.is_known()) {
            let (value, name, source) = (&limit.tokens, &input.name, &limit.source);
            let arguments = quote!(#value, #name, #source);
            let call = spanned_call("check_limit", limit.written(), arguments);
            out.extend(quote!(const _: () = #call;));
        }
        out.extend(unchecked(&input.unchecked));
    }
    out
}

/// The ranks of outputs that only rustc knows, at the layer that gives them.
fn output_checks(network: &Network) -> TokenStream {
    let mut out = TokenStream::new();
    for output in &network.outputs {
        let Some(step) = output.value.checked_sub(network.inputs.len()) else { continue };
        if network.shape(output.value).rank() == 0 {
            let (name, shape) = (&output.name, network.shape_tokens(output.value));
            let written = network.steps[step].written.clone();
            let call = spanned_call("check_output", written, quote!(#name, #shape));
            out.extend(quote!(const _: () = #call;));
        }
    }
    out
}

/// What is wrong with the sizes of a generic network, as a constant: the first fault in the order of the source.
pub(super) fn fault(c: &Compiled) -> TokenStream {
    let network = &c.network;
    let of_inputs = network.inputs.iter().flat_map(|i| &i.unchecked);
    let all = of_inputs.chain(network.layers.iter().flat_map(|l| &l.unchecked));
    let mut texts: Vec<TokenStream> = all.map(told).collect();
    for input in &network.inputs {
        for number in input.sizes.iter().filter(|n| !n.is_known()) {
            let (value, source) = (&number.tokens, &number.source);
            texts.push(quote!(__nn::plan::told_input(#value, #source)));
        }
        if let Some(limit) = input.limit.as_ref().filter(|n| !n.is_known()) {
            let (value, name, source) = (&limit.tokens, &input.name, &limit.source);
            texts.push(quote!(__nn::plan::told_limit(#value, #name, #source)));
        }
    }
    for (i, step) in network.steps.iter().enumerate() {
        let layer = network.layer_of(i);
        let (name, kind, operands) = (&layer.name, layer.kind_name(), &step.operands);
        if let Some(ty) = &layer.network {
            texts.push(of_network(ty, "FAULT"));
        }
        if let Some((_, what, arguments)) = ports(network, step) {
            let function = format_ident!("told_{what}");
            texts.push(quote!(__nn::#function(#arguments)));
        }
        let g = network.geometry_tokens(i);
        let trail = network.path_to(step.inputs[0]).into_iter().map(|v| {
            let Step { name, kind, .. } = passed(network, v);
            let shape = network.shape_tokens(v);
            quote!(__nn::plan::step(0, #name, #kind, #shape))
        });
        texts.push(quote! {
            __nn::plan::told(
                (&#g).fault(),
                &__nn::plan::site(#name, #kind, "", &[#(#operands),*]),
                &[#(#trail),*],
            )
        });
    }
    texts.extend(ties(network).map(|(_, arguments)| quote!(__nn::plan::told_tied(#arguments))));
    quote!({
        let __nn_text = __nn::plan::Text::EMPTY;
        #(let __nn_text = __nn_text.or(#texts);)*
        __nn_text
    })
}

/// Faults of the networks within this one that are generic over sizes, at the tokens of their types.
pub(super) fn raised(c: &Compiled) -> TokenStream {
    let mut out = TokenStream::new();
    let mut before = None;
    for layer in &c.network.layers {
        // Of a chain of equal ones the first says it all; one that has an alias has a type of its own.
        let is_same = layer.alias.is_none() && before == Some(&layer.ident);
        before = Some(&layer.ident);
        let Some(ty) = layer.network.as_ref().filter(|_| !is_same) else { continue };
        let what = format!("`{}`, which is `{}`", layer.name, layer.kind_name());
        let fault = of_network(ty, "FAULT");
        let arguments = quote!(#what, &#fault);
        let call = spanned_call("raise", ty.clone(), arguments);
        out.extend(quote!(const _: () = #call;));
    }
    for step in &c.network.steps {
        if let Some((ty, what, arguments)) = ports(&c.network, step) {
            let call = spanned_path(&quote!(__nn), &format!("check_{what}"), ty, arguments);
            out.extend(quote!(const _: () = #call;));
        }
    }
    out
}

/// The numbers of values that a network as a layer gets and gives, to be compared with its own: where it is written, the end
/// of the name of nncore's functions, and their arguments.
fn ports(
    network: &Network,
    step: &network::Step,
) -> Option<(TokenStream, &'static str, TokenStream)> {
    let layer = &network.layers[step.layer];
    let ty = layer.network.as_ref()?;
    let (own, name, outputs) = (of_network(ty, "AS_LAYER"), &layer.name, number(step.outputs));
    let is_integer = |value: &usize| network.inputs.get(*value).is_some_and(|i| i.limit.is_some());
    let gets = step.inputs.iter().map(is_integer);
    let arguments = quote!(&#own, #name, &[#(#gets),*]);
    Some(match step.applied {
        Some(_) => (step.written.clone(), "scan", arguments),
        None => (step.written.clone(), "ports", quote!(#arguments, #outputs)),
    })
}

/// Tensors that are one, and have shapes which only rustc knows: what to compare.
fn ties(network: &Network) -> impl Iterator<Item = (&TiedTensor, TokenStream)> {
    network.ties.iter().filter_map(|tied| {
        let owner = &network.tensors[tied.tensor];
        let is_known = tied.shape.is_known() && owner.tensor.shape.is_known();
        let (name, of) = (&tied.name, &owner.name);
        let (shape, other) = (&tied.shape_tokens, &owner.tensor.shape_tokens);
        (!is_known).then(|| (tied, quote!(#name, #shape, #of, #other)))
    })
}

/// Sizes and calculations that only rustc knows, each where it is written.
pub(super) fn unchecked(all: &[Unchecked]) -> TokenStream {
    let one = |unchecked: &Unchecked| {
        let (what, arguments) = asked(unchecked);
        let call = spanned_call(&format!("check_{what}"), unchecked.written.clone(), arguments);
        quote!(const _: () = #call;)
    };
    all.iter().map(one).collect()
}

/// The same as a text, which is empty where there is nothing wrong.
fn told(unchecked: &Unchecked) -> TokenStream {
    let (what, arguments) = asked(unchecked);
    let function = format_ident!("told_{what}");
    quote!(__nn::plan::#function(#arguments))
}

/// The end of the name of nnplan's functions, and their arguments.
fn asked(unchecked: &Unchecked) -> (&'static str, TokenStream) {
    let (whose, source) = (&unchecked.whose, source_text(&unchecked.written));
    match &unchecked.what {
        // Of another type it is an error where its number is used; this is not to be another one.
        What::Size(size) => ("size", quote!(#size as __nn::usize, #whose, #source)),
        What::Dim(size) => ("dim", quote!(#size, #whose, #source)),
        What::Calculation(sign, [a, b]) => ("arithmetic", quote!(#sign, #a, #b, #whose, #source)),
    }
}

/// The real numbers that only rustc knows. In a generic network those that depend on a parameter are left out: no item
/// of their own can name it.
pub(super) fn range_checks(c: &Compiled) -> TokenStream {
    let of_losses = c.loss.iter().flatten().filter_map(|loss| match loss {
        OutputLoss::Some { ranges, .. } => Some(ranges),
        OutputLoss::None => None,
    });
    let all = c.network.layers.iter().map(|l| &l.ranges).chain(of_losses).flatten();
    let generics = &c.declaration.generics;
    all.filter(|check| !names_any(&check.tokens, generics)).map(range_check).collect()
}

/// Whether tokens name one of these.
pub(super) fn names_any(tokens: &TokenStream, names: &[Ident]) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident),
        TokenTree::Group(group) => names_any(&group.stream(), names),
        _ => false,
    })
}

/// A real number that only rustc knows.
fn range_check(check: &RealCheck) -> TokenStream {
    let range = match check.range {
        Range::Finite => quote!(Finite),
        Range::NotNegative => quote!(NotNegative),
        Range::Positive => quote!(Positive),
        Range::Unit => quote!(Unit),
        Range::BelowOne => quote!(BelowOne),
    };
    let (value, message) = (&check.value, &check.message);
    let arguments = quote!(__nn::plan::Range::#range, #value, #message);
    let call = spanned_call("check_range", check.tokens.clone(), arguments);
    quote!(const _: () = #call;)
}

/// `__nn::plan::function(arguments)` whose span runs over all of `tokens`: a call's span goes from its
/// path to its parentheses.
pub(super) fn spanned_call(
    function: &str,
    tokens: TokenStream,
    arguments: TokenStream,
) -> TokenStream {
    spanned_path(&quote!(__nn::plan), function, tokens, arguments)
}

fn spanned_path(
    root: &TokenStream,
    function: &str,
    tokens: TokenStream,
    arguments: TokenStream,
) -> TokenStream {
    let mut spans = ends(tokens).into_iter().map(|t| t.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    let last = spans.last().unwrap_or(first);
    let function = Ident::new(function, first);
    let root = root.clone().into_iter().map(|mut token| {
        token.set_span(first);
        token
    });
    let root: TokenStream = root.collect();
    let path = quote_spanned!(first => #root::#function);
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(last);
    quote!(#path #group)
}

/// What the macro evaluated itself, beside what rustc makes of the same tokens: nothing for bare literals.
pub(super) fn evaluated(c: &Compiled) -> TokenStream {
    let one = |number: &Number| {
        let (tokens, value, source) = (&number.tokens, number.value, &number.source);
        let arguments = quote!(#tokens, #value, #source);
        let call = spanned_call("check_evaluated", number.written(), arguments);
        quote!(const _: () = #call;)
    };
    c.evaluated.iter().map(one).collect()
}

/// Remarks: a deprecated constant, used at the user's token, is the one warning stable Rust offers. rustc calls it
/// by its path, so that tells the network, the layer and the remark.
pub(super) fn warnings(d: &Declaration, warnings: &[Warning]) -> TokenStream {
    if warnings.is_empty() {
        return TokenStream::new();
    }
    let all = warnings.iter().map(|warning| {
        let (message, item) = (&warning.message, &warning.item);
        let item = escaped(&item.to_string());
        let lint = format_ident!("{}", warning.lint);
        let used = Ident::new(warning.lint, warning.span);
        quote! {{
            mod #item {
                #[deprecated(note = #message)]
                pub(super) const #lint: () = ();
            }
            let () = #item::#used;
        }}
    });
    let (network, everywhere) = (escaped(&d.name.to_string()), attributes::shared(&d.attributes));
    quote! {
        #(#everywhere)*
        const _: () = {
            fn #network() { #(#all)* }
        };
    }
}
