//! Arguments of functions: lists of sizes, and ranges.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

use super::{Arguments, Pair, no_pair};
use crate::syntax::{Argument, Number, elements_of, source_text};

/// A list of sizes or axes.
#[derive(Clone, Debug)]
pub struct Sizes {
    /// One a size.
    pub numbers: Vec<Number>,
    /// As written, to underline.
    pub tokens: TokenStream,
}

/// `a..b`
#[derive(Clone, Debug)]
pub struct RangeArgument {
    /// `None` is the start of the axis.
    pub start: Option<Number>,
    /// `None` is its end.
    pub end: Option<Number>,
    /// As written, to underline.
    pub tokens: TokenStream,
}

impl Arguments<'_> {
    fn list(&self, expr: &Expr) -> Sizes {
        let listed = bracketed(expr);
        let elements: Vec<&Expr> = match (&listed, expr) {
            (Some(listed), _) => listed.iter().collect(),
            (None, Expr::Tuple(list)) => list.elems.iter().collect(),
            (None, one) => vec![one],
        };
        let numbers = elements.into_iter().map(|e| self.number(e)).collect();
        Sizes { numbers, tokens: expr.to_token_stream() }
    }

    /// The first positional argument, or the option `name`: 1 to `most` sizes.
    pub fn sizes(&self, name: &'static str, most: usize) -> Sizes {
        let sizes = match self.take(|a| matches!(a, Argument::List { .. })) {
            Some(Argument::List { elements, tokens }) => Sizes {
                numbers: elements.iter().map(|e| self.number(e)).collect(),
                tokens: tokens.clone(),
            },
            _ => match self.option(name).or_else(|| self.positional()) {
                Some(expr) => self.list(expr),
                None => {
                    self.missing(name, None);
                    return Sizes { numbers: Vec::new(), tokens: TokenStream::new() };
                }
            },
        };
        let count = sizes.numbers.len();
        if count == 0 || count > most {
            let found = source_text(&sizes.tokens);
            self.diagnostics.error(
                &sizes.tokens,
                format!(
                    "the {name} of {} has {count} sizes\nexpected: 1 to {most}\n   found: `{found}`",
                    self.name()
                ),
            );
            return Sizes { numbers: Vec::new(), ..sizes };
        }
        sizes
    }

    /// `name = 1` or `name = (1, 2)`.
    pub fn sizes_option(&self, name: &'static str) -> Option<Sizes> {
        self.option(name).map(|e| self.list(e))
    }

    /// `a..b`, the first argument.
    pub fn range(&self) -> RangeArgument {
        match self.take(|a| matches!(a, Argument::Range { .. })) {
            Some(Argument::Range { start, end, tokens }) => RangeArgument {
                start: start.as_ref().map(|e| self.number(e)),
                end: end.as_ref().map(|e| self.number(e)),
                tokens: tokens.clone(),
            },
            _ => {
                self.missing("range", None);
                let none = || Some(Number::faulty());
                RangeArgument { start: none(), end: none(), tokens: TokenStream::new() }
            }
        }
    }

    /// A pair that must be there: the first argument, or the option `name`. `what` says what is missing,
    /// `example` how it could be written.
    pub fn required_size(&self, what: &str, example: &str) -> Number {
        self.size().unwrap_or_else(|| {
            self.missing(what, Some(self.layer.with_argument(0, example)));
            Number::faulty()
        })
    }

    /// The first positional argument, or the option of that name, as a pair, which must be there.
    pub fn required_pair(&self, name: &'static str, what: &str, example: &str) -> Pair {
        self.pair(name).unwrap_or_else(|| {
            self.missing(what, Some(self.layer.with_argument(0, example)));
            no_pair()
        })
    }
}

/// The elements of `[64, 1, 1]`, as the argument of a layer has it.
fn bracketed(expr: &Expr) -> Option<Vec<Expr>> {
    let Expr::Verbatim(tokens) = expr else { return None };
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Bracket => {
            elements_of(group.stream()).ok()
        }
        _ => None,
    }
}
