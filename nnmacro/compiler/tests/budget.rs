//! Budgets of memory: values that are computed again change no bit, and take less.

mod common;

use common::chain::chains;
use common::data::{Data, gradients, output};
use common::memory::Runner;
use common::{Random, compiled};
use nncompiler::Front;
use nncompiler::compile::training_graph;
use nncompiler::schedule::{schedule, usage, within};

/// Smooth activations between convolutions: their inputs are kept for their gradients, so that their outputs need not be.
const DEEP: &str = "pub struct N; input: [2, 12, 12];
    c1: Conv2d(2 -> 6, kernel = 3, padding = 1); a1: Silu; c2: Conv2d(6 -> 6, kernel = 3, padding = 1); a2: Gelu;
    c3: Conv2d(6 -> 6, kernel = 3, padding = 1); a3: HardSwish; c4: Conv2d(6 -> 2, kernel = 3, padding = 1);";

#[test]
fn computing_again_takes_less_and_changes_no_bit() {
    let network = compiled(DEEP).network;
    let data = Data::random(&network, &mut Random(1));
    let plain = schedule(training_graph(&network, true));
    let (lean, again) = within(&network, training_graph(&network, true), data.batch, 0);
    assert_eq!(again.len(), 3, "{again:?}");
    let bytes = |s| usage(&network, s, data.batch).expect("known").bytes;
    assert!(bytes(&lean) * 10 < bytes(&plain) * 9, "{} of {}", bytes(&lean), bytes(&plain));
    let (a, b) = (data.run(&plain.graph), data.run(&lean.graph));
    assert_eq!(output(&plain.graph, &a), output(&lean.graph, &b));
    assert_eq!(gradients(&plain.graph, &a), gradients(&lean.graph, &b));
}

#[test]
fn random_chains_within_no_memory_run_as_they_did() {
    let mut spared = 0;
    for (i, chain) in chains(600, 5).into_iter().enumerate() {
        let network = compiled(&chain.text).network;
        let data = Data::random(&network, &mut Random(i as u64));
        let plain = training_graph(&network, true);
        let (lean, again) = within(&network, plain.clone(), data.batch, 0);
        spared += again.len();
        let (a, b) = (data.run(&plain), data.run(&lean.graph));
        assert_eq!(gradients(&plain, &a), gradients(&lean.graph, &b), "{}", chain.text);
        for piece in [1, data.batch] {
            Runner::new(&lean, &network, &data, &b).run(piece);
        }
    }
    println!("{spared} values computed again");
    assert!(spared > 50, "{spared}");
}

/// Bytes of a step as the compiler counts them.
fn step(text: &str, batch: usize) -> usize {
    let c = compiled(text);
    usage(&c.network, &c.training, batch).expect("known").bytes
}

#[test]
fn a_budget_is_met_by_computing_again_or_refused() {
    let full = step(DEEP, 64);
    let with = |limit: usize| format!("{DEEP} memory <= {limit} B for 64;");
    // Nothing is computed again without need.
    assert!(compiled(&with(full)).again.is_empty());
    let lean = compiled(&with(full - 1));
    assert!(!lean.again.is_empty());
    assert!(step(&with(full - 1), 64) < full);
    let Front::Bad { errors, .. } = nncompiler::front(with(1000).parse().expect("tokens")) else {
        panic!("1000 bytes do not suffice");
    };
    let message = errors[0].to_string();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(message.contains("holds the most") && message.contains("at most 1000 B"), "{message}");
}
