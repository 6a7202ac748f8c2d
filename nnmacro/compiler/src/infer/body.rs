//! The body: names → values, statement by statement.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use nnplan::Shape;
use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;

use super::layers::Read;
use super::steps::{Operand, Steps};
use crate::diagnostics::{list, suggest};
use crate::foreign::calls::{Names, Outcome, rewrite};
use crate::network::{Output, Step};
use crate::ops;
use crate::syntax::{Body, Declaration, Term, ViewSyntax, value_text};

/// A value with a name.
pub(super) struct Named {
    ident: Ident,
    operand: Option<Operand>,
    is_used: bool,
}

/// The values with names, in the order in which they were bound.
#[derive(Default)]
pub(super) struct Values {
    all: Vec<Named>,
    /// The number of the last one of each name.
    last: HashMap<String, usize>,
}

impl Values {
    fn push(&mut self, ident: &Ident, operand: Option<Operand>) {
        self.last.insert(ident.to_string(), self.all.len());
        self.all.push(Named { ident: ident.clone(), operand, is_used: false });
    }

    /// The value that a name stands for.
    pub(super) fn get(&self, ident: &Ident) -> Option<&Named> {
        self.last.get(&ident.to_string()).map(|i| &self.all[*i])
    }

    fn get_mut(&mut self, ident: &Ident) -> Option<&mut Named> {
        self.last.get(&ident.to_string()).map(|i| &mut self.all[*i])
    }

    /// Whether there is one whose name is written so.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.last.contains_key(name)
    }

    fn names(&self) -> Vec<String> {
        self.all.iter().map(|v| v.ident.to_string()).collect()
    }
}

/// What the body knows at a place.
pub(super) struct Scope<'s, 'a> {
    pub(super) steps: &'s mut Steps<'a>,
    pub(super) declaration: &'s Declaration,
    /// The layers by name; `None` for one that could not be read.
    pub(super) layers: HashMap<String, Option<&'s Read>>,
    pub(super) values: Values,
    pub(super) called: HashSet<String>,
    /// The `Parameter`s that were named.
    parameters: HashMap<String, Operand>,
    /// Whether something could not be made out, so that what is unused says nothing.
    pub(super) is_faulty: bool,
    /// Whether names were lost with what could not be read, so that an unknown value says nothing.
    lacks_names: bool,
    /// Unknown names that were reported: each is one mistake, however often it stands there.
    reported: Vec<String>,
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
        values: Values::default(),
        called: HashSet::new(),
        parameters: HashMap::new(),
        is_faulty: body.is_faulty || !declaration.unreadable.is_empty(),
        lacks_names: body.lacks_names,
        reported: Vec::new(),
    };
    scope.parameters(body);
    for binding in &body.bindings {
        scope.bind(&binding.names, binding.value.as_ref());
    }
    let mut outputs = Vec::new();
    for term in &body.outputs {
        let Some((term, is_certain)) = scope.as_here(term, false) else { continue };
        let Some(operand) = scope.meant(&term, None, is_certain) else { continue };
        scope.real_output(&term, &operand);
        outputs.push(Output { name: scope.output_name(&term, &outputs), value: operand.value });
    }
    let views: Vec<Vec<Output>> = declaration.views.iter().map(|v| scope.view(v)).collect();
    scope.unused();
    scope.untrained(&outputs);
    let named = |v: &Named| Some((v.ident.clone(), v.operand.as_ref()?.value));
    scope.steps.network.bindings = scope.values.all.iter().filter_map(named).collect();
    scope.steps.network.outputs = outputs;
    scope.steps.network.views = views;
}

impl Names for Scope<'_, '_> {
    fn is_layer(&self, name: &Ident) -> bool {
        self.layers.contains_key(&name.unraw().to_string())
    }

    fn lacks_layers(&self) -> bool {
        !self.declaration.unreadable.is_empty()
    }

    fn is_value(&self, name: &Ident) -> bool {
        self.values.get(name).is_some()
    }

    fn shape(&self, name: &Ident) -> Option<Shape> {
        let named = self.values.get(name)?;
        named.operand.as_ref().map(|o| o.shape)
    }
}

impl Scope<'_, '_> {
    /// The values that a view names: bound ones, or what a layer gives.
    fn view(&mut self, view: &ViewSyntax) -> Vec<Output> {
        let mut outputs = Vec::new();
        for ident in &view.outputs {
            let text = ident.unraw().to_string();
            let value = match self.values.get_mut(ident) {
                Some(named) => {
                    named.is_used = true;
                    named.operand.as_ref().map(|o| o.value)
                }
                None => super::made_by_layer(&self.steps.network, &text),
            };
            match value {
                Some(value) => outputs.push(Output { name: text, value }),
                None if self.is_faulty || self.steps.diagnostics.has_errors() => {}
                None => {
                    let known = self.values.names();
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
        let (expected, found) = (self.declaration.inputs.len(), body.parameters.len());
        for (i, ident) in body.parameters.iter().enumerate() {
            // Where their numbers differ only the names tell which is which.
            let name = ident.unraw().to_string();
            let is_it = |input: &usize| {
                if expected == found { *input == i } else { inputs[*input].name == name }
            };
            let operand = (0..inputs.len()).find(is_it).map(|value| Operand {
                value,
                shape: inputs[value].shape,
                written: name,
            });
            self.values.push(ident, operand);
        }
        if expected == found {
            return;
        }
        self.lacks_names = true;
        if self.is_faulty || self.steps.diagnostics.has_errors() {
            return; // an input, or a parameter, could not be read
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
        self.error(&body.keyword, message);
    }

    fn bind(&mut self, names: &[Ident], value: Option<&Term>) {
        let Some(value) = value else {
            names.iter().for_each(|name| self.name(name, None));
            return;
        };
        let Some((value, is_certain)) = self.as_here(value, names.len() > 1) else {
            names.iter().for_each(|name| self.name(name, None));
            return;
        };
        let value = &*value;
        if let [name] = names {
            let operand = self.meant(value, Some(name), is_certain);
            self.name(name, operand);
            return;
        }
        let parts = match value {
            Term::Call(call) if call.name == "split" => self.split(call, names),
            Term::Call(call) if call.name == "scan" && !self.is_layer(&call.name) => {
                self.scan(call, names)
            }
            Term::Call(call) if self.is_layer(&call.name) => self.outputs(call, names),
            _ => {
                let found = value_text(&value.tokens());
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

    /// The value of a term; of one that is a guess nothing is reported, and no shape is known.
    fn meant(&mut self, term: &Term, name: Option<&Ident>, is_certain: bool) -> Option<Operand> {
        if is_certain {
            return self.value(term, name);
        }
        self.steps.diagnostics.mute(true);
        let operand = self.value(term, name);
        self.steps.diagnostics.mute(false);
        operand.map(|o| Operand { shape: Shape::UNKNOWN, ..o })
    }

    /// A term in the words of this language, and whether it is one beyond doubt; what is written in others is reported.
    fn as_here<'t>(&mut self, term: &'t Term, parts: bool) -> Option<(Cow<'t, Term>, bool)> {
        match rewrite(term, parts, self) {
            Outcome::Same => Some((Cow::Borrowed(term), true)),
            Outcome::Read(term, None) => Some((Cow::Owned(term), true)),
            Outcome::Read(term, Some(misread)) => {
                self.steps.diagnostics.error(misread.at, misread.message);
                Some((Cow::Owned(term), misread.is_certain))
            }
            Outcome::Refused(at, message) => {
                self.error(at, message);
                None
            }
        }
    }

    fn name(&mut self, name: &Ident, operand: Option<Operand>) {
        self.is_faulty |= operand.is_none();
        let operand = operand.map(|o| Operand { written: name.unraw().to_string(), ..o });
        self.values.push(name, operand);
    }

    pub(super) fn error(&mut self, tokens: impl ToTokens, message: String) {
        self.is_faulty = true;
        self.steps.diagnostics.error(tokens, message);
    }

    /// Whether a name is unknown for the first time.
    pub(super) fn is_new(&mut self, name: &str) -> bool {
        self.is_faulty = true;
        let is_new = !self.reported.iter().any(|known| known == name);
        self.reported.push(name.to_owned());
        is_new
    }

    /// The value called `ident`.
    pub(super) fn named(&mut self, ident: &Ident) -> Option<Operand> {
        if let Some(named) = self.values.get_mut(ident) {
            named.is_used = true;
            return named.operand.clone();
        }
        let text = ident.unraw().to_string();
        let is_layer = self.layers.contains_key(&text);
        if let Some(Some(read)) = self.layers.get(&text)
            && self.steps.is_value(read)
        {
            let read = *read;
            self.called.insert(text);
            return Some(self.parameter(ident, read));
        }
        if is_layer || ops::callable(&text).is_some() {
            self.called.insert(text.clone());
            let what = if is_layer { "a layer" } else { "a function" };
            let message = format!(
                "`{text}` is {what}, not a value\nexpected: `{text}(x)`\n   found: `{text}`"
            );
            self.error(ident, message);
            return None;
        }
        if !self.is_new(&text) || self.lacks_names {
            return None;
        }
        let known = self.values.names();
        let near = suggest(&text, known.iter().map(String::as_str));
        let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
        let message = format!(
            "there is no value `{text}` here\nexpected: {}\n   found: `{text}`{help}",
            list(known.iter().map(String::as_str)).replace(" and ", " or ")
        );
        self.error(ident, message);
        None
    }

    /// The value that a `Parameter` is: one step, however often it is named.
    fn parameter(&mut self, ident: &Ident, read: &Read) -> Operand {
        let text = ident.unraw().to_string();
        if let Some(known) = self.parameters.get(&text) {
            return known.clone();
        }
        let made = self.steps.made(&read.parts, ident, read.reading);
        let made = Operand { written: text.clone(), ..made };
        self.parameters.insert(text, made.clone());
        made
    }

    /// Outputs are real numbers.
    fn real_output(&mut self, term: &Term, operand: &Operand) {
        let input = self.steps.network.inputs.get(operand.value);
        if input.is_some_and(|i| i.limit.is_some()) {
            let name = value_text(&term.tokens());
            let message = format!(
                "outputs are real numbers, but `{name}` holds integers\nexpected: a value that is computed\n   found: `{name}`"
            );
            self.error(term.tokens(), message);
        }
    }

    /// What is declared and not used. After another mistake that says nothing.
    fn unused(&mut self) {
        if self.is_faulty || self.steps.diagnostics.has_errors() {
            return;
        }
        for value in &self.values.all {
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
                let read = self.layers.get(&text).copied().flatten();
                let (call, of_it) = match read.is_some_and(|read| self.steps.is_value(read)) {
                    true => (text.clone(), "no use of it"),
                    false => (format!("{text}(…)"), "no call of it"),
                };
                self.steps.diagnostics.error(
                    &syntax.name,
                    format!(
                        "the layer `{text}` is never used\nexpected: `{call}` in `forward`\n   found: {of_it}\nhelp: drop it"
                    ),
                );
            }
        }
    }

    /// A layer whose gradient always ends at a `detach` would keep its first numbers without a word.
    fn untrained(&self, outputs: &[Output]) {
        if self.is_faulty || self.steps.diagnostics.has_errors() {
            return;
        }
        let network = &self.steps.network;
        let outputs = || outputs.iter().map(|o| o.value);
        let reached = network.leading_to(outputs(), |layer| !layer.op.detaches());
        let used = network.leading_to(outputs(), |_| true);
        let mut told = HashSet::new();
        for (i, step) in network.steps.iter().enumerate() {
            let (number, layer) = (step.layer, network.layer_of(i));
            let is_reached = |(i, s): (usize, &Step)| s.layer == number && reached[i];
            // What leads to no output at all is a value whose name says so.
            if !used[i]
                || !self.steps.is_trained(number)
                || network.steps.iter().enumerate().any(is_reached)
                || !told.insert(layer.name.clone())
            {
                continue;
            }
            let name = &layer.name;
            self.steps.diagnostics.error(
                &layer.ident,
                format!(
                    "`{name}` is never trained: all that it gives is detached\nexpected: a way from `{name}` to an output without `detach`, or `#[frozen]`\n   found: neither"
                ),
            );
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
