//! The network after names are resolved and arguments read: inputs, layers, the steps that apply them to values,
//! and tensors.

use std::ops::Range;
use std::rc::Rc;

use nnplan::Shape;
use proc_macro2::{Ident, TokenStream};

use crate::emit::{geometry_name, shape_name};
use crate::ops::arguments::RealCheck;
use crate::ops::{Geometry, Layer, Tensor};
use crate::syntax::{Number, Unchecked};

/// Values of a way at most, beside the input that it begins with.
const PATH: usize = 6;

/// A network.
#[derive(Clone, Debug)]
pub struct Network {
    /// Its inputs, one at least: values 0 to `inputs.len() - 1`.
    pub inputs: Vec<NamedInput>,
    /// The layers that are declared, then the functions that the body calls.
    pub layers: Vec<NamedLayer>,
    /// What is computed, in order: step i makes value `inputs.len() + i`.
    pub steps: Vec<Step>,
    /// All tensors, in the order of the layers.
    pub tensors: Vec<NamedTensor>,
    /// What it gives.
    pub outputs: Vec<Output>,
    /// Where it stops when it is compiled as a view.
    pub stops: Option<Vec<Output>>,
    /// What its views give.
    pub views: Vec<Vec<Output>>,
    /// Whether it has a body; otherwise its layers form a chain.
    pub has_body: bool,
    /// The names of the body, in order, and the values they stand for.
    pub bindings: Vec<(Ident, usize)>,
    /// The tensors of layers that are shared with others.
    pub ties: Vec<TiedTensor>,
    /// The first value of each [level](Step::level).
    pub levels: Vec<usize>,
}

/// An input.
#[derive(Clone, Debug)]
pub struct NamedInput {
    /// Its name: `input` where it has none.
    pub name: String,
    /// The word or the name, with the span.
    pub ident: Ident,
    /// Its sizes.
    pub sizes: Vec<Number>,
    /// Its shape; sizes that only rustc knows are unknown.
    pub shape: Shape,
    /// Its line.
    pub line: usize,
    /// What only rustc knows of its sizes.
    pub unchecked: Vec<Unchecked>,
    /// The limit of an input of integers: they lie in `0..limit`.
    pub limit: Option<Number>,
}

/// A layer as declared, or a function as called.
#[derive(Clone, Debug)]
pub struct NamedLayer {
    /// Its name.
    pub name: String,
    /// Its name, with the span.
    pub ident: Ident,
    /// Its kind, with the span.
    pub kind: Ident,
    /// The word for its kind: `Conv2d`, `concat`, `+`, or the type of a network.
    pub word: String,
    /// What it is.
    pub op: Rc<dyn Layer>,
    /// The numbers of its tensors.
    pub tensors: Range<usize>,
    /// Whether one of its arguments is known to rustc only.
    pub unknown: bool,
    /// What only rustc knows of its sizes.
    pub unchecked: Vec<Unchecked>,
    /// Its real numbers that only rustc knows, with their ranges.
    pub ranges: Vec<RealCheck>,
    /// Remarks that `#[allow(…)]` on it silences.
    pub allowed: Vec<&'static str>,
    /// Whether its parameters keep their values.
    pub is_frozen: bool,
    /// Whether it is a part of a composite, and not the last one: what it gives has no name, and no line in tables.
    pub is_inner: bool,
    /// Whether it is declared; otherwise it is a function that a body calls.
    pub is_declared: bool,
    /// The operation, where it is one of the user's own, until its first use says on what shape it works.
    pub custom: Option<TokenStream>,
    /// The type, where it is a network declared elsewhere; the name of [`alias`](Self::alias), if it has one.
    pub network: Option<TokenStream>,
    /// What that name stands for: the type of an operation of the user's own on the shape that it works on.
    pub alias: Option<TokenStream>,
}

/// A layer, or a function, applied to values.
#[derive(Clone, Debug)]
pub struct Step {
    /// The number of the layer.
    pub layer: usize,
    /// Whether the layer was applied by an earlier step: its tensors are there already.
    pub again: bool,
    /// How the layer is applied, where that is not as it was declared: in a scan.
    pub applied: Option<Rc<dyn Layer>>,
    /// The numbers of the values it reads.
    pub inputs: Vec<usize>,
    /// The number of values that it gives: several only of a network. The steps after it bring the further ones.
    pub outputs: usize,
    /// How they are written: `h`, `down(x)`.
    pub operands: Vec<String>,
    /// The name of what it makes.
    pub name: String,
    /// Its numbers on these inputs.
    pub geometry: Geometry,
    /// Whether one of its numbers is known to rustc only, so that rustc has to check it.
    pub unknown: bool,
    /// What is underlined where the fault lies in no argument.
    pub written: TokenStream,
    /// Its line.
    pub line: usize,
    /// The number of the constant in which rustc computes its numbers. All are in the first one, but for an operation of
    /// the user's own on a shape that rustc alone knows: that shape is part of its type, so it has to be there before.
    pub level: usize,
}

/// An output.
#[derive(Clone, Debug)]
pub struct Output {
    /// Its name: the value's.
    pub name: String,
    /// The number of the value.
    pub value: usize,
}

/// A tensor of a layer that is shared with another one.
#[derive(Clone, Debug)]
pub struct TiedTensor {
    /// Its layer's number, and its name there.
    pub layer: usize,
    /// `weight`
    pub suffix: &'static str,
    /// The number of the tensor that it is.
    pub tensor: usize,
    /// What it is called: `out.weight`.
    pub name: String,
    /// Its shape, for rustc.
    pub shape_tokens: TokenStream,
    /// Its shape.
    pub shape: Shape,
    /// What is underlined.
    pub written: Ident,
}

/// A tensor with its full name.
#[derive(Clone, Debug)]
pub struct NamedTensor {
    /// `conv1.weight`
    pub name: String,
    /// `conv1_weight`
    pub field: Ident,
    /// The tensor.
    pub tensor: Tensor,
    /// Whether it keeps its value although it is a parameter.
    pub is_frozen: bool,
}

impl NamedTensor {
    /// Whether it lies among the tensors that no optimizer changes.
    pub fn is_kept(&self) -> bool {
        self.tensor.buffer || self.is_frozen
    }
}

impl Network {
    /// The shape of value `i`.
    pub fn shape(&self, i: usize) -> Shape {
        match i.checked_sub(self.inputs.len()) {
            None => self.inputs[i].shape,
            Some(step) => self.steps[step].geometry.output(),
        }
    }

    /// The number of the constant in which rustc computes the shape of value `i`.
    pub fn level(&self, i: usize) -> usize {
        self.maker(i).map_or(0, |step| step.level)
    }

    /// The shape of value `i`, for rustc.
    pub fn shape_tokens(&self, i: usize) -> TokenStream {
        let level = self.level(i);
        shape_name(level, i - self.levels[level])
    }

    /// The geometry of step `i`, for rustc.
    pub fn geometry_tokens(&self, i: usize) -> TokenStream {
        geometry_name(i)
    }

    /// The name of value `i`.
    pub fn value_name(&self, i: usize) -> &str {
        match i.checked_sub(self.inputs.len()) {
            None => &self.inputs[i].name,
            Some(step) => &self.steps[step].name,
        }
    }

    /// The step that makes value `i`; `None` for an input.
    pub fn maker(&self, i: usize) -> Option<&Step> {
        i.checked_sub(self.inputs.len()).map(|step| &self.steps[step])
    }

    /// The name of the layer that gives an output; the value's own where none does.
    pub fn layer_name<'a>(&'a self, output: &'a Output) -> &'a str {
        self.maker(output.value).map_or(&output.name, |step| &step.name)
    }

    /// The number of the value that step `i` makes.
    pub fn made_by(&self, i: usize) -> usize {
        self.inputs.len() + i
    }

    /// Which steps are computed: those that an output needs, or that the body writes down anyway.
    pub fn live(&self) -> Vec<bool> {
        match &self.stops {
            None => vec![true; self.steps.len()],
            Some(stops) => self.leading_to(stops.iter().map(|o| o.value), |_| true),
        }
    }

    /// Which steps lead to some values, through layers that let them `pass`.
    pub fn leading_to(
        &self,
        values: impl Iterator<Item = usize>,
        pass: impl Fn(&NamedLayer) -> bool,
    ) -> Vec<bool> {
        let mut leading = vec![false; self.steps.len()];
        let mut wanted: Vec<usize> = values.collect();
        while let Some(value) = wanted.pop() {
            let Some(step) = value.checked_sub(self.inputs.len()) else { continue };
            if !leading[step] && pass(self.layer_of(step)) {
                leading[step] = true;
                wanted.extend(&self.steps[step].inputs);
            }
        }
        leading
    }

    /// The outputs: its own, or of the view that it is compiled as.
    pub fn outputs(&self) -> &[Output] {
        self.stops.as_deref().unwrap_or(&self.outputs)
    }

    /// The rows of the table: a step each, or all parts of a composite.
    pub fn rows(&self) -> Vec<nnplan::Row<'_>> {
        let row = |step| {
            let Step { layer, name, geometry, again, .. }: &Step = step;
            let (shape, kind) = (geometry.output(), self.layers[*layer].word.as_str());
            let cost = if shape.is_known() { geometry.cost() } else { nnplan::Cost::ZERO };
            let tied = self.ties.iter().filter(|t| t.layer == *layer && t.shape.is_known());
            let cost = tied.fold(cost, |cost, t| cost.without(t.shape.len()));
            let cost = match *again {
                true => cost.shared(),
                false => cost.freezing(self.frozen(*layer)),
            };
            nnplan::Row { name, kind, shape, cost }
        };
        let live = self.live();
        let mut rows = Vec::new();
        let mut inner = nnplan::Cost::ZERO;
        for (step, _) in self.steps.iter().zip(live).filter(|(_, live)| *live) {
            let row = row(step);
            inner = inner.plus(row.cost);
            if !self.layers[step.layer].is_inner {
                rows.push(nnplan::Row { cost: inner, ..row });
                inner = nnplan::Cost::ZERO;
            }
        }
        rows
    }

    /// Numbers of the tensors of a layer that are frozen.
    fn frozen(&self, layer: usize) -> usize {
        let NamedLayer { is_frozen, tensors, .. } = &self.layers[layer];
        let tensors = self.tensors[tensors.clone()].iter().filter(|t| t.is_frozen);
        let sum = tensors.fold(0, |sum, t| nnplan::add(sum, t.tensor.shape.len()));
        if *is_frozen { nnplan::UNKNOWN } else { sum }
    }

    /// The layer of step `i`.
    pub fn layer_of(&self, i: usize) -> &NamedLayer {
        &self.layers[self.steps[i].layer]
    }

    /// The shape of the first output.
    pub fn output(&self) -> Shape {
        self.outputs().first().map_or(Shape::UNKNOWN, |o| self.shape(o.value))
    }

    /// What step `i` does: its layer, or that in a scan.
    pub fn op(&self, i: usize) -> &dyn Layer {
        let step = &self.steps[i];
        step.applied.as_deref().unwrap_or(&*self.layers[step.layer].op)
    }

    /// The values that lead to `value` by first operands, an input first. Of a long way its beginning is left out, but
    /// for the input: no message tells more.
    pub fn path_to(&self, value: usize) -> Vec<usize> {
        let mut path = vec![self.shown(value)];
        while let Some(first) = self.maker(path[path.len() - 1]).and_then(|s| s.inputs.first()) {
            if path.len() == PATH {
                path.push(self.origin(*first));
                break;
            }
            path.push(self.shown(*first));
        }
        path.reverse();
        path
    }

    /// The value itself, or where it lies within a composite, what that is applied to.
    fn shown(&self, mut value: usize) -> usize {
        while let Some(step) = self.maker(value).filter(|s| self.layers[s.layer].is_inner) {
            value = step.inputs[0];
        }
        value
    }

    /// The input that leads to `value` by first operands.
    fn origin(&self, mut value: usize) -> usize {
        while let Some(first) = self.maker(value).and_then(|s| s.inputs.first()) {
            value = *first;
        }
        value
    }

    /// Whether the macro knows every shape.
    pub fn is_known(&self) -> bool {
        (0..self.inputs.len() + self.steps.len()).all(|i| self.shape(i).is_known())
            && self.tensors.iter().all(|t| t.tensor.shape.is_known())
    }
}

impl NamedLayer {
    /// A layer that nothing is said of but what it is: a function, by the word for it.
    pub fn of(word: &'static str, ident: Ident, op: impl Into<Rc<dyn Layer>>) -> Self {
        Self {
            name: word.to_owned(),
            kind: ident.clone(),
            ident,
            word: word.to_owned(),
            op: op.into(),
            network: None,
            custom: None,
            alias: None,
            is_declared: false,
            tensors: 0..0,
            unknown: false,
            unchecked: Vec::new(),
            ranges: Vec::new(),
            allowed: Vec::new(),
            is_frozen: false,
            is_inner: false,
        }
    }

    /// Its name as a part of values' names: without dots.
    pub fn value_name(&self) -> String {
        self.name.replace('.', "_")
    }

    /// `Conv2d`
    pub fn kind_name(&self) -> &str {
        &self.word
    }
}
