//! From a picture's bytes to a network's input: resized, standardised, augmented.

use super::draws::Draws;
use super::{Picture, Pictures};
use core::ops::Range;
use std::vec::Vec;

/// How pictures become inputs: their size, and what is subtracted from and divided out of
/// each channel. A network must be used with the preprocessing that it was trained with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preprocessing {
    /// Mean of each channel, of pixel values from 0 to 1.
    pub mean: [f32; 3],
    /// Standard deviation of each channel, of pixel values from 0 to 1; not 0.
    pub std: [f32; 3],
    /// Rows of an input.
    pub height: usize,
    /// Columns of an input.
    pub width: usize,
}

/// Random changes to training pictures. All of them off: [`Augment::NONE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Augment {
    /// Moves the picture by up to so many pixels of the input up or down and left or
    /// right; what moves in is the mean. (The same as padding by `shift` with the mean,
    /// then cropping at random.)
    pub shift: usize,
    /// Mirrors every second picture left to right.
    pub flip: bool,
    /// Takes a window whose sides are shorter by up to so many pixels of the input, at a
    /// random place, and enlarges it to the whole input.
    pub crop: usize,
}

impl Augment {
    /// No change.
    pub const NONE: Self = Self { shift: 0, flip: false, crop: 0 };
}

/// Mean and standard deviation of each channel of a set, as [`Preprocessing`] for inputs of
/// `height` x `width`.
///
/// Every picture weighs the same, whatever its size. The deviation is of the
/// population (divided by n). A grey set has the same numbers thrice. Where a channel is
/// constant the deviation is 1. Sums of bytes are exact, so the numbers do not depend on the machine.
#[must_use]
pub fn statistics(pictures: &Pictures, height: usize, width: usize) -> Preprocessing {
    let mut sums = [(0.0, 0.0); 3];
    for i in 0..pictures.len() {
        let Picture { pixels, height, width, .. } = pictures.picture(i);
        let n = (height * width) as f64;
        for (plane, sum) in pixels.chunks_exact(height * width).zip(&mut sums) {
            let (total, squares) = sums_of(plane);
            sum.0 += total as f64 / n;
            sum.1 += squares as f64 / n;
        }
    }
    if pictures.channels() == 1 {
        sums = [sums[0]; 3];
    }
    let n = pictures.len().max(1) as f64;
    let mean = sums.map(|(total, _)| total / n);
    let variance = sums.map(|(total, squares)| squares / n - (total / n) * (total / n));
    Preprocessing {
        mean: mean.map(|mean| (mean / 255.0) as f32),
        // Below a millionth of a grey level it is the rounding of the sums.
        std: variance.map(|v| if v > 1e-6 { (v.sqrt() / 255.0) as f32 } else { 1.0 }),
        height,
        width,
    }
}

/// Sum and sum of squares.
fn sums_of(bytes: &[u8]) -> (u64, u64) {
    bytes.chunks(1 << 16).fold((0, 0), |(total, squares), chunk| {
        // 2^16 squares of at most 255^2 stay below 2^32.
        let part = chunk.iter().fold((0u32, 0u32), |(total, squares), &byte| {
            (total + u32::from(byte), squares + u32::from(byte) * u32::from(byte))
        });
        (total + u64::from(part.0), squares + u64::from(part.1))
    })
}

impl Preprocessing {
    /// Elements of an input: `3 * height * width`.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "no container")]
    pub const fn len(&self) -> usize {
        3 * self.height * self.width
    }

    /// `out[c][y][x] = (pixel / 255 - mean[c]) / std[c]`, resized.
    ///
    /// `out`: (3, height, width), every element written. A grey picture fills all three
    /// channels. Resizing is bilinear with half-pixel centres and without antialiasing:
    /// PyTorch's `interpolate(…, mode="bilinear", align_corners=False)`.
    ///
    /// # Panics
    /// Unless `out.len() == self.len()`, or when the picture's fields contradict each
    /// other.
    pub fn apply(&self, picture: Picture<'_>, out: &mut [f32]) {
        self.apply_view(picture, &View::WHOLE, out);
    }

    /// [`apply`](Self::apply) after a random change; equal keys, equal changes.
    ///
    /// # Panics
    /// As [`apply`](Self::apply) does.
    pub fn apply_augmented(
        &self,
        picture: Picture<'_>,
        augment: Augment,
        key: u64,
        out: &mut [f32],
    ) {
        self.apply_view(picture, &View::draw(augment, self.height, self.width, key), out);
    }

    fn apply_view(&self, picture: Picture<'_>, view: &View, out: &mut [f32]) {
        assert_eq!(out.len(), self.len(), "elements of an input");
        let Picture { channels, height, width, pixels } = picture;
        assert!(
            (channels == 1 || channels == 3)
                && height * width > 0
                && pixels.len() == channels * height * width,
            "{channels} x {height} x {width} with {} bytes",
            pixels.len(),
        );
        let rows = Axis::new(height, self.height, view.rows);
        let columns = Axis::new(width, self.width, view.columns);
        let (mut y_taps, mut x_taps) = (Vec::new(), Vec::new());
        if !(rows.is_copy() && columns.is_copy()) {
            y_taps = rows.taps();
            x_taps = columns.taps();
        }
        for (c, out) in out.chunks_exact_mut(self.height * self.width).enumerate() {
            let plane = &pixels[if channels == 1 { 0 } else { c } * height * width..];
            let plane = Plane { bytes: &plane[..height * width], width };
            // (pixel / 255 - mean) / std = pixel * scale + offset
            let scale = 1.0 / (255.0 * self.std[c]);
            let offset = -self.mean[c] / self.std[c];
            for (y, out) in out.chunks_exact_mut(self.width).enumerate() {
                if !rows.covered.contains(&y) {
                    out.fill(0.0);
                    continue;
                }
                let (left, rest) = out.split_at_mut(columns.covered.start);
                let (middle, right) = rest.split_at_mut(columns.covered.len());
                left.fill(0.0);
                right.fill(0.0);
                match y_taps.get(y - rows.covered.start) {
                    Some(tap) => plane.resample(tap, &x_taps, middle),
                    None => plane.copy(&rows, &columns, y, middle),
                }
                middle.iter_mut().for_each(|x| *x = *x * scale + offset);
            }
        }
    }
}

/// What an axis of the input shows of an axis of the picture: the part that begins at
/// `start` and is `part` long (both fractions of the whole), mirrored, then moved.
#[derive(Clone, Copy)]
struct Stretch {
    start: f32,
    part: f32,
    mirror: bool,
    shift: isize,
}

struct View {
    rows: Stretch,
    columns: Stretch,
}

impl View {
    const WHOLE: Self = {
        let whole = Stretch { start: 0.0, part: 1.0, mirror: false, shift: 0 };
        Self { rows: whole, columns: whole }
    };

    /// Always the same number of draws, so that switching one change on or off leaves the
    /// others as they are.
    fn draw(augment: Augment, height: usize, width: usize, key: u64) -> Self {
        let mut draws = Draws::new(key);
        let shifts = [draws.around_zero(augment.shift), draws.around_zero(augment.shift)];
        let mirror = draws.coin() && augment.flip;
        let cut = draws.below(augment.crop + 1) as f32 / height.min(width).max(1) as f32;
        let part = 1.0 - cut.min(0.9); // something of the picture always stays
        let mut axis =
            |mirror, shift| Stretch { start: (1.0 - part) * draws.unit(), part, mirror, shift };
        Self { rows: axis(false, shifts[0]), columns: axis(mirror, shifts[1]) }
    }
}

/// An axis of `target` elements that shows an axis of `source` pixels.
struct Axis {
    source: usize,
    target: usize,
    /// The elements that show the picture; the others are fill.
    covered: Range<usize>,
    stretch: Stretch,
}

/// `(1 - weight) * pixel[low] + weight * pixel[high]`
struct Tap {
    low: usize,
    high: usize,
    weight: f32,
}

impl Axis {
    fn new(source: usize, target: usize, stretch: Stretch) -> Self {
        let moved = stretch.shift.unsigned_abs().min(target);
        let covered = if stretch.shift >= 0 { moved..target } else { 0..target - moved };
        Self { source, target, covered, stretch }
    }

    /// Whether every element shows exactly one pixel.
    fn is_copy(&self) -> bool {
        self.source == self.target && self.stretch.part == 1.0
    }

    /// The element that `i` would be without the shift and the mirror.
    fn origin(&self, i: usize) -> usize {
        let unmoved = i.wrapping_add_signed(-self.stretch.shift);
        if self.stretch.mirror { self.target - 1 - unmoved } else { unmoved }
    }

    /// The taps of the covered elements.
    fn taps(&self) -> Vec<Tap> {
        let source = self.source as f32;
        let scale = self.stretch.part * source / self.target as f32;
        let start = self.stretch.start * source;
        let tap = |i| {
            let at = start + (self.origin(i) as f32 + 0.5) * scale - 0.5;
            let at = at.clamp(0.0, source - 1.0);
            let low = (at as usize).min(self.source - 1);
            Tap { low, high: (low + 1).min(self.source - 1), weight: at - low as f32 }
        };
        self.covered.clone().map(tap).collect()
    }
}

struct Plane<'a> {
    bytes: &'a [u8],
    width: usize,
}

impl Plane<'_> {
    fn row(&self, y: usize) -> &[u8] {
        &self.bytes[y * self.width..(y + 1) * self.width]
    }

    fn resample(&self, y: &Tap, taps: &[Tap], out: &mut [f32]) {
        let (above, below) = (self.row(y.low), self.row(y.high));
        for (out, x) in out.iter_mut().zip(taps) {
            let across = |row: &[u8]| {
                (1.0 - x.weight) * f32::from(row[x.low]) + x.weight * f32::from(row[x.high])
            };
            *out = (1.0 - y.weight) * across(above) + y.weight * across(below);
        }
    }

    fn copy(&self, rows: &Axis, columns: &Axis, y: usize, out: &mut [f32]) {
        let row = self.row(rows.origin(y));
        if out.is_empty() {
            return;
        }
        let ends = [columns.covered.start, columns.covered.end - 1].map(|x| columns.origin(x));
        let bytes = &row[ends[0].min(ends[1])..=ends[0].max(ends[1])];
        if columns.stretch.mirror {
            out.iter_mut().zip(bytes.iter().rev()).for_each(|(x, &byte)| *x = byte.into());
        } else {
            out.iter_mut().zip(bytes).for_each(|(x, &byte)| *x = byte.into());
        }
    }
}

#[cfg(test)]
#[path = "transform_tests.rs"]
mod tests;
