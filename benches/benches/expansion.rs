//! The macro itself: tokens in, tokens out, for networks of 10, 50 and 100 layers.

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

fn expansion(c: &mut Criterion) {
    let mut group = c.benchmark_group("expansion");
    for layers in [10, 50, 100] {
        let tokens: TokenStream = source(layers).parse().expect("tokens");
        group.bench_function(format!("{layers}_layers"), |b| {
            b.iter(|| nncompiler::compile(tokens.clone()));
        });
    }
    group.finish();
}

criterion_group!(benches, expansion);
criterion_main!(benches);
