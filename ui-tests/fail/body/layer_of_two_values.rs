//! A layer takes one value.
use nncore::prelude::*;

network! {
    struct Net;
    input a: [4];
    input b: [4];
    fc: Linear(4 -> 4);
    fn forward(a, b) { fc(a, b) }
}

fn main() {}
