//! Networks of many layers, a family each.

use std::fmt::Write;

/// The name of a family, and its network of about so many layers.
pub(crate) type Family = (&'static str, fn(usize) -> String);

pub(crate) const FAMILIES: &[Family] = &[
    ("linear", |n| chain(n, "[32]", 1, |i| format!("fc{i}: Linear(32 -> 32);"))),
    ("linear, relu", |n| {
        chain(n, "[32]", 2, |i| format!("fc{i}: Linear(32 -> 32); act{i}: Relu;"))
    }),
    ("convolutions", |n| {
        chain(n, "[4, 8, 8]", 1, |i| {
            format!("conv{i}: Conv2d(4 -> 4, kernel = 3, padding = 1, bias = false);")
        })
    }),
    ("convolution, norm, relu", |n| {
        chain(n, "[4, 8, 8]", 3, |i| {
            format!(
                "conv{i}: Conv2d(4 -> 4, kernel = 3, padding = 1); norm{i}: BatchNorm2d; act{i}: Relu;"
            )
        })
    }),
    ("norms of layers", |n| chain(n, "[32]", 1, |i| format!("norm{i}: LayerNorm;"))),
    ("sizes of other items", |n| chain(n, "[W]", 1, |i| format!("fc{i}: Linear(W -> W);"))),
    ("networks", |n| chain(n, "[32]", 1, |i| format!("b{i}: Block;"))),
    ("arrays of networks", |n| chain(n, "[32]", 100, |i| format!("b{i}: [Block; 100];"))),
    ("residual", residual),
    ("an operation of one's own", |n| {
        chain(n, "[32]", 2, |i| format!("fc{i}: Linear(32 -> 32); act{i}: Custom<Mish>;"))
    }),
    ("generic", |n| {
        let layers: String =
            (0..n).fold(String::new(), |text, i| text + &format!("fc{i}: Linear(C -> C);"));
        format!("pub struct Net<C: Dim>; input: [C]; {layers}")
    }),
];

fn chain(layers: usize, input: &str, step: usize, layer: fn(usize) -> String) -> String {
    let mut text = format!("pub struct Net; input: {input};");
    for i in 0..layers / step {
        text += &layer(i);
    }
    text
}

/// Steps of three layers: a convolution, a ReLU, and a sum with what came in.
fn residual(layers: usize) -> String {
    let (mut text, mut body) = (String::from("pub struct Net; input: [4, 8, 8];"), String::new());
    for i in 0..layers / 3 {
        let _ = write!(text, "conv{i}: Conv2d(4 -> 4, kernel = 3, padding = 1);");
        let _ = write!(body, "let x{} = relu(conv{i}(x{i}) + x{i});", i + 1);
    }
    format!("{text} fn forward(x0) {{ {body} x{} }}", layers / 3)
}
