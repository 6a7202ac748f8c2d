//! Two inputs of one name.
use nncore::prelude::*;

network! {
    struct Net;
    input a: [4];
    input a: [4];
    fc: Linear(4 -> 4);
    fn forward(a, b) { fc(a) + b }
}

fn main() {}
