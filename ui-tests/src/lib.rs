//! Another crate, as the cases see it: networks and an operation that they use by their paths. The tests are in
//! `tests/`.

use nncore::Element;
use nncore::custom::{Backward, Operation, Shaped, Sizes, Text};
use nncore::network;

network! {
    /// Features of a small picture.
    pub struct Body;
    input: [1, 8, 8];
    conv: Conv2d(1 -> 4, kernel = 3);
    act: Relu;
    flat: Flatten;
}

network! {
    /// Two convolutions, and the input added.
    pub struct Block<C: Dim, H: Dim>;
    input: [C, H, H];
    conv1: Conv2d(C -> C, kernel = 3, padding = 1);
    conv2: Conv2d(C -> C, kernel = 3, padding = 1);
    fn forward(x) { x + conv2(relu(conv1(x))) }
}

/// `y = x₀ + x₁`, for each pair of neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Pairs;

impl<X: Shaped> Operation<X> for Pairs {
    const OUTPUT: Sizes = Sizes::new(&[X::SHAPE.len() / 2]);
    const FAULT: Text = match X::SHAPE.len() % 2 {
        0 => Text::EMPTY,
        _ => Text::EMPTY.str("`Pairs` takes an even number of elements\nexpected: e.g. `[8]`"),
    };

    fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
        for (y, x) in y.iter_mut().zip(x.chunks_exact(2)) {
            *y = x[0] + x[1];
        }
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(d_x) = g.d_x else { return };
        for (d_x, d_y) in d_x.chunks_exact_mut(2).zip(g.d_y) {
            d_x.fill(*d_y);
        }
    }
}
