//! Files cut short, and files with a byte that is not what it was.

use std::string::ToString;

use safetensors::tensor::SafeTensors;

use super::*;

fn some_metadata() -> Metadata {
    let mut metadata = Metadata::new();
    metadata.set_network("Small");
    metadata.set_classes(&["a\"b", "ü"]);
    metadata
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = saved::<f32>(&some_metadata());
    load_small::<f32>(&bytes, &Rename::new()).unwrap();
    for len in 0..bytes.len() {
        let error = load_small::<f32>(&bytes[..len], &Rename::new()).unwrap_err();
        assert!(matches!(error, CheckpointError::Damaged { .. }), "{len}: {error}");
        assert_manner(&error);
        let peeked = peek_bytes(&bytes[..len]).unwrap_err();
        assert_eq!(peeked.to_string(), error.to_string());
    }
    let mut longer = bytes;
    longer.push(0);
    load_small::<f32>(&longer, &Rename::new()).unwrap_err();
}

/// Every byte, to every other value: an error, or (in the metadata, in the padding) numbers
/// that are what they were. In the tensors: always an error.
#[test]
fn every_changed_byte_is_an_error_or_harmless() {
    let bytes = saved::<f32>(&some_metadata());
    let data_start = bytes.len() - 13 * 4;
    let mut harmless = 0;
    let mut changed = bytes.clone();
    for at in 0..bytes.len() {
        for value in 0..=255 {
            if value == bytes[at] {
                continue;
            }
            changed[at] = value;
            match load_small::<f32>(&changed, &Rename::new()) {
                Ok((state, _)) => {
                    assert_eq!(state, State::numbered(), "byte {at} = {value}");
                    assert!(at < data_start, "byte {at} = {value}");
                    harmless += 1;
                }
                Err(error) => {
                    let is_checksum = matches!(error, CheckpointError::Checksum { .. });
                    assert!(is_checksum || at < data_start, "byte {at} = {value}: {error}");
                }
            }
            // What we read, the format's own reader reads too.
            if peek_bytes(&changed).is_ok()
                && let Err(error) = SafeTensors::deserialize(&changed)
            {
                let text = error.to_string();
                assert!(text.contains("unknown variant"), "byte {at} = {value}: {text}");
            }
        }
        changed[at] = bytes[at];
    }
    // Else this test would not see that loading works at all.
    assert!(harmless > 1000, "{harmless}");
}

#[test]
fn messages_of_changed_bytes_keep_their_manner() {
    let bytes = saved::<f32>(&some_metadata());
    for at in 0..bytes.len() {
        for value in [0, 7, b'"', b'0', b'9', b'}', 0x7f, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] = value;
            if let Err(error) = load_small::<f32>(&changed, &Rename::new()) {
                assert_manner(&error);
                assert!(error.to_string().contains("in/memory"), "{error}");
            }
        }
    }
}

#[test]
fn crc32_is_the_one_of_zlib() {
    assert_eq!(checksum::crc32(b""), 0);
    assert_eq!(checksum::crc32(b"123456789"), 0xcbf4_3926); // the standard check value
    let mut crc = Crc32::new();
    crc.update(b"1234");
    crc.update(b"");
    crc.update(b"56789");
    assert_eq!(crc.finalize(), 0xcbf4_3926);
    assert_eq!(checksum::parse(&checksum::render(0x00ab_cdef)), Some(0x00ab_cdef));
    for text in
        ["", "crc32:", "crc32:0abcdef", "crc32:000000000", "crc32:+0abcde1", "crc32:ABCDEF00"]
    {
        assert_eq!(checksum::parse(text), None, "{text}");
    }
    assert_eq!(checksum::parse("fnv1a:00000000"), None);
}

#[test]
fn a_wrong_checksum_names_the_remedy() {
    let mut bytes = saved::<f64>(&Metadata::new());
    *bytes.last_mut().unwrap() ^= 0x10;
    let error = load_small::<f64>(&bytes, &Rename::new()).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("the tensors of weight file `in/memory` are damaged"), "{text}");
    assert!(text.contains("expected: CRC-32") && text.contains("nncore.checksum"), "{text}");
    assert_manner(&error);
    let at = bytes.windows(6).position(|six| six == b"crc32:").unwrap();
    bytes[at] = b'C';
    let malformed = load_small::<f64>(&bytes, &Rename::new()).unwrap_err();
    assert!(malformed.to_string().contains("`nncore.checksum`"), "{malformed}");
    // `peek` does not read the tensors.
    assert_eq!(peek_bytes(&bytes).unwrap().1.len(), 4);
}

#[test]
fn files_of_other_formats_are_recognised() {
    let cases: [(&[u8], &str); 6] = [
        (b"PK\x03\x04\x00\x00\x08\x08\x00\x00", "save_file(model.state_dict()"),
        (b"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9", "save_file(model.state_dict()"),
        (b"\x89HDF\r\n\x1a\n\0\0", "HDF5"),
        (b"GGUF\x03\0\0\0\0\0\0\x01", "GGUF"),
        (b"\x93NUMPY\x01\x00\x76\x00", "NumPy"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
    ];
    for (bytes, fragment) in cases {
        let error = peek_bytes(bytes).unwrap_err();
        assert!(error.to_string().contains(fragment), "{error}");
        assert_manner(&error);
    }
}
