//! Messages of the compiler where one mistake could look like several, or like another.

use nncompiler::Front;

/// `line:column message`, each error; lines from 1, columns from 0.
fn errors(text: &str) -> Vec<String> {
    match nncompiler::front(text.parse().expect("tokens")) {
        Front::Good(_) => Vec::new(),
        Front::Bad { errors, .. } => errors
            .iter()
            .map(|e| {
                let at = e.span().start();
                format!("{}:{} {e}", at.line, at.column)
            })
            .collect(),
    }
}

#[test]
fn what_is_missing_at_the_end_is_reported_there() {
    let found = errors("pub struct N;\ninput: [3];\na: Linear(2)");
    assert_eq!(found, ["3:11 `a` ends without `;`\nexpected: `;`\n   found: the end"]);
    let found = errors("pub struct N;\ninput: [3];\na:");
    let message =
        "3:0 `a` has no kind\nexpected: `a: Kind(…);`, such as `a: Relu;`\n   found: `a:`";
    assert_eq!(found, [message]);
}

#[test]
fn behind_an_item_that_cannot_be_read_no_shape_is_doubted() {
    let found = errors("pub struct N;\ninput: [3]\na: Linear(3 -> 4);\nb: Linear(4 -> 2);");
    assert_eq!(found, ["2:9 `input` ends without `;`\nexpected: `;`\n   found: `a`"]);
    let found = errors("pub struct N;\ninput: [3];\na Linear(3 -> 4);\nb: Linear(4 -> 2);");
    assert_eq!(found.len(), 1, "{found:?}");
    // What is wrong by itself is reported all the same.
    let found = errors("pub struct N;\ninput: [3];\na Linear(4);\nb: Liner(2);");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_constant_without_const_is_no_layer() {
    let found = errors("pub struct N;\nHIDDEN: usize = 4;\ninput: [3];\na: Linear(HIDDEN);");
    let expected =
        "2:0 a constant begins with `const`\nexpected: `const HIDDEN: usize = 4;`\n   found: `HIDDEN: usize`".to_owned();
    assert_eq!(found, [expected]);
}

#[test]
fn names_in_capitals_are_suggested_in_one_word() {
    let found = errors("pub struct N;\ninput: [3];\nFC: Relu;\nmyLayer: Relu;\nMyReLU: Relu;");
    let expected: Vec<&str> = found.iter().filter_map(|m| m.lines().nth(1)).collect();
    assert_eq!(expected, ["expected: `fc`", "expected: `my_layer`", "expected: `my_re_lu`"]);
}

#[test]
fn a_layer_called_loss_is_one_mistake() {
    let text =
        "pub struct N;\ninput: [3];\na: Linear(4);\nloss: Relu;\nb: Linear(4 -> 2);\nloss: L1;";
    let message = "4:0 `loss` is a word of the language\nexpected: a name for a layer\n   found: `loss`\nhelp: write `loss1`";
    assert_eq!(errors(text), [message]);
    let text = "pub struct N;\ninput: [3];\na: Linear(4);\nloss: L1;\nloss: L1;";
    assert_eq!(
        errors(text),
        [
            "4:0 `loss` is declared twice\nexpected: one loss, as the last item\n   found: another after this one"
        ]
    );
    let text = "pub struct N;\ninput: [3];\na: Linear(4);\nloss: L1;\nb: Relu;\nc: Relu;";
    assert_eq!(
        errors(text),
        ["5:0 `b` stands after `loss`\nexpected: `loss` as the last item\n   found: `b` after it"]
    );
}

#[test]
fn options_of_another_kind_are_one_mistake() {
    let found = errors("pub struct N;\ninput: [3];\na: Linear(2, kernel = 3, padding = 1);");
    let message = "3:13 `Linear` has no options `kernel` and `padding`\nexpected: `bias`\n   found: `kernel` and `padding`";
    assert_eq!(found, [message]);
    let found = errors("pub struct N;\ninput: [3];\na: Linear(2, bais = true);");
    assert_eq!(
        found,
        [
            "3:13 `Linear` has no option `bais`\nexpected: `bias`\n   found: `bais`\nhelp: write `bias = true`"
        ]
    );
}

#[test]
fn the_macro_must_know_how_many_axes_a_norm_has() {
    let found = errors("pub struct N;\ninput: [3, 4];\na: LayerNorm(axes = Config::AXES);");
    assert_eq!(
        found,
        [
            "3:20 `axes` of `a` decides the shape of its weight, so the macro must know it\nexpected: a number, or a constant of the network\n   found: `Config::AXES`"
        ]
    );
    let known = "pub struct N; const AXES: usize = 1; input: [3, 4]; a: LayerNorm(axes = AXES);";
    assert!(errors(known).is_empty());
    // Sizes may be unknown all the same.
    let sizes = "pub struct N; input: [A, B]; a: LayerNorm(axes = 1); s: Softmax(axis = C);";
    assert!(errors(sizes).is_empty());
}

#[test]
fn sizes_that_overflow_are_reported() {
    for layer in [
        "Conv2d(2 -> 3, kernel = 3, dilation = 9223372036854775807)",
        "Conv2d(2 -> 3, kernel = 3, padding = 18446744073709551614)",
        "MaxPool2d(3, dilation = 9223372036854775807)",
    ] {
        let found = errors(&format!("pub struct N;\ninput: [2, 4, 4];\na: {layer};"));
        assert_eq!(found.len(), 1, "{layer}: {found:?}");
    }
}

#[test]
fn a_pool_whose_window_misses_the_image_is_reported() {
    // A window of two rows, 4 apart, around an image of three rows.
    for padding in ["1", "(1, 1, 0, 0)", "same"] {
        let text = format!(
            "pub struct N;\ninput: [1, 3, 3];\na: MaxPool2d(2, stride = 1, dilation = 4, padding = {padding});"
        );
        let found = errors(&text);
        assert_eq!(found.len(), 1, "{padding}: {found:?}");
    }
    let text = "pub struct N;\ninput: [1, 3, 3];\na: MaxPool2d(3, stride = 1, dilation = 2, padding = same);";
    assert!(errors(text).is_empty());
}
