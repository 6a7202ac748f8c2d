//! The little JSON that weight files need: strings, whole numbers, decimals, lists of them.
//!
//! The header of a weight file has one fixed structure, so this reader asks for what must come
//! next and never builds a tree: it cannot recurse, and every fault knows its byte.

use std::borrow::Cow;
use std::format;
use std::string::String;
use std::vec::Vec;

/// What was wrong, and at which byte of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Fault {
    pub(super) fn new(at: usize, expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self { at, expected: expected.into(), found: found.into() }
    }
}

/// A place in a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte of the next token.
    pub(super) fn place(&mut self) -> usize {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The fault of finding something else than `expected` here.
    fn fault(&self, expected: impl Into<String>) -> Fault {
        let found = match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(c) => format!("`{}`", c.escape_debug()),
            None => String::from("the end of the text"),
        };
        Fault::new(self.at, expected, found)
    }

    /// Takes `byte` when it is the next token.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        self.place();
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Takes `byte`, which must be the next token.
    pub(super) fn expect(&mut self, byte: u8, expected: &str) -> Result<(), Fault> {
        if self.take(byte) { Ok(()) } else { Err(self.fault(expected)) }
    }

    /// After an item: whether another follows (`,`) or the end (`close`).
    pub(super) fn another(&mut self, close: u8) -> Result<bool, Fault> {
        if self.take(b',') {
            return Ok(true);
        }
        if self.take(close) {
            return Ok(false);
        }
        Err(self.fault(format!("`,` or `{}`", char::from(close))))
    }

    /// The end of the text.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        if self.place() == self.text.len() { Ok(()) } else { Err(self.fault("the end")) }
    }

    /// Passes over a value of any kind.
    pub(super) fn pass_over(&mut self) -> Result<(), Fault> {
        self.place();
        match crate::tiny::pass_over(self.text, self.at) {
            Ok(end) => {
                self.at = end;
                Ok(())
            }
            Err((at, expected)) => {
                self.at = at;
                Err(self.fault(expected))
            }
        }
    }

    /// Takes `null` when it is the next token.
    pub(super) fn take_null(&mut self) -> bool {
        let at = self.place();
        let is_next = self.text.as_bytes()[at..].starts_with(b"null");
        if is_next {
            self.at += 4;
        }
        is_next
    }

    /// A string; borrowed when it holds no escape.
    pub(super) fn string(&mut self, expected: &str) -> Result<Cow<'a, str>, Fault> {
        self.expect(b'"', expected)?;
        let mut owned: Option<String> = None;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let run = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
            let plain = &self.text[self.at..self.at + run.unwrap_or(rest.len())];
            self.at += plain.len();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match owned {
                        Some(text) => Cow::Owned(text + plain),
                        None => Cow::Borrowed(plain),
                    });
                }
                Some(b'\\') => {
                    let text = owned.get_or_insert_default();
                    text.push_str(plain);
                    text.push(self.escape()?);
                }
                Some(_) => return Err(self.fault("no control character inside a string")),
                None => return Err(self.fault("the `\"` that closes the string")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        self.at += 1;
        let character = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.fault("an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")),
        };
        self.at += 1;
        Ok(character)
    }

    /// `uXXXX`, or the pair `uXXXX\uXXXX` of a character above U+FFFF.
    fn unicode(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let lone = |found: u32| {
            Fault::new(start, "a character, or a surrogate pair", format!("`\\u{found:04x}`"))
        };
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or_else(|| lone(first));
        }
        if self.peek() != Some(b'\\') {
            return Err(lone(first));
        }
        self.at += 1;
        if self.peek() != Some(b'u') {
            return Err(lone(first));
        }
        let second = self.hex()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(lone(first));
        }
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        char::from_u32(code).ok_or_else(|| lone(first))
    }

    /// The four digits after the `u` that is next.
    fn hex(&mut self) -> Result<u32, Fault> {
        self.at += 1;
        let mut value = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            value = value * 16 + digit.ok_or_else(|| self.fault("four hexadecimal digits"))?;
            self.at += 1;
        }
        Ok(value)
    }

    /// A number without sign, fraction or exponent.
    pub(super) fn whole(&mut self, expected: &str) -> Result<u64, Fault> {
        let start = self.place();
        let digits = self.run(|byte| byte.is_ascii_digit());
        if digits.is_empty() {
            return Err(self.fault(expected));
        }
        let continues = matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        if continues || (digits.len() > 1 && digits.starts_with('0')) {
            return Err(Fault::new(start, expected, format!("a number that starts `{digits}`")));
        }
        digits.parse().map_err(|_| {
            let found = format!("a number of {} digits", digits.len());
            Fault::new(start, "a number below 2^64", found)
        })
    }

    /// A finite decimal, rounded to the nearest `f32`.
    pub(super) fn decimal(&mut self) -> Result<f32, Fault> {
        let start = self.place();
        let token = self
            .run(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
        match token.parse() {
            Ok(value) if f32::is_finite(value) => Ok(value),
            _ if token.is_empty() => Err(self.fault("a number")),
            _ => Err(Fault::new(start, "a finite number", format!("`{}`", clip(token)))),
        }
    }

    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&belongs) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    /// `[item, item, …]`, perhaps empty.
    pub(super) fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.expect(b'[', "`[`, the start of a list")?;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if !self.another(b']')? {
                return Ok(items);
            }
        }
    }
}

/// Appends a string in quotes, with the escapes that JSON demands and no others.
pub(super) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// A name as messages show it: without control characters, at most 100 characters long.
pub(super) fn clip(name: &str) -> String {
    let mut text: String = name.chars().take(100).flat_map(char::escape_debug).collect();
    if name.chars().nth(100).is_some() {
        text.push('…');
    }
    text
}
