//! Which taps of a sliding window lie inside the image, and sums in a fixed order.

use core::ops::Range;

use nnplan::Window;

use crate::Element;

/// The outputs whose tap `tap` lies inside the input (not in the padding).
pub(super) fn outputs(w: &Window, tap: usize) -> Range<usize> {
    let offset = tap * w.dilation;
    let start = w.before.saturating_sub(offset).div_ceil(w.stride).min(w.output);
    let end = match (w.input + w.before).checked_sub(offset + 1) {
        Some(last) => (last / w.stride + 1).min(w.output),
        None => 0,
    };
    start..end.max(start)
}

/// The taps of output `output` that lie inside the input.
pub(super) fn taps(w: &Window, output: usize) -> Range<usize> {
    let offset = output * w.stride;
    let start = w.before.saturating_sub(offset).div_ceil(w.dilation).min(w.kernel);
    let end = match (w.input + w.before).checked_sub(offset + 1) {
        Some(last) => (last / w.dilation + 1).min(w.kernel),
        None => 0,
    };
    start..end.max(start)
}

/// The place in the input of tap `tap` of output `output`, which lies inside.
#[inline(always)]
pub(super) fn place(w: &Window, output: usize, tap: usize) -> usize {
    output * w.stride + tap * w.dilation - w.before
}

/// The sum in 8 interleaved lanes, then halves onto halves.
#[inline(always)]
pub(super) fn sum<T: Element>(x: &[T]) -> T {
    let mut lanes = [T::ZERO; 8];
    let (chunks, rest) = x.as_chunks::<8>();
    for chunk in chunks {
        for (lane, x) in lanes.iter_mut().zip(chunk) {
            *lane += *x;
        }
    }
    for (lane, x) in lanes.iter_mut().zip(rest) {
        *lane += *x;
    }
    tree(lanes)
}

/// The sum of 8 lanes.
#[inline(always)]
pub(super) fn tree<T: Element>(l: [T; 8]) -> T {
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
