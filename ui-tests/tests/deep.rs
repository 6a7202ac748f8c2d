//! Networks of thousands of layers compile, with no attribute in the user's crate: rustc bounds how deep constants are
//! computed within each other, and how long one is computed.

mod program;

use std::fmt::Write;

use program::{compile, rustc};

const HEAD: &str = "#![deny(warnings)]
use nncore::prelude::*;
network! { pub struct Block; input: [4]; fc: Linear(4 -> 4); act: Relu; }
/// A size that only rustc knows.
pub const W: usize = 4;
";

#[track_caller]
fn assert_compiles(name: &str, network: &str) {
    let source = format!("{HEAD}network! {{ {network} }}\n");
    let (is_library, said) = compile(&rustc(), name, "2024", &source, &[]);
    assert!(is_library && said.is_empty(), "{name}: {}", said.get(..2000).unwrap_or(&said));
}

/// `count` layers in a row.
fn chain(input: &str, count: usize, layer: impl Fn(usize) -> String) -> String {
    let mut text = format!("pub struct Net; input: {input};");
    for i in 0..count {
        text += &layer(i);
    }
    text
}

#[test]
fn two_thousand_linear_layers() {
    assert_compiles("linear", &chain("[4]", 2000, |i| format!("fc{i}: Linear(4 -> 4);")));
}

#[test]
fn nine_hundred_layers_of_convolutions_norms_and_activations() {
    let stage = |i| {
        format!(
            "conv{i}: Conv2d(2 -> 2, kernel = 3, padding = 1); norm{i}: BatchNorm2d; act{i}: Relu;"
        )
    };
    assert_compiles("convolutions", &chain("[2, 4, 4]", 300, stage));
}

#[test]
fn five_hundred_layers_of_sizes_that_only_rustc_knows() {
    assert_compiles("sizes", &chain("[W]", 500, |i| format!("fc{i}: Linear(W -> W);")));
}

#[test]
fn networks_as_layers() {
    let arrays = |i| format!("b{i}: [Block; 100];");
    assert_compiles("arrays", &chain("[4]", 5, arrays));
    assert_compiles("blocks", &chain("[4]", 200, |i| format!("b{i}: Block;")));
}

#[test]
fn residual_steps() {
    let (mut text, mut body) = (String::from("pub struct Net; input: [4];"), String::new());
    for i in 0..500 {
        let _ = write!(text, "fc{i}: Linear(4 -> 4);");
        let _ = write!(body, "let x{} = relu(fc{i}(x{i}) + x{i});", i + 1);
    }
    assert_compiles("residual", &format!("{text} fn forward(x0) {{ {body} x500 }}"));
}

#[test]
fn operations_of_the_users_own() {
    let mish = "
/// An activation.
#[derive(Clone, Copy, Debug)]
pub struct Mish;
impl<X: nncore::custom::Shaped> nncore::custom::Operation<X> for Mish {
    const OUTPUT: nncore::custom::Sizes = X::SHAPE;
    fn forward<T: nncore::Element>(_: &[T], _: &[T], _: &mut [T]) {}
    fn backward<T: nncore::Element>(_: nncore::custom::Backward<'_, T>) {}
}
";
    let layers = chain("[4]", 60, |i| format!("fc{i}: Linear(4 -> 4); act{i}: Custom<Mish>;"));
    let source = format!("{HEAD}{mish}network! {{ {layers} }}\n");
    let (is_library, said) = compile(&rustc(), "operations", "2024", &source, &[]);
    assert!(is_library && said.is_empty(), "{}", said.get(..2000).unwrap_or(&said));
}

#[test]
fn generic_networks() {
    let layers: String = (0..200).map(|i| format!("fc{i}: Linear(C -> C);")).collect();
    assert_compiles("generic", &format!("pub struct Net<C: Dim>; input: [C]; {layers}"));
}
