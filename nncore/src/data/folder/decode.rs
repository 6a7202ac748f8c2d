//! From a PNG or JPEG file to 8-bit RGB, in bounded memory.

use super::super::{DataError, Picture, file, jpeg};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::boxed::Box;
use std::format;
use std::io::Cursor;
use std::path::Path;
use std::vec::Vec;

/// The most pixels of a side of a picture.
pub const MAX_SIDE: u32 = 1 << 14;
/// The most bytes of a picture as 8-bit RGB, of what its decoder makes of it (grey, with
/// alpha, of 16 bits), and of its file: 192 MiB, or 67 million pixels of colour.
pub const MAX_DECODED: u64 = 192 << 20;
/// The most bytes that [`decode`] holds at a time: 768 MiB. That is the file, twice for a
/// JPEG, what is decoded, twice while it is turned upright, and all coefficients of a
/// progressive JPEG (2 bytes each). What a file needs follows from its header, before
/// anything is decoded.
pub const MAX_WORKING: u64 = 4 * MAX_DECODED;
/// While both sides of a picture have twice as many pixels, it is averaged down by a
/// whole number: a set of photographs fits into memory, and bilinear resizing does not
/// skip most of their pixels.
pub const KEPT_SIDE: u32 = 256;

/// A picture decoded from a file, 3 channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    height: usize,
    width: usize,
    pixels: Vec<u8>,
}

impl Decoded {
    /// The picture.
    #[must_use]
    pub fn picture(&self) -> Picture<'_> {
        let Self { height, width, pixels } = self;
        Picture { channels: 3, height: *height, width: *width, pixels }
    }
}

/// Decodes a PNG or JPEG file to 8-bit RGB, and averages it down as [`KEPT_SIDE`] says.
///
/// A JPEG must be whole: its data, too, which most decoders complete with grey. What follows
/// its end is ignored, as it is by libjpeg.
///
/// # Errors
/// When the file is missing, not one of the two formats, damaged, cut short, or larger than
/// [`MAX_SIDE`], [`MAX_DECODED`] and [`MAX_WORKING`] allow.
pub fn decode(path: impl AsRef<Path>) -> Result<Decoded, DataError> {
    let path = path.as_ref();
    let image = decode_bytes(&file::read(path, MAX_DECODED)?).map_err(|fault| match fault {
        Fault::TooLarge { bytes, limit } => DataError::TooLarge { path: path.into(), bytes, limit },
        Fault::Damaged(source) => DataError::Picture { path: path.into(), source },
    })?;
    Ok(averaged(image))
}

/// Why bytes are not decoded.
#[derive(Debug)]
enum Fault {
    TooLarge { bytes: u64, limit: u64 },
    Damaged(Box<dyn core::error::Error + Send + Sync>),
}

impl<E: Into<Box<dyn core::error::Error + Send + Sync>>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Damaged(error.into())
    }
}

fn check_limit(bytes: u64, limit: u64) -> Result<(), Fault> {
    if bytes > limit { Err(Fault::TooLarge { bytes, limit }) } else { Ok(()) }
}

fn decode_bytes(bytes: &[u8]) -> Result<DynamicImage, Fault> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let is_jpeg = match reader.format() {
        Some(ImageFormat::Png) => false,
        Some(ImageFormat::Jpeg) => true,
        Some(format) => return Err(format!("the file is {format:?}").into()),
        None => return Err("the file begins like no picture".into()),
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODED);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let decoded = decoder.total_bytes();
    // Grey and 16-bit pictures become RGB in pieces: only one whole copy is held.
    check_limit((u64::from(width) * u64::from(height) * 3).max(decoded), MAX_DECODED)?;
    // A damaged EXIF block does not spoil the pixels.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut working = bytes.len() as u64 + 2 * decoded;
    if is_jpeg {
        working += bytes.len() as u64 + jpeg::check(bytes)?;
    }
    check_limit(working, MAX_WORKING)?;
    limits.reserve(decoded)?;
    decoder.set_limits(limits)?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// Pixels that are converted to RGB at a time: 3 MiB of them.
const STRIP: u32 = 1 << 20;

/// The planes of a picture, averaged down as [`KEPT_SIDE`] says.
fn averaged(image: DynamicImage) -> Decoded {
    let by = (image.width().min(image.height()) / KEPT_SIDE).max(1);
    averaged_by(image, by, STRIP)
}

/// The planes of averages over `by` x `by` pixels, rounded to the nearest; rows and columns
/// that are left over are cut off. `strip` pixels or more are converted at a time.
fn averaged_by(image: DynamicImage, by: u32, strip: u32) -> Decoded {
    let (row, rows) = (image.width(), image.height());
    let (height, width) = ((rows / by) as usize, (row / by) as usize);
    let mut out = Decoded { height, width, pixels: std::vec![0; 3 * height * width] };
    if let DynamicImage::ImageRgb8(rgb) = &image {
        average(rgb.as_raw(), row, by, 0, &mut out);
        return out;
    }
    let step = (strip / row).max(1).next_multiple_of(by);
    for first in (0..rows / by * by).step_by(step as usize) {
        let part = image.crop_imm(0, first, row, step.min(rows - first)).into_rgb8();
        average(part.as_raw(), row, by, (first / by) as usize, &mut out);
    }
    out
}

/// Averages interleaved RGB in rows of `row` pixels, and writes the rows from `first` on.
fn average(rgb: &[u8], row: u32, by: u32, first: usize, out: &mut Decoded) {
    let [row, by] = [row, by].map(|n| n as usize);
    let Decoded { height, width, pixels } = out;
    let area = by * by;
    for (c, plane) in pixels.chunks_exact_mut(*height * *width).enumerate() {
        let lines = plane.chunks_exact_mut(*width).skip(first);
        for (line, block) in lines.zip(rgb.chunks_exact(3 * row * by)) {
            for (x, out) in line.iter_mut().enumerate() {
                let mut sum = 0;
                for dy in 0..by {
                    let start = (dy * row + x * by) * 3 + c;
                    sum += (0..by).map(|dx| usize::from(block[start + 3 * dx])).sum::<usize>();
                }
                *out = ((sum + area / 2) / area) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GrayAlphaImage, GrayImage, RgbImage};

    fn planes(row: u32, rows: u32, by: u32, rgb: &[u8]) -> Vec<u8> {
        let image = RgbImage::from_raw(row, rows, rgb.into()).unwrap();
        averaged_by(image.into(), by, STRIP).pixels
    }

    #[test]
    fn planes_of_two_pixels() {
        assert_eq!(planes(2, 1, 1, &[1, 2, 3, 4, 5, 6]), [1, 4, 2, 5, 3, 6]);
    }

    #[test]
    fn averages_round_to_the_nearest() {
        // 2 x 3 pixels, of which the last column is cut off; red only.
        let red = [0, 1, 9, 2, 3, 9];
        let rgb: Vec<u8> = red.iter().flat_map(|&r| [r, 0, 255]).collect();
        assert_eq!(planes(3, 2, 2, &rgb), [2, 0, 255]); // 6 / 4 = 1.5
    }

    #[test]
    fn strips_are_the_whole() {
        let (row, rows) = (7, 23);
        let grey = GrayImage::from_fn(row, rows, |x, y| image::Luma([(x * 31 + y * 17) as u8]));
        let alpha = GrayAlphaImage::from_fn(row, rows, |x, y| {
            image::LumaA([grey.get_pixel(x, y).0[0], x as u8])
        });
        let wide = DynamicImage::from(grey.clone()).into_luma16();
        for image in [DynamicImage::from(grey), alpha.into(), wide.into()] {
            let whole = DynamicImage::from(image.to_rgb8());
            for by in [1, 2, 3, 7] {
                let expected = averaged_by(whole.clone(), by, STRIP);
                assert_eq!(expected.picture().height, (rows / by) as usize);
                for strip in [1, 8, 20, STRIP] {
                    assert_eq!(averaged_by(image.clone(), by, strip), expected, "{by} {strip}");
                }
            }
        }
    }
}
