//! `Conv2d` as a product of matrices that never lie in memory as such: the pixels under the window are found while a tile is
//! loaded. A group is a layer of blocks.

use nnplan::Activation;

use super::activation::applied;
use super::key::{Convolution, WindowAxis};
use super::operand::{Element, Line, Order, Side, lines, plain};
use super::parts::{Sums, part};
use super::product::{Place, Tile, kernel, product};
use super::{Write, size};
use crate::ptx::{Bool, Kernel, Pointer, U32};

/// The input under a tap of the window, and whether it is there, not in the padding.
pub(super) fn under<'k>(w: &WindowAxis, output: U32<'k>, tap: U32<'k>) -> (U32<'k>, Bool<'k>) {
    // Below zero it wraps around, far beyond the size.
    let at = output * size(w.stride) + tap * size(w.dilation) - size(w.before);
    (at, at.lt(size(w.input)))
}

/// The window over which a pixel lies under a tap, and whether there is one.
pub(super) fn over<'k>(w: &WindowAxis, input: U32<'k>, tap: U32<'k>) -> (U32<'k>, Bool<'k>) {
    let at = input + size(w.before) - tap * size(w.dilation);
    let output = at / size(w.stride);
    let is_there = output.lt(size(w.output));
    match w.stride {
        1 => (output, is_there),
        stride => (output, is_there & (at % size(stride)).eq(0)),
    }
}

/// The parts of a position in the patch: channel, row and column of the window.
pub(super) fn tap<'k>(g: &Convolution, k: U32<'k>) -> [U32<'k>; 3] {
    let (rows, columns) = (size(g.vertical.kernel), size(g.horizontal.kernel));
    [k / (rows * columns), k / columns % rows, k % columns]
}

/// The pixels under the window at position `n` of the batch's outputs, along the patch.
fn window<'k>(
    g: Convolution,
    x: Pointer<'k>,
    group: U32<'k>,
    n: U32<'k>,
    is_there: Bool<'k>,
) -> Line<'k> {
    let (pixels, columns) = (size(g.out_pixels()), size(g.horizontal.output));
    let (sample, p) = (n / pixels, n % pixels);
    window_at(g, x, group, [sample, p / columns, p % columns], is_there)
}

/// The pixels under the window of an output, by its sample, row and column, along the patch.
pub(super) fn window_at<'k>(
    g: Convolution,
    x: Pointer<'k>,
    group: U32<'k>,
    [sample, row, column]: [U32<'k>; 3],
    is_there: Bool<'k>,
) -> Line<'k> {
    let first = sample * size(g.in_channels) + group * size(g.group_in());
    Line::any(move |k, is_in| {
        let [channel, i, j] = tap(&g, k);
        let (y, is_row) = under(&g.vertical, row, i);
        let (x_, is_column) = under(&g.horizontal, column, j);
        let at = ((first + channel) * size(g.vertical.input) + y) * size(g.horizontal.input) + x_;
        Element::of(x, at, is_there & is_in & is_row & is_column)
    })
}

/// `y = f(x ⋆ W + b)`; of sums in parts `x ⋆ W`. Parameters: x, w, b where it is added, y, the batch, the number of parts.
pub(crate) fn conv2d(
    g: impl Into<Convolution>,
    has_bias: bool,
    tile: Tile,
    sums: Sums,
    f: Option<&Activation>,
) -> Kernel {
    let g = g.into();
    let (pixels, patch, out) = (size(g.out_pixels()), size(g.patch()), size(g.group_out()));
    let (has_bias, f) = (has_bias && sums == Sums::Whole, f.filter(|_| sums == Sums::Whole));
    kernel(&sums.name("conv2d"), |k| {
        let (x, w) = (k.pointer(), k.pointer());
        let b = has_bias.then(|| k.pointer());
        let (y, batch) = (k.pointer(), k.number());
        let place = Place::of(k, tile, [k.u32(out), batch * pixels]);
        let groups = k.u32(size(g.groups));
        let elements = [batch, k.u32(size(g.out_channels) * pixels)];
        let share = sums.share(k, place, groups, patch, y, elements);
        let group = share.product;
        let weight = plain(w, group * (out * patch), patch, 1);
        let image = lines(|n, is_there| window(g, x, group, n, is_there));
        let (weight, image) = (
            Side { order: Order::along(patch), line: &weight },
            Side { order: Order::Across, line: &image },
        );
        product(k, tile, place, share.depth, &weight, &image, |m, n, sum| {
            let channel = group * out + m;
            let sum = b.map_or(sum, |b| sum + b.load(channel));
            let (sample, p) = (n / pixels, n % pixels);
            let at = (sample * size(g.out_channels) + channel) * pixels + p;
            share.y.store(at, applied(f, sum));
        });
    })
}

/// `d_x = d_y ⋆ᵀ W`. Parameters: d_y, w, d_x, the batch, the number of parts of sums in parts.
pub(crate) fn conv2d_grad_input(g: impl Into<Convolution>, tile: Tile, sums: Sums) -> Kernel {
    let g = g.into();
    let (taps, patch) = (size(g.vertical.kernel * g.horizontal.kernel), size(g.patch()));
    let (from, to) = (size(g.group_in()), size(g.group_out()));
    let (pixels, columns) = (size(g.in_pixels()), size(g.horizontal.input));
    kernel(&sums.name("conv2d_grad_input"), |k| {
        let (d_y, w, d_x, batch) = (k.pointer(), k.pointer(), k.pointer(), k.number());
        let place = Place::of(k, tile, [k.u32(from), batch * pixels]);
        let groups = k.u32(size(g.groups));
        let elements = [batch, k.u32(size(g.in_channels) * pixels)];
        let share = sums.share(k, place, groups, to * taps, d_x, elements);
        let group = share.product;
        // Row m is an input channel; the depth is (output channel, tap).
        let weight = lines(|m, is_there| {
            let first = group * (to * patch) + m * taps;
            Line::stepped(taps, is_there, move |d, is_there| {
                Element::of(w, first + d / taps * patch + d % taps, is_there)
            })
        });
        let gradient = lines(|n, is_there| {
            let (sample, p) = (n / pixels, n % pixels);
            let (row, column) = (p / columns, p % columns);
            let first = sample * size(g.out_channels) + group * to;
            Line::any(move |d, is_in| {
                let [channel, i, j] = tap(&g, d);
                let (y, is_row) = over(&g.vertical, row, i);
                let (x_, is_column) = over(&g.horizontal, column, j);
                let at = ((first + channel) * size(g.vertical.output) + y)
                    * size(g.horizontal.output)
                    + x_;
                Element::of(d_y, at, is_there & is_in & is_row & is_column)
            })
        });
        let sides = [
            Side { order: Order::Along, line: &weight },
            Side { order: Order::Across, line: &gradient },
        ];
        product(k, tile, place, share.depth, &sides[0], &sides[1], |m, n, sum| {
            let channel = group * from + m;
            let (sample, p) = (n / pixels, n % pixels);
            share.y.store((sample * size(g.in_channels) + channel) * pixels + p, sum);
        });
    })
}

/// `d_w = Σ x ⋆ d_y`, in parts along the pixels of the batch, one after the other; a single one as `write` says.
/// Parameters: x, d_y, d_w, the batch, parts.
pub(crate) fn conv2d_grad_weight(g: impl Into<Convolution>, tile: Tile, write: Write) -> Kernel {
    let g = g.into();
    let (pixels, patch, out) = (size(g.out_pixels()), size(g.patch()), size(g.group_out()));
    kernel("conv2d_grad_weight", |k| {
        let (x, d_y, d_w) = (k.pointer(), k.pointer(), k.pointer());
        let (batch, parts) = (k.number(), k.number());
        // Layers of blocks: part by part, in each the groups.
        let place = Place::of(k, tile, [k.u32(out), k.u32(patch)]);
        let (group, z) = (place.product % size(g.groups), place.product / size(g.groups));
        // Row m is an output channel, column n a place in the patch; the depth is (sample, pixel).
        let gradient = lines(|m, is_there| {
            let channel = group * out + m;
            let channels = size(g.out_channels);
            Line::stepped(pixels, is_there, move |d, is_there| {
                let (sample, p) = (d / pixels, d % pixels);
                Element::of(d_y, (sample * channels + channel) * pixels + p, is_there)
            })
        });
        let image = lines(|n, is_there| {
            Line::any(move |d, is_in| window(g, x, group, d, is_there).element(n, is_in))
        });
        let sides = [
            Side { order: Order::Along, line: &gradient },
            Side { order: Order::Along, line: &image },
        ];
        let d_w = d_w.at(z * size(g.out_channels * g.patch()));
        product(
            k,
            tile,
            place,
            part(batch * pixels, z, parts),
            &sides[0],
            &sides[1],
            |m, n, sum| {
                write.store(d_w, (group * out + m) * patch + n, sum);
            },
        );
    })
}
