//! An axis that is not there.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { concat(x, fc(x), axis = 1) }
}

fn main() {}
