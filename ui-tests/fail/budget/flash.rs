//! The tensors take more flash than their budget allows.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 16, kernel = 3, padding = 1);
    act1: Silu;
    conv2: Conv2d(16 -> 8, kernel = 3, padding = 1);
    pool: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(_ -> 10);
    flash <= 64 KiB;
}

fn main() {}
