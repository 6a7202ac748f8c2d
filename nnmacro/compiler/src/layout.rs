//! Graph → graph whose values have layouts: who takes a value in another one than it lies in reads a conversion.

use std::collections::HashMap;

use nnplan::{Layout, Layouts, Permute, Type};
use quote::quote;

use crate::graph::{Graph, Node, Space, Value, ValueId};
use crate::network::Network;
use crate::ops::{Geometry, PERMUTE};

/// Which layout a value should have, if the calls that touch it allow that.
pub type Policy<'a> = &'a dyn Fn(&Graph, ValueId) -> Layout;

/// The policy of every device so far: all values lie as their shapes say.
pub fn logical(_: &Graph, _: ValueId) -> Layout {
    Layout::Logical
}

/// Gives the values of a graph their layouts, forward and backward alike.
///
/// A call that works on any layout works on the one that `policy` wants for what it writes; all others work on the logical
/// one, in which also lies what crosses the border of the network. A value is converted before the first call that takes it
/// in another layout than it has, and not again before the others. Nothing is converted back: who wants the first layout
/// reads the value itself.
pub fn lay_out(mut graph: Graph, network: &Network, policy: Policy<'_>) -> Graph {
    let wanted: Vec<Layout> = (0..graph.values.len())
        .map(|i| {
            if may_change(&graph, ValueId(i)) {
                policy(&graph, ValueId(i))
            } else {
                Layout::Logical
            }
        })
        .collect();
    if wanted.iter().all(|layout| *layout == Layout::Logical) {
        return graph;
    }
    let calls = std::mem::take(&mut graph.nodes);
    let (count, forward) = (calls.len(), graph.forward);
    let mut conversions = Conversions { graph, network, known: HashMap::new() };
    for (n, node) in calls.into_iter().enumerate() {
        if n == forward {
            conversions.graph.forward = conversions.graph.nodes.len();
        }
        let layout = conversions.layout(&node, &wanted);
        conversions.call(node, layout);
    }
    let mut graph = conversions.graph;
    if forward == count {
        graph.forward = graph.nodes.len();
    }
    graph
}

/// Whether a value may lie in another layout than the logical one: it does not cross the border.
fn may_change(graph: &Graph, id: ValueId) -> bool {
    let taken = graph.input_gradients.iter().flatten();
    let mut border =
        graph.inputs.iter().chain(&graph.outputs).chain(&graph.output_gradients).chain(taken);
    is_converted(graph.value(id)) && !border.any(|v| *v == id)
}

/// Whether there are conversions of a value: rustc knows its shape.
fn is_converted(value: &Value) -> bool {
    value.space.is_by_sample() && value.element == Type::Real && value.like.is_some()
}

/// The graph as it grows.
struct Conversions<'a> {
    graph: Graph,
    network: &'a Network,
    /// What was converted, to which layout, and the result.
    known: HashMap<(ValueId, Layout), ValueId>,
}

impl Conversions<'_> {
    /// The layout that a call works on.
    fn layout(&self, node: &Node, wanted: &[Layout]) -> Layout {
        let Some(Some(first)) = node.outputs.first() else { return Layout::Logical };
        let layout = wanted[first.0];
        let fits = |id: ValueId| {
            let value = self.graph.value(id);
            is_converted(value) && layout.fits(&value.shape)
        };
        let is_possible = node.op.record().layouts == Layouts::Any
            && self.graph.operands(node).flatten().all(fits);
        if is_possible { layout } else { Layout::Logical }
    }

    /// Adds a call, all of whose operands have this layout.
    fn call(&mut self, mut node: Node, layout: Layout) {
        for input in node.inputs.iter_mut().flatten() {
            *input = self.converted(*input, layout, node.step);
        }
        for output in node.outputs.iter().flatten() {
            let value = &mut self.graph.values[output.0];
            value.layout = layout;
            if value.view_of.is_some() {
                value.view_of = node.inputs[0];
            }
        }
        self.graph.nodes.push(node);
    }

    /// A value in this layout.
    fn converted(&mut self, id: ValueId, layout: Layout, step: usize) -> ValueId {
        let value = self.graph.value(id);
        if value.layout == layout {
            return id;
        }
        if let Some(known) = self.known.get(&(id, layout)) {
            return *known;
        }
        let (from, word) = (value.layout, word(layout));
        let converted = Value {
            name: format!("{}_{word}", value.name),
            space: Space::Sample,
            layout,
            view_of: None,
            ..value.clone()
        };
        let like = value.like.expect("a value that is converted has a shape that rustc knows");
        let shape = self.network.shape_tokens(like);
        let [from_name, to_name] = [from, layout].map(|l| {
            let name = quote::format_ident!("{l:?}");
            quote!(__nn::plan::Layout::#name)
        });
        let geometry = Permute::between(value.shape, from, layout);
        self.graph.values.push(converted);
        let result = ValueId(self.graph.values.len() - 1);
        self.graph.nodes.push(Node {
            op: &PERMUTE,
            step,
            geometry: Geometry::Permute(geometry),
            numbers: quote!(__nn::plan::Permute::between(#shape, #from_name, #to_name)),
            inputs: vec![Some(id)],
            outputs: vec![Some(result)],
        });
        self.known.insert((id, layout), result);
        result
    }
}

/// A layout in the name of a value.
fn word(layout: Layout) -> &'static str {
    match layout {
        Layout::Logical => "logical",
        Layout::ChannelsLast => "channels_last",
    }
}
