//! More parameters than inputs.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x, y) { fc(x) + y }
}

fn main() {}
