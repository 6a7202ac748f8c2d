//! Calls of a body: of declared layers, and of functions.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;

use super::body::Scope;
use super::layers::Read;
use super::steps::{Operand, Reading};
use crate::diagnostics::{Diagnostics, list, suggest};
use crate::foreign::{Here, kind_here};
use crate::network::NamedLayer;
use crate::ops::{self, Arguments, Callable, Operands};
use crate::syntax::{self, Call, Term, value_text};

/// A function that is called: its values, and the arguments after them.
struct Written<'c> {
    name: &'c Ident,
    tokens: &'c TokenStream,
    operands: Vec<Operand>,
    rest: &'c [TokenStream],
}

impl<'s> Scope<'s, '_> {
    /// The value that a call makes, bound to `name` if it has one.
    pub(super) fn call(&mut self, call: &Call, name: Option<&Ident>) -> Option<Operand> {
        let text = call.name.unraw().to_string();
        if self.layers.contains_key(&text) {
            return self.layer(call, &text, name);
        }
        if text == "scan" {
            let names: Vec<Ident> = name.into_iter().cloned().collect();
            return self.scan(call, &names)?.into_iter().next();
        }
        if text == "split" {
            let found = value_text(&call.tokens);
            self.error(
                &call.tokens,
                format!("`split` makes several values\nexpected: `let (a, b) = split(x, axis = 0);`\n   found: `{found}`"),
            );
            return None;
        }
        let Some(callable) = ops::callable(&text) else {
            self.unknown_call(call, &text);
            return None;
        };
        let operands = match callable {
            Callable::Function(f) => f.operands,
            Callable::Kind(_) => Operands::Exactly(1),
        };
        let count = operands.of(&call.arguments);
        if count == 0
            && let Some(first) = call.arguments.first()
            && let Ok(Term::Name(name)) = syntax::value(first)
            && self.values.get(&name).is_some()
        {
            let (usage, found) = (usage(callable), value_text(&call.tokens));
            self.error(
                first,
                format!(
                    "`{text}` takes a shape, not a value\nexpected: `{usage}`\n   found: `{found}`"
                ),
            );
            return None;
        }
        let given = call.arguments.iter().take(count).take_while(|a| !is_option(a)).count();
        let (values, rest) = call.arguments.split_at(given);
        let values: Vec<Option<Operand>> = values.iter().map(|v| self.argument(v)).collect();
        if values.iter().any(Option::is_none) {
            return None; // which may be two values that nothing separates
        }
        if given < count || operands == Operands::Several && count < 2 {
            let usage = usage(callable);
            let found = value_text(&call.tokens);
            self.error(
                &call.name,
                format!("`{text}` lacks a value\nexpected: `{usage}`\n   found: `{found}`"),
            );
            return None;
        }
        let operands: Vec<Operand> = values.into_iter().collect::<Option<_>>()?;
        let written = Written { name: &call.name, tokens: &call.tokens, operands, rest };
        self.function_of(callable, written, name)
    }

    /// An argument that is a value.
    pub(super) fn argument(&mut self, tokens: &TokenStream) -> Option<Operand> {
        match syntax::value(tokens) {
            Ok(term) => {
                self.value(&term, None).map(|o| Operand { written: value_text(tokens), ..o })
            }
            Err(error) => {
                self.is_faulty = true;
                self.steps.diagnostics.push(error);
                None
            }
        }
    }

    /// A declared layer.
    fn layer(&mut self, call: &Call, text: &str, name: Option<&Ident>) -> Option<Operand> {
        let (read, values) = self.layer_and_values(call, text)?;
        let at = name.unwrap_or(&call.name);
        let made = self.steps.run(&read.parts, values, at, read.reading);
        Some(Operand { written: value_text(&call.tokens), ..made })
    }

    /// `let (y, h) = cell(x, h);`: a network that gives several values, one a name.
    pub(super) fn outputs(&mut self, call: &Call, names: &[Ident]) -> Option<Vec<Operand>> {
        let text = call.name.unraw().to_string();
        let (read, values) = self.layer_and_values(call, &text)?;
        if !self.steps.is_network(read) {
            let found = value_text(&call.tokens);
            let word = &self.steps.network.layers[read.parts[0].0].word;
            let message = format!(
                "`{text}` is `{word}`, which gives one value\nexpected: `let {} = {found};`\n   found: {} names",
                names[0],
                names.len()
            );
            self.error(&call.name, message);
            return None;
        }
        let first = self.steps.run(&read.parts, values, &names[0], read.reading);
        let mut outputs = self.steps.further(&first, &names[1..], read.reading);
        outputs.insert(0, first);
        Some(outputs)
    }

    /// A declared layer, and the values it is applied to.
    fn layer_and_values(&mut self, call: &Call, text: &str) -> Option<(&'s Read, Vec<Operand>)> {
        self.called.insert(text.to_owned());
        let values: Vec<Option<Operand>> =
            call.arguments.iter().map(|v| self.argument(v)).collect();
        let Some(Some(read)) = self.layers.get(text) else {
            self.is_faulty = true;
            return None;
        };
        let read = *read;
        let values: Vec<Operand> = values.into_iter().collect::<Option<_>>()?;
        let found = value_text(&call.tokens);
        if self.steps.is_value(read) {
            let message = format!(
                "`{text}` is a value, not a function\nexpected: `{text}`\n   found: `{found}`"
            );
            self.error(&call.tokens, message);
            return None;
        }
        if values.is_empty() || values.len() != 1 && !self.steps.is_network(read) {
            let message = format!(
                "`{text}` takes one value, but gets {}\nexpected: `{text}(x)`\n   found: `{found}`",
                values.len()
            );
            self.error(&call.tokens, message);
            return None;
        }
        Some((read, values))
    }

    /// A sign between two values.
    pub(super) fn function(
        &mut self,
        word: &str,
        tokens: &TokenStream,
        operands: Vec<Operand>,
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let (callable, ident) = (ops::callable(word)?, first_ident(tokens, word));
        let written = Written { name: &ident, tokens, operands, rest: &[] };
        self.function_of(callable, written, name)
    }

    fn function_of(
        &mut self,
        callable: Callable,
        written: Written<'_>,
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let Written { name: ident, tokens, operands, rest } = written;
        let values = operands.iter().map(|o| o.written.clone()).collect();
        let diagnostics = self.steps.diagnostics;
        let errors = diagnostics.count();
        let syntax = syntax::call(ident, values, rest, diagnostics);
        let usage = usage(callable);
        let index = self.steps.network.layers.len() as u32;
        let mut arguments =
            Arguments::new(&syntax, index, &usage, self.steps.constants, diagnostics);
        let (word, op) = match callable {
            Callable::Function(f) => (f.name, (f.read)(&mut arguments)),
            Callable::Kind(k) => (k.name, (k.read)(&mut arguments)),
        };
        arguments.finish();
        let is_sound = diagnostics.count() == errors;
        self.is_faulty |= !is_sound;
        let unknown = arguments.has_unknown();
        let (unchecked, ranges) = arguments.unchecked();
        let is_operator = !word.starts_with(char::is_alphabetic);
        let layer = NamedLayer {
            name: if is_operator { word.to_owned() } else { ident.to_string() },
            unknown,
            unchecked,
            ranges,
            ..NamedLayer::of(word, ident.clone(), op)
        };
        let underlined = if is_operator { tokens.clone() } else { ident.to_token_stream() };
        let parts = self.steps.function(layer, &underlined);
        let at = name.unwrap_or(ident);
        let reading = Reading::whole_if(is_sound);
        let made = if operands.is_empty() {
            self.steps.made(&parts, at, reading)
        } else {
            self.steps.run(&parts, operands, at, reading)
        };
        Some(Operand { written: value_text(tokens), ..made })
    }

    /// `let (a, b) = split(x, axis = 0);`: equal parts, a slice each.
    pub(super) fn split(&mut self, call: &Call, names: &[Ident]) -> Option<Vec<Operand>> {
        let first = call.arguments.first().filter(|a| !is_option(a));
        let Some(first) = first else {
            let found = value_text(&call.tokens);
            self.error(
                &call.name,
                format!(
                    "`split` lacks a value\nexpected: `split(x, axis = 0)`\n   found: `{found}`"
                ),
            );
            return None;
        };
        let x = self.argument(first)?;
        let errors = self.steps.diagnostics.count();
        let values = vec![x.written.clone()];
        let syntax = syntax::call(&call.name, values, &call.arguments[1..], self.steps.diagnostics);
        let mut parts = Vec::new();
        for (i, name) in names.iter().enumerate() {
            // Mistakes in the arguments belong to the first part.
            let silence = Diagnostics::default();
            let heard = if i == 0 { self.steps.diagnostics } else { &silence };
            let mut arguments =
                Arguments::new(&syntax, 0, "split(x, axis = 0)", self.steps.constants, heard);
            let op = ops::part(&mut arguments, i, names.len());
            arguments.finish();
            let is_sound = self.steps.diagnostics.count() == errors;
            self.is_faulty |= !is_sound;
            let unknown = arguments.has_unknown();
            let (unchecked, ranges) = arguments.unchecked();
            let unchecked = if i == 0 { unchecked } else { Vec::new() };
            let ident = call.name.clone();
            let layer =
                NamedLayer { unknown, unchecked, ranges, ..NamedLayer::of("split", ident, op) };
            let part = self.steps.function(layer, &call.name.to_token_stream());
            let reading = Reading::whole_if(is_sound);
            parts.push(self.steps.run(&part, vec![x.clone()], name, reading));
        }
        Some(parts)
    }

    fn unknown_call(&mut self, call: &Call, text: &str) {
        let layers: Vec<String> =
            self.declaration.layers.iter().map(|l| l.name.unraw().to_string()).collect();
        let mut functions = ops::function_names();
        functions.extend(["split", "scan"].map(str::to_owned));
        let known = layers.iter().chain(&functions).map(String::as_str);
        let near = suggest(text, known);
        // What follows the values may be words, but values among them are used.
        let certain = match near.and_then(ops::callable) {
            Some(Callable::Function(f)) => f.operands.of(&call.arguments),
            _ => 1,
        };
        for (i, argument) in call.arguments.iter().enumerate() {
            let first = argument.clone().into_iter().next();
            let is_value = match &first {
                Some(TokenTree::Ident(name)) => self.values.get(name).is_some(),
                _ => false,
            };
            let is_number = matches!(first, Some(TokenTree::Literal(_)));
            if is_value || i < certain && !is_number && !is_option(argument) {
                let _ = self.argument(argument);
            }
        }
        // An item that could not be read may have been the layer.
        if !self.is_new(text) || !self.declaration.unreadable.is_empty() {
            return;
        }
        if self.values.contains(text) {
            let found = value_text(&call.tokens);
            let message = format!(
                "`{text}` is a value, not a layer or a function\nexpected: a layer or a function\n   found: `{found}`"
            );
            self.error(&call.name, message);
            return;
        }
        let same = ops::kind_names().find(|kind| ops::function_name(kind) == text);
        let kind = same.or_else(|| match kind_here(text) {
            Some(Here::Is(kind) | Here::Ordered(kind, _)) => Some(kind),
            _ => None,
        });
        if let Some(kind) = kind.filter(|k| ops::callable(&ops::function_name(k)).is_none()) {
            let found = value_text(&call.tokens);
            let message = format!(
                "`{text}` has tensors, so it is a layer and no function\nexpected: `name: {kind}(…);`, and `name(…)` in `forward`\n   found: `{found}`"
            );
            self.error(&call.name, message);
            return;
        }
        let rest = match near {
            Some(near) => {
                format!("expected: a layer or a function\n   found: `{text}`\nhelp: write `{near}`")
            }
            None if layers.is_empty() => {
                format!("expected: a function, such as `relu(x)`\n   found: `{text}`")
            }
            None => format!(
                "expected: {}, or a function\n   found: `{text}`",
                list(layers.iter().take(8).map(String::as_str)).replace(" and ", " or ")
            ),
        };
        self.error(&call.name, format!("there is no layer or function `{text}`\n{rest}"));
    }
}

impl Operands {
    /// How many of the arguments are values.
    fn of(self, arguments: &[TokenStream]) -> usize {
        match self {
            Self::Exactly(n) => n,
            Self::Several => arguments.iter().take_while(|a| !is_option(a)).count(),
        }
    }
}

/// `axis = 1`
pub(super) fn is_option(argument: &TokenStream) -> bool {
    let mut tokens = argument.clone().into_iter();
    let is_word = matches!(tokens.next(), Some(TokenTree::Ident(_)));
    is_word && matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=')
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

/// The first word of `tokens`, or `word` at its place.
pub(super) fn first_ident(tokens: &TokenStream, word: &str) -> Ident {
    let first = tokens.clone().into_iter().next();
    let span = first.map_or_else(proc_macro2::Span::call_site, |t| t.span());
    let name = match word {
        "+" => "sum",
        "-" => "difference",
        "*" => "product",
        "/" => "quotient",
        other => other,
    };
    Ident::new(name, span)
}
