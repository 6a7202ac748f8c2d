//! Patches of an image as the columns of a matrix, and back.
//!
//! The matrix of a group is (channels · kernel h · kernel w, out h · out w): row (c, p, q)
//! is channel c, moved by the tap (p, q), with zeros where the tap lies in the padding.

use core::ops::Range;

use nnplan::Conv2d;

use crate::Element;
use crate::kernels::window::{outputs, place};

/// One row of the matrix: its channel and where its tap lies inside.
struct Tap {
    channel: usize,
    vertical: usize,
    horizontal: usize,
    rows: Range<usize>,
    columns: Range<usize>,
}

fn taps(g: &Conv2d) -> impl Iterator<Item = Tap> {
    let (v, h) = (g.vertical, g.horizontal);
    (0..g.group_in()).flat_map(move |channel| {
        (0..v.kernel).flat_map(move |vertical| {
            (0..h.kernel).map(move |horizontal| Tap {
                channel,
                vertical,
                horizontal,
                rows: outputs(&v, vertical),
                columns: outputs(&h, horizontal),
            })
        })
    })
}

/// Where a row of the matrix is a stretch of its channel (stride 1, rows of one length):
/// the first pixel of the matrix and of the channel, and the length. Pixels of the
/// stretch left and right of `tap.columns` come from neighbouring rows.
fn stretch(g: &Conv2d, tap: &Tap) -> Option<(usize, usize, usize)> {
    let (v, h) = (&g.vertical, &g.horizontal);
    if v.stride != 1 || h.stride != 1 || h.output != h.input {
        return None;
    }
    if tap.rows.is_empty() || tap.columns.is_empty() {
        return Some((0, 0, 0));
    }
    let width = h.output;
    // From the first pixel inside to the last.
    let start = tap.rows.start * width + tap.columns.start;
    let end = (tap.rows.end - 1) * width + tap.columns.end;
    let from = place(v, tap.rows.start, tap.vertical) * width
        + place(h, tap.columns.start, tap.horizontal);
    Some((start, from, end - start))
}

/// Sets what a stretch brought from neighbouring rows to 0.
fn clear_sides<T: Element>(row: &mut [T], width: usize, tap: &Tap) {
    if tap.columns.len() == width {
        return;
    }
    for line in row.chunks_exact_mut(width) {
        for x in &mut line[..tap.columns.start] {
            *x = T::ZERO;
        }
        for x in &mut line[tap.columns.end..] {
            *x = T::ZERO;
        }
    }
}

/// Writes the whole of `matrix`.
pub(super) fn im2col<T: Element>(g: &Conv2d, x: &[T], matrix: &mut [T]) {
    let (v, h) = (&g.vertical, &g.horizontal);
    for (tap, row) in taps(g).zip(matrix.chunks_exact_mut(g.out_pixels())) {
        let plane = &x[tap.channel * g.in_pixels()..][..g.in_pixels()];
        if let Some((start, from, len)) = stretch(g, &tap) {
            row[..start].fill(T::ZERO);
            row[start..start + len].copy_from_slice(&plane[from..from + len]);
            row[start + len..].fill(T::ZERO);
            clear_sides(row, h.output, &tap);
            continue;
        }
        for (i, line) in row.chunks_exact_mut(h.output).enumerate() {
            if !tap.rows.contains(&i) || tap.columns.is_empty() {
                line.fill(T::ZERO);
                continue;
            }
            let from = &plane[place(v, i, tap.vertical) * h.input..][..h.input];
            let from = &from[place(h, tap.columns.start, tap.horizontal)..];
            line[..tap.columns.start].fill(T::ZERO);
            line[tap.columns.end..].fill(T::ZERO);
            let line = &mut line[tap.columns.clone()];
            if h.stride == 1 {
                line.copy_from_slice(&from[..line.len()]);
            } else {
                for (x, from) in line.iter_mut().zip(from.iter().step_by(h.stride)) {
                    *x = *from;
                }
            }
        }
    }
}

/// Adds each element of the matrix to the pixel it came from; overwrites the matrix.
pub(super) fn col2im<T: Element>(g: &Conv2d, matrix: &mut [T], d_x: &mut [T]) {
    let (v, h) = (&g.vertical, &g.horizontal);
    for (tap, row) in taps(g).zip(matrix.chunks_exact_mut(g.out_pixels())) {
        let plane = &mut d_x[tap.channel * g.in_pixels()..][..g.in_pixels()];
        if let Some((start, to, len)) = stretch(g, &tap) {
            clear_sides(row, h.output, &tap);
            add(&mut plane[to..to + len], &row[start..start + len]);
            continue;
        }
        if tap.columns.is_empty() {
            continue;
        }
        for i in tap.rows.clone() {
            let line = &row[i * h.output..][tap.columns.clone()];
            let to = &mut plane[place(v, i, tap.vertical) * h.input..][..h.input];
            let to = &mut to[place(h, tap.columns.start, tap.horizontal)..];
            if h.stride == 1 {
                add(&mut to[..line.len()], line);
            } else {
                for (x, d) in to.iter_mut().step_by(h.stride).zip(line) {
                    *x += *d;
                }
            }
        }
    }
}

fn add<T: Element>(x: &mut [T], d: &[T]) {
    for (x, d) in x.iter_mut().zip(d) {
        *x += *d;
    }
}
