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
use super::budget::{begins_budget, budget};
use super::ending::end;
use super::entrance::{entrance, head as head_alone};
use super::items::{attributes, constant, crate_path, input_item, item_name, name};
use super::layer::{layer, rest_of};
use super::loss::loss;
use super::term::next_or_end;
use super::words::{begins_tie, begins_train, begins_view, generics, tie, train, view};
use super::{BudgetsSyntax, Declaration, Input, LayerSyntax, source_text};
use crate::diagnostics::Diagnostics;
use crate::foreign::comments;

/// What an item looks like.
pub(super) const ITEM: &str = "expected: `name: Kind(…);`";

/// Parses a declaration; `None` when not even the name of the network can be made out.
pub fn parse(tokens: TokenStream, diagnostics: &Diagnostics) -> Option<Declaration> {
    let mut out = None;
    let (tokens, is_refused) = match entrance(tokens.clone()) {
        // Comments of others after it: what is nested too deep is not walked.
        Ok(tokens) => (comments(tokens, diagnostics), false),
        Err(error) => {
            diagnostics.push(error);
            (head_alone(tokens), true)
        }
    };
    let parser = |input: ParseStream<'_>| {
        let content;
        braced!(content in input);
        out = declaration(&content, diagnostics);
        let _ = rest_of(&content); // after a head that could not be read
        Ok(())
    };
    // After a mistake syn also complains of the tokens that were stepped over.
    if let Err(error) = parser.parse2(enclosed(tokens).into())
        && !diagnostics.has_errors()
    {
        diagnostics.push(error);
    }
    if let Some(declaration) = out.as_mut().filter(|_| is_refused) {
        declaration.unreadable.push(0);
    }
    out
}

/// `{ tokens }`, whose closing brace lies at the last token: what is missing at the end is reported
/// there, not at the macro as a whole.
pub(super) fn enclosed(tokens: TokenStream) -> TokenTree {
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
        let start = input.cursor();
        if let Err(error) = item(input, out, diagnostics) {
            diagnostics.push(error);
            // After a name without anything, the next item may begin at once.
            let is_next = begins_view(input) || begins_budget(input) || begins_body(input);
            if start == input.cursor() || !is_next {
                skip_item(input, begins_constant);
            }
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
    let attributes = attributes(input, diagnostics);
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
    let name = item_name(input, "the type of a network", "pub struct Name;")?;
    let (errors, is_generic) = (diagnostics.count(), input.peek(Token![<]) || has_bound(input));
    let generics = if is_generic { generics(input, &name, diagnostics) } else { Vec::new() };
    if !input.peek(Token![;]) {
        head_end(input, &name, diagnostics.count() == errors, diagnostics);
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
        budgets: BudgetsSyntax::default(),
        views: Vec::new(),
        train: None,
        ties: Vec::new(),
        body: None,
        loss: None,
        earlier_losses: Vec::new(),
        layers_before_loss: 0,
        // With what cannot be read of the head an item may have been lost.
        unreadable: if is_generic && diagnostics.count() > errors { vec![0] } else { Vec::new() },
    })
}

/// What stands between the type's name and its `;`, up to a `{` or an item.
fn head_end(input: ParseStream<'_>, name: &Ident, is_first: bool, diagnostics: &Diagnostics) {
    if input.peek(token::Brace) {
        return; // reported when the braces are opened
    }
    let (found, has_fields) = (next_or_end(input), input.peek(token::Paren));
    let mut tokens = TokenStream::new();
    let mut is_generic = has_bound(input); // without its `<`
    while !input.is_empty() && !input.peek(Token![;]) {
        is_generic |= input.peek(Token![<]); // `C: Dim` is not an item
        if !is_generic && (input.peek(token::Brace) || begins_item(input)) {
            break;
        }
        tokens.extend(input.parse::<TokenTree>());
    }
    if has_fields {
        let text = source_text(&tokens);
        diagnostics.error(
            tokens,
            format!(
                "a network has no fields\nexpected: `struct {name};`\n   found: `struct {name}{text};`\nhelp: declare sizes inside the network, with `const NAME: usize = …;`"
            ),
        );
    } else if is_first {
        let message = format!(
            "the type of a network ends with `;`\nexpected: `struct {name};`\n   found: {found}"
        );
        diagnostics.error(name, message);
    }
}

/// Whether `C: Dim` stands here.
fn has_bound(input: ParseStream<'_>) -> bool {
    let second = input.cursor().token_tree().and_then(|(_, rest)| rest.token_tree());
    let third = second.and_then(|(_, rest)| rest.ident());
    input.peek2(Token![:]) && third.is_some_and(|(word, _)| word == "Dim")
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
pub(super) fn begins_item(input: ParseStream<'_>) -> bool {
    let is_name = input.peek(Ident::peek_any) && input.peek2(Token![:]);
    is_name && !input.peek2(Token![::])
        || input.peek(Token![const])
        || input.peek(Token![#]) && input.peek2(token::Bracket)
        || input.peek(Token![crate])
        || begins_body(input)
        || begins_view(input)
        || begins_budget(input)
        || begins_tie(input)
        || is_word(input, "input") && input.peek2(syn::Ident)
}

/// Whether `fn forward` begins here, or `forward(…)` without `fn`, or with another word.
fn begins_body(input: ParseStream<'_>) -> bool {
    let is_second = |(_, rest): (Ident, Cursor<'_>)| {
        rest.ident().is_some_and(|(second, _)| second == "forward") && input.peek3(token::Paren)
    };
    input.peek(Token![fn]) && !input.peek2(Token![:])
        || is_word(input, "forward") && input.peek2(token::Paren)
        || input.cursor().ident().is_some_and(is_second)
}

/// Whether the next token is this word.
pub(super) fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    input.cursor().ident().is_some_and(|(found, _)| found == word)
}

/// Skips the rest of an item: past the next `;` of this level or a block, or to where the next item begins.
pub(super) fn skip_item(input: ParseStream<'_>, is_constant: bool) {
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
    let attributes = attributes(input, diagnostics);
    if input.peek(Token![pub]) && input.peek2(Token![const]) {
        let word: Token![pub] = input.parse()?;
        let message = "a constant has the visibility of the network\nexpected: `const`\n   found: `pub const`";
        diagnostics.error(word, message);
    }
    if input.peek(Token![const]) {
        out.constants.push(constant(input, attributes)?);
        return end(input, start, diagnostics);
    }
    if let Some(is_ended) = item_of_a_word(input, &attributes, out, diagnostics)? {
        return if is_ended { Ok(()) } else { end(input, start, diagnostics) };
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
        declare_input(input, out, item, diagnostics);
        return end(input, start, diagnostics);
    }
    if name == "loss" {
        let loss = loss(input, attributes, &name, diagnostics)?;
        if input.peek(Token![=]) && loss.first.arguments.is_empty() {
            not_const(input, &loss.first, diagnostics);
        } else if let Some(earlier) = out.loss.replace(loss) {
            out.earlier_losses.push((out.layers_before_loss, earlier));
        }
        out.layers_before_loss = out.layers.len();
    } else {
        let layer = layer(input, attributes, name, diagnostics)?;
        if input.peek(Token![=]) && layer.arguments.is_empty() {
            not_const(input, &layer, diagnostics);
            return end(input, start, diagnostics);
        }
        out.layers.push(layer);
    }
    if input.is_empty() && diagnostics.count() > errors {
        return Ok(()); // a line that is being typed: its first mistake says enough
    }
    end(input, start, diagnostics)
}

/// An item that begins with a word of the language; whether it ends by itself. `None` where there is none.
fn item_of_a_word(
    input: ParseStream<'_>,
    attributes: &[Attribute],
    out: &mut Declaration,
    diagnostics: &Diagnostics,
) -> syn::Result<Option<bool>> {
    let bare = |word: &str| no_attributes(attributes, word, diagnostics);
    if input.peek(Token![crate]) {
        bare("crate");
        crate_path(input, out, diagnostics)?;
    } else if begins_budget(input) {
        bare(&next_text(input));
        budget(input, &mut out.budgets, diagnostics)?;
    } else if begins_view(input) {
        out.views.push(view(input, attributes.to_vec())?);
    } else if begins_body(input) {
        bare("forward");
        declare_body(out, body(input, diagnostics), diagnostics);
        return Ok(Some(true));
    } else if is_word(input, "input") && input.peek2(syn::Ident) && input.peek3(Token![:]) {
        bare("input");
        let keyword: Ident = input.parse()?;
        let name: Ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let mut item = input_item(input, keyword, diagnostics)?;
        item.name.get_or_insert(name);
        declare_input(input, out, item, diagnostics);
    } else if begins_tie(input) {
        bare("a tie");
        out.ties.push(tie(input)?);
    } else if begins_train(input) {
        bare("train");
        let item = train(input)?;
        let keyword = item.keyword.clone();
        once(&mut out.train, item, &keyword, "`train`", diagnostics);
    } else {
        return Ok(None);
    }
    Ok(Some(false))
}

/// An input, before all layers: one, or several with names.
fn declare_input(
    input: ParseStream<'_>,
    out: &mut Declaration,
    mut item: Input,
    diagnostics: &Diagnostics,
) {
    // What stands in the place of the `;` may have been its range.
    item.is_faulty |=
        !(input.is_empty() || input.peek(Token![;]) || input.peek(Token![,]) || begins_item(input));
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
                "`{}` stands after `{first}`\nexpected: `input` before all layers\n   found: `{first}` before it\nhelp: put `{word}: {sizes};` before `{first}`",
                item.ident()
            ),
        );
    }
    out.inputs.push(item);
}

/// An item that a network has once.
pub(super) fn once<T>(
    place: &mut Option<T>,
    item: T,
    keyword: &Ident,
    what: &str,
    diagnostics: &Diagnostics,
) {
    if place.is_some() {
        let message =
            format!("{what} is given twice\nexpected: one {what}\n   found: another before it");
        diagnostics.error(keyword, message);
    } else {
        *place = Some(item);
    }
}

fn declare_body(out: &mut Declaration, body: super::Body, diagnostics: &Diagnostics) {
    if body.is_lost() {
        out.unreadable.push(out.layers.len()); // it may have been a layer
    }
    match &out.body {
        Some(first) if !first.is_lost() && !body.is_lost() => diagnostics.error(
            &body.keyword,
            "`forward` is declared twice\nexpected: one `fn forward`\n   found: another before it",
        ),
        Some(first) if !first.is_lost() => {}
        _ => out.body = Some(body),
    }
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
    bare(attributes, &format!("`{item}`"), diagnostics);
}

/// Refuses attributes on `what`.
pub(super) fn bare(attributes: &[Attribute], what: &str, diagnostics: &Diagnostics) {
    for attribute in attributes.iter().filter(|a| !a.path().is_ident("doc")) {
        let found = source_text(&attribute.to_token_stream());
        diagnostics.error(
            attribute,
            format!(
                "{what} takes no attribute\nexpected: a comment\n   found: `{found}`{}",
                crate::check::beside_types(attribute)
            ),
        );
    }
}
