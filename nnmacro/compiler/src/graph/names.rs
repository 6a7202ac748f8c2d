//! Names of values: each becomes a constant of the emitted code, so no two may be alike.

use std::collections::HashSet;

use super::Graph;

/// Gives a number to each value whose name an earlier one has: the output of a layer `d_a` and the
/// gradient of the output of a layer `a` are both called `d_a_out`.
pub fn tell_apart(graph: &mut Graph) {
    let mut taken: HashSet<String> = graph.values.iter().map(|v| v.name.clone()).collect();
    let mut seen: HashSet<String> = HashSet::new();
    for value in &mut graph.values {
        if !seen.insert(value.name.clone()) {
            let mut number = 2;
            while !taken.insert(format!("{}_{number}", value.name)) {
                number += 1;
            }
            value.name = format!("{}_{number}", value.name);
            seen.insert(value.name.clone());
        }
    }
}
