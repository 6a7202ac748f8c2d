//! A layer that is not applied to anything.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { fc() + x }
}

fn main() {}
