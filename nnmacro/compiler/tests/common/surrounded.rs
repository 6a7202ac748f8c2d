//! Each kind of layer and each function before, after and between networks as layers.

use nncompiler::ops;

use super::chain::KINDS;
use super::function::{self, ranks};
use super::nested::{Nested, Side, inlined};
use super::{Random, layer};

/// Every word: kinds of layers, kinds as functions, functions.
pub(crate) fn words() -> Vec<String> {
    let kinds = ops::kind_names().map(str::to_owned);
    // The gradient of `detach` is not that of the function.
    let functions = ops::function_names().into_iter().filter(|name| name != "detach");
    kinds.chain(functions).chain(["+", "-", "*", "/", "number"].map(str::to_owned)).collect()
}

/// What a word makes of a value.
struct Use {
    /// The layer, if it is one.
    item: Option<String>,
    /// The statement that makes value `a` of value `b`.
    statement: String,
    output: Vec<usize>,
}

/// `word` before, after and between networks as layers, frozen or not; `None` where the generator knows no values
/// that it takes.
pub(crate) fn surrounded(word: &str, is_frozen: bool) -> Nested {
    let seed = word.bytes().fold(7, |hash: u64, byte| hash.wrapping_mul(31) ^ u64::from(byte));
    let random = &mut Random(seed ^ u64::from(is_frozen));
    let known: Vec<&'static str> = function::operations();
    let word: &'static str = known.iter().find(|w| **w == word).unwrap_or_else(|| {
        panic!("`{word}` is not among the random networks' operations: tests/common/chain.rs or function.rs")
    });
    let rank = random.one(&ranks(word).into_iter().filter(|r| *r < 4).collect::<Vec<_>>());
    let dims = match (word, rank) {
        ("expand", 1) => vec![1],
        ("expand", 2) => vec![4, 1],
        ("expand", _) => vec![1, 4, 6],
        ("matmul", 2) => vec![4, 4],
        ("matmul", _) => vec![2, 4, 4],
        (_, 1) => vec![6],
        (_, 2) => vec![4, 6],
        _ => vec![4, 6, 6],
    };
    let mut forms = Forms { is_frozen, ..Forms::default() };
    let integers = (word == "Embedding").then_some(5);
    let sides: &[&[Side]] = match integers {
        // It takes integers, which no network makes.
        Some(_) => &[&[Side::Before]],
        None => &[&[Side::Before], &[Side::After], &[Side::Before, Side::After]],
    };
    for (i, sides) in sides.iter().enumerate() {
        forms.form(i, word, &dims, integers, sides, random);
    }
    forms.finish(&dims, integers, word)
}

/// The forms of a word, as one network with an output each.
#[derive(Default)]
struct Forms {
    is_frozen: bool,
    inner: Vec<(String, String)>,
    own: String,
    outer: String,
    flat: String,
    statements: String,
    outputs: Vec<String>,
    /// Networks as layers, and the layers that they consist of.
    chains: Vec<(String, Vec<String>)>,
}

impl Forms {
    /// `a0 = net(word(x))`, and so on.
    fn form(
        &mut self,
        i: usize,
        word: &'static str,
        dims: &[usize],
        integers: Option<usize>,
        sides: &[Side],
        random: &mut Random,
    ) {
        let mut value = "x".to_owned();
        if sides.contains(&Side::After) {
            value = self.network(&format!("p{i}"), dims, &value);
        }
        let what = apply(word, i, dims, integers, &value, random);
        self.own += &what.item.unwrap_or_default();
        self.statements += &what.statement;
        value = format!("a{i}");
        if sides.contains(&Side::Before) {
            value = self.network(&format!("n{i}"), &what.output, &value);
        }
        self.outputs.push(value);
    }

    /// A network as layer `layer` on `value`; gives the name of what it makes.
    fn network(&mut self, layer: &str, dims: &[usize], value: &str) -> String {
        let sizes: Vec<String> = dims.iter().map(ToString::to_string).collect();
        let ty = format!("Inner{}", sizes.join("x"));
        let items = match *dims {
            [c, ..] if dims.len() == 3 => {
                [format!("Conv2d({c} -> {c}, kernel = 1)"), "BatchNorm2d(eps = 0.1)".to_owned()]
            }
            [_, n] => [format!("Linear({n} -> {n})"), "LayerNorm(axes = 1, eps = 0.1)".to_owned()],
            [n] => [format!("Linear({n} -> {n})"), "Tanh".to_owned()],
            _ => unreachable!("a network as a layer has up to three sizes"),
        };
        let frozen = if self.is_frozen { "#[frozen] " } else { "" };
        self.inner
            .push((ty.clone(), format!("input: {dims:?};\na: {};\nb: {};\n", items[0], items[1])));
        self.outer += &format!("{frozen}{layer}: {ty};\n");
        self.flat +=
            &format!("{frozen}{layer}_a: {};\n{frozen}{layer}_b: {};\n", items[0], items[1]);
        self.chains.push((layer.to_owned(), vec![format!("{layer}_a"), format!("{layer}_b")]));
        let made = format!("{layer}_out");
        self.statements += &format!("    let {made} = {layer}({value});\n");
        made
    }

    fn finish(self, dims: &[usize], integers: Option<usize>, word: &'static str) -> Nested {
        let range = integers.map(|n| format!(" in 0..{n}")).unwrap_or_default();
        let input = format!("input: {dims:?}{range};\n");
        let outputs = self.outputs.join(", ");
        let outputs = if self.outputs.len() > 1 { format!("({outputs})") } else { outputs };
        let body = format!("fn forward(x) {{\n{}    {outputs}\n}}\n", self.statements);
        let flat_body = self
            .chains
            .iter()
            .fold(body.clone(), |body, (name, chain)| inlined(&body, name, chain));
        let sides = [Side::Before, Side::After];
        let beside = sides.into_iter().take(if integers.is_some() { 1 } else { 2 });
        Nested {
            composed: format!("{input}{}{}{body}", self.own, self.outer),
            flat: format!("{input}{}{}{flat_body}", self.own, self.flat),
            inner: self.inner,
            beside: beside.map(|side| (word, side)).collect(),
        }
    }
}

/// `word` on `value`, as value `a` with number `i`.
fn apply(
    word: &'static str,
    i: usize,
    dims: &[usize],
    integers: Option<usize>,
    value: &str,
    random: &mut Random,
) -> Use {
    let mut output = dims.to_vec();
    let mut item = None;
    let expression = if KINDS.contains(&word) {
        let arguments = match integers {
            Some(limit) => layer::embedding(random, limit, &mut output),
            None => layer::arguments(random, word, &mut output),
        };
        item = Some(format!("k{i}: {word}{arguments};\n"));
        format!("k{i}({value})")
    } else {
        match word {
            "+" | "-" | "*" => format!("{value} {word} x"),
            "/" => format!("{value} / (square(x) + 0.5)"),
            "exp" | "ln" | "sqrt" | "pow" => function::tamed(random, word, value),
            "number" => format!("1.5 - {value} * 0.5"),
            "concat" => {
                output[0] *= 2;
                format!("concat({value}, x)")
            }
            "split" => {
                let axis = output.len() - 1;
                output[axis] /= 2;
                let statement = format!("    let (a{i}, _b{i}) = split({value}, axis = {axis});\n");
                return Use { item, statement, output };
            }
            "matmul" => format!("matmul({value}, x, transpose_b = true)"),
            "zeros" => format!("{value} + zeros({output:?})"),
            "Parameter" => {
                item = Some(format!("k{i}: Parameter({output:?}, init = normal(0.5));\n"));
                format!("{value} * k{i}")
            }
            function => loop {
                let mut made = dims.to_vec();
                let rest = function::arguments(random, function, &mut made);
                if made.len() < 4 {
                    output = made;
                    break format!("{function}({value}{rest})");
                }
            },
        }
    };
    Use { item, statement: format!("    let a{i} = {expression};\n"), output }
}
