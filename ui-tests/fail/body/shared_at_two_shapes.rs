//! A layer that is used twice keeps its shape.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 8);
    fn forward(x) { fc(fc(x)) }
}

fn main() {}
