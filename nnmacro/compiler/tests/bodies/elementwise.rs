//! Mistakes in functions of each element, and in quotients: as those in `bodies.rs`.

/// A body; line and column of the error; its text.
pub(crate) const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "fn forward(x) { head(flatten(pow(conv1(x), x))) }",
        "5:43",
        "`exponent` of `pow` is a constant\nexpected: a number such as `0.5`, or a constant in capitals\n   found: `x`",
    ),
    (
        "fn forward(x) { head(flatten(pow(conv1(x)))) }",
        "5:29",
        "`pow` has no exponent\nexpected: `pow(x, 2.0)`\n   found: `pow(conv1(x))`\nhelp: write `pow(conv1(x), 2.0)`",
    ),
    (
        "fn forward(x) { head(flatten(pow(conv1(x), 1e39))) }",
        "5:43",
        "`exponent` of `pow` is out of range: it is a constant\nexpected: a finite number\n   found: `1e39`",
    ),
    (
        "fn forward(x) { head(flatten(clamp(conv1(x)))) }",
        "5:29",
        "`clamp` has no bounds\nexpected: `clamp(x, 0.0, 1.0)`\n   found: `clamp(conv1(x))`",
    ),
    (
        "fn forward(x) { head(flatten(clamp(conv1(x), 6.0, 0.5))) }",
        "5:50",
        "`max` of `clamp` is below `min`\nexpected: `6.0` or more\n   found: `0.5`",
    ),
    (
        "fn forward(x) { head(flatten(clamp(conv1(x), max = -2, min = -1))) }",
        "5:51",
        "`max` of `clamp` is below `min`\nexpected: `-1` or more\n   found: `-2`",
    ),
    (
        "fn forward(x) { head(flatten(sqrt(conv1(x), 2))) }",
        "5:44",
        "`sqrt` does not take `2` here\nexpected: `sqrt(x)`\n   found: `sqrt(conv1(x), 2)`",
    ),
    (
        "fn forward(x) { head(flatten(log(conv1(x)))) }",
        "5:29",
        "`log` is `ln` here\nexpected: `ln(x)`\n   found: `log(conv1(x))`\nhelp: write `ln(conv1(x))`",
    ),
    (
        "fn forward(x) { let h = x.pow(1.5); head(flatten(h)) }",
        "5:24",
        "a body calls functions, not methods\nexpected: `pow(x, 2.0)`\n   found: `x.pow(1.5)`\nhelp: write `pow(x, 1.5)`",
    ),
    (
        "fn forward(x) { let h = x ** 0.5; head(flatten(h)) }",
        "5:24",
        "a power is a function\nexpected: `pow(x, 2.0)`\n   found: `x ** 0.5`\nhelp: write `pow(x, 0.5)`",
    ),
    (
        "fn forward(x) { let h = x ** conv1(x); head(flatten(h)) }",
        "5:24",
        "the exponent of a power is a constant\nexpected: `pow(x, 2.0)`\n   found: `x ** conv1(x)`",
    ),
    (
        "fn forward(x) { let h = torch.clip(x, -1, 1); head(flatten(h)) }",
        "5:24",
        "functions are called by one word\nexpected: `clamp(x, 0.0, 1.0)`\n   found: `torch.clip(x, -1, 1)`\nhelp: write `clamp(x, -1, 1)`",
    ),
    (
        "fn forward(x) { let h = F.relu6(conv1(x)); head(flatten(h)) }",
        "5:24",
        "there is no function `relu6`: it is written in terms of others\nexpected: a function, such as `relu(x)`\n   found: `F.relu6(conv1(x))`\nhelp: use `clamp(x, 0.0, 6.0)`",
    ),
    (
        "fn forward(x) { let h = conv1(x) / head; head(flatten(h)) }",
        "5:35",
        "`head` is a layer, not a value\nexpected: `head(x)`\n   found: `head`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x))) / flatten(x) }",
        "5:16",
        "`/` needs two equal shapes, but `head(flatten(conv1(x)))` is [3] and `flatten(x)` is [32]\nexpected: [3]\n   found: [32]",
    ),
];
