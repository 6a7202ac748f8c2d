//! Mistakes of the user: collected, never thrown, and reported all at once.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::syntax::ends;

/// Collects errors and warnings. It must be drained by [`finish`](Self::finish).
#[derive(Debug, Default)]
pub struct Diagnostics {
    errors: RefCell<Vec<syn::Error>>,
    warnings: RefCell<Vec<Warning>>,
    is_muted: Cell<bool>,
}

/// A remark that does not stop the compilation.
#[derive(Clone, Debug)]
pub struct Warning {
    /// The token it is about.
    pub span: Span,
    /// The item it is about: a layer, or `loss`.
    pub item: Ident,
    /// The name by which `#[allow(name)]` on the item silences it.
    pub lint: &'static str,
    /// What it says.
    pub message: String,
}

impl Diagnostics {
    /// An error that underlines `tokens`.
    pub fn error(&self, tokens: impl ToTokens, message: impl Into<String>) {
        let ends = ends(tokens.to_token_stream());
        self.push(syn::Error::new_spanned(ends, message.into()));
    }

    /// An error at one token.
    pub fn error_at(&self, span: Span, message: impl Into<String>) {
        self.push(syn::Error::new(span, message.into()));
    }

    /// An error of the parser.
    pub fn push(&self, error: syn::Error) {
        if !self.is_muted.get() {
            self.errors.borrow_mut().push(error);
        }
    }

    /// Whether errors are passed over: those in what was reported and is read as a guess.
    pub fn mute(&self, is_muted: bool) {
        self.is_muted.set(is_muted);
    }

    /// A warning at one token.
    pub fn warn(&self, item: &Ident, span: Span, lint: &'static str, message: String) {
        self.warnings.borrow_mut().push(Warning { span, item: item.clone(), lint, message });
    }

    /// How many errors were collected.
    pub fn count(&self) -> usize {
        self.errors.borrow().len()
    }

    /// Whether an error was collected: what a gate asks.
    pub fn has_errors(&self) -> bool {
        !self.errors.borrow().is_empty()
    }

    /// The errors in the order of the source, each once, and the warnings.
    pub fn finish(self) -> (Vec<syn::Error>, Vec<Warning>) {
        let mut errors: Vec<_> = self.errors.into_inner().into_iter().flatten().collect();
        let place = |e: &syn::Error| {
            let at = e.span().start();
            (at.line, at.column)
        };
        errors.sort_by_key(place);
        // A layer that is used twice has its mistakes twice.
        let mut seen = HashSet::new();
        errors.retain(|e| seen.insert((place(e), e.to_string())));
        (errors, self.warnings.into_inner())
    }
}

/// `compile_error!`s for all of `errors`, in a block.
///
/// Their tokens have spans of the user's, which are underlined, and so the user's edition: in the edition 2015
/// `::core` is a module of that crate. Hence a crate that the block names itself; an import would reverse their order.
pub(crate) fn to_tokens(errors: &[syn::Error]) -> TokenStream {
    let calls = errors.iter().map(|error| {
        // `::core::compile_error! { … }`, without `::`
        let call = error.to_compile_error().into_iter().skip(2);
        let called = |token| match token {
            TokenTree::Ident(ident) if ident == "core" => {
                Ident::new("__nn_core", ident.span()).into()
            }
            other => other,
        };
        call.map(called).collect::<TokenStream>()
    });
    quote!({ extern crate core as __nn_core; #(#calls)* })
}

/// `Liner` → `Linear`: the known word nearest to `word`, if it is near.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    known
        .into_iter()
        .map(|k| (distance(&lower, &k.to_lowercase()), k))
        .filter(|(d, k)| *d <= k.len().max(word.len()) / 3)
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replace = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replace.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

/// `[3, 56, 56]`
pub fn shape_text(shape: &nnplan::Shape) -> String {
    nnplan::Text::<128>::EMPTY.shape(shape).as_str().to_owned()
}

/// `"`a`, `b` and `c`"`
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|w| format!("`{w}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let known = ["Linear", "Conv2d", "MaxPool2d", "Relu"];
        assert_eq!(suggest("Liner", known), Some("Linear"));
        assert_eq!(suggest("conv2D", known), Some("Conv2d"));
        assert_eq!(suggest("Relu6", known), Some("Relu"));
        assert_eq!(suggest("Transformer", known), None);
    }

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
    }
}
