//! Pictures of a graph: text, DOT, Mermaid.

use std::fmt::Write;

use nnplan::Layout;

use super::{Graph, Node, Value, ValueId};
use crate::diagnostics::shape_text;
use crate::ops::{self, Geometry, OpId};

impl Value {
    /// `conv1_out [32, 56, 56]`; with its layout, where that is not the order of the shape.
    fn label(&self) -> String {
        let label = format!("{} {}", self.name, shape_text(&self.shape));
        match self.layout {
            Layout::Logical => label,
            layout => format!("{label} {layout:?}"),
        }
    }
}

impl Graph {
    /// The formula of a call with the names of its operands: `{0}` is the first, `{x}` all that is read, `{y}` all that is
    /// written, `{f}` the sign of an arithmetic operation.
    pub fn formula(&self, node: &Node) -> String {
        let mut text = node.op.record().formula.to_owned();
        if let Geometry::Binary(g) = &node.geometry {
            text = text.replace("{f}", g.function.sign());
        }
        let list = |ids: &[Option<ValueId>]| {
            let names = ids.iter().flatten().map(|o| self.value(*o).name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        // The memory of a network within is not a result of it.
        let is_forward = matches!(node.op.id, OpId::Infer | OpId::Forward | OpId::ForwardFrozen);
        let results = node.outputs.len() - if is_forward { ops::blocks(&node.geometry) } else { 0 };
        text = text
            .replace("{x}", &list(&node.inputs))
            .replace("{y}", &list(&node.outputs[..results]));
        for (i, operand) in self.operands(node).enumerate() {
            let name = operand.map_or("0", |o| self.value(o).name.as_str());
            text = text.replace(&format!("{{{i}}}"), name);
        }
        text
    }

    /// One line a call.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (i, node) in self.nodes.iter().enumerate() {
            if i == 0 && self.forward > 0 {
                out.push_str("forward\n");
            }
            if i == self.forward {
                out.push_str("backward\n");
            }
            let outputs: Vec<String> =
                node.outputs.iter().flatten().map(|o| self.value(*o).label()).collect();
            let inputs: Vec<&str> = node
                .inputs
                .iter()
                .map(|i| i.map_or("none", |i| self.value(i).name.as_str()))
                .collect();
            let _ = writeln!(
                out,
                "  {} = {}({})",
                outputs.join(", "),
                node.op.record().name,
                inputs.join(", ")
            );
        }
        out
    }

    /// Values that are drawn as boxes of their own: tensors and the input.
    fn sources(&self) -> impl Iterator<Item = (usize, &Value)> {
        self.values.iter().enumerate().filter(|(_, v)| v.space.is_given())
    }

    fn edges(&self) -> Vec<(String, String, String)> {
        let mut edges = Vec::new();
        for (i, node) in self.nodes.iter().enumerate() {
            for input in node.inputs.iter().flatten() {
                let writer =
                    self.nodes[..i].iter().rposition(|n| n.outputs.contains(&Some(*input)));
                let from = match writer {
                    Some(w) => format!("n{w}"),
                    None => format!("v{}", input.0),
                };
                edges.push((from, format!("n{i}"), self.value(*input).label()));
            }
        }
        edges
    }

    /// For Graphviz.
    pub fn dot(&self, name: &str) -> String {
        let mut out = format!("digraph {name} {{\n  rankdir = TB;\n  node [shape = box];\n");
        for (i, value) in self.sources() {
            let _ = writeln!(out, "  v{i} [label = \"{}\", shape = ellipse];", value.label());
        }
        for (i, node) in self.nodes.iter().enumerate() {
            let style = if i >= self.forward { ", style = dashed" } else { "" };
            let _ = writeln!(out, "  n{i} [label = \"{}\"{style}];", node.op.record().name);
        }
        for (from, to, label) in self.edges() {
            let _ = writeln!(out, "  {from} -> {to} [label = \"{label}\"];");
        }
        out.push_str("}\n");
        out
    }

    /// For Mermaid.
    pub fn mermaid(&self) -> String {
        let mut out = String::from("flowchart TD\n");
        for (i, value) in self.sources() {
            let _ = writeln!(out, "  v{i}([\"{}\"])", value.label());
        }
        for (i, node) in self.nodes.iter().enumerate() {
            let _ = writeln!(out, "  n{i}[\"{}\"]", node.op.record().name);
        }
        for (from, to, label) in self.edges() {
            let _ = writeln!(out, "  {from} -- \"{label}\" --> {to}");
        }
        out
    }
}
