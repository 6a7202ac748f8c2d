//! CRC-32 of the tensor bytes: finds what the file's structure cannot, a flipped bit in a weight.
//!
//! CRC-32 (the one of zlib, PNG and Ethernet) rather than FNV-1a: it is made for damage. Any
//! single burst of up to 32 bits is found, other damage but once in 2^32; FNV-1a promises no
//! such thing for bursts. And everybody can compute it: `zlib.crc32` in Python, `crc32` in a
//! shell. It guards against accidents, not against forgery.

use std::format;
use std::string::String;

/// A CRC-32 that grows with the bytes it is given.
pub(super) use crc32fast::Hasher as Crc32;
/// The CRC-32 of bytes.
pub(super) use crc32fast::hash as crc32;

/// As metadata holds it: `crc32:cbf43926`.
pub(super) fn render(crc: u32) -> String {
    format!("crc32:{crc:08x}")
}

/// The inverse of [`render`].
pub(super) fn parse(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("crc32:")?;
    let is_lower_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if digits.len() != 8 || !digits.bytes().all(is_lower_hex) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}
