//! In which order sums go: that of the kernels of the CPU, so that the bits are the same.

use super::Access;
use crate::Element;
use crate::math::{BLOCK, LANES};

/// The first `n` numbers become 0.
pub(crate) fn zero<A: Access>(y: A, n: usize) {
    for i in 0..n {
        y.set(i, A::Number::ZERO);
    }
}

/// In which order a sum goes: lanes within a block in the kernel's number, blocks in `f64`.
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

    /// `n` elements without `f64`, one after another.
    pub(super) fn one_by_one(n: usize) -> Self {
        Self { block: n.max(1), mask: 0 }
    }
}

/// The sums of the numbers `f(i)` for i below `n`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn sums<T: Element, const N: usize>(
    order: Order,
    n: usize,
    f: impl Fn(usize) -> [T; N],
) -> [f64; N] {
    let (mut totals, mut start) = ([0.0; N], 0);
    while start < n {
        let mut lanes = [[T::ZERO; LANES]; N];
        let end = n.min(start + order.block);
        for i in start..end {
            for (lanes, value) in lanes.iter_mut().zip(&f(i)) {
                lanes[i & order.mask & (LANES - 1)] += *value;
            }
        }
        for (total, lanes) in totals.iter_mut().zip(&mut lanes) {
            *total += tree(lanes).to_f64();
        }
        start = end;
    }
    totals
}

/// The sum of `f(i)` for i below `n`, in the order of [`math::sums`](crate::math::sums).
pub(crate) fn sum<T: Element>(n: usize, f: impl Fn(usize) -> T) -> f64 {
    let [total] = sums(Order::LANES, n, |i| [f(i)]);
    total
}

/// The sum of the lanes: halves onto halves.
pub(crate) fn tree<T: Element, const N: usize>(lanes: &mut [T; N]) -> T {
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

/// The biased variance from the sums of `x - mean` and its square over n numbers, where `mean` was rounded.
pub(super) fn variance(n: f64, distance: f64, square: f64) -> f64 {
    let value = (square - distance * distance / n) / n;
    if value < 0.0 { 0.0 } else { value }
}
