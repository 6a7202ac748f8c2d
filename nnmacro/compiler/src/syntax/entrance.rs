//! The entrance: every token of the user's passes here, once, before anything reads it. After it there is one
//! reader of an expression: what the macro evaluates and what rustc evaluates are the same tokens.
//!
//! A fragment of `macro_rules!` (`$n:expr`) arrives in a group without delimiters. A parser that knows of such
//! groups keeps `2 * $n` apart from `2 * 1 + 2`; rustc drops them from what a procedural macro emits. So none goes
//! further than this: it is opened where its borders cannot matter, and becomes real parentheses where they can.
//!
//! What could overflow a stack or take long to read is refused here as well, by a walk that does not recurse.

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};

/// Brackets and operators within one another: far below what overflows a compiler's stack.
pub(crate) const MOST_DEEP: usize = 128;

/// Characters of a name or a number. A `usize` has 64 digits at most, and `_` between them.
pub(crate) const MOST_LONG: usize = 256;

/// The tokens without invisible groups.
///
/// # Errors
/// At the token where they are nested too deep, or at a name or number that is too long.
pub(crate) fn entrance(tokens: TokenStream) -> syn::Result<TokenStream> {
    match limits(tokens.clone())? {
        true => Ok(plain(tokens, Delimiter::None).into_iter().collect()),
        false => Ok(tokens),
    }
}

/// The type alone, up to its `;`: what is left of a network that is refused at the entrance.
pub(super) fn head(tokens: TokenStream) -> TokenStream {
    let mut is_over = false;
    let head: TokenStream =
        tokens.into_iter().take_while(|t| !std::mem::replace(&mut is_over, is(t, ';'))).collect();
    entrance(head).unwrap_or_default()
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(p) if p.as_char() == sign)
}

/// Where the walk is, in one group.
struct Level {
    rest: proc_macro2::token_stream::IntoIter,
    /// Operators since the last separator.
    operators: usize,
    /// `<` that are open.
    angles: usize,
    /// The deepest group since the last separator.
    within: usize,
    /// The deepest of all so far.
    deepest: usize,
    /// The sign ahead, where the next one belongs to it.
    joint: Option<char>,
    /// The last token.
    at: Span,
}

impl Level {
    fn new(tokens: TokenStream) -> Self {
        let rest = tokens.into_iter();
        let (operators, angles, within, deepest) = (0, 0, 0, 0);
        Self { rest, operators, angles, within, deepest, joint: None, at: Span::call_site() }
    }

    fn depth(&self) -> usize {
        self.operators + self.angles + self.within
    }

    fn sign(&mut self, punct: &Punct) {
        let ahead = self.joint.take();
        let is_arrow = punct.as_char() == '>' && matches!(ahead, Some('-' | '='));
        match punct.as_char() {
            ';' => (self.operators, self.angles, self.within) = (0, 0, 0),
            ',' => (self.operators, self.within) = (0, 0),
            '>' if is_arrow => (self.operators, self.within) = (0, 0),
            '=' if punct.spacing() == Spacing::Alone && ahead.is_none() => {
                (self.operators, self.within) = (0, 0);
            }
            '<' => self.angles += 1,
            '>' if self.angles > 0 => self.angles -= 1,
            '&' | '|' if ahead == Some(punct.as_char()) => return, // `&&` is one
            '+' | '-' | '*' | '/' | '%' | '^' | '&' | '|' | '!' | '>' => self.operators += 1,
            _ => {}
        }
        self.joint = (punct.spacing() == Spacing::Joint).then(|| punct.as_char());
        self.deepest = self.deepest.max(self.depth());
    }
}

/// Refuses what is too deep or too long; tells whether there are invisible groups.
fn limits(tokens: TokenStream) -> syn::Result<bool> {
    let mut has_fragments = false;
    let mut levels = vec![Level::new(tokens)];
    while let Some(level) = levels.last_mut() {
        let Some(token) = level.rest.next() else {
            let depth = level.deepest + 1;
            levels.pop();
            if let Some(outer) = levels.last_mut() {
                outer.within = outer.within.max(depth);
                outer.deepest = outer.deepest.max(outer.depth());
                if outer.depth() > MOST_DEEP {
                    return Err(too_deep(outer.at));
                }
            }
            continue;
        };
        let span = match &token {
            TokenTree::Group(group) => group.span_open(),
            other => other.span(),
        };
        level.at = span;
        match &token {
            TokenTree::Punct(punct) => level.sign(punct),
            TokenTree::Ident(name) => is_short("name", &name.to_string(), span)?,
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.starts_with(|c: char| c.is_ascii_digit()) {
                    is_short("number", &text, span)?;
                }
            }
            TokenTree::Group(_) => {}
        }
        let is_deep = level.depth() > MOST_DEEP;
        if let TokenTree::Group(group) = token {
            has_fragments |= group.delimiter() == Delimiter::None;
            levels.push(Level::new(group.stream()));
        }
        if is_deep || levels.len() > MOST_DEEP {
            return Err(too_deep(span));
        }
    }
    Ok(has_fragments)
}

fn too_deep(span: Span) -> syn::Error {
    let message = format!(
        "this is nested too deep\nexpected: at most {MOST_DEEP} brackets and operators within one another\n   found: more\nhelp: give a part of it a name"
    );
    syn::Error::new(span, message)
}

fn is_short(what: &str, text: &str, span: Span) -> syn::Result<()> {
    if text.len() <= MOST_LONG || text.chars().count() <= MOST_LONG {
        return Ok(());
    }
    let (start, count): (String, usize) = (text.chars().take(16).collect(), text.chars().count());
    let message = format!(
        "this {what} is too long\nexpected: at most {MOST_LONG} characters\n   found: {count}, `{start}…`"
    );
    Err(syn::Error::new(span, message))
}

/// A token, or what an invisible group holds.
enum Piece {
    Token(TokenTree),
    Fragment(Vec<TokenTree>),
}

impl Piece {
    /// `None` for an empty group: a visibility that is not given.
    fn of(token: TokenTree) -> Option<Self> {
        let TokenTree::Group(group) = token else { return Some(Self::Token(token)) };
        if group.delimiter() == Delimiter::None {
            let inner = plain(group.stream(), Delimiter::None);
            return (!inner.is_empty()).then_some(Self::Fragment(inner));
        }
        if !has_fragments(&group.stream()) {
            return Some(Self::Token(group.into())); // with the spans of its brackets
        }
        let inner = plain(group.stream(), group.delimiter()).into_iter().collect();
        let mut new = Group::new(group.delimiter(), inner);
        new.set_span(group.span());
        Some(Self::Token(new.into()))
    }

    fn sign(&self) -> Option<(char, bool)> {
        match self {
            Self::Token(TokenTree::Punct(p)) => Some((p.as_char(), p.spacing() == Spacing::Joint)),
            _ => None,
        }
    }

    fn is_word(&self, words: &[&str]) -> bool {
        matches!(self, Self::Token(TokenTree::Ident(i)) if words.iter().any(|w| i == w))
    }
}

fn has_fragments(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|t| match t {
        TokenTree::Group(g) => g.delimiter() == Delimiter::None || has_fragments(&g.stream()),
        _ => false,
    })
}

/// The tokens between two brackets, without invisible groups.
fn plain(tokens: TokenStream, within: Delimiter) -> Vec<TokenTree> {
    let pieces: Vec<Piece> = tokens.into_iter().filter_map(Piece::of).collect();
    let mut out = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Token(token) => out.push(token.clone()),
            Piece::Fragment(inner) => {
                let around = Around { left: &pieces[..i], right: &pieces[i + 1..], within };
                place(inner, &around, &mut out);
            }
        }
    }
    out
}

/// What stands around a fragment.
struct Around<'a> {
    left: &'a [Piece],
    right: &'a [Piece],
    within: Delimiter,
}

impl Around<'_> {
    /// The last two signs ahead: the second only where the first belongs to it.
    fn ahead(&self) -> (Option<char>, Option<char>) {
        let mut signs = self.left.iter().rev().map(Piece::sign);
        let (last, second) = (signs.next().flatten(), signs.next().flatten());
        (last.map(|s| s.0), second.filter(|s| s.1).map(|s| s.0))
    }

    /// The next two signs: the second only where it belongs to the first.
    fn next(&self) -> (Option<char>, Option<char>) {
        let mut signs = self.right.iter().map(Piece::sign);
        let (first, second) = (signs.next().flatten(), signs.next().flatten());
        let is_joint = first.is_some_and(|s| s.1);
        (first.map(|s| s.0), second.filter(|_| is_joint).map(|s| s.0))
    }

    /// Whether nothing beside the fragment can bind a part of it.
    fn is_free(&self) -> bool {
        let left = match self.ahead() {
            (Some(',' | ';'), _) | (Some('>'), Some('-' | '=')) | (Some('.'), Some('.')) => true,
            (Some(':'), second) => second != Some(':'),
            (Some('='), second) => matches!(second, None | Some('.')),
            _ => self.left.last().is_none_or(|p| p.is_word(&["for", "in"])),
        };
        let right = match self.next() {
            (Some(',' | ';'), _) | (Some('-'), Some('>')) | (Some('.'), Some('.')) => true,
            (Some(':'), second) => second != Some(':'),
            (Some('='), second) => second != Some('='),
            _ => self.right.is_empty(),
        };
        left && right
    }

    fn is_ahead_of_colons(&self) -> bool {
        self.next() == (Some(':'), Some(':'))
    }

    /// Whether an operator follows.
    fn is_operand(&self) -> bool {
        match self.next() {
            (Some('-'), second) => second != Some('>'),
            (Some('='), second) => second == Some('='),
            (Some('!'), _) => true,
            (Some(sign), _) => "+*/%&|^<>.?".contains(sign),
            _ => self.right.first().is_some_and(|p| p.is_word(&["as"])),
        }
    }

    /// `x as $t < y`: what follows a path here would be its arguments.
    fn is_cast(&self) -> bool {
        self.left.last().is_some_and(|p| p.is_word(&["as"])) && self.next().0 == Some('<')
    }
}

/// Puts a fragment among the tokens: as it is where that means the same, else in parentheses.
fn place(inner: &[TokenTree], around: &Around<'_>, out: &mut Vec<TokenTree>) {
    let is_path = is_path(inner);
    if around.is_ahead_of_colons() && !is_path {
        // A type: `<Vec<u8>>::N`.
        let angle = |sign| TokenTree::from(spanned(Punct::new(sign, Spacing::Alone), inner));
        out.push(angle('<'));
        out.extend(inner.iter().cloned());
        out.push(angle('>'));
        return;
    }
    let is_statement = around.within == Delimiter::Brace;
    let is_whole = match inner {
        [TokenTree::Group(g)] if g.delimiter() == Delimiter::Brace => !around.is_operand(),
        [_] => !around.is_cast(),
        _ if is_item(inner) => true,
        _ if is_operand(inner) => !around.is_cast(),
        // Statements end after a block: `{ if a { 1 } else { 2 } + 3 }`.
        _ => around.is_free() && !(is_statement && begins_block(inner)),
    };
    if !is_whole {
        let mut group = Group::new(Delimiter::Parenthesis, inner.iter().cloned().collect());
        group.set_span(own(inner));
        out.push(group.into());
        return;
    }
    // Signs on both sides of a border are two.
    if let Some(last) = out.pop() {
        out.push(alone(last));
    }
    out.extend(inner.iter().cloned());
    if let Some(last) = out.pop() {
        out.push(alone(last));
    }
}

/// A span of ours where the user's tokens are.
fn own(inner: &[TokenTree]) -> Span {
    Span::mixed_site().located_at(inner[0].span())
}

/// The first and the last token to underline. Brackets that were made here have one place for both of their ends, so
/// what they hold is underlined.
pub(crate) fn ends(tokens: TokenStream) -> TokenStream {
    let end = |is_last: bool| {
        let mut tokens = tokens.clone();
        loop {
            let mut all = tokens.into_iter();
            let token = if is_last { all.last()? } else { all.next()? };
            tokens = match &token {
                TokenTree::Group(g) if is_made(g) => g.stream(),
                _ => return Some(token),
            };
        }
    };
    end(false).into_iter().chain(end(true)).collect()
}

fn is_made(group: &Group) -> bool {
    let (open, close) = (group.span_open().start(), group.span_close().start());
    (open.line, open.column) == (close.line, close.column) && !group.stream().is_empty()
}

fn spanned(mut punct: Punct, inner: &[TokenTree]) -> Punct {
    punct.set_span(own(inner));
    punct
}

/// A sign that the next token does not belong to.
pub(super) fn alone(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Punct(p) if p.spacing() == Spacing::Joint && p.as_char() != '\'' => {
            let mut new = Punct::new(p.as_char(), Spacing::Alone);
            new.set_span(p.span());
            new.into()
        }
        other => other,
    }
}

/// `a::B`
fn is_path(tokens: &[TokenTree]) -> bool {
    tokens.iter().all(|t| matches!(t, TokenTree::Ident(_)) || is(t, ':'))
}

/// Words that begin a block.
pub(super) const BLOCKS: [&str; 8] =
    ["if", "match", "unsafe", "const", "loop", "while", "for", "async"];

/// Whether a block begins here: `{ … }`, `if a { … }`.
pub(super) fn begins_block(tokens: &[TokenTree]) -> bool {
    match tokens.first() {
        Some(TokenTree::Group(g)) => g.delimiter() == Delimiter::Brace,
        Some(TokenTree::Ident(i)) => BLOCKS.iter().any(|b| i == b),
        Some(TokenTree::Punct(p)) => p.as_char() == '\'',
        _ => false,
    }
}

/// An item, a statement or a visibility, which no operator joins.
fn is_item(tokens: &[TokenTree]) -> bool {
    if tokens.iter().any(|t| is(t, ';')) {
        return true;
    }
    let mut rest = tokens;
    while let [hash, TokenTree::Group(_), more @ ..] = rest
        && is(hash, '#')
    {
        rest = more;
    }
    let words =
        ["pub", "fn", "struct", "use", "mod", "trait", "enum", "type", "static", "extern", "let"];
    match rest {
        [] => true,
        [TokenTree::Ident(first), second, ..] if first == "const" || first == "unsafe" => {
            matches!(second, TokenTree::Ident(_))
        }
        [TokenTree::Ident(first), ..] => words.iter().any(|w| first == w),
        _ => false,
    }
}

/// Words that begin no name.
const WORDS: [&str; 20] = [
    "if", "match", "unsafe", "const", "loop", "while", "for", "async", "move", "static", "return",
    "break", "continue", "let", "dyn", "impl", "mut", "ref", "fn", "as",
];

/// Whether the tokens bind more tightly than any operator: a name, a path with its arguments, calls, methods.
fn is_operand(tokens: &[TokenTree]) -> bool {
    let mut ahead: &[TokenTree] = &[];
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let (last, before) = (ahead.last(), ahead.iter().rev().nth(1));
        let is_dot = last.is_some_and(|t| is(t, '.')) && !before.is_some_and(|t| is(t, '.'));
        let is_colons = last.is_some_and(|t| is(t, ':')) && before.is_some_and(|t| is(t, ':'));
        let is_first = ahead.is_empty();
        let fits = match token {
            TokenTree::Ident(word) => {
                let is_word = WORDS.iter().any(|w| word == w);
                is_dot || (is_first || is_colons) && !is_word
            }
            TokenTree::Literal(_) => is_first || is_dot,
            TokenTree::Group(group) => {
                let is_macro = last.is_some_and(|t| is(t, '!'));
                is_macro || group.delimiter() != Delimiter::Brace && (is_first || !is_dot)
            }
            TokenTree::Punct(sign) => match sign.as_char() {
                '<' => match angles(&tokens[i..]) {
                    Some(len)
                        if is_colons || is_first || matches!(last, Some(TokenTree::Ident(_))) =>
                    {
                        i += len - 1;
                        let next = tokens.get(i + 1);
                        is_colons || next.is_none_or(|t| is(t, ':'))
                    }
                    _ => false,
                },
                ':' => true,
                '.' => !is_first && !last.is_some_and(|t| is(t, '.')),
                '?' => !is_first,
                '!' => {
                    matches!(last, Some(TokenTree::Ident(_)))
                        && matches!(tokens.get(i + 1), Some(TokenTree::Group(_)))
                }
                _ => false,
            },
        };
        if !fits {
            return false;
        }
        i += 1;
        ahead = &tokens[..i];
    }
    true
}

/// How many tokens `<…>` has.
fn angles(tokens: &[TokenTree]) -> Option<usize> {
    let mut open = 0_usize;
    for (i, token) in tokens.iter().enumerate() {
        let is_arrow = i > 0 && (is(&tokens[i - 1], '-') || is(&tokens[i - 1], '='));
        if is(token, '<') {
            open += 1;
        } else if is(token, '>') && !is_arrow {
            open -= 1;
        } else if is(token, ';') || is(token, '&') && i > 1 && is(&tokens[i - 1], '&') {
            return None;
        }
        if open == 0 {
            return Some(i + 1);
        }
    }
    None
}
