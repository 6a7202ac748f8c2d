//! Forward graph → gradient graph, by asking each operation for its rule.

use std::collections::HashMap;

use nnplan::Shape;
use proc_macro2::TokenStream;

use crate::graph::{Graph, Node, Space, Value, ValueId};
use crate::ops::Op;

/// What an operation's gradient rule works with.
pub struct Gradients<'a> {
    graph: &'a mut Graph,
    of: HashMap<ValueId, ValueId>,
    needed: Vec<bool>,
    node: Node,
}

/// Appends the backward pass: from the gradient of the output to those of all parameters.
pub fn differentiate(mut graph: Graph) -> Graph {
    let needed = needed(&graph);
    let output = graph.output.expect("a network has an output");
    let d_output = push(&mut graph, output, Space::Sample);
    graph.output_gradient = Some(d_output);
    let forward = graph.nodes.clone();
    let mut g = Gradients {
        of: HashMap::from([(output, d_output)]),
        needed,
        node: forward.last().cloned().expect("a network has a layer"),
        graph: &mut graph,
    };
    for node in forward.iter().rev() {
        let reached = node.outputs.iter().flatten().any(|o| g.of.contains_key(o));
        let wanted = node.inputs.iter().flatten().any(|i| g.needed[i.0]);
        if reached && wanted {
            let rule = node.op.gradient.expect("a forward operation has a gradient");
            g.node = node.clone();
            rule(node, &mut g);
        }
    }
    graph
}

/// Which values depend on a parameter: only their gradients are computed.
fn needed(graph: &Graph) -> Vec<bool> {
    let mut needed: Vec<bool> =
        graph.values.iter().map(|v| matches!(v.space, Space::Parameter(_))).collect();
    for node in &graph.nodes {
        if node.inputs.iter().flatten().any(|i| needed[i.0]) {
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
        shape: value.shape,
        len: value.len.clone(),
        view_of: None,
    };
    graph.values.push(value);
    ValueId(graph.values.len() - 1)
}

impl Gradients<'_> {
    /// The gradient of output `i` of the call.
    pub fn d_output(&self, i: usize) -> ValueId {
        self.of[&self.node.output(i)]
    }

    /// A new value for the gradient of input `i`; `None` when nothing needs it.
    pub fn d_input(&mut self, i: usize) -> Option<ValueId> {
        let input = self.node.inputs[i]?;
        if !self.needed[input.0] {
            return None;
        }
        let space = match self.graph.value(input).space {
            Space::Parameter(t) => Space::Gradient(t),
            _ => Space::Sample,
        };
        assert!(!self.of.contains_key(&input), "a value is read by one layer only");
        let d = push(self.graph, input, space);
        self.of.insert(input, d);
        Some(d)
    }

    /// A value.
    pub fn value(&self, id: ValueId) -> &Value {
        self.graph.value(id)
    }

    /// Numbers that one backward call hands to another.
    pub fn extra(&mut self, name: String, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        self.graph.values.push(Value { name, space, shape, len, view_of: None });
        ValueId(self.graph.values.len() - 1)
    }

    /// A backward call.
    pub fn call(
        &mut self,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        self.graph.nodes.push(Node {
            op,
            layer: self.node.layer,
            geometry: self.node.geometry,
            inputs: inputs.to_vec(),
            outputs: outputs.to_vec(),
        });
    }

    /// A backward call whose output is its input under another shape.
    pub fn view(&mut self, op: &'static Op, d_y: ValueId, d_x: ValueId) {
        self.graph.values[d_x.0].view_of = Some(d_y);
        self.call(op, &[Some(d_y)], &[Some(d_x)]);
    }
}
