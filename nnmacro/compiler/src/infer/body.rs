//! The body: names → values, calls → steps.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parser;

use super::layers::Read;
use super::steps::{Operand, Steps};
use crate::diagnostics::{list, suggest};
use crate::network::{NamedLayer, Output};
use crate::ops::arguments::Real;
use crate::ops::{self, Arguments, Callable, Layer, Operands};
use crate::syntax::{self, Body, Call, Declaration, Term, ViewSyntax, source_text};

/// A value with a name.
struct Named {
    ident: Ident,
    operand: Option<Operand>,
    is_used: bool,
}

struct Scope<'s, 'a> {
    steps: &'s mut Steps<'a>,
    declaration: &'s Declaration,
    /// The layers by name; `None` for one that could not be read.
    layers: HashMap<String, Option<&'s Read>>,
    values: Vec<Named>,
    called: Vec<String>,
    /// Whether something could not be made out, so that what is unused says nothing.
    is_faulty: bool,
}

/// Applies what the body says.
pub(super) fn body(
    declaration: &Declaration,
    body: &Body,
    read: &[Option<Read>],
    steps: &mut Steps<'_>,
) {
    steps.network.has_body = true;
    let layers = declaration.layers.iter().zip(read);
    let layers = layers.map(|(syntax, read)| (syntax.name.unraw().to_string(), read.as_ref()));
    let mut scope = Scope {
        layers: layers.collect(),
        steps,
        declaration,
        values: Vec::new(),
        called: Vec::new(),
        is_faulty: body.is_faulty || !declaration.unreadable.is_empty(),
    };
    scope.parameters(body);
    for binding in &body.bindings {
        scope.bind(&binding.names, &binding.value);
    }
    let mut outputs = Vec::new();
    for term in &body.outputs {
        let operand = scope.value(term, None);
        let Some(operand) = operand else { continue };
        outputs.push(Output { name: scope.output_name(term, &outputs), value: operand.value });
    }
    let views: Vec<Vec<Output>> = declaration.views.iter().map(|v| scope.view(v)).collect();
    scope.unused();
    scope.steps.network.outputs = outputs;
    scope.steps.network.views = views;
}

impl Scope<'_, '_> {
    /// The values that a view names: bound ones, or what a layer gives.
    fn view(&mut self, view: &ViewSyntax) -> Vec<Output> {
        let mut outputs = Vec::new();
        for ident in &view.outputs {
            let text = ident.unraw().to_string();
            let bound = self.values.iter_mut().rev().find(|v| v.ident == *ident);
            let value = match bound {
                Some(named) => {
                    named.is_used = true;
                    named.operand.as_ref().map(|o| o.value)
                }
                None => super::made_by_layer(&self.steps.network, &text),
            };
            match value {
                Some(value) => outputs.push(Output { name: text, value }),
                None if self.is_faulty => {}
                None => {
                    let known: Vec<String> =
                        self.values.iter().map(|v| v.ident.to_string()).collect();
                    let layers = self.layers.keys().map(String::as_str);
                    let known = known.iter().map(String::as_str).chain(layers);
                    super::no_value(self.steps.diagnostics, view, ident, known);
                }
            }
        }
        outputs
    }

    fn parameters(&mut self, body: &Body) {
        let inputs = &self.steps.network.inputs;
        for (i, ident) in body.parameters.iter().enumerate() {
            let operand = inputs.get(i).map(|input| Operand {
                value: i,
                shape: input.shape,
                written: ident.unraw().to_string(),
            });
            self.values.push(Named { ident: ident.clone(), operand, is_used: false });
        }
        let (expected, found) = (inputs.len(), body.parameters.len());
        if expected == found || self.declaration.inputs.len() != expected || expected == 0 {
            return;
        }
        let names: Vec<&str> = inputs.iter().map(|i| i.name.as_str()).collect();
        let names = if expected == 1 { vec!["x"] } else { names };
        let counted = |n: usize| if n == 1 { "1 input".to_owned() } else { format!("{n} inputs") };
        let message = format!(
            "the network has {}, but `forward` takes {found}\nexpected: `fn forward({})`\n   found: `fn forward({})`",
            counted(expected),
            names.join(", "),
            body.parameters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        );
        self.steps.diagnostics.error(&body.keyword, message);
        self.is_faulty = true;
    }

    fn bind(&mut self, names: &[Ident], value: &Term) {
        if let [name] = names {
            let operand = self.value(value, Some(name));
            self.name(name, operand);
            return;
        }
        let parts = match value {
            Term::Call(call) if call.name == "split" => self.split(call, names),
            _ => {
                let found = source_text(&value.tokens());
                self.error(
                    value.tokens(),
                    format!(
                        "one value cannot be bound to {} names\nexpected: `split(x, axis = 0)`\n   found: `{found}`",
                        names.len()
                    ),
                );
                let _ = self.value(value, None);
                None
            }
        };
        for (i, name) in names.iter().enumerate() {
            let part = parts.as_ref().and_then(|p| p.get(i)).cloned();
            self.name(name, part);
        }
    }

    fn name(&mut self, name: &Ident, operand: Option<Operand>) {
        let operand = operand.map(|o| Operand { written: name.unraw().to_string(), ..o });
        self.values.push(Named { ident: name.clone(), operand, is_used: false });
    }

    fn error(&mut self, tokens: impl ToTokens, message: String) {
        self.is_faulty = true;
        self.steps.diagnostics.error(tokens, message);
    }

    /// The value of a term, bound to `name` if it has one; `None` when it could not be made out.
    fn value(&mut self, term: &Term, name: Option<&Ident>) -> Option<Operand> {
        match term {
            Term::Name(ident) => self.named(ident),
            Term::Number(tokens) => {
                let text = source_text(tokens);
                self.error(
                    tokens,
                    format!("a number alone is no value of a network\nexpected: a value\n   found: `{text}`"),
                );
                None
            }
            Term::Call(call) => self.call(call, name),
            Term::Negative { of, tokens } => {
                let x = self.value(of, None)?;
                Some(self.affine("-", Real::literal(-1.0), Real::literal(0.0), x, tokens, name))
            }
            Term::Binary { left, sign, right, tokens } => {
                self.binary(left, *sign, right, tokens, name)
            }
        }
    }

    fn named(&mut self, ident: &Ident) -> Option<Operand> {
        if let Some(named) = self.values.iter_mut().rev().find(|v| v.ident == *ident) {
            named.is_used = true;
            self.is_faulty |= named.operand.is_none();
            return named.operand.clone();
        }
        let text = ident.to_string();
        let known: Vec<String> = self.values.iter().map(|v| v.ident.to_string()).collect();
        let is_layer = self.layers.contains_key(&text);
        let message = if is_layer || ops::callable(&text).is_some() {
            self.called.push(text.clone());
            format!(
                "`{text}` is {}, not a value\nexpected: `{text}(x)`\n   found: `{text}`",
                if is_layer { "a layer" } else { "a function" }
            )
        } else {
            let near = suggest(&text, known.iter().map(String::as_str));
            let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
            format!(
                "there is no value `{text}` here\nexpected: {}\n   found: `{text}`{help}",
                list(known.iter().map(String::as_str)).replace(" and ", " or ")
            )
        };
        self.error(ident, message);
        None
    }

    /// The number that a term is, if it is one: a literal, or a constant.
    fn number(&self, term: &Term) -> Option<Real> {
        let tokens = match term {
            Term::Number(tokens) => tokens.clone(),
            Term::Name(name) if self.is_constant(name) => name.to_token_stream(),
            _ => return None,
        };
        Some(Real::of(tokens))
    }

    /// Whether a name is a constant: one of the network's, or in capitals and no value.
    fn is_constant(&self, name: &Ident) -> bool {
        let text = name.to_string();
        !self.values.iter().any(|v| v.ident == *name)
            && (self.declaration.constants.iter().any(|c| c.name == *name)
                || text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_'))
    }

    fn binary(
        &mut self,
        left: &Term,
        sign: char,
        right: &Term,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Option<Operand> {
        match (self.number(left), self.number(right)) {
            (None, None) => {
                let (a, b) = (self.value(left, None), self.value(right, None));
                if sign == '/' {
                    let text = source_text(tokens);
                    self.error(
                        tokens,
                        format!("a value is divided by numbers only\nexpected: `x / 2.0`\n   found: `{text}`"),
                    );
                    return None;
                }
                let word = match sign {
                    '+' => "+",
                    '-' => "-",
                    _ => "*",
                };
                let operand =
                    |o: Operand, t: &Term| Operand { written: source_text(&t.tokens()), ..o };
                let operands = vec![operand(a?, left), operand(b?, right)];
                self.function(word, tokens, operands, &[], name)
            }
            (None, Some(n)) => {
                let x = self.value(left, None)?;
                let (one, zero) = (Real::literal(1.0), Real::literal(0.0));
                Some(match sign {
                    '+' => self.affine("+", one, n, x, tokens, name),
                    '-' => self.affine("-", one, n.negated(), x, tokens, name),
                    '*' => self.affine("*", n, zero, x, tokens, name),
                    _ => self.affine("/", n.inverse(), zero, x, tokens, name),
                })
            }
            (Some(n), None) => {
                let x = self.value(right, None)?;
                match sign {
                    '+' => Some(self.affine("+", Real::literal(1.0), n, x, tokens, name)),
                    '-' => Some(self.affine("-", Real::literal(-1.0), n, x, tokens, name)),
                    '*' => Some(self.affine("*", n, Real::literal(0.0), x, tokens, name)),
                    _ => {
                        let text = source_text(tokens);
                        self.error(
                            tokens,
                            format!("a number is not divided by values\nexpected: `x / 2.0`\n   found: `{text}`"),
                        );
                        None
                    }
                }
            }
            (Some(_), Some(_)) => {
                let text = source_text(tokens);
                self.error(
                    tokens,
                    format!("numbers alone are no value of a network\nexpected: a value on one side\n   found: `{text}`"),
                );
                None
            }
        }
    }

    /// `scale * x + shift`
    fn affine(
        &mut self,
        word: &'static str,
        scale: Real,
        shift: Real,
        x: Operand,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Operand {
        let ident = first_ident(tokens, word);
        let layer = anonymous(word, ident.clone(), ops::affine(scale, shift));
        let number = self.steps.function(layer, tokens.clone());
        let made = self.steps.apply(number, vec![x], name.unwrap_or(&ident), true);
        Operand { written: source_text(tokens), ..made }
    }

    fn call(&mut self, call: &Call, name: Option<&Ident>) -> Option<Operand> {
        let text = call.name.unraw().to_string();
        if self.layers.contains_key(&text) {
            return self.layer(call, &text, name);
        }
        if text == "split" {
            self.error(
                &call.tokens,
                "`split` makes several values\nexpected: `let (a, b) = split(x, axis = 0);`\n   found: one name".to_owned(),
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
        let is_option = |t: &TokenStream| {
            let mut tokens = t.clone().into_iter().skip(1);
            matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=')
        };
        let count = match operands {
            Operands::Exactly(n) => n,
            Operands::Several => call.arguments.iter().take_while(|a| !is_option(a)).count(),
        };
        let (values, rest) = call.arguments.split_at(count.min(call.arguments.len()));
        let values: Vec<Option<Operand>> = values.iter().map(|v| self.argument(v)).collect();
        if values.len() < count || operands == Operands::Several && count < 2 {
            let usage = usage(callable);
            let found = source_text(&call.tokens);
            self.error(
                &call.name,
                format!("`{text}` lacks a value\nexpected: `{usage}`\n   found: `{found}`"),
            );
            return None;
        }
        let operands: Vec<Operand> = values.into_iter().collect::<Option<_>>()?;
        self.function_of(callable, call, operands, rest, name)
    }

    /// An argument that is a value.
    fn argument(&mut self, tokens: &TokenStream) -> Option<Operand> {
        let parser = |input: syn::parse::ParseStream<'_>| {
            let term = syntax::term(input)?;
            if input.is_empty() { Ok(term) } else { Err(input.error("unexpected")) }
        };
        match parser.parse2(tokens.clone()) {
            Ok(term) => {
                self.value(&term, None).map(|o| Operand { written: source_text(tokens), ..o })
            }
            Err(error) => {
                self.is_faulty = true;
                let text = source_text(tokens);
                let message = if error.to_string() == "unexpected" {
                    format!(
                        "this is no value\nexpected: a name, a call or arithmetic on values\n   found: `{text}`"
                    )
                } else {
                    error.to_string()
                };
                self.steps.diagnostics.error_at(error.span(), message);
                None
            }
        }
    }

    /// A declared layer.
    fn layer(&mut self, call: &Call, text: &str, name: Option<&Ident>) -> Option<Operand> {
        self.called.push(text.to_owned());
        let values: Vec<Option<Operand>> =
            call.arguments.iter().map(|v| self.argument(v)).collect();
        if values.len() != 1 {
            let found = source_text(&call.tokens);
            self.error(
                &call.tokens,
                format!(
                    "`{text}` takes one value, but gets {}\nexpected: `{text}(x)`\n   found: `{found}`",
                    values.len()
                ),
            );
            return None;
        }
        let x = values.into_iter().next().flatten()?;
        let Some(Some(read)) = self.layers.get(text) else {
            self.is_faulty = true;
            return None;
        };
        let at = name.unwrap_or(&call.name);
        let mut made = x;
        for number in read.numbers.clone() {
            made = self.steps.apply(number, vec![made], at, read.is_sound);
        }
        Some(Operand { written: source_text(&call.tokens), ..made })
    }

    fn function(
        &mut self,
        word: &str,
        tokens: &TokenStream,
        operands: Vec<Operand>,
        rest: &[TokenStream],
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let callable = ops::callable(word)?;
        let call = Call {
            name: first_ident(tokens, word),
            arguments: rest.to_vec(),
            tokens: tokens.clone(),
        };
        self.function_of(callable, &call, operands, rest, name)
    }

    fn function_of(
        &mut self,
        callable: Callable,
        call: &Call,
        operands: Vec<Operand>,
        rest: &[TokenStream],
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let syntax = syntax::call(&call.name, rest, self.steps.diagnostics);
        let usage = usage(callable);
        let index = self.steps.network.layers.len() as u32;
        let errors = self.steps.diagnostics.count();
        let mut arguments =
            Arguments::new(&syntax, index, &usage, self.steps.constants, self.steps.diagnostics);
        let (word, op) = match callable {
            Callable::Function(f) => (f.name, (f.read)(&mut arguments)),
            Callable::Kind(k) => (k.name, (k.read)(&mut arguments)),
        };
        arguments.finish();
        let is_sound = self.steps.diagnostics.count() == errors && !syntax.is_faulty;
        self.is_faulty |= !is_sound;
        let unknown = arguments.has_unknown();
        let (calculations, ranges) = arguments.unchecked();
        let is_operator = !word.starts_with(char::is_alphabetic);
        let ident = call.name.clone();
        let layer = NamedLayer {
            name: if is_operator { word.to_owned() } else { ident.to_string() },
            unknown,
            calculations,
            ranges,
            ..anonymous(word, ident.clone(), op)
        };
        let underlined =
            if is_operator { call.tokens.clone() } else { call.name.to_token_stream() };
        let number = self.steps.function(layer, underlined);
        let at = name.unwrap_or(&ident);
        let made = self.steps.apply(number, operands, at, is_sound);
        Some(Operand { written: source_text(&call.tokens), ..made })
    }

    /// `let (a, b) = split(x, axis = 0);`: equal parts, a slice each.
    fn split(&mut self, call: &Call, names: &[Ident]) -> Option<Vec<Operand>> {
        let Some((first, rest)) = call.arguments.split_first() else {
            let found = source_text(&call.tokens);
            self.error(
                &call.name,
                format!(
                    "`split` lacks a value\nexpected: `split(x, axis = 0)`\n   found: `{found}`"
                ),
            );
            return None;
        };
        let x = self.argument(first)?;
        let syntax = syntax::call(&call.name, rest, self.steps.diagnostics);
        let mut parts = Vec::new();
        for (i, name) in names.iter().enumerate() {
            // Mistakes in the arguments are those of the first part.
            let silence = crate::diagnostics::Diagnostics::default();
            let heard = if i == 0 { self.steps.diagnostics } else { &silence };
            let errors = heard.count();
            let mut arguments =
                Arguments::new(&syntax, 0, "split(x, axis = 0)", self.steps.constants, heard);
            let op = ops::part(&mut arguments, i, names.len());
            arguments.finish();
            let is_sound = heard.count() == errors && !syntax.is_faulty;
            self.is_faulty |= !is_sound;
            let unknown = arguments.has_unknown();
            let (calculations, ranges) = arguments.unchecked();
            let calculations = if i == 0 { calculations } else { Vec::new() };
            let ident = call.name.clone();
            let layer =
                NamedLayer { unknown, calculations, ranges, ..anonymous("split", ident, op) };
            let number = self.steps.function(layer, call.name.to_token_stream());
            parts.push(self.steps.apply(number, vec![x.clone()], name, is_sound && i == 0));
        }
        Some(parts)
    }

    fn unknown_call(&mut self, call: &Call, text: &str) {
        let layers: Vec<String> =
            self.declaration.layers.iter().map(|l| l.name.unraw().to_string()).collect();
        let functions = ops::function_names();
        let known = layers.iter().chain(&functions).map(String::as_str);
        let alias = alias(text);
        let near = alias.or_else(|| suggest(text, known));
        if let Some(near) = near {
            self.called.push(near.to_owned());
        }
        // Values among the arguments are used.
        for argument in call.arguments.clone() {
            if matches!(argument.clone().into_iter().next(), Some(TokenTree::Ident(i))
                if self.values.iter().any(|v| v.ident == i))
            {
                let _ = self.argument(&argument);
            }
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

    /// What is declared and not used.
    fn unused(&mut self) {
        if self.is_faulty {
            return;
        }
        for value in &self.values {
            let text = value.ident.to_string();
            if !value.is_used && !text.starts_with('_') {
                self.steps.diagnostics.error(
                    &value.ident,
                    format!(
                        "the value `{text}` is never used\nexpected: `{text}` in what follows\n   found: no use of it\nhelp: drop it, or call it `_{text}`"
                    ),
                );
            }
        }
        for syntax in &self.declaration.layers {
            let text = syntax.name.unraw().to_string();
            if !self.called.contains(&text) {
                self.steps.diagnostics.error(
                    &syntax.name,
                    format!(
                        "the layer `{text}` is never used\nexpected: `{text}(…)` in `forward`\n   found: no call of it\nhelp: drop it"
                    ),
                );
            }
        }
    }

    /// The name of an output: its value's, made unique.
    fn output_name(&self, term: &Term, others: &[Output]) -> String {
        let base = match term {
            Term::Name(name) => name.unraw().to_string(),
            Term::Call(call) => call.name.unraw().to_string(),
            _ => "output".to_owned(),
        };
        let taken = |name: &String| others.iter().any(|o| o.name == *name);
        let mut name = base.clone();
        let mut number = 2;
        while taken(&name) {
            name = format!("{base}_{number}");
            number += 1;
        }
        name
    }
}

/// The layer that a call of a function is.
fn anonymous(word: &'static str, ident: Ident, op: Box<dyn Layer>) -> NamedLayer {
    NamedLayer {
        name: word.to_owned(),
        kind: ident.clone(),
        ident,
        word: word.to_owned(),
        op,
        network: None,
        custom: None,
        is_declared: false,
        tensors: 0..0,
        unknown: false,
        calculations: Vec::new(),
        ranges: Vec::new(),
        allowed: Vec::new(),
        is_frozen: false,
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

/// The first word of `tokens`, or `word` at its place.
fn first_ident(tokens: &TokenStream, word: &str) -> Ident {
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

/// Functions of other libraries.
fn alias(word: &str) -> Option<&'static str> {
    Some(match word {
        "cat" | "concatenate" | "stack" => "concat",
        "view" => "reshape",
        "chunk" => "split",
        "dot" | "mm" | "bmm" => "matmul",
        "add" => "+",
        "mul" | "multiply" => "*",
        "interpolate" | "upsample" | "up" => "upsample2d",
        "swish" => "silu",
        "avg_pool" => "avg_pool2d",
        "max_pool" => "max_pool2d",
        "average" => "mean",
        _ => return None,
    })
}
