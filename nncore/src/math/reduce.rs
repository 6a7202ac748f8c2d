//! Sums in a fixed order: lanes, a tree, blocks.

use crate::Element;

/// Elements whose sum is held in the numbers' own type before it goes to an `f64`.
pub const BLOCK: usize = 512;

/// Independent partial sums in a block: element i of a block belongs to lane `i % LANES`.
/// Enough of them that additions wait for memory, not for each other.
pub const LANES: usize = 16;

/// The sums over i of the N numbers `f(x[i], y[i])`.
///
/// Order: in every block of [`BLOCK`] elements each of the [`LANES`] lanes adds its
/// elements in turn in `T`, lanes are added in a binary tree (lane i and lane i + 8, then
/// i + 4, …), and the blocks are added in turn in `f64`. So the result is a function of the
/// numbers only, and its error is that of some 36 additions in `T`, however long the slices are.
/// Pass one slice twice to sum over one.
#[inline(always)]
pub fn sums<T: Element, const N: usize>(x: &[T], y: &[T], f: impl Fn(T, T) -> [T; N]) -> [f64; N] {
    assert_eq!(x.len(), y.len(), "two operands of one length");
    let mut total = [0.0; N];
    for (x, y) in x.chunks(BLOCK).zip(y.chunks(BLOCK)) {
        let mut lanes = [[T::ZERO; LANES]; N];
        let (x_full, x_rest) = x.as_chunks::<LANES>();
        let (y_full, y_rest) = y.as_chunks::<LANES>();
        for (x, y) in x_full.iter().zip(y_full) {
            for lane in 0..LANES {
                let values = f(x[lane], y[lane]);
                for (lanes, value) in lanes.iter_mut().zip(values) {
                    lanes[lane] += value;
                }
            }
        }
        for (lane, (&x, &y)) in x_rest.iter().zip(y_rest).enumerate() {
            let values = f(x, y);
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
    sums(x, x, |value, _| [value])[0]
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
