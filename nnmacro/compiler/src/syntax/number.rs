//! Sizes: an expression, and its value where the macro can see it.

use std::collections::HashMap;

use nnplan::UNKNOWN;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{BinOp, Expr, Lit, UnOp};

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
pub struct Constants(HashMap<String, usize>);

/// Why an expression has no value.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is a float: `3.0`.
    Float,
    /// It is no number at all: a string, a tuple.
    NoNumber,
    /// It falls below zero.
    Negative,
    /// It exceeds 64 bits.
    Overflow,
    /// It divides by zero.
    Division,
}

impl Fault {
    /// In words.
    pub fn text(&self) -> &'static str {
        match self {
            Self::Float => "a size is a whole number\nexpected: an integer\n   found: a float",
            Self::NoNumber => {
                "a size is a whole number\nexpected: an integer, a constant or arithmetic on them\n   found: something else"
            }
            Self::Negative => {
                "this size falls below zero\nexpected: 0 or more\n   found: a negative number"
            }
            Self::Overflow => {
                "this size does not fit into 64 bits\nexpected: at most 18446744073709551615\n   found: more"
            }
            Self::Division => {
                "this size divides by zero\nexpected: a divisor of 1 or more\n   found: 0"
            }
        }
    }
}

impl Constants {
    /// Adds a constant of the network.
    pub fn insert(&mut self, name: String, value: usize) {
        self.0.insert(name, value);
    }

    /// The size that `expr` denotes.
    ///
    /// # Errors
    /// With the innermost expression that has no value.
    pub fn number(&self, expr: &Expr) -> Result<Number, (Box<Expr>, Fault)> {
        let value = self.evaluate(expr)?;
        let tokens = if is_simple(expr) { quote!(#expr) } else { quote!({ #expr }) };
        let written = expr.to_token_stream();
        Ok(Number { value, tokens, source: source_text(&written), written })
    }

    fn evaluate(&self, expr: &Expr) -> Result<usize, (Box<Expr>, Fault)> {
        let fail = |fault| Err((Box::new(expr.clone()), fault));
        match expr {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(n) if matches!(n.suffix(), "" | "usize") => match n.base10_parse() {
                    Ok(UNKNOWN) | Err(_) => fail(Fault::Overflow),
                    Ok(n) => Ok(n),
                },
                Lit::Float(_) => fail(Fault::Float),
                _ => fail(Fault::NoNumber),
            },
            Expr::Paren(e) => self.evaluate(&e.expr),
            Expr::Group(e) => self.evaluate(&e.expr),
            Expr::Unary(e) if matches!(e.op, UnOp::Neg(_)) => match self.evaluate(&e.expr)? {
                0 => Ok(0),
                _ => fail(Fault::Negative),
            },
            Expr::Binary(e) => self.binary(expr, e),
            Expr::Path(e) => Ok(e
                .path
                .get_ident()
                .and_then(|name| self.0.get(&name.unraw().to_string()))
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
            BinOp::Sub(_) if b > a => return fail(Fault::Negative),
            BinOp::Sub(_) => Some(a - b),
            BinOp::Div(_) | BinOp::Rem(_) if b == 0 => return fail(Fault::Division),
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

fn is_simple(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(_) | Expr::Path(_) | Expr::Paren(_) | Expr::Block(_))
}

/// Tokens as people write them: `64*14*14`, `Config::CHANNELS`, `(h, w)`.
pub fn source_text(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write_tokens(tokens.clone(), &mut text);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::Brace => ("{", "}"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write_tokens(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => {
                text.push(punct.as_char());
                if matches!(punct.as_char(), ',') {
                    text.push(' ');
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
    use syn::parse_quote;

    fn value(expr: Expr) -> Result<usize, Fault> {
        let mut constants = Constants::default();
        constants.insert("HIDDEN".to_owned(), 128);
        constants.number(&expr).map(|n| n.value).map_err(|(_, fault)| fault)
    }

    #[test]
    fn arithmetic_on_literals_and_constants_of_the_network_is_evaluated() {
        assert_eq!(value(parse_quote!(64 * 14 * 14)), Ok(12544));
        assert_eq!(value(parse_quote!((1 + 2) * 3 - 10 / 3 % 2)), Ok(8));
        assert_eq!(value(parse_quote!(HIDDEN / 2)), Ok(64));
        assert_eq!(value(parse_quote!(1 << 4)), Ok(16));
    }

    #[test]
    fn what_only_rustc_knows_is_unknown() {
        assert_eq!(value(parse_quote!(Config::SIZE * 2)), Ok(UNKNOWN));
        assert_eq!(value(parse_quote!(size_of::<u32>())), Ok(UNKNOWN));
    }

    #[test]
    fn faults_are_values_not_panics() {
        assert_eq!(value(parse_quote!(3.0)), Err(Fault::Float));
        assert_eq!(value(parse_quote!(3 - 4)), Err(Fault::Negative));
        assert_eq!(value(parse_quote!(-3)), Err(Fault::Negative));
        assert_eq!(value(parse_quote!(1 / 0)), Err(Fault::Division));
        assert_eq!(value(parse_quote!(1 << 70)), Err(Fault::Overflow));
        assert_eq!(value(parse_quote!(18446744073709551615 * 2)), Err(Fault::Overflow));
        assert_eq!(value(parse_quote!((3, 4))), Err(Fault::NoNumber));
        assert_eq!(value(parse_quote!("3")), Err(Fault::NoNumber));
    }

    #[test]
    fn source_is_printed_as_written() {
        let text = |e: Expr| source_text(&e.to_token_stream());
        assert_eq!(text(parse_quote!(64 * 14 * 14)), "64*14*14");
        assert_eq!(text(parse_quote!(Config::C * 2)), "Config::C*2");
        assert_eq!(text(parse_quote!(N as usize)), "N as usize");
    }
}
