"""Random valid networks for `search.py`, and those that it holds for certain: each a few declarations, of which the last is
the network, and what a program has to know of it."""

import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRAPHS = sorted((ROOT / "nncore" / "tests" / "random").glob("part*.rs"))

ACTIVATIONS = ("Relu", "LeakyRelu(0.1)", "Elu", "Gelu", "Gelu(approximate = tanh)", "Silu", "Sigmoid", "Tanh", "Softplus", "HardSwish")

OPTIMIZERS = (
    "Sgd::new(0.1).into_rule()",
    "Sgd::new(0.1).momentum(0.9).into_rule()",
    "Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(0.01).clip_norm(1.0).into_rule()",
    "Adam::new(0.01).into_rule()",
    "AdamW::new(0.01).clip_value(0.5).into_rule()",
    "AdamW::new(0.01).warm_up(Schedule::cosine(100).warm_up(5)).decay_weights_only().into_rule()",
    "RmsProp::new(0.01).momentum(0.5).centered(true).into_rule()",
    "Sgd::new(0.1).warm_up(Schedule::one_cycle(50).warm_up(0)).into_rule()",
)

# For networks that have trained tensors.
GROUPED = ('Sgd::new(0.1).momentum(0.9).into_rule().group("*", Group::new().learning_rate(0.5))',)

LOSSES = ("MeanSquaredError", "L1::new()", "Huber::new(0.5)", "BinaryCrossEntropyWithLogits", "CrossEntropy::new()", "CrossEntropy::new().label_smoothing(0.1)")


@dataclasses.dataclass
class Net:
    """A network: its items in Rust, and how many inputs (whether each holds integers) and outputs it has."""

    name: str
    items: str
    inputs: tuple = (False,)
    outputs: int = 1
    is_vector: bool = False  # its one output is a vector of logits
    is_frozen: bool = False  # some tensors are never trained
    train: bool = True
    # What a program does with it, where that is not left to chance.
    batch: int | None = None
    optimizer: str | None = None
    loss: str | None = None


def declared(name, input_, layers, body=""):
    lines = "\n    ".join(layers)
    return f"network! {{\n    struct {name};\n    input: {list(input_)};\n    {lines}\n{body}}}\n"


class Chain:
    """A chain of layers that is valid, from an input on."""

    def __init__(self, rng, shape, prefix="l"):
        self.rng, self.shape, self.input, self.layers, self.prefix = rng, list(shape), list(shape), [], prefix

    def add(self, layer):
        self.layers.append(f"{self.prefix}{len(self.layers)}: {layer};")

    def activation(self):
        self.add(self.rng.choice(ACTIVATIONS))

    def linear(self, to):
        if len(self.shape) == 3:
            self.add("Flatten")
            self.shape = [self.shape[0] * self.shape[1] * self.shape[2]]
        self.add(f"Linear({self.shape[-1]} -> {to}{self.rng.choice(['', '', ', bias = false'])})")
        self.shape = [to]

    def conv(self, to, kernel=3, groups=1, stride=1):
        c, h, w = self.shape
        self.add(
            f"Conv2d({c} -> {to}, kernel = {kernel}, stride = {stride}, padding = {kernel // 2}, groups = {groups},"
            f" bias = {self.rng.choice(['true', 'false'])})"
        )
        out = [(n + 2 * (kernel // 2) - kernel) // stride + 1 for n in (h, w)]
        self.shape = [to, *out]

    def separable(self, to):
        self.conv(self.shape[0], 3, self.shape[0])
        self.add("BatchNorm2d")
        self.add("Relu")
        self.conv(to, 1)
        self.add("BatchNorm2d")
        self.add("Relu")

    def step(self):
        """One or a few layers that fit."""
        r = self.rng
        if len(self.shape) == 1:
            kind = r.randrange(6)
            if kind < 2:
                self.linear(r.randint(1, 24))
            elif kind == 2:
                self.activation()
            else:
                self.add(r.choice(["BatchNorm1d", "LayerNorm", "Dropout(0.3)", "Softmax", "LogSoftmax"]))
            return
        c, h, w = self.shape
        kind = r.randrange(10)
        if kind < 2:
            self.conv(r.randint(1, 9), r.choice([1, 3, 3, 5]), stride=r.choice([1, 1, 2]))
        elif kind == 2:
            self.separable(r.randint(1, 9))
        elif kind == 3:
            groups = r.choice([g for g in range(1, c + 1) if c % g == 0])
            self.conv(groups * r.randint(1, 3), 3, groups)
        elif kind == 4 and min(h, w) > 1:
            pool = r.choice(["MaxPool2d", "AvgPool2d"])
            self.add(f"{pool}(kernel = 2, stride = 2)")
            self.shape = [c, h // 2, w // 2]
        elif kind == 5 and h * w <= 64:
            self.add("Upsample2d(2)")
            self.shape = [c, 2 * h, 2 * w]
        elif kind == 6:
            self.activation()
        else:
            self.add(r.choice(["BatchNorm2d", "LayerNorm(axes = 1)", "Dropout", "Softmax(axis = 1)", "BatchNorm2d"]))

    def declare(self, name):
        return declared(name, self.input, self.layers)


def some_shape(rng):
    if rng.random() < 0.4:
        return [rng.randint(1, 20)]
    return [rng.randint(1, 4), rng.randint(2, 8), rng.randint(2, 8)]


def random_chain(rng, name):
    chain = Chain(rng, some_shape(rng))
    for _ in range(rng.randint(2, 14)):
        chain.step()
    chain.linear(rng.randint(2, 10))
    return Net(name, chain.declare(name), is_vector=True)


def frozen(rng, chain):
    """Some of the first layers of a chain, frozen; whether there are any."""
    count = rng.randint(0, len(chain.layers) - 2) if rng.random() < 0.3 else 0
    chain.layers = [f"#[frozen] {l}" if i < count and has_tensors(l) else l for i, l in enumerate(chain.layers)]
    return any("#[frozen]" in l for l in chain.layers)


def has_tensors(layer):
    return re.search(r": (Linear|Conv2d|BatchNorm|LayerNorm)", layer) is not None


def random_frozen(rng, name):
    chain = Chain(rng, some_shape(rng))
    for _ in range(rng.randint(2, 8)):
        chain.step()
    chain.linear(rng.randint(2, 10))
    is_frozen = frozen(rng, chain)
    return Net(name, chain.declare(name), is_vector=True, is_frozen=is_frozen)


def block(rng, name, shape, inner=None):
    """A network from a shape to itself: plain or residual; with another one within it, perhaps."""
    c = shape[0]
    chain = Chain(rng, shape)
    for _ in range(rng.randint(1, 2)):
        if len(shape) == 1:
            chain.linear(rng.randint(1, 12))
        else:
            chain.conv(rng.randint(1, 6))
            chain.add("BatchNorm2d")
        chain.activation()
    if len(shape) == 1:
        chain.linear(c)
    else:
        chain.conv(c)
    if inner:
        count = rng.randint(1, 3)
        chain.add(inner if count == 1 else f"[{inner}; {count}]")
    if rng.random() < 0.5:
        return chain.declare(name)
    value = "x"
    for layer in chain.layers:
        value = f"{layer.split(':')[0]}({value})" if "[" not in layer else value
    layers = [l for l in chain.layers if "[" not in l]
    return declared(name, shape, layers, f"    fn forward(x) {{ relu({value} + x) }}\n")


def random_nested(rng, name):
    shape = [rng.randint(2, 4), 4, 4] if rng.random() < 0.6 else [rng.randint(2, 8)]
    items = block(rng, f"{name}Inner", shape)
    body = f"{name}Inner"
    if rng.random() < 0.6:
        items += block(rng, f"{name}Middle", shape, body)
        body = f"{name}Middle"
    chain = Chain(rng, shape)
    if rng.random() < 0.5:
        (chain.conv(shape[0]) if len(shape) == 3 else chain.linear(shape[0]))
    count = rng.randint(1, 4)
    is_frozen = rng.random() < 0.25
    chain.add(body if count == 1 else f"[{body}; {count}]")
    if is_frozen:
        chain.layers[-1] = "#[frozen] " + chain.layers[-1]
        chain.layers = [f"#[frozen] {l}" if has_tensors(l) else l for l in chain.layers]
    if rng.random() < 0.5:
        chain.activation()
    chain.linear(rng.randint(2, 6))
    return Net(name, items + chain.declare(name), is_vector=True, is_frozen=is_frozen)


def recorded():
    """The random networks that nncore's tests hold, with bodies, several inputs and outputs: name, and what stands in braces."""
    found = []
    for path in GRAPHS:
        text = path.read_text()
        for match in re.finditer(r"^    (R\d+) \{\n(.*?)^    \}$", text, re.M | re.S):
            found.append((match.group(1), match.group(2)))
    return found


def count_outputs(body):
    """The values that a body gives: as many as stand in the parentheses at its end."""
    match = re.search(r"fn forward\(.*?\) \{(.*)\}\s*$", body, re.S)
    if not match:
        return 1
    last = match.group(1).split(";")[-1].strip()
    depth, commas = 0, 0
    for i, c in enumerate(last):
        depth += (c in "([") - (c in ")]")
        if depth == 0 and i < len(last) - 1:
            return 1
        commas += c == "," and depth == 1
    return commas + 1 if last.startswith("(") else 1


def random_recorded(rng, name):
    old, body = rng.choice(recorded())
    inputs = tuple(" in " in line.split(";")[0] for line in re.findall(r"^\s*input.*", body, re.M))
    items = f"// {old}\nnetwork! {{\n    struct {name};\n{body}}}\n"
    is_frozen = "#[frozen]" in body or "train:" in body
    return Net(name, items, inputs, count_outputs(body), is_frozen=is_frozen)


OWN = """use nncore::Element;
use nncore::custom::{Backward, Operation, Role, Shaped, Sizes, TensorInfo};

/// An operation of the user's own: `x² w`.
#[derive(Clone, Copy, Debug)]
struct Own;

impl<X: Shaped> Operation<X> for Own {
    const OUTPUT: Sizes = X::SHAPE;
    const TENSORS: &'static [TensorInfo] =
        &[TensorInfo { name: "w", shape: Sizes::new(&[1]), offset: 0, role: Role::Scale, is_frozen: false }];
    fn forward<T: Element>(x: &[T], w: &[T], y: &mut [T]) {
        let Some(w) = w.first() else { return };
        for (y, x) in y.iter_mut().zip(x) {
            *y = *x * *x * *w;
        }
    }
    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(w) = g.parameters.first() else { return };
        if let Some(d_w) = g.d_parameters.first_mut() {
            for (x, d_y) in g.x.iter().zip(g.d_y) {
                *d_w += *x * *x * *d_y;
            }
        }
        if let Some(d_x) = g.d_x {
            for ((d_x, x), d_y) in d_x.iter_mut().zip(g.x).zip(g.d_y) {
                *d_x = (*x + *x) * *w * *d_y;
            }
        }
    }
}

"""


def random_own(rng, name):
    chain = Chain(rng, some_shape(rng))
    for _ in range(rng.randint(1, 3)):
        chain.step()
        chain.add("Custom<Own>")
    chain.linear(rng.randint(2, 10))
    return Net(name, OWN + chain.declare(name), is_vector=True)


KINDS = (random_chain, random_frozen, random_nested, random_nested, random_recorded, random_recorded, random_own)


def random_net(rng, name, i):
    return KINDS[i % len(KINDS)](rng, name)


# Of these something was found before.

RESIDUAL = declared(
    "Block",
    [4, 6, 6],
    ["conv1: Conv2d(4 -> 4, kernel = 3, padding = 1);", "norm1: BatchNorm2d;", "conv2: Conv2d(4 -> 4, kernel = 3, padding = 1);", "norm2: BatchNorm2d;"],
    "    fn forward(x) { let h = relu(norm1(conv1(x))); relu(norm2(conv2(h)) + x) }\n",
)


def three_linear(name):
    return declared(name, [6], ["fc1: Linear(6 -> 64);", "a1: Relu;", "fc2: Linear(64 -> 64);", "a2: Relu;", "fc3: Linear(64 -> 4);"])


def blocks(name, count):
    layers = [f"blocks: [Block; {count}];", "flat: Flatten;", "fc: Linear(144 -> 3);"]
    return RESIDUAL + declared(name, [4, 6, 6], layers)


def separables(name, count):
    chain = Chain(Fixed(), [3, 12, 12], "s")
    for i in range(count):
        chain.separable(4 + i % 5)
    chain.add("GlobalAvgPool2d")
    chain.shape = [chain.shape[0], 1, 1]
    chain.linear(4)
    return chain.declare(name)


class Fixed:
    """Not random: the first of all choices, and none of what is rare."""

    def choice(self, all_):
        return all_[0]

    def random(self):
        return 1.0


RECURRENT = """network! {
    struct Cell;
    input x: [3];
    input h: [5];
    input c: [5];
    of_x: Linear(3 -> 10);
    of_h: Linear(5 -> 10, bias = false);
    fn forward(x, h, c) { let (a, b) = split(of_x(x) + of_h(h)); let c = sigmoid(a) * c + tanh(b); (c * 0.5, tanh(c), c) }
}
"""


def recurrent(name):
    """Networks of several values, along a sequence; a tensor of its own, and one of two layers."""
    layers = ["cell: Cell;", "start: Parameter(5, init = 0.5);", "fc1: Linear(5 -> 5);", "fc2: Linear(5 -> 5);", "fc2.weight = fc1.weight;", "head: Linear(5 -> 4);"]
    body = "    fn forward(x) {\n        let (all, h, c) = scan(cell, x, start, zeros([5]));\n"
    body += "        let (_, last, _) = scan(cell, slice(x, 1..5), h, detach(c), reverse = true);\n"
    body += "        head(fc2(fc1(mean(all, axis = 0) + last)))\n    }\n"
    return RECURRENT + declared(name, [7, 3], layers, body)


def functions(name):
    """Functions of each element, six axes, an adaptive pool, many values joined."""
    layers = ["conv: Conv2d(4 -> 4, kernel = 1);", "head: Linear(24 -> 4);"]
    body = "    fn forward(x) {\n        let h = permute(reshape(conv(x), [2, 2, 2, 3, 2, 3]), [1, 4, 0, 2, 5, 3]);\n"
    body += "        let m = mean(h, axes = (0, 3, 4), keep = true);\n        let h = exp(clamp(h * expand(m, [2, 2, 2, 2, 3, 3]), -2.0, 2.0));\n"
    body += "        let s = sqrt(square(h) + 1.0) / (abs(h) + ln(h + 1.5)) + pow(h, 0.3);\n"
    body += "        let p = flatten(adaptive_avg_pool2d(reshape(s, [4, 6, 6]), (2, 1)));\n        let (a, b) = split(p);\n"
    body += "        head(concat(p, a, b, a, b))\n    }\n"
    return declared(name, [4, 6, 6], layers, body)


def trained(name, items, batch):
    loss, optimizer = "CrossEntropy::new()", "Sgd::new(0.1).momentum(0.9).into_rule()"
    return Net(name, items, is_vector=True, batch=batch, optimizer=optimizer, loss=loss)


def named():
    """The cases that were found by hand: deeper than `small` of the examples by a layer, for one."""
    return [
        Net("ThreeLinear", three_linear("ThreeLinear"), train=False),
        trained("SmallDeeper", three_linear("SmallDeeper"), 16),
        trained("OneBlock", blocks("OneBlock", 1), 4),
        trained("TwoBlocks", blocks("TwoBlocks", 2), 4),
        Net("Eleven", separables("Eleven", 11), train=False),
        Net("Twelve", separables("Twelve", 12), train=False),
        Net("Recurrent", recurrent("Recurrent"), train=False),
        trained("RecurrentTrained", recurrent("RecurrentTrained"), 3),
        Net("Functions", functions("Functions"), train=False),
        trained("FunctionsTrained", functions("FunctionsTrained"), 2),
    ]


# Families that grow: so many layers of a kind, with sizes of their own.


def linears(name, count):
    sizes = [8 + i % 29 for i in range(count + 1)]
    layers = []
    for i in range(count):
        layers += [f"l{i}: Linear({sizes[i]} -> {sizes[i + 1]});", f"a{i}: Relu;"]
    return declared(name, [8], layers)


def convolutions(name, count):
    sizes = [3 + i % 7 for i in range(count + 1)]
    layers = []
    for i in range(count):
        layers += [f"c{i}: Conv2d({sizes[i]} -> {sizes[i + 1]}, kernel = 3, padding = 1);", f"n{i}: BatchNorm2d;", f"a{i}: Relu;"]
    return declared(name, [3, 8, 8], layers)


def residuals(name, count):
    return RESIDUAL + declared(name, [4, 6, 6], [f"blocks: [Block; {count}];"])


# Family: how it is declared, whether it is trained, and bytes of code that a layer may take.
FAMILIES = {
    "linear": (linears, False, 100),
    "convolution": (convolutions, False, 400),
    "separable": (separables, False, 600),
    "blocks": (residuals, False, 400),
    "linear trained": (linears, True, 600),
    "convolution trained": (convolutions, True, 2400),
    "blocks trained": (residuals, True, 2400),
}
