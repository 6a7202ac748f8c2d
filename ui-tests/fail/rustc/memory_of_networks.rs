//! Budgets of a network with networks as layers, whose sizes rustc counts.
use nncore::prelude::*;

mod parts {
    use nncore::network;

    network! {
        pub struct Stem;
        input: [3, 32, 32];
        conv1: Conv2d(3 -> 8, kernel = 3, padding = 1);
        act: Silu;
        conv2: Conv2d(8 -> 16, kernel = 3, padding = 1);
    }
}

network! {
    struct Net;
    input: [3, 32, 32];
    stem: parts::Stem;
    pool: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(_ -> 10);
    memory <= 64 KiB;
    flash <= 128 KiB;
}

fn main() {}
