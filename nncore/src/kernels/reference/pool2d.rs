//! Pooling by its definition. Layouts as in [`kernels::pool2d`](crate::kernels::pool2d),
//! but a position is a `usize`; each gradient is added to its output.

use nnplan::{Pool2d, Window};

use crate::Element;

/// The input under a tap, unless it lies in the padding.
fn under(w: &Window, output: usize, tap: usize) -> Option<usize> {
    (output * w.stride + tap * w.dilation).checked_sub(w.before).filter(|i| *i < w.input)
}

/// Calls `f(y, taps, inside)` for each window: the index of its output, and of each of its pixels
/// that is not padding the position in the window and the index in `x`, and their number.
fn for_windows(
    g: &Pool2d,
    batch: usize,
    mut f: impl FnMut(usize, &mut (dyn Iterator<Item = (usize, usize)> + '_), usize),
) {
    let (v, h) = (&g.vertical, &g.horizontal);
    let outputs = v.output * h.output;
    for y in 0..batch * g.channels * outputs {
        let (plane, row, column) = (y / outputs, y % outputs / h.output, y % h.output);
        let mut taps = (0..v.kernel * h.kernel).filter_map(|position| {
            let i = under(v, row, position / h.kernel)?;
            let j = under(h, column, position % h.kernel)?;
            Some((position, (plane * v.input + i) * h.input + j))
        });
        let inside = taps.clone().count();
        f(y, &mut taps, inside);
    }
}

/// The maxima and their positions.
pub fn max_pool2d<T: Element>(
    g: &Pool2d,
    batch: usize,
    x: &[T],
    y: &mut [T],
    positions: &mut [usize],
) {
    for_windows(g, batch, |i, taps, _| {
        (y[i], positions[i]) = (T::NEG_INFINITY, 0);
        for (n, (position, at)) in taps.enumerate() {
            let is_nan = x[at].partial_cmp(&x[at]).is_none();
            if n == 0 || x[at] > y[i] || is_nan {
                (y[i], positions[i]) = (x[at], position);
            }
        }
    });
}

/// Adds the gradient of the input.
pub fn max_pool2d_grad<T: Element>(
    g: &Pool2d,
    batch: usize,
    d_y: &[T],
    positions: &[usize],
    d_x: &mut [T],
) {
    for_windows(g, batch, |i, taps, _| {
        for (position, at) in taps {
            if position == positions[i] {
                d_x[at] += d_y[i];
            }
        }
    });
}

/// The number an average is divided by.
fn divisor<T: Element>(g: &Pool2d, inside: usize) -> T {
    let whole = g.vertical.kernel * g.horizontal.kernel;
    T::from_usize(if g.count_include_pad { whole } else { inside.max(1) })
}

/// The averages.
pub fn avg_pool2d<T: Element>(g: &Pool2d, batch: usize, x: &[T], y: &mut [T]) {
    for_windows(g, batch, |i, taps, inside| {
        let mut sum = T::ZERO;
        for (_, at) in taps {
            sum += x[at];
        }
        y[i] = sum / divisor(g, inside);
    });
}

/// Adds the gradient of the input.
pub fn avg_pool2d_grad<T: Element>(g: &Pool2d, batch: usize, d_y: &[T], d_x: &mut [T]) {
    for_windows(g, batch, |i, taps, inside| {
        for (_, at) in taps {
            d_x[at] += d_y[i] / divisor(g, inside);
        }
    });
}
