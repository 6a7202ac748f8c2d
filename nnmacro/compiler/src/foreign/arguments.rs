//! The arguments of a layer as others write them: by position, by other names, with words in quotes.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, Lit, Token, parse_quote};

use super::kinds::{Signature, kind_here, signature};
use super::options::{Place, places};
use super::{Here, plain};
use crate::ops;
use crate::syntax::{Argument, LayerSyntax, source_text};

/// Something that is written otherwise here.
pub(super) struct Change {
    /// What to underline, if it is all that is wrong.
    pub(super) at: TokenStream,
    /// What is wrong.
    pub(super) reason: String,
    /// What to write there, if it is all that is wrong.
    pub(super) write: Option<String>,
}

/// The arguments, where they belong.
pub(super) struct Read<'a> {
    signature: &'static Signature,
    name: &'a Ident,
    input: Option<Expr>,
    output: Option<Expr>,
    first: Option<Expr>,
    options: Vec<(Ident, Expr)>,
    /// What has no place, as it stands.
    rest: Vec<Argument>,
    /// The rank of what it is applied to, where it is known.
    rank: Option<usize>,
    /// Whether the number of an axis counts the batch, even where it is called as here.
    counts_batch: bool,
    /// Whether something is a mistake that rustc reported: `'same'`.
    pub(super) is_reported: bool,
    /// Whether something is asked of the batch, which has no equal.
    pub(super) is_batch: bool,
    /// An activation that was given as an argument.
    pub(super) activation: Option<&'static str>,
    pub(super) changes: Vec<Change>,
}

impl<'a> Read<'a> {
    /// The arguments of `layer`, which is of the kind `kind`; `order` is theirs by position, if it is not PyTorch's.
    pub(super) fn new(
        layer: &'a LayerSyntax,
        kind: &str,
        order: Option<&'static [Place]>,
    ) -> Option<Self> {
        Self::none(layer, kind).map(|read| read.all(layer, order))
    }

    /// The arguments of a function on a value of that rank.
    pub(super) fn of_function(
        layer: &'a LayerSyntax,
        name: &str,
        rank: Option<usize>,
        counts_batch: bool,
    ) -> Option<Self> {
        let read = Self { rank, counts_batch, ..Self::none(layer, name)? };
        Some(read.all(layer, None))
    }

    fn none(layer: &'a LayerSyntax, kind: &str) -> Option<Self> {
        Some(Self {
            signature: signature(kind)?,
            name: &layer.name,
            input: None,
            output: None,
            first: None,
            options: Vec::new(),
            rest: Vec::new(),
            rank: None,
            counts_batch: false,
            is_batch: false,
            is_reported: false,
            activation: None,
            changes: Vec::new(),
        })
    }

    fn all(mut self, layer: &LayerSyntax, order: Option<&'static [Place]>) -> Self {
        let is_size = |e: &&Expr| needless(e).is_none() && !is_activation(e);
        let positional: Vec<&Expr> =
            layer.arguments.iter().filter_map(positional).filter(is_size).collect();
        let is_out = |a: &Argument| match a {
            Argument::Named { name, .. } => places(&name.to_string()).next() == Some(Place::Out),
            _ => false,
        };
        // `Linear(8, out_features = 10)`
        let of = positional.len() + usize::from(layer.arguments.iter().any(is_out));
        // Keras gives no more than sizes and a kernel without names.
        let order = order.filter(|o| !o.starts_with(&[Place::Out]) || positional.len() < 3);
        let has_arrow = layer.arguments.iter().any(|a| matches!(a, Argument::Arrow { .. }));
        let mut number = 0;
        for argument in &layer.arguments {
            match argument {
                Argument::Arrow { input, output, .. } if self.output.is_none() => {
                    let unknown = || Expr::Verbatim(quote!(_));
                    self.input = Some(input.as_deref().map_or_else(unknown, Expr::clone));
                    self.output = Some((**output).clone());
                }
                Argument::Positional(expr) if needless(expr).is_some() => {
                    let place = needless(expr).expect("it was asked");
                    self.put(place, expr, &expr.to_token_stream(), "");
                }
                Argument::Positional(expr)
                    if is_activation(expr) && self.signature.has(Place::Out) =>
                {
                    self.put(Place::Activation, expr, &expr.to_token_stream(), "");
                }
                Argument::Positional(expr) if !has_arrow => {
                    self.by_position(argument, expr, number, of, order);
                    number += 1;
                }
                Argument::Named { name, value } => self.named(argument, name, value),
                other => self.rest.push(other.clone()),
            }
        }
        self
    }

    fn by_position(
        &mut self,
        argument: &Argument,
        expr: &Expr,
        number: usize,
        of: usize,
        order: Option<&'static [Place]>,
    ) {
        let has = |place| self.signature.order.contains(&place);
        if let (0, true) = (number, has(Place::In))
            && let [input, output] = elements(expr).as_slice()
        {
            self.joined(expr);
            (self.input, self.output) = (Some(input.clone()), Some(output.clone()));
            return;
        }
        if of == 1 && has(Place::In) {
            self.output = Some(self.value("", expr, false)); // as it is here
            return;
        }
        // A list took the places of two.
        let number =
            number + usize::from(self.input.is_some() && self.output.is_some() && number == 1);
        let order = order.unwrap_or(self.signature.order);
        // `inplace`, which is a switch: another value is a mistake of its own.
        let text = source_text(&expr.to_token_stream()).to_lowercase();
        let fits = |p: &Place| {
            !matches!(p, Place::Needless(_))
                || has(Place::First) == (text == "true" || text == "false")
                || !has(Place::First)
        };
        let Some(place) = order.get(number).copied().filter(fits) else {
            self.rest.push(argument.clone());
            return;
        };
        if matches!(place, Place::First | Place::Sizes) && number == 0 {
            self.first = Some(self.value("", expr, false)); // as it is here
            return;
        }
        if place == Place::Out && order.first() == Some(&Place::Out) {
            self.output = Some(expr.clone());
            return;
        }
        let at = expr.to_token_stream();
        self.put(place, expr, &at, "");
    }

    fn named(&mut self, argument: &Argument, name: &Ident, value: &Expr) {
        let word = name.to_string();
        // `-1`, not an expression with a sign in it.
        let below_zero =
            |e: &Expr| source_text(&e.to_token_stream()).parse::<i64>().is_ok_and(|n| n < 0);
        let is_negative = || elements(value).iter().any(below_zero);
        let is_axis =
            matches!(word.as_str(), "axis" | "axes") && (self.counts_batch || is_negative());
        let known = self.signature.options.iter().find(|o| name == **o && !is_axis);
        if let Some(option) = known {
            let value = self.value(option, value, true);
            self.options.push((name.clone(), value));
            return;
        }
        let place = places(&word).find(|p| self.signature.has(*p));
        match place {
            Some(place) => self.put(place, value, &name.to_token_stream(), &word),
            None => self.rest.push(argument.clone()),
        }
    }

    /// An argument that is written otherwise here; `word` is its name, if it has one.
    fn put(&mut self, place: Place, value: &Expr, at: &TokenStream, word: &str) {
        let shown =
            if word.is_empty() { source_text(&value.to_token_stream()) } else { word.to_owned() };
        let reason = match place {
            Place::In => {
                self.input = Some(value.clone());
                return self.joined(at);
            }
            Place::Out => {
                self.output = Some(value.clone());
                return self.joined(at);
            }
            Place::First | Place::Sizes => {
                self.first = Some(self.value("", value, false));
                format!("`{word}` is given without a name")
            }
            Place::Option(option) => {
                let value = self.value(option, value, false);
                self.options.push((Ident::new(option, Span::call_site()), value));
                if word.is_empty() {
                    "options are given by name".to_owned()
                } else {
                    format!("`{word}` is `{option}`")
                }
            }
            Place::Axis => {
                if elements(value).iter().any(|e| source_text(&e.to_token_stream()) == "0") {
                    let reason = format!(
                        "`{shown}` has no equal: axis 0 is the batch, and no axis of a value"
                    );
                    self.changes.push(Change { at: at.clone(), reason, write: None });
                    self.is_batch = true;
                    return;
                }
                let axes: Vec<Expr> = elements(value).iter().map(|v| self.axis(v)).collect();
                let axis = match axes.as_slice() {
                    [one] => one.clone(),
                    several => parse_quote!((#(#several),*)),
                };
                self.options.push((Ident::new("axis", Span::call_site()), axis));
                "axes are counted without the batch".to_owned()
            }
            Place::Shape => {
                let axes = sizes(value);
                if axes > 1 {
                    self.options.push((Ident::new("axes", Span::call_site()), parse_quote!(#axes)));
                }
                format!("`{shown}` is not needed: a norm takes the number of axes, 1 unless given")
            }
            Place::One if is_one(value) => {
                format!("`{shown}` is not needed: one number a channel is left")
            }
            Place::One => format!("`{shown}` has no equal: one number a channel is left"),
            Place::Activation => {
                self.activation = activation(value);
                "an activation is a layer of its own".to_owned()
            }
            Place::Needless(why) => format!("`{shown}` is not needed: {why}"),
            Place::None(why) => format!("`{shown}` has no equal: {why}"),
        };
        self.changes.push(Change { at: at.clone(), reason, write: None });
    }

    fn joined(&mut self, at: impl ToTokens) {
        let reason = format!("the sizes of `{}` are joined by `->`", self.name);
        if !self.changes.iter().any(|c| c.reason == reason) {
            self.changes.push(Change { at: at.to_token_stream(), reason, write: None });
        }
    }

    /// A value as it is written here. `is_ours` is whether its option is: then the value is a mistake by itself.
    fn value(&mut self, option: &str, value: &Expr, is_ours: bool) -> Expr {
        let text = source_text(&value.to_token_stream());
        let pair = text
            .split_once('x')
            .and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?)));
        let (written, reason): (Expr, _) = match value {
            Expr::Lit(_) if pair.is_some() => {
                let text = text.replace('x', ", ");
                let written =
                    syn::parse_str(&format!("({text})")).unwrap_or_else(|_| value.clone());
                (written, "a pair stands in parentheses".to_owned())
            }
            Expr::Path(path) if option == "padding" && path.path.is_ident(&text.to_uppercase()) => {
                let word = text.to_lowercase();
                if !PADDINGS.contains(&word.as_str()) {
                    return value.clone();
                }
                let word = Ident::new(&word, Span::call_site());
                (parse_quote!(#word), "`padding` is given by a word in small letters".to_owned())
            }
            Expr::Verbatim(_) if list(value).is_some() && !self.signature.has(Place::Sizes) => {
                let elements = list(value).unwrap_or_default();
                let written = match elements.as_slice() {
                    [one] => one.clone(),
                    several => parse_quote!((#(#several),*)),
                };
                (written, "a pair stands in parentheses".to_owned())
            }
            Expr::Lit(lit) if matches!(&lit.lit, Lit::Str(_) | Lit::Char(_) | Lit::Verbatim(_)) => {
                let word = text.trim_matches(['"', '\'']).to_lowercase();
                if text.starts_with('\'') {
                    self.is_reported = true;
                    let word = syn::parse_str::<Ident>(&word);
                    return word.map_or_else(|_| value.clone(), |word| parse_quote!(#word));
                }
                let Ok(word) = syn::parse_str::<Ident>(&word) else { return value.clone() };
                if option == "padding" && !PADDINGS.iter().any(|p| word == p) {
                    let reason = format!(
                        "`{text}` has no equal: paddings with a name are `same` and `valid`"
                    );
                    self.changes.push(Change { at: value.to_token_stream(), reason, write: None });
                    return parse_quote!(0);
                }
                (parse_quote!(#word), format!("`{option}` is given by a word without quotes"))
            }
            Expr::Path(path) if path.path.is_ident("True") => return parse_quote!(true),
            Expr::Path(path) if path.path.is_ident("False") => return parse_quote!(false),
            _ => return value.clone(),
        };
        let is_flag = matches!(option, "bias" | "count_include_pad" | "groups" | "approximate");
        if !is_flag {
            let write = is_ours.then(|| source_text(&written.to_token_stream()));
            self.changes.push(Change { at: value.to_token_stream(), reason, write });
        }
        written
    }

    /// An axis without the batch. Where the rank is unknown the last is taken for the first: of a vector it is.
    fn axis(&self, value: &Expr) -> Expr {
        let rank = self.rank.unwrap_or(1) as i64;
        let axis = match source_text(&value.to_token_stream()).parse::<i64>() {
            Ok(n) if n >= 1 => n - 1,
            Ok(0) | Err(_) => return value.clone(),
            Ok(n) => (rank + n).max(0),
        };
        let axis = proc_macro2::Literal::i64_unsuffixed(axis);
        parse_quote!(#axis)
    }

    /// A kernel that is missing besides.
    pub(super) fn complete(&mut self) {
        let has_kernel = self.options.iter().any(|(name, _)| name == "kernel");
        let takes =
            self.signature.options.starts_with(&["kernel"]) && self.signature.has(Place::In);
        if let (true, false, Some(Argument::Positional(kernel))) =
            (takes, has_kernel, self.rest.first())
        {
            self.options.insert(0, (Ident::new("kernel", Span::call_site()), kernel.clone()));
            self.rest.remove(0);
        } else if takes && !has_kernel && self.output.is_some() {
            self.options.insert(0, (Ident::new("kernel", Span::call_site()), parse_quote!(3)));
        }
    }

    /// Whether what the kind must have is there.
    pub(super) fn is_whole(&self) -> bool {
        let has = |place| self.signature.order.first() == Some(&place);
        !(has(Place::In) && self.output.is_none())
            && !(has(Place::First)
                && self.first.is_none()
                && self.signature.kind.ends_with("2d")
                && !self.signature.kind.starts_with("BatchNorm")
                && self.options.is_empty())
    }

    /// The arguments as they are written here.
    pub(super) fn arguments(&self) -> Vec<Argument> {
        let mut all = Vec::new();
        if let Some(output) = &self.output {
            all.push(match &self.input {
                None => Argument::Positional(output.clone()),
                Some(input) => Argument::Arrow {
                    input: (!matches!(input, Expr::Verbatim(t) if t.to_string() == "_"))
                        .then(|| Box::new(input.clone())),
                    output: Box::new(output.clone()),
                    tokens: quote!(#input -> #output),
                },
            });
        }
        all.extend(self.first.iter().cloned().map(Argument::Positional));
        let named = self.options.iter().cloned();
        all.extend(named.map(|(name, value)| Argument::Named { name, value }));
        all.extend(self.rest.iter().cloned());
        all
    }
}

/// The paddings that have a name.
const PADDINGS: [&str; 2] = ["same", "valid"];

/// What is passed elsewhere and not here: a device, a store of weights, options as a value.
fn needless(value: &Expr) -> Option<Place> {
    let text = source_text(&value.to_token_stream());
    let word = text.trim_start_matches('&');
    let is_default = word.ends_with("default()") || ["cfg", "config", "conf"].contains(&word);
    if is_default {
        return Some(Place::Needless("options are given by name"));
    }
    let is_word = word.chars().all(|c| c.is_alphanumeric() || c == '_');
    places(word).next().filter(|p| is_word && matches!(p, Place::Needless(_)))
}

/// `"relu"`
fn is_activation(value: &Expr) -> bool {
    let is_text = matches!(value, Expr::Lit(lit) if matches!(lit.lit, Lit::Str(_)));
    is_text && activation(value).is_some()
}

fn positional(argument: &Argument) -> Option<&Expr> {
    match argument {
        Argument::Positional(expr) => Some(expr),
        _ => None,
    }
}

/// The elements of `[3, 3]`.
fn list(value: &Expr) -> Option<Vec<Expr>> {
    let Expr::Verbatim(tokens) = value else { return None };
    let elements = Punctuated::<Expr, Token![,]>::parse_terminated;
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next()?, tokens.next()) {
        // `[2, 3]`, and nothing after it.
        (TokenTree::Group(group), None) if group.delimiter() == Delimiter::Bracket => {
            Some(elements.parse2(group.stream()).ok()?.into_iter().collect())
        }
        _ => None,
    }
}

fn elements(value: &Expr) -> Vec<Expr> {
    match value {
        Expr::Tuple(list) => list.elems.iter().cloned().collect(),
        other => list(other).unwrap_or_else(|| vec![other.clone()]),
    }
}

fn sizes(value: &Expr) -> usize {
    elements(value).len()
}

fn is_one(value: &Expr) -> bool {
    elements(value).iter().all(|e| source_text(&e.to_token_stream()) == "1")
}

/// The kind that an activation is: `"relu"`, `nn.ReLU()`, `tf.nn.relu`.
pub(super) fn activation(value: &Expr) -> Option<&'static str> {
    let text = source_text(&value.to_token_stream());
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let word = words.rfind(|w| !w.is_empty() && *w != "new")?;
    match kind_here(word) {
        Some(Here::Is(kind)) => Some(kind),
        None => ops::kind_names().find(|k| plain(k) == plain(word)),
        _ => None,
    }
}
