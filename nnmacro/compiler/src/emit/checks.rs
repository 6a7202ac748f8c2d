//! Checks that rustc makes because a number is known to it alone, and remarks as warnings.

use nnplan::Arg;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::{Compiled, geometry_name, shape_name};
use crate::diagnostics::Warning;
use crate::syntax::{line, source_text};

/// One `const _` a layer with an unknown number, at the argument that is most often at fault.
pub(super) fn checks(c: &Compiled) -> TokenStream {
    if c.network.layers.iter().all(|l| !l.unknown) {
        return TokenStream::new();
    }
    let mut steps = Vec::new();
    let input_line = c.network.input_line;
    let first = shape_name(0);
    steps.push(
        quote!(__nn::plan::Step { line: #input_line, name: "input", kind: "", shape: #first }),
    );
    let mut checks = TokenStream::new();
    for (i, layer) in c.network.layers.iter().enumerate() {
        let (name, kind, shape) = (&layer.name, layer.kind_name(), shape_name(i + 1));
        let at = line(layer.ident.span());
        steps.push(quote!(__nn::plan::Step { line: #at, name: #name, kind: #kind, shape: #shape }));
        if !layer.unknown {
            continue;
        }
        let tokens = [Arg::Input, Arg::Kernel, Arg::Output, Arg::Axis, Arg::Groups]
            .into_iter()
            .find_map(|arg| layer.op.tokens(arg))
            .filter(|t| !t.is_empty());
        let source = layer.op.tokens(Arg::Input).as_ref().map(source_text).unwrap_or_default();
        let output = layer.op.output_source();
        let g = geometry_name(i);
        let passed = i + 1;
        let arguments = quote! {
            #g.fault(),
            &__nn::plan::Site { name: #name, kind: #kind, source: #source, output: #output },
            __nn_TRAIL.split_at(#passed).0
        };
        let call = spanned_call(tokens.unwrap_or_else(|| layer.kind.to_token_stream()), arguments);
        checks.extend(quote!(const _: () = #call;));
    }
    let count = steps.len();
    quote! {
        const __nn_TRAIL: [__nn::plan::Step<'static>; #count] = [#(#steps),*];
        #checks
    }
}

/// `__nn::plan::check(arguments)` whose span runs over all of `tokens`: a call's span goes from its
/// path to its parentheses.
fn spanned_call(tokens: TokenStream, arguments: TokenStream) -> TokenStream {
    let mut spans = tokens.into_iter().map(|t| t.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    let last = spans.last().unwrap_or(first);
    let path = quote_spanned!(first => __nn::plan::check);
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(last);
    quote!(#path #group)
}

/// Remarks: a deprecated constant, used at the user's token, is the one warning stable Rust offers.
pub(super) fn warnings(warnings: &[Warning]) -> TokenStream {
    let items = warnings.iter().enumerate().map(|(i, warning)| {
        let name = format_ident!("__nn_remark_{}_{i}", warning.lint);
        let message = &warning.message;
        let used = Ident::new(&name.to_string(), warning.span);
        quote! {
            #[deprecated(note = #message)]
            #[allow(non_upper_case_globals)]
            const #name: () = ();
            const _: () = #used;
        }
    });
    quote!(#(#items)*)
}
