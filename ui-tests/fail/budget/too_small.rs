//! A budget that cannot be met names what takes the most.
use nncore::prelude::*;

network! {
    struct Net;
    input: [8, 32, 32];
    conv1: Conv2d(8 -> 8, kernel = 3, padding = 1);
    act1: Silu;
    conv2: Conv2d(8 -> 8, kernel = 3, padding = 1);
    act2: Silu;
    memory <= 1 MiB for 64;
}

fn main() {}
