//! Expressions of a body: calls, names, numbers, `+`, `-`, `*` and `/`.

use std::fmt::Display;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::AnyDelimiter;
use syn::parse::{ParseStream, Parser};
use syn::{Token, token};

use super::expression::{angles, between};
use super::layer::{parsed, rest_of};
use super::parse::{enclosed, next_text};
use super::value_text;

/// An expression.
#[derive(Clone)]
pub enum Term {
    /// A value, or a constant.
    Name(Ident),
    /// A number.
    Number(TokenStream),
    /// `layer(x)` or `function(x, 2, axis = 0)`
    Call(Call),
    /// `self.conv1(x)`, `x.relu()`, `F.relu(x)`: as other languages have it.
    Member(Member),
    /// `a + b`
    Binary {
        /// Left of the sign.
        left: Box<Term>,
        /// `+`, `-`, `*` or `/`; `@` and `^` (for `**`) are other languages'.
        sign: char,
        /// Right of it.
        right: Box<Term>,
        /// All of it.
        tokens: TokenStream,
    },
    /// `-a`
    Negative {
        /// What is negated.
        of: Box<Term>,
        /// All of it.
        tokens: TokenStream,
    },
}

/// A call. Which of its arguments are values depends on what is called.
#[derive(Clone)]
pub struct Call {
    /// The layer or function.
    pub name: Ident,
    /// The arguments, each as written.
    pub arguments: Vec<TokenStream>,
    /// All of it.
    pub tokens: TokenStream,
}

/// What stands after a `.` or `::`, and what before it.
#[derive(Clone)]
pub struct Member {
    /// What stands before it.
    pub of: Box<Term>,
    /// The word after it.
    pub name: Ident,
    /// The arguments, each as written, if there are parentheses.
    pub arguments: Option<Vec<TokenStream>>,
    /// All but the arguments.
    pub path: TokenStream,
    /// All of it.
    pub tokens: TokenStream,
}

impl Term {
    /// As written.
    pub fn tokens(&self) -> TokenStream {
        match self {
            Self::Name(name) => name.to_token_stream(),
            Self::Number(tokens)
            | Self::Call(Call { tokens, .. })
            | Self::Member(Member { tokens, .. })
            | Self::Binary { tokens, .. }
            | Self::Negative { tokens, .. } => tokens.clone(),
        }
    }
}

/// An error at the next token; at the end of a group at its closing bracket.
pub(super) fn here(input: ParseStream<'_>, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// The next token in quotes, or that there is none.
pub(super) fn next_or_end(input: ParseStream<'_>) -> String {
    if input.is_empty() { "the end".to_owned() } else { format!("`{}`", next_text(input)) }
}

/// Why a word of Rust is refused, and what it is replaced by, if there is more to say.
fn refusal(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "if" | "match" => (
            "a network computes the same for every sample, so it has no branches",
            "compute both and mix them: `gate * a + (1.0 - gate) * b`",
        ),
        "for" | "while" | "loop" => (
            "a network is a fixed number of steps, so it has no loops",
            "write the steps out, declare a chain of equal blocks, `blocks: [Block; 4];`, or run along a sequence: `scan(cell, x, h)`",
        ),
        "mut" => ("values of a network do not change", "bind a new one: `let h = relu(h);`"),
        "return" => ("a body ends with its output", "write the output as the last line"),
        "unsafe" | "move" | "async" | "await" | "const" | "static" | "fn" | "struct" | "ref" => {
            ("", "")
        }
        _ => return None,
    })
}

/// The error of a word of Rust that a body refuses, if one comes next.
pub(super) fn refused(input: ParseStream<'_>) -> Option<syn::Error> {
    let (word, _) = input.cursor().ident()?;
    let (reason, instead) = refusal(&word.to_string())?;
    let reason = if reason.is_empty() {
        format!("`{word}` has no meaning for values")
    } else {
        reason.to_owned()
    };
    let help = if instead.is_empty() { String::new() } else { format!("\nhelp: {instead}") };
    let message = format!(
        "{reason}\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `{word}`{help}"
    );
    Some(syn::Error::new(word.span(), message))
}

/// What people write after the expression `term`, and what to write instead.
pub(super) fn after(input: ParseStream<'_>, term: &Term) -> Option<syn::Error> {
    if let Some(error) = refused(input) {
        return Some(error);
    }
    let term = value_text(&term.tokens());
    let (token, _) = input.cursor().token_tree()?;
    let is_compared = ["==", "!=", "<", "<=", ">=", ">"].contains(&next_text(input).as_str());
    let message = if is_compared {
        let sign = next_text(input);
        format!(
            "a network computes the same for every sample, so values are not compared\nexpected: calls, `+`, `-`, `*` and `/` on values\n   found: `{term} {sign}`"
        )
    } else if input.peek(Token![.]) {
        format!("a value has no fields\nexpected: `{term}`\n   found: `{term}.`")
    } else if input.peek(Token![?]) {
        format!("nothing fails in a body\nexpected: `{term}`\n   found: `{term}?`")
    } else if input.peek(token::Bracket) {
        let index = value_text(&token.to_token_stream());
        format!(
            "a part of a value is taken by `slice`\nexpected: `slice({term}, 0..2, axis = 0)`\n   found: `{term}{index}`"
        )
    } else if input.peek(Token![|]) || input.peek(Token![>>]) {
        let sign = next_text(input);
        format!(
            "values are passed in parentheses\nexpected: `relu({term})`\n   found: `{term} {sign}`"
        )
    } else {
        return None;
    };
    Some(here(input, message))
}

/// What `read` makes of the brackets ahead. What it leaves after a mistake is stepped over.
pub(super) fn within<T>(
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let (_, _, content) = input.parse_any_delimiter()?;
    let result = read(&content);
    let _ = rest_of(&content);
    result
}

/// An argument that is a value.
pub(crate) fn value(tokens: &TokenStream) -> syn::Result<Term> {
    let parser = |input: ParseStream<'_>| {
        within(input, |content| {
            let term = term(content)?;
            if content.is_empty() {
                return Ok(term);
            }
            let found = next_text(content);
            Err(after(content, &term).unwrap_or_else(|| {
                let message = format!(
                    "arguments are separated by `,`\nexpected: `,` or `)`\n   found: `{found}`"
                );
                here(content, message)
            }))
        })
    };
    parser.parse2(enclosed(tokens.clone()).into())
}

/// `a + b - c`
pub(super) fn term(input: ParseStream<'_>) -> syn::Result<Term> {
    let mut left = product(input)?;
    while input.peek(Token![+]) || input.peek(Token![-]) && !input.peek(Token![->]) {
        left = signed(input, left, product)?;
    }
    Ok(left)
}

/// `a * b / c`
fn product(input: ParseStream<'_>) -> syn::Result<Term> {
    let mut left = factor(input)?;
    while input.peek(Token![*]) || input.peek(Token![/]) || input.peek(Token![@]) {
        left = signed(input, left, factor)?;
    }
    Ok(left)
}

fn signed(
    input: ParseStream<'_>,
    left: Term,
    next: fn(ParseStream<'_>) -> syn::Result<Term>,
) -> syn::Result<Term> {
    let sign: proc_macro2::Punct = input.parse()?;
    if input.peek(Token![=]) {
        let (name, sign) = (value_text(&left.tokens()), sign.as_char());
        let message = format!(
            "values of a network do not change\nexpected: `let {name} = {name} {sign} …;`\n   found: `{name} {sign}=`"
        );
        return Err(here(input, message));
    }
    let second: Option<Token![*]> = if sign.as_char() == '*' { input.parse()? } else { None };
    let right = next(input)?;
    let (l, r) = (left.tokens(), right.tokens());
    Ok(Term::Binary {
        left: Box::new(left),
        sign: if second.is_some() { '^' } else { sign.as_char() },
        right: Box::new(right),
        tokens: quote!(#l #sign #second #r),
    })
}

fn factor(input: ParseStream<'_>) -> syn::Result<Term> {
    if input.peek(Token![-]) {
        let sign: Token![-] = input.parse()?;
        let of = factor(input)?;
        let inner = of.tokens();
        let tokens = quote!(#sign #inner);
        return Ok(match of {
            Term::Number(_) => Term::Number(tokens),
            of => Term::Negative { of: Box::new(of), tokens },
        });
    }
    if input.peek(token::Paren) {
        let inner = parentheses(input)?;
        return members(input, inner);
    }
    if input.peek(syn::LitInt) || input.peek(syn::LitFloat) {
        return Ok(Term::Number(input.parse::<syn::Lit>()?.to_token_stream()));
    }
    if let Some(error) = refused(input) {
        return Err(error);
    }
    if input.peek(Token![&]) {
        let sign = input.parse::<Token![&]>()?;
        let found = next_or_end(input);
        let message = format!("values are passed without `&`\nexpected: {found}\n   found: `&`");
        return Err(syn::Error::new_spanned(sign, message));
    }
    let is_self =
        input.peek(Token![self]) || input.peek(Token![crate]) || input.peek(Token![super]);
    if !(input.peek(syn::Ident) || is_self) {
        let found = next_or_end(input);
        return Err(here(
            input,
            format!("this is not a value\nexpected: a name, a call or a number\n   found: {found}"),
        ));
    }
    let name = Ident::parse_any(input)?;
    if input.peek(Token![!]) {
        return Err(not_a_word(input, &name));
    }
    let term = if input.peek(token::Paren) { call(input, name)? } else { Term::Name(name) };
    members(input, term)
}

/// `.relu()`, `::relu(x)`: what other languages have after a term. A body reports it when it knows names.
fn members(input: ParseStream<'_>, mut term: Term) -> syn::Result<Term> {
    loop {
        let is_call = input.peek(token::Paren) && !matches!(term, Term::Name(_));
        let dot = if input.peek(Token![.]) && input.peek2(Ident::peek_any) {
            input.parse::<Token![.]>()?.to_token_stream()
        } else if input.peek(Token![::]) && input.peek3(Ident::peek_any) {
            input.parse::<Token![::]>()?.to_token_stream()
        } else if is_call {
            TokenStream::new()
        } else {
            return Ok(term);
        };
        let of = term.tokens();
        // `Dense(10)(x)` calls what `Dense(10)` is.
        let name =
            if is_call { Ident::new("call", input.span()) } else { Ident::parse_any(input)? };
        let shown = (!is_call).then_some(&name);
        let path = quote!(#of #dot #shown);
        let (mut tokens, mut given) = (path.clone(), None);
        if input.peek(token::Paren) {
            let (arguments, group) = arguments(input)?;
            (tokens, given) = (quote!(#path #group), Some(arguments));
        }
        if input.peek(token::Bracket) && (name == "shape" || name == "size") {
            tokens.extend(input.parse::<TokenTree>());
        }
        term = Term::Member(Member { of: Box::new(term), name, arguments: given, path, tokens });
    }
}

/// `relu!`
fn not_a_word(input: ParseStream<'_>, name: &Ident) -> syn::Error {
    let at = input.span();
    let (mut found, mut last) = (name.to_string(), name.clone());
    while !input.is_empty() && !input.peek(token::Paren) && !input.peek(Token![,]) {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        found += &token.to_string();
        if let TokenTree::Ident(word) = token {
            last = word;
        }
    }
    let message = format!(
        "a body calls layers and functions by one word\nexpected: `{last}(…)`\n   found: `{found}`"
    );
    syn::Error::new(at, message)
}

fn parentheses(input: ParseStream<'_>) -> syn::Result<Term> {
    let whole = input.cursor().token_tree().map(|(t, _)| t.to_token_stream());
    let inner = within(input, |content| {
        let inner = term(content)?;
        if content.is_empty() {
            return Ok(inner);
        }
        let found = next_text(content);
        Err(after(content, &inner).unwrap_or_else(|| {
            here(content, format!("parentheses hold one value\nexpected: `)`\n   found: `{found}`"))
        }))
    })?;
    Ok(with_tokens(inner, whole.unwrap_or_default()))
}

fn call(input: ParseStream<'_>, name: Ident) -> syn::Result<Term> {
    let (arguments, group) = arguments(input)?;
    Ok(Term::Call(Call { tokens: quote!(#name #group), name, arguments }))
}

/// The arguments in the parentheses ahead, each as written, and the parentheses.
fn arguments(input: ParseStream<'_>) -> syn::Result<(Vec<TokenStream>, TokenStream)> {
    let group = input.cursor().token_tree().map(|(t, _)| t.to_token_stream()).unwrap_or_default();
    let arguments = within(input, |content| {
        let mut arguments = Vec::new();
        while !content.is_empty() {
            if content.peek(Token![,]) {
                let message = "an argument is missing\nexpected: a value or an option before `,`\n   found: nothing";
                return Err(here(content, message));
            }
            let start = content.cursor();
            while !content.is_empty() && !content.peek(Token![,]) {
                // The commas of `A::<3, u8>::N` separate no arguments.
                if content.parse::<Option<Token![::]>>()?.is_none() {
                    content.parse::<TokenTree>()?;
                } else if content.peek(Token![<]) {
                    let _ = parsed(content, angles);
                }
            }
            arguments.push(between(start, content.cursor()));
            let _ = content.parse::<Option<Token![,]>>();
        }
        Ok(arguments)
    })?;
    Ok((arguments, group))
}

/// `(term)`: the term, underlined with its parentheses.
fn with_tokens(term: Term, whole: TokenStream) -> Term {
    match term {
        Term::Binary { left, sign, right, .. } => Term::Binary { left, sign, right, tokens: whole },
        Term::Negative { of, .. } => Term::Negative { of, tokens: whole },
        other => other,
    }
}
