//! Scale and shift by their definition.

use nnplan::Affine;

use crate::Element;

/// Element by element.
pub fn affine<T: Element>(g: &Affine, x: &[T], y: &mut [T]) {
    for i in 0..y.len() {
        let product = T::from_f64(g.scale) * x[i];
        y[i] = product + T::from_f64(g.shift);
    }
}
