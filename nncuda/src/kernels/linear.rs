//! `Linear`: `y = x Wᵀ + b`, and its gradients. Rows are the samples times the rows of one.

use nnplan::Activation;

use super::activation::applied;
use super::key::Features;
use super::operand::{Order, Side, plain};
use super::parts::{Sums, part};
use super::product::{Place, Tile, kernel, product};
use super::{Write, size};
use crate::ptx::Kernel;

fn sizes(g: impl Into<Features>) -> [u32; 2] {
    let Features { from, to } = g.into();
    [from, to].map(size)
}

/// `y = f(x Wᵀ + b)`; of sums in parts `x Wᵀ`. Parameters: x, w, b where it is added, y, rows, the number of parts.
pub(crate) fn linear(
    g: impl Into<Features>,
    has_bias: bool,
    tile: Tile,
    sums: Sums,
    f: Option<&Activation>,
) -> Kernel {
    let [from, to] = sizes(g);
    let (has_bias, f) = (has_bias && sums == Sums::Whole, f.filter(|_| sums == Sums::Whole));
    kernel(&sums.name("linear"), |k| {
        let (x, w) = (k.pointer(), k.pointer());
        let b = has_bias.then(|| k.pointer());
        let (y, rows) = (k.pointer(), k.number());
        let zero = k.u32(0);
        let a = Side { order: Order::along(from), line: &plain(x, zero, from, 1) };
        let w = Side { order: Order::along(from), line: &plain(w, zero, from, 1) };
        let place = Place::of(k, tile, [rows, k.u32(to)]);
        let share = sums.share(k, place, k.u32(1), from, y, [rows, k.u32(to)]);
        product(k, tile, place, share.depth, &a, &w, |m, n, sum| {
            let sum = b.map_or(sum, |b| sum + b.load(n));
            share.y.store(m * to + n, applied(f, sum));
        });
    })
}

/// `d_x = d_y W`. Parameters: d_y, w, d_x, rows, the number of parts of sums in parts.
pub(crate) fn linear_grad_input(g: impl Into<Features>, tile: Tile, sums: Sums) -> Kernel {
    let [from, to] = sizes(g);
    kernel(&sums.name("linear_grad_input"), |k| {
        let (d_y, w, d_x, rows) = (k.pointer(), k.pointer(), k.pointer(), k.number());
        let zero = k.u32(0);
        let a = Side { order: Order::along(to), line: &plain(d_y, zero, to, 1) };
        let b = Side { order: Order::across(from), line: &plain(w, zero, 1, from) };
        let place = Place::of(k, tile, [rows, k.u32(from)]);
        let share = sums.share(k, place, k.u32(1), to, d_x, [rows, k.u32(from)]);
        product(k, tile, place, share.depth, &a, &b, |m, n, sum| {
            share.y.store(m * from + n, sum);
        });
    })
}

/// `d_w = d_yᵀ x`, in parts along the rows, one after the other; a single one as `write` says. Parameters: x, d_y, d_w, rows,
/// parts.
pub(crate) fn linear_grad_weight(g: impl Into<Features>, tile: Tile, write: Write) -> Kernel {
    let [from, to] = sizes(g);
    kernel("linear_grad_weight", |k| {
        let (x, d_y, d_w) = (k.pointer(), k.pointer(), k.pointer());
        let (rows, parts) = (k.number(), k.number());
        let place = Place::of(k, tile, [k.u32(to), k.u32(from)]);
        let (zero, z) = (k.u32(0), place.product);
        let a = Side { order: Order::across(to), line: &plain(d_y, zero, 1, to) };
        let b = Side { order: Order::across(from), line: &plain(x, zero, 1, from) };
        let d_w = d_w.at(z * (from * to));
        product(k, tile, place, part(rows, z, parts), &a, &b, |m, n, sum| {
            write.store(d_w, m * from + n, sum);
        });
    })
}
