//! Fragments of `macro_rules!` arrive in invisible groups: whatever they hold, and wherever they stand, the macro
//! and rustc read the same tree, that with parentheses in their place.

mod common;

use std::collections::BTreeSet;

use common::in_parallel;
use common::mutate::fragments;
use common::valid::NETWORKS;
use nncompiler::Front;
use nncompiler::ops::loss::LOSSES;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Beside the common networks: the words and options that those have not.
const MORE: [&str; 9] = [
    "struct A; input: [2, 8, 8]; a: Conv2d(2 -> 4, kernel = 3, stride = 1, padding = (1, 2, 3, 4), dilation = 1, groups = 2);
     b: AvgPool2d(kernel = 2, stride = 2, padding = 1); c: Upsample2d(scale = (2, 3));
     d: MaxPool2d(kernel = (2, 1), dilation = (1, 2)); e: BatchNorm2d(4, eps = 1e-4, momentum = 0.25);",
    "struct B; input: [4, 6]; a: Linear(6 -> 3, bias = true); b: LayerNorm(axes = 2, eps = 0.5);
     c: LeakyRelu(slope = 0.25); d: Elu(alpha = 2.0); e: Dropout(p = 0.25); f: LogSoftmax(axis = 0);
     g: Flatten; loss: CrossEntropy(label_smoothing = 0.25, ignore_index = 3);",
    "struct C; input: [4]; a: BatchNorm1d(4, eps = 0.5, momentum = 0.25); b: Linear(4 -> 6);
     loss: 0.5 * Huber(y, delta = 0.5) + L1(z) + 2.0 * MeanSquaredError(w);
     fn forward(x) { let y = b(a(x)); let z = elu(y * 3.0, alpha = 0.5); let w = 1.5 - z / 4.0; (y, z, w) }",
    "struct D; input: [2, 6, 4]; a: Conv2d(2 -> 3, kernel = 1); loss: BinaryCrossEntropyWithLogits;
     fn forward(x) { let h = a(x); let m = max_pool2d(h, kernel = 2, stride = 1, padding = 1, dilation = 1);
     let p = avg_pool2d(h, kernel = 2, stride = 1, padding = 1, count_include_pad = true);
     let d = dropout(leaky_relu(m + p, slope = 0.5), p = 0.25);
     let s = softmax(d, axis = 1) + log_softmax(d, axis = 2);
     let e = expand(mean(s, axes = (1, 2), keep = true), [3, 7, 5]);
     let m = max(e, axes = 1, keep = true); let n = global_avg_pool2d(max(e, axis = 2, keep = true));
     let q = upsample2d(m, scale = 1) + sum(e, axis = 1, keep = true) + expand(n, shape = (3, 1, 5));
     let r = reshape(q, shape = (3, 5)); let t = matmul(r, r, transpose_b = true);
     let v = matmul(t, r, transpose_a = true);
     let u = transpose(permute(slice(v, 1..3, axis = 0), axes = (1, 0)));
     sum(sigmoid(u), axes = 0) + mean(softplus(tanh(silu(hard_swish(u)))), axis = 0) }",
    "struct E; input ids: [3] in 0..9; input x: [3, 4]; e: Embedding(9 -> 4); t: Tanh; g: Gelu(approximate = tanh);
     fn forward(ids, x) { let c = concat(e(ids), x, axis = 1); let (a, b) = split(c, axis = 1);
     gelu(t(a), approximate = tanh) - g(b) }",
    "struct F; input: [2, 16];
     a: Conv1d(2 -> 4, kernel = 3, stride = 1, padding = (1, 2), dilation = 1, groups = 2, bias = false);
     b: MaxPool1d(kernel = 2, stride = 2, padding = 1, dilation = 1);
     c: AvgPool1d(kernel = 2, stride = 1, padding = 1, count_include_pad = false);
     fn forward(x) { let y = c(b(a(x)));
     let z = max_pool1d(y, kernel = 2, stride = 1, padding = 1, dilation = 1);
     avg_pool1d(z, kernel = 2, stride = 1, padding = 1, count_include_pad = true) }",
    "struct G; input: [4, 6, 6]; t: ConvTranspose2d(4 -> 4, kernel = 3, stride = 1, padding = 1, output_padding = 0, dilation = 1, groups = 2, bias = true); a: GroupNorm(2, eps = 0.5, affine = true); b: InstanceNorm2d(eps = 0.5, affine = true);
     c: PRelu(4); d: RmsNorm(axes = 2, eps = 0.5); h: AdaptiveAvgPool2d(output_size = 6); e: Pad2d(padding = (1, 2), mode = reflect); f: PixelShuffle(2); g: Glu(axis = 2);
     fn forward(x) { let y = g(f(e(adaptive_avg_pool2d(h(d(c(b(a(t(x)))))), output_size = (6, 6)))));
     glu(pad2d(pixel_shuffle(y, 1), padding = 1, mode = replicate), axis = 1) }",
    "struct H; input: [4]; a: Parameter(shape = [4], init = 0.5); b: Parameter(4, init = normal(0.5)); c: Linear(4 -> 4);
     fn forward(x) { let y = c(x); a * y + b - detach(y) + zeros([4]) }",
    "struct H; input: [6]; a: Linear(6 -> 6);
     fn forward(x) { let h = abs(a(x)) + 0.5; let y = ln(h) / sqrt(h) - 2.0 / exp(h);
     pow(h, exponent = -0.7) * clamp(square(y), min = 0.25, max = 0.5) }",
];

fn corpus() -> impl Iterator<Item = &'static str> {
    NETWORKS.into_iter().chain(MORE)
}

fn parse(text: &str) -> TokenStream {
    text.parse().expect("tokens")
}

/// What is emitted, without spaces.
fn compile(tokens: TokenStream) -> String {
    let rust = nncompiler::compile(tokens);
    assert!(!has_fragments(&rust), "an invisible group is emitted: {rust}");
    rust.to_string().replace([' ', '\n'], "")
}

fn assert_equal(found: &str, expected: &str, of: &str) {
    if found != expected {
        let at = found.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| {
            String::from_utf8_lossy(
                &text.as_bytes()[at.saturating_sub(60)..(at + 60).min(text.len())],
            )
            .into_owned()
        };
        panic!("{of}\n found …{}…\nmeant …{}…", around(found), around(expected));
    }
}

fn has_fragments(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|t| match t {
        TokenTree::Group(g) => g.delimiter() == Delimiter::None || has_fragments(&g.stream()),
        _ => false,
    })
}

/// The tokens with `@[…]` in parentheses.
fn parentheses(tokens: TokenStream) -> TokenStream {
    let with = |t| match t {
        TokenTree::Group(g) => {
            let delimiter = match g.delimiter() {
                Delimiter::None => Delimiter::Parenthesis,
                other => other,
            };
            Group::new(delimiter, parentheses(g.stream())).into()
        }
        other => other,
    };
    tokens.into_iter().map(with).collect()
}

/// The tokens, number `at` of which `change` replaces; nothing where there are fewer.
fn replaced(
    tokens: TokenStream,
    at: &mut isize,
    change: &dyn Fn(&TokenTree) -> Option<TokenStream>,
) -> TokenStream {
    let mut out = TokenStream::new();
    for token in tokens {
        *at -= 1;
        let new = if *at == -1 { change(&token) } else { None };
        match (new, token) {
            (Some(new), _) => out.extend(new),
            (None, TokenTree::Group(g)) => {
                let inner = replaced(g.stream(), at, change);
                out.extend([TokenTree::from(Group::new(g.delimiter(), inner))]);
            }
            (None, other) => out.extend([other]),
        }
    }
    out
}

/// The tokens once for each place where `change` has something to say.
fn all_replaced(
    tokens: &TokenStream,
    change: &dyn Fn(&TokenTree) -> Option<TokenStream>,
) -> Vec<TokenStream> {
    let count = replaced_count(tokens);
    let one = |i| {
        let said = std::cell::Cell::new(false);
        let change = |t: &TokenTree| change(t).inspect(|_| said.set(true));
        let new = replaced(tokens.clone(), &mut (i as isize), &change);
        said.get().then_some(new)
    };
    (0..count).filter_map(one).collect()
}

fn replaced_count(tokens: &TokenStream) -> usize {
    let one = |t| match t {
        TokenTree::Group(g) => 1 + replaced_count(&g.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(one).sum()
}

fn fragment(tokens: TokenStream) -> TokenStream {
    TokenTree::from(Group::new(Delimiter::None, tokens)).into()
}

#[test]
fn the_networks_are_valid() {
    for network in corpus() {
        if let Front::Bad { errors, .. } = nncompiler::front(parse(network)) {
            panic!("{network}: {errors:?}");
        }
    }
}

/// `8` as `(2 * $e - 8 - 2)`, with `$e` = `8 + 1`: another number where the group is lost.
#[test]
fn an_expression_in_the_place_of_any_number_is_one_operand() {
    let networks: Vec<&str> = corpus().collect();
    let counts = in_parallel(&networks, |_, network| {
        let number = |t: &TokenTree| {
            let TokenTree::Literal(n) = t else { return None };
            let text = n.to_string();
            if !text.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            let (one, two) = if text.contains(['.', 'e']) { ("1.0", "2.0") } else { ("1", "2") };
            let inner = fragment(parse(&format!("{text} + {one}")));
            let (left, right) = (parse(&format!("{two} *")), parse(&format!("- {text} - {two}")));
            let all = left.into_iter().chain(inner).chain(right).collect();
            Some(TokenTree::from(Group::new(Delimiter::Parenthesis, all)).into())
        };
        let known = |front: Front| match front {
            Front::Good(c) => {
                let rows = c.network.rows();
                Some(
                    rows.iter()
                        .map(|r| format!("{:?} {:?}\n", r.shape, r.cost))
                        .collect::<String>(),
                )
            }
            Front::Bad { .. } => None,
        };
        let original = known(nncompiler::front(parse(network))).expect("a valid network");
        let mut good = 0;
        let all = all_replaced(&parse(network), &number);
        for tokens in &all {
            let in_parentheses = parentheses(tokens.clone());
            let text = in_parentheses.to_string();
            assert_equal(&compile(tokens.clone()), &compile(in_parentheses), &text);
            if let Some(rows) = known(nncompiler::front(tokens.clone())) {
                good += 1;
                assert_equal(&rows, &original, &text);
            }
        }
        (all.len(), good)
    });
    let (all, good) = counts.iter().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    // What stays is `0` of `in 0..9`, which is a word.
    assert!(all > 300 && good + 10 > all, "{good} of {all} compile");
}

/// `$k:path`, `$n:ident`, `$l:literal`, `$t:ty`, `$v:vis`, `$b:block`, `$e:expr`: each token alone.
#[test]
fn a_fragment_of_one_token_is_that_token() {
    let networks: Vec<&str> = corpus().collect();
    let counts = in_parallel(&networks, |n, network| {
        let original = compile(parse(network));
        let one = |t: &TokenTree| match t {
            TokenTree::Punct(_) => None,
            other => Some(fragment(TokenStream::from(other.clone()))),
        };
        let all = all_replaced(&parse(network), &one);
        // A third of them: other tokens in another network.
        for (i, tokens) in all.iter().enumerate().filter(|(i, _)| i % 3 == n % 3) {
            let text = tokens.to_string();
            assert_equal(&compile(tokens.clone()), &original, &text);
            if i % 4 != 0 {
                continue;
            }
            let twice = |t: &TokenTree| match t {
                TokenTree::Group(g) if g.delimiter() == Delimiter::None => {
                    Some(fragment(fragment(g.stream())))
                }
                _ => None,
            };
            let [tokens] = all_replaced(tokens, &twice).try_into().expect("one fragment");
            assert_equal(&compile(tokens), &original, &text);
        }
        all.len()
    });
    assert!(counts.iter().sum::<usize>() > 1000);
}

/// `@[…]` is a fragment; what it means is written with parentheses, or without anything.
#[test]
fn fragments_of_several_tokens_mean_what_they_mean_in_rust() {
    let cases = [
        // bodies
        ("fn forward(x) { a(x) * @[x + x] }", "fn forward(x) { a(x) * (x + x) }"),
        ("fn forward(x) { a(x) - @[x - x] }", "fn forward(x) { a(x) - (x - x) }"),
        ("fn forward(x) { -@[a(x) + x] }", "fn forward(x) { -(a(x) + x) }"),
        ("fn forward(x) { @[a(x) + x] / 2.0 }", "fn forward(x) { (a(x) + x) / 2.0 }"),
        ("fn forward(x) { @[@[a(x) + x] * x] - x }", "fn forward(x) { ((a(x) + x) * x) - x }"),
        ("fn forward(x) { @[@[@[a(x) + x]]] * x }", "fn forward(x) { (a(x) + x) * x }"),
        ("fn forward(x) { a(x) * @[1.0 - 0.25] }", "fn forward(x) { a(x) * (1.0 - 0.25) }"),
        ("fn forward(x) { a(x) - @[-0.5] }", "fn forward(x) { a(x) - (-0.5) }"),
        ("fn forward(x) { relu(@[a(x) + x]) }", "fn forward(x) { relu(a(x) + x) }"),
        ("fn forward(x) { let h = @[a(x) + x]; h }", "fn forward(x) { let h = a(x) + x; h }"),
        ("fn forward(x) { @[let h = a(x)]; @[h + x] }", "fn forward(x) { let h = a(x); h + x }"),
        ("fn forward(x) @[{ a(x) + x }]", "fn forward(x) { a(x) + x }"),
        ("fn forward(x) { @[(a(x), x)] } ", "fn forward(x) { (a(x), x) }"),
        (
            "fn forward(x) { slice(a(x), @[1..3], axis = 0) }",
            "fn forward(x) { slice(a(x), 1..3, axis = 0) }",
        ),
        (
            "fn forward(x) { slice(a(x), @[1 + 0]..@[1 + 2], axis = @[1 - 1]) }",
            "fn forward(x) { slice(a(x), 1 + 0..1 + 2, axis = 1 - 1) }",
        ),
        // kinds, names, types
        ("b: @[Dropout(0.5)];", "b: Dropout(0.5);"),
        ("b: @[parts::Block];", "b: parts::Block;"),
        ("b: @[parts::Block<4, 4>];", "b: parts::Block<4, 4>;"),
        ("b: Custom<@[&'static u8]>;", "b: Custom<(&'static u8)>;"),
        ("b: [@[parts::Block]; @[1 + 1]];", "b: [parts::Block; 1 + 1];"),
        ("@[const N: usize = 3;] b: Linear(N);", "const N: usize = 3; b: Linear(N);"),
        ("@[#[frozen]] b: Linear(3);", "#[frozen] b: Linear(3);"),
        ("#[@[allow(double_softmax)]] loss: L1;", "#[allow(double_softmax)] loss: L1;"),
        ("@[pub(crate)] view F: b; b: Relu;", "pub(crate) view F: b; b: Relu;"),
        ("@[] view F: b; b: Relu;", "view F: b; b: Relu;"),
        // sizes
        ("b: Linear(@[2 + 2] -> @[1 + 2]);", "b: Linear(2 + 2 -> 1 + 2);"),
        ("b: Linear(@[Vec<u8>]::N);", "b: Linear(<Vec<u8>>::N);"),
        ("b: Linear(@[[u8; 4]]::N);", "b: Linear(<[u8; 4]>::N);"),
        ("b: Linear(@[u8]::N);", "b: Linear(u8::N);"),
        ("b: Linear(N as @[usize] < 3);", "b: Linear(N as (usize) < 3);"),
        ("b: Linear(N as @[usize] * 3);", "b: Linear(N as usize * 3);"),
        ("b: Linear(@[N as usize] * 3);", "b: Linear((N as usize) * 3);"),
        ("b: Linear(@[&N].len());", "b: Linear((&N).len());"),
        ("b: Linear(@[f(1)(2).g[0]?.h::<u8>()] * 3);", "b: Linear(f(1)(2).g[0]?.h::<u8>() * 3);"),
        ("b: Linear(@[a!(1)] * 3);", "b: Linear(a!(1) * 3);"),
        ("b: Linear(@[<u8 as A>::N] * 3);", "b: Linear(<u8 as A>::N * 3);"),
        ("b: Linear(@[if A { 1 } else { 2 }] * 3);", "b: Linear((if A { 1 } else { 2 }) * 3);"),
        ("b: Linear({ @[{ 1 }] * 3 });", "b: Linear({ ({ 1 }) * 3 });"),
        ("b: Linear({ @[{ 1 } + 2] });", "b: Linear({ ({ 1 } + 2) });"),
        ("b: Linear(if @[A] @[{ 1 }] else @[{ 2 }]);", "b: Linear(if A { 1 } else { 2 });"),
        ("b: Linear({ let c = @[1 + 2] * 2; c });", "b: Linear({ let c = (1 + 2) * 2; c });"),
        (
            "b: Linear(match A { @[1 | 2] => @[1 + 2], _ => 3 });",
            "b: Linear(match A { 1 | 2 => 1 + 2, _ => 3 });",
        ),
        // options
        ("b: Dropout(1.0 - @[0.25 + 0.25]);", "b: Dropout(1.0 - (0.25 + 0.25));"),
        ("b: Elu(alpha = 2.0 * @[0.5 + 0.25]);", "b: Elu(alpha = 2.0 * (0.5 + 0.25));"),
        ("b: Elu(-@[0.5 + 0.25]);", "b: Elu(-(0.5 + 0.25));"),
        ("b: Linear(3, bias = @[false]);", "b: Linear(3, bias = false);"),
        // losses
        ("b: Linear(3); loss: @[0.5 + 0.25] * L1;", "b: Linear(3); loss: (0.5 + 0.25) * L1;"),
        ("b: Linear(3); loss: @[0.5] * @[L1];", "b: Linear(3); loss: 0.5 * L1;"),
        ("b: Linear(3); loss: @[Huber(delta = 2.0)];", "b: Linear(3); loss: Huber(delta = 2.0);"),
        (
            "fn forward(x) { (a(x), x) } loss: @[L1(a)] + 0.5 * @[L1(x)];",
            "fn forward(x) { (a(x), x) } loss: L1(a) + 0.5 * L1(x);",
        ),
        (
            "fn forward(x) { let b = a(x); (b, x) } loss: 2.0 * @[L1(b) + L1(x)];",
            "fn forward(x) { let b = a(x); (b, x) } loss: 2.0 * L1(b) + 2.0 * L1(x);",
        ),
        // budgets
        ("memory <= @[32 + 32] KiB;", "memory <= (32 + 32) KiB;"),
        ("flash <= 2 * @[32 + 32] KiB;", "flash <= 2 * (32 + 32) KiB;"),
        ("memory <= 64 MiB for 2 * @[3 + 4];", "memory <= 64 MiB for 2 * (3 + 4);"),
        ("memory <= 64 MiB for @[3 + 4];", "memory <= 64 MiB for 3 + 4;"),
    ];
    for (written, meant) in cases {
        let network = |items: &str| format!("struct Net; input: [4]; a: Linear(4); {items}");
        let found = compile(fragments(parse(&network(written))));
        let expected = compile(parse(&network(meant)));
        assert_equal(&found, &expected, written);
    }
}

/// An option of a layer, function or loss that no network above has would not be tried.
#[test]
fn every_option_is_in_a_network() {
    let mut written = BTreeSet::new();
    for network in corpus() {
        options_written(parse(network), &mut written);
    }
    let kinds = nncompiler::ops::kind_names().map(|kind| {
        (kind.to_owned(), format!("struct N; input: [2, 3, 4]; a: {kind}(3, nonsense = 1);"))
    });
    let losses = LOSSES.iter().map(|loss| {
        let text =
            format!("struct N; input: [3]; a: Linear(3); loss: {}(nonsense = 1);", loss.name);
        (loss.name.to_owned(), text)
    });
    let functions = nncompiler::ops::function_names().into_iter().map(|name| {
        let text = format!("struct N; input: [3]; fn forward(x) {{ {name}(x, x, nonsense = 1) }}");
        (name, text)
    });
    let (mut words, mut options, mut missing) = (0, 0, Vec::new());
    for (word, text) in kinds.chain(losses).chain(functions) {
        words += 1;
        assert!(corpus().any(|n| n.contains(&word)), "`{word}` is in no network");
        for option in options_known(&text) {
            options += 1;
            if !written.contains(&(word.clone(), option.clone())) {
                missing.push(format!("`{word}({option} = …)`"));
            }
        }
    }
    assert!(missing.is_empty(), "in no network: {missing:?}");
    assert!(words > 40 && options > 40, "{words} words, {options} options");
}

/// The options that the message about an unknown one names.
fn options_known(text: &str) -> Vec<String> {
    let Front::Bad { errors, .. } = nncompiler::front(parse(text)) else { return Vec::new() };
    let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let Some(message) = all.iter().find(|m| m.contains("has no option `nonsense`")) else {
        return Vec::new();
    };
    let expected = message.lines().find(|l| l.starts_with("expected:")).expect("what is expected");
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn options_written(tokens: TokenStream, out: &mut BTreeSet<(String, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (i, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        options_written(group.stream(), out);
        let Some(TokenTree::Ident(word)) = i.checked_sub(1).map(|i| &tokens[i]) else { continue };
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        for pair in inner.windows(2) {
            if let [TokenTree::Ident(option), TokenTree::Punct(p)] = pair
                && p.as_char() == '='
            {
                out.insert((word.to_string(), option.to_string()));
            }
        }
    }
}
