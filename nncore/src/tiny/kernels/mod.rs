//! The kernels: plain loops, a file an operation, under the names that [`kernels`](crate::kernels) has. They are small
//! rather than fast, and each sum goes in the order of the strict CPU: the bits are the same.
//!
//! Sizes come from the layer's numbers; lengths were compared with these by the caller (`ops.rs`).

mod axes;
pub(super) mod binary;
mod columns;
pub(super) mod concat;
pub(super) mod embedding;
pub(super) mod expand;
#[cfg(all(test, feature = "std"))]
mod fixture;
pub(super) mod linear;
pub(super) mod loss;
pub(super) mod matmul;
pub(super) mod permute;
pub(super) mod reduce;
pub(super) mod slice;
pub(super) mod update;

use super::access::View;
use super::piece::Write;
use crate::math::{BLOCK, LANES};

/// `y[i] = sum`, as `write` says, where `sum` makes the sum from its start.
#[inline(always)]
pub(super) fn store(y: View, i: usize, write: Write, sum: impl FnOnce(f32) -> f32) {
    let value = match write {
        Write::Assign => sum(0.0),
        Write::Continue => sum(y.get(i)),
        Write::Add => y.get(i) + sum(0.0),
    };
    y.set(i, value);
}

/// The sum of `f(i)` for i below `n`, in the order of [`math::sums`](crate::math::sums): 16 lanes a block of 512.
pub(super) fn sum(n: usize, f: impl Fn(usize) -> f32) -> f64 {
    let (mut total, mut start) = (0.0, 0);
    while start < n {
        let mut lanes = [0.0; LANES];
        let end = n.min(start + BLOCK);
        for i in start..end {
            lanes[i % LANES] += f(i);
        }
        total += f64::from(tree(&mut lanes));
        start = end;
    }
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
