//! Makes small whole files of every format that the readers know, and damages them.

#![allow(dead_code, reason = "each test uses some of it")]

use image::{ExtendedColorType, ImageEncoder};
use std::io::Write;

/// An IDX file of unsigned bytes.
pub(crate) fn idx(sizes: &[u32], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(bytes);
    file
}

/// Compressed with gzip.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// `n` records of CIFAR-10 with the labels 0, 1, 2, …
pub(crate) fn cifar10(n: usize) -> Vec<u8> {
    (0..n).flat_map(|i| std::iter::once(i as u8 % 10).chain((0..3072).map(|p| p as u8))).collect()
}

fn rgb(height: u32, width: u32) -> Vec<u8> {
    (0..3 * height * width).map(|i| (i * 7 % 256) as u8).collect()
}

pub(crate) fn png(height: u32, width: u32) -> Vec<u8> {
    let mut file = Vec::new();
    image::codecs::png::PngEncoder::new(&mut file)
        .write_image(&rgb(height, width), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

pub(crate) fn jpeg(height: u32, width: u32) -> Vec<u8> {
    let mut file = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut file)
        .write_image(&rgb(height, width), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

/// SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

/// A damaged copy, different from the original: a number in the header replaced, bits
/// turned, a piece removed, doubled, moved or replaced, the end cut off or prolonged.
pub(crate) fn damage(file: &[u8], header: usize, random: &mut Random) -> Vec<u8> {
    loop {
        let mut damaged = file.to_vec();
        let at = random.below(file.len());
        let length = 1 + random.below((file.len() - at).min(16));
        let piece = damaged[at..at + length].to_vec();
        match random.below(8) {
            0 => {
                let extreme = [0, 1, 0x7fff_ffff, 0xffff_ffff, 0x1_0000, 28];
                let number = u32::to_be_bytes(extreme[random.below(extreme.len())]);
                let at = random.below(header.min(file.len().saturating_sub(3)));
                damaged[at..at + 4].copy_from_slice(&number);
            }
            1 => {
                let at = random.below(header.min(file.len()));
                damaged[at] = random.below(256) as u8;
            }
            2 => damaged[at] ^= 1 << random.below(8),
            3 => drop(damaged.drain(at..at + length)),
            4 => drop(damaged.splice(at..at, piece)),
            5 => damaged[at..at + length].fill(0xff),
            6 => damaged.truncate(at),
            _ => damaged.extend((0..length).map(|_| 0xa5)),
        }
        if damaged != file {
            return damaged;
        }
    }
}
