//! Folders of pictures: a subfolder for each class, named after it, with PNG and JPEG
//! files in it, decoded to 8-bit RGB.
//!
//! The format of a file is told by its contents. Grey pictures become coloured ones, an
//! alpha channel is dropped, pictures are turned upright as their EXIF data says.

use super::pictures::Collector;
use super::{DataError, DataSet, Picture, Pictures, Source, file};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::boxed::Box;
use std::format;
use std::io::Cursor;
use std::path::Path;
use std::string::{String, ToString};
use std::sync::Arc;
use std::vec::Vec;

const READ: [&str; 3] = ["png", "jpg", "jpeg"];
const NOT_READ: [&str; 9] = ["webp", "gif", "bmp", "tif", "tiff", "avif", "heic", "jxl", "ppm"];
const TRAIN: [&str; 1] = ["train"];
const TEST: [&str; 4] = ["test", "val", "valid", "validation"];

/// The most pixels of a side of a picture.
pub const MAX_SIDE: u32 = 1 << 14;
/// The most bytes of a decoded picture, and of its file, 192 MiB: 67 million pixels of
/// colour. (A decoder may need twice as much again while it works.)
pub const MAX_DECODED: u64 = 192 << 20;
/// While both sides of a picture have twice as many pixels, it is averaged down by a
/// whole number: a set of photographs fits into memory, and bilinear resizing does not
/// skip most of their pixels.
pub const KEPT_SIDE: u32 = 256;

/// A picture decoded from a file, 3 channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    height: u32,
    width: u32,
    pixels: Vec<u8>,
}

impl Decoded {
    /// The picture.
    #[must_use]
    pub fn picture(&self) -> Picture<'_> {
        let (height, width) = (self.height as usize, self.width as usize);
        Picture { channels: 3, height, width, pixels: &self.pixels }
    }
}

/// Decodes a PNG or JPEG file to 8-bit RGB, and averages it down as [`KEPT_SIDE`] says.
///
/// # Errors
/// When the file is missing, not one of the two formats, damaged, or larger than
/// [`MAX_SIDE`] and [`MAX_DECODED`] allow.
pub fn decode(path: impl AsRef<Path>) -> Result<Decoded, DataError> {
    let path = path.as_ref();
    let image = decode_bytes(file::read(path, MAX_DECODED)?)
        .map_err(|source| DataError::Picture { path: path.into(), source })?
        .into_rgb8();
    let by = (image.width().min(image.height()) / KEPT_SIDE).max(1);
    let (height, width) = (image.height() / by, image.width() / by);
    Ok(Decoded { height, width, pixels: planes(image.as_raw(), image.width(), height, width, by) })
}

type Reason = Box<dyn core::error::Error + Send + Sync>;

fn decode_bytes(bytes: Vec<u8>) -> Result<DynamicImage, Reason> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    match reader.format() {
        Some(ImageFormat::Png | ImageFormat::Jpeg) => {}
        Some(format) => return Err(format!("the file is {format:?}").into()),
        None => return Err("the file begins like no picture".into()),
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODED);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    // `ImageReader::decode` would count the output, but not tell the orientation.
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    // A damaged EXIF block does not spoil the pixels.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// The planes of `height` x `width` averages over `by` x `by` pixels of interleaved RGB,
/// rounded to the nearest.
fn planes(rgb: &[u8], row: u32, height: u32, width: u32, by: u32) -> Vec<u8> {
    let [row, height, width, by] = [row, height, width, by].map(|n| n as usize);
    let mut out = Vec::with_capacity(3 * height * width);
    let area = by * by;
    for c in 0..3 {
        for y in 0..height {
            for x in 0..width {
                let mut sum = 0;
                for dy in 0..by {
                    let start = ((y * by + dy) * row + x * by) * 3 + c;
                    sum += (0..by).map(|dx| usize::from(rgb[start + 3 * dx])).sum::<usize>();
                }
                out.push(((sum + area / 2) / area) as u8);
            }
        }
    }
    out
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default()
}

fn is_picture(name: &str) -> bool {
    let end = extension(name);
    READ.contains(&&*end) || NOT_READ.contains(&&*end)
}

/// Whether a folder in here holds pictures, or is named `train`.
pub(super) fn is_present(dir: &Path, names: &[String]) -> bool {
    names.iter().map(|name| (name, dir.join(name))).any(|(name, path)| {
        path.is_dir()
            && (TRAIN.contains(&&**name)
                || file::list(&path).is_ok_and(|names| names.iter().any(|n| is_picture(n))))
    })
}

/// Reads `DIR/train/CLASS/*` and, where there is a `test` (or `val`, `valid`,
/// `validation`), `DIR/test/CLASS/*`; without a `train`, `DIR/CLASS/*` and no test set.
/// Classes are numbered in the byte order of their names.
///
/// # Errors
/// When there are fewer than two classes, a class is without pictures, a class of the test
/// set is not one of the training set, a picture is damaged or of a format that is not
/// read here, or the pixels are more than 4 GiB. Files that are no pictures are passed by.
pub fn read(dir: impl AsRef<Path>) -> Result<DataSet, DataError> {
    let dir = dir.as_ref();
    let part = |names: &[&str]| names.iter().map(|n| dir.join(n)).find(|path| path.is_dir());
    file::list(dir)?;
    let Some(train_dir) = part(&TRAIN) else {
        let train = read_classes(dir, &class_names(dir)?)?;
        return Ok(DataSet { train, test: None, source: Source::Folder });
    };
    let classes = class_names(&train_dir)?;
    let test_dir = part(&TEST);
    if let Some(dir) = &test_dir {
        let unknown = folders(dir)?.into_iter().find(|name| !classes.contains(name));
        if let Some(name) = unknown {
            return Err(DataError::Classes {
                path: dir.join(&name),
                expected: format!("one of the classes in `{}`", train_dir.display()),
                found: format!("`{name}`"),
                help: "give the folders of a class the same name in both",
            });
        }
    }
    let train = read_classes(&train_dir, &classes)?;
    let test = test_dir.map(|dir| read_classes(&dir, &classes)).transpose()?;
    Ok(DataSet { train, test, source: Source::Folder })
}

fn folders(dir: &Path) -> Result<Vec<String>, DataError> {
    let mut names = file::list(dir)?;
    names.retain(|name| dir.join(name).is_dir());
    Ok(names)
}

fn class_names(dir: &Path) -> Result<Arc<[String]>, DataError> {
    let classes = folders(dir)?;
    if classes.len() < 2 {
        return Err(DataError::Classes {
            path: dir.into(),
            expected: "a folder for each of two classes or more".into(),
            found: if classes.is_empty() { "none".into() } else { format!("`{}`", classes[0]) },
            help: "put the pictures of each class into a folder named after it",
        });
    }
    Ok(classes.into())
}

/// The pictures of those classes that have a folder in `dir`.
fn read_classes(dir: &Path, classes: &Arc<[String]>) -> Result<Pictures, DataError> {
    let present = folders(dir)?;
    let mut collector = Collector::new();
    for (label, class) in classes.iter().enumerate().filter(|(_, class)| present.contains(class)) {
        read_class(&dir.join(class), label as u32, &mut collector)?;
    }
    if collector.bytes() == 0 {
        let found = "no folder of a class".into();
        return Err(DataError::Empty { path: dir.into(), expected: EXPECTED, found });
    }
    Ok(collector.finish(classes.clone()))
}

const EXPECTED: &str = "PNG or JPEG pictures (`.png`, `.jpg`, `.jpeg`)";

fn read_class(dir: &Path, label: u32, collector: &mut Collector) -> Result<(), DataError> {
    let names = file::list(dir)?;
    let before = collector.bytes();
    for name in names.iter().filter(|name| is_picture(name)) {
        let path = dir.join(name);
        if NOT_READ.contains(&&*extension(name)) {
            return Err(DataError::Format { path });
        }
        let Decoded { height, width, pixels } = decode(&path)?;
        let bytes = collector.bytes() + pixels.len() as u64;
        if bytes > file::MAX_SET {
            let limit = file::MAX_SET;
            return Err(DataError::TooLarge { path: dir.into(), bytes, limit });
        }
        collector.push(height, width, &pixels, label);
    }
    if collector.bytes() == before {
        let found = match names.first() {
            None => "an empty folder".to_string(),
            Some(first) => format!("{} entries, the first `{first}`", names.len()),
        };
        return Err(DataError::Empty { path: dir.into(), expected: EXPECTED, found });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_of_two_pixels() {
        let rgb = [1, 2, 3, 4, 5, 6];
        assert_eq!(planes(&rgb, 2, 1, 2, 1), [1, 4, 2, 5, 3, 6]);
    }

    #[test]
    fn averages_round_to_the_nearest() {
        // 2 x 3 pixels, of which the last column is cut off; red only.
        let red = [0, 1, 9, 2, 3, 9];
        let rgb: Vec<u8> = red.iter().flat_map(|&r| [r, 0, 255]).collect();
        assert_eq!(planes(&rgb, 3, 1, 1, 2), [2, 0, 255]); // 6 / 4 = 1.5
    }

    #[test]
    fn extensions() {
        assert!(is_picture("a.PNG") && is_picture("a.b.jpeg") && is_picture("a.webp"));
        assert!(!is_picture("Thumbs.db") && !is_picture("png"));
    }
}
