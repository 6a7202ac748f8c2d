//! Terms of a body as others write them: `self.conv1(x)`, `F.relu(x)`, `x.view(-1, 8192)`, `x @ w`.
//!
//! A statement is rewritten as a whole, so that all that is written otherwise in it is one error.

use nnplan::Shape;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::arguments::Read;
use super::functions::rule;
use super::{Here, cut, kind_here};
use crate::diagnostics::Diagnostics;
use crate::ops;
use crate::syntax::{self, Argument, Call, Member, Term, value_text};

/// What a statement can name.
pub(crate) trait Names {
    /// Whether a layer has this name.
    fn is_layer(&self, name: &Ident) -> bool;
    /// Whether there may be other layers: an item could not be read.
    fn lacks_layers(&self) -> bool {
        false
    }
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
    // What is underlined ends before the arguments, so that it is the beginning of what is replaced.
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

pub(super) struct Rewriter<'n, N> {
    pub(super) names: &'n N,
    pub(super) parts: bool,
    notes: Vec<Note>,
    pub(super) refused: Option<(TokenStream, String)>,
    /// Whether it calls something unknown, which is reported elsewhere.
    pub(super) is_unknown: bool,
}

/// A call, whichever way it is written.
pub(super) struct Written<'w> {
    pub(super) name: &'w Ident,
    pub(super) arguments: Vec<TokenStream>,
    /// What to underline.
    pub(super) at: TokenStream,
    pub(super) tokens: &'w TokenStream,
    /// What is wrong with the way.
    pub(super) way: &'static str,
}

const SELF: &str = "layers are called by their names";
const WORD: &str = "functions are called by one word";
const METHOD: &str = "a body calls functions, not methods";

impl Written<'_> {
    /// A word of ours at its place.
    pub(super) fn word(&self, word: &str) -> Ident {
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

    /// An argument; one that is not a term stays.
    pub(super) fn argument(&mut self, tokens: &TokenStream) -> TokenStream {
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
            '^' => self.power(&whole, &l, &r),
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

    pub(super) fn note(
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

    pub(super) fn refuse(
        &mut self,
        call: &Written<'_>,
        what: &str,
        expected: &str,
        help: &str,
    ) -> TokenStream {
        let help = if help.is_empty() { String::new() } else { format!("\nhelp: {help}") };
        let found = cut(&value_text(call.tokens).replace("**", " ** "), 100);
        let message = format!("{what}\nexpected: {expected}\n   found: `{found}`{help}");
        self.refused.get_or_insert((call.at.clone(), message));
        call.tokens.clone()
    }

    pub(super) fn shape_of(&self, tokens: &TokenStream) -> Option<Shape> {
        let mut tokens = tokens.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), None) => self.names.shape(&name).filter(Shape::is_known),
            _ => None,
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
