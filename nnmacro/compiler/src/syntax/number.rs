//! Sizes: an expression, and its value where the macro can see it.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use nnplan::UNKNOWN;
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{BinOp, Expr, Lit, UnOp};

use super::entrance::begins_block;

/// A size as written, and its value: [`UNKNOWN`] when only rustc can tell.
#[derive(Clone, Debug)]
pub struct Number {
    /// The value, or [`UNKNOWN`].
    pub value: usize,
    /// The expression, for rustc.
    pub tokens: TokenStream,
    /// The expression, for people.
    pub source: String,
    written: TokenStream,
}

impl Number {
    /// A size that is not written anywhere: a default.
    pub fn literal(value: usize) -> Self {
        Self {
            value,
            tokens: quote!(#value),
            source: value.to_string(),
            written: TokenStream::new(),
        }
    }

    /// The expression as written, to underline.
    pub fn written(&self) -> TokenStream {
        self.written.clone()
    }

    /// A size with a mistake in it, which was reported.
    pub fn faulty() -> Self {
        Self { value: UNKNOWN, ..Self::literal(1) }
    }

    /// Whether the macro knows it.
    pub fn is_known(&self) -> bool {
        self.value != UNKNOWN
    }
}

impl ToTokens for Number {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// The values of the constants declared in the network.
#[derive(Debug, Default)]
pub struct Constants {
    values: HashMap<String, usize>,
    /// The sizes that the network is generic over.
    generics: Vec<Ident>,
    evaluated: RefCell<Evaluated>,
    /// The sizes that rustc is asked to check, as written: each once, since one mistake is one error.
    unchecked: RefCell<HashSet<String>>,
}

/// The sizes that the macro evaluated itself, each as written once.
#[derive(Debug, Default)]
struct Evaluated {
    seen: HashSet<String>,
    all: Vec<Number>,
}

/// Why an expression has no value.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is a float: `3.0`.
    Float,
    /// It is not a number at all: a string, a tuple.
    NoNumber,
    /// It is a number of another type: `3u32`.
    Type(String),
    /// It falls below zero, by so much.
    Negative(usize),
    /// It exceeds 64 bits.
    Overflow,
    /// It divides by zero.
    Division,
}

impl Fault {
    /// In words; `whose` is what has no value: "a size of `fc1`".
    pub fn text(&self, whose: &str, at: &Expr) -> String {
        let source = source_text(&at.to_token_stream());
        match self {
            Self::Float => {
                let whole = source.parse::<f64>().ok().filter(|x| x.fract() == 0.0 && *x < 1e15);
                let help = whole.map(|x| format!("\nhelp: write `{x}`")).unwrap_or_default();
                format!("{whose} is a float\nexpected: an integer\n   found: `{source}`{help}")
            }
            Self::NoNumber => format!(
                "{whose} is not a number\nexpected: an integer, a constant or arithmetic on them\n   found: `{source}`"
            ),
            Self::Type(suffix) => {
                let digits = source.trim_end_matches(suffix.as_str());
                format!(
                    "{whose} is of type `{suffix}`\nexpected: `usize`\n   found: `{source}`\nhelp: write `{digits}`"
                )
            }
            Self::Negative(by) => {
                let value = format!("-{by}");
                let found = if source == value { value } else { format!("{value} ({source})") };
                format!("{whose} is below zero\nexpected: 0 or more\n   found: {found}")
            }
            Self::Overflow => format!(
                "{whose} does not fit into 64 bits\nexpected: at most 18446744073709551614\n   found: `{source}`"
            ),
            Self::Division => format!(
                "{whose} divides by zero\nexpected: a divisor of 1 or more\n   found: 0 ({})",
                source.trim_start_matches('(').trim_end_matches(')')
            ),
        }
    }
}

impl Constants {
    /// No constants, of a network that is generic over these sizes.
    pub fn generic(generics: &[Ident]) -> Self {
        Self { generics: generics.to_vec(), ..Self::default() }
    }

    /// Whether the network is generic over sizes.
    pub fn is_any_generic(&self) -> bool {
        !self.generics.is_empty()
    }

    /// Whether a word is a size that the network is generic over.
    pub fn is_generic(&self, word: &Ident) -> bool {
        self.generics.iter().any(|size| size.unraw() == word.unraw())
    }

    /// Adds a constant of the network.
    pub fn insert(&mut self, name: String, value: usize) {
        self.values.insert(name, value);
    }

    /// Whether it has a constant of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The size that `expr` denotes.
    ///
    /// # Errors
    /// With the innermost expression that has no value.
    pub fn number(&self, expr: &Expr) -> Result<Number, (Box<Expr>, Fault)> {
        let value = self.evaluate(expr)?;
        let tokens = if value == UNKNOWN { self.checked(expr) } else { braced(expr) };
        let written = expr.to_token_stream();
        let number = Number { value, tokens, source: source_text(&written), written };
        if value != UNKNOWN && !matches!(expr, Expr::Lit(_)) {
            let mut evaluated = self.evaluated.borrow_mut();
            if evaluated.seen.insert(number.source.clone()) {
                evaluated.all.push(number.clone());
            }
        }
        Ok(number)
    }

    /// The sizes that the macro evaluated, without bare literals: rustc has to find the same.
    pub fn evaluated(&self) -> Vec<Number> {
        self.evaluated.borrow().all.clone()
    }

    fn evaluate(&self, expr: &Expr) -> Result<usize, (Box<Expr>, Fault)> {
        let fail = |fault| Err((Box::new(expr.clone()), fault));
        match expr {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(n) if matches!(n.suffix(), "" | "usize") => match n.base10_parse() {
                    Ok(UNKNOWN) | Err(_) => fail(Fault::Overflow),
                    Ok(n) => Ok(n),
                },
                Lit::Int(n) => fail(Fault::Type(n.suffix().to_owned())),
                Lit::Float(_) => fail(Fault::Float),
                _ => fail(Fault::NoNumber),
            },
            Expr::Paren(e) => self.evaluate(&e.expr),
            Expr::Group(e) => self.evaluate(&e.expr),
            Expr::Unary(e) if matches!(e.op, UnOp::Neg(_)) => match self.evaluate(&e.expr)? {
                0 => Ok(0),
                UNKNOWN => Ok(UNKNOWN),
                n => fail(Fault::Negative(n)),
            },
            Expr::Binary(e) => self.binary(expr, e),
            Expr::Path(e) => Ok(e
                .path
                .get_ident()
                .and_then(|name| self.values.get(&name.unraw().to_string()))
                .copied()
                .unwrap_or(UNKNOWN)),
            Expr::Tuple(_) | Expr::Array(_) | Expr::Range(_) => fail(Fault::NoNumber),
            // Anything else is for rustc: `size_of::<T>()`, `N::LEN as usize`, `max(A, B)`, `{ … }`.
            _ => Ok(UNKNOWN),
        }
    }

    fn binary(&self, expr: &Expr, e: &syn::ExprBinary) -> Result<usize, (Box<Expr>, Fault)> {
        let fail = |fault| Err((Box::new(expr.clone()), fault));
        let (a, b) = (self.evaluate(&e.left)?, self.evaluate(&e.right)?);
        let value = match e.op {
            _ if a == UNKNOWN || b == UNKNOWN => return Ok(UNKNOWN),
            BinOp::Add(_) => a.checked_add(b),
            BinOp::Mul(_) => a.checked_mul(b),
            BinOp::Sub(_) if b > a => return fail(Fault::Negative(b - a)),
            BinOp::Sub(_) => Some(a - b),
            BinOp::Div(_) | BinOp::Rem(_) if b == 0 => {
                return Err((e.right.clone(), Fault::Division));
            }
            BinOp::Div(_) => Some(a / b),
            BinOp::Rem(_) => Some(a % b),
            BinOp::Shl(_) => {
                u32::try_from(b).ok().and_then(|b| a.checked_shl(b)).filter(|v| v >> b == a)
            }
            BinOp::Shr(_) => Some(if b < 64 { a >> b } else { 0 }),
            _ => return Ok(UNKNOWN),
        };
        match value {
            None | Some(UNKNOWN) => fail(Fault::Overflow),
            Some(value) => Ok(value),
        }
    }
}

impl Constants {
    /// An expression for rustc in which arithmetic without a result is unknown, not an error: that is reported once,
    /// by `arithmetic`.
    fn checked(&self, expr: &Expr) -> TokenStream {
        match strip(expr) {
            Expr::Binary(e) => {
                let (a, b) = (self.checked(&e.left), self.checked(&e.right));
                match sign(&e.op) {
                    Some((_, function)) => {
                        let function = quote::format_ident!("{function}");
                        quote!(__nn::plan::#function(#a, #b))
                    }
                    None => braced(expr),
                }
            }
            inner => match self.dim(inner) {
                Some(dim) => quote!(<#dim as __nn::Dim>::N),
                None => braced(inner),
            },
        }
    }

    /// The size that the network is generic over, if `expr` is one.
    fn dim<'e>(&self, expr: &'e Expr) -> Option<&'e Ident> {
        match strip(expr) {
            Expr::Path(e) => e.path.get_ident().filter(|word| self.is_generic(word)),
            _ => None,
        }
    }

    /// What rustc has to check of `expr`, which it alone knows: every size in it that is not a calculation, and every
    /// calculation. `whose` it is: "a size of `fc1`".
    pub fn unchecked(&self, expr: &Expr, whose: &str) -> Vec<Unchecked> {
        let mut all = Vec::new();
        self.add_unchecked(expr, whose, &mut all);
        all
    }

    fn add_unchecked(&self, expr: &Expr, whose: &str, all: &mut Vec<Unchecked>) {
        let binary = match strip(expr) {
            Expr::Binary(e) => sign(&e.op).map(|(sign, _)| (sign, e)),
            _ => None,
        };
        let whose = whose.to_owned();
        let Some((sign, e)) = binary else {
            let is_known = self.evaluate(expr).is_ok_and(|value| value != UNKNOWN);
            let written = expr.to_token_stream();
            if !is_known && self.unchecked.borrow_mut().insert(source_text(&written)) {
                let value = self.checked(expr);
                let is_dim = self.dim(expr).is_some();
                let what = if is_dim { What::Dim(value) } else { What::Size(value) };
                all.push(Unchecked { what, whose, written });
            }
            return;
        };
        self.add_unchecked(&e.left, &whose, all);
        self.add_unchecked(&e.right, &whose, all);
        let what = What::Calculation(sign, [self.checked(&e.left), self.checked(&e.right)]);
        let written =
            if matches!(sign, '/' | '%') { e.right.to_token_stream() } else { e.to_token_stream() };
        all.push(Unchecked { what, whose, written });
    }
}

/// Without parentheses, which a call does not need.
fn strip(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(e) => strip(&e.expr),
        Expr::Group(e) => strip(&e.expr),
        other => other,
    }
}

/// The sign of an operator, and nnplan's function for it.
fn sign(op: &BinOp) -> Option<(char, &'static str)> {
    Some(match op {
        BinOp::Add(_) => ('+', "add"),
        BinOp::Sub(_) => ('-', "sub"),
        BinOp::Mul(_) => ('*', "mul"),
        BinOp::Div(_) => ('/', "div"),
        BinOp::Rem(_) => ('%', "rem"),
        _ => return None,
    })
}

/// What only rustc knows of sizes, and has to check.
#[derive(Clone, Debug)]
pub struct Unchecked {
    /// What it is.
    pub what: What,
    /// Whose it is: "a size of `fc1`".
    pub whose: String,
    /// As written, to underline.
    pub written: TokenStream,
}

/// A size, or a calculation. Its operands are for rustc.
#[derive(Clone, Debug)]
pub enum What {
    /// A size: any constant but [`UNKNOWN`].
    Size(TokenStream),
    /// A size that the network is generic over, which may be arithmetic without a result.
    Dim(TokenStream),
    /// `+`, `-`, `*`, `/` or `%` of two sizes.
    Calculation(char, [TokenStream; 2]),
}

/// An expression for rustc, in braces where an operator could follow it.
fn braced(expr: &Expr) -> TokenStream {
    let tokens: Vec<TokenTree> = quiet(expr).into_iter().collect();
    if matches!(expr, Expr::Lit(_) | Expr::Path(_) | Expr::Paren(_)) {
        return quote!(#(#tokens)*);
    }
    match (begins_block(&tokens), tokens.len()) {
        (true, 1) => quote!(#(#tokens)*),
        // A statement ends after its block.
        (true, _) => quote!({ (#(#tokens)*) }),
        (false, _) => quote!({ #(#tokens)* }),
    }
}

/// An expression of the user's for rustc, whose outer brackets rustc does not call unneeded: what stands around them in
/// emitted code is not what the user sees.
pub(crate) fn quiet(expr: &Expr) -> TokenStream {
    let mut tokens: Vec<TokenTree> = expr.to_token_stream().into_iter().collect();
    if let [TokenTree::Group(group)] = tokens.as_mut_slice() {
        group.set_span(group.span().resolved_at(Span::call_site()));
    }
    tokens.into_iter().collect()
}

/// Tokens as people write them: `64*14*14`, `Config::CHANNELS`, `(h, w)`.
pub fn source_text(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write_tokens(tokens.clone(), &mut text, false);
    text
}

/// The same of values: `a(x) + b`, with spaces around signs.
pub fn value_text(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write_tokens(tokens.clone(), &mut text, true);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String, spaced: bool) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::Brace => ("{", "}"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write_tokens(group.stream(), text, spaced);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => {
                let next = match tokens.peek() {
                    Some(TokenTree::Punct(next)) if punct.spacing() == Spacing::Joint => {
                        Some(next.as_char())
                    }
                    _ => None,
                };
                match (punct.as_char(), next) {
                    ('-', Some('>')) => {
                        tokens.next();
                        text.push_str(" -> ");
                    }
                    (':', Some(':')) => {
                        tokens.next();
                        text.push_str("::");
                    }
                    ('=', None) => text.push_str(" = "),
                    // After an operand: a sign before one is its own.
                    (sign @ ('+' | '-' | '*' | '/'), None)
                        if spaced
                            && text
                                .ends_with(|c: char| c.is_alphanumeric() || ")]_.".contains(c)) =>
                    {
                        text.extend([' ', sign, ' ']);
                    }
                    (sign @ (',' | ':'), None) => text.extend([sign, ' ']),
                    (sign, _) => text.push(sign),
                }
            }
            word => {
                if text.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    text.push(' ');
                }
                text.push_str(&word.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::read;

    fn value(text: &str) -> Result<usize, Fault> {
        let expr = read(text.parse().expect("tokens")).expect("an expression");
        let mut constants = Constants::default();
        constants.insert("HIDDEN".to_owned(), 128);
        constants.number(&expr).map(|n| n.value).map_err(|(_, fault)| fault)
    }

    #[test]
    fn arithmetic_on_literals_and_constants_of_the_network_is_evaluated() {
        assert_eq!(value("64 * 14 * 14"), Ok(12544));
        assert_eq!(value("(1 + 2) * 3 - 10 / 3 % 2"), Ok(8));
        assert_eq!(value("HIDDEN / 2"), Ok(64));
        assert_eq!(value("1 << 4"), Ok(16));
    }

    #[test]
    fn what_only_rustc_knows_is_unknown() {
        assert_eq!(value("Config::SIZE * 2"), Ok(UNKNOWN));
        assert_eq!(value("size_of::<u32>()"), Ok(UNKNOWN));
    }

    #[test]
    fn faults_are_values_not_panics() {
        assert_eq!(value("3.0"), Err(Fault::Float));
        assert_eq!(value("3 - 4"), Err(Fault::Negative(1)));
        assert_eq!(value("-3"), Err(Fault::Negative(3)));
        assert_eq!(value("1 / 0"), Err(Fault::Division));
        assert_eq!(value("1 << 70"), Err(Fault::Overflow));
        assert_eq!(value("18446744073709551615 * 2"), Err(Fault::Overflow));
        assert_eq!(value("(3, 4)"), Err(Fault::NoNumber));
        assert_eq!(value(r#""3""#), Err(Fault::NoNumber));
        assert_eq!(value("3u32"), Err(Fault::Type("u32".to_owned())));
    }

    #[test]
    fn source_is_printed_as_written() {
        let text = |text: &str| source_text(&text.parse().expect("tokens"));
        assert_eq!(text("64 * 14 * 14"), "64*14*14");
        assert_eq!(text("Config::C * 2"), "Config::C*2");
        assert_eq!(text("N as usize"), "N as usize");
        let text = |tokens: TokenStream| source_text(&tokens);
        assert_eq!(text(quote!(Linear(8 -> 4, bias = false))), "Linear(8 -> 4, bias = false)");
        assert_eq!(text(quote!(const N: usize)), "const N: usize");
    }
}
