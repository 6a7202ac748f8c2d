//! Calls of functions of others, rule by rule.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::arguments::Read;
use super::calls::{Names, Rewriter, Written};
use super::cut;
use super::functions::{Rule, rule};
use super::tokens::{has_own_sizes, is_list, is_option, named, numbers, tokens_of};
use crate::diagnostics::Diagnostics;
use crate::ops::{self, Callable};
use crate::syntax::{self, value_text};

impl<N: Names> Rewriter<'_, N> {
    /// A function, or what others have for one.
    pub(super) fn function(&mut self, call: Written<'_>) -> TokenStream {
        let word = call.name.to_string();
        let own = ops::callable(&word);
        let is_plain = call.way.is_empty();
        if !is_plain && self.names.is_layer(call.name) {
            let (name, written) = (call.name, self.unchanged(&call));
            return self.note(&call, call.way, &format!("{name}(x)"), written);
        }
        let is_number = |a: &TokenStream| value_text(a).parse::<i64>().is_ok();
        let rule = match own {
            Some(_) if is_plain && matches!(word.as_str(), "expand" | "permute" | "transpose") => {
                return self.unchanged(&call);
            }
            Some(_) if word == "reshape" && !(is_plain && has_own_sizes(&call.arguments)) => {
                Rule::Reshape
            }
            Some(_)
                if word == "concat"
                    && call.arguments.iter().all(|a| !is_list(a) && !is_number(a)) =>
            {
                Rule::Is("concat")
            }
            Some(_) if !is_plain || word == "flatten" || word == "concat" => {
                rule(&word).unwrap_or(Rule::Same)
            }
            Some(Callable::Function(f)) => Rule::Is(f.name),
            Some(Callable::Kind(k)) => Rule::Is(k.name),
            None if is_plain && (word == "split" || self.names.lacks_layers()) => {
                return self.unchanged(&call);
            }
            None => match rule(&word) {
                Some(rule) => rule,
                None => {
                    self.is_unknown |= !is_plain;
                    return self.unchanged(&call);
                }
            },
        };
        self.by_rule(&call, rule)
    }

    pub(super) fn unchanged(&mut self, call: &Written<'_>) -> TokenStream {
        let name = call.name;
        let arguments: Vec<_> = call.arguments.iter().map(|a| self.argument(a)).collect();
        quote!(#name(#(#arguments),*))
    }

    pub(super) fn by_rule(&mut self, call: &Written<'_>, rule: Rule) -> TokenStream {
        let x = call.arguments.first().map(|a| self.argument(a)).unwrap_or_default();
        let rest = call.arguments.get(1..).unwrap_or_default();
        let name = call.name;
        match rule {
            Rule::Is(word) => self.is(call, word),
            Rule::Same => self.note(call, &format!("`{name}` is not needed"), "x", x),
            Rule::Sign(sign) => {
                let sign = proc_macro2::Punct::new(sign, proc_macro2::Spacing::Alone);
                let second = rest.first().map(|a| self.argument(a));
                let shown = format!("a {} b", sign.as_char());
                self.note(
                    call,
                    "signs are written between values",
                    &shown,
                    quote!(#x #sign #second),
                )
            }
            Rule::Flatten if rest.is_empty() && call.way.is_empty() && name == "flatten" => {
                quote!(#name(#x))
            }
            Rule::Flatten => {
                let reason = if call.way.is_empty() {
                    "`flatten` takes no axes: the batch is implied"
                } else {
                    call.way
                };
                let word = call.word("flatten");
                self.note(call, reason, "flatten(x)", quote!(#word(#x)))
            }
            Rule::Reshape => self.reshape(call, &x),
            Rule::Expand => self.expand(call, &x),
            Rule::Permute => self.permute(call, &x, &numbers(rest)),
            Rule::Transpose => self.transpose(call, &x, &numbers(rest)),
            Rule::Squeeze | Rule::Unsqueeze => {
                self.squeezed(call, &x, matches!(rule, Rule::Squeeze), &numbers(rest))
            }
            Rule::Concat => self.concat(call),
            Rule::Split => {
                let axis = rest
                    .iter()
                    .rev()
                    .find_map(|a| named(a, &["dim", "axis"]))
                    .or(rest.get(1).cloned());
                let axis = self.axis(axis.as_ref(), &x);
                let word = call.word("split");
                let (reason, usage) =
                    ("equal parts are made by `split`", "let (a, b) = split(x, axis = 0);");
                let written = quote!(#word(#x, axis = #axis));
                if !self.parts {
                    let written = value_text(&written);
                    return self.refuse(call, reason, &format!("`let (a, b) = {written};`"), "");
                }
                self.note(call, reason, usage, written)
            }
            Rule::Size => self.size(call, &numbers(rest)),
            Rule::Nothing(why, instead) => {
                let message = format!(
                    "there is no function `{name}`: {why}\nexpected: a function, such as `relu(x)`\n   found: `{}`\nhelp: {instead}",
                    cut(&value_text(call.tokens), 100)
                );
                self.refused.get_or_insert((call.at.clone(), message));
                call.tokens.clone()
            }
        }
    }

    /// A function of ours, whose options may have other names.
    pub(super) fn is(&mut self, call: &Written<'_>, word: &'static str) -> TokenStream {
        let all = ops::KINDS.iter().copied().flatten();
        let kind = all
            .filter(|k| k.stateless)
            .find(|k| k.name == word || ops::function_name(k.name) == word);
        let shown = kind.map_or_else(|| word.to_owned(), |k| ops::function_name(k.name));
        let ident = Ident::new(&shown, call.name.span());
        let count = match ops::callable(&shown) {
            Some(Callable::Function(f)) if f.operands == ops::Operands::Several => {
                call.arguments.iter().take_while(|a| !is_option(a)).count()
            }
            Some(Callable::Function(ops::Function {
                operands: ops::Operands::Exactly(n), ..
            })) => *n,
            _ => 1,
        };
        let (values, options) = call.arguments.split_at(count.min(call.arguments.len()));
        let values: Vec<TokenStream> = values.iter().map(|v| self.argument(v)).collect();
        let first = values.first().cloned().unwrap_or_default();
        let counts_batch = !call.way.is_empty();
        let (options, reasons) =
            self.options(kind.map_or(word, |k| k.name), &ident, options, &first, counts_batch);
        if let Some(lost) = reasons.iter().find(|r| r.contains("no equal")) {
            let usage = ops::callable(&shown).map_or_else(String::new, usage);
            return self.refuse(call, lost, &format!("`{usage}`"), "");
        }
        let all: Vec<&TokenStream> = values.iter().chain(&options).collect();
        let written = quote!(#ident(#(#all),*));
        let usage = ops::callable(&shown).map_or_else(String::new, usage);
        let mut reason = call.way.to_owned();
        if *call.name != shown {
            reason = if reason.is_empty() {
                format!("`{}` is `{shown}` here", call.name)
            } else {
                reason
            };
        }
        if reason.is_empty() && reasons.is_empty() {
            return written;
        }
        let reason = if reason.is_empty() { reasons.join(", and ") } else { reason };
        self.note(call, &reason, &usage, written)
    }

    /// Arguments after the values, and what is wrong with them.
    pub(super) fn options(
        &self,
        kind: &str,
        ident: &Ident,
        options: &[TokenStream],
        first: &TokenStream,
        counts_batch: bool,
    ) -> (Vec<TokenStream>, Vec<String>) {
        let silence = Diagnostics::default();
        let layer = syntax::call(ident, Vec::new(), options, &silence);
        let rank = self.shape_of(first).map(|s| s.rank());
        let Some(read) =
            Read::of_function(&layer, kind, rank, counts_batch).filter(|_| !layer.is_faulty)
        else {
            return (options.to_vec(), Vec::new());
        };
        if read.changes.is_empty() {
            return (options.to_vec(), Vec::new());
        }
        let written = read.arguments().iter().map(tokens_of).collect();
        (written, read.changes.iter().map(|c| c.reason.clone()).collect())
    }
}

/// How a function is written.
fn usage(callable: Callable) -> String {
    match callable {
        Callable::Function(f) => f.usage.to_owned(),
        Callable::Kind(k) => {
            let name = ops::function_name(k.name);
            match k.usage.split_once('(') {
                Some((_, rest)) => format!("{name}(x, {rest}"),
                None => format!("{name}(x)"),
            }
        }
    }
}
