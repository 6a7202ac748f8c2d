//! A layer is not a value.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { relu(fc) + x }
}

fn main() {}
