//! Headers that are unusual: what the safetensors crate reads both readers here read, but for what is listed.

use nncore::checkpoint;
use nncore::network::Network;
use nncore::tiny::WeightsRef;
use safetensors::SafeTensors;

use super::damaged::Numbers;
use super::file::{LEN, Net, good, with_header};

/// Whether the crate, the reader of models, and the reader without an allocator read a file.
fn readers(bytes: &[u8]) -> [Result<(), String>; 3] {
    let of_crate = SafeTensors::deserialize(bytes).map(drop).map_err(|e| e.to_string());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).expect("a file");
    let peeked = checkpoint::peek(&path).map(drop).map_err(|e| e.to_string());
    let mut memory = [0.0; LEN];
    let read = WeightsRef::<Net>::read(bytes, &mut memory).map(drop).map_err(|e| e.to_string());
    [of_crate, peeked, read]
}

/// A file in which the first tensor has another key, or metadata are others.
fn with_key(value: &str) -> Vec<u8> {
    let header = good().header().replacen("\"dtype\"", &format!("\"x\":{value},\"dtype\""), 1);
    with_header(header.as_bytes(), &good().data)
}

#[test]
fn values_of_unknown_keys() {
    let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
    let objects = |n: usize| "{\"a\":".repeat(n) + "1" + &"}".repeat(n);
    let digits = "1".repeat(308);
    let right: [&str; 36] = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "7",
        "-12",
        "0.5",
        "-0.25e-3",
        "1E5",
        "1e+05",
        "12e0",
        "1e307",
        "1e-400",
        "0.000000000000000000000000000000000000000001",
        "18446744073709551616",
        &digits,
        "\"\"",
        "\"a\\n\\u00fc\\ud83d\\ude00\"",
        "\"dtype\"",
        "[]",
        "{}",
        "[ ]",
        "{ }",
        "[1]",
        "[1, [2, {}], \"]\"]",
        "{\"a\":1}",
        "{\"a\":{\"b\":[{\"c\":null}]},\"a\":2}",
        "[[],[],[[]]]",
        "[{},{\"a\":[]},{}]",
        " \n{ \"a\"\t: [ 1 , 2 ]\r} ",
        "{\"\":\"\"}",
        "{\"dtype\":\"F64\",\"shape\":7}",
        &deep(125),
        &objects(125),
        "[[{\"a\":[[{\"b\":[0,{},[]]},1]]}]]",
    ];
    for value in right {
        assert_eq!(readers(&with_key(value)), [Ok(()), Ok(()), Ok(())], "{value}");
    }
    let wrong: [&str; 44] = [
        "",
        "nul",
        "nulll",
        "True",
        "tru",
        "NaN",
        "inf",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "1e999",
        "-1e400",
        "1e99999999999999999999",
        "0x10",
        "1 2",
        "'a'",
        "\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "\"\n\"",
        "[",
        "]",
        "[1",
        "[1,]",
        "[,]",
        "[1 2]",
        "[1}",
        "{]",
        "{1:2}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{,}",
        "[[1]",
        "{\"a\":[}]",
        &deep(126),
        &objects(126),
    ];
    for value in wrong {
        let found = readers(&with_key(value));
        assert!(found.iter().all(Result::is_err), "{value}: {found:?}");
    }
}

#[test]
fn metadata_may_be_null() {
    for metadata in ["null", " null ", "{}", "{\"format\":\"pt\"}"] {
        let mut file = good();
        file.metadata = Some(metadata.into());
        assert_eq!(readers(&file.bytes()), [Ok(()), Ok(()), Ok(())], "{metadata}");
        // At the end of the header, too.
        let header = good().header();
        let header = format!("{},\"__metadata__\":{metadata}}}", &header[..header.len() - 1]);
        let bytes = with_header(header.as_bytes(), &good().data);
        assert_eq!(readers(&bytes), [Ok(()), Ok(()), Ok(())], "{metadata}");
    }
}

/// What we refuse and the crate does not: it takes the last of two values of a key, and a list for a tensor.
fn is_known_to_differ(error: &str) -> bool {
    ["a second", "also at byte", "once", "expected: `{`", "expected `{`"]
        .iter()
        .any(|w| error.contains(w))
}

/// Headers with parts cut out, doubled, moved and changed.
#[test]
fn mutated_headers_are_read_as_by_the_crate() {
    let mut file = good();
    file.metadata = Some("null".into());
    let mut header = file.header();
    for (i, value) in ["{\"a\":[1,2.5e3,{}]}", "[[], \"\\u00e9\", -0.5]", "null"].iter().enumerate()
    {
        let key = format!("\"dtype\":\"F32\",\"key{i}\":{value},");
        header = header.replacen("\"dtype\":\"F32\",\"shape\"", &(key + "\"shape\""), 1 + i);
    }
    let good = header.into_bytes();
    assert_eq!(readers(&with_header(&good, &file.data)), [Ok(()), Ok(()), Ok(())]);
    let (mut numbers, mut read, mut fits) = (Numbers(3), 0, 0);
    for round in 0..4_000 {
        let mut header = good.clone();
        let (a, b) = (numbers.below(header.len() - 12), numbers.below(header.len() - 12));
        let len = 1 + numbers.below(11);
        let part = header[a..a + len].to_vec();
        match round % 4 {
            0 => drop(header.drain(a..a + len)),
            1 => drop(header.splice(b..b, part)),
            2 => header[b..b + len].copy_from_slice(&part),
            _ => header[a] = b" \"\\,:[]{}01-.enu"[numbers.below(16)],
        }
        let bytes = with_header(&header, &file.data);
        let text = String::from_utf8_lossy(&header).into_owned();
        let [of_crate, peeked, tiny] = readers(&bytes);
        match &of_crate {
            Ok(()) => {
                read += 1;
                assert!(
                    peeked.as_ref().err().is_none_or(|e| is_known_to_differ(e)),
                    "{text}\n{peeked:?}"
                );
                let is_damaged = tiny.as_ref().err().filter(|e| e.starts_with("not a weight file"));
                assert!(is_damaged.is_none_or(|e| is_known_to_differ(e)), "{text}\n{tiny:?}");
            }
            Err(error) => assert!(tiny.is_err(), "{text}\n{error}"),
        }
        fits += usize::from(tiny.is_ok());
    }
    assert!(read > 300 && fits > 100, "{read} read by the crate, {fits} by us");
}

/// 60 000 entries in the reverse order of their bytes: linear in them, where each compared with all before takes minutes.
#[test]
fn many_entries_out_of_order_are_told_at_once() {
    let n = 60_000;
    let entry = |i: usize| {
        let (begin, end) = (n - 1 - i, n - i);
        format!("\"t{i}\":{{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[{begin},{end}]}}")
    };
    let entries: Vec<String> = (0..n).map(entry).collect();
    let bytes = with_header(format!("{{{}}}", entries.join(",")).as_bytes(), &vec![0; n]);
    let mut memory = [0.0; LEN];
    let start = std::time::Instant::now();
    let error = WeightsRef::<Net>::read(&bytes, &mut memory).expect_err("another network");
    assert_eq!(error.to_string(), "`t0`: expected no such tensor, found U8 [1]");
    // Some hundredths of a second; the bound leaves room for a slow machine without optimisation.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    assert_eq!(Net::TENSORS.len(), 8);
}
