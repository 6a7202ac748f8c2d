//! Networks with networks as layers, each in two forms: composed, and flat, with all layers in one network.

use std::collections::BTreeMap;

use super::Random;
use super::graph::{Layer, Net};
use super::layer;

/// A network in both forms. Names of networks are those of [`Names`].
#[derive(Clone, Debug)]
pub(crate) struct Nested {
    /// The networks that are layers: name and text.
    pub(crate) inner: Vec<(String, String)>,
    /// With networks as layers.
    pub(crate) composed: String,
    /// The same layers in one network, in the order of the composed network's tensors.
    pub(crate) flat: String,
    /// Kinds of layers and functions that read what a network makes, and whose value one reads.
    pub(crate) beside: Vec<(&'static str, Side)>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// A network reads what it makes.
    Before,
    /// It reads what a network makes.
    After,
}

/// The random network `net` with some of its layers in networks of their own, if there are any that can be.
pub(crate) fn nested(net: &Net, name: &str, random: &mut Random) -> Option<Nested> {
    let parts = &net.parts;
    if parts.train.as_deref() == Some("biases") {
        return None; // the biases of a network as a layer are trained where it is declared
    }
    let can_be = |l: &Layer| {
        l.has_one_shape
            && l.kind != "Embedding"
            && l.kind != "Dropout"
            && l.output.len() < 4
            && l.input.len() < 4
    };
    let mut inner = Vec::new();
    let (mut own, mut outer, mut flat) = (String::new(), String::new(), String::new());
    let (mut body, mut train) = (parts.body.clone(), parts.train.clone());
    for (i, layer) in parts.layers.iter().enumerate() {
        let frozen = if layer.is_frozen { "#[frozen] " } else { "" };
        if !can_be(layer) || inner.len() > 3 || random.once_in(3) {
            own += &format!("{frozen}{}", layer.item);
            continue;
        }
        let ty = format!("{name}L{i}");
        let mut items = vec![layer.item.clone()];
        // What is around the layer: of equal shapes, before and after it.
        if random.once_in(2) {
            items.insert(0, same_shape(random, &layer.input));
        }
        if random.once_in(2) {
            items.push(same_shape(random, &layer.output));
        }
        let items: Vec<&str> =
            items.iter().map(|item| item.split_once(": ").expect("an item").1).collect();
        let declared = |prefix: &str, frozen: &str| -> String {
            let item = |(k, item): (usize, &&str)| format!("{frozen}{prefix}{k}: {item}");
            items.iter().enumerate().map(item).collect()
        };
        inner.push((ty.clone(), format!("input: {:?};\n{}", layer.input, declared("a", ""))));
        outer += &format!("{frozen}l{i}: {ty};\n");
        flat += &declared(&format!("l{i}_"), frozen);
        let chain: Vec<String> = (0..items.len()).map(|k| format!("l{i}_{k}")).collect();
        body = inlined(&body, &format!("l{i}"), &chain);
        train = train.map(|t| {
            let names = t
                .split(", ")
                .map(|n| if n == format!("l{i}") { chain.join(", ") } else { n.to_owned() });
            names.collect::<Vec<_>>().join(", ")
        });
    }
    if inner.is_empty() {
        return None;
    }
    let trained =
        |t: &Option<String>| t.iter().map(|t| format!("train: {t};\n")).collect::<String>();
    let composed = format!("{}{own}{outer}{}{}", parts.inputs, trained(&parts.train), parts.body);
    let flat = format!("{}{own}{flat}{}{body}", parts.inputs, trained(&train));
    Some(Nested { inner, composed, flat, beside: Vec::new() })
}

/// A layer with tensors, or a smooth function, that keeps the shape.
fn same_shape(random: &mut Random, dims: &[usize]) -> String {
    let kinds = match dims.len() {
        3 => ["BatchNorm2d", "LayerNorm", "Conv2d", "Tanh"],
        _ => ["BatchNorm1d", "LayerNorm", "Linear", "Tanh"],
    };
    match random.one(&kinds) {
        "Conv2d" => format!("x: Conv2d({0} -> {0}, kernel = 1);\n", dims[0]),
        "Linear" => format!("x: Linear({0} -> {0});\n", dims[dims.len() - 1]),
        kind => {
            let mut same = dims.to_vec();
            format!("x: {kind}{};\n", layer::arguments(random, kind, &mut same))
        }
    }
}

/// `body` with each call of `name` as calls of a chain of layers: `l2_1(l2_0(x))`.
pub(crate) fn inlined(body: &str, name: &str, chain: &[String]) -> String {
    let call = format!("{name}(");
    let mut out = String::new();
    let mut rest = body;
    while let Some(at) = rest.find(&call) {
        let is_word =
            rest[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        if is_word {
            let (before, after) = rest.split_at(at + call.len());
            out += before;
            rest = after;
            continue;
        }
        out += &rest[..at];
        let inside = &rest[at + call.len()..];
        let end = closing(inside);
        let value = inlined(&inside[..end], name, chain);
        out += &chain.iter().fold(value, |value, layer| format!("{layer}({value})"));
        rest = &inside[end + 1..];
    }
    out + rest
}

/// Where the parenthesis closes that was opened before `text`.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (i, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return i,
            ')' => depth -= 1,
            _ => {}
        }
    }
    unreachable!("a parenthesis that is not closed: {text}")
}

impl Nested {
    /// Makes the sizes of all inputs constants; gives their names and values.
    pub(crate) fn take_sizes(&mut self) -> BTreeMap<String, usize> {
        let mut constants = BTreeMap::new();
        let texts = self.inner.iter_mut().map(|(_, text)| text);
        for text in texts.chain([&mut self.composed, &mut self.flat]) {
            let line = |line: &str| {
                let Some((head, rest)) = line.split_once('[') else { return line.to_owned() };
                if !head.starts_with("input") {
                    return line.to_owned();
                }
                let (sizes, rest) = rest.split_once(']').expect("sizes");
                let names = sizes.split(", ").map(|n| {
                    constants.insert(format!("SIZE_{n}"), n.parse().expect("a number"));
                    format!("SIZE_{n}")
                });
                format!("{head}[{}]{rest}", names.collect::<Vec<_>>().join(", "))
            };
            *text = text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n";
        }
        constants
    }
}
