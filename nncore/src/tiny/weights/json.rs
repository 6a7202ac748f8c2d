//! The little JSON that weight files need, read by const fns: by the compiler from a file of the program's source, and
//! at run time.
//!
//! It asks for what must come next and builds nothing, so it needs no memory and cannot recurse. It looks at
//! lengths before bytes, or reads by [`byte`] and [`part`]: a program that reads weights at run time links no panic.

use super::error::{Excerpt, Found, Problem};

/// The value, or an early return of the error: `?` is not a const fn.
macro_rules! attempt {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(problem) => return Err(problem),
        }
    };
}
pub(super) use attempt;

/// A place in a text, whose bytes were found to be UTF-8.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

/// A string as it is written, between its quotes.
#[derive(Clone, Copy)]
pub(super) struct Raw<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) is_escaped: bool,
}

/// `bytes[at]`; 0 after the end.
pub(super) const fn byte(bytes: &[u8], at: usize) -> u8 {
    if at < bytes.len() { bytes[at] } else { 0 }
}

/// `bytes[first..end]`; empty where there is no such range.
pub(super) const fn part(bytes: &[u8], first: usize, end: usize) -> &[u8] {
    match bytes.split_at_checked(end) {
        Some((head, _)) => match head.split_at_checked(first) {
            Some((_, part)) => part,
            None => &[],
        },
        None => &[],
    }
}

/// Whether `text` has the bytes `word` at `at`.
pub(super) const fn stands_at(text: &[u8], at: usize, word: &[u8]) -> bool {
    if at > text.len() || word.len() > text.len() - at {
        return false;
    }
    let mut i = 0;
    while i < word.len() {
        if byte(text, at + i) != word[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl<'a> Raw<'a> {
    /// Whether this is the string `name`.
    pub(super) const fn is(&self, name: &str) -> bool {
        let name = name.as_bytes();
        if !self.is_escaped {
            return self.bytes.len() == name.len() && stands_at(self.bytes, 0, name);
        }
        let (mut reader, mut i) = (Reader::new(self.bytes, 0), 0);
        while reader.at < reader.text.len() {
            let (mut utf8, mut len) = ([byte(reader.text, reader.at), 0, 0, 0], 1);
            if utf8[0] == b'\\' {
                let Ok(c) = reader.escape() else { return false };
                len = c.encode_utf8(&mut utf8).len();
            } else {
                reader.at += 1;
            }
            if !stands_at(name, i, part(&utf8, 0, len)) {
                return false;
            }
            i += len;
        }
        i == name.len()
    }

    /// Its beginning, for a message.
    pub(super) const fn excerpt(&self) -> Excerpt {
        Excerpt::new(self.bytes)
    }
}

impl<'a> Reader<'a> {
    pub(super) const fn new(text: &'a [u8], at: usize) -> Self {
        Self { text, at }
    }

    /// The byte of the next token.
    pub(super) const fn place(&mut self) -> usize {
        let (text, mut at) = (self.text, self.at);
        while at < text.len() && matches!(text[at], b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
        }
        self.at = at;
        at
    }

    /// The problem of finding something else than `expected` here.
    const fn fault(&self, expected: &'static str) -> Problem {
        let is_end = self.at == self.text.len();
        let found = if is_end { Found::End } else { Found::Byte(byte(self.text, self.at)) };
        Problem::damage(self.at, expected, found)
    }

    /// Takes `byte` when it is the next token.
    pub(super) const fn take(&mut self, byte: u8) -> bool {
        let at = self.place();
        let is_next = at < self.text.len() && self.text[at] == byte;
        if is_next {
            self.at += 1;
        }
        is_next
    }

    /// Takes `byte`, which must be the next token.
    pub(super) const fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Problem> {
        if self.take(byte) { Ok(()) } else { Err(self.fault(expected)) }
    }

    /// After an item: whether another follows (`,`) or the end (`close`).
    pub(super) const fn another(&mut self, close: u8) -> Result<bool, Problem> {
        if self.take(b',') {
            return Ok(true);
        }
        if self.take(close) {
            return Ok(false);
        }
        Err(self.fault(if close == b']' { "`,` or `]`" } else { "`,` or `}`" }))
    }

    /// The end of the text.
    pub(super) const fn end(&mut self) -> Result<(), Problem> {
        if self.place() == self.text.len() { Ok(()) } else { Err(self.fault("the header's end")) }
    }

    /// A string, whose escapes are found to be right.
    pub(super) const fn string(&mut self, expected: &'static str) -> Result<Raw<'a>, Problem> {
        attempt!(self.expect(b'"', expected));
        let (text, start, mut is_escaped) = (self.text, self.at, false);
        loop {
            // Of variables of its own a loop is much shorter for rustc.
            let mut at = self.at;
            while at < text.len() && !matches!(text[at], b'"' | b'\\' | 0..=0x1f) {
                at += 1;
            }
            self.at = at;
            if at >= text.len() {
                return Err(self.fault("the `\"` that closes the string"));
            } else if text[at] == b'"' {
                self.at += 1;
                return Ok(Raw { bytes: part(text, start, at), is_escaped });
            } else if text[at] != b'\\' {
                return Err(self.fault("no control character inside a string"));
            }
            attempt!(self.escape());
            is_escaped = true;
        }
    }

    /// The character that an escape stands for; the `\` is next.
    const fn escape(&mut self) -> Result<char, Problem> {
        self.at += 1;
        let escaped = byte(self.text, self.at);
        let character = match escaped {
            b'"' | b'\\' | b'/' => escaped as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(self.fault("an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")),
        };
        self.at += 1;
        Ok(character)
    }

    /// `uXXXX`, or the pair `uXXXX\uXXXX` of a character above U+FFFF.
    const fn unicode(&mut self) -> Result<char, Problem> {
        let start = self.at;
        let mut code = attempt!(self.hex());
        if 0xd800 <= code && code < 0xdc00 && stands_at(self.text, self.at, b"\\u") {
            self.at += 1;
            let second = attempt!(self.hex());
            // Any other than the second of a pair stays below, and is not a character.
            if 0xdc00 <= second && second < 0xe000 {
                code = 0x1_0000 + ((code - 0xd800) << 10) + (second - 0xdc00);
            }
        }
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => {
                let expected = "a character, or a surrogate pair";
                Err(Problem::damage(start, expected, Found::Surrogate(code)))
            }
        }
    }

    /// The four digits after the `u` that is next.
    const fn hex(&mut self) -> Result<u32, Problem> {
        self.at += 1;
        let (mut value, end) = (0, self.at + 4);
        while self.at < end {
            match (byte(self.text, self.at) as char).to_digit(16) {
                Some(digit) => value = value * 16 + digit,
                None => return Err(self.fault("four hexadecimal digits")),
            }
            self.at += 1;
        }
        Ok(value)
    }

    /// A number without sign, fraction or exponent.
    pub(super) const fn whole(&mut self, expected: &'static str) -> Result<u64, Problem> {
        let (start, text, mut value) = (self.place(), self.text, 0_u64);
        let mut at = start;
        while at < text.len() && text[at].is_ascii_digit() {
            let digit = (text[at] - b'0') as u64;
            if value > (u64::MAX - digit) / 10 {
                return Err(Problem::damage(start, "a number below 2^64", Found::Larger));
            }
            value = 10 * value + digit;
            at += 1;
        }
        self.at = at;
        let digits = at - start;
        if digits > 1 && byte(text, start) == b'0' {
            self.at = start;
            return Err(self.fault("a number that does not begin with 0"));
        }
        let is_real = matches!(byte(text, at), b'.' | b'e' | b'E');
        if digits == 0 || is_real { Err(self.fault(expected)) } else { Ok(value) }
    }
}

/// Objects and lists in one another at most, below a key of a tensor: with the header and the tensor 127, as serde_json
/// has it.
const DEPTH: u32 = 125;

/// Values of every kind, which are passed over.
impl Reader<'_> {
    /// Takes the rest of a word whose first letter was found.
    const fn word(&mut self, word: &'static str) -> Result<(), Problem> {
        if !stands_at(self.text, self.at, word.as_bytes()) {
            return Err(self.fault("a value"));
        }
        self.at += word.len();
        Ok(())
    }

    /// Takes `null` when it is the next token.
    pub(super) const fn take_null(&mut self) -> bool {
        let at = self.place();
        let is_next = stands_at(self.text, at, b"null");
        if is_next {
            self.at += 4;
        }
        is_next
    }

    /// Takes digits, one or more; their number.
    const fn digits(&mut self) -> Result<usize, Problem> {
        let start = self.at;
        while byte(self.text, self.at).is_ascii_digit() {
            self.at += 1;
        }
        if self.at == start { Err(self.fault("a digit")) } else { Ok(self.at - start) }
    }

    /// Takes a number of any kind, below 1e308.
    const fn number(&mut self) -> Result<(), Problem> {
        let start = self.at;
        if byte(self.text, self.at) == b'-' {
            self.at += 1;
        }
        let first = byte(self.text, self.at);
        let mut magnitude = attempt!(self.digits());
        if first == b'0' && magnitude > 1 {
            self.at = start;
            return Err(self.fault("a number that does not begin with 0"));
        }
        if byte(self.text, self.at) == b'.' {
            self.at += 1;
            attempt!(self.digits());
        }
        if matches!(byte(self.text, self.at), b'e' | b'E') {
            self.at += 1;
            let sign = byte(self.text, self.at);
            if matches!(sign, b'+' | b'-') {
                self.at += 1;
            }
            let (first, digits) = (self.at, attempt!(self.digits()));
            let (mut exponent, mut i) = (0_usize, 0);
            while i < digits && exponent < 1000 {
                exponent = 10 * exponent + (byte(self.text, first + i) - b'0') as usize;
                i += 1;
            }
            magnitude = if sign == b'-' { 0 } else { magnitude + exponent };
        }
        if magnitude > 308 {
            return Err(Problem::damage(start, "a number below 1e308", Found::Larger));
        }
        Ok(())
    }

    /// Takes a key and its colon.
    const fn key(&mut self) -> Result<(), Problem> {
        attempt!(self.string("a key in quotes"));
        self.expect(b':', "`:`")
    }

    /// Passes over a value of any kind. It keeps which of the objects and lists that it is in are objects, a bit each, and
    /// so does not recurse.
    pub(super) const fn value(&mut self) -> Result<(), Problem> {
        let (mut depth, mut objects) = (0, 0_u128);
        loop {
            let at = self.place();
            match byte(self.text, at) {
                open @ (b'{' | b'[') => {
                    if depth == DEPTH {
                        let expected = "at most 125 objects and lists in one another";
                        return Err(Problem::damage(at, expected, Found::Larger));
                    }
                    self.at += 1;
                    let is_object = open == b'{';
                    if !self.take(if is_object { b'}' } else { b']' }) {
                        (depth, objects) = (depth + 1, objects << 1 | is_object as u128);
                        if is_object {
                            attempt!(self.key());
                        }
                        continue;
                    }
                }
                b'"' => {
                    attempt!(self.string("a string in quotes"));
                }
                b'-' | b'0'..=b'9' => attempt!(self.number()),
                b't' => attempt!(self.word("true")),
                b'f' => attempt!(self.word("false")),
                b'n' => attempt!(self.word("null")),
                _ => return Err(self.fault("a value")),
            }
            loop {
                if depth == 0 {
                    return Ok(());
                }
                let is_object = objects & 1 == 1;
                if attempt!(self.another(if is_object { b'}' } else { b']' })) {
                    if is_object {
                        attempt!(self.key());
                    }
                    break;
                }
                (depth, objects) = (depth - 1, objects >> 1);
            }
        }
    }
}

/// Passes over a value of any kind in a text of UTF-8; where it ends, or where it is none and what was expected there. For
/// the other reader of weight files, too.
#[cfg(feature = "checkpoint")]
pub(crate) fn pass_over(text: &str, at: usize) -> Result<usize, (usize, &'static str)> {
    let mut reader = Reader::new(text.as_bytes(), at);
    match reader.value() {
        Ok(()) => Ok(reader.at),
        Err(Problem::Damaged { at, expected, .. }) => Err((at, expected)),
        Err(_) => Err((at, "a value")),
    }
}

/// The keys of an object, one by one.
pub(super) struct Keys {
    is_first: bool,
}

impl Keys {
    pub(super) const NEW: Self = Self { is_first: true };

    /// A key and its byte; the reader then stands before the value. `None` after the object.
    pub(super) const fn next<'a>(
        &mut self,
        reader: &mut Reader<'a>,
    ) -> Result<Option<(usize, Raw<'a>)>, Problem> {
        let is_end = if self.is_first {
            attempt!(reader.expect(b'{', "`{`"));
            self.is_first = false;
            reader.take(b'}')
        } else {
            !attempt!(reader.another(b'}'))
        };
        if is_end {
            return Ok(None);
        }
        let at = reader.place();
        let key = attempt!(reader.string("a key in quotes"));
        attempt!(reader.expect(b':', "`:`"));
        Ok(Some((at, key)))
    }
}
