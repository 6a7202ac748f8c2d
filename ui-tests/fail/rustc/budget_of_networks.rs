//! A budget that a network with networks as layers does not meet, though cheap values are computed again.
use nncore::prelude::*;

mod parts {
    use nncore::network;

    network! {
        pub struct Stem;
        input: [3, 32, 32];
        conv: Conv2d(3 -> 16, kernel = 3, padding = 1);
    }
}

network! {
    struct Net;
    input: [3, 32, 32];
    stem: parts::Stem;
    act: Silu;
    pool: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(_ -> 10);
    memory <= 1 MiB for 64;
}

fn main() {}
