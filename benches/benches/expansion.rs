//! The macro itself: tokens in, tokens out, for networks of 10 to 2,000 layers. The time grows with the layers.

use std::fmt::Write;

use criterion::{Criterion, criterion_group, criterion_main};
use proc_macro2::TokenStream;

/// A chain of linear layers and activations.
fn source(layers: usize) -> String {
    let mut text = String::from("pub struct Net; input: [32];");
    for i in 0..layers / 2 {
        let _ = write!(text, "fc{i}: Linear(32 -> 32); act{i}: Relu;");
    }
    text
}

/// Residual steps: a convolution, a ReLU, and a sum with what came in.
fn residual(layers: usize) -> String {
    let (mut text, mut body) = (String::from("pub struct Net; input: [4, 8, 8];"), String::new());
    for i in 0..layers / 3 {
        let _ = write!(text, "conv{i}: Conv2d(4 -> 4, kernel = 3, padding = 1);");
        let _ = write!(body, "let x{} = relu(conv{i}(x{i}) + x{i});", i + 1);
    }
    format!("{text} fn forward(x0) {{ {body} x{} }}", layers / 3)
}

/// A chain of convolutions.
fn convolutions(layers: usize) -> String {
    let mut text = String::from("pub struct Net; input: [4, 8, 8];");
    for i in 0..layers {
        let _ = write!(text, "conv{i}: Conv2d(4 -> 4, kernel = 3, padding = 1);");
    }
    text
}

/// Sums of all values before: each layer is joined to all others.
fn joined(layers: usize) -> String {
    let (mut text, mut body) = (String::from("pub struct Net; input: [32];"), String::new());
    for i in 0..layers {
        let _ = write!(text, "fc{i}: Linear(32 -> 32);");
        let sum = (0..=i).map(|k| format!("x{k}")).collect::<Vec<_>>().join(" + ");
        let _ = write!(body, "let x{} = fc{i}({sum});", i + 1);
    }
    format!("{text} fn forward(x0) {{ {body} x{layers} }}")
}

fn expansion(c: &mut Criterion) {
    let mut group = c.benchmark_group("expansion");
    group.sample_size(10);
    let mut bench = |name: String, text: String| {
        let tokens: TokenStream = text.parse().expect("tokens");
        group.bench_function(name, |b| b.iter(|| nncompiler::compile(tokens.clone())));
    };
    for layers in [10, 50, 100] {
        bench(format!("{layers}_layers"), source(layers));
    }
    for layers in [500, 1000, 2000] {
        bench(format!("{layers}_convolutions"), convolutions(layers));
        bench(format!("{layers}_residual"), residual(layers));
    }
    bench("80_joined".to_owned(), joined(80));
    group.finish();
}

criterion_group!(benches, expansion);
criterion_main!(benches);
