//! `_` and a missing left side take what the value before has.
#![deny(warnings)]
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(_ -> 4, kernel = 3);
    conv2: Conv2d(8, kernel = 3);
    norm: BatchNorm2d;
    flat: Flatten;
    fc1: Linear(_ -> 16);
    fc2: Linear(10);
}

fn main() {
    assert_eq!(<Net as Network>::TENSORS[8].shape.dims(), [16, 8 * 4 * 4]);
}
