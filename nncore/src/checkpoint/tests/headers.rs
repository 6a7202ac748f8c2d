//! Headers damaged by hand: each is an error that names the byte.

use std::borrow::ToOwned;
use std::string::ToString;

use safetensors::tensor::SafeTensors;

use super::*;

/// JSON, bytes of data after it, a piece of the message. `§` marks the place that the message
/// names, and is taken out.
type Case = (&'static str, usize, &'static str);

const JSON: [Case; 56] = [
    // No object, or not only one.
    ("§", 0, "an empty header"),
    ("§[]", 0, "found: `[`"),
    ("§ {}", 0, "found: ` `"),
    ("§null", 0, "found: `n`"),
    ("§\"a\"", 0, "expected: `{`"),
    ("§\u{feff}{}", 0, "expected: `{`"),
    ("§\0\0\0\0\0\0\0\0", 0, "found: `\\0`"),
    ("{§", 0, "expected: a key in quotes"),
    ("{}§{}", 0, "expected: the end"),
    ("{} §x", 0, "found: `x`"),
    ("{}§\0", 0, "found: `\\0`"),
    ("{§,}", 0, "a key in quotes"),
    ("{§a:1}", 0, "a key in quotes"),
    ("{§1:1}", 0, "a key in quotes"),
    ("{§'a':1}", 0, "a key in quotes"),
    ("{§// 1", 0, "a key in quotes"),
    ("{\"a§", 0, "closes the string"),
    ("{\"a\"§", 0, "expected: `:`"),
    ("{\"a\"§,", 0, "expected: `:`"),
    ("{\"a\" §1}", 0, "expected: `:`"),
    ("{\"a§\n\":1}", 0, "no control character"),
    ("{\"a\\§x\":1}", 0, "an escape"),
    ("{\"a\\u12§\":1}", 0, "four hexadecimal digits"),
    ("{\"a\\§ud800\":1}", 0, "surrogate"),
    ("{\"a\\§udfff\":1}", 0, "surrogate"),
    ("{\"a\\§ud800\\n\":1}", 0, "surrogate"),
    ("{\"a\\§ud800\\ud800\":1}", 0, "surrogate"),
    ("{\"a\\§", 0, "an escape"),
    // A tensor that is none.
    ("{\"a\":§}", 0, "expected: `{`"),
    ("{\"a\":§1}", 0, "expected: `{`"),
    ("{\"a\":§null}", 0, "expected: `{`"),
    ("{\"a\":§[\"F32\",[1],[0,4]]}", 4, "expected: `{`"),
    ("{\"a\":§\"F32\"}", 0, "expected: `{`"),
    ("{§\"a\":{}}", 0, "`dtype` of the tensor"),
    ("{§\"a\":{\"dtype\":\"F32\"}}", 0, "`shape` of the tensor"),
    ("{§\"a\":{\"dtype\":\"F32\",\"shape\":[]}}", 4, "`data_offsets` of the tensor"),
    ("{§\"a\":{\"shape\":[],\"data_offsets\":[0,4]}}", 4, "`dtype` of the tensor"),
    ("{§\"a\":{\"type\":\"F32\"}}", 0, "`dtype` of the tensor"),
    ("{§\"a\":{\"__metadata__\":{}}}", 0, "`dtype` of the tensor"),
    ("{\"a\":{\"type\":§}}", 0, "a value"),
    ("{\"a\":{\"type\":[1,§]}}", 0, "a value"),
    ("{\"a\":{\"dtype\":\"F32\",§\"dtype\":\"F32\"}}", 0, "`dtype` a second time"),
    ("{\"a\":{\"shape\":[],§\"shape\":[]}}", 0, "`shape` a second time"),
    ("{\"a\":{\"data_offsets\":[0,0],§\"data_offsets\":[0,0]}}", 0, "a second time"),
    ("{\"a\":{\"dtype\":§32}}", 0, "a dtype in quotes"),
    ("{\"a\":{\"dtype\":§null}}", 0, "a dtype in quotes"),
    ("{\"a\":{\"shape\":§2}}", 0, "start of a list"),
    ("{\"a\":{\"shape\":§{}}}", 0, "start of a list"),
    ("{\"a\":{\"dtype\":\"F32\" §\"shape\":[]}}", 0, "`,` or `}`"),
    // Metadata that are none.
    ("{\"__metadata__\":§1}", 0, "expected: `{`"),
    ("{\"__metadata__\":§nul}", 0, "expected: `{`"),
    ("{\"__metadata__\":{\"a\":§1}}", 0, "a string in quotes"),
    ("{\"__metadata__\":{\"a\":§{}}}", 0, "a string in quotes"),
    ("{\"__metadata__\":{\"a\":\"b\",§\"a\":\"b\"}}", 0, "`a` a second time"),
    ("{\"__metadata__\":{},§\"__metadata__\":{}}", 0, "a second one"),
    ("{\"__metadata__\":{},§\"\\u005f_metadata__\":{}}", 0, "a second one"),
];

/// The same for `{"a":{"dtype":"F32","shape":…}}`, the part after `"shape":`.
const SHAPES: [Case; 32] = [
    ("[§-1],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§1.0],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§1e0],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§01],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§+1],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§\"1\"],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§null],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[§[1]],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[1,§],\"data_offsets\":[0,4]", 4, "digits only"),
    ("[1§", 4, "`,` or `]`"),
    ("[§18446744073709551616],\"data_offsets\":[0,4]", 4, "below 2^64"),
    ("[§99999999999999999999999999],\"data_offsets\":[0,4]", 4, "26 digits"),
    ("[1],\"data_offsets\":§4", 4, "[begin, end]"),
    ("[1],\"data_offsets\":[§]", 4, "an offset"),
    ("[1],\"data_offsets\":[4§]", 4, "second offset"),
    ("[1],\"data_offsets\":[0,4§,8]", 8, "after two offsets"),
    ("[1],\"data_offsets\":[0,§-4]", 4, "an offset"),
    ("[1],\"data_offsets\":[§0.5,4]", 4, "an offset"),
    ("[1],\"data_offsets\":[§\"0\",\"4\"]", 4, "an offset"),
    ("[1],\"data_offsets\":§[4,0]", 4, "begin <= end"),
    ("[1],\"data_offsets\":[0,§18446744073709551616]", 4, "below 2^64"),
    // Lies: `§` at the name, which stands at byte 1.
    ("[1],\"data_offsets\":[0,8]", 8, "4 bytes in `a`"),
    ("[2],\"data_offsets\":[0,4]", 4, "8 bytes in `a`"),
    ("[],\"data_offsets\":[0,0]", 0, "4 bytes in `a`"),
    ("[0],\"data_offsets\":[0,4]", 4, "0 bytes in `a`"),
    ("[1],\"data_offsets\":[4,8]", 8, "a hole"),
    ("[0],\"data_offsets\":[4,4]", 4, "a hole"),
    ("[2],\"data_offsets\":[0,8]", 4, "found: 4"),
    ("[4611686018427387904],\"data_offsets\":[0,0]", 0, "below 2^64"),
    ("[4294967296,4294967296],\"data_offsets\":[0,0]", 0, "below 2^64"),
    ("[4294967296,4294967296,0],\"data_offsets\":[0,0]", 0, "below 2^64"),
    ("[1],\"data_offsets\":[0,18446744073709551615]", 4, "4 bytes in `a`"),
];

/// Two tensors: dtype, shape and offsets of each.
const PAIRS: [([&str; 2], usize, &str); 9] = [
    (["\"F32\" [1] [0,4]", "\"F32\" [1] [0,4]"], 4, "an overlap"),
    (["\"F32\" [1] [0,4]", "\"F32\" [1] [2,6]"], 6, "an overlap"),
    (["\"F32\" [2] [0,8]", "\"F32\" [1] [4,8]"], 8, "an overlap"),
    (["\"F32\" [1] [0,4]", "\"F32\" [1] [5,9]"], 9, "a hole"),
    (["\"F32\" [1] [4,8]", "\"F32\" [1] [8,12]"], 12, "a hole"),
    (["\"F32\" [1] [0,4]", "\"F32\" [1] [4,8]"], 7, "found: 7"),
    (["\"F32\" [1] [0,4]", "\"F32\" [1] [4,8]"], 9, "all tensors together"),
    (["\"F4\" [1] [0,1]", "\"F4\" [1] [1,2]"], 2, "whole bytes"),
    (["\"BF16\" [1] [0,4]", "\"F32\" [1] [4,8]"], 8, "2 bytes in `a`"),
];

fn check(marked: &str, place: Option<usize>, data_len: usize, fragment: &str) {
    let at = marked.find('§').or(place).unwrap();
    let json = marked.replace('§', "");
    let bytes = file(&json, &vec![0; data_len]);
    let error = peek_bytes(&bytes).unwrap_err();
    let text = error.to_string();
    assert!(text.contains(fragment), "{json}: {text}");
    match &error {
        CheckpointError::Damaged { at: found, .. } => {
            assert_eq!(*found, (at + PREFIX) as u64, "{json}: {text}");
        }
        _ => panic!("{json}: {text}"),
    }
    assert!(text.starts_with("`in/memory` is not a weight file or a damaged one"), "{text}");
    assert_manner(&error);
    let loading = load_small::<f32>(&bytes, &Rename::new()).unwrap_err();
    assert_eq!(loading.to_string(), text);
}

#[test]
fn damaged_json() {
    for (json, data_len, fragment) in JSON {
        // The one comment of the table: JSON has none.
        let json = json.replace("{§// 1", "{§//");
        check(&json, None, data_len, fragment);
    }
}

#[test]
fn damaged_shapes_and_offsets() {
    for (rest, data_len, fragment) in SHAPES {
        let json = "{\"a\":{\"dtype\":\"F32\",\"shape\":".to_owned() + rest + "}}";
        check(&json, Some(1), data_len, fragment);
    }
}

#[test]
fn damaged_pairs() {
    for (tensors, data_len, fragment) in PAIRS {
        let entry = |text: &str| {
            let parts: Vec<&str> = text.split(' ').collect();
            format!(
                "{{\"dtype\":{},\"shape\":{},\"data_offsets\":{}}}",
                parts[0], parts[1], parts[2]
            )
        };
        let [a, b] = tensors.map(entry);
        // Whichever stands first in the header.
        for json in [format!("{{\"a\":{a},\"b\":{b}}}"), format!("{{\"b\":{b},\"a\":{a}}}")] {
            let bytes = file(&json, &vec![0; data_len]);
            let error = peek_bytes(&bytes).unwrap_err();
            assert!(error.to_string().contains(fragment), "{json}: {error}");
            assert!(matches!(error, CheckpointError::Damaged { .. }), "{json}: {error}");
            load_small::<f32>(&bytes, &Rename::new()).unwrap_err();
        }
    }
}

#[test]
fn a_name_twice() {
    // However it is spelled, and though the second lies at another place.
    for second in ["a", "\\u0061"] {
        let json = format!(
            "{{\"a\":{{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}},\
             §\"{second}\":{{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}}}"
        );
        check(&json, None, 8, "`a` also at byte 9");
    }
    // The same range twice: the safetensors crate takes the last silently.
    let entry = "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
    let json = format!("{{{entry},§{entry}}}");
    SafeTensors::deserialize(&file(&json.replace('§', ""), &[0; 4])).unwrap();
    check(&json, None, 4, "every tensor once");
}

/// Nine tensors that end at byte 2^64 - 1. The safetensors crate adds the header's length to
/// that, and panics where overflow is checked, so it must not see this.
#[test]
fn lengths_that_overflow_in_sum() {
    let len = (1_usize << 61) - 1;
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let shape = [len];
    let mut tensors: Vec<(&str, &str, &[usize], usize)> =
        names.iter().map(|name| (*name, "U8", &shape[..], len)).collect();
    tensors.push(("i", "U8", &[7], 7));
    let (json, end) = json_of(&tensors);
    assert_eq!(end, usize::MAX);
    check(&json, Some(1), 16, "2305843009213693951 bytes of data, for `a`");
}

#[test]
fn lengths_that_lie() {
    let lengths =
        [3, 9, 100, 100_000_000, 100_000_001, 1 << 40, u64::MAX - 8, u64::MAX - 7, u64::MAX];
    for n in lengths {
        let mut bytes = file("{}", &[]);
        bytes[..8].copy_from_slice(&u64::to_le_bytes(n));
        let error = peek_bytes(&bytes).unwrap_err();
        let text = error.to_string();
        assert!(text.contains("at byte 0"), "{text}");
        assert!(text.contains(&format!("{n} bytes in a file of 10")), "{text}");
        let is_long = n > 100_000_000;
        assert_eq!(text.contains("at most 100000000 bytes"), is_long, "{text}");
        assert_manner(&error);
    }
    for n in [0, 1] {
        let mut bytes = file("{}", &[]);
        bytes[0] = n;
        peek_bytes(&bytes).unwrap_err();
    }
}

#[test]
fn letters_that_are_none() {
    let mut bytes = file("{\"abc\":1}", &[]);
    bytes[8 + 3] = 0xff;
    let error = peek_bytes(&bytes).unwrap_err();
    assert!(error.to_string().contains("at byte 11\n  expected: UTF-8\n  found: the byte 0xff"));
}

#[test]
fn too_many_sizes_and_deep_nesting() {
    let shape = |rank: usize| {
        let sizes = vec!["1"; rank].join(",");
        format!("{{\"a\":{{\"dtype\":\"F32\",\"shape\":[{sizes}],\"data_offsets\":[0,4]}}}}")
    };
    assert_eq!(peek_bytes(&file(&shape(64), &[0; 4])).unwrap().1[0].2, [1; 64]);
    let error = peek_bytes(&file(&shape(65), &[0; 4])).unwrap_err();
    assert!(error.to_string().contains("at most 64 sizes"), "{error}");
    for nest in ["[", "{\"a\":", "{\"a\":{\"shape\":["] {
        peek_bytes(&file(&("{\"a\":".to_owned() + &nest.repeat(100_000)), &[])).unwrap_err();
    }
}

#[test]
fn sound_but_unusual_headers() {
    let json = "{ \"a\" :\n{\"data_offsets\" : [ 0 ,\t8 ], \"shape\":[ ],\r\"dtype\":\"I64\"} ,\
                \"\":{\"dtype\":\"F4\",\"shape\":[2],\"data_offsets\":[8,9]},\"\\u00fc\\n\":\
                {\"dtype\":\"NEW\",\"shape\":[3],\"data_offsets\":[9,10]},\"__metadata__\":{}}  \n";
    let (metadata, tensors) = peek_bytes(&file(json, &[0; 10])).unwrap();
    assert_eq!(metadata, Metadata::new());
    let names: Vec<&str> = tensors.iter().map(|tensor| tensor.0.as_str()).collect();
    assert_eq!(names, ["a", "", "ü\n"]);
    assert_eq!(tensors[2].1, "NEW");
    assert_eq!(peek_bytes(&file("{}", &[])).unwrap().1, []);
    assert_eq!(
        peek_bytes(&file("{\"__metadata__\":null}", &[])).unwrap(),
        (Metadata::new(), vec![])
    );
}

/// Dtypes, and how long they are, as the safetensors crate sees it.
#[test]
fn dtypes_of_the_crate() {
    use safetensors::tensor::Dtype::*;
    let dtypes = [
        BOOL,
        F4,
        F6_E2M3,
        F6_E3M2,
        U8,
        I8,
        F8_E5M2,
        F8_E4M3,
        F8_E8M0,
        F8_E4M3FNUZ,
        F8_E5M2FNUZ,
        I16,
        U16,
        F16,
        BF16,
        I32,
        U32,
        F32,
        C64,
        F64,
        I64,
        U64,
    ];
    for dtype in dtypes {
        let name = format!("{dtype:?}");
        let len = dtype.bitsize(); // of 8 elements, in bytes
        let (json, _) = json_of(&[("a", &name, &[8], len)]);
        SafeTensors::deserialize(&file(&json, &vec![0; len])).unwrap();
        peek_bytes(&file(&json, &vec![0; len])).unwrap();
        let (json, _) = json_of(&[("a", &name, &[8], len + 1)]);
        let error = peek_bytes(&file(&json, &vec![0; len + 1])).unwrap_err();
        assert!(error.to_string().contains(&format!("{len} bytes in `a`")), "{error}");
    }
}
