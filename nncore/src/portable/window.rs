//! Sliding windows: which pixel lies under a tap. No bounds of loops are computed ahead, since that needs divisions.

use nnplan::Window;

/// The pixel of a plane under tap `(p, q)` of output `(i, j)`, unless that lies in the padding.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn pixel(
    v: &Window,
    h: &Window,
    [i, j]: [usize; 2],
    [p, q]: [usize; 2],
) -> Option<usize> {
    let (row, column) = (place(v, i, p), place(h, j, q));
    if row < v.input && column < h.input { Some(row * h.input + column) } else { None }
}

/// The place of tap `tap` of output `output`: one past the input where it lies in the padding before it.
#[cfg_attr(not(debug_assertions), inline(always))]
fn place(w: &Window, output: usize, tap: usize) -> usize {
    (output * w.stride + tap * w.dilation).wrapping_sub(w.before)
}

/// Taps of output `output` that lie inside the input.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn taps(w: &Window, output: usize) -> usize {
    let mut count = 0;
    for tap in 0..w.kernel {
        if place(w, output, tap) < w.input {
            count += 1;
        }
    }
    count
}
