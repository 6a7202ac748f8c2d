//! Max and average pooling and their gradients, on the calling thread: a device gives each
//! thread a piece of the batch.
//!
//! Of one layer: `x` is (batch, C, H, W), `y` (batch, C, out h, out w). The position of a
//! maximum in its window, `p · kernel w + q`, is kept in [`index_bytes`](Pool2d::index_bytes) bytes an element of
//! `y`, little endian. Windows side by side that need no padding (the usual case) have
//! loops of their own (`tiled`).

mod average;
mod tiled;

pub(crate) use average::{LONG, is_partition};
pub use average::{avg_pool2d, avg_pool2d_grad, fast_average};
pub(crate) use tiled::is_pairs;

use core::ops::Range;

use nnplan::{Pool2d, Window};

use super::dispatch::avx2;
use super::window::{outputs, place, taps};
use super::wins;
use crate::Element;

/// Pixels of one channel of `x` and of `y`, checked against the slices.
fn planes(g: &Pool2d, batch: usize, x: usize, y: usize) -> (usize, usize) {
    let inputs = g.vertical.input * g.horizontal.input;
    let outputs = g.vertical.output * g.horizontal.output;
    assert_eq!(x, batch * g.channels * inputs, "pool2d: elements of the input");
    assert_eq!(y, batch * g.channels * outputs, "pool2d: elements of the output");
    (inputs, outputs)
}

fn put(indices: &mut [u8], bytes: usize, positions: &[u32]) {
    if bytes == 1 {
        for (index, position) in indices.iter_mut().zip(positions) {
            *index = *position as u8;
        }
        return;
    }
    for (index, position) in indices.chunks_exact_mut(bytes).zip(positions) {
        index.copy_from_slice(&position.to_le_bytes()[..bytes]);
    }
}

fn get(indices: &[u8], i: usize, bytes: usize) -> usize {
    let mut all = [0; 4];
    all[..bytes].copy_from_slice(&indices[i * bytes..(i + 1) * bytes]);
    u32::from_le_bytes(all) as usize
}

/// `y` = the maximum of each window; the first of equal ones, and NaN (the last) if there is
/// one. Padding counts as -∞.
///
/// `indices`, if given, takes the positions, for [`max_pool2d_grad`]. What `y` and
/// `indices` hold before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn max_pool2d<T: Element>(
    g: &Pool2d,
    batch: usize,
    x: &[T],
    y: &mut [T],
    indices: Option<&mut [u8]>,
) {
    let (inputs, outputs) = planes(g, batch, x.len(), y.len());
    let bytes = g.index_bytes();
    if let Some(indices) = &indices {
        assert_eq!(indices.len(), y.len() * bytes, "max_pool2d: bytes of the indices");
    }
    if is_pairs(g) {
        return match indices {
            Some(indices) => tiled::max_pairs_indices(g, x, y, indices),
            None => tiled::max_pairs(g, x, y),
        };
    }
    let mut none = [];
    let keep = indices.is_some();
    let indices = indices.unwrap_or(&mut none);
    let (v, h) = (&g.vertical, &g.horizontal);
    let whole = whole_columns(h);
    let mut positions = [0; BLOCK];
    for (plane, (x, y)) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)).enumerate() {
        for (row, y) in y.chunks_exact_mut(h.output).enumerate() {
            let down = taps(v, row);
            let mut column = 0;
            while column < h.output {
                let inside = whole.contains(&column) && !down.is_empty();
                let n = if inside { BLOCK.min(whole.end - column) } else { 1 };
                let (y, positions) = (&mut y[column..column + n], &mut positions[..n]);
                if inside {
                    whole_windows(g, x, row, column, down.clone(), y, positions);
                } else {
                    let across = taps(h, column);
                    (y[0], positions[0]) = window_maximum(g, x, row, column, down.clone(), across);
                }
                if keep {
                    let first = plane * outputs + row * h.output + column;
                    put(&mut indices[first * bytes..], bytes, positions);
                }
                column += n;
            }
        }
    }
}

/// Windows of one row that are taken together.
const BLOCK: usize = 64;

avx2! {
    /// The maxima of the windows from `column` on, which lie inside the image across, and
    /// their positions: tap after tap, for all of them.
    fn whole_windows<T>(
        g: &Pool2d,
        x: &[T],
        row: usize,
        column: usize,
        down: Range<usize>,
        maxima: &mut [T],
        positions: &mut [u32],
    ) = whole_windows_body;
}

#[inline(always)]
fn whole_windows_body<T: Element>(
    g: &Pool2d,
    x: &[T],
    row: usize,
    column: usize,
    down: Range<usize>,
    maxima: &mut [T],
    positions: &mut [u32],
) {
    let (v, h) = (&g.vertical, &g.horizontal);
    let reach = (maxima.len() - 1) * h.stride + 1;
    let first = down.start;
    for p in down {
        for q in 0..h.kernel {
            let line = &x[place(v, row, p) * h.input + place(h, column, q)..][..reach];
            let position = (p * h.kernel + q) as u32;
            // Side by side first, so that the selection has no branches.
            let mut taken = [T::ZERO; BLOCK];
            for (taken, x) in taken.iter_mut().zip(line.iter().step_by(h.stride)) {
                *taken = *x;
            }
            if p == first && q == 0 {
                maxima.copy_from_slice(&taken[..maxima.len()]);
                positions.fill(position);
                continue;
            }
            let windows = maxima.iter_mut().zip(positions.iter_mut()).zip(&taken);
            for ((maximum, best), x) in windows {
                let later = wins(*x, *maximum);
                *maximum = if later { *x } else { *maximum };
                *best = if later { position } else { *best };
            }
        }
    }
}

/// The outputs whose whole window lies inside the input. Divisions are for the others.
fn whole_columns(w: &Window) -> Range<usize> {
    let (first, last) = (outputs(w, 0), outputs(w, w.kernel - 1));
    first.start.max(last.start)..first.end.min(last.end)
}

/// The taps across; for a window inside the image without a division.
#[inline(always)]
fn columns(g: &Pool2d, whole: &Range<usize>, column: usize) -> Range<usize> {
    if whole.contains(&column) { 0..g.horizontal.kernel } else { taps(&g.horizontal, column) }
}

/// The maximum of the taps `down` × `across` of a window and its position.
#[inline(always)]
fn window_maximum<T: Element>(
    g: &Pool2d,
    x: &[T],
    row: usize,
    column: usize,
    down: Range<usize>,
    across: Range<usize>,
) -> (T, u32) {
    let (v, h) = (&g.vertical, &g.horizontal);
    if down.is_empty() || across.is_empty() {
        return (T::NEG_INFINITY, 0);
    }
    let first = place(h, column, across.start);
    let at = place(v, row, down.start) * h.input + first;
    let (mut maximum, mut position) = (x[at], down.start * h.kernel + across.start);
    for p in down {
        let line = &x[place(v, row, p) * h.input + first..];
        let line = &line[..(across.len() - 1) * h.dilation + 1];
        for (q, x) in line.iter().step_by(h.dilation).enumerate() {
            let later = wins(*x, maximum);
            maximum = if later { *x } else { maximum };
            position = if later { p * h.kernel + across.start + q } else { position };
        }
    }
    (maximum, position as u32)
}

/// `d_x`: each element of `d_y` goes to the maximum of its window; overlapping windows add,
/// in the order of `d_y`.
///
/// `indices` are those of [`max_pool2d`]. What `d_x` holds before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn max_pool2d_grad<T: Element>(
    g: &Pool2d,
    batch: usize,
    d_y: &[T],
    indices: &[u8],
    d_x: &mut [T],
) {
    let (inputs, outputs) = planes(g, batch, d_x.len(), d_y.len());
    let bytes = g.index_bytes();
    assert_eq!(indices.len(), d_y.len() * bytes, "max_pool2d: bytes of the indices");
    if is_pairs(g) {
        return tiled::max_pairs_grad(g, d_y, indices, d_x);
    }
    let (v, h) = (&g.vertical, &g.horizontal);
    d_x.fill(T::ZERO);
    let mut i = 0;
    for d_x in d_x.chunks_exact_mut(inputs) {
        for row in 0..v.output {
            for column in 0..h.output {
                let position = get(indices, i, bytes) as u32;
                let (p, q) = (position / h.kernel as u32, position % h.kernel as u32);
                // A window that lies in the padding alone has no maximum.
                if let (Some(y), Some(x)) = (inside(v, row, p), inside(h, column, q)) {
                    d_x[y * h.input + x] += d_y[i];
                }
                i += 1;
            }
        }
    }
    debug_assert_eq!(i * inputs, d_x.len() * outputs);
}

/// The place of tap `tap` of output `output`, unless it lies in the padding.
#[inline(always)]
fn inside(w: &Window, output: usize, tap: u32) -> Option<usize> {
    let place = (output * w.stride + tap as usize * w.dilation).wrapping_sub(w.before);
    (place < w.input).then_some(place)
}

#[cfg(all(test, feature = "std"))]
mod tests;
