//! Names of values: each becomes a constant of the emitted code, so no two may be alike.

use std::collections::{HashMap, HashSet};

use super::Graph;

/// Gives a number to each value whose name an earlier one has: the output of a layer `d_a` and the
/// gradient of the output of a layer `a` are both called `d_a_out`.
pub fn tell_apart(graph: &mut Graph) {
    let mut taken: HashSet<String> = graph.values.iter().map(|v| v.name.clone()).collect();
    let mut seen: HashSet<String> = HashSet::new();
    // The last number of each name: those below it are taken.
    let mut last: HashMap<String, usize> = HashMap::new();
    for value in &mut graph.values {
        if !seen.insert(value.name.clone()) {
            let number = last.entry(value.name.clone()).or_insert(1);
            let name = loop {
                *number += 1;
                let name = format!("{}_{number}", value.name);
                if taken.insert(name.clone()) {
                    break name;
                }
            };
            value.name = name;
            seen.insert(value.name.clone());
        }
    }
}
