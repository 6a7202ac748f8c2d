//! A weight file in memory: 8 bytes of length, a header that says where each tensor lies, the tensors' bytes.
//!
//! The header is never taken apart for good: who needs the entries walks along them. What it says beyond that, as the
//! safetensors crate takes it, is passed over: metadata of `null`, and unknown keys of a tensor.

use super::error::{Excerpt, FileShape, Found, Problem};
use super::json::{Keys, Raw, Reader, attempt, byte, part};

/// Bytes of the length before the header.
pub(super) const PREFIX: usize = 8;
/// The format's own limit.
const MAX_HEADER: u64 = 100_000_000;
/// The key of the strings; no tensor has this name.
const METADATA: &str = "__metadata__";
/// PyTorch's own limit is 64 sizes.
const MAX_RANK: usize = 64;

/// A weight file, of which its length and its encoding are known to be right.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    /// The file up to the header's end.
    head: &'a [u8],
    /// The tensors' bytes.
    pub(super) data: &'a [u8],
}

/// A tensor of a file.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) name: Raw<'a>,
    pub(super) dtype: Raw<'a>,
    pub(super) shape: FileShape,
    /// Its bytes in the data, from `begin <= end`.
    pub(super) begin: u64,
    pub(super) end: u64,
}

/// The tensors of a file, in the order of its header.
pub(super) struct Entries<'a> {
    reader: Reader<'a>,
    keys: Keys,
    has_metadata: bool,
}

impl<'a> File<'a> {
    pub(super) const fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let Some((len, rest)) = bytes.split_first_chunk::<PREFIX>() else {
            let expected = "8 bytes, the header's length";
            return Err(Problem::damage(bytes.len(), expected, Found::End));
        };
        let len = u64::from_le_bytes(*len);
        if len > MAX_HEADER {
            let expected = "a header of at most 100000000 bytes";
            return Err(Problem::damage(0, expected, Found::Length(len)));
        }
        if len > rest.len() as u64 {
            return Err(Problem::damage(0, "a header within the file", Found::Length(len)));
        }
        let end = PREFIX + len as usize;
        let (head, data) = (part(bytes, 0, end), part(bytes, end, bytes.len()));
        if let Err(error) = core::str::from_utf8(part(head, PREFIX, end)) {
            let at = PREFIX + error.valid_up_to();
            return Err(Problem::damage(at, "UTF-8", Found::Byte(byte(head, at))));
        }
        Ok(Self { head, data })
    }

    pub(super) const fn entries(&self) -> Entries<'a> {
        Entries { reader: Reader::new(self.head, PREFIX), keys: Keys::NEW, has_metadata: false }
    }
}

impl Entry<'_> {
    pub(super) const fn dtype_excerpt(&self) -> Excerpt<16> {
        Excerpt::new(self.dtype.bytes)
    }
}

impl<'a> Entries<'a> {
    /// The next tensor; `None` after the last, at the end of the header.
    pub(super) const fn next(&mut self) -> Result<Option<Entry<'a>>, Problem> {
        loop {
            let Some((at, name)) = attempt!(self.keys.next(&mut self.reader)) else {
                attempt!(self.reader.end());
                return Ok(None);
            };
            if !name.is(METADATA) {
                return match entry(&mut self.reader, at, name) {
                    Ok(entry) => Ok(Some(entry)),
                    Err(problem) => Err(problem.within(name.excerpt())),
                };
            }
            if self.has_metadata {
                let found = Found::Text(name.excerpt());
                return Err(Problem::damage(at, "`__metadata__` once", found));
            }
            self.has_metadata = true;
            attempt!(metadata(&mut self.reader));
        }
    }
}

/// Passes over a map of strings, or `null`.
const fn metadata(reader: &mut Reader<'_>) -> Result<(), Problem> {
    if reader.take_null() {
        return Ok(());
    }
    let mut keys = Keys::NEW;
    while attempt!(keys.next(reader)).is_some() {
        attempt!(reader.string("a string in quotes"));
    }
    Ok(())
}

/// `{"dtype": …, "shape": …, "data_offsets": …}`, of a name that stands at `at`; other keys are passed over.
const fn entry<'a>(
    reader: &mut Reader<'a>,
    at: usize,
    name: Raw<'a>,
) -> Result<Entry<'a>, Problem> {
    let (mut dtype, mut shape, mut offsets) = (None, None, None);
    let mut keys = Keys::NEW;
    while let Some((at, key)) = attempt!(keys.next(reader)) {
        let is_repeated;
        if key.is("dtype") {
            is_repeated = dtype.is_some();
            dtype = Some(attempt!(reader.string("a dtype in quotes")));
        } else if key.is("shape") {
            is_repeated = shape.is_some();
            shape = Some(attempt!(sizes(reader)));
        } else if key.is("data_offsets") {
            is_repeated = offsets.is_some();
            offsets = Some(attempt!(pair(reader)));
        } else {
            is_repeated = false;
            attempt!(reader.value()); // another program's, and of no meaning here
        }
        if is_repeated {
            let found = Found::Text(key.excerpt());
            return Err(Problem::damage(at, "every key of a tensor once", found));
        }
    }
    let Some(dtype) = dtype else { return Err(Problem::damage(at, "`dtype`", Found::Others)) };
    let Some(shape) = shape else { return Err(Problem::damage(at, "`shape`", Found::Others)) };
    let Some((begin, end)) = offsets else {
        return Err(Problem::damage(at, "`data_offsets`", Found::Others));
    };
    Ok(Entry { name, dtype, shape, begin, end })
}

/// `[size, size, …]`, perhaps empty.
const fn sizes(reader: &mut Reader<'_>) -> Result<FileShape, Problem> {
    let mut shape = FileShape::SCALAR;
    attempt!(reader.expect(b'[', "`[`, the start of a list"));
    if reader.take(b']') {
        return Ok(shape);
    }
    loop {
        let at = reader.place();
        let size = attempt!(reader.whole("a size: digits only"));
        if shape.rank() == MAX_RANK {
            return Err(Problem::damage(at, "at most 64 sizes of a tensor", Found::Larger));
        }
        shape.push(size);
        if !attempt!(reader.another(b']')) {
            return Ok(shape);
        }
    }
}

/// `[begin, end]`
const fn pair(reader: &mut Reader<'_>) -> Result<(u64, u64), Problem> {
    let at = reader.place();
    attempt!(reader.expect(b'[', "`[begin, end]`"));
    let begin = attempt!(reader.whole("an offset: digits only"));
    attempt!(reader.expect(b',', "`,` and the second offset"));
    let end = attempt!(reader.whole("an offset: digits only"));
    attempt!(reader.expect(b']', "`]` after two offsets"));
    if begin > end {
        return Err(Problem::damage(at, "begin <= end", Found::Range(begin, end)));
    }
    Ok((begin, end))
}
