//! "Every kind, with every option" and "every loss" are true: the compiler says which there are.

use std::fs;

use nncompiler::Front;
use nncompiler::ops::{KINDS, loss::LOSSES};

/// The options of a kind, as the error about one that it does not have lists them.
fn options(kind: &str) -> Vec<String> {
    let network = format!("struct N; input: [3, 8, 8]; layer: {kind}(no_such_option = 1);");
    let Front::Bad { errors, .. } = nncompiler::front(network.parse().expect("tokens")) else {
        panic!("`{kind}` has the option");
    };
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let message = messages.iter().find(|message| message.contains("has no option"));
    let message = message.unwrap_or_else(|| panic!("`{kind}`: {messages:?}"));
    let expected = message.lines().find(|line| line.trim_start().starts_with("expected: "));
    // `a`, `b` or `c`; or: no options.
    expected.expect("a line").split('`').skip(1).step_by(2).map(Into::into).collect()
}

#[test]
fn every_kind_with_every_option_is_in_the_test_that_says_so() {
    let source = fs::read_to_string("pass/every_kind.rs").expect("the test");
    let mut counted = 0;
    for kind in KINDS.iter().copied().flatten() {
        let name = kind.name;
        let uses: Vec<&str> = (source.split(&format!(": {name}")).skip(1))
            .filter(|rest| rest.starts_with(['(', ';']))
            .filter_map(|rest| rest.split(';').next())
            .collect();
        assert!(!uses.is_empty(), "no `{name}`");
        for option in options(name) {
            let set = format!("{option} = ");
            assert!(uses.iter().any(|text| text.contains(&set)), "no `{option}` of `{name}`");
            counted += 1;
        }
    }
    assert!(counted > 15, "{counted} options");
}

#[test]
fn every_loss_is_in_the_test_that_says_so() {
    let source = fs::read_to_string("pass/every_loss.rs").expect("the test");
    for loss in LOSSES {
        assert!(source.contains(&format!("loss: {}", loss.name)), "no `{}`", loss.name);
    }
}
