//! A part of a value, in its place.

use nnplan::Slice;

use super::{Access, Out};

/// `y[n, o, start + p, i] = x[n, o, p, i]`: `x` is (batch, outer, end - start, inner), `y` (batch, outer, size, inner). What else
/// `y` holds stays.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn slice_put<A: Access>(g: &Slice, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (len, width) = ((g.end - g.start) * g.inner, g.size() * g.inner);
    for row in 0..samples * g.outer {
        for i in 0..len {
            y.to.set(row * width + g.start * g.inner + i, x.get(row * len + i));
        }
    }
}
