//! Random valid networks: chains of every kind of layer, small, as text.

use super::Random;
use super::layer;

/// Every kind of layer that the chains are made of.
pub(crate) const KINDS: [&str; 35] = [
    "Linear",
    "Embedding",
    "Conv1d",
    "Conv2d",
    "ConvTranspose2d",
    "MaxPool1d",
    "MaxPool2d",
    "AvgPool1d",
    "AvgPool2d",
    "GlobalAvgPool2d",
    "AdaptiveAvgPool2d",
    "Upsample2d",
    "Flatten",
    "BatchNorm1d",
    "BatchNorm2d",
    "LayerNorm",
    "GroupNorm",
    "InstanceNorm2d",
    "RmsNorm",
    "PRelu",
    "Glu",
    "Pad2d",
    "PixelShuffle",
    "Dropout",
    "Relu",
    "LeakyRelu",
    "Elu",
    "Gelu",
    "Silu",
    "Sigmoid",
    "Tanh",
    "Softplus",
    "HardSwish",
    "Softmax",
    "LogSoftmax",
];

/// A network as text.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub(crate) text: String,
    pub(crate) kinds: Vec<&'static str>,
    /// The shape of its output by the generator's own arithmetic.
    pub(crate) output: Vec<usize>,
}

/// Whether `kind` takes a value of `rank`.
pub(crate) fn takes(kind: &str, rank: usize) -> bool {
    match kind {
        "Conv2d" | "MaxPool2d" | "AvgPool2d" | "GlobalAvgPool2d" | "AdaptiveAvgPool2d"
        | "Upsample2d" | "BatchNorm2d" | "ConvTranspose2d" | "InstanceNorm2d" | "Pad2d"
        | "PixelShuffle" => rank == 3,
        "Conv1d" | "MaxPool1d" | "AvgPool1d" => rank == 2,
        "Linear" | "BatchNorm1d" | "Embedding" => rank < 3,
        _ => true,
    }
}

pub(crate) fn rank_behind(kind: &str, rank: usize) -> usize {
    match kind {
        "Flatten" => 1,
        "Embedding" => rank + 1,
        _ => rank,
    }
}

/// All pairs of kinds that can be neighbours, with the rank of the first one's input. An embedding
/// takes integers, so nothing stands before it.
pub(crate) fn legal_pairs() -> Vec<(&'static str, &'static str, usize)> {
    let mut pairs = Vec::new();
    for a in KINDS {
        for b in KINDS {
            let fits = |rank: &usize| {
                takes(a, *rank) && takes(b, rank_behind(a, *rank)) && b != "Embedding"
            };
            if let Some(rank) = [3, 2, 1].iter().copied().find(fits) {
                pairs.push((a, b, rank));
            }
        }
    }
    pairs
}

/// The chains of all tests: each legal pair once behind a layer with parameters, so that gradients
/// flow through it, then at random.
pub(crate) fn chains(count: usize, seed: u64) -> Vec<Chain> {
    let mut random = Random(seed);
    let pairs = legal_pairs();
    (0..count)
        .map(|i| match pairs.get(i) {
            Some((a, b, rank)) => {
                let first = random.one(match rank {
                    3 => &["Conv2d", "LayerNorm", "BatchNorm2d"][..],
                    _ => &["Linear", "LayerNorm"],
                });
                let last = random.one(&["Linear", "Tanh", "LayerNorm"]);
                let behind = rank_behind(b, rank_behind(a, *rank));
                let mut kinds = if *a == "Embedding" { vec![*a, *b] } else { vec![first, *a, *b] };
                kinds.extend(takes(last, behind).then_some(last));
                build(&mut random, *rank, &kinds)
            }
            None => any(&mut random),
        })
        .collect()
}

/// A chain of one to ten layers.
fn any(random: &mut Random) -> Chain {
    let start = random.one(&[3, 3, 3, 2, 1]);
    let mut rank = start;
    let mut kinds: Vec<&'static str> = Vec::new();
    let length = random.within(1, 10);
    while kinds.len() < length {
        let kind = random.one(&KINDS);
        // Chains that turn into vectors at once would hardly ever hold an image.
        let early = kind == "Flatten" && kinds.len() < length / 2 && !random.once_in(8);
        let shrinks = kind == "GlobalAvgPool2d" && !random.once_in(4);
        let bare = kinds.is_empty()
            && !["Linear", "Conv2d", "LayerNorm", "BatchNorm1d", "BatchNorm2d", "Embedding"]
                .contains(&kind)
            && !random.once_in(10);
        let late = kind == "Embedding" && !kinds.is_empty();
        if takes(kind, rank) && !early && !shrinks && !bare && !late {
            rank = rank_behind(kind, rank);
            kinds.push(kind);
        }
    }
    build(random, start, &kinds)
}

fn build(random: &mut Random, rank: usize, kinds: &[&'static str]) -> Chain {
    let mut dims = match rank {
        3 => vec![random.within(1, 4), random.within(1, 6), random.within(1, 6)],
        2 => vec![random.within(1, 4), random.within(1, 5)],
        _ => vec![random.within(1, 7)],
    };
    let limit = random.within(1, 6);
    let range = if kinds[0] == "Embedding" { format!(" in 0..{limit}") } else { String::new() };
    let mut text = format!("pub struct N;\ninput: {dims:?}{range};\n");
    for (i, kind) in kinds.iter().enumerate() {
        if !layer::fits(kind, &dims) {
            // What makes the sizes even.
            let (word, axis) =
                if dims.len() == 3 { ("Conv2d", 0) } else { ("Linear", dims.len() - 1) };
            let kernel = if dims.len() == 3 { ", kernel = 1" } else { "" };
            dims[axis] = 4;
            text += &format!("e{i}: {word}(_ -> 4{kernel});\n");
        }
        let arguments = match *kind {
            "Embedding" => layer::embedding(random, limit, &mut dims),
            kind => layer::arguments(random, kind, &mut dims),
        };
        text += &format!("l{i}: {kind}{arguments};\n");
    }
    Chain { text, kinds: kinds.to_vec(), output: dims }
}
