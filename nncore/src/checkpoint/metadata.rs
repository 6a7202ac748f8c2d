//! What a weight file says besides its tensors: `__metadata__`, a map from strings to strings.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::CheckpointError;
use super::json::{self, Reader};

/// Holds the CRC-32 of the tensor bytes.
pub(super) const CHECKSUM: &str = "nncore.checksum";
const NETWORK: &str = "nncore.network";
const CLASSES: &str = "nncore.classes";
const MEAN: &str = "nncore.mean";
const STD: &str = "nncore.std";
const HEIGHT: &str = "nncore.height";
const WIDTH: &str = "nncore.width";

/// The entries of a weight file beside its tensors, sorted by key: strings under strings.
///
/// Entries this library does not know survive loading and saving. Its own keys start with
/// `nncore.`; `nncore.checksum` belongs to the file and not to what is in it, so
/// [`save`](super::save) writes it anew and [`load`](super::load) leaves it out.
///
/// ```
/// use nncore::checkpoint::{Metadata, Preprocessing};
/// # fn main() -> Result<(), nncore::checkpoint::CheckpointError> {
/// let mut metadata = Metadata::new();
/// metadata.set_network("ConvNet");
/// metadata.set_classes(&["cat", "dog"]);
/// metadata.set_preprocessing(&Preprocessing::new(&[0.5; 3], &[0.25; 3], 56, 56)?);
/// metadata.set("format", "pt"); // a free entry
///
/// assert_eq!(metadata.get("format"), Some("pt"));
/// assert_eq!(metadata.get("nncore.mean"), Some("[0.5, 0.5, 0.5]"));
/// assert_eq!(metadata.classes()?.unwrap(), ["cat", "dog"]);
/// assert_eq!(metadata.preprocessing()?.unwrap().height(), 56);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    entries: BTreeMap<String, String>,
}

impl Metadata {
    /// No entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn from_entries(mut entries: BTreeMap<String, String>) -> Self {
        entries.remove(CHECKSUM);
        Self { entries }
    }

    pub(super) fn entries(&self) -> &BTreeMap<String, String> {
        &self.entries
    }

    /// Sets an entry; returns the value it had.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<String>) -> Option<String> {
        self.entries.insert(key.into(), value.into())
    }

    /// An entry.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.get(key).map(String::as_str)
    }

    /// Removes an entry; returns the value it had.
    pub fn remove(&mut self, key: &str) -> Option<String> {
        self.entries.remove(key)
    }

    /// All entries, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The name of the network, as its `network!` declares it.
    #[must_use]
    pub fn network(&self) -> Option<&str> {
        self.get(NETWORK)
    }

    /// Sets the name of the network.
    pub fn set_network(&mut self, name: &str) {
        self.set(NETWORK, name);
    }

    /// The names of the classes, in the order of the network's outputs.
    ///
    /// # Errors
    /// When the entry is not a JSON list of strings.
    pub fn classes(&self) -> Result<Option<Vec<String>>, CheckpointError> {
        self.read(CLASSES, "a JSON list of strings: `[\"cat\", \"dog\"]`", |reader| {
            reader.list(|item| Ok(item.string("a string in quotes")?.into_owned()))
        })
    }

    /// Sets the names of the classes, in the order of the network's outputs.
    pub fn set_classes<S: AsRef<str>>(&mut self, classes: &[S]) {
        let mut text = String::from("[");
        for (i, class) in classes.iter().enumerate() {
            if i > 0 {
                text.push_str(", ");
            }
            json::write_string(&mut text, class.as_ref());
        }
        text.push(']');
        self.set(CLASSES, text);
    }

    /// What is done to an image before the network sees it; nothing when the file has none of
    /// the four entries `nncore.mean`, `nncore.std`, `nncore.height`, `nncore.width`.
    ///
    /// # Errors
    /// When only some of the four are there, or one is not what [`Preprocessing`] demands.
    pub fn preprocessing(&self) -> Result<Option<Preprocessing>, CheckpointError> {
        let keys = [MEAN, STD, HEIGHT, WIDTH];
        if keys.iter().all(|key| self.get(key).is_none()) {
            return Ok(None);
        }
        if let Some(missing) = keys.iter().find(|key| self.get(key).is_none()) {
            let expected = "this entry, since others of mean, std, height and width are there";
            return Err(malformed(missing, expected, "no such entry"));
        }
        let numbers = "a JSON list of finite numbers, one a channel: `[0.5, 0.5, 0.5]`";
        let pixels = "a number of pixels: `224`";
        let mean = self.read(MEAN, numbers, |reader| reader.list(Reader::decimal))?;
        let std = self.read(STD, numbers, |reader| reader.list(Reader::decimal))?;
        let height = self.read(HEIGHT, pixels, |reader| reader.whole("digits"))?;
        let width = self.read(WIDTH, pixels, |reader| reader.whole("digits"))?;
        let size = |key, pixels: Option<u64>| {
            usize::try_from(pixels.unwrap_or_default())
                .map_err(|_| malformed(key, "a size that fits the address space", "a larger one"))
        };
        Preprocessing::new(
            &mean.unwrap_or_default(),
            &std.unwrap_or_default(),
            size(HEIGHT, height)?,
            size(WIDTH, width)?,
        )
        .map(Some)
    }

    /// Sets what is done to an image before the network sees it.
    pub fn set_preprocessing(&mut self, preprocessing: &Preprocessing) {
        // `{:?}` writes a float with the fewest digits that read back as the same number.
        self.set(MEAN, format!("{:?}", preprocessing.mean));
        self.set(STD, format!("{:?}", preprocessing.std));
        self.set(HEIGHT, preprocessing.height.to_string());
        self.set(WIDTH, preprocessing.width.to_string());
    }

    /// Reads the whole of an entry, if it is there.
    fn read<T>(
        &self,
        key: &str,
        expected: &str,
        parse: impl FnOnce(&mut Reader<'_>) -> Result<T, json::Fault>,
    ) -> Result<Option<T>, CheckpointError> {
        let Some(text) = self.get(key) else { return Ok(None) };
        let mut reader = Reader::new(text);
        let value = parse(&mut reader).and_then(|value| reader.end().map(|()| value));
        value.map(Some).map_err(|fault| {
            let found = format!("`{}` ({} at byte {})", json::clip(text), fault.found, fault.at);
            malformed(key, expected, found)
        })
    }
}

/// The most that a pixel may become: a standard deviation of a thousandth of a grey level of 256 is far above it. Beyond,
/// a network's numbers may overflow, and what it tells is NaN.
const MOST: f32 = 1e6;

fn malformed(key: &str, expected: &str, found: impl Into<String>) -> CheckpointError {
    CheckpointError::Metadata { key: key.into(), expected: expected.into(), found: found.into() }
}

/// What is done to an image before the network sees it: it is resized to `height` by `width`,
/// and channel `c` becomes `(value / 255 - mean[c]) / std[c]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Preprocessing {
    mean: Vec<f32>,
    std: Vec<f32>,
    height: usize,
    width: usize,
}

impl Preprocessing {
    /// `mean` and `std` per channel, of values between 0 and 1; sizes in pixels.
    ///
    /// # Errors
    /// When `mean` and `std` are empty or differ in length, a number is not finite, a `std` is
    /// not above 0, a pixel would become a number beyond ± a million, or a size is 0.
    pub fn new(
        mean: &[f32],
        std: &[f32],
        height: usize,
        width: usize,
    ) -> Result<Self, CheckpointError> {
        if mean.is_empty() || !mean.iter().all(|value| value.is_finite()) {
            return Err(malformed(MEAN, "a finite number per channel", format!("{mean:?}")));
        }
        if std.len() != mean.len() {
            let expected = format!("{} numbers, as many as `{MEAN}`", mean.len());
            return Err(malformed(STD, &expected, format!("{} numbers", std.len())));
        }
        if !std.iter().all(|value| value.is_finite() && *value > 0.0) {
            return Err(malformed(STD, "finite numbers above 0", format!("{std:?}")));
        }
        let is_moderate = |(mean, std): (&f32, &f32)| {
            [0.0, 1.0].iter().all(|value| ((value - mean) / std).abs() <= MOST)
        };
        if !mean.iter().zip(std).all(is_moderate) {
            let expected = format!("numbers by which `(value - mean) / std` is at most {MOST:e}");
            return Err(malformed(STD, &expected, format!("{std:?}, of the mean {mean:?}")));
        }
        for (key, size) in [(HEIGHT, height), (WIDTH, width)] {
            if size == 0 {
                return Err(malformed(key, "at least 1 pixel", "0"));
            }
        }
        Ok(Self { mean: mean.into(), std: std.into(), height, width })
    }

    /// The mean of each channel.
    #[must_use]
    pub fn mean(&self) -> &[f32] {
        &self.mean
    }

    /// The standard deviation of each channel.
    #[must_use]
    pub fn std(&self) -> &[f32] {
        &self.std
    }

    /// Rows of pixels.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Columns of pixels.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }
}
