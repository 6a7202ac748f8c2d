//! Terms of a body as others write them: `self.conv1(x)`, `F.relu(x)`, `x.view(-1, 8192)`, `x @ w`.
//!
//! A statement is rewritten as a whole, so that all that is written otherwise in it is one error.

use nnplan::Shape;
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Expr;

use super::arguments::Read;
use super::functions::{Rule, rule};
use super::{Here, cut, kind_here};
use crate::diagnostics::Diagnostics;
use crate::ops::{self, Callable};
use crate::syntax::{self, Argument, Call, Member, Term, value_text};

/// What a statement can name.
pub(crate) trait Names {
    /// Whether a layer has this name.
    fn is_layer(&self, name: &Ident) -> bool;
    /// Whether a value has this name.
    fn is_value(&self, name: &Ident) -> bool;
    /// The shape of a value, where it is known.
    fn shape(&self, name: &Ident) -> Option<Shape>;
}

/// What becomes of a term.
pub(crate) enum Outcome {
    /// It is written as here.
    Same,
    /// It is read as this term; the error, unless what it calls is unknown anyway.
    Read(Term, Option<Misread>),
    /// It means nothing here.
    Refused(TokenStream, String),
}

/// What is wrong with a term that can be read.
pub(crate) struct Misread {
    /// What to underline.
    pub(crate) at: TokenStream,
    /// The error.
    pub(crate) message: String,
    /// Whether it means this beyond doubt, so that its shape says something.
    pub(crate) is_certain: bool,
}

/// Rewrites a term.
///
/// `parts` is whether it is bound to several names.
pub(crate) fn rewrite(term: &Term, parts: bool, names: &impl Names) -> Outcome {
    let tokens = term.tokens();
    if !is_suspicious(&tokens) {
        return Outcome::Same;
    }
    let mut rewriter =
        Rewriter { names, parts, notes: Vec::new(), refused: None, is_unknown: false };
    let written = rewriter.term(term);
    if let Some((at, message)) = rewriter.refused {
        return Outcome::Refused(at, message);
    }
    let Some(first) = rewriter.notes.first() else {
        let unknown = rewriter.is_unknown.then(|| syntax::value(&written).ok()).flatten();
        return unknown.map_or(Outcome::Same, |term| Outcome::Read(term, None));
    };
    let Ok(read) = syntax::value(&written) else { return Outcome::Same };
    if rewriter.is_unknown {
        return Outcome::Read(read, None);
    }
    let at = if rewriter.notes.len() == 1 { first.at.clone() } else { tokens.clone() };
    // What is underlined ends ahead of the arguments, so that it is the beginning of what is replaced.
    let (found, text) = match rewriter.notes.as_slice() {
        [one] => (value_text(&one.found), value_text(&one.written)),
        _ => (value_text(&tokens), value_text(&written)),
    };
    let found = found.replace('@', " @ ").replace("**", " ** ");
    let message = format!(
        "{}\nexpected: `{}`\n   found: `{}`\nhelp: write `{}`",
        reasons(&rewriter.notes),
        first.expected,
        cut(&found, 100),
        bare(&text)
    );
    let is_certain = rewriter.notes.iter().all(|n| n.reason == SELF);
    Outcome::Read(read, Some(Misread { at, message, is_certain }))
}

/// `x * x` of `(x * x)`
fn bare(text: &str) -> &str {
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    inner.filter(|t| !t.contains(['(', ')'])).unwrap_or(text)
}

/// The first reasons, each once.
fn reasons(notes: &[Note]) -> String {
    let mut all: Vec<&str> = Vec::new();
    for note in notes {
        if !all.contains(&note.reason.as_str()) {
            all.push(&note.reason);
        }
    }
    match all.as_slice() {
        [one] => (*one).to_owned(),
        [first, second, ..] if first.len() + second.len() < 120 => format!("{first}, and {second}"),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}

/// Whether something of other languages may be in it: a `.`, `::`, `@`, `**`, or one of their words.
fn is_suspicious(tokens: &TokenStream) -> bool {
    let mut last = ' ';
    tokens.clone().into_iter().any(|token| {
        let before = std::mem::replace(&mut last, ' ');
        // `Dense(10)(x)`
        if before == ')' && matches!(token, TokenTree::Group(_)) {
            return true;
        }
        match &token {
            TokenTree::Punct(p) => {
                last = p.as_char();
                matches!(last, '.' | ':' | '@') || last == '*' && before == '*'
            }
            TokenTree::Group(group) => {
                last = ')';
                is_suspicious(&group.stream())
            }
            TokenTree::Ident(word) => {
                let word = word.to_string();
                ops::callable(&word).is_none() && rule(&word).is_some()
                    || OWN.contains(&word.as_str())
                    || super::options::places(&word).next().is_some()
            }
            TokenTree::Literal(_) => false,
        }
    })
}

/// Functions of ours whose arguments others write in another way.
const OWN: [&str; 11] = [
    "reshape",
    "flatten",
    "expand",
    "permute",
    "transpose",
    "concat",
    "mean",
    "sum",
    "max",
    "softmax",
    "log_softmax",
];

/// Something that is written otherwise.
struct Note {
    at: TokenStream,
    reason: String,
    expected: String,
    found: TokenStream,
    written: TokenStream,
}

struct Rewriter<'n, N> {
    names: &'n N,
    parts: bool,
    notes: Vec<Note>,
    refused: Option<(TokenStream, String)>,
    /// Whether it calls something unknown, which is reported elsewhere.
    is_unknown: bool,
}

/// A call, whichever way it is written.
struct Written<'w> {
    name: &'w Ident,
    arguments: Vec<TokenStream>,
    /// What to underline.
    at: TokenStream,
    tokens: &'w TokenStream,
    /// What is wrong with the way.
    way: &'static str,
}

const SELF: &str = "layers are called by their names";
const WORD: &str = "functions are called by one word";
const METHOD: &str = "a body calls functions, not methods";

impl Written<'_> {
    /// A word of ours at its place.
    fn word(&self, word: &str) -> Ident {
        Ident::new(word, self.name.span())
    }
}

impl<N: Names> Rewriter<'_, N> {
    fn term(&mut self, term: &Term) -> TokenStream {
        let before = (self.notes.len(), self.is_unknown);
        let written = match term {
            Term::Name(_) | Term::Number(_) => return term.tokens(),
            Term::Call(call) => self.call(call),
            Term::Member(member) => return self.member(member),
            Term::Negative { of, .. } => {
                let of = self.term(of);
                quote!(-#of)
            }
            Term::Binary { left, sign, right, tokens } => self.binary(left, *sign, right, tokens),
        };
        if (self.notes.len(), self.is_unknown) == before { term.tokens() } else { written }
    }

    /// An argument; one that is no term stays.
    fn argument(&mut self, tokens: &TokenStream) -> TokenStream {
        let first = tokens.clone().into_iter().next();
        let is_literal = matches!(first, Some(TokenTree::Literal(_)));
        match syntax::value(tokens) {
            Ok(term) if !is_literal => self.term(&term),
            _ => tokens.clone(),
        }
    }

    fn binary(
        &mut self,
        left: &Term,
        sign: char,
        right: &Term,
        tokens: &TokenStream,
    ) -> TokenStream {
        let whole = Written {
            name: &Ident::new(
                "matmul",
                tokens.clone().into_iter().next().map_or_else(Span::call_site, |t| t.span()),
            ),
            arguments: Vec::new(),
            at: tokens.clone(),
            tokens,
            way: "",
        };
        let (l, r) = (self.term(left), self.term(right));
        match sign {
            '@' => {
                let reason = "matrices are multiplied by `matmul`";
                let word = whole.word("matmul");
                self.note(&whole, reason, "matmul(a, b)", quote!(#word(#l, #r)))
            }
            '^' => self.power(&whole, &l, &value_text(&r)),
            _ => {
                let sign = proc_macro2::Punct::new(sign, proc_macro2::Spacing::Alone);
                let inner = quote!(#l #sign #r);
                // Parentheses belong to the term.
                let is_group = matches!(
                    tokens.clone().into_iter().collect::<Vec<_>>().as_slice(),
                    [TokenTree::Group(_)]
                );
                if is_group { quote!((#inner)) } else { inner }
            }
        }
    }

    fn call(&mut self, call: &Call) -> TokenStream {
        let name = &call.name;
        if self.names.is_layer(name) || self.names.is_value(name) {
            let arguments: Vec<_> = call.arguments.iter().map(|a| self.argument(a)).collect();
            return quote!(#name(#(#arguments),*));
        }
        let (at, arguments) = (name.to_token_stream(), call.arguments.clone());
        self.function(Written { name, arguments, at, tokens: &call.tokens, way: "" })
    }

    fn member(&mut self, member: &Member) -> TokenStream {
        let Member { of, name, arguments, path, tokens } = member;
        if let Some(refused) = self.layer_within(member) {
            return refused;
        }
        let given = arguments.clone().unwrap_or_default();
        let whole = |way, arguments| Written { name, arguments, at: path.clone(), tokens, way };
        let root = root(of);
        let is_value = root.is_some_and(|r| r != "self" && self.names.is_value(r));
        let is_layer = root.is_some_and(|r| self.names.is_layer(r));
        match root {
            // `conv1.forward(x)`
            Some(layer) if is_layer && !is_value => {
                let arguments: Vec<_> = given.iter().map(|a| self.argument(a)).collect();
                let written = quote!(#layer(#(#arguments),*));
                self.note(&whole(SELF, given), SELF, &format!("{layer}(x)"), written)
            }
            Some(root) if !is_value => {
                if self.names.is_layer(name) || arguments.is_none() && root == "self" {
                    if arguments.is_none() {
                        return self.note(
                            &whole(SELF, given),
                            SELF,
                            &format!("{name}(x)"),
                            quote!(#name),
                        );
                    }
                    let arguments: Vec<_> = given.iter().map(|a| self.argument(a)).collect();
                    let written = quote!(#name(#(#arguments),*));
                    return self.note(&whole(SELF, given), SELF, &format!("{name}(x)"), written);
                }
                self.function(whole(WORD, given))
            }
            _ => {
                let mut all = vec![of.tokens()];
                all.extend(given);
                self.function(whole(METHOD, all))
            }
        }
    }

    /// `nn.Linear(8, 10)`, `nn.Linear(8, 10)(x)`: a layer that is made in the body.
    fn layer_within(&mut self, member: &Member) -> Option<TokenStream> {
        let made = match &*member.of {
            Term::Member(inner) if member.name == "call" => inner,
            Term::Call(call) if member.name == "call" => {
                return self.made(&call.name, &call.arguments, &call.tokens);
            }
            _ => member,
        };
        let is_maker = ["new", "default", "init"].iter().any(|m| made.name == m);
        let name = match &*made.of {
            Term::Member(of) if is_maker => &of.name,
            Term::Name(of) if is_maker => of,
            _ => &made.name,
        };
        self.made(name, made.arguments.as_ref()?, &made.tokens)
    }

    fn made(
        &mut self,
        name: &Ident,
        arguments: &[TokenStream],
        tokens: &TokenStream,
    ) -> Option<TokenStream> {
        let word = name.to_string();
        let kind = match (ops::kind(&word), kind_here(&word)) {
            (Some(kind), _) => kind.name,
            (None, Some(Here::Is(kind) | Here::Ordered(kind, _))) => kind,
            _ => return None,
        };
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        let layer = syntax::call(name, Vec::new(), arguments, &Diagnostics::default());
        let written =
            Read::new(&layer, kind, None).map(|read| read.arguments()).unwrap_or_default();
        let written: Vec<String> = written.iter().map(Argument::source).collect();
        let written = match written.as_slice() {
            [] => kind.to_owned(),
            some => format!("{kind}({})", some.join(", ")),
        };
        let message = format!(
            "layers are declared before `forward`, and called in it\nexpected: `name(x)`\n   found: `{}`\nhelp: give it a line of its own, `name: {written};`, and call `name(x)` here",
            cut(&value_text(tokens), 100)
        );
        self.refused.get_or_insert((tokens.clone(), message));
        Some(tokens.clone())
    }

    /// A function, or what others have for one.
    fn function(&mut self, call: Written<'_>) -> TokenStream {
        let word = call.name.to_string();
        let own = ops::callable(&word);
        let is_plain = call.way.is_empty();
        if !is_plain && self.names.is_layer(call.name) {
            let (name, written) = (call.name, self.unchanged(&call));
            return self.note(&call, call.way, &format!("{name}(x)"), written);
        }
        let is_number = |a: &TokenStream| value_text(a).parse::<i64>().is_ok();
        let rule = match own {
            Some(_) if is_plain && matches!(word.as_str(), "expand" | "permute" | "transpose") => {
                return self.unchanged(&call);
            }
            Some(_) if word == "reshape" && !(is_plain && has_own_sizes(&call.arguments)) => {
                Rule::Reshape
            }
            Some(_)
                if word == "concat"
                    && call.arguments.iter().all(|a| !is_list(a) && !is_number(a)) =>
            {
                Rule::Is("concat")
            }
            Some(_) if !is_plain || word == "flatten" || word == "concat" => {
                rule(&word).unwrap_or(Rule::Same)
            }
            Some(Callable::Function(f)) => Rule::Is(f.name),
            Some(Callable::Kind(k)) => Rule::Is(k.name),
            None if word == "split" && is_plain => {
                return self.unchanged(&call);
            }
            None => match rule(&word) {
                Some(rule) => rule,
                None => {
                    self.is_unknown |= !is_plain;
                    return self.unchanged(&call);
                }
            },
        };
        self.by_rule(&call, rule)
    }

    fn unchanged(&mut self, call: &Written<'_>) -> TokenStream {
        let name = call.name;
        let arguments: Vec<_> = call.arguments.iter().map(|a| self.argument(a)).collect();
        quote!(#name(#(#arguments),*))
    }

    fn by_rule(&mut self, call: &Written<'_>, rule: Rule) -> TokenStream {
        let x = call.arguments.first().map(|a| self.argument(a)).unwrap_or_default();
        let rest = call.arguments.get(1..).unwrap_or_default();
        let name = call.name;
        match rule {
            Rule::Is(word) => self.is(call, word),
            Rule::Same => self.note(call, &format!("`{name}` is not needed"), "x", x),
            Rule::Sign(sign) => {
                let sign = proc_macro2::Punct::new(sign, proc_macro2::Spacing::Alone);
                let second = rest.first().map(|a| self.argument(a));
                let shown = format!("a {} b", sign.as_char());
                self.note(
                    call,
                    "signs are written between values",
                    &shown,
                    quote!(#x #sign #second),
                )
            }
            Rule::Square => self.power(call, &x, "2"),
            Rule::Power => self.power(call, &x, &rest.first().map(value_text).unwrap_or_default()),
            Rule::Flatten if rest.is_empty() && call.way.is_empty() && name == "flatten" => {
                quote!(#name(#x))
            }
            Rule::Flatten => {
                let reason = if call.way.is_empty() {
                    "`flatten` takes no axes: the batch is implied"
                } else {
                    call.way
                };
                let word = call.word("flatten");
                self.note(call, reason, "flatten(x)", quote!(#word(#x)))
            }
            Rule::Reshape => self.reshape(call, &x),
            Rule::Expand => self.expand(call, &x),
            Rule::Permute => self.permute(call, &x, &numbers(rest)),
            Rule::Transpose => self.transpose(call, &x, &numbers(rest)),
            Rule::Squeeze | Rule::Unsqueeze => {
                self.squeezed(call, &x, matches!(rule, Rule::Squeeze), &numbers(rest))
            }
            Rule::Concat => self.concat(call),
            Rule::Split => {
                let axis = rest
                    .iter()
                    .rev()
                    .find_map(|a| named(a, &["dim", "axis"]))
                    .or(rest.get(1).cloned());
                let axis = self.axis(axis.as_ref(), &x);
                let word = call.word("split");
                let (reason, usage) =
                    ("equal parts are made by `split`", "let (a, b) = split(x, axis = 0);");
                let written = quote!(#word(#x, axis = #axis));
                if !self.parts {
                    let written = value_text(&written);
                    return self.refuse(call, reason, &format!("`let (a, b) = {written};`"), "");
                }
                self.note(call, reason, usage, written)
            }
            Rule::Size => self.size(call, &numbers(rest)),
            Rule::Nothing(why, instead) => {
                let message = format!(
                    "there is no function `{name}`: {why}\nexpected: a function, such as `relu(x)`\n   found: `{}`\nhelp: {instead}",
                    cut(&value_text(call.tokens), 100)
                );
                self.refused.get_or_insert((call.at.clone(), message));
                call.tokens.clone()
            }
        }
    }

    /// A function of ours, whose options may have other names.
    fn is(&mut self, call: &Written<'_>, word: &'static str) -> TokenStream {
        let all = ops::KINDS.iter().copied().flatten();
        let kind = all
            .filter(|k| k.stateless)
            .find(|k| k.name == word || ops::function_name(k.name) == word);
        let shown = kind.map_or_else(|| word.to_owned(), |k| ops::function_name(k.name));
        let ident = Ident::new(&shown, call.name.span());
        let count = match ops::callable(&shown) {
            Some(Callable::Function(f)) if f.operands == ops::Operands::Several => {
                call.arguments.iter().take_while(|a| !is_option(a)).count()
            }
            Some(Callable::Function(ops::Function {
                operands: ops::Operands::Exactly(n), ..
            })) => *n,
            _ => 1,
        };
        let (values, options) = call.arguments.split_at(count.min(call.arguments.len()));
        let values: Vec<TokenStream> = values.iter().map(|v| self.argument(v)).collect();
        let first = values.first().cloned().unwrap_or_default();
        let counts_batch = !call.way.is_empty();
        let (options, reasons) =
            self.options(kind.map_or(word, |k| k.name), &ident, options, &first, counts_batch);
        if let Some(lost) = reasons.iter().find(|r| r.contains("no equal")) {
            let usage = ops::callable(&shown).map_or_else(String::new, usage);
            return self.refuse(call, lost, &format!("`{usage}`"), "");
        }
        let all: Vec<&TokenStream> = values.iter().chain(&options).collect();
        let written = quote!(#ident(#(#all),*));
        let usage = ops::callable(&shown).map_or_else(String::new, usage);
        let mut reason = call.way.to_owned();
        if *call.name != shown {
            reason = if reason.is_empty() {
                format!("`{}` is `{shown}` here", call.name)
            } else {
                reason
            };
        }
        if reason.is_empty() && reasons.is_empty() {
            return written;
        }
        let reason = if reason.is_empty() { reasons.join(", and ") } else { reason };
        self.note(call, &reason, &usage, written)
    }

    /// Arguments after the values, and what is wrong with them.
    fn options(
        &self,
        kind: &str,
        ident: &Ident,
        options: &[TokenStream],
        first: &TokenStream,
        counts_batch: bool,
    ) -> (Vec<TokenStream>, Vec<String>) {
        let silence = Diagnostics::default();
        let layer = syntax::call(ident, Vec::new(), options, &silence);
        let rank = self.shape_of(first).map(|s| s.rank());
        let Some(read) =
            Read::of_function(&layer, kind, rank, counts_batch).filter(|_| !layer.is_faulty)
        else {
            return (options.to_vec(), Vec::new());
        };
        if read.changes.is_empty() {
            return (options.to_vec(), Vec::new());
        }
        let written = read.arguments().iter().map(tokens_of).collect();
        (written, read.changes.iter().map(|c| c.reason.clone()).collect())
    }

    fn note(
        &mut self,
        call: &Written<'_>,
        reason: &str,
        expected: &str,
        written: TokenStream,
    ) -> TokenStream {
        self.notes.push(Note {
            at: call.at.clone(),
            reason: reason.to_owned(),
            expected: expected.to_owned(),
            found: call.tokens.clone(),
            written: written.clone(),
        });
        written
    }

    fn refuse(
        &mut self,
        call: &Written<'_>,
        what: &str,
        expected: &str,
        help: &str,
    ) -> TokenStream {
        let help = if help.is_empty() { String::new() } else { format!("\nhelp: {help}") };
        let found = cut(&value_text(call.tokens), 100);
        let message = format!("{what}\nexpected: {expected}\n   found: `{found}`{help}");
        self.refused.get_or_insert((call.at.clone(), message));
        call.tokens.clone()
    }

    fn shape_of(&self, tokens: &TokenStream) -> Option<Shape> {
        let mut tokens = tokens.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), None) => self.names.shape(&name).filter(Shape::is_known),
            _ => None,
        }
    }

    fn power(&mut self, call: &Written<'_>, x: &TokenStream, power: &str) -> TokenStream {
        match power {
            "2" | "2.0" => self.note(call, "a square is a product", "x * x", quote!((#x * #x))),
            "3" | "3.0" => self.note(call, "a power is a product", "x * x", quote!((#x * #x * #x))),
            _ => self.refuse(call, "there is no power of values", "a product, such as `x * x`", ""),
        }
    }

    /// `view(x, -1, 8192)`: the first size is the batch.
    fn reshape(&mut self, call: &Written<'_>, x: &TokenStream) -> TokenStream {
        let sizes = spread(call.arguments.get(1..).unwrap_or_default());
        let shape = self.shape_of(x);
        let number = |t: &TokenStream| value_text(t).parse::<i64>().ok();
        let known: Option<Vec<i64>> = sizes.iter().map(number).collect();
        let length = shape.map(|s| s.len() as i64);
        let is_sample = known.as_ref().is_some_and(|k| {
            length.is_some_and(|n| k.iter().all(|s| *s > 0) && k.iter().product::<i64>() == n)
        });
        let rest = if is_sample { &sizes[..] } else { sizes.get(1..).unwrap_or_default() };
        let way = if call.way.is_empty() { "the batch is implied in a shape" } else { call.way };
        if rest.len() <= 1 && !is_sample {
            let word = call.word("flatten");
            return self.note(call, way, "flatten(x)", quote!(#word(#x)));
        }
        let mut out: Vec<TokenStream> = rest.to_vec();
        if let Some(gap) = rest.iter().position(|t| number(t).is_some_and(|n| n < 0)) {
            let others: Option<i64> = rest
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != gap)
                .map(|(_, t)| number(t))
                .product();
            let (Some(length), Some(others)) = (length, others.filter(|n| *n > 0)) else {
                let what = "a shape has all its sizes, without the batch";
                return self.refuse(call, what, "`reshape(x, [channels, height, width])`", "");
            };
            let size = Literal::i64_unsuffixed(length / others);
            out[gap] = quote!(#size);
        }
        let word = call.word("reshape");
        self.note(
            call,
            way,
            "reshape(x, [channels, height, width])",
            quote!(#word(#x, [#(#out),*])),
        )
    }

    /// `x.expand(-1, 8, 4, 4)`
    fn expand(&mut self, call: &Written<'_>, x: &TokenStream) -> TokenStream {
        let usage = "expand(x, [channels, height, width])";
        let sizes = spread(call.arguments.get(1..).unwrap_or_default());
        let rank = self.shape_of(x).map(|s| s.rank());
        let rest = if rank.is_some_and(|r| sizes.len() > r) { &sizes[1..] } else { &sizes[..] };
        let is_size = |t: &TokenStream| value_text(t).parse::<u64>().is_ok();
        if call.name != "expand" && call.name != "broadcast_to" || !rest.iter().all(is_size) {
            return self.refuse(
                call,
                "equal values are repeated by `expand`",
                &format!("`{usage}`"),
                "",
            );
        }
        let word = call.word("expand");
        self.note(call, call.way, usage, quote!(#word(#x, [#(#rest),*])))
    }

    fn permute(&mut self, call: &Written<'_>, x: &TokenStream, axes: &[i64]) -> TokenStream {
        let way = if call.way.is_empty() { "axes are counted without the batch" } else { call.way };
        let axes: Vec<Literal> = match axes {
            [0, rest @ ..] if rest.iter().all(|a| *a > 0) => {
                rest.iter().map(|a| Literal::i64_unsuffixed(a - 1)).collect()
            }
            _ => {
                return self.refuse(
                    call,
                    way,
                    "`permute(x, [1, 2, 0])`, axes without the batch",
                    "",
                );
            }
        };
        let word = call.word("permute");
        self.note(call, way, "permute(x, [1, 2, 0])", quote!(#word(#x, [#(#axes),*])))
    }

    fn transpose(&mut self, call: &Written<'_>, x: &TokenStream, axes: &[i64]) -> TokenStream {
        let way = if call.way.is_empty() { "axes are counted without the batch" } else { call.way };
        let rank = self.shape_of(x).map_or(2, |s| s.rank() as i64);
        let place = |a: i64| if a < 0 { rank + a } else { a - 1 };
        let (a, b) = match axes {
            [] => (rank - 2, rank - 1),
            [a, b] => (place(*a), place(*b)),
            _ => {
                return self.refuse(
                    call,
                    way,
                    "`permute(x, [1, 2, 0])`, axes without the batch",
                    "",
                );
            }
        };
        if a.min(b) < 0 || a.max(b) >= rank {
            return self.refuse(
                call,
                "the batch is no axis of a value",
                "`permute(x, [1, 2, 0])`",
                "",
            );
        }
        if a.min(b) == rank - 2 && a.max(b) == rank - 1 {
            let word = call.word("transpose");
            return self.note(call, way, "transpose(x)", quote!(#word(#x)));
        }
        let mut all: Vec<i64> = (0..rank).collect();
        all.swap(a as usize, b as usize);
        let all = all.into_iter().map(Literal::i64_unsuffixed);
        let word = call.word("permute");
        self.note(call, way, "permute(x, [1, 2, 0])", quote!(#word(#x, [#(#all),*])))
    }

    /// `unsqueeze(x, 1)`, `squeeze(x)`: a reshape.
    fn squeezed(
        &mut self,
        call: &Written<'_>,
        x: &TokenStream,
        removes: bool,
        axes: &[i64],
    ) -> TokenStream {
        let way = "a new shape is given by `reshape`";
        let usage = "reshape(x, [channels, height, width])";
        let Some(shape) = self.shape_of(x) else {
            return self.refuse(call, way, &format!("`{usage}`"), "");
        };
        let mut sizes: Vec<i64> = (0..shape.rank()).map(|i| shape.dim(i) as i64).collect();
        let rank = sizes.len() as i64;
        if removes {
            let place = |a: &i64| if *a < 0 { rank + a } else { a - 1 };
            let gone: Vec<i64> = axes.iter().map(place).collect();
            let mut i = -1;
            sizes.retain(|s| {
                i += 1;
                *s != 1 || !gone.is_empty() && !gone.contains(&i)
            });
        } else {
            let at = axes.first().map_or(0, |a| if *a < 0 { rank + 1 + a } else { a - 1 });
            sizes.insert(at.clamp(0, rank) as usize, 1);
        }
        let sizes = sizes.into_iter().map(Literal::i64_unsuffixed);
        let word = call.word("reshape");
        self.note(call, way, usage, quote!(#word(#x, [#(#sizes),*])))
    }

    fn concat(&mut self, call: &Written<'_>) -> TokenStream {
        let is_value = |a: &&TokenStream| !is_option(a) && value_text(a).parse::<i64>().is_err();
        let values = spread(&call.arguments.iter().filter(is_value).cloned().collect::<Vec<_>>());
        let values: Vec<TokenStream> = values.iter().map(|v| self.argument(v)).collect();
        let option = call.arguments.iter().find_map(|a| named(a, &["dim", "axis"]));
        let number = || {
            call.arguments.iter().skip(1).find(|a| value_text(a).parse::<i64>().is_ok()).cloned()
        };
        let axis = option
            .or_else(number)
            .map(|axis| self.axis(Some(&axis), values.first().unwrap_or(&axis)));
        let axis = axis.map(|axis| quote!(, axis = #axis));
        let reason = match call.way {
            "" if call.name == "concat" => {
                "values stand one by one, and axes are counted without the batch".to_owned()
            }
            "" => format!("`{}` is `concat` here", call.name),
            way => way.to_owned(),
        };
        let word = call.word("concat");
        self.note(call, &reason, "concat(a, b, axis = 0)", quote!(#word(#(#values),* #axis)))
    }

    /// An axis without the batch.
    fn axis(&self, axis: Option<&TokenStream>, x: &TokenStream) -> Literal {
        let number = axis.and_then(|a| value_text(a).parse::<i64>().ok()).unwrap_or(1);
        let rank = self.shape_of(x).map_or(1, |s| s.rank() as i64);
        Literal::i64_unsuffixed(if number < 0 {
            (rank + number).max(0)
        } else {
            (number - 1).max(0)
        })
    }

    fn size(&mut self, call: &Written<'_>, axes: &[i64]) -> TokenStream {
        let what = "sizes are known when a network is compiled, so they are numbers or constants";
        let index = call.tokens.clone().into_iter().last().and_then(|t| match t {
            TokenTree::Group(g) if g.delimiter() == Delimiter::Bracket => {
                value_text(&g.stream()).parse().ok()
            }
            _ => None,
        });
        let axis = axes.first().copied().or(index);
        let shape = call.arguments.first().and_then(|x| self.shape_of(x));
        match (axis, shape) {
            (Some(0), _) => self.refuse(
                call,
                what,
                "nothing: the batch is implied",
                "leave it out: shapes do not count the batch",
            ),
            (Some(axis), Some(shape)) if axis >= 1 && (axis as usize) <= shape.rank() => {
                let size = shape.dim(axis as usize - 1);
                self.refuse(call, what, &format!("{size}"), &format!("put `{size}` in its place"))
            }
            _ => self.refuse(call, what, "a number, or a constant of the network", ""),
        }
    }
}

/// The name at the beginning: `torch` of `torch.nn.functional`.
fn root(term: &Term) -> Option<&Ident> {
    match term {
        Term::Name(name) => Some(name),
        Term::Member(Member { of, arguments: None, .. }) => root(of),
        _ => None,
    }
}

/// How a function is written.
fn usage(callable: Callable) -> String {
    match callable {
        Callable::Function(f) => f.usage.to_owned(),
        Callable::Kind(k) => {
            let name = ops::function_name(k.name);
            match k.usage.split_once('(') {
                Some((_, rest)) => format!("{name}(x, {rest}"),
                None => format!("{name}(x)"),
            }
        }
    }
}

fn tokens_of(argument: &Argument) -> TokenStream {
    match argument {
        Argument::Arrow { tokens, .. }
        | Argument::List { tokens, .. }
        | Argument::Range { tokens, .. } => tokens.clone(),
        Argument::Positional(value) => value.to_token_stream(),
        Argument::Named { name, value } => quote!(#name = #value),
    }
}

/// `axis = 1`
fn is_option(argument: &TokenStream) -> bool {
    let mut tokens = argument.clone().into_iter();
    let is_word = matches!(tokens.next(), Some(TokenTree::Ident(_)));
    is_word && matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=')
}

/// The value of an option that is called by one of these names.
fn named(argument: &TokenStream, names: &[&str]) -> Option<TokenStream> {
    let mut tokens = argument.clone().into_iter();
    let name = tokens.next()?.to_string();
    let is_sign = matches!(tokens.next(), Some(TokenTree::Punct(p)) if p.as_char() == '=');
    (is_sign && names.contains(&name.as_str())).then(|| tokens.collect())
}

/// `[a, b]` or `(a, b)`, but not a value in parentheses.
fn is_list(argument: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = argument.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Group(group)] => {
            let is_bracket = group.delimiter() == Delimiter::Bracket;
            is_bracket || elements(group).len() > 1
        }
        _ => false,
    }
}

/// Arguments, or the elements of the one list among them.
fn spread(arguments: &[TokenStream]) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = match arguments {
        [one] => one.clone().into_iter().collect(),
        _ => return arguments.to_vec(),
    };
    let [TokenTree::Group(group)] = tokens.as_slice() else { return arguments.to_vec() };
    if !is_list(&arguments[0]) {
        return arguments.to_vec();
    }
    elements(group)
}

fn elements(group: &Group) -> Vec<TokenStream> {
    let mut all = vec![TokenStream::new()];
    for token in group.stream() {
        if matches!(&token, TokenTree::Punct(p) if p.as_char() == ',') {
            all.push(TokenStream::new());
        } else {
            all.last_mut().expect("one at least").extend([token]);
        }
    }
    all.retain(|t| !t.is_empty());
    all
}

/// The numbers among arguments, or in a list; options count with their values.
fn numbers(arguments: &[TokenStream]) -> Vec<i64> {
    let value = |a: &TokenStream| {
        named(a, &["dim", "axis", "dims", "dim0", "dim1", "axes"]).unwrap_or_else(|| a.clone())
    };
    let plain: Vec<TokenStream> = arguments.iter().map(value).collect();
    spread(&plain).iter().filter_map(|t| value_text(t).parse().ok()).collect()
}

/// Whether the sizes of `reshape(x, [8, 7, 7])` are as here: one list, all of it positive.
fn has_own_sizes(arguments: &[TokenStream]) -> bool {
    match arguments.get(1..) {
        Some([]) | None => true,
        Some([one]) => {
            let is_bracket = matches!(one.clone().into_iter().next(), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Bracket);
            (is_bracket || is_option(one)) && !value_text(one).contains('-')
                || syn::parse2::<Expr>(one.clone())
                    .is_ok_and(|e| matches!(e, Expr::Path(_) | Expr::Tuple(_)))
                    && !value_text(one).contains('-')
        }
        Some(several) => !several.iter().all(|a| value_text(a).parse::<i64>().is_ok()),
    }
}
