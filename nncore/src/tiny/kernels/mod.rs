//! The kernels: plain loops, a file an operation, under the names that [`kernels`](crate::kernels) has. They are small
//! rather than fast, and each sum goes in the order of the strict CPU: the bits are the same.
//!
//! Sizes come from the layer's numbers; lengths were compared with these by the caller (`ops.rs`).

pub(super) mod activation;
mod axes;
pub(super) mod binary;
mod columns;
pub(super) mod concat;
pub(super) mod conv2d;
pub(super) mod dropout;
pub(super) mod embedding;
pub(super) mod expand;
#[cfg(all(test, feature = "std"))]
mod fixture;
pub(super) mod linear;
pub(super) mod loss;
pub(super) mod matmul;
pub(super) mod norm;
pub(super) mod permute;
pub(super) mod pool2d;
pub(super) mod reduce;
pub(super) mod slice;
pub(super) mod softmax;
pub(super) mod update;
pub(super) mod upsample2d;
mod window;

use super::access::View;
use super::piece::Write;
use crate::math::{BLOCK, LANES};

/// `y[i] = sum`, as `write` says, where `sum` makes the sum from its start.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn store(y: View, i: usize, write: Write, sum: impl FnOnce(f32) -> f32) {
    let value = match write {
        Write::Assign => sum(0.0),
        Write::Continue => sum(y.get(i)),
        Write::Add => y.get(i) + sum(0.0),
    };
    y.set(i, value);
}

/// The first `n` elements become 0.
pub(super) fn zero(y: View, n: usize) {
    for i in 0..n {
        y.set(i, 0.0);
    }
}

/// The numbers of `x`, as `write` says.
pub(super) fn add(n: usize, x: View, write: Write, y: View) {
    for i in 0..n {
        y.set(i, if write == Write::Assign { x.get(i) } else { y.get(i) + x.get(i) });
    }
}

/// In which order a sum goes: lanes within a block in `f32`, blocks in `f64`.
#[derive(Clone, Copy)]
pub(super) struct Order {
    block: usize,
    /// Element i belongs to lane `i & mask`.
    mask: usize,
}

impl Order {
    /// That of [`math::sums`](crate::math::sums).
    pub(super) const LANES: Self = Self { block: BLOCK, mask: LANES - 1 };
    /// That of norms down a column.
    pub(super) const ROWS: Self = Self { block: crate::kernels::norm::ROWS, mask: 0 };

    /// `n` elements in `f32`, one after another.
    pub(super) fn one_by_one(n: usize) -> Self {
        Self { block: n.max(1), mask: 0 }
    }
}

/// The sums of the numbers `f(i)` for i below `n`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn sums<const N: usize>(
    order: Order,
    n: usize,
    f: impl Fn(usize) -> [f32; N],
) -> [f64; N] {
    let (mut totals, mut start) = ([0.0; N], 0);
    while start < n {
        let mut lanes = [[0.0; LANES]; N];
        let end = n.min(start + order.block);
        for i in start..end {
            for (lanes, value) in lanes.iter_mut().zip(&f(i)) {
                lanes[i & order.mask & (LANES - 1)] += *value;
            }
        }
        for (total, lanes) in totals.iter_mut().zip(&mut lanes) {
            *total += f64::from(tree(lanes));
        }
        start = end;
    }
    totals
}

/// The sum of `f(i)` for i below `n`, in the order of [`math::sums`](crate::math::sums).
pub(super) fn sum(n: usize, f: impl Fn(usize) -> f32) -> f64 {
    let [total] = sums(Order::LANES, n, |i| [f(i)]);
    total
}

/// The sum of the lanes: halves onto halves.
pub(super) fn tree<T: crate::Element, const N: usize>(lanes: &mut [T; N]) -> T {
    let mut width = N / 2;
    while width > 0 {
        for i in 0..width {
            let upper = lanes[(i + width) % N];
            lanes[i % N] += upper;
        }
        width /= 2;
    }
    lanes[0]
}
