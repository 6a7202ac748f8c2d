//! `Conv2d` and its gradients, without an im2col matrix. The CPU goes one of two ways, which differ in the order of the
//! sums, and in what the padding does to a weight that is not finite: direct loops pass it over, im2col multiplies it
//! by 0. Each layer goes the way that it goes there.
//!
//! Of one layer: `x` is (batch, channels, height, width), `y` (batch, outputs, height, width), `w` (outputs, channels of a
//! group, kernel height, kernel width), `b` (outputs).

use nnplan::Conv2d;

use super::sums::{tree, zero};
use super::window::pixel;
use super::{Access, Out};
use crate::Element;
use crate::kernels::conv2d::is_direct;

/// Lanes of a sum over pixels.
const LANES: usize = 8;

/// Sizes of a group.
struct Sizes {
    is_direct: bool,
    channels: usize,
    outputs: usize,
    patch: usize,
    in_pixels: usize,
    pixels: usize,
}

impl Sizes {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of(g: &Conv2d) -> Self {
        let (v, h, channels) = (&g.vertical, &g.horizontal, g.group_in());
        Self {
            is_direct: is_direct(g),
            channels,
            outputs: g.group_out(),
            patch: channels * v.kernel * h.kernel,
            in_pixels: v.input * h.input,
            pixels: v.output * h.output,
        }
    }

    /// The number that a weight is multiplied by, if it is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn input<A: Access>(
        &self,
        g: &Conv2d,
        x: A,
        output: [usize; 2],
        tap: &Tap,
    ) -> Option<A::Number> {
        match pixel(&g.vertical, &g.horizontal, output, tap.place) {
            Some(at) => Some(x.get(tap.channel * self.in_pixels + at)),
            None if self.is_direct => None,
            None => Some(A::Number::ZERO),
        }
    }
}

/// A weight of an output channel: its number, and what it belongs to.
struct Tap {
    weight: usize,
    channel: usize,
    place: [usize; 2],
}

/// Calls `f` for the weights of an output channel, in their order.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_taps(g: &Conv2d, s: &Sizes, mut f: impl FnMut(Tap)) {
    let mut weight = 0;
    for channel in 0..s.channels {
        for p in 0..g.vertical.kernel {
            for q in 0..g.horizontal.kernel {
                f(Tap { weight, channel, place: [p, q] });
                weight += 1;
            }
        }
    }
}

/// Calls `f` for the pixels of an output channel, with their number.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_pixels(g: &Conv2d, mut f: impl FnMut(usize, [usize; 2])) {
    let mut at = 0;
    for i in 0..g.vertical.output {
        for j in 0..g.horizontal.output {
            f(at, [i, j]);
            at += 1;
        }
    }
}

/// `y = x ⋆ W + b`
pub fn conv2d<A: Access>(g: &Conv2d, samples: usize, [x, w, b]: [A; 3], [y]: [Out<A>; 1]) {
    let s = &Sizes::of(g);
    let (mut x, mut y) = (x, y.to);
    for _ in 0..samples {
        let mut output = 0;
        for _ in 0..g.groups {
            for _ in 0..s.outputs {
                let w = w.from(output * s.patch);
                for_pixels(g, |at, place| {
                    let mut sum = A::Number::ZERO;
                    for_taps(g, s, |tap| {
                        if let Some(x) = s.input(g, x, place, &tap) {
                            sum += w.get(tap.weight) * x;
                        }
                    });
                    y.set(at, if g.bias { sum + b.get(output) } else { sum });
                });
                y = y.from(s.pixels);
                output += 1;
            }
            x = x.from(s.channels * s.in_pixels);
        }
    }
}

/// `d_x = d_y ⋆ᵀ W`: to each pixel the sums over output channels are added tap by tap. Direct loops are those whose sums
/// are over one channel at a time.
pub fn conv2d_grad_input<A: Access>(
    g: &Conv2d,
    samples: usize,
    [d_y, w]: [A; 2],
    [d_x]: [Out<A>; 1],
) {
    let s = &Sizes::of(g);
    let width = if s.is_direct { 1 } else { s.outputs };
    zero(d_x.to, samples * g.groups * s.channels * s.in_pixels);
    let (mut d_x, mut d_y) = (d_x.to, d_y);
    for _ in 0..samples {
        let mut w = w;
        for _ in 0..g.groups {
            let mut first = 0;
            while first < s.outputs {
                let (w, d_y) = (w.from(first * s.patch), d_y.from(first * s.pixels));
                for_taps(g, s, |tap| add_tap(g, s, width, d_y, w, &tap, d_x));
                first += width;
            }
            d_x = d_x.from(s.channels * s.in_pixels);
            d_y = d_y.from(s.outputs * s.pixels);
            w = w.from(s.outputs * s.patch);
        }
    }
}

/// Adds to each pixel the sum over `outputs` output channels at one tap.
#[cfg_attr(not(debug_assertions), inline(always))]
fn add_tap<A: Access>(g: &Conv2d, s: &Sizes, outputs: usize, d_y: A, w: A, tap: &Tap, d_x: A) {
    let d_x = d_x.from(tap.channel * s.in_pixels);
    for_pixels(g, |at, place| {
        let Some(to) = pixel(&g.vertical, &g.horizontal, place, tap.place) else { return };
        let mut sum = A::Number::ZERO;
        for o in 0..outputs {
            sum += w.get(o * s.patch + tap.weight) * d_y.get(o * s.pixels + at);
        }
        d_x.set(to, d_x.get(to) + sum);
    });
}

/// `d_w = Σ x ⋆ d_y`, sample by sample.
pub fn conv2d_grad_weight<A: Access>(
    g: &Conv2d,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w]: [Out<A>; 1],
) {
    let s = &Sizes::of(g);
    let (mut x, mut d_y, mut d_w) = (x, d_y, d_w);
    for _ in 0..g.groups {
        for _ in 0..s.outputs {
            for_taps(g, s, |tap| {
                d_w.store(tap.weight, |mut sum| {
                    for n in 0..samples {
                        let x = x.from(n * g.groups * s.channels * s.in_pixels);
                        let d_y = d_y.from(n * g.groups * s.outputs * s.pixels);
                        sum = add_products(g, s, x, d_y, &tap, sum);
                    }
                    sum
                });
            });
            d_y = d_y.from(s.pixels);
            d_w = d_w.from(s.patch);
        }
        x = x.from(s.channels * s.in_pixels);
    }
}

/// A sum, and the products of one sample: one by one, or in direct loops in lanes of the columns.
#[cfg_attr(not(debug_assertions), inline(always))]
fn add_products<A: Access>(
    g: &Conv2d,
    s: &Sizes,
    x: A,
    d_y: A,
    tap: &Tap,
    mut sum: A::Number,
) -> A::Number {
    let mut lanes = [A::Number::ZERO; LANES];
    let mut column = 0;
    for_pixels(g, |at, place| {
        if place[1] == 0 {
            column = 0;
        }
        let Some(x) = s.input(g, x, place, tap) else { return };
        let product = d_y.get(at) * x;
        if s.is_direct {
            lanes[column % LANES] += product;
            column += 1;
        } else {
            sum += product;
        }
    });
    if s.is_direct { sum + tree(&mut lanes) } else { sum }
}

/// `d_b = Σ d_y`: the pixels of each sample in lanes.
pub fn conv2d_grad_bias<A: Access>(g: &Conv2d, samples: usize, [d_y]: [A; 1], [d_b]: [Out<A>; 1]) {
    let pixels = g.vertical.output * g.horizontal.output;
    for o in 0..g.out_channels {
        d_b.store(o, |mut sum| {
            for n in 0..samples {
                let d_y = d_y.from((n * g.out_channels + o) * pixels);
                let mut lanes = [A::Number::ZERO; LANES];
                for i in 0..pixels {
                    lanes[i % LANES] += d_y.get(i);
                }
                sum += tree(&mut lanes);
            }
            sum
        });
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;
