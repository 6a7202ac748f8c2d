//! An operation of your own refuses a shape in its own words, at the layer.
use nncore::custom::{Backward, Operation, Shaped, Sizes, Text};
use nncore::prelude::*;
use nncore::Element;

#[derive(Clone, Copy, Debug)]
struct Pairs;

impl<X: Shaped> Operation<X> for Pairs {
    const OUTPUT: Sizes = Sizes::new(&[X::SHAPE.len() / 2]);
    const FAULT: Text = match X::SHAPE.len() % 2 {
        0 => Text::EMPTY,
        _ => Text::EMPTY.str("`Pairs` takes an even number of elements\nexpected: e.g. `[8]`"),
    };

    fn forward<T: Element>(_: &[T], _: &[T], _: &mut [T]) {}

    fn backward<T: Element>(_: Backward<'_, T>) {}
}

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 7);
    pairs: Custom<Pairs>;
    fc2: Linear(3 -> 2);
}

fn main() {}
