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
        self.push(s);
        self
    }

    /// Appends a string in place: unlike [`str`](Self::str) it copies no text, which is what counts
    /// for a large capacity.
    pub const fn push(&mut self, s: &str) {
        let s = s.as_bytes();
        if self.len + s.len() <= CAPACITY {
            let mut i = 0;
            while i < s.len() {
                self.bytes[self.len + i] = s[i];
                i += 1;
            }
            self.len += s.len();
        }
    }

    /// Appends blanks up to a length of `len` bytes in all.
    pub const fn push_blanks(&mut self, len: usize) {
        while self.len < len && self.len < CAPACITY {
            self.push(" ");
        }
    }

    /// Appends a string, then blanks up to `width` characters.
    #[must_use]
    pub const fn left(mut self, s: &str, width: usize) -> Self {
        let start = self.len;
        self.push(s);
        self.push_blanks(start + width);
        self
    }

    /// Appends blanks, then a number, `width` characters in all.
    #[must_use]
    pub const fn right(mut self, n: u64, width: usize) -> Self {
        self.push_right(n, width);
        self
    }

    /// [`right`](Self::right) in place.
    pub const fn push_right(&mut self, n: u64, width: usize) {
        let mut digits = 1;
        let mut rest = n / 10;
        while rest > 0 {
            digits += 1;
            rest /= 10;
        }
        while digits < width {
            self.push(" ");
            digits += 1;
        }
        self.push_number(n);
    }

    /// Appends a number.
    #[must_use]
    pub const fn number(mut self, n: u64) -> Self {
        self.push_number(n);
        self
    }

    /// [`number`](Self::number) in place.
    pub const fn push_number(&mut self, n: u64) {
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
    }

    /// Appends a real number with up to nine digits after the point, far from 1 as a power of ten: `0.05`, `2.0`, `-1.5e300`,
    /// `inf`, `NaN`.
    pub const fn push_real(&mut self, x: f64) {
        if x.is_nan() {
            return self.push("NaN");
        }
        if x.is_sign_negative() {
            self.push("-");
        }
        let (mut rest, mut exponent) = (x.abs(), 0_u64);
        if rest.is_infinite() {
            return self.push("inf");
        }
        let (is_large, is_small) = (rest >= 1e9, rest > 0.0 && rest < 1e-4);
        while is_large && rest >= 10.0 {
            rest /= 10.0;
            exponent += 1;
        }
        while is_small && rest < 1.0 {
            rest *= 10.0;
            exponent += 1;
        }
        let mut digits = (rest * 1e9 + 0.5) as u64;
        // The powers of ten that were multiplied round, so that 9.999… may have become 10.
        if exponent > 0 && digits >= 10_000_000_000 {
            digits /= 10;
            exponent = if is_small { exponent - 1 } else { exponent + 1 };
        }
        self.push_number(digits / 1_000_000_000);
        let (mut fraction, mut width) = (digits % 1_000_000_000, 9);
        while fraction % 10 == 0 && width > 1 {
            fraction /= 10;
            width -= 1;
        }
        if fraction > 0 || exponent == 0 {
            self.push(".");
            let mut least = 10_u64.pow(width - 1);
            while least > fraction && least > 1 {
                self.push("0");
                least /= 10;
            }
            self.push_number(fraction);
        }
        if exponent > 0 {
            self.push(if is_small { "e-" } else { "e" });
            self.push_number(exponent);
        }
    }

    /// Appends a size; `?` when it is unknown.
    #[must_use]
    pub const fn size(mut self, n: usize) -> Self {
        self.push_size(n);
        self
    }

    /// [`size`](Self::size) in place.
    pub const fn push_size(&mut self, n: usize) {
        if n == crate::UNKNOWN { self.push("?") } else { self.push_number(n as u64) }
    }

    /// Appends a shape: `[3, 56, 56]`.
    #[must_use]
    pub const fn shape(mut self, shape: &crate::Shape) -> Self {
        self.push_shape(shape);
        self
    }

    /// [`shape`](Self::shape) in place.
    pub const fn push_shape(&mut self, shape: &crate::Shape) {
        if shape.rank() == 0 {
            self.push(if shape.last() == crate::UNKNOWN { "[?" } else { "[…, " });
            if shape.last() != crate::UNKNOWN {
                self.push_size(shape.last());
            }
            return self.push("]");
        }
        self.push("[");
        let mut i = 0;
        while i < shape.rank() {
            if i > 0 {
                self.push(", ");
            }
            self.push_size(shape.dim(i));
            i += 1;
        }
        self.push("]");
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

    /// This text, or the other when there is none.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        if self.is_empty() { other } else { self }
    }

    /// Whether nothing was appended.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn real_numbers() {
        for (x, expected) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (2.0, "2.0"),
            (0.1, "0.1"),
            (-1.5, "-1.5"),
            (1.000_000_01, "1.00000001"),
            (0.05, "0.05"),
            (0.000_1, "0.0001"),
            (1e-5, "1e-5"),
            (-2.5e-7, "-2.5e-7"),
            (123_456_789.0, "123456789.0"),
            (1e9, "1e9"),
            (-1.5e300, "-1.5e300"),
            (1e-300, "1e-300"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            let mut text = Text::<32>::EMPTY;
            text.push_real(x);
            assert_eq!(text.as_str(), expected, "{x:e}");
        }
    }
}
