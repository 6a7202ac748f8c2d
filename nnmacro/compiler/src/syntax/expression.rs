//! The reader of expressions: how far one goes, and what of it the macro can evaluate.
//!
//! A size is any constant expression of Rust. Literals, names, parentheses, signs and the operators between them
//! are read to a tree; everything else (calls, casts, methods, `if`, `match`, blocks) is for rustc alone and stays
//! the tokens that it is, an [`Expr::Verbatim`]. syn's own parser is not asked: what it reads depends on its
//! features, which any crate of the build may switch on.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::discouraged::AnyDelimiter;
use syn::parse::{ParseStream, Parser};
use syn::{BinOp, Expr, Lifetime, Lit, Path, Token, UnOp, token};

use super::entrance::{BLOCKS, alone};

/// Whether `Name { … }` is a value: not where a block follows, `if a == b { … }`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Structs {
    Values,
    No,
}

/// An expression, without a range.
pub(super) fn expression(input: ParseStream<'_>) -> syn::Result<Expr> {
    binary(input, 0, Structs::Values)
}

/// The expression that `tokens` are, all of them.
pub(crate) fn read(tokens: TokenStream) -> syn::Result<Expr> {
    expression.parse2(tokens)
}

/// The tokens between two places.
pub(super) fn between(start: Cursor<'_>, end: Cursor<'_>) -> TokenStream {
    let (mut at, mut tokens) = (start, Vec::new());
    while at != end {
        let Some((token, next)) = at.token_tree() else { break };
        tokens.push(token);
        at = next;
    }
    let last = tokens.pop().map(alone); // what was joined to it stays behind
    tokens.into_iter().chain(last).collect()
}

/// How tightly the operator ahead binds; `None` where none is, or one that ends a size: `->`, `- >`, `..`, `=`.
fn strength(input: ParseStream<'_>) -> Option<u8> {
    let ends = input.peek(Token![->])
        || input.peek(Token![-]) && input.peek2(Token![>])
        || input.peek(Token![+=])
        || input.peek(Token![-=])
        || input.peek(Token![*=])
        || input.peek(Token![/=])
        || input.peek(Token![%=])
        || input.peek(Token![^=])
        || input.peek(Token![&=])
        || input.peek(Token![|=])
        || input.peek(Token![<<=])
        || input.peek(Token![>>=]);
    if ends {
        return None;
    }
    Some(if input.peek(Token![||]) {
        1
    } else if input.peek(Token![&&]) {
        2
    } else if input.peek(Token![<<]) || input.peek(Token![>>]) {
        7
    } else if input.peek(Token![==])
        || input.peek(Token![!=])
        || input.peek(Token![<])
        || input.peek(Token![>])
    {
        3
    } else if input.peek(Token![|]) {
        4
    } else if input.peek(Token![^]) {
        5
    } else if input.peek(Token![&]) {
        6
    } else if input.peek(Token![+]) || input.peek(Token![-]) {
        8
    } else if input.peek(Token![*]) || input.peek(Token![/]) || input.peek(Token![%]) {
        9
    } else {
        return None;
    })
}

/// Operands joined by operators that bind at least as tightly as `least`.
fn binary(input: ParseStream<'_>, least: u8, structs: Structs) -> syn::Result<Expr> {
    let mut left = cast(input, structs)?;
    while let Some(strength) = strength(input).filter(|s| *s >= least) {
        let op: BinOp = input.parse()?;
        let right = binary(input, strength + 1, structs)?;
        let (left_side, right) = (Box::new(left), Box::new(right));
        left = Expr::Binary(syn::ExprBinary { attrs: Vec::new(), left: left_side, op, right });
    }
    Ok(left)
}

/// `x as T`
fn cast(input: ParseStream<'_>, structs: Structs) -> syn::Result<Expr> {
    let start = input.cursor();
    let mut expr = signed(input, structs)?;
    while input.peek(Token![as]) {
        input.parse::<Token![as]>()?;
        ty(input)?;
        expr = Expr::Verbatim(between(start, input.cursor()));
    }
    Ok(expr)
}

/// `-x`, `!x`, `*x`, `&x`
fn signed(input: ParseStream<'_>, structs: Structs) -> syn::Result<Expr> {
    let start = input.cursor();
    if input.peek(Token![->]) {
        return Err(input.error("no value"));
    }
    if input.peek(Token![-]) {
        let op = UnOp::Neg(input.parse()?);
        let expr = Box::new(signed(input, structs)?);
        return Ok(Expr::Unary(syn::ExprUnary { attrs: Vec::new(), op, expr }));
    }
    if input.peek(Token![!]) || input.peek(Token![*]) || input.peek(Token![&]) {
        input.parse::<TokenTree>()?;
        let _ = input.parse::<Option<Token![mut]>>();
        signed(input, structs)?;
        return Ok(Expr::Verbatim(between(start, input.cursor())));
    }
    postfix(input, structs)
}

/// `x.method(y)`, `x(y)`, `x[y]`, `x.0`, `x?`
fn postfix(input: ParseStream<'_>, structs: Structs) -> syn::Result<Expr> {
    let start = input.cursor();
    let mut expr = primary(input, structs)?;
    loop {
        if input.peek(Token![.]) && !input.peek(Token![..]) {
            input.parse::<Token![.]>()?;
            if input.peek(Lit) {
                input.parse::<Lit>()?;
            } else {
                Ident::parse_any(input)?;
                if input.peek(Token![::]) {
                    input.parse::<Token![::]>()?;
                    angles(input)?;
                }
            }
        } else if input.peek(token::Paren) || input.peek(token::Bracket) {
            let (_, _, content) = input.parse_any_delimiter()?;
            values(&content)?;
        } else if input.peek(Token![?]) {
            input.parse::<Token![?]>()?;
        } else {
            return Ok(expr);
        }
        expr = Expr::Verbatim(between(start, input.cursor()));
    }
}

/// `a, b, 0..c`: values in brackets, and whether a comma comes after the last.
fn values(content: ParseStream<'_>) -> syn::Result<(Vec<Expr>, bool)> {
    let (mut all, mut ends_with_comma) = (Vec::new(), false);
    while !content.is_empty() {
        all.push(range(content)?);
        ends_with_comma = content.parse::<Option<Token![,]>>()?.is_some();
        if !ends_with_comma && content.peek(Token![;]) {
            content.parse::<Token![;]>()?; // `[0; N]`
        } else if !ends_with_comma && !content.is_empty() {
            return Err(content.error("no value"));
        }
    }
    Ok((all, ends_with_comma))
}

/// A value, or a range in brackets.
fn range(input: ParseStream<'_>) -> syn::Result<Expr> {
    let start = input.cursor();
    let first = if input.peek(Token![..]) { None } else { Some(expression(input)?) };
    if !input.peek(Token![..]) {
        return first.ok_or_else(|| input.error("no value"));
    }
    if input.parse::<Option<Token![..=]>>()?.is_none() {
        input.parse::<Token![..]>()?;
    }
    if !input.is_empty() && !input.peek(Token![,]) {
        expression(input)?;
    }
    Ok(Expr::Verbatim(between(start, input.cursor())))
}

fn primary(input: ParseStream<'_>, structs: Structs) -> syn::Result<Expr> {
    let start = input.cursor();
    if input.peek(Lit) {
        let lit = input.parse()?;
        return Ok(Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit }));
    }
    if input.peek(token::Paren) {
        return parentheses(input);
    }
    if input.peek(token::Bracket) {
        let (_, _, content) = input.parse_any_delimiter()?;
        values(&content)?;
        return Ok(Expr::Verbatim(between(start, input.cursor())));
    }
    if begins_block(input) {
        block(input)?;
        return Ok(Expr::Verbatim(between(start, input.cursor())));
    }
    let path = path(input, Style::Value)?;
    let is_macro = input.peek(Token![!]) && !input.peek(Token![!=]);
    if is_macro {
        input.parse::<Token![!]>()?;
        input.parse_any_delimiter()?.2.parse::<TokenStream>()?;
    } else if input.peek(token::Brace) && structs == Structs::Values {
        input.parse::<TokenTree>()?;
    } else if !path.has_arguments {
        let path = Path::parse_mod_style.parse2(path.tokens)?;
        return Ok(Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path }));
    }
    Ok(Expr::Verbatim(between(start, input.cursor())))
}

/// `(a)` or `(a, b)`
fn parentheses(input: ParseStream<'_>) -> syn::Result<Expr> {
    let (_, span, content) = input.parse_any_delimiter()?;
    let (all, ends_with_comma) = values(&content)?;
    let paren_token = token::Paren { span };
    let attrs = Vec::new();
    if let (false, Ok([one])) = (ends_with_comma, <[Expr; 1]>::try_from(all.clone())) {
        return Ok(Expr::Paren(syn::ExprParen { attrs, paren_token, expr: Box::new(one) }));
    }
    let elems = all.into_iter().collect();
    Ok(Expr::Tuple(syn::ExprTuple { attrs, paren_token, elems }))
}

fn begins_block(input: ParseStream<'_>) -> bool {
    let word = input.cursor().ident().map(|(word, _)| word);
    input.peek(token::Brace)
        || input.peek(Lifetime)
        || word.is_some_and(|w| BLOCKS.iter().any(|b| w == b))
}

/// `{ … }`, `if a { … } else { … }`, `match a { … }`, `const { … }`
fn block(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Lifetime) {
        input.parse::<Lifetime>()?;
        input.parse::<Token![:]>()?;
    }
    while input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        binary_or_let(input)?;
        braces(input)?;
        if input.parse::<Option<Token![else]>>()?.is_none() {
            return Ok(());
        }
    }
    if input.peek(Token![match]) {
        input.parse::<Token![match]>()?;
        binary(input, 0, Structs::No)?;
    } else if input.peek(Token![unsafe]) || input.peek(Token![const]) || input.peek(Token![loop]) {
        input.parse::<TokenTree>()?;
    }
    braces(input)
}

fn braces(input: ParseStream<'_>) -> syn::Result<()> {
    match input.peek(token::Brace) {
        true => input.parse::<TokenTree>().map(drop),
        false => Err(input.error("no value")),
    }
}

/// The condition of an `if`: `a == b`, `let Some(c) = d && e`.
fn binary_or_let(input: ParseStream<'_>) -> syn::Result<()> {
    loop {
        if input.peek(Token![let]) {
            input.parse::<Token![let]>()?;
            while !input.peek(Token![=]) || input.peek(Token![==]) || input.peek(Token![=>]) {
                input.parse::<TokenTree>()?;
            }
            input.parse::<Token![=]>()?;
            binary(input, 3, Structs::No)?; // `&&` joins it with the next
        } else {
            binary(input, 3, Structs::No)?;
        }
        let is_more = input.parse::<Option<Token![&&]>>()?.is_some()
            || input.parse::<Option<Token![||]>>()?.is_some();
        if !is_more {
            return Ok(());
        }
    }
}

/// Where a path stands: its arguments follow `::` in an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Value,
    Type,
}

/// A path that was read.
pub(super) struct PathRead {
    /// All of it.
    pub(super) tokens: TokenStream,
    /// Its last word.
    pub(super) last: Ident,
    /// Whether it has arguments anywhere: `A<3>::B`.
    pub(super) has_arguments: bool,
}

/// `a::b`, `A::<3>::B`, `<T as Trait>::N`
pub(super) fn path(input: ParseStream<'_>, style: Style) -> syn::Result<PathRead> {
    let start = input.cursor();
    let mut has_arguments = input.peek(Token![<]);
    if has_arguments {
        angles(input)?;
        input.parse::<Token![::]>()?;
    } else {
        input.parse::<Option<Token![::]>>()?;
    }
    loop {
        let is_word = input.peek(syn::Ident)
            || input.peek(Token![self])
            || input.peek(Token![Self])
            || input.peek(Token![super])
            || input.peek(Token![crate]);
        if !is_word {
            return Err(input.error("no path"));
        }
        let last = Ident::parse_any(input)?;
        let mut is_more = input.parse::<Option<Token![::]>>()?.is_some();
        if input.peek(Token![<]) && (is_more || style == Style::Type) {
            angles(input)?;
            has_arguments = true;
            is_more = input.parse::<Option<Token![::]>>()?.is_some();
        }
        if !is_more {
            let tokens = between(start, input.cursor());
            return Ok(PathRead { tokens, last, has_arguments });
        }
    }
}

/// `<A, { B + 1 }>`: what stands between is for rustc.
pub(super) fn angles(input: ParseStream<'_>) -> syn::Result<()> {
    let (mut open, mut is_arrow) = (0_usize, false);
    loop {
        if input.is_empty() || input.peek(Token![;]) {
            return Err(input.error("no `>`"));
        }
        let token: TokenTree = input.parse()?;
        let sign = match &token {
            TokenTree::Punct(p) => p.as_char(),
            _ => ' ',
        };
        match sign {
            '<' => open += 1,
            '>' if !is_arrow => open = open.saturating_sub(1),
            _ => {}
        }
        is_arrow = matches!(sign, '-' | '=');
        if open == 0 {
            return Ok(());
        }
    }
}

/// A type.
pub(super) fn ty(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let start = input.cursor();
    loop {
        if input.peek(Token![&]) {
            input.parse::<TokenTree>()?;
            input.parse::<Option<Lifetime>>()?;
            input.parse::<Option<Token![mut]>>()?;
        } else if input.peek(Token![*]) {
            input.parse::<Token![*]>()?;
            input.parse::<TokenTree>()?; // `const` or `mut`
        } else {
            break;
        }
    }
    if input.peek(Token![dyn]) || input.peek(Token![impl]) {
        input.parse::<TokenTree>()?;
        bounds(input)?;
    } else if input.peek(token::Paren) || input.peek(token::Bracket) || input.peek(Token![!]) {
        input.parse::<TokenTree>()?;
    } else if input.peek(Token![fn]) {
        input.parse::<Token![fn]>()?;
        input.parse_any_delimiter()?.2.parse::<TokenStream>()?;
        if input.parse::<Option<Token![->]>>()?.is_some() {
            ty(input)?;
        }
    } else if input.parse::<Option<Token![_]>>()?.is_none() {
        path(input, Style::Type)?;
    }
    Ok(between(start, input.cursor()))
}

/// `A + B + 'static`
fn bounds(input: ParseStream<'_>) -> syn::Result<()> {
    loop {
        if input.parse::<Option<Lifetime>>()?.is_none() {
            path(input, Style::Type)?;
        }
        if input.parse::<Option<Token![+]>>()?.is_none() {
            return Ok(());
        }
    }
}
