//! An axis that is named twice.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 4, 5];
    fn forward(x) { permute(x, [0, 1, 1]) }
}

fn main() {}
