//! What could overflow a stack, or take long to read, is refused with a message; what lies below compiles. And any
//! constant expression is a size, whatever features of the parser other crates switch on.

use nncompiler::Front;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

fn errors(tokens: TokenStream) -> Vec<String> {
    match nncompiler::front(tokens) {
        Front::Good(_) => Vec::new(),
        Front::Bad { errors, .. } => errors.iter().map(ToString::to_string).collect(),
    }
}

fn parse(text: &str) -> TokenStream {
    text.parse().expect("tokens")
}

fn network(items: &str) -> TokenStream {
    parse(&format!("pub struct Net; input: [4]; a: Linear(4); {items}"))
}

/// `Net` with something in it that stands for `$`, nested `n` deep.
fn nested(item: &str, open: &str, inner: &str, close: &str, n: usize) -> TokenStream {
    network(&item.replace('$', &format!("{}{inner}{}", open.repeat(n), close.repeat(n))))
}

const DEEP: &str = "this is nested too deep\nexpected: at most 128 brackets and operators within one another\n   found: more\nhelp: give a part of it a name";

/// Where, opened, innermost, closed.
const NESTED: [(&str, &str, &str, &str); 17] = [
    ("b: Linear($ -> 3);", "(", "4", ")"),
    ("b: Linear($);", "-", "4", ""),
    ("b: Linear($);", "!", "4", ""),
    ("b: Linear($);", "", "4", " + 0"),
    ("b: Linear($);", "", "4", " * 1"),
    ("b: Linear($);", "(", "4", " + 0)"),
    ("b: Linear($);", "f(", "4", ")"),
    ("b: Linear($);", "{", "4", "}"),
    ("b: Linear($);", "if A {", "4", "} else { 4 }"),
    ("b: $;", "A<", "A", ">"),
    ("b: $;", "A<B, ", "A", ">"),
    ("b: [A<$>; 2];", "[", "A", "; 2]"),
    ("const C: $ = 3;", "& ", "u8", ""),
    ("fn forward(x) { $ }", "relu(", "x", ")"),
    ("fn forward(x) { $ }", "(", "x", ")"),
    ("fn forward(x) { $ }", "", "a(x)", " + x"),
    ("fn forward(x) { $ }", "-", "a(x)", ""),
];

#[test]
fn what_is_nested_too_deep_is_one_error() {
    for (item, open, inner, close) in NESTED {
        for n in [129, 3000] {
            let found = errors(nested(item, open, inner, close, n));
            assert_eq!(found, [DEEP], "{item} with {n} times {open}…{close}");
        }
    }
    for n in [129, 100_000] {
        let mut tokens = parse("4");
        for _ in 0..n {
            tokens = TokenTree::from(Group::new(Delimiter::None, tokens)).into();
        }
        let deep = network("b: Linear").into_iter();
        let group = TokenTree::from(Group::new(Delimiter::Parenthesis, tokens));
        assert_eq!(errors(deep.chain([group]).chain(parse(";")).collect()), [DEEP]);
    }
}

/// On a stack as large as the one of rustc's threads: that of a test is a quarter of it.
#[test]
fn what_is_nested_less_deep_compiles() {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(nested_less_deep);
    thread.expect("a thread").join().expect("it compiles");
}

fn nested_less_deep() {
    for (item, open, inner, close) in NESTED {
        let found = errors(nested(item, open, inner, close, 60));
        assert!(
            !found.contains(&DEEP.to_owned()),
            "{item} with 60 times {open}…{close}: {found:?}"
        );
    }
    for n in [1, 124] {
        assert_eq!(errors(nested("b: Linear($ -> 3);", "(", "4", ")", n)), [""; 0]);
        assert_eq!(errors(nested("b: Linear($ -> 3);", "", "4", " + 0", n)), [""; 0]);
        assert_eq!(errors(nested("b: $;", "A<", "A", ">", n)), [""; 0]);
        assert_eq!(errors(nested("fn forward(x) { a($) }", "relu(", "x", ")", n - 1)), [""; 0]);
        assert_eq!(errors(nested("fn forward(x) { $ }", "", "a(x)", " + x", n)), [""; 0]);
    }
}

#[test]
fn depth_is_counted_anew_in_each_item_and_argument() {
    let many = |one: &str| one.repeat(300);
    assert_eq!(
        errors(network(
            &(0..300).map(|i| format!("b{i}: Linear(4 + 0 -> 2 * 2);")).collect::<String>()
        )),
        [""; 0]
    );
    let body = format!("fn forward(x) {{ {} a(h) }}", many("let h = a(x) + x - x;"));
    let found = errors(network(&body));
    assert!(!found.contains(&DEEP.to_owned()), "{found:?}");
    let concat = format!("fn forward(x) {{ a(x); concat({}) }}", many("x * 2.0,"));
    assert!(!errors(network(&concat)).contains(&DEEP.to_owned()));
}

/// The type is there all the same, so that no use of it is an error, too.
#[test]
fn a_network_that_is_refused_has_its_type() {
    let rust = nncompiler::compile(nested("b: Linear($);", "(", "4", ")", 3000)).to_string();
    assert!(
        rust.contains("pub type Net =") && rust.matches("compile_error").count() == 1,
        "{rust}"
    );
}

#[test]
fn numbers_and_names_that_are_too_long_are_one_error() {
    let digits = "1".repeat(100_000);
    let long = "this number is too long\nexpected: at most 256 characters\n   found: 100000, `1111111111111111…`";
    for item in [
        "b: Linear($);",
        "b: Dropout(0.5, p = $);",
        "const N: usize = $;",
        "memory <= $ KiB;",
        "b: Linear({ $ });",
    ] {
        assert_eq!(errors(network(&item.replace('$', &digits))), [long], "{item}");
    }
    let name = "a".repeat(100_000);
    let long = "this name is too long\nexpected: at most 256 characters\n   found: 100000, `aaaaaaaaaaaaaaaa…`";
    for item in [
        "$: Relu;",
        "b: $;",
        "b: Linear($);",
        "fn forward(x) { $(x) }",
        "train: $;",
        "#[$] b: Relu;",
    ] {
        assert_eq!(errors(network(&item.replace('$', &name))), [long], "{item}");
    }
    // Text may be long.
    assert_eq!(errors(network(&format!("/// {name}\nb: Relu;"))), [""; 0]);
    let all = format!("b: Linear(0b{});", "0_".repeat(60) + "100");
    assert_eq!(errors(network(&all)), [""; 0]);
}

/// Sizes that are for rustc alone, as they stand.
const SIZES: [&str; 34] = [
    "if WIDE { 8 } else { 4 }",
    "if WIDE { 8 } else if let Some(n) = N && n > 3 { n } else { 4 } * 2",
    "match KIND { Kind::A => 1, Kind::B { n, .. } if n > 2 => { n } _ => 3 }",
    "match { 3 } { n => n }",
    "{ 4 }",
    "{ let n = 3; n + 1 }",
    "const { 4 + 4 }",
    "unsafe { F }",
    "loop { break 4 }",
    "'a: { break 'a 4 }",
    "{ 4 } + 1",
    "2 * if WIDE { 1 } else { 2 } + 3",
    "N as usize",
    "N as u8 as usize * 2",
    "-1_i32 as usize",
    "!0 & 7",
    "1 | 2 ^ 3",
    "(A < B) as usize",
    "(A == B && C != D || E >= F) as usize",
    "core::mem::size_of::<[u8; { 3 + 1 }]>()",
    "max(3, { 4 })",
    "Config::<{ 3 }, u8>::N",
    "<Net2 as Network>::PARAMETER_LEN",
    "<[u8; 4]>::LEN",
    "[1, 2, 3].len()",
    "[0; 7].len()",
    "TABLE[2]",
    "(3, 4).0",
    "PAIR.0.1",
    "CONFIG.width.max(3)",
    "\"text\".len()",
    "count!(a b c)",
    "Size { n: 3 }.n",
    "*&N",
];

#[test]
fn any_constant_expression_is_a_size() {
    for size in SIZES {
        for item in [
            "b: Linear($);",
            "b: Linear(4 -> $);",
            "b: Linear($ -> 3, bias = false);",
            "const N2: usize = $; b: Linear(N2);",
            "memory <= $ KiB;",
            "memory <= 1 MiB for $;",
            "fn forward(x) { reshape(a(x), [$, 2]) }",
            "fn forward(x) { slice(a(x), ..$, axis = 0) }",
        ] {
            let text = item.replace('$', size);
            assert_eq!(errors(network(&text)), [""; 0], "{text}");
        }
        let text = format!("struct N; input: [{size}, 3]; a: Linear(3 -> {size});");
        assert_eq!(errors(parse(&text)), [""; 0], "{text}");
        let text = format!("struct N; input: [3] in 0..{size}; a: Embedding({size} -> 3);");
        assert_eq!(errors(parse(&text)), [""; 0], "{text}");
    }
}

/// rustc is handed the tokens of the user, those that begin with a block in parentheses: a statement would end.
#[test]
fn what_the_macro_cannot_evaluate_reaches_rustc_as_it_is() {
    for size in SIZES.into_iter().chain(["{ 4 } & 1", "if A { 1 } else { 2 } << 3"]) {
        let rust = nncompiler::compile(network(&format!("b: Linear({size});")));
        let plain = |tokens: TokenStream| tokens.to_string().replace([' ', '\n'], "");
        let (rust, tokens) = (plain(rust), parse(size));
        let is_block = match tokens.clone().into_iter().next() {
            Some(TokenTree::Group(g)) => g.delimiter() == Delimiter::Brace,
            Some(TokenTree::Ident(word)) => {
                ["if", "match", "const", "unsafe", "loop"].iter().any(|w| word == w)
            }
            _ => false,
        };
        let written = plain(tokens.clone());
        let count = tokens.into_iter().count();
        let is_sum = size.contains(" + ") || size.contains(" * ");
        if is_block && count > 1 && !is_sum {
            assert!(rust.contains(&format!("{{({written})}}")), "{size}\n{rust}");
            assert!(!rust.contains(&format!("{{{written}}}")), "{size}\n{rust}");
        } else if !is_sum {
            assert!(rust.contains(&written), "{size}\n{rust}");
        }
    }
}

/// syn reads more of Rust when any crate of the build asks for its feature `full`: nothing here may ask it to.
#[test]
fn what_is_accepted_does_not_depend_on_features_of_syn() {
    let mut files = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut read = 0;
    while let Some(path) = files.pop() {
        // Guesses at what others write: an error is told in any case.
        if path.ends_with("foreign") {
            continue;
        }
        if path.is_dir() {
            files.extend(
                std::fs::read_dir(path).expect("a folder").map(|e| e.expect("an entry").path()),
            );
            continue;
        }
        read += 1;
        let text = std::fs::read_to_string(&path).expect("a text").replace([' ', '\n'], "");
        for word in [
            "Expr::parse",
            "parse2::<Expr>",
            "parse::<Expr>",
            "parse_str::<Expr>",
            "Type::parse",
            "Path::parse)",
            "parse::<Path>",
            "parse2::<Path>",
            "Block::parse",
            "Stmt::parse",
        ] {
            assert!(!text.contains(word), "`{word}` in {}", path.display());
        }
    }
    assert!(read > 50);
}

#[test]
fn what_is_no_expression_is_one_error_all_the_same() {
    for size in [
        "3 4",
        "3 +",
        "+ 3",
        "(3 4)",
        "if A",
        "if A { 3 }, 4",
        "match A",
        "const",
        "f(3 4)",
        "A::<3",
        "3 as",
        "#",
        "|x| x",
        "return 3",
        "let",
        "A.",
        "a::",
        "{ 3 } { 4 }",
    ] {
        let found = errors(network(&format!("b: Linear({size});")));
        assert!(!found.is_empty() && found.len() <= 2, "{size}: {found:?}");
    }
}

#[test]
fn raw_names_with_remarks_are_names() {
    let remark = "input: [1, 9, 7]; r#struct: AvgPool2d(2); r#type: Flatten; self: Linear(5);";
    for name in ["D", "r#struct", "r#fn"] {
        let rust = nncompiler::compile(parse(&format!("pub struct {name}; {remark}"))).to_string();
        assert!(rust.contains("mod r#struct") && !rust.contains("compile_error"), "{rust}");
    }
    let rust = nncompiler::compile(network("r#type: Block; r#loop: [Block; 2];")).to_string();
    assert!(rust.contains("pub r#type :") && rust.contains("loop_0"), "{rust}");
}

#[test]
fn an_empty_visibility_ahead_of_anything_is_nothing() {
    let empty = || TokenTree::from(Group::new(Delimiter::None, TokenStream::new()));
    let ahead = parse("pub struct N; input:").into_iter();
    let sizes = parse("(u8); c: Linear(5);").into_iter();
    let found = errors(ahead.chain([empty()]).chain(sizes).collect());
    assert_eq!(found.len(), 1, "{found:?}");
    let tokens: Vec<TokenTree> = network("b: Relu; loss: L1;").into_iter().collect();
    for i in 0..=tokens.len() {
        let (ahead, behind) = tokens.split_at(i);
        let all = ahead.iter().cloned().chain([empty()]).chain(behind.iter().cloned());
        assert_eq!(errors(all.collect()), [""; 0]);
    }
}
