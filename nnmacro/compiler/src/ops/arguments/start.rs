//! How the numbers of a tensor begin: `init = 1`, `init = uniform(0.1)`, `init = normal(0.02)`.

use nnplan::Range;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Expr;

use super::{Arguments, Real};
use crate::syntax::read;

/// How the numbers of a tensor begin.
#[derive(Clone, Debug)]
pub struct Start {
    /// `constant`, `uniform` or `normal`: nncore's function that makes the role.
    word: &'static str,
    /// The value, the bound, or the standard deviation.
    number: Real,
}

impl Start {
    /// The role of the tensor.
    pub fn role(&self) -> TokenStream {
        let (word, number) = (format_ident!("{}", self.word), &self.number.tokens);
        quote!(#word(#number))
    }
}

impl Arguments<'_> {
    /// `name = real`, `name = uniform(bound)` or `name = normal(deviation)`, which must be there.
    pub fn start(&self, name: &'static str) -> Start {
        let Some(expr) = self.option(name) else {
            self.missing(name, Some(self.layer.with_argument(1, "init = 0")));
            return Start { word: "constant", number: Real::literal(0.0) };
        };
        let (word, number) = match drawn(expr) {
            Some((word, number)) => (word, self.real_of(&number, name)),
            None if self.is_word(expr) => {
                let what = format!("`{name}` of {} is not known here", self.name());
                let expected = "a number, `uniform(bound)` or `normal(deviation)`";
                self.wrong(expr, &what, expected, meant(expr));
                ("constant", Real::literal(0.0))
            }
            None => ("constant", self.real_of(expr, name)),
        };
        let (range, meaning) = match word {
            "uniform" => (Range::Positive, "the bound of what the numbers are drawn from"),
            "normal" => (Range::Positive, "the standard deviation of the numbers"),
            _ => (Range::Finite, "what each number begins with"),
        };
        self.check_real(&number, name, range, meaning);
        Start { word, number }
    }

    /// Whether it is a word that is neither a distribution with its number nor a constant.
    fn is_word(&self, expr: &Expr) -> bool {
        let ident = match expr {
            Expr::Path(path) => path.path.get_ident(),
            _ => None,
        };
        ident.is_some_and(|ident| !self.is_constant(ident)) || meant(expr).is_some()
    }
}

/// What the word for a start means elsewhere.
fn meant(expr: &Expr) -> Option<&'static str> {
    let word = expr.to_token_stream().into_iter().next()?.to_string();
    Some(match word.as_str() {
        "zeros" | "zero" | "zeros_" => "0",
        "ones" | "one" | "ones_" => "1",
        "uniform" | "rand" | "uniform_" => "uniform(0.1)",
        "normal" | "randn" | "normal_" | "trunc_normal" => "normal(0.02)",
        _ => return None,
    })
}

/// `uniform(0.1)`: the word, and the number.
fn drawn(expr: &Expr) -> Option<(&'static str, Expr)> {
    let mut tokens = expr.to_token_stream().into_iter();
    let (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group)), None) =
        (tokens.next(), tokens.next(), tokens.next())
    else {
        return None;
    };
    let word = ["uniform", "normal"].into_iter().find(|known| word == *known)?;
    Some((word, read(group.stream()).ok()?))
}
