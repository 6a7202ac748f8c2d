//! `Conv2d` of many small groups, depthwise ones above all: an output has few products, and a tile would be nearly empty. Each
//! thread has an element of its own, and a weight's gradient a block.

use nnplan::{Activation, Conv2d};

use super::activation::applied;
use super::conv2d::{over, tap, under};
use super::key::Convolution;
use super::team::{Team, rows};
use super::{THREADS, Write, size};
use crate::ptx::{F32, Kernel, U32};

/// Channels of a group up to which it is small.
const SMALL: usize = 8;

/// Products of an output that are written out one by one, at most.
const UNROLLED: u32 = 64;

/// Whether groups with so many channels, on the side that a product would have as its rows, are for these kernels.
pub(crate) fn is_small(g: &Conv2d, channels: usize) -> bool {
    g.groups > 1 && channels <= SMALL
}

/// The sum of `term` over `depth` positions, in their order.
fn sum<'k>(k: &'k Kernel, depth: u32, term: impl Fn(U32<'k>, F32<'k>) -> F32<'k>) -> F32<'k> {
    let sum = k.variable(k.f32(0.0));
    if depth <= UNROLLED {
        (0..depth).for_each(|t| sum.set(term(k.u32(t), sum)));
    } else {
        k.each(k.u32(0), k.u32(depth), 1, |t| sum.set(term(t, sum)));
    }
    sum
}

/// `y = f(x ⋆ W + b)`. Parameters: x, w, b where there is one, y, n of y.
pub(crate) fn conv2d(g: impl Into<Convolution>, has_bias: bool, f: Option<&Activation>) -> Kernel {
    let g = g.into();
    let (pixels, columns) = (size(g.out_pixels()), size(g.horizontal.output));
    let (channels, patch) = (size(g.out_channels), size(g.patch()));
    Kernel::new("conv2d_grouped", THREADS, |k| {
        let (x, w) = (k.pointer(), k.pointer());
        let b = has_bias.then(|| k.pointer());
        let (y, n) = (k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let (plane, p) = (i / pixels, i % pixels);
        let (sample, channel) = (plane / channels, plane % channels);
        let (row, column) = (p / columns, p % columns);
        let group = channel / size(g.group_out());
        let first = sample * size(g.in_channels) + group * size(g.group_in());
        let weight = channel * patch;
        let sum = sum(k, patch, |t, sum| {
            let [c, i, j] = tap(&g, t);
            let (y, is_row) = under(&g.vertical, row, i);
            let (x_, is_column) = under(&g.horizontal, column, j);
            let at = ((first + c) * size(g.vertical.input) + y) * size(g.horizontal.input) + x_;
            x.load_where(is_row & is_column, at).fma(w.load(weight + t), sum)
        });
        let sum = b.map_or(sum, |b| sum + b.load(channel));
        y.store(i, applied(f, sum));
    })
}

/// `d_x = d_y ⋆ᵀ W`. Parameters: d_y, w, d_x, n of d_x.
pub(crate) fn conv2d_grad_input(g: impl Into<Convolution>) -> Kernel {
    let g = g.into();
    let (pixels, columns) = (size(g.in_pixels()), size(g.horizontal.input));
    let (from, to) = (size(g.group_in()), size(g.group_out()));
    let (taps, patch) = (size(g.vertical.kernel * g.horizontal.kernel), size(g.patch()));
    Kernel::new("conv2d_grouped_grad_input", THREADS, |k| {
        let (d_y, w, d_x, n) = (k.pointer(), k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let (plane, p) = (i / pixels, i % pixels);
        let channels = size(g.in_channels);
        let (sample, channel) = (plane / channels, plane % channels);
        let (row, column) = (p / columns, p % columns);
        let (group, own) = (channel / from, channel % from);
        let first = sample * size(g.out_channels) + group * to;
        let weight = group * (to * patch) + own * taps;
        let sum = sum(k, to * taps, |t, sum| {
            let [c, i, j] = tap(&g, t);
            let (y, is_row) = over(&g.vertical, row, i);
            let (x, is_column) = over(&g.horizontal, column, j);
            let at = ((first + c) * size(g.vertical.output) + y) * size(g.horizontal.output) + x;
            let w = w.load(weight + c * patch + t % taps);
            d_y.load_where(is_row & is_column, at).fma(w, sum)
        });
        d_x.store(i, sum);
    })
}

/// `d_w = Σ x ⋆ d_y`, over the pixels of the batch. Parameters: x, d_y, d_w, the batch, n: the weights.
pub(crate) fn conv2d_grad_weight(g: impl Into<Convolution>, write: Write) -> Kernel {
    let g = g.into();
    let (pixels, columns) = (size(g.out_pixels()), size(g.horizontal.output));
    rows("conv2d_grouped_grad_weight", |k| {
        let (x, d_y, d_w) = (k.pointer(), k.pointer(), k.pointer());
        let (batch, n) = (k.number(), k.number());
        let team = Team::block(k);
        let (channel, t) = (team.line / size(g.patch()), team.line % size(g.patch()));
        let [c, i, j] = tap(&g, t);
        let group = channel / size(g.group_out());
        let from = group * size(g.group_in()) + c;
        let [sum] = team.sums(batch * pixels, |e, is_there| {
            let (sample, p) = (e / pixels, e % pixels);
            let (y, is_row) = under(&g.vertical, p / columns, i);
            let (x_, is_column) = under(&g.horizontal, p % columns, j);
            let plane = sample * size(g.in_channels) + from;
            let at = (plane * size(g.vertical.input) + y) * size(g.horizontal.input) + x_;
            let d =
                d_y.load_where(is_there, (sample * size(g.out_channels) + channel) * pixels + p);
            [x.load_where(is_there & is_row & is_column, at) * d]
        });
        k.when(team.is_writer(n), || write.store(d_w, team.line, sum.narrow()));
    })
}
