//! The same input gives the same output, token by token: builds can be compared and cached.

mod common;

use common::CONV_NET;
use common::chain::chains;

fn emitted(text: &str) -> String {
    nncompiler::compile(text.parse().expect("tokens")).to_string()
}

#[test]
fn a_network_compiles_to_the_same_tokens_every_time() {
    let first = emitted(CONV_NET);
    for _ in 0..100 {
        assert!(emitted(CONV_NET) == first);
    }
}

#[test]
fn random_networks_compile_to_the_same_tokens_twice() {
    for chain in chains(300, 6) {
        let first = emitted(&chain.text);
        assert!(!first.contains("compile_error"), "{}", chain.text);
        assert!(emitted(&chain.text) == first, "{}", chain.text);
    }
}

#[test]
fn mistakes_are_reported_in_the_same_order_every_time() {
    let text = "pub struct N; input: [3, 0]; a: Liner(2); B: Relu; a: Linear(3 -> 0, x = 1);";
    let first = emitted(text);
    assert!(first.matches("compile_error").count() >= 4, "{first}");
    for _ in 0..20 {
        assert!(emitted(text) == first);
    }
}
