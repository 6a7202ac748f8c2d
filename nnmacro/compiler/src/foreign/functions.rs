//! Functions and methods of others.

use super::{Here, kind_here, plain};
use crate::ops;

/// What a function of others is here.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// A function of this name.
    Is(&'static str),
    /// A sign between two values.
    Sign(char),
    /// `flatten(x)`
    Flatten,
    /// A new shape, in whose sizes the batch counts.
    Reshape,
    /// `expand(x, [8, 7, 7])`; the batch counts.
    Expand,
    /// Axes in another order; the batch counts.
    Permute,
    /// Two axes exchanged; the batch counts.
    Transpose,
    /// An axis of size 1 that comes.
    Unsqueeze,
    /// Axes of size 1 that go.
    Squeeze,
    /// `concat(a, b, axis = 0)`
    Concat,
    /// `split(x, axis = 0)`
    Split,
    /// The value itself.
    Same,
    /// Sizes of a value.
    Size,
    /// Nothing: why, and what to do.
    Nothing(&'static str, &'static str),
}

const OWN: Rule = Rule::Nothing(
    "this function is not in the language",
    "use an operation of your own: `name: Custom<Name>;`, and `name(x)` here",
);
/// A function that is written in terms of others.
const fn formula(instead: &'static str) -> Rule {
    Rule::Nothing("it is written in terms of others", instead)
}

const OUTSIDE: Rule =
    Rule::Nothing("a network gives real numbers", "compute this from its outputs, outside of it");
const CHOICE: Rule = Rule::Nothing(
    "a network computes the same for every sample, so it chooses nothing",
    "compute both and mix them: `gate * a + (1.0 - gate) * b`",
);

/// Words without `_` at their end.
const FUNCTIONS: &[(&[&str], Rule)] = &[
    (&["add", "plus"], Rule::Sign('+')),
    (&["sub", "subtract", "minus"], Rule::Sign('-')),
    (&["mul", "multiply", "times"], Rule::Sign('*')),
    (&["div", "divide", "true_divide"], Rule::Sign('/')),
    (&["mm", "bmm", "dot", "tensordot", "inner"], Rule::Is("matmul")),
    (&["cat", "concat", "concatenate", "hstack"], Rule::Concat),
    (
        &["stack", "vstack", "dstack"],
        Rule::Nothing(
            "values are not stacked along a new axis",
            "give each the new axis by `reshape`, then use `concat(a, b, axis = 0)`",
        ),
    ),
    (&["ravel", "flatten_from", "flatten_all"], Rule::Flatten),
    (&["view", "reshape", "resize", "view_as", "reshape_as"], Rule::Reshape),
    (&["expand", "broadcast_to", "expand_as", "repeat", "tile"], Rule::Expand),
    (&["permute", "permute_dims"], Rule::Permute),
    (
        &["transpose", "swapaxes", "swapdims", "swap_dims", "t", "T", "mT", "movedim"],
        Rule::Transpose,
    ),
    (&["unsqueeze", "expand_dims"], Rule::Unsqueeze),
    (&["squeeze"], Rule::Squeeze),
    (&["chunk", "split", "tensor_split", "unbind"], Rule::Split),
    (&["powf", "powi", "power", "powf_scalar", "float_power"], Rule::Is("pow")),
    (&["sqr"], Rule::Is("square")),
    (&["stop_gradient", "no_grad"], Rule::Is("detach")),
    (&["log"], Rule::Is("ln")),
    (&["absolute", "fabs"], Rule::Is("abs")),
    (&["clip", "clip_by_value"], Rule::Is("clamp")),
    (&["rsqrt"], formula("use `pow(x, -0.5)`")),
    (&["reciprocal", "recip"], formula("use `1.0 / x`")),
    (&["log1p", "ln_1p"], formula("use `ln(1.0 + x)`")),
    (&["expm1", "exp_m1"], formula("use `exp(x) - 1.0`")),
    (&["log2"], formula("use `1.442695 * ln(x)`")),
    (&["log10"], formula("use `0.4342945 * ln(x)`")),
    (&["clamp_min"], formula("use `clamp(x, min = 0.0)`")),
    (&["clamp_max"], formula("use `clamp(x, max = 1.0)`")),
    (&["relu6"], formula("use `clamp(x, 0.0, 6.0)`")),
    (&["hardtanh"], formula("use `clamp(x, -1.0, 1.0)`")),
    (&["hardsigmoid"], formula("use `clamp(x / 6.0 + 0.5, 0.0, 1.0)`")),
    (&["softsign"], formula("use `x / (1.0 + abs(x))`")),
    (&["mish"], formula("use `x * tanh(softplus(x))`")),
    (&["norm"], formula("use `sqrt(sum(square(x)))`, with the axes of the sum")),
    (&["contiguous", "clone", "to", "cuda", "cpu", "float", "double", "half"], Rule::Same),
    (&["unwrap", "expect", "into", "as_ref", "to_device", "to_dtype", "requires_grad"], Rule::Same),
    (&["eval", "train", "data", "type", "identity", "copy", "item"], Rule::Same),
    (&["size", "shape", "len", "dim", "dims", "ndim", "numel", "dims4", "dims2"], Rule::Size),
    (
        &["interpolate", "upsample", "up", "upsample_nearest2d", "resize_images"],
        Rule::Is("upsample2d"),
    ),
    (&["average", "reduce_mean", "mean_dim", "mean_keepdim", "avg"], Rule::Is("mean")),
    (&["reduce_sum", "sum_dim", "sum_keepdim", "add_n"], Rule::Is("sum")),
    (&["reduce_max", "amax", "max_dim", "max_keepdim"], Rule::Is("max")),
    (&["avg_pool"], Rule::Is("avg_pool2d")),
    (&["max_pool", "max_pooling2d"], Rule::Is("max_pool2d")),
    (
        &["narrow", "index_select", "select", "i"],
        Rule::Nothing("a part of a value is taken by `slice`", "use `slice(x, 0..2, axis = 0)`"),
    ),
    (&["sign", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "erf", "round"], OWN),
    (&["floor", "ceil", "min", "amin", "minimum", "maximum", "prod"], OWN),
    (&["std", "var", "normalize", "cumsum", "einsum", "fft"], OWN),
    (&["gather", "scatter", "roll", "flip", "pad", "conv1d", "conv3d", "lstm", "gru"], OWN),
    (&["selu", "celu", "prelu"], OWN),
    (&["argmax", "argmin", "topk", "sort", "argsort", "one_hot", "tolist", "numpy"], OUTSIDE),
    (
        &["cross_entropy", "nll_loss", "mse_loss", "l1_loss"],
        Rule::Nothing(
            "a loss is an item, not a part of `forward`",
            "use `loss: CrossEntropy;` after the layers",
        ),
    ),
    (&["where", "masked_fill", "cond", "select_where", "switch"], CHOICE),
];

/// What `word` is here.
pub(super) fn rule(word: &str) -> Option<Rule> {
    let stem = word.trim_end_matches('_');
    if let Some((_, rule)) = FUNCTIONS.iter().find(|(words, _)| words.contains(&stem)) {
        return Some(*rule);
    }
    if plain(stem) == "flatten" {
        return Some(Rule::Flatten);
    }
    if let Some(function) = function_called(stem) {
        return Some(Rule::Is(function));
    }
    let kind = match kind_here(stem) {
        Some(Here::Is(kind)) => Some(kind),
        _ => None,
    };
    kind.and_then(function_of)
}

/// Our function of that name.
fn function_called(word: &str) -> Option<&'static str> {
    let mut functions = ops::FUNCTIONS.iter().copied().flatten().map(|f| f.name);
    functions.find(|name| *name == word)
}

/// The rule for the function that applies a kind without tensors.
fn function_of(kind: &'static str) -> Option<Rule> {
    let kinds = ops::KINDS.iter().copied().flatten();
    kinds.filter(|k| k.stateless).find(|k| k.name == kind).map(|k| Rule::Is(k.name))
}
