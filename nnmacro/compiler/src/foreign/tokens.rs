//! Arguments of calls as tokens: options, lists, numbers.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Expr;

use crate::syntax::{Argument, value_text};

pub(super) fn tokens_of(argument: &Argument) -> TokenStream {
    match argument {
        Argument::Arrow { tokens, .. }
        | Argument::List { tokens, .. }
        | Argument::Range { tokens, .. } => tokens.clone(),
        Argument::Positional(value) => value.to_token_stream(),
        Argument::Named { name, value } => quote!(#name = #value),
    }
}

/// `axis = 1`
pub(super) fn is_option(argument: &TokenStream) -> bool {
    let mut tokens = argument.clone().into_iter();
    let is_word = matches!(tokens.next(), Some(TokenTree::Ident(_)));
    is_word && matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=')
}

/// The value of an option that is called by one of these names.
pub(super) fn named(argument: &TokenStream, names: &[&str]) -> Option<TokenStream> {
    let mut tokens = argument.clone().into_iter();
    let name = tokens.next()?.to_string();
    let is_sign = matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=');
    (is_sign && names.contains(&name.as_str())).then(|| tokens.collect())
}

/// `[a, b]` or `(a, b)`, but not a value in parentheses.
pub(super) fn is_list(argument: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = argument.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Group(group)] => {
            let is_bracket = group.delimiter() == Delimiter::Bracket;
            is_bracket || elements(group).len() > 1
        }
        _ => false,
    }
}

/// Arguments, or the elements of the one list among them.
pub(super) fn spread(arguments: &[TokenStream]) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = match arguments {
        [one] => one.clone().into_iter().collect(),
        _ => return arguments.to_vec(),
    };
    let [TokenTree::Group(group)] = tokens.as_slice() else { return arguments.to_vec() };
    if !is_list(&arguments[0]) {
        return arguments.to_vec();
    }
    elements(group)
}

pub(super) fn elements(group: &Group) -> Vec<TokenStream> {
    let mut all = vec![TokenStream::new()];
    for token in group.stream() {
        if matches!(&token, TokenTree::Punct(p) if p.as_char() == ',') {
            all.push(TokenStream::new());
        } else {
            all.last_mut().expect("one at least").extend([token]);
        }
    }
    all.retain(|t| !t.is_empty());
    all
}

/// The numbers among arguments, or in a list; options count with their values.
pub(super) fn numbers(arguments: &[TokenStream]) -> Vec<i64> {
    let value = |a: &TokenStream| {
        named(a, &["dim", "axis", "dims", "dim0", "dim1", "axes"]).unwrap_or_else(|| a.clone())
    };
    let plain: Vec<TokenStream> = arguments.iter().map(value).collect();
    spread(&plain).iter().filter_map(|t| value_text(t).parse().ok()).collect()
}

/// Whether the sizes of `reshape(x, [8, 7, 7])` are as here: one list, all of it positive.
pub(super) fn has_own_sizes(arguments: &[TokenStream]) -> bool {
    match arguments.get(1..) {
        Some([]) | None => true,
        Some([one]) => {
            let is_bracket = matches!(one.clone().into_iter().next(), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Bracket);
            // `-1`, not an expression with a sign in it.
            let is_negative = |t: &TokenStream| value_text(t).parse::<i64>().is_ok_and(|n| n < 0);
            let has_gap = spread(std::slice::from_ref(one)).iter().any(is_negative);
            let is_size = syn::parse2::<Expr>(one.clone())
                .is_ok_and(|e| matches!(e, Expr::Path(_) | Expr::Tuple(_)));
            (is_bracket || is_option(one) || is_size) && !has_gap
        }
        Some(several) => !several.iter().all(|a| value_text(a).parse::<i64>().is_ok()),
    }
}
