//! A scale and a shift of each element, both constants.

use nnplan::Affine;

use super::{Access, Out};
use crate::Element;

/// `y = scale * x + shift`, the product rounded first. `x` and `y` may be the same memory.
pub fn affine<A: Access>(g: &Affine, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    let (scale, shift) = (A::Number::from_f64(g.scale), A::Number::from_f64(g.shift));
    for i in 0..samples * g.input.len() {
        y.to.set(i, scale * x.get(i) + shift);
    }
}
