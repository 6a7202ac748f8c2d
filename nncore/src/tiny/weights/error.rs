//! What can be wrong with a weight file, and its text: the same for errors of the compiler and of a program.

use core::fmt;

use nnplan::Text;

use super::json::{byte, part};
use crate::tensor::TensorInfo;

/// Why weights were not read, written or taken.
///
/// It is small, and its text is made when it is displayed: a program that never does so has none of it.
#[derive(Clone, Copy)]
pub struct WeightsError {
    pub(super) problem: Problem,
}

/// The most that a text is long: a few sizes and two names.
const LEN: usize = 512;

impl WeightsError {
    /// The tensor it is about, where there is one; of a longer name in the file, its beginning.
    #[must_use]
    pub const fn tensor(&self) -> Option<&str> {
        match &self.problem {
            Problem::Damaged { tensor: Some(name), .. }
            | Problem::Extra { name, .. }
            | Problem::Repeated { name }
            | Problem::Bytes { name, .. }
            | Problem::Range { name, .. }
            | Problem::Overlap { name, .. } => Some(name.as_str()),
            Problem::Missing { tensor } | Problem::Unlike { tensor, .. } => Some(tensor.name),
            Problem::Damaged { tensor: None, .. }
            | Problem::Data { .. }
            | Problem::Numbers { .. }
            | Problem::Room { .. } => None,
        }
    }
}

impl fmt::Debug for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Text::<LEN>::EMPTY;
        self.problem.tell(&mut text);
        f.write_str(text.as_str())
    }
}

impl core::error::Error for WeightsError {}

#[derive(Clone, Copy, Debug)]
pub(super) enum Problem {
    /// No weight file, or a damaged one.
    Damaged { at: usize, tensor: Option<Excerpt>, expected: &'static str, found: Found },
    /// The file has no such tensor.
    Missing { tensor: &'static TensorInfo },
    /// The network has no such tensor.
    Extra { name: Excerpt, dtype: Excerpt<16>, shape: FileShape },
    /// Another dtype or shape than the network's.
    Unlike { tensor: &'static TensorInfo, dtype: Excerpt<16>, shape: FileShape },
    /// A name that stands there twice.
    Repeated { name: Excerpt },
    /// Another length than the shape says.
    Bytes { name: Excerpt, expected: u64, begin: u64, end: u64 },
    /// Bytes after the end.
    Range { name: Excerpt, begin: u64, end: u64, data: u64 },
    /// Bytes that are another tensor's, too.
    Overlap { name: Excerpt, begin: u64, end: u64 },
    /// The tensors together are shorter than the data.
    Data { expected: u64, found: u64 },
    /// A slice of another length than the network's.
    Numbers { what: &'static str, expected: usize, found: usize },
    /// Memory that is too short.
    Room { what: &'static str, expected: usize, found: usize },
}

/// What was found in place of something else.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found {
    Byte(u8),
    End,
    Text(Excerpt),
    /// A number that is too large, or one too many.
    Larger,
    Length(u64),
    Range(u64, u64),
    Surrogate(u32),
    /// Only the other keys of a tensor.
    Others,
}

/// The beginning of a text in a file, of up to `N` bytes.
#[derive(Clone, Copy)]
pub(super) struct Excerpt<const N: usize = 40> {
    bytes: [u8; N],
    len: u8,
    is_cut: bool,
}

impl<const N: usize> Excerpt<N> {
    /// Of a text in UTF-8, up to a whole character.
    pub(super) const fn new(text: &[u8]) -> Self {
        let (mut bytes, is_cut) = ([0; N], text.len() > N);
        let mut len = if is_cut { N } else { text.len() };
        while is_cut && len > 0 && byte(text, len) & 0xc0 == 0x80 {
            len -= 1;
        }
        let mut i = 0;
        while i < len && i < N {
            bytes[i] = byte(text, i);
            i += 1;
        }
        Self { bytes, len: len as u8, is_cut }
    }

    pub(super) const fn as_str(&self) -> &str {
        match core::str::from_utf8(part(&self.bytes, 0, self.len as usize)) {
            Ok(text) => text,
            Err(_) => "", // a text that was UTF-8 is cut between characters
        }
    }

    const fn tell<const C: usize>(&self, text: &mut Text<C>) {
        text.push("`");
        text.push(self.as_str());
        text.push(if self.is_cut { "…`" } else { "`" });
    }
}

impl<const N: usize> fmt::Debug for Excerpt<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The shape of a tensor in a file: the number of its sizes, and as many of them as a network's have.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileShape {
    rank: u8,
    sizes: [u64; nnplan::AXES],
}

impl FileShape {
    pub(super) const SCALAR: Self = Self { rank: 0, sizes: [1; nnplan::AXES] };

    pub(super) const fn rank(&self) -> usize {
        self.rank as usize
    }

    pub(super) const fn push(&mut self, size: u64) {
        if self.rank() < self.sizes.len() {
            self.sizes[self.rank()] = size;
        }
        self.rank += 1;
    }

    /// Whether it is the shape of a tensor of the network.
    pub(super) const fn is(&self, shape: &nnplan::Shape) -> bool {
        let mut axis = 0;
        while axis < shape.rank() {
            if axis >= self.rank() || self.sizes[axis] != shape.dim(axis) as u64 {
                return false;
            }
            axis += 1;
        }
        self.rank() == shape.rank()
    }

    const fn tell<const C: usize>(&self, text: &mut Text<C>) {
        if self.rank() > self.sizes.len() {
            text.push("of rank ");
            return text.push_number(self.rank as u64);
        }
        text.push("[");
        let mut axis = 0;
        while axis < self.rank() {
            if axis > 0 {
                text.push(", ");
            }
            text.push_number(self.sizes[axis]);
            axis += 1;
        }
        text.push("]");
    }
}

const fn tell_number<const C: usize>(text: &mut Text<C>, ahead: &str, n: u64, behind: &str) {
    text.push(ahead);
    text.push_number(n);
    text.push(behind);
}

impl Found {
    pub(super) const fn tell<const C: usize>(&self, text: &mut Text<C>) {
        match self {
            Self::Byte(byte) if byte.is_ascii_graphic() => {
                Excerpt::<1>::new(&[*byte]).tell(text);
            }
            Self::Byte(byte) => tell_hex(text, "the byte 0x", *byte as u32, 2),
            Self::End => text.push("the end"),
            Self::Text(excerpt) => excerpt.tell(text),
            Self::Larger => text.push("more"),
            Self::Length(bytes) => tell_number(text, "a length of ", *bytes, " bytes"),
            Self::Range(begin, end) => tell_range(text, *begin, *end),
            Self::Surrogate(code) => tell_hex(text, "`\\u", *code, 4),
            Self::Others => text.push("only other keys"),
        }
    }
}

const fn tell_range<const C: usize>(text: &mut Text<C>, begin: u64, end: u64) {
    tell_number(text, "[", begin, ", ");
    tell_number(text, "", end, "]");
}

/// The last `digits` hexadecimal digits; what was opened by a backtick is closed.
const fn tell_hex<const C: usize>(text: &mut Text<C>, ahead: &str, n: u32, digits: u32) {
    text.push(ahead);
    let mut left = digits;
    while left > 0 {
        left -= 1;
        let digit = (n >> (4 * left)) as usize % 16;
        text.push("0123456789abcdef".split_at(digit).1.split_at(1).0);
    }
    if ahead.as_bytes()[0] == b'`' {
        text.push("`");
    }
}

impl Problem {
    pub(super) const fn damage(at: usize, expected: &'static str, found: Found) -> Self {
        Self::Damaged { at, tensor: None, expected, found }
    }

    /// The same, in the entry of a tensor.
    pub(super) const fn within(self, name: Excerpt) -> Self {
        match self {
            Self::Damaged { at, expected, found, .. } => {
                Self::Damaged { at, tensor: Some(name), expected, found }
            }
            other => other,
        }
    }

    /// Appends a line: which tensor, what was expected of it and what was found.
    pub(super) const fn tell<const C: usize>(&self, text: &mut Text<C>) {
        match self {
            Self::Damaged { at, tensor, expected, found } => {
                Self::tell_place(text, *at, tensor);
                text.push(": expected ");
                text.push(expected);
                text.push(", found ");
                found.tell(text);
            }
            Self::Missing { tensor } => {
                tell_expected(text, tensor);
                text.push("no such tensor");
            }
            Self::Unlike { tensor, dtype, shape } => {
                tell_expected(text, tensor);
                tell_kind(text, dtype, shape);
            }
            Self::Extra { name, dtype, shape } => {
                name.tell(text);
                text.push(": expected no such tensor, found ");
                tell_kind(text, dtype, shape);
            }
            Self::Repeated { name } => {
                name.tell(text);
                text.push(": expected once, found a second time");
            }
            Self::Bytes { name, expected, begin, end } => {
                name.tell(text);
                tell_number(text, ": expected ", *expected, " bytes");
                tell_number(text, ", found ", *end - *begin, ", data bytes ");
                tell_range(text, *begin, *end);
            }
            Self::Range { name, begin, end, data } => {
                name.tell(text);
                tell_number(text, ": expected an end within the ", *data, " bytes of data");
                text.push(", found data bytes ");
                tell_range(text, *begin, *end);
            }
            Self::Overlap { name, begin, end } => {
                name.tell(text);
                text.push(": expected bytes of its own, found those of another tensor in ");
                tell_range(text, *begin, *end);
            }
            Self::Data { expected, found } => {
                let behind = " bytes of data, all tensors together";
                tell_number(text, "expected ", *expected, behind);
                tell_number(text, ", found ", *found, "");
            }
            Self::Numbers { what, expected, found } => {
                text.push(what);
                tell_number(text, ": expected ", *expected as u64, " numbers");
                tell_number(text, ", found ", *found as u64, "");
            }
            Self::Room { what, expected, found } => {
                text.push("the memory is too short: expected ");
                tell_number(text, "", *expected as u64, " ");
                text.push(what);
                tell_number(text, ", found ", *found as u64, "");
            }
        }
    }

    /// Where a file is damaged.
    pub(super) const fn tell_place<const C: usize>(
        text: &mut Text<C>,
        at: usize,
        tensor: &Option<Excerpt>,
    ) {
        tell_number(text, "not a weight file or a damaged one, at byte ", at as u64, "");
        if let Some(name) = tensor {
            text.push(", in tensor ");
            name.tell(text);
        }
    }
}

/// The tensor of the network that was expected, up to what was found.
const fn tell_expected<const C: usize>(text: &mut Text<C>, tensor: &TensorInfo) {
    text.push("`");
    text.push(tensor.name);
    text.push("`: expected F32 ");
    text.push_shape(&tensor.shape);
    text.push(", found ");
}

const fn tell_kind<const C: usize>(text: &mut Text<C>, dtype: &Excerpt<16>, shape: &FileShape) {
    text.push(dtype.as_str());
    text.push(" ");
    shape.tell(text);
}
