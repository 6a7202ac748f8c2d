//! What the compiler says of mistakes in bodies, word for word: one error a mistake, at the token to change.

#[path = "bodies/elementwise.rs"]
mod elementwise;

use nncompiler::Front;

/// What stands before the bodies; they are in line 5.
const HEAD: &str = "pub struct N;\ninput: [2, 4, 4];\nconv1: Conv2d(2 -> 2, kernel = 3, padding = 1);\nhead: Linear(32 -> 3);\n";

/// A body; line and column of the error; its text.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "fn forward(x) { let h = relu(conv1(x)) head(flatten(h)) }",
        "5:39",
        "the value of `h` ends without `;`\nexpected: `;`\n   found: `head`",
    ),
    (
        "fn forward(x) { let h = conv1(x).relu(); head(flatten(h)) }",
        "5:24",
        "a body calls functions, not methods\nexpected: `relu(x)`\n   found: `conv1(x).relu()`\nhelp: write `relu(conv1(x))`",
    ),
    (
        "fn forward(x) { let mut h = conv1(x); head(flatten(h)) }",
        "5:20",
        "values of a network do not change\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `mut`\nhelp: bind a new one: `let h = relu(h);`",
    ),
    (
        "fn forward(x) { let h: Image = conv1(x); head(flatten(h)) }",
        "5:21",
        "the shape of a value is inferred\nexpected: `let h = …;`\n   found: `let h: Image`",
    ),
    (
        "fn forward(x) { let h = conv1(x); h += x; head(flatten(h)) }",
        "5:37",
        "values of a network do not change\nexpected: `let h = h + …;`\n   found: `h +=`",
    ),
    (
        "fn forward(x) { let h = conv1(x); h = h + x; head(flatten(h)) }",
        "5:34",
        "a value is bound by `let`\nexpected: `let h = …;`\n   found: `h =`",
    ),
    (
        "fn forward(x) { let h = conv1(x)?; head(flatten(h)) }",
        "5:32",
        "nothing fails in a body\nexpected: `conv1(x)`\n   found: `conv1(x)?`",
    ),
    (
        "fn forward(x) { let h = conv1(x)[0]; head(flatten(h)) }",
        "5:32",
        "a part of a value is taken by `slice`\nexpected: `slice(conv1(x), 0..2, axis = 0)`\n   found: `conv1(x)[0]`",
    ),
    (
        "fn forward(x) { let h = x |> conv1; head(flatten(h)) }",
        "5:26",
        "values are passed in parentheses\nexpected: `relu(x)`\n   found: `x |>`",
    ),
    (
        "fn forward(x) { let h = if x { conv1(x) } else { x }; head(flatten(h)) }",
        "5:24",
        "a network computes the same for every sample, so it has no branches\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `if`\nhelp: compute both and mix them: `gate * a + (1.0 - gate) * b`",
    ),
    (
        "fn forward(x) { let h = conv1(x); for i in 0..3 { h = h + x; } head(flatten(h)) }",
        "5:34",
        "a network is a fixed number of steps, so it has no loops\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `for`\nhelp: write the steps out, declare a chain of equal blocks, `blocks: [Block; 4];`, or run along a sequence: `scan(cell, x, h)`",
    ),
    (
        "fn forward(x) { let h = conv1(x); return head(flatten(h)); }",
        "5:34",
        "a body ends with its output\nexpected: calls, `let`, `+`, `-` and `*` on values\n   found: `return`\nhelp: write the output as the last line",
    ),
    (
        "fn forward(x) { let h = conv1(x); head(flatten(h)); }",
        "5:50",
        "the last line of `forward` is its output\nexpected: `head(flatten(h))` without `;`\n   found: `head(flatten(h));`",
    ),
    (
        "fn forward(x) { let h = conv1(x); let y = head(flatten(h)); }",
        "5:3",
        "`forward` gives nothing\nexpected: an output as its last line\n   found: no output\nhelp: end with `y`",
    ),
    (
        "fn forward(x) { conv1(x); head(flatten(x)) }",
        "5:16",
        "this value is not used\nexpected: `let name = conv1(x);`\n   found: `conv1(x);`",
    ),
    (
        "fn forward(self, x) { head(flatten(conv1(x))) }",
        "5:11",
        "`forward` has no `self`: layers are called by their names\nexpected: `fn forward(x)`\n   found: `self`",
    ),
    (
        "fn forward(x, y) { head(flatten(conv1(x + y))) }",
        "5:3",
        "the network has 1 input, but `forward` takes 2\nexpected: `fn forward(x)`\n   found: `fn forward(x, y)`",
    ),
    (
        "fn forward() { head(flatten(conv1(input))) }",
        "5:3",
        "the network has 1 input, but `forward` takes 0\nexpected: `fn forward(x)`\n   found: `fn forward()`",
    ),
    (
        "fn run(x) { head(flatten(conv1(x))) }",
        "5:3",
        "the function of a network is called `forward`\nexpected: `fn forward(x)`\n   found: `fn run`",
    ),
    (
        "forward(x) { head(flatten(conv1(x))) }",
        "5:0",
        "`forward` begins with `fn`\nexpected: `fn forward(x)`\n   found: `forward(…)`",
    ),
    (
        "def forward(x) { head(flatten(conv1(x))) }",
        "5:0",
        "`forward` begins with `fn`\nexpected: `fn forward(x)`\n   found: `def forward(…)`",
    ),
    ("fn forward(x);", "5:13", "`forward` has no body\nexpected: `{ … }`\n   found: `;`"),
    (
        "fn forward(x) head(flatten(conv1(x)))",
        "5:14",
        "`forward` has no body\nexpected: `{ … }`\n   found: `head`",
    ),
    (
        "fn forward { head(flatten(conv1(x))) }",
        "5:11",
        "`forward` names its inputs in parentheses\nexpected: `fn forward(x)`\n   found: `{head(flatten(conv1(x)))}`",
    ),
    (
        "fn forward(x) { head(flaten(conv1(x))) }",
        "5:21",
        "there is no layer or function `flaten`\nexpected: a layer or a function\n   found: `flaten`\nhelp: write `flatten`",
    ),
    (
        "fn forward(x) { head(view(conv1(x))) }",
        "5:21",
        "the batch is implied in a shape\nexpected: `flatten(x)`\n   found: `view(conv1(x))`\nhelp: write `flatten(conv1(x))`",
    ),
    (
        "fn forward(x) { head(flatten(add(conv1(x), x))) }",
        "5:29",
        "signs are written between values\nexpected: `a + b`\n   found: `add(conv1(x), x)`\nhelp: write `conv1(x) + x`",
    ),
    (
        "fn forward(x) { head(flatten(conv2(x) + conv2(x))) }",
        "5:29",
        "there is no layer or function `conv2`\nexpected: a layer or a function\n   found: `conv2`\nhelp: write `conv1`",
    ),
    (
        "fn forward(x) { head(flatten(conv1)) }",
        "5:29",
        "`conv1` is a layer, not a value\nexpected: `conv1(x)`\n   found: `conv1`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(y) + y)) }",
        "5:35",
        "there is no value `y` here\nexpected: `x`\n   found: `y`",
    ),
    (
        "fn forward(x) { let h = conv1(x); head(flatten(x(h))) }",
        "5:47",
        "`x` is a value, not a layer or a function\nexpected: a layer or a function\n   found: `x(h)`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x, x))) }",
        "5:29",
        "`conv1` takes one value, but gets 2\nexpected: `conv1(x)`\n   found: `conv1(x, x)`",
    ),
    (
        "fn forward(x) { head(flatten(conv1())) }",
        "5:29",
        "`conv1` takes one value, but gets 0\nexpected: `conv1(x)`\n   found: `conv1()`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x), 3)) }",
        "5:21",
        "`flatten` takes no axes: the batch is implied\nexpected: `flatten(x)`\n   found: `flatten(conv1(x), 3)`\nhelp: write `flatten(conv1(x))`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x) / 0)) }",
        "5:40",
        "a value is divided by zero\nexpected: another number\n   found: `0`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x) * 1e400)) }",
        "5:40",
        "this number is too large\nexpected: a number below 1.8e308\n   found: `1e400`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(1.0))) }",
        "5:35",
        "a number alone is not a value of a network\nexpected: a value\n   found: `1.0`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(2.0 * 3.0))) }",
        "5:35",
        "numbers alone are not a value of a network\nexpected: a value on one side\n   found: `2.0 * 3.0`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x) + \"1\")) }",
        "5:40",
        "this is not a value\nexpected: a name, a call or a number\n   found: `\"1\"`",
    ),
    (
        "fn forward(x) { let (a, b) = conv1(x); head(flatten(a + b)) }",
        "5:29",
        "`conv1` is `Conv2d`, which gives one value\nexpected: `let a = conv1(x);`\n   found: 2 names",
    ),
    (
        "fn forward(x) { let a = split(conv1(x)); head(flatten(a)) }",
        "5:24",
        "`split` makes several values\nexpected: `let (a, b) = split(x, axis = 0);`\n   found: `split(conv1(x))`",
    ),
    (
        "fn forward(x) { let (a, b, c) = split(conv1(x)); head(flatten(a + b + c)) }",
        "5:32",
        "`split` makes 3 equal parts, but the axis of `conv1(x)` has 2\nexpected: a multiple of 3\n   found: 2",
    ),
    (
        "fn forward(x) { let (a b) = split(conv1(x)); head(flatten(concat(a, b))) }",
        "5:23",
        "names are separated by `,`\nexpected: `,` or `)`\n   found: `b`",
    ),
    (
        "fn forward(x) { let h = conv1(x); head(flatten(x)) }",
        "5:20",
        "the value `h` is never used\nexpected: `h` in what follows\n   found: no use of it\nhelp: drop it, or call it `_h`",
    ),
    (
        "fn forward(x) { flatten(conv1(x)) }",
        "4:0",
        "the layer `head` is never used\nexpected: `head(…)` in `forward`\n   found: no call of it\nhelp: drop it",
    ),
    (
        "fn forward(x) { head(conv1(x)) }",
        "4:6",
        "`head` takes a vector or a matrix, but `conv1` provides an image [2, 4, 4]\nexpected: [features] or [rows, columns]\n   found: [2, 4, 4]\nshapes up to here:\n  line   2  input          [2, 4, 4]\n  line   5  conv1  Conv2d  [2, 4, 4]\nhelp: write `head(flatten(conv1(x)))`, which makes it [32]",
    ),
    (
        "fn forward(x) { let h = conv1(x); head(flatten(h + transpose(h) + slice(h, 0..1))) }",
        "5:47",
        "`+` needs two equal shapes, but `h + transpose(h)` is [2, 4, 4] and `slice(h, 0..1)` is [1, 4, 4]\nexpected: [2, 4, 4]\n   found: [1, 4, 4]\nhelp: write `(h + transpose(h)) + expand(slice(h, 0..1), [2, 4, 4])`",
    ),
    (
        "fn forward(x) { head(flatten(concat(x))) }",
        "5:29",
        "`concat` lacks a value\nexpected: `concat(a, b, axis = 0)`\n   found: `concat(x)`",
    ),
    (
        "fn forward(x) { head(flatten(concat(x, x, dim = 0))) }",
        "5:29",
        "`dim` has no equal: axis 0 is the batch, and no axis of a value\nexpected: `concat(a, b, axis = 0)`\n   found: `concat(x, x, dim = 0)`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(concat(x, axis = 0)))) }",
        "5:35",
        "`concat` lacks a value\nexpected: `concat(a, b, axis = 0)`\n   found: `concat(x, axis = 0)`",
    ),
    (
        "fn forward(x) { head(flatten(slice(conv1(x), 0..9, axis = 1))) }",
        "5:45",
        "`slice` takes 0..9 of an axis of size 4\nexpected: a range within 0..4\n   found: 0..9\nhelp: write `0..4`",
    ),
    (
        "fn forward(x) { head(flatten(slice(conv1(x), 2..1, axis = 1))) }",
        "5:45",
        "`slice` takes 2..1 of an axis of size 4, which is nothing\nexpected: a range within 0..4\n   found: 2..1",
    ),
    (
        "fn forward(x) { head(reshape(conv1(x), [5, 7])) }",
        "5:39",
        "`reshape` keeps every element, but `conv1(x)` has 32 and the new shape 35\nexpected: 32\n   found: 35 ([5, 7])",
    ),
    (
        "fn forward(x) { head(reshape(conv1(x), [1, 2, 1, 1, 2, 2, 4])) }",
        "5:39",
        "the shape of `reshape` has 7 sizes\nexpected: 1 to 6\n   found: `[1, 2, 1, 1, 2, 2, 4]`",
    ),
    (
        "fn forward(x) { head(flatten(permute(conv1(x), [0, 0, 1]))) }",
        "5:47",
        "`permute` names each axis once, but `conv1(x)` has 3\nexpected: 0 to 2 in some order\n   found: [0, 0, 1]",
    ),
    (
        "fn forward(x) { head(flatten(permute(conv1(x), [0, 1]))) }",
        "5:47",
        "`permute` names each axis once, but `conv1(x)` has 3\nexpected: 0 to 2 in some order\n   found: [0, 1]",
    ),
    (
        "fn forward(x) { head(flatten(mean(conv1(x), axis = 3))) }",
        "5:51",
        "`mean` works along axis 3, but `conv1` provides [2, 4, 4]\nexpected: 0 to 2\n   found: 3\nshapes up to here:\n  line   2  input          [2, 4, 4]\n  line   5  conv1  Conv2d  [2, 4, 4]",
    ),
    (
        "fn forward(x) { head(flatten(expand(conv1(x), [4, 4, 4]))) }",
        "5:46",
        "`expand` repeats axes of size 1, but `conv1(x)` is [2, 4, 4]\nexpected: [2, 4, 4]\n   found: [4, 4, 4]",
    ),
    (
        "fn forward(x) { head(flatten(matmul(conv1(x), head(flatten(x))))) }",
        "5:29",
        "`matmul` takes a matrix or a stack of matrices, but one of its values is a vector\nexpected: [rows, columns] or [matrices, rows, columns]\n   found: [features]\nshapes up to here:\n  line   2  input          [2, 4, 4]\n  line   5  conv1  Conv2d  [2, 4, 4]",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x))), x }",
        "5:39",
        "several outputs stand in parentheses\nexpected: `(head(flatten(conv1(x))), …)`\n   found: `head(flatten(conv1(x))), …`",
    ),
    (
        "fn forward(x) { (head(flatten(conv1(x))) x) }",
        "5:41",
        "parentheses hold one value\nexpected: `)`\n   found: `x`",
    ),
    (
        "fn forward(x) { let H = conv1(x); head(flatten(H)) }",
        "5:20",
        "a value's name is in snake_case\nexpected: `h`\n   found: `H`",
    ),
    (
        "fn forward(x) { let __nn_h = conv1(x); head(flatten(__nn_h)) }",
        "5:20",
        "names that begin with `__nn` belong to the macro\nexpected: another name\n   found: `__nn_h`\nhelp: write `h`",
    ),
    (
        "fn forward(x) { HALF }",
        "5:16",
        "a number alone is not a value of a network\nexpected: a value\n   found: `HALF`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(, x))) }",
        "5:35",
        "an argument is missing\nexpected: a value or an option before `,`\n   found: nothing",
    ),
    (
        "fn forward(x) { head(flatten(nn::conv1(x))) }",
        "5:29",
        "layers are called by their names\nexpected: `conv1(x)`\n   found: `nn::conv1(x)`\nhelp: write `conv1(x)`",
    ),
    (
        "fn forward(x) { head(flatten(relu!(conv1(x)))) }",
        "5:33",
        "a body calls layers and functions by one word\nexpected: `relu(…)`\n   found: `relu!`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(&x))) }",
        "5:35",
        "values are passed without `&`\nexpected: `x`\n   found: `&`",
    ),
    (
        "fn forward(x) { |x| head(flatten(conv1(x))) }",
        "5:16",
        "this is not a value\nexpected: a name, a call or a number\n   found: `|`",
    ),
    (
        "fn forward(x) { }",
        "5:3",
        "`forward` gives nothing\nexpected: an output as its last line\n   found: no output",
    ),
    (
        "fn forward(x) { head(flatten(dropout(conv1(x), 1.5))) }",
        "5:47",
        "`p` of `dropout` is out of range: it is the probability of a zero\nexpected: a number from 0 to below 1\n   found: `1.5`",
    ),
    (
        "fn forward(x) { head(flatten(max_pool2d(conv1(x)))) }",
        "5:29",
        "`max_pool2d` has no window\nexpected: `max_pool2d(x, 2, stride = 2, padding = 0, dilation = 1)`\n   found: `max_pool2d(conv1(x))`\nhelp: write `max_pool2d(conv1(x), 2)`",
    ),
    (
        "fn forward(x) { head(flatten(softmax(conv1(x), axis: 0))) }",
        "5:51",
        "an option is given with `=`\nexpected: `axis = 0`\n   found: `axis: 0`",
    ),
    (
        "fn forward(x) { head(flatten(mean(conv1(x), keep = 3))) }",
        "5:51",
        "`keep` of `mean` is a switch\nexpected: `true` or `false`\n   found: `3`",
    ),
    (
        "fn forward(x) { head(flatten(conv2d(x, 3))) }",
        "5:29",
        "`conv2d` has tensors, so it is a layer and no function\nexpected: `name: Conv2d(…);`, and `name(…)` in `forward`\n   found: `conv2d(x, 3)`",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x) - )) }",
        "5:38",
        "this is not a value\nexpected: a name, a call or a number\n   found: the end",
    ),
    (
        "fn forward(x) { head(flatten(conv1(x) x)) }",
        "5:38",
        "arguments are separated by `,`\nexpected: `,` or `)`\n   found: `x`",
    ),
    (
        "fn forward(x) { head(flatten((conv1(x), x))) }",
        "5:38",
        "parentheses hold one value\nexpected: `)`\n   found: `,`",
    ),
];

/// `line:column` and text of each error.
fn errors(text: &str) -> Vec<(String, String)> {
    match nncompiler::front(text.parse().expect("tokens")) {
        Front::Good(_) => Vec::new(),
        Front::Bad { errors, .. } => errors
            .iter()
            .map(|e| {
                let at = e.span().start();
                (format!("{}:{}", at.line, at.column), e.to_string())
            })
            .collect(),
    }
}

#[test]
fn each_mistake_in_a_body_is_one_error() {
    for (body, at, message) in MISTAKES.iter().chain(elementwise::MISTAKES) {
        let found = errors(&format!("{HEAD}{body}"));
        assert_eq!(found, [((*at).to_owned(), (*message).to_owned())], "{body}");
    }
}

/// The first lines of the errors.
fn headlines(text: &str) -> Vec<String> {
    let first = |e: (String, String)| e.1.lines().next().unwrap_or_default().to_owned();
    errors(text).into_iter().map(first).collect()
}

#[test]
fn mistakes_around_a_body_are_one_error() {
    let networks = [
        // a body without an input
        ("pub struct N; a: Linear(3); fn forward(x) { a(x) + y }", "`N` has no input"),
        // an input that cannot be read, and one that can
        (
            "pub struct N; input x: 3.5; input y: [3]; a: Linear(3 -> 3); fn forward(x, y) { a(x) + y }",
            "the sizes of the input stand in brackets",
        ),
        // a layer that cannot be read, used three times
        ("pub struct N; input: [3]; a Linear 3; fn forward(x) { a(a(a(x))) }", "`a` has no kind"),
        // two inputs and no body; the loss names an output
        (
            "pub struct N; input x: [3]; input y: [4]; a: Linear(3 -> 2); b: Linear(2 -> 2); loss: L1(b);",
            "layers in a chain have one input",
        ),
        // one mistake in a layer that is used twice
        (
            "pub struct N; input: [3]; a: Linear(3 -> 0); fn forward(x) { a(x) + a(x * 2) }",
            "the output size of `a` is zero",
        ),
        // integers where numbers are taken
        (
            "pub struct N; input: [3] in 0..5; e: Embedding(5 -> 2); a: Linear(2 -> 2); fn forward(t) { transpose(a(t)) }",
            "`a` takes real numbers, but `t` holds integers",
        ),
        (
            "pub struct N; input: [3] in 0..5; e: Embedding(5 -> 2); fn forward(t) { (e(t), t) }",
            "outputs are real numbers, but `t` holds integers",
        ),
        // the loss of an output that could not be made out
        (
            "pub struct N; input: [3]; a: Linear(3 -> 2); loss: L1(h); fn forward(x) { let h = a(z); h }",
            "there is no value `z` here",
        ),
        // a kind with its numbers in angle brackets is not a network
        (
            "pub struct N; input: [3]; a: Linear<3, 2>; fn forward(x) { a(x) }",
            "`Linear<3, 2>` is `Linear` here, and the sizes of `a` are joined by `->`",
        ),
    ];
    for (text, message) in networks {
        assert_eq!(headlines(text), [message], "{text}");
    }
}

#[test]
fn a_loss_of_a_matrix_is_told_what_a_body_can_write() {
    let text = "pub struct N;\ninput: [2, 3];\na: Linear(3 -> 4);\nloss: CrossEntropy;\nfn forward(x) { a(x) }";
    let message = "`CrossEntropy` takes a vector of logits, one a class, but `a` provides [2, 4]\nexpected: [classes]\n   found: [2, 4]\nhelp: put `flatten(…)` around the output, or declare another loss";
    assert_eq!(errors(text), [("4:6".to_owned(), message.to_owned())]);
}
