//! One layer: its kind and its arguments. A mistake in one argument leaves the others readable.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::{AnyDelimiter, Speculative};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Token, token};

use super::expression::{self, Style};
use super::parse::{enclosed, next_text};
use super::{Argument, LayerSyntax, NetworkSyntax, source_text};
use crate::diagnostics::Diagnostics;
use crate::ops;

/// What follows `name:`.
pub(super) fn layer(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    name: Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<LayerSyntax> {
    let (kind, network) = kind(input, &name, diagnostics)?;
    let mut layer = LayerSyntax {
        attributes,
        name,
        kind,
        network,
        arguments: Vec::new(),
        values: Vec::new(),
        written: TokenStream::new(),
        is_faulty: false,
    };
    if !(input.peek(token::Paren) || input.peek(token::Bracket) || input.peek(token::Brace)) {
        return Ok(layer);
    }
    let group = input.cursor().token_tree().map(|(group, _)| source_text(&group.into()));
    let is_paren = input.peek(token::Paren);
    let (_, span, content) = input.parse_any_delimiter()?;
    layer.written = content.cursor().token_stream();
    if !is_paren {
        let (kind, written) = (&layer.kind, source_text(&layer.written));
        diagnostics.error_at(
            span.open(),
            format!(
                "the arguments of a layer stand in parentheses\nexpected: `{kind}({written})`\n   found: `{kind}{}`",
                group.unwrap_or_default()
            ),
        );
    }
    arguments(&content, &mut layer, diagnostics);
    Ok(layer)
}

/// A function that is called with these arguments behind its values.
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
        is_faulty: false,
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
    let mut elements = Vec::new();
    while !content.is_empty() {
        let element = expression(&content);
        let is_end = content.is_empty() || content.parse::<Option<Token![,]>>()?.is_some();
        let error = (!is_end).then(|| separated(&content, "sizes", ']'));
        match (element, error) {
            (Ok(element), None) => elements.push(element),
            (Err(error), _) | (_, Some(error)) => {
                let _ = rest_of(&content);
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

/// A kind, a network's type, or `[Block; 4]`.
fn kind(
    input: ParseStream<'_>,
    name: &Ident,
    diagnostics: &Diagnostics,
) -> syn::Result<(Ident, Option<NetworkSyntax>)> {
    if input.peek(token::Bracket) {
        return list(input, name);
    }
    if input.is_empty() || !(input.peek(syn::Ident) || begins_path(input)) {
        let found = if input.is_empty() {
            format!("{name}:")
        } else {
            format!("{name}: {}", next_text(input))
        };
        return Err(syn::Error::new(
            name.span(),
            format!(
                "`{name}` has no kind\nexpected: `{name}: Kind(…);`, such as `{name}: Relu;`\n   found: `{found}`"
            ),
        ));
    }
    let is_word = input.peek(syn::Ident) && !input.peek2(Token![::]) && !input.peek2(Token![<]);
    if is_word {
        return Ok((input.parse()?, None));
    }
    let word = input.cursor().ident().filter(|(word, _)| ops::kind(&word.to_string()).is_some());
    if let Some((kind, _)) = word
        && input.peek2(Token![<])
    {
        input.parse::<Ident>()?;
        let message = format!(
            "the arguments of a layer stand in parentheses\nexpected: `{kind}(…)`\n   found: `{kind}<`"
        );
        return Err(syn::Error::new(input.span(), message));
    }
    let at = input.span();
    let path = parsed(input, |input| expression::path(input, Style::Type)).map_err(|_| {
        syn::Error::new(at, format!("`{name}` has no kind\nexpected: a kind of layer, or the path of a network\n   found: a path that cannot be read"))
    })?;
    let (kind, ty) = (path.last, path.tokens);
    if input.peek(token::Paren) || ops::kind(&kind.to_string()).is_some() {
        // Arguments are for kinds, which are words.
        let text = source_text(&ty);
        let message = if !path.ends_with_arguments {
            format!("a kind is one word, not a path\nexpected: `{kind}`\n   found: `{text}`")
        } else {
            format!(
                "the arguments of a layer stand in parentheses\nexpected: `{kind}(…)`\n   found: `{text}`"
            )
        };
        diagnostics.error(ty, message);
        return Ok((kind, None));
    }
    Ok((kind, Some(NetworkSyntax { ty, count: None })))
}

/// Whether a path begins here with a word of Rust: `self::`, `super::`, `crate::`, `::`.
fn begins_path(input: ParseStream<'_>) -> bool {
    input.peek(Token![::])
        || (input.peek(Token![self]) || input.peek(Token![super]) || input.peek(Token![crate]))
            && input.peek2(Token![::])
}

/// `[Block; 4]`
fn list(input: ParseStream<'_>, name: &Ident) -> syn::Result<(Ident, Option<NetworkSyntax>)> {
    let (at, found) = (input.span(), next_text(input));
    let (_, _, content) = input.parse_any_delimiter()?;
    let expected = format!("expected: `{name}: [Network; count];`\n   found: `{found}`");
    let wrong = || {
        let what = "a chain of equal networks is a type and a number";
        syn::Error::new(at, format!("{what}\n{expected}"))
    };
    let path = parsed(&content, |input| expression::path(input, Style::Type)).map_err(|_| wrong());
    let is_separated = content.parse::<Option<Token![;]>>()?.is_some();
    let count = if is_separated { expression(&content) } else { Err(wrong()) };
    let rest = rest_of(&content);
    let (path, count) = (path?, count?);
    if !rest.is_empty() {
        return Err(wrong());
    }
    Ok((path.last, Some(NetworkSyntax { ty: path.tokens, count: Some(count) })))
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
                // `; padding = 1` goes on behind the `;`, anything else behind the next comma.
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
        return named(input, diagnostics);
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
                "the arrow has no size ahead of it\nexpected: `in -> {text}`\n   found: `-> {text}`\nhelp: write `_ -> {text}` to take what `{}` gets",
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
    let left = expression(input)?;
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
            "the arrow has no size behind it\nexpected: `{left} -> out`\n   found: `{left} ->`"
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
    let value = expression(input)?;
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

/// A size, or the value of an option.
pub(super) fn expression(input: ParseStream<'_>) -> syn::Result<Expr> {
    let (span, found) = (input.span(), next_text(input));
    let is_indexed = input.peek2(Token![.]) || input.peek2(token::Bracket);
    let is_list = input.peek(token::Bracket) && !is_indexed;
    let message = format!(
        "this is no value\nexpected: a number, a constant or arithmetic on them\n   found: `{found}`"
    );
    if is_list {
        return Err(syn::Error::new(span, message));
    }
    parsed(input, expression::expression).map_err(|_| syn::Error::new(span, message))
}

/// What `parse` makes of the tokens ahead; behind a mistake they are all there still.
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
