//! Single-token mistakes in valid networks: the compiler never panics, says little at a time, and
//! points at the user's tokens.

mod common;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use common::mutate::{fragments, mutate};
use common::valid::NETWORKS;
use common::{Random, in_parallel};
use nncompiler::Front;
use proc_macro2::{Span, TokenStream};

const PER_NETWORK: usize = 300;

/// Whether a span is one of the user's: everything stands below line 1, where `call_site` is.
fn is_users(span: Span) -> bool {
    span.start().line > 1
}

#[derive(Default)]
struct Tally {
    mutants: usize,
    valid: usize,
    errors: usize,
    /// Mutants with one error, with two, and so on.
    counts: [usize; 3],
    outside: usize,
    /// What was outside, by message.
    messages: BTreeMap<String, (usize, String)>,
    faults: Vec<String>,
}

impl Tally {
    fn plus(mut self, other: Self) -> Self {
        self.mutants += other.mutants;
        self.valid += other.valid;
        self.errors += other.errors;
        self.counts.iter_mut().zip(other.counts).for_each(|(a, b)| *a += b);
        self.outside += other.outside;
        self.faults.extend(other.faults);
        for (message, (n, example)) in other.messages {
            self.messages.entry(message).or_insert((0, example)).0 += n;
        }
        self
    }
}

/// What a message lacks: what is wrong, `expected:`, `found:`, and one `help:` at most.
fn bad_manner(message: &str) -> Option<&'static str> {
    let lines: Vec<&str> = message.lines().collect();
    let of = |start: &str| lines.iter().filter(|l| l.starts_with(start)).count();
    match (lines[0], of("expected: "), of("   found: "), of("help: ")) {
        (first, ..) if first.ends_with('.') || first.starts_with(char::is_uppercase) => {
            Some("the first line is a sentence")
        }
        (_, 1, 1, 0 | 1) => None,
        _ => Some("a message without `expected` or `found`, or with two of them"),
    }
}

fn judge(tally: &mut Tally, text: &str, what: &str) {
    tally.mutants += 1;
    let text = format!("\n{text}");
    let Ok(tokens) = text.parse::<TokenStream>() else { return };
    let tokens = fragments(tokens);
    let compiled = catch_unwind(AssertUnwindSafe(|| {
        (nncompiler::compile(tokens.clone()).to_string(), nncompiler::front(tokens))
    }));
    let Ok((rust, front)) = compiled else {
        tally.faults.push(format!("panic: {what}{text}"));
        return;
    };
    if tally.mutants.is_multiple_of(8) {
        let emitted = rust.parse::<TokenStream>().expect("Rust").to_string();
        assert_eq!(emitted, rust, "{what}{text}");
    }
    match front {
        Front::Good(_) => tally.valid += 1,
        Front::Bad { errors, declaration, .. } => {
            if errors.is_empty() || errors.len() > 3 {
                let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
                tally.faults.push(format!("{} errors: {what}{text}{}", all.len(), all.join("\n")));
            } else {
                tally.counts[errors.len() - 1] += 1;
            }
            if let Some(d) = declaration {
                assert!(rust.contains(&format!("type {} ", d.name)), "{what}{text}{rust}");
            }
            for error in errors {
                tally.errors += 1;
                if let Some(fault) = bad_manner(&error.to_string()) {
                    tally.faults.push(format!("{fault}: {what}{text}{error}"));
                }
                if !is_users(error.span()) {
                    tally.outside += 1;
                    let first = error.to_string().lines().next().unwrap_or_default().to_owned();
                    let entry = tally.messages.entry(first).or_insert((0, what.to_owned() + &text));
                    entry.0 += 1;
                }
            }
        }
    }
}

#[test]
fn the_networks_are_valid() {
    for network in NETWORKS {
        match nncompiler::front(network.parse().expect("tokens")) {
            Front::Good(_) => {}
            Front::Bad { errors, .. } => panic!("{network}: {errors:?}"),
        }
    }
}

#[test]
fn mistakes_never_panic_and_point_at_the_users_tokens() {
    let tallies = in_parallel(&NETWORKS, |i, network| {
        let mut tally = Tally::default();
        let mut random = Random(5 + i as u64);
        let tokens: TokenStream = network.parse().expect("tokens");
        for _ in 0..PER_NETWORK {
            let (text, what) = mutate(&tokens, &mut random);
            judge(&mut tally, &text, &what);
        }
        tally
    });
    let tally = tallies.into_iter().fold(Tally::default(), Tally::plus);
    let invalid: usize = tally.counts.iter().sum();
    let mean = tally.errors as f64 / invalid as f64;
    println!(
        "{} mutants, {} of them valid, {} errors ({mean:.2} a mistake; one, two, three: {:?}), {} outside: {:#?}",
        tally.mutants, tally.valid, tally.errors, tally.counts, tally.outside, tally.messages
    );
    let faults = &tally.faults;
    assert!(faults.is_empty(), "{}: {}", faults.len(), faults[..faults.len().min(6)].join("\n\n"));
    assert!(tally.mutants >= 5000 && tally.errors > tally.mutants / 2);
    assert_eq!(tally.outside, 0, "of {} errors", tally.errors);
    assert!(mean < 1.25, "{mean} errors a mistake");
}

/// A network that is being typed: every prefix of its tokens.
#[test]
fn unfinished_networks_never_panic() {
    let tallies = in_parallel(&NETWORKS, |_, network| {
        let mut tally = Tally::default();
        for (end, _) in network.char_indices() {
            let prefix = &network[..end];
            if prefix.parse::<TokenStream>().is_ok() {
                judge(&mut tally, prefix, "a prefix");
            }
        }
        tally
    });
    let tally = tallies.into_iter().fold(Tally::default(), Tally::plus);
    println!("{} prefixes, {} outside: {:#?}", tally.mutants, tally.outside, tally.messages);
    assert!(tally.faults.is_empty(), "{}: {}", tally.faults.len(), tally.faults[0]);
    // Without a token there is nothing to point at.
    let messages: Vec<&String> = tally.messages.keys().collect();
    assert_eq!(messages, ["a network begins with its type"]);
}
