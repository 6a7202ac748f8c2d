//! Pooling by windows of 2 × 2, side by side, without padding: no bounds in the inner
//! loops, and gradients that write each pixel once.

use nnplan::{Pool2d, Window};

use crate::Element;
use crate::kernels::dispatch::avx2;
use crate::kernels::wins;

/// Whether the windows are 2 × 2, side by side, without padding. A last odd row or column
/// belongs to none.
pub(crate) const fn is_pairs(g: &Pool2d) -> bool {
    const fn axis(w: &Window) -> bool {
        w.kernel == 2 && w.stride == 2 && w.dilation == 1 && w.before == 0 && w.after == 0
    }
    axis(&g.vertical) && axis(&g.horizontal)
}

/// Calls `f` for each row of outputs with its number: input rows 2 `i` and 2 `i` + 1 of a
/// channel lie one after another.
#[inline(always)]
fn for_rows<T: Element>(g: &Pool2d, x: &[T], mut f: impl FnMut(usize, &[[T; 2]], &[[T; 2]])) {
    let (height, width) = (g.vertical.input, g.horizontal.input);
    let mut row = 0;
    for plane in x.chunks_exact(height * width) {
        for pair in plane.chunks_exact(2 * width) {
            let (top, bottom) = pair.split_at(width);
            f(row, top.as_chunks::<2>().0, bottom.as_chunks::<2>().0);
            row += 1;
        }
    }
}

avx2! {
    pub(super) fn max_pairs<T>(g: &Pool2d, x: &[T], y: &mut [T]) = max_pairs_body;
}

#[inline(always)]
fn max_pairs_body<T: Element>(g: &Pool2d, x: &[T], y: &mut [T]) {
    let width = g.horizontal.output;
    for_rows(g, x, |row, top, bottom| {
        let y = &mut y[row * width..(row + 1) * width];
        for ((y, top), bottom) in y.iter_mut().zip(top).zip(bottom) {
            let mut best = top[0];
            for x in [top[1], bottom[0], bottom[1]] {
                best = if wins(x, best) { x } else { best };
            }
            *y = best;
        }
    });
}

avx2! {
    pub(super) fn max_pairs_indices<T>(g: &Pool2d, x: &[T], y: &mut [T], indices: &mut [u8])
        = max_pairs_indices_body;
}

#[inline(always)]
fn max_pairs_indices_body<T: Element>(g: &Pool2d, x: &[T], y: &mut [T], indices: &mut [u8]) {
    let width = g.horizontal.output;
    for_rows(g, x, |row, top, bottom| {
        let range = row * width..(row + 1) * width;
        let (y, indices) = (&mut y[range.clone()], &mut indices[range]);
        for (((y, index), top), bottom) in y.iter_mut().zip(indices).zip(top).zip(bottom) {
            let (mut best, mut position) = (top[0], 0);
            for (x, i) in [(top[1], 1), (bottom[0], 2), (bottom[1], 3)] {
                let later = wins(x, best);
                best = if later { x } else { best };
                position = if later { i } else { position };
            }
            *y = best;
            *index = position;
        }
    });
}

/// Writes the windows' gradients, and 0 to an odd row or column; `f(i)` gives those of
/// window `i`.
#[inline(always)]
fn write_windows<T: Element>(g: &Pool2d, d_x: &mut [T], f: impl Fn(usize) -> [T; 4]) {
    let (height, width) = (g.vertical.input, g.horizontal.input);
    let mut window = 0;
    for plane in d_x.chunks_exact_mut(height * width) {
        let mut pairs = plane.chunks_exact_mut(2 * width);
        for pair in &mut pairs {
            let (top, bottom) = pair.split_at_mut(width);
            let (top, top_rest) = top.as_chunks_mut::<2>();
            let (bottom, bottom_rest) = bottom.as_chunks_mut::<2>();
            for (i, (top, bottom)) in top.iter_mut().zip(bottom).enumerate() {
                let [a, b, c, d] = f(window + i);
                (*top, *bottom) = ([a, b], [c, d]);
            }
            window += g.horizontal.output;
            top_rest.fill(T::ZERO);
            bottom_rest.fill(T::ZERO);
        }
        pairs.into_remainder().fill(T::ZERO);
    }
}

avx2! {
    pub(super) fn max_pairs_grad<T>(g: &Pool2d, d_y: &[T], indices: &[u8], d_x: &mut [T])
        = max_pairs_grad_body;
}

#[inline(always)]
fn max_pairs_grad_body<T: Element>(g: &Pool2d, d_y: &[T], indices: &[u8], d_x: &mut [T]) {
    let indices = &indices[..d_y.len()];
    write_windows(g, d_x, |i| {
        let (d, index) = (d_y[i], indices[i]);
        [0, 1, 2, 3].map(|p| if index == p { d } else { T::ZERO })
    });
}

avx2! {
    pub(super) fn average_pairs<T>(g: &Pool2d, x: &[T], y: &mut [T]) = average_pairs_body;
}

#[inline(always)]
fn average_pairs_body<T: Element>(g: &Pool2d, x: &[T], y: &mut [T]) {
    let (width, quarter) = (g.horizontal.output, T::from_f64(0.25));
    for_rows(g, x, |row, top, bottom| {
        let y = &mut y[row * width..(row + 1) * width];
        for ((y, top), bottom) in y.iter_mut().zip(top).zip(bottom) {
            *y = (((top[0] + top[1]) + bottom[0]) + bottom[1]) * quarter;
        }
    });
}

avx2! {
    pub(super) fn average_pairs_grad<T>(g: &Pool2d, d_y: &[T], d_x: &mut [T])
        = average_pairs_grad_body;
}

#[inline(always)]
fn average_pairs_grad_body<T: Element>(g: &Pool2d, d_y: &[T], d_x: &mut [T]) {
    let quarter = T::from_f64(0.25);
    write_windows(g, d_x, |i| [d_y[i] * quarter; 4]);
}
