//! Checks a graph after each pass: a fault here is a fault of the compiler.

use std::collections::HashSet;

use super::{Graph, Space, ValueId};

/// Panics with `pass` and the reason when the graph is not well formed.
///
/// # Panics
/// When a value is read before it is written, written twice, or a view has no base.
pub fn verify(graph: &Graph, pass: &str) {
    let mut written: HashSet<ValueId> = HashSet::new();
    for (i, value) in graph.values.iter().enumerate() {
        let given = matches!(
            value.space,
            Space::Input(_) | Space::Integer(_) | Space::Parameter(_) | Space::Buffer(_)
        );
        if given || graph.output_gradients.contains(&ValueId(i)) {
            written.insert(ValueId(i));
        }
    }
    for (n, node) in graph.nodes.iter().enumerate() {
        for input in node.inputs.iter().flatten() {
            assert!(
                written.contains(input),
                "{pass}: call {n} ({}) reads `{}` before it is written",
                node.op.method,
                graph.value(*input).name
            );
        }
        for output in node.outputs.iter().flatten() {
            let again = !written.insert(*output);
            assert!(
                !again || matches!(graph.value(*output).space, Space::Buffer(_)),
                "{pass}: call {n} ({}) writes `{}` a second time",
                node.op.method,
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
