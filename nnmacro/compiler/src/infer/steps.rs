//! Applies layers to values: geometry, tensors, faults.

use std::rc::Rc;

use nnplan::{Arg, Shape, UNKNOWN, explain};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::layers::Read;
use super::{border, site, trail};
use crate::diagnostics::{Diagnostics, shape_text};
use crate::emit::{alias_name, geometry_name};
use crate::network::{NamedInput, NamedLayer, Network, Step};
use crate::ops::{self, Geometry, Layer, On, Source, Tensor};
use crate::syntax::{Constants, Number, line, source_text};

/// A value as an operand.
#[derive(Clone, Debug)]
pub(super) struct Operand {
    /// Its number.
    pub(super) value: usize,
    /// Its shape as far as it can be trusted.
    pub(super) shape: Shape,
    /// How it is written.
    pub(super) written: String,
}

/// How far a layer could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// All of it.
    Whole,
    /// Its kind is a guess, its arguments fit.
    Guessed,
    /// Not all of its arguments.
    Part,
}

impl Reading {
    /// Whole, if nothing was reported.
    pub(super) fn whole_if(is_whole: bool) -> Self {
        if is_whole { Self::Whole } else { Self::Part }
    }
}

/// What is underlined of a layer, and where it stands.
struct Written {
    tokens: TokenStream,
    line: usize,
}

/// The network as it grows.
pub(super) struct Steps<'a> {
    pub(super) network: Network,
    pub(super) constants: &'a Constants,
    pub(super) diagnostics: &'a Diagnostics,
    written: Vec<Written>,
    /// The tensors of each layer, once it was applied.
    pub(super) tensors: Vec<Option<Vec<Tensor>>>,
}

impl<'a> Steps<'a> {
    pub(super) fn new(
        inputs: Vec<NamedInput>,
        constants: &'a Constants,
        diagnostics: &'a Diagnostics,
    ) -> Self {
        let network = Network {
            inputs,
            layers: Vec::new(),
            steps: Vec::new(),
            tensors: Vec::new(),
            outputs: Vec::new(),
            stops: None,
            views: Vec::new(),
            has_body: false,
            ties: Vec::new(),
            bindings: Vec::new(),
            levels: vec![0],
        };
        Self { network, constants, diagnostics, written: Vec::new(), tensors: Vec::new() }
    }

    /// A layer was added to the network.
    pub(super) fn declared(&mut self, number: usize, tokens: TokenStream, line: usize) {
        assert_eq!(number, self.written.len(), "layers are added one by one");
        self.written.push(Written { tokens, line });
        self.tensors.push(None);
    }

    /// Adds a layer, or the parts of a composite: their numbers, and what each is applied to.
    pub(super) fn added(
        &mut self,
        mut layer: NamedLayer,
        tokens: &TokenStream,
        line: usize,
    ) -> Vec<(usize, Vec<Source>)> {
        let first = self.network.layers.len();
        let parts = layer.op.parts();
        if parts.is_empty() {
            self.network.layers.push(layer);
            self.declared(first, tokens.clone(), line);
            return vec![(first, Vec::new())];
        }
        let last = first + parts.len() - 1;
        let mut all = Vec::new();
        for (number, part) in (first..).zip(parts) {
            // What is wrong with the arguments is said once.
            let (unchecked, ranges) =
                (core::mem::take(&mut layer.unchecked), core::mem::take(&mut layer.ranges));
            self.network.layers.push(NamedLayer {
                name: layer.name.clone(),
                kind: layer.kind.clone(),
                word: layer.word.clone(),
                is_declared: layer.is_declared,
                unknown: layer.unknown,
                unchecked,
                ranges,
                allowed: layer.allowed.clone(),
                is_frozen: layer.is_frozen,
                is_inner: number != last,
                ..NamedLayer::of("", layer.ident.clone(), part.op)
            });
            self.declared(number, tokens.clone(), line);
            all.push((number, part.reads));
        }
        all
    }

    /// A function is added as a layer of its own.
    pub(super) fn function(
        &mut self,
        layer: NamedLayer,
        tokens: &TokenStream,
    ) -> Vec<(usize, Vec<Source>)> {
        let at = line(layer.ident.span());
        self.added(layer, tokens, at)
    }

    /// Applies a layer, part by part; one without sources to all operands.
    pub(super) fn run(
        &mut self,
        parts: &[(usize, Vec<Source>)],
        operands: Vec<Operand>,
        at: &Ident,
        reading: Reading,
    ) -> Operand {
        let mut made: Vec<Operand> = Vec::new();
        for (number, sources) in parts {
            let of = |source: &Source| match *source {
                Source::Input(i) => operands[i].clone(),
                // Messages name what the user wrote.
                Source::Part(i) if self.network.layers[parts[i].0].is_inner => {
                    Operand { written: operands[0].written.clone(), ..made[i].clone() }
                }
                Source::Part(i) => made[i].clone(),
            };
            let reads = match sources.as_slice() {
                [] => operands.clone(),
                sources => sources.iter().map(of).collect(),
            };
            made.push(self.apply(*number, None, reads, at, reading));
        }
        made.pop().expect("a layer has a part")
    }

    /// Applies a network along a sequence: what is collected.
    pub(super) fn scanned(
        &mut self,
        read: &Read,
        operands: Vec<Operand>,
        reverse: bool,
        at: &Ident,
    ) -> Option<Operand> {
        let number = read.parts[0].0;
        let op = ops::scan(self.network.layers[number].network.clone()?, reverse);
        Some(self.apply(number, Some(op), operands, at, read.reading))
    }

    /// The further outputs of the network that was just applied, as the values `names`.
    pub(super) fn further(
        &mut self,
        first: &Operand,
        names: &[Ident],
        reading: Reading,
    ) -> Vec<Operand> {
        let step = self.network.steps.len() - 1;
        let layer = self.network.steps[step].layer;
        let Some(ty) = self.network.layers[layer].network.clone() else { return Vec::new() };
        self.network.steps[step].outputs = 1 + names.len();
        let mut outputs = Vec::new();
        for (i, name) in names.iter().enumerate() {
            let is_scan = self.network.steps[step].applied.is_some();
            let (op, word) = match is_scan {
                true => (ops::state_of(ty.clone(), i + 1), "last state".to_owned()),
                false => (ops::output_of(ty.clone(), i + 1), format!("output {}", i + 2)),
            };
            let output = NamedLayer { word, ..NamedLayer::of("output", name.clone(), op) };
            let parts = self.function(output, &name.to_token_stream());
            outputs.push(self.run(&parts, vec![first.clone()], name, reading));
        }
        outputs
    }

    /// Whether layer `number` has tensors that are trained; of a network it is not known, and taken for granted.
    pub(super) fn is_trained(&self, number: usize) -> bool {
        let layer = &self.network.layers[number];
        let tensors = self.tensors[number].iter().flatten();
        let has_tensors = tensors.filter(|t| !t.buffer).count() > 0;
        !layer.is_frozen && (has_tensors || layer.network.is_some() && layer.alias.is_none())
    }

    /// Whether a layer is one network declared elsewhere, which may take and give several values.
    pub(super) fn is_network(&self, read: &Read) -> bool {
        let [(number, sources)] = read.parts.as_slice() else { return false };
        let layer = &self.network.layers[*number];
        layer.network.is_some()
            && layer.alias.is_none()
            && layer.custom.is_none()
            && sources.is_empty()
    }

    /// Whether a layer is a value, which is named and not called.
    pub(super) fn is_value(&self, read: &Read) -> bool {
        read.parts.first().is_some_and(|(number, _)| self.network.layers[*number].op.is_value())
    }

    /// The value that a layer is. Each sample has one, so it comes after the first input.
    pub(super) fn made(
        &mut self,
        parts: &[(usize, Vec<Source>)],
        at: &Ident,
        reading: Reading,
    ) -> Operand {
        let input = &self.network.inputs[0];
        let batch = Operand { value: 0, shape: input.shape, written: input.name.clone() };
        self.run(parts, vec![batch], at, reading)
    }

    /// Applies layer `number`. Faults are reported where all of it could be read; `at` is where it is used.
    fn apply(
        &mut self,
        number: usize,
        applied: Option<Box<dyn Layer>>,
        operands: Vec<Operand>,
        at: &Ident,
        reading: Reading,
    ) -> Operand {
        let index = self.network.steps.len();
        let shapes: Vec<Shape> = operands.iter().map(|o| o.shape).collect();
        let is_fitting = self.integers(number, &operands, at);
        let is_sound = is_fitting && reading == Reading::Whole;
        if let Some(operation) = self.network.layers[number].custom.take() {
            // The first use says on what shape the operation works.
            let value = operands.first().map_or(0, |o| o.value);
            border::operand(
                &self.network.layers[number].name,
                &operation,
                &operands,
                self.diagnostics,
            );
            let shape = operands.first().map_or(Shape::UNKNOWN, |o| o.shape);
            let is_literal = shape.is_known() && (1..=3).contains(&shape.rank());
            let ty = if is_literal {
                known_custom_type(&operation, &shape)
            } else {
                self.network.levels.push(self.network.made_by(index));
                custom_type(&operation, &self.network.shape_tokens(value))
            };
            let layer = &mut self.network.layers[number];
            let span = operation.span().resolved_at(Span::call_site());
            let name = alias_name(number, span).into_token_stream();
            (layer.op, layer.network) = (ops::subnetwork(name.clone()).into(), Some(name));
            layer.alias = Some(ty);
        }
        let layer = &self.network.layers[number];
        let limit = operands.first().and_then(|o| self.limit(o));
        let op = applied.as_deref().unwrap_or(&*layer.op);
        let geometry = op.resolve(On { inputs: &shapes, limit, step: index as u32 });
        let level = self.network.levels.len() - 1;
        let tensors = layer.op.tensors(&geometry, &geometry_name(index));
        let unknown = layer.unknown || shapes.iter().any(|s| !s.is_known());
        let written = &self.written[number];
        let step = Step {
            layer: number,
            again: self.tensors[number].is_some(),
            applied: applied.map(Rc::from),
            inputs: operands.iter().map(|o| o.value).collect(),
            outputs: 1,
            operands: operands.into_iter().map(|o| o.written).collect(),
            name: at.unraw().to_string(),
            geometry,
            unknown,
            written: written.tokens.clone(),
            line: if self.network.has_body { line(at.span()) } else { written.line },
            level,
        };
        let is_faulty = is_sound && !step.geometry.fault().is_none();
        if is_sound {
            self.report(&step, &shapes);
        }
        match &self.tensors[number] {
            None => self.tensors[number] = Some(tensors),
            Some(first) => self.compare(first, &tensors, number, at, is_sound && !is_faulty),
        }
        let shape = if is_fitting && reading != Reading::Part && !is_faulty {
            step.geometry.output()
        } else {
            self.trusted(&step.geometry, reading)
        };
        let value = self.network.made_by(index);
        let written = step.name.clone();
        self.network.steps.push(step);
        Operand { value, shape, written }
    }

    /// What is certain of an output after a mistake: the sizes that the layer declares, where its arguments could
    /// be read. A function declares none, and in a body the operand itself may be wrong.
    fn trusted(&self, geometry: &Geometry, reading: Reading) -> Shape {
        let shape = geometry.output();
        if geometry.is_function() || shape.is_empty() {
            return Shape::UNKNOWN;
        }
        match shape.rank() {
            3 if reading == Reading::Part => Shape::new(&[shape.dim(0), UNKNOWN, UNKNOWN]),
            1 | 2 if self.network.has_body => Shape::UNKNOWN.with_last(shape.last()),
            _ => shape,
        }
    }

    /// The limit of a value of integers.
    pub(super) fn limit(&self, operand: &Operand) -> Option<&Number> {
        let input = self.network.inputs.get(operand.value).filter(|_| operand.shape.rank() > 0);
        input.and_then(|i| i.limit.as_ref())
    }

    /// Integers are for layers that take them, and only for those: whether that holds.
    fn integers(&self, number: usize, operands: &[Operand], at: &Ident) -> bool {
        let layer = &self.network.layers[number];
        let (name, word) = (&layer.name, &layer.word);
        let is_open = layer.network.is_some() || layer.op.is_value(); // rustc compares what it takes
        for operand in operands.iter().filter(|o| o.shape.rank() > 0 && !is_open) {
            let (takes, gets) = (layer.op.takes_integers(), self.limit(operand).is_some());
            let message = match (takes, gets) {
                (false, true) => format!(
                    "`{name}` takes real numbers, but `{}` holds integers\nexpected: an `Embedding` before it\n   found: `{word}`",
                    operand.written
                ),
                (true, false) => format!(
                    "`{name}` takes integers, but `{}` holds real numbers\nexpected: an input of integers, such as `input tokens: [64] in 0..65;`\n   found: `{}`",
                    operand.written, operand.written
                ),
                _ => continue,
            };
            self.diagnostics.error(at, message);
            return false;
        }
        true
    }

    /// A layer that is used again has the same tensors.
    fn compare(&self, first: &[Tensor], again: &[Tensor], number: usize, at: &Ident, sound: bool) {
        let differs = first.iter().zip(again).find(|(a, b)| !a.shape.fits(&b.shape));
        let Some((a, b)) = differs.filter(|_| sound) else { return };
        let (name, tensor) = (&self.network.layers[number].name, a.suffix);
        let (expected, found) = (shape_text(&a.shape), shape_text(&b.shape));
        self.diagnostics.error(
            at,
            format!(
                "`{name}` is used twice and shares its weights, but here its `{tensor}` would be {found}\nexpected: {expected}, as where it is used first\n   found: {found}\nhelp: declare another layer"
            ),
        );
    }

    fn report(&self, step: &Step, shapes: &[Shape]) {
        let fault = step.geometry.fault();
        let layer = &self.network.layers[step.layer];
        if fault.is_none() {
            for (lint, message) in layer.op.remarks(&layer.name, &step.geometry) {
                if !layer.allowed.contains(&lint) {
                    self.diagnostics.warn(&layer.ident, layer.kind.span(), lint, message);
                }
            }
            return;
        }
        let same = |s: &Step| s.layer == step.layer && s.geometry.fault() == fault;
        if step.again && self.network.steps.iter().any(same) {
            return; // one mistake, whatever the layer is used on
        }
        let tokens = layer.op.tokens(fault.arg());
        let source = tokens.as_ref().map(source_text).unwrap_or_default();
        let operands: Vec<&str> = step.operands.iter().map(String::as_str).collect();
        let mut trail = trail(&self.network, step.inputs[0]);
        let is_shown = |s: &Step| !self.network.layers[s.layer].is_inner;
        if let Some(last) = trail.last_mut()
            && self.network.maker(step.inputs[0]).is_none_or(is_shown)
        {
            last.shape = shapes[0]; // unknown after a mistake
        }
        let message = explain(&fault, &site(&self.network, step, &source, &operands), &trail);
        let fitted = |s: &Step| s.layer == step.layer && s.geometry.fault().is_none();
        if step.again && self.network.steps.iter().any(fitted) {
            // Its numbers are the same as in an earlier use: no other number would do for both.
            let (text, word) = (message.as_str(), &layer.word);
            let text = text.split("\nhelp:").next().unwrap_or(text);
            let message = format!(
                "{text}\nhelp: `{}` is used twice, at other sizes: declare a second `{word}(…)`",
                layer.name
            );
            self.diagnostics.error(&step.written, message);
            return;
        }
        match tokens {
            Some(tokens) if fault.arg() != Arg::Kind && !tokens.is_empty() => {
                self.diagnostics.error(tokens, message.as_str());
            }
            _ => self.diagnostics.error(&step.written, message.as_str()),
        }
    }
}

/// The layer of an operation of the user's own, on a value of this shape.
fn custom_type(operation: &TokenStream, shape: &TokenStream) -> TokenStream {
    let size = |axis: usize| quote!({ __nn::plan::or_zero((&#shape).around(#axis).1) });
    let (a, b, c) = (size(0), size(1), size(2));
    let span = operation.span().resolved_at(Span::call_site());
    quote_spanned!(span=> <#operation as __nn::Operates<__nn::At<{ (&#shape).rank() }, #a, #b, #c>>>::Layer)
}

/// The same on a shape that the macro knows: then nothing has to be there before.
fn known_custom_type(operation: &TokenStream, shape: &Shape) -> TokenStream {
    let size = |axis: usize| if axis < shape.rank() { shape.dim(axis) } else { 0 };
    let (rank, a, b, c) = (shape.rank(), size(0), size(1), size(2));
    let span = operation.span().resolved_at(Span::call_site());
    quote_spanned!(span=> <#operation as __nn::Operates<__nn::At<#rank, #a, #b, #c>>>::Layer)
}
