//! Sums in a fixed order: lanes, a tree, blocks.

use crate::Element;

/// Elements whose sum is held in the numbers' own type before it goes to an `f64`.
pub const BLOCK: usize = 512;

/// Independent partial sums in a block: element i of a block belongs to lane `i % LANES`.
/// Enough of them that additions wait for memory, not for each other.
pub const LANES: usize = 16;

/// The sums over i of the N numbers `f([a[i], b[i], …])`, where a, b, … are the operands.
///
/// Order: in every block of [`BLOCK`] elements each of the [`LANES`] lanes adds its
/// elements in turn in `T`, lanes are added in a binary tree (lane i and lane i + 8, then
/// i + 4, …), and the blocks are added in turn in `f64`. So the result is a function of the
/// numbers only, and its error is as of some 36 additions in `T`, however long the
/// operands are.
///
/// # Panics
/// When the operands differ in length.
#[inline(always)]
pub fn sums<T: Element, const M: usize, const N: usize>(
    operands: [&[T]; M],
    f: impl Fn([T; M]) -> [T; N],
) -> [f64; N] {
    let len = operands.first().map_or(0, |x| x.len());
    assert!(operands.iter().all(|x| x.len() == len), "operands of one length");
    let mut total = [0.0; N];
    for start in (0..len).step_by(BLOCK) {
        let end = len.min(start + BLOCK);
        let mut lanes = [[T::ZERO; LANES]; N];
        let block = operands.map(|x| x[start..end].as_chunks::<LANES>());
        for i in 0..block[0].0.len() {
            let rows = block.map(|(full, _)| &full[i]);
            for lane in 0..LANES {
                let values = f(rows.map(|row| row[lane]));
                for (lanes, value) in lanes.iter_mut().zip(values) {
                    lanes[lane] += value;
                }
            }
        }
        for lane in 0..block[0].1.len() {
            let values = f(block.map(|(_, rest)| rest[lane]));
            for (lanes, value) in lanes.iter_mut().zip(values) {
                lanes[lane] += value;
            }
        }
        for (total, lanes) in total.iter_mut().zip(lanes) {
            *total += tree(lanes).to_f64();
        }
    }
    total
}

/// Adds element i to lane `i % LANES`.
#[inline(always)]
fn add_to_lanes<T: Element>(lanes: &mut [T; LANES], x: &[T]) {
    let (full, rest) = x.as_chunks::<LANES>();
    for row in full {
        for (lane, &x) in lanes.iter_mut().zip(row) {
            *lane += x;
        }
    }
    for (lane, &x) in lanes.iter_mut().zip(rest) {
        *lane += x;
    }
}

/// The sum of all lanes: pairs 8 apart, then 4, 2, 1.
#[inline(always)]
fn tree<T: Element>(mut lanes: [T; LANES]) -> T {
    let mut width = LANES / 2;
    while width > 0 {
        let (low, high) = lanes.split_at_mut(width);
        for (low, high) in low.iter_mut().zip(high.iter()) {
            *low += *high;
        }
        width /= 2;
    }
    lanes[0]
}

/// The sum of the elements, in the order of [`sums`].
#[inline]
pub fn sum<T: Element>(x: &[T]) -> f64 {
    let mut total = 0.0;
    for block in x.chunks(BLOCK) {
        let mut lanes = [T::ZERO; LANES];
        add_to_lanes(&mut lanes, block);
        total += tree(lanes).to_f64();
    }
    total
}

/// The largest element; NaNs are passed over. `-∞` of an empty slice.
#[inline]
pub fn max<T: Element>(x: &[T]) -> T {
    let mut lanes = [T::NEG_INFINITY; LANES];
    let (full, rest) = x.as_chunks::<LANES>();
    for x in full {
        for (lane, &value) in lanes.iter_mut().zip(x) {
            *lane = if value > *lane { value } else { *lane };
        }
    }
    lanes.iter().chain(rest).fold(T::NEG_INFINITY, |most, &x| if x > most { x } else { most })
}
