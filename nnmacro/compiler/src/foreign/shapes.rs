//! Calls whose arguments are shapes and axes, in which others count the batch; and powers.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

use super::calls::{Names, Rewriter, Written};
use super::tokens::{is_option, named, spread};
use crate::syntax::{self, Term, value_text};

impl<N: Names> Rewriter<'_, N> {
    /// `x ** 2`
    pub(super) fn power(
        &mut self,
        call: &Written<'_>,
        x: &TokenStream,
        exponent: &TokenStream,
    ) -> TokenStream {
        if syntax::value(exponent).is_ok_and(|e| match e {
            Term::Name(name) => self.names.is_value(&name),
            Term::Call(_) | Term::Member(_) => true,
            _ => false,
        }) {
            let what = "the exponent of a power is a constant";
            return self.refuse(call, what, "`pow(x, 2.0)`", "");
        }
        let word = call.word("pow");
        self.note(call, "a power is a function", "pow(x, 2.0)", quote!(#word(#x, #exponent)))
    }

    /// `view(x, -1, 8192)`: the first size is the batch.
    pub(super) fn reshape(&mut self, call: &Written<'_>, x: &TokenStream) -> TokenStream {
        let sizes = spread(call.arguments.get(1..).unwrap_or_default());
        let shape = self.shape_of(x);
        let number = |t: &TokenStream| value_text(t).parse::<i64>().ok();
        let known: Option<Vec<i64>> = sizes.iter().map(number).collect();
        let length = shape.map(|s| s.len() as i64);
        let is_sample = known.as_ref().is_some_and(|k| {
            length.is_some_and(|n| k.iter().all(|s| *s > 0) && k.iter().product::<i64>() == n)
        });
        let rest = if is_sample { &sizes[..] } else { sizes.get(1..).unwrap_or_default() };
        let way = if call.way.is_empty() { "the batch is implied in a shape" } else { call.way };
        if rest.len() <= 1 && !is_sample {
            let word = call.word("flatten");
            return self.note(call, way, "flatten(x)", quote!(#word(#x)));
        }
        let mut out: Vec<TokenStream> = rest.to_vec();
        if let Some(gap) = rest.iter().position(|t| number(t).is_some_and(|n| n < 0)) {
            let others: Option<i64> = rest
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != gap)
                .map(|(_, t)| number(t))
                .product();
            let (Some(length), Some(others)) = (length, others.filter(|n| *n > 0)) else {
                let what = "a shape has all its sizes, without the batch";
                return self.refuse(call, what, "`reshape(x, [channels, height, width])`", "");
            };
            let size = Literal::i64_unsuffixed(length / others);
            out[gap] = quote!(#size);
        }
        let word = call.word("reshape");
        self.note(
            call,
            way,
            "reshape(x, [channels, height, width])",
            quote!(#word(#x, [#(#out),*])),
        )
    }

    /// `x.expand(-1, 8, 4, 4)`
    pub(super) fn expand(&mut self, call: &Written<'_>, x: &TokenStream) -> TokenStream {
        let usage = "expand(x, [channels, height, width])";
        let sizes = spread(call.arguments.get(1..).unwrap_or_default());
        let rank = self.shape_of(x).map(|s| s.rank());
        let rest = if rank.is_some_and(|r| sizes.len() > r) { &sizes[1..] } else { &sizes[..] };
        let is_size = |t: &TokenStream| value_text(t).parse::<u64>().is_ok();
        if call.name != "expand" && call.name != "broadcast_to" || !rest.iter().all(is_size) {
            return self.refuse(
                call,
                "equal values are repeated by `expand`",
                &format!("`{usage}`"),
                "",
            );
        }
        let word = call.word("expand");
        self.note(call, call.way, usage, quote!(#word(#x, [#(#rest),*])))
    }

    pub(super) fn permute(
        &mut self,
        call: &Written<'_>,
        x: &TokenStream,
        axes: &[i64],
    ) -> TokenStream {
        let way = if call.way.is_empty() { "axes are counted without the batch" } else { call.way };
        let axes: Vec<Literal> = match axes {
            [0, rest @ ..] if rest.iter().all(|a| *a > 0) => {
                rest.iter().map(|a| Literal::i64_unsuffixed(a - 1)).collect()
            }
            _ => {
                return self.refuse(
                    call,
                    way,
                    "`permute(x, [1, 2, 0])`, axes without the batch",
                    "",
                );
            }
        };
        let word = call.word("permute");
        self.note(call, way, "permute(x, [1, 2, 0])", quote!(#word(#x, [#(#axes),*])))
    }

    pub(super) fn transpose(
        &mut self,
        call: &Written<'_>,
        x: &TokenStream,
        axes: &[i64],
    ) -> TokenStream {
        let way = if call.way.is_empty() { "axes are counted without the batch" } else { call.way };
        let rank = self.shape_of(x).map_or(2, |s| s.rank() as i64);
        let place = |a: i64| if a < 0 { rank + a } else { a - 1 };
        let (a, b) = match axes {
            [] => (rank - 2, rank - 1),
            [a, b] => (place(*a), place(*b)),
            _ => {
                return self.refuse(
                    call,
                    way,
                    "`permute(x, [1, 2, 0])`, axes without the batch",
                    "",
                );
            }
        };
        if a.min(b) < 0 || a.max(b) >= rank {
            return self.refuse(
                call,
                "the batch is not an axis of a value",
                "`permute(x, [1, 2, 0])`",
                "",
            );
        }
        if a.min(b) == rank - 2 && a.max(b) == rank - 1 {
            let word = call.word("transpose");
            return self.note(call, way, "transpose(x)", quote!(#word(#x)));
        }
        let mut all: Vec<i64> = (0..rank).collect();
        all.swap(a as usize, b as usize);
        let all = all.into_iter().map(Literal::i64_unsuffixed);
        let word = call.word("permute");
        self.note(call, way, "permute(x, [1, 2, 0])", quote!(#word(#x, [#(#all),*])))
    }

    /// `unsqueeze(x, 1)`, `squeeze(x)`: a reshape.
    pub(super) fn squeezed(
        &mut self,
        call: &Written<'_>,
        x: &TokenStream,
        removes: bool,
        axes: &[i64],
    ) -> TokenStream {
        let way = "a new shape is given by `reshape`";
        let usage = "reshape(x, [channels, height, width])";
        let Some(shape) = self.shape_of(x) else {
            return self.refuse(call, way, &format!("`{usage}`"), "");
        };
        let mut sizes: Vec<i64> = (0..shape.rank()).map(|i| shape.dim(i) as i64).collect();
        let rank = sizes.len() as i64;
        if removes {
            let place = |a: &i64| if *a < 0 { rank + a } else { a - 1 };
            let gone: Vec<i64> = axes.iter().map(place).collect();
            let mut i = -1;
            sizes.retain(|s| {
                i += 1;
                *s != 1 || !gone.is_empty() && !gone.contains(&i)
            });
        } else {
            let at = axes.first().map_or(0, |a| if *a < 0 { rank + 1 + a } else { a - 1 });
            sizes.insert(at.clamp(0, rank) as usize, 1);
        }
        let sizes = sizes.into_iter().map(Literal::i64_unsuffixed);
        let word = call.word("reshape");
        self.note(call, way, usage, quote!(#word(#x, [#(#sizes),*])))
    }

    pub(super) fn concat(&mut self, call: &Written<'_>) -> TokenStream {
        let is_value = |a: &&TokenStream| !is_option(a) && value_text(a).parse::<i64>().is_err();
        let values = spread(&call.arguments.iter().filter(is_value).cloned().collect::<Vec<_>>());
        let values: Vec<TokenStream> = values.iter().map(|v| self.argument(v)).collect();
        let option = call.arguments.iter().find_map(|a| named(a, &["dim", "axis"]));
        let number = || {
            call.arguments.iter().skip(1).find(|a| value_text(a).parse::<i64>().is_ok()).cloned()
        };
        let axis = option
            .or_else(number)
            .map(|axis| self.axis(Some(&axis), values.first().unwrap_or(&axis)));
        let axis = axis.map(|axis| quote!(, axis = #axis));
        let reason = match call.way {
            "" if call.name == "concat" => {
                "values stand one by one, and axes are counted without the batch".to_owned()
            }
            "" => format!("`{}` is `concat` here", call.name),
            way => way.to_owned(),
        };
        let word = call.word("concat");
        self.note(call, &reason, "concat(a, b, axis = 0)", quote!(#word(#(#values),* #axis)))
    }

    /// An axis without the batch.
    pub(super) fn axis(&self, axis: Option<&TokenStream>, x: &TokenStream) -> Literal {
        let number = axis.and_then(|a| value_text(a).parse::<i64>().ok()).unwrap_or(1);
        let rank = self.shape_of(x).map_or(1, |s| s.rank() as i64);
        Literal::i64_unsuffixed(if number < 0 {
            (rank + number).max(0)
        } else {
            (number - 1).max(0)
        })
    }

    pub(super) fn size(&mut self, call: &Written<'_>, axes: &[i64]) -> TokenStream {
        let what = "sizes are known when a network is compiled, so they are numbers or constants";
        let index = call.tokens.clone().into_iter().last().and_then(|t| match t {
            TokenTree::Group(g) if g.delimiter() == Delimiter::Bracket => {
                value_text(&g.stream()).parse().ok()
            }
            _ => None,
        });
        let axis = axes.first().copied().or(index);
        let shape = call.arguments.first().and_then(|x| self.shape_of(x));
        match (axis, shape) {
            (Some(0), _) => self.refuse(
                call,
                what,
                "nothing: the batch is implied",
                "leave it out: shapes do not count the batch",
            ),
            (Some(axis), Some(shape)) if axis >= 1 && (axis as usize) <= shape.rank() => {
                let size = shape.dim(axis as usize - 1);
                self.refuse(call, what, &format!("{size}"), &format!("put `{size}` in its place"))
            }
            _ => self.refuse(call, what, "a number, or a constant of the network", ""),
        }
    }
}
