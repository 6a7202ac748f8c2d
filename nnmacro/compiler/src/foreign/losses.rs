//! Losses of others.

use proc_macro2::{Ident, TokenStream};

use super::layers::{found, whole};
use super::options::{Place, places};
use super::{cut, plain};
use crate::diagnostics::{Diagnostics, suggest};
use crate::ops;
use crate::ops::loss::LossKind;
use crate::syntax::{Argument, LayerSyntax};

/// Names in small letters, without `_` and the ending `loss`.
const LOSSES: &[(&[&str], &str)] = &[
    (&["mse", "meansquare", "l2", "squarederror", "meansquared", "quadratic"], "MeanSquaredError"),
    (
        &["crossentropywithlogits", "softmaxcrossentropy", "categoricalcrossentropy", "xent", "ce"],
        "CrossEntropy",
    ),
    (
        &["sparsecategoricalcrossentropy", "sparsecrossentropy", "nll", "negativeloglikelihood"],
        "CrossEntropy",
    ),
    (&["crossentropywithlogitsloss", "softmaxcrossentropywithlogits"], "CrossEntropy"),
    (
        &["bcewithlogits", "binarycrossentropy", "bce", "sigmoidcrossentropy", "logistic"],
        "BinaryCrossEntropyWithLogits",
    ),
    (&["binarycrossentropywithlogit", "logits"], "BinaryCrossEntropyWithLogits"),
    (&["mae", "meanabsoluteerror", "absoluteerror", "l1norm"], "L1"),
    (&["smoothl1", "pseudohuber"], "Huber"),
];

/// Losses that the language has not.
const ABSENT: &[&str] = &[
    "kldiv",
    "kl",
    "kldivergence",
    "hinge",
    "hingeembedding",
    "multimargin",
    "multilabelmargin",
    "ctc",
    "tripletmargin",
    "triplet",
    "cosineembedding",
    "cosinesimilarity",
    "contrastive",
    "focal",
    "dice",
    "poisson",
    "poissonnll",
    "gaussiannll",
    "softmargin",
    "marginranking",
    "logcosh",
    "infonce",
    "iou",
];

fn stem(word: &str) -> String {
    let plain = plain(word);
    plain.strip_suffix("loss").unwrap_or(&plain).to_owned()
}

/// The loss that a word of others is here.
fn loss_here(word: &str) -> Option<&'static LossKind> {
    let stem = stem(word);
    let row = LOSSES.iter().find(|(words, _)| words.contains(&stem.as_str()));
    let same = || ops::loss::LOSSES.iter().find(|l| plain(l.name) == stem);
    row.and_then(|(_, name)| ops::loss::loss(name)).or_else(same)
}

/// The loss that `word` most likely means.
pub(crate) fn meant_loss(word: &str) -> Option<&'static LossKind> {
    let names = || ops::loss::LOSSES.iter().map(|l| l.name);
    let near = || {
        let is_absent = ABSENT.contains(&stem(word).as_str());
        suggest(word, names()).filter(|_| !is_absent).and_then(ops::loss::loss)
    };
    ops::loss::loss(word).or_else(|| loss_here(word)).or_else(near)
}

/// Reports a term of the loss that is written as elsewhere, and rewrites it.
pub(super) fn term(term: &mut LayerSyntax, diagnostics: &Diagnostics) {
    let word = term.kind.to_string();
    let kind = ops::loss::loss(&word).or_else(|| loss_here(&word));
    let Some(kind) = kind else { return unknown(term, diagnostics) };
    let (kept, dropped) = arguments(term, kind);
    let is_plain = term.foreign.path.is_empty() && term.foreign.tail.is_empty();
    if kind.name == word && is_plain && dropped.is_empty() {
        return;
    }
    let sources: Vec<String> = kept.iter().map(Argument::source).collect();
    let written = match sources.as_slice() {
        [] => kind.name.to_owned(),
        some => format!("{}({})", kind.name, some.join(", ")),
    };
    let what = match dropped.as_slice() {
        [] => {
            let found = found(term);
            let path = found.split('(').next().unwrap_or_default();
            format!("the loss `{}` is `{}` here", cut(path, 60), kind.name)
        }
        [first, ..] => first.clone(),
    };
    let message = format!(
        "{what}\nexpected: `{}`\n   found: `{}`\nhelp: write `{written}`",
        kind.usage,
        found(term)
    );
    diagnostics.error(whole(term), message);
    (term.kind, term.arguments) = (Ident::new(kind.name, term.kind.span()), kept);
    (term.foreign.path, term.foreign.tail) = (TokenStream::new(), TokenStream::new());
}

/// The arguments that stay, and why others do not.
fn arguments(term: &LayerSyntax, kind: &LossKind) -> (Vec<Argument>, Vec<String>) {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    let is_value = |a: &&Argument| matches!(a, Argument::Positional(_));
    let is_called = term.kind != kind.name && term.arguments.iter().filter(is_value).count() > 1;
    for argument in &term.arguments {
        let Argument::Named { name, value } = argument else {
            // `mse_loss(output, target)`: what is compared is given to a step.
            if !is_called {
                kept.push(argument.clone());
            }
            continue;
        };
        let word = name.to_string();
        let place = if kind.usage.contains(&word) { None } else { places(&word).last() };
        match place {
            Some(Place::Needless(why)) => dropped.push(format!("`{word}` is not needed: {why}")),
            Some(Place::None(why)) if word == "beta" && kind.name == "Huber" => {
                let _ = why;
                dropped.push("`beta` is `delta`".to_owned());
                let name = Ident::new("delta", name.span());
                kept.push(Argument::Named { name, value: value.clone() });
            }
            Some(Place::None(why)) => dropped.push(format!("`{word}` has no equal: {why}")),
            _ => kept.push(argument.clone()),
        }
    }
    (kept, dropped)
}

/// A loss that is none here, written as elsewhere. Words alone are `check`'s.
fn unknown(term: &mut LayerSyntax, diagnostics: &Diagnostics) {
    let word = term.kind.to_string();
    let is_absent = ABSENT.contains(&stem(&word).as_str());
    if !is_absent && term.foreign.path.is_empty() || ops::kind(&word).is_some() {
        return;
    }
    term.foreign.is_lost = true;
    let names: Vec<&str> = ops::loss::LOSSES.iter().map(|l| l.name).collect();
    let message = format!(
        "unknown loss `{word}`\nexpected: {}\n   found: `{}`",
        names.join(", "),
        found(term)
    );
    diagnostics.error(whole(term), message);
}
