//! `Conv2d` by its definition. Layouts as in [`kernels::conv2d`](crate::kernels::conv2d);
//! each gradient is added to its output.

use nnplan::{Conv2d, Window};

use crate::Element;

/// The input under a tap, unless it lies in the padding.
fn under(w: &Window, output: usize, tap: usize) -> Option<usize> {
    (output * w.stride + tap * w.dilation).checked_sub(w.before).filter(|i| *i < w.input)
}

/// Calls `f(x, w, y)` with the indices of each product of the convolution, sample by
/// sample, output by output, in the order of the weights.
fn for_products(g: &Conv2d, batch: usize, mut f: impl FnMut(usize, usize, usize)) {
    let (v, h) = (&g.vertical, &g.horizontal);
    for n in 0..batch {
        for o in 0..g.out_channels {
            for (i, j) in pairs(v.output, h.output) {
                let y = ((n * g.out_channels + o) * v.output + i) * h.output + j;
                for c in 0..g.group_in() {
                    let channel = o / g.group_out() * g.group_in() + c;
                    for (p, q) in pairs(v.kernel, h.kernel) {
                        let (Some(row), Some(column)) = (under(v, i, p), under(h, j, q)) else {
                            continue;
                        };
                        let w = ((o * g.group_in() + c) * v.kernel + p) * h.kernel + q;
                        let x = ((n * g.in_channels + channel) * v.input + row) * h.input + column;
                        f(x, w, y);
                    }
                }
            }
        }
    }
}

fn pairs(a: usize, b: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..a).flat_map(move |i| (0..b).map(move |j| (i, j)))
}

/// `y = x * w + b`.
pub fn conv2d<T: Element>(
    g: &Conv2d,
    batch: usize,
    x: &[T],
    w: &[T],
    b: Option<&[T]>,
    y: &mut [T],
) {
    for (i, y) in y.iter_mut().enumerate() {
        let o = i / g.out_pixels() % g.out_channels;
        *y = b.map_or(T::ZERO, |b| b[o]);
    }
    for_products(g, batch, |xi, wi, yi| y[yi] += x[xi] * w[wi]);
}

/// Adds the gradients of the input, the weight and the bias.
pub fn conv2d_grads<T: Element>(
    g: &Conv2d,
    batch: usize,
    x: &[T],
    w: &[T],
    d_y: &[T],
    d_x: &mut [T],
    d_w: &mut [T],
    d_b: &mut [T],
) {
    for (i, d) in d_y.iter().enumerate() {
        d_b[i / g.out_pixels() % g.out_channels] += *d;
    }
    for_products(g, batch, |xi, wi, yi| {
        d_x[xi] += d_y[yi] * w[wi];
        d_w[wi] += d_y[yi] * x[xi];
    });
}
