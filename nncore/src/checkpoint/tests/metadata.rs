//! The strings beside the tensors, and their JSON.

use std::borrow::ToOwned;
use std::string::ToString;

use super::super::json::{self, Reader};
use super::*;

#[test]
fn classes_of_any_letters_come_back() {
    let classes = ["", "a,b", "\"", "\\", "[\"x\"]", "\u{0}\u{1f}\n", "日本", "🦀\u{10ffff}"];
    let mut metadata = Metadata::new();
    assert_eq!(metadata.classes().unwrap(), None);
    metadata.set_classes(&classes);
    assert_eq!(metadata.classes().unwrap().unwrap(), classes);
    metadata.set_classes::<&str>(&[]);
    assert_eq!(metadata.classes().unwrap().unwrap(), [""; 0]);
    metadata.set_classes(&["a".to_owned()]);
    assert_eq!(metadata.get("nncore.classes"), Some("[\"a\"]"));
}

#[test]
fn malformed_classes_are_errors() {
    let cases = [
        "",
        " ",
        "[",
        "]",
        "[]]",
        "[\"a\"",
        "[\"a\",]",
        "[,]",
        "[\"a\" \"b\"]",
        "[1]",
        "[null]",
        "{\"a\":1}",
        "\"a\"",
        "cat, dog",
        "['a']",
        "[\"a]",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "[\"\\ud800\"]",
        "[\"\\ud800\\u0041\"]",
        "[\"\\udc00\"]",
        "[[\"a\"]]",
        "[\"a\"] x",
        "[\"\n\"]",
        "[\"\\ud800\\",
    ];
    for text in cases {
        let mut metadata = Metadata::new();
        metadata.set("nncore.classes", text);
        let error = metadata.classes().unwrap_err();
        assert!(error.to_string().contains("`nncore.classes`"), "{error}");
        assert_manner(&error);
    }
}

#[test]
fn escapes_are_read() {
    let mut reader = Reader::new(r#" "a\"\\\/\b\f\n\r\tAü\ud83e\udd80z" "#);
    let text = reader.string("a string").unwrap();
    assert_eq!(text, "a\"\\/\u{8}\u{c}\n\r\tAü🦀z");
    reader.end().unwrap();
    let mut written = String::new();
    json::write_string(&mut written, &text);
    assert_eq!(Reader::new(&written).string("a string").unwrap(), text);
}

#[test]
fn preprocessing_comes_back_to_the_bit() {
    let mean = [0.491_400_f32, 0.482_2, 1.0e-30];
    let std = [0.247_f32, 1.0e-6, f32::MAX];
    let preprocessing = Preprocessing::new(&mean, &std, 224, 1).unwrap();
    let mut metadata = Metadata::new();
    assert_eq!(metadata.preprocessing().unwrap(), None);
    metadata.set_preprocessing(&preprocessing);
    let read = metadata.preprocessing().unwrap().unwrap();
    assert_eq!(read, preprocessing);
    assert_eq!(
        (read.mean(), read.std(), read.height(), read.width()),
        (&mean[..], &std[..], 224, 1)
    );
}

#[test]
fn impossible_preprocessing_is_an_error() {
    type Case = (&'static [f32], &'static [f32], usize, usize, &'static str);
    let cases: [Case; 13] = [
        (&[], &[], 1, 1, "nncore.mean"),
        (&[f32::NAN], &[1.0], 1, 1, "nncore.mean"),
        (&[0.0], &[], 1, 1, "nncore.std"),
        (&[0.0], &[1.0, 1.0], 1, 1, "nncore.std"),
        (&[0.0], &[0.0], 1, 1, "nncore.std"),
        (&[0.0], &[-1.0], 1, 1, "nncore.std"),
        (&[0.0], &[f32::INFINITY], 1, 1, "nncore.std"),
        // Numbers that overflow.
        (&[0.5], &[1e-45], 1, 1, "nncore.std"),
        (&[0.5], &[f32::MIN_POSITIVE], 1, 1, "nncore.std"),
        (&[0.5, 0.5], &[1.0, 4e-7], 1, 1, "at most 1e6"),
        (&[1e30], &[0.5], 1, 1, "of the mean [1e30]"),
        (&[0.0], &[1.0], 0, 1, "nncore.height"),
        (&[0.0], &[1.0], 1, 0, "nncore.width"),
    ];
    for (mean, std, height, width, key) in cases {
        let error = Preprocessing::new(mean, std, height, width).unwrap_err();
        assert!(error.to_string().contains(key), "{error}");
        assert_manner(&error);
    }
}

#[test]
fn malformed_preprocessing_is_an_error() {
    let cases = [
        ("nncore.mean", ""),
        ("nncore.mean", "0.5"),
        ("nncore.mean", "[0.5"),
        ("nncore.mean", "[]"),
        ("nncore.mean", "[NaN]"),
        ("nncore.mean", "[1e999]"),
        ("nncore.mean", "[1.2.3]"),
        ("nncore.mean", "[\"0.5\"]"),
        ("nncore.std", "[0]"),
        ("nncore.std", "[1, 1]"),
        ("nncore.height", "0"),
        ("nncore.height", "-1"),
        ("nncore.height", "1.5"),
        ("nncore.height", "224 px"),
        ("nncore.width", "99999999999999999999"),
        ("nncore.width", ""),
        ("nncore.width", "007"),
    ];
    for (key, value) in cases {
        let mut metadata = Metadata::new();
        metadata.set_preprocessing(&Preprocessing::new(&[0.5], &[0.5], 8, 8).unwrap());
        metadata.set(key, value);
        let error = metadata.preprocessing().unwrap_err();
        assert!(error.to_string().contains(key), "{key} = {value}: {error}");
        assert_manner(&error);
        metadata.remove(key);
        let error = metadata.preprocessing().unwrap_err();
        assert!(error.to_string().contains("no such entry"), "{error}");
    }
}

#[test]
fn entries_are_sorted_and_free() {
    let mut metadata = Metadata::new();
    assert_eq!(metadata.set("b", "1"), None);
    assert_eq!(metadata.set("b", "2"), Some("1".to_owned()));
    metadata.set("a", "3");
    metadata.set_network("Net");
    let entries: Vec<_> = metadata.iter().collect();
    assert_eq!(entries, [("a", "3"), ("b", "2"), ("nncore.network", "Net")]);
    assert_eq!(metadata.network(), Some("Net"));
    assert_eq!(metadata.remove("a"), Some("3".to_owned()));
    assert_eq!(metadata.get("a"), None);
}
