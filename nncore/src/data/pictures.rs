//! A set of pictures in memory.

use super::DataError;
use super::draws::{Draws, Purpose, key};
use std::format;
use std::string::String;
use std::sync::Arc;
use std::vec::Vec;

/// One picture of a set: bytes in the layout (channels, height, width).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// 1 (grey) or 3 (red, green, blue).
    pub channels: usize,
    /// Rows.
    pub height: usize,
    /// Columns.
    pub width: usize,
    /// `channels * height * width` bytes, a channel after the other, each row by row.
    pub pixels: &'a [u8],
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    offset: usize,
    height: u32,
    width: u32,
    label: u32,
}

/// Pictures with labels, kept as the bytes they were read as.
///
/// Pictures may differ in size, not in their number of channels. Clones and parts of a
/// set share its pixels.
#[derive(Clone, Debug)]
pub struct Pictures {
    channels: usize,
    pixels: Arc<Vec<u8>>,
    entries: Vec<Entry>,
    classes: Arc<[String]>,
}

impl Pictures {
    /// A set of equally large pictures: `pixels` holds them one after the other, each in
    /// the layout (channels, height, width); `labels` gives the class of each.
    ///
    /// # Errors
    /// Unless channels are 1 or 3, sizes are not 0, there is a picture, `pixels` has
    /// `labels.len() * channels * height * width` bytes, and every label is below
    /// `classes.len()`.
    pub fn new(
        channels: usize,
        height: usize,
        width: usize,
        pixels: Vec<u8>,
        labels: &[u32],
        classes: Vec<String>,
    ) -> Result<Self, DataError> {
        let shape = |expected: String, found: String| Err(DataError::Shape { expected, found });
        if channels != 1 && channels != 3 {
            return shape("1 or 3 channels".into(), format!("{channels}"));
        }
        let bytes = [height, width, labels.len()]
            .iter()
            .try_fold(channels, |bytes, &n| bytes.checked_mul(n))
            .unwrap_or(usize::MAX);
        let sizes = (u32::try_from(height), u32::try_from(width));
        let (Ok(h), Ok(w)) = sizes else {
            return shape("sizes below 2^32".into(), format!("{height} x {width}"));
        };
        if bytes == 0 || bytes != pixels.len() {
            let product = format!("{} x {channels} x {height} x {width}", labels.len());
            return shape(format!("{product} bytes, not 0"), format!("{}", pixels.len()));
        }
        if let Some(label) = labels.iter().find(|&&label| label as usize >= classes.len()) {
            return shape(format!("labels below {}", classes.len()), format!("{label}"));
        }
        let stride = channels * height * width;
        let entry = |(i, &label)| Entry { offset: i * stride, height: h, width: w, label };
        Ok(Self {
            channels,
            pixels: Arc::new(pixels),
            entries: labels.iter().enumerate().map(entry).collect(),
            classes: classes.into(),
        })
    }

    /// The number of pictures; at least 1 in a set that was read.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "only a part of a set may be empty")]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// 1 (grey) or 3 (red, green, blue).
    #[must_use]
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// The names of the classes; a label is a place here.
    #[must_use]
    pub fn classes(&self) -> &[String] {
        &self.classes
    }

    /// Picture `i`.
    ///
    /// # Panics
    /// When `i >= len()`.
    #[must_use]
    pub fn picture(&self, i: usize) -> Picture<'_> {
        let Entry { offset, height, width, .. } = self.entries[i];
        let (height, width) = (height as usize, width as usize);
        let pixels = &self.pixels[offset..offset + self.channels * height * width];
        Picture { channels: self.channels, height, width, pixels }
    }

    /// The class of picture `i`.
    ///
    /// # Panics
    /// When `i >= len()`.
    #[must_use]
    pub fn label(&self, i: usize) -> u32 {
        self.entries[i].label
    }

    /// The number of pictures of each class.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = std::vec![0; self.classes.len()];
        for entry in &self.entries {
            counts[entry.label as usize] += 1;
        }
        counts
    }

    /// The names of the classes without a picture here.
    #[must_use]
    pub fn missing(&self) -> Vec<&str> {
        let counts = self.counts();
        let missing = self.classes.iter().zip(counts).filter(|(_, count)| *count == 0);
        missing.map(|(class, _)| &**class).collect()
    }

    /// The smallest and the largest (height, width), each side by itself.
    #[must_use]
    pub fn sizes(&self) -> ((usize, usize), (usize, usize)) {
        let sides = |side: fn(&Entry) -> u32| {
            let all = || self.entries.iter().map(side);
            (all().min().unwrap_or(0) as usize, all().max().unwrap_or(0) as usize)
        };
        let (heights, widths) = (sides(|e| e.height), sides(|e| e.width));
        ((heights.0, widths.0), (heights.1, widths.1))
    }

    /// The first `n` pictures, or all.
    #[must_use]
    pub fn first(&self, n: usize) -> Self {
        let entries = self.entries[..n.min(self.len())].to_vec();
        Self { entries, ..self.clone_empty() }
    }

    /// Two parts without a common picture: `fraction` of each class, rounded to the nearest
    /// number, goes into the second, chosen by `seed`; of a class with two or more pictures
    /// each part gets at least one (unless `fraction` is 0 or 1). Both keep the order of
    /// the set.
    ///
    /// # Panics
    /// Unless `fraction` lies in 0 to 1.
    #[must_use]
    pub fn split(&self, seed: u64, fraction: f64) -> (Self, Self) {
        assert!((0.0..=1.0).contains(&fraction), "fraction {fraction} is not in 0 to 1");
        let mut of_class = std::vec![Vec::new(); self.classes.len()];
        for (i, entry) in self.entries.iter().enumerate() {
            of_class[entry.label as usize].push(i);
        }
        let mut second = std::vec![false; self.len()];
        for (class, members) in of_class.iter_mut().enumerate() {
            Draws::new(key(Purpose::Split, seed, class as u64, 0)).shuffle(members);
            let mut taken = (members.len() as f64 * fraction).round() as usize;
            if fraction > 0.0 && fraction < 1.0 && members.len() > 1 {
                taken = taken.clamp(1, members.len() - 1);
            }
            members[..taken].iter().for_each(|&i| second[i] = true);
        }
        let part = |wanted: bool| Self {
            entries: (self.entries.iter().zip(&second))
                .filter(|(_, is_second)| **is_second == wanted)
                .map(|(entry, _)| *entry)
                .collect(),
            ..self.clone_empty()
        };
        (part(false), part(true))
    }

    fn clone_empty(&self) -> Self {
        Self {
            channels: self.channels,
            pixels: self.pixels.clone(),
            entries: Vec::new(),
            classes: self.classes.clone(),
        }
    }
}

/// Collects colour pictures of different sizes.
pub(super) struct Collector {
    pixels: Vec<u8>,
    entries: Vec<Entry>,
}

impl Collector {
    pub(super) const fn new() -> Self {
        Self { pixels: Vec::new(), entries: Vec::new() }
    }

    /// The bytes of pixels so far.
    pub(super) fn bytes(&self) -> u64 {
        self.pixels.len() as u64
    }

    /// Adds a picture of 3 channels.
    pub(super) fn push(&mut self, picture: Picture<'_>, label: u32) {
        let Picture { channels, height, width, pixels } = picture;
        debug_assert_eq!((channels, pixels.len()), (3, 3 * height * width));
        let (height, width) = (height as u32, width as u32);
        self.entries.push(Entry { offset: self.pixels.len(), height, width, label });
        self.pixels.extend_from_slice(pixels);
    }

    pub(super) fn finish(self, classes: Arc<[String]>) -> Pictures {
        Pictures { channels: 3, pixels: Arc::new(self.pixels), entries: self.entries, classes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    fn names(n: usize) -> Vec<String> {
        (0..n).map(|i| format!("{i}")).collect()
    }

    #[test]
    fn checks_what_it_is_given() {
        let new = |channels, height, width, bytes: usize, labels: &[u32]| {
            Pictures::new(channels, height, width, vec![0; bytes], labels, names(3))
        };
        assert!(new(1, 2, 3, 12, &[0, 2]).is_ok());
        assert!(new(2, 2, 3, 24, &[0, 2]).is_err());
        assert!(new(1, 2, 3, 11, &[0, 2]).is_err());
        assert!(new(1, 0, 3, 0, &[0, 2]).is_err());
        assert!(new(1, 2, 3, 0, &[]).is_err());
        assert!(new(1, 2, 3, 12, &[0, 3]).is_err());
        assert!(new(3, usize::MAX, usize::MAX, 12, &[0, 1]).is_err());
    }

    #[test]
    fn splits_each_class() {
        let labels: Vec<u32> = (0..100).map(|i| u32::from(i >= 90)).collect();
        let set = Pictures::new(1, 1, 1, (0..100).collect(), &labels, names(2)).unwrap();
        let (a, b) = set.split(3, 0.2);
        assert_eq!((a.counts(), b.counts()), (vec![72, 8], vec![18, 2]));
        let pixel = |set: &Pictures, i| set.picture(i).pixels[0];
        let mut all: Vec<u8> = (0..a.len()).map(|i| pixel(&a, i)).collect();
        all.extend((0..b.len()).map(|i| pixel(&b, i)));
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<u8>>());
        // The same seed, the same parts; another, others.
        let pixels = |seed| {
            let b = set.split(seed, 0.2).1;
            (0..b.len()).map(|i| pixel(&b, i)).collect::<Vec<_>>()
        };
        assert_eq!(pixels(3), pixels(3));
        assert_ne!(pixels(3), pixels(4));
        assert_eq!(set.split(3, 0.001).1.counts(), [1, 1]);
        assert_eq!(set.split(3, 0.0).1.len(), 0);
    }
}
