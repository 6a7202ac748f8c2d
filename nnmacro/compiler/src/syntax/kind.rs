//! What a layer is: a kind, the type of a network, or a chain of them; and how others write kinds.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::AnyDelimiter;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Token, token};

use super::expression::{self, Style};
use super::layer::{expression, parsed, rest_of};
use super::parse::next_text;
use super::{Argument, NetworkSyntax, source_text};
use crate::foreign::kind_here;
use crate::ops;

/// What stands before the arguments.
pub(super) struct Kind {
    pub(super) word: Ident,
    pub(super) network: Option<NetworkSyntax>,
    /// As written, where it is neither a word nor a network.
    pub(super) path: TokenStream,
    /// Arguments between angle brackets.
    pub(super) arguments: Vec<Argument>,
}

impl Kind {
    /// One of this language's, or a network's type.
    fn of(word: Ident, network: Option<NetworkSyntax>) -> Self {
        Self { word, network, path: TokenStream::new(), arguments: Vec::new() }
    }
}

/// A kind, a network's type, or `[Block; 4]`.
pub(super) fn kind(input: ParseStream<'_>, name: &Ident) -> syn::Result<Kind> {
    if input.peek(token::Bracket) {
        let (word, network) = list(input, name)?;
        return Ok(Kind::of(word, network));
    }
    if let Some(kind) = quoted(input) {
        return Ok(kind);
    }
    if input.is_empty() || !(input.peek(syn::Ident) || begins_path(input)) {
        let found = if input.is_empty() {
            format!("{name}:")
        } else {
            format!("{name}: {}", next_text(input))
        };
        return Err(syn::Error::new(
            name.span(),
            format!(
                "`{name}` has no kind\nexpected: `{name}: Kind(…);`, such as `{name}: Relu;`\n   found: `{found}`"
            ),
        ));
    }
    if let Some(kind) = elsewhere(input)? {
        return Ok(kind);
    }
    let is_word = input.peek(syn::Ident) && !input.peek2(Token![::]) && !input.peek2(Token![<]);
    if is_word {
        return Ok(Kind::of(input.parse()?, None));
    }
    let at = input.span();
    let path = parsed(input, |input| expression::path(input, Style::Type)).map_err(|_| {
        syn::Error::new(at, format!("`{name}` has no kind\nexpected: a kind of layer, or the path of a network\n   found: a path that cannot be read"))
    })?;
    sizes_as_types(&path.tokens)?;
    Ok(Kind::of(path.last, Some(NetworkSyntax { ty: path.tokens, count: None })))
}

/// `"relu"`, as Keras names kinds.
fn quoted(input: ParseStream<'_>) -> Option<Kind> {
    let literal: syn::LitStr = input.fork().parse().ok()?;
    let word = syn::parse_str::<Ident>(&literal.value()).ok()?;
    let path = input.parse::<TokenTree>().ok()?.into();
    let word = Ident::new(&word.to_string(), literal.span());
    Some(Kind { word, network: None, path, arguments: Vec::new() })
}

/// A kind as other libraries write it: `nn.Linear`, `nn::Linear`, `LinearConfig::new`, `Linear<8, 10>`. A path that may be
/// the type of a network is none.
fn elsewhere(input: ParseStream<'_>) -> syn::Result<Option<Kind>> {
    let fork = input.fork();
    if fork.peek(Token![::]) {
        let _ = fork.parse::<Token![::]>();
    }
    let mut words = vec![Ident::parse_any(&fork)?];
    let (mut is_dotted, mut arguments) = (false, Vec::new());
    loop {
        if fork.peek(Token![.]) && fork.peek2(Ident::peek_any) {
            fork.parse::<Token![.]>()?;
            is_dotted = true;
        } else if fork.peek(Token![::]) && fork.peek3(Ident::peek_any) {
            fork.parse::<Token![::]>()?;
        } else if fork.peek(Token![<]) || fork.peek(Token![::]) && fork.peek3(Token![<]) {
            let Ok(given) = fork.call(syn::AngleBracketedGenericArguments::parse) else {
                return Ok(None);
            };
            let size = |a: &syn::GenericArgument| syn::parse2(a.to_token_stream()).ok();
            arguments = given.args.iter().filter_map(size).map(Argument::Positional).collect();
            continue;
        } else {
            break;
        }
        words.push(Ident::parse_any(&fork)?);
    }
    let is_made = |word: &Ident| ["new", "default", "init", "build"].iter().any(|w| word == w);
    let mut last = words.len() - 1;
    if last > 0 && is_made(&words[last]) {
        last -= 1;
    }
    let text = words[last].to_string();
    let is_other = (!arguments.is_empty() || MODULES.iter().any(|m| words[0] == m))
        && kind_here(&text).is_some();
    let is_known = is_other || ops::kind(&text).is_some() || ops::loss::loss(&text).is_some();
    let is_word = words.len() == 1 && (arguments.is_empty() || !is_known);
    if is_word || !(is_dotted || is_known || last + 1 < words.len() || fork.peek(token::Paren)) {
        return Ok(None);
    }
    let mut path = TokenStream::new();
    while input.cursor() != fork.cursor() {
        path.extend(input.parse::<TokenTree>());
    }
    Ok(Some(Kind { word: words.swap_remove(last), network: None, path, arguments }))
}

/// What paths of kinds begin with elsewhere.
const MODULES: [&str; 12] = [
    "torch",
    "nn",
    "tf",
    "keras",
    "tch",
    "burn",
    "candle_nn",
    "dfdx",
    "flax",
    "layers",
    "F",
    "linen",
];

/// `Block<32, 32>`: a size of a network is a type.
fn sizes_as_types(path: &TokenStream) -> syn::Result<()> {
    let read = syn::parse2::<syn::Path>(path.clone());
    let Some(last) = read.as_ref().ok().and_then(|p| p.segments.last()) else { return Ok(()) };
    let syn::PathArguments::AngleBracketed(given) = &last.arguments else { return Ok(()) };
    let is_number = |a: &syn::GenericArgument| matches!(a, syn::GenericArgument::Const(_));
    if !given.args.iter().any(is_number) {
        return Ok(());
    }
    let numbers: TokenStream =
        given.args.iter().filter(|a| is_number(a)).map(|a| quote!(#a)).collect();
    let sizes: Vec<String> = given.args.iter().map(size_as_type).collect();
    let (name, found) = (&last.ident, source_text(path));
    let start = &found[..found.rfind('<').unwrap_or_default()];
    let message = format!(
        "a size of the network `{name}` is a type\nexpected: `D<N>` of `nncore::dim` for the number `N`, or another type that is a `Dim`\n   found: `{found}`\nhelp: write `{start}<{}>`",
        sizes.join(", ")
    );
    Err(syn::Error::new_spanned(numbers, message))
}

/// `D<32>` of `32`
fn size_as_type(argument: &syn::GenericArgument) -> String {
    let text = source_text(&argument.to_token_stream());
    match argument {
        syn::GenericArgument::Const(Expr::Lit(_) | Expr::Block(_)) => format!("D<{text}>"),
        syn::GenericArgument::Const(_) => format!("D<{{ {text} }}>"),
        _ => text,
    }
}

/// Whether a path begins here with a word of Rust: `self::`, `super::`, `crate::`, `::`.
fn begins_path(input: ParseStream<'_>) -> bool {
    input.peek(Token![::])
        || (input.peek(Token![self]) || input.peek(Token![super]) || input.peek(Token![crate]))
            && input.peek2(Token![::])
}

/// `[Block; 4]`
fn list(input: ParseStream<'_>, name: &Ident) -> syn::Result<(Ident, Option<NetworkSyntax>)> {
    let (at, found) = (input.span(), next_text(input));
    let (_, _, content) = input.parse_any_delimiter()?;
    let expected = format!("expected: `{name}: [Network; count];`\n   found: `{found}`");
    let wrong = || {
        let what = "a chain of equal networks is a type and a number";
        syn::Error::new(at, format!("{what}\n{expected}"))
    };
    let path = parsed(&content, |input| expression::path(input, Style::Type)).map_err(|_| wrong());
    let sizes = path.as_ref().ok().map(|p| sizes_as_types(&p.tokens));
    let is_separated = content.parse::<Option<Token![;]>>()?.is_some();
    let count = if is_separated { expression(&content) } else { Err(wrong()) };
    let rest = rest_of(&content);
    let (path, count) = (path?, count?);
    sizes.unwrap_or(Ok(()))?;
    if !rest.is_empty() {
        return Err(wrong());
    }
    Ok((path.last, Some(NetworkSyntax { ty: path.tokens, count: Some(count) })))
}
