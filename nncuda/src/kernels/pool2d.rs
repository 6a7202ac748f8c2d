//! Max and average pooling and their gradients.

use nnplan::{Activation, Pool2d, Shape, Window};

use super::activation::applied;
use super::axes::{Groups, sum};
use super::key::{Pool, WindowAxis};
use super::window::Windows;
use super::{THREADS, later_wins, size};
use crate::ptx::{F32, Kernel, Pointer, U32};

/// Windows over the whole image with more pixels than this are reductions.
const LARGE: usize = 32;

fn windows(g: &Pool) -> Windows<'_> {
    Windows::new(&g.vertical, &g.horizontal)
}

/// Where element `i` of the batch lies: its channel (of all samples), row and column.
fn place(i: U32<'_>, [rows, columns]: [usize; 2]) -> [U32<'_>; 3] {
    let (rows, columns) = (size(rows), size(columns));
    [i / (rows * columns), i / columns % rows, i % columns]
}

fn inputs(g: &Pool) -> [usize; 2] {
    [g.vertical.input, g.horizontal.input]
}

fn outputs(g: &Pool) -> [usize; 2] {
    [g.vertical.output, g.horizontal.output]
}

/// The numbers of channel `channel`, of so many pixels.
fn plane<'k>(x: Pointer<'k>, channel: U32<'k>, [rows, columns]: [usize; 2]) -> Pointer<'k> {
    x.at(channel * size(rows * columns))
}

/// Whether each pixel lies in one window, if in any, and no sum is made.
fn is_apart(g: &Pool, is_pairs: bool) -> bool {
    is_pairs || is_partition(g)
}

/// Whether the windows are 2 × 2, side by side, without padding.
pub(crate) fn is_pairs(g: &Pool2d) -> bool {
    let axis = |w: &Window| {
        w.kernel == 2 && w.stride == 2 && w.dilation == 1 && w.before == 0 && w.after == 0
    };
    axis(&g.vertical) && axis(&g.horizontal)
}

/// Whether the windows lie side by side, without padding. Rows and columns at the end may reach none.
pub(super) fn is_side_by_side(g: &Pool) -> bool {
    let axis = |w: &WindowAxis| {
        w.stride == w.kernel
            && (w.dilation == 1 || w.kernel == 1)
            && w.before == 0
            && w.output * w.kernel <= w.input
    };
    axis(&g.vertical) && axis(&g.horizontal)
}

/// Whether each pixel lies in one window.
fn is_partition(g: &Pool) -> bool {
    let axis = |w: &WindowAxis| w.output * w.kernel == w.input;
    is_side_by_side(g) && axis(&g.vertical) && axis(&g.horizontal)
}

/// `y` = `f` of the maximum of each window, which is NaN if there is one; padding counts as -∞. Where it `keeps` them, also the positions
/// of the maxima (the first of equal ones, the last NaN): row · columns of the window + column, in
/// [`index_bytes`](Pool2d::index_bytes) bytes each.
///
/// Parameters: x, y, the positions where they are kept, n of y.
pub(crate) fn max_pool2d(g: impl Into<Pool>, keeps: bool, f: Option<&Activation>) -> Kernel {
    let g = &g.into();
    let all = windows(g);
    Kernel::new("max_pool2d", THREADS, |k| {
        let (x, y) = (k.pointer(), k.pointer());
        let positions = keeps.then(|| k.pointer());
        let n = k.number();
        let i = k.index();
        k.end_unless(i.lt(n));
        let [channel, row, column] = place(i, outputs(g));
        let x = plane(x, channel, inputs(g));
        let best = k.variable(k.f32(f32::NEG_INFINITY));
        let position = k.counter(k.u32(0));
        if keeps {
            // Where all are -∞: the first inside the image.
            let ([p, end], [q, stop]) = (all.down.taps(row), all.across.taps(column));
            let first = p * size(g.horizontal.kernel) + q;
            position.set(match all.may_miss() {
                true => first.or_where_not(p.lt(end) & q.lt(stop), k.u32(0)),
                false => first,
            });
        }
        all.each_tap([row, column], |tap, is_inside| {
            let value = x.load_or(is_inside, tap.at, f32::NEG_INFINITY);
            let wins = later_wins(value, best);
            best.set(value.or_where_not(wins, best));
            if keeps {
                position.set(tap.number.or_where_not(wins, position));
            }
        });
        y.store(i, applied(f, best));
        if let Some(positions) = positions {
            positions.store_bytes(g.index_bytes(), i, position);
        }
    })
}

/// The maximum of a window's numbers, and its position, as [`max_pool2d`] chooses them.
pub(super) fn chosen<'k>(numbers: &[F32<'k>]) -> (F32<'k>, U32<'k>) {
    let first = (numbers[0], numbers[0].kernel().u32(0));
    (1..).zip(&numbers[1..]).fold(first, |(best, position), (number, later)| {
        let (wins, number) = (later_wins(*later, best), best.kernel().u32(number));
        (later.or_where_not(wins, best), number.or_where_not(wins, position))
    })
}

/// `d_x` = the sum of `d_y` over the windows whose maximum the pixel is, in their order. Parameters: d_y, the positions, d_x,
/// n of d_x.
pub(crate) fn max_pool2d_grad(g: impl Into<Pool>, is_pairs: bool) -> Kernel {
    let g = &g.into();
    let (all, width) = (windows(g), size(g.horizontal.output));
    Kernel::new("max_pool2d_grad", THREADS, |k| {
        let (d_y, positions, d_x, n) = (k.pointer(), k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let [channel, row, column] = place(i, inputs(g));
        let first = channel * size(outputs(g).iter().product());
        let sum = k.variable(k.f32(0.0));
        all.each_over([row, column], |window, is_there| {
            let at = first + window.row * width + window.column;
            // No tap has the last number.
            let position = positions.load_bytes_or(g.index_bytes(), is_there, at, u32::MAX);
            let d = d_y.load_where(position.eq(window.number), at);
            sum.set(if is_pairs { d } else { sum + d });
        });
        d_x.store(i, sum);
    })
}

/// `x / count`, the same bits where a product gives them.
fn divided(x: F32<'_>, count: usize) -> F32<'_> {
    match count.is_power_of_two() {
        true => x * (1.0 / count as f32),
        false => x / count as f32,
    }
}

/// Whether an average is divided by all pixels of its window.
pub(crate) fn is_by_all(g: &Pool2d) -> bool {
    g.count_include_pad || windows(&g.into()).are_whole()
}

/// `x` divided by the pixels of the window at `row` and `column` that lie inside the image.
fn averaged<'k>(g: &Pool, by_all: bool, x: F32<'k>, row: U32<'k>, column: U32<'k>) -> F32<'k> {
    match by_all {
        true => divided(x, g.vertical.kernel * g.horizontal.kernel),
        false => {
            let all = windows(g);
            let count = all.down.count(row) * all.across.count(column);
            let count = match all.may_miss() {
                true => count.or_where_not(count.gt(0), x.kernel().u32(1)),
                false => count,
            };
            x / count.signed_real()
        }
    }
}

/// `y` = the sum of each window, row by row, divided by its size, or without `count_include_pad` by the number of its pixels.
/// Parameters: x, y, n of y.
pub(crate) fn avg_pool2d(g: impl Into<Pool>, by_all: bool) -> Kernel {
    let g = &g.into();
    let count = inputs(g).iter().product();
    if outputs(g) == [1, 1] && windows(g).are_whole() && is_partition(g) && count > LARGE {
        let groups = Groups::new(&Shape::new(&[count]), [true, false, false, false, false, false]);
        return sum("avg_pool2d", groups, |sum| divided(sum, count));
    }
    Kernel::new("avg_pool2d", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let [channel, row, column] = place(i, outputs(g));
        let x = plane(x, channel, inputs(g));
        let sum = k.variable(k.f32(0.0));
        windows(g).each_tap([row, column], |tap, is_inside| {
            sum.set(sum + x.load_or(is_inside, tap.at, 0.0));
        });
        y.store(i, averaged(g, by_all, sum, row, column));
    })
}

/// `d_x` = the sum of `d_y`, divided as the average was, over the windows that the pixel lies in, in their order. Parameters:
/// d_y, d_x, n of d_x.
pub(crate) fn avg_pool2d_grad(g: impl Into<Pool>, by_all: bool, is_pairs: bool) -> Kernel {
    let g = &g.into();
    let (all, width) = (windows(g), size(g.horizontal.output));
    Kernel::new("avg_pool2d_grad", THREADS, |k| {
        let (d_y, d_x, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let [channel, row, column] = place(i, inputs(g));
        let first = channel * size(outputs(g).iter().product());
        let sum = k.variable(k.f32(0.0));
        all.each_over([row, column], |window, is_there| {
            let at = first + window.row * width + window.column;
            let d = averaged(g, by_all, d_y.load_or(is_there, at, 0.0), window.row, window.column);
            let d = match is_there {
                // Of a window that is not there the count may be anything.
                Some(is_there) if !by_all => d.or_where_not(is_there, k.f32(0.0)),
                _ => d,
            };
            sum.set(if is_apart(g, is_pairs) { d } else { sum + d });
        });
        d_x.store(i, sum);
    })
}
