//! By hand: tables, bits, markers. Whole files and damaged ones are in `tests/data_jpeg.rs`.

use super::bits::{Bits, Table};
use super::*;

#[test]
fn codes_in_their_order() {
    // 0, 10, 110, then one of 11 bits.
    let mut counts = [0; 16];
    (counts[0], counts[1], counts[2], counts[10]) = (1, 1, 1, 1);
    let table = Table::new(&counts, &[7, 8, 9, 1]).unwrap();
    // 0 10 110 11100000000 0
    let bytes = [0b0101_1011, 0b1000_0000, 0b0010_0000];
    let mut bits = Bits::new(&bytes, 0);
    let codes: Vec<u8> = (0..5).map(|_| bits.code(&table).unwrap()).collect();
    assert_eq!(codes, [7, 8, 9, 1, 7]);
    assert_eq!(bits.number(2).unwrap(), 0b10);
    assert!(bits.skip(5).unwrap_err().contains("end too early, at byte 3"));
    // A prefix that no code has.
    assert!(Bits::new(&[0xfe; 9], 0).code(&table).unwrap_err().contains("damaged"));
}

#[test]
fn impossible_tables() {
    let mut counts = [0; 16];
    counts[0] = 3;
    assert!(Table::new(&counts, &[1, 2, 3]).is_none(), "three codes of one bit");
    (counts[0], counts[1]) = (2, 1);
    assert!(Table::new(&counts, &[1, 2, 3]).is_none());
}

#[test]
fn bits_up_to_a_marker() {
    let bytes = [0xff, 0x00, 0x12, 0xff, 0xff, 0x00, 0xff, 0xff, 0xd9, 0x55];
    let mut bits = Bits::new(&bytes, 0);
    assert_eq!([12, 12].map(|n| bits.number(n).unwrap()), [0xff1, 0x2ff]);
    assert!(bits.skip(1).is_err());
    assert_eq!(bits.end(), 6);
}

#[test]
fn restart_markers_in_turn() {
    let bytes = [0x12, 0xff, 0xd3, 0x34];
    let mut bits = Bits::new(&bytes, 0);
    bits.restart(3).unwrap();
    assert_eq!(bits.number(8).unwrap(), 0x34);
    assert!(Bits::new(&bytes, 0).restart(4).is_err());
    assert!(Bits::new(&bytes, 3).restart(3).is_err());
}

#[test]
fn what_is_no_picture() {
    let cut = "the file ends at byte";
    for (bytes, text) in [
        (&[][..], cut),
        (&[0xff, SOI], cut),
        (&[0xff, SOI, 0xff, EOI], "without a scan"),
        (&[0xff, SOI, 0xff, DRI, 0, 1], "length 1"),
        (&[0xff, SOI, 0xff, DRI, 0, 9, 1], "ends in the segment at byte 4"),
        (&[0xff, SOI, 0xff, 0xc9, 0, 2], "arithmetically"),
        (&[0xff, SOI, 0xff, SOS, 0, 2], "before the frame"),
        (&[0xff, SOI, 0xff, 0xc0, 0, 2], "damaged segment 0xc0"),
    ] {
        let error = check(bytes).unwrap_err();
        assert!(error.contains(text), "{error}");
    }
}
