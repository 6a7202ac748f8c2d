//! An axis that is not there.
use nncore::prelude::*;

network! {
    struct Net;
    input: [5, 4];
    fn forward(x) { mean(x, axis = 2) }
}

fn main() {}
