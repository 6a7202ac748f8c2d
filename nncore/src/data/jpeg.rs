//! Whether a JPEG file is whole.
//!
//! Decoders complete what is missing: a file that was cut at a fifth of its bytes becomes a
//! picture that is grey below. Here the file is walked from marker to marker, and the
//! entropy-coded data of each scan are read block by block, as a decoder would: they must
//! last for all blocks, with every code in its table and every restart marker in its place.
//! Numbers that are wrong but can be read are not found.
//!
//! Read are Huffman-coded files, sequential and progressive, which is all that the decoder
//! takes. As libjpeg does it, bytes between segments and after the end of the image are
//! passed by. Format: ITU-T T.81 (1992), annexes B, F and G.

mod bits;
mod scan;

use bits::Table;
use scan::Scan;
use std::format;
use std::string::String;
use std::vec::Vec;

/// More scans make no picture: the decoder has the same limit.
const MAX_SCANS: usize = 100;

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const DHT: u8 = 0xc4;
const DRI: u8 = 0xdd;

/// Checks a whole file, whose size in pixels the caller has checked; gives the bytes of
/// coefficients that a decoder must keep, 0 when it can go block by block.
///
/// Memory: 8 bytes a block of 64 pixels of each component, for progressive files.
///
/// # Errors
/// What is missing or damaged, and where.
pub(super) fn check(bytes: &[u8]) -> Result<u64, String> {
    Walk { bytes, ..Walk::default() }.run()
}

/// A component of the picture: luma, a chroma.
#[derive(Debug, Default)]
struct Component {
    id: u8,
    /// Blocks of a unit of all components: across, down.
    across: usize,
    down: usize,
    /// Blocks of this component: a row's, and in all, up to whole units.
    stride: usize,
    blocks: usize,
    /// Blocks that the picture reaches into.
    columns: usize,
    rows: usize,
    /// Progressive files: a bit for each coefficient of a block that is not 0. Filled by the
    /// first scan that needs it.
    seen: Vec<u64>,
}

/// What a start-of-frame segment says.
#[derive(Debug, Default)]
struct Frame {
    is_progressive: bool,
    components: Vec<Component>,
    /// Units of all components: across, down.
    across: usize,
    down: usize,
}

#[derive(Default)]
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    frame: Option<Frame>,
    /// Of classes DC and AC, four each.
    tables: [[Option<Table>; 4]; 2],
    /// Units between restart markers; 0 for none.
    restart: usize,
    scans: usize,
    /// Coefficients that are kept, as not all components are in the first scan.
    keeps: bool,
}

impl<'a> Walk<'a> {
    fn run(mut self) -> Result<u64, String> {
        loop {
            let marker = self.marker()?;
            match marker {
                EOI if self.scans == 0 => return Err("the image ends without a scan".into()),
                EOI => break,
                // Without a length: TEM, restart markers between scans, a second start.
                0x01 | 0xd0..=SOI => {}
                _ => self.segment(marker)?,
            }
        }
        let frame = self.frame.unwrap_or_default();
        let blocks: usize = frame.components.iter().map(|component| component.blocks).sum();
        let is_kept = frame.is_progressive || self.keeps;
        Ok(if is_kept { 64 * 2 * blocks as u64 } else { 0 })
    }

    /// Moves past the next marker and gives it.
    fn marker(&mut self) -> Result<u8, String> {
        // 0xff may be repeated; with a zero it is data of a scan, which nobody asked for.
        let rest = &self.bytes[self.at..];
        let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff);
        let Some(i) = rest.windows(2).position(is_marker) else {
            let end = self.bytes.len();
            return Err(format!("the file ends at byte {end}, before the end of the image"));
        };
        self.at += i + 2;
        Ok(rest[i + 1])
    }

    fn segment(&mut self, marker: u8) -> Result<(), String> {
        let start = self.at;
        let cut = || format!("the file ends in the segment at byte {start}");
        let length = self.bytes.get(start..start + 2).ok_or_else(cut)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        if length < 2 {
            return Err(format!("a segment of length {length} at byte {start}"));
        }
        let body = self.bytes.get(start + 2..start + length).ok_or_else(cut)?;
        self.at = start + length;
        let damaged = || format!("a damaged segment {marker:#04x} at byte {start}");
        match marker {
            DHT => self.define_tables(body).ok_or_else(damaged),
            DRI => {
                let &[high, low] = body else { return Err(damaged()) };
                self.restart = usize::from(u16::from_be_bytes([high, low]));
                Ok(())
            }
            0xc0..=0xc2 if self.frame.is_some() => Err(format!("a second frame at byte {start}")),
            0xc0..=0xc2 => {
                self.frame = Some(frame(body, marker == 0xc2).ok_or_else(damaged)?);
                Ok(())
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                Err("the picture is lossless, hierarchical or arithmetically coded".into())
            }
            SOS => self.scan(body).unwrap_or_else(|| Err(damaged())),
            _ => Ok(()),
        }
    }

    fn define_tables(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((&kind, rest)) = body.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let n = counts.iter().map(|&n| usize::from(n)).sum();
            let values = rest.get(..n)?;
            let tables = self.tables.get_mut(usize::from(kind >> 4))?;
            *tables.get_mut(usize::from(kind & 15))? = Some(Table::new(counts, values)?);
            body = &rest[n..];
        }
        Some(())
    }

    /// Reads a scan's data; none when its header is damaged.
    fn scan(&mut self, body: &[u8]) -> Option<Result<(), String>> {
        let Some(frame) = &mut self.frame else {
            return Some(Err("a scan before the frame".into()));
        };
        self.scans += 1;
        if self.scans > MAX_SCANS {
            return Some(Err(format!("more than {MAX_SCANS} scans")));
        }
        let (&n, rest) = body.split_first()?;
        let n = usize::from(n);
        let (chosen, rest) = rest.split_at_checked(2 * n)?;
        let &[first, last, precision] = rest else { return None };
        self.keeps |= n < frame.components.len();
        let mut scan = Scan::new(frame, first, last, precision)?;
        for pair in chosen.chunks_exact(2) {
            let table = |class: usize, i: u8| self.tables[class].get(usize::from(i));
            scan.add(pair[0], table(0, pair[1] >> 4)?.as_ref(), table(1, pair[1] & 15)?.as_ref())?;
        }
        if scan.lacks_a_table() {
            // Frames of videos leave tables out that all of them share; the decoder has them.
            return Some(Ok(()));
        }
        Some(scan.read(self.bytes, self.at, self.restart).map(|end| self.at = end))
    }
}

fn frame(body: &[u8], is_progressive: bool) -> Option<Frame> {
    let (head, specs) = body.split_at_checked(6)?;
    let size = |i: usize| usize::from(u16::from_be_bytes([head[i], head[i + 1]]));
    let (height, width) = (size(1), size(3));
    if height == 0 || width == 0 || specs.len() != 3 * usize::from(head[5]) {
        return None;
    }
    let mut components: Vec<Component> = Vec::new();
    for spec in specs.chunks_exact(3) {
        let (across, down) = (usize::from(spec[1] >> 4), usize::from(spec[1] & 15));
        if !(1..=4).contains(&across) || !(1..=4).contains(&down) || components.len() == 4 {
            return None;
        }
        components.push(Component { id: spec[0], across, down, ..Component::default() });
    }
    let most_across = components.iter().map(|c| c.across).max()?;
    let most_down = components.iter().map(|c| c.down).max()?;
    let (across, down) = (width.div_ceil(8 * most_across), height.div_ceil(8 * most_down));
    for component in &mut components {
        component.columns = (width * component.across).div_ceil(8 * most_across);
        component.rows = (height * component.down).div_ceil(8 * most_down);
        component.stride = across * component.across;
        component.blocks = component.stride * down * component.down;
    }
    Some(Frame { is_progressive, components, across, down })
}

#[cfg(test)]
mod tests;
