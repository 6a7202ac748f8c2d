//! A kind in the place of its function.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { Relu(fc(x)) }
}

fn main() {}
