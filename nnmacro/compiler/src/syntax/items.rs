//! The items that are no layers: constants, the input, the path of the runtime.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::parse::discouraged::AnyDelimiter;
use syn::{Attribute, Expr, Path, Token, Type, token};

use super::layer::{expression, rest_of};
use super::parse::next_text;
use super::{Constant, Declaration, Input, source_text};
use crate::diagnostics::Diagnostics;

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
    let path = Path::parse_mod_style(input)?;
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
    let name: Ident = input.parse()?;
    if !input.peek(Token![:]) {
        let message = format!(
            "`{name}` has no type\nexpected: `const {name}: usize = …;`\n   found: `const {name} {}`",
            next_text(input)
        );
        return Err(syn::Error::new(name.span(), message));
    }
    input.parse::<Token![:]>()?;
    let ty: Type = input.parse()?;
    if !input.peek(Token![=]) {
        let text = source_text(&ty.to_token_stream());
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
    let what = "the sizes of the input stand in brackets";
    if input.peek(syn::Ident) && input.peek2(token::Paren) {
        let kind: Ident = input.parse()?;
        let message = format!("{what}\n{expected}`{kind}(…)`");
        diagnostics.error(kind, message);
    } else if input.peek(token::Paren) || input.peek(token::Brace) {
        let Some((group, _)) = input.cursor().token_tree() else { return Err(input.error(what)) };
        let found = source_text(&group.to_token_stream());
        let sizes = found.get(1..found.len() - 1).unwrap_or_default();
        let message = format!("{what}\n{expected}`{found}`\nhelp: write `[{sizes}]`");
        diagnostics.error(group, message);
    } else if !input.peek(token::Bracket) {
        let size = expression(input)?;
        let found = source_text(&size.to_token_stream());
        let message = format!("{what}\n{expected}`{found}`\nhelp: write `[{found}]`");
        diagnostics.error(&size, message);
        return Ok(Input {
            keyword,
            name: None,
            brackets: size.to_token_stream(),
            sizes: vec![size],
            limit: None,
        });
    }
    let brackets = input.cursor().token_tree().map(|(t, _)| t.to_token_stream());
    let (_, _, content) = input.parse_any_delimiter()?;
    let sizes = sizes(&content);
    let _ = rest_of(&content);
    let (sizes, brackets) = (sizes?, brackets.unwrap_or_default());
    let limit = if input.peek(Token![in]) { limit(input, diagnostics)? } else { None };
    Ok(Input { keyword, name: None, sizes, brackets, limit })
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
        let message = "a range ends ahead of its limit\nexpected: `in 0..count`\n   found: `..=`\nhelp: write `..` and the number of values";
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
