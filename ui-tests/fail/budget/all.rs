//! Every budget is exceeded, and each is an error of its own.
use nncore::prelude::*;

network! {
    struct Net;
    const LIMIT: usize = 80;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 16, kernel = 3, padding = 1);
    act1: Silu;
    conv2: Conv2d(16 -> 8, kernel = 3, padding = 1);
    pool: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(_ -> 10);
    memory <= 64 KiB;
    memory <= 1 MiB for 64;
    flash <= LIMIT kB;
}

fn main() {}
