//! The body: `fn forward(x) { … }`, in those expressions of Rust that dataflow needs: calls, names, numbers,
//! `+`, `-`, `*`, `/`, `let`, and a tuple at the end. What else Rust has is refused with a reason and the alternative.
//!
//! After a mistake it goes on with the next statement. What was meant beyond doubt (a missing `;`, `let mut`) is
//! reported and read as meant.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::parse::discouraged::AnyDelimiter;
use syn::{Token, token};

use super::items::attributes;
use super::parse::{bare, begins_item, next_text};
use super::term::{Term, after, here, next_or_end, refused, term, within};
use super::{source_text, value_text};
use crate::diagnostics::Diagnostics;

/// `fn forward(x) { … }`
#[derive(Clone)]
pub struct Body {
    /// The word `forward`.
    pub keyword: Ident,
    /// Its parameters, one an input.
    pub parameters: Vec<Ident>,
    /// Its statements.
    pub bindings: Vec<Binding>,
    /// What it gives.
    pub outputs: Vec<Term>,
    /// Whether a part of it could not be read, which was reported: what is unused says nothing.
    pub is_faulty: bool,
    /// Whether names may have been lost with that part: an unknown one says nothing.
    pub lacks_names: bool,
}

/// `let a = term;` or `let (a, b) = term;`
#[derive(Clone)]
pub struct Binding {
    /// The names.
    pub names: Vec<Ident>,
    /// The value; `None` for one that could not be read.
    pub value: Option<Term>,
}

impl Body {
    /// One of which nothing could be read.
    fn lost(keyword: Ident) -> Self {
        Self {
            keyword,
            parameters: Vec::new(),
            bindings: Vec::new(),
            outputs: Vec::new(),
            is_faulty: true,
            lacks_names: true,
        }
    }

    /// Whether nothing of it could be read.
    pub(super) fn is_lost(&self) -> bool {
        self.is_faulty && self.bindings.is_empty() && self.outputs.is_empty()
    }
}

/// The body, from `fn` on, or from `forward` where `fn` was forgotten.
pub(super) fn body(input: ParseStream<'_>, diagnostics: &Diagnostics) -> Body {
    let errors = diagnostics.count();
    let is_python = next_text(input) == "def";
    let keyword = keyword(input, diagnostics);
    if is_python {
        // All of it is written in another language, which is said.
        let _ = input.parse::<TokenTree>();
        if input.peek(Token![->]) {
            while !input.is_empty() && !input.peek(Token![:]) && !input.peek(token::Brace) {
                let _ = input.parse::<TokenTree>();
            }
            let _ = input.parse::<Option<Token![:]>>();
        }
        while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
            if begins_item(input) {
                break;
            }
            let _ = input.parse::<TokenTree>();
        }
        if input.peek(token::Brace) {
            let _ = input.parse::<TokenTree>();
        }
        let _ = input.parse::<Option<Token![;]>>();
        return Body::lost(keyword);
    }
    let mut out = Body { is_faulty: false, lacks_names: false, ..Body::lost(keyword) };
    let is_first = || diagnostics.count() == errors;
    if input.peek(token::Paren) {
        if let Err(error) = parameters(input, &mut out, is_first(), diagnostics) {
            diagnostics.push(error);
            (out.is_faulty, out.lacks_names) = (true, true);
        }
    } else {
        if is_first() {
            let found = next_or_end(input);
            let message = format!(
                "`forward` names its inputs in parentheses\nexpected: `fn forward(x)`\n   found: {found}"
            );
            diagnostics.push(here(input, message));
        }
        (out.is_faulty, out.lacks_names) = (true, true);
    }
    return_type(input, diagnostics);
    // After a mistake: what lies before the braces of this item.
    while !is_first() && !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        let _ = input.parse::<TokenTree>();
    }
    if !input.peek(token::Brace) {
        if is_first() {
            let found = next_or_end(input);
            let message = format!("`forward` has no body\nexpected: `{{ … }}`\n   found: {found}");
            diagnostics.push(here(input, message));
        }
        while !input.is_empty() && !input.peek(Token![;]) && !begins_item(input) {
            let _ = input.parse::<TokenTree>();
        }
        let _ = input.parse::<Option<Token![;]>>();
        return Body::lost(out.keyword);
    }
    if let Ok((_, _, content)) = input.parse_any_delimiter() {
        statements(&content, &mut out, diagnostics);
    }
    let _ = input.parse::<Option<Token![;]>>();
    out
}

/// `fn forward`
fn keyword(input: ParseStream<'_>, diagnostics: &Diagnostics) -> Ident {
    let expected = "expected: `fn forward(x)`\n   found: ";
    let word = input.cursor().token_tree().map_or_else(|| input.span(), |(t, _)| t.span());
    if !input.peek(Token![fn]) {
        let is_other = input.peek2(Ident::peek_any);
        let found = if is_other { next_text(input) + " forward" } else { "forward".to_owned() };
        let message = format!("`forward` begins with `fn`\n{expected}`{found}(…)`");
        diagnostics.push(here(input, message));
        if is_other {
            let _ = input.parse::<TokenTree>();
        }
    }
    let _ = input.parse::<Option<Token![fn]>>();
    let what = "the function of a network is called `forward`";
    if !input.peek(Ident::peek_any) {
        diagnostics.push(here(input, format!("{what}\n{expected}{}", next_or_end(input))));
        return Ident::new("forward", word);
    }
    let name = Ident::parse_any(input).unwrap_or_else(|_| Ident::new("forward", word));
    if name != "forward" {
        diagnostics.error(&name, format!("{what}\n{expected}`fn {name}`"));
    }
    name
}

/// `-> Vector<10>`, which is not written.
fn return_type(input: ParseStream<'_>, diagnostics: &Diagnostics) {
    if !input.peek(Token![->]) {
        return;
    }
    let mut ty = TokenStream::new();
    while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        ty.extend(input.parse::<TokenTree>());
    }
    let message = format!(
        "the shapes of the outputs are inferred\nexpected: `fn forward(…) {{ … }}`\n   found: `{}`",
        source_text(&ty).trim()
    );
    diagnostics.error(ty, message);
}

/// `(x, y)`; a mistake ends the list.
fn parameters(
    input: ParseStream<'_>,
    out: &mut Body,
    is_first: bool,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let (_, _, input) = input.parse_any_delimiter()?;
    let input = &input;
    let mut has_self = false;
    while !input.is_empty() {
        if receiver(input, is_first && !has_self, diagnostics)? {
            has_self = true;
            continue;
        }
        if !input.peek(syn::Ident) && !input.peek(Token![_]) {
            let error = refused(input).unwrap_or_else(|| {
                let found = next_text(input);
                here(
                    input,
                    format!(
                        "`forward` names its inputs\nexpected: `fn forward(x)`\n   found: `{found}`"
                    ),
                )
            });
            let _ = input.parse::<TokenStream>();
            return Err(error);
        }
        let name = Ident::parse_any(input)?;
        if input.peek(Token![:]) {
            let mut ty = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                ty.extend(input.parse::<TokenTree>());
            }
            let message = format!(
                "the shape of an input is that of its item\nexpected: `{name}`\n   found: `{name}{}`",
                source_text(&ty)
            );
            if !has_self {
                diagnostics.error(ty, message);
            }
        }
        out.parameters.push(name);
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            let message = format!(
                "inputs are separated by `,`\nexpected: `,` or `)`\n   found: `{}`",
                next_text(input)
            );
            let error = here(input, message);
            let _ = input.parse::<TokenStream>();
            return Err(error);
        }
    }
    Ok(())
}

/// `self`, which a network has not: reported where nothing is yet, and stepped over with the `,` after it.
fn receiver(
    input: ParseStream<'_>,
    is_first: bool,
    diagnostics: &Diagnostics,
) -> syn::Result<bool> {
    let words = input.cursor().token_stream().into_iter().map(|t| t.to_string());
    let words: Vec<String> = words.collect();
    let ahead = words.iter().take_while(|w| ["&", "mut"].contains(&w.as_str())).count();
    if words.get(ahead).is_none_or(|word| word != "self") {
        return Ok(false);
    }
    let mut tokens = TokenStream::new();
    for _ in 0..=ahead {
        tokens.extend(input.parse::<TokenTree>());
    }
    // The names alone: their types, if they have any, are not written either.
    let rest = words[ahead + 1..].split(|word| word == ",").filter_map(|part| part.first());
    let rest: Vec<&str> = rest.map(String::as_str).collect();
    let rest = if rest.is_empty() { "x".to_owned() } else { rest.join(", ") };
    let found = source_text(&tokens);
    let message = format!(
        "`forward` has no `self`: layers are called by their names\nexpected: `fn forward({rest})`\n   found: `{found}`"
    );
    if is_first {
        diagnostics.error(tokens, message);
    }
    input.parse::<Option<Token![,]>>()?;
    Ok(true)
}

fn statements(input: ParseStream<'_>, out: &mut Body, diagnostics: &Diagnostics) {
    while !input.is_empty() {
        bare(&attributes(input, diagnostics), "a line of `forward`", diagnostics);
        if input.is_empty() {
            break;
        }
        let is_binding = input.peek(Token![let]);
        let result = if is_binding {
            binding(input, out, diagnostics)
        } else {
            last(input, out, diagnostics)
        };
        if let Err(error) = result {
            diagnostics.push(error);
            out.is_faulty = true;
            out.lacks_names |= !is_binding;
            skip(input, is_binding);
        }
    }
    if out.outputs.is_empty() && !out.is_faulty {
        out.is_faulty = true;
        let last = out.bindings.last().and_then(|b| b.names.last());
        let help = last.map(|name| format!("\nhelp: end with `{name}`")).unwrap_or_default();
        diagnostics.error(
            &out.keyword,
            format!("`forward` gives nothing\nexpected: an output as its last line\n   found: no output{help}"),
        );
    }
}

/// Past the next `;`, or past the block of a loop or an `if`, where a new statement begins.
fn skip(input: ParseStream<'_>, is_binding: bool) {
    while !input.is_empty() {
        if input.peek(Token![;]) {
            let _ = input.parse::<Token![;]>();
            return;
        }
        if input.peek(Token![let]) {
            return;
        }
        let is_block = input.peek(token::Brace);
        let _ = input.parse::<TokenTree>();
        if is_block && !is_binding && !input.peek(Token![else]) && !input.peek(Token![;]) {
            return;
        }
    }
}

/// `let h = …;`: the names are kept even where the value cannot be read.
fn binding(input: ParseStream<'_>, out: &mut Body, diagnostics: &Diagnostics) -> syn::Result<()> {
    input.parse::<Token![let]>()?;
    if input.peek(Token![mut])
        && let Some(error) = refused(input)
    {
        diagnostics.push(error);
        input.parse::<Token![mut]>()?;
    }
    let mut names = Vec::new();
    let read = names_of(input, &mut names);
    out.lacks_names |= read.is_err();
    let value = read.and_then(|()| value_of(input, &names, diagnostics));
    let (value, error) = match value {
        Ok(value) => (Some(value), None),
        Err(error) => (None, Some(error)),
    };
    out.bindings.push(Binding { names, value });
    error.map_or(Ok(()), Err)
}

/// `h` or `(a, b)`
fn names_of(input: ParseStream<'_>, names: &mut Vec<Ident>) -> syn::Result<()> {
    if !input.peek(token::Paren) {
        names.push(value_name(input)?);
        return Ok(());
    }
    let parentheses = input.span();
    within(input, |content| {
        if content.is_empty() {
            let message = "`let` names a value\nexpected: `let h = …;`\n   found: `()`";
            return Err(syn::Error::new(parentheses, message));
        }
        while !content.is_empty() {
            names.push(value_name(content)?);
            if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
                let found = next_text(content);
                let message = format!(
                    "names are separated by `,`\nexpected: `,` or `)`\n   found: `{found}`"
                );
                return Err(here(content, message));
            }
        }
        Ok(())
    })
}

fn value_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(syn::Ident) || input.peek(Token![_]) {
        return Ident::parse_any(input);
    }
    Err(refused(input).unwrap_or_else(|| {
        let found = next_or_end(input);
        here(input, format!("`let` names a value\nexpected: `let h = …;`\n   found: {found}"))
    }))
}

/// `= term;`
fn value_of(
    input: ParseStream<'_>,
    names: &[Ident],
    diagnostics: &Diagnostics,
) -> syn::Result<Term> {
    let name = written(names);
    if input.peek(Token![:]) {
        let mut ty = TokenStream::new();
        while !input.is_empty() && !input.peek(Token![=]) && !input.peek(Token![;]) {
            ty.extend(input.parse::<TokenTree>());
        }
        let found = source_text(&ty);
        let message = format!(
            "the shape of a value is inferred\nexpected: `let {name} = …;`\n   found: `let {name}{found}`"
        );
        diagnostics.error(ty, message);
    }
    if !input.peek(Token![=]) || input.peek(Token![==]) {
        let found = next_or_end(input);
        let message =
            format!("`{name}` has no value\nexpected: `let {name} = …;`\n   found: {found}");
        return Err(here(input, message));
    }
    input.parse::<Token![=]>()?;
    let value = term(input)?;
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(value);
    }
    if let Some(error) = after(input, &value) {
        return Err(error);
    }
    let found = next_or_end(input);
    let error = here(
        input,
        format!("the value of `{name}` ends without `;`\nexpected: `;`\n   found: {found}"),
    );
    // Where a new statement begins, or the output stands, the value is as meant.
    let is_last = !input.cursor().token_stream().into_iter().any(|t| t.to_string() == ";");
    if input.peek(Token![let]) || is_last && input.peek(syn::Ident) {
        diagnostics.push(error);
        return Ok(value);
    }
    Err(error)
}

/// `h` or `(a, b)`
fn written(names: &[Ident]) -> String {
    let list: Vec<String> = names.iter().map(ToString::to_string).collect();
    if let [one] = list.as_slice() { one.clone() } else { format!("({})", list.join(", ")) }
}

/// The last line: a term, or a tuple of terms.
fn last(input: ParseStream<'_>, out: &mut Body, diagnostics: &Diagnostics) -> syn::Result<()> {
    let outputs = if input.peek(token::Paren) && is_tuple(input) {
        tuple(input)?
    } else {
        vec![term(input)?]
    };
    let Some(first) = outputs.first() else { return Ok(()) };
    if let Some(error) = after(input, first) {
        return Err(error);
    }
    let tokens = first.tokens();
    let text = value_text(&tokens);
    if let Term::Name(name) = first
        && input.peek(Token![=])
    {
        let message =
            format!("a value is bound by `let`\nexpected: `let {name} = …;`\n   found: `{name} =`");
        diagnostics.error(name, message);
        let names = vec![name.clone()];
        let value = value_of(input, &names, diagnostics);
        out.bindings.push(Binding { names, value: value.as_ref().ok().cloned() });
        return value.map(drop);
    }
    if input.peek(Token![,]) {
        let message = format!(
            "several outputs stand in parentheses\nexpected: `({text}, …)`\n   found: `{text}, …`"
        );
        return Err(here(input, message));
    }
    if !input.peek(Token![;]) && !input.is_empty() {
        let found = next_text(input);
        return Err(here(
            input,
            format!("statements end with `;`\nexpected: `;` after `{text}`\n   found: `{found}`"),
        ));
    }
    if input.peek(Token![;]) {
        let semicolon: Token![;] = input.parse()?;
        if !input.is_empty() {
            out.is_faulty = true;
            let message = format!(
                "this value is not used\nexpected: `let name = {text};`\n   found: `{text};`"
            );
            diagnostics.error(tokens, message);
            return Ok(());
        }
        let message = format!(
            "the last line of `forward` is its output\nexpected: `{text}` without `;`\n   found: `{text};`"
        );
        diagnostics.error(semicolon, message);
    }
    out.outputs = outputs;
    Ok(())
}

/// `(a, b)`
fn tuple(input: ParseStream<'_>) -> syn::Result<Vec<Term>> {
    within(input, |content| {
        let mut outputs = Vec::new();
        while !content.is_empty() {
            let output = term(content)?;
            if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
                let found = next_text(content);
                return Err(after(content, &output).unwrap_or_else(|| {
                    let message = format!(
                        "outputs are separated by `,`\nexpected: `,` or `)`\n   found: `{found}`"
                    );
                    here(content, message)
                }));
            }
            outputs.push(output);
        }
        Ok(outputs)
    })
}

/// Whether the parentheses ahead hold a `,` of their own and end the body.
fn is_tuple(input: ParseStream<'_>) -> bool {
    let Some((TokenTree::Group(group), rest)) = input.cursor().token_tree() else { return false };
    let comma = |t: TokenTree| matches!(&t, TokenTree::Punct(p) if p.as_char() == ',');
    let ends = rest.eof() || rest.punct().is_some_and(|(p, _)| p.as_char() == ';');
    ends && group.stream().into_iter().any(comma)
}
