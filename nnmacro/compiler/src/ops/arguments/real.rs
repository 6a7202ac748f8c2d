//! Arguments that are real numbers.

use nnplan::Range;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

use super::Arguments;
use crate::syntax::{read, source_text};

/// A check of a real number that rustc makes.
#[derive(Clone, Debug)]
pub struct RealCheck {
    /// The number, for rustc.
    pub value: TokenStream,
    /// Where it has to lie.
    pub range: Range,
    /// What to say otherwise.
    pub message: String,
    /// As written, to underline.
    pub tokens: TokenStream,
}

/// A real number.
#[derive(Clone, Debug)]
pub struct Real {
    /// Its value; `None` when only rustc can tell.
    pub value: Option<f64>,
    /// The expression, for rustc.
    pub tokens: TokenStream,
    /// The expression as written.
    pub written: Option<TokenStream>,
}

impl RealCheck {
    /// That a number which only rustc knows is finite: the number `what`, of which `expected` says what it has to be.
    pub fn finite(real: &Real, what: &str, expected: &str) -> Option<Self> {
        let tokens = real.written.clone().filter(|_| real.value.is_none())?;
        let found = source_text(&tokens);
        let message = format!("{what} is out of range\nexpected: {expected}\n   found: `{found}`");
        Some(Self { value: real.tokens.clone(), range: Range::Finite, message, tokens })
    }
}

impl Real {
    /// A number that is not written anywhere.
    pub fn literal(value: f64) -> Self {
        Self { value: Some(value), tokens: signed(value), written: None }
    }

    /// A literal or a constant in a body.
    pub fn of(tokens: TokenStream) -> Self {
        match value_of(&tokens) {
            Some(value) => Self { written: Some(tokens), ..Self::literal(value) },
            None => {
                Self { value: None, tokens: quote!((#tokens) as __nn::f64), written: Some(tokens) }
            }
        }
    }

    /// Its negative.
    pub fn negated(self) -> Self {
        let tokens = self.tokens;
        match self.value {
            Some(value) => Self { written: self.written, ..Self::literal(-value) },
            None => Self { value: None, tokens: quote!(-(#tokens)), written: self.written },
        }
    }

    /// Its inverse.
    pub fn inverse(self) -> Self {
        let tokens = self.tokens;
        match self.value {
            Some(value) => Self { written: self.written, ..Self::literal(1.0 / value) },
            None => Self { value: None, tokens: quote!(1.0 / (#tokens)), written: self.written },
        }
    }
}

/// A number as tokens: a literal is never negative.
fn signed(value: f64) -> TokenStream {
    let magnitude = value.abs();
    if value < 0.0 { quote!(-#magnitude) } else { quote!(#magnitude) }
}

/// The value of a literal, with or without a sign.
fn value_of(tokens: &TokenStream) -> Option<f64> {
    let number = |e: &Expr| match e {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Float(x) => x.base10_parse::<f64>().ok(),
            Lit::Int(n) => n.base10_parse::<f64>().ok(),
            _ => None,
        },
        _ => None,
    };
    match &read(tokens.clone()).ok()? {
        Expr::Unary(e) if matches!(e.op, syn::UnOp::Neg(_)) => number(&e.expr).map(|v| -v),
        e => number(e),
    }
    .filter(|v| v.is_finite())
}

impl Arguments<'_> {
    fn no_real(&self, expr: &Expr, name: &str) -> Real {
        let what = format!("`{name}` of {} is not a number", self.name());
        // The number that is in the string.
        let text = source_text(&expr.to_token_stream());
        let digits = text.trim_matches('"');
        let near = digits.parse::<f64>().ok().map(|_| digits);
        self.wrong(expr, &what, "a number such as `0.1`", near);
        Real { value: Some(0.0), tokens: quote!(0.0), written: None }
    }

    pub(super) fn real_of(&self, expr: &Expr, name: &str) -> Real {
        let (negative, inner) = match expr {
            Expr::Unary(e) if matches!(e.op, syn::UnOp::Neg(_)) => (true, &*e.expr),
            other => (false, other),
        };
        let value = match inner {
            Expr::Lit(lit) => {
                let value = match &lit.lit {
                    Lit::Float(x) => x.base10_parse::<f64>().ok(),
                    Lit::Int(n) => n.base10_parse::<f64>().ok(),
                    _ => None,
                };
                match value.filter(|v| v.is_finite()) {
                    Some(v) => Some(if negative { -v } else { v }),
                    None => return self.no_real(expr, name),
                }
            }
            Expr::Tuple(_) | Expr::Array(_) => return self.no_real(expr, name),
            _ => None,
        };
        let tokens = match value {
            Some(v) if v < 0.0 => {
                let magnitude = -v;
                quote!(-#magnitude)
            }
            Some(v) => quote!(#v),
            None => quote!((#expr) as __nn::f64),
        };
        Real { value, tokens, written: Some(expr.to_token_stream()) }
    }

    /// `name = real`.
    pub fn real(&self, name: &'static str, default: f64) -> Real {
        match self.option(name) {
            Some(e) => self.real_of(e, name),
            None => Real { value: Some(default), tokens: quote!(#default), written: None },
        }
    }

    /// The first positional argument, or the option of that name, as a real number.
    pub fn first_real(&self, name: &'static str, default: f64) -> Real {
        match self.option(name).or_else(|| self.positional()) {
            Some(e) => self.real_of(e, name),
            None => Real { value: Some(default), tokens: quote!(#default), written: None },
        }
    }

    /// The option of that name, or the next positional argument, as a real number.
    pub fn real_argument(&self, name: &'static str) -> Option<Real> {
        let expr = self.option(name).or_else(|| self.positional())?;
        if let Expr::Path(path) = expr
            && path.path.get_ident().is_some_and(|i| !self.is_constant(i))
        {
            let what = format!("`{name}` of {} is a constant", self.name());
            self.wrong(expr, &what, "a number such as `0.5`, or a constant in capitals", None);
            return Some(Real { value: Some(0.0), tokens: quote!(0.0), written: None });
        }
        Some(self.real_of(expr, name))
    }

    /// Whether a name may be a constant: one of the network's, or in capitals.
    pub(super) fn is_constant(&self, name: &Ident) -> bool {
        let text = name.to_string();
        !text.contains(char::is_lowercase) || self.constants.contains(&text)
    }

    /// Checks that `max` is not below `min`. What the macro does not know rustc checks.
    pub fn check_order(&self, min: &Real, max: &Real) {
        let (Some(low), Some(high)) = (&min.written, &max.written) else { return };
        let what = format!("`max` of {} is below `min`", self.name());
        let expected = format!("`{}` or more", source_text(low));
        match (min.value, max.value) {
            (Some(low), Some(max)) if max < low => self.wrong(high, &what, &expected, None),
            (Some(_), Some(_)) => {}
            _ => {
                let found = source_text(high);
                let message = format!("{what}\nexpected: {expected}\n   found: `{found}`");
                let (low, high) = (&min.tokens, &max.tokens);
                // Halves: their difference is finite.
                let value = quote!(0.5 * (#high) - 0.5 * (#low));
                let (range, tokens) = (Range::NotNegative, max.written.clone().unwrap_or_default());
                self.ranges.borrow_mut().push(RealCheck { value, range, message, tokens });
            }
        }
    }

    /// Checks that `real`, the option `name`, lies in `range`; `meaning` says what it is. What the
    /// macro does not know rustc checks.
    pub fn check_real(&self, real: &Real, name: &'static str, range: Range, meaning: &str) {
        let Some(written) = &real.written else { return };
        let what = format!("`{name}` of {} is out of range: it is {meaning}", self.name());
        match real.value {
            Some(value) if !range.contains(value) => {
                self.wrong(written, &what, range.name(), None);
            }
            Some(_) => {}
            None => {
                let found = source_text(written);
                let message = format!("{what}\nexpected: {}\n   found: `{found}`", range.name());
                let (value, tokens) = (real.tokens.clone(), written.clone());
                self.ranges.borrow_mut().push(RealCheck { value, range, message, tokens });
            }
        }
    }
}
