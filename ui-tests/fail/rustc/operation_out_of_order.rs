//! The tensors of an operation lie in order and apart, wherever they are.
use nncore::custom::{Backward, Operation, Role, Shaped, Sizes, TensorInfo};
use nncore::prelude::*;
use nncore::Element;

#[derive(Clone, Copy, Debug)]
struct Affine;

const fn tensor(name: &'static str, offset: usize) -> TensorInfo {
    TensorInfo { name, shape: Sizes::new(&[4]), offset, role: Role::Scale, is_frozen: false }
}

impl<X: Shaped> Operation<X> for Affine {
    const OUTPUT: Sizes = X::SHAPE;
    const TENSORS: &'static [TensorInfo] = &[tensor("scale", 1 << 20), tensor("shift", 0)];

    fn forward<T: Element>(_: &[T], _: &[T], _: &mut [T]) {}

    fn backward<T: Element>(_: Backward<'_, T>) {}
}

network! {
    struct Net;
    input: [4];
    affine: Custom<Affine>;
}

fn main() {}
