//! Functions of each element of one value: `exp(x)`, `clamp(x, 0.0, 6.0)`, `pow(x, 1.5)`, `2.0 / x`. Each is an activation
//! that is not a kind of layer.

use nnplan::{Activation as Function, Range};
use proc_macro2::TokenStream;
use quote::quote;

use super::activation::Activation;
use super::arguments::Real;
use super::{Arguments, Function as Word, Layer, Operands};

const fn word(
    name: &'static str,
    usage: &'static str,
    read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
) -> Word {
    Word { name, usage, operands: Operands::Exactly(1), read }
}

pub(super) const FUNCTIONS: &[Word] = &[
    word("exp", "exp(x)", |_| layer(Function::Exp, quote!(Exp))),
    word("ln", "ln(x)", |_| layer(Function::Ln, quote!(Ln))),
    word("sqrt", "sqrt(x)", |_| layer(Function::Sqrt, quote!(Sqrt))),
    word("square", "square(x)", |_| layer(Function::Square, quote!(Square))),
    word("abs", "abs(x)", |_| layer(Function::Abs, quote!(Abs))),
    word("clamp", "clamp(x, 0.0, 1.0)", |a| clamp(a)),
    word("pow", "pow(x, 2.0)", |a| pow(a)),
];

fn layer(function: Function, tokens: TokenStream) -> Box<dyn Layer> {
    Box::new(Activation { function, tokens })
}

fn clamp(a: &Arguments<'_>) -> Box<dyn Layer> {
    let (low, high) = (a.real_argument("min"), a.real_argument("max"));
    if low.is_none() && high.is_none() {
        a.missing("bounds", None);
    }
    for (bound, name) in [(&low, "min"), (&high, "max")] {
        if let Some(bound) = bound {
            a.check_real(bound, name, Range::Finite, "a bound");
        }
    }
    if let (Some(low), Some(high)) = (&low, &high) {
        a.check_order(low, high);
    }
    let infinite = |sign: f64| match sign {
        1.0 => (f64::INFINITY, quote!(__nn::f64::INFINITY)),
        _ => (f64::NEG_INFINITY, quote!(__nn::f64::NEG_INFINITY)),
    };
    let of = |bound: Option<Real>, sign: f64| match bound {
        Some(bound) => (bound.value.unwrap_or(0.0), bound.tokens),
        None => infinite(sign),
    };
    let ((low, low_tokens), (high, high_tokens)) = (of(low, -1.0), of(high, 1.0));
    layer(Function::Clamp(low, high), quote!(Clamp(#low_tokens, #high_tokens)))
}

fn pow(a: &Arguments<'_>) -> Box<dyn Layer> {
    let exponent = a.real_argument("exponent").unwrap_or_else(|| {
        a.missing("exponent", Some(a.layer.with_argument(1, "2.0")));
        Real::literal(1.0)
    });
    a.check_real(&exponent, "exponent", Range::Finite, "a constant");
    let tokens = &exponent.tokens;
    layer(Function::Pow(exponent.value.unwrap_or(1.0)), quote!(Pow(#tokens)))
}

/// `factor / x`
pub(crate) fn reciprocal(factor: &Real) -> Box<dyn Layer> {
    let tokens = &factor.tokens;
    layer(Function::Reciprocal(factor.value.unwrap_or(1.0)), quote!(Reciprocal(#tokens)))
}
