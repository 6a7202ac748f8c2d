//! Names of layers that could trip the emission.

mod common;

use std::collections::BTreeSet;

use common::compiled;
use nncompiler::schedule::Schedule;

fn assert_unique(schedule: &Schedule, text: &str) {
    let mut names = BTreeSet::new();
    for value in &schedule.graph.values {
        assert!(names.insert(&value.name), "`{}` twice in\n{text}", value.name);
    }
}

fn emitted(text: &str) -> String {
    nncompiler::compile(text.parse().expect("tokens")).to_string()
}

#[test]
fn values_have_names_of_their_own_whatever_layers_are_called() {
    let cases = [
        // the gradient of `a`'s output, and the output of `d_a`
        "pub struct N; input: [3]; a: Linear(4); d_a: Linear(2);",
        "pub struct N; input: [3]; d_a: Linear(4); a: Linear(2);",
        // `a`'s `running_mean`, and the batch mean of `a_running`
        "pub struct N; input: [3]; a: BatchNorm1d; a_running: BatchNorm1d;",
        "pub struct N; input: [3]; a_running: LayerNorm; a: BatchNorm1d;",
        "pub struct N; input: [3]; a: Linear(3); d: Linear(2); d_d: Linear(2); d_d_d: Linear(2);",
        "pub struct N; input: [1, 4, 4]; c: Conv2d(1, kernel = 1); r: Relu; p: MaxPool2d(2); p_max: Relu;",
        "pub struct N; input: [2, 2]; input_out: Flatten; d_input: Linear(2);",
    ];
    for text in cases {
        let c = compiled(text);
        assert_unique(&c.inference, text);
        assert_unique(&c.training, text);
    }
}

#[test]
fn a_layer_may_be_called_by_a_keyword() {
    let text = "pub struct N; input: [3]; type: Linear(4); r#fn: Linear(2); r#loop: BatchNorm1d;";
    let c = compiled(text);
    let names: Vec<&str> = c.network.layers.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(names, ["type", "fn", "loop"]);
    let tensors: Vec<&str> = c.network.tensors.iter().map(|t| t.name.as_str()).collect();
    assert!(tensors.starts_with(&["type.weight", "type.bias", "fn.weight"]), "{tensors:?}");
    let rust = emitted(text);
    assert!(rust.contains("fn_weight") && !rust.contains("compile_error"), "{rust}");
}

#[test]
fn a_network_and_its_constants_may_be_called_by_a_keyword() {
    let text = "pub struct r#Fn; const r#LOOP: usize = 3; input: [r#LOOP]; a: Linear(r#LOOP -> 2);";
    let c = compiled(text);
    assert!(c.network.is_known());
    assert!(emitted(text).contains("struct r#Fn"));
}

#[test]
fn the_same_name_raw_and_plain_is_declared_twice() {
    let rust = emitted("pub struct N; input: [3]; fn: Relu; r#fn: Relu;");
    assert!(rust.contains("`fn` is declared twice"), "{rust}");
}
