//! Single-token mistakes: what a user mistypes, and what a macro of theirs hands on.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use super::Random;

/// The number of tokens, a group counting as one and its contents besides.
fn count(tokens: &TokenStream) -> usize {
    tokens
        .clone()
        .into_iter()
        .map(|t| match t {
            TokenTree::Group(g) => 1 + count(&g.stream()),
            _ => 1,
        })
        .sum()
}

/// What happens to a token.
#[derive(Clone, Copy, Debug)]
enum Mistake {
    Delete,
    Duplicate,
    /// With the token after it.
    Swap,
    Replace,
    /// In an invisible group, alone or with up to two tokens after it: a fragment of `macro_rules!`.
    Fragment,
    /// With an empty invisible group before it: a visibility that is not given.
    Empty,
    /// A word as a raw identifier.
    Raw,
}

/// `@[…]` stands for an invisible group, which has no text of its own.
pub(crate) fn fragments(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let is_fragment = matches!(out.last(), Some(TokenTree::Punct(p)) if p.as_char() == '@');
        let inner = fragments(group.stream());
        if is_fragment {
            out.pop();
        }
        let delimiter = if is_fragment { Delimiter::None } else { group.delimiter() };
        let mut new = Group::new(delimiter, inner);
        new.set_span(group.span());
        out.push(new.into());
    }
    out.into_iter().collect()
}

fn marked(tokens: Vec<TokenTree>) -> [TokenTree; 2] {
    let group = Group::new(Delimiter::Bracket, tokens.into_iter().collect());
    [Punct::new('@', Spacing::Alone).into(), group.into()]
}

/// A word as a raw identifier, where it may be one.
fn raw(token: TokenTree) -> TokenTree {
    let TokenTree::Ident(word) = &token else { return token };
    let text = word.to_string();
    let never = ["_", "self", "Self", "super", "crate"].contains(&text.as_str());
    if never || text.starts_with("r#") { token } else { Ident::new_raw(&text, word.span()).into() }
}

/// The text of `tokens` with one mistake, and what it is.
pub(crate) fn mutate(tokens: &TokenStream, random: &mut Random) -> (String, String) {
    let at = random.within(0, count(tokens) - 1);
    let mistake = random.one(&[
        Mistake::Delete,
        Mistake::Duplicate,
        Mistake::Swap,
        Mistake::Replace,
        Mistake::Fragment,
        Mistake::Empty,
        Mistake::Raw,
    ]);
    let mut left = at;
    let mut what = String::new();
    let mutated = walk(tokens, &mut left, mistake, random, &mut what);
    let mut text = String::new();
    print(&mutated, &mut text);
    (text, what)
}

fn walk(
    tokens: &TokenStream,
    left: &mut usize,
    mistake: Mistake,
    random: &mut Random,
    what: &mut String,
) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut rest = tokens.clone().into_iter();
    while let Some(token) = rest.next() {
        if *left == 0 && what.is_empty() {
            *what = format!("{mistake:?} `{token}`");
            match mistake {
                Mistake::Delete => {}
                Mistake::Duplicate => out.extend([token.clone(), token]),
                Mistake::Swap => {
                    out.extend(rest.next());
                    out.push(token);
                }
                Mistake::Replace => {
                    let new = replacement(random);
                    *what += &format!(" by `{new}`");
                    out.push(new);
                }
                Mistake::Fragment => {
                    let more = random.within(0, 2);
                    let run = std::iter::once(token).chain(rest.by_ref().take(more)).collect();
                    out.extend(marked(run));
                }
                Mistake::Empty => {
                    out.extend(marked(Vec::new()));
                    out.push(token);
                }
                Mistake::Raw => out.push(raw(token)),
            }
            continue;
        }
        *left = left.saturating_sub(1);
        out.push(match token {
            TokenTree::Group(g) if what.is_empty() => {
                let inner = walk(&g.stream(), left, mistake, random, what);
                TokenTree::Group(Group::new(g.delimiter(), inner))
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

fn replacement(random: &mut Random) -> TokenTree {
    let words = [
        "Linear",
        "Conv2d",
        "Relu",
        "Flatten",
        "MaxPool2d",
        "Liner",
        "input",
        "loss",
        "kernel",
        "stride",
        "padding",
        "groups",
        "same",
        "depthwise",
        "self",
        "crate",
        "const",
        "struct",
        "true",
        "N",
        "x",
        "as",
        "fn",
        "pub",
        "let",
        "mut",
        "if",
        "return",
        "forward",
        "relu",
        "concat",
        "split",
        "reshape",
        "axis",
        "keep",
        "h",
        "a",
        "_",
    ];
    let numbers =
        ["0", "1", "2", "4", "7", "3.5", "0.0", "18446744073709551615", "1u8", "\"text\"", "'c'"];
    match random.within(0, 4) {
        0 | 1 => TokenTree::Ident(Ident::new(random.one(&words), Span::call_site())),
        2 if random.once_in(4) => Ident::new_raw("struct", Span::call_site()).into(),
        2 => random.one(&numbers).parse::<Literal>().expect("a literal").into(),
        3 => {
            let c = random.one(&[
                ',', ';', ':', '=', '-', '>', '<', '*', '/', '#', '.', '?', '!', '+', '|', '&',
            ]);
            Punct::new(c, Spacing::Alone).into()
        }
        _ => {
            let all = [Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace];
            Group::new(random.one(&all), TokenStream::new()).into()
        }
    }
}

/// Tokens as text, an item a line, so that spans have lines and columns.
fn print(tokens: &TokenStream, text: &mut String) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(g) => {
                let (open, close) = match g.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                *text += open;
                print(&g.stream(), text);
                *text += close;
            }
            TokenTree::Punct(p) => {
                text.push(p.as_char());
                if p.spacing() == Spacing::Alone {
                    text.push(if p.as_char() == ';' { '\n' } else { ' ' });
                }
                continue;
            }
            other => *text += &other.to_string(),
        }
        text.push(' ');
    }
}
