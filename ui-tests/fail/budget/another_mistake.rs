//! Budgets are counted once the layers fit.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 16, kernel = 3, padding = 1);
    conv2: Conv2d(8 -> 8, kernel = 3, padding = 1);
    memory <= 1 KiB;
    flash <= 64 Kilobytes;
}

fn main() {}
