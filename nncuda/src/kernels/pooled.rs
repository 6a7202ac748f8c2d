//! `Conv2d` and the max pool after it as one product: its columns are the pixels window by window, so that a thread holds
//! the sums of a window side by side, and what the convolution gives never lies in memory.

use nnplan::{Activation, Conv2d, Pool2d};

use super::activation::applied;
use super::conv2d::window_at;
use super::key::{Blocks, Convolution};
use super::operand::{Order, Side, lines, plain};
use super::pool2d::{chosen, is_side_by_side};
use super::product::{Depth, Place, Tile, kernel, product_by};
use super::{grouped, size};
use crate::ptx::{Kernel, U32};

/// Bytes of a position, of windows of up to four pixels.
const INDEX_BYTES: usize = 1;

/// Pixels of a window.
fn pixels(pool: &Blocks) -> usize {
    pool.kernel[0] * pool.kernel[1]
}

/// Windows of a sample's channel.
fn windows(pool: &Blocks) -> usize {
    pool.output[0] * pool.output[1]
}

/// Whether a window's sums are side by side in a thread, and the convolution is a product.
pub(crate) fn is_product(g: &Conv2d, pool: &Pool2d) -> bool {
    let is_held = matches!(pixels(&pool.into()), 1 | 2 | 4);
    is_side_by_side(&pool.into()) && is_held && !grouped::is_small(g, g.group_out())
}

/// Columns of the product of a sample: the pixels that lie in a window.
pub(crate) fn columns(pool: &Pool2d) -> usize {
    let pool = &pool.into();
    windows(pool) * pixels(pool)
}

/// Column `n`: its sample, and row and column of its pixel.
fn pixel<'k>(pool: &Blocks, n: U32<'k>) -> [U32<'k>; 3] {
    let [all, across] = [windows(pool), pool.output[1]].map(size);
    let [down, right] = pool.kernel.map(size);
    let (window, tap) = (n / size(pixels(pool)), n % size(pixels(pool)));
    let (sample, p) = (window / all, window % all);
    [sample, p / across * down + tap / right, p % across * right + tap % right]
}

/// `y` = `f` of the maximum of each window of `x ⋆ W + b`. Where it `keeps` them, also the positions of the maxima. The bits
/// are those of [`conv2d`](super::conv2d::conv2d), [`max_pool2d`](super::pool2d::max_pool2d) and the activation one after
/// another.
///
/// Parameters: x, w, b where there is one, y, the positions where they are kept, the batch.
pub(crate) fn conv2d_max_pool2d(
    g: impl Into<Convolution>,
    has_bias: bool,
    pool: impl Into<Blocks>,
    tile: Tile,
    keeps: bool,
    f: Option<&Activation>,
) -> Kernel {
    let (g, pool) = (g.into(), &pool.into());
    let (patch, out) = (size(g.patch()), size(g.group_out()));
    let (windows, count) = (size(windows(pool)), size(pixels(pool)));
    kernel("conv2d_max_pool2d", |k| {
        let (x, w) = (k.pointer(), k.pointer());
        let b = has_bias.then(|| k.pointer());
        let y = k.pointer();
        let positions = keeps.then(|| k.pointer());
        let batch = k.number();
        let place = Place::of(k, tile, [k.u32(out), batch * (windows * count)]);
        let group = place.product;
        let weight = plain(w, group * (out * patch), patch, 1);
        let image = lines(|n, is_there| window_at(g, x, group, pixel(pool, n), is_there));
        let sides = [
            Side { order: Order::along(patch), line: &weight },
            Side { order: Order::Across, line: &image },
        ];
        let depth = Depth::whole(k.u32(patch));
        product_by(k, tile, place, depth, &sides[0], &sides[1], count, |m, n, sums| {
            let channel = group * out + m;
            let bias = b.map(|b| b.load(channel));
            let sums = sums.iter().map(|sum| bias.map_or(*sum, |b| *sum + b));
            let (best, position) = chosen(&sums.collect::<Vec<_>>());
            let window = n / count;
            let (sample, p) = (window / windows, window % windows);
            let at = (sample * size(g.out_channels) + channel) * windows + p;
            y.store(at, applied(f, best));
            if let Some(positions) = positions {
                positions.store_bytes(INDEX_BYTES, at, position);
            }
        });
    })
}
