//! One layer: its kind and its arguments. A mistake in one argument leaves the others readable.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::{AnyDelimiter, Speculative};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Expr, Token, token};

use super::parse::{enclosed, next_text};
use super::{Argument, Foreign, LayerSyntax, NetworkSyntax, source_text};
use crate::diagnostics::Diagnostics;
use crate::foreign::kind_here;
use crate::ops;

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
    if !is_paren {
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

/// What stands ahead of the arguments.
struct Kind {
    word: Ident,
    network: Option<NetworkSyntax>,
    /// As written, where it is neither a word nor a network.
    path: TokenStream,
    /// Arguments between angle brackets.
    arguments: Vec<Argument>,
}

impl Kind {
    /// One of this language's, or a network's type.
    fn of(word: Ident, network: Option<NetworkSyntax>) -> Self {
        Self { word, network, path: TokenStream::new(), arguments: Vec::new() }
    }
}

/// A kind, a network's type, or `[Block; 4]`.
fn kind(input: ParseStream<'_>, name: &Ident) -> syn::Result<Kind> {
    if input.peek(token::Bracket) {
        let (word, network) = list(input, name)?;
        return Ok(Kind::of(word, network));
    }
    if let Some(kind) = quoted(input) {
        return Ok(kind);
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
    if let Some(kind) = elsewhere(input)? {
        return Ok(kind);
    }
    let is_word = input.peek(syn::Ident) && !input.peek2(Token![::]) && !input.peek2(Token![<]);
    if is_word {
        return Ok(Kind::of(input.parse()?, None));
    }
    let at = input.span();
    let path: syn::Path = input.parse().map_err(|_| {
        syn::Error::new(at, format!("`{name}` has no kind\nexpected: a kind of layer, or the path of a network\n   found: a path that cannot be read"))
    })?;
    let last = path.segments.last().expect("a path has a segment");
    sizes_as_types(&path, last)?;
    let (word, ty) = (last.ident.clone(), path.to_token_stream());
    Ok(Kind::of(word, Some(NetworkSyntax { ty, count: None })))
}

/// `"relu"`, as Keras names kinds.
fn quoted(input: ParseStream<'_>) -> Option<Kind> {
    let literal: syn::LitStr = input.fork().parse().ok()?;
    let word = syn::parse_str::<Ident>(&literal.value()).ok()?;
    let path = input.parse::<TokenTree>().ok()?.into();
    let word = Ident::new(&word.to_string(), literal.span());
    Some(Kind { word, network: None, path, arguments: Vec::new() })
}

/// A kind as other libraries write it: `nn.Linear`, `nn::Linear`, `LinearConfig::new`, `Linear<8, 10>`. A path that may be
/// the type of a network is none.
fn elsewhere(input: ParseStream<'_>) -> syn::Result<Option<Kind>> {
    let fork = input.fork();
    if fork.peek(Token![::]) {
        let _ = fork.parse::<Token![::]>();
    }
    let mut words = vec![Ident::parse_any(&fork)?];
    let (mut is_dotted, mut arguments) = (false, Vec::new());
    loop {
        if fork.peek(Token![.]) && fork.peek2(Ident::peek_any) {
            fork.parse::<Token![.]>()?;
            is_dotted = true;
        } else if fork.peek(Token![::]) && fork.peek3(Ident::peek_any) {
            fork.parse::<Token![::]>()?;
        } else if fork.peek(Token![<]) || fork.peek(Token![::]) && fork.peek3(Token![<]) {
            let Ok(given) = fork.call(syn::AngleBracketedGenericArguments::parse) else {
                return Ok(None);
            };
            let size = |a: &syn::GenericArgument| syn::parse2(a.to_token_stream()).ok();
            arguments = given.args.iter().filter_map(size).map(Argument::Positional).collect();
            continue;
        } else {
            break;
        }
        words.push(Ident::parse_any(&fork)?);
    }
    let is_made = |word: &Ident| ["new", "default", "init", "build"].iter().any(|w| word == w);
    let mut last = words.len() - 1;
    if last > 0 && is_made(&words[last]) {
        last -= 1;
    }
    let text = words[last].to_string();
    let is_other = !arguments.is_empty() && kind_here(&text).is_some();
    let is_known = is_other || ops::kind(&text).is_some() || ops::loss::loss(&text).is_some();
    let is_word = words.len() == 1 && (arguments.is_empty() || !is_known);
    if is_word || !(is_dotted || is_known || last + 1 < words.len() || fork.peek(token::Paren)) {
        return Ok(None);
    }
    let mut path = TokenStream::new();
    while input.cursor() != fork.cursor() {
        path.extend(input.parse::<TokenTree>());
    }
    Ok(Some(Kind { word: words.swap_remove(last), network: None, path, arguments }))
}

/// `Block<32, 32>`: a size of a network is a type.
fn sizes_as_types(path: &syn::Path, last: &syn::PathSegment) -> syn::Result<()> {
    let syn::PathArguments::AngleBracketed(given) = &last.arguments else { return Ok(()) };
    let is_number = |a: &syn::GenericArgument| matches!(a, syn::GenericArgument::Const(_));
    if !given.args.iter().any(is_number) {
        return Ok(());
    }
    let numbers: TokenStream = given.args.iter().filter(|a| is_number(a)).map(|a| quote!(#a)).collect();
    let sizes: Vec<String> = given.args.iter().map(size_as_type).collect();
    let (name, found) = (&last.ident, source_text(&path.to_token_stream()));
    let start = &found[..found.rfind('<').unwrap_or_default()];
    let message = format!(
        "a size of the network `{name}` is a type\nexpected: `D<N>` of `nncore::dim` for the number `N`, or another type that is a `Dim`\n   found: `{found}`\nhelp: write `{start}<{}>`",
        sizes.join(", ")
    );
    Err(syn::Error::new_spanned(numbers, message))
}

/// `D<32>` of `32`
fn size_as_type(argument: &syn::GenericArgument) -> String {
    let text = source_text(&argument.to_token_stream());
    match argument {
        syn::GenericArgument::Const(Expr::Lit(_) | Expr::Block(_)) => format!("D<{text}>"),
        syn::GenericArgument::Const(_) => format!("D<{{ {text} }}>"),
        _ => text,
    }
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
    let path = parsed(&content, syn::Path::parse).map_err(|_| wrong());
    let sizes = path.as_ref().ok().and_then(|p| Some(sizes_as_types(p, p.segments.last()?)));
    let is_separated = content.parse::<Option<Token![;]>>()?.is_some();
    let count = if is_separated { expression(&content) } else { Err(wrong()) };
    let rest = rest_of(&content);
    let (path, count) = (path?, count?);
    sizes.unwrap_or(Ok(()))?;
    if !rest.is_empty() {
        return Err(wrong());
    }
    let last = path.segments.last().expect("a path has a segment");
    let kind = last.ident.clone();
    Ok((kind, Some(NetworkSyntax { ty: path.to_token_stream(), count: Some(count) })))
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
    let is_whole = input.peek2(Token![,]) || input.cursor().token_tree().is_some_and(|(_, rest)| rest.eof());
    if input.peek(token::Bracket) && is_whole {
        return Ok(Expr::Verbatim(input.parse::<TokenTree>()?.into()));
    }
    expression(input)
}

/// A size, or the value of an option.
pub(super) fn expression(input: ParseStream<'_>) -> syn::Result<Expr> {
    let (span, found) = (input.span(), next_text(input));
    let is_list = input.peek(token::Bracket);
    let message = format!(
        "this is no value\nexpected: a number, a constant or arithmetic on them\n   found: `{found}`"
    );
    if is_list {
        return Err(syn::Error::new(span, message));
    }
    // `3 - > 4` is an arrow that was torn apart, not a difference.
    if let Some(expr) = ahead_of_torn_arrow(input)? {
        return Ok(expr);
    }
    parsed(input, Expr::parse).map_err(|_| syn::Error::new(span, message))
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

/// `3` of `3 - > 4`, and of `3..4`, which syn reads as one expression or as two, by its features.
fn ahead_of_torn_arrow(input: ParseStream<'_>) -> syn::Result<Option<Expr>> {
    let fork = input.fork();
    let mut tokens = TokenStream::new();
    while !fork.is_empty() && !fork.peek(Token![,]) && !fork.peek(Token![;]) {
        let is_torn = fork.peek(Token![-]) && fork.peek2(Token![>]) && !fork.peek(Token![->]);
        if is_torn || fork.peek(Token![..]) {
            if tokens.is_empty() {
                return Ok(None);
            }
            // What lies ahead may be several things; then it is read as it stands.
            let Ok(expr) = syn::parse2(tokens.clone()) else { return Ok(None) };
            for _ in tokens {
                input.parse::<TokenTree>()?;
            }
            return Ok(Some(expr));
        }
        if fork.peek(Token![->]) {
            return Ok(None);
        }
        tokens.extend(fork.parse::<TokenTree>());
    }
    Ok(None)
}

/// All that is left.
pub(super) fn rest_of(input: ParseStream<'_>) -> TokenStream {
    input.parse().unwrap_or_default()
}
