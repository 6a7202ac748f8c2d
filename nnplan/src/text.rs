//! Text built in const evaluation: a panic in a `const` can show only a `&str`.

/// A text of up to `CAPACITY` bytes; what does not fit is left out.
#[derive(Clone, Copy)]
pub struct Text<const CAPACITY: usize = 4096> {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl<const CAPACITY: usize> Text<CAPACITY> {
    /// The empty text.
    pub const EMPTY: Self = Self { bytes: [0; CAPACITY], len: 0 };

    /// Appends a string.
    #[must_use]
    pub const fn str(mut self, s: &str) -> Self {
        let s = s.as_bytes();
        if self.len + s.len() <= CAPACITY {
            let mut i = 0;
            while i < s.len() {
                self.bytes[self.len + i] = s[i];
                i += 1;
            }
            self.len += s.len();
        }
        self
    }

    /// Appends a string, then blanks up to `width` characters.
    #[must_use]
    pub const fn left(self, s: &str, width: usize) -> Self {
        let mut text = self.str(s);
        let mut used = s.len();
        while used < width {
            text = text.str(" ");
            used += 1;
        }
        text
    }

    /// Appends blanks, then a number, `width` characters in all.
    #[must_use]
    pub const fn right(mut self, n: u64, width: usize) -> Self {
        let mut digits = 1;
        let mut rest = n / 10;
        while rest > 0 {
            digits += 1;
            rest /= 10;
        }
        while digits < width {
            self = self.str(" ");
            digits += 1;
        }
        self.number(n)
    }

    /// Appends a number.
    #[must_use]
    pub const fn number(mut self, n: u64) -> Self {
        let mut digits = [0u8; 20];
        let mut at = 20;
        let mut rest = n;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        while at < 20 && self.len < CAPACITY {
            self.bytes[self.len] = digits[at];
            self.len += 1;
            at += 1;
        }
        self
    }

    /// Appends a size; `?` when it is unknown.
    #[must_use]
    pub const fn size(self, n: usize) -> Self {
        if n == crate::UNKNOWN { self.str("?") } else { self.number(n as u64) }
    }

    /// Appends a shape: `[3, 56, 56]`.
    #[must_use]
    pub const fn shape(self, shape: &crate::Shape) -> Self {
        if shape.rank() == 0 {
            return self.str("[?]");
        }
        let mut text = self.str("[");
        let mut i = 0;
        while i < shape.rank() {
            if i > 0 {
                text = text.str(", ");
            }
            text = text.size(shape.dim(i));
            i += 1;
        }
        text.str("]")
    }

    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(s) => s,
            Err(_) => "", // only whole `&str`s and digits were appended
        }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing was appended.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}
