//! Tokens → [`Declaration`]. Tolerant: after a mistake it goes on with the next item, so that all mistakes are
//! reported at once and an unfinished last line still leaves a network. What was meant beyond doubt (`=` for
//! `:`, a missing `;`) is reported and read as meant.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::discouraged::AnyDelimiter;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Token, Visibility, braced, token};

use super::body::body;
use super::items::{constant, crate_path, input_item};
use super::layer::{expression, layer, rest_of};
use super::{
    BudgetSyntax, Declaration, Input, LayerSyntax, LossSyntax, TrainSyntax, ViewSyntax, source_text,
};
use crate::diagnostics::Diagnostics;

/// What an item looks like.
const ITEM: &str = "expected: `name: Kind(…);`";

/// Parses a declaration; `None` when not even the name of the network can be made out.
pub fn parse(tokens: TokenStream, diagnostics: &Diagnostics) -> Option<Declaration> {
    let parser = |input: ParseStream<'_>| {
        let content;
        braced!(content in input);
        let declaration = declaration(&content, diagnostics);
        let _ = rest_of(&content); // behind a head that could not be read
        Ok(declaration)
    };
    match parser.parse2(enclosed(tokens).into()) {
        Ok(declaration) => declaration,
        Err(error) => {
            diagnostics.push(error);
            None
        }
    }
}

/// `{ tokens }`, whose closing brace lies at the last token: what is missing at the end is reported
/// there, not at the macro as a whole.
fn enclosed(tokens: TokenStream) -> TokenTree {
    let end = match tokens.clone().into_iter().last() {
        Some(TokenTree::Group(group)) => group.span_close(),
        Some(token) => token.span(),
        None => Span::call_site(),
    };
    let mut group = Group::new(Delimiter::Brace, tokens);
    group.set_span(end);
    group.into()
}

fn declaration(input: ParseStream<'_>, diagnostics: &Diagnostics) -> Option<Declaration> {
    let mut out = match head(input, diagnostics) {
        Ok(declaration) => declaration,
        Err(error) => {
            diagnostics.push(error);
            return None;
        }
    };
    if input.peek(token::Brace) {
        let content;
        let message = format!(
            "the items of a network follow its type, without braces\nexpected: `struct {};`\n   found: `struct {0} {{ … }}`",
            out.name
        );
        diagnostics.error_at(input.span(), message);
        let (_, _, buffer) = input.parse_any_delimiter().ok()?;
        content = buffer;
        items(&content, &mut out, diagnostics);
    }
    items(input, &mut out, diagnostics);
    Some(out)
}

fn items(input: ParseStream<'_>, out: &mut Declaration, diagnostics: &Diagnostics) {
    while !input.is_empty() {
        let begins_constant = input.peek(Token![const]) || input.peek(Token![let]);
        if let Err(error) = item(input, out, diagnostics) {
            diagnostics.push(error);
            skip_item(input, begins_constant);
            if !begins_constant {
                out.unreadable.push(out.layers.len());
            }
        }
    }
}

/// `#[…] pub struct Name;`. Its mistakes are reported, and forgiven when the name is there.
fn head(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Declaration> {
    let shape = "a network begins with its type\nexpected: `pub struct Name;`\n   found: ";
    if input.is_empty() {
        return Err(syn::Error::new(input.span(), format!("{shape}nothing")));
    }
    let attributes = Attribute::parse_outer(input)?;
    let visibility: Visibility = input.parse()?;
    if input.peek(Token![struct]) {
        input.parse::<Token![struct]>()?;
    } else {
        let error = input.error(format!("{shape}`{}`", next_text(input)));
        let is_word = input.peek(Ident::peek_any) && input.peek2(syn::Ident);
        if is_word {
            Ident::parse_any(input)?; // `enum Name;`
        }
        if !(input.peek(syn::Ident) && input.peek2(Token![;])) {
            return Err(error);
        }
        diagnostics.push(error);
    }
    let name: Ident = input.parse()?;
    let generics = if input.peek(Token![<]) { generics(input, &name)? } else { Vec::new() };
    if !input.peek(Token![;]) {
        head_end(input, &name, diagnostics);
    }
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
    }
    Ok(Declaration {
        attributes,
        visibility,
        name,
        generics,
        crate_path: None,
        constants: Vec::new(),
        inputs: Vec::new(),
        layers: Vec::new(),
        budget: None,
        views: Vec::new(),
        train: None,
        body: None,
        loss: None,
        earlier_losses: Vec::new(),
        layers_before_loss: 0,
        unreadable: Vec::new(),
    })
}

/// `<C: Dim, H: Dim>`
fn generics(input: ParseStream<'_>, name: &Ident) -> syn::Result<Vec<Ident>> {
    let wrong = |tokens: TokenStream, found: String| {
        let message = format!(
            "a network is generic over sizes\nexpected: `struct {name}<C: Dim, H: Dim>;`\n   found: `{found}`"
        );
        syn::Error::new_spanned(tokens, message)
    };
    let generics: syn::Generics = input.parse()?;
    let mut names = Vec::new();
    for parameter in &generics.params {
        let tokens = parameter.to_token_stream();
        let text = source_text(&tokens);
        let syn::GenericParam::Type(ty) = parameter else { return Err(wrong(tokens, text)) };
        let is_dim = |b: &syn::TypeParamBound| match b {
            syn::TypeParamBound::Trait(b) => {
                b.path.segments.last().is_some_and(|s| s.ident == "Dim")
            }
            _ => false,
        };
        if ty.bounds.is_empty() || !ty.bounds.iter().all(is_dim) {
            return Err(wrong(tokens, text));
        }
        names.push(ty.ident.clone());
    }
    Ok(names)
}

/// What stands between the type's name and its `;`, up to a `{`.
fn head_end(input: ParseStream<'_>, name: &Ident, diagnostics: &Diagnostics) {
    if input.peek(token::Brace) {
        return; // reported when the braces are opened
    }
    if input.peek(token::Paren) {
        let mut tokens = TokenStream::new();
        while !input.is_empty() && !input.peek(Token![;]) && !input.peek(token::Brace) {
            tokens.extend(input.parse::<TokenTree>());
        }
        let text = source_text(&tokens);
        diagnostics.error(
            tokens,
            format!(
                "a network has no fields\nexpected: `struct {name};`\n   found: `struct {name}{text};`\nhelp: declare sizes inside the network, with `const NAME: usize = …;`"
            ),
        );
        return;
    }
    diagnostics.error(
        name,
        format!(
            "the type of a network ends with `;`\nexpected: `struct {name};`\n   found: `{}`",
            next_text(input)
        ),
    );
}

/// The next token as text: `->` and `::` are one.
pub(super) fn next_text(input: ParseStream<'_>) -> String {
    let Some((token, rest)) = input.cursor().token_tree() else { return "nothing".to_owned() };
    let mut text = match &token {
        TokenTree::Punct(punct) => punct.to_string(),
        other => source_text(&other.to_token_stream()),
    };
    if let (TokenTree::Punct(first), Some((TokenTree::Punct(second), _))) =
        (token, rest.token_tree())
        && first.spacing() == proc_macro2::Spacing::Joint
    {
        text.push(second.as_char());
    }
    text.trim().to_owned()
}

/// Whether an item begins here.
fn begins_item(input: ParseStream<'_>) -> bool {
    let is_name = input.peek(Ident::peek_any) && input.peek2(Token![:]);
    is_name && !input.peek2(Token![::])
        || input.peek(Token![const])
        || input.peek(Token![#])
        || input.peek(Token![crate])
        || input.peek(Token![fn])
        || begins_view(input)
        || is_word(input, "memory") && input.peek2(Token![<=])
        || is_word(input, "input") && input.peek2(syn::Ident)
}

/// `memory <= 64 MiB for 64`
fn budget(input: ParseStream<'_>) -> syn::Result<BudgetSyntax> {
    let expected =
        "expected: `memory <= 64 MiB for 64;`, the limit and the samples of a batch\n   found: ";
    let keyword: Ident = input.parse()?;
    input.parse::<Token![<=]>()?;
    let wrong = |input: ParseStream<'_>, what: &str| {
        let found = next_text(input);
        input.error(format!("{what}\n{expected}`{found}`"))
    };
    if !input.peek(syn::Lit) && !input.peek(syn::Ident) {
        return Err(wrong(input, "the budget has no limit"));
    }
    let amount: TokenTree = input.parse()?;
    let amount: syn::Expr = syn::parse2(amount.into())?;
    let Some((unit_word, _)) = input.cursor().ident() else {
        return Err(wrong(input, "the limit has no unit"));
    };
    let unit = match unit_word.to_string().as_str() {
        "B" | "bytes" => 1,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        "KB" | "kB" => 1000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => {
            return Err(wrong(
                input,
                "the limit is in `B`, `KiB`, `MiB`, `GiB`, `kB`, `MB` or `GB`",
            ));
        }
    };
    input.parse::<Ident>()?;
    if !input.peek(Token![for]) {
        return Err(wrong(input, "the budget says for how many samples"));
    }
    input.parse::<Token![for]>()?;
    Ok(BudgetSyntax { keyword, amount, unit, unit_word, batch: expression(input)? })
}

/// Whether a view begins here: `view Name`, with or without a visibility.
fn begins_view(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let is_view = |at: ParseStream<'_>| is_word(at, "view") && at.peek2(syn::Ident);
    is_view(input)
        || input.peek(Token![pub]) && fork.parse::<Visibility>().is_ok() && is_view(&fork)
}

/// `pub view Features: pool2;`
fn view(input: ParseStream<'_>, attributes: Vec<Attribute>) -> syn::Result<ViewSyntax> {
    let visibility = input.parse()?;
    input.parse::<Ident>()?;
    let name: Ident = input.parse()?;
    let expected = format!("expected: `view {name}: value;`\n   found: ");
    if !input.peek(Token![:]) {
        let found = next_text(input);
        let message = format!("the view `{name}` names no value\n{expected}`view {name} {found}`");
        return Err(syn::Error::new(name.span(), message));
    }
    input.parse::<Token![:]>()?;
    let mut outputs = Vec::new();
    if input.peek(token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        while !content.is_empty() {
            outputs.push(Ident::parse_any(&content)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
    } else if input.peek(Ident::peek_any) {
        outputs.push(Ident::parse_any(input)?);
    }
    if outputs.is_empty() {
        let found = next_text(input);
        let message = format!("the view `{name}` names no value\n{expected}`{found}`");
        return Err(syn::Error::new(name.span(), message));
    }
    Ok(ViewSyntax { attributes, visibility, name, outputs })
}

/// Whether the next token is this word.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    input.cursor().ident().is_some_and(|(found, _)| found == word)
}

/// Skips the rest of an item: to behind the next `;` of this level or a block, or to where the next item begins.
fn skip_item(input: ParseStream<'_>, is_constant: bool) {
    let mut skipped = 0;
    while !input.is_empty() {
        if input.peek(Token![;]) {
            let _ = input.parse::<Token![;]>();
            return;
        }
        if skipped > 0 && !is_constant && begins_item(input) {
            return;
        }
        let is_block = input.peek(token::Brace);
        let _ = input.parse::<TokenTree>();
        skipped += 1;
        if is_block && !is_constant && begins_item(input) {
            return;
        }
    }
}

fn item(
    input: ParseStream<'_>,
    out: &mut Declaration,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let (start, errors) = (input.cursor(), diagnostics.count());
    let attributes = Attribute::parse_outer(input)?;
    if input.peek(Token![pub]) && input.peek2(Token![const]) {
        let word: Token![pub] = input.parse()?;
        let message = "a constant has the visibility of the network\nexpected: `const`\n   found: `pub const`";
        diagnostics.error(word, message);
    }
    if input.peek(Token![const]) {
        out.constants.push(constant(input, attributes)?);
        return end(input, start, diagnostics);
    }
    if input.peek(Token![crate]) {
        no_attributes(&attributes, "crate", diagnostics);
        crate_path(input, out, diagnostics)?;
        return end(input, start, diagnostics);
    }
    if is_word(input, "memory") && input.peek2(Token![<=]) {
        no_attributes(&attributes, "memory", diagnostics);
        let item = budget(input)?;
        if out.budget.is_some() {
            let message =
                "`memory` is given twice\nexpected: one budget\n   found: another ahead of it";
            diagnostics.error(item.keyword, message);
        } else {
            out.budget = Some(item);
        }
        return end(input, start, diagnostics);
    }
    if begins_view(input) {
        out.views.push(view(input, attributes)?);
        return end(input, start, diagnostics);
    }
    if input.peek(Token![fn]) {
        no_attributes(&attributes, "forward", diagnostics);
        return declare_body(out, body(input, diagnostics)?, diagnostics);
    }
    if is_word(input, "input") && input.peek2(syn::Ident) && input.peek3(Token![:]) {
        no_attributes(&attributes, "input", diagnostics);
        let keyword: Ident = input.parse()?;
        let name: Ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let item = Input { name: Some(name), ..input_item(input, keyword, diagnostics)? };
        declare_input(out, item, diagnostics);
        return end(input, start, diagnostics);
    }
    if is_word(input, "train") && input.peek2(Token![:]) && is_list_of_names(input) {
        no_attributes(&attributes, "train", diagnostics);
        declare_train(input, out, diagnostics)?;
        return end(input, start, diagnostics);
    }
    if input.peek(Token![;]) {
        let stray: Token![;] = input.parse()?;
        diagnostics.error(stray, format!("a `;` without an item\n{ITEM}\n   found: `;`"));
        return Ok(());
    }
    let name = name(input, diagnostics)?;
    if name == "input" {
        no_attributes(&attributes, "input", diagnostics);
        let item = input_item(input, name, diagnostics)?;
        declare_input(out, item, diagnostics);
        return end(input, start, diagnostics);
    }
    let factor = if name == "loss" { factor(input)? } else { None };
    let layer = layer(input, attributes, name, diagnostics)?;
    if input.peek(Token![=]) && layer.arguments.is_empty() {
        not_const(input, &layer, diagnostics);
        return end(input, start, diagnostics);
    }
    if layer.name == "loss" {
        let mut loss = LossSyntax { first: layer, factor, rest: Vec::new() };
        while input.peek(Token![+]) {
            input.parse::<Token![+]>()?;
            let factor = self::factor(input)?;
            let name = loss.first.name.clone();
            loss.rest.push((factor, self::layer(input, Vec::new(), name, diagnostics)?));
        }
        if let Some(earlier) = out.loss.replace(loss) {
            out.earlier_losses.push((out.layers_before_loss, earlier));
        }
        out.layers_before_loss = out.layers.len();
    } else {
        out.layers.push(layer);
    }
    if input.is_empty() && diagnostics.count() > errors {
        return Ok(()); // a line that is being typed: its first mistake says enough
    }
    end(input, start, diagnostics)
}

/// Whether names in lower case follow `train:`, which are no kind of layer.
fn is_list_of_names(input: ParseStream<'_>) -> bool {
    let mut at = input.cursor();
    for _ in 0..2 {
        let Some((_, rest)) = at.token_tree() else { return false };
        at = rest;
    }
    at.ident().is_some_and(|(word, _)| word.to_string().starts_with(char::is_lowercase))
}

/// `train: biases;`
fn declare_train(
    input: ParseStream<'_>,
    out: &mut Declaration,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let keyword: Ident = input.parse()?;
    input.parse::<Token![:]>()?;
    let mut names: Vec<Ident> = vec![Ident::parse_any(input)?];
    while input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
        names.push(Ident::parse_any(input)?);
    }
    if out.train.is_some() {
        let message =
            "`train` is given twice\nexpected: one `train`\n   found: another ahead of it";
        diagnostics.error(keyword, message);
        return Ok(());
    }
    out.train = Some(TrainSyntax { keyword, names });
    Ok(())
}

/// `0.5 *`, ahead of a loss.
fn factor(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    let is_number = input.peek(syn::Lit) || input.peek(syn::Ident) && input.peek2(Token![*]);
    if !is_number {
        return Ok(None);
    }
    let number: TokenTree = input.parse()?;
    if !input.peek(Token![*]) {
        let found = next_text(input);
        return Err(input.error(format!(
            "a factor of a loss is followed by `*`\nexpected: `{number} * Loss`\n   found: `{number} {found}`"
        )));
    }
    input.parse::<Token![*]>()?;
    Ok(Some(number.into()))
}

/// An input, ahead of all layers: one, or several with names.
fn declare_input(out: &mut Declaration, item: Input, diagnostics: &Diagnostics) {
    let unnamed = |i: &&Input| i.name.is_none();
    if let Some(first) = out.inputs.iter().find(unnamed).or(out.inputs.first())
        && (item.name.is_none() || first.name.is_none())
    {
        let line = super::line(first.keyword.span());
        let place = if line > 1 { format!("another in line {line}") } else { "another".to_owned() };
        diagnostics.error(
            &item.keyword,
            format!("`input` is declared twice\nexpected: one `input`\n   found: {place}\nhelp: several inputs have names: `input image: [1, 28, 28];`"),
        );
        return;
    }
    if let Some(first) = out.layers.first() {
        let (sizes, first) = (source_text(&item.brackets), &first.name);
        let word = match &item.name {
            Some(name) => format!("input {name}"),
            None => "input".to_owned(),
        };
        diagnostics.error(
            item.ident(),
            format!(
                "`{}` stands behind `{first}`\nexpected: `input` ahead of all layers\n   found: `{first}` ahead of it\nhelp: put `{word}: {sizes};` ahead of `{first}`",
                item.ident()
            ),
        );
    }
    out.inputs.push(item);
}

fn declare_body(
    out: &mut Declaration,
    body: super::Body,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    if out.body.is_some() {
        diagnostics.error(
            &body.keyword,
            "`forward` is declared twice\nexpected: one `fn forward`\n   found: another ahead of it",
        );
        return Ok(());
    }
    out.body = Some(body);
    Ok(())
}

/// `HIDDEN: usize = 4`
fn not_const(input: ParseStream<'_>, layer: &LayerSyntax, diagnostics: &Diagnostics) {
    let _ = input.parse::<Token![=]>();
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![;]) {
        value.extend(input.parse::<TokenTree>());
    }
    let (name, ty, value) = (&layer.name, &layer.kind, source_text(&value));
    diagnostics.error(
        name,
        format!(
            "a constant begins with `const`\nexpected: `const {name}: {ty} = {value};`\n   found: `{name}: {ty}`"
        ),
    );
}

fn no_attributes(attributes: &[Attribute], item: &str, diagnostics: &Diagnostics) {
    for attribute in attributes.iter().filter(|a| !a.path().is_ident("doc")) {
        let found = source_text(&attribute.to_token_stream());
        diagnostics.error(
            attribute,
            format!("`{item}` takes no attribute\nexpected: a comment\n   found: `{found}`"),
        );
    }
}

/// `name:`, the beginning of an item.
fn name(input: ParseStream<'_>, diagnostics: &Diagnostics) -> syn::Result<Ident> {
    if !input.peek(Ident::peek_any) {
        let found = next_text(input);
        return Err(input.error(format!("an item begins with a name\n{ITEM}\n   found: `{found}`")));
    }
    let is_word_of_rust = !input.peek(syn::Ident);
    let name = Ident::parse_any(input)?;
    if is_word_of_rust && !input.peek(Token![:]) {
        let message = format!("`{name}` begins no item of a network\n{ITEM}\n   found: `{name}`");
        return Err(syn::Error::new(name.span(), message));
    }
    if input.peek(Token![::]) {
        let colons: Token![::] = input.parse()?;
        let message =
            format!("a name is followed by one `:`\nexpected: `{name}:`\n   found: `{name}::`");
        diagnostics.error(colons, message);
    } else if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
    } else {
        no_colon(input, &name, diagnostics)?;
    }
    Ok(name)
}

/// What stands for the `:` behind a name.
fn no_colon(input: ParseStream<'_>, name: &Ident, diagnostics: &Diagnostics) -> syn::Result<()> {
    let expected = format!("expected: `{name}: Kind(…);`\n   found: ");
    if input.is_empty() {
        let message = format!("this line is unfinished\n{expected}`{name}`");
        return Err(syn::Error::new(name.span(), message));
    }
    let found = next_text(input);
    if input.peek(Token![=]) {
        let sign: Token![=] = input.parse()?;
        let message =
            format!("`{name}` is followed by `=`, not `:`\n{expected}`{name} =`\nhelp: write `:`");
        diagnostics.error(sign, message);
        return Ok(());
    }
    let is_kind = input.peek(syn::Ident) && (input.peek2(token::Paren) || input.peek2(Token![;]));
    if is_kind && name != "input" || name == "input" && input.peek(token::Bracket) {
        let message = format!(
            "there is no `:` behind `{name}`\n{expected}`{name} {found}`\nhelp: write `{name}:`"
        );
        diagnostics.error(name, message);
        return Ok(());
    }
    let message = if input.peek(token::Paren) {
        format!("a layer has no name\nexpected: `name: {name}(…);`\n   found: `{name}{found}`")
    } else if input.peek(Token![-]) {
        let rest = input.cursor().token_tree().and_then(|(_, rest)| rest.token_tree());
        let rest = rest.map(|(token, _)| token.to_string()).unwrap_or_default();
        format!(
            "a name consists of letters, digits and `_`\nexpected: `{name}_{rest}`\n   found: `{name}-{rest}`"
        )
    } else if input.peek(Token![;]) && name.to_string().starts_with(char::is_uppercase) {
        format!("a layer has no name\nexpected: `name: {name};`\n   found: `{name};`")
    } else {
        format!("`{name}` has no kind\n{expected}`{name}{found}`")
    };
    Err(syn::Error::new(name.span(), message))
}

/// The `;` behind an item, and what stands in its place.
fn end(input: ParseStream<'_>, start: Cursor<'_>, diagnostics: &Diagnostics) -> syn::Result<()> {
    if input.peek(Token![;]) {
        return input.parse::<Token![;]>().map(drop);
    }
    let (first, last) = first_and_last(start, input.cursor());
    let name = first.map(|t| t.to_string()).unwrap_or_default();
    let found =
        if input.is_empty() { "the end".to_owned() } else { format!("`{}`", next_text(input)) };
    let message = format!("`{name}` ends without `;`\nexpected: `;`\n   found: {found}");
    diagnostics.error_at(last.unwrap_or_else(|| input.span()), message);
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
    } else if !begins_item(input) {
        skip_item(input, false);
    }
    Ok(())
}

/// The first word and the span of the last token between two places.
fn first_and_last(start: Cursor<'_>, end: Cursor<'_>) -> (Option<TokenTree>, Option<Span>) {
    let (mut first, mut last, mut at) = (None, None, start);
    while at != end {
        let Some((token, next)) = at.token_tree() else { break };
        last = Some(match &token {
            TokenTree::Group(group) => group.span_close(),
            other => other.span(),
        });
        if first.is_none() && matches!(token, TokenTree::Ident(_)) {
            first = Some(token);
        }
        at = next;
    }
    (first, last)
}
