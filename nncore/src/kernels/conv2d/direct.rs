//! Convolution by loops over the taps, for few channels a group (depthwise): a tap is one
//! number times a moved plane, which stays in the L1 cache.

use core::ops::Range;

use nnplan::Conv2d;

use crate::Element;
use crate::kernels::dispatch::avx2;
use crate::kernels::window::{outputs, place, tree};

/// One connection: output channel, input channel, tap, and the outputs it reaches.
struct Tap {
    weight: usize,
    output: usize,
    input: usize,
    vertical: usize,
    rows: Range<usize>,
    columns: Range<usize>,
    /// The column of the input under the first of `columns`.
    first: usize,
}

/// Calls `f` for each tap that reaches an output, in the order of the weights.
#[inline(always)]
fn for_taps(g: &Conv2d, mut f: impl FnMut(Tap)) {
    let (v, h) = (&g.vertical, &g.horizontal);
    let mut weight = 0;
    for output in 0..g.out_channels {
        let first_input = output / g.group_out() * g.group_in();
        for input in first_input..first_input + g.group_in() {
            for vertical in 0..v.kernel {
                for horizontal in 0..h.kernel {
                    let (rows, columns) = (outputs(v, vertical), outputs(h, horizontal));
                    if !rows.is_empty() && !columns.is_empty() {
                        let first = place(h, columns.start, horizontal);
                        f(Tap { weight, output, input, vertical, rows, columns, first });
                    }
                    weight += 1;
                }
            }
        }
    }
}

impl Tap {
    /// Where the tap's pixels of output row `i` lie: in the output, and in the input from
    /// the first to the last.
    #[inline(always)]
    fn lines(&self, g: &Conv2d, i: usize) -> (Range<usize>, Range<usize>) {
        let (v, h) = (&g.vertical, &g.horizontal);
        let y = self.output * g.out_pixels() + i * h.output;
        let x = self.input * g.in_pixels() + place(v, i, self.vertical) * h.input + self.first;
        let reach = (self.columns.len() - 1) * h.stride + 1;
        (y + self.columns.start..y + self.columns.end, x..x + reach)
    }
}

avx2! {
    /// Adds the products to `y`; the elements are in the order of the weights.
    pub(super) fn forward<T>(g: &Conv2d, x: &[T], w: &[T], y: &mut [T]) = forward_body;
}

#[inline(always)]
fn forward_body<T: Element>(g: &Conv2d, x: &[T], w: &[T], y: &mut [T]) {
    let stride = g.horizontal.stride;
    for_taps(g, |tap| {
        let w = w[tap.weight];
        for i in tap.rows.clone() {
            let (to, from) = tap.lines(g, i);
            let (y, x) = (&mut y[to], &x[from]);
            if stride == 1 {
                for (y, x) in y.iter_mut().zip(x) {
                    *y += w * *x;
                }
            } else {
                for (y, x) in y.iter_mut().zip(x.iter().step_by(stride)) {
                    *y += w * *x;
                }
            }
        }
    });
}

avx2! {
    /// Adds the gradient to `d_x`.
    pub(super) fn grad_input<T>(g: &Conv2d, d_y: &[T], w: &[T], d_x: &mut [T]) = grad_input_body;
}

#[inline(always)]
fn grad_input_body<T: Element>(g: &Conv2d, d_y: &[T], w: &[T], d_x: &mut [T]) {
    let stride = g.horizontal.stride;
    for_taps(g, |tap| {
        let w = w[tap.weight];
        for i in tap.rows.clone() {
            let (from, to) = tap.lines(g, i);
            let (d_y, d_x) = (&d_y[from], &mut d_x[to]);
            if stride == 1 {
                for (d_x, d_y) in d_x.iter_mut().zip(d_y) {
                    *d_x += w * *d_y;
                }
            } else {
                for (d_x, d_y) in d_x.iter_mut().step_by(stride).zip(d_y) {
                    *d_x += w * *d_y;
                }
            }
        }
    });
}

avx2! {
    /// Adds the gradient to `d_w`: each sum in 8 interleaved lanes of the columns.
    pub(super) fn grad_weight<T>(g: &Conv2d, x: &[T], d_y: &[T], d_w: &mut [T]) = grad_weight_body;
}

#[inline(always)]
fn grad_weight_body<T: Element>(g: &Conv2d, x: &[T], d_y: &[T], d_w: &mut [T]) {
    let stride = g.horizontal.stride;
    for_taps(g, |tap| {
        let mut lanes = [T::ZERO; 8];
        for i in tap.rows.clone() {
            let (y, x_range) = tap.lines(g, i);
            let (d_y, x) = (&d_y[y], &x[x_range]);
            if stride == 1 {
                dot(&mut lanes, d_y, x);
            } else {
                for (j, (d_y, x)) in d_y.iter().zip(x.iter().step_by(stride)).enumerate() {
                    lanes[j % 8] += *d_y * *x;
                }
            }
        }
        d_w[tap.weight] += tree(lanes);
    });
}

#[inline(always)]
fn dot<T: Element>(lanes: &mut [T; 8], a: &[T], b: &[T]) {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (a, b) in a.iter().zip(b) {
        for l in 0..8 {
            lanes[l] += a[l] * b[l];
        }
    }
    for ((lane, a), b) in lanes.iter_mut().zip(a_rest).zip(b_rest) {
        *lane += *a * *b;
    }
}
