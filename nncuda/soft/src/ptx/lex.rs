//! Characters to tokens.

use super::Error;

/// A token's kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind<'a> {
    /// A name, a number, a directive or a mnemonic with its dots.
    Word(&'a str),
    /// A string, without its quotes.
    Text(&'a str),
    /// Any other character.
    Sign(u8),
}

/// A token and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind<'a>,
    /// The line, from 1.
    pub(crate) line: u32,
    /// The byte at which it starts.
    pub(crate) at: usize,
}

fn in_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$' | b'%' | b'.')
}

/// The tokens of a source, comments left out.
pub(crate) fn tokens(source: &str) -> Result<Vec<Token<'_>>, Error> {
    let bytes = source.as_bytes();
    let mut out = Vec::with_capacity(bytes.len() / 4);
    let (mut i, mut line) = (0, 1u32);
    while let Some(&c) = bytes.get(i) {
        let start = i;
        match c {
            b'\n' => {
                line += 1;
                i += 1;
            }
            _ if c.is_ascii_whitespace() => i += 1,
            b'/' if bytes.get(i + 1) == Some(&b'/') => {
                while bytes.get(i).is_some_and(|c| *c != b'\n') {
                    i += 1;
                }
            }
            b'/' if bytes.get(i + 1) == Some(&b'*') => {
                let end = source[i..].find("*/");
                let end = end.ok_or_else(|| Error::new(line, "a comment has no end"))?;
                line += newlines(&bytes[i..i + end]);
                i += end + 2;
            }
            b'"' => {
                let end = source[i + 1..].find('"');
                let end = end.ok_or_else(|| Error::new(line, "a string has no end"))?;
                let text = &source[i + 1..i + 1 + end];
                out.push(Token { kind: Kind::Text(text), line, at: start });
                line += newlines(text.as_bytes());
                i += end + 2;
            }
            _ if in_word(c) => {
                i = word_end(bytes, i);
                out.push(Token { kind: Kind::Word(&source[start..i]), line, at: start });
            }
            _ if c.is_ascii_graphic() => {
                out.push(Token { kind: Kind::Sign(c), line, at: start });
                i += 1;
            }
            _ => return Err(Error::new(line, format!("the byte {c:#04x} is not PTX"))),
        }
    }
    Ok(out)
}

fn newlines(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|c| **c == b'\n').count() as u32
}

/// Where the word that starts at `i` ends. `::` is part of a word, and so is the sign of a decimal exponent.
fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut i = start;
    let number = bytes[start].is_ascii_digit();
    let plain = !(bytes[start] == b'0'
        && matches!(bytes.get(start + 1), Some(b'x' | b'X' | b'f' | b'F' | b'd' | b'D')));
    loop {
        match bytes.get(i) {
            Some(c) if in_word(*c) => i += 1,
            Some(b':') if bytes.get(i + 1) == Some(&b':') => i += 2,
            Some(b'+' | b'-') if number && plain && matches!(bytes[i - 1], b'e' | b'E') => i += 1,
            _ => return i,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_signs_and_lines() {
        let t = tokens("// c\n@!%p1 ld.global.L1::no_allocate.f32 %f1, [%rd1+-4]; /* \n */ x: .5e-3 0f3F800000").unwrap();
        let words: Vec<_> = t
            .iter()
            .filter_map(|t| if let Kind::Word(w) = t.kind { Some(w) } else { None })
            .collect();
        assert_eq!(
            words,
            [
                "%p1",
                "ld.global.L1::no_allocate.f32",
                "%f1",
                "%rd1",
                "4",
                "x",
                ".5e",
                "3",
                "0f3F800000"
            ]
        );
        assert_eq!((t[0].line, t.last().unwrap().line), (2, 3));
        assert!(tokens("/* open").is_err());
    }
}
