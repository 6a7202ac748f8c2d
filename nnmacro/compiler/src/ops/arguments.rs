//! Reads the arguments of a layer, and reports what is wrong with them.

mod lists;
mod padding;
mod real;
mod rest;
mod start;

use std::cell::{Cell, RefCell};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

pub use lists::{RangeArgument, Sizes};
pub use padding::PaddingArgument;
pub use real::{Real, RealCheck};
use rest::near_option;
pub use start::Start;

use crate::diagnostics::{Diagnostics, list, suggest};
use crate::syntax::{Argument, Constants, LayerSyntax, Number, Unchecked, source_text};

/// The arguments of one layer. Each getter takes one; [`finish`](Self::finish) reports what is left.
pub struct Arguments<'a> {
    /// The layer.
    pub layer: &'a LayerSyntax,
    /// The number of the layer in the network.
    pub index: u32,
    usage: &'a str,
    constants: &'a Constants,
    diagnostics: &'a Diagnostics,
    options: RefCell<Vec<&'static str>>,
    taken: RefCell<Vec<usize>>,
    /// Whether what is left over says nothing new.
    quiet: Cell<bool>,
    unknown: Cell<bool>,
    /// Whether it works along one axis: what are pairs elsewhere is one size.
    is_line: Cell<bool>,
    unchecked: RefCell<Vec<Unchecked>>,
    ranges: RefCell<Vec<RealCheck>>,
}

/// Sizes around an arrow.
#[derive(Clone, Debug)]
pub struct Arrow {
    /// Left of it; `None` infers.
    pub input: Option<Number>,
    /// Right of it.
    pub output: Number,
}

/// A pair (h, w), or one number for both.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Vertical, horizontal.
    pub numbers: [Number; 2],
    /// As written, to underline.
    pub tokens: TokenStream,
}

impl Pair {
    /// The values.
    pub fn values(&self) -> [usize; 2] {
        [self.numbers[0].value, self.numbers[1].value]
    }

    /// `[h, w]`, for rustc.
    pub fn expression(&self) -> TokenStream {
        let [h, w] = &self.numbers;
        quote!([#h, #w])
    }
}

impl<'a> Arguments<'a> {
    /// The arguments of `layer`.
    pub fn new(
        layer: &'a LayerSyntax,
        index: u32,
        usage: &'a str,
        constants: &'a Constants,
        diagnostics: &'a Diagnostics,
    ) -> Self {
        Self {
            layer,
            index,
            usage,
            constants,
            diagnostics,
            options: RefCell::default(),
            taken: RefCell::default(),
            quiet: Cell::new(layer.is_faulty),
            unknown: Cell::new(false),
            is_line: Cell::new(false),
            unchecked: RefCell::default(),
            ranges: RefCell::default(),
        }
    }

    /// The number of values that a function gets.
    pub fn values(&self) -> usize {
        self.layer.values.len()
    }

    fn take(&self, find: impl Fn(&Argument) -> bool) -> Option<&'a Argument> {
        let mut taken = self.taken.borrow_mut();
        let index = (0..self.layer.arguments.len())
            .find(|i| !taken.contains(i) && find(&self.layer.arguments[*i]))?;
        taken.push(index);
        Some(&self.layer.arguments[index])
    }

    fn option(&self, name: &'static str) -> Option<&'a Expr> {
        self.options.borrow_mut().push(name);
        let named = self.take(|a| matches!(a, Argument::Named { name: n, .. } if n == name));
        match named {
            Some(Argument::Named { value, .. }) => Some(value),
            _ => None,
        }
    }

    fn positional(&self) -> Option<&'a Expr> {
        match self.take(|a| matches!(a, Argument::Positional(_)))? {
            Argument::Positional(value) => Some(value),
            _ => None,
        }
    }

    fn name(&self) -> String {
        format!("`{}`", self.layer.name)
    }

    /// Reports that `what` is missing; `example` is how the layer could be written instead.
    pub(super) fn missing(&self, what: &str, example: Option<String>) {
        if self.quiet.replace(true) {
            return;
        }
        let found = self.layer.source();
        let rest = match example {
            Some(example) => format!("   found: `{found}`\nhelp: write `{example}`"),
            None => format!("   found: `{found}`"),
        };
        self.diagnostics.error(
            &self.layer.kind,
            format!("{} has no {what}\nexpected: `{}`\n{rest}", self.name(), self.usage),
        );
    }

    fn number(&self, expr: &Expr) -> Number {
        let whose = format!("a size of {}", self.name());
        let number = self.constants.number(expr).unwrap_or_else(|(at, fault)| {
            self.diagnostics.error(&at, fault.text(&whose, &at));
            Number::faulty()
        });
        if !number.is_known() {
            self.unknown.set(true);
            self.unchecked.borrow_mut().extend(self.constants.unchecked(expr, &whose));
        }
        number
    }

    /// Whether a size was read that only rustc can tell.
    pub fn has_unknown(&self) -> bool {
        self.unknown.get()
    }

    /// What rustc has to check because the macro cannot: sizes, and real numbers in their ranges.
    pub fn unchecked(self) -> (Vec<Unchecked>, Vec<RealCheck>) {
        (self.unchecked.into_inner(), self.ranges.into_inner())
    }

    /// `in -> out`, or `out` alone.
    pub fn arrow(&self) -> Arrow {
        let found = self.take(|a| matches!(a, Argument::Arrow { .. } | Argument::Positional(_)));
        match found {
            Some(Argument::Arrow { input, output, .. }) => {
                Arrow { input: input.as_ref().map(|e| self.number(e)), output: self.number(output) }
            }
            Some(Argument::Positional(output)) => {
                Arrow { input: None, output: self.number(output) }
            }
            _ => {
                self.missing("sizes", None);
                Arrow { input: None, output: Number::faulty() }
            }
        }
    }

    /// The first positional argument as a size.
    pub fn size(&self) -> Option<Number> {
        self.positional().map(|e| self.number(e))
    }

    /// `name = size`.
    pub fn size_option(&self, name: &'static str) -> Option<Number> {
        self.option(name).map(|e| self.number(e))
    }

    /// `name = size`, which the macro itself must know because it decides `what`.
    pub fn known_option(&self, name: &'static str, what: &str) -> Option<Number> {
        let number = self.size_option(name)?;
        let written = number.written();
        if !number.is_known() && !written.is_empty() {
            self.diagnostics.error(
                written,
                format!(
                    "`{name}` of {} decides {what}, so the macro must know it\nexpected: a number, or a constant of the network\n   found: `{}`",
                    self.name(),
                    number.source
                ),
            );
        }
        Some(number)
    }

    /// A size, or one of the words: `groups = depthwise`.
    pub fn size_or_word(
        &self,
        name: &'static str,
        word: &'static str,
    ) -> Option<Result<Number, TokenStream>> {
        let e = self.option(name)?;
        Some(if is_word(e, word) {
            Err(e.to_token_stream())
        } else if self.is_misspelt(e, name, &[word]) {
            Ok(Number::faulty())
        } else {
            Ok(self.number(e))
        })
    }

    /// The layer works along one axis: what are pairs elsewhere is one size, of an image with one row.
    pub fn of_lines(&self) {
        self.is_line.set(true);
    }

    fn pair_of(&self, expr: &Expr, name: &str) -> Pair {
        let tokens = expr.to_token_stream();
        if self.is_line.get() && !matches!(expr, Expr::Tuple(_)) {
            return Pair { numbers: [Number::literal(1), self.number(expr)], tokens };
        }
        if let Expr::Tuple(tuple) = expr {
            let numbers: Vec<Number> = tuple.elems.iter().map(|e| self.number(e)).collect();
            let is_line = self.is_line.get();
            if let Ok(numbers) = <[Number; 2]>::try_from(numbers)
                && !is_line
            {
                return Pair { numbers, tokens };
            }
            let expected = if is_line { "one size" } else { "one size, or (vertical, horizontal)" };
            let n = tuple.elems.len();
            let text = source_text(&tokens);
            self.diagnostics.error(
                expr,
                format!(
                    "`{name}` of {} has {n} sizes\nexpected: {expected}\n   found: `{text}`",
                    self.name()
                ),
            );
            let unknown = Number::faulty();
            return Pair { numbers: [unknown.clone(), unknown], tokens };
        }
        let number = self.number(expr);
        Pair { numbers: [number.clone(), number], tokens }
    }

    /// The first positional argument, or the option of that name, as a pair.
    pub fn pair(&self, name: &'static str) -> Option<Pair> {
        let option = self.option(name);
        option.or_else(|| self.positional()).map(|e| self.pair_of(e, name))
    }

    /// `name = size` or `name = (h, w)`.
    pub fn pair_option(&self, name: &'static str) -> Option<Pair> {
        self.option(name).map(|e| self.pair_of(e, name))
    }

    /// A kernel, which is an option that must be there.
    pub fn kernel(&self) -> Pair {
        let option = self.pair_option("kernel");
        if let Some(pair) = option {
            return pair;
        }
        if self.has_arrow()
            && let Some(expr) = self.positional()
        {
            return self.unnamed_kernel(expr);
        }
        // Not after an option that is meant as a kernel: that is one mistake.
        let is_meant = |a: &Argument| match a {
            Argument::Named { name, .. } => near_option(&name.to_string(), &["kernel"]).is_some(),
            _ => false,
        };
        if !self.layer.arguments.iter().any(is_meant) {
            self.missing("kernel", Some(self.layer.with_argument(1, "kernel = 3")));
        }
        no_pair()
    }

    /// `Conv2d(3 -> 32, 3)`, and `Conv2d(3 -> 32, ker` while it is being typed.
    fn unnamed_kernel(&self, expr: &Expr) -> Pair {
        let text = source_text(&expr.to_token_stream());
        if text.starts_with(|c: char| c.is_ascii_lowercase()) {
            self.quiet.set(true);
            let message =
                format!("`{text}` has no value\nexpected: `kernel = 3`\n   found: `{text}`");
            self.diagnostics.error(expr, message);
            return no_pair();
        }
        self.diagnostics.error(
            expr,
            format!(
                "the kernel of {} is given by name\nexpected: `kernel = {text}`\n   found: `{text}`",
                self.name()
            ),
        );
        self.pair_of(expr, "kernel")
    }

    fn has_arrow(&self) -> bool {
        self.layer.arguments.iter().any(|a| matches!(a, Argument::Arrow { .. }))
    }

    /// The window of a pool: the first argument, or the option `kernel`.
    pub fn window(&self) -> Pair {
        self.pair("kernel").unwrap_or_else(|| {
            self.missing("window", Some(self.layer.with_argument(0, "2")));
            no_pair()
        })
    }

    /// Reports a word that is nearly one of `words`, and no constant: those are in capitals.
    fn is_misspelt(&self, expr: &Expr, name: &str, words: &[&'static str]) -> bool {
        let Expr::Path(path) = expr else { return false };
        let Some(word) = path.path.get_ident().map(ToString::to_string) else { return false };
        let is_constant = word.chars().any(char::is_uppercase);
        let near = suggest(&word, words.iter().copied()).filter(|_| !is_constant);
        let Some(near) = near else { return false };
        let words = list(words.iter().copied()).replace(" and ", " or ");
        let comma = if words.contains(" or ") { "," } else { " or" };
        let expected = format!("a size{comma} {words}");
        self.wrong(
            expr,
            &format!("`{name}` of {} is not a word known here", self.name()),
            &expected,
            Some(near),
        );
        true
    }

    /// `name = true` or `name = false`.
    pub fn flag(&self, name: &'static str, default: bool) -> bool {
        let Some(expr) = self.option(name) else { return default };
        if let Expr::Lit(lit) = expr
            && let Lit::Bool(b) = &lit.lit
        {
            return b.value;
        }
        let near = match source_text(&expr.to_token_stream()).to_lowercase().as_str() {
            "true" | "1" | "yes" | "on" => Some("true"),
            "false" | "0" | "no" | "off" | "none" => Some("false"),
            _ => None,
        };
        let what = format!("`{name}` of {} is a switch", self.name());
        self.wrong(expr, &what, "`true` or `false`", near);
        default
    }

    fn wrong(&self, found: &impl ToTokens, what: &str, expected: &str, near: Option<&str>) {
        let text = source_text(&found.to_token_stream());
        let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
        self.diagnostics
            .error(found, format!("{what}\nexpected: {expected}\n   found: `{text}`{help}"));
    }

    /// `name = word`, one of `words`.
    pub fn word(&self, name: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let expr = self.option(name)?;
        let found = words.iter().copied().find(|w| is_word(expr, w));
        if found.is_none() {
            let text = source_text(&expr.to_token_stream());
            let near = suggest(text.trim_matches('"'), words.iter().copied());
            let expected = list(words.iter().copied()).replace(" and ", " or ");
            let what = format!("`{name}` of {} is not a word known here", self.name());
            self.wrong(expr, &what, &expected, near);
        }
        found
    }
}

fn no_pair() -> Pair {
    let unknown = Number::faulty();
    Pair { numbers: [unknown.clone(), unknown], tokens: TokenStream::new() }
}

fn is_word(expr: &Expr, word: &str) -> bool {
    matches!(expr, Expr::Path(p) if p.path.is_ident(word))
}

/// `Some(n)` or `None`, for rustc.
pub fn optional(number: Option<&Number>) -> TokenStream {
    match number {
        Some(n) => quote!(__nn::plan::Some(#n)),
        None => quote!(__nn::plan::None),
    }
}
