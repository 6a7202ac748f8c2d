//! Paddings.

use nnplan::{Padding, UNKNOWN};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;

use super::{Arguments, is_word};
use crate::syntax::{Number, source_text};

/// A padding.
#[derive(Clone, Debug)]
pub struct PaddingArgument {
    /// Its value.
    pub value: Padding,
    /// Its value, for rustc; within nnplan's `Padding`.
    pub expression: TokenStream,
    /// Its sizes, for rustc, where it has them.
    pub sizes: TokenStream,
    /// As written, to underline.
    pub tokens: Option<TokenStream>,
}

impl PaddingArgument {
    /// No padding.
    pub fn none() -> Self {
        Self {
            value: Padding::Explicit([0; 4]),
            expression: quote!(Explicit([0; 4])),
            sizes: quote!([0; 4]),
            tokens: None,
        }
    }

    /// One with a mistake in it, which was reported.
    pub fn unknown() -> Self {
        Self { value: Padding::Explicit([UNKNOWN; 4]), ..Self::none() }
    }
}

impl Arguments<'_> {
    /// `padding = 1`, `(h, w)`, `(top, bottom, left, right)`, `same` or `valid`; 0 unless given. Along one axis: `1` or
    /// `(left, right)`.
    pub fn padding(&self) -> PaddingArgument {
        self.option("padding").map_or_else(PaddingArgument::none, |e| self.padding_of(e))
    }

    /// The first positional argument, or the option `padding`: numbers, which must be there.
    pub fn first_padding(&self) -> PaddingArgument {
        let Some(expr) = self.option("padding").or_else(|| self.positional()) else {
            self.missing("padding", Some(self.layer.with_argument(0, "1")));
            return PaddingArgument::unknown();
        };
        self.padding_numbers(expr)
    }

    /// `padding = 1`, in numbers only: `same` and `valid` say nothing here.
    pub fn padding_sizes(&self) -> PaddingArgument {
        self.option("padding").map_or_else(PaddingArgument::none, |e| self.padding_numbers(e))
    }

    fn padding_numbers(&self, expr: &Expr) -> PaddingArgument {
        let padding = self.padding_of(expr);
        if is_word(expr, "same") || is_word(expr, "valid") {
            let what = format!("the padding of {} is not a size", self.name());
            self.wrong(expr, &what, "`p`, `(h, w)` or `(top, bottom, left, right)`", None);
            return PaddingArgument::unknown();
        }
        padding
    }

    fn padding_of(&self, expr: &Expr) -> PaddingArgument {
        let none = PaddingArgument::none();
        let tokens = Some(expr.to_token_stream());
        if is_word(expr, "valid") {
            return PaddingArgument { tokens, ..none };
        }
        if is_word(expr, "same") {
            let (value, expression) = (Padding::Same, quote!(Same));
            return PaddingArgument { value, expression, tokens, ..none };
        }
        if self.is_misspelt(expr, "padding", &["same", "valid"]) {
            return PaddingArgument { value: Padding::Explicit([UNKNOWN; 4]), tokens, ..none };
        }
        let numbers: Vec<Number> = match expr {
            Expr::Tuple(tuple) => tuple.elems.iter().map(|e| self.number(e)).collect(),
            _ => vec![self.number(expr)],
        };
        let (none_there, is_line) = (&Number::literal(0), self.is_line.get());
        let [t, b, l, r] = match numbers.as_slice() {
            [all] if is_line => [none_there, none_there, all, all],
            [l, r] if is_line => [none_there, none_there, l, r],
            [all] => [all, all, all, all],
            [h, w] => [h, h, w, w],
            [t, b, l, r] if !is_line => [t, b, l, r],
            other => {
                let expected = match is_line {
                    true => "`p`, `(left, right)`, `same` or `valid`",
                    false => "`p`, `(h, w)`, `(top, bottom, left, right)`, `same` or `valid`",
                };
                self.diagnostics.error(
                    expr,
                    format!(
                        "`padding` of {} has {} sizes\nexpected: {expected}\n   found: `{}`",
                        self.name(),
                        other.len(),
                        source_text(&expr.to_token_stream())
                    ),
                );
                let value = Padding::Explicit([UNKNOWN; 4]);
                return PaddingArgument { value, tokens, ..none };
            }
        };
        PaddingArgument {
            value: Padding::Explicit([t.value, b.value, l.value, r.value]),
            expression: quote!(Explicit([#t, #b, #l, #r])),
            sizes: quote!([#t, #b, #l, #r]),
            tokens,
        }
    }
}
