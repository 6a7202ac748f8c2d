//! CRC-32 of the tensor bytes: finds what the file's structure cannot, a flipped bit in a weight.
//!
//! CRC-32 (the one of zlib, PNG and Ethernet) rather than FNV-1a: it is made for damage. Any
//! single burst of up to 32 bits is found, other damage but once in 2^32; FNV-1a promises no
//! such thing for bursts. And everybody can compute it: `zlib.crc32` in Python, `crc32` in a
//! shell. It guards against accidents, not against forgery.

use std::format;
use std::string::String;

/// Remainders of every byte, for the reflected polynomial of IEEE 802.3.
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut remainder = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            let low = remainder & 1;
            remainder = (remainder >> 1) ^ (0xedb8_8320 * low);
            bit += 1;
        }
        table[byte] = remainder;
        byte += 1;
    }
    table
};

/// A CRC-32 that grows with the bytes it is given.
#[derive(Clone, Copy)]
pub(super) struct Crc32(u32);

impl Crc32 {
    pub(super) fn new() -> Self {
        Self(u32::MAX)
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 >> 8) ^ TABLE[((self.0 ^ u32::from(*byte)) & 0xff) as usize];
        }
    }

    pub(super) fn value(self) -> u32 {
        !self.0
    }
}

/// The CRC-32 of `bytes`.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc32::new();
    crc.update(bytes);
    crc.value()
}

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
