//! Damaged files, and files of other networks: each is an error that says what is wrong, and nothing is written.

use nncore::network::Network;
use nncore::tiny::{WeightsError, WeightsRef};
use safetensors::SafeTensors;

use super::file::{File, LEN, Net, good, with_header};
use crate::count::rounds;

/// The error of a file; the memory is as it was.
fn error(bytes: &[u8]) -> Option<WeightsError> {
    let mut memory = [3.0; LEN];
    match WeightsRef::<Net>::read(bytes, &mut memory) {
        Ok(weights) => {
            // What can be read is what another reader finds.
            let file = SafeTensors::deserialize(bytes).expect("a file for other readers, too");
            for tensor in Net::TENSORS {
                let numbers = weights.tensor(tensor.name).expect("a tensor");
                let found: Vec<u8> = numbers.iter().flat_map(|x| x.to_le_bytes()).collect();
                assert_eq!(found, file.tensor(tensor.name).expect("a tensor").data());
            }
            None
        }
        Err(error) => {
            assert!(memory.iter().all(|x| *x == 3.0), "memory was written");
            Some(error)
        }
    }
}

/// Asserts that the error is of this tensor (none for ""), and says these words.
#[track_caller]
fn assert_error(bytes: &[u8], tensor: &str, words: &str) {
    let error = error(bytes).unwrap_or_else(|| panic!("read without an error: {words}"));
    let told = error.to_string();
    assert!(told.contains(words), "{told}\nlacks\n{words}");
    assert_eq!(error.tensor().unwrap_or_default(), tensor, "{told}");
    assert!(tensor.is_empty() || told.contains(tensor), "{told}");
}

/// The same of a file that is changed by `f`.
#[track_caller]
fn changed(f: impl FnOnce(&mut File), tensor: &str, words: &str) {
    let mut file = good();
    f(&mut file);
    assert_error(&file.bytes(), tensor, words);
}

/// The same with a part of the header replaced, wherever it comes first.
#[track_caller]
fn replaced(from: &str, to: &str, tensor: &str, words: &str) {
    let file = good();
    let header = file.header();
    assert!(header.contains(from), "{header} lacks {from}");
    let header = header.replacen(from, to, 1);
    assert_error(&with_header(header.as_bytes(), &file.data), tensor, words);
}

#[test]
fn every_beginning_of_a_file_is_an_error() {
    let file = good().bytes();
    for len in 0..file.len() {
        assert!(error(&file[..len]).is_some(), "{len} bytes");
    }
    assert!(error(&file).is_none());
}

#[test]
fn lengths() {
    let (file, data) = (good().bytes(), good().data.len());
    assert_error(&[], "", "at byte 0: expected 8 bytes, the header's length, found the end");
    assert_error(&file[..7], "", "at byte 7: expected 8 bytes");
    assert_error(&file[..8], "", "at byte 0: expected a header within the file, found a length of");
    let header = file.len() - data;
    assert_error(&file[..header - 1], "", "expected a header within the file");
    assert_error(
        &file[..header],
        "fc1.bias",
        "within the 0 bytes of data, found data bytes [0, 16]",
    );
    assert_error(&file[..header + 15], "fc1.bias", "within the 15 bytes of data");
    let last = file.len() - 1;
    assert_error(&file[..last], "norm.weight", &format!("the {} bytes of data", data - 1));
    let longer = [&file[..], &[0]].concat();
    let words = format!("expected {data} bytes of data, all tensors together, found {}", data + 1);
    assert_error(&longer, "", &words);
    let length = |n: u64| [&n.to_le_bytes(), &file[8..]].concat();
    assert_error(&length(0), "", "at byte 8: expected `{`, found the end");
    assert_error(&length(1), "", "at byte 9: expected a key in quotes, found the end");
    assert_error(&length((header - 8) as u64 - 1), "", "expected `,` or `}`, found the end");
    assert_error(&length((header - 8) as u64 + 1), "", "expected the header's end, found the byte");
    assert_error(&length(100_000_001), "", "expected a header of at most 100000000 bytes");
    assert_error(&length(u64::MAX), "", "found a length of 18446744073709551615 bytes");
    assert_error(&length(1 << 63), "", "expected a header of at most 100000000 bytes");
    assert_error(&length(99_999_999), "", "expected a header within the file");
}

#[test]
fn headers_that_are_no_json() {
    let of = |header: &str| with_header(header.as_bytes(), &good().data);
    assert_error(&of("[]"), "", "at byte 8: expected `{`, found `[`");
    assert_error(&of("   "), "", "at byte 11: expected `{`, found the end");
    assert_error(&of("null"), "", "expected `{`, found `n`");
    assert_error(&of("{]"), "", "expected a key in quotes, found `]`");
    assert_error(&of("{,}"), "", "expected a key in quotes, found `,`");
    assert_error(&of("{\"a"), "", "expected the `\"` that closes the string, found the end");
    assert_error(&of("{\"a\""), "", "expected `:`, found the end");
    assert_error(&of("{\"a\":"), "a", "expected `{`, found the end");
    assert_error(&of("{\"a\":1}"), "a", "expected `{`, found `1`");
    assert_error(&of("{\"a\":[{}]}"), "a", "expected `{`, found `[`");
    assert_error(&of("{\"a\":{\"b\":{\"c\":{}}}}"), "a", "expected `dtype`, found only other keys");
    let deep = "expected at most 125 objects and lists in one another, found more";
    assert_error(&of(&"{\"a\":".repeat(100_000)), "a", deep);
    assert_error(&of(&"[".repeat(100_000)), "", "expected `{`");
    assert_error(&of("{a:1}"), "", "expected a key in quotes, found `a`");
    assert_error(
        &of("{\"\u{1}\":{}}"),
        "",
        "no control character inside a string, found the byte 0x01",
    );
    assert_error(&of("{}"), "", "expected 0 bytes of data");
    let file = good();
    assert_error(&with_header(b"{}", &[]), "fc1.weight", "F32 [4, 3], found no such tensor");
    for end in ["{}", ",", "\u{0}", "x", "}"] {
        let header = file.header() + end;
        assert_error(&with_header(header.as_bytes(), &file.data), "", "expected the header's end");
    }
    let header = file.header();
    let comma = header[..header.len() - 1].to_owned() + ",}";
    assert_error(
        &with_header(comma.as_bytes(), &file.data),
        "",
        "expected a key in quotes, found `}`",
    );
}

#[test]
fn headers_that_are_no_text() {
    let file = good();
    for (bytes, words) in [
        (&b"\xff"[..], "at byte 9: expected UTF-8, found the byte 0xff"),
        (b"\"\xc3\"", "at byte 10: expected UTF-8, found the byte 0xc3"),
        (b"\"\xed\xa0\x80\"", "at byte 10: expected UTF-8, found the byte 0xed"),
        (b"\"\xc0\xaf\"", "expected UTF-8, found the byte 0xc0"),
    ] {
        let header = [b"{", bytes, &file.header().as_bytes()[1..]].concat();
        assert_error(&with_header(&header, &file.data), "", words);
    }
    // The last character of the header reaches into the data.
    let header = [file.header().as_bytes(), b"\xe2\x82"].concat();
    assert_error(&with_header(&header, &[&b"\xac"[..], &file.data].concat()), "", "expected UTF-8");
}

#[test]
fn escapes() {
    for (name, words) in [
        (r"\x", "expected an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found `x`"),
        (r"\u12", "expected four hexadecimal digits, found `\"`"),
        (r"\u12g4", "expected four hexadecimal digits, found `g`"),
        (r"\ud800", "expected a character, or a surrogate pair, found `\\ud800`"),
        (r"\ud800\u0041", "expected a character, or a surrogate pair, found `\\ud800`"),
        (r"\ud800\n", "expected a character, or a surrogate pair"),
        (r"\udc00", "expected a character, or a surrogate pair, found `\\udc00`"),
        (r"\udfff\ud800", "expected a character, or a surrogate pair"),
    ] {
        changed(|f| f.entries[0].name = name.into(), "", words);
    }
    changed(|f| f.entries[0].name = r"fc1.\u0062iaz".into(), r"fc1.\u0062iaz", "no such tensor");
    changed(|f| f.entries[0].name = r"fc1.\u0062ia".into(), r"fc1.\u0062ia", "no such tensor");
    changed(|f| f.entries[0].name = r"fc1.\u0062iass".into(), r"fc1.\u0062iass", "no such tensor");
    // Behind the escape the header ends.
    for end in ["\\", "\\u", "\\u0", "\\ud800", "\\ud800\\", "\\ud800\\u", "\\ud800\\udc0"] {
        assert!(error(&with_header(format!("{{\"{end}").as_bytes(), &[])).is_some(), "{end}");
    }
}

#[test]
fn entries() {
    let t = "fc1.bias";
    replaced(r#""dtype":"F32","#, "", t, "expected `dtype`, found only other keys");
    replaced(r#""shape":[4],"#, "", t, "expected `shape`, found only other keys");
    replaced(r#","data_offsets":[0,16]"#, "", t, "expected `data_offsets`, found only other keys");
    replaced(r#""dtype":"F32""#, r#""dtype":"F32","dtype":"F32""#, t, "every key of a tensor once");
    replaced(
        r#""shape":[4]"#,
        r#""shape":[4],"shape":[4]"#,
        t,
        "every key of a tensor once, found `shape`",
    );
    replaced(r#"[0,16]"#, r#"[0,16],"data_offsets":[0,16]"#, t, "every key of a tensor once");
    replaced("dtype", "type", t, "expected `dtype`, found only other keys");
    replaced(r#""F32""#, "32", t, "expected a dtype in quotes, found `3`");
    replaced(r#""F32""#, "null", t, "expected a dtype in quotes, found `n`");
    replaced("[4]", "4", t, "expected `[`, the start of a list, found `4`");
    replaced("[4]", "[[4]]", t, "expected a size: digits only, found `[`");
    replaced("[4]", "[-4]", t, "expected a size: digits only, found `-`");
    replaced("[4]", "[4.0]", t, "expected a size: digits only, found `.`");
    replaced("[4]", "[4e0]", t, "expected a size: digits only, found `e`");
    replaced("[4]", "[04]", t, "expected a number that does not begin with 0, found `0`");
    replaced("[4]", "[4,]", t, "expected a size: digits only, found `]`");
    replaced("[4]", "[4 4]", t, "expected `,` or `]`, found `4`");
    replaced("[4]", "[\"4\"]", t, "expected a size: digits only");
    replaced("[4]", "[18446744073709551616]", t, "expected a number below 2^64, found more");
    replaced("[4]", &format!("[{}]", "9".repeat(5000)), t, "expected a number below 2^64");
    replaced("[4]", &format!("[{}4]", "1,".repeat(64)), t, "expected at most 64 sizes of a tensor");
    replaced("[0,16]", "[0]", t, "expected `,` and the second offset, found `]`");
    replaced("[0,16]", "[]", t, "expected an offset: digits only, found `]`");
    replaced("[0,16]", "[0,16,32]", t, "expected `]` after two offsets, found `,`");
    replaced("[0,16]", "{}", t, "expected `[begin, end]`, found `{`");
    replaced("[0,16]", "[16,0]", t, "expected begin <= end, found [16, 0]");
    replaced("[0,16]", "[-1,16]", t, "expected an offset: digits only, found `-`");
    replaced("[0,16]", "[0,18446744073709551616]", t, "expected a number below 2^64");
    replaced("[0,16]", "[0,16]]", t, "expected `,` or `}`, found `]`");
}

#[test]
fn metadata() {
    let with = |metadata: &str, words: &str| {
        changed(|f| f.metadata = Some(metadata.into()), "", words);
    };
    with("[]", "expected `{`, found `[`");
    with("nul", "expected `{`, found `n`");
    with("null, \"__metadata__\": {}", "expected `__metadata__` once, found `__metadata__`");
    with("{\"a\": 1}", "expected a string in quotes, found `1`");
    with("{\"a\": {}}", "expected a string in quotes, found `{`");
    with("{\"a\": null}", "expected a string in quotes, found `n`");
    with("{\"a\"}", "expected `:`, found `}`");
    with("{\"a\": \"b\",}", "expected a key in quotes, found `}`");
    with("{\"a\": \"b\"", "expected");
    with("{}, \"__metadata__\": {}", "expected `__metadata__` once, found `__metadata__`");
    with(r#"{}, "\u005f_metadata__": {}"#, "expected `__metadata__` once");
    with(r#"{"dtype":"F32","shape":[0],"data_offsets":[0,0]}"#, "expected a string in quotes");
}

#[test]
fn tensors_of_another_network() {
    let t = "fc1.bias";
    changed(
        |f| f.entry(t).name = "fc1.bais".into(),
        "fc1.bais",
        "expected no such tensor, found F32 [4]",
    );
    changed(|f| f.entry(t).name = String::new(), "", "``: expected no such tensor");
    changed(|f| f.entry(t).name = "FC1.bias".into(), "FC1.bias", "expected no such tensor");
    changed(|f| f.entry(t).name = "module.fc1.bias".into(), "module.fc1.bias", "no such tensor");
    changed(|f| f.entry(t).name = " fc1.bias".into(), " fc1.bias", "expected no such tensor");
    changed(|f| f.counter("extra", "F64", "[1,2,3,4]", 8), "extra", "found F64 [1, 2, 3, 4]");
    changed(|f| f.counter("extra", "U8", "[1,1,1,1,1,1,8]", 8), "extra", "found U8 of rank 7");
    let shape = |shape: &str, words: &str| changed(|f| f.entry(t).shape = shape.into(), t, words);
    shape("[5]", "expected F32 [4], found F32 [5]");
    shape("[]", "expected F32 [4], found F32 []");
    shape("[1,4]", "expected F32 [4], found F32 [1, 4]");
    shape("[4,1]", "expected F32 [4], found F32 [4, 1]");
    shape("[0]", "expected F32 [4], found F32 [0]");
    shape("[18446744073709551615]", "found F32 [18446744073709551615]");
    shape("[4294967300]", "found F32 [4294967300]"); // 4 in 32 bits
    changed(
        |f| f.entry("fc1.weight").shape = "[3, 4]".into(),
        "fc1.weight",
        "expected F32 [4, 3], found F32 [3, 4]",
    );
    changed(|f| f.entry("fc1.weight").shape = "[12]".into(), "fc1.weight", "found F32 [12]");
    let dtype = |dtype: &str, words: &str| changed(|f| f.entry(t).dtype = dtype.into(), t, words);
    for name in ["F16", "BF16", "F64", "I32", "U32", "f32", "F320", "F3", "", "float32"] {
        dtype(&format!("\"{name}\""), &format!("expected F32 [4], found {name} [4]"));
    }
    let long = "F".repeat(1000);
    dtype(&format!("\"{long}\""), "expected F32 [4], found FFFFFFFFFFFFFFFF [4]");
    let long = "é".repeat(1000);
    let beginning = "é".repeat(20);
    changed(|f| f.entry(t).name = long, &beginning, "…`: expected no such tensor");
    let odd = "x".to_owned() + &"é".repeat(1000);
    let beginning = "x".to_owned() + &"é".repeat(19);
    changed(|f| f.entry(t).name = odd, &beginning, "…`: expected no such tensor");
}

#[test]
fn names_that_stand_there_twice() {
    let twice = "expected once, found a second time";
    changed(|f| f.entry("fc1.weight").name = "fc1.bias".into(), "fc1.bias", twice);
    changed(|f| f.entries.push(f.entries[0].clone()), "fc1.bias", twice);
    let escaped = r"fc1.b\u0069as";
    changed(|f| f.entry("fc1.weight").name = escaped.into(), escaped, twice);
    let counter = "norm.num_batches_tracked";
    let twice_counted = |f: &mut File| (0..2).for_each(|_| f.counter(counter, "I64", "[]", 8));
    changed(twice_counted, counter, twice);
}

#[test]
fn counters_are_those_of_a_norm() {
    changed(
        |f| f.counter("fc1.num_batches_tracked", "I64", "[]", 8),
        "fc1.num_batches_tracked",
        "no such",
    );
    changed(|f| f.counter("num_batches_tracked", "I64", "[]", 8), "num_batches_tracked", "no such");
    let counter = "norm.num_batches_tracked";
    changed(|f| f.counter(counter, "I64", "[2]", 16), counter, "found I64 [2]");
    changed(
        |f| f.counter("norm.num_batches_tracked.", "I64", "[]", 8),
        "norm.num_batches_tracked.",
        "no such",
    );
}

#[test]
fn places() {
    let (t, data) = ("fc1.bias", good().data.len() as u64);
    let at = |begin: u64, end: u64, words: &str| {
        changed(|f| (f.entry(t).begin, f.entry(t).end) = (begin, end), t, words);
    };
    at(0, 12, "expected 16 bytes, found 12, data bytes [0, 12]");
    at(0, 20, "expected 16 bytes, found 20, data bytes [0, 20]");
    at(0, 0, "expected 16 bytes, found 0, data bytes [0, 0]");
    at(1, 16, "expected 16 bytes, found 15");
    at(0, u64::MAX, "expected 16 bytes, found 18446744073709551615");
    at(data, data + 16, &format!("within the {data} bytes of data"));
    at(data - 15, data + 1, &format!("within the {data} bytes of data"));
    at(u64::MAX - 16, u64::MAX, "bytes of data, found data bytes [18446744073709551599, 184");
    at((1 << 32) + 16, (1 << 32) + 32, "found data bytes [4294967312, 4294967328]");
    let overlap = "expected bytes of its own, found those of another tensor in";
    changed(
        |f| (f.entry("fc1.weight").begin, f.entry("fc1.weight").end) = (12, 60),
        "fc1.weight",
        overlap,
    );
    changed(
        |f| (f.entry("fc1.weight").begin, f.entry("fc1.weight").end) = (0, 48),
        "fc1.weight",
        overlap,
    );
}

#[test]
fn places_by_the_tensor_that_comes_later() {
    let overlap = "expected bytes of its own, found those of another tensor in [";
    // Of two tensors with the same bytes the second is told.
    changed(
        |f| (f.entry("fc1.bias").begin, f.entry("fc1.bias").end) = (17, 33),
        "fc1.weight",
        overlap,
    );
    changed(
        |f| (f.entry("fc1.bias").begin, f.entry("fc1.bias").end) = (64, 80),
        "fc2.bias",
        overlap,
    );
    let words = |found: usize| {
        format!("expected {} bytes of data, all tensors together, found {found}", good().data.len())
    };
    let hole = |f: &mut File| {
        f.data.splice(16..16, [0; 4]);
        for entry in &mut f.entries[1..] {
            (entry.begin, entry.end) = (entry.begin + 4, entry.end + 4);
        }
    };
    changed(hole, "", &words(good().data.len() + 4));
    let front = |f: &mut File| {
        f.data.insert(0, 0);
        for entry in &mut f.entries {
            (entry.begin, entry.end) = (entry.begin + 1, entry.end + 1);
        }
    };
    changed(front, "", &words(good().data.len() + 1));
}

/// A sequence without a pattern.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

#[test]
fn flipped_bytes_are_no_panic() {
    let good = good().bytes();
    let (mut numbers, mut errors) = (Numbers(1), 0);
    for round in 0..rounds(30_000) as usize {
        let mut bytes = good.clone();
        for _ in 0..=round % 4 {
            let at = numbers.below(bytes.len() - if round % 2 == 0 { 160 } else { 0 });
            bytes[at] ^= 1 << numbers.below(8);
        }
        errors += usize::from(error(&bytes).is_some());
    }
    assert!(errors > 15_000, "only {errors}");
}

#[test]
fn parts_that_are_cut_out_doubled_or_moved_are_no_panic() {
    let (good, data) = (good().bytes(), good().data.len());
    let mut numbers = Numbers(2);
    for round in 0..rounds(30_000) as usize {
        let mut bytes = good.clone();
        let (a, b) = (8 + numbers.below(500), 8 + numbers.below(500));
        let len = 1 + numbers.below(12);
        let part = bytes[a..a + len].to_vec();
        match round % 3 {
            0 => drop(bytes.drain(a..a + len)),
            1 => drop(bytes.splice(b..b, part)),
            _ => bytes[b..b + len].copy_from_slice(&part),
        }
        if round % 2 == 0 {
            // The length is that of the header again.
            let header = (bytes.len() - 8 - data) as u64;
            bytes[..8].copy_from_slice(&header.to_le_bytes());
        }
        let _ = error(&bytes);
    }
}
