//! Builds graphs: layers add their calls here.

use std::collections::{HashMap, HashSet};

use nnplan::{Layout, Shape, Type};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Graph, Node, Space, Value, ValueId};
use crate::emit::len_name;
use crate::network::{Network, TiedTensor};
use crate::ops::{self, Geometry, Op, OpId};

/// What a graph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Running statistics, no dropout, nothing kept for a backward pass.
    Inference,
    /// Batch statistics, dropout, and what the backward pass reads.
    Training,
    /// As in inference, and what the gradients by the inputs read: a frozen layer of a network that is trained.
    Frozen,
}

/// Adds the calls of one step after another.
pub struct Builder<'a> {
    graph: Graph,
    network: &'a Network,
    mode: Mode,
    sources: Sources,
    step: usize,
    tensors: Vec<Option<ValueId>>,
    /// The values whose gradients may be wanted.
    differentiated: HashSet<ValueId>,
    /// The outputs of networks, by their first.
    outputs: HashMap<ValueId, Vec<ValueId>>,
}

impl<'a> Builder<'a> {
    /// The graph of `network` in `mode`, forward only.
    pub fn forward(network: &'a Network, mode: Mode) -> Graph {
        let mut b = Self {
            graph: Graph::default(),
            network,
            mode,
            sources: sources(network, mode),
            step: 0,
            tensors: vec![None; network.tensors.len()],
            differentiated: HashSet::new(),
            outputs: HashMap::new(),
        };
        let mut values = Vec::new();
        for (i, input) in network.inputs.iter().enumerate() {
            let (len, shape) = (len_name(i), input.shape);
            let element = if input.limit.is_some() { Type::Integer } else { Type::Real };
            let value = b.value_of(element, input.name.clone(), Space::Input(i), shape, len);
            b.graph.values[value.0].like = Some(i);
            if input.limit.is_none() && b.sources.inputs {
                b.differentiated.insert(value);
            }
            values.push(value);
        }
        b.graph.inputs = values.clone();
        let live = network.live();
        for (i, step) in network.steps.iter().enumerate() {
            b.step = i;
            if !live[i] {
                values.push(values[0]); // nobody reads it
                continue;
            }
            let inputs: Vec<ValueId> = step.inputs.iter().map(|v| values[*v]).collect();
            values.push(network.op(i).lower(&mut b, &inputs));
        }
        for output in network.outputs() {
            let value = b.output_of(values[output.value], &output.name);
            b.graph.outputs.push(value);
        }
        b.graph.forward = b.graph.nodes.len();
        b.graph
    }

    /// A value as an output, which has memory of its own: not an input's, not another output's.
    fn output_of(&mut self, value: ValueId, name: &str) -> ValueId {
        let storage = self.graph.storage(value);
        let is_own = self.graph.value(storage).space == Space::Sample
            && !self.graph.outputs.iter().any(|o| self.graph.storage(*o) == storage);
        if is_own {
            return value;
        }
        let Value { shape, len, .. } = self.graph.value(value).clone();
        let numbers = quote!({ #len });
        let copy = self.value(format!("{name}_copy"), Space::Sample, shape, len);
        self.graph.nodes.push(Node {
            op: &ops::COPY,
            step: self.step,
            geometry: Geometry::Flatten(nnplan::Flatten::new(shape)),
            numbers,
            inputs: vec![Some(value)],
            outputs: vec![Some(copy)],
        });
        copy
    }

    /// What the graph is for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether the layer works as in inference: a frozen one is the same function in every step.
    pub fn is_fixed(&self) -> bool {
        self.mode != Mode::Training || self.is_frozen()
    }

    /// Whether the layer is frozen.
    pub fn is_frozen(&self) -> bool {
        self.network.layer_of(self.step).is_frozen
    }

    /// Whether the gradient by `x` may be wanted.
    pub fn is_differentiated(&self, x: ValueId) -> bool {
        self.differentiated.contains(&self.graph.storage(x))
    }

    /// The numbers of the step that is being added.
    pub fn geometry(&self) -> Geometry {
        self.network.steps[self.step].geometry
    }

    /// The constant that holds them in emitted code.
    pub fn geometry_name(&self) -> TokenStream {
        self.network.geometry_tokens(self.step)
    }

    /// The shape of `x`.
    pub fn shape(&self, x: ValueId) -> Shape {
        self.graph.value(x).shape
    }

    fn value(&mut self, name: String, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        self.value_of(Type::Real, name, space, shape, len)
    }

    fn value_of(
        &mut self,
        element: Type,
        name: String,
        space: Space,
        shape: Shape,
        len: TokenStream,
    ) -> ValueId {
        let layout = Layout::Logical;
        let (like, view_of) = (None, None);
        self.graph.values.push(Value { name, space, element, shape, layout, len, like, view_of });
        ValueId(self.graph.values.len() - 1)
    }

    /// The layer's name, as its values are called.
    fn layer_name(&self) -> String {
        self.network.layer_of(self.step).value_name()
    }

    /// The type of the network that the layer is.
    pub fn inner(&self) -> Option<&TokenStream> {
        self.network.layer_of(self.step).network.as_ref()
    }

    /// The step's output: one block a sample, of the output shape.
    pub fn output(&mut self) -> ValueId {
        let step = &self.network.steps[self.step];
        let (shape, number) = (step.geometry.output(), self.network.made_by(self.step));
        let output = self.value(self.output_name(), Space::Sample, shape, len_name(number));
        self.graph.values[output.0].like = Some(number);
        output
    }

    /// The step's outputs, of a network that has several. [`further`](Self::further) gives them to the steps after it.
    pub fn outputs(&mut self) -> Vec<ValueId> {
        let (first, step) = (self.step, self.output());
        let mut outputs = vec![step];
        for i in 1..self.network.steps[first].outputs {
            self.step = first + i;
            outputs.push(self.output());
        }
        self.step = first;
        self.outputs.insert(step, outputs.clone());
        outputs
    }

    /// Output number `i` of the network whose first output is `first`.
    pub fn further(&self, first: ValueId, i: usize) -> ValueId {
        self.outputs[&first][i]
    }

    /// `conv1_out` for a layer; for a function the name that it is bound to.
    fn output_name(&self) -> String {
        let (step, layer) = (&self.network.steps[self.step], self.layer_name());
        let is_layer = layer.starts_with(|c: char| c.is_alphabetic() || c == '_');
        // A word of Rust is a name only with something after it.
        let is_free = syn::parse_str::<syn::Ident>(&step.name).is_ok() && step.name != layer;
        let is_part = self.network.layer_of(self.step).name != layer;
        match (
            is_layer && (step.name == layer || is_part),
            is_free && self.network.has_body && !is_part,
        ) {
            (_, true) => step.name.clone(),
            (true, _) => format!("{layer}_out"),
            _ => format!("{}_out", step.name),
        }
    }

    /// A further value of the layer: `conv1_SUFFIX`.
    pub fn extra(&mut self, suffix: &str, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        let name = format!("{}_{suffix}", self.layer_name());
        self.value(name, space, shape, len)
    }

    /// The same, of positions.
    pub fn positions(&mut self, suffix: &str, shape: Shape, len: TokenStream) -> ValueId {
        let name = format!("{}_{suffix}", self.layer_name());
        self.value_of(Type::Byte, name, Space::Sample, shape, len)
    }

    /// The layer's tensor called `suffix`; `None` if it has none.
    pub fn tensor(&mut self, suffix: &str) -> Option<ValueId> {
        let layer = self.network.steps[self.step].layer;
        let is_tied = |t: &&TiedTensor| t.layer == layer && t.suffix == suffix;
        let mut own = self.network.layers[layer].tensors.clone();
        let number = match self.network.ties.iter().find(is_tied) {
            Some(tied) => tied.tensor,
            None => own.find(|t| self.network.tensors[*t].tensor.suffix == suffix)?,
        };
        if let Some(known) = self.tensors[number] {
            return Some(known);
        }
        let tensor = &self.network.tensors[number];
        let space = if tensor.is_kept() { Space::Buffer(number) } else { Space::Parameter(number) };
        let (shape, tokens) = (tensor.tensor.shape, &tensor.tensor.shape_tokens);
        let name = format!("{}_{suffix}", self.layer_name());
        let value = self.value(name, space, shape, quote!((&#tokens).len()));
        if matches!(space, Space::Parameter(_)) && self.sources.parameters {
            self.differentiated.insert(value);
        }
        self.tensors[number] = Some(value);
        Some(value)
    }

    /// A call.
    pub fn call(
        &mut self,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        self.call_as(self.geometry_name(), self.geometry(), op, inputs, outputs);
    }

    /// A call with a geometry of its own, and the expression that holds it in emitted code.
    pub fn call_as(
        &mut self,
        numbers: TokenStream,
        geometry: Geometry,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        let is_trained = op.id == OpId::Forward; // parameters of its own
        if is_trained || inputs.iter().flatten().any(|i| self.is_differentiated(*i)) {
            let written = outputs.iter().flatten().map(|o| self.graph.storage(*o));
            self.differentiated.extend(written.collect::<Vec<_>>());
        }
        self.graph.nodes.push(Node {
            op,
            step: self.step,
            geometry,
            numbers,
            inputs: inputs.to_vec(),
            outputs: outputs.to_vec(),
        });
    }

    /// A call without memory of its own: the output is `x` under the step's output shape.
    pub fn view(&mut self, op: &'static Op, x: ValueId) -> ValueId {
        let y = self.output();
        self.graph.values[y.0].view_of = Some(x);
        self.call(op, &[Some(x)], &[Some(y)]);
        y
    }
}

/// What a gradient is taken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The parameters that are trained.
    pub parameters: bool,
    /// The inputs.
    pub inputs: bool,
}

/// What gradients are taken by in a mode. A network that freezes layers takes none by its inputs: what lies ahead
/// of the first trained layer needs then neither gradients nor what they read.
pub fn sources(network: &Network, mode: Mode) -> Sources {
    let freezes =
        network.layers.iter().any(|l| l.is_frozen) || network.tensors.iter().any(|t| t.is_frozen);
    match mode {
        Mode::Inference => Sources { parameters: false, inputs: false },
        Mode::Training => Sources { parameters: true, inputs: !freezes },
        Mode::Frozen => Sources { parameters: false, inputs: true },
    }
}
