//! Checks a graph after each pass: a fault here is a fault of the compiler.

use std::collections::HashSet;

use nnplan::{Layout, Layouts, Operand, Permute, Role};

use super::{Graph, Node, Space, ValueId};
use crate::ops::{Geometry, Placement};

/// Panics with `pass` and the reason when the graph is not well formed.
///
/// # Panics
/// When a value is read before it is written, written twice, or is not what the table of operations says; when a view has
/// no base; when a call gets a layout that it does not take.
pub fn verify(graph: &Graph, pass: &str) {
    let mut written: HashSet<ValueId> = HashSet::new();
    for (i, value) in graph.values.iter().enumerate() {
        if value.space.is_given() || graph.output_gradients.contains(&ValueId(i)) {
            written.insert(ValueId(i));
        }
    }
    for (n, node) in graph.nodes.iter().enumerate() {
        roles(graph, node, pass);
        layouts(graph, node, pass);
        for input in node.inputs.iter().flatten() {
            assert!(
                written.contains(input),
                "{pass}: call {n} ({}) reads `{}` before it is written",
                node.op.record().name,
                graph.value(*input).name
            );
        }
        for output in node.outputs.iter().flatten() {
            let again = !written.insert(*output);
            assert!(
                !again || matches!(graph.value(*output).space, Space::Buffer(_)),
                "{pass}: call {n} ({}) writes `{}` a second time",
                node.op.record().name,
                graph.value(*output).name
            );
        }
    }
    for (i, value) in graph.values.iter().enumerate() {
        if let Some(base) = value.view_of {
            assert!(base.0 != i, "{pass}: `{}` is a view of itself", value.name);
        }
    }
}

/// That a call gets its operands in layouts that it takes.
fn layouts(graph: &Graph, node: &Node, pass: &str) {
    let all: Vec<Layout> =
        graph.operands(node).flatten().map(|id| graph.value(id).layout).collect();
    let are_alike = all.windows(2).all(|two| two[0] == two[1]);
    let is_logical = are_alike && all.first().is_none_or(|layout| *layout == Layout::Logical);
    let fits = match node.op.record().layouts {
        Layouts::Logical => is_logical,
        Layouts::Any => are_alike,
        Layouts::Changes if is_logical => true,
        Layouts::Changes => {
            let (x, y) = (graph.value(node.input(0)), graph.value(node.output(0)));
            let expected = Permute::between(x.shape, x.layout, y.layout);
            x.shape == y.shape && node.geometry == Geometry::Permute(expected)
        }
    };
    assert!(fits, "{pass}: {} gets operands that are {all:?}", node.op.record().name);
}

/// That each operand of a call is what its row of the table says.
fn roles(graph: &Graph, node: &Node, pass: &str) {
    let record = node.op.record();
    if matches!(record.placement, Placement::View | Placement::Alone) {
        return;
    }
    let check = |operand: &Operand, value: Option<ValueId>| {
        let (call, name) = (record.name, operand.name);
        let Some(value) = value else {
            return assert!(operand.is_optional, "{pass}: `{name}` of {call} is absent");
        };
        let value = graph.value(value);
        let fits = match operand.role {
            Role::Sample | Role::Samples | Role::Integer | Role::Index => {
                value.space.is_by_sample()
            }
            Role::Tensor => matches!(value.space, Space::Parameter(_) | Space::Buffer(_)),
            Role::Running => matches!(value.space, Space::Buffer(_)),
            Role::Gradient => matches!(value.space, Space::Gradient(_) | Space::GradientSum(_)),
            Role::Statistic => value.space == Space::Statistic,
        };
        let (found, role) = ((value.space, value.element), operand.role);
        let fits = fits && value.element == role.element();
        assert!(fits, "{pass}: `{name}` of {call} is a {role:?}, and `{}` a {found:?}", value.name);
    };
    if record.is_variadic() {
        node.inputs.iter().for_each(|x| check(&record.reads[0], *x));
    } else {
        assert_eq!(node.inputs.len(), record.reads.len(), "{pass}: {} reads", record.name);
        record.reads.iter().zip(&node.inputs).for_each(|(o, x)| check(o, *x));
    }
    assert_eq!(node.outputs.len(), record.writes.len(), "{pass}: {} writes", record.name);
    record.writes.iter().zip(&node.outputs).for_each(|(o, y)| check(o, *y));
}
