//! An operation of your own gives four sizes, which is the output.
use nncore::Element;
use nncore::custom::{Backward, Operation, Shaped, Sizes};
use nncore::prelude::*;

#[derive(Clone, Copy, Debug)]
struct Windows;

impl<X: Shaped> Operation<X> for Windows {
    const OUTPUT: Sizes = Sizes::new(&[X::SHAPE.len() / 4, 2, 2, 1]);

    fn forward<T: Element>(_: &[T], _: &[T], _: &mut [T]) {}

    fn backward<T: Element>(_: Backward<'_, T>) {}
}

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 8);
    windows: Custom<Windows>;
}

fn main() {}
