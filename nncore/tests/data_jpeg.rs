//! A JPEG is read whole or not at all: cut at every length, ended early, with pieces missing.
#![cfg(feature = "data")]

mod damage;

use damage::Random;
use nncore::data::{DataError, folder};
use std::fs;
use std::path::Path;

/// Baseline, 4:2:0, a restart marker every other unit; 27 x 21.
const RESTARTS: &[u8] = include_bytes!("damage/restarts.jpg");
/// Progressive, 4:2:0; 27 x 21.
const PROGRESSIVE: &[u8] = include_bytes!("damage/progressive.jpg");
/// Progressive, grey, with restart markers; 27 x 21.
const GREY: &[u8] = include_bytes!("damage/grey.jpg");

const END: [u8; 2] = [0xff, 0xd9];

/// Every whole file, with its height and width.
fn whole() -> Vec<(Vec<u8>, (usize, usize))> {
    let recorded = [RESTARTS, PROGRESSIVE, GREY].map(|file| (file.to_vec(), (21, 27)));
    let made =
        [(9, 7), (40, 33), (1, 1)].map(|(h, w)| (damage::jpeg(h, w), (h as usize, w as usize)));
    recorded.into_iter().chain(made).collect()
}

fn decode(bytes: &[u8]) -> Result<folder::Decoded, DataError> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("picture.jpg");
    fs::write(&path, bytes).unwrap();
    folder::decode(&path).inspect_err(|error| assert_names(error, &path))
}

/// The text names the file, and says what was expected and found.
fn assert_names(error: &DataError, path: &Path) {
    let text = error.to_string();
    assert!(text.contains(path.to_str().unwrap()), "{text}");
    assert!(text.contains("expected: ") && text.contains("found: "), "{text}");
}

/// The bytes of a file's scans, without headers; the markers of restarts belong to them.
fn scans(file: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut at = 2;
    let mut scans = Vec::new();
    while file[at + 1] != 0xd9 {
        let length = usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
        let start = at + 2 + length;
        if file[at + 1] != 0xda {
            at = start;
            continue;
        }
        at = start;
        while file[at] != 0xff || matches!(file[at + 1], 0 | 0xd0..=0xd7) {
            at += 1;
        }
        scans.push(start..at);
    }
    scans
}

#[test]
fn whole_files_are_read() {
    for (file, (height, width)) in whole() {
        let decoded = decode(&file).unwrap();
        assert_eq!((decoded.picture().height, decoded.picture().width), (height, width));
        // What follows the end is none of the picture's; before it, bytes may fill.
        for more in [&b"\0"[..], b"more", &END, &file] {
            assert_eq!(decode(&[&file, more].concat()).unwrap(), decoded);
        }
        let (rest, end) = file.split_at(file.len() - 2);
        assert_eq!(decode(&[rest, &[0xff; 3], end].concat()).unwrap(), decoded);
    }
    assert!(scans(PROGRESSIVE).len() > 3, "scans that complete others");
}

#[test]
fn cut_at_every_length() {
    for (file, _) in whole() {
        for length in 0..file.len() {
            let error = decode(&file[..length]).expect_err(&format!("{length} bytes"));
            assert!(matches!(error, DataError::Picture { .. }), "{error}");
        }
    }
}

#[test]
fn a_scan_that_ends_early() {
    for (file, _) in whole() {
        for scan in scans(&file) {
            // Without its last byte the data may still hold all bits.
            for at in scan.start..scan.end - 1 {
                let cut = [&file[..at], &file[scan.end..]].concat();
                let error = decode(&cut).expect_err(&format!("{at} of {scan:?}"));
                assert!(matches!(error, DataError::Picture { .. }), "{error}");
            }
        }
    }
}

#[test]
fn restart_markers_that_are_missing_or_exchanged() {
    let scan = scans(RESTARTS)[0].clone();
    let places = (scan.start..scan.end)
        .filter(|&i| RESTARTS[i] == 0xff && matches!(RESTARTS[i + 1], 0xd0..=0xd7));
    let places: Vec<usize> = places.collect();
    assert_eq!(places.len(), 1);
    for place in places {
        let mut file = RESTARTS.to_vec();
        file[place + 1] ^= 1;
        decode(&file).unwrap_err();
        file.drain(place..place + 2);
        decode(&file).unwrap_err();
    }
}

/// Damaged files never panic, and what is taken has the size that it says.
#[test]
fn damaged_files() {
    for (file, size) in whole() {
        let mut refused = 0;
        for seed in 0..400 {
            let file = damage::damage(&file, file.len().min(600), &mut Random(seed));
            match decode(&file) {
                Ok(decoded) => {
                    let picture = decoded.picture();
                    assert_eq!(picture.pixels.len(), 3 * picture.height * picture.width);
                }
                Err(_) => refused += 1,
            }
        }
        println!("{size:?}: {refused} of 400 refused");
        assert!(refused > 150, "{size:?}: {refused}");
    }
}
