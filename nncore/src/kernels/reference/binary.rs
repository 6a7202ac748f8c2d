//! Functions of two values by their definition.

use nnplan::BinaryFunction;

use crate::Element;

/// Element by element.
pub fn binary<T: Element>(f: BinaryFunction, a: &[T], b: &[T], y: &mut [T]) {
    for i in 0..y.len() {
        y[i] = match f {
            BinaryFunction::Add => a[i] + b[i],
            BinaryFunction::Sub => a[i] - b[i],
            BinaryFunction::Mul => a[i] * b[i],
            BinaryFunction::Div => a[i] / b[i],
        };
    }
}
