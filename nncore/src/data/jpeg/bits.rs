//! Entropy-coded data: bits between markers, and the codes in them.

use std::format;
use std::string::String;
use std::vec::Vec;

/// Bits that a code is looked up by in one step.
const FAST: u32 = 9;

/// A Huffman table.
#[derive(Debug)]
pub(super) struct Table {
    /// Length and value of the code that begins with these [`FAST`] bits; length 0 for none,
    /// or for a longer one.
    fast: Vec<(u8, u8)>,
    /// By length: the first code after those of the length, aligned to 16 bits.
    ends: [u32; 17],
    /// By length: what is added to a code for its place in `values`.
    offsets: [i32; 17],
    values: Vec<u8>,
}

impl Table {
    /// From the numbers of codes of 1 to 16 bits, and the values in their order; none when
    /// there are more codes of a length than there can be.
    pub(super) fn new(counts: &[u8; 16], values: &[u8]) -> Option<Self> {
        let mut table = Self {
            fast: std::vec![(0, 0); 1 << FAST],
            ends: [0; 17],
            offsets: [0; 17],
            values: values.into(),
        };
        let (mut code, mut place) = (0_u32, 0);
        for (length, &count) in (1_u32..).zip(counts) {
            code <<= 1;
            table.offsets[length as usize] = place as i32 - code as i32;
            for _ in 0..count {
                if code >> length != 0 {
                    return None;
                }
                if length <= FAST {
                    let first = (code << (FAST - length)) as usize;
                    let value = (length as u8, values[place]);
                    table.fast[first..first + (1 << (FAST - length))].fill(value);
                }
                code += 1;
                place += 1;
            }
            table.ends[length as usize] = code << (16 - length);
        }
        Some(table)
    }
}

/// Bits from a place in a file up to the next marker.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    /// After the last byte that was taken in.
    at: usize,
    /// The bits that were taken in and not used are the lowest `left`.
    buffer: u64,
    left: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, buffer: 0, left: 0 }
    }

    /// Takes in what there is, up to 32 bits or more.
    #[inline]
    fn fill(&mut self) {
        while self.left < 32 {
            // Four bytes at once, if none of them is special.
            if let Some(four) = self.bytes[self.at..].first_chunk::<4>()
                && !four.contains(&0xff)
            {
                self.buffer = self.buffer << 32 | u64::from(u32::from_be_bytes(*four));
                self.left += 32;
                self.at += 4;
                return;
            }
            let Some(&byte) = self.bytes.get(self.at) else { return };
            let mut next = self.at + 1;
            if byte == 0xff {
                // A zero says that 0xff is data; more of 0xff only fill.
                while self.bytes.get(next) == Some(&0xff) {
                    next += 1;
                }
                if self.bytes.get(next) != Some(&0) {
                    return;
                }
                next += 1;
            }
            self.buffer = self.buffer << 8 | u64::from(byte);
            self.left += 8;
            self.at = next;
        }
    }

    fn short(&self) -> String {
        format!("the data of a scan end too early, at byte {}", self.at)
    }

    /// The next code.
    pub(super) fn code(&mut self, table: &Table) -> Result<u8, String> {
        if self.left < 16 {
            self.fill();
        }
        // After the end, zeros.
        let next = match self.left {
            16.. => (self.buffer >> (self.left - 16)) as u32 & 0xffff,
            left => (self.buffer as u32 & ((1 << left) - 1)) << (16 - left),
        };
        let (length, value) = match table.fast[(next >> (16 - FAST)) as usize] {
            (0, _) => {
                let length = (FAST as usize + 1..17).find(|&length| next < table.ends[length]);
                let Some(length) = length else { return Err(self.bad_code()) };
                let place = (next >> (16 - length)) as i32 + table.offsets[length];
                let value = usize::try_from(place).ok().and_then(|i| table.values.get(i));
                let Some(&value) = value else { return Err(self.bad_code()) };
                (length as u32, value)
            }
            (length, value) => (length.into(), value),
        };
        self.skip(length)?;
        Ok(value)
    }

    fn bad_code(&self) -> String {
        if self.left < 16 {
            return self.short();
        }
        format!("the data of a scan are damaged before byte {}", self.at)
    }

    /// Passes over up to 16 bits.
    pub(super) fn skip(&mut self, n: u32) -> Result<(), String> {
        if self.left < n {
            self.fill();
        }
        self.left = self.left.checked_sub(n).ok_or_else(|| self.short())?;
        Ok(())
    }

    /// The next up to 16 bits as a number.
    pub(super) fn number(&mut self, n: u32) -> Result<u32, String> {
        self.skip(n)?;
        Ok((self.buffer >> self.left) as u32 & ((1 << n) - 1))
    }

    /// Goes on after a restart marker, which must be the next marker and of this number.
    pub(super) fn restart(&mut self, number: u8) -> Result<(), String> {
        (self.buffer, self.left) = (0, 0);
        let rest = &self.bytes[self.at..];
        let pairs = rest.windows(2);
        let mut markers =
            pairs.enumerate().filter(|(_, p)| p[0] == 0xff && !matches!(p[1], 0 | 0xff));
        match markers.next() {
            Some((i, pair)) if pair[1] == 0xd0 + number => {
                self.at += i + 2;
                Ok(())
            }
            _ => Err(format!("no restart marker {number} at byte {}", self.at)),
        }
    }

    /// Where the data end that were taken in: at a marker, or before what is passed by.
    pub(super) fn end(&self) -> usize {
        self.at
    }
}
