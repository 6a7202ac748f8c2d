//! The networks of a file: each `network! { … }`, in modules and functions too, and the constants
//! around them that can stand for sizes.

use std::collections::{HashMap, HashSet};

use nncompiler::Front;
use nncompiler::emit::Compiled;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::visit::{self, Visit};
use syn::{Expr, Ident, ItemConst, Lit, Macro, Type};

/// A network of the file.
pub(crate) struct Found {
    /// Its tokens as written.
    pub(crate) tokens: TokenStream,
    /// What it compiles to; constants of the file count as the network's own.
    pub(crate) compiled: Compiled,
}

/// The networks in the file at `path`, or the one called `name`.
///
/// # Errors
/// When the file cannot be read, is not Rust, has no such network, or the network has mistakes.
pub(crate) fn networks(path: &str, name: Option<&str>) -> Result<Vec<Found>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let file = syn::parse_file(&text).map_err(|e| {
        let at = e.span().start();
        format!("{path}:{}:{}: this is not Rust: {e}", at.line, at.column + 1)
    })?;
    let mut finder = Finder::default();
    finder.visit_file(&file);
    if finder.macros.is_empty() {
        return Err(format!("{path} has no `network! {{ … }}`"));
    }
    let names: Vec<String> = finder.macros.iter().map(type_name).collect();
    let mut found = Vec::new();
    for (tokens, own) in finder.macros.iter().zip(&names) {
        if name.is_none_or(|n| n == own) {
            let compiled = compile(tokens, &finder.constants, path)?;
            found.push(Found { tokens: tokens.clone(), compiled });
        }
    }
    match name {
        Some(name) if found.is_empty() => {
            Err(format!("{path} has no network `{name}`\nfound: {}", names.join(", ")))
        }
        _ => Ok(found),
    }
}

#[derive(Default)]
struct Finder {
    macros: Vec<TokenStream>,
    constants: Vec<ItemConst>,
}

impl<'a> Visit<'a> for Finder {
    fn visit_macro(&mut self, found: &'a Macro) {
        if found.path.segments.last().is_some_and(|s| s.ident == "network") {
            self.macros.push(found.tokens.clone());
        }
    }

    fn visit_item_const(&mut self, item: &'a ItemConst) {
        self.constants.push(item.clone());
        visit::visit_item_const(self, item);
    }
}

/// The word after `struct`.
fn type_name(tokens: &TokenStream) -> String {
    let mut words = tokens.clone().into_iter();
    words.find(|t| matches!(t, TokenTree::Ident(word) if word == "struct"));
    words.next().map(|t| t.to_string()).unwrap_or_default()
}

fn compile(tokens: &TokenStream, constants: &[ItemConst], path: &str) -> Result<Compiled, String> {
    match nncompiler::front(with_constants(tokens, constants)) {
        Front::Good(compiled) => Ok(*compiled),
        Front::Bad { errors, .. } => {
            let errors: Vec<String> = errors
                .iter()
                .map(|e| {
                    let at = e.span().start();
                    format!("{path}:{}:{}: {e}", at.line, at.column + 1)
                })
                .collect();
            Err(errors.join("\n"))
        }
    }
}

/// The network with the constants of the file that it uses, as far as they are plain arithmetic,
/// after its first `;`. A name that the file or the network declares twice stands for nothing.
fn with_constants(tokens: &TokenStream, constants: &[ItemConst]) -> TokenStream {
    let mut count: HashMap<&Ident, usize> = HashMap::new();
    constants.iter().for_each(|c| *count.entry(&c.ident).or_default() += 1);
    let own = declared(tokens);
    let mut known: HashSet<&Ident> = HashSet::new();
    let mut items = TokenStream::new();
    for c in constants {
        let is_size = matches!(&*c.ty, Type::Path(p) if p.path.is_ident("usize"));
        let once = count[&c.ident] == 1 && !own.contains(&c.ident.to_string());
        if is_size && once && is_plain(&c.expr, &known) {
            let (name, value) = (&c.ident, &c.expr);
            items.extend(quote!(const #name: usize = #value;));
            known.insert(name);
        }
    }
    let mut out = TokenStream::new();
    let mut rest = tokens.clone().into_iter();
    for token in rest.by_ref() {
        let is_end = matches!(&token, TokenTree::Punct(p) if p.as_char() == ';');
        out.extend([token]);
        if is_end {
            break;
        }
    }
    out.extend(items);
    out.extend(rest);
    out
}

/// The words before a `:` or after `const`: names that the network itself declares.
fn declared(tokens: &TokenStream) -> HashSet<String> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_colon = |t: &TokenTree| matches!(t, TokenTree::Punct(p) if p.as_char() == ':');
    all.windows(2).filter(|two| is_colon(&two[1])).map(|two| two[0].to_string()).collect()
}

/// Whether an expression is arithmetic on numbers and on constants that are known already.
fn is_plain(expr: &Expr, known: &HashSet<&Ident>) -> bool {
    match expr {
        Expr::Lit(lit) => matches!(lit.lit, Lit::Int(_)),
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| known.contains(name)),
        Expr::Paren(inner) => is_plain(&inner.expr, known),
        Expr::Binary(both) => is_plain(&both.left, known) && is_plain(&both.right, known),
        _ => false,
    }
}
