//! A layer that the body does not call.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    fn forward(x) { fc1(x) }
}

fn main() {}
