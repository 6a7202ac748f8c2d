//! Forward graph → gradient graph, by asking each operation for its rule.

use std::collections::HashMap;

use nnplan::{BinaryFunction, Layout, Shape, Type};
use proc_macro2::TokenStream;
use quote::quote;

use crate::graph::{Graph, Node, Sources, Space, Value, ValueId};
use crate::ops::{self, Geometry, Op, OpId, Placement};

/// What an operation's gradient rule works with.
pub struct Gradients<'a> {
    graph: &'a mut Graph,
    /// The gradients of a value so far: one for each call that reads it, until they are added up.
    of: HashMap<ValueId, Vec<ValueId>>,
    needed: Vec<bool>,
    node: Node,
}

/// Appends the backward pass: from the gradients of the outputs to those by `sources`.
pub fn differentiate(mut graph: Graph, sources: Sources) -> Graph {
    let needed = needed(&graph, sources);
    graph.inputs_are_optional = sources.parameters;
    let mut of: HashMap<ValueId, Vec<ValueId>> = HashMap::new();
    for output in graph.outputs.clone() {
        let d_output = push(&mut graph, output, Space::Sample);
        graph.output_gradients.push(d_output);
        of.entry(output).or_default().push(d_output);
    }
    let forward = graph.nodes.clone();
    let Some(node) = forward.last().cloned() else { return graph };
    let mut g = Gradients { of, needed, node, graph: &mut graph };
    for node in forward.iter().rev() {
        g.node = node.clone();
        for output in node.outputs.iter().flatten() {
            g.add_up(*output);
        }
        let reached = node.outputs.iter().flatten().any(|o| g.of.contains_key(o));
        let wanted =
            node.op.id == OpId::Forward || node.inputs.iter().flatten().any(|i| g.needed[i.0]);
        if reached && wanted {
            let rule = node.op.gradient.expect("a forward operation has a gradient");
            rule(node, &mut g);
        }
        for input in node.inputs.iter().flatten() {
            if !matches!(g.graph.value(*input).space, Space::Parameter(_)) {
                g.add_up(*input);
            }
        }
    }
    for input in g.graph.inputs.clone() {
        let is_real = g.graph.value(input).element == Type::Real;
        if is_real && g.needed[input.0] && !g.of.contains_key(&input) {
            // No gradient reaches it, but who has the network as a layer reads one.
            let d = push(g.graph, input, Space::Sample);
            ops::zero(&mut g, d);
            g.of.insert(input, vec![d]);
        }
        let d = g.input_gradient(input);
        g.graph.input_gradients.push(d);
    }
    graph
}

/// Which values depend on a source: only their gradients are computed.
fn needed(graph: &Graph, sources: Sources) -> Vec<bool> {
    let is_source = |v: &Value| match v.space {
        Space::Parameter(_) => sources.parameters,
        Space::Input(_) => sources.inputs && v.element == Type::Real,
        _ => false,
    };
    let mut needed: Vec<bool> = graph.values.iter().map(is_source).collect();
    for node in &graph.nodes {
        let has_own = node.op.id == OpId::Forward; // parameters of its own
        let is_cut = node.op.gradient.is_none();
        if has_own || !is_cut && node.inputs.iter().flatten().any(|i| needed[i.0]) {
            for o in node.outputs.iter().flatten() {
                needed[o.0] = true;
            }
        }
    }
    needed
}

fn push(graph: &mut Graph, of: ValueId, space: Space) -> ValueId {
    let value = graph.value(of);
    let value = Value {
        name: format!("d_{}", value.name),
        space,
        element: Type::Real,
        shape: value.shape,
        layout: Layout::Logical,
        len: value.len.clone(),
        like: value.like,
        view_of: None,
    };
    graph.values.push(value);
    ValueId(graph.values.len() - 1)
}

impl Gradients<'_> {
    /// Adds the gradients of `value` up, in the order in which they were made.
    fn add_up(&mut self, value: ValueId) {
        let Some(parts) = self.of.get_mut(&value) else { return };
        while parts.len() > 1 {
            let (a, b) = (parts[0], parts[1]);
            let sum = push(self.graph, value, Space::Sample);
            let len = self.graph.value(value).len.clone();
            let shape = self.graph.value(value).shape;
            self.graph.nodes.push(Node {
                op: &ops::ACCUMULATE,
                step: self.node.step,
                geometry: Geometry::Binary(nnplan::Binary::new(BinaryFunction::Add, shape, shape)),
                numbers: quote!({ #len }),
                inputs: vec![Some(a), Some(b)],
                outputs: vec![Some(sum)],
            });
            parts.splice(..2, [sum]);
        }
    }

    /// The gradient of an input, in memory of its own.
    fn input_gradient(&mut self, input: ValueId) -> Option<ValueId> {
        let d = *self.of.get(&input)?.first()?;
        let storage = self.graph.storage(d);
        let is = |other: &ValueId| self.graph.storage(*other) == storage;
        let given = self.graph.output_gradients.iter().any(is);
        let taken = self.graph.input_gradients.iter().flatten().any(is);
        // What another call reads, under this shape or another, is there whether or not the input's gradient is wanted.
        let mut calls =
            self.graph.nodes.iter().filter(|n| n.op.record().placement != Placement::View);
        let is_read = calls.any(|n| n.inputs.iter().flatten().any(is));
        if !given && !taken && !is_read {
            return Some(d);
        }
        let copy = push(self.graph, input, Space::Sample);
        let len = self.graph.value(input).len.clone();
        self.call_as(quote!({ #len }), self.node.geometry, &ops::COPY, &[Some(d)], &[Some(copy)]);
        Some(copy)
    }

    /// The gradient of output `i` of the call.
    pub fn d_output(&self, i: usize) -> ValueId {
        self.of[&self.node.output(i)][0]
    }

    /// The same; zeros where nothing that is trained reads the output.
    pub fn d_output_or_zero(&mut self, i: usize) -> ValueId {
        let output = self.node.output(i);
        if self.of.contains_key(&output) {
            return self.of[&output][0];
        }
        let d = push(self.graph, output, Space::Sample);
        ops::zero(self, d);
        d
    }

    /// New values for the gradients of all inputs of a network: if one is needed all are written, except of integers.
    pub fn d_inputs(&mut self) -> Vec<Option<ValueId>> {
        let inputs = self.node.inputs.clone();
        let is_any = inputs.iter().flatten().any(|i| self.needed[i.0]);
        let d_input = |(i, input): (usize, &Option<ValueId>)| {
            let input = (*input)?;
            let is_real = self.graph.value(input).element == Type::Real;
            let d = self.d_input(i);
            d.or_else(|| (is_any && is_real).then(|| push(self.graph, input, Space::Sample)))
        };
        inputs.iter().enumerate().map(d_input).collect()
    }

    /// A new value for the gradient of input `i`; `None` when nothing needs it.
    pub fn d_input(&mut self, i: usize) -> Option<ValueId> {
        let input = self.node.inputs[i]?;
        if !self.needed[input.0] {
            return None;
        }
        let first = !self.of.contains_key(&input);
        let space = match self.graph.value(input).space {
            Space::Parameter(t) if first => Space::Gradient(t),
            Space::Parameter(t) => Space::GradientSum(t),
            _ => Space::Sample,
        };
        let d = push(self.graph, input, space);
        self.of.entry(input).or_default().push(d);
        Some(d)
    }

    /// The gradient of input `i` is `d`, which is there already.
    pub fn pass_on(&mut self, i: usize, d: ValueId) {
        if let Some(input) = self.node.inputs[i]
            && self.needed[input.0]
        {
            self.of.entry(input).or_default().push(d);
        }
    }

    /// The numbers of the call in emitted code.
    pub fn numbers(&self) -> TokenStream {
        self.node.numbers.clone()
    }

    /// A value.
    pub fn value(&self, id: ValueId) -> &Value {
        self.graph.value(id)
    }

    /// Numbers that one backward call hands to another.
    pub fn extra(&mut self, name: String, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        self.graph.values.push(Value {
            name,
            space,
            element: Type::Real,
            shape,
            layout: Layout::Logical,
            len,
            like: None,
            view_of: None,
        });
        ValueId(self.graph.values.len() - 1)
    }

    /// A backward call.
    pub fn call(
        &mut self,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        self.call_as(self.node.numbers.clone(), self.node.geometry, op, inputs, outputs);
    }

    /// A backward call with numbers of its own.
    pub fn call_as(
        &mut self,
        numbers: TokenStream,
        geometry: Geometry,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        self.graph.nodes.push(Node {
            op,
            step: self.node.step,
            geometry,
            numbers,
            inputs: inputs.to_vec(),
            outputs: outputs.to_vec(),
        });
    }

    /// `d_x = -d_y`
    pub fn negated(&mut self, d_y: ValueId, d_x: ValueId) {
        let shape = self.graph.value(d_y).shape;
        let geometry = Geometry::Affine(nnplan::Affine::new(shape, -1.0, 0.0));
        let numbers = self.node.numbers.clone();
        let numbers = quote!(__nn::plan::Affine::new(#numbers.left, -1.0, 0.0));
        self.call_as(numbers, geometry, &ops::AFFINE, &[Some(d_y)], &[Some(d_x)]);
    }

    /// `product = a b`, of operands with the shape of the call's.
    pub fn product(&mut self, a: ValueId, b: ValueId, product: ValueId) {
        let shape = self.graph.value(a).shape;
        let geometry = Geometry::Binary(nnplan::Binary::new(BinaryFunction::Mul, shape, shape));
        let numbers = self.node.numbers.clone();
        let numbers = quote!(__nn::plan::Binary::new(__nn::plan::BinaryFunction::Mul, #numbers.left, #numbers.right));
        self.call_as(numbers, geometry, &ops::MUL, &[Some(a), Some(b)], &[Some(product)]);
    }

    /// A backward call whose output is its input under another shape.
    pub fn view(&mut self, op: &'static Op, d_y: ValueId, d_x: ValueId) {
        self.graph.values[d_x.0].view_of = Some(d_y);
        self.call(op, &[Some(d_y)], &[Some(d_x)]);
    }
}
