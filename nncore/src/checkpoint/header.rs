//! The header of a weight file: 8 bytes of length, then JSON that says where each tensor lies.
//!
//! ```text
//! 8 bytes   n, the length of the JSON, little-endian
//! n bytes   {"__metadata__": {string: string, …},
//!            name: {"dtype": "F32", "shape": [3, 4], "data_offsets": [begin, end]}, …}
//! the rest  the tensors' bytes; offsets count from here
//! ```
//!
//! As the safetensors crate has it, metadata may be `null`, and a tensor may have keys that are not known here.
//!
//! The reader is stricter than the safetensors crate's, which comes second in
//! [`load`](super::load): it knows the byte of every fault, needs no tensor bytes (so `peek`
//! reads a header only), refuses a name that stands there twice (the crate takes the last), and
//! lengths that add up to about 2^64 (where the crate's sum overflows, and panics if that is
//! checked). The writer is our own because the crate's puts `__metadata__` in the order of a
//! hash map: another one in every run.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::json::{self, Fault, Reader};

/// Bytes of the length before the JSON.
pub(super) const PREFIX: usize = 8;
/// The format's own limit.
pub(super) const MAX_HEADER: u64 = 100_000_000;
/// The key of the strings; no tensor has this name.
pub(super) const METADATA: &str = "__metadata__";
/// PyTorch's own limit is 64 sizes.
const MAX_RANK: usize = 64;

/// A tensor in a file.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) dtype: Cow<'a, str>,
    pub(super) shape: Vec<usize>,
    /// Its bytes in the data after the header.
    pub(super) begin: u64,
    pub(super) end: u64,
    /// Where its name stands in the JSON.
    at: usize,
}

/// What a header says, found to be consistent: the tensors lie one after another, as long
/// as their shapes say, from the first byte of the data to the last.
#[derive(Debug)]
pub(super) struct Header<'a> {
    /// In the order of their bytes.
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) metadata: BTreeMap<String, String>,
}

/// Reads the JSON in front of `data_len` bytes of tensors. Faults count bytes from the start
/// of `json`.
pub(super) fn parse(json: &[u8], data_len: u64) -> Result<Header<'_>, Fault> {
    let text = core::str::from_utf8(json).map_err(|error| {
        let at = error.valid_up_to();
        Fault::new(at, "UTF-8", format!("the byte 0x{:02x}", json[at]))
    })?;
    if !text.starts_with('{') {
        let found = text.chars().next().map_or_else(
            || String::from("an empty header"),
            |first| format!("`{}`", first.escape_debug()),
        );
        return Err(Fault::new(0, "`{`, the start of the header", found));
    }
    let mut reader = Reader::new(text);
    let mut header = Header { entries: Vec::new(), metadata: BTreeMap::new() };
    let mut has_metadata = false;
    fields(&mut reader, |reader, at, key| {
        if key != METADATA {
            header.entries.push(entry(reader, at, key)?);
        } else if core::mem::replace(&mut has_metadata, true) {
            return Err(Fault::new(at, "one `__metadata__`", "a second one"));
        } else {
            header.metadata = metadata(reader)?;
        }
        Ok(())
    })?;
    reader.end()?;
    check_names(&header.entries)?;
    header.entries.sort_by_key(|entry| (entry.begin, entry.end));
    check_places(&header.entries, data_len)?;
    Ok(header)
}

/// `{"key": …, …}`; `value` reads what follows a key, whose place it is told.
fn fields<'a>(
    reader: &mut Reader<'a>,
    mut value: impl FnMut(&mut Reader<'a>, usize, Cow<'a, str>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    reader.expect(b'{', "`{`")?;
    if reader.take(b'}') {
        return Ok(());
    }
    loop {
        let at = reader.place();
        let key = reader.string("a key in quotes")?;
        reader.expect(b':', "`:`")?;
        value(reader, at, key)?;
        if !reader.another(b'}')? {
            return Ok(());
        }
    }
}

fn metadata(reader: &mut Reader<'_>) -> Result<BTreeMap<String, String>, Fault> {
    let mut map = BTreeMap::new();
    if reader.take_null() {
        return Ok(map);
    }
    fields(reader, |reader, at, key| {
        let value = reader.string("a string in quotes")?;
        match map.entry(key.into_owned()) {
            Slot::Vacant(slot) => slot.insert(value.into_owned()),
            Slot::Occupied(slot) => {
                let found = format!("`{}` a second time", json::clip(slot.key()));
                return Err(Fault::new(at, "every key of `__metadata__` once", found));
            }
        };
        Ok(())
    })?;
    Ok(map)
}

/// `{"dtype": …, "shape": …, "data_offsets": …}`; other keys are passed over.
fn entry<'a>(reader: &mut Reader<'a>, at: usize, name: Cow<'a, str>) -> Result<Entry<'a>, Fault> {
    let (mut dtype, mut shape, mut offsets) = (None, None, None);
    fields(reader, |reader, at, key| {
        let is_repeated = match &*key {
            "dtype" => dtype.replace(reader.string("a dtype in quotes")?).is_some(),
            "shape" => shape.replace(sizes(reader)?).is_some(),
            "data_offsets" => offsets.replace(pair(reader)?).is_some(),
            _ => {
                reader.pass_over()?; // another program's, and of no meaning here
                false
            }
        };
        if is_repeated {
            let found = format!("`{key}` a second time");
            return Err(Fault::new(at, "every key of a tensor once", found));
        }
        Ok(())
    })?;
    let lacks = |what: &str| {
        let found = format!("only the others in `{}`", json::clip(&name));
        Fault::new(at, format!("`{what}` of the tensor"), found)
    };
    let dtype = dtype.ok_or_else(|| lacks("dtype"))?;
    let shape = shape.ok_or_else(|| lacks("shape"))?;
    let (begin, end) = offsets.ok_or_else(|| lacks("data_offsets"))?;
    Ok(Entry { name, dtype, shape, begin, end, at })
}

fn sizes(reader: &mut Reader<'_>) -> Result<Vec<usize>, Fault> {
    let mut rank = 0;
    reader.list(|reader| {
        let at = reader.place();
        let size = reader.whole("a size: digits only")?;
        rank += 1;
        if rank > MAX_RANK {
            let expected = format!("at most {MAX_RANK} sizes of a tensor");
            return Err(Fault::new(at, expected, "one more"));
        }
        usize::try_from(size).map_err(|_| {
            Fault::new(at, "a size that fits this machine's addresses", format!("{size}"))
        })
    })
}

fn pair(reader: &mut Reader<'_>) -> Result<(u64, u64), Fault> {
    let at = reader.place();
    reader.expect(b'[', "`[begin, end]`")?;
    let begin = reader.whole("an offset: digits only")?;
    reader.expect(b',', "`,` and the second offset")?;
    let end = reader.whole("an offset: digits only")?;
    reader.expect(b']', "`]` after two offsets")?;
    if begin > end {
        return Err(Fault::new(at, "begin <= end", format!("[{begin}, {end}]")));
    }
    Ok((begin, end))
}

fn check_names(entries: &[Entry<'_>]) -> Result<(), Fault> {
    let mut names: Vec<(&str, usize)> =
        entries.iter().map(|entry| (&*entry.name, entry.at)).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => {
            let found = format!("`{}` also at byte {}", json::clip(pair[1].0), pair[0].1 + PREFIX);
            Err(Fault::new(pair[1].1, "every tensor once", found))
        }
        None => Ok(()),
    }
}

/// Without holes or overlaps, each as long as its shape says, up to the end of the data.
fn check_places(entries: &[Entry<'_>], data_len: u64) -> Result<(), Fault> {
    let mut next = 0;
    for entry in entries {
        let name = json::clip(&entry.name);
        if entry.begin != next {
            let what = if entry.begin > next { "a hole" } else { "an overlap" };
            let expected = format!("tensor `{name}` to begin at data byte {next}");
            let found = format!("[{}, {}], {what}", entry.begin, entry.end);
            return Err(Fault::new(entry.at, expected, found));
        }
        let len = entry.end - entry.begin;
        if let Some(bits) = bits(&entry.dtype) {
            let dtype = &entry.dtype;
            let expected = byte_len(&entry.shape, bits).ok_or_else(|| {
                let found = format!("{dtype} {:?}", entry.shape);
                Fault::new(entry.at, format!("whole bytes below 2^64 in `{name}`"), found)
            })?;
            if len != expected {
                let expected = format!("{expected} bytes in `{name}`, {dtype} {:?}", entry.shape);
                let found = format!("{len}, from {} to {}", entry.begin, entry.end);
                return Err(Fault::new(entry.at, expected, found));
            }
        }
        if entry.end > data_len {
            let expected = format!("{} bytes of data, for `{name}`", entry.end);
            return Err(Fault::new(entry.at, expected, format!("{data_len}")));
        }
        next = entry.end;
    }
    if next == data_len {
        return Ok(());
    }
    let expected = format!("{next} bytes of data, all tensors together");
    Err(Fault::new(0, expected, format!("{data_len}")))
}

/// Bytes of a tensor; `None` on overflow, or when it ends within a byte.
fn byte_len(shape: &[usize], bits: u64) -> Option<u64> {
    let sizes = shape.iter().map(|size| u64::try_from(*size).ok());
    // A size of 0 does not excuse an overflow: the safetensors crate refuses both.
    let elements = sizes.into_iter().try_fold(1_u64, |product, size| product.checked_mul(size?))?;
    let bits = elements.checked_mul(bits)?;
    (bits % 8 == 0).then_some(bits / 8)
}

/// Bits of an element; `None` for a name that safetensors 0.8 does not know.
fn bits(dtype: &str) -> Option<u64> {
    Some(match dtype {
        "F4" => 4,
        "F6_E2M3" | "F6_E3M2" => 6,
        "BOOL" | "U8" | "I8" => 8,
        "F8_E5M2" | "F8_E4M3" | "F8_E8M0" | "F8_E4M3FNUZ" | "F8_E5M2FNUZ" => 8,
        "I16" | "U16" | "F16" | "BF16" => 16,
        "I32" | "U32" | "F32" => 32,
        "I64" | "U64" | "F64" | "C64" => 64,
        _ => return None,
    })
}

/// The length and the JSON, padded with spaces to a multiple of 8 bytes.
///
/// Tensors come as (name, shape, bytes), in the order of their bytes.
pub(super) fn render<'a>(
    metadata: &BTreeMap<String, String>,
    dtype: &str,
    tensors: impl Iterator<Item = (&'a str, &'a [usize], usize)>,
) -> Vec<u8> {
    let mut json = String::from("{");
    json::write_string(&mut json, METADATA);
    json.push_str(":{");
    for (i, (key, value)) in metadata.iter().enumerate() {
        if i > 0 {
            json.push(',');
        }
        json::write_string(&mut json, key);
        json.push(':');
        json::write_string(&mut json, value);
    }
    json.push('}');
    let mut begin = 0;
    for (name, shape, len) in tensors {
        let end = begin + len;
        json.push(',');
        json::write_string(&mut json, name);
        let shape: Vec<String> = shape.iter().map(|size| format!("{size}")).collect();
        let shape = shape.join(",");
        json.push_str(&format!(
            ":{{\"dtype\":\"{dtype}\",\"shape\":[{shape}],\"data_offsets\":[{begin},{end}]}}"
        ));
        begin = end;
    }
    json.push('}');
    while json.len() % PREFIX != 0 {
        json.push(' ');
    }
    let mut bytes = (json.len() as u64).to_le_bytes().to_vec();
    bytes.extend_from_slice(json.as_bytes());
    bytes
}
