//! One layer: its kind and its arguments. A mistake in one argument leaves the others readable.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::{AnyDelimiter, Speculative};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Token, token};

use super::expression;
use super::kind::{Kind, kind};
use super::parse::{enclosed, next_text};
use super::{Argument, Foreign, LayerSyntax, source_text};
use crate::diagnostics::Diagnostics;

/// What follows `name:`.
pub(super) fn layer(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    name: Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<LayerSyntax> {
    let Kind { word, network, path, arguments: given } = kind(input, &name)?;
    let mut layer = LayerSyntax {
        attributes,
        name,
        kind: word,
        network,
        arguments: given,
        values: Vec::new(),
        written: TokenStream::new(),
        group: TokenStream::new(),
        is_faulty: false,
        foreign: Foreign { path, ..Foreign::default() },
    };
    if !(input.peek(token::Paren) || input.peek(token::Bracket) || input.peek(token::Brace)) {
        layer.foreign.tail = tail(input);
        return Ok(layer);
    }
    let group = input.cursor().token_tree().map(|(group, _)| group.to_token_stream());
    layer.group = group.unwrap_or_default();
    let group = source_text(&layer.group);
    let is_paren = input.peek(token::Paren);
    let (_, span, content) = input.parse_any_delimiter()?;
    layer.written = content.cursor().token_stream();
    if !is_paren && layer.foreign.path.is_empty() {
        let (kind, written) = (&layer.kind, source_text(&layer.written));
        diagnostics.error_at(
            span.open(),
            format!(
                "the arguments of a layer stand in parentheses\nexpected: `{kind}({written})`\n   found: `{kind}{group}`"
            ),
        );
    }
    arguments(&content, &mut layer, diagnostics);
    layer.foreign.tail = tail(input);
    Ok(layer)
}

/// What follows the arguments elsewhere: `.init(device)`, `?`.
fn tail(input: ParseStream<'_>) -> TokenStream {
    let mut tail = TokenStream::new();
    while input.peek(Token![.]) || input.peek(Token![?]) {
        while !(input.is_empty() || input.peek(token::Paren) || input.peek(Token![;])) {
            tail.extend(input.parse::<TokenTree>());
        }
        if input.peek(token::Paren) {
            tail.extend(input.parse::<TokenTree>());
        }
    }
    tail
}

/// A function that is called with these arguments after its values.
pub(crate) fn call(
    name: &Ident,
    values: Vec<String>,
    arguments: &[TokenStream],
    diagnostics: &Diagnostics,
) -> LayerSyntax {
    let mut layer = LayerSyntax {
        attributes: Vec::new(),
        name: name.clone(),
        kind: name.clone(),
        network: None,
        arguments: Vec::new(),
        values,
        written: quote!(#(#arguments),*),
        group: TokenStream::new(),
        is_faulty: false,
        foreign: Foreign::default(),
    };
    for argument in arguments {
        let parser = |input: ParseStream<'_>| {
            let content;
            syn::braced!(content in input);
            let argument = function_argument(&content, diagnostics);
            let _ = rest_of(&content);
            argument
        };
        match parser.parse2(enclosed(argument.clone()).into()) {
            Ok(argument) => layer.arguments.push(argument),
            Err(error) => {
                diagnostics.push(error);
                layer.is_faulty = true;
            }
        }
    }
    layer
}

/// An argument of a function may also be a list or a range.
fn function_argument(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Argument> {
    let all = input.cursor().token_stream();
    let argument = if input.peek(Ident::peek_any) && is_option(input) {
        named(input, diagnostics)?
    } else if input.peek(token::Bracket) {
        Argument::List { elements: elements(input)?, tokens: all }
    } else {
        let start = if input.peek(Token![..]) { None } else { Some(expression(input)?) };
        match (start, input.parse::<Option<Token![..]>>()?) {
            (Some(value), None) => Argument::Positional(value),
            (start, _) => {
                let end = if input.is_empty() { None } else { Some(expression(input)?) };
                let (start, end) = (start.map(Box::new), end.map(Box::new));
                Argument::Range { start, end, tokens: all }
            }
        }
    };
    if input.is_empty() { Ok(argument) } else { Err(separated(input, "arguments", ')')) }
}

/// `[8, 7, 7]`
fn elements(input: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    let (_, _, content) = input.parse_any_delimiter()?;
    separated_elements(&content)
}

/// `8, 7, 7`
pub(crate) fn elements_of(tokens: TokenStream) -> syn::Result<Vec<Expr>> {
    separated_elements.parse2(tokens)
}

fn separated_elements(content: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    let mut elements = Vec::new();
    while !content.is_empty() {
        let element = expression(content);
        let is_end = content.is_empty() || content.parse::<Option<Token![,]>>()?.is_some();
        let error = (!is_end).then(|| separated(content, "sizes", ']'));
        match (element, error) {
            (Ok(element), None) => elements.push(element),
            (Err(error), _) | (_, Some(error)) => {
                let _ = rest_of(content);
                return Err(error);
            }
        }
    }
    Ok(elements)
}

/// Something stands where a `,` or the end was expected.
fn separated(input: ParseStream<'_>, what: &str, close: char) -> syn::Error {
    let found = next_text(input);
    let message =
        format!("{what} are separated by `,`\nexpected: `,` or `{close}`\n   found: `{found}`");
    syn::Error::new(input.span(), message)
}

fn arguments(input: ParseStream<'_>, layer: &mut LayerSyntax, diagnostics: &Diagnostics) {
    while !input.is_empty() {
        match argument(input, layer, diagnostics) {
            Ok(argument) => layer.arguments.push(argument),
            Err(error) => {
                diagnostics.push(error);
                layer.is_faulty = true;
                while !input.is_empty() && !input.peek(Token![,]) {
                    let _ = input.parse::<TokenTree>();
                }
            }
        }
        if input.peek(Token![,]) {
            let _ = input.parse::<Token![,]>();
        } else if !input.is_empty() {
            let found = next_text(input);
            let expected = format!("expected: `,` or `)`\n   found: `{found}`");
            diagnostics.push(match input.parse::<Option<Token![->]>>() {
                Ok(Some(arrow)) => {
                    syn::Error::new_spanned(arrow, format!("there are two arrows\n{expected}"))
                }
                _ => input.error(format!("arguments are separated by `,`\n{expected}")),
            });
            layer.is_faulty = true;
            if !(input.peek(syn::Ident) && input.peek2(Token![=])) {
                // `; padding = 1` goes on after the `;`, anything else after the next comma.
                let is_separator = input.peek(Token![;]);
                let _ = input.parse::<TokenTree>();
                while !is_separator && !input.is_empty() && !input.peek(Token![,]) {
                    let _ = input.parse::<TokenTree>();
                }
                if input.peek(Token![,]) {
                    let _ = input.parse::<Token![,]>();
                }
            }
        }
    }
}

fn argument(
    input: ParseStream<'_>,
    layer: &LayerSyntax,
    diagnostics: &Diagnostics,
) -> syn::Result<Argument> {
    if input.peek(Ident::peek_any) && is_option(input) {
        let argument = named(input, diagnostics)?;
        return if input.peek(Token![->]) {
            named_arrow(input, argument, diagnostics)
        } else {
            Ok(argument)
        };
    }
    let infers = input.peek(Token![_]) && input.peek2(Token![->]);
    if infers {
        input.parse::<Token![_]>()?;
    }
    if infers || input.peek(Token![->]) {
        let (arrow, output) = arrow_output(input, "_")?;
        if !infers {
            let text = source_text(&output.to_token_stream());
            let message = format!(
                "the arrow has no size before it\nexpected: `in -> {text}`\n   found: `-> {text}`\nhelp: write `_ -> {text}` to take what `{}` gets",
                layer.name
            );
            diagnostics.error(arrow, message);
        }
        return Ok(Argument::Arrow {
            input: None,
            tokens: quote!(#arrow #output),
            output: Box::new(output),
        });
    }
    let left = value_or_list(input)?;
    if input.peek(Token![->]) {
        let (arrow, output) = arrow_output(input, &source_text(&left.to_token_stream()))?;
        let tokens = quote!(#left #arrow #output);
        return Ok(arrow_of(left, output, tokens));
    }
    let Some(sign) = other_arrow(input)? else { return Ok(Argument::Positional(left)) };
    let right = expression(input)?;
    let (l, r) = (source_text(&left.to_token_stream()), source_text(&right.to_token_stream()));
    let tokens = quote!(#left #right);
    diagnostics.error(
        &tokens,
        format!("sizes are joined by `->`\nexpected: `{l} -> {r}`\n   found: `{l} {sign} {r}`"),
    );
    Ok(arrow_of(left, right, tokens))
}

/// `in = 3 -> out = 8`
fn named_arrow(
    input: ParseStream<'_>,
    argument: Argument,
    diagnostics: &Diagnostics,
) -> syn::Result<Argument> {
    let Argument::Named { name, value: left } = argument else { return Ok(argument) };
    let arrow: Token![->] = input.parse()?;
    if input.peek(Ident::peek_any) && is_option(input) {
        Ident::parse_any(input)?;
        input.parse::<TokenTree>()?;
    }
    let right = expression(input)?;
    let (l, r) = (source_text(&left.to_token_stream()), source_text(&right.to_token_stream()));
    let message = format!(
        "the sizes around `->` have no names\nexpected: `{l} -> {r}`\n   found: `{name} = {l} -> …`"
    );
    diagnostics.error(name, message);
    let tokens = quote!(#left #arrow #right);
    Ok(arrow_of(left, right, tokens))
}

/// Whether a word is followed by `=`, or by what was meant as one.
fn is_option(input: ParseStream<'_>) -> bool {
    let is_colon = input.peek2(Token![:]) && !input.peek2(Token![::]);
    input.peek2(Token![=]) || input.peek2(Token![==]) || is_colon
}

fn arrow_of(left: Expr, right: Expr, tokens: TokenStream) -> Argument {
    Argument::Arrow { input: Some(Box::new(left)), output: Box::new(right), tokens }
}

/// `=>`, `..` or `- >`, which were meant as arrows.
fn other_arrow(input: ParseStream<'_>) -> syn::Result<Option<&'static str>> {
    if input.peek(Token![=>]) {
        input.parse::<Token![=>]>()?;
        return Ok(Some("=>"));
    }
    if input.peek(Token![..]) {
        input.parse::<Token![..]>()?;
        return Ok(Some(".."));
    }
    if input.peek(Token![-]) && input.peek2(Token![>]) {
        input.parse::<Token![-]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Some("- >"));
    }
    Ok(None)
}

fn arrow_output(input: ParseStream<'_>, left: &str) -> syn::Result<(Token![->], Expr)> {
    let arrow: Token![->] = input.parse()?;
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!(
            "the arrow has no size after it\nexpected: `{left} -> out`\n   found: `{left} ->`"
        );
        return Err(syn::Error::new_spanned(arrow, message));
    }
    Ok((arrow, expression(input)?))
}

/// `name = value`; `:` and `==` are reported and read as `=`.
fn named(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Argument> {
    let name = Ident::parse_any(input)?;
    let sign = if input.peek(Token![==]) {
        Some(input.parse::<Token![==]>()?.to_token_stream())
    } else if input.peek(Token![:]) {
        Some(input.parse::<Token![:]>()?.to_token_stream())
    } else {
        input.parse::<Token![=]>()?;
        None
    };
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new(
            name.span(),
            format!("`{name}` has no value\nexpected: `{name} = value`\n   found: `{name} =`"),
        ));
    }
    let value = value_or_list(input)?;
    if let Some(sign) = sign {
        let text = source_text(&value.to_token_stream());
        let found = if sign.to_string() == ":" {
            format!("{name}: {text}")
        } else {
            format!("{name} == {text}")
        };
        diagnostics.error(
            sign,
            format!(
                "an option is given with `=`\nexpected: `{name} = {text}`\n   found: `{found}`"
            ),
        );
    }
    Ok(Argument::Named { name, value })
}

/// The value of an option, which others also give as a list: `[3, 3]`.
fn value_or_list(input: ParseStream<'_>) -> syn::Result<Expr> {
    let is_whole =
        input.peek2(Token![,]) || input.cursor().token_tree().is_some_and(|(_, rest)| rest.eof());
    if input.peek(token::Bracket) && is_whole {
        return Ok(Expr::Verbatim(input.parse::<TokenTree>()?.into()));
    }
    expression(input)
}

/// A size, or the value of an option.
pub(super) fn expression(input: ParseStream<'_>) -> syn::Result<Expr> {
    let (span, found) = (input.span(), next_text(input));
    let is_indexed = input.peek2(Token![.]) || input.peek2(token::Bracket);
    let is_list = input.peek(token::Bracket) && !is_indexed;
    let message = format!(
        "this is not a value\nexpected: a number, a constant or arithmetic on them\n   found: `{found}`"
    );
    if is_list {
        return Err(syn::Error::new(span, message));
    }
    parsed(input, expression::expression).map_err(|_| syn::Error::new(span, message))
}

/// What `parse` makes of the tokens ahead; after a mistake they are all there still.
pub(super) fn parsed<T>(
    input: ParseStream<'_>,
    parse: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let fork = input.fork();
    let value = fork.call(parse)?;
    input.advance_to(&fork);
    Ok(value)
}

/// All that is left.
pub(super) fn rest_of(input: ParseStream<'_>) -> TokenStream {
    input.parse().unwrap_or_default()
}
