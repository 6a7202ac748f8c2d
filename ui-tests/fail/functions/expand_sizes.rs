//! Only axes of size 1 are repeated.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 4, 1];
    fn forward(x) { expand(x, [3, 8, 8]) }
}

fn main() {}
