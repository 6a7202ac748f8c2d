//! Tokens → [`Declaration`]. Tolerant: after a mistake it goes on behind the next `;`, so that
//! all mistakes are reported at once and an unfinished last line still leaves a network.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{
    Attribute, Expr, Path, Token, Type, Visibility, braced, bracketed, parenthesized, token,
};

use super::{Argument, Constant, Declaration, Input, LayerSyntax};
use crate::diagnostics::Diagnostics;

/// Parses a declaration; `None` when not even the name of the network can be made out.
pub fn parse(tokens: TokenStream, diagnostics: &Diagnostics) -> Option<Declaration> {
    let parser = |input: ParseStream<'_>| {
        let content;
        braced!(content in input);
        Ok(declaration(&content, diagnostics))
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
    let head = match head(input) {
        Ok(head) => head,
        Err(error) => {
            diagnostics.push(error);
            let _ = input.parse::<TokenStream>(); // nothing behind it can be trusted
            return None;
        }
    };
    let (attributes, visibility, name) = head;
    let mut declaration = Declaration {
        attributes,
        visibility,
        name,
        crate_path: None,
        constants: Vec::new(),
        input: None,
        layers: Vec::new(),
        loss: None,
        earlier_losses: Vec::new(),
        layers_before_loss: 0,
        unreadable: Vec::new(),
    };
    while !input.is_empty() {
        let is_constant = input.peek(Token![const]);
        if let Err(error) = item(input, &mut declaration, diagnostics) {
            diagnostics.push(error);
            skip_item(input);
            if !is_constant {
                declaration.unreadable.push(declaration.layers.len());
            }
        }
    }
    Some(declaration)
}

/// `#[…] pub struct Name;`
fn head(input: ParseStream<'_>) -> syn::Result<(Vec<Attribute>, Visibility, Ident)> {
    let shape = "a network begins with its type\nexpected: `pub struct Name;`";
    if input.is_empty() {
        return Err(syn::Error::new(Span::call_site(), format!("{shape}\n   found: nothing")));
    }
    let attributes = Attribute::parse_outer(input)?;
    let visibility = input.parse()?;
    if !input.peek(Token![struct]) {
        return Err(input.error(shape));
    }
    input.parse::<Token![struct]>()?;
    let name = input.parse()?;
    if input.peek(Token![<]) {
        return Err(input.error("a network takes no generic parameters\nexpected: `;`\nhelp: declare sizes with `const NAME: usize = …;` inside the network"));
    }
    if !input.peek(Token![;]) {
        return Err(
            input.error("the type of a network ends with `;`; its items follow\nexpected: `;`")
        );
    }
    input.parse::<Token![;]>()?;
    Ok((attributes, visibility, name))
}

/// Skips to behind the next `;` of this level.
fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() {
        if input.peek(Token![;]) {
            let _ = input.parse::<Token![;]>();
            return;
        }
        let _ = input.parse::<TokenTree>();
    }
}

fn item(
    input: ParseStream<'_>,
    out: &mut Declaration,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let attributes = Attribute::parse_outer(input)?;
    if input.peek(Token![const]) {
        out.constants.push(constant(input, attributes)?);
        return Ok(());
    }
    if input.peek(Token![crate]) {
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        let path = Path::parse_mod_style(input)?;
        if out.crate_path.replace(path.clone()).is_some() {
            diagnostics.error(path, "`crate` is given twice");
        }
        return end(input);
    }
    if !input.peek(Ident::peek_any) {
        return Err(input.error("an item of a network is `name: Kind(…);`\nexpected: a name"));
    }
    let name = Ident::parse_any(input)?;
    if !input.peek(Token![:]) {
        return Err(match input.cursor().token_tree() {
            Some((next, _)) => syn::Error::new(
                next.span(),
                format!(
                    "`{name}` has no kind\nexpected: `{name}: Kind(…);`\n   found: `{name} {next}`"
                ),
            ),
            None => syn::Error::new(
                name.span(),
                format!("this line is unfinished\nexpected: `{name}: Kind(…);`"),
            ),
        });
    }
    input.parse::<Token![:]>()?;
    if name == "input" {
        let item = input_item(input, name)?;
        if let Some(first) = &out.input {
            let line = super::line(first.keyword.span());
            diagnostics
                .error(&item.keyword, format!("`input` is declared twice\n   first: line {line}"));
        } else {
            out.input = Some(item);
        }
        return end(input);
    }
    let layer = layer(input, attributes, name)?;
    if input.peek(Token![=]) && layer.arguments.is_empty() {
        let (name, ty) = (&layer.name, &layer.kind);
        return Err(syn::Error::new(
            name.span(),
            format!("a constant begins with `const`\nexpected: `const {name}: {ty} = …;`"),
        ));
    }
    if layer.name == "loss" {
        if let Some(earlier) = out.loss.replace(layer) {
            out.earlier_losses.push((out.layers_before_loss, earlier));
        }
        out.layers_before_loss = out.layers.len();
    } else {
        out.layers.push(layer);
    }
    end(input)
}

/// The `;` behind an item. At the very end it may be missing while it is being typed.
fn end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        return Err(syn::Error::new(input.span(), "the last item has no `;`\nexpected: `;`"));
    }
    if !input.peek(Token![;]) {
        let next = input.cursor().token_tree().map(|(t, _)| t.to_string()).unwrap_or_default();
        return Err(
            input.error(format!("an item ends with `;`\nexpected: `;`\n   found: `{next}`"))
        );
    }
    input.parse::<Token![;]>().map(drop)
}

fn constant(input: ParseStream<'_>, attributes: Vec<Attribute>) -> syn::Result<Constant> {
    input.parse::<Token![const]>()?;
    let name = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty: Type = input.parse()?;
    input.parse::<Token![=]>()?;
    let value = input.parse()?;
    end(input)?;
    Ok(Constant { attributes, name, ty, value })
}

fn input_item(input: ParseStream<'_>, keyword: Ident) -> syn::Result<Input> {
    if !input.peek(token::Bracket) {
        return Err(input.error("the input is declared by its sizes\nexpected: `input: [channels, height, width];`, `[rows, columns]` or `[features]`"));
    }
    let Some((brackets, _)) = input.cursor().token_tree() else {
        return Err(input.error("expected brackets"));
    };
    let content;
    bracketed!(content in input);
    let sizes = content.parse_terminated(|e: ParseStream<'_>| e.parse::<Expr>(), Token![,])?;
    Ok(Input {
        keyword,
        sizes: sizes.into_iter().collect(),
        brackets: brackets.into_token_stream(),
    })
}

fn layer(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    name: Ident,
) -> syn::Result<LayerSyntax> {
    if input.is_empty() || !input.peek(syn::Ident) {
        let span = input.cursor().token_tree().map_or(name.span(), |(t, _)| t.span());
        return Err(syn::Error::new(
            span,
            format!("`{name}` has no kind\nexpected: `{name}: Kind(…);`, such as `{name}: Relu;`"),
        ));
    }
    let kind = input.parse()?;
    let mut arguments = Vec::new();
    if input.peek(token::Paren) {
        let content;
        parenthesized!(content in input);
        while !content.is_empty() {
            arguments.push(argument(&content)?);
            if content.is_empty() {
                break;
            }
            if !content.peek(Token![,]) {
                let next =
                    content.cursor().token_tree().map(|(t, _)| t.to_string()).unwrap_or_default();
                return Err(content.error(format!(
                    "arguments are separated by `,`\nexpected: `,` or `)`\n   found: `{next}`"
                )));
            }
            content.parse::<Token![,]>()?;
        }
    }
    Ok(LayerSyntax { attributes, name, kind, arguments })
}

fn argument(input: ParseStream<'_>) -> syn::Result<Argument> {
    if input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
        let name = Ident::parse_any(input)?;
        input.parse::<Token![=]>()?;
        if input.is_empty() || input.peek(Token![,]) {
            return Err(syn::Error::new(
                name.span(),
                format!("`{name}` has no value\nexpected: `{name} = value`"),
            ));
        }
        return Ok(Argument::Named { name, value: input.parse()? });
    }
    if input.peek(Token![_]) && input.peek2(Token![->]) {
        let wild: Token![_] = input.parse()?;
        let arrow: Token![->] = input.parse()?;
        let output: Expr = input.parse()?;
        let tokens = quote::quote!(#wild #arrow #output);
        return Ok(Argument::Arrow { input: None, output: Box::new(output), tokens });
    }
    let first: Expr = input.parse()?;
    if input.peek(Token![->]) {
        let arrow: Token![->] = input.parse()?;
        let output: Expr = input.parse()?;
        let tokens = quote::quote!(#first #arrow #output);
        return Ok(Argument::Arrow {
            input: Some(Box::new(first)),
            output: Box::new(output),
            tokens,
        });
    }
    Ok(Argument::Positional(first))
}
