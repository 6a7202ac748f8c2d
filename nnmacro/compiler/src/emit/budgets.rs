//! Budgets, which rustc always checks: by the same count, or where the macro could not.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::checks::{spanned_call, unchecked};
use super::program::Program;
use super::{Compiled, len_name, number};
use crate::infer::Limit;
use crate::schedule::{Block, Schedule};
use crate::syntax::LimitSyntax;

/// A `const _` a budget.
pub(super) fn checks(c: &Compiled) -> TokenStream {
    let (budgets, syntax) = (&c.budgets, &c.declaration.budgets);
    let mut out = unchecked(&budgets.unchecked);
    out.extend(training(c));
    if let (Some(limit), Some(syntax)) = (&budgets.inference, &syntax.inference) {
        out.extend(inference(c, limit, syntax));
    }
    if let (Some(limit), Some(syntax)) = (&budgets.flash, &syntax.flash) {
        out.extend(flash(c, limit, syntax));
    }
    out
}

/// The bytes that a budget allows.
pub(super) fn limit(limit: &Limit) -> TokenStream {
    let (amount, unit) = (&limit.amount, limit.unit);
    quote!(__nn::plan::mul(#amount, #unit))
}

fn training(c: &Compiled) -> TokenStream {
    let (Some(budget), Some(syntax)) = (&c.budgets.training, &c.declaration.budgets.training)
    else {
        return TokenStream::new();
    };
    let (name, text) = (&c.declaration.name, c.declaration.name.to_string());
    let (limit, batch) = (limit(&budget.limit), &budget.batch);
    // Of the program that takes the least, what its arena holds.
    let schedule = c.lean.as_ref().unwrap_or(&c.training);
    let held = held(c, schedule, &schedule.arena);
    let bytes = quote!(#name::training_bytes(#batch, 0));
    let keyword = syntax.limit.keyword.to_token_stream();
    let call = spanned_call("check_budget", keyword, quote!(#text, #bytes, #batch, #limit, #held));
    quote!(const _: () = #call;)
}

fn inference(c: &Compiled, limit: &Limit, syntax: &LimitSyntax) -> TokenStream {
    let (name, text) = (&c.declaration.name, c.declaration.name.to_string());
    let schedule = &c.inference;
    let [arena, statistics] =
        [&schedule.arena, &schedule.statistics].map(|blocks| held(c, schedule, blocks));
    let outputs = c.network.outputs().iter().map(|o| {
        let (layer, len) = (c.network.layer_name(o), len_name(o.value));
        quote!((#layer, __nn::plan::Live::new(#len, 0, 0)))
    });
    let locals = schedule.locals.iter().map(|blocks| held(c, schedule, blocks));
    let program = Program::new(c, schedule, "_I");
    let inner = program
        .inner()
        .into_iter()
        .map(|(layer, plan)| quote!(&[(#layer, __nn::plan::Live::new(#plan.local, 0, 0))]));
    let limit = told_limit(limit, syntax);
    refused(
        syntax,
        quote! {
            __nn::plan::told_memory(
                #text, 4 * __nn::inference_len::<#name>(1), &#limit,
                &[#arena, #statistics, &[#(#outputs),*]],
                &[#(#locals,)* #(#inner),*],
            )
        },
    )
}

fn flash(c: &Compiled, limit: &Limit, syntax: &LimitSyntax) -> TokenStream {
    let (name, text) = (&c.declaration.name, c.declaration.name.to_string());
    let limit = told_limit(limit, syntax);
    refused(
        syntax,
        quote! {
            __nn::plan::told_flash(
                #text, 4 * __nn::weights_len::<#name>(), &#limit,
                &__nn::largest_tensors(<#name as __nn::Network>::TENSORS),
            )
        },
    )
}

/// An error at the number of a limit where `told` says something.
fn refused(syntax: &LimitSyntax, told: TokenStream) -> TokenStream {
    let call = spanned_call("refuse", syntax.amount.to_token_stream(), quote!(&#told));
    quote!(const _: () = #call;)
}

fn told_limit(limit: &Limit, syntax: &LimitSyntax) -> TokenStream {
    let (amount, unit, word) = (&limit.amount, limit.unit, syntax.unit_word.to_string());
    quote!(__nn::plan::Limit { amount: #amount, unit: #unit, word: #word })
}

/// What a part of a plan holds: layers, and how long what they make is alive.
fn held(c: &Compiled, schedule: &Schedule, blocks: &[Block]) -> TokenStream {
    let held = blocks.iter().map(|block| {
        let (layer, len) =
            (schedule.layer(&c.network, block.value), &schedule.graph.value(block.value).len);
        let (first, last) = (number(block.first), number(block.last));
        quote!((#layer, __nn::plan::Live::new(#len, #first, #last)))
    });
    quote!(&[#(#held),*])
}
