//! The body: `fn forward(x) { … }`, in those expressions of Rust that dataflow needs: calls, names, numbers,
//! `+`, `-`, `*`, `/`, `let`, and a tuple at the end. What else Rust has is refused with a reason and the alternative.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::parse::discouraged::AnyDelimiter;
use syn::{Token, parenthesized, token};

use super::parse::next_text;
use super::source_text;
use crate::diagnostics::Diagnostics;

/// `fn forward(x) { … }`
pub struct Body {
    /// The word `forward`.
    pub keyword: Ident,
    /// Its parameters, one an input.
    pub parameters: Vec<Ident>,
    /// Its statements.
    pub bindings: Vec<Binding>,
    /// What it gives.
    pub outputs: Vec<Term>,
    /// Whether a part of it could not be read, which was reported.
    pub is_faulty: bool,
}

/// `let a = term;` or `let (a, b) = term;`
pub struct Binding {
    /// The names.
    pub names: Vec<Ident>,
    /// The value.
    pub value: Term,
}

/// An expression.
#[derive(Clone)]
pub enum Term {
    /// A value, or a constant.
    Name(Ident),
    /// A number.
    Number(TokenStream),
    /// `layer(x)` or `function(x, 2, axis = 0)`
    Call(Call),
    /// `a + b`
    Binary {
        /// Left of the sign.
        left: Box<Term>,
        /// `+`, `-`, `*` or `/`.
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

impl Term {
    /// As written.
    pub fn tokens(&self) -> TokenStream {
        match self {
            Self::Name(name) => name.to_token_stream(),
            Self::Number(tokens)
            | Self::Call(Call { tokens, .. })
            | Self::Binary { tokens, .. }
            | Self::Negative { tokens, .. } => tokens.clone(),
        }
    }
}

/// What a refused word of Rust is replaced by.
fn refusal(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "if" | "match" => (
            "a network computes the same for every sample, so it has no branches",
            "compute both and mix them: `gate * a + (1.0 - gate) * b`",
        ),
        "for" | "while" | "loop" => (
            "a network is a fixed number of steps, so it has no loops",
            "write the steps out, or declare a chain of equal blocks: `blocks: [Block; 4];`",
        ),
        "mut" => ("values of a network do not change", "bind a new one: `let h = relu(h);`"),
        "return" => ("a body ends with its output", "write the output as the last line"),
        "unsafe" | "move" | "async" | "await" | "const" | "static" | "fn" | "struct" | "ref" => {
            ("this word of Rust has no meaning for values", "use calls, `let`, `+`, `-` and `*`")
        }
        _ => return None,
    })
}

fn refused(input: ParseStream<'_>) -> Option<syn::Error> {
    let (word, _) = input.cursor().ident()?;
    let (reason, instead) = refusal(&word.to_string())?;
    let message = format!(
        "{reason}\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `{word}`\nhelp: {instead}"
    );
    Some(syn::Error::new(word.span(), message))
}

/// The body, from `fn` on.
pub(super) fn body(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Body> {
    input.parse::<Token![fn]>()?;
    let keyword = Ident::parse_any(input)?;
    if keyword != "forward" {
        let message = format!(
            "the function of a network is called `forward`\nexpected: `fn forward(x)`\n   found: `fn {keyword}`"
        );
        diagnostics.error(&keyword, message);
    }
    let mut out = Body {
        keyword,
        parameters: Vec::new(),
        bindings: Vec::new(),
        outputs: Vec::new(),
        is_faulty: false,
    };
    if !input.peek(token::Paren) {
        let found = next_text(input);
        return Err(input.error(format!(
            "`forward` names its inputs in parentheses\nexpected: `fn forward(x)`\n   found: `{found}`"
        )));
    }
    let content;
    parenthesized!(content in input);
    parameters(&content, &mut out, diagnostics)?;
    if input.peek(Token![->]) {
        let arrow = input.parse::<Token![->]>()?;
        let mut ty = quote!(#arrow);
        while !input.is_empty() && !input.peek(token::Brace) {
            ty.extend(input.parse::<TokenTree>());
        }
        let found = source_text(&ty);
        diagnostics.error(
            ty,
            format!(
                "the shapes of the outputs are inferred\nexpected: `fn forward(…) {{ … }}`\n   found: `{}`",
                found.trim()
            ),
        );
    }
    if !input.peek(token::Brace) {
        let found = next_text(input);
        return Err(
            input.error(format!("`forward` has no body\nexpected: `{{ … }}`\n   found: `{found}`"))
        );
    }
    let (_, _, content) = input.parse_any_delimiter()?;
    statements(&content, &mut out, diagnostics);
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
    }
    Ok(out)
}

fn parameters(
    input: ParseStream<'_>,
    out: &mut Body,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    while !input.is_empty() {
        if !input.peek(syn::Ident) && !input.peek(Token![_]) {
            let found = next_text(input);
            return Err(refused(input).unwrap_or_else(|| {
                input.error(format!(
                    "`forward` names its inputs\nexpected: `fn forward(x)`\n   found: `{found}`"
                ))
            }));
        }
        out.parameters.push(Ident::parse_any(input)?);
        if input.peek(Token![:]) {
            let mut ty = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                ty.extend(input.parse::<TokenTree>());
            }
            let message = format!(
                "the shape of an input is that of its item\nexpected: a name\n   found: `{}`",
                source_text(&ty).trim()
            );
            diagnostics.error(ty, message);
        }
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

fn statements(input: ParseStream<'_>, out: &mut Body, diagnostics: &Diagnostics) {
    while !input.is_empty() {
        let result = if input.peek(Token![let]) {
            binding(input).map(|b| out.bindings.push(b))
        } else {
            last(input, out, diagnostics)
        };
        if let Err(error) = result {
            diagnostics.push(error);
            out.is_faulty = true;
            skip(input);
        }
    }
    if out.outputs.is_empty() && !out.is_faulty {
        out.is_faulty = true;
        let last = out.bindings.last().and_then(|b| b.names.last());
        let help = last.map(|name| format!("\nhelp: end with `{name}`")).unwrap_or_default();
        diagnostics.error(
            &out.keyword,
            format!("`forward` gives nothing\nexpected: an output as its last line\n   found: no output{help}"),
        );
    }
}

/// To behind the next `;`, or behind a block, where a new statement begins.
fn skip(input: ParseStream<'_>) {
    while !input.is_empty() {
        if input.peek(Token![;]) {
            let _ = input.parse::<Token![;]>();
            return;
        }
        if input.peek(Token![let]) {
            return;
        }
        let is_block = input.peek(token::Brace);
        let _ = input.parse::<TokenTree>();
        if is_block && !input.peek(Token![else]) && !input.peek(Token![;]) {
            return;
        }
    }
}

fn binding(input: ParseStream<'_>) -> syn::Result<Binding> {
    input.parse::<Token![let]>()?;
    if let Some(error) = refused(input) {
        return Err(error);
    }
    let mut names = Vec::new();
    if input.peek(token::Paren) {
        let content;
        parenthesized!(content in input);
        while !content.is_empty() {
            names.push(value_name(&content)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
    } else {
        names.push(value_name(input)?);
    }
    if input.peek(Token![:]) {
        return Err(input.error(
            "the shape of a value is inferred\nexpected: `let h = …;`\n   found: a type".to_owned(),
        ));
    }
    if !input.peek(Token![=]) {
        let found = next_text(input);
        let name = names.first().map(ToString::to_string).unwrap_or_default();
        return Err(input.error(format!(
            "`{name}` has no value\nexpected: `let {name} = …;`\n   found: `{found}`"
        )));
    }
    input.parse::<Token![=]>()?;
    let value = term(input)?;
    end(input, &names)?;
    Ok(Binding { names, value })
}

fn value_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(syn::Ident) || input.peek(Token![_]) {
        return Ident::parse_any(input);
    }
    let found = next_text(input);
    Err(refused(input).unwrap_or_else(|| {
        input.error(format!("`let` names a value\nexpected: `let h = …;`\n   found: `{found}`"))
    }))
}

/// The `;` behind a binding.
fn end(input: ParseStream<'_>, names: &[Ident]) -> syn::Result<()> {
    if input.peek(Token![;]) {
        return input.parse::<Token![;]>().map(drop);
    }
    let name = names.first().map(ToString::to_string).unwrap_or_default();
    let found =
        if input.is_empty() { "the end".to_owned() } else { format!("`{}`", next_text(input)) };
    if let Some(error) = after(input) {
        return Err(error);
    }
    Err(input
        .error(format!("the value of `{name}` ends without `;`\nexpected: `;`\n   found: {found}")))
}

/// What people write behind an expression, and what to write instead.
fn after(input: ParseStream<'_>) -> Option<syn::Error> {
    let message = if input.peek(Token![.]) {
        "a body calls functions, not methods\nexpected: `relu(x)`\n   found: `x.relu()`"
    } else if input.peek(Token![?]) {
        "nothing fails in a body\nexpected: a call\n   found: `?`"
    } else if input.peek(token::Bracket) {
        "a part of a value is taken by `slice`\nexpected: `slice(x, 0..2, axis = 0)`\n   found: `x[…]`"
    } else if input.peek(Token![|]) || input.peek(Token![>]) {
        "values are passed in parentheses\nexpected: `relu(conv1(x))`\n   found: another sign"
    } else {
        return None;
    };
    Some(input.error(message))
}

/// The last line: a term, or a tuple of terms.
fn last(input: ParseStream<'_>, out: &mut Body, diagnostics: &Diagnostics) -> syn::Result<()> {
    if let Some(error) = refused(input) {
        return Err(error);
    }
    let mut outputs = Vec::new();
    let is_tuple = input.peek(token::Paren) && is_tuple(input);
    if is_tuple {
        let content;
        parenthesized!(content in input);
        while !content.is_empty() {
            outputs.push(term(&content)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
    } else {
        outputs.push(term(input)?);
    }
    if let Some(error) = after(input) {
        return Err(error);
    }
    let text = source_text(&outputs.first().map(Term::tokens).unwrap_or_default());
    if input.peek(Token![;]) {
        let semicolon: Token![;] = input.parse()?;
        let (message, at) = if input.is_empty() {
            ("the last line of `forward` is its output", semicolon.to_token_stream())
        } else {
            let tokens = outputs.first().map(Term::tokens).unwrap_or_default();
            ("this value is not used", tokens)
        };
        let expected = if input.is_empty() {
            format!("expected: `{text}` without `;`\n   found: `{text};`")
        } else {
            format!("expected: `let name = {text};`\n   found: `{text};`")
        };
        diagnostics.error(at, format!("{message}\n{expected}"));
        if !input.is_empty() {
            out.is_faulty = true;
            return Ok(());
        }
    } else if !input.is_empty() {
        let found = next_text(input);
        return Err(input.error(format!(
            "statements end with `;`\nexpected: `;` behind `{text}`\n   found: `{found}`"
        )));
    }
    out.outputs = outputs;
    Ok(())
}

/// Whether the parentheses ahead hold a `,` of their own and end the body.
fn is_tuple(input: ParseStream<'_>) -> bool {
    let Some((TokenTree::Group(group), rest)) = input.cursor().token_tree() else { return false };
    let comma = |t: TokenTree| matches!(&t, TokenTree::Punct(p) if p.as_char() == ',');
    let ends = rest.eof() || rest.punct().is_some_and(|(p, _)| p.as_char() == ';');
    ends && group.stream().into_iter().any(comma)
}

/// `a + b - c`
pub(crate) fn term(input: ParseStream<'_>) -> syn::Result<Term> {
    let mut left = product(input)?;
    while input.peek(Token![+]) || input.peek(Token![-]) && !input.peek(Token![->]) {
        left = signed(input, left, product)?;
    }
    Ok(left)
}

/// `a * b / c`
fn product(input: ParseStream<'_>) -> syn::Result<Term> {
    let mut left = factor(input)?;
    while input.peek(Token![*]) || input.peek(Token![/]) {
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
        let message = format!(
            "values of a network do not change\nexpected: `let h = …;`\n   found: `{}=`\nhelp: bind a new one",
            sign.as_char()
        );
        return Err(syn::Error::new(sign.span(), message));
    }
    let right = next(input)?;
    let (l, r) = (left.tokens(), right.tokens());
    Ok(Term::Binary {
        left: Box::new(left),
        sign: sign.as_char(),
        right: Box::new(right),
        tokens: quote!(#l #sign #r),
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
        let whole = input.cursor().token_tree().map(|(t, _)| t.to_token_stream());
        let content;
        parenthesized!(content in input);
        let inner = term(&content)?;
        if !content.is_empty() {
            let found = next_text(&content);
            return Err(content
                .error(format!("parentheses hold one value\nexpected: `)`\n   found: `{found}`")));
        }
        return Ok(with_tokens(inner, whole.unwrap_or_default()));
    }
    if input.peek(syn::Lit) {
        return Ok(Term::Number(input.parse::<syn::Lit>()?.to_token_stream()));
    }
    if let Some(error) = refused(input) {
        return Err(error);
    }
    if !input.peek(syn::Ident) {
        let found = next_text(input);
        return Err(input.error(format!(
            "this is no value\nexpected: a name, a call or a number\n   found: `{found}`"
        )));
    }
    let name: Ident = input.parse()?;
    if input.peek(Token![!]) || input.peek(Token![::]) {
        let found = format!("{name}{}", next_text(input));
        return Err(input.error(format!(
            "a body calls layers and functions by one word\nexpected: `name(…)`\n   found: `{found}`"
        )));
    }
    if !input.peek(token::Paren) {
        return Ok(Term::Name(name));
    }
    let group = input.cursor().token_tree().map(|(t, _)| t.to_token_stream()).unwrap_or_default();
    let content;
    parenthesized!(content in input);
    let mut arguments = Vec::new();
    while !content.is_empty() {
        let mut argument = TokenStream::new();
        while !content.is_empty() && !content.peek(Token![,]) {
            argument.extend(content.parse::<TokenTree>());
        }
        arguments.push(argument);
        let _ = content.parse::<Token![,]>();
    }
    Ok(Term::Call(Call { tokens: quote!(#name #group), name, arguments }))
}

/// `(term)`: the term, underlined with its parentheses.
fn with_tokens(term: Term, whole: TokenStream) -> Term {
    match term {
        Term::Binary { left, sign, right, .. } => Term::Binary { left, sign, right, tokens: whole },
        Term::Negative { of, .. } => Term::Negative { of, tokens: whole },
        other => other,
    }
}
