//! Reads the arguments of a layer, and reports what is wrong with them.

use std::cell::{Cell, RefCell};

use nnplan::{Padding, UNKNOWN};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

use crate::diagnostics::{Diagnostics, list, suggest};
use crate::syntax::{Argument, Constants, LayerSyntax, Number, source_text};

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
    quiet: Cell<bool>,
    unknown: Cell<bool>,
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

/// A padding.
#[derive(Clone, Debug)]
pub struct PaddingArgument {
    /// Its value.
    pub value: Padding,
    /// Its value, for rustc; within nnplan's `Padding`.
    pub expression: TokenStream,
    /// As written, to underline.
    pub tokens: Option<TokenStream>,
}

/// A real number.
#[derive(Clone, Debug)]
pub struct Real {
    /// Its value; `None` when only rustc can tell.
    pub value: Option<f64>,
    /// The expression, for rustc.
    pub tokens: TokenStream,
    /// The expression as written.
    pub written: Option<TokenStream>,
}

impl PaddingArgument {
    /// No padding.
    pub fn none() -> Self {
        Self {
            value: Padding::Explicit([0; 4]),
            expression: quote!(Explicit([0; 4])),
            tokens: None,
        }
    }
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
            quiet: Cell::new(false),
            unknown: Cell::new(false),
        }
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
        match self.take(|a| matches!(a, Argument::Named { name: n, .. } if n == name))? {
            Argument::Named { value, .. } => Some(value),
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

    fn missing(&self, what: &str) {
        self.diagnostics.error_at(
            self.layer.kind.span(),
            format!("{} lacks {what}\nexpected: `{}`", self.name(), self.usage),
        );
        self.quiet.set(true);
    }

    fn number(&self, expr: &Expr) -> Number {
        let number = self.constants.number(expr).unwrap_or_else(|(at, fault)| {
            self.diagnostics.error(&at, format!("{}: {}", self.name(), fault.text()));
            Number::faulty()
        });
        self.unknown.set(self.unknown.get() || !number.is_known());
        number
    }

    /// Whether a size was read that only rustc can tell.
    pub fn has_unknown(&self) -> bool {
        self.unknown.get()
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
                self.missing("its sizes");
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
                    "{}: `{name}` decides {what}, so the macro must know it\nexpected: a number, or a constant of the network\n   found: `{}`",
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
        word: &str,
    ) -> Option<Result<Number, TokenStream>> {
        self.option(name)
            .map(|e| if is_word(e, word) { Err(e.to_token_stream()) } else { Ok(self.number(e)) })
    }

    fn pair_of(&self, expr: &Expr) -> Pair {
        let tokens = expr.to_token_stream();
        if let Expr::Tuple(tuple) = expr {
            let numbers: Vec<Number> = tuple.elems.iter().map(|e| self.number(e)).collect();
            if let Ok(numbers) = <[Number; 2]>::try_from(numbers) {
                return Pair { numbers, tokens };
            }
            let n = tuple.elems.len();
            self.diagnostics.error(
                expr,
                format!("{}: a pair is (vertical, horizontal)\nexpected: one size or two\n   found: {n}", self.name()),
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
        option.or_else(|| self.positional()).map(|e| self.pair_of(e))
    }

    /// `name = size` or `name = (h, w)`.
    pub fn pair_option(&self, name: &'static str) -> Option<Pair> {
        self.option(name).map(|e| self.pair_of(e))
    }

    /// A pair that must be there.
    pub fn required(&self, pair: Option<Pair>, what: &str) -> Pair {
        pair.unwrap_or_else(|| {
            self.missing(what);
            let unknown = Number::faulty();
            Pair { numbers: [unknown.clone(), unknown], tokens: TokenStream::new() }
        })
    }

    /// `padding = 1`, `(h, w)`, `(top, bottom, left, right)`, `same` or `valid`; 0 unless given.
    pub fn padding(&self) -> PaddingArgument {
        let none = PaddingArgument::none();
        let Some(expr) = self.option("padding") else { return none };
        let tokens = Some(expr.to_token_stream());
        if is_word(expr, "valid") {
            return PaddingArgument { tokens, ..none };
        }
        if is_word(expr, "same") {
            return PaddingArgument { value: Padding::Same, expression: quote!(Same), tokens };
        }
        let numbers: Vec<Number> = match expr {
            Expr::Tuple(tuple) => tuple.elems.iter().map(|e| self.number(e)).collect(),
            _ => vec![self.number(expr)],
        };
        let [t, b, l, r] = match numbers.as_slice() {
            [all] => [all, all, all, all],
            [h, w] => [h, h, w, w],
            [t, b, l, r] => [t, b, l, r],
            other => {
                self.diagnostics.error(
                    expr,
                    format!(
                        "{}: a padding has one, two or four sizes\nexpected: `p`, `(h, w)`, `(top, bottom, left, right)`, `same` or `valid`\n   found: {} sizes",
                        self.name(),
                        other.len()
                    ),
                );
                let value = Padding::Explicit([UNKNOWN; 4]);
                return PaddingArgument { value, tokens, ..none };
            }
        };
        PaddingArgument {
            value: Padding::Explicit([t.value, b.value, l.value, r.value]),
            expression: quote!(Explicit([#t, #b, #l, #r])),
            tokens,
        }
    }

    /// `name = true` or `name = false`.
    pub fn flag(&self, name: &'static str, default: bool) -> bool {
        match self.option(name) {
            None => default,
            Some(Expr::Lit(lit)) if matches!(lit.lit, Lit::Bool(_)) => match &lit.lit {
                Lit::Bool(b) => b.value,
                _ => default,
            },
            Some(other) => {
                self.wrong(other, &format!("`{name}` is a switch"), "`true` or `false`");
                default
            }
        }
    }

    fn wrong(&self, found: &impl ToTokens, what: &str, expected: &str) {
        let text = source_text(&found.to_token_stream());
        self.diagnostics.error(
            found,
            format!("{}: {what}\nexpected: {expected}\n   found: `{text}`", self.name()),
        );
    }

    fn real_of(&self, expr: &Expr, what: &str) -> Real {
        let (negative, inner) = match expr {
            Expr::Unary(e) if matches!(e.op, syn::UnOp::Neg(_)) => (true, &*e.expr),
            other => (false, other),
        };
        let value = match inner {
            Expr::Lit(lit) => {
                let value = match &lit.lit {
                    Lit::Float(x) => x.base10_parse::<f64>().ok(),
                    Lit::Int(n) => n.base10_parse::<f64>().ok(),
                    _ => None,
                };
                if value.is_none_or(|v| !v.is_finite()) {
                    self.wrong(
                        expr,
                        &format!("`{what}` is a real number"),
                        "a number such as `0.1`",
                    );
                    return Real {
                        value: None,
                        tokens: quote!(0.0),
                        written: Some(expr.to_token_stream()),
                    };
                }
                value.map(|v| if negative { -v } else { v })
            }
            Expr::Tuple(_) | Expr::Array(_) => {
                self.wrong(expr, &format!("`{what}` is a real number"), "a number such as `0.1`");
                None
            }
            _ => None,
        };
        let tokens = match value {
            Some(v) if v < 0.0 => {
                let magnitude = -v;
                quote!(-#magnitude)
            }
            Some(v) => quote!(#v),
            None => quote!((#expr) as f64),
        };
        Real { value, tokens, written: Some(expr.to_token_stream()) }
    }

    /// `name = real`.
    pub fn real(&self, name: &'static str, default: f64) -> Real {
        match self.option(name) {
            Some(e) => self.real_of(e, name),
            None => Real { value: Some(default), tokens: quote!(#default), written: None },
        }
    }

    /// The first positional argument, or the option of that name, as a real number.
    pub fn first_real(&self, name: &'static str, default: Option<f64>) -> Real {
        let option = self.option(name);
        match (option.or_else(|| self.positional()), default) {
            (Some(e), _) => self.real_of(e, name),
            (None, Some(default)) => {
                Real { value: Some(default), tokens: quote!(#default), written: None }
            }
            (None, None) => {
                self.missing(&format!("`{name}`"));
                Real { value: Some(0.0), tokens: quote!(0.0), written: None }
            }
        }
    }

    /// A check of a real number whose value is known.
    pub fn check_real(&self, real: &Real, ok: impl Fn(f64) -> bool, what: &str, expected: &str) {
        if let (Some(value), Some(written)) = (real.value, &real.written)
            && !ok(value)
        {
            self.wrong(written, what, expected);
        }
    }

    /// `name = word`, one of `words`.
    pub fn word(&self, name: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let expr = self.option(name)?;
        let found = words.iter().copied().find(|w| is_word(expr, w));
        if found.is_none() {
            self.wrong(expr, &format!("`{name}` is one word"), &list(words.iter().copied()));
        }
        found
    }

    /// Reports arguments that no getter took: unknown, repeated, too many.
    pub fn finish(&self) {
        let options = self.options.borrow();
        let taken = self.taken.borrow();
        let kind = self.layer.kind.to_string();
        let mut unknown: Vec<&Ident> = Vec::new();
        for (i, argument) in self.layer.arguments.iter().enumerate() {
            if taken.contains(&i) {
                continue;
            }
            match argument {
                Argument::Named { name, .. } => {
                    let word = name.to_string();
                    if options.iter().any(|o| *o == word) {
                        self.diagnostics
                            .error(name, format!("{}: `{word}` is given twice", self.name()));
                        continue;
                    }
                    unknown.push(name);
                }
                Argument::Positional(expr) if !self.quiet.get() => {
                    let text = source_text(&expr.to_token_stream());
                    self.diagnostics.error(
                        expr,
                        format!("`{kind}` does not take `{text}` here\nexpected: `{}`", self.usage),
                    );
                }
                Argument::Arrow { tokens, .. } if !self.quiet.get() => {
                    self.diagnostics.error(
                        tokens,
                        format!("`{kind}` takes no `in -> out` here\nexpected: `{}`", self.usage),
                    );
                }
                _ => {}
            }
        }
        self.unknown_options(&unknown, &options);
    }

    /// One error for all options that the layer does not have: often its kind is what is wrong.
    fn unknown_options(&self, unknown: &[&Ident], options: &[&'static str]) {
        let Some(first) = unknown.first() else { return };
        let words: Vec<String> = unknown.iter().map(ToString::to_string).collect();
        let (kind, plural) = (&self.layer.kind, if words.len() > 1 { "s" } else { "" });
        let known = if options.is_empty() {
            format!("`{kind}` takes no options")
        } else {
            format!("options: {}", list(options.iter().copied()))
        };
        let near = words.iter().find_map(|w| suggest(w, options.iter().copied()));
        let help = near.map(|s| format!("\nhelp: write `{s} = …`")).unwrap_or_default();
        let words = list(words.iter().map(String::as_str));
        self.diagnostics
            .error(first, format!("`{kind}` has no option{plural} {words}\n{known}{help}"));
    }

    /// The span of the kind.
    pub fn kind_span(&self) -> Span {
        self.layer.kind.span()
    }
}

fn is_word(expr: &Expr, word: &str) -> bool {
    matches!(expr, Expr::Path(p) if p.path.is_ident(word))
}

/// `Some(n)` or `None`, for rustc.
pub fn optional(number: Option<&Number>) -> TokenStream {
    match number {
        Some(n) => quote!(::core::option::Option::Some(#n)),
        None => quote!(::core::option::Option::None),
    }
}
