//! Random valid networks with a body, small, as text: values with several readers, shared layers, several inputs
//! and outputs, nested calls, and every operation of the language.

mod finish;

use super::Random;
use super::chain::KINDS;
use super::function::{self, FUNCTIONS, legal_pairs, operations, ranks};
use super::layer;

/// Inputs that a network has at most.
const INPUTS: usize = 4;

/// A network as text.
#[derive(Clone, Debug)]
pub(crate) struct Net {
    pub(crate) text: String,
    /// What it consists of: kinds of layers and functions, in the order in which they were added.
    pub(crate) operations: Vec<&'static str>,
    /// Each operand: what made it, and what reads it.
    pub(crate) edges: Vec<(&'static str, &'static str)>,
    /// The shapes of its outputs by the generator's own arithmetic.
    pub(crate) outputs: Vec<Vec<usize>>,
    /// What is special about it: `a shared layer`.
    pub(crate) traits: Vec<&'static str>,
    /// What it consists of, for [`nested`](super::nested).
    pub(crate) parts: Parts,
}

/// The parts of a network's text.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// The inputs.
    pub(crate) inputs: String,
    pub(crate) layers: Vec<Layer>,
    /// The layers that are trained, where the network says so; `biases` alone.
    pub(crate) train: Option<String>,
    /// `fn forward…`
    pub(crate) body: String,
}

/// A layer of a network's text: `l0: Linear(3 -> 4);`.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) kind: &'static str,
    pub(crate) item: String,
    pub(crate) is_frozen: bool,
    /// Whether it is used on one shape alone.
    pub(crate) has_one_shape: bool,
    pub(crate) input: Vec<usize>,
    pub(crate) output: Vec<usize>,
}

/// The networks of all tests: each legal pair once, then at random.
pub(crate) fn graphs(count: usize, seed: u64) -> Vec<Net> {
    let mut random = Random(seed);
    let pairs = legal_pairs();
    (0..count)
        .map(|i| match pairs.get(i) {
            Some((a, b)) => (0..1000)
                .find_map(|_| with_pair(&mut random, a, b))
                .unwrap_or_else(|| panic!("no network has {a} before {b}")),
            None => any(&mut random),
        })
        .collect()
}

/// A network in which `b` reads what `a` makes, if the shapes allow it.
fn with_pair(random: &mut Random, a: &'static str, b: &'static str) -> Option<Net> {
    let mut draft = Draft::new(random);
    let rank = draft.random.one(&ranks(a));
    let mut x = draft.input(rank.min(3), a == "Embedding");
    if rank > 3 {
        x = draft.apply("reshape", x);
    }
    let first = draft.random.one(&["Linear", "LayerNorm", "Conv2d", "LayerNorm"]);
    if draft.takes(first, x) && !draft.random.once_in(3) {
        x = draft.apply(first, x);
    }
    if draft.values[x].dims.len() != rank {
        return None; // reshaped to another rank
    }
    x = if draft.takes(a, x) { draft.apply(a, x) } else { return None };
    x = if draft.takes(b, x) { draft.apply(b, x) } else { return None };
    let last = draft.random.one(&["Linear", "tanh", "LayerNorm", "max", "*", "+"]);
    if draft.takes(last, x) && draft.random.once_in(2) {
        draft.apply(last, x);
    }
    Some(draft.finish())
}

/// A network of one to twelve nodes.
fn any(random: &mut Random) -> Net {
    let mut draft = Draft::new(random);
    for _ in 0..draft.random.one(&[1, 1, 1, 2, 3]) {
        let (rank, integers) = (draft.random.one(&[3, 3, 3, 2, 2, 1]), draft.random.once_in(8));
        draft.input(if integers { rank.min(2) } else { rank }, integers);
    }
    let nodes = draft.random.one(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 10, 8]);
    let all = operations();
    for _ in 0..200 {
        if draft.operations.len() >= nodes {
            break;
        }
        let operation = match draft.random.within(0, 5) {
            0 | 1 => draft.random.one(&FUNCTIONS),
            2 => draft.random.one(&["Linear", "Conv2d", "Embedding", "+", "*", "number"]),
            _ => draft.random.one(&all),
        };
        // Networks whose values shrink at once would hardly ever hold an image.
        let shrinks = ["Flatten", "GlobalAvgPool2d", "sum", "mean", "max"];
        if shrinks.contains(&function::kind(operation)) && draft.random.once_in(3) {
            continue;
        }
        if draft.random.once_in(4) && draft.apply_again() {
            continue;
        }
        if let Some(x) = draft.pick(|d, i| d.takes(operation, i)) {
            draft.apply(operation, x);
        }
    }
    draft.finish()
}

/// A value.
pub(crate) struct Value {
    /// Its name, or the expression that is it.
    text: String,
    pub(crate) dims: Vec<usize>,
    /// The limit of integers.
    limit: Option<usize>,
    made_by: &'static str,
    readers: usize,
    /// Whether it has a name, so that it can be read more than once.
    pub(crate) is_named: bool,
    /// How loosely the expression binds: 0 a name or a call, 1 a product, 2 a sum.
    level: u8,
    /// Whether another value has taken its name.
    is_gone: bool,
}

/// A layer that is declared.
struct Declared {
    kind: &'static str,
    item: String,
    /// The limit of the integers that it takes.
    limit: Option<usize>,
    input: Vec<usize>,
    output: Vec<usize>,
    has_one_shape: bool,
}

/// A network as it grows.
pub(crate) struct Draft<'r> {
    pub(crate) random: &'r mut Random,
    pub(crate) values: Vec<Value>,
    /// The values that are inputs.
    inputs: Vec<usize>,
    layers: Vec<Declared>,
    /// Values that get a name, and their expression.
    statements: Vec<(Vec<usize>, String)>,
    operations: Vec<&'static str>,
    edges: Vec<(&'static str, &'static str)>,
    traits: Vec<&'static str>,
}

impl<'r> Draft<'r> {
    fn new(random: &'r mut Random) -> Self {
        Self {
            random,
            values: Vec::new(),
            inputs: Vec::new(),
            layers: Vec::new(),
            statements: Vec::new(),
            operations: Vec::new(),
            edges: Vec::new(),
            traits: Vec::new(),
        }
    }

    /// A new input of random sizes.
    fn input(&mut self, rank: usize, integers: bool) -> usize {
        let r = &mut self.random;
        let dims = match rank {
            1 => vec![r.within(1, 7)],
            2 => vec![r.within(1, 4), r.within(1, 5)],
            3 => vec![r.within(1, 4), r.within(1, 6), r.within(1, 6)],
            _ => unreachable!("an input has at most three sizes"),
        };
        let limit = integers.then(|| r.within(1, 6));
        self.input_of(dims, limit)
    }

    fn input_of(&mut self, dims: Vec<usize>, limit: Option<usize>) -> usize {
        let text = format!("x{}", self.inputs.len());
        self.inputs.push(self.values.len());
        let made_by = if limit.is_some() { "integers" } else { "input" };
        self.add(Value {
            text,
            dims,
            limit,
            made_by,
            readers: 0,
            is_named: true,
            level: 0,
            is_gone: false,
        })
    }

    fn add(&mut self, value: Value) -> usize {
        self.values.push(value);
        self.values.len() - 1
    }

    /// Whether value `i` can be read once more.
    fn is_free(&self, i: usize) -> bool {
        let value = &self.values[i];
        !value.is_gone && (value.is_named || value.readers == 0)
    }

    /// Whether value `i` can be an operand of `operation`.
    fn takes(&self, operation: &str, i: usize) -> bool {
        let value = &self.values[i];
        self.is_free(i)
            && ranks(operation).contains(&value.dims.len())
            && value.limit.is_some() == (operation == "Embedding")
            && layer::fits(function::kind(operation), &value.dims)
            && (operation != "split" || value.dims.iter().any(|d| *d > 1))
    }

    /// One of the values that are `good`; rather one that nothing has read.
    fn pick(&mut self, good: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let mut all = Vec::new();
        for i in (0..self.values.len()).filter(|i| good(self, *i)) {
            let weight = if self.values[i].readers == 0 { 3 } else { 1 };
            let latest = if i + 1 == self.values.len() { 3 } else { 1 };
            all.extend(std::iter::repeat_n(i, weight * latest));
        }
        (!all.is_empty()).then(|| self.random.one(&all))
    }

    /// A second operand beside `x`: a value of real numbers whose shape is `good`, or an input of `dims`, or `x`.
    pub(crate) fn partner(
        &mut self,
        x: usize,
        good: impl Fn(&[usize]) -> bool,
        dims: Vec<usize>,
    ) -> Option<usize> {
        let is_good = |d: &Self, i: usize| {
            let value = &d.values[i];
            i != x && d.is_free(i) && value.limit.is_none() && good(&value.dims)
        };
        let known = self.pick(is_good).filter(|_| !self.random.once_in(4));
        let known = known.or_else(|| {
            let is_room = self.inputs.len() < INPUTS && dims.len() < 4 && self.random.once_in(3);
            is_room.then(|| self.input_of(dims, None))
        });
        known.or_else(|| good(&self.values[x].dims).then(|| self.named(x)))
    }

    /// Gives `x` a name if it has none.
    pub(crate) fn named(&mut self, x: usize) -> usize {
        if !self.values[x].is_named {
            let name = self.free_name();
            let text = std::mem::replace(&mut self.values[x].text, name);
            self.statements.push((vec![x], text));
            (self.values[x].is_named, self.values[x].level) = (true, 0);
        }
        x
    }

    fn free_name(&self) -> String {
        format!("h{}", self.statements.len())
    }

    /// The text of `x` as an operand of `by` where what binds looser than `level` needs parentheses.
    pub(crate) fn read(&mut self, x: usize, by: &'static str, level: u8) -> String {
        let value = &mut self.values[x];
        value.readers += 1;
        self.edges.push((value.made_by, by));
        if value.readers == 2 {
            self.traits.push("a value with several readers");
        }
        if !value.is_named {
            self.traits.push("a nested call");
        }
        if value.level > level || !value.is_named && self.random.once_in(8) {
            format!("({})", value.text)
        } else {
            value.text.clone()
        }
    }

    /// The value that `operation` makes, with a name or without.
    pub(crate) fn make(
        &mut self,
        operation: &'static str,
        text: String,
        dims: Vec<usize>,
        level: u8,
    ) -> usize {
        self.operations.push(operation);
        let x = self.value(operation, text, dims, level);
        if !self.random.once_in(3) {
            self.named(x);
            self.take_a_name(x);
        }
        x
    }

    fn value(&mut self, made_by: &'static str, text: String, dims: Vec<usize>, level: u8) -> usize {
        self.add(Value {
            text,
            dims,
            limit: None,
            made_by,
            readers: 0,
            is_named: false,
            level,
            is_gone: false,
        })
    }

    /// `let h = relu(h);`: sometimes a value takes the name of one that was read.
    fn take_a_name(&mut self, x: usize) {
        let pending = self.values.iter().any(|v| !v.is_named && v.readers == 0);
        if pending || !self.random.once_in(6) {
            return; // an expression that is not written yet may hold the name
        }
        let old = self.pick(|d, i| {
            let v = &d.values[i];
            i < x && v.is_named && !v.is_gone && v.readers > 0
        });
        if let Some(old) = old {
            self.values[old].is_gone = true;
            self.values[x].text = self.values[old].text.clone();
            self.traits.push("a name that is taken again");
        }
    }

    /// `let (a, b) = split(x, …);`
    pub(crate) fn make_parts(&mut self, parts: usize, text: String, dims: &[usize]) -> usize {
        self.operations.push("split");
        let first = self.values.len();
        for i in 0..parts {
            let x = self.value("split", format!("{}_{i}", self.free_name()), dims.to_vec(), 0);
            self.values[x].is_named = true;
        }
        self.statements.push(((first..first + parts).collect(), text));
        first + self.random.within(0, parts - 1)
    }

    /// What `operation` makes of `x`, which it must take.
    fn apply(&mut self, operation: &'static str, x: usize) -> usize {
        if KINDS.contains(&operation) {
            return self.layer(operation, x);
        }
        function::apply(self, operation, x)
    }

    /// A layer once more, on another value or the same; whether there is one that fits.
    fn apply_again(&mut self) -> bool {
        if self.layers.is_empty() {
            return false;
        }
        let i = self.random.within(0, self.layers.len() - 1);
        let fits = |d: &Self, x: usize| {
            let (layer, value) = (&d.layers[i], &d.values[x]);
            d.takes(layer.kind, x) && layer.fits(&value.dims, value.limit)
        };
        let Some(x) = self.pick(fits) else { return false };
        let output = self.layers[i].output_of(&self.values[x].dims);
        let kind = self.layers[i].kind;
        let text = self.read(x, kind, 2);
        self.traits.push("a shared layer");
        if self.values[x].dims != self.layers[i].input {
            self.layers[i].has_one_shape = false;
        }
        if output != self.layers[i].output {
            self.traits.push("a layer on two shapes");
        }
        self.make(kind, format!("l{i}({text})"), output, 0);
        true
    }

    /// Declares a free tensor; its name.
    pub(crate) fn parameter(&mut self, dims: &[usize]) -> String {
        let i = self.layers.len();
        let start = self.random.one(&["normal(0.5)", "uniform(1.5)", "0.7", "-1"]);
        self.layers.push(Declared {
            kind: "Parameter",
            item: format!("l{i}: Parameter({dims:?}, init = {start});\n"),
            limit: None,
            input: Vec::new(),
            output: dims.to_vec(),
            has_one_shape: false,
        });
        format!("l{i}")
    }

    fn layer(&mut self, kind: &'static str, x: usize) -> usize {
        let (dims, limit) = (self.values[x].dims.clone(), self.values[x].limit);
        let text = self.read(x, kind, 2);
        let (i, mut output) = (self.layers.len(), dims.clone());
        let arguments = match limit {
            Some(limit) => layer::embedding(self.random, limit, &mut output),
            None => layer::arguments(self.random, kind, &mut output),
        };
        let item = format!("l{i}: {kind}{arguments};\n");
        let (input, given) = (dims, output.clone());
        let has_one_shape = true;
        self.layers.push(Declared { kind, item, limit, input, output: given, has_one_shape });
        self.make(kind, format!("l{i}({text})"), output, 0)
    }
}

impl Declared {
    /// Whether the layer can be used on a value of `dims` as well.
    fn fits(&self, dims: &[usize], limit: Option<usize>) -> bool {
        let same = match self.kind {
            "Parameter" => false, // a value, which nothing is applied to
            "Linear" => dims.last() == self.input.last(),
            "Relu" | "Tanh" | "Sigmoid" | "Gelu" | "Silu" | "Dropout" => true,
            _ => self.input == dims,
        };
        same && self.limit == limit
    }

    fn output_of(&self, dims: &[usize]) -> Vec<usize> {
        if self.input == dims {
            return self.output.clone();
        }
        let mut output = dims.to_vec();
        if self.kind == "Linear" {
            output[dims.len() - 1] = self.output[self.output.len() - 1];
        }
        output
    }
}
