//! Average pooling.

use core::ops::Range;

use nnplan::{Pool2d, Window};

use super::{columns, planes, tiled, whole_columns};
use crate::Element;
use crate::kernels::gemm::Arithmetic;
use crate::kernels::window::{place, sum, taps};

/// From this length on a row of a window is summed in lanes.
pub(crate) const LONG: usize = 16;

/// The pixels of the input under a window, and what their sum is divided by: the whole
/// window with `count_include_pad`, else those pixels alone.
#[inline(always)]
fn divisor<T: Element>(g: &Pool2d, down: &Range<usize>, across: &Range<usize>) -> T {
    let count = if g.count_include_pad {
        g.vertical.kernel * g.horizontal.kernel
    } else {
        // A window in the padding alone sums nothing: 0 / 1.
        (down.len() * across.len()).max(1)
    };
    T::from_usize(count)
}

/// `y` = the average of each window: PyTorch's, `count_include_pad` included.
///
/// The sum goes row by row, each in its order, or in 8 interleaved lanes when it has 16
/// pixels or more side by side. What `y` holds before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn avg_pool2d<T: Element>(g: &Pool2d, batch: usize, x: &[T], y: &mut [T]) {
    let (inputs, outputs) = planes(g, batch, x.len(), y.len());
    if tiled::is_pairs(g) {
        return tiled::average_pairs(g, x, y);
    }
    let whole = whole_columns(&g.horizontal);
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)) {
        for (row, y) in y.chunks_exact_mut(g.horizontal.output).enumerate() {
            let down = taps(&g.vertical, row);
            for (column, y) in y.iter_mut().enumerate() {
                let across = columns(g, &whole, column);
                let divisor = divisor(g, &down, &across);
                *y = window_sum(g, x, row, column, down.clone(), across) / divisor;
            }
        }
    }
}

/// [`avg_pool2d`] as fast as the arithmetic allows: in native `f32` a window that is the whole plane is summed in vectors.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn fast_average<T: Element>(
    arithmetic: Arithmetic,
    g: &Pool2d,
    batch: usize,
    x: &[T],
    y: &mut [T],
) {
    #[cfg(vectors)]
    {
        use crate::kernels::moved::{Machine, is_f32, numbers, numbers_mut, planes};
        let is_fast = arithmetic == Arithmetic::Native && is_f32::<T>() && is_plane(g);
        if let Some(machine) = Machine::detect().filter(|_| is_fast) {
            let len = planes(g, batch, x.len(), y.len()).0;
            let (x, y) = (numbers(x), numbers_mut(y));
            for (i, y) in y.chunks_mut(planes::CHANNELS).enumerate() {
                let first = i * planes::CHANNELS * len;
                let (channels, samples) = (y.len(), 1);
                let of = planes::Planes { channels, first, step: 0, samples, len };
                let sums = planes::sums(machine, &of, x, None, [0.0; planes::CHANNELS]);
                for (y, [_, sum]) in y.iter_mut().zip(sums) {
                    *y = (sum / len as f64) as f32;
                }
            }
            return;
        }
    }
    let _ = arithmetic;
    avg_pool2d(g, batch, x, y);
}

/// Whether the one window is the whole plane.
#[cfg(vectors)]
fn is_plane(g: &Pool2d) -> bool {
    let axis = |w: &Window| {
        w.output == 1 && w.kernel == w.input && w.dilation == 1 && w.before == 0 && w.after == 0
    };
    axis(&g.vertical) && axis(&g.horizontal)
}

#[inline(always)]
fn window_sum<T: Element>(
    g: &Pool2d,
    x: &[T],
    row: usize,
    column: usize,
    down: Range<usize>,
    across: Range<usize>,
) -> T {
    let (v, h) = (&g.vertical, &g.horizontal);
    let mut total = T::ZERO;
    if across.is_empty() {
        return total;
    }
    let first = place(h, column, across.start);
    let reach = (across.len() - 1) * h.dilation + 1;
    for p in down {
        let line = &x[place(v, row, p) * h.input + first..][..reach];
        if h.dilation == 1 && line.len() >= LONG {
            total += sum(line);
        } else {
            for x in line.iter().step_by(h.dilation) {
                total += *x;
            }
        }
    }
    total
}

/// Whether each pixel lies in one window.
pub(crate) fn is_partition(g: &Pool2d) -> bool {
    let axis = |w: &Window| {
        w.stride == w.kernel
            && (w.dilation == 1 || w.kernel == 1)
            && w.before == 0
            && w.output * w.kernel == w.input
    };
    axis(&g.vertical) && axis(&g.horizontal)
}

/// `d_x`: each element of `d_y`, divided as the average was, goes to all pixels of its
/// window; overlapping windows add, in the order of `d_y`.
///
/// What `d_x` holds before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn avg_pool2d_grad<T: Element>(g: &Pool2d, batch: usize, d_y: &[T], d_x: &mut [T]) {
    let (inputs, outputs) = planes(g, batch, d_x.len(), d_y.len());
    if tiled::is_pairs(g) {
        return tiled::average_pairs_grad(g, d_y, d_x);
    }
    let (v, h) = (&g.vertical, &g.horizontal);
    let partition = is_partition(g);
    if !partition {
        d_x.fill(T::ZERO);
    }
    let whole = whole_columns(h);
    for (d_x, d_y) in d_x.chunks_exact_mut(inputs).zip(d_y.chunks_exact(outputs)) {
        for (row, d_y) in d_y.chunks_exact(h.output).enumerate() {
            let down = taps(v, row);
            for (column, d) in d_y.iter().enumerate() {
                let across = columns(g, &whole, column);
                if across.is_empty() {
                    continue;
                }
                let d = *d / divisor(g, &down, &across);
                let first = place(h, column, across.start);
                let reach = (across.len() - 1) * h.dilation + 1;
                for p in down.clone() {
                    let line = &mut d_x[place(v, row, p) * h.input + first..][..reach];
                    if partition {
                        line.fill(d);
                    } else {
                        for x in line.iter_mut().step_by(h.dilation) {
                            *x += d;
                        }
                    }
                }
            }
        }
    }
}
