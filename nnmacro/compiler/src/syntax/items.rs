//! What an item begins with, and the items that are no layers: constants, the input, the path of the runtime.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::AnyDelimiter;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Path, Token, token};

use super::expression;
use super::layer::{expression, parsed, rest_of};
use super::parse::{ITEM, next_text};
use super::term::{here, next_or_end};
use super::{Constant, Declaration, Input, source_text};
use crate::diagnostics::Diagnostics;

/// Comments and attributes; one that cannot be read is reported and left out.
pub(super) fn attributes(input: ParseStream<'_>, diagnostics: &Diagnostics) -> Vec<Attribute> {
    let mut all = Vec::new();
    while input.peek(Token![#]) {
        let mut tokens = TokenStream::new();
        tokens.extend(input.parse::<TokenTree>());
        if input.peek(token::Bracket) {
            tokens.extend(input.parse::<TokenTree>());
        }
        if let Ok(attributes) = Attribute::parse_outer.parse2(tokens.clone()) {
            all.extend(attributes);
            continue;
        }
        let found = source_text(&tokens);
        let message = format!(
            "this attribute cannot be read\nexpected: `#[name]` or `#[name(…)]`\n   found: `{found}`"
        );
        diagnostics.error(tokens, message);
    }
    all
}

/// The name that `what` begins with.
pub(super) fn item_name(input: ParseStream<'_>, what: &str, expected: &str) -> syn::Result<Ident> {
    input.parse().map_err(|_| {
        let found = next_or_end(input);
        here(input, format!("{what} has no name\nexpected: `{expected}`\n   found: {found}"))
    })
}

pub(super) fn crate_path(
    input: ParseStream<'_>,
    out: &mut Declaration,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let word: Token![crate] = input.parse()?;
    if !input.peek(Token![=]) {
        let found = next_text(input);
        return Err(input.error(format!("the path of the runtime is given with `=`\nexpected: `crate = path;`\n   found: `crate{found}`")));
    }
    input.parse::<Token![=]>()?;
    let path = parsed(input, Path::parse_mod_style).map_err(|_| {
        let found = next_or_end(input);
        here(
            input,
            format!(
                "this is not a path of the runtime\nexpected: `crate = path;`\n   found: {found}"
            ),
        )
    })?;
    if let Some(first) = &out.crate_path {
        let (first, found) =
            (source_text(&first.to_token_stream()), source_text(&path.to_token_stream()));
        diagnostics.error(
            word,
            format!(
                "`crate` is given twice\nexpected: `{first}` alone\n   found: `{found}` as well"
            ),
        );
    } else {
        out.crate_path = Some(path);
    }
    Ok(())
}

pub(super) fn constant(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
) -> syn::Result<Constant> {
    input.parse::<Token![const]>()?;
    let name = item_name(input, "a constant", "const NAME: usize = …;")?;
    if !input.peek(Token![:]) {
        let message = format!(
            "`{name}` has no type\nexpected: `const {name}: usize = …;`\n   found: `const {name} {}`",
            next_text(input)
        );
        return Err(syn::Error::new(name.span(), message));
    }
    input.parse::<Token![:]>()?;
    let ty = parsed(input, expression::ty).map_err(|_| {
        let found = next_text(input);
        let message = format!(
            "`{name}` has no type\nexpected: `const {name}: usize = …;`\n   found: `const {name}: {found}`"
        );
        here(input, message)
    })?;
    if !input.peek(Token![=]) {
        let text = source_text(&ty);
        let message = format!(
            "`{name}` has no value\nexpected: `const {name}: {text} = …;`\n   found: `const {name}: {text}{}`",
            next_text(input)
        );
        return Err(syn::Error::new(name.span(), message));
    }
    input.parse::<Token![=]>()?;
    let value = expression(input)?;
    Ok(Constant { attributes, name, ty, value })
}

pub(super) fn input_item(
    input: ParseStream<'_>,
    keyword: Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<Input> {
    let expected =
        "expected: `[channels, height, width]`, `[rows, columns]` or `[features]`\n   found: ";
    if input.is_empty() || input.peek(Token![;]) {
        let message = format!("the input has no sizes\n{expected}nothing");
        return Err(syn::Error::new(keyword.span(), message));
    }
    if input.peek(syn::Ident) && input.peek2(token::Bracket) {
        let name: Ident = input.parse()?;
        let message = format!(
            "the name of an input stands before the `:`\nexpected: `input {name}: […]`\n   found: `input: {name} […]`"
        );
        diagnostics.error(&name, message);
        return Ok(Input { name: Some(name), ..input_item(input, keyword, diagnostics)? });
    }
    let what = "the sizes of the input stand in brackets";
    if input.peek(syn::Ident) && input.peek2(token::Paren) {
        let kind: Ident = input.parse()?;
        let message = format!("{what}\n{expected}`{kind}(…)`");
        diagnostics.error(kind, message);
    } else if input.peek(token::Paren) || input.peek(token::Brace) {
        let Some((group, _)) = input.cursor().token_tree() else { return Err(input.error(what)) };
        let found = source_text(&group.to_token_stream());
        let sizes = found.trim_start_matches(['(', '{']).trim_end_matches([')', '}']);
        let message = format!("{what}\n{expected}`{found}`\nhelp: write `[{sizes}]`");
        diagnostics.error(group, message);
    } else if !input.peek(token::Bracket) {
        return bare_sizes(input, keyword, diagnostics);
    }
    let brackets = input.cursor().token_tree().map(|(t, _)| t.to_token_stream());
    let (_, _, content) = input.parse_any_delimiter()?;
    let sizes = sizes(&content);
    let _ = rest_of(&content);
    let (sizes, brackets) = (sizes?, brackets.unwrap_or_default());
    let limit = if input.peek(Token![in]) { limit(input, diagnostics)? } else { None };
    Ok(Input { keyword, name: None, sizes, brackets, limit, is_faulty: false })
}

/// `input: 784;`, with the brackets forgotten.
fn bare_sizes(
    input: ParseStream<'_>,
    keyword: Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<Input> {
    let size = expression(input)?;
    let found = source_text(&size.to_token_stream());
    let is_plain = |lit: &syn::Lit| match lit {
        syn::Lit::Int(n) => n.suffix().is_empty() && n.base10_parse().is_ok_and(|n: usize| n > 0),
        _ => false,
    };
    let is_literal = matches!(&size, Expr::Lit(_));
    let is_number = matches!(&size, Expr::Lit(lit) if is_plain(&lit.lit));
    let help =
        if is_number || !is_literal { format!("\nhelp: write `[{found}]`") } else { String::new() };
    let message = format!(
        "the sizes of the input stand in brackets\nexpected: `[channels, height, width]`, `[rows, columns]` or `[features]`\n   found: `{found}`{help}"
    );
    diagnostics.error(&size, message);
    let limit = if input.peek(Token![in]) { limit(input, diagnostics)? } else { None };
    let brackets = size.to_token_stream();
    Ok(Input { keyword, name: None, brackets, sizes: vec![size], limit, is_faulty: !is_number })
}

/// `in 0..65`
fn limit(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Option<Expr>> {
    input.parse::<Token![in]>()?;
    let start = expression(input)?;
    let text = source_text(&start.to_token_stream());
    if !input.peek(Token![..]) {
        let found = next_text(input);
        return Err(input.error(format!(
            "integers have a range\nexpected: `in 0..count`\n   found: `in {text}{found}`"
        )));
    }
    if text != "0" {
        let message = format!("integers count from zero\nexpected: 0\n   found: `{text}`");
        diagnostics.error(&start, message);
    }
    if input.peek(Token![..=]) {
        let dots: Token![..=] = input.parse()?;
        let end = expression(input)?;
        let message = "a range ends before its limit\nexpected: `in 0..count`\n   found: `..=`\nhelp: write `..` and the number of values";
        diagnostics.error(dots, message);
        return Ok(Some(end));
    }
    input.parse::<Token![..]>()?;
    Ok(Some(expression(input)?))
}

/// `3, 56, 56`
fn sizes(input: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    let mut sizes = Vec::new();
    while !input.is_empty() {
        sizes.push(expression(input)?);
        if input.is_empty() {
            break;
        }
        if !input.peek(Token![,]) {
            let found = next_text(input);
            return Err(input.error(format!(
                "sizes are separated by `,`\nexpected: `,` or `]`\n   found: `{found}`"
            )));
        }
        input.parse::<Token![,]>()?;
    }
    Ok(sizes)
}

/// `name:`, the beginning of an item.
pub(super) fn name(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Ident> {
    if !input.peek(Ident::peek_any) {
        let found = next_text(input);
        return Err(input.error(format!("an item begins with a name\n{ITEM}\n   found: `{found}`")));
    }
    let is_word_of_rust = !input.peek(syn::Ident);
    let name = Ident::parse_any(input)?;
    if is_word_of_rust && !input.peek(Token![:]) {
        let message = format!("`{name}` begins no item of a network\n{ITEM}\n   found: `{name}`");
        return Err(syn::Error::new(name.span(), message));
    }
    if input.peek(Token![::]) {
        let colons: Token![::] = input.parse()?;
        let message =
            format!("a name is followed by one `:`\nexpected: `{name}:`\n   found: `{name}::`");
        diagnostics.error(colons, message);
    } else if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
    } else {
        no_colon(input, &name, diagnostics)?;
    }
    Ok(name)
}

/// What stands for the `:` after a name.
fn no_colon(input: ParseStream<'_>, name: &Ident, diagnostics: &Diagnostics) -> syn::Result<()> {
    let expected = format!("expected: `{name}: Kind(…);`\n   found: ");
    if input.is_empty() {
        let message = format!("this line is unfinished\n{expected}`{name}`");
        return Err(syn::Error::new(name.span(), message));
    }
    let found = next_text(input);
    if input.peek(Token![=]) {
        let sign: Token![=] = input.parse()?;
        let message =
            format!("`{name}` is followed by `=`, not `:`\n{expected}`{name} =`\nhelp: write `:`");
        diagnostics.error(sign, message);
        return Ok(());
    }
    let is_kind = input.peek(syn::Ident) && (input.peek2(token::Paren) || input.peek2(Token![;]));
    if is_kind && name != "input" || name == "input" && input.peek(token::Bracket) {
        let message = format!(
            "there is no `:` after `{name}`\n{expected}`{name} {found}`\nhelp: write `{name}:`"
        );
        diagnostics.error(name, message);
        return Ok(());
    }
    let message = if input.peek(token::Paren) {
        format!("a layer has no name\nexpected: `name: {name}(…);`\n   found: `{name}{found}`")
    } else if input.peek(Token![-]) {
        let rest = input.cursor().token_tree().and_then(|(_, rest)| rest.token_tree());
        let rest = rest.map(|(token, _)| token.to_string()).unwrap_or_default();
        format!(
            "a name consists of letters, digits and `_`\nexpected: `{name}_{rest}`\n   found: `{name}-{rest}`"
        )
    } else if input.peek(Token![;]) && name.to_string().starts_with(char::is_uppercase) {
        format!("a layer has no name\nexpected: `name: {name};`\n   found: `{name};`")
    } else {
        format!("`{name}` has no kind\n{expected}`{name}{found}`")
    };
    Err(syn::Error::new(name.span(), message))
}
