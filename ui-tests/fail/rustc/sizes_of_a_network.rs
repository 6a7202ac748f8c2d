//! Two networks that do not fit, in the words of both.
use nncore::prelude::*;

mod blocks {
    use nncore::network;

    network! {
        pub struct Body;
        input: [1, 8, 8];
        conv: Conv2d(1 -> 4, kernel = 3);
        flat: Flatten;
    }

    network! {
        pub struct Head;
        input: [100];
        fc: Linear(100 -> 10);
    }
}

network! {
    struct Net;
    input: [1, 8, 8];
    body: blocks::Body;
    head: blocks::Head;
}

fn main() {}
