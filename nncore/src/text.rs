//! Text from files, on its way to a terminal.

use core::fmt::{self, Write};

/// A name that comes from a file or a folder, as it can be printed anywhere: characters that
/// cannot be seen are escaped as Rust writes them, all others are as they are.
///
/// Control characters move a terminal's cursor or change its title; directional ones turn
/// round the text after them. Escaped are control, format, private and unassigned
/// characters, and white space other than a space: `\n`, `\u{1b}`, `\u{202e}`. Combining
/// marks, quotes and backslashes are not.
///
/// Width and precision count characters of what is printed; an escape is never cut in two.
///
/// ```
/// use nncore::text::Printable;
///
/// assert_eq!(Printable("naïve \"cat\"").to_string(), "naïve \"cat\"");
/// assert_eq!(Printable("\u{1b}[2Jcat").to_string(), "\\u{1b}[2Jcat");
/// assert_eq!(format!("{:<6.4}|", Printable("a long name")), "a lo  |");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printable<'a>(pub &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = f.precision().unwrap_or(usize::MAX);
        let mut used = 0;
        for c in self.0.chars() {
            let escape = c.escape_debug();
            let len = if is_visible(c) { 1 } else { escape.clone().count() };
            if len > most - used {
                break;
            }
            used += len;
            if is_visible(c) { f.write_char(c) } else { fmt::Display::fmt(&escape, f) }?;
        }
        (used..f.width().unwrap_or(0)).try_for_each(|_| f.write_char(' '))
    }
}

/// Whether a character is printed as it is.
fn is_visible(c: char) -> bool {
    if matches!(c, '"' | '\'' | '\\') {
        return true;
    }
    // `str::escape_debug` knows which characters can be seen. After a letter it leaves a
    // combining mark alone, `char::escape_debug` does not.
    let mut bytes = [b'a'; 5];
    let len = 1 + c.encode_utf8(&mut bytes[1..]).len();
    core::str::from_utf8(&bytes[..len]).is_ok_and(|text| text.escape_debug().count() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let all = (0..=0x10_ffff_u32).filter_map(char::from_u32);
        for c in all {
            let shown = Printable(c.encode_utf8(&mut [0; 4])).to_string();
            // C0, DEL and C1; marks and overrides of direction; other format characters,
            // line and paragraph separators, tags, private use.
            let is_harmful = c.is_control()
                || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
                || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
                || matches!(c, '\u{e0001}' | '\u{e0020}'..='\u{e007f}' | '\u{e000}'..='\u{f8ff}');
            assert!(!is_harmful || shown.starts_with('\\'), "{:x}", u32::from(c));
            assert!(shown.chars().all(|c| !c.is_control()));
        }
    }

    #[test]
    fn names_that_people_give_are_as_they_are() {
        for name in
            ["airplane", "Ärmel", "A\u{308}rmel", "हिन्दी", "层", "🦊", "it's \"a\\b\" `c`", ""]
        {
            assert_eq!(Printable(name).to_string(), name);
        }
    }

    #[test]
    fn fits_into_columns() {
        let cut = |name, width| format!("{:<width$.width$}|", Printable(name));
        assert_eq!(cut("cat", 5), "cat  |");
        assert_eq!(cut("a long name", 5), "a lon|");
        assert_eq!(cut("ab\u{1b}cd", 6), "ab    |"); // `\u{1b}` has six
        assert_eq!(cut("ab\u{1b}cd", 8), "ab\\u{1b}|");
        let long: String = "\n".repeat(9);
        assert_eq!(cut(&long, 5), "\\n\\n |");
    }
}
