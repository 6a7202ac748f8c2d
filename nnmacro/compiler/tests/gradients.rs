//! The gradient of every operation, alone and in random chains, against central differences; and the
//! rewrites of the graph, which must not change a bit.

mod common;

use std::collections::BTreeMap;

use common::chain::{KINDS, chains, legal_pairs};
use common::differences::check;
use common::{compiled, in_parallel};

const CASES: usize = 1200;

#[test]
fn gradients_of_random_chains_are_right() {
    let chains = chains(CASES, 1);
    let counts = in_parallel(&chains, |i, chain| {
        check(&chain.text, i as u64).unwrap_or_else(|e| panic!("case {i}: {e}\n{}", chain.text))
    });
    let compared: usize = counts.iter().map(|c| c.compared).sum();
    let skipped: usize = counts.iter().map(|c| c.skipped).sum();
    println!("{CASES} chains, {compared} gradients compared, {skipped} skipped");
    assert!(compared > 12 * CASES, "{compared}");
    assert!(skipped * 20 < compared + skipped, "{skipped} of {compared} skipped");
}

#[test]
fn the_chains_hold_every_kind_and_every_pair() {
    let chains = chains(CASES, 1);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for chain in &chains {
        for kind in &chain.kinds {
            *kinds.entry(kind).or_default() += 1;
        }
        for two in chain.kinds.windows(2) {
            *pairs.entry((two[0], two[1])).or_default() += 1;
        }
    }
    for kind in KINDS {
        assert!(kinds.get(kind).is_some_and(|n| *n >= 20), "{kind}: {:?}", kinds.get(kind));
    }
    for (a, b, _) in legal_pairs() {
        assert!(pairs.contains_key(&(a, b)), "{a} before {b}");
    }
    // The generator's list is the language's.
    let mut words: Vec<&str> = nncompiler::ops::kind_names().collect();
    let mut known = KINDS.to_vec();
    known.push("Parameter"); // a value: the bodies have it
    words.sort_unstable();
    known.sort_unstable();
    assert_eq!(words, known);
    assert!(chains.iter().any(|c| c.kinds.len() == 1));
    assert!(chains.iter().any(|c| c.kinds.len() == 10));
}

#[test]
fn shapes_are_those_of_independent_arithmetic() {
    for chain in chains(CASES, 1) {
        let shape = compiled(&chain.text).network.output();
        assert_eq!(shape.dims(), chain.output, "{}", chain.text);
    }
}
