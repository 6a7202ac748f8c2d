//! The operations of random networks: what they take, and random calls of functions with the shapes of what they make.

use std::sync::LazyLock;

use nncompiler::ops;

use super::chain::{KINDS, rank_behind, takes};
use super::graph::Draft;
use super::{Random, layer};

/// The functions that are no kind of layer. `number` is arithmetic with a number, `Parameter` with a free tensor. Quotients, logarithms and roots are those
/// of sums in which a square keeps them away from 0.
pub(crate) const FUNCTIONS: [&str; 25] = [
    "+",
    "-",
    "*",
    "/",
    "number",
    "exp",
    "ln",
    "sqrt",
    "square",
    "abs",
    "clamp",
    "pow",
    "concat",
    "split",
    "slice",
    "reshape",
    "transpose",
    "permute",
    "sum",
    "mean",
    "max",
    "expand",
    "matmul",
    "zeros",
    "Parameter",
];

/// The functions that are kinds of layers without tensors, with their kinds.
static STATELESS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let kinds = ops::KINDS.iter().copied().flatten().filter(|k| k.stateless);
    kinds.map(|k| (&*ops::function_name(k.name).leak(), k.name)).collect()
});

/// Sizes of images, and numbers in a value, stay below these.
const SIZE: usize = 12;
const ELEMENTS: usize = 240;

/// The kind of layer that an operation is, or its own name.
pub(crate) fn kind(operation: &str) -> &str {
    STATELESS.iter().find(|(name, _)| *name == operation).map_or(operation, |(_, kind)| kind)
}

/// Every operation: kinds of layers, kinds as functions, functions.
pub(crate) fn operations() -> Vec<&'static str> {
    let stateless = STATELESS.iter().map(|(name, _)| *name);
    KINDS.into_iter().chain(stateless).chain(FUNCTIONS).collect()
}

/// The ranks that an operation takes.
pub(crate) fn ranks(operation: &str) -> Vec<usize> {
    match kind(operation) {
        "matmul" => vec![2, 3],
        "transpose" => vec![2, 3, 4, 5, 6],
        kind if KINDS.contains(&kind) => (1..=6).filter(|rank| takes(kind, *rank)).collect(),
        _ => vec![1, 2, 3, 4, 5, 6],
    }
}

/// The ranks that an operation can make of one.
fn ranks_behind(operation: &str, rank: usize) -> Vec<usize> {
    match kind(operation) {
        "reshape" => vec![1, 2, 3, 4, 5, 6],
        "sum" | "mean" | "max" => (1..=rank).collect(),
        kind => vec![rank_behind(kind, rank)],
    }
}

/// All pairs of operations of which the second can read what the first makes.
pub(crate) fn legal_pairs() -> Vec<(&'static str, &'static str)> {
    let all = operations();
    let mut pairs = Vec::new();
    for a in &all {
        for b in all.iter().filter(|b| **b != "Embedding") {
            let mut made = ranks(a).into_iter().flat_map(|rank| ranks_behind(a, rank));
            if made.any(|rank| ranks(b).contains(&rank)) {
                pairs.push((*a, *b));
            }
        }
    }
    pairs
}

/// What a function makes of `x`.
pub(crate) fn apply(d: &mut Draft<'_>, operation: &'static str, x: usize) -> usize {
    match operation {
        "+" | "-" | "*" | "/" => binary(d, operation, x),
        "exp" | "ln" | "sqrt" | "pow" => tame(d, operation, x),
        "number" => number(d, x),
        "concat" => concat(d, x),
        "split" => split(d, x),
        "matmul" => matmul(d, x),
        "zeros" | "Parameter" => {
            let dims = d.values[x].dims.clone();
            let other = match operation {
                "zeros" => format!("zeros({dims:?})"),
                _ => d.parameter(&dims),
            };
            let sign = d.random.one(if operation == "zeros" { &["+", "-"] } else { &["+", "*"] });
            let level = if sign == "*" { 1 } else { 2 };
            let x = d.read(x, operation, level);
            d.make(operation, format!("{x} {sign} {other}"), dims, level)
        }
        _ => {
            let mut dims = d.values[x].dims.clone();
            let rest = arguments(d.random, operation, &mut dims);
            let x = d.read(x, operation, 2);
            d.make(operation, format!("{operation}({x}{rest})"), dims, 0)
        }
    }
}

/// The arguments behind the value of a function of one.
pub(crate) fn arguments(random: &mut Random, operation: &str, dims: &mut Vec<usize>) -> String {
    match operation {
        "slice" => slice(random, dims),
        "reshape" => {
            *dims = factors(random, dims.iter().product());
            format!(", {dims:?}")
        }
        "transpose" => {
            let rank = dims.len();
            dims.swap(rank - 1, rank - 2);
            String::new()
        }
        "permute" => {
            let mut axes: Vec<usize> = (0..dims.len()).collect();
            for i in 1..axes.len() {
                axes.swap(i, random.within(0, i));
            }
            *dims = axes.iter().map(|axis| dims[*axis]).collect();
            format!(", {axes:?}")
        }
        "sum" | "mean" | "max" => reduce(random, dims),
        "square" | "abs" => String::new(),
        "clamp" => {
            let all = [
                ", -0.5, 1.5",
                ", 0, 6.0",
                ", min = -0.3",
                ", max = 0.7",
                ", min = 0.1, max = 0.1",
            ];
            random.one(&all).to_owned()
        }
        "expand" => {
            let (mut runs, mut inside) = (0, false);
            for i in 0..dims.len() {
                let room = ELEMENTS / dims.iter().product::<usize>();
                // At most two runs of neighbours are repeated.
                let is_one = dims[i] == 1;
                if is_one && (inside || runs < 2) {
                    dims[i] = random.within(1, room.clamp(1, 4));
                }
                if dims[i] != 1 {
                    runs += usize::from(is_one && !inside);
                    inside = is_one;
                }
            }
            format!(", {dims:?}")
        }
        function => {
            let written = layer::arguments(random, kind(function), dims);
            match written.trim_start_matches('(').trim_end_matches(')') {
                "" => String::new(),
                // The parentheses of a pair were taken for those of the arguments.
                _ => format!(", {}", &written[1..written.len() - 1]),
            }
        }
    }
}

fn slice(random: &mut Random, dims: &mut [usize]) -> String {
    let axis = random.within(0, dims.len() - 1);
    let size = dims[axis];
    let end = random.within(1, size);
    let start = random.within(0, end - 1);
    dims[axis] = end - start;
    let from = if start == 0 && random.once_in(2) { String::new() } else { start.to_string() };
    let to = if end == size && random.once_in(2) { String::new() } else { end.to_string() };
    format!(", {from}..{to}{}", axis_option(random, axis))
}

/// `, axis = 1`
fn axis_option(random: &mut Random, axis: usize) -> String {
    if axis == 0 && random.once_in(2) { String::new() } else { format!(", axis = {axis}") }
}

/// One to six sizes with this product; of an image none is too large.
fn factors(random: &mut Random, product: usize) -> Vec<usize> {
    loop {
        let rank = random.within(1, 6);
        let (mut dims, mut rest) = (Vec::new(), product);
        for _ in 1..rank {
            let divisors: Vec<usize> = (1..=rest).filter(|d| rest.is_multiple_of(*d)).collect();
            let size = random.one(&divisors);
            rest /= size;
            dims.push(size);
        }
        dims.insert(random.within(0, dims.len()), rest);
        if rank == 1 || dims.iter().all(|d| *d <= SIZE) {
            return dims;
        }
    }
}

fn reduce(random: &mut Random, dims: &mut Vec<usize>) -> String {
    let rank = dims.len();
    let mut axes: Vec<usize> = (0..rank).filter(|_| random.once_in(2)).collect();
    axes.retain({
        let (dims, mut runs, mut last) = (dims.clone(), 0, None);
        // At most two runs of neighbours.
        move |axis: &usize| {
            let apart = last.is_none_or(|last: usize| (last + 1..*axis).any(|a| dims[a] != 1));
            if apart && dims[*axis] != 1 && runs == 2 {
                return false;
            }
            if dims[*axis] != 1 {
                runs += usize::from(apart);
                last = Some(*axis);
            }
            true
        }
    });
    let mut rest = String::new();
    match axes.as_slice() {
        [] => axes = (0..rank).collect(), // all of them, which need not be said
        [axis] => rest = format!(", {} = {axis}", random.one(&["axis", "axes"])),
        some => {
            let some: Vec<String> = some.iter().map(ToString::to_string).collect();
            rest = format!(", axes = ({})", some.join(", "));
        }
    }
    let keep = random.once_in(3);
    if keep || random.once_in(4) {
        rest += &format!(", keep = {keep}");
    }
    let kept = |(i, size): (usize, &usize)| match axes.contains(&i) {
        true => keep.then_some(1),
        false => Some(*size),
    };
    *dims = dims.iter().enumerate().filter_map(kept).collect();
    if dims.is_empty() {
        dims.push(1);
    }
    rest
}

fn binary(d: &mut Draft<'_>, sign: &'static str, x: usize) -> usize {
    let dims = d.values[x].dims.clone();
    let other = d.partner(x, |o| o == dims, dims.clone()).expect("x itself fits");
    let (a, b) = if d.random.once_in(2) { (x, other) } else { (other, x) };
    let level = if sign == "*" { 1 } else { 2 };
    if sign == "/" {
        let (a, b) = (d.read(a, sign, 1), d.read(b, sign, 2));
        return d.make(sign, format!("{a} / (square({b}) + 0.5)"), dims, 1);
    }
    let (a, b) = (d.read(a, sign, level), d.read(b, sign, level - 1));
    d.make(sign, format!("{a} {sign} {b}"), dims, level)
}

fn tame(d: &mut Draft<'_>, function: &'static str, x: usize) -> usize {
    let dims = d.values[x].dims.clone();
    let x = d.read(x, function, 2);
    let text = tamed(d.random, function, &x);
    d.make(function, text, dims, 0)
}

/// A function of numbers above 0, or one that grows fast, of numbers to which differences can follow it.
pub(crate) fn tamed(random: &mut Random, function: &str, x: &str) -> String {
    let all = ["2", "3.0", "0.5", "-0.5", "-1", "-2.0", "1", "0", "1.7", "-2.5"];
    match function {
        "exp" => format!("exp(tanh({x}))"),
        "pow" => format!("pow(0.5 + square(tanh({x})), {})", random.one(&all)),
        _ => format!("{function}(square({x}) + 0.5)"),
    }
}

fn number(d: &mut Draft<'_>, x: usize) -> usize {
    let dims = d.values[x].dims.clone();
    let n = d.random.one(&["0.5", "2", "1.5", "3.0", "1e-1", "-0.7", "-1"]);
    let form = d
        .random
        .one(&["x + n", "n + x", "x - n", "n - x", "x * n", "n * x", "x / n", "n / x", "-x"]);
    let is_product = form.contains(['*', '/']);
    // How tightly the value must bind: on the right of a sign more than on the left.
    let (level, operand) = match (is_product, form.starts_with('x')) {
        (true, true) => (1, 1),
        (true, false) => (1, 0),
        (false, true) => (2, 2),
        (false, false) => (2, 1),
    };
    let (level, operand) = if form == "-x" { (1, 0) } else { (level, operand) };
    let x = d.read(x, "number", operand);
    let text = match form.split_once(' ') {
        _ if form == "n / x" => format!("{n} / (square({x}) + 0.5)"),
        None => format!("-{x}"),
        Some(("x", rest)) => format!("{x} {}", rest.replace('n', n)),
        Some((_, rest)) => format!("{n} {}", rest.replace('x', &x)),
    };
    d.make("number", text, dims, level)
}

fn concat(d: &mut Draft<'_>, x: usize) -> usize {
    let mut dims = d.values[x].dims.clone();
    let axis = d.random.within(0, dims.len() - 1);
    let others = |o: &[usize]| {
        let mut o = o.to_vec();
        if let Some(size) = o.get_mut(axis) {
            *size = 0;
        }
        o
    };
    let (wanted, row) = (others(&dims), dims.iter().product::<usize>() / dims[axis]);
    let most =
        if dims.len() == 1 { ELEMENTS } else { SIZE.min(ELEMENTS / row).max(2 * dims[axis]) };
    let mut list = vec![x];
    for _ in 0..d.random.within(1, 3) {
        let room = most.saturating_sub(dims[axis]);
        let mut fresh = dims.clone();
        fresh[axis] = d.random.within(1, room.clamp(1, 3));
        let taken = list.clone();
        let fits = |o: &[usize]| others(o) == wanted && o[axis] <= room;
        let Some(other) = d.partner(x, fits, fresh) else { continue };
        if d.values[other].is_named || !taken.contains(&other) {
            dims[axis] += d.values[other].dims[axis];
            list.insert(d.random.within(0, list.len()), other);
        }
    }
    if list.len() == 1 {
        dims[axis] *= 2;
        list.push(d.named(x));
    }
    let texts: Vec<String> = list.into_iter().map(|v| d.read(v, "concat", 2)).collect();
    let rest = axis_option(d.random, axis);
    d.make("concat", format!("concat({}{rest})", texts.join(", ")), dims, 0)
}

fn split(d: &mut Draft<'_>, x: usize) -> usize {
    let mut dims = d.values[x].dims.clone();
    let long: Vec<usize> = (0..dims.len()).filter(|axis| dims[*axis] > 1).collect();
    let axis = d.random.one(&long);
    let divisors: Vec<usize> =
        (2..=dims[axis]).filter(|n| dims[axis].is_multiple_of(*n)).take(3).collect();
    let parts = d.random.one(&divisors);
    dims[axis] /= parts;
    let (x, rest) = (d.read(x, "split", 2), axis_option(d.random, axis));
    d.make_parts(parts, format!("split({x}{rest})"), &dims)
}

/// The sizes of an operand of a product: the sum's, and the other.
fn product_sizes(dims: &[usize], is_left: bool, transposed: bool) -> (usize, usize) {
    let (rows, columns) = (dims[dims.len() - 2], dims[dims.len() - 1]);
    if is_left == transposed { (rows, columns) } else { (columns, rows) }
}

fn matmul(d: &mut Draft<'_>, x: usize) -> usize {
    let dims = d.values[x].dims.clone();
    let (is_left, transposed) = (d.random.once_in(2), d.random.once_in(2));
    let (k, m) = product_sizes(&dims, is_left, transposed);
    let mut other_transposed = d.random.once_in(2);
    let stack = &dims[..dims.len() - 2];
    let most = (ELEMENTS / (m * stack.iter().product::<usize>())).min(SIZE);
    let fits = |o: &[usize], transposed: bool| {
        o.len() == dims.len() && o[..o.len() - 2] == *stack && {
            let (sum, n) = product_sizes(o, !is_left, transposed);
            sum == k && n <= most
        }
    };
    let mut fresh = dims.clone();
    let n = d.random.within(1, most.clamp(1, 4));
    let (rows, columns) = if is_left == other_transposed { (n, k) } else { (k, n) };
    (fresh[dims.len() - 2], fresh[dims.len() - 1]) = (rows, columns);
    let other = d.partner(x, |o| fits(o, other_transposed), fresh).unwrap_or_else(|| {
        // A matrix times itself, transposed.
        other_transposed = !transposed;
        d.named(x)
    });
    let (_, n) = product_sizes(&d.values[other].dims, !is_left, other_transposed);
    let mut output = dims.clone();
    let (rows, columns) = if is_left { (m, n) } else { (n, m) };
    (output[dims.len() - 2], output[dims.len() - 1]) = (rows, columns);
    let (left, right) = if is_left { (x, other) } else { (other, x) };
    let (a, b) =
        if is_left { (transposed, other_transposed) } else { (other_transposed, transposed) };
    let mut text = format!("matmul({}, {}", d.read(left, "matmul", 2), d.read(right, "matmul", 2));
    for (option, value) in [("transpose_a", a), ("transpose_b", b)] {
        if value || d.random.once_in(4) {
            text += &format!(", {option} = {value}");
        }
    }
    d.make("matmul", text + ")", output, 0)
}
