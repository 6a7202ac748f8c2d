//! Softmax, its logarithm, and their gradients, over one axis of `[outer, classes, inner]`.

use super::key::Classes;
use super::size;
use super::team::{Team, rows};
use crate::ptx::{Kernel, U32};

/// The team of a line along the axis, and the place of the line's element `i`.
fn line<'k>(k: &'k Kernel, g: Classes, n: U32<'k>) -> (Team<'k>, impl Fn(U32<'k>) -> U32<'k>) {
    let (classes, inner) = (size(g.classes), size(g.inner));
    let team = if inner == 1 {
        Team::row(k, g.classes, n)
    } else {
        // Lines side by side are read by threads side by side.
        let team = Team::thread(k);
        k.end_unless(team.line.lt(n));
        team
    };
    let first = team.line / inner * (classes * inner) + team.line % inner;
    (team, move |i| first + i * inner)
}

/// `y = exp(x - max) / Σ exp(x - max)`, or `y = x - max - ln Σ exp(x - max)` when `g.log`. `y` may be `x`. A NaN or a `+∞`, or
/// nothing but `-∞`, makes the whole line NaN.
///
/// Parameters: x, y, n: the lines, batch · outer · inner.
pub(crate) fn softmax(g: impl Into<Classes>) -> Kernel {
    let g = g.into();
    rows("softmax", |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let (team, place) = line(k, g, n);
        let len = k.u32(size(g.classes));
        let read = |i, is_there| x.load_where(is_there, place(i));
        let most = team.max(len, read);
        let [total] = team.sums(len, |i, is_there| [(read(i, is_there) - most).exp()]);
        let total = total.narrow();
        let factor = if g.log { total.ln() } else { k.f32(1.0) / total };
        team.each(len, read, |i, is_there, x| {
            let shifted = x - most;
            // In two steps: the sum of maximum and logarithm would be rounded at the size of the maximum.
            let value = if g.log { shifted - factor } else { shifted.exp() * factor };
            y.store_where(is_there, place(i), value);
        });
    })
}

/// `d_x = y (d_y - Σ d_y y)`, or `d_x = d_y - exp(y) Σ d_y` when `g.log`. `d_x` may be `d_y`.
///
/// Parameters: y, d_y, d_x, n: the lines, batch · outer · inner.
pub(crate) fn softmax_grad(g: impl Into<Classes>) -> Kernel {
    let g = g.into();
    rows("softmax_grad", |k| {
        let [y, d_y, d_x] = [(); 3].map(|()| k.pointer());
        let n = k.number();
        let (team, place) = line(k, g, n);
        let len = k.u32(size(g.classes));
        let [total] = team.sums(len, |i, is_there| {
            let d = d_y.load_where(is_there, place(i));
            [if g.log { d } else { y.load_where(is_there, place(i)) * d }]
        });
        let total = total.narrow();
        let read = |i, is_there| [y, d_y].map(|pointer| pointer.load_where(is_there, place(i)));
        team.each(len, read, |i, is_there, [y, d]| {
            let value = if g.log { d - y.exp() * total } else { y * (d - total) };
            d_x.store_where(is_there, place(i), value);
        });
    })
}
